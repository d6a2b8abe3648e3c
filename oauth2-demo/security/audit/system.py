"""The calls to the operating system that the log depends on, in one place, so that tests can let each of them fail."""

from __future__ import annotations

import contextlib
import fcntl
import os
import sys
from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from pathlib import Path

FILE_MODE = 0o640
FOLDER_MODE = 0o750
# EX_IOERR of sysexits.h.
EXIT_DISK_FAILED = 74


class System(Protocol):
    """What the log asks of the kernel. Every method raises `OSError` as its `os` function does."""

    def open(self, path: Path, flags: int) -> int: ...
    def write(self, descriptor: int, data: bytes) -> int: ...
    def pwrite(self, descriptor: int, data: bytes, offset: int) -> int: ...
    def pread(self, descriptor: int, length: int, offset: int) -> bytes: ...
    def truncate(self, descriptor: int, size: int) -> None: ...
    def sync_data(self, descriptor: int) -> None: ...
    def sync_folder(self, folder: Path) -> None: ...
    def rename(self, source: Path, target: Path) -> None: ...
    def try_lock(self, descriptor: int) -> bool: ...
    def unlock(self, descriptor: int) -> None: ...
    def die(self, message: str) -> NoReturn: ...


class LinuxSystem:
    """The real one."""

    def open(self, path: Path, flags: int) -> int:
        # A symbolic link planted in the log folder would send records elsewhere.
        return os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, FILE_MODE)

    def write(self, descriptor: int, data: bytes) -> int:
        return os.write(descriptor, data)

    def pwrite(self, descriptor: int, data: bytes, offset: int) -> int:
        return os.pwrite(descriptor, data, offset)

    def pread(self, descriptor: int, length: int, offset: int) -> bytes:
        return os.pread(descriptor, length, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        os.ftruncate(descriptor, size)

    def sync_data(self, descriptor: int) -> None:
        os.fdatasync(descriptor)

    def sync_folder(self, folder: Path) -> None:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def rename(self, source: Path, target: Path) -> None:
        source.rename(target)

    def try_lock(self, descriptor: int) -> bool:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def unlock(self, descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    def die(self, message: str) -> NoReturn:
        """End the process at once: no handler, no second fsync, no answer may follow."""
        with contextlib.suppress(OSError):
            os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, f"{message}\n".encode())
        os._exit(EXIT_DISK_FAILED)


LINUX = LinuxSystem()
