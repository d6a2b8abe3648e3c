"""The corners: bad keys, locks between threads, readers in a race with a rotation, files that vanish."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.audit import (
    AuditKeyError,
    AuditLog,
    AuditTamperedError,
    AuditUnavailableError,
    ChainKey,
    Status,
    commit,
    load_chain_key,
    load_or_create_chain_key,
    reading,
)
from oauth2_demo.security.audit.anchor import read_anchors
from oauth2_demo.security.audit.locks import FileLock
from oauth2_demo.security.audit.query import AuditFilter, AuditQuery
from oauth2_demo.security.audit.system import LINUX, LinuxSystem
from oauth2_demo.tests.audit.audit_support import ACCESS, FailingSystem, Installation

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.security.audit.paths import LogPaths

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("content", [b"xyz\n", b"00\n", b"\xff" * 64])
def test_a_file_that_is_no_audit_key_is_refused_without_being_shown(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "audit_chain.key"
    path.write_bytes(content)
    path.chmod(0o600)
    tmp_path.chmod(0o700)
    for load in (load_chain_key, load_or_create_chain_key):
        with pytest.raises(AuditKeyError, match=r"64 hexadecimal|32 bytes"):
            load(tmp_path)


def test_an_audit_key_that_others_can_read_is_refused(installation: Installation) -> None:
    assert installation.key.key_id
    (installation.keys / "audit_chain.key").chmod(0o644)
    for load in (load_chain_key, load_or_create_chain_key):
        with pytest.raises(AuditKeyError, match="chmod 600"):
            load(installation.keys)


def test_a_root_of_another_length_is_no_key() -> None:
    with pytest.raises(AuditKeyError):
        ChainKey.derive(b"short")


def test_a_thread_that_holds_the_lock_for_too_long_makes_others_refuse(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    try:
        lock = FileLock(descriptor, LINUX, timeout_s=0.01)
        with lock.held():
            with lock.tried() as taken:
                assert not taken
            with pytest.raises(AuditUnavailableError, match="lock"), lock.held():
                pytest.fail("two threads hold one lock")
        with lock.tried() as taken:
            assert taken
    finally:
        os.close(descriptor)


def test_a_reader_waits_for_a_writer_only_so_long(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    installation.write(1)
    monkeypatch.setattr(reading, "_LOCK_PAUSE_S", 0)
    with installation.paths.lock.open("rb") as lock, installation.log.open("ab") as log:
        fcntl.flock(lock, fcntl.LOCK_EX)
        log.write(b"{")
        log.flush()
        assert installation.verify().status is Status.TORN_TAIL
    installation.paths.lock.unlink()
    assert installation.verify().status is Status.TORN_TAIL


def test_a_segment_that_is_archived_while_it_is_looked_up_is_found(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation.write(1)
    look_up = reading._open

    def rotate_meanwhile(paths: LogPaths, segment: int) -> object:
        found = look_up(paths, segment)
        if found is None and paths.log.exists():
            paths.log.rename(paths.archived(segment))
        return found

    monkeypatch.setattr(reading, "_open", rotate_meanwhile)
    file = reading.open_segment(installation.paths, 1, is_last=True)
    assert file is not None
    with file:
        assert file.read() == installation.paths.archived(1).read_bytes()


def test_a_segment_that_is_archived_between_its_two_names_is_read_under_the_new_one(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation.write(2)
    content = installation.log.read_bytes()
    look_up = reading._open

    def rotate_meanwhile(paths: LogPaths, segment: int) -> object:
        found = look_up(paths, segment)
        if found is None and not paths.archived(segment).exists():
            paths.log.rename(paths.archived(segment))
            paths.log.write_bytes(b"the next segment")
        return found

    monkeypatch.setattr(reading, "_open", rotate_meanwhile)
    file = reading.open_segment(installation.paths, 1, is_last=True)
    assert file is not None
    with file:
        assert file.read() == content


def test_a_disk_that_takes_only_a_part_of_the_first_checkpoint_refuses(installation: Installation) -> None:
    class Short(LinuxSystem):
        def write(self, descriptor: int, data: bytes) -> int:
            return super().write(descriptor, data[:10])

    with installation.open(system=Short()) as log, pytest.raises(AuditUnavailableError):
        log.append(ACCESS)
    assert not installation.paths.head.exists()


def test_a_long_end_without_a_record_is_tampering(installation: Installation) -> None:
    installation.write(1)
    with installation.log.open("ab") as file:
        file.write(b"x" * 20_000)
    with pytest.raises(AuditTamperedError, match="no record"):
        installation.write(1)
    assert installation.verify().status is Status.TAMPERED


def test_a_segment_that_exists_before_it_was_closed_is_tampering_and_loses_no_record(
    installation: Installation,
) -> None:
    installation.write(1)
    installation.paths.archived(1).write_bytes(b"planted")
    with installation.open(max_bytes=600) as log:
        answer = log.append(ACCESS)
        with pytest.raises(AuditTamperedError, match="before that segment was closed"):
            log.append(ACCESS)
    assert answer.encode() in installation.log.read_bytes()
    assert installation.paths.archived(1).read_bytes() == b"planted"
    assert installation.verify().status is Status.TAMPERED


def test_a_second_record_behind_the_end_of_a_segment_is_seen(installation: Installation) -> None:
    installation.write(3, max_bytes=1200)
    with installation.paths.archived(1).open("ab") as file:
        file.write(installation.paths.archived(1).read_bytes().splitlines(keepends=True)[-1])
    findings = " ".join(installation.verify().findings)
    assert "behind the end of the segment" in findings


def test_the_index_counts_lines_of_another_key_as_refused(installation: Installation, tmp_path: Path) -> None:
    installation.write(2)
    other = Installation(tmp_path / "other")
    query = AuditQuery(installation.log, other.key, tmp_path / "index.sqlite3")
    assert query.search(AuditFilter()).total == 0
    assert query.refused_line_count() == 2


def test_a_closed_segment_that_was_not_moved_yet_is_indexed_once(installation: Installation) -> None:
    installation.write(1)
    with installation.open(max_bytes=1000, system=FailingSystem("rename", 1)) as log:
        log.append(ACCESS)
    assert b"segment_end" in installation.log.read_bytes()
    query = AuditQuery(installation.log, installation.key)
    assert query.search(AuditFilter()).total == 3
    installation.write(1)
    assert query.search(AuditFilter()).total == 4
    assert installation.paths.archived_segments() == [1]
    for file in installation.files():
        file.unlink()
    assert query.search(AuditFilter()).total == 0


def test_a_writer_does_not_wait_for_ever_for_a_leader_that_is_stuck(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoLeader(LinuxSystem):
        def __init__(self) -> None:
            self.lock_calls = 0

        def try_lock(self, descriptor: int) -> bool:
            # The second lock is that of the log; the sync lock is held by somebody who is stopped.
            self.lock_calls += 1
            return self.lock_calls == 2 and super().try_lock(descriptor)

    monkeypatch.setattr(commit, "_TIMEOUT_S", 0.0)
    with pytest.raises(AuditUnavailableError, match="stuck"):
        installation.open(system=NoLeader()).append(ACCESS)


def test_anchors_go_to_stderr_unless_told_otherwise(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    with AuditLog(installation.log, installation.key, anchor_every_s=60) as log:
        log.append(ACCESS)
    captured = capsys.readouterr()
    assert not captured.out
    assert [anchor.seq for anchor in read_anchors(captured.err.splitlines(), installation.key)[0]] == [1]
