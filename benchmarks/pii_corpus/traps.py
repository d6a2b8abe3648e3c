"""Ways a value is disguised: typography that copying leaves behind, and obfuscation by people."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\u00a0\u2009\u202f\u2003\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_FILLERS = "\u3164\u115f\u1160\uffa0"
_SPOKEN = dict(zip("0123456789", "공일이삼사오육칠팔구", strict=True))


def _inject(rng: random.Random, value: str, signs: str) -> str:
    for _ in range(rng.choice((1, 1, 2))):
        at = rng.randint(1, len(value) - 1)
        value = value[:at] + rng.choice(signs) + value[at:]
    return value


def fullwidth(_rng: random.Random, value: str) -> str:
    """ASCII to its full-width twin, spaces kept."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)


def fullwidth_digits(_rng: random.Random, value: str) -> str:
    """Digits only."""
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789" else c for c in value)


def fullwidth_at(_rng: random.Random, value: str) -> str:
    """The at sign of an input method."""
    return value.replace("@", "＠")


def dash(rng: random.Random, value: str) -> str:
    """One odd dash throughout."""
    return value.replace("-", rng.choice(_DASHES))


def vowel_dash(_rng: random.Random, value: str) -> str:
    """The Hangul vowel typed for a dash."""
    return value.replace("-", "ㅡ")


def space(rng: random.Random, value: str) -> str:
    """An unusual space in place of each separator."""
    return re.sub(r"[- ]", rng.choice(_SPACES), value)


def zero_width(rng: random.Random, value: str) -> str:
    """Invisible characters, as chat exports leave them."""
    return _inject(rng, value, _INVISIBLE)


def soft_hyphen(rng: random.Random, value: str) -> str:
    """The hyphen of justified text."""
    return _inject(rng, value, "\u00ad")


def filler(rng: random.Random, value: str) -> str:
    """Hangul fillers."""
    return _inject(rng, value, _FILLERS)


def nfd(_rng: random.Random, value: str) -> str:
    """Decomposed Hangul, as macOS names files."""
    return unicodedata.normalize("NFD", value)


def wide_dots(_rng: random.Random, value: str) -> str:
    """The full stop of an input method."""
    return value.replace(".", "．")


def spaced_digits(_rng: random.Random, value: str) -> str:
    """A space after each digit."""
    return " ".join(c for c in value if c not in " -")


def circled(_rng: random.Random, value: str) -> str:
    """Digits in circles."""
    return "".join("⓪" if c == "0" else chr(0x245F + int(c)) if c in "123456789" else c for c in value)


def spoken(_rng: random.Random, value: str) -> str:
    """Digits spelt out in Hangul."""
    return "".join(_SPOKEN.get(c, c) for c in value)


def letters(_rng: random.Random, value: str) -> str:
    """O for nought and l for one."""
    return value[:4] + value[4:].replace("0", "O").replace("1", "l")


def at_words(rng: random.Random, value: str) -> str:
    """``[at]`` and ``(dot)``."""
    at, dot = rng.choice(
        ((" [at] ", "."), ("(at)", "(dot)"), (" at ", " dot "), ("골뱅이", "."), ("[at]", "[dot]"), (" 골뱅이 ", "."))
    )
    local, _, domain = value.partition("@")
    return local + at + domain.replace(".", dot)


def at_spaces(_rng: random.Random, value: str) -> str:
    """Spaces around the at sign."""
    return value.replace("@", " @ ")


def percent(_rng: random.Random, value: str) -> str:
    """URL encoding."""
    return value.replace("@", "%40").replace("+", "%2B")


def escaped(_rng: random.Random, value: str) -> str:
    r"""JSON escapes: ``\u0030``."""
    return "".join(f"\\u{ord(c):04x}" for c in value)


def tagged(_rng: random.Random, value: str) -> str:
    """Mark-up inside a value."""
    half = len(value) // 2
    return f"{value[:half]}<wbr>{value[half:]}"


_Trap = Callable[[random.Random, str], str]
_NUMBERS = frozenset({"phone", "ssn", "credit_card"})
_MAIL = frozenset({"email"})
_NAME = frozenset({"korean_name"})
UNICODE: tuple[tuple[_Trap, frozenset[str]], ...] = (
    (fullwidth, _NUMBERS | _MAIL),
    (fullwidth_digits, _NUMBERS),
    (fullwidth_at, _MAIL),
    (wide_dots, _MAIL),
    (dash, _NUMBERS),
    (vowel_dash, _NUMBERS),
    (space, _NUMBERS),
    (zero_width, _NUMBERS | _MAIL | _NAME),
    (soft_hyphen, _NUMBERS | _MAIL | _NAME),
    (filler, _NUMBERS | _NAME),
    (nfd, _NAME),
)
OBFUSCATION: tuple[tuple[_Trap, frozenset[str]], ...] = (
    (spaced_digits, _NUMBERS),
    (circled, _NUMBERS),
    (spoken, frozenset({"phone"})),
    (letters, frozenset({"phone"})),
    (at_words, _MAIL),
    (at_spaces, _MAIL),
    (percent, _MAIL),
    (escaped, _NUMBERS | _NAME),
    (tagged, _NUMBERS | _MAIL),
)
