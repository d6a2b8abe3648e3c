"""Builds a split of the corpus, the same on every machine: hand-written texts, filled templates, disguised values.

``python -m pii_corpus.generate dev out.jsonl`` (with ``benchmarks`` on the path) writes it as JSON lines.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pii_corpus.checks import VALIDATORS
from pii_corpus.inventories import WORLDS
from pii_corpus.markup import CORE_TYPES, CorpusError, Record, Segment, join, parse_labels, tier_of
from pii_corpus.traps import OBFUSCATION, UNICODE
from pii_corpus.values.registry import value_for
from pii_corpus.values.source import Source, josa_fits

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SEEDS = {"dev": 20241002, "heldout": 771130, "blind": 5520417, "wild": 90210881, "fresh": 31415927, "last": 27182818}
_HEADER = re.compile(r"%%(doc)? (ko|en|mix) ([a-z_-]+)(?: n=(\d+))?(?: \| (.*))?")
_PLACEHOLDER = re.compile(r"«([^«»]*)»")
_JOSA = re.compile(r"(은|이|을|과|으로|이라고|이에요|이랑|이고|이며|이|아)/(는|가|를|와|로|라고|예요|랑|고|며|야)")


@dataclass(frozen=True, slots=True)
class Template:
    """One text to render, and how often."""

    body: str
    lang: str
    genre: str
    copies: int
    note: str


def read_templates(path: Path, copies: int) -> Iterator[Template]:
    """The texts of a file: after a ``%%`` header one a line, after ``%%doc`` one down to the next header."""
    sections = re.split(r"(?m)^(?=%%(?:doc)? )", path.read_text(encoding="utf-8"))
    if sections[0].strip():
        raise CorpusError(f"{path.name}: text before the first header")
    for section in sections[1:]:
        head, _, body = section.partition("\n")
        match = _HEADER.fullmatch(head.strip())
        if match is None:
            raise CorpusError(f"{path.name}: bad header {head!r}")
        doc, lang, genre, count, note = match.groups()
        bodies = [body.strip("\n")] if doc else [line for line in body.split("\n") if line.strip()]
        for text in bodies:
            yield Template(text, lang, genre, int(count) if count else copies, note or "")


def render(body: str, source: Source) -> list[Segment]:
    """Fill every placeholder, left to right, so that a particle sees what stands before it."""
    known: dict[str, str] = {}
    out, position = "", 0
    for match in _PLACEHOLDER.finditer(body):
        out += body[position : match.start()]
        out += _fill(match.group(1), out, source, known)
        position = match.end()
    return parse_labels(out + body[position:])


def _fill(request: str, before: str, source: Source, known: dict[str, str]) -> str:
    name = request.partition("#")[0]
    josa = _JOSA.fullmatch(request)
    if josa:
        return josa_fits(before, (josa.group(1), josa.group(2)))
    if "|" in request:
        return source.rng.choice(request.split("|"))
    if request in known:
        return known[request]
    value = value_for(name.removeprefix("?"), source)
    if value is not None and name.startswith("?"):
        value = value.replace("⟦", "⟦?", 1)
    if value is None:
        raise CorpusError(f"no value is called {request!r}")
    if "#" in request:
        known[request] = value
    return value


def _record(template: Template, segments: list[Segment], identity: str, trap: str = "") -> Record:
    text, spans, optional = join(segments)
    for span in spans:
        value = text[span.start : span.end]
        if not trap and not VALIDATORS[span.type](value):
            raise CorpusError(f"{identity}: {value!r} is no {span.type}")
    return Record(identity, text, spans, optional, template.lang, template.genre, trap, template.note, tier_of(spans))


def _disguised(template: Template, source: Source, stem: str) -> Iterator[Record]:
    for family, kinds in (("unicode", UNICODE), ("obfuscation", OBFUSCATION)):
        for make, types in kinds:
            segments = render(template.body, source)
            changed = [
                Segment(make(source.rng, s.text), s.type, s.optional) if s.type in types and s.type in CORE_TYPES else s
                for s in segments
            ]
            if changed != segments:
                yield _record(template, changed, f"{stem}-{make.__name__}", f"{family}:{make.__name__}")


def build(split: str) -> list[Record]:
    """Every record of a split, in a fixed order."""
    world = WORLDS[split]
    records: list[Record] = []
    for kind, copies in (("templates", 4), ("handwritten", 1)):
        for path in sorted((HERE / kind / split).glob("*.txt")):
            for number, template in enumerate(read_templates(path, copies)):
                stem = f"{split}-{kind[0]}-{path.stem}-{number:03d}"
                source = Source(random.Random(f"{SEEDS[split]}:{stem}"), world)
                if template.genre == "trap":
                    records.extend(_disguised(template, source, stem))
                    continue
                records.extend(
                    _record(template, render(template.body, source), f"{stem}-{copy}")
                    for copy in range(template.copies)
                )
    return _distinct(records)


def _distinct(records: list[Record]) -> list[Record]:
    seen: dict[str, Record] = {}
    for record in records:
        seen.setdefault(record.text, record)
    return list(seen.values())


def to_json(record: Record) -> str:
    """One line in the format of the samples."""
    data = {key: value for key, value in asdict(record).items() if value or key in {"spans", "note"}}
    return json.dumps(data, ensure_ascii=False)


def main() -> None:
    """Write a split."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", choices=sorted(SEEDS))
    parser.add_argument("path", type=Path)
    arguments = parser.parse_args()
    records = build(arguments.split)
    arguments.path.write_text("".join(to_json(record) + "\n" for record in records), encoding="utf-8")
    print(f"{len(records)} records, {sum(not record.spans for record in records)} of them clean")


if __name__ == "__main__":
    main()
