"""What may stand in a record: names in clear, everything else as a keyed hash, nothing free.

A tool name can be chosen by an attacker, a client id can be somebody's phone number. Text is therefore kept in clear
only when it is made of words like the names that programmers give; a word with digits inside, a long number, an
address, Hangul, white space or a control character never is. What does not fit is kept as HMAC-SHA256 under a key of
this installation: it can still be matched, and a bare hash of a phone number would be a list of 10^8 tries.
"""

from __future__ import annotations

import hmac
import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.security.audit.events import Scalar

HASH_PREFIX = "h:"
MAX_DETAILS = 24
REFUSED_KEY = "fields_refused"
_MAX_NAME_CHARS = 64
# A date of birth has 6 digits, the shortest number that is private.
_MAX_DIGITS = 5
_MAX_NUMBER = 10_000_000
_MAX_CACHED_NAMES = 4096
_MAX_CACHED_KEYS = 256
_HASH_BYTES = 16

# A word is letters, a few digits only at its end; base64 and hexadecimal text mixes them and does not fit.
# Each character has one place to go: a nested repeat here took minutes on 63 letters.
_WORD = r"(?:[A-Z]{0,3}[a-z]+(?:[A-Z]{1,3}[a-z]+)*[0-9]{0,3}|[A-Z]{1,16}[0-9]{0,3})"
_NAME = re.compile(rf"/?\.?{_WORD}(?:[._:/,-]{{1,2}}(?:{_WORD}|[0-9]{{1,4}})){{0,11}}", re.ASCII)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|[0-9a-f]{32}", re.ASCII)
_UUID_CHARS = frozenset({32, 36})
_DETAIL_KEY = re.compile(r"[a-z]+[0-9]{0,2}(?:_[a-z]+[0-9]{0,2}){0,7}", re.ASCII)
_MAX_KEY_CHARS = 32
# People look for this word and `true` behind it, so it stands in a record only once.
_RESERVED_WORD = "contains_pii"


class FieldGuard:
    """Turns values into JSON text that is safe to store. Safe for threads: a lost cache entry is computed again."""

    def __init__(self, match_key: bytes) -> None:
        self._match_key = match_key
        self._cache: dict[str, str] = {}
        self._detail_keys: dict[str, str] = {}

    def text(self, value: str) -> str:
        """What is stored for `value`: itself when it is a name or a UUID, else its keyed hash.

        Queries pass their filters through here, so that they find what was hashed.
        """
        return value if _is_name(value) or _UUID.fullmatch(value) else self.pseudonym(value)

    def pseudonym(self, value: str) -> str:
        """The keyed hash of `value`: the same for the same text in one installation, and of no use in another."""
        digest = hmac.digest(self._match_key, value.encode("utf-8", "surrogatepass"), "sha256")
        return f"{HASH_PREFIX}{digest[:_HASH_BYTES].hex()}"

    def text_json(self, value: str | None) -> str:
        """`text` as JSON, with `null` for `None`."""
        if value is None:
            return "null"
        piece = self._cache.get(value)
        if piece is None:
            # Each request brings new identifiers: kept in the cache, they would push the names out.
            if len(value) in _UUID_CHARS and _UUID.fullmatch(value):
                return f'"{value}"'
            # Nothing that passed `text` needs an escape.
            piece = f'"{self.text(value)}"'
            if len(self._cache) >= _MAX_CACHED_NAMES:
                self._cache.clear()
            if len(value) <= _MAX_NAME_CHARS:
                self._cache[value] = piece
        return piece

    def details_json(self, details: Mapping[str, Scalar]) -> str:
        """`details` as JSON. A field that does not fit is left out and counted under `fields_refused`."""
        if not details:
            return "{}"
        pieces: list[str] = []
        refused = 0
        for key, value in details.items():
            prefix = self._detail_keys.get(key) or self._new_detail_key(key)
            piece = self._scalar_json(value) if prefix and len(pieces) < MAX_DETAILS else None
            if piece is None:
                refused += 1
            else:
                pieces.append(prefix + piece)
        if refused:
            pieces.append(f'"{REFUSED_KEY}":{refused}')
        return "{" + ",".join(pieces) + "}"

    def _new_detail_key(self, key: str) -> str:
        """The key as it stands before its value, or nothing when it may not stand there."""
        if not _is_detail_key(key):
            return ""
        prefix = f'"{key}":'
        if len(self._detail_keys) < _MAX_CACHED_KEYS:
            self._detail_keys[key] = prefix
        return prefix

    def _scalar_json(self, value: Scalar) -> str | None:
        if isinstance(value, str) or value is None:
            return self.text_json(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        # A number from a caller can be a phone number as well.
        if math.isfinite(value) and abs(value) < _MAX_NUMBER:
            return str(value) if isinstance(value, int) else f"{value:.3f}"
        return None


def count_json(value: int) -> str:
    """A count as JSON, within the same limit as any number in a record."""
    return str(max(0, min(int(value), _MAX_NUMBER - 1)))


def _is_name(value: str) -> bool:
    if len(value) > _MAX_NAME_CHARS or _RESERVED_WORD in value or not _NAME.fullmatch(value):
        return False
    return sum(character.isdigit() for character in value) <= _MAX_DIGITS


def _is_detail_key(key: str) -> bool:
    if len(key) > _MAX_KEY_CHARS or _RESERVED_WORD in key or key == REFUSED_KEY:
        return False
    return bool(_DETAIL_KEY.fullmatch(key))
