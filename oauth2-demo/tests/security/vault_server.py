"""A tool server that gives out reversible tokens and takes them back, as a server of somebody's own may."""

from __future__ import annotations

from mcp.server.mcpserver import MCPServer

from oauth2_demo.security.security_common import get_security_services, secure_tool

server: MCPServer[None] = MCPServer("vault")


@server.tool()
@secure_tool(requires_encryption=False, pii_policy="allow", result_policy="tokenize")
def look_up() -> str:
    """Return a phone number, as a token."""
    return "010-1234-5678"


@server.tool()
@secure_tool(requires_encryption=False, pii_policy="allow", reveals=("phone",))
def dial(number: str) -> int:
    """Return how many digits are dialled."""
    return sum(character.isdigit() for character in number.partition(":")[0])


@server.tool()
def sessions_with_tokens() -> int:
    """Return how many sessions this process holds tokens for."""
    return len(get_security_services().vault._sessions)
