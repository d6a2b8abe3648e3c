"""One endpoint that offers what several servers offer."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from mcp.client import Client
from mcp.server.mcpserver import Context, MCPServer

from oauth2_demo.mcp_server.joined import ORIGIN_META_KEY, JoinedServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


def part(name: str, log: list[str]) -> MCPServer[Any]:
    @asynccontextmanager
    async def lifespan(_: MCPServer[Any]) -> AsyncIterator[str]:
        log.append(f"{name} begins")
        yield f"context of {name}"
        log.append(f"{name} ends")

    server: MCPServer[Any] = MCPServer(name, instructions=f"Use {name}.", lifespan=lifespan)

    @server.tool()
    def search(ctx: Context[Any, Any]) -> str:
        """Search."""
        return f"found by {ctx.request_context.lifespan_context[name]}"

    @server.prompt()
    def ask() -> str:
        """Ask."""
        return f"asked by {name}"

    @server.resource(f"{name}://text")
    def text() -> str:
        return f"text of {name}"

    @server.resource(f"{name}://items/{{item}}")
    def items(item: str) -> str:
        return f"{item} of {name}"

    return server


async def test_all_parts_are_offered_and_a_taken_name_gets_the_name_of_its_server() -> None:
    joined = JoinedServer("all", {"left": part("left", []), "right": part("right", [])}, title="All")
    async with Client(joined) as client:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["search", "right_search"]
        assert [(tool.meta or {})[ORIGIN_META_KEY] for tool in tools] == ["left", "right"]
        assert [prompt.name for prompt in (await client.list_prompts()).prompts] == ["ask", "right_ask"]
        assert [str(resource.uri) for resource in (await client.list_resources()).resources] == [
            "left://text",
            "right://text",
        ]


async def test_each_name_leads_to_its_own_part() -> None:
    joined = JoinedServer("all", {"left": part("left", []), "right": part("right", [])}, title="All")
    async with Client(joined) as client:
        for tool, origin in [("search", "left"), ("right_search", "right")]:
            result = await client.call_tool(tool, {})
            assert f"found by context of {origin}" in str(result.content[0])
        assert "asked by right" in str(await client.get_prompt("right_ask"))
        assert "text of right" in str(await client.read_resource("right://text"))
        assert "7 of left" in str(await client.read_resource("left://items/7"))


async def test_the_lifespans_of_all_parts_are_entered_and_left() -> None:
    log: list[str] = []
    async with Client(JoinedServer("all", {"left": part("left", log), "right": part("right", log)}, title="All")):
        assert log == ["left begins", "right begins"]
    assert log[2:] == ["right ends", "left ends"]


def test_two_parts_with_the_same_resource_are_refused() -> None:
    with pytest.raises(ValueError, match=r"left://text"):
        JoinedServer("all", {"left": part("left", []), "again": part("left", [])}, title="All")


def test_two_parts_with_the_same_template_are_refused() -> None:
    parts = {name: MCPServer[Any](name) for name in ("left", "right")}
    for server in parts.values():

        @server.resource("same://{item}")
        def items(item: str) -> str:
            return item

    with pytest.raises(ValueError, match=r"same://"):
        JoinedServer("all", parts, title="All")


def test_the_instructions_of_the_parts_are_handed_on() -> None:
    joined = JoinedServer("all", {"left": part("left", []), "right": part("right", [])}, title="All")
    assert joined.instructions == "Use left.\nUse right."
