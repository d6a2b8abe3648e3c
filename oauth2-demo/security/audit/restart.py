"""Begins a new chain after tampering, on an operator's word, so that the break stays visible for ever.

The old files are set aside, not deleted. The new chain's first record says where the old one stood and why it ended;
its number goes on behind everything that was seen, so that no number is given twice.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.checkpoint import write_file
from oauth2_demo.security.audit.clock import WallClock, uptime_s
from oauth2_demo.security.audit.errors import AuditError, AuditUnavailableError
from oauth2_demo.security.audit.events import AuditEvent, EventType
from oauth2_demo.security.audit.head import HEAD_BYTES, Head, decode_heads, encode_slot
from oauth2_demo.security.audit.locks import FileLock
from oauth2_demo.security.audit.paths import LogPaths
from oauth2_demo.security.audit.record import NO_MAC, SEALED_TAIL_BYTES, RecordWriter, new_event_id, read_line
from oauth2_demo.security.audit.shared import SharedProgress
from oauth2_demo.security.audit.system import LINUX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.system import System

_REASON = re.compile(r"[a-z]+(?:[_-][a-z]+){0,7}", re.ASCII)
_MAX_REASON_CHARS = 48
_TAIL_BYTES = 1 << 20


def restart_chain(
    log: Path, key: ChainKey, reason: str, clock: Callable[[], float], system: System = LINUX
) -> tuple[str, Path]:
    """Set the log aside and begin a new one. Running writers go on with it by themselves.

    Args:
        reason: A few words joined by hyphens, such as `disk-replaced`; it goes into the record.

    Returns:
        The `event_id` of the first record, and the folder that holds the old files.

    Raises:
        ValueError: The reason is not of that form.
        AuditError: It was not done, or only half: run it again. Nothing is written in between.
    """
    if not _REASON.fullmatch(reason) or len(reason) > _MAX_REASON_CHARS:
        raise ValueError("the reason must be a few lower-case words joined by hyphens, such as disk-replaced")
    paths = LogPaths(log)
    descriptors: list[int] = []
    try:
        descriptors.append(system.open(paths.sync, os.O_RDWR | os.O_CREAT))
        descriptors.append(system.open(paths.lock, os.O_RDWR | os.O_CREAT))
        with FileLock(descriptors[0], system).held(), FileLock(descriptors[1], system).held():
            progress = SharedProgress(descriptors[0])
            try:
                return _restart(paths, key, reason, clock, system, progress.synced_seq)
            finally:
                progress.close()
    except OSError as error:
        raise AuditUnavailableError(f"the chain was not restarted: {error.strerror}; run it again") from None
    finally:
        for descriptor in descriptors:
            os.close(descriptor)


def _restart(
    paths: LogPaths, key: ChainKey, reason: str, clock: Callable[[], float], system: System, synced_seq: int
) -> tuple[str, Path]:
    old_head, last_seq = _last_known(paths, key)
    if old_head is None and not paths.log.exists() and not paths.archived_segments():
        raise AuditError(f"there is no log at {paths.log}, and nothing to restart")
    plausible_synced = synced_seq if synced_seq <= last_seq else 0
    seq = max(last_seq, plausible_synced) + 1
    event_id = new_event_id()
    line, mac = _first_record(key, clock, seq, event_id, reason, old_head)
    folder = _new_folder(paths)
    fresh = paths.log.with_name(f"{paths.log.name}.fresh")
    write_file(fresh, line, system)
    for path in _files_of_chain(paths):
        system.rename(path, folder / path.name)
    _keep_old_head(paths, folder)
    # From here on the checkpoint names a record that the log does not hold yet, so writers refuse until the last step.
    heads = [Head(count, 1, seq, len(line), mac) for count in (0, 1)]
    write_file(paths.head, b"".join(encode_slot(head, key.head) for head in heads), system)
    system.rename(fresh, paths.log)
    system.sync_folder(folder)
    system.sync_folder(paths.log.parent)
    return event_id, folder


def _first_record(
    key: ChainKey, clock: Callable[[], float], seq: int, event_id: str, reason: str, old_head: Head | None
) -> tuple[bytes, str]:
    records = RecordWriter(key, session="0" * 16)
    body = records.body(
        AuditEvent(
            EventType.CHAIN_RESTARTED,
            action_taken="chain_restarted",
            details={
                "reason": reason,
                "old_head_valid": old_head is not None,
                # As two UUID-like halves: what a record may hold is 32 hexadecimal digits at most.
                "old_mac_first": old_head.mac[:32] if old_head else None,
                "old_mac_last": old_head.mac[32:] if old_head else None,
            },
        ),
        event_id,
    )
    wall = WallClock(clock, uptime_s)
    return records.seal(body, seq, wall.stamp(clock()), NO_MAC)


def _last_known(paths: LogPaths, key: ChainKey) -> tuple[Head | None, int]:
    """The old checkpoint when it is valid, and the highest number that the checkpoint or the log's end claims."""
    head = None
    if paths.head.exists():
        head = decode_heads(paths.head.read_bytes()[: HEAD_BYTES + 1], key.head)
    seqs = [head.seq if head else 0]
    for path in (paths.log, *(paths.archived(number) for number in paths.archived_segments()[-1:])):
        if path.exists():
            seqs.extend(_claimed_seqs(path, key))
    return head, max(seqs)


def _claimed_seqs(path: Path, key: ChainKey) -> list[int]:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        lines = file.read(_TAIL_BYTES).splitlines(keepends=True)
    records = (read_line(line) for line in lines if len(line) > SEALED_TAIL_BYTES)
    return [record.seq for record in records if record is not None and record.key_id == key.key_id]


def _files_of_chain(paths: LogPaths) -> list[Path]:
    segments = [paths.archived(number) for number in paths.archived_segments()]
    return [path for path in (*segments, paths.torn, paths.log) if path.exists()]


def _keep_old_head(paths: LogPaths, folder: Path) -> None:
    if paths.head.exists():
        (folder / paths.head.name).write_bytes(paths.head.read_bytes())


def _new_folder(paths: LogPaths) -> Path:
    number = 1
    while (folder := paths.set_aside(number)).exists():
        number += 1
    folder.mkdir(mode=0o700)
    return folder
