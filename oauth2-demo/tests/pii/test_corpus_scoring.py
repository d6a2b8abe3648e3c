"""The scoring of the PII benchmark counts what it says it counts."""

import pytest
from pii_corpus.markup import Record, Span
from pii_corpus.scoring import Counts, Score, judge

pytestmark = pytest.mark.unit

PHONE = Span("phone", 3, 16)
TEXT = "전화 010-1234-5678 끝"
RECORD = Record("r", TEXT, (PHONE,), lang="ko", genre="chat")


def score_of(record: Record, *reports: Span) -> Score:
    return judge([record], lambda _text: reports)


def test_exact_report_is_a_hit() -> None:
    score = score_of(RECORD, PHONE)
    assert score.micro == Counts(hit=1)
    assert score.unmasked_percent == 0
    assert not score.verdicts


def test_shifted_report_is_strictly_wrong_and_relaxedly_right() -> None:
    score = score_of(RECORD, Span("phone", 3, 15))
    assert score.micro == Counts(false=1, missed=1)
    assert score.relaxed["phone"] == Counts(hit=1)
    assert score.unmasked_percent == pytest.approx(100 / 13)
    assert score.verdicts[0].missed == (PHONE,)


def test_wrong_type_masks_but_does_not_hit() -> None:
    score = score_of(RECORD, Span("bank_account", 3, 16))
    assert score.strict["phone"] == Counts(missed=1)
    assert score.strict["bank_account"] == Counts(false=1)
    assert score.unmasked_percent == 0


def test_report_in_a_clean_record_flags_it() -> None:
    clean = Record("c", TEXT, ())
    assert score_of(clean, PHONE).flagged_percent == 100
    assert score_of(clean).flagged_percent == 0


@pytest.mark.parametrize("reports", [(), (PHONE,), (Span("phone", 3, 12),), (Span("bank_account", 3, 16),)])
def test_optional_span_counts_neither_way(reports: tuple[Span, ...]) -> None:
    score = score_of(Record("o", TEXT, (), (PHONE,)), *reports)
    assert score.micro == Counts()
    assert score.flagged_percent == 0


def test_optional_span_excuses_nothing_beside_it() -> None:
    score = score_of(Record("o", TEXT, (), (PHONE,)), Span("korean_name", 0, 2))
    assert score.flagged_percent == 100


def test_repeated_report_counts_once() -> None:
    assert score_of(RECORD, PHONE, PHONE).micro == Counts(hit=1)


def test_trap_recall_counts_core_values_of_the_family_only() -> None:
    record = Record("t", TEXT, (PHONE, Span("address", 0, 2)), trap="unicode:dash")
    score = score_of(record, Span("address", 0, 2))
    assert score.trap_counts("unicode") == Counts(missed=1)
    assert score.trap_counts("obfuscation") == Counts()


def test_figures_of_nothing_are_perfect_and_of_misses_are_not() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (100, 100, 100)
    counts = Counts(hit=1, false=1, missed=3)
    assert (counts.precision, counts.recall) == (50, 25)
    assert counts.f1 == pytest.approx(100 / 3)
