"""Names inside runs of words in capitals."""

from __future__ import annotations

import pytest

from oauth2_demo.security.pii import PiiDetector

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE BOARD HEARD MR ZORBLAX QUINTEL ABOUT THE ROOF", "ZORBLAX QUINTEL"),
        ("ALL RIGHTS RESERVED NAME: JIWON H KIM", "JIWON H KIM"),
        ("TERMS OF USE NAME: JOHN Q. SMITH", "JOHN Q. SMITH"),
    ],
)
def test_a_name_is_found_behind_dull_words_in_capitals(text: str, name: str) -> None:
    assert [match.value for match in PiiDetector().scan_text(text)] == [name]


def test_dull_words_in_capitals_are_no_name() -> None:
    assert PiiDetector().scan_text("LIMITATION OF LIABILITY AND WARRANTY OF THE SOFTWARE X Y. TERMS") == []
