"""What every MCP server of ours is made of: the strict server, its transports and its errors.

The names are loaded when they are first used: an entry script claims its wire (`wire.py`) before anything heavy is
imported, and that import must not bring the SDK with it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oauth2_demo.mcp_server.calls import Call, CallMiddleware, Principal
    from oauth2_demo.mcp_server.errors import CodedToolError, ErrorCode
    from oauth2_demo.mcp_server.server import StrictMCPServer
    from oauth2_demo.mcp_server.stdio import run_stdio

__all__ = ["Call", "CallMiddleware", "CodedToolError", "ErrorCode", "Principal", "StrictMCPServer", "run_stdio"]

_HOMES = {
    "Call": "calls",
    "CallMiddleware": "calls",
    "CodedToolError": "errors",
    "ErrorCode": "errors",
    "Principal": "calls",
    "StrictMCPServer": "server",
    "run_stdio": "stdio",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
