"""uvicorn's HTTP protocol with deadlines and limits for clients that are slow, greedy or broken (RFC 9112)."""

from __future__ import annotations

import math
import socket
import struct
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar

import httptools

from oauth2_demo.web.authority import settle_host
from oauth2_demo.web.direct import Round
from oauth2_demo.web.lean_http import LeanProtocol

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterable

    from uvicorn.config import Config
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle
    from uvicorn.server import ServerState

from oauth2_demo.web.connections import ConnectionGate, ConnectionLimits

_LINGER_NOT_AT_ALL = struct.pack("ii", 1, 0)


class GuardedProtocol(LeanProtocol):
    """One connection. Subclasses made by `guarded_protocol` carry the limits and the gate that connections share.

    A deadline is a plain attribute that one sweep for all connections compares with the clock. A timer for each request
    would cost more than the parsing of its head.
    """

    limits: ClassVar[ConnectionLimits]
    gate: ClassVar[ConnectionGate]
    sweep_timer: ClassVar[asyncio.TimerHandle | None] = None

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._is_upgrade_ignored = False
        self._request_bytes = 0
        self._head_bytes = 0
        self._unparsed_body_bytes = 0
        self._receive_by = math.inf
        self._drain_by = math.inf
        self._refusal = HTTPStatus.BAD_REQUEST

    # The connection's life.

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Admit the connection. A client that never sends a byte has the deadline of one that sends half a request."""
        super().connection_made(transport)
        self._receive_by = self.loop.time() + self.limits.request_receipt_s
        if not self.gate.admit(self, self.client[0] if self.client else ""):
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        elif self.sweep_timer is None:
            self._schedule_sweep()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self.gate.release(self)
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """Finish the answer under way, but do not wait for a client that is still sending its request."""
        if self.waits_for_client:
            self.transport.close()
        else:
            super().shutdown()

    @property
    def waits_for_client(self) -> bool:
        """Whether the client has to act next: send the rest of a request or read an answer."""
        return self._receive_by < math.inf or self._drain_by < math.inf

    def drop(self) -> None:
        """Close at once, with a reset: the kernel would otherwise keep an unread answer for minutes."""
        transport_socket = self.transport.get_extra_info("socket")
        if transport_socket is not None:
            transport_socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT_AT_ALL)
        self.transport.abort()

    # Deadlines.

    def end_if_overdue(self, now: float) -> None:
        """Close when the client did not send its request, or did not read its answer, in time."""
        if self.transport.is_closing():
            # Closing waits for the client to read what is left, and a client may never do so.
            self._drain_by = min(self._drain_by, now + self.limits.answer_drain_s)
        if now >= self._drain_by:
            self.drop()
        elif now >= self._receive_by:
            self._receive_by = math.inf
            self._refuse(HTTPStatus.REQUEST_TIMEOUT)

    def _schedule_sweep(self) -> None:
        """Sweep now and then while there are connections. The timer belongs to the class: one for all."""
        owner = type(self)

        def sweep() -> None:
            owner.sweep_timer = None
            self.gate.sweep(self.loop.time())
            if len(self.gate):
                self._schedule_sweep()

        owner.sweep_timer = self.loop.call_later(self.limits.sweep_interval_s, sweep)

    def pause_writing(self) -> None:
        """The client does not read: give it a while."""
        super().pause_writing()
        self._drain_by = self.loop.time() + self.limits.answer_drain_s

    def resume_writing(self) -> None:
        """The client reads again."""
        super().resume_writing()
        self._drain_by = math.inf

    # Parsing.

    def data_received(self, data: bytes) -> None:
        """Parse, within the limits. A broken or too large request is answered once and its connection closed."""
        if self.transport.is_closing():
            return
        if self.replay(data):
            self._receive_by = math.inf
            return
        begins_request, before = self.is_between_requests, self.cycle
        self._request_bytes += len(data)
        if self._unparsed_body_bytes:
            self._take_unparsed_body(data)
            return
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._ignore_upgrade(data[upgrade.args[0] :])
        except httptools.HttpParserError:
            self._refuse(self._refusal)
        else:
            self._check_size()
            # A line end between two requests is none: it would stand for the one before it, with its token.
            if begins_request and self.is_between_requests and self.cycle is not before:
                self.remember(data)

    def _check_size(self) -> None:
        if self.is_in_head and self._request_bytes > self.limits.max_header_bytes:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        elif self._request_bytes > self.limits.max_request_bytes:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

    def on_message_begin(self) -> None:
        """The first byte of a request: its deadline starts."""
        super().on_message_begin()
        self.is_between_requests = False
        self._head_bytes = 0
        self._receive_by = self.loop.time() + self.limits.request_receipt_s

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take one field, within the limit for the whole head."""
        self._head_bytes += len(name) + len(value)
        if self._head_bytes > self.limits.max_header_bytes:
            self._refusal = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
            raise ValueError("header too large")
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Start the application unless the target fills what is left of the limit, or names no host of its own."""
        if self._head_bytes + len(self.url) > self.limits.max_header_bytes:
            self._refusal = HTTPStatus.REQUEST_URI_TOO_LONG
            raise ValueError("request target too long")
        settle_host(self.url, self.headers, self.parser.get_http_version())
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole: from here on the server is the one to act, unless it has answered already."""
        if self.parser.should_upgrade() and not self._is_upgrade_ignored:
            return
        super().on_message_complete()
        self.is_in_head = self.is_between_requests = True
        self._request_bytes = 0
        self._receive_by = self.loop.time() + self.limits.keep_alive_s if self.cycle.response_complete else math.inf

    def on_response_complete(self) -> None:
        """The answer is written: an idle connection has a deadline again. Half a request keeps the one it had."""
        if self._receive_by == math.inf and not self.pipeline:
            self._receive_by = self.loop.time() + self.limits.keep_alive_s
        super().on_response_complete()

    # Upgrades.

    def _ignore_upgrade(self, rest: bytes) -> None:
        """Serve the request without the upgrade it wishes for (RFC 9110, section 7.8): there is nothing to upgrade to.

        Java's client asks for HTTP/2 in its first request, a token request too, and the parser leaves the body of such
        a request unread. The connection ends with the answer, so that nothing else is read with this parser.
        """
        self._is_upgrade_ignored = True
        self.cycle.keep_alive = False
        length = next((value for name, value in self.headers if name == b"content-length"), b"0")
        if any(name == b"transfer-encoding" for name, _ in self.headers):
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        self._unparsed_body_bytes = int(length)
        self._take_unparsed_body(rest)

    def _take_unparsed_body(self, data: bytes) -> None:
        body = data[: self._unparsed_body_bytes]
        self._unparsed_body_bytes -= len(body)
        if body:
            self.on_body(body)
        if not self._unparsed_body_bytes:
            self.on_message_complete()
        else:
            self._check_size()

    # Refusals that no application sees.

    def _refuse(self, status: HTTPStatus) -> None:
        """Answer once and close. Nothing is written to an idle connection, nor into another request's answer."""
        is_idle = status is HTTPStatus.REQUEST_TIMEOUT and self._request_bytes == 0
        if not (is_idle or self.transport.is_closing() or self._is_answering()):
            body = status.phrase.encode("ascii")
            head = (
                f"HTTP/1.1 {status.value} {status.phrase}\r\ncontent-type: text/plain; charset=utf-8\r\n"
                f"content-length: {len(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
            )
            self.transport.write(head.encode("ascii") + body)
        self.transport.close()

    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return bool(self.pipeline) or (cycle is not None and cycle.response_started and not cycle.response_complete)


def guarded_protocol(limits: ConnectionLimits, trusted_proxies: Iterable[str] = ()) -> type[GuardedProtocol]:
    """Make the protocol class of one server: its connections share `limits` and one gate."""

    class BoundProtocol(GuardedProtocol):
        pass

    BoundProtocol.limits = limits
    BoundProtocol.known_heads = {}
    BoundProtocol.round = Round()
    BoundProtocol.gate = ConnectionGate(limits, trusted_proxies)
    return BoundProtocol
