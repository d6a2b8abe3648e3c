"""`Mcp-Param-*` headers repeat arguments of a tool for those who route by them (MCP 2026-07-28, custom headers)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mcp.shared.inbound import validate_mcp_param_headers, x_mcp_header_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp.server.lowlevel import Server
    from mcp_types import JSONRPCRequest


class ParamHeaders:
    """Knows which tools of a server want such headers. Each schema is searched for them once, not at every call."""

    def __init__(self, server: Server[Any]) -> None:
        """Ask `server` for the schemas."""
        self._server = server
        # By tool: the schema that was searched, and what was found.
        self._searched: dict[str, tuple[Mapping[str, Any], bool]] = {}

    def contradict(self, request: JSONRPCRequest, headers: Mapping[str, str]) -> bool:
        """Return whether one of `headers` says something else than the arguments of a tool call."""
        params: Mapping[str, Any] = request.params or {}
        name, arguments = params.get("name"), params.get("arguments")
        lookup = self._server.get_tool_input_schema
        if request.method != "tools/call" or lookup is None or not isinstance(name, str):
            return False
        schema = lookup(name)
        if schema is None or not isinstance(arguments, dict | None) or not self._are_wanted(name, schema):
            return False
        return validate_mcp_param_headers(schema, arguments or {}, headers) is not None

    def _are_wanted(self, tool: str, schema: Mapping[str, Any]) -> bool:
        searched, are_wanted = self._searched.get(tool, (None, False))
        if searched is not schema:
            are_wanted = bool(x_mcp_header_map(schema))
            self._searched[tool] = (schema, are_wanted)
        return are_wanted
