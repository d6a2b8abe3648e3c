"""What the SDK's kernel is told of a request that is served without its transports: a `DispatchContext`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import anyio
from mcp.shared.exceptions import NoBackChannelError
from mcp.shared.jsonrpc_dispatcher import progress_token_from_params
from mcp.shared.message import ServerMessageMetadata
from mcp.shared.transport_context import TransportContext

from oauth2_demo.mcp_server.exchange import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp.shared.dispatcher import CallOptions
    from mcp_types import JSONRPCRequest, RequestId
    from starlette.requests import Request

    from oauth2_demo.mcp_server.exchange import Exchange


class BackChannel(Protocol):
    """Asks the client something while its request is served."""

    async def __call__(
        self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None, request_id: RequestId
    ) -> dict[str, Any]:
        """Return the client's result; `request_id` names the request that is served."""
        ...


class ExchangeContext:
    """One request that is served. What is sent for it goes into its own exchange."""

    def __init__(
        self, request: JSONRPCRequest, http: Request, exchange: Exchange, back_channel: BackChannel | None
    ) -> None:
        """Serve `request`, which came with `http`; without a back channel the client cannot be asked anything."""
        self.request_id: RequestId = request.id
        self.message_metadata = ServerMessageMetadata(request_context=http)
        self._http = http
        self._exchange = exchange
        self._back_channel = back_channel
        self._progress_token = progress_token_from_params(request.params)
        self._is_closed = False

    @property
    def transport(self) -> TransportContext:
        """See `DispatchContext`."""
        can_send_request = self._back_channel is not None
        return TransportContext(kind="streamable-http", can_send_request=can_send_request, headers=self._http.headers)

    @property
    def can_send_request(self) -> bool:
        """See `DispatchContext`."""
        return self._back_channel is not None and not self._is_closed

    @cached_property
    def cancel_requested(self) -> anyio.Event:
        """See `DispatchContext`."""
        return anyio.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the client has cancelled the request."""
        return "cancel_requested" in self.__dict__ and self.cancel_requested.is_set()

    async def send_raw_request(
        self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None
    ) -> dict[str, Any]:
        """See `DispatchContext`."""
        if self._back_channel is None or self._is_closed:
            raise NoBackChannelError(method)
        return await self._back_channel(method, params, opts, self.request_id)

    async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None:
        """See `DispatchContext`."""
        del opts
        if self._is_closed:
            return
        given = {} if params is None else {"params": params}
        await self._exchange.event(encode({"jsonrpc": "2.0", "method": method, **given}))

    async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None:
        """See `DispatchContext`."""
        if self._progress_token is None:
            return
        told = {"progressToken": self._progress_token, "progress": progress, "total": total, "message": message}
        await self.notify("notifications/progress", {key: value for key, value in told.items() if value is not None})

    def close(self) -> None:
        """The request is answered: what still comes for it has nowhere to go."""
        self._is_closed = True
