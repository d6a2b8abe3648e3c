"""The gate: nobody calls a tool without identity, scope and consent, and nothing is answered without a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from mcp.shared.exceptions import MCPError

from oauth2_demo.access.consent import ConsentKey
from oauth2_demo.security.audit import EventType
from oauth2_demo.tests.access.gate_harness import ACCEPT, DECLINE, LEGACY, MODERN, UNTICKED, Parts

if TYPE_CHECKING:
    from mcp.client.client import ConnectMode
    from mcp_types import CallToolResult, ElicitResult

pytestmark = [pytest.mark.unit, pytest.mark.anyio]

ERASER = frozenset({"mcp.access", "data.erase"})
eras = pytest.mark.parametrize("mode", [LEGACY, MODERN])


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def called(
    parts: Parts,
    tool: str,
    arguments: dict[str, Any] | None = None,
    mode: ConnectMode = MODERN,
    answer: ElicitResult | None = None,
) -> CallToolResult:
    async with parts.client(mode, answer) as client:
        return await client.call_tool(tool, arguments or {})


def text_of(result: CallToolResult) -> str:
    return "".join(getattr(block, "text", "") for block in result.content)


def facts_of(result: CallToolResult) -> dict[str, Any]:
    return {key: value for key, value in (result.meta or {}).items() if key in {"event_id", "error_code"}}


@eras
async def test_a_harmless_call_is_answered_with_the_id_of_its_record(mode: ConnectMode) -> None:
    parts = Parts()
    result = await called(parts, "look", {"times": 3}, mode)
    assert text_of(result) == "3 metre False"
    assert facts_of(result) == {"event_id": "event-1"}
    event = parts.events[0]
    assert (event.event_type, event.tool_name, event.user_id, event.client_id) == (
        EventType.TOOL_ACCESS,
        "look",
        "kim",
        "editor",
    )
    assert (event.action_taken, event.outcome, event.parameter_count) == ("executed", "success", 1)
    assert event.details["server"] == "test"
    assert event.details["transport"] == "stdio"


@eras
async def test_without_the_opening_scope_nothing_is_called(mode: ConnectMode) -> None:
    parts = Parts(scopes=frozenset({"other"}))
    result = await called(parts, "look", {}, mode)
    assert result.is_error
    assert "mcp.access" in text_of(result)
    assert facts_of(result) == {"error_code": 1002, "event_id": "event-1"}
    assert parts.ran == []
    assert (parts.events[0].event_type, parts.events[0].action_taken) == (EventType.TOOL_REFUSED, "insufficient_scope")


async def test_a_tool_that_demands_a_scope_is_refused_without_it() -> None:
    parts = Parts()
    result = await called(parts, "erase", {"name": "x"})
    assert "data.erase" in text_of(result)
    assert parts.ran == []


@eras
async def test_a_sensitive_tool_needs_consent(mode: ConnectMode) -> None:
    parts = Parts(scopes=ERASER)
    result = await called(parts, "erase", {"name": "x"}, mode)
    assert "mcp-docker consent grant" in text_of(result)
    assert facts_of(result)["error_code"] == 1002
    assert parts.ran == []
    assert (parts.events[0].event_type, parts.events[0].action_taken) == (EventType.CONSENT_REFUSED, "consent_missing")


@eras
async def test_a_person_can_consent_in_the_call(mode: ConnectMode) -> None:
    parts = Parts(scopes=ERASER)
    result = await called(parts, "erase", {"name": "x"}, mode, ACCEPT)
    assert text_of(result) == "erased x"
    consent = parts.storage.consents.find(ConsentKey("kim", "editor", "test", "erase"))
    assert consent is not None
    assert (consent.granted_by, consent.scope) == ("elicitation", ERASER)
    assert [event.action_taken for event in parts.events][-2:] == ["consented_by_elicitation", "executed"]
    assert facts_of(result)["event_id"] == f"event-{len(parts.events)}"


@eras
@pytest.mark.parametrize("answer", [DECLINE, UNTICKED], ids=["declined", "unticked"])
async def test_a_person_who_does_not_consent_is_obeyed(mode: ConnectMode, answer: ElicitResult) -> None:
    parts = Parts(scopes=ERASER)
    result = await called(parts, "erase", {"name": "x"}, mode, answer)
    assert result.is_error
    assert parts.ran == []
    assert parts.storage.consents.all_of(None) == []


@eras
async def test_a_revoked_consent_is_not_asked_for_again_by_the_tool(mode: ConnectMode) -> None:
    parts = Parts(scopes=ERASER)
    await called(parts, "erase", {"name": "x"}, mode, ACCEPT)
    parts.book.revoke("kim")
    result = await called(parts, "erase", {"name": "x"}, mode, ACCEPT)
    assert "revoked" in text_of(result)
    assert parts.ran == ["erase"]


async def test_an_expired_consent_is_asked_for_again() -> None:
    parts = Parts(scopes=ERASER)
    await called(parts, "erase", {"name": "x"}, MODERN, ACCEPT)
    parts.now += 100
    result = await called(parts, "erase", {"name": "x"})
    assert "expired" in text_of(result)
    assert text_of(await called(parts, "erase", {"name": "y"}, MODERN, ACCEPT)) == "erased y"


async def test_a_local_session_consents_by_first_use_where_that_is_allowed() -> None:
    parts = Parts(scopes=ERASER, is_local=True, consents_by_first_use=True)
    assert text_of(await called(parts, "erase", {"name": "x"})) == "erased x"
    assert [event.action_taken for event in parts.events] == ["consented_by_first_use", "executed"]
    parts.book.revoke("kim")
    assert (await called(parts, "erase", {"name": "x"})).is_error


@pytest.mark.parametrize(("is_local", "allowed"), [(True, False), (False, True)])
async def test_first_use_is_no_consent_in_production_or_over_http(is_local: bool, allowed: bool) -> None:
    parts = Parts(scopes=ERASER, is_local=is_local, consents_by_first_use=allowed)
    assert (await called(parts, "erase", {"name": "x"})).is_error
    assert parts.ran == []


async def test_an_answer_to_a_question_that_was_not_asked_is_refused() -> None:
    parts = Parts(scopes=ERASER)
    async with parts.client(MODERN, ACCEPT) as client:
        result = await client.session.call_tool(
            "erase", {"name": "x"}, input_responses={"consent": ACCEPT}, request_state="forged"
        )
    assert "no open question" in text_of(result)
    assert parts.ran == []
    assert parts.storage.consents.all_of(None) == []


async def test_too_many_calls_are_refused_with_the_time_to_wait() -> None:
    parts = Parts(wait_s=7)
    result = await called(parts, "look")
    assert "7 s" in text_of(result)
    assert facts_of(result)["error_code"] == 5002
    assert parts.events[0].event_type is EventType.RATE_LIMITED
    assert parts.ran == []


async def test_a_revoked_token_opens_nothing() -> None:
    parts = Parts(token_id="jti-1", revoked={"jti-1"})
    result = await called(parts, "look")
    assert facts_of(result)["error_code"] == 1001
    assert parts.ran == []


@eras
async def test_a_token_that_is_revoked_while_the_tool_works_gets_no_answer(mode: ConnectMode) -> None:
    parts = Parts(token_id="jti-1")
    parts.during_call = lambda: parts.revoked.add("jti-1")
    result = await called(parts, "look", {}, mode)
    assert parts.ran == ["look"]
    assert result.is_error
    assert "metre" not in text_of(result)
    assert parts.events[-1].action_taken == "token_revoked"


@eras
async def test_a_consent_that_is_revoked_while_the_tool_works_gets_no_answer(mode: ConnectMode) -> None:
    parts = Parts(scopes=ERASER)
    parts.during_call = lambda: parts.book.revoke("kim")
    result = await called(parts, "erase", {"name": "x"}, mode, ACCEPT)
    assert parts.ran == ["erase"]
    assert "erased" not in text_of(result)
    assert parts.events[-1].action_taken == "consent_revoked"


@eras
async def test_a_token_that_is_revoked_while_the_record_is_written_gets_no_answer(mode: ConnectMode) -> None:
    parts = Parts(token_id="jti-1")
    parts.during_record = lambda: parts.revoked.add("jti-1")
    result = await called(parts, "look", {}, mode)
    assert parts.ran == ["look"]
    assert "metre" not in text_of(result)
    assert [event.action_taken for event in parts.events] == ["executed", "token_revoked"]


@eras
async def test_a_call_that_cannot_be_recorded_is_not_answered(mode: ConnectMode) -> None:
    parts = Parts(log_is_full=True)
    result = await called(parts, "look", {}, mode)
    assert result.is_error
    assert "metre" not in text_of(result)
    assert "recorded" in text_of(result)
    assert "space" not in text_of(result)


@eras
async def test_a_consent_that_cannot_be_recorded_is_not_given(mode: ConnectMode) -> None:
    parts = Parts(scopes=ERASER, log_is_full=True, is_local=True, consents_by_first_use=True)
    assert (await called(parts, "erase", {"name": "x"}, mode)).is_error
    assert parts.storage.consents.all_of(None) == []
    assert parts.ran == []


@eras
async def test_an_unknown_tool_is_recorded_and_refused(mode: ConnectMode) -> None:
    parts = Parts()
    async with parts.client(mode) as client:
        with pytest.raises(MCPError) as refusal:
            await client.call_tool("absent", {})
    assert refusal.value.error.code == -32602
    assert refusal.value.error.data == {"error_code": 3001, "event_id": "event-1"}
    assert (parts.events[0].tool_name, parts.events[0].outcome) == ("absent", "refused")


@eras
async def test_arguments_that_do_not_fit_are_recorded(mode: ConnectMode) -> None:
    parts = Parts()
    result = await called(parts, "look", {"times": "many"}, mode)
    assert facts_of(result) == {"error_code": 2001, "event_id": "event-1"}
    assert (parts.events[0].action_taken, parts.events[0].outcome) == ("failed", "error")
    assert parts.ran == []


@pytest.mark.parametrize(("tool", "code"), [("clash", 3002), ("break_down", 5001)])
async def test_a_tool_that_fails_is_recorded_and_its_error_holds_nothing_private(tool: str, code: int) -> None:
    parts = Parts()
    result = await called(parts, tool)
    assert facts_of(result) == {"error_code": code, "event_id": "event-1"}
    assert "kim@example.com" not in text_of(result)
    assert parts.events[0].outcome == "error"


async def test_a_tool_with_a_record_of_its_own_gets_no_second_one() -> None:
    parts = Parts()
    result = await called(parts, "guarded")
    assert facts_of(result) == {"event_id": "own record of kim in session-1"}
    assert parts.events == []


@eras
async def test_resources_and_prompts_pass_the_gate_too(mode: ConnectMode) -> None:
    parts = Parts()
    async with parts.client(mode) as client:
        await client.read_resource("test://text")
        await client.get_prompt("ask")
    assert [event.event_type for event in parts.events] == [EventType.RESOURCE_ACCESS, EventType.PROMPT_ACCESS]
    parts.scopes = frozenset()
    async with parts.client(mode) as client:
        with pytest.raises(MCPError, match=r"mcp\.access"):
            await client.read_resource("test://text")
        with pytest.raises(MCPError, match=r"mcp\.access"):
            await client.get_prompt("ask")


async def test_looking_around_is_neither_gated_nor_recorded() -> None:
    parts = Parts(scopes=frozenset())
    async with parts.client() as client:
        assert {tool.name for tool in (await client.list_tools()).tools} >= {"look", "erase"}
    assert parts.events == []


async def test_what_a_call_leaves_out_is_filled_in_and_the_record_says_from_where() -> None:
    parts = Parts(environment={"look.times": "9", "look.unit": "mile", "look.deep": "true"})
    parts.storage.parameters.store("kim", "look", "times", "4")
    assert text_of(await called(parts, "look", {"unit": "foot"})) == "4 foot True"
    details = parts.events[0].details
    assert (details["from_times"], details["from_deep"]) == ("stored", "environment")
    assert "from_unit" not in details


async def test_a_stored_value_of_the_wrong_type_is_refused_with_what_to_do() -> None:
    parts = Parts()
    parts.storage.parameters.store("kim", "look", "times", "often")
    result = await called(parts, "look")
    assert "mcp-docker params set" in text_of(result)
    assert "often" not in text_of(result)
    assert parts.ran == []
