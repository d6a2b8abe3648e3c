"""Serves requests without the SDK's transports, in the task that brings them, where nothing about them is unusual.

Same protocol, same answers: whatever would be refused, or is no request, or is a stream by itself, is left to the SDK.
The order of the checks is the SDK's (2.3).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import anyio
from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser, authorization_context
from mcp.server.connection import Connection
from mcp.server.runner import ServerRunner, aclose_shielded, modern_error_data
from mcp.server.streamable_http import MCP_SESSION_ID_HEADER, check_accept_headers
from mcp.shared.inbound import (
    ERROR_CODE_HTTP_STATUS,
    MCP_METHOD_HEADER,
    MCP_NAME_HEADER,
    MCP_PROTOCOL_VERSION_HEADER,
    InboundModernRoute,
    classify_inbound_request,
)
from mcp_types import JSONRPCError
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS
from starlette.requests import Request

from oauth2_demo.mcp_server.exchange import STREAM_FIELDS, Exchange, encode
from oauth2_demo.mcp_server.exchange_context import ExchangeContext
from oauth2_demo.mcp_server.param_headers import ParamHeaders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp_types import JSONRPCRequest
    from starlette.types import Receive, Scope, Send

    from oauth2_demo.mcp_server.direct_sessions import DirectSessions

# What opens a session, and what is a stream of notifications.
_LEFT_TO_THE_SDK: Final = frozenset({"initialize", "subscriptions/listen"})
_VERSION, _SESSION = MCP_PROTOCOL_VERSION_HEADER.encode(), MCP_SESSION_ID_HEADER.encode()
_ROUTING_FIELDS: Final = tuple(
    (name.encode(), name) for name in (MCP_PROTOCOL_VERSION_HEADER, MCP_METHOD_HEADER, MCP_NAME_HEADER)
)
_HANDSHAKE_VERSIONS: Final = frozenset(version.encode() for version in HANDSHAKE_PROTOCOL_VERSIONS)
_JSON_FIELDS: Final = ((b"content-type", b"application/json"),)
_OK: Final = 200


@lru_cache(maxsize=64)
def _accepts_both(accept: bytes) -> bool:
    return check_accept_headers(Request({"type": "http", "headers": [(b"accept", accept)]})) == (True, True)


class DirectCalls:
    """Serves the requests that come to the sessions of `sessions`, and those that need none."""

    def __init__(self, sessions: DirectSessions, ping_interval_s: float) -> None:
        """Ping clients that wait every `ping_interval_s` seconds."""
        self._sessions = sessions
        self._ping_interval_s = ping_interval_s
        self._param_headers = ParamHeaders(sessions.app)

    async def serve(self, request: JSONRPCRequest, scope: Scope, receive: Receive, send: Send) -> bool:
        """Serve a request, or return False: then nothing was done."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        fields = dict(headers)
        # A field that comes twice may mean either; the SDK decides.
        if len(fields) != len(headers) or request.method in _LEFT_TO_THE_SDK:
            return False
        if not _accepts_both(fields.get(b"accept", b"")):
            return False
        version = fields.get(_VERSION)
        if version is None or version in _HANDSHAKE_VERSIONS:
            return await self._serve_in_session(request, fields.get(_SESSION), scope, receive, send)
        return await self._serve_alone(request, fields, scope, receive, send)

    async def _serve_in_session(
        self, request: JSONRPCRequest, session: bytes | None, scope: Scope, receive: Receive, send: Send
    ) -> bool:
        user = scope.get("user")
        owner = authorization_context(user) if isinstance(user, AuthenticatedUser) else None
        found = None if session is None else self._sessions.live_session(session.decode("latin-1"), owner)
        if session is None or found is None:
            return False
        fields = (*STREAM_FIELDS, (_SESSION, session))
        exchange = Exchange(receive, send, fields, _let_it_end, self._ping_interval_s)
        found.hold()
        try:
            answer = await found.dispatcher.serve(request, Request(scope, receive), exchange)
            if answer is None:
                await exchange.end()
            else:
                await exchange.answer(answer, _OK, fields, as_event=True)
        finally:
            found.release()
            exchange.close()
        return True

    async def _serve_alone(
        self, request: JSONRPCRequest, fields: Mapping[bytes, bytes], scope: Scope, receive: Receive, send: Send
    ) -> bool:
        """Serve a request of 2026-07-28. Its client cancels it by leaving."""
        http = Request(scope, receive)
        route = classify_inbound_request(
            {"method": request.method, "params": request.params},
            headers={text: fields[name].decode("latin-1") for name, text in _ROUTING_FIELDS if name in fields},
        )
        if not isinstance(route, InboundModernRoute) or self._param_headers.contradict(request, http.headers):
            return False
        cancellation = anyio.CancelScope()
        exchange = Exchange(receive, send, STREAM_FIELDS, cancellation.cancel, self._ping_interval_s)
        connection = Connection.from_envelope(route.protocol_version, route.client_info, route.client_capabilities)
        runner = ServerRunner(self._sessions.app, connection, self._sessions.lifespan_state)
        try:
            with cancellation:
                context = ExchangeContext(request, http, exchange, None)
                try:
                    # Not by its public name: the runner keeps what that gives, a cycle for the collector at each call.
                    result = await runner._on_request(context, request.method, request.params)  # noqa: SLF001
                except Exception as error:
                    data = modern_error_data(error)
                    message = JSONRPCError(jsonrpc="2.0", id=request.id, error=data)
                    answer = encode(message.model_dump(mode="json", by_alias=True, exclude_none=True))
                    status = ERROR_CODE_HTTP_STATUS.get(data.code, _OK)
                else:
                    answer, status = encode({"jsonrpc": "2.0", "id": request.id, "result": result}), _OK
                context.close()
                await exchange.answer(answer, status, _JSON_FIELDS, as_event=False)
        finally:
            exchange.close()
            # Next to no tool leaves something to be done at the end of the "connection".
            if connection.exit_stack._exit_callbacks:  # type: ignore[attr-defined] # noqa: SLF001 - it tells no other way
                await aclose_shielded(connection)
        return True


def _let_it_end() -> None:
    """MCP 2025-11-25: that a client leaves cancels nothing."""
