"""The figures of a period, counted in one pass over the audit records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from oauth2_demo.security.breach.records import AuditRecord

_REFUSED = "refused"
_CALLS = frozenset({"tool_access", "tool_refused", "tool_failed"})
# As few bars as a person can compare, as many as show a day of hours or a month of days.
_MAX_BUCKETS = 31
_BUCKETS = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(days=1), timedelta(days=7))


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, its end exclusive."""

    since: datetime
    until: datetime

    @property
    def before(self) -> Period:
        """The stretch of the same length before this one."""
        return Period(self.since - (self.until - self.since), self.since)

    @property
    def bucket(self) -> timedelta:
        """The width of a bar in a chart over this period."""
        length = self.until - self.since
        return next((width for width in _BUCKETS if length <= width * _MAX_BUCKETS), length / _MAX_BUCKETS)

    def bucket_starts(self) -> Iterator[datetime]:
        """Where the bars begin."""
        start = self.since
        while start < self.until:
            yield start
            start += self.bucket


@dataclass(slots=True)
class Bucket:
    """What happened in one bar of a chart."""

    events: int = 0
    with_pii: int = 0
    refused: int = 0


@dataclass(slots=True)
class Usage:
    """How often a tool or a client appears."""

    calls: int = 0
    refused: int = 0
    with_pii: int = 0


@dataclass(slots=True)
class Figures:
    """Everything that is counted over a period."""

    period: Period
    events: int = 0
    calls: int = 0
    refusals: int = 0
    failures: int = 0
    with_pii: int = 0
    reveals: int = 0
    tokens_issued: int = 0
    event_types: Counter[str] = field(default_factory=Counter)
    actions: Counter[str] = field(default_factory=Counter)
    refusal_reasons: Counter[str] = field(default_factory=Counter)
    pii_types: Counter[str] = field(default_factory=Counter)
    readable_pii_types: Counter[str] = field(default_factory=Counter)
    tools: dict[str, Usage] = field(default_factory=dict)
    clients: dict[str, Usage] = field(default_factory=dict)
    buckets: dict[datetime, Bucket] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.buckets = {start: Bucket() for start in self.period.bucket_starts()}

    @property
    def pii_items(self) -> int:
        """How many pieces of personal data were found."""
        return self.pii_types.total()

    def see(self, record: AuditRecord) -> None:
        """Count one record of the period."""
        is_refused = record.outcome == _REFUSED
        self.events += 1
        self.event_types[record.event_type] += 1
        self.calls += record.event_type in _CALLS
        self.refusals += is_refused
        self.failures += record.outcome == "error"
        self.with_pii += record.contains_pii
        self.reveals += record.event_type == "pii_revealed"
        self.tokens_issued += record.event_type == "token_issued"
        self.pii_types.update(record.pii_by_type)
        if record.action_taken is not None:
            self.actions[record.action_taken] += 1
        if record.action_taken == "executed_with_pii_allowed":
            self.readable_pii_types.update(record.pii_by_type)
        if is_refused:
            self.refusal_reasons[record.word("reason") or record.action_taken or record.event_type] += 1
        self._count_usage(record, is_refused=is_refused)
        self._count_bucket(record, is_refused=is_refused)

    def _count_usage(self, record: AuditRecord, *, is_refused: bool) -> None:
        is_call = record.event_type in _CALLS
        named = ((self.tools, record.tool_name if is_call else None), (self.clients, record.client_id))
        for table, name in named:
            if name is not None:
                usage = table.setdefault(name, Usage())
                usage.calls += 1
                usage.refused += is_refused
                usage.with_pii += record.contains_pii

    def _count_bucket(self, record: AuditRecord, *, is_refused: bool) -> None:
        index = (record.timestamp - self.period.since) // self.period.bucket
        bucket = self.buckets[self.period.since + index * self.period.bucket]
        bucket.events += 1
        bucket.refused += is_refused
        bucket.with_pii += record.contains_pii and not is_refused


def top(table: dict[str, Usage], limit: int) -> list[tuple[str, Usage]]:
    """The entries with the most calls, most first, equal ones by name."""
    return sorted(table.items(), key=lambda entry: (-entry[1].calls, entry[0]))[:limit]


def change_percent(now: int, before: int) -> int | None:
    """By how many percent a figure has changed, or None when there was nothing to compare with."""
    if now == before:
        return 0
    return None if before == 0 else round((now - before) * 100 / before)
