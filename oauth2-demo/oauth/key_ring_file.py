"""The key ring on disk: created once, re-read when it changes, rotated without a restart."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from oauth2_demo import key_files
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.keys import KeyFormatError, KeyRing, SigningAlg, load_ring, new_jwk, read_jwks, write_jwks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIGNING_KEYS_FILE = "jwt_signing.json"
_CHECK_INTERVAL_S = 1.0


def rotate_signing_key(path: Path, alg: SigningAlg) -> str:
    """Put a new key in front of the ring; the old ones go on verifying. Returns the new `kid`.

    Raises:
        KeyFileError: The file is missing or unsafe, or holds no usable ring.
    """
    new = new_jwk(alg)
    with key_files.exclusive(path):
        old = _ring(path, key_files.load(path))[1]
        key_files.replace(path, write_jwks([new, *old]))
    return new["kid"]


class KeyRingFile:
    """Gives the ring in force.

    Looks at the file at most once a second, and at once when a token names a key that is not known yet: a key that
    another process has just rotated in verifies from its first token.
    """

    def __init__(self, path: Path, alg: SigningAlg, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Open or create the ring.

        Args:
            path: The JWK set.
            alg: What the first key must be for; a ring that begins with another algorithm gets a new first key.
            monotonic: A clock in seconds that never goes back.

        Raises:
            KeyFileError: The file or its folder is unsafe, or it holds no usable ring.
        """
        self._path = path
        self._monotonic = monotonic
        ring, _ = _ring(path, key_files.load_or_create(path, lambda: write_jwks([new_jwk(alg)])))
        if ring.signing.alg != alg:
            rotate_signing_key(path, alg)
        self._stamp = self._file_stamp()
        self._ring, _ = _ring(path, key_files.load(path))
        self._checked_at = monotonic()

    def current(self) -> KeyRing:
        """The ring in force.

        Raises:
            UnavailableError: The file changed and is now missing, unsafe or malformed. A ring that an operator
                withdrew must not go on signing because its successor has a mistake in it.
        """
        now = self._monotonic()
        if now - self._checked_at >= _CHECK_INTERVAL_S:
            self.reread()
            self._checked_at = now
        return self._ring

    def reread(self) -> KeyRing:
        """Look at the file now. Raises as `current`."""
        stamp = self._file_stamp()
        if stamp != self._stamp:
            try:
                self._ring, _ = _ring(self._path, key_files.load(self._path))
            except key_files.KeyFileError as error:
                raise UnavailableError(str(error)) from None
            self._stamp = stamp
        return self._ring

    def _file_stamp(self) -> tuple[int, int, int, int]:
        try:
            status = self._path.stat()
        except OSError as error:
            raise UnavailableError(f"{self._path} cannot be read: {error.strerror}") from None
        return status.st_ino, status.st_size, status.st_mtime_ns, status.st_mode


def _ring(path: Path, text: bytes) -> tuple[KeyRing, list[dict[str, str]]]:
    try:
        return load_ring(text), read_jwks(text)
    except KeyFormatError as error:
        raise key_files.KeyFileError(f"{path} {error}; restore it from a backup or move it away") from None
