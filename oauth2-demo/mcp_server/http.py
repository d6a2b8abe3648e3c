"""The HTTP front of an MCP server: Streamable HTTP (MCP 2025-06-18 to 2026-07-28), protected by bearer tokens.

What it does in front of the SDK, because the SDK does it otherwise or not at all (2.3): challenges without `error` when
nothing was sent and with the scope that is needed (RFC 6750, RFC 9728), 400 for two Authorization headers, Host and
Origin on every request, blanks around header values, and bodies that are no message.

It does not look at the path: mount it at `/mcp` and `/mcp/` both, so that no client is sent elsewhere with its token.
"""

from __future__ import annotations

import json
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser
from mcp.server.auth.provider import AccessToken
from mcp_types import INVALID_REQUEST
from starlette.responses import Response

from oauth2_demo.mcp_server.framing import UnusableMessageError, parse_message, refusal
from oauth2_demo.mcp_server.origins import Doorway
from oauth2_demo.oauth.bearer import read_bearer
from oauth2_demo.oauth.errors import InsufficientScopeError, InvalidTokenError, OAuthError, Reason, UnavailableError
from oauth2_demo.oauth.events import refusal as refusal_event

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from mcp_types import JSONRPCError
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from oauth2_demo.mcp_server.server import StrictMCPServer
    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.oauth.events import EventSink

logger = logging.getLogger(__name__)

_METHODS: Final = frozenset({"POST", "GET", "DELETE"})
_RETRY_AFTER_S: Final = "5"


@dataclass(frozen=True, slots=True)
class AccessGrant:
    """What a verified token says."""

    client_id: str
    scopes: frozenset[str]
    subject: str | None
    issuer: str | None
    token_id: str | None
    expires_at: int | None


class AccessVerifier(Protocol):
    """Judges access tokens: in process, or by asking the authorization server (RFC 7662)."""

    async def verify(self, unverified_token: str) -> AccessGrant:
        """Return what a good token for this resource says. The audience is the verifier's to check.

        Raises:
            InvalidTokenError: It is no good, or not for this resource.
            UnavailableError: Nobody can tell now.
        """
        ...


@dataclass(frozen=True, slots=True)
class HttpLimits:
    """What an endpoint lets its clients use."""

    max_body_bytes: int = 4 * 1024 * 1024
    max_sessions: int = 1000
    session_idle_s: float = 1800.0


DEFAULT_LIMITS: Final = HttpLimits()


