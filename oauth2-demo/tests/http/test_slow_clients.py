"""Deadlines and limits of connections, over real sockets: slow clients are ended while good ones are served."""

from __future__ import annotations

import asyncio
import errno
import select
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import httptools
import pytest

from oauth2_demo.web import whole_answer
from oauth2_demo.web.connections import ConnectionLimits
from oauth2_demo.web.lean_http import split_target
from oauth2_demo.web.server import listen, make_server
from oauth2_demo.web.whole_answer import field_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import Receive, Scope, Send

pytestmark = pytest.mark.integration

LIMITS = ConnectionLimits(
    request_receipt_s=0.4, keep_alive_s=0.2, answer_drain_s=0.4, max_header_bytes=4096, max_request_bytes=65536
)
HANG_GUARD_S = 20.0
GOOD = b"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\n\r\ngood"


class Echo:
    """Answers with the request's body, or with what the path asks for."""

    def __init__(self) -> None:
        self.stream_begun = threading.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            for kind in ("startup", "shutdown"):
                assert (await receive())["type"] == f"lifespan.{kind}"
                await send({"type": f"lifespan.{kind}.complete"})
            return
        body = await self._answer(scope, receive)
        await send({"type": "http.response.start", "status": 200, "headers": answer_headers(scope["path"], len(body))})
        if scope["path"] == "/stream":
            # The head of a stream must reach its reader before there is anything to read.
            await asyncio.to_thread(self.stream_begun.wait, HANG_GUARD_S)
        for part in (body[:2], body[2:]) if scope["path"] == "/parts" else ():
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b"" if scope["path"] == "/parts" else body})

    async def _answer(self, scope: Scope, receive: Receive) -> bytes:
        if scope["path"] == "/early":
            return b"early"
        if scope["path"] == "/big":
            return b"x" * 20_000_000
        if scope["path"] == "/headers":
            return b"\n".join(name + b"=" + value for name, value in scope["headers"])
        if scope["path"] == "/peer":
            return f"{scope['client'][0]} {scope['scheme']}".encode()
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        return body


def answer_headers(path: str, length: int) -> list[tuple[bytes, bytes]]:
    """The header fields that a path is about; a length except for streams."""
    if path == "/stream":
        return []
    extra = {
        "/upper": [(b"X-Mixed", b"a")],
        "/injected": [(b"x-a", b"1\r\nx-b: 2")],
        "/injected-name": [(b"x a", b"1")],
        "/close": [(b"connection", b"close")],
        "/wrong-length": [(b"content-length", b"%d" % (length + 1))],
    }.get(path, [])
    return extra if path == "/wrong-length" else [(b"content-length", b"%d" % length), *extra]


@contextmanager
def running(
    limits: ConnectionLimits = LIMITS, *, proxies: tuple[str, ...] = (), app: Echo | None = None
) -> Iterator[tuple[str, int]]:
    """Serve `Echo` in a thread and give its address."""
    listener = listen("127.0.0.1", 0)
    server = make_server(app or Echo(), limits=limits, trusted_proxies=proxies)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()
    finally:
        server.should_exit = True
        thread.join(HANG_GUARD_S)
        assert not thread.is_alive()


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    with running() as server_address:
        yield server_address


def connect(address: tuple[str, int]) -> socket.socket:
    return socket.create_connection(address, timeout=HANG_GUARD_S)


def until_closed(client: socket.socket) -> bytes:
    """Read until the server ends the connection; a server that never does fails by the socket's timeout."""
    received = b""
    try:
        while chunk := client.recv(65536):
            received += chunk
    except ConnectionResetError:
        pass
    return received


def drip(client: socket.socket, data: bytes) -> bytes:
    """Send one byte at a time, waiting for an end in between, and give what the server said before it ended."""
    client.settimeout(0.05)
    for sent in range(len(data)):
        try:
            client.sendall(data[sent : sent + 1])
            return client.recv(65536)
        except TimeoutError:
            continue
        except ConnectionError:
            return b""
    pytest.fail("the server took the whole drip")


def exchange(address: tuple[str, int], request: bytes) -> bytes:
    """Send a request that asks for the end of the connection, or makes it, and read everything."""
    with connect(address) as client:
        client.sendall(request)
        return until_closed(client)


