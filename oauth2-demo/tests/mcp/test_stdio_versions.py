"""The protocol versions over stdio, with raw lines and with the official client (checklist C and E)."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import jsonschema  # type: ignore[import-untyped] # has no types, and two calls need none
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from oauth2_demo.tests.mcp.raw_session import ENTRIES, ENVELOPE, MODERN, RawSession

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration

Open = Callable[..., RawSession]
SHIPPED = [name for name, path in ENTRIES.items() if name != "hostile" and path.exists()]
# The longest name of an entry of ours plus the tool must stay below the 60 characters that Cursor allows.
MAX_TOOL_NAME = 40


def test_a_probe_with_discover_is_answered_without_a_handshake(open_session: Open) -> None:
    result = open_session("weather").modern("server/discover")["result"]
    assert result["supportedVersions"] == [MODERN]
    assert result["resultType"] == "complete"
    assert result["_meta"]["io.modelcontextprotocol/serverInfo"]["name"] == "weather"
    assert (result["ttlMs"] >= 0, result["cacheScope"]) == (True, "private")


def test_lists_and_reads_carry_private_caching_hints_on_the_modern_wire(open_session: Open) -> None:
    session = open_session("weather")
    reads = {"resources/read": {"uri": "weather://climate.csv"}}
    for method in ("tools/list", "prompts/list", "resources/list", "resources/templates/list", "resources/read"):
        result = session.modern(method, reads.get(method))["result"]
        assert result["ttlMs"] >= 0
        assert result["cacheScope"] == "private"


def test_an_incomplete_envelope_is_refused_and_decides_nothing(open_session: Open) -> None:
    session = open_session("weather")
    version, capabilities = list(ENVELOPE)
    broken: tuple[dict[str, object], ...] = ({version: MODERN}, {capabilities: {}}, {version: 5, capabilities: {}})
    for meta in broken:
        assert session.request("tools/list", {"_meta": meta})["error"]["code"] == -32602
    assert session.request("server/discover")["error"]["code"] == -32602
    error = session.request("tools/list", {"_meta": {**ENVELOPE, version: "2099-01-01"}})["error"]
    assert error["code"] == -32022
    assert error["data"] == {"supported": [MODERN], "requested": "2099-01-01"}
    # Still free to speak either.
    assert session.initialize()["result"]["protocolVersion"] == "2025-11-25"


def test_an_incomplete_envelope_is_refused_on_a_modern_connection_too(open_session: Open) -> None:
    session = open_session("weather")
    assert session.modern("tools/list")["result"]["tools"]
    assert session.request("tools/list")["error"]["code"] == -32602


def test_methods_that_the_modern_protocol_dropped_are_not_found(open_session: Open) -> None:
    session = open_session("weather")
    session.modern("server/discover")
    for method, params in (
        ("ping", {}),
        ("logging/setLevel", {"level": "info"}),
        ("resources/subscribe", {"uri": "weather://climate.csv"}),
        ("resources/unsubscribe", {"uri": "weather://climate.csv"}),
    ):
        assert session.modern(method, params)["error"]["code"] == -32601


def test_unknown_names_have_the_modern_codes(open_session: Open) -> None:
    session = open_session("weather")
    for method, params in (
        ("tools/call", {"name": "no_such", "arguments": {}}),
        ("prompts/get", {"name": "no_such"}),
        ("resources/read", {"uri": "no://such"}),
        ("tools/list", {"cursor": ""}),
    ):
        assert session.modern(method, params)["error"]["code"] == -32602


def test_a_refused_tool_call_is_a_complete_result_on_the_modern_wire(open_session: Open) -> None:
    result = open_session("weather").modern("tools/call", {"name": "get_weather", "arguments": {}})["result"]
    assert result["isError"] is True
    assert result["resultType"] == "complete"
    assert result["_meta"]["error_code"] == 2001


def test_a_subscription_is_acknowledged_and_the_session_ends_all_the_same(open_session: Open) -> None:
    session = open_session("weather")
    request_id = session.start("subscriptions/listen", {"notifications": {"toolsListChanged": True}, "_meta": ENVELOPE})
    acknowledged = session.receive()
    assert acknowledged["method"] == "notifications/subscriptions/acknowledged"
    assert acknowledged["params"]["_meta"]["io.modelcontextprotocol/subscriptionId"] == request_id
    session.close_input()
    assert session.wait() == 0


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("mode", ["legacy", "auto", MODERN])
@pytest.mark.anyio
async def test_the_official_client_finds_sound_tools(name: str, mode: str, tmp_path: Path) -> None:
    parameters = StdioServerParameters(
        command=sys.executable, args=[str(ENTRIES[name])], env={"OAUTH2_DEMO_HOME": str(tmp_path)}
    )
    async with Client(parameters, mode=mode) as client:
        tools = (await client.list_tools()).tools
        again = (await client.list_tools()).tools
    assert [tool.name for tool in tools] == [tool.name for tool in again]
    for tool in tools:
        assert re.fullmatch(rf"[A-Za-z0-9_.-]{{1,{MAX_TOOL_NAME}}}", tool.name)
        assert tool.title
        assert tool.description
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        assert tool.input_schema["type"] == "object"
        assert tool.output_schema is not None
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        assert tool.output_schema["type"] == "object"
        assert tool.annotations is not None
        assert isinstance(tool.annotations.read_only_hint, bool)
        for argument in tool.input_schema.get("properties", {}).values():
            assert argument["description"]


@pytest.mark.parametrize("mode", ["legacy", MODERN])
@pytest.mark.anyio
async def test_the_example_answers_the_official_client(mode: str) -> None:
    parameters = StdioServerParameters(command=sys.executable, args=[str(ENTRIES["weather"])])
    async with Client(parameters, mode=mode) as client:
        result = await client.call_tool("get_weather", {"city": "서울", "month": 8, "unit": "fahrenheit"})
        assert result.structured_content is not None
        assert result.structured_content["city"] == "Seoul"
        assert result.structured_content["temperature"] == pytest.approx(78.8)
        assert "not a forecast" in result.structured_content["source"]
        text = result.content[0]
        assert text.type == "text"
        assert json.loads(text.text) == result.structured_content
        assert (await client.call_tool("list_cities")).structured_content is not None
        wrong = await client.call_tool("get_weather", {"city": "Atlantis", "month": 8})
        assert wrong.is_error
        table = (await client.read_resource("weather://climate.csv")).contents[0]
        assert "Jeju,12,9,56" in str(table)
        prompt = await client.get_prompt("plan_a_trip", {"city": "Seoul", "month": "8"})
        assert "get_weather" in str(prompt.messages[0].content)


def test_arguments_that_fail_are_told_without_their_values(open_session: Open) -> None:
    session = open_session("weather")
    session.initialize()
    result = session.call("get_weather", {"city": "hong@example.com" * 10, "month": "010-1234-5678"})["result"]
    text = result["content"][0]["text"]
    assert result["isError"] is True
    assert result["_meta"]["error_code"] == 2001
    assert "city" in text
    assert "month" in text
    for leak in ("hong@example.com", "010-1234-5678", "pydantic", "http", "get_weatherArguments"):
        assert leak not in json.dumps(result)
