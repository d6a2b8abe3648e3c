"""Appending: durable, in order, by threads, event loops and forked children."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.driving import PromptFuture
from oauth2_demo.security.audit import (
    AuditError,
    AuditLog,
    AuditTamperedError,
    AuditUnavailableError,
    Status,
    batch,
)
from oauth2_demo.security.audit.durability import durability_named
from oauth2_demo.security.audit.record import Body
from oauth2_demo.security.audit.system import LinuxSystem
from oauth2_demo.tests.audit.audit_support import ACCESS, FailingSystem, Installation, RecordingSystem

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration


def test_each_event_becomes_one_record_that_is_named_by_the_answer(installation: Installation) -> None:
    answers = installation.write(5)
    assert installation.event_ids() == answers
    assert [json.loads(line)["seq"] for line in installation.lines()] == [1, 2, 3, 4, 5]
    assert installation.verify().status is Status.INTACT


def test_files_are_for_the_owner_and_the_log_can_be_followed_by_the_group(installation: Installation) -> None:
    installation.write(1)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in installation.log.parent.iterdir()}
    assert modes[installation.log.name] & ~0o640 == 0
    assert all(not mode & 0o027 for mode in modes.values())
    assert stat.S_IMODE((installation.keys / "audit_chain.key").stat().st_mode) == 0o600


def test_threads_of_one_process_do_not_fork_the_chain(installation: Installation) -> None:
    with installation.open() as log, ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: log.append(ACCESS), range(400)))
    assert len(set(answers)) == 400
    assert sorted(installation.event_ids()) == sorted(answers)
    assert installation.verify().status is Status.INTACT


def test_two_logs_of_one_process_share_one_chain(installation: Installation) -> None:
    with installation.open() as one, installation.open() as two, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: (one, two)[number % 2].append(ACCESS), range(200)))
    assert sorted(installation.event_ids()) == sorted(answers)
    assert installation.verify().status is Status.INTACT


def test_an_event_loop_records_many_events_with_few_syncs(installation: Installation) -> None:
    system = FailingSystem()
    log = installation.open(system=system)

    async def record() -> list[str]:
        return await asyncio.gather(*(log.append_async(ACCESS) for _ in range(500)))

    answers = asyncio.run(record())
    log.close()
    # Waiting callers share one write, so the order in the file is the order of the calls.
    assert installation.event_ids() == answers
    assert system.calls["sync_data"] < 60
    assert installation.verify().status is Status.INTACT


def test_async_and_blocking_events_share_one_chain(installation: Installation) -> None:
    log = installation.open()

    async def record() -> list[str]:
        waiting = [asyncio.create_task(log.append_async(ACCESS)) for _ in range(50)]
        blocking = await asyncio.to_thread(lambda: [log.append(ACCESS) for _ in range(20)])
        return blocking + await asyncio.gather(*waiting)

    answers = asyncio.run(record())
    log.close()
    assert sorted(installation.event_ids()) == sorted(answers)
    assert installation.verify().status is Status.INTACT


def test_a_cancelled_caller_leaves_its_record_and_disturbs_nobody(installation: Installation) -> None:
    log = installation.open()

    async def record() -> str:
        cancelled = asyncio.create_task(log.append_async(ACCESS))
        await asyncio.sleep(0)
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        return await log.append_async(ACCESS)

    answer = asyncio.run(record())
    log.close()
    assert installation.event_ids()[-1] == answer
    assert installation.verify().status is Status.INTACT


def test_a_refused_batch_tells_each_of_its_callers(installation: Installation) -> None:
    installation.write(1)
    log = installation.open(system=FailingSystem("write", 1))

    async def record() -> list[str | BaseException]:
        return await asyncio.gather(*(log.append_async(ACCESS) for _ in range(3)), return_exceptions=True)

    answers = asyncio.run(record())
    log.close()
    assert isinstance(answers[0], AuditUnavailableError)
    recorded = [answer for answer in answers if isinstance(answer, str)]
    assert installation.event_ids()[1:] == recorded


def test_an_unexpected_failure_of_the_worker_is_told_and_not_waited_for() -> None:
    def fail(_: object) -> None:
        raise RuntimeError("private text")

    async def record() -> None:
        done = PromptFuture(loop=asyncio.get_running_loop())
        batcher.submit(Body("", ""), done)
        await done

    batcher = batch.Batcher(fail)
    with pytest.raises(AuditUnavailableError, match="RuntimeError") as caught:
        asyncio.run(record())
    batcher.close()
    assert "private" not in str(caught.value)


def test_a_closed_log_refuses_events(installation: Installation) -> None:
    log = installation.open()
    log.append(ACCESS)
    log.close()
    with pytest.raises(AuditUnavailableError, match="closed"):
        log.append(ACCESS)
    with pytest.raises(AuditUnavailableError, match="closed"):
        asyncio.run(log.append_async(ACCESS))
    assert len(installation.lines()) == 1


def test_a_forked_child_takes_locks_of_its_own(installation: Installation) -> None:
    log = installation.open()
    log.append(ACCESS)
    children = []
    for _ in range(4):
        child = os.fork()
        if not child:
            status = 1
            try:
                for _ in range(20):
                    log.append(ACCESS)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    for _ in range(20):
        log.append(ACCESS)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    log.close()
    assert len(installation.lines()) == 101
    assert installation.verify().status is Status.INTACT
    assert len({json.loads(line)["session"] for line in installation.lines()}) == 5


@pytest.mark.parametrize("durability", ["group", "process", "interval:1s"])
def test_every_durability_leaves_an_intact_log_and_a_full_checkpoint(
    installation: Installation, durability: str
) -> None:
    with installation.open(durability) as log:
        for _ in range(30):
            log.append(ACCESS)
    # Without its last record the log must be seen as cut: the checkpoint covers it.
    assert installation.verify().status is Status.INTACT
    lines = installation.lines()
    installation.log.write_bytes(b"".join(lines[:-1]))
    assert installation.verify().status is Status.TAMPERED


def test_an_unknown_durability_is_refused(installation: Installation) -> None:
    with pytest.raises(ValueError, match="group, process, interval:1s"):
        installation.open("ignore")
    with pytest.raises(ValueError, match="group"):
        durability_named("")


def test_with_group_durability_nothing_acknowledged_is_lost_to_a_power_loss(installation: Installation) -> None:
    system = RecordingSystem()
    with installation.open(max_bytes=4096, system=system) as log:
        for _ in range(30):
            answer = log.append(ACCESS)
            image = b"".join(system.image_of(path) for path in installation.files())
            assert answer.encode() in image
            assert system.image_of(installation.paths.head)


def test_with_process_durability_the_model_of_a_power_loss_sees_the_loss(installation: Installation) -> None:
    system = RecordingSystem()
    with installation.open("process", system=system) as log:
        log.append(ACCESS)
        answer = log.append(ACCESS)
        assert answer.encode() not in system.image_of(installation.log)


@pytest.mark.parametrize("head", ["as first synced", "as last written"])
def test_what_a_power_loss_leaves_is_intact_and_goes_on(installation: Installation, tmp_path: Path, head: str) -> None:
    system = RecordingSystem()
    with installation.open(system=system) as log:
        first_head = b""
        for _ in range(20):
            log.append(ACCESS)
            first_head = first_head or system.image_of(installation.paths.head)
        # Checkpoints are not synced: after the loss any of them can be there, but none that is ahead of the log.
        heads = {
            "as first synced": first_head,
            "as last written": installation.paths.head.read_bytes(),
        }
        image = system.image_of(installation.log)
    after = Installation(tmp_path / "after")
    after.log.parent.mkdir(parents=True)
    after.keys.mkdir(mode=0o700)
    key = after.keys / "audit_chain.key"
    key.write_bytes((installation.keys / key.name).read_bytes())
    key.chmod(0o600)
    after.log.write_bytes(image)
    after.paths.head.write_bytes(heads[head])
    assert after.verify().status is Status.INTACT
    after.write(1)
    assert len(after.lines()) == 21
    assert after.verify().status is Status.INTACT


def test_with_interval_durability_a_second_later_everything_is_on_disk(installation: Installation) -> None:
    synced = threading.Event()

    class Watched(RecordingSystem):
        def sync_data(self, descriptor: int) -> None:
            super().sync_data(descriptor)
            if self.image_of(installation.log).count(b"\n") == 5:
                synced.set()

    with installation.open("interval:1s", system=Watched()) as log:
        for _ in range(5):
            log.append(ACCESS)
        # The bound of the promise; it usually takes one second.
        assert synced.wait(timeout=20)


def test_a_failed_sync_in_the_background_is_told_to_the_next_event() -> None:
    durability = durability_named("interval:1s")
    refused = threading.Event()

    class Commit:
        def flush(self) -> None:
            refused.set()
            raise AuditUnavailableError("stuck")

    class Writer:
        commit = Commit()

        def write(self, bodies: object) -> None:
            del bodies

    writer = Writer()
    durability.record(writer, [])  # type: ignore[arg-type]  # only these two are used
    assert refused.wait(timeout=20)
    for _ in range(2000):
        try:
            durability.record(writer, [])  # type: ignore[arg-type]  # only these two are used
        except AuditUnavailableError:
            break
        os.sched_yield()
    else:
        pytest.fail("the failure was told to nobody")
    with pytest.raises(AuditUnavailableError):
        durability.close(writer.commit)  # type: ignore[arg-type]  # only flush is used


class Clocks:
    """A wall clock that can be set and a steady one that cannot."""

    def __init__(self) -> None:
        self.offset = 0.0
        self.now = 1_800_000_000.0

    def wall(self) -> float:
        self.now += 0.01
        return self.now + self.offset

    def steady(self) -> float:
        return self.now


@pytest.mark.parametrize("jump_s", [-86_400.0, -3.0, 3.0, 86_400.0])
def test_setting_the_clock_is_recorded_and_the_chain_stays_intact(installation: Installation, jump_s: float) -> None:
    clocks = Clocks()
    with AuditLog(installation.log, installation.key, clock=clocks.wall, steady=clocks.steady) as log:
        log.append(ACCESS)
        clocks.offset = jump_s
        log.append(ACCESS)
        log.append(ACCESS)
    records = [json.loads(line) for line in installation.lines()]
    assert [record["event_type"] for record in records] == ["tool_access", "clock_changed"] + ["tool_access"] * 2
    assert records[1]["details"]["seconds"] == pytest.approx(jump_s, abs=0.1)
    assert installation.verify().status is Status.INTACT


def test_a_clock_that_is_behind_the_last_record_is_recorded_by_a_new_process(installation: Installation) -> None:
    clocks = Clocks()
    with AuditLog(installation.log, installation.key, clock=clocks.wall, steady=clocks.steady) as log:
        log.append(ACCESS)
    clocks.offset = -3600
    with AuditLog(installation.log, installation.key, clock=clocks.wall, steady=clocks.steady) as log:
        log.append(ACCESS)
    records = [json.loads(line) for line in installation.lines()]
    assert [record["event_type"] for record in records] == ["tool_access", "clock_changed", "tool_access"]
    assert records[1]["details"]["seconds"] == pytest.approx(-3600, abs=1)


def test_a_clock_that_runs_is_not_recorded(installation: Installation) -> None:
    clocks = Clocks()
    with AuditLog(installation.log, installation.key, clock=clocks.wall, steady=clocks.steady) as log:
        for _ in range(5):
            log.append(ACCESS)
            clocks.now += 100
    assert b"clock_changed" not in b"".join(installation.lines())


def test_a_torn_record_is_kept_aside_and_the_log_goes_on(installation: Installation) -> None:
    installation.write(2)
    with installation.log.open("ab") as file:
        file.write(installation.lines()[-1][:100])
    assert installation.verify().status is Status.TORN_TAIL
    installation.write(1)
    assert installation.paths.torn.read_bytes() == installation.lines()[1][:100] + b"\n"
    verdict = installation.verify()
    assert verdict.status is Status.INTACT
    assert "torn" in verdict.notes[0]


def test_a_record_torn_at_the_very_beginning_is_repaired(installation: Installation) -> None:
    installation.open().close()
    with installation.open() as log:
        log.check()
    installation.log.write_bytes(b'{"seq":1,')
    installation.write(1)
    assert installation.verify().status is Status.INTACT
    assert installation.verify().record_count == 1


def test_a_tampered_log_refuses_events_and_says_what_to_do(installation: Installation) -> None:
    installation.write(3)
    lines = installation.lines()
    installation.log.write_bytes(b"".join(lines[:2]))
    with installation.open() as log:
        with pytest.raises(AuditTamperedError, match="restart-chain"):
            log.append(ACCESS)
        with pytest.raises(AuditTamperedError):
            log.check()
    assert installation.lines() == lines[:2]


def test_a_log_that_is_cut_while_it_is_open_refuses_events(installation: Installation) -> None:
    with installation.open() as log:
        for _ in range(3):
            log.append(ACCESS)
        os.truncate(installation.log, len(installation.lines()[0]))
        with pytest.raises(AuditTamperedError, match="shorter"):
            log.append(ACCESS)


def test_check_says_whether_events_can_be_recorded(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    with installation.open() as log:
        log.check()
        full = os.statvfs_result((4096, 4096, 10, 0, 0, 10, 10, 10, 0, 255))
        monkeypatch.setattr(os, "statvfs", lambda _: full)
        with pytest.raises(AuditUnavailableError, match="full"):
            log.check()


def test_a_writer_that_is_stopped_with_the_lock_makes_others_refuse_and_not_hang(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Held(LinuxSystem):
        def try_lock(self, descriptor: int) -> bool:
            del descriptor
            return False

    now = iter(range(0, 10_000, 3))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(now)))
    with pytest.raises(AuditUnavailableError, match="paused container"):
        installation.open(system=Held()).append(ACCESS)


def test_a_symbolic_link_in_place_of_the_log_is_not_followed(installation: Installation, tmp_path: Path) -> None:
    installation.log.parent.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.touch()
    installation.log.symlink_to(elsewhere)
    with pytest.raises(AuditError):
        installation.write(1)
    assert not elsewhere.read_bytes()


def test_a_name_is_shown_to_callers_as_the_log_keeps_it(installation: Installation) -> None:
    with installation.open() as log:
        assert log.path == installation.log
        assert log.pseudonym("mcp-client") == "mcp-client"
        assert log.pseudonym("010-1234-5678").startswith("h:")


def test_a_false_progress_of_syncs_is_not_believed(installation: Installation) -> None:
    system = FailingSystem()
    with installation.open(system=system) as log:
        log.append(ACCESS)
        with installation.paths.sync.open("r+b") as file:
            file.write(b"\xff" * 8)
        synced = system.calls["sync_data"]
        log.append(ACCESS)
        assert system.calls["sync_data"] > synced


@pytest.mark.parametrize("content", [b"", b"\xff" * 3, b"\xff" * 64, b"\xff" * 10_000])
def test_a_progress_file_that_somebody_wrote_does_not_stop_the_service(
    installation: Installation, content: bytes
) -> None:
    installation.write(1)
    installation.paths.sync.write_bytes(content)
    installation.write(1)
    assert installation.verify().status == Status.INTACT


def test_events_of_one_round_of_the_loop_share_one_write_and_one_sync(installation: Installation) -> None:
    installation.write(1)
    system = FailingSystem()

    async def record(log: AuditLog) -> list[str]:
        await log.append_async(ACCESS)
        system.calls.clear()
        return await asyncio.gather(*(log.append_async(ACCESS) for _ in range(20)))

    with installation.open(system=system) as log:
        answers = asyncio.run(record(log))
        assert (system.calls["write"], system.calls["sync_data"]) == (1, 1)
    assert installation.event_ids()[2:] == answers
    assert installation.verify().status is Status.INTACT


def test_what_waits_for_the_end_of_its_round_is_written_when_the_log_is_closed(installation: Installation) -> None:
    log = installation.open()

    async def record() -> None:
        waiting = asyncio.ensure_future(log.append_async(ACCESS))
        await asyncio.sleep(0)
        log.close()
        with pytest.raises(AuditUnavailableError, match="closed"):
            await log.append_async(ACCESS)
        assert await waiting in installation.event_ids()

    asyncio.run(record())
    assert len(installation.lines()) == 1


def test_a_writer_leads_on_although_another_thread_reopened_the_log(installation: Installation) -> None:
    with installation.open() as log:
        log.append(ACCESS)
        content = installation.log.read_bytes()
        installation.log.unlink()
        installation.log.write_bytes(content)
        answers = [log.append(ACCESS) for _ in range(3)]
    assert installation.event_ids()[1:] == answers
    assert installation.verify().status is Status.INTACT