def test_a_connection_that_never_sends_a_byte_is_ended(address: tuple[str, int]) -> None:
    with connect(address) as client:
        assert until_closed(client) == b""


def test_a_half_sent_head_is_ended_with_408(address: tuple[str, int]) -> None:
    assert exchange(address, b"GET /echo HTTP/1.1\r\nHost: t\r\nX-").startswith(b"HTTP/1.1 408 ")


def test_a_half_sent_body_is_ended_with_408(address: tuple[str, int]) -> None:
    assert exchange(address, GOOD[:-1]).startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize(
    "beginning",
    [b"", b"GET /echo HTTP/1.1\r\nX: ", b"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 99999\r\n\r\n"],
    ids=["request line", "head", "body"],
)
def test_a_drip_does_not_extend_the_deadline(address: tuple[str, int], beginning: bytes) -> None:
    with connect(address) as client:
        client.sendall(beginning)
        assert drip(client, b"GET /" + b"a" * 400)[:13] in {b"HTTP/1.1 408 ", b""}


def test_blank_lines_do_not_keep_an_idle_connection_open(address: tuple[str, int]) -> None:
    with connect(address) as client:
        client.sendall(GOOD)
        assert client.recv(65536).endswith(b"good")
        assert drip(client, b"\r\n" * 200)[:13] in {b"HTTP/1.1 408 ", b""}


def test_an_idle_connection_is_ended_after_its_answer(address: tuple[str, int]) -> None:
    answer = exchange(address, GOOD)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"connection: close" not in answer


def test_a_body_that_drips_on_after_an_early_answer_is_ended(address: tuple[str, int]) -> None:
    with connect(address) as client:
        client.sendall(b"POST /early HTTP/1.1\r\nHost: t\r\nContent-Length: 99999\r\n\r\n")
        assert client.recv(65536).endswith(b"early")
        drip(client, b"x" * 400)


def test_a_connection_serves_requests_in_turn_for_longer_than_one_deadline(address: tuple[str, int]) -> None:
    with connect(address) as client:
        end = time.monotonic() + 3 * LIMITS.request_receipt_s
        while time.monotonic() < end:
            client.sendall(GOOD)
            assert client.recv(65536).endswith(b"good")


@pytest.mark.parametrize("connection", [b"keep-alive", b"close"])
def test_a_client_that_never_reads_its_answer_is_ended(address: tuple[str, int], connection: bytes) -> None:
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(address)
        client.sendall(b"GET /big HTTP/1.1\r\nHost: t\r\nConnection: " + connection + b"\r\n\r\n")
        poll = select.poll()
        # Only an error or a hang-up counts: the readable bytes of the answer stay unread.
        poll.register(client, 0)
        assert poll.poll(HANG_GUARD_S * 1000)
        assert client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == errno.ECONNRESET


