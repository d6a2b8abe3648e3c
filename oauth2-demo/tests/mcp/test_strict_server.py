"""The strict server in process, on the handshake wire and on the modern one (checklist E and M)."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from mcp import Client
from mcp.server.mcpserver import Context  # noqa: TC002 - the SDK reads the annotation
from mcp.shared.exceptions import MCPDeprecationWarning, MCPError
from mcp_types import EmptyResult, LoggingMessageNotificationParams, SetLevelRequestParams
from pydantic import AfterValidator, BaseModel, Field

from oauth2_demo.mcp_server import StrictMCPServer, errors
from oauth2_demo.mcp_server.calls import Principal
from oauth2_demo.mcp_server.errors import ErrorCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mcp.server.context import ServerRequestContext

    from oauth2_demo.mcp_server.calls import Answer, Call, CallMiddleware, Proceed

pytestmark = [pytest.mark.unit, pytest.mark.anyio]

SECRET = "hong@example.com"
MODES = ["legacy", "2026-07-28"]


class Row(BaseModel):
    """One row."""

    count: int


def _refuse(value: str) -> str:
    raise ValueError(f"{value} is not welcome")


def build(guards: Sequence[CallMiddleware] = ()) -> StrictMCPServer:
    """Return a server with everything that can go wrong."""
    server = StrictMCPServer("strict", version="1", guards=guards, new_error_id=lambda: "id-1")

    @server.tool(meta={"scope": "rows.read"})
    def rows(
        limit: Annotated[int, Field(ge=1, le=9)],
        owner: Annotated[str, AfterValidator(_refuse)] = "",
        filters: dict[str, int] | None = None,
        kinds: list[int] | None = None,
    ) -> Row:
        """Count rows."""
        del owner, filters, kinds
        return Row(count=limit)

    @server.tool()
    def crash() -> Row:
        """Fail unforeseen."""
        raise RuntimeError(SECRET)

    @server.tool()
    def bad_output() -> Row:
        """Return what the schema forbids."""
        return "no row"  # type: ignore[return-value] # that is the point

    @server.tool()
    def foreseen(kind: str) -> Row:
        """Fail with a code."""
        raise getattr(errors, kind)("A clear sentence.")

    @server.tool()
    def protocol() -> Row:
        """Fail as a protocol error."""
        raise MCPError(code=-32602, message="own choice")

    @server.resource("rows://all")
    def all_rows() -> str:
        """All rows."""
        return "1,2,3"

    @server.resource("rows://{name}/broken")
    def broken(name: str) -> str:
        """A resource that fails."""
        if name == "coded":
            raise errors.unavailable("The store is down. Try again later.")
        raise RuntimeError(SECRET)

    @server.prompt()
    def ask(topic: str, depth: int = 1) -> str:
        """Ask about a topic."""
        if topic == "coded":
            raise errors.forbidden("Not for you.")
        if topic == "crash":
            raise RuntimeError(SECRET)
        return topic * depth

    return server


async def refused(client: Client, method: str, *arguments: Any) -> MCPError:
    """Return the protocol error that a call ends with."""
    with pytest.raises(MCPError) as caught:
        await getattr(client, method)(*arguments)
    return caught.value


@pytest.mark.parametrize("mode", MODES)
async def test_unknown_names_have_their_codes_and_are_not_repeated(mode: str) -> None:
    async with Client(build(), mode=mode) as client:
        for method in ("call_tool", "get_prompt"):
            error = await refused(client, method, SECRET)
            assert (error.code, error.data["error_code"]) == (-32602, 3001)
            assert SECRET not in error.message
        error = await refused(client, "read_resource", "rows://none")
    assert error.code == (-32002 if mode == "legacy" else -32602)
    assert error.data == {"error_code": 3001, "uri": "rows://none"}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("arguments", "place", "leaks"),
    [
        ({"limit": "010-1234-5678"}, "limit", ["010-1234-5678"]),
        ({"limit": 1, "owner": SECRET}, "owner", [SECRET]),
        ({"limit": 1, "filters": {SECRET: "x1y2"}}, "filters", [SECRET, "x1y2"]),
        ({"limit": 1, "kinds": [1, SECRET]}, "kinds.1", [SECRET]),
        ({}, "limit", []),
    ],
)
async def test_bad_arguments_are_told_by_place_and_without_value(
    mode: str, arguments: dict[str, Any], place: str, leaks: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    async with Client(build(), mode=mode) as client:
        result = await client.call_tool("rows", arguments)
    assert result.is_error
    assert result.meta is not None
    assert result.meta["error_code"] == 2001
    text = str(result.content)
    assert place in text
    for leak in [*leaks, "rowsArguments", "pydantic", "http"]:
        assert leak not in text
        assert leak not in caplog.text


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("tool", ["crash", "bad_output"])
async def test_the_unforeseen_tells_an_id_only_and_is_logged_under_it(
    mode: str, tool: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    async with Client(build(), mode=mode) as client:
        result = await client.call_tool(tool)
    assert result.is_error
    assert result.meta is not None
    assert result.meta["error_code"] == 5001
    assert str(result.content).count("id-1") == 1
    assert SECRET not in str(result.content)
    assert [vars(record)["error_id"] for record in caplog.records] == ["id-1"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("unauthorized", ErrorCode.UNAUTHORIZED),
        ("forbidden", ErrorCode.FORBIDDEN),
        ("invalid", ErrorCode.VALIDATION),
        ("malformed", ErrorCode.FORMAT),
        ("not_found", ErrorCode.NOT_FOUND),
        ("conflict", ErrorCode.CONFLICT),
        ("unavailable", ErrorCode.UNAVAILABLE),
    ],
)
async def test_a_foreseen_failure_keeps_its_sentence_and_code(mode: str, kind: str, code: ErrorCode) -> None:
    async with Client(build(), mode=mode) as client:
        result = await client.call_tool("foreseen", {"kind": kind})
    assert result.is_error
    assert result.meta is not None
    assert result.meta["error_code"] == code
    assert [block.text for block in result.content if block.type == "text"] == ["A clear sentence."]


@pytest.mark.parametrize("mode", MODES)
async def test_a_protocol_error_of_a_tool_passes_as_it_is(mode: str) -> None:
    async with Client(build(), mode=mode) as client:
        error = await refused(client, "call_tool", "protocol")
    assert (error.code, error.message) == (-32602, "own choice")


@pytest.mark.parametrize("mode", MODES)
async def test_prompts_and_resources_fail_with_codes_and_ids(mode: str) -> None:
    async with Client(build(), mode=mode) as client:
        expected = [
            (await refused(client, "get_prompt", "ask"), -32602, 2001, "topic"),
            (await refused(client, "get_prompt", "ask", {"topic": "x", "depth": "deep"}), -32602, 2001, "depth"),
            (await refused(client, "get_prompt", "ask", {"topic": "coded"}), -32600, 1002, "Not for you."),
            (await refused(client, "get_prompt", "ask", {"topic": "crash"}), -32603, 5001, "id-1"),
            (await refused(client, "read_resource", "rows://coded/broken"), -32603, 5002, "The store is down."),
            (await refused(client, "read_resource", "rows://crash/broken"), -32603, 5001, "id-1"),
        ]
        assert str((await client.get_prompt("ask", {"topic": "ab", "depth": "2"})).messages).count("abab") == 1
        assert "1,2,3" in str(await client.read_resource("rows://all"))
    for error, code, application_code, words in expected:
        assert (error.code, error.data["error_code"]) == (code, application_code)
        assert words in error.message
        assert SECRET not in error.message


@pytest.mark.parametrize("mode", MODES)
async def test_a_cursor_that_nobody_issued_is_refused(mode: str) -> None:
    async with Client(build(), mode=mode) as client:
        for method in ("list_tools", "list_prompts", "list_resources", "list_resource_templates"):
            with pytest.raises(MCPError) as caught:
                await getattr(client, method)(cursor="made-up")
            assert caught.value.code == -32602


class Recorder:
    """A guard that notes every call and how it ended."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.ends: list[object] = []

    async def __call__(self, call: Call, proceed: Proceed) -> Answer:
        """Note the call and let it proceed."""
        self.calls.append(call)
        try:
            answer = await proceed()
        except MCPError as error:
            self.ends.append(error.code)
            raise
        self.ends.append(answer.get("isError", False))
        return {**answer, "_meta": {**answer.get("_meta", {}), "event_id": "e-1"}}


