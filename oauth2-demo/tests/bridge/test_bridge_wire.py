"""What the bridge says in HTTP headers about the messages that it carries."""

from __future__ import annotations

from typing import Any

import pytest
from mcp_types import JSONRPCMessage, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse

from oauth2_demo.bridge.wire import HeaderWriter

pytestmark = pytest.mark.unit

MODERN = {"io.modelcontextprotocol/protocolVersion": "2026-07-28"}


def request(method: str, params: dict[str, Any] | None = None, request_id: int = 1) -> JSONRPCRequest:
    return JSONRPCRequest(jsonrpc="2.0", id=request_id, method=method, params=params)


def answer(result: dict[str, Any], request_id: int = 1) -> JSONRPCMessage:
    return JSONRPCResponse(jsonrpc="2.0", id=request_id, result=result)


def test_a_handshake_says_nothing_and_everything_after_it_says_the_version_that_was_agreed() -> None:
    writer = HeaderWriter()
    assert writer.headers_of(request("initialize")) == {}
    writer.learn(answer({"protocolVersion": "2025-11-25"}))
    assert writer.headers_of(request("tools/list")) == {"mcp-protocol-version": "2025-11-25"}
    initialized = JSONRPCNotification(jsonrpc="2.0", method="notifications/initialized")
    assert writer.headers_of(initialized) == {"mcp-protocol-version": "2025-11-25"}


def test_an_answer_to_something_else_changes_nothing() -> None:
    writer = HeaderWriter()
    writer.headers_of(request("initialize", request_id=1))
    writer.learn(answer({"protocolVersion": "2099-01-01"}, request_id=2))
    assert writer.headers_of(request("ping")) == {}


def test_a_request_of_2026_says_version_method_and_name() -> None:
    headers = HeaderWriter().headers_of(request("tools/call", {"name": "look", "_meta": MODERN}))
    assert headers == {"mcp-protocol-version": "2026-07-28", "mcp-method": "tools/call", "mcp-name": "look"}


def test_a_resource_is_named_by_its_uri_and_a_method_without_name_by_nothing() -> None:
    writer = HeaderWriter()
    assert writer.headers_of(request("resources/read", {"uri": "test://a", "_meta": MODERN}))["mcp-name"] == "test://a"
    assert "mcp-name" not in writer.headers_of(request("tools/list", {"_meta": MODERN}))


def test_a_name_that_no_header_can_hold_is_encoded() -> None:
    name = HeaderWriter().headers_of(request("prompts/get", {"name": "날씨", "_meta": MODERN}))["mcp-name"]
    assert name.startswith("=?base64?")
    assert name.isascii()


def test_marked_arguments_are_repeated_once_the_tool_was_listed() -> None:
    writer = HeaderWriter()
    call = request("tools/call", {"name": "look", "arguments": {"region": "kr"}, "_meta": MODERN})
    assert "mcp-param-Region" not in writer.headers_of(call)
    writer.headers_of(request("tools/list", {"_meta": MODERN}, request_id=7))
    schema = {"type": "object", "properties": {"region": {"type": "string", "x-mcp-header": "Region"}}}
    writer.learn(answer({"tools": [{"name": "look", "inputSchema": schema}]}, request_id=7))
    headers = {key.lower(): value for key, value in writer.headers_of(call).items()}
    assert headers["mcp-param-region"] == "kr"
