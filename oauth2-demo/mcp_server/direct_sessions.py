"""Sessions of the handshake protocols (MCP 2025-06-18, 2025-11-25) whose requests are served where they arrive.

The SDK's session stays what it was: its streams carry notifications, responses of the client and what the server says
by itself, its dispatcher correlates them. Only a request and its answer no longer travel through them.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

import anyio
from mcp.server.connection import Connection
from mcp.server.runner import modern_error_data, serve_connection
from mcp.server.streamable_http import REQUEST_CANCELLED
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager, _send_and_report_status
from mcp.shared.dispatcher import coerce_request_id
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher, _InFlight
from mcp.shared.message import ServerMessageMetadata
from mcp.shared.transport_context import TransportContext
from mcp_types import ErrorData, JSONRPCError

from oauth2_demo.mcp_server.exchange import Exchange, encode
from oauth2_demo.mcp_server.exchange_context import ExchangeContext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from anyio.abc import TaskGroup, TaskStatus
    from mcp.server.auth.middleware.bearer_auth import AuthorizationContext
    from mcp.server.lowlevel import Server
    from mcp.server.streamable_http import StreamableHTTPServerTransport
    from mcp.shared._stream_protocols import ReadStream, WriteStream
    from mcp.shared.dispatcher import CallOptions, OnNotify, OnNotifyIntercept, OnRequest
    from mcp.shared.message import MessageMetadata, SessionMessage
    from mcp_types import JSONRPCMessage, JSONRPCRequest, RequestId
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

logger = logging.getLogger(__name__)


class DirectDispatcher(JSONRPCDispatcher[TransportContext]):
    """The SDK's dispatcher of one session, which also serves requests in the task that brings them."""

    def __init__(
        self, read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage]
    ) -> None:
        # The SDK's own loop does so too: what a client sends right behind `initialize` finds it done.
        super().__init__(read_stream, write_stream, inline_methods=frozenset({"initialize"}))
        self._on_request: OnRequest | None = None
        self._exchanges: dict[RequestId, Exchange] = {}
        self._scopes: set[anyio.CancelScope] = set()

    async def run(
        self,
        on_request: OnRequest,
        on_notify: OnNotify,
        on_notify_intercept: OnNotifyIntercept | None = None,
        *,
        task_status: TaskStatus[None] = anyio.TASK_STATUS_IGNORED,
    ) -> None:
        """See `Dispatcher`. What is being served when the session ends, ends with it."""
        self._on_request = on_request
        try:
            await super().run(on_request, on_notify, on_notify_intercept, task_status=task_status)
        finally:
            self._on_request = None
            for scope in self._scopes:
                scope.cancel()

    @property
    def is_serving(self) -> bool:
        """Whether the session lives."""
        return self._on_request is not None

    async def serve(self, request: JSONRPCRequest, http: Request, exchange: Exchange) -> bytes | None:
        """Serve one request and return its answer; None when the session has ended and there is none."""
        if self._on_request is None:
            return None
        context = ExchangeContext(request, http, exchange, self._ask)
        key, scope = coerce_request_id(request.id), anyio.CancelScope()
        entry: Any = _InFlight(scope=scope, dctx=context)  # type: ignore[arg-type]
        self._in_flight[key] = entry
        self._exchanges[request.id] = exchange
        self._scopes.add(scope)
        try:
            with scope:
                result = await self._on_request(context, request.method, request.params)
                if not context.is_cancelled:
                    return encode({"jsonrpc": "2.0", "id": request.id, "result": result})
        except Exception as error:
            if not context.is_cancelled:
                return _error(request.id, modern_error_data(error))
        finally:
            context.close()
            self._scopes.discard(scope)
            # A client that uses an id twice has put another request in the place of this one.
            if self._in_flight.get(key) is entry:
                del self._in_flight[key]
            if self._exchanges.get(request.id) is exchange:
                del self._exchanges[request.id]
        if not context.is_cancelled:
            return None
        # These protocols end a request with an answer only, a cancelled one too.
        return _error(request.id, ErrorData(code=REQUEST_CANCELLED, message="Request cancelled"))

    async def _ask(
        self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None, request_id: RequestId
    ) -> dict[str, Any]:
        return await self.send_raw_request(method, params, opts, _related_request_id=request_id)

    async def _write(self, message: JSONRPCMessage, metadata: MessageMetadata = None) -> None:
        related = metadata.related_request_id if isinstance(metadata, ServerMessageMetadata) else None
        exchange = self._exchanges.get(related) if related is not None else None
        if exchange is None:
            await super()._write(message, metadata)
        else:
            await exchange.event(message.model_dump_json(by_alias=True, exclude_unset=True).encode())


