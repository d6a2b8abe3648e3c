"""Beginning a new chain after tampering: on an operator's word, visible for ever, safe at every step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.audit import AuditError, AuditTamperedError, Status, restart_chain, verify
from oauth2_demo.security.audit.anchor import Anchor
from oauth2_demo.tests.audit.audit_support import ACCESS, FailingSystem, Installation, ProcessDiedError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration


def clock() -> float:
    return 1_700_000_000.0


def broken(installation: Installation) -> Installation:
    installation.write(12, max_bytes=2600)
    installation.write(2)
    lines = installation.log.read_bytes().splitlines(keepends=True)
    installation.log.write_bytes(b"".join(lines[:-1]))
    assert installation.verify().status is Status.TAMPERED
    return installation


def test_a_new_chain_begins_with_a_record_of_the_old_one(installation: Installation) -> None:
    installation.write(1)
    last_mac = json.loads(installation.lines()[-1])["mac"]
    broken(installation)
    head_mac_parts = installation.paths.head.read_bytes()
    event_id, folder = restart_chain(installation.log, installation.key, "disk-replaced", clock)
    answer = installation.write(1)[0]
    first, second = (json.loads(line) for line in installation.lines())
    assert (first["event_id"], first["event_type"], second["event_id"]) == (event_id, "chain_restarted", answer)
    assert first["details"]["reason"] == "disk-replaced"
    assert first["details"]["old_head_valid"] is True
    old_mac = first["details"]["old_mac_first"] + first["details"]["old_mac_last"]
    assert bytes.fromhex(old_mac) in head_mac_parts
    assert old_mac != last_mac
    verdict = installation.verify()
    assert verdict.status is Status.INTACT
    assert any("begun anew" in note for note in verdict.notes)
    assert any(folder.name in note for note in verdict.notes)
    # The old files are as they were: they can be judged where they lie now.
    assert verify(folder / installation.log.name, installation.key).status is Status.TAMPERED


def test_numbers_go_on_behind_everything_that_was_seen(installation: Installation) -> None:
    broken(installation)
    highest = max(json.loads(line)["seq"] for line in installation.lines())
    restart_chain(installation.log, installation.key, "cut", clock)
    assert json.loads(installation.lines()[0])["seq"] == highest + 2


def test_a_writer_that_is_open_goes_on_with_the_new_chain(installation: Installation) -> None:
    with installation.open() as log:
        log.append(ACCESS)
        installation.paths.head.unlink()
        with pytest.raises(AuditTamperedError, match="checkpoint"):
            log.append(ACCESS)
        restart_chain(installation.log, installation.key, "head-lost", clock)
        answer = log.append(ACCESS)
    assert installation.event_ids()[-1] == answer
    assert json.loads(installation.lines()[0])["details"]["old_head_valid"] is False
    assert installation.verify().status is Status.INTACT


def test_the_break_cannot_be_removed_without_the_key(installation: Installation) -> None:
    broken(installation)
    restart_chain(installation.log, installation.key, "cut", clock)
    installation.write(2)
    lines = installation.lines()
    installation.log.write_bytes(b"".join(lines[1:]))
    assert installation.verify().status is Status.TAMPERED


def test_a_second_break_gets_a_folder_of_its_own(installation: Installation) -> None:
    folders = []
    for _ in range(2):
        broken(installation)
        folders.append(restart_chain(installation.log, installation.key, "cut", clock)[1])
    assert len(set(folders)) == 2
    assert installation.verify().status is Status.INTACT


def test_anchors_of_the_old_chain_do_not_accuse_the_new_one(installation: Installation) -> None:
    broken(installation)
    restart_chain(installation.log, installation.key, "cut", clock)
    verdict = installation.verify([Anchor(2, "7" * 64)])
    assert verdict.status is Status.INTACT
    assert any("earlier chain" in note for note in verdict.notes)


@pytest.mark.parametrize("reason", ["", "Disk replaced", "a" * 49, "010-1234-5678", "x\ny", "-a"])
def test_a_reason_that_is_not_a_few_words_is_refused(installation: Installation, reason: str) -> None:
    broken(installation)
    with pytest.raises(ValueError, match="disk-replaced"):
        restart_chain(installation.log, installation.key, reason, clock)
    assert installation.verify().status is Status.TAMPERED


def test_where_there_is_no_log_nothing_is_restarted(installation: Installation) -> None:
    with pytest.raises(AuditError, match="not restarted"):
        restart_chain(installation.log, installation.key, "cut", clock)
    installation.log.parent.mkdir()
    with pytest.raises(AuditError, match="no log"):
        restart_chain(installation.log, installation.key, "cut", clock)


@pytest.mark.parametrize("dies", [False, True], ids=["fails", "dies"])
def test_a_restart_that_is_interrupted_anywhere_writes_nothing_unseen_and_can_be_repeated(
    tmp_path: Path, *, dies: bool
) -> None:
    for at in range(1, 100):
        installation = broken(Installation(tmp_path / str(at)))
        system = FailingSystem("any", at, dies=dies)
        try:
            restart_chain(installation.log, installation.key, "cut", clock, system)
        except (AuditError, ProcessDiedError):
            verdict = installation.verify()
            # The new chain may already be whole, with its first record telling of the break; never an innocent log.
            assert verdict.status is not Status.INTACT or verdict.notes
            if verdict.status is not Status.INTACT:
                with pytest.raises(AuditError):
                    installation.write(1)
                restart_chain(installation.log, installation.key, "cut", clock)
        assert json.loads(installation.lines()[0])["event_type"] == "chain_restarted"
        installation.write(1)
        assert installation.verify().status is Status.INTACT
        if system.calls["any"] < at:
            assert at > 8
            return
    pytest.fail("the restart never ran out of calls to fail")
