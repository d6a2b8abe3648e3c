"""Lets an event loop record without waiting: what is pending is written together by one worker thread."""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from oauth2_demo.security.audit.errors import AuditError, AuditUnavailableError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Sequence

    from oauth2_demo.security.audit.record import Body

# Half a megabyte of records: well below a second of disk time, far above what one fsync gathers.
_MAX_BATCH = 1000
# How long the worker stays for the next batch: to end and to be started again costs as much as to write ten records.
_LINGER_S = 0.05


class _Batch(NamedTuple):
    """Records of one loop that were asked for in one round of it, and those who wait for them."""

    loop: asyncio.AbstractEventLoop
    bodies: list[Body]
    waiting: list[asyncio.Future[None]]


class Batcher:
    """Collects records from event loops and has them written in order, many under one lock and one fsync.

    A round of a loop serves all requests that were received together. Its records are handed over at its end, all at
    once: a worker that starts with the first of them writes that one alone, and fights with the loop for the
    interpreter while the others are made.
    """

    def __init__(self, record: Callable[[Sequence[Body]], None]) -> None:
        self._record = record
        self._lock = threading.Lock()
        # By loop, what its present round has asked for.
        self._gathering: dict[asyncio.AbstractEventLoop, _Batch] = {}
        self._ready: SimpleQueue[_Batch | None] = SimpleQueue()
        self._is_draining = False
        self._is_closed = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="audit")

    def submit(self, body: Body, done: asyncio.Future[None]) -> None:
        """Queue a record; `done` is settled in its own loop, the running one, when it is durable or refused.

        Raises:
            AuditUnavailableError: The log is closed.
        """
        loop = done.get_loop()
        with self._lock:
            if self._is_closed:
                raise AuditUnavailableError("the audit log is closed")
            batch = self._gathering.get(loop)
            if batch is None:
                batch = self._gathering[loop] = _Batch(loop, [], [])
                loop.call_soon(self._hand_over, loop)
            batch.bodies.append(body)
            batch.waiting.append(done)
            if len(batch.bodies) >= _MAX_BATCH:
                self._start(self._gathering.pop(loop))

    def close(self) -> None:
        """Write what is pending and end the worker."""
        with self._lock:
            self._is_closed = True
            while self._gathering:
                self._start(self._gathering.popitem()[1])
            self._ready.put(None)
        self._worker.shutdown(wait=True)

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._lock:
            batch = self._gathering.pop(loop, None)
            if batch is not None:
                self._start(batch)

    def _start(self, batch: _Batch) -> None:
        # Under the lock, so that a worker that is about to end is seen to have ended.
        self._ready.put(batch)
        if not self._is_draining:
            self._is_draining = True
            self._worker.submit(self._drain)

    def _drain(self) -> None:
        while batches := self._take():
            error: AuditError | None = None
            try:
                self._record([body for batch in batches for body in batch.bodies])
            except AuditError as refused:
                error = refused
            except Exception as unexpected:
                # A worker that dies would leave its callers waiting for ever.
                error = AuditUnavailableError(f"the audit log failed: {type(unexpected).__name__}")
            for batch in batches:
                # The records stand, even when the loop that asked for them is gone.
                with contextlib.suppress(RuntimeError):
                    batch.loop.call_soon_threadsafe(_settle, batch.waiting, error)

    def _take(self) -> list[_Batch]:
        """Everything that is ready now, or after a while of waiting; nothing when the worker may go."""
        batches: list[_Batch] = []
        count = 0
        try:
            while count < _MAX_BATCH:
                batch = self._ready.get(timeout=0 if batches else _LINGER_S)
                if batch is None:
                    break
                batches.append(batch)
                count += len(batch.bodies)
        except Empty:
            pass
        if not batches:
            with self._lock:
                self._is_draining = not self._ready.empty()
            return [] if not self._is_draining else self._take()
        return batches


def _settle(waiting: list[asyncio.Future[None]], error: AuditError | None) -> None:
    for future in waiting:
        if future.done():
            continue
        if error is None:
            future.set_result(None)
        else:
            future.set_exception(type(error)(*error.args))
