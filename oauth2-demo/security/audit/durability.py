"""When a record counts as recorded: after a shared fsync, at once, or at once with an fsync each second."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.security.audit.errors import AuditError

if TYPE_CHECKING:
    from oauth2_demo.security.audit.commit import GroupCommit

_RECORDS_BETWEEN_SYNCS = 1000
_SYNC_INTERVAL_S = 1.0


class Durability(Protocol):
    """Decides how long `append` waits for the disk."""

    def settle(self, commit: GroupCommit, seq: int) -> None:
        """Return when record `seq` counts. Raises `AuditError` when it does not."""
        ...

    def close(self, commit: GroupCommit) -> None:
        """Make everything durable that is not."""
        ...


class GroupDurability:
    """A power loss takes nothing that was acknowledged."""

    def settle(self, commit: GroupCommit, seq: int) -> None:
        commit.wait(seq)

    def close(self, commit: GroupCommit) -> None:
        """Nothing is left to do: each record was waited for."""


class ProcessDurability:
    """SIGKILL takes nothing; a power loss takes what the kernel had not written, 12 to 35 seconds on Linux."""

    def __init__(self) -> None:
        self._synced_seq: int | None = None

    def settle(self, commit: GroupCommit, seq: int) -> None:
        # The first record of a process counts as synced only when it is: an empty checkpoint protects nothing.
        if self._synced_seq is None or seq - self._synced_seq >= _RECORDS_BETWEEN_SYNCS:
            commit.flush()
            self._synced_seq = seq

    def close(self, commit: GroupCommit) -> None:
        commit.flush()


class IntervalDurability:
    """A power loss takes at most the last second and what one fsync takes."""

    def __init__(self) -> None:
        self._dirty = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._failure: AuditError | None = None

    def settle(self, commit: GroupCommit, seq: int) -> None:
        del seq
        if self._failure is not None:
            # Whoever comes next pays for the sync that failed, and is refused when it fails again.
            commit.flush()
            self._failure = None
        self._dirty.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, args=(commit,), name="audit-sync", daemon=True)
            self._thread.start()

    def close(self, commit: GroupCommit) -> None:
        self._closing.set()
        self._dirty.set()
        if self._thread is not None:
            self._thread.join()
        commit.flush()

    def _run(self, commit: GroupCommit) -> None:
        while not self._closing.is_set():
            self._dirty.wait()
            self._dirty.clear()
            self._closing.wait(_SYNC_INTERVAL_S)
            try:
                commit.flush()
            except AuditError as error:
                self._failure = error


def durability_named(name: str) -> Durability:
    """The durability that a setting names.

    Raises:
        ValueError: There is none of that name.
    """
    kinds: dict[str, type[Durability]] = {
        "group": GroupDurability,
        "process": ProcessDurability,
        "interval:1s": IntervalDurability,
    }
    if name not in kinds:
        raise ValueError(f"audit durability must be one of {', '.join(kinds)}")
    return kinds[name]()
