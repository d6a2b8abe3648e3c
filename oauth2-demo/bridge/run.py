"""Runs the bridge on stdin and stdout of this process."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx2

from oauth2_demo.bridge.relay import relay
from oauth2_demo.bridge.tokens import TokenSource
from oauth2_demo.bridge.transport import BridgeTransport
from oauth2_demo.mcp_server.stdio import run_stdio

if TYPE_CHECKING:
    from mcp.shared._stream_protocols import ReadStream, WriteStream
    from mcp.shared.message import SessionMessage

    from oauth2_demo.bridge.credentials import Credentials

_TOKEN_TIMEOUT_S = 10.0


@dataclass(frozen=True)
class BridgeEndpoint:
    """The endpoint on the other side, served over stdio as if it were here."""

    url: str
    issuer: str
    credentials: Credentials
    scope: str | None
    reconnect_for_s: float

    async def serve(
        self, read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage]
    ) -> None:
        """Serve one client until its end of input."""
        async with httpx2.AsyncClient(timeout=_TOKEN_TIMEOUT_S) as token_client:
            tokens = TokenSource(
                token_client,
                endpoint=self.url,
                issuer=self.issuer,
                credentials=self.credentials,
                scope=self.scope,
                monotonic=time.monotonic,
            )
            transport = BridgeTransport(
                httpx2.AsyncHTTPTransport(),
                tokens,
                reconnect_for_s=self.reconnect_for_s,
                monotonic=time.monotonic,
            )
            await relay(self.url, transport, read_stream, write_stream)


def run_bridge(url: str, *, issuer: str, credentials: Credentials, scope: str | None, reconnect_for_s: float) -> None:
    """Serve the endpoint at `url` over stdio until the client's end of input.

    Args:
        url: The MCP endpoint.
        issuer: The authorization server that the credentials belong to.
        credentials: What authenticates the client there.
        scope: Scopes to ask for; None leaves it to the endpoint's challenge.
        reconnect_for_s: How long a server that cannot be reached is tried again, in seconds.
    """
    run_stdio(BridgeEndpoint(url, issuer, credentials, scope, reconnect_for_s))
