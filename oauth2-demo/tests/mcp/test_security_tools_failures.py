"""What the security tools say when what they work with is broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import pytest

from oauth2_demo.mcp_server import CodedToolError, ErrorCode
from oauth2_demo.security.audit import AuditUnavailableError
from oauth2_demo.security.breach.drill import Outcome
from oauth2_demo.security.secure_mcp_tools import _context
from oauth2_demo.security.security_common import SecurityProcess
from oauth2_demo.security.tools.audit import AuditTools, _shown
from oauth2_demo.security.tools.breach import _result
from oauth2_demo.security.tools.detection import DetectionTools
from oauth2_demo.security.tools.report import ReportTools
from oauth2_demo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from oauth2_demo.security.tools.context import ToolContext

pytestmark = pytest.mark.unit


class Deaf:
    """An encryption service that gives back something else, or takes anything."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def encrypt(self, text: str) -> str:
        return f"gAAAA{text}"

    def decrypt(self, token: str) -> str:
        del token
        return self._answer


@pytest.fixture
def context(tmp_path: Path) -> ToolContext:
    settings = Settings(home=tmp_path)
    return _context(settings, SecurityProcess(settings))


def unreadable() -> object:
    raise AuditUnavailableError("/somewhere/secret")


@pytest.mark.parametrize("answer", ["something else", "text"])
def test_a_round_trip_that_fails_or_takes_a_changed_ciphertext_is_an_error(context: ToolContext, answer: str) -> None:
    broken = replace(context, open_encryption=lambda: Deaf(answer))  # type: ignore[arg-type,return-value] # broken
    with pytest.raises(CodedToolError) as failure:
        DetectionTools(broken).test_encryption("text", "ko")
    assert failure.value.code is ErrorCode.UNAVAILABLE
    assert "암호화 왕복 시험에 실패했습니다" in failure.value.message


@pytest.mark.parametrize(
    "use",
    [
        lambda context: AuditTools(context).get_security_audit_log(),
        lambda context: AuditTools(context).audit_summary(),
        lambda context: ReportTools(context).generate_security_report(),
    ],
)
def test_a_log_that_cannot_be_opened_is_unavailable_and_names_no_path(
    context: ToolContext, use: Callable[[ToolContext], object]
) -> None:
    broken = replace(context, open_query=unreadable, load_key=unreadable)  # type: ignore[arg-type] # broken
    with pytest.raises(CodedToolError) as failure:
        use(broken)
    assert failure.value.code is ErrorCode.UNAVAILABLE
    assert "/somewhere/secret" not in failure.value.message


def test_an_index_that_fails_while_it_is_asked_is_unavailable(context: ToolContext) -> None:
    class Failing:
        def __getattr__(self, name: str) -> Callable[..., object]:
            return lambda *_: unreadable()

    broken = replace(context, open_query=Failing)  # type: ignore[arg-type] # broken
    for use in (AuditTools(broken).get_security_audit_log, AuditTools(broken).audit_summary):
        with pytest.raises(CodedToolError):
            use()


@pytest.mark.parametrize(("language", "words"), [("ko", "예상과 다르게"), ("en", "did not end as they should")])
def test_a_drill_with_a_breach_that_nobody_saw_says_so(language: str, words: str) -> None:
    missed = Outcome("bulk_pii_export", False, (), 5, 0, None, None, ("page 1",), is_control=False)
    alarmed = Outcome("ordinary_day", True, ("off_hours_burst",), 5, 0, 1, 2.0, (), is_control=True)
    good = replace(missed, was_detected=True, scenario="log_tampering")
    result = _result([missed, alarmed, good], language)  # type: ignore[arg-type] # by its name
    assert not result.passed
    assert words in result.summary
    assert "bulk_pii_export, ordinary_day" in result.summary
    assert [one.passed for one in result.scenarios] == [False, False, True]


def test_text_from_a_log_that_somebody_else_wrote_is_cut_and_cleaned() -> None:
    assert _shown("a\x1b[2J\nb\u202e" + "x" * 200) == "a[2Jb" + "x" * 95 + "…"


def test_relative_and_absolute_times_are_read_in_utc(context: ToolContext) -> None:
    fixed = replace(context, now=lambda: datetime(2026, 3, 10, tzinfo=UTC))
    made = ReportTools(fixed).generate_security_report(since="2026-03-01", until="30m", language="en")
    assert (made.since, made.until) == ("2026-03-01T00:00:00+00:00", "2026-03-09T23:30:00+00:00")


@pytest.mark.parametrize(
    "instant", ["0001-01-01T00:00:00+23:00", "9999-12-31T23:59:59-23:00", "1969-12-31", "9000-01-01"]
)
@pytest.mark.parametrize("side", ["since", "until"])
def test_a_time_that_no_log_can_have_is_told_and_no_internal_error(
    context: ToolContext, instant: str, side: str
) -> None:
    for read in (AuditTools(context).get_security_audit_log, ReportTools(context).generate_security_report):
        with pytest.raises(CodedToolError, match="1970") as refusal:
            read(language="en", **{side: instant})  # type: ignore[arg-type] # one text among the arguments
        assert refusal.value.code == ErrorCode.FORMAT


@pytest.mark.parametrize(("language", "sentence"), [("ko", "폴더가 들어갈 수 없습니다"), ("en", "1 to 59 letters")])
def test_a_name_with_room_for_one_ending_only_leaves_no_half_of_a_report(
    context: ToolContext, language: Literal["ko", "en"], sentence: str
) -> None:
    tools = ReportTools(context)
    with pytest.raises(CodedToolError, match=sentence):
        tools.generate_security_report(file_name="x" * 60, language=language)
    assert not context.reports.exists()
    assert tools.generate_security_report(file_name="x" * 59).files == [
        f"reports/{'x' * 59}.md",
        f"reports/{'x' * 59}.html",
    ]


def test_a_log_that_nobody_has_written_yet_is_empty(context: ToolContext) -> None:
    assert AuditTools(context).get_security_audit_log().total == 0
    assert '"events": 0' in AuditTools(context).audit_summary()
    assert ReportTools(context).generate_security_report().integrity == "cannot_tell"