@pytest.mark.parametrize("mode", MODES)
async def test_a_guard_sees_every_call_also_those_that_reach_no_tool(mode: str) -> None:
    guard = Recorder()
    async with Client(build([guard]), mode=mode) as client:
        good = await client.call_tool("rows", {"limit": 3})
        await client.call_tool("rows", {"limit": 99})
        await refused(client, "call_tool", "no_such", {"a": 1})
        with pytest.raises(MCPError):
            await client.list_prompts(cursor="x")
        await refused(client, "read_resource", "rows://none")
    seen = [(call.method, call.unverified_target) for call in guard.calls]
    assert [item for item in seen if item[0] == "tools/call"] == [
        ("tools/call", "rows"),
        ("tools/call", "rows"),
        ("tools/call", "no_such"),
    ]
    assert ("prompts/list", None) in seen
    assert ("resources/read", "rows://none") in seen
    assert good.meta is not None
    assert good.meta["event_id"] == "e-1"
    by_target = dict(zip([(call.method, call.unverified_target) for call in guard.calls], guard.ends, strict=True))
    assert by_target["tools/call", "rows"] is True
    assert by_target["tools/call", "no_such"] == -32602
    call = next(call for call in guard.calls if call.unverified_target == "rows")
    assert call.tool is not None
    assert call.tool.meta == {"scope": "rows.read"}
    assert call.unverified_arguments == {"limit": 3}
    assert call.principal == Principal("local", "stdio")
    unknown = next(call for call in guard.calls if call.unverified_target == "no_such")
    assert unknown.tool is None


