"""Small draws that the makers of values share."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Maker = Callable[[random.Random], str]

ALNUM = string.ascii_letters + string.digits


def marked(code: str, value: str) -> str:
    """The value in the notation of the corpus, labelled."""
    return f"⟦{code}:{value}⟧"


def digits(rng: random.Random, count: int, first: str = string.digits) -> str:
    """A run of digits."""
    return rng.choice(first) + "".join(rng.choices(string.digits, k=count - 1))


def letters(rng: random.Random, count: int, alphabet: str = ALNUM) -> str:
    """A run of characters of an alphabet."""
    return "".join(rng.choices(alphabet, k=count))


def often(rng: random.Random, *pairs: tuple[int, str]) -> str:
    """One of several texts, each with its weight."""
    return rng.choices([text for _, text in pairs], [weight for weight, _ in pairs])[0]


def grouped(run: str, sizes: tuple[int, ...], separator: str) -> str:
    """A run cut into groups."""
    parts, position = [], 0
    for size in sizes:
        parts.append(run[position : position + size])
        position += size
    return separator.join(parts)
