"""The corpus of forty organisations holds what its readers rely on; its labels are checked with those of the others."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from pii_corpus.generate import read_templates
from pii_corpus.stranger_c.build import build
from pii_corpus.stranger_c.people import HERE

if TYPE_CHECKING:
    from pii_corpus.markup import Record

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return build()


def test_forty_organisations_write_fifteen_texts_or_more_each() -> None:
    paths = sorted((HERE / "organisations").glob("*.txt"))

    assert len(paths) == 40
    for path in paths:
        texts = {template.body for template in read_templates(path, 1)}
        assert len(texts) >= 15, path.name
        assert any("clean-" in template.genre for template in read_templates(path, 1)), path.name


def test_surnames_follow_the_census_with_a_tail(records: list[Record]) -> None:
    names = [r.text[s.start] for r in records if not r.trap for s in r.spans if s.type == "korean_name"]
    shares = Counter(names)

    assert 0.17 < shares["김"] / len(names) < 0.26
    assert len(shares) > 60


def test_particles_fit_the_name_before_them(records: list[Record]) -> None:
    seen: Counter[str] = Counter()
    for record in records:
        for span in record.spans:
            particle = re.match(r"으로|로|(?:이에요|예요|이라고|라고|아|야|이랑|랑)(?= |$)", record.text[span.end :])
            if span.type != "korean_name" or record.trap or particle is None:
                continue
            final = (ord(record.text[span.end - 1]) - ord("가")) % 28
            wants_closed = particle.group() in {"으로", "이에요", "이라고", "아", "이랑"}
            assert wants_closed == (final not in ({0, 8} if "로" in particle.group() else {0})), record.id
            seen[particle.group()] += 1

    assert len(seen) >= 6
