"""Secret files that exactly one process creates, that are never half written and never wider than 0600.

"Load or generate" as commonly written ended 11 of 20 simultaneous first starts with two keys. Here a file is written
under a temporary name, made durable and then linked to its name: `link` fails when the name is taken, so there is one
winner, and everyone else reads what the winner wrote.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import secrets
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
# What containers have made belongs to them; whoever then starts a server by hand reads this.
OTHER_OWNER = "run this as the user whom it belongs to, or let the containers run as you (MCP_UID in .env.example)"
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


class KeyFileError(Exception):
    """A secret file is missing, unsafe or unusable. The text says what to do and never holds the content."""


def load_or_create(path: Path, make: Callable[[], bytes]) -> bytes:
    """Read the secret at `path`; when there is none, create it from `make()` unless another process is faster.

    Args:
        path: Where the secret lies. Its folder is made with mode 0700 when it is missing.
        make: Gives the bytes of a new secret. Called only when there is no file; its result may be thrown away when
            another process wins the race.

    Raises:
        KeyFileError: The file is wider than 0600, empty or unreadable, or its folder is writable by others.
    """
    with contextlib.suppress(FileNotFoundError):
        return _read(path)
    with _told_plainly(path, "created"):
        path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        _tighten_fresh_folder(path.parent)
        _check_folder(path.parent)
        temporary = _write_temporary(path, make())
        try:
            # Fails when the name is taken: the loser of the race goes on with the winner's secret.
            with contextlib.suppress(FileExistsError):
                os.link(temporary, path)
        finally:
            temporary.unlink()
        _sync_folder(path.parent)
    return load(path)


def load(path: Path) -> bytes:
    """Read the secret at `path`.

    Raises:
        KeyFileError: There is none, or it is wider than 0600, empty or unreadable, or its folder is writable by others.
    """
    try:
        return _read(path)
    except FileNotFoundError:
        raise KeyFileError(f"{path} does not exist") from None


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the secret at `path` in one step: a reader sees the old bytes or the new ones.

    Whoever reads, changes and replaces does so under `exclusive`, or two of them lose one change.

    Raises:
        KeyFileError: The folder is writable by others, or the file cannot be written.
    """
    with _told_plainly(path, "replaced"):
        _check_folder(path.parent)
        temporary = _write_temporary(path, data)
        try:
            temporary.rename(path)
        except OSError:
            temporary.unlink()
            raise
        _sync_folder(path.parent)


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Keep other processes that use `exclusive` on the folder of `path` out until the block ends."""
    descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def check_mode(path: Path) -> None:
    """Refuse a secret that others can read, and a folder in which others can put their own secret in its place.

    Raises:
        KeyFileError: With the command that repairs it.
    """
    try:
        _check_file(path, path.stat())
    except FileNotFoundError:
        raise KeyFileError(f"{path} does not exist") from None
    _check_folders(path)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # The mode of the open file, not of the name: nothing can be swapped between check and use.
            _check_file(path, os.fstat(file.fileno()))
            _check_folders(path)
            content = file.read()
    except FileNotFoundError:
        raise
    except PermissionError as error:
        raise KeyFileError(f"{path} cannot be read: {error.strerror}; {OTHER_OWNER}") from None
    except OSError as error:
        raise KeyFileError(f"{path} cannot be read: {error.strerror}") from None
    if not content:
        raise KeyFileError(f"{path} is empty: restore it from a backup, or delete it to have a new one made")
    return content


def _check_file(path: Path, status: os.stat_result) -> None:
    mode = stat.S_IMODE(status.st_mode)
    if not stat.S_ISREG(status.st_mode):
        raise KeyFileError(f"{path} is not a regular file")
    if mode & ~_FILE_MODE:
        raise KeyFileError(f"{path} has mode {mode:04o}, which is wider than 0600; run: chmod 600 {path}")


def _check_folders(path: Path) -> None:
    _check_folder(path.parent)
    if path.is_symlink():
        # Whoever can write where the link leads can replace the secret there.
        _check_folder(path.resolve().parent)


def _check_folder(folder: Path) -> None:
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & _WRITABLE_BY_OTHERS:
        raise KeyFileError(f"{folder} has mode {mode:04o}: others can replace the keys in it; run: chmod 700 {folder}")


def _tighten_fresh_folder(folder: Path) -> None:
    """Take group write from a folder of ours that holds no key yet.

    A clone made under umask 002, the default of several distributions, has such folders, and a first start should
    not end there. A folder that everyone can write is refused all the same, and so is one that already holds keys.
    """
    status = folder.stat()
    # A folder that is right already stays untouched: chmod would drop setgid from one whose group is not ours.
    if status.st_uid != os.geteuid() or status.st_mode & _WRITABLE_BY_OTHERS != stat.S_IWGRP:
        return
    if all(entry.name.startswith(".") for entry in folder.iterdir()):
        folder.chmod(stat.S_IMODE(status.st_mode) & ~stat.S_IWGRP)


def _write_temporary(path: Path, data: bytes) -> Path:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, _FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        temporary.unlink()
        raise
    return temporary


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, as the file's own fsync does not."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _told_plainly(path: Path, verb: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = {
            errno.EACCES: f"; make {path.parent} writable for this user",
            errno.EROFS: f"; {path.parent} is mounted read-only",
            errno.ENOSPC: "; free some space first",
        }.get(error.errno or 0, "")
        raise KeyFileError(f"{path} cannot be {verb}: {error.strerror}{hint}") from None
