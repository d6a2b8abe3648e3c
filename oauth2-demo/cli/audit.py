"""`mcp-docker audit`: verify, read, follow and repair the audit log."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from oauth2_demo.security.audit import (
    AuditError,
    AuditKeyError,
    ChainKey,
    EventType,
    Status,
    Verdict,
    load_chain_key,
    restart_chain,
)
from oauth2_demo.security.audit import verify as verify_log
from oauth2_demo.security.audit.anchor import read_anchors
from oauth2_demo.security.audit.query import AuditFilter, AuditQuery, AuditRecord
from oauth2_demo.settings import SecretFileError, Settings, setting_problems

app = typer.Typer(name="audit", help="Verify, read and repair the audit log.", no_args_is_help=True)

_FAILURE = 2

LogOption = Annotated[Path | None, typer.Option("--log", help="The log; by default that of the settings.")]
KeysOption = Annotated[Path | None, typer.Option("--keys", help="The folder of keys; by default that of the settings.")]


@app.command()
def verify(
    log: LogOption = None,
    keys: KeysOption = None,
    anchors: Annotated[
        Path | None, typer.Option("--anchors", help="A log that holds anchors, such as `docker logs` gave it.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
) -> None:
    """Prove that the log is as it was written. Exit 0 intact, 1 tampered, 2 cannot tell, 3 torn tail only."""
    try:
        verdict = _verdict(log or Settings().audit_log, _key(keys), anchors)
    except (OSError, AuditKeyError, ValidationError, SecretFileError) as error:
        verdict = Verdict(Status.CANNOT_TELL, 0, 0, 0, (_sentence(error),), 1)
    typer.echo(json.dumps(_as_dict(verdict)) if as_json else _as_text(verdict))
    raise typer.Exit(verdict.status)


@app.command()
def query(
    log: LogOption = None,
    keys: KeysOption = None,
    since: Annotated[datetime | None, typer.Option(help="First instant.")] = None,
    until: Annotated[datetime | None, typer.Option(help="Last instant, exclusive.")] = None,
    event: Annotated[list[EventType] | None, typer.Option(help="An event type; may be repeated.")] = None,
    tool: Annotated[str | None, typer.Option(help="Name of a tool.")] = None,
    client: Annotated[str | None, typer.Option(help="Id of a client; one that is kept as a hash is found too.")] = None,
    user: Annotated[str | None, typer.Option(help="Id of a user; one that is kept as a hash is found too.")] = None,
    outcome: Annotated[str | None, typer.Option(help="How it ended.")] = None,
    pii: Annotated[bool | None, typer.Option("--pii/--no-pii", help="With or without personal data.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="Records to show.")] = 50,
    cursor: Annotated[int | None, typer.Option(help="Continue behind an earlier page.")] = None,
) -> None:
    """Find records, newest first, one JSON object a line."""
    wanted = AuditFilter(since, until, event or (), tool, client, user, outcome, None, pii)
    with _told_plainly():
        page = _query(log, keys).search(wanted, limit, cursor)
    for record in page.records:
        typer.echo(_line(record))
    more = f"; continue with --cursor {page.next_cursor}" if page.next_cursor else ""
    typer.echo(f"{len(page.records)} of {page.total} records{more}", err=True)


@app.command()
def tail(
    log: LogOption = None,
    keys: KeysOption = None,
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, max=500, help="Records to show.")] = 20,
) -> None:
    """Show the newest genuine records, oldest first."""
    with _told_plainly():
        page = _query(log, keys).search(AuditFilter(), lines)
    for record in reversed(page.records):
        typer.echo(_line(record))


@app.command("rebuild-index")
def rebuild_index(log: LogOption = None, keys: KeysOption = None) -> None:
    """Throw the index away and make it anew from the log."""
    with _told_plainly():
        count = _query(log, keys).index.rebuild()
    typer.echo(f"the index holds {count} records")


@app.command("restart-chain")
def restart(
    reason: Annotated[str, typer.Option(help="A few words joined by hyphens, such as disk-replaced.")],
    log: LogOption = None,
    keys: KeysOption = None,
) -> None:
    """Set a tampered log aside and begin a new chain, whose first record tells of it for ever."""
    with _told_plainly():
        event_id, folder = restart_chain(log or Settings().audit_log, _key(keys), reason, time.time)
    typer.echo(f"new chain begun by record {event_id}; the old files are in {folder}")


def _verdict(log: Path, key: ChainKey, anchors: Path | None) -> Verdict:
    if anchors is None:
        return verify_log(log, key)
    with anchors.open(encoding="utf-8", errors="replace") as file:
        genuine, false_count = read_anchors(file, key)
    verdict = verify_log(log, key, genuine)
    if verdict.status is not Status.TAMPERED and (false_count or not genuine):
        doubt = f"{anchors} holds {len(genuine)} genuine anchors and {false_count} that are not"
        return dataclasses.replace(
            verdict,
            status=Status.CANNOT_TELL,
            findings=(*verdict.findings, doubt),
            finding_count=verdict.finding_count + 1,
        )
    return verdict


def _query(log: Path | None, keys: Path | None) -> AuditQuery:
    return AuditQuery(log or Settings().audit_log, _key(keys))


def _key(keys: Path | None) -> ChainKey:
    return load_chain_key(keys or Settings().keys_dir)


def _line(record: AuditRecord) -> str:
    return json.dumps(dataclasses.asdict(record), ensure_ascii=False)


def _as_dict(verdict: Verdict) -> dict[str, object]:
    return {**dataclasses.asdict(verdict), "status": verdict.status.name.lower(), "sentence": verdict.sentence}


def _as_text(verdict: Verdict) -> str:
    hidden = verdict.finding_count - len(verdict.findings)
    return "\n".join(
        [
            verdict.sentence,
            f"{verdict.record_count} records in {verdict.segment_count} segments; last number {verdict.last_seq}",
            *(f"- {finding}" for finding in verdict.findings),
            *([f"- and {hidden} more"] if hidden else []),
            *(f"note: {note}" for note in verdict.notes),
        ]
    )


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError | SecretFileError):
        return f"the settings are wrong: {'; '.join(setting_problems(error))}"
    return f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except (AuditError, ValueError, OSError) as error:
        typer.echo(_sentence(error), err=True)
        raise typer.Exit(_FAILURE) from None
