"""`mcp-docker params`: default values of tool parameters, per user and tool."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Default values of tool parameters, per user and tool.")

Tool = Annotated[str, typer.Argument(help="Name of the tool.")]
Parameter = Annotated[str, typer.Argument(help="Name of the parameter.")]
User = Annotated[str | None, typer.Option(help="Whose default; default DEFAULT_USER_ID.")]


@app.command("set")
def set_default(
    tool: Tool,
    parameter: Parameter,
    value: Annotated[str, typer.Argument(help="The value; JSON for lists and objects.")],
    user: User = None,
) -> None:
    """Store a default. A call that names the parameter itself still wins; the environment and the built-in do not."""
    from oauth2_demo.cli.access import opened_access

    with opened_access() as access:
        user_id = user or access.settings.default_user_id
        access.storage.parameters.store(user_id, tool, parameter, value)
    typer.echo(f"{tool} {parameter} is stored for {user_id}")


@app.command("list")
def list_defaults(tool: Tool, user: User = None) -> None:
    """Show the defaults that are stored for a tool."""
    from oauth2_demo.cli.access import opened_access

    with opened_access() as access:
        stored = access.storage.parameters.stored(user or access.settings.default_user_id, tool)
    for parameter, value in sorted(stored.items()):
        typer.echo(f"{parameter} = {value}")
    if not stored:
        typer.echo(f"nothing is stored for {tool}")


@app.command()
def unset(tool: Tool, parameter: Parameter, user: User = None) -> None:
    """Forget a default."""
    from oauth2_demo.cli.access import opened_access

    with opened_access() as access:
        user_id = user or access.settings.default_user_id
        was_stored = access.storage.parameters.forget(user_id, tool, parameter)
    if not was_stored:
        typer.echo(f"nothing is stored for {parameter} of {tool} and {user_id}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{tool} {parameter} is forgotten for {user_id}")
