"""A request whose head is known is served as if it had been parsed, over real sockets."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.web import lean_http
from oauth2_demo.web.server import listen, make_server
from oauth2_demo.web.whole_answer import WHOLE_ANSWER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import Receive, Scope, Send

    from oauth2_demo.web.direct import KnownHead

pytestmark = pytest.mark.integration

HANG_GUARD_S = 20.0
GET = b"GET /a%20b?x=1 HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer abc\r\nX-Twice: 1\r\nX-Twice: 2\r\n\r\n"


def post(body: bytes, *fields: bytes) -> bytes:
    lines = [b"POST /form HTTP/1.1", b"Host: t", b"Content-Length: %d" % len(body), *fields]
    return b"\r\n".join([*lines, b"", body])


class Mirror:
    """Tells what it was given, in one message, and spoils the scope for whoever comes next."""

    def __init__(self) -> None:
        self.fixed: tuple[tuple[bytes, bytes], ...] = ((b"content-type", b"application/json"),)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            for kind in ("startup", "shutdown"):
                assert (await receive())["type"] == f"lifespan.{kind}"
                await send({"type": f"lifespan.{kind}.complete"})
            return
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        told = [scope["method"], scope["path"], scope["query_string"].decode(), repr(scope["headers"]), body.decode()]
        answer = json.dumps(told).encode()
        scope["headers"].clear()
        scope["path"] = "/spoiled"
        scope["client"] = None
        assert WHOLE_ANSWER in scope["extensions"]
        await send({"type": WHOLE_ANSWER, "status": 200, "fixed": self.fixed, "headers": [], "body": answer})


@contextmanager
def connected(app: Mirror | None = None) -> Iterator[tuple[socket.socket, dict[bytes, KnownHead]]]:
    """Serve, and give one connection and the heads that the server knows."""
    listener = listen("127.0.0.1", 0)
    server = make_server(app or Mirror())
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        with socket.create_connection(listener.getsockname(), HANG_GUARD_S) as client:
            yield client, server.config.http.known_heads  # type: ignore[union-attr] # a class of ours
    finally:
        server.should_exit = True
        thread.join(HANG_GUARD_S)


def exchange(client: socket.socket, *pieces: bytes) -> tuple[bytes, bytes]:
    """Send a request and give head and body of the answer."""
    for piece in pieces:
        client.sendall(piece)
    received = b""
    while b"\r\n\r\n" not in received:
        received += client.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += client.recv(65536)
    assert len(body) == length
    return head, body


def told(client: socket.socket, *pieces: bytes) -> list[str]:
    answer: list[str] = json.loads(exchange(client, *pieces)[1])
    return answer


def test_the_same_bytes_are_answered_alike_again_and_again() -> None:
    with connected() as (client, known):
        first = told(client, GET)
        assert len(known) == 1
        assert first[:3] == ["GET", "/a b", "x=1"]
        assert [told(client, GET) for _ in range(3)] == [first] * 3


def test_a_known_head_takes_another_body_of_its_length_and_no_other() -> None:
    with connected() as (client, known):
        for body in (b"one", b"two", b"three", b"six", b"seven"):
            assert told(client, post(body))[4] == body.decode()
        assert len(known) == 2


def test_a_known_head_that_comes_in_pieces_or_with_more_behind_it_is_parsed() -> None:
    request = post(b"body")
    with connected() as (client, _):
        told(client, request)
        for cut in (1, request.index(b"\r\n\r\n") + 4, len(request) - 1):
            assert told(client, request[:cut], request[cut:])[4] == "body"
        client.sendall(request + GET)
        received = b""
        while received.count(b"HTTP/1.1 200") < 2 or not received.endswith(b"]"):
            received += client.recv(65536)
        assert received.index(b'"body"') < received.index(b"/a b")


@pytest.mark.parametrize(
    "request_bytes",
    [
        post(b"a", b"Authorization: Basic bWU6c2VjcmV0"),
        post(b"a", b"Connection: close"),
        post(b"a", b"Expect: 100-continue").replace(b"Expect: 100-continue", b"Expect: nothing"),
        b"POST /form HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
    ],
    ids=["a secret", "the end of the connection", "an expectation", "chunks"],
)
def test_heads_with_secrets_or_a_say_in_the_connection_are_not_kept(request_bytes: bytes) -> None:
    with connected() as (client, known):
        assert told(client, request_bytes)[4] == "a"
        assert not known


@pytest.mark.parametrize(
    "before", [b"GET /first HTTP/1.1\nHost: t\n\n", b"\r\n"], ids=["bare line feeds", "a blank line"]
)
def test_a_head_that_may_end_elsewhere_is_not_kept(before: bytes) -> None:
    with connected() as (client, known):
        client.sendall(before + GET)
        received = b""
        while b"/a b" not in received and b" 400 " not in received:
            received += client.recv(65536)
        assert not [head for head in known if b"/a%20b" in head]


def test_the_oldest_head_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lean_http, "_MAX_KNOWN_HEADS", 2)
    with connected() as (client, known):
        for path in (b"/1", b"/2", b"/3"):
            told(client, GET.replace(b"/a%20b", path))
        assert [head.split(b" ")[1] for head in known] == [b"/2?x=1", b"/3?x=1"]


def test_a_whole_answer_that_ends_the_connection_says_so() -> None:
    app = Mirror()
    app.fixed = (*app.fixed, (b"connection", b"close"))
    with connected(app) as (client, _):
        head, _ = exchange(client, GET)
        assert b"connection: close" in head
        assert b"content-type: application/json" in head
        assert client.recv(1) == b""


def test_a_header_that_would_break_the_answer_is_refused() -> None:
    app = Mirror()
    app.fixed = ((b"x-a", b"1\r\nx-b: 2"),)
    with connected(app) as (client, _):
        head, _ = exchange(client, GET)
        assert b"500" in head.partition(b"\r\n")[0]
        assert b"x-b" not in head
