"""Carries messages between a client on stdio and an endpoint on Streamable HTTP, each way, unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio
import httpx2
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import ClientMessageMetadata, SessionMessage

from oauth2_demo.bridge.wire import HeaderWriter

if TYPE_CHECKING:
    from mcp.client._transport import ReadStream, WriteStream

    from oauth2_demo.bridge.transport import BridgeTransport

_CONNECT_TIMEOUT_S = 10.0
_LARGEST_EVENT_BYTES = 64 * 1024 * 1024


async def relay(
    endpoint: str,
    transport: BridgeTransport,
    from_client: ReadStream[SessionMessage | Exception],
    to_client: WriteStream[SessionMessage],
) -> None:
    """Carry messages until the client's end of input.

    Progress, cancellation, elicitation and notifications are messages like any other: nothing is interpreted but what
    HTTP repeats in headers. An answer may take as long as it takes; giving up is for the client, which can cancel.

    Args:
        endpoint: The URL of the MCP endpoint.
        transport: The authorising HTTP transport to it.
        from_client: Messages of the client.
        to_client: Messages for the client.
    """
    headers = HeaderWriter()
    timeout = httpx2.Timeout(_CONNECT_TIMEOUT_S, read=None)
    async with (
        httpx2.AsyncClient(transport=transport, timeout=timeout) as client,
        streamable_http_client(endpoint, http_client=client, max_sse_event_size=_LARGEST_EVENT_BYTES) as streams,
        anyio.create_task_group() as tasks,
    ):
        from_server, to_server = streams

        async def upwards() -> None:
            async for item in from_client:
                if isinstance(item, Exception):
                    continue  # Not JSON-RPC: the reader has answered it, and there is nothing to carry.
                metadata = ClientMessageMetadata(headers=headers.headers_of(item.message))
                await to_server.send(SessionMessage(item.message, metadata=metadata))
            tasks.cancel_scope.cancel()

        async def downwards() -> None:
            async for item in from_server:
                if isinstance(item, Exception):
                    continue  # An event that is no message; the SDK has logged it.
                headers.learn(item.message)
                await to_client.send(SessionMessage(item.message))

        tasks.start_soon(upwards)
        tasks.start_soon(downwards)
