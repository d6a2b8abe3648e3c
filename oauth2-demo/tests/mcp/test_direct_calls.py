"""Requests that are served without the SDK's transports are answered as with them, message for message."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import anyio
import pytest
from mcp.server.mcpserver import Context  # noqa: TC002 - tools are read with their annotations
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp_types import JSONRPCRequest
from pydantic import BaseModel, Field

from oauth2_demo.mcp_server import StrictMCPServer, direct_sessions
from oauth2_demo.mcp_server.direct import DirectCalls
from oauth2_demo.mcp_server.http import HttpLimits, build_mcp_asgi
from oauth2_demo.tests.mcp.asgi_posts import Json, Notes, Post, post, posting
from oauth2_demo.tests.mcp.mcp_http_harness import RESOURCE, initialize, legacy, modern

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from oauth2_demo.mcp_server.http import MCPEndpoint

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

PROGRESS = {"_meta": {"progressToken": "p"}}


class Sure(BaseModel):
    """What the tool `ask` wants to know."""

    sure: bool


@dataclass
class Side:
    """One server behind one way in."""

    app: ASGIApp
    held: Notes
    release: asyncio.Event
    session: dict[str, str] = field(default_factory=dict)

    async def open(self) -> None:
        """Do the handshake as a client that can be asked."""
        info = {"name": "test", "version": "1"}
        params = {"protocolVersion": "2025-11-25", "capabilities": {"elicitation": {}}, "clientInfo": info}
        opened = await post(self.app, legacy("initialize", params))
        self.session = {"mcp-session-id": opened.fields["mcp-session-id"], "mcp-protocol-version": "2025-11-25"}
        await post(self.app, {"jsonrpc": "2.0", "method": "notifications/initialized"}, self.session)

    async def call(self, tool: str, arguments: Json | None = None, meta: Json | None = None) -> list[Post]:
        """Call a tool on both wires."""
        params = {"name": tool, "arguments": arguments or {}}
        given = {**params, "_meta": meta} if meta else params
        body, headers = modern("tools/call", params)
        body["params"]["_meta"] |= meta or {}
        return [await post(self.app, legacy("tools/call", given), self.session), await post(self.app, body, headers)]

    async def request(self, method: str, params: Json | None = None) -> list[Post]:
        """Send a request on both wires."""
        body, headers = modern(method, params)
        return [await post(self.app, legacy(method, params), self.session), await post(self.app, body, headers)]


def build_server(held: Notes, release: asyncio.Event) -> StrictMCPServer:
    server = StrictMCPServer("two ways", version="1", new_error_id=lambda: "e1")

    @server.tool()
    async def echo(text: str) -> str:
        return text

    @server.tool()
    async def talk(context: Context) -> str:
        for step in (1, 2):
            await context.report_progress(step, 2, f"{step} of 2")
        return "done"

    @server.tool()
    async def ask(context: Context) -> str:
        answer = await context.elicit("Sure?", Sure)
        return f"{answer.action} {answer.data.sure if answer.action == 'accept' else ''}"

    @server.tool()
    async def broken() -> str:
        raise RuntimeError("a secret")

    @server.tool()
    async def region(name: Annotated[str, Field(json_schema_extra={"x-mcp-header": "Region"})]) -> str:
        return name

    @server.tool()
    async def hold(context: Context) -> str:
        await context.report_progress(0)
        held.note("started")
        try:
            await release.wait()
        except asyncio.CancelledError:
            held.note("cancelled")
            raise
        held.note("finished")
        return "held"

    @server.tool()
    async def stubborn(result: str, context: Context) -> str:
        await context.report_progress(0)
        held.note("started")
        try:
            await release.wait()
        except asyncio.CancelledError:
            held.note("cancelled")
            if not result:
                raise ValueError("no result") from None
        return result

    @server.tool()
    async def tidy(context: Context) -> str:
        context.request_context.session._connection.exit_stack.callback(held.note, "tidied")
        return "tidy"

    return server


@pytest.fixture
async def ways() -> AsyncIterator[tuple[Side, Side]]:
    """The same server twice: behind our front, and behind the SDK's session manager alone."""
    held = Notes(), Notes()
    releases = asyncio.Event(), asyncio.Event()
    async with AsyncExitStack() as stack:
        front = build_front(build_server(held[0], releases[0]))
        await stack.enter_async_context(front.lifespan())
        manager = StreamableHTTPSessionManager(build_server(held[1], releases[1])._lowlevel_server)
        await stack.enter_async_context(manager.run())
        ours, theirs = Side(front, held[0], releases[0]), Side(manager.handle_request, held[1], releases[1])
        for side in (ours, theirs):
            await side.open()
        yield ours, theirs


