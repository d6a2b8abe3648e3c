"""What typography, keyboards and file systems make of a value that stays readable."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_DASHES = "‐‑‒–—−－﹣"
_SPACES = "\u00a0\u2002\u2003\u2009\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


def _full(char: str) -> str:
    return chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char


def full_width(_rng: random.Random, text: str) -> str:
    """Every ASCII character in its wide form."""
    return "".join(map(_full, text))


def full_width_digits(_rng: random.Random, text: str) -> str:
    """Digits only, the rest as typed."""
    return "".join(_full(c) if c.isdigit() else c for c in text)


def zero_width(rng: random.Random, text: str) -> str:
    """One or two characters nobody sees."""
    for _ in range(rng.choice((1, 1, 2))):
        at = rng.randrange(1, len(text))
        text = text[:at] + rng.choice(_INVISIBLE) + text[at:]
    return text


def odd_dashes(rng: random.Random, text: str) -> str:
    """A word processor's dash for the typist's."""
    return text.replace("-", rng.choice(_DASHES))


def odd_spaces(rng: random.Random, text: str) -> str:
    """Spaces of another width."""
    separator = rng.choice(_SPACES)
    return text.replace(" - ", "-").replace("-", separator).replace(" ", separator)


def vowel_dash(_rng: random.Random, text: str) -> str:
    """The Korean vowel that looks like a dash."""
    return text.replace("-", "ㅡ")


def wide_at(rng: random.Random, text: str) -> str:
    """The at sign of East Asian keyboards."""
    return text.replace("@", rng.choice("＠﹫"))


def decomposed(_rng: random.Random, text: str) -> str:
    """Hangul as macOS writes file names."""
    return unicodedata.normalize("NFD", text)


BY_TYPE: dict[str, tuple[Callable[[random.Random, str], str], ...]] = {
    "phone": (full_width, full_width_digits, zero_width, odd_dashes, odd_dashes, odd_spaces, vowel_dash),
    "ssn": (full_width, full_width_digits, zero_width, odd_dashes, odd_dashes),
    "credit_card": (full_width, full_width_digits, zero_width, odd_dashes, odd_spaces),
    "email": (full_width, zero_width, wide_at),
    "korean_name": (decomposed, decomposed, zero_width),
}
