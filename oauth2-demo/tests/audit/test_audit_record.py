"""What stands in a record, and above all what does not."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oauth2_demo.security.audit import AuditEvent, ChainKey, EventType, pii_counts
from oauth2_demo.security.audit.fields import MAX_DETAILS, FieldGuard
from oauth2_demo.security.audit.record import MAX_LINE_BYTES, NO_MAC, RecordWriter, new_event_id, read_line
from oauth2_demo.tests.audit.audit_support import ACCESS, PII_ACCESS, Installation

if TYPE_CHECKING:
    from oauth2_demo.security.audit.events import Scalar

pytestmark = pytest.mark.unit

KEY = ChainKey.derive(b"k" * 32)
STAMP = "2026-11-21T04:45:48.123456Z"
NAMES = [
    "get_oauth2_server_status",
    "resolve-library-id",
    "sequentialthinking",
    "getUser",
    "mcp-client",
    "mcp.access",
    "executed_with_encryption",
    "/oauth2/token",
    "/.well-known/openid-configuration",
    "phone,email",
    "HS256",
    "load-client-07",
    "123e4567-e89b-42d3-a456-426614174000",
]
PRIVATE = [
    "010-1234-5678",
    "01012345678",
    "900101-1234567",
    "19900101",
    "hong@example.com",
    "홍길동",
    "Gildong Hong",
    "4111 1111 1111 1111",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln",
    "gAAAAABrASjR8ADVZkHxfAyr-TwmF04vlVNf84zmYyq0M0jBdO3CBu58RzWH3PaN0Ago",
    "https://user:pass@example.com/x",
    "a\nb",
    "a\x1b[31m",
    "<script>alert</script>",
    "x" * 65,
    "\ud800",
    "",
]


def line_of(event: AuditEvent) -> bytes:
    writer = RecordWriter(KEY, "0123456789abcdef")
    return writer.seal(writer.body(event, new_event_id()), 1, STAMP, NO_MAC)[0]


def test_a_record_has_the_documented_fields_and_one_line() -> None:
    line = line_of(AuditEvent(EventType.TOOL_ACCESS, "send_mail", "alice", "mcp-client", True, "executed", 3, "done"))
    fields = json.loads(line)
    assert line.count(b"\n") == 1
    assert (
        fields
        | {
            "seq": 1,
            "timestamp": STAMP,
            "event_type": "tool_access",
            "tool_name": "send_mail",
            "user_id": "alice",
            "client_id": "mcp-client",
            "contains_pii": True,
            "action_taken": "executed",
            "parameter_count": 3,
            "outcome": "done",
            "request_id": None,
            "session": "0123456789abcdef",
            "v": 1,
            "kid": KEY.key_id,
            "details": {},
            "prev": NO_MAC,
        }
        == fields
    )
    assert list(fields)[-3:] == ["contains_pii", "prev", "mac"]
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", fields["event_id"])


def test_grep_for_contains_pii_finds_exactly_the_records_that_say_so(installation: Installation) -> None:
    # A flag elsewhere in the record must not be taken for the one that is asked for.
    decoy = AuditEvent(EventType.TOOL_ACCESS, tool_name="contains_pii", details={"contains_pii": True, "true": True})
    with installation.open() as log:
        wanted = log.append(PII_ACCESS)
        log.append(ACCESS)
        log.append(decoy)
    found = subprocess.run(
        ["grep", "contains_pii.*true", installation.log], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert [json.loads(line)["event_id"] for line in found] == [wanted]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_readable(name: str) -> None:
    assert json.loads(line_of(AuditEvent(EventType.TOOL_ACCESS, tool_name=name)))["tool_name"] == name


@pytest.mark.parametrize("text", PRIVATE)
@pytest.mark.parametrize("field", ["tool_name", "user_id", "client_id", "action_taken", "outcome", "request_id"])
def test_text_that_is_no_name_is_kept_as_a_keyed_hash(field: str, text: str) -> None:
    event = AuditEvent(EventType.TOOL_ACCESS, **{field: text})  # type: ignore[arg-type]  # one text field by name
    line = line_of(event)
    assert re.fullmatch(r"h:[0-9a-f]{32}", json.loads(line)[field])
    assert not text or text.encode("utf-8", "replace") not in line
    assert json.loads(line)[field] == FieldGuard(KEY.match).text(text)
    assert json.loads(line)[field] != FieldGuard(ChainKey.derive(b"l" * 32).match).text(text)


@pytest.mark.parametrize("disguise", ["plain", "hex", "base64", "base64url", "reversed", "spaced", "percent"])
@pytest.mark.parametrize(
    "value", ["010-1234-5678", "900101-1234567", "hong.gildong@example.com", "홍길동", "tok_4f9a8b7c"]
)
def test_private_text_is_in_no_field_in_any_disguise(value: str, disguise: str) -> None:
    raw = value.encode()
    text = {
        "plain": value,
        "hex": raw.hex(),
        "base64": base64.b64encode(raw).decode(),
        "base64url": base64.urlsafe_b64encode(raw).decode().rstrip("="),
        "reversed": value[::-1],
        "spaced": " ".join(value),
        "percent": "".join(f"%{byte:02x}" for byte in raw),
    }[disguise]
    details: dict[str, Scalar] = {"value": text, text: 1}
    line = line_of(AuditEvent(EventType.TOOL_ACCESS, text, text, text, True, text, 1, text, text, details))
    assert text.encode() not in line
    assert value.encode() not in line


@given(st.text())
def test_no_text_can_break_out_of_its_field(text: str) -> None:
    event = AuditEvent(EventType.TOOL_ACCESS, text, text, text, False, text, 1, text, text, {"k": text, text: text})
    line = line_of(event)
    assert read_line(line) is not None
    assert len(line) <= MAX_LINE_BYTES
    assert not re.search(rb"[\x00-\x1f\x7f-\xff]", line[:-1])
    assert json.loads(line)["event_type"] == "tool_access"


@given(st.text(alphabet="0123456789-. ", min_size=6).filter(lambda text: sum(c.isdigit() for c in text) > 5))
def test_no_long_number_stays_readable(text: str) -> None:
    assert FieldGuard(KEY.match).text(f"n{text}").startswith("h:")


def test_detail_fields_that_do_not_fit_are_refused_and_the_event_is_not() -> None:
    details: dict[str, Scalar] = {
        "Bad-Key": 1,
        "phone": 1012345678,
        "ratio": float("nan"),
        "fields_refused": 0,
        "ok": 7,
        "share": 0.5,
        "flag": True,
        "nothing": None,
    }
    stored = json.loads(line_of(AuditEvent(EventType.TOOL_ACCESS, details=details)))["details"]
    assert stored == {"ok": 7, "share": 0.5, "flag": True, "nothing": None, "fields_refused": 4}


def test_the_largest_event_still_fits_into_one_line() -> None:
    text = "Aa" * 32
    details: dict[str, Scalar] = {f"{'k' * 28}_k{number}": "x" * 65 for number in range(40)}
    line = line_of(AuditEvent(EventType.TOOL_ACCESS, text, text, text, True, text, 10**12, text, text, details))
    assert len(line) <= MAX_LINE_BYTES
    stored = json.loads(line)
    assert stored["details"]["fields_refused"] == 40 - MAX_DETAILS
    assert stored["parameter_count"] == 9_999_999


def test_counts_of_personal_data_stand_under_their_type() -> None:
    event = AuditEvent(EventType.PII_DETECTED, details=pii_counts({"phone": 2, "korean_name": 1}))
    assert json.loads(line_of(event))["details"] == {"pii_phone": 2, "pii_korean_name": 1}


def test_many_different_names_do_not_fill_the_memory() -> None:
    guard = FieldGuard(KEY.match)
    pieces = {guard.text_json(f"tool-{'x' * (number % 50)}{number % 999}") for number in range(9000)}
    assert len(pieces) > 1000
    assert len(guard._cache) <= 4096


@pytest.mark.parametrize("letters", ["a" * 63 + "!", "aA" * 31 + "!", "A" * 63 + "!", "aB1" * 21 + "!", "a-" * 32])
def test_no_text_makes_the_pattern_slow(letters: str) -> None:
    # A nested repeat in this pattern once needed minutes; the suite would not end.
    assert FieldGuard(KEY.match).text(letters).startswith("h:")


def test_keys_are_shown_by_nothing() -> None:
    shown = repr(KEY)
    assert KEY.key_id in shown
    assert not any(secret.hex() in shown or repr(secret) in shown for secret in (KEY.chain, KEY.head, KEY.match))