def build_front(server: StrictMCPServer, ping_interval_s: float = 15.0, **options: Any) -> MCPEndpoint:
    limits = HttpLimits(ping_interval_s=ping_interval_s)
    hosts = ["localhost"]
    return build_mcp_asgi(server, verifier=None, resource=RESOURCE, allowed_hosts=hosts, limits=limits, **options)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether requests were served directly, in order."""
    taken: list[bool] = []
    serve = DirectCalls.serve

    async def note(*arguments: Any) -> bool:
        taken.append(await serve(*arguments))
        return taken[-1]

    monkeypatch.setattr(DirectCalls, "serve", note)
    return taken


def outcomes(posts: list[Post], side: Side) -> list[object]:
    """What the clients got; the session's id differs."""
    found: list[object] = []
    for status, fields, messages in (answer.outcome for answer in posts):
        if "mcp-session-id" in fields:
            assert fields.pop("mcp-session-id") == side.session["mcp-session-id"]
        found.append((status, fields, messages))
    return found


@pytest.mark.parametrize(
    "steps",
    [
        lambda side: side.call("echo", {"text": "안녕 \U0001f600"}),
        lambda side: side.call("echo", {"text": 5}),
        lambda side: side.call("echo", {"text": "x"}, {"progressToken": 7}),
        lambda side: side.call("talk"),
        lambda side: side.call("talk", None, {"progressToken": "p"}),
        lambda side: side.call("broken"),
        lambda side: side.call("no_such"),
        lambda side: side.request("tools/list"),
        lambda side: side.request("tools/list", {"cursor": "x"}),
        lambda side: side.request("tools/call", {"arguments": {}}),
        lambda side: side.request("resources/read", {"uri": "no://such"}),
        lambda side: side.request("prompts/get", {"name": "no_such"}),
        lambda side: side.request("ping"),
        lambda side: side.request("server/discover"),
        lambda side: side.request("no/such"),
    ],
)
async def test_answers_are_those_of_the_sdk(
    ways: tuple[Side, Side], served: list[bool], steps: Callable[[Side], Awaitable[list[Post]]]
) -> None:
    ours, theirs = ways
    assert outcomes(await steps(ours), ours) == outcomes(await steps(theirs), theirs)
    assert served == [True, True]


@pytest.mark.parametrize(
    "changed",
    [
        {"mcp-param-region": "eu"},
        {"mcp-param-region": "us"},
        {},
        {"mcp-method": "tools/list"},
        {"mcp-name": "echo"},
        {"accept": "application/json"},
        {"mcp-protocol-version": "2027-01-01"},
    ],
)
async def test_headers_are_held_against_the_body_as_by_the_sdk(
    ways: tuple[Side, Side], served: list[bool], changed: dict[str, str]
) -> None:
    body, headers = modern("tools/call", {"name": "region", "arguments": {"name": "eu"}})
    found = [(await post(side.app, body, {**_lower(headers), **changed})).outcome for side in ways]
    assert found[0] == found[1]
    assert served == [found[0][0] == 200]


@pytest.mark.parametrize(
    "header", [("mcp-method", "tools/list"), ("mcp-name", "echo"), ("accept", "text/event-stream")]
)
async def test_a_header_that_comes_twice_is_judged_by_the_sdk(
    ways: tuple[Side, Side], served: list[bool], header: tuple[str, str]
) -> None:
    body, headers = modern("tools/call", {"name": "echo", "arguments": {"text": "x"}})
    posts = [Post(side.app, json.dumps(body).encode(), _lower(headers), more_headers=(header,)) for side in ways]
    found = [(await answer.run()).outcome for answer in posts]
    assert found[0] == found[1]
    assert served == [False]


async def test_what_is_unusual_about_a_session_is_left_to_the_sdk(ways: tuple[Side, Side], served: list[bool]) -> None:
    ours, theirs = ways
    request = legacy("tools/list")
    for headers in ({"mcp-session-id": "none"}, {}, {**ours.session, "accept": "application/json"}):
        own = {**theirs.session, **headers} if "accept" in headers else headers
        if "accept" in headers:
            own["mcp-session-id"] = theirs.session["mcp-session-id"]
        found = [(await post(ours.app, request, headers)), (await post(theirs.app, request, own))]
        assert [answer.sent[0]["status"] for answer in found] == [found[1].sent[0]["status"]] * 2
        assert found[0].messages == found[1].messages
    assert served == [False] * 3


