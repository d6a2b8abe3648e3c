"""`@secure_tool` below the tool decorators of the SDK, and where there is no SDK at all."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from mcp import Client
from mcp.server.elicitation import AcceptedElicitation
from mcp.server.mcpserver import Context, MCPServer
from mcp_types import (
    CallToolResult,
    ElicitRequest,
    ElicitRequestFormParams,
    ElicitResult,
    InputRequiredResult,
    TextContent,
)
from pydantic import BaseModel, Field

from oauth2_demo.mcp_server import StrictMCPServer
from oauth2_demo.security.errors import PersonalDataRefused, ProtectionUnavailable, SecurityException
from oauth2_demo.security.secure_mcp_tools import build_server
from oauth2_demo.security.secure_tool import secure_tool
from oauth2_demo.settings import Settings
from oauth2_demo.tests.unit.security_fakes import EMAIL, PHONE, Bench

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mcp.client.context import ClientRequestContext
    from mcp_types import ElicitRequestParams, LoggingMessageNotificationParams

pytestmark = [pytest.mark.integration, pytest.mark.anyio]


class Customer(BaseModel):
    """A customer."""

    name: str
    phone: Annotated[str, Field(description="Any form")]


def text_of(result: CallToolResult) -> str:
    return "".join(block.text for block in result.content if isinstance(block, TextContent))


async def look_up(
    query: Annotated[str, Field(description="What to look for")], ctx: Context[Any], limit: int = 3
) -> Customer:
    """Look a customer up."""
    assert isinstance(ctx, Context)
    return Customer(name=query, phone=PHONE if limit == 3 else "none")


def add(customer: Customer, notes: list[str]) -> list[str]:
    """Add a customer."""
    return [customer.phone, *notes]


@pytest.mark.parametrize("kind", [MCPServer, StrictMCPServer])
@pytest.mark.parametrize("function", [look_up, add])
async def test_the_schemas_are_those_of_the_bare_function(
    kind: type[MCPServer[Any]], function: Callable[..., object]
) -> None:
    bare, guarded = kind("bare"), kind("guarded")
    bare.tool()(function)
    guarded.tool()(secure_tool(services=lambda: Bench().services)(function))
    assert await guarded.list_tools() == await bare.list_tools()


@pytest.mark.parametrize("kind", [MCPServer, StrictMCPServer])
async def test_arguments_and_results_are_protected_and_the_context_is_passed_through(
    kind: type[MCPServer[Any]],
) -> None:
    bench = Bench()
    server = kind("guarded")
    guard = secure_tool(pii_policy="mask", services=lambda: bench.services)
    server.tool()(guard(look_up))
    server.tool()(guard(add))
    async with Client(server) as client:
        found = await client.call_tool("look_up", {"query": f"mail {EMAIL}"})
        added = await client.call_tool("add", {"customer": {"name": "x", "phone": PHONE}, "notes": [EMAIL]})
    assert found.structured_content == {"name": "mail ****", "phone": "****"}
    assert added.structured_content == {"result": ["****", "****"]}
    assert PHONE not in text_of(found) + text_of(added)
    assert [event.parameter_count for event in bench.trail.events] == [3, 2]


class Answer(BaseModel):
    """What a person types into a form."""

    contact: str


async def talk(ctx: Context[Any]) -> str:
    """Talk to the client before the answer."""
    await ctx.report_progress(1, 2, message=f"mailing {EMAIL}")
    await ctx.session.send_log_message(level="info", data={EMAIL: [PHONE]})
    answer = await ctx.elicit(f"Is {PHONE} right?", Answer)
    assert isinstance(answer, AcceptedElicitation)
    # The body itself must not see what a person typed either.
    return f"{len(answer.data.contact)} {ctx.session.protocol_version is not None}"


@pytest.mark.filterwarnings("ignore:The logging capability is deprecated")
@pytest.mark.parametrize("kind", [MCPServer, StrictMCPServer])
async def test_what_a_tool_says_and_hears_before_it_answers_is_protected(kind: type[MCPServer[Any]]) -> None:
    bench = Bench()
    server = kind("guarded")
    server.tool()(secure_tool(pii_policy="mask", services=lambda: bench.services)(talk))
    said: list[object] = []

    async def on_log(params: LoggingMessageNotificationParams) -> None:
        said.append(params.data)

    async def on_question(context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        del context
        said.append(params.message)
        return ElicitResult(action="accept", content={"contact": PHONE})

    async def on_progress(progress: float, total: float | None, message: str | None) -> None:
        del progress, total
        said.append(message)

    async with Client(server, mode="legacy", logging_callback=on_log, elicitation_callback=on_question) as client:
        result = await client.call_tool("talk", {}, progress_callback=on_progress)
    assert text_of(result) == "4 True"
    assert sorted(map(str, said)) == ["Is **** right?", "mailing ****", "{'****': ['****']}"]
    (event,) = bench.trail.events
    assert event.action_taken == "executed_with_masking"
    assert event.details["found_in_result"] == 4
    assert event.details["found_in_arguments"] == 1


async def test_a_tool_that_may_not_say_it_fails_without_having_said_it() -> None:
    bench = Bench()
    server = StrictMCPServer("guarded")
    server.tool()(secure_tool(pii_policy="reject", services=lambda: bench.services)(talk))
    said: list[object] = []

    async def on_progress(progress: float, total: float | None, message: str | None) -> None:
        del progress, total
        said.append(message)

    async with Client(server, mode="legacy") as client:
        result = await client.call_tool("talk", {}, progress_callback=on_progress)
    assert result.is_error
    assert "email ×1" in text_of(result)
    assert said == []


async def ask(ctx: Context[Any]) -> str | InputRequiredResult:
    """Ask as the stateless protocol does: the question is a result, and the answer comes with the next call."""
    if not ctx.input_responses:
        question = ElicitRequestFormParams(
            message=f"Is {PHONE} right?",
            requested_schema={"type": "object", "properties": {"contact": {"type": "string"}}},
        )
        return InputRequiredResult(
            input_requests={"contact": ElicitRequest(params=question)}, request_state=f"state of {PHONE}"
        )
    answer = ctx.input_responses["contact"]
    assert isinstance(answer, ElicitResult)
    assert answer.content is not None
    return f"{len(str(answer.content['contact']))} {ctx.request_state}"


async def test_questions_and_answers_of_the_stateless_protocol_are_protected() -> None:
    bench = Bench()
    server = StrictMCPServer("guarded")
    server.tool()(secure_tool(pii_policy="mask", services=lambda: bench.services)(ask))
    asked: list[str] = []

    async def on_question(context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        del context
        asked.append(params.message)
        return ElicitResult(action="accept", content={"contact": PHONE})

    async with Client(server, elicitation_callback=on_question) as client:
        result = await client.call_tool("ask", {})
    assert asked == ["Is **** right?"]
    assert text_of(result) == "4 state of ****"


async def test_a_context_outside_of_a_request_is_left_as_it_is() -> None:
    context = Context[Any]()

    @secure_tool(services=lambda: Bench().services)
    async def tool(ctx: Context[Any]) -> bool:
        return ctx is context

    assert await tool(context)


@pytest.mark.parametrize(("kind", "code"), [(MCPServer, None), (StrictMCPServer, 1002)])
async def test_a_refusal_reaches_the_caller_with_its_reason(kind: type[MCPServer[Any]], code: int | None) -> None:
    bench = Bench()
    server = kind("guarded")
    server.tool()(secure_tool(pii_policy="reject", services=lambda: bench.services)(add))
    async with Client(server) as client:
        refused = await client.call_tool("add", {"customer": {"name": "x", "phone": PHONE}, "notes": []})
    assert refused.is_error
    assert "personal data (phone ×1)" in text_of(refused)
    assert PHONE not in text_of(refused)
    assert (refused.meta or {}).get("error_code") == code


async def test_a_failed_guard_is_told_as_unavailable() -> None:
    bench = Bench()
    bench.detector.is_broken = True
    server = StrictMCPServer("guarded")
    server.tool()(secure_tool(services=lambda: bench.services)(add))
    async with Client(server) as client:
        refused = await client.call_tool("add", {"customer": {"name": "x", "phone": "y"}, "notes": []})
    assert refused.is_error
    assert refused.meta is not None
    assert refused.meta["error_code"] == 5002


async def test_refusals_are_still_caught_as_what_they_are() -> None:
    bench = Bench()

    @secure_tool(pii_policy="reject", services=lambda: bench.services)
    def tool(text: str) -> str:
        return text

    @secure_tool(pii_policy="mask", services=lambda: bench.services)
    def outer(text: str) -> str:
        raise PersonalDataRefused({"phone": 1}) if text else RuntimeError

    with pytest.raises(PersonalDataRefused) as refusal:
        tool(PHONE)
    assert isinstance(refusal.value, SecurityException)
    assert (refusal.value.counts, refusal.value.event_id) == ({"phone": 1}, "record-1")
    bench.trail.fails_at = 0
    with pytest.raises(ProtectionUnavailable) as failure:
        tool(PHONE)
    assert failure.value.guard == "audit"
    bench.trail.fails_at = None
    with pytest.raises(PersonalDataRefused):
        outer("x")


async def test_the_server_is_built_from_settings_for_any_transport(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, language="ko")
    async with Client(build_server(settings)) as client:
        found = await client.call_tool("test_pii_detection", {"text": f"연락처 {PHONE}"})
        played = await client.call_tool("simulate_data_breach_detection", {"scenarios": ["token_forgery"]})
    assert (found.structured_content or {})["masked_text"] == "연락처 ****"
    assert (played.structured_content or {})["passed"]
    assert set(os.listdir(tmp_path)) == {"keys", "logs"}  # noqa: PTH208 - pathlib is refused in a coroutine


def test_without_the_sdk_it_works_the_same() -> None:
    program = f"""
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("mcp", "mcp_types", "pydantic", "starlette"):
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
from oauth2_demo.security.secure_tool import secure_tool
from oauth2_demo.security.errors import SecurityException
from oauth2_demo.tests.unit.security_fakes import Bench
bench = Bench()
@secure_tool(pii_policy="reject", services=lambda: bench.services)
def tool(text: str) -> str:
    return text
print(tool("clean"))
try:
    tool("{PHONE}")
except SecurityException as refusal:
    print(type(refusal).__mro__[1].__name__, "phone" in str(refusal))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.splitlines() == ["clean", "SecurityException True"], done.stderr
