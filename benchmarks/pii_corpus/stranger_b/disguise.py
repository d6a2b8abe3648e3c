"""What typography and habit do to values: odd digits, dashes, spaces, invisible characters, letters taken apart."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from pii_corpus.markup import CORE_TYPES, Segment

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Disguise = Callable[[random.Random, str], str]

_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u3000"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_DIGIT_TYPES = frozenset({"phone", "ssn", "credit_card"})


def _full_width(rng: random.Random, value: str) -> str:
    kept = "" if rng.random() < 0.5 else "-@."
    return "".join(c if c in kept else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)


def _odd_dashes(rng: random.Random, value: str) -> str:
    dash = rng.choice(_DASHES)
    return value.replace("-", dash)


def _odd_spaces(rng: random.Random, value: str) -> str:
    space = rng.choice(_SPACES)
    return value.replace(" ", space) if " " in value else value.replace("-", space)


def _invisible(rng: random.Random, value: str) -> str:
    char = rng.choice(_INVISIBLE)
    for position in sorted(rng.sample(range(1, len(value)), min(len(value) - 1, rng.randint(1, 3))), reverse=True):
        value = value[:position] + char + value[position:]
    return value


def _decomposed(_rng: random.Random, value: str) -> str:
    return unicodedata.normalize("NFD", value)


_FOR_DIGITS: tuple[Disguise, ...] = (_full_width, _full_width, _odd_dashes, _odd_dashes, _odd_spaces, _invisible)
_FOR_NAMES: tuple[Disguise, ...] = (_decomposed, _decomposed, _invisible)
_FOR_MAIL: tuple[Disguise, ...] = (_full_width, _invisible)


def disguise(rng: random.Random, segments: list[Segment]) -> list[Segment]:
    """Every core value of a record in some disguise; the same list when it has none."""
    return [
        replace(s, text=_disguised(rng, s.type, s.text)) if s.type in CORE_TYPES and not s.optional else s
        for s in segments
    ]


def _disguised(rng: random.Random, kind: str | None, value: str) -> str:
    choices = _FOR_DIGITS if kind in _DIGIT_TYPES else _FOR_NAMES if kind == "korean_name" else _FOR_MAIL
    changed = rng.choice(choices)(rng, value)
    return _invisible(rng, value) if changed == value else changed


def squeezed(rng: random.Random, segments: list[Segment]) -> list[Segment]:
    """The space lost between a number and the Hangul beside it, as hurried people type."""
    out = list(segments)
    for index, segment in enumerate(segments):
        if segment.type not in _DIGIT_TYPES or rng.random() > 0.5:
            continue
        before, after = index - 1, index + 1
        if before >= 0 and out[before].type is None and _ends_hangul(out[before].text[:-1]):
            out[before] = replace(out[before], text=out[before].text.removesuffix(" "))
        if after < len(out) and out[after].type is None and _ends_hangul(out[after].text[1:2]):
            out[after] = replace(out[after], text=out[after].text.removeprefix(" "))
    return out


def _ends_hangul(text: str) -> bool:
    return "가" <= text[-1:] <= "힣"
