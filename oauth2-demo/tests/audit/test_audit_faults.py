"""Every call to the operating system fails once: nothing is acknowledged without a record, nothing is lost."""

from __future__ import annotations

import contextlib
import errno
import os
import resource
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.audit import AuditError, Status
from oauth2_demo.security.audit.system import EXIT_DISK_FAILED
from oauth2_demo.tests.audit.audit_support import ACCESS, FailingSystem, Installation, ProcessDiedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.integration

_EVENTS = 14
# Small enough for several rotations in that many events.
_MAX_BYTES = 2400
# Far more calls than the work makes, so that "every n" has an end that the test can see.
_LIMIT = 200


def _work(installation: Installation, system: FailingSystem) -> tuple[list[str], int]:
    acknowledged, refused = [], 0
    log = installation.open(max_bytes=_MAX_BYTES, system=system)
    for _ in range(_EVENTS):
        try:
            acknowledged.append(log.append(ACCESS))
        except AuditError:
            refused += 1
    log.close()
    return acknowledged, refused


def _failing(operation: str, *, short: bool = False) -> Iterator[tuple[int, FailingSystem]]:
    for at in range(1, _LIMIT):
        yield at, FailingSystem(operation, at, short=short)


@pytest.mark.parametrize(
    ("operation", "short"),
    [("write", False), ("write", True), ("pwrite", False), ("pwrite", True), ("open", False), ("rename", False),
     ("sync_folder", False)],
)  # fmt: skip
def test_a_fault_at_any_call_loses_no_acknowledged_event_and_heals(
    tmp_path: Path, operation: str, *, short: bool
) -> None:
    for at, system in _failing(operation, short=short):
        installation = Installation(tmp_path / str(at))
        acknowledged, refused = _work(installation, system)
        recorded = installation.event_ids()
        assert set(acknowledged) <= set(recorded), f"{operation} {at}"
        assert len(recorded) == len(set(recorded))
        # One fault refuses one event, and the next one is served without a restart.
        assert refused <= 1, f"{operation} {at}"
        assert installation.verify().status is Status.INTACT, f"{operation} {at}: {installation.verify().findings}"
        if system.calls[operation] < at:
            assert at > 1
            return
    pytest.fail(f"{operation} never ran out of calls to fail")


def test_a_failed_sync_ends_the_process_without_a_second_try(tmp_path: Path) -> None:
    for at, system in _failing("sync_data"):
        installation = Installation(tmp_path / str(at))
        try:
            _work(installation, system)
        except ProcessDiedError:
            # The first sync of a checkpoint file is of a temporary file, which is made again: that one is no death.
            assert len(system.deaths) == 1
            assert system.calls["sync_data"] == at
        if system.calls["sync_data"] < at:
            assert at > 10
            return
        after = installation.write(2)
        assert installation.event_ids()[-2:] == after
        assert installation.verify().status is Status.INTACT
    pytest.fail("the work never ran out of syncs to fail")


@pytest.mark.parametrize("cut", [False, True], ids=["before the call", "in the middle of a write"])
def test_a_process_that_dies_at_any_call_leaves_a_log_that_others_go_on_with(tmp_path: Path, *, cut: bool) -> None:
    for at in range(1, _LIMIT):
        installation = Installation(tmp_path / str(at))
        system = DyingWriter(at) if cut else FailingSystem("any", at, dies=True)
        log = installation.open(max_bytes=_MAX_BYTES, system=system)
        acknowledged: list[str] = []
        with contextlib.suppress(ProcessDiedError):
            acknowledged.extend(log.append(ACCESS) for _ in range(_EVENTS))
        died = len(acknowledged) < _EVENTS
        # The first file of all may not exist yet; from then on a verifier can always tell.
        if installation.log.exists():
            assert installation.verify().status in {Status.INTACT, Status.TORN_TAIL}, at
        acknowledged += installation.write(3, max_bytes=_MAX_BYTES)
        recorded = installation.event_ids()
        assert set(acknowledged) <= set(recorded), at
        assert len(recorded) == len(set(recorded)), at
        assert installation.verify().status is Status.INTACT, (at, installation.verify().findings)
        if not died:
            assert at > _EVENTS
            return
    pytest.fail("the process never ran out of calls to die at")


