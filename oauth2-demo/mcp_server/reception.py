"""Turns away requests for other names and from foreign pages, in front of routes that do not do so themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response

from oauth2_demo.mcp_server.http_answers import header_values

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from oauth2_demo.mcp_server.origins import Doorway


class Reception:
    """An ASGI application in front of another: health, metadata and unknown paths are for nobody else either."""

    def __init__(self, app: ASGIApp, doorway: Doorway) -> None:
        """Let in to `app` whom `doorway` knows."""
        self._app = app
        self._doorway = doorway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or turn away."""
        answer = self._turned_away(scope) if scope["type"] == "http" else None
        await (answer or self._app)(scope, receive, send)

    def _turned_away(self, scope: Scope) -> Response | None:
        if not self._doorway.knows_host(header_values(scope, b"host")):
            return PlainTextResponse("this server does not answer for that Host\n", 421)
        if not self._doorway.admits_origin(header_values(scope, b"origin")):
            return PlainTextResponse("requests from pages of that Origin are refused\n", 403)
        return None