def test_a_reader_that_keeps_up_gets_a_large_answer_whole() -> None:
    with running(replace(LIMITS, answer_drain_s=HANG_GUARD_S)) as address:
        answer = exchange(address, b"GET /big HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
    assert answer.endswith(b"x" * 20_000_000)


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET /echo HTTP/1.1\r\nHost: t\r\nX: " + b"a" * 5000 + b"\r\n\r\n", b"431"),
        (b"GET /echo HTTP/1.1\r\nHost: t\r\nX: " + b"a" * 5000, b"431"),
        (b"GET /echo HTTP/1.1\r\nHost: t\r\n" + b"X: a\r\n" * 3000 + b"\r\n", b"431"),
        (b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\nHost: t\r\n\r\n", b"414"),
        (b"POST /wait HTTP/1.1\r\nHost: t\r\nContent-Length: 999999\r\n\r\n" + b"a" * 999999, b"413"),
        (b"\x16\x03\x01\x02\x00", b"400"),
        (b"GET /echo HTTP/1.1\r\nHost : t\r\n\r\n", b"400"),
        (b"GET /echo HTTP/1.1\r\nHost: t\r\nX: \x00\r\n\r\n", b"400"),
        (b"POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", b"400"),
        (b"POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
        (b"POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", b"400"),
    ],
    ids=[
        "field too long", "endless field", "too many fields", "target too long", "body too long", "no HTTP",
        "blank before colon", "control character", "two lengths", "broken chunk", "repeated length",
    ],
)  # fmt: skip
def test_what_is_too_large_or_broken_is_answered_once_and_closed(
    address: tuple[str, int], request_bytes: bytes, status: bytes
) -> None:
    answer = exchange(address, request_bytes)
    assert answer.startswith(b"HTTP/1.1 " + status + b" ")
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"connection: close\r\n" in answer


def test_a_broken_request_does_not_tear_the_answer_before_it(address: tuple[str, int]) -> None:
    answer = exchange(address, GOOD + b"\x00broken\r\n\r\n")
    assert answer.count(b"HTTP/1.1 ") <= 2
    assert not answer or answer.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 400 "))


def test_blanks_around_header_values_are_no_part_of_them(address: tuple[str, int]) -> None:
    answer = exchange(address, b"GET /headers HTTP/1.1\r\nHost: t\r\nX-A: \t one two \t \r\nX-B: \r\n\r\n")
    assert answer.endswith(b"host=t\nx-a=one two\nx-b=")


def test_trailers_never_become_header_fields(address: tuple[str, int]) -> None:
    head = b"POST /headers HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = exchange(address, head + b"1\r\na\r\n0\r\nAuthorization: Bearer late\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"late" not in answer


def test_the_server_does_not_name_itself(address: tuple[str, int]) -> None:
    assert b"\r\nserver:" not in exchange(address, GOOD).lower()


@pytest.mark.parametrize("split", [0, 2, 4])
def test_a_wish_to_upgrade_is_ignored_and_the_body_is_read(address: tuple[str, int], split: int) -> None:
    head = b"POST /echo HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 4\r\n\r\n"
    with connect(address) as client:
        client.sendall(head + b"good"[:split])
        client.sendall(b"good"[split:])
        answer = until_closed(client)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"good")


def test_an_upgrade_with_a_chunked_body_is_refused(address: tuple[str, int]) -> None:
    head = b"POST /echo HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    assert exchange(address, head + b"1\r\na\r\n0\r\n\r\n").startswith(b"HTTP/1.1 400 ")


def test_a_half_sent_body_after_an_upgrade_wish_is_ended(address: tuple[str, int]) -> None:
    head = b"POST /echo HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 4\r\n\r\n"
    assert exchange(address, head + b"go").startswith(b"HTTP/1.1 408 ")


def test_pipelined_requests_are_answered_in_order(address: tuple[str, int]) -> None:
    second = GOOD.replace(b"good", b"next")
    answer = exchange(address, GOOD + second + GOOD)
    assert [part[-4:] for part in answer.split(b"HTTP/1.1 200 OK")[1:]] == [b"good", b"next", b"good"]


@pytest.mark.parametrize("path", [b"/echo", b"/parts", b"/close", b"/upper"])
@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
@pytest.mark.parametrize("method", [b"POST", b"HEAD"])
def test_an_answer_is_the_same_whichever_way_it_is_written(
    address: tuple[str, int], path: bytes, version: bytes, method: bytes
) -> None:
    request = method + b" " + path + b" HTTP/" + version + b"\r\nHost: t\r\nContent-Length: 4\r\n\r\ngood"
    head, _, body = exchange(address, request).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"\r\ncontent-length: 4" in head
    assert (b"\r\nconnection: close" in head) == (version == b"1.0" or path == b"/close")
    assert (b"\r\nx-mixed: a" in head) == (path == b"/upper")
    assert body == (b"" if method == b"HEAD" else b"good")


@pytest.mark.parametrize("path", [b"/injected", b"/injected-name", b"/wrong-length"])
def test_a_broken_head_never_leaves_the_server(address: tuple[str, int], path: bytes) -> None:
    answer = exchange(address, GOOD.replace(b"/echo", path))
    assert b"x-b: 2" not in answer
    assert b"x a: 1" not in answer
    assert not answer.endswith(b"good") or path == b"/wrong-length"


def test_the_head_of_a_stream_is_written_before_its_body() -> None:
    app = Echo()
    with running(replace(LIMITS, keep_alive_s=5.0), app=app) as address, connect(address) as client:
        client.sendall(GOOD.replace(b"/echo", b"/stream"))
        received = client.recv(65536)
        assert received.endswith(b"\r\n\r\n")
        app.stream_begun.set()
        while not received.endswith(b"0\r\n\r\n"):
            received += client.recv(65536)
    assert b"transfer-encoding: chunked" in received
    assert b"4\r\ngood\r\n" in received


