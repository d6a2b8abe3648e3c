"""What a guarded function says to its client while it runs, and is told: progress, log messages, questions.

MCP lets a tool talk before it answers. What it says there leaves the process as its result does, and what a person
types into a form comes in as an argument does, so both pass the same guards.
"""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mcp.server.mcpserver import Context
    from mcp.server.session import ServerSession

    from oauth2_demo.security.secure_tool.call import Shield

T = TypeVar("T")


def guarded_context(context: Context[Any], outgoing: Shield, incoming: Shield) -> Context[Any]:
    """The same context over a session whose words are guarded.

    Args:
        context: The context that the SDK injected; it is not changed.
        outgoing: Protects what goes to the client.
        incoming: Protects what the client answers.
    """
    try:
        request = context.request_context
    except ValueError:
        # Outside of a request there is nobody to talk to.
        return context
    session = cast("ServerSession", GuardedSession(request.session, outgoing, incoming))
    clone = context.model_copy()
    clone._request_context = replace(request, session=session)  # noqa: SLF001 - the SDK offers no other way in
    given = context._input_params  # noqa: SLF001 - as above
    if given is not None and given.input_responses:
        # The answers to questions that an earlier result asked (MCP 2026-07-28). The state beside them is the server's.
        answers = incoming(given.input_responses)
        clone._input_params = given.model_copy(update={"input_responses": answers})  # noqa: SLF001 - as above
    return clone


class GuardedSession:
    """A session of the SDK whose methods protect what they are given and what they give.

    Args:
        session: The session.
        outgoing: See `guarded_context`.
        incoming: See `guarded_context`.
    """

    def __init__(self, session: ServerSession, outgoing: Shield, incoming: Shield) -> None:
        self._session = session
        self._outgoing = outgoing
        self._incoming = incoming

    def __getattr__(self, name: str) -> object:
        """Whatever the session has; methods come guarded."""
        found = getattr(self._session, name)
        return self._guarded(found) if inspect.ismethod(found) else found

    def _guarded(self, method: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            outcome = method(*self._outgoing(args), **self._outgoing(named))
            return self._answered(outcome) if inspect.isawaitable(outcome) else outcome

        return call

    async def _answered(self, answer: Awaitable[T]) -> T:
        return self._incoming(await answer)
