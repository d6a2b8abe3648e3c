"""One finding: a typed span of the original text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from oauth2_demo.security.pii.masking import mask_value

if TYPE_CHECKING:
    from oauth2_demo.security.pii.engine import Candidate

_KEYS = ("type", "value", "start", "end", "score", "severity")


class PiiMatch(Mapping[str, "str | int | float"]):
    """Personal data found in a text; immutable, with the same names as attributes and as mapping keys.

    Offsets are code points of the text that was scanned, the end exclusive. Written out by hand because importing
    `dataclasses` (and with it `inspect`) costs a seventh of the whole start-up budget.
    """

    __slots__ = ("_fields",)

    def __init__(self, type_: str, value: str, start: int, end: int, score: float, severity: str) -> None:
        self._fields = (type_, value, start, end, score, severity)

    @property
    def type(self) -> str:
        return self._fields[0]

    @property
    def value(self) -> str:
        return self._fields[1]

    @property
    def start(self) -> int:
        return self._fields[2]

    @property
    def end(self) -> int:
        return self._fields[3]

    @property
    def score(self) -> float:
        return self._fields[4]

    @property
    def severity(self) -> str:
        return self._fields[5]

    def __getitem__(self, key: str) -> str | int | float:
        if key not in _KEYS:
            raise KeyError(key)
        return self._fields[_KEYS.index(key)]

    def __iter__(self) -> Iterator[str]:
        return iter(_KEYS)

    def __len__(self) -> int:
        return len(_KEYS)

    def __hash__(self) -> int:
        return hash(self._fields)

    def __repr__(self) -> str:
        # A match that ends up in a log or a traceback must not carry the value there.
        shown = mask_value(self.type, self.value, "format")
        return f"PiiMatch(type={self.type!r}, value={shown!r}, start={self.start}, end={self.end})"


def matches_in(text: str, found: Iterable[Candidate], severities: Mapping[str, str]) -> list[PiiMatch]:
    """Return a match for each candidate; calling the class for each of thousands takes twice as long."""
    matches: list[PiiMatch] = []
    for start, end, kind, _, score in found:
        match = object.__new__(PiiMatch)
        match._fields = (kind, text[start:end], start, end, score, severities[kind])
        matches.append(match)
    return matches
