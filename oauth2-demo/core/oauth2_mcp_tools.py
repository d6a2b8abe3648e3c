"""The OAuth2 MCP tools over stdio: `uv run oauth2-demo/core/oauth2_mcp_tools.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.mcp_server.wire import claim_wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.mcp_server import CallMiddleware, StrictMCPServer
    from oauth2_demo.settings import Settings

SERVER_NAME = "oauth2"


def build_server(settings: Settings, guards: Sequence[CallMiddleware] = ()) -> StrictMCPServer:
    """Return the server with the OAuth2 tools, for any transport."""
    # Imported here, because `main` has to claim stdout before anything of ours or of others could write to it.
    from importlib.metadata import version

    from oauth2_demo.oauth_client.installation import Installation
    from oauth2_demo.oauth_client.tools import build_oauth2_server

    installation = Installation(
        server_url=settings.server_url,
        issuer=settings.issuer,
        resource_url=settings.mcp_resource_url,
        client_id=settings.client_id,
        client_secret=settings.client_secret.get_secret_value(),
        language=settings.language,
        keys_dir=settings.keys_dir,
        is_production=settings.environment == "production",
    )
    return build_oauth2_server(installation, version("mcp-docker"), guards)


def main() -> None:
    """Serve on stdin and stdout until the client ends the session."""
    wire = claim_wire()
    from oauth2_demo.core.tool_access import local_gate
    from oauth2_demo.mcp_server.stdio import run_stdio
    from oauth2_demo.settings import read_settings

    settings = read_settings()
    run_stdio(build_server(settings, [local_gate(settings, SERVER_NAME)]), wire, settings.log_level)


if __name__ == "__main__":
    main()
