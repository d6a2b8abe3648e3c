"""The outermost middleware of a strict server: what the SDK lets pass or words badly, on every transport.

It stands outside the SDK's own middleware, gives every failure its code, and is where the guards of the calls are run.
What it replaces was measured on SDK 2.3: cursors are ignored, unexpected exceptions become code 0 with their text, and
a 2026-07-28 envelope without its version is taken for an older protocol.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any, Final, get_args

from mcp.shared.exceptions import MCPError
from mcp.shared.inbound import InboundLadderRejection, classify_inbound_request
from mcp_types import (
    CLIENT_CAPABILITIES_META_KEY,
    CLIENT_INFO_META_KEY,
    INVALID_PARAMS,
    MISSING_REQUIRED_CLIENT_CAPABILITY,
    PROTOCOL_VERSION_META_KEY,
    SERVER_INFO_META_KEY,
    CallToolResult,
    ClientCapabilities,
    EmptyResult,
    LoggingLevel,
    MissingRequiredClientCapabilityErrorData,
    TextContent,
)
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import BaseModel, ValidationError

from oauth2_demo.mcp_server.calls import describe_call
from oauth2_demo.mcp_server.errors import CodedToolError, ErrorCode, internal, protocol_error
from oauth2_demo.mcp_server.validation import explain
from oauth2_demo.oauth.events import current_request_id
from oauth2_demo.random_ids import random_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
    from mcp.server.session import ServerSession
    from mcp_types import SetLevelRequestParams

    from oauth2_demo.mcp_server.calls import Answer, Call, CallMiddleware, Principal, Proceed, ToolFacts

logger = logging.getLogger(__name__)

_PAGED_METHODS: Final = frozenset({"tools/list", "prompts/list", "resources/list", "resources/templates/list"})
_LOG_LEVELS_KEY: Final = "oauth2_demo.log_levels"
_NEEDED_CAPABILITIES: Final = {
    "elicitation/create": "elicitation",
    "sampling/createMessage": "sampling",
    "roots/list": "roots",
}
_MODERN_KEYS: Final = (PROTOCOL_VERSION_META_KEY, CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY)


def envelope_problem(method: str, params: Mapping[str, Any] | None) -> MCPError | None:
    """Return what is wrong with the 2026-07-28 envelope of a request, or None for a good one and for older protocols.

    MCP 2026-07-28, basic protocol, `_meta`: a request that speaks it says its version and the client's capabilities.
    """
    meta = (params or {}).get("_meta")
    speaks_modern = isinstance(meta, dict) and any(key in meta for key in _MODERN_KEYS)
    # A client that still knows the handshake may send it with an envelope; only the handshake counts then.
    if method == "initialize" or not (speaks_modern or method == "server/discover"):
        return None
    route = classify_inbound_request({"method": method, "params": params})
    if isinstance(route, InboundLadderRejection):
        return MCPError(code=route.code, message=route.message, data=route.data)
    return None


class Strictness:
    """An SDK middleware: runs the guards, refuses what must be refused, and words every failure."""

    def __init__(
        self,
        guards: Sequence[CallMiddleware],
        local: Principal,
        find_tool: Callable[[str], ToolFacts | None],
        new_error_id: Callable[[], str],
        server_info: Callable[[], dict[str, Any]],
        declares_logging: Callable[[], bool],
    ) -> None:
        self._guards = guards
        self._local = local
        self._find_tool = find_tool
        self._new_error_id = new_error_id
        self._server_info = server_info
        self._declares_logging = declares_logging

    async def __call__(self, ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
        """Answer one request or let one notification pass."""
        if ctx.request_id is None:
            return await call_next(ctx)
        self._bound_logs(ctx.session)
        # Over HTTP the front has named the request already, over stdio nobody has.
        token = current_request_id.set(current_request_id.get() or random_id())
        try:
            return await self._answered(ctx, call_next)
        finally:
            current_request_id.reset(token)

    def _bound_logs(self, session: ServerSession) -> None:
        """Let tools log what was asked for; the SDK (2.3) sends it all, also for servers that do not declare it."""
        connection, levels = session._connection, session._allowed_log_levels  # noqa: SLF001 - it offers no other way
        chosen = connection.state.get(_LOG_LEVELS_KEY, levels) if self._declares_logging() else frozenset()
        session._allowed_log_levels = levels & chosen  # noqa: SLF001 - as above

    async def set_log_level(self, ctx: ServerRequestContext[Any, Any], params: SetLevelRequestParams) -> EmptyResult:
        """Serve `logging/setLevel` of the handshake versions, for one session."""
        levels = get_args(LoggingLevel)
        ctx.session._connection.state[_LOG_LEVELS_KEY] = frozenset(levels[levels.index(params.level) :])  # noqa: SLF001 - as above
        return EmptyResult()

    async def _answered(self, ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
        call = describe_call(ctx, self._local, self._find_tool)
        try:
            return await self._guarded(call, call_next)
        except MCPError:
            raise
        except CodedToolError as error:
            return self._refused(call, error)
        except ValidationError as error:
            raise protocol_error(
                CodedToolError(f"Invalid parameters. {explain(error)}", ErrorCode.VALIDATION)
            ) from None
        except Exception as error:
            raise protocol_error(self.unexpected(call.method, error)) from None

    def unexpected(self, where: str, error: BaseException) -> CodedToolError:
        """Log `error` under a new id and return what the caller is told instead."""
        failure_id = self._new_error_id()
        cause = error.__cause__ or error
        logger.error(
            "unexpected error in %s",
            where,
            exc_info=(type(cause), cause, cause.__traceback__),
            extra={"error_id": failure_id},
        )
        return internal(failure_id)

    async def _guarded(self, call: Call, call_next: CallNext) -> Answer:
        async def innermost() -> Answer:
            _refuse_what_nobody_issued(call)
            answer = _wire_form(await call_next(call.context))
            if answer.get("resultType") == "input_required":
                _refuse_what_the_client_cannot_do(call, answer)
            return answer

        proceed: Proceed = innermost
        for guard in reversed(self._guards):
            proceed = partial(guard, call, proceed)
        return await proceed()

    def _refused(self, call: Call, error: CodedToolError) -> Answer:
        """A refused tool call is the tool's error, which the model reads; anything else is a protocol error."""
        if call.method != "tools/call":
            raise protocol_error(error) from None
        answer = _wire_form(failed_result(error))
        if call.protocol_version in MODERN_PROTOCOL_VERSIONS:
            # Past the SDK's own envelope: a middleware that answers owns these members.
            answer["resultType"] = "complete"
            answer["_meta"][SERVER_INFO_META_KEY] = self._server_info()
        return answer


