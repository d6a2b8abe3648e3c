"""The audit log as the report reads it: hour by hour through the index, and judged by the verifier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from oauth2_demo.security.audit.query import MAX_PAGE, AuditFilter, AuditQuery
from oauth2_demo.security.audit.verdict import Status
from oauth2_demo.security.audit.verification import verify
from oauth2_demo.security.breach.records import record_from
from oauth2_demo.security.report.findings import Integrity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from oauth2_demo.security.audit import ChainKey
    from oauth2_demo.security.breach.records import AuditRecord
    from oauth2_demo.security.report.findings import Verdict

_HOUR: Final = timedelta(hours=1)
_MOST_HOURS: Final = 24 * 366 * 10
_VERDICTS: Final[Mapping[Status, Verdict]] = {
    Status.INTACT: "intact",
    Status.TAMPERED: "tampered",
    Status.CANNOT_TELL: "cannot_tell",
    Status.TORN_TAIL: "torn_tail",
}


class LogSource:
    """An `AuditSource` over the log of this installation.

    Args:
        log: The log.
        key: Its key.
        query: Reads its index.
    """

    def __init__(self, log: Path, key: ChainKey, query: AuditQuery) -> None:
        self._log = log
        self._key = key
        self._query = query

    def records(self, since: datetime, until: datetime) -> Iterator[AuditRecord]:
        """See `AuditSource`. Pages come newest first, so one hour at a time is turned round."""
        hours = self._query.count_by("hour", AuditFilter(since=since, until=until), _MOST_HOURS)
        for name, _ in hours:
            start = datetime.fromisoformat(f"{name}:00:00").replace(tzinfo=UTC)
            yield from self._hour(AuditFilter(since=max(since, start), until=min(until, start + _HOUR)))

    def verify(self) -> Integrity:
        """See `AuditSource`."""
        try:
            verdict = verify(self._log, self._key)
        except OSError as error:
            return Integrity("cannot_tell", 0, f"the log cannot be read: {error.strerror}")
        return Integrity(_VERDICTS[verdict.status], verdict.record_count, verdict.sentence)

    def _hour(self, wanted: AuditFilter) -> Iterator[AuditRecord]:
        newest_first: list[AuditRecord] = []
        cursor: int | None = None
        while True:
            page = self._query.search(wanted, MAX_PAGE, cursor)
            newest_first += [record_from(record) for record in page.records]
            cursor = page.next_cursor
            if cursor is None:
                break
        yield from reversed(newest_first)
