"""The labelled sample lines and the examples of the pattern file: what each type is and what it is not."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from oauth2_demo.security.pii import PiiDetector, load_patterns
from oauth2_demo.security.pii.patterns import DEFAULT_PATTERNS, SHIPPED_CRC32

pytestmark = pytest.mark.unit

SAMPLES = Path(__file__).parents[3] / "benchmarks" / "pii_corpus" / "samples"
Record = dict[str, list[dict[str, object]]]
RECORDS: list[Record] = [
    json.loads(line)
    for path in sorted(SAMPLES.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
TYPES = load_patterns()
EXAMPLES = [(name, example) for name, spec in TYPES.items() for example in spec.examples]


@pytest.fixture(scope="module")
def detector() -> PiiDetector:
    return PiiDetector()


def keys_of(spans: list[dict[str, object]]) -> set[tuple[object, object, object]]:
    return {(span["type"], span["start"], span["end"]) for span in spans}


@pytest.mark.parametrize("record", RECORDS, ids=[str(record["id"]) for record in RECORDS])
def test_sample_line_yields_exactly_its_labels(detector: PiiDetector, record: Record) -> None:
    found: set[tuple[object, object, object]] = {
        (match.type, match.start, match.end) for match in detector.scan_text(str(record["text"]))
    }
    labelled: set[tuple[object, object, object]] = {
        (span["type"], span["start"], span["end"]) for span in record["spans"]
    }
    optional = {(span["type"], span["start"], span["end"]) for span in record.get("optional", [])}
    assert found - optional == labelled


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}-{at}" for at, (name, _) in enumerate(EXAMPLES)])
def test_example_of_the_pattern_file_holds(detector: PiiDetector, name: str, example: tuple[str, str | None]) -> None:
    text, value = example
    values = [match.value for match in detector.scan_text(text) if match.type == name]
    assert values == ([] if value is None else [value])


def test_every_type_of_the_contract_is_there_with_examples_of_both_kinds() -> None:
    wanted = """email phone korean_name ssn foreign_registration passport driver_license business_registration
    credit_card bank_account us_ssn iban ip_address url_credentials jwt api_key private_key address person_name
    date_of_birth"""
    assert set(TYPES) == set(wanted.split())
    for spec in TYPES.values():
        assert {example.value is None for example in spec.examples} == {True, False}, spec.name


def test_identifiers_that_the_law_singles_out_have_the_highest_severity() -> None:
    # 개인정보 보호법 시행령 제19조 names these four.
    for name in ("ssn", "foreign_registration", "passport", "driver_license"):
        assert TYPES[name].severity == "critical"


def test_checksum_of_the_shipped_pattern_file_is_current() -> None:
    # Loading skips the costly validation for exactly this file; the next test does it here.
    assert zlib.crc32(DEFAULT_PATTERNS.read_bytes()) == SHIPPED_CRC32


def test_shipped_pattern_file_passes_the_full_validation(tmp_path: Path) -> None:
    copy = tmp_path / "patterns.json"
    copy.write_text(DEFAULT_PATTERNS.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert load_patterns(copy) == TYPES


def test_example_of_the_specification_has_its_offsets(detector: PiiDetector) -> None:
    found = detector.scan_text("고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)")
    assert [(match["type"], match["value"], match["start"], match["end"]) for match in found] == [
        ("korean_name", "홍길동", 7, 10),
        ("email", "hong@example.com", 13, 29),
        ("phone", "010-1234-5678", 31, 44),
    ]
