"""Rules that see a breach in the records of the audit log.

Each rule weighs records and raises an alert for whoever reaches its limit within its window. The same rules judge the
played scenarios and the real log of a report.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from oauth2_demo.security.breach.records import HASHED, AuditRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

# Korea has had one time zone without daylight saving since 1988, so no time zone data have to be installed.
KOREA = timezone(timedelta(hours=9), "KST")
_WORK_BEGINS, _WORK_ENDS = 7, 22
_SATURDAY = 5
_MAX_EVIDENCE = 10
_CALLS = frozenset({"tool_access", "tool_refused", "tool_failed"})
_REFUSALS = frozenset({"tool_refused", "consent_refused", "token_rejected", "token_refused"})
_PROBES = frozenset(
    {"insufficient_scope", "scope_missing", "scope_not_allowed", "consent_missing", "consent_revoked", "refused"}
)
_FORGERIES = frozenset({"bad_signature", "wrong_type", "wrong_issuer", "bad_claims", "malformed_token"})
_GUESSES = frozenset({"wrong_secret", "unknown_client", "bad_assertion", "replayed_assertion"})

Weigh: TypeAlias = Callable[[AuditRecord], int]
Subject: TypeAlias = Callable[[AuditRecord], str]


class Severity(StrEnum):
    """How much a finding matters."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Alert:
    """A rule has seen something.

    Attributes:
        rule: Its name.
        severity: How much it matters.
        subject: Who or what it is about, as the log names it.
        weight: What the rule has counted.
        first_at: When it began.
        last_at: When the last record of it was written.
        evidence: The ids of the last records of it.
    """

    rule: str
    severity: Severity
    subject: str
    weight: int
    first_at: datetime
    last_at: datetime
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A limit on a weighed sum within a sliding window.

    Attributes:
        name: Its name in alerts.
        severity: Of its alerts.
        weigh: What a record counts; 0 when it is not concerned.
        limit: The sum at which there is an alert.
        window: How far the sum reaches back.
        subject: Whom the sum is kept for.
    """

    name: str
    severity: Severity
    weigh: Weigh
    limit: int
    window: timedelta
    subject: Subject


class Watch:
    """One rule over a stream of records in the order of their time; memory grows with subjects, not with records."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._spells: dict[str, _Spell] = {}
        self._alerts: list[Alert] = []

    def see(self, record: AuditRecord) -> None:
        """Take one record into account."""
        weight = self._rule.weigh(record)
        if not weight:
            return
        subject = self._rule.subject(record)
        spell = self._spells.get(subject)
        if spell is None or spell.has_ended(record.timestamp, self._rule.window):
            self._close(subject, spell)
            spell = self._spells[subject] = _Spell(record.timestamp, record.timestamp)
        spell.add(record, weight, self._rule.window)
        spell.is_alarming = spell.is_alarming or spell.in_window >= self._rule.limit

    def alerts(self) -> list[Alert]:
        """The alerts so far: one for each subject and spell."""
        for subject, spell in self._spells.items():
            self._close(subject, spell)
        self._spells.clear()
        return list(self._alerts)

    def _close(self, subject: str, spell: _Spell | None) -> None:
        if spell is not None and spell.is_alarming:
            rule = self._rule
            evidence = tuple(spell.evidence)
            alert = Alert(rule.name, rule.severity, subject, spell.total, spell.first_at, spell.last_at, evidence)
            self._alerts.append(alert)


@dataclass(slots=True)
class _Spell:
    """What one subject did without a pause as long as the window."""

    first_at: datetime
    last_at: datetime
    recent: deque[tuple[datetime, int]] = field(default_factory=deque)
    in_window: int = 0
    total: int = 0
    evidence: deque[str] = field(default_factory=lambda: deque(maxlen=_MAX_EVIDENCE))
    is_alarming: bool = False

    def has_ended(self, at: datetime, window: timedelta) -> bool:
        return at - self.last_at > window

    def add(self, record: AuditRecord, weight: int, window: timedelta) -> None:
        at = record.timestamp
        self.recent.append((at, weight))
        self.in_window += weight
        self.total += weight
        while at - self.recent[0][0] > window:
            self.in_window -= self.recent.popleft()[1]
        self.last_at = at
        self.evidence.append(record.event_id)


