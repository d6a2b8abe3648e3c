"""`mcp-docker consent`: what people allow clients to call for them."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from oauth2_demo.access.consent import Consent

app = typer.Typer(no_args_is_help=True, help="What people allow clients to call for them.")

_DAY_S = 86_400
Tool = Annotated[str, typer.Argument(help="Name of the tool, such as get_security_audit_log.")]
Server = Annotated[str, typer.Option(help="Server that the tool is from.")]
User = Annotated[str | None, typer.Option(help="Whose consent; default DEFAULT_USER_ID.")]
Client = Annotated[str | None, typer.Option(help="Which client may call; default OAUTH2_DEMO_CLIENT_ID.")]


@app.command()
def grant(
    tool: Tool,
    server: Server,
    user: User = None,
    client: Client = None,
    days: Annotated[
        float | None, typer.Option(min=0.001, help="How long it holds; default that of the policy.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Show what a tool is, and let a client call it for you.

    The consent is bound to the tool's name, description and arguments as they are now: when they change, the next call
    asks again.
    """
    from oauth2_demo.access.consent import ConsentKey
    from oauth2_demo.access.consent_book import ConsentRequest
    from oauth2_demo.access.tool_policy import DEFAULT_SCOPE, demanded_scopes, fingerprint
    from oauth2_demo.cli.access import opened_access
    from oauth2_demo.security.audit import EventType

    with opened_access() as access:
        facts = access.tool(server, tool)
        key = ConsentKey(user or access.settings.default_user_id, client or access.settings.client_id, server, tool)
        scope = demanded_scopes(facts.meta) | {DEFAULT_SCOPE}
        typer.echo(f"{tool} of {server}: {facts.description or 'no description'}")
        typer.echo(f"scopes: {' '.join(sorted(scope))}")
        if not yes and not typer.confirm(f"May {key.client_id} call it for {key.user_id}?"):
            raise typer.Exit(1)
        request = ConsentRequest(key, fingerprint(tool, facts.description, facts.input_schema), scope)
        # Recorded first: a consent that the log does not have is one that nobody can prove.
        access.record(EventType.CONSENT_GRANTED, key.user_id, key.client_id, tool, "consented_by_cli")
        consent = access.consents.grant(request, "cli", lifetime_s=None if days is None else days * _DAY_S)
    typer.echo(f"granted until {_shown(consent.expires_at)}")


@app.command()
def revoke(
    tool: Annotated[str | None, typer.Argument(help="Name of the tool; without it all tools.")] = None,
    user: User = None,
    client: Annotated[str | None, typer.Option(help="Which client; without it all.")] = None,
) -> None:
    """Take consent back. The next call is refused, also where a session is running."""
    from oauth2_demo.cli.access import opened_access
    from oauth2_demo.security.audit import EventType

    with opened_access() as access:
        user_id = user or access.settings.default_user_id
        count = access.consents.revoke(user_id, client_id=client, tool=tool)
        access.record(EventType.CONSENT_REVOKED, user_id, client, tool, "revoked_by_cli")
    typer.echo(f"revoked {count} consent{'' if count == 1 else 's'} of {user_id}")
    if not count:
        raise typer.Exit(1)


@app.command("list")
def list_consents(user: User = None) -> None:
    """Show all consents, latest first."""
    from oauth2_demo.cli.access import opened_access

    with opened_access() as access:
        consents = access.storage.consents.all_of(user)
    if not consents:
        typer.echo("no consents")
    for consent in consents:
        key = consent.key
        typer.echo(f"{key.user_id}  {key.client_id}  {key.server}/{key.tool}  {_state(consent)}")


def _state(consent: Consent) -> str:
    if consent.revoked_at is not None:
        return f"revoked {_shown(consent.revoked_at)}"
    if time.time() >= consent.expires_at:
        return f"expired {_shown(consent.expires_at)}"
    return f"by {consent.granted_by} until {_shown(consent.expires_at)}"


def _shown(instant: float) -> str:
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%d %H:%M UTC")
