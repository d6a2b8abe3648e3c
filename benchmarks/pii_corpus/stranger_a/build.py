"""Builds the part of the corpus that was written by someone who had not seen the detector.

The texts are in ``texts``; a header ``%% lang genre n=copies`` opens a section with one text a line, ``%%doc`` one with
a single text. ``«slot»`` asks ``slots.py`` for a value, ``«slot#a»`` for the same value again, ``«a|b»`` for one of
several words, ``⏎`` breaks a line, ``«은/는»`` for the particle that fits.
"""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pii_corpus.checks import VALIDATORS
from pii_corpus.generate import Template, read_templates
from pii_corpus.markup import CORE_TYPES, CorpusError, Record, Segment, join, parse_labels, tier_of
from pii_corpus.stranger_a.disguise import BY_TYPE
from pii_corpus.stranger_a.slots import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = Path(__file__).parent / "texts"
SEED = 60217
COPIES = 6
DISGUISED = 0.062
_SLOT = re.compile(r"«([^«»]*)»")
_PARTICLE = re.compile(
    r"(은|이|을|과|으로|이라고|이에요|이랑|이고|이며|이|아|이요|이라|이었)/(는|가|를|와|로|라고|예요|랑|고|며|야|요|라|였)"
)


def particle(before: str, closed: str, opened: str) -> str:
    """The form that fits the last syllable of a text."""
    last = before.rstrip("⟧")[-1:]
    if not "가" <= last <= "힣":
        return opened
    final = (ord(last) - ord("가")) % 28
    return opened if final == 0 or (final == 8 and closed == "으로") else closed


def render(body: str, rng: random.Random) -> list[Segment]:
    """Fill the slots of a text from left to right."""
    body = body.replace("⏎", "\n")
    known: dict[str, str] = {}
    out, position = "", 0
    for match in _SLOT.finditer(body):
        out += body[position : match.start()]
        out += _answer(match.group(1), out, rng, known)
        position = match.end()
    return parse_labels(out + body[position:])


def _answer(request: str, before: str, rng: random.Random, known: dict[str, str]) -> str:
    josa = _PARTICLE.fullmatch(request)
    if josa:
        return particle(before, josa.group(1), josa.group(2))
    if "|" in request:
        return rng.choice(request.split("|"))
    name, _, tag = request.partition("#")
    if tag and request in known:
        return known[request]
    value = fill(name, rng)
    if value is None:
        raise CorpusError(f"no slot is called {request!r}")
    known[request] = value
    return value


def disguise(segments: list[Segment], rng: random.Random) -> tuple[list[Segment], str]:
    """Change the core values of a text, or all its Hangul, and say how."""
    if rng.random() < 0.12:
        plain = [replace(s, text=unicodedata.normalize("NFD", s.text)) for s in segments]
        return (segments, "") if plain == segments else (plain, "unicode:decomposed_text")
    changed, names = [], set()
    for segment in segments:
        makes = BY_TYPE.get(segment.type or "")
        make = rng.choice(makes) if makes and not segment.optional else None
        text = make(rng, segment.text) if make else segment.text
        changed.append(replace(segment, text=text))
        if make and text != segment.text:
            names.add(make.__name__)
    return changed, f"unicode:{names.pop() if len(names) == 1 else 'several'}" if names else ""


def _check(identity: str, segments: list[Segment]) -> None:
    for segment in segments:
        if segment.type is None or segment.optional or segment.type == "phone":
            continue
        if not VALIDATORS[segment.type](segment.text):
            raise CorpusError(f"{identity}: {segment.text!r} is no {segment.type}")


def _records(template: Template, stem: str) -> Iterator[Record]:
    for copy in range(template.copies):
        rng = random.Random(f"{SEED}:{stem}:{copy}")
        segments = render(template.body, rng)
        _check(stem, segments)
        trap = ""
        if rng.random() < DISGUISED and any(s.type in CORE_TYPES for s in segments):
            segments, trap = disguise(segments, rng)
        text, spans, optional = join(segments)
        yield Record(
            f"{stem}-{copy}", text, spans, optional, template.lang, template.genre, trap, template.note, tier_of(spans)
        )


def build() -> list[Record]:
    """Every record, in a fixed order, no text twice."""
    seen: dict[str, Record] = {}
    for path in sorted(TEXTS.glob("*.txt")):
        for number, template in enumerate(read_templates(path, COPIES)):
            for record in _records(template, f"stranger_a-{path.stem}-{number:03d}"):
                seen.setdefault(record.text, record)
    return list(seen.values())
