"""What must hold for every text: offsets, masking, padding, growth of the work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oauth2_demo.security.pii import PiiDetector

if TYPE_CHECKING:
    from types import FrameType

pytestmark = pytest.mark.unit

DETECTOR = PiiDetector()
VALUES = (
    "홍길동님",
    "담당자: 박우람",
    "hong@example.com",
    "010-1234-5678",
    "881204-2743857",
    "4571-7143-2178-5377",
    "신한은행 110-229-448107",
    "여권번호 M38810427",
    "서울특별시 종로구 새문안로 55",
    "생년월일 1991-04-17",
    "203.0.113.41",
    "+1 512 555 0136",
    "SSN 417-22-9083",
    "My name is Patrick Dunmore.",
    "DE49 8827 9671 3915 6386 96",
    "220-81-66361",
    "mysql://svc:Pa55word@db.example.com/app",
    "ghp_24gT33Lshr3A9FECkWi8s4c10HrtnxmzdyoI",
    "12-05-334817-22",
    "０１０－１２３４－５６７８",
    "공일공 일이삼사 오육칠팔",
    "hong [at] example (dot) com",
    "\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc님",
    "010\u200b-1234\u200b-5678",
    "이름,연락처\n김하늘,01098765432\n",
    '{"name": "이서준", "dob": "1990-01-02"}',
    "김민수, 이영희, 박철수 님",
)
FILLERS = (
    " ",
    "\n",
    ", ",
    " / ",
    "(",
    ")",
    "입니다",
    "은 ",
    "abc",
    "42",
    "****",
    "회의 ",
    "-",
    ":",
    "\t",
    '"',
    "O1O",
    "@",
    "。",
    "ㅡ",
    "\u3164",
)
mixed_texts = st.lists(st.sampled_from(VALUES + FILLERS) | st.text(max_size=5), max_size=12).map("".join)
economical = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@economical
@given(mixed_texts)
def test_offsets_slice_to_the_value_in_order_and_without_overlap(text: str) -> None:
    reached = 0
    for match in DETECTOR.scan_text(text):
        assert reached <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == match.value
        reached = match.end


@economical
@given(mixed_texts, st.sampled_from(("full", "length", "format")))
def test_masked_text_holds_nothing_and_masking_again_changes_nothing(text: str, style: str) -> None:
    masked = DETECTOR.mask_pii(text, style=style)  # type: ignore[arg-type]  # hypothesis has no literal strategy
    assert DETECTOR.scan_text(masked) == []
    assert DETECTOR.mask_pii(masked) == masked


@economical
@given(mixed_texts)
def test_length_style_keeps_every_position(text: str) -> None:
    assert len(DETECTOR.mask_pii(text, style="length")) == len(text)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("padding", ["\n\n", "가나다 라마바.\n\n", "lorem ipsum dolor.\n\n", "\u3000\u200b\n\n"])
def test_padding_shifts_offsets(value: str, padding: str) -> None:
    plain = [(match.type, match.value, match.start) for match in DETECTOR.scan_text(value)]
    padded = [(match.type, match.value, match.start - len(padding)) for match in DETECTOR.scan_text(padding + value)]
    assert plain
    assert padded == plain


def count_calls(text: str) -> int:
    """Count the Python and C calls of one scan: a measure of work that no other process disturbs."""
    calls = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal calls
        calls += 1

    previous = sys.getprofile()
    sys.setprofile(count)
    try:
        DETECTOR.scan_text(text)
    finally:
        sys.setprofile(previous)
    return calls


GROWING = (
    *VALUES,
    "1",
    "1 ",
    "123 ",
    "010-",
    "@",
    "a@",
    "a@a.",
    "-----BEGIN PRIVATE KEY-----",
    "eyJ",
    "://a:",
    "김",
    "김민수 ",
    "님",
    "담당자: ",
    "동 1",
    "강남로 1 ",
    "서울시 ",
    "Aa ",
    "+1",
    "2001:",
    "::",
    "1.1.",
    "name,",
    "1<b>",
    "\\u0030",
    "0l0",
    "1 Aa ",
    "born ",
    "공일",
    "여권 ",
    "sk-",
)


@pytest.mark.parametrize("unit", GROWING)
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    DETECTOR.scan_text(unit * 3)  # Whatever is compiled at first use is not counted.
    short, long = count_calls(unit * 100), count_calls(unit * 400)
    assert long <= 4.5 * short + 2000
