"""One request and what is sent for it, and what stands around that: traces, headers, paths."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from mcp.shared.exceptions import NoBackChannelError
from mcp_types import JSONRPCRequest
from opentelemetry.trace import NoOpTracerProvider
from starlette.requests import Request

from oauth2_demo.core.mcp_http_server import Front
from oauth2_demo.mcp_server import StrictMCPServer, tracing
from oauth2_demo.mcp_server.exchange import STREAM_FIELDS, Exchange, encode
from oauth2_demo.mcp_server.exchange_context import ExchangeContext
from oauth2_demo.mcp_server.param_headers import ParamHeaders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mcp.shared.dispatcher import CallOptions
    from mcp_types import RequestId
    from starlette.types import Message, Receive, Scope, Send

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Client:
    """The other end of an exchange."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.is_read = False
        self.left = asyncio.Event()
        self.is_gone = asyncio.Event()

    async def receive(self) -> Message:
        if not self.is_read:
            self.is_read = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        await asyncio.sleep(0)
        self.sent.append(message)

    def exchange(self) -> Exchange:
        return Exchange(self.receive, self.send, STREAM_FIELDS, self.is_gone.set, 0.001)

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.sent).decode()


@pytest.mark.parametrize(
    ("value", "wire"),
    [("안녕", '"안녕"'), (float("nan"), "null"), (float("inf"), "null"), ("\ud800", '"\\ud800"')],
)
def test_every_result_has_a_form_that_json_allows(value: object, wire: str) -> None:
    data = encode({"jsonrpc": "2.0", "id": 1, "result": {"x": value}}).decode()
    assert data.endswith(f'"result":{{"x":{wire}}}}}')
    assert json.loads(data, parse_constant=pytest.fail)["id"] == 1


async def test_an_answer_that_nothing_precedes_is_written_whole() -> None:
    client = Client()
    await client.exchange().answer(b"{}", 404, [(b"content-type", b"application/json")], as_event=False)
    start, body = client.sent
    assert start == {
        "type": "http.response.start",
        "status": 404,
        "headers": [(b"content-type", b"application/json"), (b"content-length", b"2")],
    }
    assert body == {"type": "http.response.body", "body": b"{}"}


async def test_what_several_tasks_say_at_once_arrives_whole_and_before_the_answer() -> None:
    client = Client()
    exchange = client.exchange()
    await asyncio.gather(*(exchange.event(b"%d" % number) for number in range(5)))
    await exchange.answer(b"{}", 200, (), as_event=False)
    await exchange.event(b"late")
    await exchange.answer(b"again", 200, (), as_event=False)
    assert [message["type"] for message in client.sent].count("http.response.start") == 1
    data = [line.removeprefix("data: ") for line in client.text.splitlines() if line.startswith("data: ")]
    assert data == ["0", "1", "2", "3", "4", "{}"]
    assert [message.get("more_body") for message in client.sent] == [None, *[True] * 5, False]


async def test_an_exchange_without_an_answer_ends_as_an_empty_stream() -> None:
    client = Client()
    await client.exchange().end()
    assert client.sent[0]["status"] == 200
    assert client.text == ""


async def test_nothing_is_sent_to_a_client_that_left() -> None:
    client = Client()
    exchange = client.exchange()
    client.left.set()
    async with asyncio.timeout(10):
        await client.is_gone.wait()
    await exchange.event(b"1")
    await exchange.answer(b"{}", 200, (), as_event=False)
    assert client.sent == []


async def test_a_served_request_can_say_nothing_any_more() -> None:
    client = Client()

    async def ask(
        method: str, params: Mapping[str, Any] | None, opts: CallOptions | None, request_id: RequestId
    ) -> dict[str, Any]:
        del params, opts
        return {"asked": method, "for": request_id}

    request = JSONRPCRequest(jsonrpc="2.0", id=1, method="ping", params={"_meta": {"progressToken": "p"}})
    context = ExchangeContext(request, Request({"type": "http", "headers": []}), client.exchange(), ask)
    assert (context.transport.can_send_request, context.can_send_request) == (True, True)
    assert await context.send_raw_request("roots/list", None) == {"asked": "roots/list", "for": 1}
    context.close()
    assert not context.can_send_request
    with pytest.raises(NoBackChannelError):
        await context.send_raw_request("roots/list", None)
    await context.progress(1)
    assert client.sent == []


