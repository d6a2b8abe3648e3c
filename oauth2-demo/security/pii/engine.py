"""What all detectors share: a candidate, the text being scanned, rules compiled at first use, cue words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from oauth2_demo.security.pii.checks import CHECKS
from oauth2_demo.security.pii.patterns import PatternSpec, TypeSpec

# How far a cue word may stand from its value, in characters.
CUE_BEFORE = 40
CUE_AFTER = 16
LABEL_BEFORE = 18


class Candidate(NamedTuple):
    """A span that one detector claims; offsets are those of the undisguised text."""

    start: int
    end: int
    type: str
    priority: int
    score: float


class Field(NamedTuple):
    """A table cell whose header says what it holds."""

    start: int
    end: int
    kind: str


class Scan:
    """One text on its way through the detectors."""

    __slots__ = ("ascii_only", "fields", "found", "text")

    def __init__(self, text: str, fields: list[Field]) -> None:
        self.text = text
        self.ascii_only = text.isascii()
        self.fields = fields
        self.found: list[Candidate] = []

    def field_kind(self, position: int) -> str | None:
        """Return the kind of the table cell at a position."""
        for field in self.fields_around(position):
            return field.kind
        return None

    def fields_around(self, position: int) -> Iterable[Field]:
        """Return the cell that covers the position, if any."""
        low, high = 0, len(self.fields)
        while low < high:
            middle = (low + high) // 2
            if self.fields[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        if low < len(self.fields) and self.fields[low].start <= position:
            yield self.fields[low]


class Rule:
    """One pattern of a type, compiled when a text first needs it."""

    __slots__ = ("_compiled", "check", "owner", "spec")

    def __init__(self, spec: PatternSpec, owner: TypeRules) -> None:
        self.spec = spec
        self.owner = owner
        self.check = CHECKS[spec.check] if spec.check else None
        self._compiled: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.spec.regex)
        return self._compiled

    def claim(self, scan: Scan, found: re.Match[str], *, cued: bool | None = None) -> bool:
        """Check a match and, if it holds, add it to the scan."""
        start, end = found.span("value") if "value" in self.regex.groupindex else found.span()
        if cued is None:
            cued = self.spec.context != "ignored" and self.owner.is_cued(scan, start, end)
        if not cued and self.spec.context == "required":
            return False
        if self.check:
            end = start + self.check(scan.text[start:end], cued)
        if end <= start or self.owner.is_labelled_otherwise(scan, start):
            return False
        owner = self.owner.spec
        scan.found.append(Candidate(start, end, owner.name, owner.priority, self.spec.score))
        return True


class TypeRules:
    """The rules of one type with its cue words."""

    __slots__ = ("_after", "_before", "_label", "rules", "spec")

    def __init__(self, spec: TypeSpec) -> None:
        self.spec = spec
        self.rules = [Rule(pattern, self) for pattern in spec.patterns]
        self._before: re.Pattern[str] | None = None
        self._after: re.Pattern[str] | None = None
        self._label: re.Pattern[str] | None = None

    def is_cued(self, scan: Scan, start: int, end: int) -> bool:
        """Say whether a cue word of the type stands near the span, or its table column is of the type."""
        if scan.fields and scan.field_kind(start) == self.spec.name:
            return True
        if self._before is None:
            self._before = words_pattern(self.spec.context)
            self._after = words_pattern(self.spec.context_after or self.spec.context)
        if self._before.search(scan.text, max(0, start - CUE_BEFORE), start):
            return True
        return self._after is not None and bool(self._after.search(scan.text, end, end + CUE_AFTER))

    def is_labelled_otherwise(self, scan: Scan, start: int) -> bool:
        """Say whether the words just before the span call it something else."""
        if not self.spec.not_after:
            return False
        if self._label is None:
            self._label = re.compile(f"(?:{words_pattern(self.spec.not_after).pattern})[^0-9\n,;]{{0,12}}$")
        return bool(self._label.search(scan.text[max(0, start - LABEL_BEFORE - 12) : start]))


def spellings(words: Iterable[str]) -> list[str]:
    """Return Latin words also capitalised and in capitals, longest first; other scripts have no case."""
    forms: set[str] = set()
    for word in words:
        forms.update((word, word.capitalize(), word.upper(), word.title()) if word.isascii() else (word,))
    return sorted(forms, key=lambda form: (-len(form), form))


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Compile an alternation of words; Latin ones only as whole words, so that `pan` does not fire in `company`."""
    return re.compile("|".join(_bounded(form) for form in spellings(words)) or "(?!)")


def _bounded(form: str) -> str:
    if not form.isascii():
        return re.escape(form)
    before = "(?<![A-Za-z])" if form[0].isalpha() else ""
    after = "(?![a-z])" if form[-1].isalpha() else ""
    return before + re.escape(form) + after
