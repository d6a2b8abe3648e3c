"""Requests with a known head are served without ASGI where the application says so, and nobody can tell."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from oauth2_demo.tests.http.test_known_heads import HANG_GUARD_S, exchange, post
from oauth2_demo.web.server import listen, make_server
from oauth2_demo.web.whole_answer import WHOLE_ANSWER, WholeAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import Receive, Scope, Send
    from uvicorn import Server

    from oauth2_demo.tests.http.http_harness import RunningServer
    from oauth2_demo.web.direct import Serve

pytestmark = pytest.mark.integration

FIXED = ((b"content-type", b"text/plain"),)
LARGE = 8 * 1024 * 1024


class App:
    """Serves a request by its path, and counts those that came directly."""

    def __init__(self) -> None:
        self.direct = 0
        self.under_way = threading.Event()
        self.go_on = threading.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            for kind in ("startup", "shutdown"):
                assert (await receive())["type"] == f"lifespan.{kind}"
                await send({"type": f"lifespan.{kind}.complete"})
            return
        message = await receive()
        answer = await self.serve(scope["path"], message["body"], scope["client"][0])
        await send({"type": WHOLE_ANSWER, **answer._asdict()})

    def prepare(self, scope: Scope) -> Serve | None:
        path = scope["path"]
        if path == "/asgi":
            return None

        async def serve(body: bytes, address: str) -> WholeAnswer:
            self.direct += 1
            return await self.serve(path, body, address)

        return serve

    async def serve(self, path: str, body: bytes, address: str) -> WholeAnswer:
        if path == "/wait" and self.direct:
            self.under_way.set()
            await asyncio.to_thread(self.go_on.wait, HANG_GUARD_S)
        if path == "/broken" and self.direct:
            raise RuntimeError("on purpose")
        if path == "/large":
            return WholeAnswer(200, FIXED, (), b"x" * LARGE)
        own = ((b"x-own", b"1\r\nx-smuggled: 2"),) if path == "/smuggle" and self.direct else ((b"x-own", b"1"),)
        fixed = (*FIXED, (b"connection", b"close")) if path == "/close" else FIXED
        return WholeAnswer(200, fixed, own, b"%b %b" % (body, address.encode()))


@contextmanager
def connected(app: App) -> Iterator[tuple[socket.socket, Server]]:
    listener = listen("127.0.0.1", 0)
    server = make_server(app)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        with socket.create_connection(listener.getsockname(), HANG_GUARD_S) as client:
            yield client, server
    finally:
        app.go_on.set()
        server.should_exit = True
        thread.join(HANG_GUARD_S)
        assert not thread.is_alive()


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: t\r\n\r\n".encode()


def without_date(head: bytes) -> bytes:
    return re.sub(rb"date: [^\r]*\r\n", b"", head)


def until_closed(client: socket.socket) -> bytes:
    received = b""
    while chunk := client.recv(65536):
        received += chunk
    return received


def test_a_direct_answer_has_the_bytes_of_the_one_before() -> None:
    app = App()
    with connected(app) as (client, _):
        answers = [exchange(client, post(body)) for body in (b"one", b"two", b"six")]
        assert [without_date(head) for head, _ in answers] == [without_date(answers[0][0])] * 3
        assert [body for _, body in answers] == [b"one 127.0.0.1", b"two 127.0.0.1", b"six 127.0.0.1"]
        assert b"\r\nx-own: 1\r\n" in answers[0][0]
        assert app.direct == 2


def test_the_application_decides_which_heads_are_served_directly() -> None:
    app = App()
    with connected(app) as (client, _):
        assert len({without_date(exchange(client, get("/asgi"))[0]) for _ in range(3)}) == 1
        assert app.direct == 0


def test_a_request_behind_one_that_is_served_directly_has_its_turn() -> None:
    app = App()
    with connected(app) as (client, _):
        exchange(client, get("/wait"))
        client.sendall(get("/wait"))
        assert app.under_way.wait(HANG_GUARD_S)
        client.sendall(get("/asgi") + get("/wait"))
        app.go_on.set()
        received = b""
        while received.count(b"HTTP/1.1 200") < 3:
            received += client.recv(65536)


def test_a_client_that_leaves_while_it_is_served_directly_hinders_nobody() -> None:
    app = App()
    with connected(app) as (client, server):
        address = client.getpeername()
        exchange(client, get("/wait"))
        client.sendall(get("/wait"))
        assert app.under_way.wait(HANG_GUARD_S)
        client.close()
        app.go_on.set()
        with socket.create_connection(address, HANG_GUARD_S) as other:
            assert exchange(other, get("/asgi"))[1] == b" 127.0.0.1"
        assert server.started


def test_a_stopping_server_ends_a_direct_request_and_says_that_it_was_the_last() -> None:
    app = App()
    with connected(app) as (client, server):
        exchange(client, get("/wait"))
        client.sendall(get("/wait"))
        assert app.under_way.wait(HANG_GUARD_S)
        server.should_exit = True
        # The connection is told to end before the answer is there.
        for _ in range(10_000):
            if any(not connection.cycle.keep_alive for connection in list(server.server_state.connections)):  # type: ignore[union-attr] # HTTP connections only
                break
            threading.Event().wait(0.001)
        app.go_on.set()
        received = until_closed(client)
        assert b"connection: close" in received
        assert received.endswith(b" 127.0.0.1")


@pytest.mark.parametrize("path", ["/broken", "/smuggle"])
def test_what_cannot_be_answered_directly_is_a_500_as_under_asgi(path: str) -> None:
    app = App()
    with connected(app) as (client, _):
        assert exchange(client, get(path))[0].startswith(b"HTTP/1.1 200 ")
        head, body = exchange(client, get(path))
        assert head.startswith(b"HTTP/1.1 500 ")
        assert body == b"Internal Server Error"
        assert b"smuggled" not in head


def test_a_direct_answer_that_ends_the_connection_says_so() -> None:
    app = App()
    with connected(app) as (client, _):
        head, _ = exchange(client, get("/close"))
        assert b"connection: close" in head
        assert client.recv(1) == b""


def test_a_reader_who_is_slow_gets_large_direct_answers_whole() -> None:
    app = App()
    with connected(app) as (client, _):
        client.sendall(get("/large"))
        assert len(until_length(client, LARGE)) == LARGE
        client.sendall(get("/large"))
        assert len(until_length(client, LARGE)) == LARGE
        assert app.direct == 1


def until_length(client: socket.socket, length: int) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        received += client.recv(65536)
    body = bytearray(received.partition(b"\r\n\r\n")[2])
    while len(body) < length:
        body += client.recv(1 << 20)
    return bytes(body)


# The real servers


def ask(client: socket.socket, request: bytes) -> tuple[bytes, Any]:
    """The head without what differs each time, and the document without it."""
    head, body = exchange(client, request)
    head = re.sub(rb"(date|x-request-id): [^\r]*\r\n", b"", head)
    document = json.loads(body) if body else None
    for member in ("timestamp", "access_token", "error_id"):
        if isinstance(document, dict):
            document.pop(member, None)
    return re.sub(rb"content-length: \d+", b"", head), document


@pytest.mark.parametrize(
    ("method", "path", "fields", "body", "status"),
    [
        ("GET", "/hello", ["Authorization: Bearer {token}"], b"", 200),
        ("GET", "/hello", ["Authorization: Bearer {token}", "Accept-Language: ko"], b"", 200),
        ("GET", "/hello", ["Authorization: Bearer {token}x"], b"", 401),
        ("GET", "/hello", [], b"", 401),
        ("GET", "/hello?access_token=x", ["Authorization: Bearer {token}"], b"", 400),
        ("GET", "/hello", ["Authorization: Bearer {token}", "Origin: https://evil.example"], b"", 403),
        ("GET", "/hello", ["Authorization: Bearer {token}", "Content-Length: 4"], b"body", 200),
        ("DELETE", "/hello", [], b"", 405),
        ("GET", "/nothing", [], b"", 404),
        ("GET", "/health/live", [], b"", 200),
        ("GET", "/health/ready", [], b"", 200),
        ("GET", "/.well-known/oauth-authorization-server", [], b"", 200),
        ("POST", "/oauth2/token", ["{form}"], b"{credentials}", 200),
        ("POST", "/oauth2/token", ["{form}"], b"grant_type=client_credentials&client_id=mcp-client", 400),
        ("POST", "/oauth2/token", ["{form}"], b"x" * 20_000, 413),
        ("POST", "/oauth2/introspect", ["{form}"], b"{credentials}&token=nonsense", 200),
        ("POST", "/oauth2/revoke", ["{form}"], b"{credentials}&token=nonsense", 200),
    ],
)
def test_the_same_request_is_answered_alike_however_often_it_comes(
    server: RunningServer, method: str, path: str, fields: list[str], body: bytes, status: int
) -> None:
    credentials = b"grant_type=client_credentials&client_id=mcp-client&client_secret=secret&scope=mcp.access"
    body = body.replace(b"{credentials}", credentials)
    words = {"token": server.token(), "form": "Content-Type: application/x-www-form-urlencoded"}
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: localhost:{server.port}",
        *(field.format(**words) for field in fields),
    ]
    if method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    request = "\r\n".join([*lines, "", ""]).encode() + body
    answers = []
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server.port), HANG_GUARD_S) as client:
            answers.append(ask(client, request))
    assert answers[0][0].startswith(f"HTTP/1.1 {status} ".encode())
    assert answers == [answers[0]] * 3


def test_direct_requests_are_on_record_each_with_the_id_that_its_client_got(server: RunningServer) -> None:
    request = f"GET /hello HTTP/1.1\r\nHost: localhost:{server.port}\r\nAuthorization: Bearer {server.token()}\r\n\r\n"
    ids = []
    with socket.create_connection(("127.0.0.1", server.port), HANG_GUARD_S) as client:
        for _ in range(20):
            head, _ = exchange(client, request.encode())
            ids.append(head.partition(b"x-request-id: ")[2][:32].decode())
    recorded = [record["request_id"] for record in server.records()]
    assert [recorded.count(request_id) for request_id in ids] == [1] * 20


def test_a_revoked_token_is_refused_under_a_head_that_was_served_directly(server: RunningServer) -> None:
    token = server.token()
    request = f"GET /hello HTTP/1.1\r\nHost: localhost:{server.port}\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", server.port), HANG_GUARD_S) as client:
        assert [exchange(client, request)[0][9:12] for _ in range(3)] == [b"200"] * 3
        fields = {"token": token, "client_id": "mcp-client", "client_secret": "secret"}
        assert server.post_form(fields, url="/oauth2/revoke").status_code == 200
        assert exchange(client, request)[0][9:12] == b"401"
