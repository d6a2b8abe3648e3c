"""Lets an event loop record without waiting: what is pending is begun together in the loop and ended by one thread."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from oauth2_demo.security.audit.errors import AuditError, AuditUnavailableError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from oauth2_demo.driving import PromptFuture
    from oauth2_demo.security.audit.record import Body

# Half a megabyte of records: well below a second of disk time, far above what one fsync gathers.
_MAX_BATCH = 1000
# To seal this many takes half a millisecond, for which the loop can stand still; more are left to the thread.
_MAX_IN_LOOP = 200
# A sync takes a processor for 0.09 ms, and the disk for 0.2 ms more, in which the other callers can be served.
_SHARE_OF_CROWD = 0.8
_CROWD_FADES = 0.9
# Where the disk is not waited for: records that share a write and its look at the end of the log, of 50 us.
_ENOUGH = 16
# About 25 us: as long as clients that were just answered need for their next request.
_QUIET_ROUNDS = 5
# How long the thread stays for the next batch: to end and to be started again costs as much as to write ten records.
_LINGER_S = 0.05

# What is left of a batch and may wait for a disk or for other processes. Raises `AuditError`.
Rest: TypeAlias = Callable[[], None]


class _Batch(NamedTuple):
    """Records, and those who wait for them."""

    bodies: list[Body]
    waiting: list[PromptFuture]

    def settle(self, error: AuditError | None) -> None:
        for future in self.waiting:
            future.settle(None if error is None else type(error)(*error.args))


class _Gatherer:
    """What one loop has asked for and is not begun.

    A batch costs the same however many records it has, so it begins when most of those who wait at a time are in it:
    the others are served while the disk has this one. It begins too when some rounds of the loop brought nothing more.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.batch = _Batch([], [])
        # Whether a batch of this loop is with the thread.
        self.is_busy = False
        # How many were seen to wait for the disk at a time.
        self._crowd = 0.0
        self._count_before = 0
        self._quiet_rounds = 0

    def is_complete(self) -> bool:
        """Whether the batch should begin now. Asked once a round."""
        count = len(self.batch.bodies)
        self._quiet_rounds = self._quiet_rounds + 1 if count == self._count_before else 0
        self._count_before = count
        enough, patience = (self._crowd * _SHARE_OF_CROWD, _QUIET_ROUNDS) if self._crowd else (_ENOUGH, 1)
        return count >= min(enough, _MAX_IN_LOOP) or self._quiet_rounds >= patience

    def take(self) -> _Batch:
        """Give the batch, and begin another."""
        whole = self.batch
        self.batch = _Batch(whole.bodies[_MAX_BATCH:], whole.waiting[_MAX_BATCH:])
        self._count_before = self._quiet_rounds = 0
        return _Batch(whole.bodies[:_MAX_BATCH], whole.waiting[:_MAX_BATCH])

    def ended(self, count: int, *, at_once: bool) -> None:
        """Note how many waited while a batch of `count` was written; nobody does where that ends at once."""
        self._crowd = 0.0 if at_once else max(count + len(self.batch.bodies), self._crowd * _CROWD_FADES)