def client_of(record: AuditRecord) -> str:
    """Whom a record is about; all strangers are one, because a stranger's claimed id means nothing."""
    return record.client_id or "unknown"


def _returned_items(record: AuditRecord) -> int:
    return record.count("found_in_result") if record.event_type == "tool_access" else 0


def _encoded_items(record: AuditRecord) -> int:
    return record.count("found_encoded")


def _wrong_credentials(record: AuditRecord) -> int:
    throttled = record.event_type == "rate_limited" and record.word("reason") == "throttled"
    return int(throttled or (record.event_type == "client_auth_failed" and record.word("reason") in _GUESSES))


def _revoked_token_used(record: AuditRecord) -> int:
    revoked = record.event_type == "token_rejected" and record.word("reason") == "revoked"
    return int(revoked or record.action_taken == "token_revoked")


def _forged_token(record: AuditRecord) -> int:
    return int(record.event_type == "token_rejected" and record.word("reason") in _FORGERIES)


def _privilege_probe(record: AuditRecord) -> int:
    reason = record.word("reason") or record.action_taken or ""
    return int(record.event_type in _REFUSALS and reason in _PROBES)


def _planted_text(record: AuditRecord) -> int:
    # Tools have names; what arrives in the place of one and does not look like one was typed by somebody.
    is_planted = record.event_type in _CALLS and (record.tool_name or "").startswith(HASHED)
    return int(is_planted)


def _at_night(record: AuditRecord) -> int:
    local = record.timestamp.astimezone(KOREA)
    is_off_hours = local.weekday() >= _SATURDAY or not _WORK_BEGINS <= local.hour < _WORK_ENDS
    return int(is_off_hours and record.contains_pii)


def _reveals(record: AuditRecord) -> int:
    return record.pii_count if record.event_type == "pii_revealed" else 0


def _guard_failures(record: AuditRecord) -> int:
    return int((record.action_taken or "").startswith("refused_without_"))


def _restarts(record: AuditRecord) -> int:
    return int(record.event_type == "chain_restarted")


_TEN_MINUTES = timedelta(minutes=10)
_HOUR = timedelta(hours=1)

RULES: tuple[Rule, ...] = (
    Rule("bulk_pii_export", Severity.CRITICAL, _returned_items, 100, _TEN_MINUTES, client_of),
    Rule("encoded_exfiltration", Severity.CRITICAL, _encoded_items, 1, _TEN_MINUTES, client_of),
    Rule("client_brute_force", Severity.HIGH, _wrong_credentials, 10, _TEN_MINUTES, client_of),
    Rule("revoked_token_replay", Severity.HIGH, _revoked_token_used, 1, _TEN_MINUTES, client_of),
    Rule("token_forgery", Severity.HIGH, _forged_token, 3, _TEN_MINUTES, client_of),
    Rule("privilege_probing", Severity.HIGH, _privilege_probe, 5, _TEN_MINUTES, client_of),
    Rule("stored_injection", Severity.MEDIUM, _planted_text, 1, _HOUR, client_of),
    Rule("off_hours_burst", Severity.MEDIUM, _at_night, 20, _TEN_MINUTES, client_of),
    Rule("reveal_spree", Severity.HIGH, _reveals, 20, _TEN_MINUTES, client_of),
    Rule("guard_failure", Severity.HIGH, _guard_failures, 1, _HOUR, client_of),
    Rule("log_restarted", Severity.HIGH, _restarts, 1, _HOUR, lambda _: "audit log"),
)


def examine(records: Iterable[AuditRecord], rules: Iterable[Rule] = RULES) -> list[Alert]:
    """All alerts of all rules over records in the order of their time, in one pass."""
    watches = [Watch(rule) for rule in rules]
    for record in records:
        for watch in watches:
            watch.see(record)
    return in_order(alert for watch in watches for alert in watch.alerts())


def in_order(alerts: Iterable[Alert]) -> list[Alert]:
    """Alerts in the order of their time."""
    return sorted(alerts, key=lambda alert: (alert.first_at, alert.rule))
