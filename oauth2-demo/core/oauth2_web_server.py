"""The separated OAuth2 web server: authorization server and `/hello`; MCP servers run elsewhere.

Run it by hand with `uv run oauth2-demo/core/oauth2_web_server.py`.
"""

from __future__ import annotations

from oauth2_demo.core.oauth2_server import run_server
from oauth2_demo.web.app import assemble_app


def main() -> None:
    """Serve until SIGTERM."""
    run_server(lambda _settings, services: assemble_app(services))


if __name__ == "__main__":
    main()
