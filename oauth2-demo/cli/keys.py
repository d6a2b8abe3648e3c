"""`mcp-docker keys`: new first keys while servers run, and the end of old ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from oauth2_demo.cli.failures import told_plainly
from oauth2_demo.key_files import KeyFileError
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.key_ring_file import SIGNING_KEYS_FILE, KeyRingFile, rotate_signing_key
from oauth2_demo.security.audit import AuditError, AuditEvent, AuditLog, EventType, load_or_create_chain_key
from oauth2_demo.security.encryption import EncryptionError, count_usage, keyring
from oauth2_demo.settings import Settings

app = typer.Typer(name="keys", help="Rotate and retire keys.", no_args_is_help=True)
rotate = typer.Typer(help="Put a new key first; the old ones stay valid.", no_args_is_help=True)
app.add_typer(rotate, name="rotate")

ENCRYPTION_KEY_NAME = "encryption.key"


@rotate.command("encryption")
def rotate_encryption() -> None:
    """Encrypt with a new key from now on. Running servers notice by themselves; old ciphertexts stay readable."""
    with told_plainly(EncryptionError, AuditError):
        settings = Settings()
        # Before the change, so that there is none without a record, and after it, so that its key is known.
        _record(settings, EventType.KEY_ROTATED, "encryption_key_rotation", "intended", {})
        key_id = keyring.rotate(settings.keys_dir / ENCRYPTION_KEY_NAME)
        _record(settings, EventType.KEY_ROTATED, "encryption_key_rotation", "done", {"key": key_id})
    typer.echo(f"new texts are encrypted with key {key_id}")


@rotate.command("signing")
def rotate_signing() -> None:
    """Sign tokens with a new key from now on. Running servers notice by themselves; old tokens stay valid."""
    with told_plainly(KeyFileError, UnavailableError, AuditError):
        # Keys can be rotated while the demo credentials are still set, also in production.
        settings = Settings(environment="development")
        path = settings.keys_dir / SIGNING_KEYS_FILE
        # Makes the first key when there is none yet, as a server would.
        KeyRingFile(path, settings.signing_alg)
        _record(settings, EventType.KEY_ROTATED, "signing_key_rotation", "intended", {})
        kid = rotate_signing_key(path, settings.signing_alg)
        _record(settings, EventType.KEY_ROTATED, "signing_key_rotation", "done", {"key": kid})
    typer.echo(f"new tokens are signed with key {kid} ({settings.signing_alg})")


@app.command()
def retire(
    scan: Annotated[
        list[Path] | None, typer.Option(help="A file or folder that may hold ciphertexts; may be repeated.")
    ] = None,
    key: Annotated[list[str] | None, typer.Option(help="The key to drop; by default all but the first.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Drop keys that ciphertexts still need.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
) -> None:
    """Drop old encryption keys for good, after counting which ciphertexts in `--scan` still need them."""
    with told_plainly(EncryptionError, AuditError):
        settings = Settings()
        path = settings.keys_dir / ENCRYPTION_KEY_NAME
        ring = keyring.load(path)
        unwanted = key or [old.key_id for old in ring.keys[1:]]
        if not unwanted:
            typer.echo("there is no old key")
            return
        needed = _report_usage(ring, unwanted, scan or [])
        if needed and not force:
            raise EncryptionError(f"{needed} ciphertexts still need these keys; decrypt them first, or add --force")
        if not yes:
            typer.confirm(
                "What was handed out and is not in the scanned files cannot be counted. Drop the keys?", abort=True
            )
        counts: dict[str, str | int] = {"keys": len(unwanted), "needed_by": needed}
        _record(settings, EventType.KEY_RETIRED, "encryption_key_retirement", "intended", counts)
        left = keyring.retire(path, unwanted)
        _record(settings, EventType.KEY_RETIRED, "encryption_key_retirement", "done", counts)
    typer.echo(f"dropped {', '.join(unwanted)}; left: {', '.join(left)}")


def _report_usage(ring: keyring.KeyRing, unwanted: list[str], paths: list[Path]) -> int:
    usage = count_usage(ring, paths)
    for key_id, count in usage.tokens_by_key.items():
        typer.echo(f"key {key_id}{' (to be dropped)' if key_id in unwanted else ''}: {count} ciphertexts")
    if usage.unreadable:
        typer.echo(f"no key of this ring: {usage.unreadable} ciphertexts")
    return sum(usage.tokens_by_key.get(key_id, 0) for key_id in unwanted)


def _record(
    settings: Settings, event_type: EventType, action: str, outcome: str, details: dict[str, str | int]
) -> None:
    chain_key = load_or_create_chain_key(settings.keys_dir)
    with AuditLog(settings.audit_log, chain_key, settings.audit_durability, settings.audit_max_bytes) as log:
        log.append(AuditEvent(event_type, action_taken=action, outcome=outcome, details=details))