async def test_a_client_is_asked_in_its_call_and_answers_beside_it(ways: tuple[Side, Side]) -> None:
    found = []
    for side in ways:
        async with posting(side.app, legacy("tools/call", {"name": "ask", "arguments": {}}), side.session) as call:
            await call.progress.until(partial(_has_message, call))
            question = call.messages[0]
            result = {"action": "accept", "content": {"sure": True}}
            answer = {"jsonrpc": "2.0", "id": question["id"], "result": result}
            assert (await post(side.app, answer, side.session)).sent[0]["status"] == 202
        assert question["method"] == "elicitation/create"
        found.append(outcomes([call], side))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("tool", "arguments"), [("hold", {}), ("stubborn", {"result": "x"}), ("stubborn", {"result": ""})]
)
async def test_a_cancelled_request_of_a_session_ends_with_the_error_that_says_so(
    ways: tuple[Side, Side], tool: str, arguments: Json
) -> None:
    found = []
    for side in ways:
        note = {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 7}}
        request = legacy("tools/call", {"name": tool, "arguments": arguments}, 7)
        async with posting(side.app, request, side.session) as call:
            await side.held.last("started")
            await post(side.app, note, side.session)
        assert side.held.names == ["started", "cancelled"]
        found.append(outcomes([call], side))
    assert found[0] == found[1]
    assert call.messages[-1]["error"]["code"] == -32800


async def test_the_end_of_a_session_ends_what_is_served_in_it(ways: tuple[Side, Side]) -> None:
    found = []
    for side in ways:
        request = legacy("tools/call", {"name": "hold", "arguments": {}})
        async with posting(side.app, request, side.session) as call:
            await side.held.last("started")
            await Post(side.app, b"", side.session, "DELETE").run()
        assert side.held.names == ["started", "cancelled"]
        assert (await post(side.app, request, side.session)).sent[0]["status"] == 404
        found.append(outcomes([call], side))
    assert found[0] == found[1]
    assert call.messages == []


async def test_a_session_has_ended_when_the_last_of_its_calls_has() -> None:
    held, release = Notes(), asyncio.Event()
    server = build_server(held, release)

    @server.tool()
    async def linger(context: Context) -> str:
        await context.report_progress(0)
        held.note("started")
        try:
            await asyncio.Event().wait()
        finally:
            with anyio.CancelScope(shield=True):
                held.note("cancelled")
                await release.wait()
                held.note("over")
        return "never"

    def note_end(owner: object, session_id: str) -> None:
        held.note(f"ended {owner} {session_id == side.session['mcp-session-id']}")

    front = build_front(server, on_session_ended=note_end)
    async with front.lifespan():
        side = Side(front, held, release)
        await side.open()
        async with posting(front, legacy("tools/call", {"name": "linger", "arguments": {}}), side.session):
            await held.last("started")
            await Post(front, b"", side.session, "DELETE").run()
            await held.last("cancelled")
            release.set()
        await held.last("ended None True")
    assert held.names[-2:] == ["over", "ended None True"]


async def test_a_session_does_not_expire_while_a_request_is_served(ways: tuple[Side, Side]) -> None:
    ours, _ = ways
    endpoint: Any = ours.app
    transport = endpoint._sessions._server_instances[ours.session["mcp-session-id"]]
    request = legacy("tools/call", {"name": "hold", "arguments": {}})
    async with posting(ours.app, request, ours.session):
        await ours.held.last("started")
        await ours.request("ping")
        assert transport.idle_scope.deadline == float("inf")
        ours.release.set()
    assert transport.idle_scope.deadline < float("inf")
    transport.idle_scope.cancel()
    expired = await post(ours.app, request, ours.session)
    assert expired.sent[0]["status"] == 404


@pytest.mark.parametrize("is_modern", [True, False])
async def test_a_client_that_leaves_cancels_where_the_protocol_says_so(
    ways: tuple[Side, Side], is_modern: bool
) -> None:
    for side in ways:
        params = {"name": "hold", "arguments": {}, **(PROGRESS if not is_modern else {})}
        body, headers = modern("tools/call", params) if is_modern else (legacy("tools/call", params), side.session)
        async with posting(side.app, body, headers) as call:
            await side.held.last("started")
            call.leave()
            if is_modern:
                await side.held.last("cancelled")
            side.release.set()
        assert side.held.names == ["started", "cancelled" if is_modern else "finished"]


