"""Puts a report together: one pass over the records of two periods, the rules, and the verdict on the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.security.breach.rules import RULES, Watch, in_order
from oauth2_demo.security.report.figures import Figures, Period
from oauth2_demo.security.report.findings import findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from oauth2_demo.security.breach.records import AuditRecord
    from oauth2_demo.security.report.advice import Language
    from oauth2_demo.security.report.findings import Finding, Integrity


class AuditSource(Protocol):
    """Where records are read and the log is judged."""

    def records(self, since: datetime, until: datetime) -> Iterator[AuditRecord]:
        """The records from `since` up to but not including `until`, oldest first."""
        ...

    def verify(self) -> Integrity:
        """Whether the whole log is what was written."""
        ...


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says, before it has a form.

    Attributes:
        language: In which it speaks.
        generated_at: When it was made.
        figures: Of the period.
        previous: Of the period of the same length before.
        integrity: The verdict on the log.
        findings: The most severe first.
    """

    language: Language
    generated_at: datetime
    figures: Figures
    previous: Figures
    integrity: Integrity
    findings: Sequence[Finding]


def assemble(source: AuditSource, period: Period, generated_at: datetime, language: Language) -> Report:
    """Make the report over a period."""
    figures, previous = Figures(period), Figures(period.before)
    watches = [Watch(rule) for rule in RULES]
    for record in source.records(period.before.since, period.until):
        if record.timestamp < period.since:
            previous.see(record)
            continue
        figures.see(record)
        for watch in watches:
            watch.see(record)
    integrity = source.verify()
    alerts = in_order(alert for watch in watches for alert in watch.alerts())
    return Report(language, generated_at, figures, previous, integrity, findings(alerts, integrity, figures))