@pytest.mark.parametrize("mode", MODES)
async def test_guards_stand_in_the_order_given_and_the_first_refusal_counts(mode: str) -> None:
    inner = Recorder()

    async def closed(call: Call, proceed: Proceed) -> Answer:
        if call.method in {"tools/call", "tools/list"}:
            raise errors.forbidden("This tool needs the scope rows.read.")
        return await proceed()

    async with Client(build([closed, inner]), mode=mode) as client:
        result = await client.call_tool("rows", {"limit": 3})
        error = await refused(client, "list_tools")
    assert result.is_error
    assert result.meta is not None
    assert result.meta["error_code"] == 1002
    assert (error.code, error.data) == (-32600, {"error_code": 1002})
    assert not [call for call in inner.calls if call.method.startswith("tools/")]


@pytest.mark.parametrize("mode", MODES)
async def test_a_guard_that_breaks_lets_nothing_through_and_says_nothing(mode: str) -> None:
    async def broken(call: Call, proceed: Proceed) -> Answer:
        if call.method == "tools/call":
            raise RuntimeError(SECRET)
        return await proceed()

    async with Client(build([broken]), mode=mode) as client:
        error = await refused(client, "call_tool", "rows", {"limit": 3})
    assert (error.code, error.data) == (-32603, {"error_code": 5001})
    assert SECRET not in error.message


async def test_what_is_served_is_what_is_declared() -> None:
    server = build()

    async def set_level(ctx: ServerRequestContext[Any, Any], params: SetLevelRequestParams) -> EmptyResult:
        del ctx, params
        return EmptyResult()

    async with Client(build(), mode="legacy") as client:
        assert client.server_capabilities is not None
        assert client.server_capabilities.logging is None
    server.serve_method("logging/setLevel", SetLevelRequestParams, set_level)
    async with Client(server, mode="legacy") as client:
        assert client.server_capabilities is not None
        assert client.server_capabilities.logging is not None
        with pytest.warns(MCPDeprecationWarning):
            await client.session.set_logging_level("info")


@pytest.mark.parametrize("can_log", [False, True])
async def test_what_is_logged_is_sent_by_a_server_that_declares_it_only(*, can_log: bool) -> None:
    """E-21: a tool with a context makes the server declare it; here a prompt has one too."""
    server, heard = StrictMCPServer("logging"), []

    @server.prompt()
    async def report(context: Context[Any, Any]) -> str:
        """Log a line."""
        with pytest.warns(MCPDeprecationWarning):
            await context.info("from a prompt")
        return "done"

    if can_log:

        @server.tool()
        def tool(context: Context[Any, Any]) -> str:
            """Do nothing."""
            del context
            return ""

    async def hear(params: LoggingMessageNotificationParams) -> None:
        heard.append(params.data)

    async with Client(server, mode="legacy", logging_callback=hear) as client:
        assert client.server_capabilities is not None
        assert (client.server_capabilities.logging is not None) is can_log
        await client.get_prompt("report")
        await client.list_prompts()
    assert heard == ["from a prompt"] * can_log


@pytest.mark.parametrize("name", ["", "a b", "x" * 129, "서버", "a/b"])
def test_a_tool_name_that_clients_cannot_use_fails_at_registration(name: str) -> None:
    def tool() -> str:
        """Do nothing."""
        return ""

    tool.__name__ = "a b"
    with pytest.raises(ValueError, match="tool name"):
        build().add_tool(tool, name or None)


def test_two_tools_of_one_name_fail_at_registration() -> None:
    def rows() -> str:
        """Do nothing."""
        return ""

    with pytest.raises(ValueError, match="already"):
        build().add_tool(rows)


def test_a_server_leaves_the_root_logger_alone() -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    build()
    assert (root.handlers, root.level) == (before, level)


async def test_the_order_of_tools_is_the_order_of_registration() -> None:
    async with Client(build(), mode="2026-07-28") as client:
        names = [tool.name for tool in (await client.list_tools()).tools]
    assert names == ["rows", "crash", "bad_output", "foreseen", "protocol"]


def test_codes_of_ours_lie_outside_what_json_rpc_keeps_for_itself() -> None:
    assert all(not -32768 <= code <= -32000 for code in ErrorCode)
    assert json.dumps(list(ErrorCode)) == "[1001, 1002, 2001, 2002, 3001, 3002, 5001, 5002]"
