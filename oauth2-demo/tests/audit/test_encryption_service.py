"""Encryption: Fernet tokens under a ring that is made once, rotated under load and never read when unsafe."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from oauth2_demo.security.encryption import (
    EncryptionError,
    EncryptionService,
    KeyRingError,
    UndecryptableError,
    count_usage,
    keyring,
    retire,
    rotate,
    usage,
)
from oauth2_demo.security.pii import load_patterns

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration


@pytest.fixture
def key_path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "encryption.key"


@pytest.fixture
def service(key_path: Path) -> EncryptionService:
    return EncryptionService(key_path)


@pytest.fixture(scope="module")
def shared_service(tmp_path_factory: pytest.TempPathFactory) -> EncryptionService:
    return EncryptionService(tmp_path_factory.mktemp("shared") / "keys" / "encryption.key")


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_what_was_encrypted_comes_back(shared_service: EncryptionService, text: str) -> None:
    assert shared_service.decrypt(shared_service.encrypt(text)) == text


def test_the_output_is_a_fernet_token_as_it_is(service: EncryptionService, key_path: Path) -> None:
    token = service.encrypt("홍길동 010-1234-5678")
    assert token.startswith("gAAAA")
    assert Fernet(key_path.read_text().strip()).decrypt(token).decode() == "홍길동 010-1234-5678"


def test_the_same_text_gives_another_token_each_time(service: EncryptionService) -> None:
    assert service.encrypt("x") != service.encrypt("x")


def test_half_a_surrogate_pair_is_refused_without_being_shown(service: EncryptionService) -> None:
    with pytest.raises(EncryptionError, match="surrogate") as caught:
        service.encrypt("secret \ud800")
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("change", ["last", "first", "cut", "empty", "foreign", "korean", "not text"])
def test_whatever_cannot_be_decrypted_gives_one_and_the_same_error(
    service: EncryptionService, key_path: Path, change: str
) -> None:
    token = service.encrypt("private text")
    unverified = {
        "last": token[:-4] + ("A" if token[-4] != "A" else "B") + token[-3:],
        "first": "h" + token[1:],
        "cut": token[:60],
        "empty": "",
        "foreign": Fernet(Fernet.generate_key()).encrypt(b"x").decode(),
        "korean": "한글",
        "not text": Fernet(key_path.read_text().strip()).encrypt(b"\xff").decode(),
    }[change]
    with pytest.raises(UndecryptableError) as caught:
        service.decrypt(unverified)
    assert str(caught.value) == (
        "the text cannot be decrypted: it was changed or cut, comes from another installation, or its key was retired"
    )
    assert caught.value.__suppress_context__


def test_the_key_file_is_for_its_owner_only(service: EncryptionService, key_path: Path) -> None:
    assert service.encrypt("x")
    assert stat.S_IMODE(key_path.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o700])
def test_a_key_file_that_others_can_read_is_refused(service: EncryptionService, key_path: Path, mode: int) -> None:
    token = service.encrypt("x")
    key_path.chmod(mode)
    with pytest.raises(KeyRingError, match="chmod 600"):
        EncryptionService(key_path)
    # A running server notices as well.
    with pytest.raises(KeyRingError, match="chmod 600"):
        service.decrypt(token)


def test_a_folder_that_others_can_write_is_refused(service: EncryptionService, key_path: Path) -> None:
    assert service.encrypt("x")
    key_path.parent.chmod(0o777)
    with pytest.raises(KeyRingError, match="chmod 700"):
        EncryptionService(key_path)


@pytest.mark.parametrize("content", ["not a key\n", "\n", "QUJD\n"])
def test_a_file_that_is_no_ring_is_refused_with_the_line_and_without_its_content(key_path: Path, content: str) -> None:
    key_path.parent.mkdir(mode=0o700)
    key_path.write_text(content)
    key_path.chmod(0o600)
    with pytest.raises(KeyRingError, match=r"line 1|no key") as caught:
        EncryptionService(key_path)
    assert content.strip() not in str(caught.value) or not content.strip()


def test_a_ring_that_was_deleted_under_a_running_server_is_an_error_and_not_a_new_key(
    service: EncryptionService, key_path: Path
) -> None:
    key_path.unlink()
    with pytest.raises(KeyRingError, match="backup"):
        service.encrypt("x")
    assert not key_path.exists()


def test_loading_makes_no_key(key_path: Path) -> None:
    with pytest.raises(KeyRingError, match="does not exist"):
        keyring.load(key_path)
    with pytest.raises(KeyRingError):
        retire(key_path, ["0" * 8])
    assert not key_path.exists()


def test_a_rotation_is_used_at_once_and_old_tokens_stay_readable(service: EncryptionService, key_path: Path) -> None:
    old = service.encrypt("old")
    first = key_path.read_text().splitlines()
    rotate(key_path)
    new = service.encrypt("new")
    lines = key_path.read_text().splitlines()
    assert lines[1:] == first
    assert Fernet(lines[0]).decrypt(new) == b"new"
    assert service.decrypt(old) == "old"


def test_a_rotation_that_leaves_no_trace_in_the_time_stamp_is_noticed_before_a_token_is_refused(
    service: EncryptionService, key_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = EncryptionService(key_path)
    monkeypatch.setattr(service, "_signature", lambda: service._loaded[0])
    rotate(key_path)
    assert service.decrypt(other.encrypt("new")) == "new"


def test_rotating_where_there_is_no_ring_makes_one(key_path: Path) -> None:
    key_id = rotate(key_path)
    ring = keyring.load(key_path)
    assert ring.keys[0].key_id == key_id
    assert len(ring.keys) == 2


def test_a_rotation_that_fails_leaves_the_ring_as_it_was(
    service: EncryptionService, key_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = key_path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KeyRingError, match="not rotated"):
        rotate(key_path)
    with pytest.raises(KeyRingError):
        retire(key_path, ["0" * 8])
    monkeypatch.undo()
    assert key_path.read_bytes() == before
    assert list(key_path.parent.iterdir()) == [key_path]
    assert service.decrypt(service.encrypt("x")) == "x"


def test_rotations_under_load_fail_no_call(service: EncryptionService, key_path: Path) -> None:
    services = [service, EncryptionService(key_path), EncryptionService(key_path)]
    old = [service.encrypt(f"old {number}") for number in range(20)]
    rotated = threading.Event()

    def call(number: int) -> str:
        token = services[number % 3].encrypt(f"text {number}")
        # Another server, which may not have noticed the rotation yet.
        assert services[(number + 1) % 3].decrypt(token) == f"text {number}"
        assert services[number % 3].decrypt(old[number % 20]) == f"old {number % 20}"
        return token

    def rotate_often() -> None:
        for _ in range(8):
            rotate(key_path)
        rotated.set()

    with ThreadPoolExecutor(6) as pool:
        rotating = pool.submit(rotate_often)
        tokens = list(pool.map(call, range(1500)))
        rotating.result(timeout=60)
    assert rotated.is_set()
    assert len(keyring.load(key_path).keys) == 9
    newest = Fernet(key_path.read_text().splitlines()[0])
    assert newest.decrypt(service.encrypt("new")) == b"new"
    assert all(service.decrypt(token).startswith("text") for token in tokens)


def test_simultaneous_rotations_lose_no_key(service: EncryptionService, key_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        key_ids = set(pool.map(lambda _: rotate(key_path), range(8)))
    assert service.encrypt("x")
    assert key_ids < {key.key_id for key in keyring.load(key_path).keys}


def test_the_loser_of_a_first_start_goes_on_with_the_key_of_the_winner(
    key_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_key = keyring._new_line
    winners: list[str] = []

    def be_late() -> bytes:
        # Another process is faster between the look at the file and the making of it.
        monkeypatch.setattr(keyring, "_new_line", make_key)
        winners.append(EncryptionService(key_path).encrypt("first"))
        return make_key()

    monkeypatch.setattr(keyring, "_new_line", be_late)
    loser = EncryptionService(key_path)
    assert loser.decrypt(winners[0]) == "first"
    assert len(keyring.load(key_path).keys) == 1


_FIRST_START = """
import sys
from pathlib import Path
from oauth2_demo.security.audit import load_or_create_chain_key
from oauth2_demo.security.encryption import EncryptionService
folder = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
service = EncryptionService(folder / "encryption.key")
print(service.encrypt("first"), load_or_create_chain_key(folder).key_id)
"""


def test_twenty_first_starts_at_once_make_one_key(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", _FIRST_START, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(20)
    ]
    for starter in starters:
        assert starter.stdout is not None
        assert starter.stdout.readline() == "ready\n"
    # All stand before the first look at the file, and are told to go at the same moment.
    for starter in starters:
        assert starter.stdin is not None
        starter.stdin.write("go\n")
        starter.stdin.flush()
    answers = [starter.communicate(timeout=120)[0].split() for starter in starters]
    assert all(starter.returncode == 0 for starter in starters)
    assert len({key_id for _, key_id in answers}) == 1
    assert len((folder / "encryption.key").read_text().splitlines()) == 1
    service = EncryptionService(folder / "encryption.key")
    assert [service.decrypt(token) for token, _ in answers] == ["first"] * 20
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert {path.name for path in folder.iterdir()} == {"encryption.key", "audit_chain.key"}


def test_a_span_says_its_type_and_comes_back_in_its_place(service: EncryptionService) -> None:
    span = service.encrypt_span("phone", "010-1234-5678")
    assert re.fullmatch(r"\[enc:phone:gAAAA[A-Za-z0-9_=-]+\]", span)
    name = service.encrypt_span("korean_name", "홍길동")
    assert service.decrypt_spans(f"[call] {name}: {span}.") == "[call] 홍길동: 010-1234-5678."


def test_a_type_of_the_user_may_be_as_long_as_the_pattern_file_lets_it_be(
    service: EncryptionService, tmp_path: Path
) -> None:
    longest = "a" * 41
    examples: dict[str, list[str]] = {"match": [], "no_match": []}
    body = {"severity": "low", "priority": 1, "patterns": [{"regex": "EMP-[0-9]{6}"}], "examples": examples}
    (tmp_path / "patterns.json").write_text(json.dumps({"version": 1, "types": {longest: body}}))
    (name,) = load_patterns(tmp_path / "patterns.json")
    assert service.decrypt_spans(service.encrypt_span(name, "EMP-123456")) == "EMP-123456"


def test_a_span_that_cannot_be_decrypted_is_told(service: EncryptionService) -> None:
    with pytest.raises(UndecryptableError):
        service.decrypt_spans("[enc:phone:gAAAAAAAA]")
    assert service.decrypt_spans("[enc:phone:none] [enc:Phone:gAAAAAAAA]") == "[enc:phone:none] [enc:Phone:gAAAAAAAA]"


@pytest.mark.parametrize("pii_type", ["", "Phone", "a:b", "a]b", "x" * 42])
def test_a_type_that_is_no_name_is_refused(service: EncryptionService, pii_type: str) -> None:
    with pytest.raises(ValueError, match="snake_case"):
        service.encrypt_span(pii_type, "x")


def test_a_retired_key_is_gone_and_the_others_stay(service: EncryptionService, key_path: Path) -> None:
    old = service.encrypt("old")
    rotate(key_path)
    middle = service.encrypt("middle")
    rotate(key_path)
    newest, second, first = keyring.load(key_path).keys
    assert retire(key_path, [first.key_id]) == (newest.key_id, second.key_id)
    assert service.decrypt(middle) == "middle"
    with pytest.raises(UndecryptableError, match="retired"):
        service.decrypt(old)


def test_the_first_key_and_an_unknown_key_cannot_be_retired(service: EncryptionService, key_path: Path) -> None:
    token = service.encrypt("x")
    with pytest.raises(KeyRingError, match="in use"):
        retire(key_path, [keyring.load(key_path).keys[0].key_id])
    with pytest.raises(KeyRingError, match="holds no key"):
        retire(key_path, ["00000000"])
    assert service.decrypt(token) == "x"


def test_tokens_in_files_are_counted_by_the_key_that_opens_them(
    service: EncryptionService, key_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [service.encrypt("가" * number) for number in (0, 1, 50)]
    rotate(key_path)
    new = service.encrypt_span("phone", "1")
    folder = tmp_path / "data" / "deep"
    folder.mkdir(parents=True)
    (folder / "one").write_text(f"a={old[0]}\nb={old[1]}{'x y' * 100}{new}")
    (folder / "two").write_text(old[2])
    (folder / "three").write_text(Fernet(Fernet.generate_key()).encrypt(b"").decode() + " gAAAA short")
    newest, first = keyring.load(key_path).keys
    # Whatever a chunk cuts is put together again.
    for chunk_bytes in (7, 101, 1 << 20):
        monkeypatch.setattr(usage, "_CHUNK_BYTES", chunk_bytes)
        counted = count_usage(keyring.load(key_path), [tmp_path / "data"])
        assert counted.tokens_by_key == {newest.key_id: 1, first.key_id: 3}
        assert counted.unreadable == 1


def test_a_file_that_cannot_be_read_is_not_counted_as_empty(service: EncryptionService, key_path: Path) -> None:
    assert service.encrypt("x")
    with pytest.raises(EncryptionError, match="nothing can be said"):
        count_usage(keyring.load(key_path), [key_path.parent / "missing"])


def test_a_run_of_letters_without_end_does_not_fill_the_memory(
    service: EncryptionService, key_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usage, "_CHUNK_BYTES", 100)
    monkeypatch.setattr(usage, "_LONGEST_TOKEN_BYTES", 300)
    (tmp_path / "run").write_text("gAAAA" + "x" * 5000 + "\n" + service.encrypt("x"))
    assert sum(count_usage(keyring.load(key_path), [tmp_path / "run"]).tokens_by_key.values()) == 1


def test_keys_are_shown_by_nothing(service: EncryptionService, key_path: Path) -> None:
    ring = keyring.load(key_path)
    secret = key_path.read_text().strip()
    assert secret not in repr(ring)
    assert secret not in repr(service)
    assert ring.keys[0].key_id in repr(ring)
