"""The integrated server: the OAuth2 web server together with a protected MCP endpoint at `/mcp`.

Run it by hand with `uv run oauth2-demo/core/mcp_oauth2_server.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from oauth2_demo.core.oauth2_mcp_tools import build_server
from oauth2_demo.core.oauth2_server import run_server
from oauth2_demo.core.tool_access import AccessParts, ToolGate
from oauth2_demo.mcp_auth.verifiers import LocalVerifier
from oauth2_demo.mcp_server.http import build_mcp_asgi
from oauth2_demo.web.app import MountedMcp, assemble_app

if TYPE_CHECKING:
    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.settings import Settings
    from oauth2_demo.web.app import OAuthApp

_SERVER_NAME = "oauth2"


def build_app(settings: Settings, services: Services) -> OAuthApp:
    """Put the MCP endpoint with the OAuth2 tools into the web application."""
    guard = ToolGate(AccessParts(settings, lambda: services.audit_log), _SERVER_NAME)
    resource = services.mcp_resource
    endpoint = build_mcp_asgi(
        build_server(settings, [guard]),
        verifier=LocalVerifier(resource, services.verifier),
        resource=resource,
        allowed_hosts=_allowed_hosts(settings, services),
        events=services.events,
    )
    return assemble_app(services, mcp=MountedMcp(endpoint, resource, urlsplit(resource.url).path, endpoint.lifespan))


def main() -> None:
    """Serve until SIGTERM."""
    run_server(build_app)


def _allowed_hosts(settings: Settings, services: Services) -> list[str]:
    named = [urlsplit(url).netloc for url in services.own_urls]
    return [*named, *services.own_hosts, "localhost", "127.0.0.1", "[::1]", *settings.mcp_hosts.split()]


if __name__ == "__main__":
    main()
