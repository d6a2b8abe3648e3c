"""Opens the storage that a database URL names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from oauth2_demo.storage.memory import MemoryStorage
from oauth2_demo.storage.sqlite import SqliteStorage

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.storage.ports import Storage

_SQLITE_PREFIX = "sqlite:///"
_MEMORY_URL = "memory:"


class StorageUrlError(ValueError):
    """The URL names no storage that there is. The text says which there are, and shows no password."""


def open_storage(url: str, clock: Callable[[], float]) -> Storage:
    """Open a storage.

    Args:
        url: `sqlite:///relative/path`, `sqlite:////absolute/path` or `memory:`.
        clock: Seconds since 1970.

    Raises:
        StorageUrlError: Nothing here fits the URL.
        UnavailableError: The storage cannot be opened.
    """
    if url == _MEMORY_URL:
        return MemoryStorage(clock)
    if url.startswith(_SQLITE_PREFIX) and url != _SQLITE_PREFIX:
        return SqliteStorage(Path(unquote(url.removeprefix(_SQLITE_PREFIX))), clock)
    scheme = url.partition(":")[0]
    raise StorageUrlError(f"no storage for {scheme!r} URLs: use {_SQLITE_PREFIX}PATH, or {_MEMORY_URL} for a test")
