"""The server that ours are made of: the SDK's, with every gap closed that a black-box test can find.

MCP 2025-06-18, 2025-11-25 and 2026-07-28. Unknown names and bad arguments have the codes that the specification gives
them, unexpected exceptions tell the caller an id and nothing else, and one list of guards stands before every call.
"""

from __future__ import annotations

import logging
import re
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mcp.server._otel import OpenTelemetryMiddleware
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError, UnexpectedToolError
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, SetLevelRequestParams
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import BaseModel, ValidationError

from oauth2_demo.mcp_server.calls import LOCAL_PRINCIPAL, ToolFacts
from oauth2_demo.mcp_server.errors import CodedToolError, ErrorCode, invalid, not_found, protocol_error
from oauth2_demo.mcp_server.sessions import SharedOutSessions
from oauth2_demo.mcp_server.strictness import Strictness, failed_result
from oauth2_demo.mcp_server.tracing import TracingWhereWanted
from oauth2_demo.mcp_server.validation import explain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

    from mcp.server.context import HandlerResult, ServerMiddleware, ServerRequestContext
    from mcp.server.lowlevel.helper_types import ReadResourceContents
    from mcp.server.mcpserver.context import Context
    from mcp.server.mcpserver.prompts import Prompt
    from mcp.server.mcpserver.tools import Tool
    from mcp.shared._stream_protocols import ReadStream, WriteStream
    from mcp.shared.message import SessionMessage
    from mcp_types import CallToolResult, GetPromptResult, Icon, InputRequiredResult, ToolAnnotations
    from pydantic import AnyUrl

    from oauth2_demo.mcp_server.calls import CallMiddleware, Principal

_TOOL_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,128}")
# Retired by 2026-07-28, demanded by the versions before it.
_RESOURCE_NOT_FOUND_BEFORE_2026: Final = -32002
_ParamsT = TypeVar("_ParamsT", bound=BaseModel)


def _random_error_id() -> str:
    return uuid.uuid4().hex


@contextmanager
def _root_logger_left_alone() -> Iterator[None]:
    """The SDK gives the root logger a handler of its own when it has none; how to log is the process's decision."""
    root, level = logging.getLogger(), logging.getLogger().level
    stand_in = logging.NullHandler()
    root.addHandler(stand_in)
    try:
        yield
    finally:
        root.removeHandler(stand_in)
        root.setLevel(level)


