"""The servers of this project on one loopback port, without tokens, because the suite sends none. For tests only.

Everything but the verifier is what `mcp-docker serve` uses: the servers, the gate, the joined server and the HTTP
front, which refuses to be open on any name that is not this machine's own. In place of a token's caller stands one
with the scope that opens the servers.
"""

from __future__ import annotations

import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser
from mcp.server.auth.provider import AccessToken
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from oauth2_demo.core.mcp_http_server import _mcp_routes, _servers, all_servers
from oauth2_demo.core.tool_access import AccessParts
from oauth2_demo.mcp_server.http import build_mcp_asgi
from oauth2_demo.mcp_server.metrics import McpMetrics
from oauth2_demo.oauth.bearer import ProtectedResource
from oauth2_demo.security.security_common import open_audit_log
from oauth2_demo.settings import Settings
from oauth2_demo.web.server import serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.types import Receive, Scope, Send

    from oauth2_demo.mcp_server.http import MCPEndpoint

HOST = "127.0.0.1"
CALLER = AccessToken(token="", client_id="suite", scopes=["mcp.access"])


@dataclass(frozen=True)
class Named:
    """An endpoint whose every caller is the suite."""

    endpoint: MCPEndpoint

    @property
    def resource(self) -> ProtectedResource:
        """The endpoint's own."""
        return self.endpoint.resource

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self.endpoint({**scope, "user": AuthenticatedUser(CALLER)}, receive, send)


def build_app(settings: Settings, port: int) -> Starlette:
    """Return the application with the same paths as the product's."""
    audit_log = open_audit_log(settings)
    parts = AccessParts(settings, lambda: audit_log)
    hosts = [f"{HOST}:{port}", f"localhost:{port}", f"[::1]:{port}"]
    endpoints = {}
    for name, server in _servers(parts, all_servers(settings), McpMetrics()).items():
        url = settings.mcp_endpoint(name)
        endpoint = build_mcp_asgi(
            server,
            verifier=None,
            resource=ProtectedResource(url, frozenset({url}), "mcp.access", f"{url}/metadata"),
            allowed_hosts=hosts,
            allowed_origins=[f"http://{host}" for host in hosts],
        )
        endpoints[url] = Named(endpoint)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        del app
        async with AsyncExitStack() as stack:
            stack.callback(audit_log.close)
            for endpoint in endpoints.values():
                await stack.enter_async_context(endpoint.endpoint.lifespan())
            yield

    ready = Route("/health/ready", lambda _request: PlainTextResponse("ok"))
    return Starlette(routes=[*_routes(settings, endpoints), ready], lifespan=lifespan)


def _routes(settings: Settings, endpoints: dict[str, Named]) -> list[Route]:
    """The product's routes; what they need of an endpoint is that it answers and says its resource."""
    return _mcp_routes(settings, cast("Mapping[str, MCPEndpoint]", endpoints))


if __name__ == "__main__":
    chosen_port = int(sys.argv[1])
    serve(build_app(Settings(), chosen_port), host=HOST, port=chosen_port)
