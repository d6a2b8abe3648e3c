"""Questions to the log: filters, pages and figures, answered from the index. Stored text is only ever data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from oauth2_demo.security.audit.fields import FieldGuard
from oauth2_demo.security.audit.index import AuditIndex
from oauth2_demo.security.audit.record import has_valid_mac, read_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from oauth2_demo.security.audit.events import Scalar
    from oauth2_demo.security.audit.keys import ChainKey

Grouping: TypeAlias = Literal[
    "event_type", "tool_name", "client_id", "user_id", "outcome", "action_taken", "day", "hour"
]

MAX_PAGE = 500
_MAX_INTEGER = 2**63 - 1
_STORED = re.compile(r"h:[0-9a-f]{32}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2})?", re.ASCII)
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
        self._key = key
        self._guard = FieldGuard(key.match)

    def search(self, wanted: AuditFilter, limit: int = 50, cursor: int | None = None) -> Page:
        """Find records, newest first.

        Args:
            limit: At most this many, 1 to 500.
            cursor: `next_cursor` of the page before.
        """
        limit = max(1, min(limit, MAX_PAGE))
        condition, values = self._condition(wanted)
        page_condition, page_values = condition, [*values, limit + 1]
        if cursor is not None:
            page_condition, page_values = f"{condition} AND seq < ?", [*values, min(cursor, _MAX_INTEGER), limit + 1]
        statement = f"SELECT line FROM record WHERE {page_condition} ORDER BY seq DESC LIMIT ?"  # noqa: S608
        with self.index.updated() as connection:
            lines = self._believed(connection, statement, page_values, self._is_genuine)
            total = connection.execute(f"SELECT count(*) FROM record WHERE {condition}", values).fetchone()[0]  # noqa: S608
        records = tuple(_record(line) for (line,) in lines[:limit])
        return Page(records, records[-1].seq if len(lines) > limit else None, int(total))

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
            rows = self._believed(connection, statement, values, self._is_stored)
        return [(name, int(count)) for name, count in rows]

    def _believed(
        self,
        connection: sqlite3.Connection,
        statement: str,
        values: list[str | int],
        is_believable: Callable[[str | None], bool],
    ) -> list[tuple[Any, ...]]:
        """The rows of a statement, if the first column of each could come from the log.

        Only genuine records get into the index, but whoever can write in its folder can change it afterwards. Then it
        is made anew from the log before anything of it is shown.
        """
        rows = connection.execute(statement, values).fetchall()
        if not all(is_believable(row[0]) for row in rows):
            self.index.read_anew(connection)
            rows = connection.execute(statement, values).fetchall()
        return rows

    def _is_genuine(self, line: str | None) -> bool:
        data = (line or "").encode("utf-8", "replace")
        return read_line(data) is not None and has_valid_mac(data, self._key)

    def _is_stored(self, name: str | None) -> bool:
        """Whether a name looks as one of a record does: a name, a keyed hash, a day or an hour."""
        return name is None or bool(_STORED.fullmatch(name)) or self._guard.text(name) == name

    def _condition(self, wanted: AuditFilter) -> tuple[str, list[str | int]]:
        parts, values = ["1"], list[str | int]()
        for column in ("tool_name", "client_id", "user_id", "outcome", "action_taken"):
            text = getattr(wanted, column)
            if text is not None:
                # A hash that is shown by one query must find its records in the next.
                parts.append(f"{column} IN (?, ?)")
                values += [self._guard.text(text), _for_sqlite(text)]
        for column, operator, instant in (("timestamp", ">=", wanted.since), ("timestamp", "<", wanted.until)):
            if instant is not None:
                parts.append(f"{column} {operator} ?")
                values.append(stamp(instant))
        if wanted.event_types:
            parts.append(f"event_type IN ({', '.join('?' * len(wanted.event_types))})")
            values += [_for_sqlite(str(event_type)) for event_type in wanted.event_types]
        if wanted.event_id is not None:
            parts.append("event_id = ?")
            values.append(_for_sqlite(wanted.event_id))
        if wanted.contains_pii is not None:
            parts.append("contains_pii = ?")
            values.append(int(wanted.contains_pii))
        return " AND ".join(parts), values


def _for_sqlite(text: str) -> str:
    """Half of a surrogate pair stands in no record, and SQLite cannot be asked for it."""
    return text.encode("utf-8", "replace").decode()


def stamp(instant: datetime) -> str:
    """An instant as records write it: the order of the texts is the order of time."""
    try:
        instant = instant.astimezone(UTC)
    except OverflowError:
        # At the ends of the calendar the other time zone has no such day; no record is that far away.
        instant = instant.replace(tzinfo=UTC)
    return f"{instant.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _record(line: str) -> AuditRecord:
    fields = json.loads(line)
    return AuditRecord(**{name: fields[name] for name in AuditRecord.__dataclass_fields__})