def build_mcp_asgi(
    server: StrictMCPServer,
    *,
    verifier: AccessVerifier | None,
    resource: ProtectedResource,
    allowed_hosts: Iterable[str],
    allowed_origins: Iterable[str] = (),
    limits: HttpLimits = DEFAULT_LIMITS,
    events: EventSink | None = None,
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

    Raises:
        ValueError: An endpoint without verifier would be open to the network.
    """
    doorway = Doorway.of(allowed_hosts, allowed_origins)
    if verifier is None and not doorway.is_local:
        raise ValueError("an MCP endpoint without a verifier may only be known by loopback names")
    return MCPEndpoint(server, verifier, resource, doorway, limits, events)


class MCPEndpoint:
    """An ASGI application. Whoever mounts it runs `lifespan` with its own: a mounted one never runs by itself."""

    def __init__(
        self,
        server: StrictMCPServer,
        verifier: AccessVerifier | None,
        resource: ProtectedResource,
        doorway: Doorway,
        limits: HttpLimits,
        events: EventSink | None,
    ) -> None:
        self.resource = resource
        self._verifier = verifier
        self._doorway = doorway
        self._limits = limits
        self._events = events
        self._sessions = server.http_sessions(
            max_request_body_size=limits.max_body_bytes,
            max_sessions=limits.max_sessions,
            session_idle_timeout=limits.session_idle_s,
        )

    @asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """Keep the sessions while the outer application runs."""
        async with self._sessions.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise ValueError("an MCP endpoint speaks HTTP only")
        headers = [(name, value.strip(b" \t")) for name, value in scope["headers"]]
        inner: Scope = {**scope, "headers": headers}
        answer = self._turned_away(inner) or await self._unauthorized(inner)
        if answer is None and scope["method"] == "POST":
            receive, answer = await self._received(inner, receive)
        await (answer or self._sessions.handle_request)(inner, receive, send)

    def _turned_away(self, scope: Scope) -> ASGIApp | None:
        if not self._doorway.knows_host(_values(scope, b"host")):
            return _rpc_refusal(421, "this endpoint does not answer for that Host")
        if not self._doorway.admits_origin(_values(scope, b"origin")):
            return _rpc_refusal(403, "requests from pages of that Origin are refused")
        if scope["method"] not in _METHODS:
            return _rpc_refusal(405, "POST, GET and DELETE are served", {"allow": "POST, GET, DELETE"})
        return None

    async def _unauthorized(self, scope: Scope) -> ASGIApp | None:
        """Return the refusal of a request without a good token; put the caller into `scope` otherwise."""
        if self._verifier is None:
            return None
        try:
            token = read_bearer(_values(scope, b"authorization"), scope.get("query_string", b""))
            grant = await self._verifier.verify(token)
            if self.resource.scope not in grant.scopes:
                needed = f"the scope {self.resource.scope} is needed"
                raise InsufficientScopeError(needed, Reason.SCOPE_MISSING, client_id=grant.client_id)
        except OAuthError as error:
            return await self._challenge(error)
        except UnavailableError as error:
            return _unavailable(error)
        scope["user"] = AuthenticatedUser(_without_token(grant, self.resource.url))
        return None

    async def _challenge(self, error: OAuthError) -> ASGIApp:
        try:
            if self._events is not None:
                await self._events.emit(refusal_event(error, "mcp"))
        except UnavailableError as unavailable:
            return _unavailable(unavailable)
        headers = {"www-authenticate": self.resource.challenge(error), "cache-control": "no-store"}
        document = {"error": error.code, "error_description": error.description}
        return _json_answer(_status(error), document, headers)

    async def _received(self, scope: Scope, receive: Receive) -> tuple[Receive, ASGIApp | None]:
        """Read the body, bounded, and see that it is one message; return a `receive` that gives it again."""
        media_type = "".join(_values(scope, b"content-type")[:1]).partition(";")[0].strip().lower()
        if media_type != "application/json":
            return receive, _rpc_refusal(415, "send Content-Type: application/json")
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return receive, _nothing
            body += message.get("body", b"")
            if len(body) > self._limits.max_body_bytes:
                return receive, _rpc_refusal(413, f"a message may have {self._limits.max_body_bytes} bytes")
            if not message.get("more_body", False):
                break
        try:
            parse_message(body)
        except UnusableMessageError as unusable:
            return receive, _rpc_answer(400, unusable.answer or refusal(INVALID_REQUEST, "Invalid Request"))
        return _replayed(bytes(body), receive), None


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _without_token(grant: AccessGrant, resource_url: str) -> AccessToken:
    """The SDK binds sessions to this. The token itself is left out, so that no tool can pass it on."""
    return AccessToken(
        token="",
        client_id=grant.client_id,
        scopes=sorted(grant.scopes),
        expires_at=grant.expires_at,
        resource=resource_url,
        subject=grant.subject,
        claims={"iss": grant.issuer, "jti": grant.token_id},
    )


def _replayed(body: bytes, receive: Receive) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """The client left before it had sent its request."""
    del scope, receive, send


def _status(error: OAuthError) -> int:
    if isinstance(error, InvalidTokenError):
        return 401
    return 403 if isinstance(error, InsufficientScopeError) else 400


def _unavailable(error: UnavailableError) -> ASGIApp:
    logger.error("refusing MCP requests: %s", error)
    document = {"error": "temporarily_unavailable", "error_description": "tokens cannot be judged now"}
    return _json_answer(503, document, {"retry-after": _RETRY_AFTER_S})


def _rpc_refusal(status: int, message: str, headers: dict[str, str] | None = None) -> ASGIApp:
    return _rpc_answer(status, refusal(INVALID_REQUEST, message), headers)


def _rpc_answer(status: int, error: JSONRPCError, headers: dict[str, str] | None = None) -> ASGIApp:
    return Response(error.model_dump_json(exclude_unset=True), status, headers, "application/json")


def _json_answer(status: int, document: dict[str, str], headers: dict[str, str]) -> ASGIApp:
    return Response(json.dumps(document), status, headers, "application/json")
