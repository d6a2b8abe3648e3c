"""Text inside JSON strings, HTML and program text is read like plain text, with offsets into what was given."""

import json
from functools import cache

import pii_quality
import pytest
from pii_corpus.generate import build
from pii_corpus.scoring import Score, judge
from pii_corpus.wrapping import WRAPPINGS, wrap

from oauth2_demo.security.pii import PiiDetector

pytestmark = pytest.mark.unit

# Points of micro F1 that a wrapping may cost.
ALLOWED_LOSS = 0.5


@cache
def detector() -> PiiDetector:
    return PiiDetector()


@cache
def score(part: str, wrapping: str | None) -> Score:
    records = [record for record in build(part) if not record.trap]
    if wrapping:
        records = [wrap(record, WRAPPINGS[wrapping]) for record in records]
    return judge(records, pii_quality.engine())


def found(text: str) -> list[tuple[str, str]]:
    matches = detector().scan_text(text)
    assert all(text[match.start : match.end] == match.value for match in matches)
    return [(match.type, match.value) for match in matches]


@pytest.mark.parametrize("wrapping", ["json", "html", "crlf", "quote"])
@pytest.mark.parametrize("part", ["wild", "last"])
def test_wrapping_costs_no_quality(part: str, wrapping: str) -> None:
    assert score(part, wrapping).micro.f1 >= score(part, None).micro.f1 - ALLOWED_LOSS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"text":"Mr. Orlando Petrakis called"}', "Orlando Petrakis"),
        ("<p>Dr. Orlando Petrakis", "Orlando Petrakis"),
        (json.dumps({"text": "It works.\n\nThanks,\nOrlando Petrakis"}), "Orlando Petrakis"),
        (json.dumps({"text": json.dumps({"name": "Orlando Petrakis"})}), "Orlando Petrakis"),
        ("(Ms. Orlanda Petrakis)", "Orlanda Petrakis"),
        ("&lt;b&gt;Mr. Orlando Petrakis&lt;/b&gt;", "Orlando Petrakis"),
        (json.dumps({"text": "name,city\nOrlando Petrakis,Oslo"}), "Orlando Petrakis"),
    ],
)
def test_a_name_is_found_directly_behind_a_quote_tag_or_escape(text: str, value: str) -> None:
    assert ("person_name", value) in found(text)


def test_a_korean_table_in_a_json_string_is_read_by_its_header() -> None:
    text = json.dumps({"text": "성명,생년월일,비고\n어진결,1971-08-02,-\n호영담,1980-01-19,-"}, ensure_ascii=False)
    assert found(text) == [
        ("korean_name", "어진결"),
        ("date_of_birth", "1971-08-02"),
        ("korean_name", "호영담"),
        ("date_of_birth", "1980-01-19"),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "        name,\n        return result",
        'values = [\n    "name",\n    "phone",\n]\nreturn value, other\n',
        "from x import (\n    customer,\n    name,\n)\n\n\nimport warnings\nDisplay a shell, now\n",
        "name,\nreturn result,\n",
        "name,city\nreturn result,value\n",
        "name, value\n\nStandalone Shell, nothing\n",
        "name,city\nOslo Fjord\n",
        "  name,city\n  Oslo Fjord,nothing\n",
    ],
)
def test_program_text_is_no_table(code: str) -> None:
    assert found(code) == []
