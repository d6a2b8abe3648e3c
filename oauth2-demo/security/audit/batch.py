"""Lets an event loop record without waiting: what is pending is written together by one worker thread."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.errors import AuditError, AuditUnavailableError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Sequence

    from oauth2_demo.security.audit.record import Body

# Half a megabyte of records: well below a second of disk time, far above what one fsync gathers.
_MAX_BATCH = 1000


@dataclass(frozen=True, slots=True)
class _Pending:
    body: Body
    done: asyncio.Future[None]


class Batcher:
    """Collects records from event loops and has them written in order, many under one lock and one fsync."""

    def __init__(self, record: Callable[[Sequence[Body]], None]) -> None:
        self._record = record
        self._lock = threading.Lock()
        self._pending: deque[_Pending] = deque()
        self._draining = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="audit")

    def submit(self, body: Body, done: asyncio.Future[None]) -> None:
        """Queue a record; `done` is settled in its own loop when the record is durable or refused.

        Raises:
            AuditUnavailableError: The log is closed.
        """
        with self._lock:
            self._pending.append(_Pending(body, done))
            if self._draining:
                return
            try:
                self._worker.submit(self._drain)
            except RuntimeError:
                self._pending.pop()
                raise AuditUnavailableError("the audit log is closed") from None
            self._draining = True

    def close(self) -> None:
        """Write what is pending and end the worker."""
        self._worker.shutdown(wait=True)

    def _drain(self) -> None:
        while batch := self._take():
            error: AuditError | None = None
            try:
                self._record([item.body for item in batch])
            except AuditError as refused:
                error = refused
            except Exception as unexpected:
                # A worker that dies would leave its callers waiting for ever.
                error = AuditUnavailableError(f"the audit log failed: {type(unexpected).__name__}")
            _settle(batch, error)

    def _take(self) -> list[_Pending]:
        with self._lock:
            batch = [self._pending.popleft() for _ in range(min(len(self._pending), _MAX_BATCH))]
            self._draining = bool(batch)
            return batch


def _settle(batch: list[_Pending], error: AuditError | None) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[asyncio.Future[None]]] = {}
    for item in batch:
        by_loop.setdefault(item.done.get_loop(), []).append(item.done)
    for loop, futures in by_loop.items():
        # The records stand, even when the loop that asked for them is gone.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(_settle_in_loop, futures, error)


def _settle_in_loop(futures: list[asyncio.Future[None]], error: AuditError | None) -> None:
    for future in futures:
        if future.done():
            continue
        if error is None:
            future.set_result(None)
        else:
            future.set_exception(type(error)(*error.args))
