"""What both written forms of a report share: its rows as text, not yet escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.security.breach.rules import KOREA
from oauth2_demo.security.report.figures import change_percent
from oauth2_demo.security.report.wording import word

if TYPE_CHECKING:
    from datetime import datetime

    from oauth2_demo.security.breach.rules import Severity
    from oauth2_demo.security.report.advice import Language
    from oauth2_demo.security.report.assembly import Report
    from oauth2_demo.security.report.findings import Finding

KEY_FIGURES = (
    "events",
    "calls",
    "with_pii",
    "pii_items",
    "refusals",
    "failures",
    "reveals",
    "tokens_issued",
)


def moment(at: datetime) -> str:
    """An instant in Korean time."""
    return f"{at.astimezone(KOREA):%Y-%m-%d %H:%M}"


def span(report: Report) -> str:
    """The period."""
    period = report.figures.period
    return f"{moment(period.since)} – {moment(period.until)}"


def key_figures(report: Report) -> list[tuple[str, int, int | None]]:
    """The main figures: their key in `WORDS`, their value, and the change in percent."""
    return [
        (key, _figure(report, key), change_percent(_figure(report, key), getattr(report.previous, key)))
        for key in KEY_FIGURES
    ]


def _figure(report: Report, key: str) -> int:
    return int(getattr(report.figures, key))


def change(percent: int | None, language: Language) -> str:
    """A change in words."""
    if percent is None:
        return word("no_comparison", language)
    sign = "±" if percent == 0 else "+" if percent > 0 else "−"
    return f"{sign}{abs(percent):,}%"


def worst(report: Report) -> Severity | None:
    """The highest severity among the findings."""
    return report.findings[0].severity if report.findings else None


def time_of(finding: Finding) -> str:
    """When a finding happened."""
    if finding.first_at is None or finding.last_at is None:
        return ""
    first, last = moment(finding.first_at), moment(finding.last_at)
    return first if first == last else f"{first} – {last}"
