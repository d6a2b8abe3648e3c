"""Serves the requests of a session where they arrive (MCP 2025-06-18, 2025-11-25).

The SDK's dispatcher still reads the session's stream, which carries notifications and responses of the client, and
correlates them. Only a request and what answers it no longer travel through the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import anyio
from mcp.server.runner import modern_error_data
from mcp.server.streamable_http import REQUEST_CANCELLED
from mcp.shared.dispatcher import coerce_request_id
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher, _InFlight
from mcp.shared.message import ServerMessageMetadata
from mcp.shared.transport_context import TransportContext
from mcp_types import ErrorData, JSONRPCError

from oauth2_demo.mcp_server.exchange import encode
from oauth2_demo.mcp_server.exchange_context import ExchangeContext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from anyio.abc import TaskStatus
    from mcp.shared._stream_protocols import ReadStream, WriteStream
    from mcp.shared.dispatcher import CallOptions, OnNotify, OnNotifyIntercept, OnRequest
    from mcp.shared.message import MessageMetadata, SessionMessage
    from mcp_types import JSONRPCMessage, JSONRPCRequest, RequestId
    from starlette.requests import Request

    from oauth2_demo.mcp_server.exchange import Exchange


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
        self._one_is_over: anyio.Event | None = None

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
            # As in the SDK, a session has ended when the last of its calls has.
            with anyio.CancelScope(shield=True):
                while self._scopes:
                    self._one_is_over = anyio.Event()
                    await self._one_is_over.wait()

    @property
    def is_serving(self) -> bool:
        """Whether the session lives."""
        return self._on_request is not None

    async def serve(self, request: JSONRPCRequest, http: Request, exchange: Exchange) -> bytes | None:
        """Serve one request and return its answer; None when the session has ended and there is none."""
        # Whoever calls this has just seen that the session lives.
        on_request = cast("OnRequest", self._on_request)
        context = ExchangeContext(request, http, exchange, self._ask)
        key, scope = coerce_request_id(request.id), anyio.CancelScope()
        entry: Any = _InFlight(scope=scope, dctx=context)  # type: ignore[arg-type]
        self._in_flight[key] = entry
        self._exchanges[request.id] = exchange
        self._scopes.add(scope)
        answer = None
        try:
            with scope:
                result = await on_request(context, request.method, request.params)
                answer = encode({"jsonrpc": "2.0", "id": request.id, "result": result})
        except Exception as error:
            answer = _error(request.id, modern_error_data(error))
        finally:
            context.close()
            self._scopes.discard(scope)
            if self._one_is_over is not None:
                self._one_is_over.set()
            # A client that uses an id twice has put another request in the place of this one.
            if self._in_flight.get(key) is entry:
                del self._in_flight[key]
            if self._exchanges.get(request.id) is exchange:
                del self._exchanges[request.id]
        if context.is_cancelled:
            # These protocols end a request with an answer only, a cancelled one too.
            return _error(request.id, ErrorData(code=REQUEST_CANCELLED, message="Request cancelled"))
        return answer

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
