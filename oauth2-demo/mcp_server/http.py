"""The HTTP front of an MCP server: Streamable HTTP (MCP 2025-06-18 to 2026-07-28), protected by bearer tokens.

What it does in front of the SDK, because the SDK does it otherwise or not at all (2.3): challenges without `error` when
nothing was sent and with the scope that is needed (RFC 6750, RFC 9728), 400 for two Authorization headers, Host and
Origin on every request, blanks around header values, and bodies that are no message.

It does not look at the path: mount it at `/mcp` and `/mcp/` both, so that no client is sent elsewhere with its token.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import anyio
from mcp_types import INVALID_REQUEST, JSONRPCRequest
from starlette.responses import Response

from oauth2_demo.mcp_server.access import Door
from oauth2_demo.mcp_server.direct import DirectCalls
from oauth2_demo.mcp_server.exchange import PING_INTERVAL_S
from oauth2_demo.mcp_server.framing import UnusableMessageError, parse_message, refusal
from oauth2_demo.mcp_server.http_answers import header_values, rpc_answer, rpc_refusal
from oauth2_demo.mcp_server.origins import Doorway
from oauth2_demo.mcp_server.sessions import unnoticed
from oauth2_demo.mcp_server.token_watch import TokenWatch
from oauth2_demo.oauth.events import current_request_id
from oauth2_demo.random_ids import random_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from oauth2_demo.mcp_server.access import AccessVerifier
    from oauth2_demo.mcp_server.server import StrictMCPServer
    from oauth2_demo.mcp_server.sessions import SessionEnd
    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.oauth.events import EventSink

_METHODS: Final = frozenset({"POST", "GET", "DELETE"})


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """What an endpoint lets its clients use."""

    max_body_bytes: int = 4 * 1024 * 1024
    max_sessions: int = 1000
    session_idle_s: float = 1800.0
    ping_interval_s: float = PING_INTERVAL_S


DEFAULT_LIMITS: Final = HttpLimits()


class _ClientGoneError(Exception):
    """The client left before it had sent its request."""


class _BodyTooLargeError(Exception):
    """The body is longer than the endpoint takes."""


def _unwatched(status: int) -> None:
    del status


def build_mcp_asgi(
    server: StrictMCPServer,
    *,
    verifier: AccessVerifier | None,
    resource: ProtectedResource,
    allowed_hosts: Iterable[str],
    allowed_origins: Iterable[str] = (),
    limits: HttpLimits = DEFAULT_LIMITS,
    events: EventSink | None = None,
    on_turned_away: Callable[[int], None] = _unwatched,
    on_session_ended: SessionEnd = unnoticed,
) -> MCPEndpoint:
    """Return the ASGI application that serves `server`.

    Args:
        server: What to serve.
        verifier: Judges the tokens. None serves everybody, and only on names of this machine itself.
        resource: Whom tokens must be for, the scope they need, and where the metadata of that lie.
        allowed_hosts: Names under which the endpoint is known, with or without port.
        allowed_origins: Web origins whose pages may use it, whole.
        limits: What its clients may use.
        events: Told of every refused token.
        on_turned_away: Told the HTTP status of every request that is refused before its message reaches the server.
        on_session_ended: Told the owner and the id of every session that ended.

    Raises:
        ValueError: An endpoint without verifier would be open to the network.
    """
    doorway = Doorway.of(allowed_hosts, allowed_origins)
    if verifier is None and not doorway.is_local:
        raise ValueError("an MCP endpoint without a verifier may only be known by loopback names")
    door = None if verifier is None else Door(verifier, resource, events)
    return MCPEndpoint(server, resource, door, doorway, limits, on_turned_away, on_session_ended)


class MCPEndpoint:
    """An ASGI application. Whoever mounts it runs `lifespan` with its own: a mounted one never runs by itself."""

    def __init__(
        self,
        server: StrictMCPServer,
        resource: ProtectedResource,
        door: Door | None,
        doorway: Doorway,
        limits: HttpLimits,
        on_turned_away: Callable[[int], None],
        on_session_ended: SessionEnd,
    ) -> None:
        self.resource = resource
        self._door = door
        self._watch = None if door is None else TokenWatch(door)
        self._doorway = doorway
        self._limits = limits
        self._on_turned_away = on_turned_away
        self._sessions = server.http_sessions(
            max_request_body_size=limits.max_body_bytes,
            max_sessions=limits.max_sessions,
            session_idle_timeout=limits.session_idle_s,
            on_ended=on_session_ended,
        )
        self._direct = DirectCalls(self._sessions, limits.ping_interval_s)

    def session_count(self) -> int:
        """Return how many sessions are open. Requests of 2026-07-28 have none."""
        return len(self._sessions._server_instances)  # noqa: SLF001 - the SDK offers no way to count them

    @asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """Keep the sessions while the outer application runs."""
        async with self._sessions.run(), anyio.create_task_group() as tasks:
            if self._watch is not None:
                tasks.start_soon(self._watch.run)
            yield
            tasks.cancel_scope.cancel()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise ValueError("an MCP endpoint speaks HTTP only")
        current_request_id.set(random_id())
        headers = [(name, value.strip(b" \t")) for name, value in scope["headers"]]
        inner: Scope = {**scope, "headers": headers}
        answer = self._turned_away(inner)
        if answer is None and self._door is not None:
            answer = await self._door.refusal(inner)
        if answer is not None:
            await self._turn_away(answer, inner, receive, send)
        elif self._watch is not None:
            await self._watch.serve(self._serve, inner, receive, send)
        else:
            await self._serve(inner, receive, send)

    async def _turn_away(self, answer: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        if isinstance(answer, Response):
            self._on_turned_away(answer.status_code)
        await answer(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request that may pass."""
        if scope["method"] != "POST":
            await self._sessions.handle_request(scope, receive, send)
            return
        answer = await self._posted(scope, receive, send)
        if answer is not None:
            await self._turn_away(answer, scope, receive, send)

    def _turned_away(self, scope: Scope) -> ASGIApp | None:
        if not self._doorway.knows_host(header_values(scope, b"host")):
            return rpc_refusal(421, "this endpoint does not answer for that Host")
        if not self._doorway.admits_origin(header_values(scope, b"origin")):
            return rpc_refusal(403, "requests from pages of that Origin are refused")
        if scope["method"] not in _METHODS:
            return rpc_refusal(405, "POST, GET and DELETE are served", {"allow": "POST, GET, DELETE"})
        return None

    async def _posted(self, scope: Scope, receive: Receive, send: Send) -> ASGIApp | None:
        """Serve a message, or return what answers it."""
        media_type = "".join(header_values(scope, b"content-type")[:1]).partition(";")[0].strip().lower()
        if media_type != "application/json":
            return rpc_refusal(415, "send Content-Type: application/json")
        # The SDK compares it with regard to case (RFC 9110, section 8.3.1, does not).
        headers = [pair for pair in scope["headers"] if pair[0] != b"content-type"]
        scope["headers"] = [*headers, (b"content-type", b"application/json")]
        try:
            body = await self._body(receive)
            message = parse_message(body)
        except _ClientGoneError:
            return None
        except _BodyTooLargeError:
            return rpc_refusal(413, f"a message may have {self._limits.max_body_bytes} bytes")
        except UnusableMessageError as unusable:
            return rpc_answer(400, unusable.answer or refusal(INVALID_REQUEST, "Invalid Request"))
        if isinstance(message, JSONRPCRequest) and await self._direct.serve(message, scope, receive, send):
            return None
        await self._sessions.handle_request(scope, _replayed(body, receive), send)
        return None

    async def _body(self, receive: Receive) -> bytes:
        """Read the body, bounded."""
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _ClientGoneError
            body += message.get("body", b"")
            if len(body) > self._limits.max_body_bytes:
                raise _BodyTooLargeError
            if not message.get("more_body", False):
                return bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay
