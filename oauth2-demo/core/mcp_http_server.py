"""All MCP tool servers over Streamable HTTP: one protected endpoint per server, and one that joins them.

Run it with `mcp-docker serve`. In the separated set-up it holds no signing key: it asks the OAuth2 server about each
token (RFC 7662). `/oauth2/mcp`, `/security/mcp` … are the servers, `/mcp` is all of them.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2
from mcp.server.mcpserver import MCPServer
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from oauth2_demo.access.tool_policy import DEFAULT_SCOPE
from oauth2_demo.core.oauth2_audit import AuditSink
from oauth2_demo.core.tool_access import AccessParts, ToolGate
from oauth2_demo.mcp_auth.subjects import http_session_name
from oauth2_demo.mcp_auth.verifiers import IntrospectingVerifier, IntrospectionEndpoint, Introspector
from oauth2_demo.mcp_server.http import build_mcp_asgi
from oauth2_demo.mcp_server.joined import JoinedServer
from oauth2_demo.mcp_server.metrics import McpMetrics, MeasuredCalls
from oauth2_demo.mcp_server.metrics_page import MetricsPage
from oauth2_demo.mcp_server.origins import Doorway
from oauth2_demo.mcp_server.reception import Reception
from oauth2_demo.oauth.bearer import ProtectedResource
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.metadata import protected_resource_metadata, resource_metadata_path, resource_metadata_url
from oauth2_demo.security.audit import AuditError
from oauth2_demo.security.security_common import end_session, open_audit_log
from oauth2_demo.web.health import AuditHealth

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from mcp.server.auth.middleware.bearer_auth import AuthorizationContext
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from oauth2_demo.mcp_server.calls import CallMiddleware
    from oauth2_demo.mcp_server.http import MCPEndpoint
    from oauth2_demo.mcp_server.server import StrictMCPServer
    from oauth2_demo.security.audit import AuditLog
    from oauth2_demo.settings import Settings

JOINED = "mcp"
_JOINED_TITLE = "All tools of this installation 이 설치의 모든 도구"
_INTROSPECTION_TIMEOUT_S = 5.0
_INTROSPECTION_CACHE_S = 5.0
_METHODS = ["GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS"]


class ServerFileError(Exception):
    """A file does not give an MCP server; the text says what it has to hold."""


@dataclass(frozen=True)
class ServerSource:
    """One server to serve: its name in URLs, and how to build a fresh one."""

    name: str
    build: Callable[[], MCPServer[object]]


def built_in_servers(settings: Settings) -> list[ServerSource]:
    """Return the OAuth2 tools and the security tools."""
    from oauth2_demo.core.oauth2_mcp_tools import build_server as build_oauth2_server
    from oauth2_demo.security.secure_mcp_tools import build_server as build_security_server

    return [
        ServerSource("oauth2", lambda: build_oauth2_server(settings)),
        ServerSource("security", lambda: build_security_server(settings)),
    ]


def all_servers(settings: Settings) -> list[ServerSource]:
    """Return the built-in servers and those that the settings name.

    Raises:
        ServerFileError: An entry is not `NAME=FILE`, or no tokens are issued for its name.
    """
    files = [_from_entry(settings, entry) for entry in settings.mcp_server_files.split()]
    return [*built_in_servers(settings), *files]


def _from_entry(settings: Settings, entry: str) -> ServerSource:
    name, separator, file = entry.partition("=")
    if not (separator and name and file):
        raise ServerFileError(f"{entry!r} in OAUTH2_DEMO_MCP_SERVER_FILES is not NAME=FILE")
    if name not in settings.mcp_server_names:
        raise ServerFileError(
            f"no tokens are issued for {name!r}: add it to OAUTH2_DEMO_MCP_SERVERS, here and at the OAuth2 server"
        )
    return server_from_file(name, Path(file))


def server_from_file(name: str, path: Path) -> ServerSource:
    """Return the server that a Python file holds: what its `build_server()` returns, or its `server` or `mcp`.

    Raises:
        ServerFileError: The file cannot be imported, or holds no server.
    """

    def build() -> MCPServer[object]:
        spec = importlib.util.spec_from_file_location(f"mcp_server_file_{name}", path)
        if spec is None or spec.loader is None or not path.is_file():
            raise ServerFileError(f"{path} is not a Python file that can be read")
        module = importlib.util.module_from_spec(spec)
        # pydantic looks up annotations in the module by its name.
        sys.modules[spec.name] = module
        try:
            spec.loader.exec_module(module)
            found = module.build_server() if hasattr(module, "build_server") else None
        except Exception as error:
            raise ServerFileError(
                f"{path} breaks with {type(error).__name__}: {error}. Running it by itself shows where"
            ) from error
        for candidate in (found, getattr(module, "server", None), getattr(module, "mcp", None)):
            if isinstance(candidate, MCPServer):
                return candidate
        raise ServerFileError(f"{path} holds no MCP server: give it a `build_server()`, or call the server `server`")

    return ServerSource(name, build)


class Front:
    """Hands requests to the endpoint at their path, and the rest to an application with the other routes.

    A router that tries one pattern after the other, and two layers for errors that an endpoint answers itself, cost a
    tool call a tenth of its time.
    """

    def __init__(self, others: ASGIApp, endpoints: Mapping[str, MCPEndpoint]) -> None:
        """Serve `endpoints`, by their paths with and without slash, before `others`."""
        self._others = others
        self._endpoints = {**endpoints, **{f"{path}/": endpoint for path, endpoint in endpoints.items()}}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        endpoint = self._endpoints.get(scope["path"]) if scope["type"] == "http" else None
        await (endpoint or self._others)(scope, receive, send)


def build_app(settings: Settings, sources: Sequence[ServerSource]) -> Front:
    """Put the application together.

    Raises:
        AuditError: The audit log cannot be opened.
        KeyFileError: Its key is unsafe.
        ServerFileError: A file holds no server.
    """
    audit_log = open_audit_log(settings)
    parts = AccessParts(settings, lambda: audit_log)
    transport = httpx2.AsyncHTTPTransport()
    http = httpx2.AsyncClient(timeout=_INTROSPECTION_TIMEOUT_S, transport=transport)
    metrics = McpMetrics()
    metrics.watch_pool(lambda: len(transport._pool.connections))  # noqa: SLF001 - httpx2 offers no way to count them
    endpoint_url = f"{settings.server_url}/oauth2/introspect"
    credentials = IntrospectionEndpoint(endpoint_url, settings.client_id, settings.client_secret.get_secret_value())
    introspector = Introspector(http, credentials, cache_s=_INTROSPECTION_CACHE_S, clock=time.time)
    servers = _servers(parts, sources, metrics)
    endpoints = {
        settings.mcp_endpoint(name): _endpoint(settings, name, server, introspector, audit_log, metrics)
        for name, server in servers.items()
    }
    page = MetricsPage(metrics, settings.mcp_hosts.split())
    others = Starlette(
        routes=[
            *_mcp_routes(settings, endpoints),
            *_health_routes(settings, http, parts, audit_log),
            Route("/metrics", page, methods=["GET"]),
        ],
        lifespan=_lifespan(endpoints.values(), http, audit_log),
    )
    reception = Reception(others, Doorway.of(_hosts(settings), ()))
    return Front(reception, {urlsplit(url).path: endpoint for url, endpoint in endpoints.items()})


def _servers(
    parts: AccessParts, sources: Sequence[ServerSource], metrics: McpMetrics
) -> dict[str | None, StrictMCPServer]:
    """Each server by itself, guarded, and under None the one that joins them. Each has instances of its own."""
    release = version("mcp-docker")
    servers: dict[str | None, StrictMCPServer] = {}
    for source in sources:
        alone = source.build()
        guards = _guards(parts, source.name, metrics)
        servers[source.name] = JoinedServer(
            alone.name, {source.name: alone}, title=alone.title or alone.name, guards=guards, version=release
        )
    everything = {source.name: source.build() for source in sources}
    guards = _guards(parts, JOINED, metrics)
    servers[None] = JoinedServer(JOINED, everything, title=_JOINED_TITLE, guards=guards, version=release)
    return servers


def _guards(parts: AccessParts, server: str, metrics: McpMetrics) -> list[CallMiddleware]:
    # Measured from outside, so that what the gate refuses counts.
    return [MeasuredCalls(metrics, server), ToolGate(parts, server)]


def _endpoint(
    settings: Settings,
    name: str | None,
    server: StrictMCPServer,
    introspector: Introspector,
    audit_log: AuditLog,
    metrics: McpMetrics,
) -> MCPEndpoint:
    url, label = settings.mcp_endpoint(name), name or JOINED
    resource = ProtectedResource(url, frozenset({url}), DEFAULT_SCOPE, resource_metadata_url(url))
    endpoint = build_mcp_asgi(
        server,
        verifier=IntrospectingVerifier(resource, introspector),
        resource=resource,
        allowed_hosts=_hosts(settings),
        events=AuditSink(audit_log),
        on_turned_away=partial(metrics.count_turned_away, label),
        on_session_ended=_end_session,
    )
    metrics.watch_sessions(label, endpoint.session_count)
    return endpoint


def _end_session(owner: AuthorizationContext | None, session_id: str) -> None:
    """Let the personal data tokens of a session end with it."""
    if owner is not None:
        end_session(http_session_name(owner["issuer"], owner["client_id"], session_id))


def _hosts(settings: Settings) -> list[str]:
    """Names under which the endpoints are known: the public one, this machine's, and the Compose service's."""
    public = urlsplit(settings.mcp_resource_url)
    return [public.netloc, "localhost", "127.0.0.1", "[::1]", *settings.mcp_hosts.split()]


def _mcp_routes(settings: Settings, endpoints: Mapping[str, MCPEndpoint]) -> list[Route]:
    routes: list[Route] = []
    for url, endpoint in endpoints.items():
        path = urlsplit(url).path
        # With and without slash: a redirect would make clients send their token a second time.
        routes += [Route(path, endpoint, methods=_METHODS), Route(f"{path}/", endpoint, methods=_METHODS)]
        document = protected_resource_metadata(settings.issuer, endpoint.resource)
        routes.append(Route(resource_metadata_path(url), _fixed(document), methods=["GET"]))
    return routes


def _fixed(document: Mapping[str, object]) -> Callable[[Request], Response]:
    def give(request: Request) -> Response:
        del request
        return JSONResponse(document, headers={"cache-control": "public, max-age=300"})

    return give


def _health_routes(
    settings: Settings, http: httpx2.AsyncClient, parts: AccessParts, audit_log: AuditLog
) -> list[Route]:
    release = version("mcp-docker")
    audit = AuditHealth(partial(_check_audit, audit_log))

    async def live(request: Request) -> Response:
        del request
        return JSONResponse({"status": "ok", "version": release})

    async def ready(request: Request) -> Response:
        del request
        checks = {
            "storage": _storage_state(parts),
            "audit_log": await audit.state(),
            "authorization_server": await _server_state(settings, http),
        }
        is_ready = set(checks.values()) == {"ok"}
        document = {"status": "ok" if is_ready else "unavailable", "version": release, "checks": checks}
        return JSONResponse(document, 200 if is_ready else 503, {"cache-control": "no-store"})

    return [Route("/health", ready), Route("/health/live", live), Route("/health/ready", ready)]


def _check_audit(audit_log: AuditLog) -> None:
    try:
        audit_log.check()
    except AuditError as error:
        raise UnavailableError(str(error)) from None


def _storage_state(parts: AccessParts) -> str:
    try:
        parts.storage().check()
    except UnavailableError:
        return "unavailable"
    return "ok"


async def _server_state(settings: Settings, http: httpx2.AsyncClient) -> str:
    try:
        response = await http.get(f"{settings.server_url}/health/live")
    except httpx2.TransportError:
        return "unavailable"
    return "ok" if response.status_code == 200 else "unavailable"


def _lifespan(
    endpoints: Collection[MCPEndpoint], http: httpx2.AsyncClient, audit_log: AuditLog
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        del app
        async with AsyncExitStack() as stack:
            stack.callback(audit_log.close)
            await stack.enter_async_context(http)
            for endpoint in endpoints:
                await stack.enter_async_context(endpoint.lifespan())
            yield

    return lifespan
