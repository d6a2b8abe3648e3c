"""The word lists of ``words.txt``: one ``name = a|b|c`` a line. Templates use those without an underscore."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_PATH = Path(__file__).parent / "words.txt"


@cache
def word_lists(path: Path = _PATH) -> dict[str, tuple[str, ...]]:
    """Every list of a file by its name."""
    lines = (line.partition(" = ") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: tuple(words.split("|")) for name, _, words in lines}


def words(name: str) -> tuple[str, ...]:
    """One list."""
    return word_lists()[name]


def pick(rng: random.Random, name: str) -> str:
    """A word of a list."""
    return rng.choice(words(name))
