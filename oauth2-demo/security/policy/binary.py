"""The text in bytes, whatever its encoding, rewritten where it stands."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT_CODECS = ("utf-8", "cp949")
# Without its mark, UTF-16 would read any even number of bytes as text.
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Readable stretches of what is no text: names and comments in pictures and archives; NUL stands between the letters of
# UTF-16. Read as one text, 3 MB of random bytes held an address by chance; in such stretches 32 MB held none.
_STRETCH = re.compile(rb"[\x00\x20-\x7e]{11,}")


def rewrite_bytes(raw: bytes, leaf: Callable[[str], str]) -> bytes:
    """`raw` with its text passed through `leaf`, or `raw` itself when that changes nothing."""
    for codec in ("utf-16", *_TEXT_CODECS) if raw.startswith(_UTF16_MARKS) else _TEXT_CODECS:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        rewritten = leaf(text)
        return raw if rewritten == text else rewritten.encode(codec)
    stretched = _STRETCH.sub(lambda found: leaf(found.group().decode("ascii")).encode(), raw)
    return raw if stretched == raw else stretched
