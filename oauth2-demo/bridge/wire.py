"""What a Streamable HTTP request says in headers about the message in its body (MCP 2026-07-28, 2025-11-25).

Over stdio a message stands alone. Over HTTP its protocol version, and from 2026-07-28 on its method, name and marked
arguments too, are repeated in headers, which the server compares with the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mcp.shared.inbound import (
    MCP_METHOD_HEADER,
    MCP_NAME_HEADER,
    MCP_PROTOCOL_VERSION_HEADER,
    NAME_BEARING_METHODS,
    encode_header_value,
    mcp_param_headers,
    x_mcp_header_map,
)
from mcp_types import (
    PROTOCOL_VERSION_META_KEY,
    JSONRPCMessage,
    JSONRPCRequest,
    JSONRPCResponse,
    RequestId,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEARNT_FROM = frozenset({"initialize", "tools/list"})


class HeaderWriter:
    """Writes the headers of each message, from the message itself and from the answers seen before it."""

    def __init__(self) -> None:
        """Nothing is negotiated yet."""
        self._negotiated: str | None = None
        self._asked: dict[RequestId, str] = {}
        self._header_maps: dict[str, Mapping[tuple[str, ...], str]] = {}

    def headers_of(self, message: JSONRPCMessage) -> dict[str, str]:
        """Return the headers for a message from the client."""
        if isinstance(message, JSONRPCRequest) and message.method in _LEARNT_FROM:
            self._asked[message.id] = message.method
        params = getattr(message, "params", None) or {}
        version = (params.get("_meta") or {}).get(PROTOCOL_VERSION_META_KEY)
        if isinstance(message, JSONRPCRequest) and isinstance(version, str):
            return self._modern(message, params, version)
        if isinstance(message, JSONRPCRequest) and message.method == "initialize":
            return {}
        return {MCP_PROTOCOL_VERSION_HEADER: self._negotiated} if self._negotiated else {}

    def learn(self, message: JSONRPCMessage) -> None:
        """Note what an answer of the server says about later headers."""
        if not isinstance(message, JSONRPCResponse):
            return
        method = self._asked.pop(message.id, None)
        if method == "initialize":
            version = message.result.get("protocolVersion")
            self._negotiated = version if isinstance(version, str) else None
        elif method == "tools/list":
            for tool in message.result.get("tools", ()):
                self._header_maps[tool["name"]] = x_mcp_header_map(tool.get("inputSchema"))

    def _modern(self, message: JSONRPCRequest, params: Mapping[str, object], version: str) -> dict[str, str]:
        headers = {MCP_PROTOCOL_VERSION_HEADER: version, MCP_METHOD_HEADER: message.method}
        name = params.get(NAME_BEARING_METHODS.get(message.method, ""))
        if isinstance(name, str):
            headers[MCP_NAME_HEADER] = encode_header_value(name)
        arguments = params.get("arguments")
        if message.method == "tools/call" and isinstance(name, str) and isinstance(arguments, dict):
            headers.update(mcp_param_headers(self._header_maps.get(name, {}), arguments))
        return headers
