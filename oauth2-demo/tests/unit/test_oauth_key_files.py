"""Secret files: one winner, no half file, no wide mode."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from oauth2_demo import key_files
from oauth2_demo.key_files import KeyFileError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unit


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "secret.key"


def test_the_first_start_makes_a_private_file_in_a_private_folder(path: Path) -> None:
    assert key_files.load_or_create(path, lambda: b"new") == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["secret.key"]


def test_a_second_start_reads_what_the_first_one_made(path: Path) -> None:
    key_files.load_or_create(path, lambda: b"first")
    assert key_files.load_or_create(path, lambda: b"second") == b"first"


def test_the_mode_is_right_under_any_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        key_files.load_or_create(path, lambda: b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_simultaneous_first_starts_agree_on_one_secret(path: Path) -> None:
    with ThreadPoolExecutor(max_workers=16) as executor:
        made = list(executor.map(lambda number: key_files.load_or_create(path, lambda: b"%d" % number), range(64)))
    assert len(set(made)) == 1
    assert path.read_bytes() == made[0]
    assert [entry.name for entry in path.parent.iterdir()] == ["secret.key"]


def test_the_loser_of_the_race_takes_the_secret_of_the_winner(path: Path) -> None:
    def slow() -> bytes:
        key_files.load_or_create(path, lambda: b"winner")
        return b"loser"

    assert key_files.load_or_create(path, slow) == b"winner"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o604, 0o700])
def test_a_file_wider_than_0600_is_refused_with_the_command_that_repairs_it(path: Path, mode: int) -> None:
    key_files.load_or_create(path, lambda: b"new")
    path.chmod(mode)
    with pytest.raises(KeyFileError, match=f"chmod 600 {path}"):
        key_files.load_or_create(path, lambda: b"other")
    with pytest.raises(KeyFileError, match="chmod 600"):
        key_files.check_mode(path)


def test_a_link_is_as_good_as_the_folder_it_leads_to(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    key_files.load_or_create(elsewhere / "secret", lambda: b"x")
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.symlink_to(elsewhere / "secret")
    assert key_files.load(path) == b"x"
    elsewhere.chmod(0o777)
    for use in (key_files.load, key_files.check_mode):
        with pytest.raises(KeyFileError, match="elsewhere has mode 0777"):
            use(path)


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_can_write_is_refused_with_the_command(path: Path, mode: int) -> None:
    key_files.load_or_create(path, lambda: b"new")
    path.parent.chmod(mode)
    for use in (key_files.load, key_files.check_mode, lambda where: key_files.replace(where, b"x")):
        with pytest.raises(KeyFileError, match=f"chmod 700 {path.parent}"):
            use(path)


def test_a_fresh_folder_that_everybody_can_write_is_refused(path: Path) -> None:
    path.parent.mkdir()
    path.parent.chmod(0o777)
    with pytest.raises(KeyFileError, match="chmod 700"):
        key_files.load_or_create(path, lambda: b"new")


def test_a_fresh_clone_made_under_umask_002_is_tightened(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / ".gitkeep").touch()
    path.parent.chmod(0o775)
    assert key_files.load_or_create(path, lambda: b"new") == b"new"
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755


def test_a_group_writable_folder_that_holds_keys_already_is_refused(path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "other.key").touch()
    path.parent.chmod(0o775)
    with pytest.raises(KeyFileError, match="chmod 700"):
        key_files.load_or_create(path, lambda: b"new")


def test_a_read_only_secret_is_fine(path: Path) -> None:
    key_files.load_or_create(path, lambda: b"new")
    path.chmod(0o400)
    key_files.check_mode(path)
    assert key_files.load(path) == b"new"


def test_a_missing_or_empty_secret_says_so(path: Path) -> None:
    with pytest.raises(KeyFileError, match="does not exist"):
        key_files.load(path)
    with pytest.raises(KeyFileError, match="does not exist"):
        key_files.check_mode(path)
    path.parent.mkdir(mode=0o700)
    path.touch(mode=0o600)
    with pytest.raises(KeyFileError, match="is empty"):
        key_files.load_or_create(path, lambda: b"new")


def test_what_is_not_a_file_is_refused(path: Path) -> None:
    path.mkdir(parents=True, mode=0o700)
    with pytest.raises(KeyFileError):
        key_files.load(path)
    with pytest.raises(KeyFileError, match="not a regular file"):
        key_files.check_mode(path)


def test_replacing_keeps_the_mode_and_leaves_nothing_behind(path: Path) -> None:
    key_files.load_or_create(path, lambda: b"old")
    inode = path.stat().st_ino
    key_files.replace(path, b"new")
    assert key_files.load(path) == b"new"
    assert path.stat().st_ino != inode
    assert [entry.name for entry in path.parent.iterdir()] == ["secret.key"]


@pytest.mark.parametrize(
    ("number", "hint"),
    [(errno.ENOSPC, "free some space"), (errno.EACCES, "writable for this user"), (errno.EROFS, "read-only")],
)
@pytest.mark.parametrize("call", ["open", "fsync", "link"])
def test_a_fault_while_creating_is_told_plainly_and_leaves_no_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, hint: str
) -> None:
    path.parent.mkdir(mode=0o700)

    def fail(*_args: object, **_kwargs: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(KeyFileError, match=hint):
        key_files.load_or_create(path, lambda: b"new")
    monkeypatch.undo()
    assert list(path.parent.iterdir()) == []


def test_a_secret_of_another_user_says_how_to_become_allowed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key_files.load_or_create(path, lambda: b"secret")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    # Root may read everything, so a mode would tell these tests nothing.
    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(KeyFileError, match="Permission denied; run this as the user whom it belongs to"):
        key_files.load(path)


def test_a_fault_while_replacing_keeps_the_old_secret(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key_files.load_or_create(path, lambda: b"old")

    def fail(*_args: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(type(path), "rename", fail)
    with pytest.raises(KeyFileError, match="cannot be replaced"):
        key_files.replace(path, b"new")
    monkeypatch.undo()
    assert key_files.load(path) == b"old"
    assert [entry.name for entry in path.parent.iterdir()] == ["secret.key"]


def test_changes_under_exclusive_do_not_get_lost(path: Path) -> None:
    key_files.load_or_create(path, lambda: b"0")

    def count(_: int) -> None:
        with key_files.exclusive(path):
            key_files.replace(path, b"%d" % (int(key_files.load(path)) + 1))

    with ThreadPoolExecutor(max_workers=8) as executor:
        list(executor.map(count, range(40)))
    assert key_files.load(path) == b"40"
