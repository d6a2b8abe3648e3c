"""Records of event loops: what is done in the loop, what in the thread, and how many share a sync."""

from __future__ import annotations

import asyncio
import fcntl
import os
import threading
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.driving import PromptFuture
from oauth2_demo.security.audit import AuditLog, AuditUnavailableError, Status, batch
from oauth2_demo.security.audit.record import Body
from oauth2_demo.security.audit.system import LinuxSystem
from oauth2_demo.tests.audit.audit_support import ACCESS, FailingSystem, Installation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

pytestmark = pytest.mark.integration

HANG_GUARD_S = 30.0
BODY = Body("", "")


class ThreadSystem(LinuxSystem):
    """Notes in which thread files are written and synced."""

    def __init__(self) -> None:
        self.writers: list[int] = []
        self.syncers: list[int] = []

    def write(self, descriptor: int, data: bytes) -> int:
        self.writers.append(threading.get_ident())
        return super().write(descriptor, data)

    def sync_data(self, descriptor: int) -> None:
        self.syncers.append(threading.get_ident())
        super().sync_data(descriptor)


async def append(log: AuditLog, count: int) -> list[str]:
    return await asyncio.gather(*(log.append_async(ACCESS) for _ in range(count)))


@pytest.mark.parametrize("durability", ["group", "process", "interval:1s"])
def test_an_open_log_is_written_by_the_loop_and_synced_by_a_thread(installation: Installation, durability: str) -> None:
    system = ThreadSystem()
    with installation.open(durability, system=system) as log:
        asyncio.run(append(log, 1))
        system.writers.clear()
        system.syncers.clear()
        asyncio.run(append(log, 5))
        assert system.writers == [threading.get_ident()]
        assert threading.get_ident() not in system.syncers
        # The interval's own thread may have synced by now.
        assert system.syncers or durability != "group"
    assert installation.verify().status is Status.INTACT


def test_process_durability_is_flushed_by_the_thread_now_and_then(installation: Installation) -> None:
    system = ThreadSystem()
    with installation.open("process", system=system) as log:
        asyncio.run(append(log, 1))
        system.syncers.clear()
        for _ in range(11):
            asyncio.run(append(log, 100))
        assert len(system.syncers) == 1
        assert threading.get_ident() not in system.syncers


@pytest.mark.parametrize("durability", ["group", "process", "interval:1s"])
def test_records_of_others_in_between_are_read_by_the_thread(installation: Installation, durability: str) -> None:
    system = ThreadSystem()
    with installation.open(durability, system=system) as log:
        asyncio.run(append(log, 1))
        installation.write(1)
        system.writers.clear()
        asyncio.run(append(log, 2))
        assert threading.get_ident() not in system.writers
        asyncio.run(append(log, 2))
        assert system.writers[-1] == threading.get_ident()
    assert len(installation.lines()) == 6
    assert installation.verify().status is Status.INTACT


@pytest.mark.parametrize("durability", ["group", "process"])
@pytest.mark.parametrize("name", ["lock", "sync"])
def test_the_loop_goes_on_while_another_process_holds_a_lock(
    installation: Installation, durability: str, name: str
) -> None:
    async def record(log: AuditLog, path: Path) -> None:
        await append(log, 1)
        other = os.open(path, os.O_RDWR)
        fcntl.flock(other, fcntl.LOCK_EX)
        waiting = asyncio.ensure_future(log.append_async(ACCESS))
        for _ in range(50):
            await asyncio.sleep(0)
        assert waiting.done() == (durability == "process" and name == "sync")
        os.close(other)
        await asyncio.wait_for(waiting, HANG_GUARD_S)

    with installation.open(durability) as log:
        asyncio.run(record(log, getattr(installation.paths, name)))
    assert installation.verify().status is Status.INTACT


def test_very_many_records_are_left_to_the_thread_in_batches_and_keep_their_order(installation: Installation) -> None:
    system = ThreadSystem()
    with installation.open(system=system) as log:
        asyncio.run(append(log, 1))
        system.writers.clear()
        answers = asyncio.run(append(log, 2500))
        assert threading.get_ident() not in system.writers
        assert len(system.writers) >= 3
    assert installation.event_ids()[1:] == answers


