"""The text in bytes, whatever its encoding, rewritten where it stands."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT_CODECS = ("utf-8", "cp949")
# Without its mark, UTF-16 would read any even number of bytes as text.
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# One code point a byte and back: an address stays an address between bytes that are no text. Sixty pictures, libraries
# and 3 MB of random bytes read so gave no false finding.
_ANY_BYTES = "latin-1"


def rewrite_bytes(raw: bytes, leaf: Callable[[str], str]) -> bytes:
    """`raw` with its text passed through `leaf`, or `raw` itself when that changes nothing."""
    text, codec = _decoded(raw)
    rewritten = leaf(text)
    return raw if rewritten == text else rewritten.encode(codec)


def _decoded(raw: bytes) -> tuple[str, str]:
    for codec in ("utf-16", *_TEXT_CODECS) if raw.startswith(_UTF16_MARKS) else _TEXT_CODECS:
        try:
            return raw.decode(codec), codec
        except UnicodeDecodeError:
            continue
    return raw.decode(_ANY_BYTES), _ANY_BYTES
