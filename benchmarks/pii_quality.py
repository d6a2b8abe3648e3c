"""Measures the PII detector on the labelled corpus, beside the four patterns that are usually copied.

``python benchmarks/pii_quality.py`` prints the tables; ``--errors korean_name`` lists what went wrong with one type
(``all`` for every type), ``--wrap json`` puts each text into a JSON string first, ``--json`` gives the figures to other
programs.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from typing import TYPE_CHECKING

from pii_corpus.generate import SEEDS, build
from pii_corpus.markup import CODES, CORE_TYPES, Record, Span
from pii_corpus.scoring import Counts, Score, judge
from pii_corpus.stranger_a.build import build as build_stranger_a
from pii_corpus.stranger_b.build import build as build_stranger_b
from pii_corpus.stranger_c.build import build as build_stranger_c
from pii_corpus.wrapping import WRAPPINGS, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SAMPLES = Path(__file__).parent / "pii_corpus" / "samples"
# Parts that bring their own generator.
STRANGERS: dict[str, Callable[[], list[Record]]] = {
    "stranger_a": build_stranger_a,
    "stranger_b": build_stranger_b,
    "stranger_c": build_stranger_c,
}
TARGETS = {
    "micro F1": 93.0,
    "core F1": 95.0,
    "korean_name F1": 88.0,
    "clean flagged %": 2.0,
    "unmasked %": 4.0,
    "Unicode trap recall": 93.0,
}
COPIED_PATTERNS = {
    "email": re.compile(r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,}\b"),
    "phone": re.compile(r"\b01[0-9]-[0-9]{4}-[0-9]{4}\b"),
    "ssn": re.compile(r"\b\d{6}-[1-4]\d{6}\b"),
    "korean_name": re.compile(r"[가-힣]{2,4}(?=님|씨|\s|$)"),
}


def copied_patterns(text: str) -> Iterable[Span]:
    """The baseline."""
    return [Span(kind, m.start(), m.end()) for kind, pattern in COPIED_PATTERNS.items() for m in pattern.finditer(text)]


def engine() -> Callable[[str], Iterable[Span]]:
    """The detector with the patterns it ships with."""
    from oauth2_demo.security.pii import PiiDetector, load_patterns

    detector = PiiDetector(load_patterns())
    return lambda text: [Span(match.type, match.start, match.end) for match in detector.scan_text(text)]


def read_samples() -> list[Record]:
    """The lines that define the types."""
    records = []
    for path in sorted(SAMPLES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            spans, optional = (tuple(Span(**span) for span in data.get(key, ())) for key in ("spans", "optional"))
            records.append(
                Record(data["id"], data["text"], spans, optional, path.stem, "sample", "", data["note"], data["tier"])
            )
    return records


def headline(score: Score) -> dict[str, float]:
    """The figures that have a target."""
    return {
        "micro F1": score.micro.f1,
        "core F1": score.core.f1,
        "korean_name F1": score.strict["korean_name"].f1,
        "clean flagged %": score.flagged_percent,
        "unmasked %": score.unmasked_percent,
        "Unicode trap recall": score.trap_counts("unicode").recall,
        "obfuscation recall": score.trap_counts("obfuscation").recall,
    }


def as_json(score: Score) -> dict[str, object]:
    """Every figure of a score."""

    def rows(groups: dict[str, Counts]) -> dict[str, dict[str, float]]:
        return {
            name: {
                "precision": round(c.precision, 2),
                "recall": round(c.recall, 2),
                "f1": round(c.f1, 2),
                "spans": c.hit + c.missed,
            }
            for name, c in sorted(groups.items())
        }

    return {
        "headline": {name: round(figure, 2) for name, figure in headline(score).items()},
        "by_type": rows(score.strict),
        "by_type_relaxed": rows(score.relaxed),
        "by_lang": rows(score.by_lang),
        "by_genre": rows(score.by_genre),
        "by_trap": rows(score.by_trap),
    }


def print_types(name: str, score: Score) -> None:
    """One row for each type."""
    print(f"\n{name}: by type (strict: type and both offsets agree; relaxed: same type, any overlap)")
    print(f"{'type':<24}{'spans':>7}{'prec':>8}{'recall':>8}{'F1':>8}{'relaxed F1':>12}")
    for kind in CODES.values():
        counts = score.strict[kind]
        star = "*" if kind in CORE_TYPES else ""
        numbers = f"{counts.precision:>8.1f}{counts.recall:>8.1f}{counts.f1:>8.1f}{score.relaxed[kind].f1:>12.1f}"
        print(f"{kind + star:<24}{counts.hit + counts.missed:>7}{numbers}")


def print_groups(name: str, score: Score) -> None:
    """Languages, genres and disguises, the weakest first."""
    for title, groups in (("language", score.by_lang), ("genre", score.by_genre)):
        cells = [
            f"{key} {c.f1:.1f}"
            for key, c in sorted(groups.items(), key=lambda item: item[1].f1)
            if c.hit + c.missed + c.false
        ]
        print(f"{name}: micro F1 by {title}: {', '.join(cells)}")
    traps = sorted(score.by_trap.items(), key=lambda item: item[1].recall)
    if traps:
        print(f"{name}: recall of core values by disguise: {', '.join(f'{key} {c.recall:.0f}' for key, c in traps)}")


def print_headlines(scores: dict[str, dict[str, Score]]) -> None:
    """The figures with a target for each part of the corpus, the baseline in brackets."""
    print(f"\n{'engine (baseline)':<22}{'target':>8}" + "".join(f"{part:>16}" for part in scores))
    for figure in headline(Score()):
        limit = TARGETS.get(figure)
        sign = "<=" if figure.endswith("%") else ">="
        cells = []
        for by_who in scores.values():
            first, *others = (f"{headline(score)[figure]:.1f}" for score in by_who.values())
            cells.append(f"{first} ({', '.join(others)})" if others else first)
        target = "" if limit is None else f"{sign}{limit:g}"
        print(f"{figure:<22}{target:>8}" + "".join(f"{cell:>16}" for cell in cells))


def around(text: str, span: Span) -> str:
    """The span between marks, with some text on both sides."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 20]
    return repr(f"{before}>>{text[span.start : span.end]}<<{after}")


