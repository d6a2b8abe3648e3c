"""Refusals as the MCP SDK wants them: without this, a caller would read "internal error" instead of the reason."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from oauth2_demo.security.errors import ProtectionUnavailable, SecurityException

if TYPE_CHECKING:
    from oauth2_demo.mcp_server.errors import CodedToolError


def at_the_edge(refusal: SecurityException) -> SecurityException:
    """The same refusal; where the SDK is loaded it is a tool error as well, so that its sentence reaches the caller."""
    if "mcp.server.mcpserver.exceptions" not in sys.modules or _is_tool_error(refusal):
        return refusal
    from oauth2_demo.mcp_server.errors import ErrorCode

    kind = _also_tool_error(type(refusal))
    twin = kind.__new__(kind, *refusal.args)
    unavailable = isinstance(refusal, ProtectionUnavailable)
    coded = cast("CodedToolError", twin)
    coded.message = str(refusal)
    coded.code = ErrorCode.UNAVAILABLE if unavailable else ErrorCode.FORBIDDEN
    twin.__dict__.update(refusal.__dict__)
    return twin


def _is_tool_error(refusal: SecurityException) -> bool:
    from mcp.server.mcpserver.exceptions import ToolError

    return isinstance(refusal, ToolError)


def _also_tool_error(kind: type[SecurityException]) -> type[SecurityException]:
    from oauth2_demo.mcp_server.errors import CodedToolError

    return cast("type[SecurityException]", type(kind.__name__, (kind, CodedToolError), {"__module__": kind.__module__}))
