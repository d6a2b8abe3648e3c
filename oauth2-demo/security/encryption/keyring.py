"""The file of encryption keys: one Fernet key a line, newest first."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from oauth2_demo import key_files
from oauth2_demo.security.encryption.errors import KeyRingError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ID_LABEL = b"mcp-docker encryption key id"


@dataclass(frozen=True, slots=True)
class RingKey:
    """One key, named by an identifier that tells nothing about it."""

    key_id: str
    secret: bytes = field(repr=False)

    @classmethod
    def parse(cls, line: bytes) -> RingKey:
        """Read one line of the file. Raises `ValueError` when it is no Fernet key."""
        Fernet(line)
        return cls(hmac.digest(line, _ID_LABEL, "sha256").hex()[:8], line)

    def opens(self, token: bytes) -> bool:
        """Whether the token was made with this key."""
        try:
            Fernet(self.secret).decrypt(token)
        except InvalidToken:
            return False
        return True


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys in use: the first encrypts, all decrypt."""

    keys: tuple[RingKey, ...]

    def cipher(self) -> MultiFernet:
        """The keys, ready for use."""
        return MultiFernet([Fernet(key.secret) for key in self.keys])


def load_or_create(path: Path) -> KeyRing:
    """Read the ring; the first process that finds none makes it.

    Raises:
        KeyRingError: The file is wider than 0600, its folder is writable by others, or a line is no key.
    """
    try:
        return _parse(key_files.load_or_create(path, _new_line), path)
    except key_files.KeyFileError as error:
        raise KeyRingError(str(error)) from None


def load(path: Path) -> KeyRing:
    """Read the ring without ever making one.

    Raises:
        KeyRingError: There is none, or it is unsafe or unusable.
    """
    try:
        return _parse(key_files.load(path), path)
    except key_files.KeyFileError as error:
        raise KeyRingError(str(error)) from None


def rotate(path: Path) -> str:
    """Put a new key first. Tokens under the old keys stay readable; running servers notice the change themselves.

    Returns:
        The identifier of the new key.

    Raises:
        KeyRingError: The ring cannot be read or replaced; it is as it was.
    """
    new = RingKey.parse(Fernet.generate_key())
    try:
        load_or_create(path)
        with key_files.exclusive(path):
            _replace(path, (new, *load(path).keys))
    except (key_files.KeyFileError, OSError) as error:
        raise KeyRingError(f"the encryption key was not rotated: {error}") from None
    return new.key_id


def retire(path: Path, key_ids: Iterable[str]) -> tuple[str, ...]:
    """Drop old keys for good. What they encrypted cannot be read by anyone from now on.

    Returns:
        The identifiers of the keys that are left.

    Raises:
        KeyRingError: An identifier is unknown or names the first key; nothing was dropped.
    """
    wanted = set(key_ids)
    try:
        with key_files.exclusive(path):
            ring = load(path)
            unknown = wanted - {key.key_id for key in ring.keys}
            if unknown:
                raise KeyRingError(f"{path} holds no key {', '.join(sorted(unknown))}")
            if ring.keys[0].key_id in wanted:
                raise KeyRingError("the first key is in use; run `mcp-docker keys rotate encryption` before")
            left = tuple(key for key in ring.keys if key.key_id not in wanted)
            _replace(path, left)
    except (key_files.KeyFileError, OSError) as error:
        raise KeyRingError(f"no key was retired: {error}") from None
    return tuple(key.key_id for key in left)


def _replace(path: Path, keys: tuple[RingKey, ...]) -> None:
    key_files.replace(path, b"".join(key.secret + b"\n" for key in keys))


def _new_line() -> bytes:
    return Fernet.generate_key() + b"\n"


def _parse(content: bytes, path: Path) -> KeyRing:
    keys = []
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            keys.append(RingKey.parse(line.strip()))
        except ValueError:
            raise KeyRingError(f"{path}, line {number}: not a Fernet key; restore the file from a backup") from None
    if not keys:
        raise KeyRingError(f"{path} holds no key; restore it from a backup")
    return KeyRing(tuple(keys))
