"""The `mcp-docker` command."""

from __future__ import annotations

import typer

from oauth2_demo.cli import audit, clients, consent, keys, params
from oauth2_demo.cli.bridge import bridge
from oauth2_demo.cli.serve import serve

app = typer.Typer(name="mcp-docker", help="MCP tool servers in containers.", no_args_is_help=True)
app.add_typer(audit.app)
app.add_typer(clients.app)
app.add_typer(keys.app)
app.add_typer(consent.app, name="consent")
app.add_typer(params.app, name="params")
app.command()(bridge)
app.command()(serve)

if __name__ == "__main__":
    app()
