"""Reads the files of a log in order while others write and rotate."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from oauth2_demo.security.audit.record import MAX_LINE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.security.audit.paths import LogPaths

_BUFFER_BYTES = 1 << 18
_LOCK_ATTEMPTS = 200
_LOCK_PAUSE_S = 0.005


class Line(NamedTuple):
    """The bytes of one line with its newline, or of what stands at the end without one."""

    segment: int
    offset: int
    data: bytes

    @property
    def is_torn(self) -> bool:
        """Whether the line has no end, because the file ends or because it is too long."""
        return not self.data.endswith(b"\n")


def open_segment(paths: LogPaths, segment: int, *, is_last: bool) -> BinaryIO | None:
    """Open a segment wherever it lies now: under its own name, or still under the log's.

    The log is opened before its archived name is looked up, so that a rotation in between is noticed.
    """
    while True:
        archived = _open(paths, segment)
        if archived is not None or not is_last:
            return archived
        try:
            current = paths.log.open("rb", buffering=_BUFFER_BYTES)
        except FileNotFoundError:
            if paths.archived(segment).exists():
                continue
            return None
        if not paths.archived(segment).exists():
            return current
        current.close()


def lines(file: BinaryIO, segment: int, offset: int = 0) -> Iterator[Line]:
    """The lines of a segment from `offset`. A line that is too long for a record comes in pieces."""
    file.seek(offset)
    while data := file.readline(MAX_LINE_BYTES + 1):
        yield Line(segment, offset, data)
        offset += len(data)


def _open(paths: LogPaths, segment: int) -> BinaryIO | None:
    try:
        return paths.archived(segment).open("rb", buffering=_BUFFER_BYTES)
    except FileNotFoundError:
        return None


def wait_for_writer(paths: LogPaths) -> None:
    """Let a writer that is in the middle of a write finish, for at most a second. Changes nothing."""
    try:
        descriptor = os.open(paths.lock, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        # No lock file, no writer.
        return
    try:
        for _ in range(_LOCK_ATTEMPTS):
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return
            time.sleep(_LOCK_PAUSE_S)
    finally:
        os.close(descriptor)
