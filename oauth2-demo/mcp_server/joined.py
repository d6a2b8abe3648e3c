"""One server made of several, for clients that want a single endpoint."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from oauth2_demo.mcp_server.server import StrictMCPServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from mcp.server.mcpserver import MCPServer

    from oauth2_demo.mcp_server.calls import CallMiddleware

ORIGIN_META_KEY: Final = "mcp-docker/server"


class JoinedServer(StrictMCPServer):
    """Offers all that its parts offer. A name that is taken gets the name of its server in front: `weather_search`.

    The parts live only in this server: their lifespans are entered with its own, and what they put into the lifespan
    context is found there under the name of the part.
    """

    def __init__(
        self,
        name: str,
        parts: Mapping[str, MCPServer[Any]],
        *,
        title: str,
        guards: Sequence[CallMiddleware] = (),
        version: str = "",
    ) -> None:
        """Join `parts`, given by the names that tell them apart.

        Raises:
            ValueError: Two parts offer the same resource.
        """

        @asynccontextmanager
        async def lifespan(_: MCPServer[Any]) -> AsyncIterator[dict[str, Any]]:
            async with AsyncExitStack() as stack:
                yield {name: await stack.enter_async_context(_lifespan(part)) for name, part in parts.items()}

        instructions = "\n".join(part.instructions for part in parts.values() if part.instructions)
        super().__init__(
            name,
            title=title,
            instructions=instructions,
            version=version,
            guards=guards,
            lifespan=lifespan,
        )
        for part_name, part in parts.items():
            self._take_tools(part_name, part)
            self._take_prompts(part_name, part)
            self._take_resources(part)

    def _take_tools(self, part_name: str, part: MCPServer[Any]) -> None:
        ours = self._tool_manager._tools  # noqa: SLF001 - the SDK offers no way to add a tool that is made already
        for tool in part._tool_manager.list_tools():  # noqa: SLF001 - as above
            name = f"{part_name}_{tool.name}" if tool.name in ours else tool.name
            meta = {**(tool.meta or {}), ORIGIN_META_KEY: part_name}
            ours[name] = tool.model_copy(update={"name": name, "meta": meta})
            self._let_log(ours[name])

    def _take_prompts(self, part_name: str, part: MCPServer[Any]) -> None:
        for prompt in part._prompt_manager.list_prompts():  # noqa: SLF001 - as above
            is_taken = self._prompt_manager.get_prompt(prompt.name) is not None
            name = f"{part_name}_{prompt.name}" if is_taken else prompt.name
            self.add_prompt(prompt.model_copy(update={"name": name}))

    def _take_resources(self, part: MCPServer[Any]) -> None:
        ours, theirs = self._resource_manager, part._resource_manager  # noqa: SLF001 - as above
        for uri, resource in theirs._resources.items():  # noqa: SLF001 - as above
            if uri in ours._resources:  # noqa: SLF001 - as above
                raise ValueError(f"two servers offer the resource {uri}: rename it in one of them")
            ours._resources[uri] = resource  # noqa: SLF001 - as above
        for template, resource_template in theirs._templates.items():  # noqa: SLF001 - as above
            if template in ours._templates:  # noqa: SLF001 - as above
                raise ValueError(f"two servers offer the resource {template}: rename it in one of them")
            ours._templates[template] = resource_template  # noqa: SLF001 - as above


def _lifespan(part: MCPServer[Any]) -> AbstractAsyncContextManager[object]:
    lowlevel = part._lowlevel_server  # noqa: SLF001 - the SDK offers no way to enter the lifespan of a server
    return lowlevel.lifespan(lowlevel)
