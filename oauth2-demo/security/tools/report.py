"""`generate_security_report`: the report as structured content, Markdown and files."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from oauth2_demo.mcp_server.errors import invalid, unavailable
from oauth2_demo.security.tools.arguments import LanguageChoice, TimeText, read_time
from oauth2_demo.security.tools.models import (
    Ranked,
    ReportFigure,
    ReportFinding,
    SecurityReport,
    TrendPoint,
)
from oauth2_demo.security.tools.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.security.report.assembly import Report
    from oauth2_demo.security.report.figures import Period, Usage
    from oauth2_demo.security.report.findings import Finding
    from oauth2_demo.security.tools.context import ToolContext
    from oauth2_demo.security.tools.texts import Language

Days = Annotated[int, Field(description="How many days up to now; ignored when since is given", ge=1, le=366)]
FileName = Annotated[
    str | None,
    Field(description="Name of the files without an ending, such as weekly; made from the time where left out"),
]
_LONGEST_DAYS: Final = 366
# With its longest ending it is a file name of 64 characters.
_LONGEST_NAME: Final = 59
_MAX_FINDINGS: Final = 50
_TOP: Final = 10


class ReportTools:
    """The tool, bound to one installation."""

    def __init__(self, context: ToolContext) -> None:
        self._context = context

    def generate_security_report(
        self,
        days: Days = 7,
        since: TimeText = None,
        until: TimeText = None,
        file_name: FileName = None,
        language: LanguageChoice = None,
    ) -> SecurityReport:
        """Write a security report over a period: figures, trends, findings, log integrity. 보안 보고서 생성.

        It is returned as data and Markdown, and written as Markdown and as one HTML file with charts into the reports
        folder of the installation.
        """
        from oauth2_demo.security.audit import AuditError
        from oauth2_demo.security.report.assembly import assemble
        from oauth2_demo.security.report.log_source import LogSource

        language = language or self._context.language
        period = self._period(days, since, until, language)
        try:
            source = LogSource(self._context.audit_log, self._context.load_key())
            report = assemble(source, period, self._context.now(), language)
        except AuditError:
            raise unavailable(say("unreadable_log", language)) from None
        return self._written(report, file_name)

    def _period(self, days: int, since: str | None, until: str | None, language: Language) -> Period:
        from oauth2_demo.security.report.figures import Period

        now = self._context.now()
        end = read_time(until, "until", now, language) or now
        start = read_time(since, "since", now, language) or end - timedelta(days=days)
        if start >= end:
            raise invalid(say("empty_period", language))
        if end - start > timedelta(days=_LONGEST_DAYS):
            raise invalid(say("long_period", language, days=_LONGEST_DAYS))
        return Period(start, end)

    def _written(self, report: Report, file_name: str | None) -> SecurityReport:
        from oauth2_demo.security.report.files import ReportFileError, ReportNameError, check_name, write_report
        from oauth2_demo.security.report.markdown import to_markdown
        from oauth2_demo.security.report.page import to_html

        name = f"security-report-{report.generated_at:%Y%m%d-%H%M%S}" if file_name is None else file_name
        markdown = to_markdown(report)
        forms = {f"{name}.md": markdown, f"{name}.html": to_html(report)}
        try:
            # All names before the first file: a name with room for one ending only would leave half a report.
            for file in forms:
                check_name(file)
            files = [write_report(self._context.reports, file, content).name for file, content in forms.items()]
        except ReportNameError:
            raise invalid(say("bad_file_name", report.language, longest=_LONGEST_NAME)) from None
        except ReportFileError as error:
            raise invalid(str(error)) from None
        self._record(report)
        return _structured(report, markdown, [f"reports/{file}" for file in files])

    def _record(self, report: Report) -> None:
        from oauth2_demo.security.audit import AuditEvent, EventType

        caller = self._context.services.caller()
        self._context.services.audit().append(
            AuditEvent(
                EventType.REPORT_GENERATED,
                client_id=caller.client_id,
                user_id=caller.user_id,
                action_taken="report_written",
                outcome="success",
                details={"findings": len(report.findings), "integrity": report.integrity.verdict},
            )
        )


def _structured(report: Report, markdown: str, files: list[str]) -> SecurityReport:
    from oauth2_demo.security.report.forms import key_figures, span, worst
    from oauth2_demo.security.report.wording import word

    language, figures = report.language, report.figures
    return SecurityReport(
        summary=say(
            "report",
            language,
            span=span(report),
            events=figures.events,
            findings=len(report.findings),
            integrity=word(report.integrity.verdict, language),
        ),
        since=figures.period.since.isoformat(),
        until=figures.period.until.isoformat(),
        overall=worst(report) or "calm",
        integrity=report.integrity.verdict,
        records_verified=report.integrity.records,
        figures=[
            ReportFigure(key=key, name=word(key, language), value=value, change_percent=change)
            for key, value, change in key_figures(report)
        ],
        pii_by_type=dict(figures.pii_types.most_common()),
        refusal_reasons=dict(figures.refusal_reasons.most_common(_TOP)),
        trend=[
            TrendPoint(start=start.isoformat(), events=bucket.events, with_pii=bucket.with_pii, refused=bucket.refused)
            for start, bucket in figures.buckets.items()
        ],
        top_tools=_ranking(figures.tools),
        top_clients=_ranking(figures.clients),
        findings=[_finding(finding, language) for finding in report.findings[:_MAX_FINDINGS]],
        markdown=markdown,
        files=files,
    )


def _ranking(table: Mapping[str, Usage]) -> list[Ranked]:
    from oauth2_demo.security.report.figures import top

    return [
        Ranked(name=name, calls=usage.calls, with_pii=usage.with_pii, refused=usage.refused)
        for name, usage in top(dict(table), _TOP)
    ]


def _finding(finding: Finding, language: Language) -> ReportFinding:
    from oauth2_demo.security.report.advice import advice

    words = advice(finding.kind, language)
    return ReportFinding(
        kind=finding.kind,
        severity=finding.severity,
        title=words.title,
        meaning=words.meaning,
        subject=finding.subject,
        count=finding.weight,
        first_at=finding.first_at.isoformat() if finding.first_at else None,
        last_at=finding.last_at.isoformat() if finding.last_at else None,
        advice=words.steps,
        basis=words.basis,
        evidence=list(finding.evidence),
    )
