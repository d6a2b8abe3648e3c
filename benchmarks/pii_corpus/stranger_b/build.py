"""Builds the part: every template filled several times, some records disguised, some wrapped as programs pass them on.

``python -m pii_corpus.stranger_b.build out.jsonl`` (with ``benchmarks`` on the path) writes it as JSON lines.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pii_corpus.checks import VALIDATORS
from pii_corpus.generate import Template, read_templates, to_json
from pii_corpus.markup import CORE_TYPES, CorpusError, Record, Segment, join, tier_of
from pii_corpus.stranger_b.disguise import disguise, squeezed
from pii_corpus.stranger_b.render import fill
from pii_corpus.wrapping import WRAPPINGS, Wrapping, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SEED = 60613
DISGUISED, SQUEEZED, WRAPPED = 0.06, 0.15, 0.09
_TALK = frozenset({"chat", "ticket", "bot"})
_TOOL_RESULT = Wrapping(
    '{"jsonrpc":"2.0","id":7,"result":{"content":[{"type":"text","text":"',
    '"}],"isError":false}}',
    WRAPPINGS["json"].write,
)
_ENVELOPES = (_TOOL_RESULT, _TOOL_RESULT, WRAPPINGS["json"], WRAPPINGS["html"], WRAPPINGS["crlf"])


def _plain(template: Template, rng: random.Random, identity: str) -> Record:
    segments = fill(template.body, rng)
    trap = template.note
    if template.genre in _TALK and rng.random() < SQUEEZED:
        segments = squeezed(rng, segments)
    if not trap and any(s.type in CORE_TYPES and not s.optional for s in segments) and rng.random() < DISGUISED:
        segments, trap = disguise(rng, segments), "unicode:mixed"
    text, spans, optional = join(segments)
    _check(identity, trap, segments)
    return Record(identity, text, spans, optional, template.lang, template.genre, trap, "", tier_of(spans))


def _check(identity: str, trap: str, segments: list[Segment]) -> None:
    for segment in segments:
        if segment.type and not segment.optional and not trap and not VALIDATORS[segment.type](segment.text):
            raise CorpusError(f"{identity}: {segment.text!r} is no {segment.type}")


def _wrapped(record: Record, rng: random.Random) -> Record:
    """A value that runs over lines keeps its line breaks; text that is markup already keeps its form."""
    broken = any("\n" in record.text[span.start : span.end] for span in record.spans)
    if broken or rng.random() > WRAPPED or re.search(r"[<\\{]", record.text):
        return record
    return wrap(record, rng.choice(_ENVELOPES))


def _records() -> Iterator[Record]:
    for path in sorted((HERE / "templates").glob("*.txt")):
        for number, template in enumerate(read_templates(path, 4)):
            stem = f"stranger_b-{path.stem}-{number:03d}"
            rng = random.Random(f"{SEED}:{stem}")
            for copy in range(template.copies):
                yield _wrapped(_plain(template, rng, f"{stem}-{copy}"), rng)


def build() -> list[Record]:
    """Every record once, in a fixed order."""
    return list({record.text: record for record in reversed(list(_records()))}.values())[::-1]


def main() -> None:
    """Write the part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    records = build()
    parser.parse_args().path.write_text("".join(to_json(record) + "\n" for record in records), encoding="utf-8")
    print(f"{len(records)} records, {sum(not record.spans for record in records)} of them clean")


if __name__ == "__main__":
    main()