class StrictMCPServer(MCPServer[Any]):
    """An `MCPServer` that answers as the specification says.

    Args:
        name: The server's name, as clients show it.
        title: Its name for people.
        instructions: What a model should know before it uses the tools.
        version: Its version.
        guards: What stands in front of every call, outermost first.
        local_principal: Who is calling when the transport is stdio.
        new_error_id: Makes the ids of unexpected errors.
        sdk_options: Further options of the SDK's `MCPServer`.
    """

    def __init__(
        self,
        name: str,
        *,
        title: str | None = None,
        instructions: str | None = None,
        version: str = "",
        guards: Sequence[CallMiddleware] = (),
        local_principal: Principal = LOCAL_PRINCIPAL,
        new_error_id: Callable[[], str] = _random_error_id,
        **sdk_options: Any,
    ) -> None:
        with _root_logger_left_alone():
            super().__init__(name, title=title, instructions=instructions, version=version, **sdk_options)
        self._strictness = Strictness(
            guards=guards,
            local=local_principal,
            find_tool=self._tool_facts,
            new_error_id=new_error_id,
            server_info=lambda: self._lowlevel_server.server_info_stamp,
            declares_logging=self._declares_logging,
        )
        self.middleware[:] = [self._strictness, *map(_traced_where_wanted, self.middleware)]

    async def serve(
        self, read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage]
    ) -> None:
        """Serve one connection until its read side ends."""
        await self._lowlevel_server.run(
            read_stream, write_stream, self._lowlevel_server.create_initialization_options()
        )

    def serve_method(
        self,
        method: str,
        params_type: type[_ParamsT],
        handler: Callable[[ServerRequestContext[Any, Any], _ParamsT], Awaitable[HandlerResult]],
    ) -> None:
        """Serve a further method, such as `logging/setLevel`. What is served is what clients see declared."""
        self._lowlevel_server.add_request_handler(method, params_type, handler)

    def http_sessions(self, **limits: Any) -> SharedOutSessions:
        """Return the session manager for this server; `limits` are its options."""
        return SharedOutSessions(self._lowlevel_server, **limits)

    def add_tool(
        self,
        fn: Callable[..., Any],
        name: str | None = None,
        title: str | None = None,
        description: str | None = None,
        annotations: ToolAnnotations | None = None,
        icons: list[Icon] | None = None,
        meta: dict[str, Any] | None = None,
        structured_output: bool | None = None,
    ) -> None:
        """Add a tool. Tools are listed in the order in which they were added.

        Raises:
            ValueError: The name is taken, or not one that every client can use.
        """
        tool_name = name or fn.__name__
        if not _TOOL_NAME.fullmatch(tool_name):
            raise ValueError(f"tool name {tool_name!r} must be 1 to 128 of A-Z a-z 0-9 _ . -")
        if self._tool_manager.get_tool(tool_name) is not None:
            raise ValueError(f"there is already a tool called {tool_name!r}")
        super().add_tool(fn, tool_name, title, description, annotations, icons, meta, structured_output)
        self._let_log(self._tool_manager.get_tool(tool_name))

    def _let_log(self, tool: Tool | None) -> None:
        """Declare `logging` as soon as there is a tool that can log: one that takes a context."""
        if tool is not None and tool.context_kwarg is not None and not self._declares_logging():
            self.serve_method("logging/setLevel", SetLevelRequestParams, self._strictness.set_log_level)

    def _declares_logging(self) -> bool:
        return self._lowlevel_server.get_request_handler("logging/setLevel") is not None

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool. What it refuses and what breaks in it is a result with `is_error`.

        Raises:
            MCPError: There is no such tool, or the tool raised this itself.
        """
        if self._tool_manager.get_tool(name) is None:
            raise protocol_error(not_found("Unknown tool. The list of tools has the names of this server."))
        try:
            return await super().call_tool(name, arguments, context)
        except UnexpectedToolError as error:
            return failed_result(self._strictness.unexpected(f"tool {name}", error))
        except ToolError as error:
            return failed_result(_foreseen(error))

    async def get_prompt(
        self, name: str, arguments: dict[str, Any] | None = None, context: Context[Any, Any] | None = None
    ) -> GetPromptResult | InputRequiredResult:
        """Render a prompt.

        Raises:
            MCPError: There is no such prompt, or its arguments are wrong.
        """
        prompt = self._prompt_manager.get_prompt(name)
        if prompt is None:
            raise protocol_error(not_found("Unknown prompt. The list of prompts has the names of this server."))
        if missing := _missing_arguments(prompt, arguments or {}):
            raise protocol_error(invalid(f"Missing arguments of the prompt: {', '.join(missing)}"))
        try:
            return await super().get_prompt(name, arguments, context)
        except ValueError as error:
            raise self._prompt_failure(name, error) from None

    async def read_resource(
        self, uri: AnyUrl | str, context: Context[Any, Any] | None = None
    ) -> Iterable[ReadResourceContents] | InputRequiredResult:
        """Read a resource.

        Raises:
            MCPError: There is no such resource, or it cannot be read.
        """
        try:
            return await super().read_resource(uri, context)
        except ResourceNotFoundError:
            raise _resource_not_found(str(uri), context) from None
        except ResourceError as error:
            if isinstance(error.__cause__, CodedToolError):
                raise protocol_error(error.__cause__) from None
            raise protocol_error(self._strictness.unexpected("a resource", error)) from None

    def _prompt_failure(self, name: str, error: ValueError) -> MCPError:
        # The SDK wraps twice: once where the prompt is rendered, once where it is returned.
        cause = error.__cause__.__cause__ if error.__cause__ else None
        if isinstance(cause, CodedToolError):
            return protocol_error(cause)
        if isinstance(cause, ValidationError):
            return protocol_error(invalid(f"Invalid arguments of the prompt. {explain(cause)}"))
        return protocol_error(self._strictness.unexpected(f"prompt {name}", cause or error))

    def _tool_facts(self, name: str) -> ToolFacts | None:
        tool = self._tool_manager.get_tool(name)
        if tool is None:
            return None
        return ToolFacts(tool.name, tool.description, tool.parameters, tool.meta or {}, tool.annotations)


def _traced_where_wanted(middleware: ServerMiddleware[Any]) -> ServerMiddleware[Any]:
    return TracingWhereWanted(middleware) if isinstance(middleware, OpenTelemetryMiddleware) else middleware


def _foreseen(error: ToolError) -> CodedToolError:
    cause = error.__cause__
    if isinstance(cause, CodedToolError):
        return cause
    if isinstance(cause, ValidationError):
        return invalid(f"Invalid arguments. {explain(cause)}")
    return CodedToolError(str(cause or error), ErrorCode.VALIDATION)


def _missing_arguments(prompt: Prompt, given: dict[str, Any]) -> list[str]:
    return [argument.name for argument in prompt.arguments or [] if argument.required and argument.name not in given]


def _resource_not_found(uri: str, context: Context[Any, Any] | None) -> MCPError:
    is_modern = context is not None and context.request_context.protocol_version in MODERN_PROTOCOL_VERSIONS
    code = INVALID_PARAMS if is_modern else _RESOURCE_NOT_FOUND_BEFORE_2026
    return MCPError(code=code, message="Unknown resource", data={"error_code": int(ErrorCode.NOT_FOUND), "uri": uri})