@pytest.mark.parametrize("is_modern", [True, False])
async def test_a_call_that_takes_long_tells_that_it_lives(is_modern: bool) -> None:
    held = Notes()
    release = asyncio.Event()
    front = build_front(build_server(held, release), ping_interval_s=0.001)
    async with front.lifespan():
        side = Side(front, held, release)
        await side.open()
        params = {"name": "hold", "arguments": {}}
        body, headers = modern("tools/call", params) if is_modern else (legacy("tools/call", params), side.session)
        async with posting(front, body, headers) as call:
            await call.progress.until(lambda: call.text.count(": ping\r\n\r\n") > 2)
            release.set()
    assert call.fields["content-type"] == "text/event-stream"
    assert call.fields.get("mcp-session-id") == side.session["mcp-session-id"] or is_modern
    assert [message["result"]["content"][0]["text"] for message in call.messages] == ["held"]
    assert call.sent[-1]["more_body"] is False


async def test_two_requests_under_one_id_get_each_its_own_answer(ways: tuple[Side, Side]) -> None:
    ours, _ = ways
    request = legacy("tools/call", {"name": "hold", "arguments": {}, **PROGRESS}, 7)
    async with posting(ours.app, request, ours.session) as first:
        await ours.held.last("started")
        second = await post(
            ours.app, legacy("tools/call", {"name": "talk", "arguments": {}, **PROGRESS}, 7), ours.session
        )
        ours.release.set()
    assert [message.get("method", "answer") for message in second.messages] == ["notifications/progress"] * 2 + [
        "answer"
    ]
    assert first.messages[-1]["result"]["content"][0]["text"] == "held"


async def test_a_broken_connection_costs_a_session_nothing(ways: tuple[Side, Side]) -> None:
    ours, _ = ways
    request = b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"echo","arguments":{"text":"x"}}}'
    broken = await Post(ours.app, request, ours.session, fails_to_send=True).run()
    assert broken.sent == []
    assert (await ours.call("echo", {"text": "x"}))[0].messages[0]["result"]["isError"] is False


async def test_what_a_tool_leaves_to_the_end_of_the_connection_is_done(ways: tuple[Side, Side]) -> None:
    for side in ways:
        session, alone = await side.call("tidy")
        assert session.messages[0]["result"]["content"] == alone.messages[0]["result"]["content"]
        # On the old wire the connection is the session, which goes on.
        await side.held.last("tidied")
        await Post(side.app, b"", side.session, "DELETE").run()
        await side.held.until(lambda side=side: side.held.names == ["tidied"] * 2)  # type: ignore[misc]


async def test_a_session_that_breaks_is_no_session_any_more(
    ways: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def break_down(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    endpoint: Any = ways[0].app
    monkeypatch.setattr(direct_sessions, "serve_connection", break_down)
    assert (await post(endpoint, legacy("initialize", {}))).sent[0]["status"] >= 400
    assert "a session crashed" in caplog.text
    assert endpoint.session_count() == 1


async def test_sessions_may_last_for_ever() -> None:
    held, release = Notes(), asyncio.Event()
    sessions = build_server(held, release).http_sessions(session_idle_timeout=None)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = JSONRPCRequest(jsonrpc="2.0", id=1, method="tools/list")
        is_open = any(name == b"mcp-session-id" for name, _ in scope["headers"])
        if not (is_open and await DirectCalls(sessions, 15.0).serve(request, scope, receive, send)):
            await sessions.handle_request(scope, receive, send)

    async with sessions.run():
        side = Side(app, held, release)
        opened = await post(app, initialize())
        named = {"mcp-session-id": opened.fields["mcp-session-id"]}
        listed = await Post(side.app, b"", named).run()
    assert len(listed.messages[0]["result"]["tools"]) == 8


async def test_a_request_without_a_session_opens_none(ways: tuple[Side, Side]) -> None:
    endpoint: Any = ways[0].app
    assert (await post(endpoint, legacy("tools/list"))).sent[0]["status"] == 400
    assert endpoint.session_count() == 1


def _has_message(call: Post) -> bool:
    return bool(call.sent) and bool(call.messages)


def _lower(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
