"""What the policies need from the outside: a detector, masking, a cipher and the tokens of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Match(Protocol):
    """A piece of personal data in a text; offsets are code points, the end exclusive."""

    @property
    def type(self) -> str:
        """The PII type."""
        ...

    @property
    def value(self) -> str:
        """The text of the span."""
        ...

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        ...


class Detector(Protocol):
    """Finds personal data."""

    def scan_text(self, text: str, /) -> Sequence[Match]:
        """The matches in `text`, in order and without overlaps."""
        ...


class Masking(Protocol):
    """Makes the masked form of one value."""

    def __call__(self, pii_type: str, value: str, /) -> str: ...


class Cipher(Protocol):
    """Encrypts and decrypts text."""

    def encrypt(self, text: str, /) -> str:
        """The Fernet token of `text`."""
        ...

    def encrypt_span(self, pii_type: str, text: str, /) -> str:
        """The mark that stands in a text for an encrypted piece of it: `[enc:type:gAAAA…]`."""
        ...

    def decrypt(self, token: str, /) -> str:
        """The text of a token; raises when this key ring did not make it."""
        ...


class SessionTokens(Protocol):
    """The reversible tokens of one session."""

    def tokenize(self, pii_type: str, value: str, /) -> str:
        """The token that stands for `value` in this session."""
        ...

    def knows(self, token: str, /) -> bool:
        """Whether `token` is alive in this session."""
        ...

    def reveal(self, token: str, /) -> str:
        """The value behind a token that is alive in this session."""
        ...