async def test_progress_that_nobody_wants_is_not_sent() -> None:
    client = Client()
    request = JSONRPCRequest(jsonrpc="2.0", id=1, method="ping")
    context = ExchangeContext(request, Request({"type": "http", "headers": []}), client.exchange(), None)
    await context.progress(1)
    assert client.sent == []
    await context.notify("notifications/x", None)
    assert '{"jsonrpc":"2.0","method":"notifications/x"}' in client.text


async def test_calls_are_traced_where_the_process_or_the_caller_traces(monkeypatch: pytest.MonkeyPatch) -> None:
    traced: list[object] = []

    async def trace(ctx: Any, call_next: Callable[[Any], Any]) -> Any:
        traced.append(ctx)
        return await call_next(ctx)

    async def answer(ctx: object) -> dict[str, Any]:
        return {"answered": ctx is not None}

    class Request:
        def __init__(self, meta: dict[str, str] | None) -> None:
            self.meta = meta

    wanted: Any = tracing.TracingWhereWanted(trace)
    for meta in (None, {"progressToken": "p"}):
        assert await wanted(Request(meta), answer) == {"answered": True}
    assert traced == []
    called = Request({"traceparent": f"00-{'a' * 32}-{'b' * 16}-01"})
    assert await wanted(called, answer) == {"answered": True}
    monkeypatch.setattr(tracing, "get_tracer_provider", NoOpTracerProvider)
    plain = Request(None)
    await wanted(plain, answer)
    assert traced == [called, plain]


def test_the_sdk_s_tracing_is_not_lost() -> None:
    kinds = [type(middleware).__name__ for middleware in StrictMCPServer("traced").middleware]
    assert kinds[:2] == ["Strictness", "TracingWhereWanted"]
    assert "OpenTelemetryMiddleware" not in kinds


def test_a_schema_is_searched_for_headers_again_when_it_is_another() -> None:
    class Server:
        def __init__(self) -> None:
            self.schema: dict[str, object] = {"type": "object", "properties": {"name": {"type": "string"}}}

        def get_tool_input_schema(self, name: str) -> dict[str, object] | None:
            return self.schema if name == "tool" else None

    server: Any = Server()
    headers = ParamHeaders(server)

    def contradict(arguments: object, name: object = "tool", method: str = "tools/call") -> bool:
        params = {"name": name, "arguments": arguments}
        return headers.contradict(JSONRPCRequest(jsonrpc="2.0", id=1, method=method, params=params), {})

    assert not contradict({"name": "eu"})
    server.schema = {"type": "object", "properties": {"name": {"type": "string", "x-mcp-header": "Name"}}}
    assert contradict({"name": "eu"})
    assert not contradict({})
    assert not contradict(["no arguments"])
    assert not contradict({"name": "eu"}, name=5)
    assert not contradict({"name": "eu"}, name="other")
    assert not contradict({"name": "eu"}, method="prompts/get")


async def test_a_front_gives_requests_to_the_endpoint_of_their_path_and_the_rest_to_the_others() -> None:
    def noting(name: str) -> Any:
        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            del receive, send
            served.append((name, scope["type"], scope.get("path")))

        return app

    served: list[tuple[str, str, str | None]] = []
    front = Front(noting("others"), {"/mcp": noting("endpoint")})
    client = Client()
    for scope in ({"type": "lifespan"}, {"type": "http", "path": "/mcp"}, {"type": "http", "path": "/mcp/x"}):
        await front(scope, client.receive, client.send)
    assert served == [("others", "lifespan", None), ("endpoint", "http", "/mcp"), ("others", "http", "/mcp/x")]
