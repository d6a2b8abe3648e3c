"""`mcp-docker bridge URL`: stdio on this side, a protected Streamable HTTP endpoint on the other."""

from __future__ import annotations

import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

if TYPE_CHECKING:
    from oauth2_demo.bridge.credentials import Credentials
    from oauth2_demo.settings import Settings


def bridge(
    url: Annotated[str, typer.Argument(help="The MCP endpoint, such as http://localhost:8081/mcp.")],
    issuer: Annotated[
        str | None,
        typer.Option(help="The authorization server that the credentials belong to; default OAUTH2_DEMO_ISSUER."),
    ] = None,
    scope: Annotated[
        str | None, typer.Option(help="Scopes to ask for, separated by blanks; default what the endpoint asks for.")
    ] = None,
    private_key_file: Annotated[
        Path | None,
        typer.Option(help="A PEM private key (RSA or P-256): private_key_jwt instead of a secret.", dir_okay=False),
    ] = None,
    reconnect_for_s: Annotated[
        float, typer.Option(min=0, help="How long a server that cannot be reached is tried again, in seconds.")
    ] = 10.0,
) -> None:
    """Speak stdio to an MCP client and Streamable HTTP, with OAuth2 tokens, to a protected endpoint.

    The client id is OAUTH2_DEMO_CLIENT_ID; its secret OAUTH2_DEMO_CLIENT_SECRET, or better a file named by
    OAUTH2_DEMO_CLIENT_SECRET_FILE. A secret never stands on the command line, where every process could read it.
    """
    from oauth2_demo.bridge.run import run_bridge
    from oauth2_demo.cli.failures import told_plainly
    from oauth2_demo.settings import Settings

    _check_url(url, "URL")
    if issuer is not None:
        _check_url(issuer, "--issuer")
    with told_plainly():
        settings = Settings()
    run_bridge(
        url,
        issuer=issuer or settings.issuer,
        credentials=_credentials(settings, private_key_file),
        scope=scope,
        reconnect_for_s=reconnect_for_s,
    )


def _check_url(url: str, where: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None or parts.fragment:
        raise typer.BadParameter(
            "must be an http or https URL such as http://localhost:8080/mcp, without user and fragment",
            param_hint=where,
        )


def _credentials(settings: Settings, private_key_file: Path | None) -> Credentials:
    from oauth2_demo.bridge.credentials import PrivateKeyCredentials, SecretCredentials, algorithm_of

    if private_key_file is None:
        return SecretCredentials(settings.client_id, settings.client_secret.get_secret_value())
    try:
        pem = private_key_file.read_text(encoding="ascii")
        algorithm = algorithm_of(pem)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise typer.BadParameter(f"{private_key_file}: {reason}", param_hint="--private-key-file") from None
    return PrivateKeyCredentials(settings.client_id, pem, algorithm, now=time.time, new_id=lambda: uuid.uuid4().hex)
