"""`mcp-docker serve`: the MCP tool servers over Streamable HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from oauth2_demo.settings import Settings


def serve(
    server: Annotated[
        list[str] | None,
        typer.Option(help="A server of your own: NAME=FILE. NAME becomes its path, /NAME/mcp. May be repeated."),
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on; default OAUTH2_DEMO_HOST.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8080,
) -> None:
    """Serve the OAuth2 and security tools, and servers of your own, each at /NAME/mcp and all of them at /mcp.

    Every request needs a token of the OAuth2 server for that endpoint. The OAuth2 server issues tokens for the names
    in OAUTH2_DEMO_MCP_SERVERS.
    """
    from oauth2_demo.core.mcp_http_server import ServerFileError, build_app, built_in_servers, server_from_file
    from oauth2_demo.key_files import KeyFileError
    from oauth2_demo.mcp_server.logs import log_to_stderr
    from oauth2_demo.security.audit import AuditError
    from oauth2_demo.settings import Settings
    from oauth2_demo.web.server import serve as serve_app

    settings = Settings()
    log_to_stderr(settings.log_level)
    try:
        sources = [
            *built_in_servers(settings),
            *(server_from_file(*_name_and_file(entry, settings)) for entry in server or ()),
        ]
        app = build_app(settings, sources)
    except (ServerFileError, KeyFileError, AuditError) as error:
        raise SystemExit(f"Cannot start: {error}") from None
    serve_app(app, host=host or settings.host, port=port)


def _name_and_file(entry: str, settings: Settings) -> tuple[str, Path]:
    name, separator, file = entry.partition("=")
    if not separator or not name or not file:
        raise typer.BadParameter(f"{entry!r} is not NAME=FILE", param_hint="--server")
    if name not in settings.mcp_server_names:
        raise typer.BadParameter(
            f"no tokens are issued for {name!r}: add it to OAUTH2_DEMO_MCP_SERVERS here and at the OAuth2 server",
            param_hint="--server",
        )
    return name, Path(file)
