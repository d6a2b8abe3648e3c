"""Every falsification is seen by the verifier, and what a writer can see stops it."""

from __future__ import annotations

import shutil
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.audit import AuditLog, AuditTamperedError, Status, reading
from oauth2_demo.security.audit.anchor import Anchor, AnchorClock, format_anchor, read_anchors
from oauth2_demo.security.audit.chain import Position
from oauth2_demo.tests.audit.audit_support import ACCESS, Installation
from oauth2_demo.tests.audit.audit_tampering import FALSIFICATIONS, SEEN_BY_VERIFY_ONLY, earlier_head

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration

_COUNT = 14
_MAX_BYTES = 2600


@pytest.fixture
def healthy(installation: Installation) -> Installation:
    """Three segments: two closed ones and the current one with several records."""
    installation.write(_COUNT, max_bytes=_MAX_BYTES)
    shutil.copy(installation.paths.head, earlier_head(installation))
    installation.write(5)
    assert installation.paths.archived_segments() == [1, 2]
    assert len(installation.log.read_bytes().splitlines()) >= 5
    assert installation.verify().status is Status.INTACT
    return installation


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("name", FALSIFICATIONS)
def test_the_verifier_sees_it_and_changes_nothing(healthy: Installation, name: str) -> None:
    FALSIFICATIONS[name](healthy)
    before = snapshot(healthy.log.parent)
    verdict = healthy.verify()
    expected = Status.CANNOT_TELL if name == "the checkpoint missing" else Status.TAMPERED
    assert verdict.status is expected, verdict
    assert verdict.findings
    assert verdict.finding_count >= len(verdict.findings)
    assert snapshot(healthy.log.parent) == before


@pytest.mark.parametrize("name", FALSIFICATIONS)
def test_going_on_writing_does_not_cover_it_up(healthy: Installation, name: str) -> None:
    FALSIFICATIONS[name](healthy)
    before = snapshot(healthy.log.parent)
    if name in SEEN_BY_VERIFY_ONLY:
        healthy.write(3)
        assert healthy.verify().status is Status.TAMPERED
        return
    with AuditLog(healthy.log, healthy.key) as log, pytest.raises(AuditTamperedError):
        log.append(ACCESS)
    # The evidence stands: neither the log nor the checkpoint was touched.
    after = snapshot(healthy.log.parent)
    assert {name: after.get(name) for name in before} == before


def test_one_change_gives_one_finding_with_its_place(healthy: Installation) -> None:
    FALSIFICATIONS["a value changed"](healthy)
    assert healthy.verify().findings == (f"{healthy.log.name}, line 3: record 17 was changed or forged",)


def test_many_changes_are_counted_and_not_all_kept(installation: Installation) -> None:
    installation.write(40)
    installation.log.write_bytes(installation.log.read_bytes().replace(b"get_weather", b"got_weather"))
    verdict = installation.verify()
    assert verdict.finding_count == 40
    assert len(verdict.findings) == 20


def test_an_anchor_shows_that_log_and_checkpoint_were_put_back_together(
    installation: Installation, tmp_path: Path
) -> None:
    lines: list[str] = []
    with AuditLog(installation.log, installation.key, anchor_sink=lines.append, anchor_every_s=0.000001) as log:
        log.append(ACCESS)
        shutil.copytree(installation.log.parent, tmp_path / "earlier")
        log.append(ACCESS)
    anchors, false = read_anchors([f"container | {line}" for line in lines], installation.key)
    assert [anchor.seq for anchor in anchors] == [1, 2]
    assert not false
    assert installation.verify(anchors).status is Status.INTACT
    shutil.rmtree(installation.log.parent)
    shutil.copytree(tmp_path / "earlier", installation.log.parent)
    # Without the anchor nobody can tell: that is its reason.
    assert installation.verify().status is Status.INTACT
    assert installation.verify(anchors).status is Status.TAMPERED


def test_an_anchor_shows_that_history_was_rewritten_with_the_key(installation: Installation) -> None:
    installation.write(2)
    verdict = installation.verify([Anchor(2, "7" * 64)])
    assert verdict.status is Status.TAMPERED
    assert "rewritten" in verdict.findings[0]


@pytest.mark.parametrize(
    "line",
    [
        '{"event": "audit_anchor", "seq": 2, "mac": "00", "seal": "00"}',
        '{"event": "audit_anchor", "seq": "2", "mac": "00", "seal": "00"}',
        '{"event": "audit_anchor", "seq": 2}',
        '{"event": "audit_anchor", ',
        '"audit_anchor" no object',
    ],
)
def test_a_false_anchor_is_counted_and_not_believed(installation: Installation, line: str) -> None:
    assert read_anchors([line, "something else"], installation.key) == ([], 1)


def test_anchors_are_told_by_time_and_by_number_of_records(installation: Installation) -> None:
    lines: list[str] = []
    clock = AnchorClock(installation.key, lines.append, every_s=3600)
    for seq in (1, 2, 999, 1001, 1002):
        clock(Position(1, seq, 100, "a" * 64))
    assert [anchor.seq for anchor in read_anchors(lines, installation.key)[0]] == [1, 1001]


def test_an_anchor_that_cannot_be_told_stops_no_audit(installation: Installation) -> None:
    def closed(_: str) -> None:
        raise BrokenPipeError

    with AuditLog(installation.log, installation.key, anchor_sink=closed, anchor_every_s=0.000001) as log:
        log.append(ACCESS)
    assert installation.verify().status is Status.INTACT


def test_an_anchor_does_not_hold_for_another_installation(installation: Installation, tmp_path: Path) -> None:
    line = format_anchor(Position(1, 5, 100, "a" * 64), installation.key)
    assert read_anchors([line], Installation(tmp_path / "other").key) == ([], 1)


def test_nothing_at_all_cannot_be_told(installation: Installation) -> None:
    assert installation.verify().status is Status.CANNOT_TELL
    installation.log.parent.mkdir(parents=True)
    assert installation.verify().status is Status.CANNOT_TELL


def test_a_log_without_records_is_intact(installation: Installation) -> None:
    with installation.open() as log:
        log.check()
    assert installation.verify().status is Status.INTACT


def test_a_torn_tail_alone_is_told_apart(healthy: Installation) -> None:
    with healthy.log.open("ab") as file:
        file.write(b'{"seq":')
    verdict = healthy.verify()
    assert verdict.status is Status.TORN_TAIL
    assert "7 bytes" in verdict.findings[0]


def test_a_torn_tail_does_not_hide_tampering(healthy: Installation) -> None:
    FALSIFICATIONS["a value changed"](healthy)
    with healthy.log.open("ab") as file:
        file.write(b'{"seq":')
    assert healthy.verify().status is Status.TAMPERED


def test_a_write_that_ends_while_it_is_looked_at_is_no_torn_tail(
    healthy: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = healthy.log.read_bytes()
    healthy.log.write_bytes(whole[:-30])
    monkeypatch.setattr(reading, "wait_for_writer", lambda paths: paths.log.write_bytes(whole))
    assert healthy.verify().status is Status.INTACT


def test_the_memory_of_a_verification_does_not_grow_with_the_log(installation: Installation) -> None:
    def peak_bytes() -> int:
        tracemalloc.start()
        try:
            assert installation.verify().status is Status.INTACT
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    with installation.open("process") as log:
        for _ in range(300):
            log.append(ACCESS)
        log.close()
    short = peak_bytes()
    with installation.open("process") as log:
        for _ in range(6000):
            log.append(ACCESS)
    assert peak_bytes() < short + 100_000
