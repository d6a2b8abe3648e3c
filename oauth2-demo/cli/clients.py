"""`mcp-docker clients`: who may ask for tokens."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.oauth.registration import Registrar, Registration
    from oauth2_demo.security.audit import AuditLog
    from oauth2_demo.storage.ports import Storage

app = typer.Typer(name="clients", help="Register, list and remove OAuth2 clients.", no_args_is_help=True)

ClientId = Annotated[str, typer.Argument(metavar="ID", help="The client id.")]
SecretFile = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A file with a secret of your choice; by default one is generated."),
]
PublicKey = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A public key, PEM or JWK (P-256 or RSA), for private_key_jwt."),
]


@app.command()
def add(
    client_id: ClientId,
    scope: Annotated[str, typer.Option(help="What it may ask for; empty: it may introspect and revoke only.")],
    secret_file: SecretFile = None,
    public_key: PublicKey = None,
) -> None:
    """Register a client. A generated secret is printed once and kept nowhere. Running servers know it at once."""
    with _registry() as registry, registry.recorded("client_registered", client_id, "registration"):
        registration = registry.registrar.add(
            client_id,
            scope,
            chosen_secret=_secret_in(secret_file),
            public_key=public_key.read_bytes() if public_key else None,
        )
    _show(registration)


@app.command("list")
def list_clients() -> None:
    """List the clients, with what they may ask for and how they authenticate."""
    from oauth2_demo.oauth.registration import describe_keys
    from oauth2_demo.oauth.scopes import format_scope

    with _registry() as registry:
        for client in registry.storage.clients.all():
            ways = " ".join(filter(None, ["secret" if client.secret_hash else "", describe_keys(client)]))
            typer.echo(f"{client.client_id}\t{client.origin.value}\t{ways}\t{format_scope(client.scopes)}")


@app.command("rotate-secret")
def rotate_secret(client_id: ClientId, secret_file: SecretFile = None) -> None:
    """Give a client a new secret; the old one ends at once, its tokens live on until they expire."""
    with _registry() as registry, registry.recorded("client_changed", client_id, "secret_rotation"):
        registration = registry.registrar.replace_secret(client_id, _secret_in(secret_file))
    _show(registration)


@app.command()
def remove(client_id: ClientId) -> None:
    """Remove a client. Its tokens end at once."""
    with _registry() as registry, registry.recorded("client_changed", client_id, "removal"):
        registry.storage.clients.remove(client_id)
    typer.echo(f"removed {client_id}")


class _Registry:
    """The registry with its log."""

    def __init__(self, storage: Storage, registrar: Registrar, log: AuditLog) -> None:
        self.storage = storage
        self.registrar = registrar
        self._log = log

    @contextlib.contextmanager
    def recorded(self, event_type: str, client_id: str, action: str) -> Iterator[None]:
        """Record a change before it is made, so that there is none without a record, and how it ended."""
        from oauth2_demo.security.audit import AuditEvent, EventType

        kind = EventType(event_type)
        self._log.append(AuditEvent(kind, client_id=client_id, action_taken=action, outcome="intended"))
        try:
            yield
        except Exception:
            self._log.append(AuditEvent(kind, client_id=client_id, action_taken=action, outcome="refused"))
            raise
        self._log.append(AuditEvent(kind, client_id=client_id, action_taken=action, outcome="done"))


@contextlib.contextmanager
def _registry() -> Iterator[_Registry]:
    """Open the registry, and end with one sentence when something is wrong."""
    from pydantic import ValidationError

    from oauth2_demo.core.oauth2_common import load_client_secret_key
    from oauth2_demo.key_files import KeyFileError
    from oauth2_demo.oauth.clients import RegistrationError
    from oauth2_demo.oauth.errors import UnavailableError
    from oauth2_demo.oauth.registration import Registrar
    from oauth2_demo.security.audit import AuditError
    from oauth2_demo.security.security_common import open_audit_log
    from oauth2_demo.settings import SecretFileError, Settings, setting_problems
    from oauth2_demo.storage.factory import StorageUrlError, open_storage

    try:
        # The first real client is registered while the demo credentials are still set, also in production.
        settings = Settings(environment="development")
        with contextlib.ExitStack() as stack:
            storage = open_storage(settings.database_url.get_secret_value(), time.time)
            stack.callback(storage.close)
            log = stack.enter_context(open_audit_log(settings))
            yield _Registry(storage, Registrar(storage.clients, load_client_secret_key(settings.keys_dir)), log)
    except (ValidationError, SecretFileError) as error:
        raise _failure(f"the settings are wrong: {'; '.join(setting_problems(error))}") from None
    except (RegistrationError, UnavailableError, StorageUrlError, KeyFileError, AuditError) as error:
        raise _failure(str(error)) from None


def _secret_in(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        return path.read_text(encoding="ascii").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise _failure(f"{path} must be a readable file with printable ASCII") from None


def _show(registration: Registration) -> None:
    from oauth2_demo.oauth.scopes import format_scope

    typer.echo(f"client_id: {registration.client.client_id}")
    if registration.generated_secret is not None:
        typer.echo(f"client_secret: {registration.generated_secret}")
        typer.echo("The secret is shown only now: put it into a file of mode 0600.", err=True)
    typer.echo(f"scope: {format_scope(registration.client.scopes)}")


def _failure(text: str) -> typer.Exit:
    typer.echo(f"mcp-docker clients: {text}", err=True)
    return typer.Exit(1)
