"""Figures, findings, and the two written forms of a report."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.breach.records import AuditRecord
from oauth2_demo.security.breach.rules import RULES, Severity
from oauth2_demo.security.report.advice import ADVICE
from oauth2_demo.security.report.assembly import Report, assemble
from oauth2_demo.security.report.figures import Period, change_percent, top
from oauth2_demo.security.report.files import ReportFileError, write_report
from oauth2_demo.security.report.findings import Integrity
from oauth2_demo.security.report.markdown import to_markdown
from oauth2_demo.security.report.page import to_html
from oauth2_demo.security.report.wording import WORDS, pii_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from oauth2_demo.security.report.advice import Language

pytestmark = pytest.mark.unit

NOW = datetime(2026, 3, 10, 3, 0, tzinfo=UTC)
DAY = Period(NOW - timedelta(days=1), NOW)
EVIL = "<script>alert(1)</script>|`*_[x](http://evil)\n# head"


def at(hours: float, event_type: str = "tool_access", **fields: object) -> AuditRecord:
    known: dict[str, object] = {"tool_name": "lookup", "client_id": "agent", "outcome": "success", **fields}
    return AuditRecord(f"id{hours}", NOW - timedelta(hours=hours), event_type, **known)  # type: ignore[arg-type]


@dataclass
class FakeSource:
    stored: list[AuditRecord]
    integrity: Integrity = field(default_factory=lambda: Integrity("intact", 7, "intact"))

    def records(self, since: datetime, until: datetime) -> Iterator[AuditRecord]:
        kept = (one for one in self.stored if since <= one.timestamp < until)
        return iter(sorted(kept, key=lambda one: one.timestamp))

    def verify(self) -> Integrity:
        return self.integrity


RECORDS = [
    at(30, contains_pii=True, action_taken="executed_with_encryption", details={"pii_phone": 1}),
    at(3, contains_pii=True, action_taken="executed_with_encryption", details={"pii_phone": 2, "pii_email": 1}),
    at(
        2.5,
        "tool_refused",
        outcome="refused",
        action_taken="refused_by_policy",
        contains_pii=True,
        details={"pii_ssn": 1},
    ),
    at(2, "tool_failed", tool_name="send", outcome="error", action_taken="failed"),
    at(
        1.5, "client_auth_failed", tool_name=None, client_id=None, outcome="refused", details={"reason": "wrong_secret"}
    ),
    at(1, "token_issued", tool_name=None, client_id="batch"),
    at(0.5, "pii_revealed", tool_name="dial", contains_pii=True, details={"pii_phone": 1}),
]


def report(records: list[AuditRecord] | None = None, language: Language = "en", **source: Integrity) -> Report:
    return assemble(FakeSource(RECORDS if records is None else records, **source), DAY, NOW, language)


def test_figures_count_the_period_and_the_one_before() -> None:
    made = report()
    figures = made.figures
    assert (figures.events, figures.calls, figures.refusals, figures.failures) == (6, 3, 2, 1)
    assert (figures.with_pii, figures.pii_items, figures.reveals, figures.tokens_issued) == (3, 5, 1, 1)
    assert figures.pii_types == {"phone": 3, "email": 1, "ssn": 1}
    assert figures.refusal_reasons == {"refused_by_policy": 1, "wrong_secret": 1}
    assert {name: (use.calls, use.refused, use.with_pii) for name, use in figures.tools.items()} == {
        "lookup": (2, 1, 2),
        "send": (1, 0, 0),
    }
    assert figures.clients["agent"].calls == 4
    assert made.previous.events == 1


def test_bars_cover_the_period_and_add_up() -> None:
    buckets = report().figures.buckets
    assert len(buckets) == 24
    assert sum(bucket.events for bucket in buckets.values()) == 6
    assert sum(bucket.refused for bucket in buckets.values()) == 2
    assert sum(bucket.with_pii for bucket in buckets.values()) == 2


@pytest.mark.parametrize(
    ("length", "width"),
    [
        (timedelta(minutes=20), timedelta(minutes=1)),
        (timedelta(hours=5), timedelta(minutes=10)),
        (timedelta(days=1), timedelta(hours=1)),
        (timedelta(days=30), timedelta(days=1)),
        (timedelta(days=200), timedelta(days=7)),
        (timedelta(days=366), timedelta(days=366) / 31),
    ],
)
def test_a_chart_never_has_more_bars_than_a_person_can_read(length: timedelta, width: timedelta) -> None:
    period = Period(NOW - length, NOW)
    assert period.bucket == width
    assert len(list(period.bucket_starts())) <= 32


def test_changes_are_percent_of_what_was() -> None:
    assert change_percent(3, 2) == 50
    assert change_percent(0, 4) == -100
    assert change_percent(2, 0) is None
    assert change_percent(0, 0) == 0


def test_rankings_are_by_calls_and_then_by_name() -> None:
    figures = report().figures
    assert [name for name, _ in top(figures.clients, 2)] == ["agent", "batch"]


def test_findings_come_from_rules_integrity_and_identifiers() -> None:
    records = [
        *RECORDS,
        at(0.4, details={"found_encoded": 1}),
        at(0.3, action_taken="executed_with_pii_allowed", details={"pii_passport": 2}),
    ]
    made = report(records, integrity=Integrity("tampered", 9, "tampered"))
    kinds = {finding.kind: (finding.severity, finding.weight) for finding in made.findings}
    assert kinds == {
        "encoded_exfiltration": (Severity.CRITICAL, 1),
        "log_tampered": (Severity.CRITICAL, 9),
        "unique_identifiers_readable": (Severity.HIGH, 2),
        "unique_identifiers_seen": (Severity.MEDIUM, 1),
    }
    assert [finding.severity for finding in made.findings] == sorted(
        (finding.severity for finding in made.findings), key=list(Severity).index
    )


@pytest.mark.parametrize(
    ("verdict", "kind"), [("cannot_tell", "log_unverifiable"), ("torn_tail", "log_torn"), ("tampered", "log_tampered")]
)
def test_a_log_that_is_not_intact_is_a_finding(verdict: str, kind: str) -> None:
    made = report([], integrity=Integrity(verdict, 0, ""))  # type: ignore[arg-type] # by its name
    assert [finding.kind for finding in made.findings] == [kind]


def test_alerts_before_the_period_are_not_findings_of_it() -> None:
    assert report([at(30, details={"found_encoded": 1})]).findings == []


def test_every_rule_has_advice_in_both_languages_with_its_basis_in_law() -> None:
    assert {rule.name for rule in RULES} < ADVICE.keys()
    for words in ADVICE.values():
        assert words.keys() == {"ko", "en"}
        assert re.search("보호법|안전성 확보조치", words["ko"].basis)
        assert re.search("PIPA|Safety Standards", words["en"].basis)


def test_every_fixed_word_has_both_languages() -> None:
    assert all(words.keys() == {"ko", "en"} and all(words.values()) for words in WORDS.values())
    assert pii_type("ssn", "ko") == "주민등록번호"
    assert pii_type("employee_no", "ko") == "employee_no"


class Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [
            f"{tag} {name}" for name, _ in attrs if name in {"src", "href", "xlink:href", "action", "onload"}
        ]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_stands_alone_and_shows_the_log_as_text(language: Language) -> None:
    planted = at(
        0.2, tool_name=EVIL, client_id=EVIL, outcome="refused", action_taken=EVIL, details={"found_encoded": 1}
    )
    page = to_html(report([*RECORDS, planted], language))
    inspector = Inspector()
    inspector.feed(page)
    assert inspector.loads == []
    assert "script" not in inspector.tags
    assert inspector.tags.count("svg") == 4
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert "<script>alert" not in page
    assert EVIL.splitlines()[0] in inspector.text
    assert f'<html lang="{language}">' in page
    assert WORDS["findings"][language] in inspector.text
    assert "url(" not in page
    assert "@import" not in page


def test_drawing_charts_leaves_no_import_hook_behind() -> None:
    to_html(report())
    assert [hook for hook in sys.meta_path if not hasattr(hook, "find_spec")] == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_markdown_says_the_same_and_no_name_becomes_markup(language: Language) -> None:
    planted = at(
        0.2, tool_name=EVIL, client_id=EVIL, outcome="refused", action_taken=EVIL, details={"found_encoded": 1}
    )
    made = report([*RECORDS, planted], language)
    text = to_markdown(made)
    assert ADVICE["encoded_exfiltration"][language].steps in text
    assert f"| {WORDS['events'][language]} | 7 |" in text
    assert "<script>" not in text
    assert "\n# head" not in text
    assert text.count("\n# ") + text.startswith("# ") == 1


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_empty_period_makes_a_calm_report(language: Language) -> None:
    made = report([], language)
    for form in (to_html(made), to_markdown(made)):
        assert WORDS["no_findings"][language] in form
        assert WORDS["calm"][language] in form
        assert WORDS["nothing"][language] in form


def test_files_are_written_whole_private_and_only_into_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "reports"
    path = write_report(folder, "weekly.html", "하나")
    write_report(folder, "weekly.html", "둘")
    assert path == folder / "weekly.html"
    assert path.read_text(encoding="utf-8") == "둘"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in folder.iterdir()] == ["weekly.html"]


@pytest.mark.parametrize(
    "name", ["../up.html", "/etc/passwd", "a/b.html", "..", ".hidden", "", "x" * 70, "a..b", "a\nb", "a\x00b"]
)
def test_names_that_could_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportFileError, match="has no folder in it"):
        write_report(tmp_path / "reports", name, "x")
    assert list(tmp_path.rglob("*")) == []


def test_a_link_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "reports").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReportFileError, match="is a link"):
        write_report(tmp_path / "reports", "a.html", "x")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_cannot_be_written_is_told_without_a_path(tmp_path: Path) -> None:
    (tmp_path / "reports" / "a.html").mkdir(parents=True)
    with pytest.raises(ReportFileError, match="cannot be written") as failure:
        write_report(tmp_path / "reports", "a.html", "x")
    assert str(tmp_path) not in str(failure.value)
    assert [entry.name for entry in (tmp_path / "reports").iterdir()] == ["a.html"]