class Batcher:
    """Collects records from event loops and has them written in order, many under one lock and one fsync.

    While one batch of a loop is with the disk, the next gathers. What does not wait is done in the loop: two threads
    that both have something to compute take the interpreter from each other at every system call.
    """

    def __init__(self, begin: Callable[[Sequence[Body]], Rest | None]) -> None:
        """Write with `begin`, which never waits and returns the rest, if there is one; raises `AuditError`."""
        self._begin = begin
        self._lock = threading.Lock()
        self._gatherers: dict[asyncio.AbstractEventLoop, _Gatherer] = {}
        self._ready: SimpleQueue[tuple[_Gatherer, _Batch, Rest] | None] = SimpleQueue()
        self._is_draining = False
        self._is_closed = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="audit")

    def submit(self, body: Body, done: PromptFuture) -> None:
        """Queue a record; `done` is settled in its own loop, the running one, when it is durable or refused.

        Raises:
            AuditUnavailableError: The log is closed.
        """
        loop = done.get_loop()
        with self._lock:
            if self._is_closed:
                raise AuditUnavailableError("the audit log is closed")
            gatherer = self._gatherers.get(loop) or self._gatherer_of(loop)
            bodies, waiting = gatherer.batch
            if not bodies and not gatherer.is_busy:
                loop.call_soon(self._hand_over, gatherer)
            bodies.append(body)
            waiting.append(done)

    def close(self) -> None:
        """Write what is pending and end the thread."""
        with self._lock:
            self._is_closed = True
            for gatherer in self._gatherers.values():
                while gatherer.batch.bodies:
                    self._leave_to_thread(gatherer, gatherer.take())
            self._ready.put(None)
        self._worker.shutdown(wait=True)

    def _gatherer_of(self, loop: asyncio.AbstractEventLoop) -> _Gatherer:
        # What a loop that is closed has still asked for is written all the same, by whoever comes next.
        for closed in [known for known in self._gatherers if known.is_closed()]:
            gone = self._gatherers.pop(closed)
            if gone.batch.bodies:
                self._leave_to_thread(gone, gone.take())
        gatherer = self._gatherers[loop] = _Gatherer(loop)
        return gatherer

    def _hand_over(self, gatherer: _Gatherer) -> None:
        """Begin what has gathered, or wait for more of it. In its loop, once a round."""
        with self._lock:
            if gatherer.is_busy or not gatherer.batch.bodies:
                return
            if not gatherer.is_complete():
                gatherer.loop.call_soon(self._hand_over, gatherer)
                return
            batch = gatherer.take()
            if len(batch.bodies) > _MAX_IN_LOOP:
                self._leave_to_thread(gatherer, batch)
                return
            rest, error = self._begun(batch)
            if rest is not None:
                self._start(gatherer, batch, rest)
                return
        gatherer.ended(len(batch.bodies), at_once=True)
        batch.settle(error)

    def _settled(self, gatherer: _Gatherer, batch: _Batch, error: AuditError | None) -> None:
        """Go on with the next batch, so that the disk does not wait, and tell those who wait for this. In its loop."""
        gatherer.is_busy = False
        gatherer.ended(len(batch.bodies), at_once=False)
        self._hand_over(gatherer)
        batch.settle(error)

    def _begun(self, batch: _Batch) -> tuple[Rest | None, AuditError | None]:
        try:
            return self._begin(batch.bodies), None
        except Exception as error:
            return None, _told(error)

    def _leave_to_thread(self, gatherer: _Gatherer, batch: _Batch) -> None:
        def write() -> None:
            rest = self._begin(batch.bodies)
            if rest is not None:
                rest()

        self._start(gatherer, batch, write)

    def _start(self, gatherer: _Gatherer, batch: _Batch, rest: Rest) -> None:
        # Under the lock, so that a thread that is about to end is seen to have ended.
        gatherer.is_busy = True
        self._ready.put((gatherer, batch, rest))
        if not self._is_draining:
            self._is_draining = True
            self._worker.submit(self._drain)

    def _drain(self) -> None:
        while (item := self._take()) is not None:
            gatherer, batch, rest = item
            error: AuditError | None = None
            try:
                rest()
            except Exception as failure:
                # A thread that dies would leave its callers waiting for ever.
                error = _told(failure)
            # The records stand, even when the loop that asked for them is gone.
            with contextlib.suppress(RuntimeError):
                gatherer.loop.call_soon_threadsafe(self._settled, gatherer, batch, error)
            # To let go of a batch is for the loop too: the thread would need the interpreter for it.
            del item, batch, rest

    def _take(self) -> tuple[_Gatherer, _Batch, Rest] | None:
        """What is ready now, or after a while of waiting; nothing when the thread may go."""
        with contextlib.suppress(Empty):
            item = self._ready.get(timeout=_LINGER_S)
            if item is not None:
                return item
        with self._lock:
            self._is_draining = not self._ready.empty()
        return self._take() if self._is_draining else None


def _told(error: Exception) -> AuditError:
    return (
        error
        if isinstance(error, AuditError)
        else AuditUnavailableError(f"the audit log failed: {type(error).__name__}")
    )