def test_callers_that_come_again_and_again_share_syncs(installation: Installation) -> None:
    system = FailingSystem()

    async def call(log: AuditLog) -> None:
        for _ in range(30):
            await log.append_async(ACCESS)

    async def crowd(log: AuditLog) -> None:
        await asyncio.gather(*(call(log) for _ in range(20)))

    with installation.open(system=system) as log:
        asyncio.run(crowd(log))
        # Sixteen of twenty in a batch, and some that began with fewer.
        assert system.calls["sync_data"] < 600 / 8
    assert len(installation.lines()) == 600


@pytest.mark.parametrize("durability", ["group", "process"])
def test_segments_end_under_a_loop_too(installation: Installation, durability: str) -> None:
    async def record(log: AuditLog) -> None:
        for _ in range(30):
            await append(log, 3)

    with installation.open(durability, max_bytes=4000) as log:
        asyncio.run(record(log))
    assert len(installation.files()) > 3
    assert installation.verify().status is Status.INTACT


def test_what_a_closed_loop_has_asked_for_is_written_by_whoever_comes_next(installation: Installation) -> None:
    async def ask(log: AuditLog) -> None:
        log._batcher.submit(log._records.body(ACCESS, "x"), PromptFuture())

    with installation.open("process") as log:
        asyncio.run(append(log, 1))
        gone = asyncio.new_event_loop()
        gone.run_until_complete(ask(log))
        gone.close()
        assert len(installation.lines()) == 1
        asyncio.run(append(log, 1))
    assert len(installation.lines()) == 3


def recorded(begin: Callable[[Sequence[Body]], batch.Rest | None]) -> None:
    """Have one record written by a batcher."""

    async def record() -> None:
        done = PromptFuture()
        batcher.submit(BODY, done)
        await asyncio.wait_for(done, HANG_GUARD_S)

    batcher = batch.Batcher(begin)
    try:
        asyncio.run(record())
    finally:
        batcher.close()


def test_a_failure_in_the_thread_is_told_and_not_waited_for() -> None:
    def fail() -> None:
        raise RuntimeError("private text")

    with pytest.raises(AuditUnavailableError, match="RuntimeError") as caught:
        recorded(lambda _: fail)
    assert "private" not in str(caught.value)


def test_a_batch_that_nothing_is_left_of_is_told_at_once_and_by_no_thread() -> None:
    before = threading.active_count()
    recorded(lambda _: None)
    assert threading.active_count() == before


def test_a_loop_that_ends_while_the_disk_works_hinders_nobody() -> None:
    ended = threading.Event()

    async def ask() -> None:
        batcher.submit(BODY, PromptFuture())
        await asyncio.to_thread(begun.wait, HANG_GUARD_S)

    def rest() -> None:
        ended.wait(HANG_GUARD_S)

    def begin(_: object) -> batch.Rest:
        begun.set()
        return rest

    begun = threading.Event()
    batcher = batch.Batcher(begin)
    asyncio.run(ask())
    ended.set()
    batcher.close()


def test_a_closed_batcher_writes_what_gathers_behind_a_batch_under_way() -> None:
    written: list[int] = []
    go_on = threading.Event()

    def begin(bodies: Sequence[Body]) -> batch.Rest:
        return lambda: written.append(len(bodies)) if go_on.wait(HANG_GUARD_S) else None

    async def record() -> None:
        first, *later = [PromptFuture() for _ in range(4)]
        batcher.submit(BODY, first)
        for _ in range(50):
            await asyncio.sleep(0)
        for done in later:
            batcher.submit(BODY, done)
        closing = asyncio.create_task(asyncio.to_thread(batcher.close))
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.wait_for(closing, HANG_GUARD_S)
        await asyncio.gather(first, *later)

    batcher = batch.Batcher(begin)
    asyncio.run(record())
    assert sum(written) == 4
    assert written[0] == 1


def test_after_a_sync_that_failed_the_loop_leaves_the_next_record_to_the_thread(installation: Installation) -> None:
    system = ThreadSystem()
    with installation.open("interval:1s", system=system) as log:
        asyncio.run(append(log, 1))
        log._durability._failure = AuditUnavailableError("the disk is away")  # type: ignore[attr-defined] # of interval
        system.writers.clear()
        asyncio.run(append(log, 1))
        assert threading.get_ident() not in system.writers
        asyncio.run(append(log, 1))
        assert system.writers[-1] == threading.get_ident()
