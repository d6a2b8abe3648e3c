"""Locks that hold between threads and between processes, with a deadline.

`flock` alone does not exclude the threads of one process, and a lock file with a pid in it outlives a kill -9. The
kernel drops a `flock` with its process; a writer that is merely stopped (`docker pause`) keeps it, and then the others
must refuse after a while instead of hanging with it.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.errors import AuditUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.security.audit.system import System

LOCK_TIMEOUT_S = 10.0
_FIRST_PAUSE_S = 0.00003
_LONGEST_PAUSE_S = 0.001


class FileLock:
    """One lock file, shared by the threads of this process and by other processes."""

    def __init__(self, descriptor: int, system: System, timeout_s: float = LOCK_TIMEOUT_S) -> None:
        self._descriptor = descriptor
        self._system = system
        self._timeout_s = timeout_s
        self._threads = threading.Lock()

    @contextlib.contextmanager
    def held(self) -> Iterator[bool]:
        """Wait for the lock. Gives True, as `tried` does when it took it.

        Raises:
            AuditUnavailableError: Another writer has held it for longer than the deadline.
        """
        deadline = time.monotonic() + self._timeout_s
        if not self._threads.acquire(timeout=self._timeout_s):
            raise self._stuck()
        try:
            self._wait(deadline)
            try:
                yield True
            finally:
                self._system.unlock(self._descriptor)
        finally:
            self._threads.release()

    @contextlib.contextmanager
    def tried(self) -> Iterator[bool]:
        """Take the lock if it is free now; tells whether it did."""
        taken = self.try_take()
        try:
            yield taken
        finally:
            if taken:
                self.release()

    def try_take(self) -> bool:
        """Take the lock if it is free now; tells whether it did. Any thread may release it."""
        if not self._threads.acquire(blocking=False):
            return False
        taken = False
        try:
            taken = self._system.try_lock(self._descriptor)
        finally:
            if not taken:
                self._threads.release()
        return taken

    def release(self) -> None:
        """Give back what `try_take` took."""
        try:
            self._system.unlock(self._descriptor)
        finally:
            self._threads.release()

    def _wait(self, deadline: float) -> None:
        pause_s = _FIRST_PAUSE_S
        while not self._system.try_lock(self._descriptor):
            if time.monotonic() > deadline:
                raise self._stuck()
            time.sleep(pause_s)
            pause_s = min(pause_s * 1.5, _LONGEST_PAUSE_S)

    def _stuck(self) -> AuditUnavailableError:
        return AuditUnavailableError(
            f"another process has held the lock of the audit log for {self._timeout_s:.0f} s; "
            "look for a paused container or a stopped process that has the log open"
        )