def failed_result(error: CodedToolError) -> CallToolResult:
    """Return `error` as the result of a tool."""
    return CallToolResult(
        content=[TextContent(type="text", text=error.message)],
        is_error=True,
        _meta=dict(error.facts),
    )


def _refuse_what_nobody_issued(call: Call) -> None:
    params = call.context.params or {}
    if (problem := envelope_problem(call.method, params)) is not None:
        raise problem
    if call.method in _PAGED_METHODS and params.get("cursor") is not None:
        message = "Invalid cursor: this server sends whole lists. Ask again without a cursor."
        raise MCPError(code=INVALID_PARAMS, message=message, data={"error_code": int(ErrorCode.VALIDATION)})


def _refuse_what_the_client_cannot_do(call: Call, answer: Answer) -> None:
    """MCP 2026-07-28, basic protocol: a capability that the client did not declare is not used."""
    asked = {str(request.get("method")) for request in (answer.get("inputRequests") or {}).values()}
    needed: dict[str, Any] = {name: {} for method, name in _NEEDED_CAPABILITIES.items() if method in asked}
    required = ClientCapabilities.model_validate(needed)
    if needed and not call.context.session.check_client_capability(required):
        data = MissingRequiredClientCapabilityErrorData(required_capabilities=required)
        raise MCPError(
            code=MISSING_REQUIRED_CLIENT_CAPABILITY,
            message=f"This needs a client that can do: {', '.join(needed)}",
            data=data.model_dump(by_alias=True, mode="json", exclude_none=True),
        )


def _wire_form(result: HandlerResult) -> Answer:
    if isinstance(result, BaseModel):
        return result.model_dump(by_alias=True, mode="json", exclude_none=True)
    return dict(result or {})
