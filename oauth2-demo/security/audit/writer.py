"""The open files of one log in one process: appends sealed records to its chain and begins new segments."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from oauth2_demo.security.audit import clock as clocks
from oauth2_demo.security.audit.chain import Chain, Position
from oauth2_demo.security.audit.commit import GroupCommit
from oauth2_demo.security.audit.errors import AuditUnavailableError
from oauth2_demo.security.audit.events import AuditEvent, EventType
from oauth2_demo.security.audit.locks import FileLock
from oauth2_demo.security.audit.record import new_event_id
from oauth2_demo.security.audit.shared import SharedProgress
from oauth2_demo.security.audit.system import FOLDER_MODE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.paths import LogPaths
    from oauth2_demo.security.audit.record import Body, RecordWriter
    from oauth2_demo.security.audit.system import System


class Writer:
    """Writes under the lock of the log; `commit` makes durable what it wrote."""

    def __init__(
        self,
        paths: LogPaths,
        key: ChainKey,
        records: RecordWriter,
        clock: clocks.WallClock,
        system: System,
        max_bytes: int,
        on_checkpoint: Callable[[Position], None],
    ) -> None:
        self._records = records
        self._clock = clock
        self._max_bytes = max_bytes
        self._folder = paths.log.parent
        self._descriptors: list[int] = []
        try:
            self._folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            self._log_lock = FileLock(self._open(paths.lock, system), system)
            sync_descriptor = self._open(paths.sync, system)
            self._progress = SharedProgress(sync_descriptor)
        except OSError as error:
            self._close_descriptors()
            raise AuditUnavailableError(f"the audit log {paths.log} cannot be opened: {error.strerror}") from None
        self._chain = Chain(paths, key, system)
        sync_lock = FileLock(sync_descriptor, system)
        self.commit = GroupCommit(
            self._chain, paths, key, system, self._log_lock, sync_lock, self._progress, on_checkpoint
        )

    def write(self, bodies: Sequence[Body]) -> Position:
        """Append records with one write. They are in the log, but not durable yet.

        Raises:
            AuditTamperedError: The log was changed from outside.
            AuditUnavailableError: None of the records is in the log.
        """
        while True:
            with self._log_lock.held():
                end = self._chain.find_end()
                if not end.closes_segment:
                    return self._extend(end, bodies)
            # Whoever closed the segment was killed, or could not move it away.
            self._rotate()

    def write_durably(self, bodies: Sequence[Body]) -> Position:
        """Append records and return when they are durable and named by the checkpoint.

        When nobody syncs at the moment, this thread leads from the start. To look for the end of the log again after
        the append, as one who waits has to, took a third of all calls to the system.

        Raises:
            AuditError: They do not count.
        """
        if self.commit.try_lead():
            end = self._write_leading(bodies, self._log_lock.held(), self._chain.find_end)
            if end is not None:
                self.commit.sync_followed(end)
                return end
        end = self.write(bodies)
        self.commit.wait(end.seq)
        return end

    def begin(self, bodies: Sequence[Body]) -> Position | None:
        """As `write`, if that takes no waiting: nobody else holds the lock or has written, and no segment ends.

        Raises:
            AuditError: None of the records is in the log.
        """
        with self._log_lock.tried() as is_free:
            end = self._chain.unchanged_end() if is_free else None
            return None if end is None or end.closes_segment else self._extend(end, bodies)

    def begin_durably(self, bodies: Sequence[Body]) -> Position | None:
        """As `begin`. If it writes, it also leads until `commit.sync_followed` has made the records durable."""
        if not self.commit.try_lead():
            return None
        return self._write_leading(bodies, self._log_lock.tried(), self._chain.unchanged_end)

    def rotate_if_due(self, end: Position) -> None:
        """Begin a new segment when the current one has grown beyond its size.

        Raises:
            AuditUnavailableError: It could not be done. The next write finishes it first.
        """
        if self.is_due_to_rotate(end):
            self._rotate()

    def is_due_to_rotate(self, end: Position) -> bool:
        """Whether the segment that ends there has grown beyond its size."""
        return end.size >= self._max_bytes

    def check(self) -> None:
        """Tell whether a record could be written now, without writing one.

        Raises:
            AuditError: It could not, and why.
        """
        with self._log_lock.held():
            self._chain.find_end()
        room = os.statvfs(self._folder)
        if not room.f_bavail or room.f_flag & os.ST_RDONLY:
            raise AuditUnavailableError("the disk of the audit log is full or read-only")

    def close(self) -> None:
        """Close all files. Records that were written stay."""
        with self._log_lock.held():
            self._chain.close()
        self.commit.close()
        self._progress.close()
        self._close_descriptors()

    def _write_leading(
        self, bodies: Sequence[Body], lock: AbstractContextManager[bool], find_end: Callable[[], Position | None]
    ) -> Position | None:
        """Append under `lock` and go on leading, or do neither."""
        written: Position | None = None
        try:
            with lock as is_locked:
                end = find_end() if is_locked else None
                if end is not None and not end.closes_segment:
                    written = self._extend(end, bodies)
                    self.commit.follow_segment()
        finally:
            if written is None:
                self.commit.give_up()
        return written

    def _extend(self, end: Position, bodies: Sequence[Body]) -> Position:
        wall, jump_s = self._clock.read()
        jump_s = jump_s or -clocks.seconds_behind(wall, end.timestamp)
        if jump_s:
            change = AuditEvent(EventType.CLOCK_CHANGED, details={"seconds": jump_s})
            bodies = [self._records.body(change, new_event_id()), *bodies]
        self._progress.distrust(end.seq + 1)
        return self._append(end, bodies, self._clock.stamp(wall))

    def _append(
        self, end: Position, bodies: Sequence[Body], timestamp: str, *, closes_segment: bool = False
    ) -> Position:
        seq, mac, lines = end.seq, end.mac, []
        for body in bodies:
            seq += 1
            line, mac = self._records.seal(body, seq, timestamp, mac)
            lines.append(line)
        after = end._replace(seq=seq, mac=mac, timestamp=timestamp)
        return self._chain.extend(b"".join(lines), after, closes_segment=closes_segment)

    def _rotate(self) -> None:
        with self.commit.exclusive():
            end = self._chain.find_end()
            if not end.closes_segment:
                if end.size < self._max_bytes:
                    return
                closing = self._records.body(AuditEvent(EventType.SEGMENT_END), new_event_id())
                end = self._append(end, [closing], self._clock.stamp(self._clock.read()[0]), closes_segment=True)
            self.commit.sync_and_point(self._chain.descriptor, end, durable_checkpoint=True)
            self._chain.archive()

    def _open(self, path: Path, system: System) -> int:
        descriptor = system.open(path, os.O_RDWR | os.O_CREAT)
        self._descriptors.append(descriptor)
        return descriptor

    def _close_descriptors(self) -> None:
        for descriptor in self._descriptors:
            os.close(descriptor)
        self._descriptors = []
