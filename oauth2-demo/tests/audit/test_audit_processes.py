"""Real writer processes: killed at random, rotating under each other, all on one chain."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.audit import Status
from oauth2_demo.tests.audit import audit_child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.tests.audit.audit_support import Installation

pytestmark = pytest.mark.integration

_WRITERS = 4


def start_writer(installation: Installation, count: int, durability: str, max_bytes: int) -> subprocess.Popen[bytes]:
    arguments = [str(installation.folder), str(count), durability, str(max_bytes)]
    return subprocess.Popen([sys.executable, "-m", audit_child.__name__, *arguments], stdout=subprocess.PIPE)


def answers_of(writers: Sequence[subprocess.Popen[bytes]]) -> list[str]:
    """What the writers acknowledged, read until each has ended."""
    outputs = [writer.communicate(timeout=60)[0].decode() for writer in writers]
    # A line without its end was not told completely, so it was not acknowledged.
    return [line for output in outputs for line in output.split("\n")[:-1]]


def test_killing_any_writer_at_any_time_loses_nothing(installation: Installation) -> None:
    chance = random.Random(20261121)  # noqa: S311 - when to kill, not a secret
    acknowledged: list[str] = []
    for _ in range(6):
        writers = [start_writer(installation, 0, "group", 60_000) for _ in range(_WRITERS)]
        outputs: list[bytes] = [b""] * _WRITERS
        readers = [
            threading.Thread(target=_drain, args=(writer, outputs, number, chance.randrange(2000, 9000)))
            for number, writer in enumerate(writers)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(timeout=60)
        for writer in writers:
            writer.wait(timeout=60)
            assert writer.stdout is not None
            writer.stdout.close()
        acknowledged += [line for output in outputs for line in output.decode().split("\n")[:-1]]
        assert installation.verify().status in {Status.INTACT, Status.TORN_TAIL}
    assert not [answer for answer in acknowledged if answer.startswith("refused")]
    # A survivor is neither blocked nor refused.
    acknowledged += installation.write(1)
    recorded = installation.event_ids()
    assert len(acknowledged) > 500
    assert set(acknowledged) <= set(recorded)
    assert len(recorded) == len(set(recorded))
    assert installation.verify().status is Status.INTACT


def _drain(writer: subprocess.Popen[bytes], outputs: list[bytes], number: int, enough_bytes: int) -> None:
    """Read what the writer tells, and kill it in the middle of its work."""
    assert writer.stdout is not None
    while len(outputs[number]) < enough_bytes and (data := os.read(writer.stdout.fileno(), 4096)):
        outputs[number] += data
    writer.send_signal(signal.SIGKILL)
    while data := os.read(writer.stdout.fileno(), 4096):
        outputs[number] += data


@pytest.mark.parametrize("durability", ["group", "process"])
def test_the_chain_runs_across_segments_that_writers_rotate_under_each_other(
    installation: Installation, durability: str
) -> None:
    writers = [start_writer(installation, 150, durability, 20_000) for _ in range(_WRITERS)]
    acknowledged = answers_of(writers)
    assert len(acknowledged) == 150 * _WRITERS
    assert not [answer for answer in acknowledged if answer.startswith("refused")]
    verdict = installation.verify()
    assert verdict.status is Status.INTACT
    assert verdict.segment_count > 10
    assert set(acknowledged) <= set(installation.event_ids())
    # The last segment is closed too when the very last record filled it.
    assert verdict.record_count == len(acknowledged) + len(installation.paths.archived_segments())


def test_a_log_can_be_verified_while_it_is_written_and_rotated(installation: Installation) -> None:
    installation.write(1)
    writers = [start_writer(installation, 0, "group", 20_000) for _ in range(2)]
    try:
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline()
        with contextlib.ExitStack() as stack:
            for writer in writers:
                drain = threading.Thread(target=writer.communicate)
                drain.start()
                stack.callback(drain.join, 60)
                stack.callback(writer.kill)
            verdicts = [installation.verify() for _ in range(25)]
    finally:
        for writer in writers:
            writer.kill()
            writer.wait(timeout=60)
    assert {verdict.status for verdict in verdicts} == {Status.INTACT}, [v for v in verdicts if v.status]
    assert verdicts[-1].record_count > verdicts[0].record_count