def print_errors(kind: str, name: str, score: Score, limit: int) -> None:
    """Misses and false alarms with the text around them."""
    found = [
        (label, span, verdict.record)
        for verdict in score.verdicts
        for label, spans in (("MISS ", verdict.missed), ("FALSE", verdict.false))
        for span in spans
        if kind in {"all", span.type}
    ]
    for label, span, record in found[:limit]:
        print(f"{label} {name} {span.type} {record.id} {record.trap}: {around(record.text, span)}")


def main() -> None:
    """Run as its arguments say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--errors", metavar="TYPE", choices=[*CODES.values(), "all"], help="list misses and false alarms of a type"
    )
    parser.add_argument("--limit", type=int, default=200, help="how many errors to list for each part")
    parser.add_argument(
        "--part", choices=("samples", *SEEDS, *STRANGERS), action="append", help="only this part (may be repeated)"
    )
    parser.add_argument("--wrap", choices=WRAPPINGS, help="put each text into a JSON string, HTML, …")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument("--baseline-only", action="store_true", help="leave the engine out")
    options = parser.parse_args()
    makers: dict[str, Callable[[], list[Record]]] = {"samples": read_samples} | {
        split: partial(build, split) for split in SEEDS
    }
    makers |= STRANGERS
    scanners = {"copied": copied_patterns} if options.baseline_only else {"engine": engine(), "copied": copied_patterns}
    corpus = {part: make() for part, make in makers.items() if not options.part or part in options.part}
    if options.wrap:
        corpus = {
            part: [wrap(record, WRAPPINGS[options.wrap]) for record in records] for part, records in corpus.items()
        }
    scores = {part: {who: judge(records, scan) for who, scan in scanners.items()} for part, records in corpus.items()}
    if options.json:
        print(
            json.dumps(
                {part: {who: as_json(s) for who, s in by_who.items()} for part, by_who in scores.items()},
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    subject = next(iter(scanners))
    for part, by_who in scores.items():
        if options.errors:
            print_errors(options.errors, part, by_who[subject], options.limit)
            continue
        clean = sum(not record.spans for record in corpus[part])
        print(f"\n=== {part}: {len(corpus[part])} records, {clean} clean ({100 * clean / len(corpus[part]):.0f} %)")
        print_types(part, by_who[subject])
        print_groups(part, by_who[subject])
    if not options.errors:
        print_headlines(scores)


if __name__ == "__main__":
    main()
