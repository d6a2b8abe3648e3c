"""The end of the chain on disk: found, checked against the checkpoint, repaired and extended. Only under the lock."""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from oauth2_demo.security.audit import tail
from oauth2_demo.security.audit.checkpoint import Checkpoint
from oauth2_demo.security.audit.errors import AuditUnavailableError
from oauth2_demo.security.audit.record import NO_MAC, is_segment_end
from oauth2_demo.security.audit.tail import tampered

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.security.audit.head import Head
    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.paths import LogPaths
    from oauth2_demo.security.audit.system import System


class Position(NamedTuple):
    """The end of the chain: number, MAC and time of the last record, and where it ends in which segment."""

    segment: int
    seq: int
    size: int
    mac: str
    timestamp: str = ""
    closes_segment: bool = False


@dataclass(frozen=True, slots=True)
class _OpenSegment:
    descriptor: int
    identity: tuple[int, int]
    # Where the chain stood when this segment began.
    start: Position


class Chain:
    """Keeps the current segment open. Not safe for threads: every call is made while the lock of the log is held."""

    def __init__(self, paths: LogPaths, key: ChainKey, system: System) -> None:
        self._paths = paths
        # Asked for with each batch: to make the text of a path anew takes as long as to ask the kernel.
        self._path = str(paths.log)
        self._key = key
        self._system = system
        self.checkpoint = Checkpoint(paths, key, system)
        self._open: _OpenSegment | None = None
        self._position: Position | None = None
        self._checked: Head | None = None

    @property
    def descriptor(self) -> int:
        """The open segment; valid until the lock is released."""
        if self._open is None:
            raise AuditUnavailableError("the audit log is not open")
        return self._open.descriptor

    @property
    def segment(self) -> object:
        """Stands for the open segment: another object once another file is open."""
        return self._open

    def find_end(self) -> Position:
        """Find the end of the chain as it is now, whoever wrote last.

        Raises:
            AuditTamperedError: The log or its checkpoint is not as a writer left it.
            OSError: A file cannot be opened, read or repaired.
        """
        status = self._status()
        if not self._is_open(status):
            status = self._open_segment(status)
        return self._advance(self._open, status) if self._open and status else self._unreachable()

    def unchanged_end(self) -> Position | None:
        """As `find_end`, unless somebody else has written, repaired or rotated: then nothing is read or changed."""
        status = self._status()
        if status and self._open and self._position and self._is_open(status) and status.st_size == self._position.size:
            return self._advance(self._open, status)
        return None

    def extend(self, data: bytes, after: Position, *, closes_segment: bool = False) -> Position:
        """Append lines with one write; what was written only in part is taken back.

        Args:
            data: Complete lines.
            after: Where the chain will stand; its `size` is filled in.

        Raises:
            AuditUnavailableError: The lines are not in the log.
        """
        before = self._position or self._unreachable()
        reason = "the disk took only a part"
        try:
            if self._system.write(self.descriptor, data) == len(data):
                size = before.size + len(data)
                self._position = after._replace(size=size, closes_segment=closes_segment)
                return self._position
        except OSError as error:
            reason = error.strerror or "unknown error"
        # When this fails too, the next writer finds a torn tail and repairs it.
        with contextlib.suppress(OSError):
            self._system.truncate(self.descriptor, before.size)
        raise AuditUnavailableError(f"the audit log cannot be written: {reason}")

    def archive(self) -> None:
        """Move a closed segment out of the way. The next `find_end` begins a new one.

        Raises:
            AuditUnavailableError: It could not be moved. The log stays as it is, and a later call can do it.
        """
        end = self._position or self._unreachable()
        target = self._paths.archived(end.segment)
        if target.exists():
            raise tampered(f"{target.name} exists before that segment was closed")
        try:
            self._system.rename(self._paths.log, target)
            self._system.sync_folder(self._paths.log.parent)
        except OSError as error:
            raise AuditUnavailableError(f"the audit log cannot be rotated: {error.strerror}") from None
        self.close()

    def close(self) -> None:
        """Forget the open segment and the checkpoint."""
        if self._open is not None:
            os.close(self._open.descriptor)
            self._open = None
        self._position = None
        self._checked = None
        self.checkpoint.close()

    def _status(self) -> os.stat_result | None:
        try:
            return os.lstat(self._path)
        except FileNotFoundError:
            return None

    def _is_open(self, status: os.stat_result | None) -> bool:
        return status is not None and self._open is not None and (status.st_dev, status.st_ino) == self._open.identity

    def _open_segment(self, status: os.stat_result | None) -> os.stat_result:
        self.close()
        if status is not None and not stat.S_ISREG(status.st_mode):
            raise AuditUnavailableError(f"{self._paths.log} is not a regular file")
        head = self.checkpoint.read_or_begin(has_log=bool(status and status.st_size))
        flags = os.O_RDWR | os.O_APPEND | (os.O_CREAT | os.O_EXCL if status is None else 0)
        start = self._start_of_segment(head)
        descriptor = self._system.open(self._paths.log, flags)
        try:
            if status is None:
                self._system.sync_folder(self._paths.log.parent)
            opened = os.fstat(descriptor)
            self._check_first_line(descriptor, opened.st_size, start)
        except BaseException:
            os.close(descriptor)
            raise
        self._open = _OpenSegment(descriptor, (opened.st_dev, opened.st_ino), start)
        self._position = start
        return opened

    def _start_of_segment(self, head: Head) -> Position:
        """Decide which segment the file under the log's name is, or will be, and what its first record follows."""
        if head.size == 0:
            return Position(1, head.seq, 0, head.mac)
        if self._holds(self._paths.log, head):
            return self._start_after(head.segment - 1)
        archived = self._paths.archived(head.segment)
        if not self._holds(archived, head):
            raise tampered("the record that the checkpoint names is gone: the log was cut, emptied or removed")
        return self._start_after(head.segment)

    def _holds(self, path: Path, head: Head) -> bool:
        try:
            descriptor = self._system.open(path, os.O_RDONLY)
        except FileNotFoundError:
            return False
        try:
            return tail.holds(descriptor, head, self._key, self._system)
        finally:
            os.close(descriptor)

    def _start_after(self, segment: int) -> Position:
        if segment == 0:
            return Position(1, 0, 0, NO_MAC)
        path = self._paths.archived(segment)
        try:
            descriptor = self._system.open(path, os.O_RDONLY)
        except FileNotFoundError:
            raise tampered(f"the segment {path.name} is missing") from None
        try:
            last = tail.read(descriptor, os.fstat(descriptor).st_size, self._key, self._system)
        finally:
            os.close(descriptor)
        if last.record is None or last.torn or not is_segment_end(last.record):
            raise tampered(f"the segment {path.name} has no end")
        return Position(segment + 1, last.record.seq, 0, last.record.mac, last.record.timestamp)

    def _check_first_line(self, descriptor: int, size: int, start: Position) -> None:
        if not size:
            return
        first = tail.first(descriptor, self._system)
        # The first record of a chain that an operator began anew may have any number.
        follows = first is None or start.segment == 1 or (first.seq == start.seq + 1)
        if not follows or (first is not None and first.prev != start.mac):
            raise tampered("the first record does not follow the segment before")

    def _advance(self, segment: _OpenSegment, status: os.stat_result) -> Position:
        position = self._position or segment.start
        if status.st_size < position.size:
            raise tampered("the log has become shorter")
        head = self.checkpoint.read()
        if status.st_size > position.size:
            position = self._read_end(segment, status.st_size, position, head)
        if head != self._checked:
            self._check_head(segment, position, head)
            self._checked = head
        self._position = position
        return position

    def _read_end(self, segment: _OpenSegment, size: int, known: Position, head: Head) -> Position:
        end = tail.read(segment.descriptor, size, self._key, self._system)
        if end.size < known.size or (head.segment == known.segment and end.size < head.size):
            raise tampered("the log was cut inside of a durable record")
        if end.torn:
            tail.save_torn(self._paths, end.torn, self._system)
            self._system.truncate(segment.descriptor, end.size)
        if end.record is None:
            return segment.start
        return Position(
            known.segment,
            end.record.seq,
            end.size,
            end.record.mac,
            end.record.timestamp,
            is_segment_end(end.record),
        )

    def _check_head(self, segment: _OpenSegment, position: Position, head: Head) -> None:
        if head.segment == position.segment and head.size:
            fits = head.seq <= position.seq and tail.holds(segment.descriptor, head, self._key, self._system)
        else:
            # Rotation makes the checkpoint durable before the segment moves, so it can only name the very end.
            fits = (head.seq, head.mac) == (segment.start.seq, segment.start.mac)
        if not fits:
            raise tampered("the checkpoint names a record that the log does not hold")

    def _unreachable(self) -> Position:
        raise AuditUnavailableError("the audit log is not open")
