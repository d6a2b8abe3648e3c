"""From alerts, integrity and figures to findings that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from oauth2_demo.security.breach.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from oauth2_demo.security.breach.rules import Alert
    from oauth2_demo.security.report.figures import Figures

# 고유식별정보: PIPA article 24, Enforcement Decree article 19.
UNIQUE_IDENTIFIERS: Final = frozenset({"ssn", "foreign_registration", "passport", "driver_license"})
Verdict: TypeAlias = Literal["intact", "tampered", "cannot_tell", "torn_tail"]
_ORDER: Final = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Integrity:
    """What verification says of the log.

    Attributes:
        verdict: In one word.
        records: How many records were checked.
        reason: In a sentence, without data from records.
    """

    verdict: Verdict
    records: int
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at.

    Attributes:
        kind: Its key in `advice`.
        severity: How much it matters.
        subject: Whom or what it is about; empty for all.
        weight: What was counted.
        first_at: When it began, if it has a time.
        last_at: When it ended.
        evidence: Ids of audit records.
    """

    kind: str
    severity: Severity
    subject: str = ""
    weight: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    evidence: tuple[str, ...] = ()


_INTEGRITY: Final[Mapping[Verdict, tuple[str, Severity] | None]] = {
    "intact": None,
    "tampered": ("log_tampered", Severity.CRITICAL),
    "cannot_tell": ("log_unverifiable", Severity.HIGH),
    "torn_tail": ("log_torn", Severity.LOW),
}


def findings(alerts: Iterable[Alert], integrity: Integrity, figures: Figures) -> list[Finding]:
    """All findings, the most severe first."""
    found = [
        Finding(alert.rule, alert.severity, alert.subject, alert.weight, alert.first_at, alert.last_at, alert.evidence)
        for alert in alerts
    ]
    broken = _INTEGRITY[integrity.verdict]
    if broken is not None:
        found.append(Finding(*broken, weight=integrity.records))
    found += _identifiers(figures)
    return sorted(found, key=lambda finding: (_ORDER.index(finding.severity), finding.kind, finding.subject))


def _identifiers(figures: Figures) -> list[Finding]:
    readable = sum(figures.readable_pii_types[name] for name in UNIQUE_IDENTIFIERS)
    seen = sum(figures.pii_types[name] for name in UNIQUE_IDENTIFIERS) - readable
    found = []
    if readable:
        found.append(Finding("unique_identifiers_readable", Severity.HIGH, weight=readable))
    if seen:
        found.append(Finding("unique_identifiers_seen", Severity.MEDIUM, weight=seen))
    return found
