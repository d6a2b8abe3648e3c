"""When a record counts as recorded: after a shared fsync, at once, or at once with an fsync each second."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from oauth2_demo.security.audit.errors import AuditError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from oauth2_demo.security.audit.chain import Position
    from oauth2_demo.security.audit.commit import GroupCommit
    from oauth2_demo.security.audit.record import Body
    from oauth2_demo.security.audit.writer import Writer

_RECORDS_BETWEEN_SYNCS = 1000
_SYNC_INTERVAL_S = 1.0


class Begun(NamedTuple):
    """Records that are in the log up to `end`, and what must be waited for before they count."""

    end: Position
    sync: Callable[[], None] | None


class Durability(Protocol):
    """Decides how long `append` waits for the disk."""

    def record(self, writer: Writer, bodies: Sequence[Body]) -> Position:
        """Write records and return when they count. Raises `AuditError` when they do not."""
        ...

    def begin(self, writer: Writer, bodies: Sequence[Body]) -> Begun | None:
        """Write records if that takes no waiting. Raises `AuditError` when they do not count."""
        ...

    def close(self, commit: GroupCommit) -> None:
        """Make everything durable that is not."""
        ...


class GroupDurability:
    """A power loss takes nothing that was acknowledged."""

    def record(self, writer: Writer, bodies: Sequence[Body]) -> Position:
        return writer.write_durably(bodies)

    def begin(self, writer: Writer, bodies: Sequence[Body]) -> Begun | None:
        end = writer.begin_durably(bodies)
        return None if end is None else Begun(end, partial(writer.commit.sync_followed, end))

    def close(self, commit: GroupCommit) -> None:
        """Nothing is left to do: each record was waited for."""


class ProcessDurability:
    """SIGKILL takes nothing; a power loss takes what the kernel had not written, 12 to 35 seconds on Linux."""

    def __init__(self) -> None:
        self._synced_seq: int | None = None

    def record(self, writer: Writer, bodies: Sequence[Body]) -> Position:
        end = writer.write(bodies)
        if self._is_due(end):
            self._flush(writer, end)
        return end

    def begin(self, writer: Writer, bodies: Sequence[Body]) -> Begun | None:
        end = writer.begin(bodies)
        if end is None:
            return None
        return Begun(end, partial(self._flush, writer, end) if self._is_due(end) else None)

    def _is_due(self, end: Position) -> bool:
        # The first record of a process counts as synced only when it is: an empty checkpoint protects nothing.
        return self._synced_seq is None or end.seq - self._synced_seq >= _RECORDS_BETWEEN_SYNCS

    def _flush(self, writer: Writer, end: Position) -> None:
        writer.commit.flush()
        self._synced_seq = end.seq

    def close(self, commit: GroupCommit) -> None:
        commit.flush()


class IntervalDurability:
    """A power loss takes at most the last second and what one fsync takes."""

    def __init__(self) -> None:
        self._dirty = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._failure: AuditError | None = None

    def record(self, writer: Writer, bodies: Sequence[Body]) -> Position:
        end, commit = writer.write(bodies), writer.commit
        if self._failure is not None:
            # Whoever comes next pays for the sync that failed, and is refused when it fails again.
            commit.flush()
            self._failure = None
        self._sync_soon(commit)
        return end

    def begin(self, writer: Writer, bodies: Sequence[Body]) -> Begun | None:
        end = writer.begin(bodies) if self._failure is None else None
        if end is None:
            return None
        self._sync_soon(writer.commit)
        return Begun(end, None)

    def close(self, commit: GroupCommit) -> None:
        self._closing.set()
        self._dirty.set()
        if self._thread is not None:
            self._thread.join()
        commit.flush()

    def _sync_soon(self, commit: GroupCommit) -> None:
        self._dirty.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, args=(commit,), name="audit-sync", daemon=True)
            self._thread.start()

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
