"""Texts inside a text: runs of base64, base32, hexadecimal and percent-encoding (RFC 4648, RFC 3986).

Whoever wants personal data out past a scanner encodes it. What decodes to readable text is scanned like any text;
what does not is a digest, a picture or an identifier and is left alone.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHORTEST_RUN = 12
# Every expression is one character class repeated, or such runs with a separator that is not in the class: linear.
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*={0,2}")
_BASE64_PART = re.compile(r"[A-Za-z0-9+_-]{12,}={0,2}")
_BASE32 = re.compile(r"[A-Z2-7]{16,}={0,6}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}[ :]?){7,}[0-9A-Fa-f]{2}")
_PERCENT = re.compile(r"[^\s\"'<>&?;,]+")
_READABLE_CONTROLS = str.maketrans("", "", "\r\n\t")


@dataclass(frozen=True, slots=True)
class EncodedRun:
    """A part of a text that decodes to readable text.

    Attributes:
        start: Where the run begins, in code points.
        end: Where it ends, exclusive.
        decoded: What it says.
        encoding: `base64`, `base32`, `hex` or `percent`.
    """

    start: int
    end: int
    decoded: str
    encoding: str


def find_encoded(text: str) -> Iterator[EncodedRun]:
    """Give every run in `text` that decodes to readable text; runs of different encodings may overlap."""
    if "%" in text:
        yield from _runs(text, _PERCENT, _percent, "percent")
    if len(text) < _SHORTEST_RUN:
        return
    yield from _runs(text, _HEX, _hex, "hex")
    yield from _runs(text, _BASE64, _base64, "base64")
    yield from _runs(text, _BASE32, _base32, "base32")


def _runs(
    text: str, shape: re.Pattern[str], decode: Callable[[str], bytes | None], encoding: str
) -> Iterator[EncodedRun]:
    for run in shape.finditer(text):
        decoded = _readable(decode(run.group()))
        if decoded is not None:
            yield EncodedRun(run.start(), run.end(), decoded, encoding)
        elif encoding == "base64":
            yield from _base64_parts(run)


def _base64_parts(run: re.Match[str]) -> Iterator[EncodedRun]:
    """The decodable parts of a run that is none as a whole: `/` and line ends also stand between words."""
    for part in _BASE64_PART.finditer(run.group()):
        decoded = _readable(_base64(part.group()))
        if decoded is not None:
            yield EncodedRun(run.start() + part.start(), run.start() + part.end(), decoded, "base64")


def _readable(raw: bytes | None) -> str | None:
    """The text of `raw`: UTF-8, or the Korean Windows code page, and printable."""
    if not raw:
        return None
    for codec in ("utf-8", "cp949"):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if text.translate(_READABLE_CONTROLS).isprintable():
            return text
    return None


def _percent(run: str) -> bytes | None:
    if "%" not in run:
        return None
    decoded = unquote_to_bytes(run.replace("+", " "))
    return None if decoded == run.encode("utf-8", "surrogatepass") else decoded


def _hex(run: str) -> bytes:
    return bytes.fromhex(run.replace(":", " "))


def _base64(run: str) -> bytes | None:
    body = "".join(run.split()).rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
    except binascii.Error:
        return None


def _base32(run: str) -> bytes | None:
    body = run.rstrip("=")
    try:
        return base64.b32decode(body + "=" * (-len(body) % 8))
    except binascii.Error:
        return None
