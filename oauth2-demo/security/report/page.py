"""The report as one HTML file: it loads nothing, runs nothing, and whatever the log holds is text in it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from oauth2_demo.security.report.advice import advice
from oauth2_demo.security.report.charts import FONTS, clients_chart, pii_chart, tools_chart, trend_chart
from oauth2_demo.security.report.forms import change, key_figures, moment, span, time_of, worst
from oauth2_demo.security.report.wording import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.security.report.assembly import Report
    from oauth2_demo.security.report.findings import Finding

_TOP: Final = 8
# What a browser may do with the page even if a value ever got out of its place: nothing.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

_STYLE: Final = f"""
:root {{ color-scheme: light; --ink: #0f172a; --soft: #475569; --line: #e2e8f0; --card: #ffffff; --page: #f1f5f9; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: var(--page); color: var(--ink); font: 15px/1.6 {FONTS}; word-break: keep-all;
  overflow-wrap: anywhere; }}
main {{ max-width: 1080px; margin: 0 auto; padding: 32px 24px 48px; }}
header {{ background: linear-gradient(120deg, #0f172a, #1e3a8a); color: #fff; border-radius: 18px; padding: 28px 32px;
  display: flex; gap: 24px; justify-content: space-between; align-items: center; flex-wrap: wrap; }}
header h1 {{ margin: 0 0 6px; font-size: 28px; letter-spacing: -0.01em; }}
header p {{ margin: 0; color: #cbd5e1; font-size: 14px; }}
.verdicts {{ display: flex; gap: 12px; flex-wrap: wrap; }}
.verdict {{ background: rgb(255 255 255 / 0.1); border: 1px solid rgb(255 255 255 / 0.2); border-radius: 14px;
  padding: 10px 18px; min-width: 150px; }}
.verdict small {{ display: block; color: #cbd5e1; font-size: 12px; }}
.verdict strong {{ font-size: 20px; }}
.figures {{ display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px; margin: 18px 0; }}
.card {{ background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 18px 20px; }}
.figure small {{ color: var(--soft); font-size: 13px; }}
.figure strong {{ display: block; font-size: 28px; line-height: 1.25; letter-spacing: -0.02em; }}
.figure span {{ color: var(--soft); font-size: 12px; }}
.charts {{ display: grid; grid-template-columns: 1fr 1fr; gap: 14px; }}
.wide {{ grid-column: 1 / -1; }}
h2 {{ font-size: 18px; margin: 0 0 10px; letter-spacing: -0.01em; }}
section.findings {{ margin-top: 26px; }}
.finding {{ border-left: 6px solid var(--tone); margin-bottom: 12px; }}
.finding h3 {{ margin: 0 0 4px; font-size: 16px; display: flex; gap: 10px; align-items: center; flex-wrap: wrap; }}
.finding p {{ margin: 4px 0; }}
.finding .facts, .finding .basis {{ color: var(--soft); font-size: 13px; }}
.badge {{ background: var(--tone); color: #fff; border-radius: 999px; padding: 1px 10px; font-size: 12px;
  font-weight: 600; white-space: nowrap; }}
.critical {{ --tone: #991b1b; }} .high {{ --tone: #dc2626; }} .medium {{ --tone: #b45309; }} .low {{ --tone: #475569; }}
.calm {{ --tone: #15803d; }}
code {{ font: 12px/1.6 ui-monospace, monospace; background: var(--page); border-radius: 6px; padding: 1px 6px; }}
table {{ width: 100%; border-collapse: collapse; font-size: 14px; }}
td, th {{ padding: 6px 4px; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }}
td:last-child, th:last-child {{ text-align: right; font-variant-numeric: tabular-nums; }}
th {{ color: var(--soft); font-size: 12px; }}
svg {{ width: 100%; height: auto; display: block; }}
footer {{ margin-top: 24px; color: var(--soft); font-size: 13px; }}
@media (max-width: 760px) {{ .figures {{ grid-template-columns: 1fr 1fr; }} .charts {{ grid-template-columns: 1fr; }} }}
@media print {{ body {{ background: #fff; }} .card {{ break-inside: avoid; }} }}
"""


def to_html(report: Report) -> str:
    """Write the report."""
    language = report.language
    title = escape(word("title", language))
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
{_head(report)}
{_figures(report)}
{_charts(report)}
{_findings(report)}
<footer>{escape(word("time_zone", language))} {escape(word("disclaimer", language))}</footer>
</main>
</body>
</html>
"""


def _head(report: Report) -> str:
    language = report.language
    overall = worst(report) or "calm"
    return f"""<header>
<div><h1>{escape(word("title", language))}</h1>
<p>{escape(word("period", language))} {escape(span(report))}</p>
<p>{escape(word("generated", language))} {escape(moment(report.generated_at))}</p></div>
<div class="verdicts">
{_verdict(word("verdict", language), word(overall, language))}
{_verdict(word("integrity", language), word(report.integrity.verdict, language))}
{_verdict(word("checked", language), f"{report.integrity.records:,}")}
</div>
</header>"""


def _verdict(label: str, value: str) -> str:
    return f'<div class="verdict"><small>{escape(label)}</small><strong>{escape(value)}</strong></div>'


def _figures(report: Report) -> str:
    language = report.language
    cards = [
        f'<div class="card figure"><small>{escape(word(key, language))}</small><strong>{value:,}</strong>'
        f"<span>{escape(_compared(percent, report))}</span></div>"
        for key, value, percent in key_figures(report)
    ]
    return f'<div class="figures">{"".join(cards)}</div>'


def _compared(percent: int | None, report: Report) -> str:
    text = change(percent, report.language)
    return text if percent is None else word("compared", report.language).format(change=text)


def _charts(report: Report) -> str:
    language, figures = report.language, report.figures
    cards = [
        _card("trend", trend_chart(report), report, kind="wide"),
        _card("pii_by_type", pii_chart(report) if figures.pii_types else "", report),
        _card("top_tools", tools_chart(report) if figures.tools else "", report),
        _card("top_clients", clients_chart(report) if figures.clients else "", report),
        _card("refusal_reasons", _table(figures.refusal_reasons.most_common(_TOP), report), report),
    ]
    return f'<div class="charts" lang="{language}">{"".join(cards)}</div>'


def _card(key: str, body: str, report: Report, kind: str = "") -> str:
    language = report.language
    shown = body or f"<p>{escape(word('nothing', language))}</p>"
    return f'<div class="card {kind}"><h2>{escape(word(key, language))}</h2>{shown}</div>'


def _table(rows: Sequence[tuple[str, int]], report: Report) -> str:
    if not rows:
        return ""
    head = f"<tr><th>{escape(word('name', report.language))}</th><th>{escape(word('count', report.language))}</th></tr>"
    cells = "".join(f"<tr><td>{escape(name)}</td><td>{count:,}</td></tr>" for name, count in rows)
    return f"<table>{head}{cells}</table>"


def _findings(report: Report) -> str:
    language = report.language
    body = "".join(_finding(finding, report) for finding in report.findings)
    calm = f'<div class="card finding calm"><p>{escape(word("no_findings", language))}</p></div>'
    return f'<section class="findings"><h2>{escape(word("findings", language))}</h2>{body or calm}</section>'


def _finding(finding: Finding, report: Report) -> str:
    language = report.language
    words = advice(finding.kind, language)
    facts = [
        f"{word('subject', language)}: {finding.subject or word('everyone', language)}",
        f"{word('count', language)}: {finding.weight:,}",
        time_of(finding),
    ]
    evidence = " ".join(f"<code>{escape(one)}</code>" for one in finding.evidence[:3])
    return f"""<div class="card finding {finding.severity}">
<h3><span class="badge">{escape(word(finding.severity, language))}</span>{escape(words.title)}</h3>
<p>{escape(words.meaning)}</p>
<p class="facts">{escape(" · ".join(fact for fact in facts if fact))} {evidence}</p>
<p><strong>{escape(word("what_to_do", language))}</strong> {escape(words.steps)}</p>
<p class="basis">{escape(word("basis", language))}: {escape(words.basis)}</p>
</div>
"""
