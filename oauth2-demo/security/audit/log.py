"""The audit log: one chained, checkpointed file that any number of threads, processes and containers append to."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from oauth2_demo.driving import PromptFuture
from oauth2_demo.security.audit import clock as clocks
from oauth2_demo.security.audit.anchor import AnchorClock, write_to_stderr
from oauth2_demo.security.audit.batch import Batcher
from oauth2_demo.security.audit.durability import durability_named
from oauth2_demo.security.audit.errors import AuditError, AuditUnavailableError
from oauth2_demo.security.audit.paths import LogPaths
from oauth2_demo.security.audit.record import RecordWriter, new_event_id
from oauth2_demo.security.audit.system import LINUX
from oauth2_demo.security.audit.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import Self

    from oauth2_demo.security.audit.anchor import AnchorSink
    from oauth2_demo.security.audit.batch import Rest
    from oauth2_demo.security.audit.chain import Position
    from oauth2_demo.security.audit.durability import Begun, Durability
    from oauth2_demo.security.audit.events import AuditEvent
    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.record import Body
    from oauth2_demo.security.audit.system import System

DEFAULT_MAX_BYTES = 64 * 1024 * 1024


class AuditLog:
    """Appends events. Fail-closed: an event is durable when `append` returns, and otherwise an `AuditError` is raised.

    Safe for threads, for processes and for a process that forks. Nothing is opened before the first event, and a log
    that could not be written is tried again at the next one.

    Args:
        path: The log. Its other files lie beside it and begin with its name.
        durability: `group` (fsync shared by all who wait), `process` (survives the process, not a power loss) or
            `interval:1s` (loses at most the last second to a power loss).
        max_bytes: Size at which a new segment begins, in bytes.
        clock: Seconds since 1970.
        steady: A clock in seconds that nobody can set.
        anchor_every_s: Seconds after which an anchor is told, or after 1,000 records; 0 for no anchors.
        anchor_sink: Gets the anchors, a line each; stderr by default.
    """

    def __init__(
        self,
        path: Path,
        key: ChainKey,
        durability: str = "group",
        max_bytes: int = DEFAULT_MAX_BYTES,
        clock: Callable[[], float] = time.time,
        *,
        steady: Callable[[], float] = clocks.uptime_s,
        anchor_every_s: float = 0,
        anchor_sink: AnchorSink = write_to_stderr,
        system: System = LINUX,
    ) -> None:
        self._paths = LogPaths(path)
        self._key = key
        self._durability_name = durability
        self._max_bytes = max_bytes
        self._clock = (clock, steady)
        self._system = system
        self._on_checkpoint = AnchorClock(key, anchor_sink, anchor_every_s) if anchor_every_s else _ignore
        self._writer: Writer | None = None
        self._is_closed = False
        self._begin_session()

    @property
    def path(self) -> Path:
        """The current segment."""
        return self._paths.log

    def append(self, event: AuditEvent) -> str:
        """Record an event and wait until it counts.

        Returns:
            The `event_id` of the record.

        Raises:
            AuditError: It is not recorded, and what it was about must not happen.
        """
        self._notice_fork()
        event_id = new_event_id()
        self._record([self._records.body(event, event_id)])
        return event_id

    async def append_async(self, event: AuditEvent) -> str:
        """As `append`, without blocking the event loop; events that wait at the same time share one write."""
        event_id = new_event_id()
        await self.submit(event, event_id)
        return event_id

    def submit(self, event: AuditEvent, event_id: str = "") -> PromptFuture:
        """Ask for a record from a running event loop. What it is about must not happen before the future is done.

        Raises:
            AuditError: As the future does.
        """
        self._notice_fork()
        done = PromptFuture(loop=asyncio.get_running_loop())
        self._batcher.submit(self._records.body(event, event_id or new_event_id()), done)
        return done

    def check(self) -> None:
        """Tell whether events can be recorded, for health checks.

        Raises:
            AuditError: They cannot, and what to do.
        """
        self._notice_fork()
        with _refusals():
            self._open().check()

    def pseudonym(self, text: str) -> str:
        """How `text` stands in this log: in clear when it looks like a name, else as its keyed hash."""
        return self._records.guard.text(text)

    def close(self) -> None:
        """Write what is pending and close the files. A closed log refuses events."""
        self._notice_fork()
        self._batcher.close()
        with self._lock:
            self._is_closed = True
            writer, self._writer = self._writer, None
        if writer is not None:
            try:
                with _refusals():
                    self._durability.close(writer.commit)
            finally:
                writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _begin_session(self) -> None:
        self._pid: int = os.getpid()
        self._records = RecordWriter(self._key, session=secrets.token_hex(8))
        self._lock = threading.Lock()
        self._writer = None
        self._is_closed = False
        self._durability: Durability = durability_named(self._durability_name)
        self._batcher: Batcher = Batcher(self._begin)

    def _notice_fork(self) -> None:
        # A child shares the parent's open files and with them its locks, which would exclude nobody.
        if self._pid != os.getpid():
            self._begin_session()

    def _begin(self, bodies: Sequence[Body]) -> Rest | None:
        """Record without waiting as far as that can be done, and return the rest."""
        writer = self._writer
        with _refusals():
            begun = self._durability.begin(writer, bodies) if writer is not None else None
        if writer is None or begun is None:
            return partial(self._record, bodies)
        if begun.sync is None and not writer.is_due_to_rotate(begun.end):
            return None
        return partial(self._finish, writer, begun)

    def _finish(self, writer: Writer, begun: Begun) -> None:
        with _refusals():
            if begun.sync is not None:
                begun.sync()
        _rotate_if_due(writer, begun.end)

    def _record(self, bodies: Sequence[Body]) -> None:
        with _refusals():
            writer = self._open()
            end = self._durability.record(writer, bodies)
        _rotate_if_due(writer, end)

    def _open(self) -> Writer:
        with self._lock:
            if self._is_closed:
                raise AuditUnavailableError("the audit log is closed")
            if self._writer is None:
                self._writer = Writer(
                    self._paths,
                    self._key,
                    self._records,
                    clocks.WallClock(*self._clock),
                    self._system,
                    self._max_bytes,
                    self._on_checkpoint,
                )
            return self._writer


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    """Whatever the kernel refuses, anywhere on the way, is a refusal of the event."""
    try:
        yield
    except OSError as error:
        raise AuditUnavailableError(f"the audit log cannot be used: {error.strerror}") from None


def _rotate_if_due(writer: Writer, end: Position) -> None:
    # The records stand. A rotation that failed is finished before the next write, which is refused if it cannot be.
    with contextlib.suppress(AuditError, OSError):
        writer.rotate_if_due(end)


def _ignore(_: Position) -> None:
    """Tell no anchor."""
