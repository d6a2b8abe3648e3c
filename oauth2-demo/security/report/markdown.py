"""The report as Markdown. Names from the log are data: whatever they hold, they make no markup and no new line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from oauth2_demo.security.report.advice import advice
from oauth2_demo.security.report.figures import top
from oauth2_demo.security.report.forms import change, key_figures, moment, span, time_of, worst
from oauth2_demo.security.report.wording import pii_type, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from oauth2_demo.security.report.advice import Language
    from oauth2_demo.security.report.assembly import Report
    from oauth2_demo.security.report.figures import Usage
    from oauth2_demo.security.report.findings import Finding

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")
_TOP: Final = 10


def to_markdown(report: Report) -> str:
    """Write the report."""
    language = report.language
    level = worst(report)
    parts = [
        f"# {word('title', language)}",
        f"{word('period', language)}: {span(report)}  \n"
        f"{word('generated', language)}: {moment(report.generated_at)}  \n"
        f"{word('verdict', language)}: **{word(level or 'calm', language)}**  \n"
        f"{word('integrity', language)}: **{word(report.integrity.verdict, language)}** "
        f"({word('checked', language)}: {report.integrity.records:,})",
        _table(
            [word("name", language), word("count", language), word("change", language)],
            [
                [word(key, language), f"{value:,}", change(percent, language)]
                for key, value, percent in key_figures(report)
            ],
        ),
        _section("findings", language, _findings(report)),
        _section("pii_by_type", language, _counts(report, "type", _pii_rows(report))),
        _section("top_tools", language, _usage(report.figures.tools, language)),
        _section("top_clients", language, _usage(report.figures.clients, language)),
        _section(
            "refusal_reasons", language, _counts(report, "name", report.figures.refusal_reasons.most_common(_TOP))
        ),
        _section("actions", language, _counts(report, "name", report.figures.actions.most_common(_TOP))),
        f"{word('time_zone', language)} {word('disclaimer', language)}",
    ]
    return "\n\n".join(parts) + "\n"


def _section(key: str, language: Language, body: str) -> str:
    return f"## {word(key, language)}\n\n{body}"


def _findings(report: Report) -> str:
    if not report.findings:
        return word("no_findings", report.language)
    return "\n\n".join(_finding(finding, report.language) for finding in report.findings)


def _finding(finding: Finding, language: Language) -> str:
    words = advice(finding.kind, language)
    subject = _plain(finding.subject) or word("everyone", language)
    facts = [f"{word('subject', language)}: {subject}", f"{word('count', language)}: {finding.weight:,}"]
    if finding.first_at is not None:
        facts.append(f"{word('when', language)}: {time_of(finding)}")
    lines = [
        f"### {word(finding.severity, language)} · {words.title}",
        words.meaning,
        " · ".join(facts),
        f"**{word('what_to_do', language)}:** {words.steps}",
        f"**{word('basis', language)}:** {words.basis}",
    ]
    if finding.evidence:
        lines.append(f"**{word('evidence', language)}:** " + ", ".join(f"`{_plain(one)}`" for one in finding.evidence))
    return "\n\n".join(lines)


def _pii_rows(report: Report) -> list[tuple[str, int]]:
    return [(pii_type(name, report.language), count) for name, count in report.figures.pii_types.most_common()]


def _counts(report: Report, head: str, rows: Sequence[tuple[str, int]]) -> str:
    if not rows:
        return word("nothing", report.language)
    return _table(
        [word(head, report.language), word("count", report.language)],
        [[_plain(name), f"{count:,}"] for name, count in rows],
    )


def _usage(table: Mapping[str, Usage], language: Language) -> str:
    rows = top(dict(table), _TOP)
    if not rows:
        return word("nothing", language)
    return _table(
        [word(key, language) for key in ("name", "calls", "with_pii", "refusals")],
        [[_plain(name), f"{use.calls:,}", f"{use.with_pii:,}", f"{use.refused:,}"] for name, use in rows],
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rule, *rows])


def _plain(text: str) -> str:
    visible = "".join(character if character.isprintable() else " " for character in text)
    return _MARKUP.sub(r"\\\1", visible)
