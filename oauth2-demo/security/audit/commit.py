"""Group commit across processes: one fsync for everybody who is waiting.

An fsync under the lock of the log serialises all writers: 103 events/s on a disk that needs 10 ms. Here whoever gets
the sync lock becomes the leader: it notes where the log ends, makes that durable, writes the checkpoint and publishes
how far it got; meanwhile the others append, and the next leader takes all of them at once.
"""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.checkpoint import Checkpoint
from oauth2_demo.security.audit.errors import AuditUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from oauth2_demo.security.audit.chain import Chain, Position
    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.locks import FileLock
    from oauth2_demo.security.audit.paths import LogPaths
    from oauth2_demo.security.audit.shared import SharedProgress
    from oauth2_demo.security.audit.system import System

_SHORTEST_PAUSE_S = 0.0001
_LONGEST_PAUSE_S = 0.002
_TIMEOUT_S = 30.0


class GroupCommit:
    """Makes records durable and moves the checkpoint. Lock order: sync lock, then the lock of the log."""

    def __init__(
        self,
        chain: Chain,
        paths: LogPaths,
        key: ChainKey,
        system: System,
        log_lock: FileLock,
        sync_lock: FileLock,
        progress: SharedProgress,
        on_checkpoint: Callable[[Position], None],
    ) -> None:
        self._chain = chain
        self._system = system
        self._log_lock = log_lock
        self._sync_lock = sync_lock
        self._progress = progress
        # A file of its own, so that appending threads, which only hold the other lock, never touch it.
        self._checkpoint = Checkpoint(paths, key, system)
        chain.checkpoint.share_with(self._checkpoint)
        self._on_checkpoint = on_checkpoint
        # A descriptor of its own: another thread may reopen the log while this one waits for the disk.
        self._followed: tuple[object, int] | None = None

    def try_lead(self) -> bool:
        """Become the leader if nobody is; tells whether it happened. `sync_followed` or `give_up` ends it."""
        return self._sync_lock.try_take()

    def give_up(self) -> None:
        """Lead no more."""
        self._sync_lock.release()

    def follow_segment(self) -> None:
        """Keep the open segment for `sync_followed`. Under both locks."""
        segment = self._chain.segment
        if self._followed is None or self._followed[0] is not segment:
            self._forget_segment()
            self._followed = segment, os.dup(self._chain.descriptor)

    def sync_followed(self, end: Position) -> None:
        """Make the segment durable that was followed, up to the end that was found while leading, and lead no more."""
        try:
            if self._followed is not None:
                self.sync_and_point(self._followed[1], end, seen_by=self._chain.checkpoint)
        finally:
            self.give_up()

    def wait(self, seq: int) -> None:
        """Return when record `seq` is durable and named by the checkpoint, by this thread's fsync or another's.

        Raises:
            AuditUnavailableError: It is not durable after the deadline.
        """
        deadline = time.monotonic() + _TIMEOUT_S
        while self._progress.synced_seq < seq:
            with self._sync_lock.tried() as leads:
                if leads and self._progress.synced_seq < seq:
                    self._lead()
                    return
            if time.monotonic() > deadline:
                raise AuditUnavailableError("the audit record was not made durable in time: another writer is stuck")
            time.sleep(min(max(self._progress.sync_s / 4, _SHORTEST_PAUSE_S), _LONGEST_PAUSE_S))

    def flush(self) -> None:
        """Make all records durable that are written now, and move the checkpoint."""
        with self._sync_lock.held():
            self._lead()

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep every other writer and leader out, for rotation."""
        with self._sync_lock.held(), self._log_lock.held():
            yield

    def sync_and_point(
        self, descriptor: int, end: Position, *, durable_checkpoint: bool = False, seen_by: Checkpoint | None = None
    ) -> None:
        """Make a segment durable up to `end` and let the checkpoint say so. Under the sync lock.

        Args:
            seen_by: Who has read the checkpoint under this same hold of the sync lock.
        """
        started = time.perf_counter()
        try:
            self._system.sync_data(descriptor)
        except OSError as error:
            # The kernel has dropped the pages: a second fsync would succeed and the records be gone.
            self._system.die(f"the audit log cannot be made durable: {error.strerror}; ending this process")
        self._checkpoint.write(end.segment, end.seq, end.size, end.mac, durable=durable_checkpoint, seen_by=seen_by)
        self._progress.publish(end.seq, time.perf_counter() - started)
        self._on_checkpoint(end)

    def close(self) -> None:
        """Close the files."""
        self._forget_segment()
        self._checkpoint.close()

    def _forget_segment(self) -> None:
        if self._followed is not None:
            os.close(self._followed[1])
            self._followed = None

    def _lead(self) -> None:
        with self._log_lock.held():
            end = self._chain.find_end()
            # Another thread may reopen the log while this one waits for the disk.
            descriptor = os.dup(self._chain.descriptor)
        try:
            if end.size:
                self.sync_and_point(descriptor, end)
        finally:
            os.close(descriptor)
