"""`/metrics` in the text format of Prometheus, without a token: it tells how much is done, never who does what.

It answers by names of this machine and of its own network only. The public name is for clients; what they may not
learn is how busy the servers are and whether their attempts are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.responses import PlainTextResponse, Response

from oauth2_demo.mcp_server.http_answers import header_values
from oauth2_demo.mcp_server.origins import LOOPBACK_HOSTS, Doorway

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import Receive, Scope, Send

    from oauth2_demo.mcp_server.metrics import McpMetrics


class MetricsPage:
    """An ASGI application."""

    def __init__(self, metrics: McpMetrics, inner_hosts: Iterable[str]) -> None:
        """Show `metrics` to who asks by a loopback name or one of `inner_hosts`."""
        self._metrics = metrics
        self._doorway = Doorway.of([*LOOPBACK_HOSTS, *inner_hosts], ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._answer(scope)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        if not self._doorway.knows_host(header_values(scope, b"host")):
            return PlainTextResponse("metrics are not shown under that Host\n", 421)
        if not self._doorway.admits_origin(header_values(scope, b"origin")):
            return PlainTextResponse("metrics are not shown to web pages\n", 403)
        headers = {"cache-control": "no-store", "content-type": CONTENT_TYPE_LATEST}
        return Response(self._metrics.exposition(), headers=headers)
