"""The `mcp-docker` command."""

from __future__ import annotations

import typer

from oauth2_demo.cli import audit, keys

app = typer.Typer(name="mcp-docker", help="MCP tool servers in containers.", no_args_is_help=True)
app.add_typer(audit.app)
app.add_typer(keys.app)
