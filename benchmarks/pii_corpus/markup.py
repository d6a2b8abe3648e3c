"""The notation the corpus is written in, and the labelled record it becomes.

A private value stands in the text as ``⟦N:홍길동⟧`` (a letter code and the value); ``⟦?P:1588-0000⟧`` marks a value
whose report is neither demanded nor wrong. ``«mobile»`` asks the generator for a value, ``«a|b»`` for one of several
words and ``«이/가»`` for the particle that fits what stands before it; ``«?dob»`` makes the value optional.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CODES = {
    "N": "korean_name",
    "PN": "person_name",
    "P": "phone",
    "E": "email",
    "S": "ssn",
    "F": "foreign_registration",
    "T": "passport",
    "L": "driver_license",
    "B": "bank_account",
    "D": "date_of_birth",
    "R": "business_registration",
    "C": "credit_card",
    "U": "us_ssn",
    "I": "iban",
    "IP": "ip_address",
    "J": "jwt",
    "K": "api_key",
    "PK": "private_key",
    "UC": "url_credentials",
    "A": "address",
}
CORE_TYPES = frozenset({"email", "phone", "ssn", "credit_card", "korean_name"})
_LABEL = re.compile(r"⟦(\??)([A-Z]{1,2}):(.*?)⟧", re.DOTALL)


class CorpusError(ValueError):
    """A template, a hand-written text or a generated value breaks the rules of the corpus."""


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of text; offsets are code points, the end is exclusive."""

    type: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is labelled as a whole or not at all."""

    text: str
    type: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One line or document of the corpus."""

    id: str
    text: str
    spans: tuple[Span, ...]
    optional: tuple[Span, ...] = ()
    lang: str = ""
    genre: str = ""
    trap: str = ""
    note: str = ""
    tier: str = field(default="core")


def parse_labels(marked: str) -> list[Segment]:
    """Cut marked text into segments."""
    segments: list[Segment] = []
    position = 0
    for match in _LABEL.finditer(marked):
        if match.start() > position:
            segments.append(Segment(marked[position : match.start()]))
        code = match.group(2)
        if code not in CODES:
            raise CorpusError(f"unknown label {code!r} in {marked[:60]!r}")
        segments.append(Segment(match.group(3), CODES[code], match.group(1) == "?"))
        position = match.end()
    if position < len(marked):
        segments.append(Segment(marked[position:]))
    if any(sign in segment.text for segment in segments for sign in "⟦⟧«»"):
        raise CorpusError(f"unbalanced mark in {marked[:80]!r}")
    return segments


def join(segments: list[Segment]) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """Put segments together again: the text, the labelled spans, the optional spans."""
    text = ""
    spans: list[Span] = []
    optional: list[Span] = []
    for segment in segments:
        if segment.type is not None:
            span = Span(segment.type, len(text), len(text) + len(segment.text))
            (optional if segment.optional else spans).append(span)
        text += segment.text
    return text, tuple(spans), tuple(optional)


def tier_of(spans: tuple[Span, ...]) -> str:
    """A record is core when it holds nothing but core types."""
    return "core" if all(span.type in CORE_TYPES for span in spans) else "extended"
