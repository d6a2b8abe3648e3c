"""Masks leave nothing of a person; matches keep values out of logs."""

from __future__ import annotations

import pytest

from oauth2_demo.security.pii import PiiDetector, PiiMatch, mask_value

pytestmark = pytest.mark.unit

TEXT = "홍길동님 hong@example.com 010-1234-5678"


@pytest.fixture(scope="module")
def detector() -> PiiDetector:
    return PiiDetector()


@pytest.mark.parametrize(
    ("style", "masked"),
    [
        ("full", "****님 **** ****"),
        ("length", "***님 **************** *************"),
        ("format", "****님 h***@e***.com 010-****-****"),
    ],
)
def test_each_style_masks_as_documented(detector: PiiDetector, style: str, masked: str) -> None:
    assert detector.mask_pii(TEXT, style=style) == masked  # type: ignore[arg-type]  # parametrize passes plain text


@pytest.mark.parametrize(
    ("type_name", "value", "masked"),
    [
        ("phone", "02-783-4412", "**-***-****"),
        ("phone", "+82-10-2298-7714", "+**-**-****-****"),
        ("ssn", "881204-2743857", "******-*******"),
        ("credit_card", "4571 7143 2178 5377", "**** **** **** ****"),
        ("email", "ab@cd.kr", "***@***.kr"),
        ("email", "이상한 값", "****"),
        ("address", "서울특별시 종로구 새문안로 55", "****"),
    ],
)
def test_format_style_keeps_shape_but_no_identifying_part(type_name: str, value: str, masked: str) -> None:
    assert mask_value(type_name, value, "format") == masked


def test_match_is_a_mapping_with_the_same_names_as_its_attributes() -> None:
    match = PiiMatch("email", "a@b.kr", 3, 9, 0.9, "high")
    assert dict(match) == {"type": "email", "value": "a@b.kr", "start": 3, "end": 9, "score": 0.9, "severity": "high"}
    assert (match.type, match.value, match.start, match.end, match.score, match.severity) == tuple(match.values())
    assert len(match) == 6
    with pytest.raises(KeyError):
        match["shoe_size"]


def test_equal_matches_are_one_in_a_set() -> None:
    assert len({PiiMatch("email", "a@b.kr", 0, 6, 0.9, "high"), PiiMatch("email", "a@b.kr", 0, 6, 0.9, "high")}) == 1


def test_written_out_match_shows_type_and_place_but_not_the_value(detector: PiiDetector) -> None:
    shown = repr(detector.scan_text(TEXT))
    assert "type='phone'" in shown
    assert "start=22" in shown
    for secret in ("홍길동", "hong@", "example", "1234", "5678"):
        assert secret not in shown


def test_mask_uncovers_nothing_new(detector: PiiDetector) -> None:
    # Once the first number is gone the cue stands before the second.
    masked = detector.mask_pii("생년월일 1991-04-17 1992-05-18")
    assert detector.scan_text(masked) == []
