"""How reported spans are counted against labels.

Strict: type, start and end must all agree. Relaxed: same type and any overlap. A report of an optional span, or one
that overlaps nothing but optional spans, counts neither way. A character is unmasked when no report of any type
covers it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pii_corpus.markup import CORE_TYPES, Record, Span

Scan = Callable[[str], Iterable[Span]]


@dataclass(slots=True)
class Counts:
    """True and false positives and misses."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hit + other.hit, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """In percent; 100 when nothing was reported."""
        return 100.0 * self.hit / (self.hit + self.false) if self.hit + self.false else 100.0

    @property
    def recall(self) -> float:
        """In percent; 100 when nothing was to be found."""
        return 100.0 * self.hit / (self.hit + self.missed) if self.hit + self.missed else 100.0

    @property
    def f1(self) -> float:
        """In percent."""
        total = 2 * self.hit + self.false + self.missed
        return 200.0 * self.hit / total if total else 100.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One record with what was wrong about its reports."""

    record: Record
    false: tuple[Span, ...]
    missed: tuple[Span, ...]


@dataclass(slots=True)
class Score:
    """The figures of one scanner over one set of records."""

    strict: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    relaxed: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    by_lang: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    by_genre: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    by_trap: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    clean: int = 0
    clean_flagged: int = 0
    private_chars: int = 0
    unmasked_chars: int = 0
    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def micro(self) -> Counts:
        """All types together."""
        return sum(self.strict.values(), Counts())

    @property
    def core(self) -> Counts:
        """The core types together."""
        return sum((counts for kind, counts in self.strict.items() if kind in CORE_TYPES), Counts())

    @property
    def flagged_percent(self) -> float:
        """Share of clean records with a report."""
        return 100.0 * self.clean_flagged / self.clean if self.clean else 0.0

    @property
    def unmasked_percent(self) -> float:
        """Share of private characters that no report covers."""
        return 100.0 * self.unmasked_chars / self.private_chars if self.private_chars else 0.0

    def trap_counts(self, family: str) -> Counts:
        """Core values in disguises of a family (``unicode`` or ``obfuscation``)."""
        return sum((c for trap, c in self.by_trap.items() if trap.startswith(family)), Counts())


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def judge(records: Iterable[Record], scan: Scan) -> Score:
    """Run a scanner over records and count."""
    score = Score()
    for record in records:
        _count(score, record, list(dict.fromkeys(scan(record.text))))
    return score


def _is_excused(report: Span, record: Record) -> bool:
    if any(overlap(report, span) for span in record.spans):
        return False
    return any(overlap(report, span) for span in record.optional)


def _count(score: Score, record: Record, reports: list[Span]) -> None:
    wanted = set(record.spans)
    counted = [report for report in reports if report in wanted or not _is_excused(report, record)]
    false = tuple(report for report in counted if report not in wanted)
    missed = tuple(span for span in record.spans if span not in set(reports))
    for span in record.spans:
        _tally(score, record, span, Counts(missed=1) if span in missed else Counts(hit=1))
        met = any(report.type == span.type and overlap(report, span) for report in reports)
        score.relaxed[span.type] += Counts(hit=1) if met else Counts(missed=1)
    for report in false:
        _tally(score, record, report, Counts(false=1))
        if not any(report.type == span.type and overlap(report, span) for span in record.spans):
            score.relaxed[report.type] += Counts(false=1)
    if not record.spans:
        score.clean += 1
        score.clean_flagged += bool(counted)
    score.private_chars += sum(span.end - span.start for span in record.spans)
    score.unmasked_chars += sum(_bare(span, reports) for span in record.spans)
    if false or missed:
        score.verdicts.append(Verdict(record, false, missed))


def _tally(score: Score, record: Record, span: Span, counts: Counts) -> None:
    score.strict[span.type] += counts
    score.by_lang[record.lang] += counts
    score.by_genre[record.genre] += counts
    if record.trap and span.type in CORE_TYPES:
        score.by_trap[record.trap] += counts


def _bare(span: Span, reports: list[Span]) -> int:
    covered: Counter[int] = Counter()
    for report in reports:
        covered.update(range(max(span.start, report.start), min(span.end, report.end)))
    return span.end - span.start - len(covered)
