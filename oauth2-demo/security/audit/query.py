"""Questions to the log: filters, pages and figures, answered from the index. Stored text is only ever data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from oauth2_demo.security.audit.fields import FieldGuard
from oauth2_demo.security.audit.index import AuditIndex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from oauth2_demo.security.audit.events import Scalar
    from oauth2_demo.security.audit.keys import ChainKey

Grouping: TypeAlias = Literal[
    "event_type", "tool_name", "client_id", "user_id", "outcome", "action_taken", "day", "hour"
]

MAX_PAGE = 500
# Only these ever reach the text of a statement.
_EXPRESSIONS: dict[Grouping, str] = {
    "event_type": "event_type",
    "tool_name": "tool_name",
    "client_id": "client_id",
    "user_id": "user_id",
    "outcome": "outcome",
    "action_taken": "action_taken",
    "day": "substr(timestamp, 1, 10)",
    "hour": "substr(timestamp, 1, 13)",
}


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What to look for; everything that is `None` matches all.

    Args:
        since: First instant, inclusive.
        until: Last instant, exclusive.
        tool_name: As it was called; what the log keeps as a hash is found as well. The same holds for the other names.
    """

    since: datetime | None = None
    until: datetime | None = None
    event_types: Sequence[str] = ()
    tool_name: str | None = None
    client_id: str | None = None
    user_id: str | None = None
    outcome: str | None = None
    action_taken: str | None = None
    contains_pii: bool | None = None
    event_id: str | None = None


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One record as a reader sees it; the fields of the log that have no field here are in `details`."""

    seq: int
    event_id: str
    timestamp: str
    event_type: str
    tool_name: str | None
    user_id: str | None
    client_id: str | None
    contains_pii: bool
    action_taken: str | None
    parameter_count: int
    outcome: str | None
    request_id: str | None
    session: str
    details: dict[str, Scalar]


@dataclass(frozen=True, slots=True)
class Page:
    """Records, newest first. `next_cursor` continues; `None` at the end. `total` counts all that match."""

    records: tuple[AuditRecord, ...]
    next_cursor: int | None
    total: int


class AuditQuery:
    """Reads the log of one installation. Every question first brings the index up to date.

    Raises:
        AuditUnavailableError: From every method, when log or index cannot be read.
    """

    def __init__(self, log: Path, key: ChainKey, index_path: Path | None = None) -> None:
        self.index = AuditIndex(log, key, index_path)
        self._guard = FieldGuard(key.match)

    def search(self, wanted: AuditFilter, limit: int = 50, cursor: int | None = None) -> Page:
        """Find records, newest first.

        Args:
            limit: At most this many, 1 to 500.
            cursor: `next_cursor` of the page before.
        """
        limit = max(1, min(limit, MAX_PAGE))
        condition, values = self._condition(wanted)
        with self.index.updated() as connection:
            total = connection.execute(f"SELECT count(*) FROM record WHERE {condition}", values).fetchone()[0]  # noqa: S608
            if cursor is not None:
                condition, values = f"{condition} AND seq < ?", [*values, cursor]
            rows = connection.execute(
                f"SELECT line FROM record WHERE {condition} ORDER BY seq DESC LIMIT ?",  # noqa: S608
                [*values, limit + 1],
            ).fetchall()
        records = tuple(_record(line) for (line,) in rows[:limit])
        return Page(records, records[-1].seq if len(rows) > limit else None, int(total))

    def count_by(self, grouping: Grouping, wanted: AuditFilter, limit: int = MAX_PAGE) -> list[tuple[str | None, int]]:
        """Count records by a field, or by day or hour in UTC: days and hours in order, the rest most frequent first."""
        expression = _EXPRESSIONS[grouping]
        order = "1" if grouping in {"day", "hour"} else "2 DESC, 1"
        condition, values = self._condition(wanted)
        return self._rows(
            f"SELECT {expression}, count(*) FROM record WHERE {condition} GROUP BY 1 ORDER BY {order} LIMIT ?",  # noqa: S608
            [*values, limit],
        )

    def count_pii_by_type(self, wanted: AuditFilter) -> list[tuple[str | None, int]]:
        """How many values of each type of personal data were found, most frequent first."""
        condition, values = self._condition(wanted)
        return self._rows(
            f"SELECT pii.type, sum(pii.count) FROM pii JOIN record USING (seq) WHERE {condition} "  # noqa: S608
            "GROUP BY 1 ORDER BY 2 DESC, 1",
            values,
        )

    def refused_line_count(self) -> int:
        """How many lines of the log are not genuine records; `verify` says which and why."""
        with self.index.updated() as connection:
            return int(connection.execute("SELECT refused FROM progress").fetchone()[0])

    def _rows(self, statement: str, values: list[str | int]) -> list[tuple[str | None, int]]:
        with self.index.updated() as connection:
            return [(name, int(count)) for name, count in connection.execute(statement, values)]

    def _condition(self, wanted: AuditFilter) -> tuple[str, list[str | int]]:
        parts, values = ["1"], list[str | int]()
        for column in ("tool_name", "client_id", "user_id", "outcome", "action_taken"):
            text = getattr(wanted, column)
            if text is not None:
                # A hash that is shown by one query must find its records in the next.
                parts.append(f"{column} IN (?, ?)")
                values += [self._guard.text(text), text]
        for column, operator, instant in (("timestamp", ">=", wanted.since), ("timestamp", "<", wanted.until)):
            if instant is not None:
                parts.append(f"{column} {operator} ?")
                values.append(_stamp(instant))
        if wanted.event_types:
            parts.append(f"event_type IN ({', '.join('?' * len(wanted.event_types))})")
            values += [str(event_type) for event_type in wanted.event_types]
        if wanted.event_id is not None:
            parts.append("event_id = ?")
            values.append(wanted.event_id)
        if wanted.contains_pii is not None:
            parts.append("contains_pii = ?")
            values.append(int(wanted.contains_pii))
        return " AND ".join(parts), values


def _stamp(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"


def _record(line: str) -> AuditRecord:
    fields = json.loads(line)
    return AuditRecord(**{name: fields[name] for name in AuditRecord.__dataclass_fields__})
