"""Rules that the corpora of strangers keep, whoever wrote them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from pii_corpus.checks import digits_of, luhn_digit, rrn_digit
from pii_corpus.markup import CODES, CORE_TYPES
from pii_corpus.stranger_b.build import build as build_stranger_b
from pii_corpus.stranger_c.build import build as build_stranger_c

if TYPE_CHECKING:
    from pii_corpus.markup import Record

pytestmark = pytest.mark.unit

_CARD_SHAPE = re.compile(r"(?<!\d)(?:4\d{3}|5[1-5]\d\d|94\d\d)[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)")
_BUILDS = {"stranger_b": build_stranger_b, "stranger_c": build_stranger_c}


@pytest.fixture(scope="module", params=_BUILDS)
def part(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def records(part: str) -> list[Record]:
    return _BUILDS[part]()


def test_a_second_build_gives_the_same_records(part: str, records: list[Record]) -> None:
    assert _BUILDS[part]() == records


def test_every_type_occurs_half_is_korean_and_a_third_clean(records: list[Record]) -> None:
    assert {span.type for record in records for span in record.spans} == set(CODES.values())
    assert 0.45 < sum(record.lang == "ko" for record in records) / len(records) < 0.55
    assert 0.30 < sum(not record.spans for record in records) / len(records) < 0.36


def test_texts_called_clean_hold_no_label_and_the_others_hold_one(records: list[Record]) -> None:
    for record in records:
        is_clean = "_clean-" in record.id or record.genre.startswith("clean-")

        assert not record.spans if is_clean else record.spans or record.optional, record.id


def test_labels_are_tight_and_apart(records: list[Record]) -> None:
    for record in records:
        spans = sorted((*record.spans, *record.optional), key=lambda span: span.start)
        values = [record.text[span.start : span.end] for span in spans]

        assert all(value and value == value.strip() for value in values), record.id
        assert all(a.end <= b.start for a, b in pairwise(spans)), record.id


def test_a_registration_number_that_fails_its_check_digit_stands_beside_its_name(records: list[Record]) -> None:
    for record in records:
        numbers = [digits_of(record.text[s.start : s.end]) for s in record.spans if s.type == "ssn"]

        assert all(rrn_digit(n[:12]) == n[12] for n in numbers) or re.search("주민|RRN|rrn", record.text), record.id


def test_no_sound_card_number_is_left_without_a_label(records: list[Record]) -> None:
    for record in records:
        labelled = {digits_of(record.text[s.start : s.end]) for s in record.spans}
        found = {digits_of(match.group()) for match in _CARD_SHAPE.finditer(record.text)}

        assert all(luhn_digit(n[:-1]) != n[-1] for n in found - labelled), record.id


def test_about_one_in_sixteen_core_records_is_disguised(records: list[Record]) -> None:
    core = [record for record in records if any(span.type in CORE_TYPES for span in record.spans)]

    assert 0.05 < sum(record.trap.startswith("unicode") for record in core) / len(core) < 0.08
