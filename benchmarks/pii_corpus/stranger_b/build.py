"""Builds the part: every template filled several times, some records disguised, some wrapped as programs pass them on.

``python -m pii_corpus.stranger_b.build out.jsonl`` (with ``benchmarks`` on the path) writes it as JSON lines.
"""

from __future__ import annotations

import argparse
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pii_corpus.checks import VALIDATORS
from pii_corpus.generate import Template, read_templates, to_json
from pii_corpus.markup import CORE_TYPES, CorpusError, Record, Segment, join, tier_of
from pii_corpus.stranger_b.disguise import disguise, squeezed
from pii_corpus.stranger_b.near import NEAR
from pii_corpus.stranger_b.numbers import NUMBERS
from pii_corpus.stranger_b.people import PEOPLE
from pii_corpus.stranger_b.phones import PHONES
from pii_corpus.stranger_b.places import PLACES
from pii_corpus.stranger_b.render import Stock, fill
from pii_corpus.stranger_b.secrets import SECRETS
from pii_corpus.stranger_b.words import word_lists
from pii_corpus.wrapping import WRAPPINGS, Wrapping, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SQUEEZED = 0.15
_TALK = frozenset({"chat", "ticket", "bot"})
_TOOL_RESULT = Wrapping(
    '{"jsonrpc":"2.0","id":7,"result":{"content":[{"type":"text","text":"',
    '"}],"isError":false}}',
    WRAPPINGS["json"].write,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is made from templates; ``disguised`` and ``wrapped`` are shares of its records."""

    name: str
    templates: Path
    seed: int
    copies: int
    stock: Stock
    disguised: float
    wrapped: float
    envelopes: tuple[Wrapping, ...]

    def build(self) -> list[Record]:
        """Every record once, in a fixed order."""
        return list({record.text: record for record in reversed(list(self._records()))}.values())[::-1]

    def _records(self) -> Iterator[Record]:
        for path in sorted(self.templates.glob("*.txt")):
            for number, template in enumerate(read_templates(path, self.copies)):
                stem = f"{self.name}-{path.stem}-{number:03d}"
                rng = random.Random(f"{self.seed}:{stem}")
                for copy in range(template.copies):
                    yield self._wrapped(self._plain(template, rng, f"{stem}-{copy}"), rng)

    def _plain(self, template: Template, rng: random.Random, identity: str) -> Record:
        segments = fill(template.body, rng, self.stock)
        trap = template.note
        if template.genre in _TALK and rng.random() < SQUEEZED:
            segments = squeezed(rng, segments)
        has_core = any(s.type in CORE_TYPES and not s.optional for s in segments)
        if not trap and has_core and rng.random() < self.disguised:
            segments, trap = disguise(rng, segments), "unicode:mixed"
        text, spans, optional = join(segments)
        _check(identity, trap, segments)
        return Record(identity, text, spans, optional, template.lang, template.genre, trap, "", tier_of(spans))

    def _wrapped(self, record: Record, rng: random.Random) -> Record:
        """A value that runs over lines keeps its line breaks; text that is markup already keeps its form."""
        broken = any("\n" in record.text[span.start : span.end] for span in record.spans)
        if broken or rng.random() > self.wrapped or re.search(r"[<\\{]", record.text):
            return record
        return wrap(record, rng.choice(self.envelopes))


def _check(identity: str, trap: str, segments: list[Segment]) -> None:
    for segment in segments:
        if segment.type and not segment.optional and not trap and not VALIDATORS[segment.type](segment.text):
            raise CorpusError(f"{identity}: {segment.text!r} is no {segment.type}")


def build() -> list[Record]:
    """Every record of this part."""
    return Part(
        name="stranger_b",
        templates=HERE / "templates",
        seed=60613,
        copies=4,
        stock=Stock(PEOPLE | PHONES | NUMBERS | PLACES | SECRETS | NEAR, word_lists()),
        disguised=0.06,
        wrapped=0.09,
        envelopes=(_TOOL_RESULT, _TOOL_RESULT, WRAPPINGS["json"], WRAPPINGS["html"], WRAPPINGS["crlf"]),
    ).build()


def write(records: list[Record], description: str | None) -> None:
    """Write a part to the path that the command line names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("path", type=Path)
    parser.parse_args().path.write_text("".join(to_json(record) + "\n" for record in records), encoding="utf-8")
    print(f"{len(records)} records, {sum(not record.spans for record in records)} of them clean")


if __name__ == "__main__":
    write(build(), __doc__)