def _error(request_id: RequestId, error: ErrorData) -> bytes:
    message = JSONRPCError(jsonrpc="2.0", id=request_id, error=error)
    return message.model_dump_json(by_alias=True, exclude_unset=True).encode()


@dataclass(frozen=True, slots=True)
class LiveSession:
    """One session, as the SDK keeps it, and its dispatcher."""

    transport: StreamableHTTPServerTransport
    dispatcher: DirectDispatcher

    @property
    def goes_on(self) -> bool:
        """Whether it still takes requests."""
        idle_scope = self.transport.idle_scope
        is_expired = idle_scope is not None and idle_scope.cancel_called
        return self.dispatcher.is_serving and not self.transport.is_terminated and not is_expired

    def hold(self) -> None:
        """Let it not expire before `release`, as the transport does for the requests that it serves itself."""
        if self.transport.idle_scope is not None:
            self.transport._requests_in_flight += 1  # noqa: SLF001 - the SDK offers no way to serve a request beside it
            self.transport.idle_scope.deadline = math.inf

    def release(self) -> None:
        """A request is served: the session's rest begins with the last of them."""
        transport, idle_scope = self.transport, self.transport.idle_scope
        if idle_scope is not None:
            transport._requests_in_flight -= 1  # noqa: SLF001 - as above
            if not transport._requests_in_flight:  # noqa: SLF001 - as above
                idle_s = transport._idle_timeout or math.inf  # noqa: SLF001 - as above
                idle_scope.deadline = anyio.current_time() + idle_s


class DirectSessions(StreamableHTTPSessionManager):
    """The SDK's session manager with a `DirectDispatcher` in each session."""

    def __init__(self, app: Server[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._live: dict[str, LiveSession] = {}

    @property
    def lifespan_state(self) -> object:
        """What the server's lifespan gave."""
        return self._lifespan_state

    def live_session(self, session_id: str, owner: AuthorizationContext | None) -> LiveSession | None:
        """Return the session with that id if it is `owner`'s and goes on; the SDK words what it is otherwise."""
        session = self._live.get(session_id)
        is_owned = owner == self._session_owners.get(session_id)
        return session if session is not None and is_owned and session.goes_on else None

    async def _serve_opening_request(
        self, http_transport: StreamableHTTPServerTransport, scope: Scope, receive: Receive, send: Send
    ) -> None:
        # As in the SDK (2.3), which offers no other place to put a dispatcher of one's own into a session.
        # It comes here only while the manager runs, and with a transport that it gave an id.
        session_id, tasks = cast("str", http_transport.mcp_session_id), cast("TaskGroup", self._task_group)
        is_established = False
        try:
            await tasks.start(self._run_session, session_id, http_transport)
            status = await _send_and_report_status(http_transport.handle_request, scope, receive, send)
            is_established = status is not None and status < HTTPStatus.BAD_REQUEST
        finally:
            if not is_established:
                await self._discard_session(session_id, http_transport)

    async def _run_session(
        self,
        session_id: str,
        transport: StreamableHTTPServerTransport,
        *,
        task_status: TaskStatus[None] = anyio.TASK_STATUS_IGNORED,
    ) -> None:
        async with transport.connect() as (read_stream, write_stream):
            dispatcher = DirectDispatcher(read_stream, write_stream)
            self._live[session_id] = LiveSession(transport, dispatcher)
            connection = Connection.for_loop(dispatcher, session_id=session_id)
            task_status.started()
            try:
                with transport.idle_scope or anyio.CancelScope():
                    await serve_connection(
                        self.app, dispatcher, connection=connection, lifespan_state=self._lifespan_state
                    )
            except Exception:
                logger.exception("a session crashed")
            finally:
                del self._live[session_id]
                await self._discard_session(session_id, transport)
