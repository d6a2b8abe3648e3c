"""Rules see a spell that reaches their limit within their window, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from oauth2_demo.security.breach.records import AuditRecord
from oauth2_demo.security.breach.rules import RULES, Severity, examine

pytestmark = pytest.mark.unit

NOON = datetime(2026, 3, 10, 3, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
BY_NAME = {rule.name: rule for rule in RULES}


def record(number: int = 0, after_s: float = 0, at: datetime = NOON, **fields: object) -> AuditRecord:
    blank = AuditRecord(f"id-{number}", at + timedelta(seconds=after_s), "tool_access", "lookup", client_id="agent")
    return replace(blank, **fields)  # type: ignore[arg-type] # fields by name


def names(records: list[AuditRecord]) -> list[str]:
    return [alert.rule for alert in examine(records)]


EXAMPLES: dict[str, AuditRecord] = {
    "bulk_pii_export": record(details={"found_in_result": 10}),
    "encoded_exfiltration": record(details={"found_encoded": 1}),
    "client_brute_force": record(event_type="client_auth_failed", details={"reason": "wrong_secret"}),
    "revoked_token_replay": record(event_type="token_rejected", details={"reason": "revoked"}),
    "token_forgery": record(event_type="token_rejected", details={"reason": "bad_signature"}),
    "privilege_probing": record(event_type="tool_refused", action_taken="insufficient_scope"),
    "stored_injection": record(event_type="tool_refused", tool_name="h:0123"),
    "off_hours_burst": record(at=NIGHT, contains_pii=True),
    "reveal_spree": record(event_type="pii_revealed", details={"pii_phone": 1}),
    "guard_failure": record(event_type="tool_refused", action_taken="refused_without_encryption"),
    "log_restarted": record(event_type="chain_restarted"),
}


def test_every_rule_has_an_example() -> None:
    assert EXAMPLES.keys() == BY_NAME.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_alarms_at_its_limit_and_not_before(name: str) -> None:
    rule, example = BY_NAME[name], EXAMPLES[name]
    needed = -(-rule.limit // rule.weigh(example))
    spell = [
        replace(example, event_id=f"id-{number}", timestamp=example.timestamp + timedelta(seconds=number))
        for number in range(needed)
    ]
    assert names(spell[:-1]) == []
    assert names(spell) == [name]


@pytest.mark.parametrize("name", [name for name in EXAMPLES if BY_NAME[name].limit > 1])
def test_what_is_spread_wider_than_the_window_is_no_spell(name: str) -> None:
    rule, example = BY_NAME[name], EXAMPLES[name]
    pause = rule.window + timedelta(seconds=1)
    start = example.timestamp
    spread = [replace(example, timestamp=start + pause * (number * 144)) for number in range(rule.limit + 1)]
    assert names(spread) == []


def test_a_sum_slides_with_its_window() -> None:
    rule = BY_NAME["client_brute_force"]
    slow = [
        record(number, number * 61, event_type="client_auth_failed", details={"reason": "wrong_secret"})
        for number in range(60)
    ]
    assert names(slow) == ["client_brute_force"]
    slower = [replace(one, timestamp=NOON + timedelta(seconds=number * 67)) for number, one in enumerate(slow)]
    assert rule.window == timedelta(minutes=10)
    assert names(slower) == []


def test_spells_are_kept_apart_by_client_and_by_pause() -> None:
    example = EXAMPLES["revoked_token_replay"]
    later = replace(example, timestamp=NOON + timedelta(hours=1), event_id="id-9")
    other = replace(example, client_id="other")
    alerts = examine([example, other, later])
    assert [(alert.subject, alert.weight) for alert in alerts] == [("agent", 1), ("other", 1), ("agent", 1)]
    assert alerts[-1].evidence == ("id-9",)


def test_an_alert_says_how_much_when_and_where_to_look() -> None:
    spell = [record(number, number, details={"found_in_result": 20}) for number in range(30)]
    (alert,) = examine(spell)
    assert (alert.severity, alert.weight) == (Severity.CRITICAL, 600)
    assert (alert.first_at, alert.last_at) == (NOON, NOON + timedelta(seconds=29))
    assert alert.evidence == tuple(f"id-{number}" for number in range(20, 30))


@pytest.mark.parametrize(
    "harmless",
    [
        record(details={"reason": "wrong_secret"}),
        record(event_type="token_rejected", details={"reason": "expired"}),
        record(event_type="resource_access", tool_name="h:0123"),
        record(user_id="h:0123", client_id="h:4567"),
        record(at=NOON, contains_pii=True),
        record(at=NIGHT, contains_pii=False),
        record(event_type="tool_refused", action_taken="refused_by_policy"),
        record(details={"found_in_result": "many"}),
    ],
)
def test_ordinary_records_weigh_nothing(harmless: AuditRecord) -> None:
    assert names([harmless] * 50) == []


@pytest.mark.parametrize(
    ("at", "is_off_hours"),
    [
        (datetime(2026, 3, 10, 12, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 10, 13, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 9, 21, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 9, 22, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 14, 3, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 13, 15, 0, tzinfo=UTC), True),
    ],
)
def test_off_hours_are_those_of_korea(at: datetime, is_off_hours: bool) -> None:
    assert BY_NAME["off_hours_burst"].weigh(record(at=at, contains_pii=True)) == int(is_off_hours)


def test_strangers_are_one_subject() -> None:
    guesses = [
        record(number, number, event_type="client_auth_failed", client_id=None, details={"reason": "unknown_client"})
        for number in range(10)
    ]
    (alert,) = examine(guesses)
    assert alert.subject == "unknown"


def test_counts_of_personal_data_are_read_by_type() -> None:
    one = record(details={"pii_phone": 2, "pii_email": 1, "pii_note": "x", "jti": "y"})
    assert one.pii_by_type == {"phone": 2, "email": 1}
    assert one.pii_count == 3
    assert (one.word("jti"), one.word("pii_phone"), one.count("jti")) == ("y", "", 0)
