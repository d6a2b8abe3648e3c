"""Requests with a known head, served without ASGI and without a task, by the same endpoint and in the same bytes.

The application says once for each head whether it takes such requests. What is unusual about a connection when the
answer is there, or about the answer, is left to uvicorn's way of sending.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from oauth2_demo.driving import Driver
from oauth2_demo.web.one_write import OneWriteCycle
from oauth2_demo.web.whole_answer import WHOLE_ANSWER, WholeAnswer, answer_bytes

if TYPE_CHECKING:
    from starlette.types import Scope
    from uvicorn._types import ASGI3Application, HTTPScope

    from oauth2_demo.web.lean_http import LeanProtocol

# Takes the body and the address of the client.
Serve: TypeAlias = Callable[[bytes, str], Coroutine[Any, Any, WholeAnswer]]
# For connections whose client is gone: nobody waits for more of a request that is here.
_NOBODY_WAITS = asyncio.Event()


class DirectApp(Protocol):
    """An application that can serve requests with a known head directly."""

    def prepare(self, scope: Scope) -> Serve | None:
        """Say how all requests with this head are served; nothing when they need ASGI."""
        ...


class KnownHead(NamedTuple):
    """What the parser made of a head: the same bytes at the same place mean the same again."""

    scope: HTTPScope
    body_bytes: int
    serve: Serve | None


class Round:
    """The requests that one round of the loop received: they start together in the next, when all of them are read.

    What is asked for the first of them, such as whether the database has changed, is then true for all.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._cycles: list[DirectCycle] = []

    def add(self, cycle: DirectCycle, loop: asyncio.AbstractEventLoop) -> None:
        """Start this one with the others."""
        if not self._cycles:
            loop.call_soon(self._start)
        self._cycles.append(cycle)

    def _start(self) -> None:
        cycles, self._cycles = self._cycles, []
        for cycle in cycles:
            cycle.start()


class DirectCycle(OneWriteCycle):
    """One request under way: what its connection needs to know of uvicorn's cycle, and no more."""

    message_event = _NOBODY_WAITS

    def __init__(self, protocol: LeanProtocol, head: KnownHead, serve: Serve, body: bytes) -> None:
        """Serve `body` behind `head`. What only a receiver needs is not there."""
        self._serve = serve
        self._body = body
        self.response_started = self.response_complete = self.disconnected = False
        self.keep_alive = True
        self.transport = protocol.transport
        self.flow = protocol.flow
        self._protocol = protocol
        self._head = head

    def start(self) -> None:
        """Begin to serve."""
        client = self._protocol.client
        served = self._serve(self._body, client[0] if client else "")
        Driver(served, self._answer, self._protocol.tasks).go_on()

    def _answer(self, answer: WholeAnswer | BaseException) -> None:
        protocol, written = self._protocol, None
        is_disturbed = self.disconnected or self.flow.write_paused or self.transport.is_closing()
        if self.keep_alive and not is_disturbed and isinstance(answer, WholeAnswer):
            try:
                written = answer_bytes(answer, protocol.server_state.default_headers)
            except RuntimeError:
                # uvicorn's way comes to the same end, and tells it.
                written = None
        if written is None:
            protocol.answer_by_asgi(self, self._head, answer)
            return
        self.response_started = self.response_complete = True
        self.transport.write(written)
        protocol.on_response_complete()


def ready(answer: WholeAnswer | BaseException) -> ASGI3Application:
    """Make an ASGI application that has its answer, or its failure, already."""

    async def application(scope: object, receive: object, send: Any) -> None:
        del scope, receive
        if isinstance(answer, BaseException):
            raise answer
        await send({"type": WHOLE_ANSWER, **answer._asdict()})

    return application
