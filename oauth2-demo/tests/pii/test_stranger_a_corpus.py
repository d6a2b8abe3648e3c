"""The corpus of the first stranger holds what its readers rely on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pii_corpus.generate import read_templates
from pii_corpus.markup import CODES
from pii_corpus.stranger_a.build import COPIES, TEXTS, build

pytestmark = pytest.mark.unit


def test_every_build_gives_the_same_records() -> None:
    assert build() == build()


def test_every_type_is_there_and_a_third_is_clean() -> None:
    records = build()

    assert {span.type for record in records for span in record.spans} == set(CODES.values())
    assert 0.3 < sum(not record.spans for record in records) / len(records) < 0.36


def test_no_label_is_empty_padded_or_overlaps_another() -> None:
    for record in build():
        spans = sorted((*record.spans, *record.optional), key=lambda span: span.start)
        values = [record.text[span.start : span.end] for span in spans]

        assert all(value and value == value.strip() for value in values), record.id
        assert all(a.end <= b.start for a, b in pairwise(spans)), record.id


def test_clean_sections_hold_nothing_private_and_others_something() -> None:
    for record in build():
        assert record.genre.startswith("clean-") == (not record.spans), record.id


def test_texts_are_many() -> None:
    paths = sorted(TEXTS.glob("*.txt"))

    assert len({template.body for path in paths for template in read_templates(path, COPIES)}) > 600
