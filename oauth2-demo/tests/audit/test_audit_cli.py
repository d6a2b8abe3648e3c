"""The commands `mcp-docker audit` and `mcp-docker keys`: exit codes, words, and a record of each change of keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from oauth2_demo.cli import audit, keys
from oauth2_demo.security.audit.anchor import format_anchor
from oauth2_demo.security.audit.chain import Position
from oauth2_demo.security.encryption import EncryptionService, keyring
from oauth2_demo.tests.audit.audit_support import PII_ACCESS, Installation

if TYPE_CHECKING:
    from typer.testing import Result

pytestmark = pytest.mark.integration


@pytest.fixture(autouse=True)
def _settings(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(installation.folder))


def run_audit(*arguments: str) -> Result:
    return CliRunner().invoke(audit.app, arguments)


def run_keys(*arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(keys.app, arguments, input=answer)


def test_verify_says_intact_with_exit_0(installation: Installation) -> None:
    installation.write(3)
    result = run_audit("verify")
    assert result.exit_code == 0
    assert result.stdout.startswith("intact")
    assert "3 records" in result.stdout


def test_verify_takes_the_path_of_a_log(installation: Installation) -> None:
    installation.write(1)
    moved = installation.folder / "moved"
    installation.log.parent.rename(moved)
    assert run_audit("verify").exit_code == 2
    assert run_audit("verify", "--log", str(moved / installation.log.name)).exit_code == 0


def test_verify_says_tampered_with_exit_1_and_how_much_it_leaves_out(installation: Installation) -> None:
    installation.write(30)
    installation.log.write_bytes(installation.log.read_bytes().replace(b"get_weather", b"got_weather"))
    result = run_audit("verify")
    assert result.exit_code == 1
    assert result.stdout.startswith("tampered")
    assert "record 1 was changed" in result.stdout
    assert "and 10 more" in result.stdout


def test_verify_says_cannot_tell_with_exit_2_without_a_checkpoint(installation: Installation) -> None:
    installation.write(1)
    installation.paths.head.unlink()
    result = run_audit("verify")
    assert result.exit_code == 2
    assert result.stdout.startswith("cannot tell")


def test_verify_says_cannot_tell_without_a_key_and_makes_none(installation: Installation) -> None:
    installation.write(1)
    key_file = installation.keys / "audit_chain.key"
    key_file.unlink()
    result = run_audit("verify")
    assert result.exit_code == 2
    assert "does not exist" in result.stdout
    assert not key_file.exists()


def test_verify_says_torn_tail_only_with_exit_3(installation: Installation) -> None:
    installation.write(1)
    with installation.log.open("ab") as file:
        file.write(b'{"seq')
    result = run_audit("verify")
    assert result.exit_code == 3
    assert result.stdout.startswith("torn tail only")


def test_verify_gives_its_verdict_as_json(installation: Installation) -> None:
    installation.write(2)
    verdict = json.loads(run_audit("verify", "--json").stdout)
    assert (verdict["status"], verdict["record_count"], verdict["findings"]) == ("intact", 2, [])


def test_verify_compares_with_anchors(installation: Installation) -> None:
    installation.write(2)
    record = json.loads(installation.lines()[-1])
    anchors = installation.folder / "docker.log"
    genuine = format_anchor(Position(1, 2, 0, record["mac"]), installation.key)
    anchors.write_text(f"mcp | hello\nmcp | {genuine}\n")
    assert run_audit("verify", "--anchors", str(anchors)).exit_code == 0
    anchors.write_text(format_anchor(Position(1, 3, 0, record["mac"]), installation.key))
    assert run_audit("verify", "--anchors", str(anchors)).exit_code == 1
    anchors.write_text(genuine.replace('"seq": 2', '"seq": 1'))
    assert run_audit("verify", "--anchors", str(anchors)).exit_code == 2
    anchors.write_text("")
    assert run_audit("verify", "--anchors", str(anchors)).exit_code == 2
    anchors.unlink()
    assert run_audit("verify", "--anchors", str(anchors)).exit_code == 2


def test_query_shows_what_was_asked_for_as_lines_of_json(installation: Installation) -> None:
    installation.write(3)
    with installation.open() as log:
        log.append(PII_ACCESS)
    result = run_audit("query", "--pii", "--tool", "send_mail")
    assert [json.loads(line)["tool_name"] for line in result.stdout.splitlines()] == ["send_mail"]
    assert "1 of 1" in result.stderr
    result = run_audit("query", "--event", "tool_access", "--limit", "2")
    assert [json.loads(line)["seq"] for line in result.stdout.splitlines()] == [4, 3]
    assert "--cursor 3" in result.stderr
    assert run_audit("query", "--event", "nonsense").exit_code == 2


def test_tail_shows_the_newest_records_oldest_first(installation: Installation) -> None:
    installation.write(5)
    result = run_audit("tail", "-n", "2")
    assert [json.loads(line)["seq"] for line in result.stdout.splitlines()] == [4, 5]


def test_a_missing_key_is_told_plainly_by_each_command() -> None:
    for arguments in (["query"], ["tail"], ["rebuild-index"], ["restart-chain", "--reason", "test"]):
        result = run_audit(*arguments)
        assert result.exit_code == 2
        assert "does not exist" in result.stderr


def test_the_index_is_rebuilt(installation: Installation) -> None:
    installation.write(4)
    result = run_audit("rebuild-index")
    assert result.exit_code == 0
    assert "4 records" in result.stdout


def test_a_chain_is_restarted_and_verifies_again(installation: Installation) -> None:
    installation.write(2)
    installation.log.write_bytes(b"")
    assert run_audit("verify").exit_code == 1
    assert run_audit("restart-chain", "--reason", "Not a word").exit_code == 2
    result = run_audit("restart-chain", "--reason", "log-emptied")
    assert result.exit_code == 0
    assert "set-aside-001" in result.stdout
    result = run_audit("verify")
    assert result.exit_code == 0
    assert "note: the chain was begun anew" in result.stdout


def test_a_rotation_of_the_encryption_key_is_audited_before_and_after(installation: Installation) -> None:
    service = EncryptionService(installation.keys / "encryption.key")
    token = service.encrypt("x")
    result = run_keys("rotate", "encryption")
    assert result.exit_code == 0
    assert service.decrypt(token) == "x"
    records = [json.loads(line) for line in installation.lines()]
    assert [(record["event_type"], record["outcome"]) for record in records] == [
        ("key_rotated", "intended"),
        ("key_rotated", "done"),
    ]


def test_without_an_audit_record_no_key_is_changed(installation: Installation) -> None:
    service = EncryptionService(installation.keys / "encryption.key")
    before = (installation.keys / "encryption.key").read_bytes()
    installation.log.mkdir(parents=True)
    result = run_keys("rotate", "encryption")
    assert result.exit_code == 1
    assert "audit" in result.stderr
    assert (installation.keys / "encryption.key").read_bytes() == before
    assert service.encrypt("x")


def test_keys_that_ciphertexts_still_need_are_not_retired(installation: Installation) -> None:
    path = installation.keys / "encryption.key"
    data = installation.folder / "data.txt"
    data.write_text(EncryptionService(path).encrypt("x"))
    foreign = Installation(installation.folder / "foreign")
    with data.open("a") as file:
        file.write(" " + EncryptionService(foreign.keys / "encryption.key").encrypt("y"))
    run_keys("rotate", "encryption")
    result = run_keys("retire", "--scan", str(data), "--yes")
    assert result.exit_code == 1
    assert "(to be dropped): 1 ciphertexts" in result.stdout
    assert "no key of this ring: 1 ciphertexts" in result.stdout
    assert "--force" in result.stderr
    assert len(keyring.load(path).keys) == 2
    assert run_keys("retire", "--scan", str(data), "--yes", "--force").exit_code == 0
    assert len(keyring.load(path).keys) == 1
    assert json.loads(installation.lines()[-1])["details"] == {"keys": 1, "needed_by": 1}


def test_retiring_asks_first(installation: Installation) -> None:
    path = installation.keys / "encryption.key"
    run_keys("rotate", "encryption")
    old = keyring.load(path).keys[1].key_id
    result = run_keys("retire", answer="n\n")
    assert result.exit_code == 1
    assert "cannot be counted" in result.stdout
    assert len(keyring.load(path).keys) == 2
    assert run_keys("retire", "--key", old, answer="y\n").exit_code == 0
    assert len(keyring.load(path).keys) == 1
    result = run_keys("retire")
    assert result.exit_code == 0
    assert "no old key" in result.stdout
