"""Disguised values are found, with offsets of the text as it was given."""

from __future__ import annotations

import unicodedata

import pytest

from oauth2_demo.security.pii import PiiDetector

pytestmark = pytest.mark.unit

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.fixture(scope="module")
def detector() -> PiiDetector:
    return PiiDetector()


@pytest.mark.parametrize(
    ("text", "type_name", "value"),
    [
        ("연락처 " + "010-1234-5678".translate(WIDE) + "입니다", "phone", "010-1234-5678".translate(WIDE)),
        ("메일 " + "hong@example.com".translate(WIDE), "email", "hong@example.com".translate(WIDE)),
        ("번호 010\u20131234\u20135678", "phone", "010\u20131234\u20135678"),
        ("번호 010ㅡ1234ㅡ5678", "phone", "010ㅡ1234ㅡ5678"),
        ("번호 010\u00a01234\u00a05678", "phone", "010\u00a01234\u00a05678"),
        ("번호 010\u00b71234\u00b75678", "phone", "010\u00b71234\u00b75678"),
        ("번호 0\u200b10-12\u200b34-5678", "phone", "0\u200b10-12\u200b34-5678"),
        ("번호 010-\u31641234-5678", "phone", "010-\u31641234-5678"),
        ("번호 010-12\u00ad34-5678", "phone", "010-12\u00ad34-5678"),
        ("번호 ⓪①⓪-①②③④-⑤⑥⑦⑧", "phone", "⓪①⓪-①②③④-⑤⑥⑦⑧"),
        ("번호 \u0660\u0661\u0660-1234-5678", "phone", "\u0660\u0661\u0660-1234-5678"),
        ("번호 0 1 0 1 2 3 4 5 6 7 8 로", "phone", "0 1 0 1 2 3 4 5 6 7 8"),
        ("번호 공일공 일이삼사 오육칠팔", "phone", "공일공 일이삼사 오육칠팔"),
        ("번호 010-일이삼사-오육칠팔이에요", "phone", "010-일이삼사-오육칠팔"),
        ("call O1O-l234-5678 now", "phone", "O1O-l234-5678"),
        ("번호 010<b>-1234-</b>5678", "phone", "010<b>-1234-</b>5678"),
        ("번호 &#48;10-1234-5678", "phone", "&#48;10-1234-5678"),
        ("번호 &#x30;10-1234-5678", "phone", "&#x30;10-1234-5678"),
        ('{"hp": "\\u0030\\u0031\\u0030-1234-5678"}', "phone", "\\u0030\\u0031\\u0030-1234-5678"),
        ("hong&commat;example&period;com", "email", "hong&commat;example&period;com"),
        ("mail hong%40example.com", "email", "hong%40example.com"),
        ("mail hong [at] example (dot) com", "email", "hong [at] example (dot) com"),
        ("mail hong at example dot com", "email", "hong at example dot com"),
        ("메일 hong골뱅이example.com", "email", "hong골뱅이example.com"),
        ("메일 hong 골뱅이 example 점 com", "email", "hong 골뱅이 example 점 com"),
        ("메일 hong(골뱅이)example(점)com", "email", "hong(골뱅이)example(점)com"),
        ("mail hong @ example.com", "email", "hong @ example.com"),
        ("mail hong\uff20example.com", "email", "hong\uff20example.com"),
        ("담당자: " + unicodedata.normalize("NFD", "홍길동"), "korean_name", unicodedata.normalize("NFD", "홍길동")),
        ('{"name": "\\ud64d\\uae38\\ub3d9"}', "korean_name", "\\ud64d\\uae38\\ub3d9"),
        # JSON in a string of JSON, as logs of requests have it.
        ('"{\\"name\\": \\"\\\\ud64d\\\\uae38\\\\ub3d9\\"}"', "korean_name", "\\\\ud64d\\\\uae38\\\\ub3d9"),
        ("mail hong\0@example.com", "email", "hong\0@example.com"),
        ("전화 010-12\ud80034-5678", "phone", "010-12\ud80034-5678"),
        ("010-1234-5678".encode("utf-16-le").decode(), "phone", "010-1234-5678".encode("utf-16-le").decode()[:-1]),
        ("주민번호 881204\u22122743857", "ssn", "881204\u22122743857"),
    ],
)
def test_disguised_value_is_found_where_it_stands(detector: PiiDetector, text: str, type_name: str, value: str) -> None:
    assert [(match.type, match.value) for match in detector.scan_text(text)] == [(type_name, value)]
    start = detector.scan_text(text)[0].start
    assert text[start : start + len(value)] == value


@pytest.mark.parametrize(
    "text",
    [
        "그건 이삼일이면 돼요",
        "육이오 때 일이 사실이야",
        "see it at example, dot by dot",
        "\\ud83d\\ude00 emoji",
        "값 3 ㅡ 5",
        "① 첫째 ② 둘째 ③ 셋째",
        "a&nbsp;b &copy; &#169;",
        "Wrap it with @app.callback() or @functools.cache",
        "1 2 3 4 5 6",
        "list[0] (dot product)",
    ],
)
def test_ordinary_text_is_not_taken_for_a_disguise(detector: PiiDetector, text: str) -> None:
    assert detector.scan_text(text) == []


def test_tags_between_two_values_keep_them_apart(detector: PiiDetector) -> None:
    text = "<span>010-1234-5678</span><span>02-783-4412</span>"
    assert [match.value for match in detector.scan_text(text)] == ["010-1234-5678", "02-783-4412"]
