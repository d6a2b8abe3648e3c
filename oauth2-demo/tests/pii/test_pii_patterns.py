"""The pattern file can be edited and extended, and what is wrong with it is said with file, line and remedy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.pii import PatternError, PiiDetector, load_patterns
from oauth2_demo.security.pii.regex_safety import find_unsafe_repeat

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unit

BADGE: dict[str, object] = {
    "severity": "medium",
    "priority": 30,
    "patterns": [{"regex": "EMP-[0-9]{6}", "gate": "literal", "literals": ["EMP-"]}],
    "examples": {"match": [{"text": "badge EMP-123456", "value": "EMP-123456"}], "no_match": ["EMP-12"]},
}


def write(tmp_path: Path, types: dict[str, object], version: object = 1) -> Path:
    path = tmp_path / "patterns.json"
    path.write_text(json.dumps({"version": version, "types": types}, indent=1, ensure_ascii=False), encoding="utf-8")
    return path


def with_pattern(**changes: object) -> dict[str, object]:
    pattern = {"regex": "EMP-[0-9]{6}", "gate": "literal", "literals": ["EMP-"], **changes}
    return {**BADGE, "patterns": [{key: value for key, value in pattern.items() if value is not None}]}


def values(path: Path, text: str) -> list[tuple[str, str]]:
    return [(match.type, match.value) for match in PiiDetector(load_patterns(path)).scan_text(text)]


def test_type_of_the_user_is_found_by_the_same_engine(tmp_path: Path) -> None:
    path = write(tmp_path, {"badge": BADGE})
    assert values(path, "출입증 EMP-123456로 입장") == [("badge", "EMP-123456")]


@pytest.mark.parametrize(
    ("pattern", "text", "value"),
    [
        ({"gate": None, "literals": None, "regex": "사번 ?[0-9]{5}"}, "제 사번 12345입니다", "사번 12345"),
        ({"gate": "around", "literals": ["#"], "regex": "[a-z]{2,8}#[0-9]{4}"}, "discord kim#1234 now", "kim#1234"),
        ({"gate": "digits", "literals": None, "regex": "77-[0-9]{4}-[0-9]{4}"}, "no 77-1234-5678.", "77-1234-5678"),
        (
            {"gate": "token", "literals": ["acme_"], "regex": "acme_[a-z0-9]{16}"},
            "acme_a1b2c3d4e5f6a7b8",
            "acme_a1b2c3d4e5f6a7b8",
        ),
        ({"gate": "token", "literals": ["ACME"], "regex": "ACME[a-z0-9]{8}"}, "x ACMEa1b2c3d4", "ACMEa1b2c3d4"),
    ],
    ids=["scan", "around", "digits", "token", "token-without-mark"],
)
def test_each_gate_serves_types_of_the_user(tmp_path: Path, pattern: dict[str, object], text: str, value: str) -> None:
    assert values(write(tmp_path, {"badge": with_pattern(**pattern)}), text) == [("badge", value)]


def test_context_gate_needs_the_cue_word(tmp_path: Path) -> None:
    badge = {
        **with_pattern(gate="context", literals=None, regex="[0-9]{4}"),
        "context": {"ko": ["사번"], "en": ["staff"]},
    }
    path = write(tmp_path, {"badge": badge})
    assert values(path, "사번: 1234, 금액 5678") == [("badge", "1234")]
    assert values(path, "Staff no. 4321") == [("badge", "4321")]
    assert values(path, "distaff 4321") == []


def test_required_context_and_other_labels_decide(tmp_path: Path) -> None:
    badge = {
        **with_pattern(context="required"),
        "context": {"ko": ["출입"], "en": ["badge"]},
        "not_after": {"ko": ["부품번호"], "en": ["part"]},
    }
    path = write(tmp_path, {"badge": badge})
    assert values(path, "badge EMP-123456") == [("badge", "EMP-123456")]
    assert values(path, "EMP-123456 출입") == [("badge", "EMP-123456")]
    assert values(path, "EMP-123456") == []
    assert values(path, "badge: part no. EMP-123456") == []
    assert values(path, "department badge EMP-123456") == [("badge", "EMP-123456")]
    assert values(path, "badge, part number EMP-123456") == []
    assert values(path, "badge 부품번호 EMP-123456") == []


def test_disabled_type_is_not_found(tmp_path: Path) -> None:
    assert values(write(tmp_path, {"badge": {**BADGE, "enabled": False}}), "EMP-123456") == []


def test_higher_priority_wins_an_overlap(tmp_path: Path) -> None:
    wide = {**with_pattern(regex="EMP-[0-9]{6}-[A-Z]"), "priority": 10}
    path = write(tmp_path, {"badge": BADGE, "wide": wide})
    assert values(path, "EMP-123456-X") == [("badge", "EMP-123456")]
    path = write(tmp_path, {"badge": BADGE, "wide": {**wide, "priority": 90}})
    assert values(path, "EMP-123456-X") == [("wide", "EMP-123456-X")]


@pytest.mark.parametrize(
    ("types", "says"),
    [
        ({"badge": {**BADGE, "colour": "red"}}, 'unknown key "colour"'),
        ({"badge": {key: value for key, value in BADGE.items() if key != "severity"}}, 'lacks "severity"'),
        ({"badge": {**BADGE, "severity": "huge"}}, '"severity" must be one of low, medium, high, critical'),
        ({"badge": {**BADGE, "priority": "9"}}, "must be a whole number"),
        ({"badge": {**BADGE, "enabled": "yes"}}, '"enabled" must be true or false'),
        ({"badge": {**BADGE, "patterns": []}}, 'has no "patterns"'),
        ({"badge": {**BADGE, "patterns": {}}}, '"patterns" must be a list'),
        ({"badge": {**BADGE, "context": {"fr": ["x"]}}}, 'unknown key "fr"'),
        ({"badge": {**BADGE, "context": {"en": [""]}}}, "texts that are not empty"),
        ({"badge": {**BADGE, "examples": []}}, "must be an object"),
        ({"Badge": BADGE}, "lower-case letters"),
        ({"badge": with_pattern(regex="EMP-(")}, "does not compile"),
        ({"badge": with_pattern(regex="")}, "must be a text that is not empty"),
        ({"badge": with_pattern(regex="(EMP-)?")}, "matches the empty text"),
        ({"badge": with_pattern(regex="EMP-([0-9]+)+")}, "a repeat without bound inside"),
        ({"badge": with_pattern(gate="magic")}, '"gate" must be one of'),
        ({"badge": with_pattern(literals=None)}, 'needs "literals"'),
        ({"badge": with_pattern(check="mod97")}, "unknown check 'mod97'"),
        ({"badge": with_pattern(check=["luhn"])}, "unknown check"),
        ({"badge": with_pattern(regex="(?:" * 2000 + "a" + ")" * 2000)}, "nested too deeply"),
        ({"badge": with_pattern(score=2)}, '"score" must be a number'),
        ({"badge": with_pattern(context="maybe")}, '"context" must be one of'),
        ({"badge": with_pattern(lead=["3"])}, "must be a whole number"),
    ],
)
def test_mistake_is_refused_with_file_line_and_remedy(tmp_path: Path, types: dict[str, object], says: str) -> None:
    path = write(tmp_path, types)
    with pytest.raises(PatternError) as caught:
        load_patterns(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{path}, line ")


def test_error_names_the_line_of_the_mistake(tmp_path: Path) -> None:
    path = write(tmp_path, {"badge": with_pattern(regex="EMP-(a+)+")})
    line = 1 + next(at for at, text in enumerate(path.read_text(encoding="utf-8").splitlines()) if "(a+)+" in text)
    with pytest.raises(PatternError, match=f"line {line}:"):
        load_patterns(path)


def test_file_that_is_missing_or_no_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="cannot be read"):
        load_patterns(tmp_path / "none.json")
    broken = tmp_path / "broken.json"
    broken.write_text('{\n "version": 1,\n oops', encoding="utf-8")
    with pytest.raises(PatternError, match="line 3: not JSON"):
        load_patterns(broken)


def test_a_key_that_stands_twice_replaces_nothing_silently(tmp_path: Path) -> None:
    path = write(tmp_path, {"badge": BADGE, "other": BADGE})
    lines = path.read_text(encoding="utf-8").replace('"other"', '"badge"')
    path.write_text(lines, encoding="utf-8")
    line = max(at for at, text in enumerate(lines.splitlines(), 1) if '"badge":' in text)
    with pytest.raises(PatternError, match=f'line {line}: "badge" stands twice'):
        load_patterns(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b'{"version": "\xff"}', "not UTF-8 at byte 13"), (b"[" * 99_999, "nesting"), (b"9" * 9_999, "a number")],
)
def test_a_file_that_no_parser_takes_is_told_like_any_mistake(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "patterns.json"
    path.write_bytes(content)
    with pytest.raises(PatternError, match=says):
        load_patterns(path)


def test_other_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match='"version" must be 1'):
        load_patterns(write(tmp_path, {"badge": BADGE}, version=2))


@pytest.mark.parametrize(
    "regex", ["(a+)+", "(?:a*b*)*", "((a|b+)c?)*", "(?:x{1,50}){1,50}", "(?=(a+)+)b", "(?:a|(?:b+))+?"]
)
def test_nested_unbounded_repeats_are_unsafe(regex: str) -> None:
    assert find_unsafe_repeat(regex)


@pytest.mark.parametrize("regex", ["a+b+", "(?:a{1,5}b){1,20}", "(?:[0-9]{1,4}-?)+", "(a|b)*c", "a{3}(?:b?c){2,9}"])
def test_bounded_repeats_are_safe(regex: str) -> None:
    assert find_unsafe_repeat(regex) is None
