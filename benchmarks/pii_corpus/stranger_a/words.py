"""The lists of ``words.txt``, by the name in brackets above each.

A section is words with space between them, or one entry a line when its header says ``lines``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    text = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?m)^\[(\w+)\]( lines)?\n", text)[1:]
    return {
        name: tuple(body.strip("\n").split("\n") if by_line else body.split())
        for name, by_line, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }


def listed(name: str) -> tuple[str, ...]:
    """The entries of a list."""
    return _sections()[name]