@pytest.mark.parametrize(
    ("target", "path", "query"),
    [
        (b"/a?b=c?d", b"/a", b"b=c?d"),
        (b"/a", b"/a", b""),
        (b"/a#f?x", b"/a", b""),
        (b"//a/b?c", b"//a/b", b"c"),
        (b"http://h/a?b", b"/a", b"b"),
        (b"/?", b"/", b""),
        (b"*", b"*", b""),
    ],
)
def test_a_target_is_split_as_the_url_parser_splits_it(target: bytes, path: bytes, query: bytes) -> None:
    parsed = httptools.parse_url(target)
    assert split_target(target) == (parsed.path, parsed.query or b"") == (path, query)


@pytest.mark.parametrize("target", [b"http://h", b"http://", b"h"])
def test_a_target_without_a_path_is_refused(target: bytes) -> None:
    with pytest.raises(httptools.HttpParserInvalidURLError):
        split_target(target)


def test_field_lines_are_remembered_only_while_there_is_room() -> None:
    lines = [field_line(b"x-request-id", b"%d" % number) for number in range(1000)]
    assert lines[999] == b"x-request-id: 999\r\n" == field_line(b"x-request-id", b"999")
    assert len(whole_answer._known_fields) <= 256


def test_a_client_that_asks_for_100_continue_gets_it_first(address: tuple[str, int]) -> None:
    with connect(address) as client:
        client.sendall(b"POST /echo HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
        assert client.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(b"good")
        assert client.recv(65536).endswith(b"good")


def test_a_full_house_ends_who_waited_longest_and_serves_the_newcomer() -> None:
    with running(replace(LIMITS, request_receipt_s=60.0, max_connections_per_address=3)) as address:
        slow = [connect(address) for _ in range(3)]
        for number, client in enumerate(slow):
            client.sendall(b"GET /slow" + b"%d" % number)
        assert GOOD[-4:] in exchange(address, GOOD)
        assert until_closed(slow[0]) == b""
        slow[1].sendall(b" HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
        assert until_closed(slow[1]).startswith(b"HTTP/1.1 200 ")
        for client in slow:
            client.close()


def test_many_slow_clients_leave_a_good_one_served() -> None:
    with running(replace(LIMITS, max_connections_per_address=20)) as address:
        slow = [connect(address) for _ in range(60)]
        answers = [exchange(address, GOOD.replace(b"Host: t", b"Host: t\r\nConnection: close")) for _ in range(100)]
        assert all(answer.endswith(b"good") for answer in answers)
        for client in slow:
            assert until_closed(client) == b""
            client.close()


@pytest.mark.parametrize(
    ("proxies", "seen"), [((), b"127.0.0.1 http"), (("127.0.0.0/8",), b"203.0.113.9 https")], ids=["none", "trusted"]
)
def test_forwarded_fields_count_only_from_a_configured_proxy(proxies: tuple[str, ...], seen: bytes) -> None:
    request = (
        b"GET /peer HTTP/1.1\r\nHost: t\r\nConnection: close\r\n"
        b"X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n"
    )
    with running(proxies=proxies) as address:
        assert exchange(address, request).endswith(seen)


def test_a_stop_does_not_wait_for_half_sent_requests() -> None:
    patient = replace(LIMITS, request_receipt_s=3600.0, keep_alive_s=3600.0)
    with running(patient) as address:
        idle, half_head, half_body = connect(address), connect(address), connect(address)
        idle.sendall(GOOD)
        idle.recv(65536)
        half_head.sendall(b"GET /ec")
        half_body.sendall(GOOD[:-1])
    for client in (idle, half_head, half_body):
        assert until_closed(client) == b""
        client.close()


def test_a_taken_port_ends_the_start_with_a_sentence() -> None:
    with listen("127.0.0.1", 0) as listener, pytest.raises(SystemExit, match=r"Cannot listen on .* OAUTH2_DEMO_PORT"):
        listen("127.0.0.1", listener.getsockname()[1])
