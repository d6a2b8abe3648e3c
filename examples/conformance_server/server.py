"""The server that the MCP conformance suite is run against: `python examples/conformance_server/server.py PORT`.

It consists of this project's own server, its guard seam and its HTTP front, with fixtures instead of tools. The suite
sends no Authorization header, so this endpoint is open, and it refuses to listen anywhere but on 127.0.0.1.
"""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from fixtures import add_fixtures
from mcp_types import EmptyResult, SetLevelRequestParams, SubscribeRequestParams, UnsubscribeRequestParams
from starlette.applications import Starlette
from starlette.routing import Route

from oauth2_demo.mcp_server import StrictMCPServer
from oauth2_demo.mcp_server.http import build_mcp_asgi
from oauth2_demo.oauth.bearer import ProtectedResource
from oauth2_demo.web.server import serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from oauth2_demo.mcp_server.calls import Answer, Call, Proceed

HOST = "127.0.0.1"


async def count_calls(call: Call, proceed: Proceed) -> Answer:
    """A guard that lets everything pass, so that the seam is part of what is tested."""
    del call
    return await proceed()


async def _accept(_context: object, _params: object) -> EmptyResult:
    return EmptyResult()


def build_server() -> StrictMCPServer:
    """Return the server with the suite's fixtures."""
    server = StrictMCPServer("conformance", version="1.0.0", guards=[count_calls])
    add_fixtures(server)
    # Retired by 2026-07-28, demanded by 2025-11-25.
    methods: list[tuple[str, Any]] = [
        ("logging/setLevel", SetLevelRequestParams),
        ("resources/subscribe", SubscribeRequestParams),
        ("resources/unsubscribe", UnsubscribeRequestParams),
    ]
    for method, params in methods:
        server.serve_method(method, params, _accept)
    return server


def build_app(port: int) -> Starlette:
    """Return the application with the endpoint at `/mcp`."""
    url = f"http://{HOST}:{port}/mcp"
    resource = ProtectedResource(url, frozenset({url}), "mcp.access", f"{url}/metadata")
    hosts = [f"{HOST}:{port}", f"localhost:{port}", f"[::1]:{port}"]
    origins = [f"http://{host}" for host in hosts]
    endpoint = build_mcp_asgi(
        build_server(), verifier=None, resource=resource, allowed_hosts=hosts, allowed_origins=origins
    )

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        del app
        async with endpoint.lifespan():
            yield

    return Starlette(routes=[Route("/mcp", endpoint), Route("/mcp/", endpoint)], lifespan=lifespan)


if __name__ == "__main__":
    serve(build_app(int(sys.argv[1])), host=HOST, port=int(sys.argv[1]))
