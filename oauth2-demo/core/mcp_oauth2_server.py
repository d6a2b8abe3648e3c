"""The integrated server: the OAuth2 web server together with a protected MCP endpoint at `/mcp`.

Run it by hand with `uv run oauth2-demo/core/mcp_oauth2_server.py`.
"""

from __future__ import annotations

from oauth2_demo.core.oauth2_server import run_server
from oauth2_demo.web.app import assemble_app


def main() -> None:
    """Serve until SIGTERM."""
    run_server(lambda _settings, services: assemble_app(services))


if __name__ == "__main__":
    main()
