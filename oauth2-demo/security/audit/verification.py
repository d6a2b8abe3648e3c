"""Proves that a log is as its writers left it. Reads as a stream, in constant memory, and changes nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from oauth2_demo.security.audit import reading
from oauth2_demo.security.audit.head import HEAD_BYTES, Head, decode_heads
from oauth2_demo.security.audit.paths import LogPaths
from oauth2_demo.security.audit.record import MAX_LINE_BYTES
from oauth2_demo.security.audit.verdict import Findings, Status, Verdict
from oauth2_demo.security.audit.walk import ChainWalk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from oauth2_demo.security.audit.anchor import Anchor
    from oauth2_demo.security.audit.keys import ChainKey

_READ_ATTEMPTS = 20
_PAUSE_S = 0.002


def verify(log: Path, key: ChainKey, anchors: Sequence[Anchor] = ()) -> Verdict:
    """Check every line of every segment, the checkpoint, and the anchors when there are any.

    Raises:
        OSError: A file cannot be read; nothing is said about the log.
    """
    paths = LogPaths(log)
    findings = Findings()
    # Before the log: the log only grows, so it must hold what an earlier checkpoint names.
    content, head = _read_head(paths, key)
    archived = paths.archived_segments() if log.parent.is_dir() else []
    if content is None and not archived and not log.exists():
        findings.add(f"there is no log at {log}")
        return _verdict(Status.CANNOT_TELL, findings, None, 0)
    if content is not None and head is None:
        findings.add(f"{paths.head.name}: the checkpoint was changed, or is of another installation")
    walk = ChainWalk(findings, key, head, {anchor.seq: anchor.mac for anchor in anchors})
    segment_count, torn_bytes = _walk_segments(paths, walk, archived)
    walk.finish()
    _note_leftovers(paths, findings)
    return _verdict(_status(content, findings, torn_bytes, paths), findings, walk, segment_count)


def _status(content: bytes | None, findings: Findings, torn_bytes: int, paths: LogPaths) -> Status:
    if findings.count:
        return Status.TAMPERED
    if content is None:
        findings.add(f"{paths.head.name}: the checkpoint is missing, so nobody can say whether the end was cut off")
        return Status.CANNOT_TELL
    if torn_bytes:
        findings.add(f"{torn_bytes} bytes of an unfinished record stand at the end; the next writer moves them away")
        return Status.TORN_TAIL
    return Status.INTACT


def _walk_segments(paths: LogPaths, walk: ChainWalk, archived: Sequence[int]) -> tuple[int, int]:
    """Walk all segments; returns how many there are, and how many bytes of a torn record stand at the very end."""
    last_archived = archived[-1] if archived else 0
    segment, torn_bytes, count = 1, 0, 0
    while True:
        file = reading.open_segment(paths, segment, is_last=segment > last_archived)
        if file is None:
            if segment > last_archived:
                break
            walk.miss_segment(paths.archived(segment).name)
        else:
            with file:
                count += 1
                torn_bytes = _walk_segment(paths, walk, file, segment, is_archived=segment <= last_archived)
            # Moved away while it was read: there is more, unless its end was not written yet when it was read.
            if segment > last_archived and not (walk.is_closed and paths.archived(segment).exists()):
                break
        segment += 1
    return count, torn_bytes


def _walk_segment(paths: LogPaths, walk: ChainWalk, file: BinaryIO, segment: int, *, is_archived: bool) -> int:
    name = paths.archived(segment).name if is_archived else paths.log.name
    walk.begin_segment(segment, name)
    offset, torn = 0, b""
    while True:
        for line in reading.lines(file, segment, offset):
            if line.is_torn and len(line.data) <= MAX_LINE_BYTES:
                offset = line.offset
                break
            walk.check(line)
        else:
            walk.end_segment(is_archived=is_archived)
            return 0
        if is_archived or line.data == torn:
            break
        # Perhaps a writer is just writing it: let that end and look again.
        torn = line.data
        reading.wait_for_writer(paths)
    walk.end_segment(is_archived=is_archived)
    if is_archived:
        walk.blame("bytes without an end stand behind its last record")
    return len(line.data)


def _read_head(paths: LogPaths, key: ChainKey) -> tuple[bytes | None, Head | None]:
    content = b""
    for attempt in range(_READ_ATTEMPTS):
        try:
            with paths.head.open("rb") as file:
                content = file.read(HEAD_BYTES + 1)
        except FileNotFoundError:
            return None, None
        head = decode_heads(content, key.head)
        if head is not None:
            return content, head
        # A writer may be in the middle of its write.
        time.sleep(_PAUSE_S if attempt else 0)
    return content, None


def _note_leftovers(paths: LogPaths, findings: Findings) -> None:
    if paths.torn.exists():
        findings.note(f"{paths.torn.name} keeps {paths.torn.stat().st_size} bytes that killed writers left behind")
    for folder in sorted(paths.log.parent.glob(f"{paths.log.name}.set-aside-*")):
        findings.note(f"{folder.name} holds an earlier chain, which is not covered by this verdict")


def _verdict(status: Status, findings: Findings, walk: ChainWalk | None, segment_count: int) -> Verdict:
    return Verdict(
        status=status,
        record_count=walk.record_count if walk else 0,
        last_seq=walk.seq if walk else 0,
        segment_count=segment_count,
        findings=tuple(findings.texts),
        finding_count=findings.count,
        notes=tuple(findings.notes),
    )
