"""Which digits an expression can begin with, so that a number is not tried against rules that cannot be its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALL = frozenset("0123456789")


def first_digits(regex: str) -> frozenset[str]:
    """Return the digits that a match may begin with; all of them where the expression is not plain enough to say."""
    parser = getattr(re, "_parser")  # noqa: B009 - the standard library's own parser, under its name since 3.11
    found, may_be_empty = _of_sequence(parser.parse(regex))
    return ALL if may_be_empty else found


def _of_sequence(nodes: Iterable[Sequence[object]]) -> tuple[frozenset[str], bool]:
    found: frozenset[str] = frozenset()
    for node in nodes:
        digits, may_be_empty = _of_node(str(node[0]), node[1])
        found |= digits
        if not may_be_empty:
            return found, False
    return found, True


def _of_node(kind: str, value: object) -> tuple[frozenset[str], bool]:
    if kind == "LITERAL" and isinstance(value, int):
        return ALL & {chr(value)}, False
    if kind == "IN" and isinstance(value, list):
        return _of_class(value), False
    if kind == "MAX_REPEAT" and isinstance(value, tuple):
        digits, may_be_empty = _of_sequence(value[2])
        return digits, may_be_empty or value[0] == 0
    if kind == "SUBPATTERN" and isinstance(value, tuple):
        return _of_sequence(value[3])
    if kind == "BRANCH" and isinstance(value, tuple):
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*(digits for digits, _ in branches)), any(empty for _, empty in branches)
    return (frozenset(), True) if kind in ("ASSERT", "ASSERT_NOT", "AT") else (ALL, False)


def _of_class(members: Iterable[Sequence[object]]) -> frozenset[str]:
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL" and isinstance(value, int):
            found.add(chr(value))
        elif str(kind) == "RANGE" and isinstance(value, tuple):
            found |= {digit for digit in ALL if value[0] <= ord(digit) <= value[1]}
        else:
            return ALL
    return ALL & found
