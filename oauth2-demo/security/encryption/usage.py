"""Counts which keys the tokens in files still need, before a key is retired.

Nothing keeps a list of all tokens: they are handed to callers, and Fernet tokens carry no key id. What can be counted
is what lies in files that the operator names; about tokens elsewhere only the operator can know.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.security.encryption.errors import EncryptionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from oauth2_demo.security.encryption.keyring import KeyRing

_TOKEN = re.compile(rb"gAAAA[A-Za-z0-9_-]{93,}={0,2}")
_CHUNK_BYTES = 1 << 20
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-="
# A longer run of letters is cut here, which bounds the memory; as a token it counts as unreadable.
_LONGEST_TOKEN_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class KeyUsage:
    """How many tokens each key opens, by key id, and how many none of them opens."""

    tokens_by_key: Mapping[str, int]
    unreadable: int


def count_usage(ring: KeyRing, paths: Iterable[Path]) -> KeyUsage:
    """Look for Fernet tokens in files and in all files below folders, and find out which key opens each.

    Raises:
        EncryptionError: A file cannot be read, so that the count would be too low.
    """
    counts = Counter({key.key_id: 0 for key in ring.keys})
    unreadable = 0
    for token in _tokens(paths):
        key_id = next((key.key_id for key in ring.keys if key.opens(token)), None)
        if key_id is None:
            unreadable += 1
        else:
            counts[key_id] += 1
    return KeyUsage(dict(counts), unreadable)


def _tokens(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in files:
            try:
                yield from _tokens_in(file)
            except OSError as error:
                raise EncryptionError(f"{file} cannot be read, so nothing can be said: {error.strerror}") from None


def _tokens_in(path: Path) -> Iterator[bytes]:
    rest = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            data = rest + chunk
            # A token may go on in the next chunk, so the letters at the end wait for it.
            whole = data if len(data) > _LONGEST_TOKEN_BYTES else data.rstrip(_ALPHABET)
            rest = data[len(whole) :]
            yield from _TOKEN.findall(whole)
    yield from _TOKEN.findall(rest)
