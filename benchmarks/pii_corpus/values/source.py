"""The source of chance and words that every value is drawn from."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from pii_corpus.inventories import World

ALNUM = string.ascii_letters + string.digits


@dataclass(frozen=True)
class Source:
    """Chance and words for one record."""

    rng: random.Random
    world: World

    def digits(self, count: int) -> str:
        """Random digits."""
        return "".join(self.rng.choices(string.digits, k=count))

    def body(self, count: int, alphabet: str = ALNUM) -> str:
        """A random run of ``count`` characters."""
        return "".join(self.rng.choices(alphabet, k=count))

    def birth(self, first: int = 1940, last: int = 2019) -> tuple[int, int, int]:
        """Year, month and a day that every month has."""
        return self.rng.randint(first, last), self.rng.randint(1, 12), self.rng.randint(1, 28)


def josa_fits(text: str, pair: tuple[str, str]) -> str:
    """The particle of ``pair`` (after a consonant, after a vowel) that fits the last syllable of ``text``."""
    last = next((c for c in reversed(text) if c not in "⟧\"')"), " ")
    if not "가" <= last <= "힣":
        return pair[1]
    final = (ord(last) - 0xAC00) % 28
    return pair[1] if final == 0 or (final == 8 and pair[0] == "으로") else pair[0]
