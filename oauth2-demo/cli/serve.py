"""`mcp-docker serve`: the MCP tool servers over Streamable HTTP."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; default OAUTH2_DEMO_HOST.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8080,
) -> None:
    """Serve the OAuth2 and security tools, each at /NAME/mcp and all of them at /mcp.

    Servers of your own are named in OAUTH2_DEMO_MCP_SERVER_FILES, as NAME=FILE. Every request needs a token of the
    OAuth2 server for the endpoint that it goes to.
    """
    from oauth2_demo.cli.failures import told_plainly
    from oauth2_demo.collector import spare_what_lasts
    from oauth2_demo.core.mcp_http_server import ServerFileError, all_servers, build_app
    from oauth2_demo.key_files import KeyFileError
    from oauth2_demo.mcp_server.logs import log_to_stderr
    from oauth2_demo.security.audit import AuditError
    from oauth2_demo.settings import Settings
    from oauth2_demo.web.server import serve as serve_app

    with told_plainly(ServerFileError, KeyFileError, AuditError):
        settings = Settings()
        log_to_stderr(settings.log_level)
        app = build_app(settings, all_servers(settings))
    spare_what_lasts()
    serve_app(app, host=host or settings.host, port=port, trusted_proxies=settings.trusted_proxies.split())