class DyingWriter(FailingSystem):
    """Dies in the middle of its n-th write to the log, with half of the bytes written."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._dies_at = at

    def write(self, descriptor: int, data: bytes) -> int:
        self.calls["write"] += 1
        if self.calls["write"] == self._dies_at:
            os.write(descriptor, data[: len(data) // 2])
            raise ProcessDiedError("write")
        return os.write(descriptor, data)


def test_a_failed_truncation_after_a_short_write_is_repaired_by_the_next_writer(installation: Installation) -> None:
    class Both(FailingSystem):
        def truncate(self, descriptor: int, size: int) -> None:
            if not self.calls["truncate"]:
                self.calls["truncate"] += 1
                raise OSError(errno.EIO, "Input/output error")
            super().truncate(descriptor, size)

    installation.write(1)
    with installation.open(system=Both("write", 1, short=True)) as log:
        with pytest.raises(AuditError, match="only a part"):
            log.append(ACCESS)
        log.append(ACCESS)
    assert installation.paths.torn.exists()
    assert len(installation.lines()) == 2
    assert installation.verify().status is Status.INTACT


def test_a_dying_process_says_why_and_ends_at_once(installation: Installation) -> None:
    program = textwrap.dedent(f"""
        import os, sys
        from pathlib import Path
        from oauth2_demo.tests.audit.audit_support import ACCESS, Installation
        def fail(descriptor):
            raise OSError(5, "Input/output error")
        log = Installation(Path({str(installation.folder)!r})).open()
        log.append(ACCESS)
        os.fdatasync = fail
        try:
            log.append(ACCESS)
            print("acknowledged")
        finally:
            print("a handler ran")
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == EXIT_DISK_FAILED
    assert "cannot be made durable" in done.stderr
    assert not done.stdout
    assert installation.verify().status is Status.INTACT


_FULL_DISK_CHILD = """
import resource, signal, sys
from pathlib import Path
from oauth2_demo.security.audit import AuditError
from oauth2_demo.tests.audit.audit_support import ACCESS, Installation
log = Installation(Path(sys.argv[1])).open()
for number in range(60):
    if number == 40:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    try:
        print(log.append(ACCESS))
    except AuditError:
        print("refused")
"""


def test_a_disk_that_is_full_refuses_and_serves_again_without_a_restart(installation: Installation) -> None:
    installation.write(1)
    limit = 10_000

    def limit_file_size() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK_CHILD, str(installation.folder)],
        preexec_fn=limit_file_size,
        capture_output=True,
        text=True,
        check=True,
    )
    answers = done.stdout.split()
    assert answers.count("refused") > 10
    assert "refused" not in answers[40:]
    acknowledged = [answer for answer in answers if answer != "refused"]
    assert installation.event_ids()[1:] == acknowledged
    assert installation.verify().status is Status.INTACT


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small filesystem; the size limit shows the same")
def test_a_full_filesystem_refuses_and_serves_again_when_there_is_room(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "none", small], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this container may not mount")
    try:
        installation = Installation(small)
        installation.write(1)
        with (small / "ballast").open("wb") as ballast:
            ballast.write(b"x" * 20_000)
        acknowledged, refused = [], 0
        with installation.open(max_bytes=8192) as log:
            for _ in range(100):
                try:
                    acknowledged.append(log.append(ACCESS))
                except AuditError:
                    refused += 1
            (small / "ballast").unlink()
            acknowledged.append(log.append(ACCESS))
        assert refused > 10
        recorded = installation.event_ids()
        assert set(acknowledged) <= set(recorded)
        assert len(recorded) == len(set(recorded))
        assert installation.verify().status is Status.INTACT
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_log_that_cannot_be_opened_refuses_until_it_can(installation: Installation) -> None:
    installation.folder.joinpath("logs").write_text("in the way")
    log = installation.open()
    for _ in range(2):
        with pytest.raises(AuditError, match="cannot be opened"):
            log.append(ACCESS)
    installation.folder.joinpath("logs").unlink()
    answer = log.append(ACCESS)
    log.close()
    assert installation.event_ids() == [answer]


def test_a_folder_in_place_of_the_log_is_refused(installation: Installation) -> None:
    installation.log.mkdir(parents=True)
    with pytest.raises(AuditError, match="not a regular file"):
        installation.write(1)


def test_a_checkpoint_that_cannot_be_written_acknowledges_nothing(installation: Installation) -> None:
    class Unwritable(FailingSystem):
        def pwrite(self, descriptor: int, data: bytes, offset: int) -> int:
            del descriptor, data, offset
            raise OSError(errno.EIO, "Input/output error")

    with installation.open(system=Unwritable()) as log, pytest.raises(AuditError, match="checkpoint"):
        log.append(ACCESS)
