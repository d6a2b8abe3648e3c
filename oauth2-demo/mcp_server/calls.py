"""The seam in front of every call, on every transport: identity, rate limit, scope, consent and audit go here.

A `CallMiddleware` sees each request before anything in it was validated, so it also sees the calls that never reach a
tool: unknown names, arguments that fail the schema, cursors that nobody issued. It refuses by raising what
`oauth2_demo.mcp_server.errors` makes.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext
    from mcp_types import RequestId, ToolAnnotations

Transport = Literal["stdio", "http"]

_TARGET_KEYS: Final[Mapping[str, str]] = {"tools/call": "name", "prompts/get": "name", "resources/read": "uri"}
# What reaches something of the server's: gates and records look at these, and let everything else pass.
TARGETED_METHODS: Final = frozenset(_TARGET_KEYS)


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is calling. Over HTTP the token says so; over stdio the configuration, never an argument of a call."""

    client_id: str
    transport: Transport
    scopes: frozenset[str] = frozenset()
    subject: str | None = None
    issuer: str | None = None
    token_id: str | None = None


@dataclass(frozen=True, slots=True)
class ToolFacts:
    """What a tool declared about itself when it was registered; scopes and sensitivity are in `meta`."""

    name: str
    description: str | None
    input_schema: Mapping[str, Any]
    meta: Mapping[str, object]
    annotations: ToolAnnotations | None


LOCAL_PRINCIPAL: Final = Principal(client_id="local", transport="stdio")
ANONYMOUS_PRINCIPAL: Final = Principal(client_id="anonymous", transport="http")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, as it arrived. `context` is the SDK's, for elicitation and progress."""

    method: str
    request_id: RequestId
    principal: Principal
    protocol_version: str
    unverified_target: str | None
    unverified_arguments: Mapping[str, object]
    tool: ToolFacts | None
    context: ServerRequestContext[Any, Any]


Answer = dict[str, Any]
Proceed = Callable[[], Awaitable[Answer]]


class CallMiddleware(Protocol):
    """Stands in front of a call: observe it, refuse it by raising, answer it, or let it `proceed`."""

    async def __call__(self, call: Call, proceed: Proceed) -> Answer:
        """Return the answer in its wire form; `proceed()` gives that of the rest of the chain.

        Raises:
            CodedToolError: The call is refused, with a sentence for the caller.
        """
        ...


def describe_call(
    context: ServerRequestContext[Any, Any], local: Principal, find_tool: Callable[[str], ToolFacts | None]
) -> Call:
    """Return what is known of the request in `context`; `local` is the principal of a stdio session."""
    params = context.params or {}
    key = _TARGET_KEYS.get(context.method)
    target = params.get(key) if key else None
    arguments = params.get("arguments")
    if context.request_id is None:
        raise ValueError("a notification is no call")
    return Call(
        method=context.method,
        request_id=context.request_id,
        principal=_principal(context, local),
        protocol_version=context.protocol_version,
        unverified_target=target if isinstance(target, str) else None,
        unverified_arguments=arguments if isinstance(arguments, Mapping) else {},
        tool=find_tool(target) if context.method == "tools/call" and isinstance(target, str) else None,
        context=context,
    )


def _principal(context: ServerRequestContext[Any, Any], local: Principal) -> Principal:
    if context.request is None:
        return local
    user = context.request.scope.get("user")
    if not isinstance(user, AuthenticatedUser):
        return ANONYMOUS_PRINCIPAL
    claims = user.access_token.claims or {}
    return Principal(
        client_id=user.access_token.client_id,
        transport="http",
        scopes=frozenset(user.scopes),
        subject=user.access_token.subject,
        issuer=claims.get("iss"),
        token_id=claims.get("jti"),
    )
