"""An MCP server on the plain SDK whose calls a test can hold, watch and end, from another process.

Files in the folder WORKSHOP_DIR say how far a call is: `NAME.started`, `NAME.cancelled`; it goes on when `NAME.go` is
there. `mcp-docker serve` serves it behind the product's gate; run by path it is a foreign server, which the SDK's own
authorization protects: `workshop_server.py PORT ISSUER`.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

import httpx2
import uvicorn
from mcp.server.auth.provider import AccessToken
from mcp.server.auth.settings import AuthSettings
from mcp.server.mcpserver import Context, MCPServer
from mcp_types import (
    CallToolResult,
    ElicitRequest,
    ElicitRequestFormParams,
    ElicitResult,
    InputRequiredResult,
    TextContent,
)
from pydantic import BaseModel

POLL_S = 0.005
SCHEMA = {"type": "object", "properties": {"color": {"type": "string"}}, "required": ["color"]}


class Color(BaseModel):
    """What `ask` asks for."""

    color: str


def _is_before_2026(ctx: Context[Any, Any]) -> bool:
    return (ctx.protocol_version or "") < "2026"


def _said(text: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)])


def echo(text: str) -> str:
    """Return the text."""
    return text


async def hold(name: str) -> int:
    """Work until the test says so; return the end in nanoseconds since 1970."""
    folder = Path(os.environ["WORKSHOP_DIR"])
    (folder / f"{name}.started").touch()
    try:
        # Another process gives the sign, so there is nothing to wait on but the file.
        while not (folder / f"{name}.go").exists():  # noqa: ASYNC110
            await asyncio.sleep(POLL_S)
    except asyncio.CancelledError:
        (folder / f"{name}.cancelled").touch()
        raise
    return time.time_ns()


async def guarded_hold(name: str) -> int:
    """The same; the policy of the tests demands consent for it."""
    return await hold(name)


async def count(to: int, ctx: Context[Any, Any]) -> str:
    """Report progress up to a number."""
    for step in range(1, to + 1):
        await ctx.report_progress(step, to)
    return "counted"


async def announce(ctx: Context[Any, Any]) -> str:
    """Log a line, and say that the tools changed."""
    await ctx.info("from the workshop")
    if _is_before_2026(ctx):
        await ctx.session.send_tool_list_changed()
    else:
        await ctx.notify_tools_changed()
    return "announced"


async def ask(ctx: Context[Any, Any]) -> CallToolResult | InputRequiredResult:
    """Ask the person for a colour, in the manner of the protocol that the client speaks."""
    if _is_before_2026(ctx):
        answer = await ctx.elicit("Which colour?", Color)
        return _said(answer.data.color if answer.action == "accept" else answer.action)
    given = (ctx.input_responses or {}).get("color")
    if not isinstance(given, ElicitResult):
        params = ElicitRequestFormParams(message="Which colour?", requested_schema=SCHEMA)
        return InputRequiredResult(input_requests={"color": ElicitRequest(params=params)}, request_state="asked")
    return _said(str((given.content or {}).get("color")))


def build_server(**options: Any) -> MCPServer[Any]:
    """Return the server; `options` are the SDK's."""
    server: MCPServer[Any] = MCPServer("workshop", version="1", **options)
    for tool in (echo, hold, guarded_hold, count, announce):
        server.tool()(tool)
    server.tool(structured_output=False)(ask)
    server.resource("workshop://text", name="text")(lambda: "a text")
    return server


class AskingVerifier:
    """The SDK's port for tokens, on nothing but RFC 7662; no code of this project."""

    def __init__(self, issuer: str) -> None:
        self._url = f"{issuer}/oauth2/introspect"

    async def verify_token(self, token: str) -> AccessToken | None:
        """See `mcp.server.auth.provider.TokenVerifier`."""
        async with httpx2.AsyncClient() as client:
            answer = (await client.post(self._url, data={"token": token}, auth=("mcp-client", "secret"))).json()
        if not answer["active"]:
            return None
        return AccessToken(
            token=token,
            client_id=answer["client_id"],
            scopes=answer["scope"].split(),
            expires_at=answer["exp"],
            resource=answer["aud"],
        )


def main(port: int, issuer: str) -> None:
    """Serve behind the SDK's own authorization."""
    url = f"http://localhost:{port}/mcp"
    auth = AuthSettings.model_validate(
        {
            "issuer_url": issuer,
            "resource_server_url": url,
            "required_scopes": ["mcp.access"],
            "validate_token_resource": True,
        }
    )
    server = build_server(auth=auth, token_verifier=AskingVerifier(issuer))
    uvicorn.run(server.streamable_http_app(), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
