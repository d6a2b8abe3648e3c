"""Encrypts and decrypts text with the newest of a ring of Fernet keys, while the ring changes under it."""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

from cryptography.fernet import InvalidToken

from oauth2_demo.security.encryption import keyring
from oauth2_demo.security.encryption.errors import EncryptionError, KeyRingError, UndecryptableError

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.fernet import MultiFernet

# As long as a type of the user may be called in `pii_patterns.json`.
_TYPE = re.compile(r"[a-z][a-z0-9_]{0,40}", re.ASCII)
_SPAN = re.compile(r"\[enc:(?P<type>[a-z][a-z0-9_]{0,40}):(?P<token>gAAAA[A-Za-z0-9_-]+={0,2})\]", re.ASCII)
_UNDECRYPTABLE = (
    "the text cannot be decrypted: it was changed or cut, comes from another installation, or its key was retired"
)


class EncryptionService:
    """Fernet (AES-128-CBC and HMAC-SHA256) with a ring of keys. Safe for threads and for any number of processes.

    The key file is read again when it changes, and once more before a token is called undecryptable, so a rotation in
    another process costs no call.

    Args:
        key_path: The ring, one key a line, newest first; made with mode 0600 when there is none.

    Raises:
        KeyRingError: The ring is unsafe or unusable.
    """

    def __init__(self, key_path: Path) -> None:
        self._path = key_path
        self._lock = threading.Lock()
        keyring.load_or_create(key_path)
        self._loaded = self._read()

    def encrypt(self, text: str) -> str:
        """Encrypt text of any language.

        Returns:
            A Fernet token as it is (`gAAAA...`).
        """
        return self._current().encrypt(_to_bytes(text)).decode("ascii")

    def decrypt(self, token: str) -> str:
        """Decrypt a token made by `encrypt`.

        Raises:
            UndecryptableError: One and the same for every reason.
            KeyRingError: The ring became unsafe or unusable.
        """
        unverified_token = token.encode("utf-8", "replace")
        try:
            return _to_text(self._current().decrypt(unverified_token))
        except InvalidToken:
            pass
        try:
            # A rotation within the resolution of the file's time stamp would otherwise look like a bad token.
            return _to_text(self._reload().decrypt(unverified_token))
        except InvalidToken:
            raise UndecryptableError(_UNDECRYPTABLE) from None

    def encrypt_span(self, pii_type: str, text: str) -> str:
        """Encrypt one value inside of a text and say what it was: `[enc:phone:gAAAA...]`.

        Raises:
            ValueError: The type is no name in snake_case.
        """
        if not _TYPE.fullmatch(pii_type):
            raise ValueError("the type of a span must be a name in snake_case, such as phone")
        return f"[enc:{pii_type}:{self.encrypt(text)}]"

    def decrypt_spans(self, text: str) -> str:
        """Decrypt every span that `encrypt_span` put into a text; the rest stays as it is.

        Raises:
            UndecryptableError: A span cannot be decrypted; none is.
        """
        return _SPAN.sub(lambda match: self.decrypt(match["token"]), text)

    def _current(self) -> MultiFernet:
        signature, cipher = self._loaded
        return cipher if self._signature() == signature else self._reload()

    def _reload(self) -> MultiFernet:
        with self._lock:
            self._loaded = self._read()
            return self._loaded[1]

    def _read(self) -> tuple[tuple[int, int, int], MultiFernet]:
        # The signature first: a change after it is noticed the next time, a change before it is read now.
        signature = self._signature()
        return signature, keyring.load(self._path).cipher()

    def _signature(self) -> tuple[int, int, int]:
        try:
            status = self._path.stat()
        except OSError as error:
            raise KeyRingError(f"{self._path} cannot be read: {error.strerror}; restore it from a backup") from None
        return status.st_ino, status.st_mtime_ns, status.st_mode


def _to_bytes(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise EncryptionError("the text holds half of a surrogate pair and cannot be encrypted") from None


def _to_text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Bytes that another program encrypted with our key. Nobody learns from the answer that the key was right.
        raise UndecryptableError(_UNDECRYPTABLE) from None
