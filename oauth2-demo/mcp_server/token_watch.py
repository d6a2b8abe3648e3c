"""Ends answers that outlive their token: a stream of events may stay open for hours, the right to read it may not.

While answers are open, their tokens are judged again every second, each once and by the same verifier as at the door.
It remembers good answers of the authorization server, so a stream costs what a client costs that goes on calling. A
server that does not answer is asked three times in a row; then nobody can tell, and what is open is ended.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import anyio

from oauth2_demo.mcp_server.access import unavailable_answer
from oauth2_demo.mcp_server.http_answers import header_values
from oauth2_demo.oauth.bearer import read_bearer
from oauth2_demo.oauth.errors import OAuthError, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from anyio.abc import TaskGroup
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from oauth2_demo.mcp_server.access import Door

logger = logging.getLogger(__name__)

INTERVAL_S: Final = 1.0
PATIENCE: Final = 3


class TokenWatch:
    """Serves requests that came through a door, and ends their answers with their tokens."""

    def __init__(self, door: Door, sleep: Callable[[float], Awaitable[None]] = anyio.sleep) -> None:
        """Judge by `door`."""
        self._door = door
        self._sleep = sleep
        self._open: dict[str, set[_Answer]] = {}
        self._is_needed = anyio.Event()
        self._silences = 0

    async def serve(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Let `app` answer a request that `door` let in. The token stays here: what cannot be read is not passed on."""
        token = read_bearer(header_values(scope, b"authorization"), b"")
        scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"authorization"]
        answer = _Answer(scope, receive, send)
        if not self._open:
            self._is_needed.set()
        answers = self._open.setdefault(token, set())
        answers.add(answer)
        try:
            await app(scope, receive, answer.send)
        finally:
            answers.discard(answer)
            if not answers and self._open.get(token) is answers:
                del self._open[token]

    async def run(self) -> None:
        """Watch until cancelled."""
        async with anyio.create_task_group() as ends:
            while True:
                if not self._open:
                    self._is_needed = anyio.Event()
                    await self._is_needed.wait()
                await self._sleep(INTERVAL_S)
                await self._judge(ends)

    async def _judge(self, ends: TaskGroup) -> None:
        for token, answers in list(self._open.items()):
            try:
                await self._door.judge(token)
            except OAuthError as error:
                _end(answers, await self._door.challenge(error), ends)
            except Exception as error:
                # Whatever a verifier breaks with, it must not end the watch over all others.
                self._count_silence(error, ends)
                return
        self._silences = 0

    def _count_silence(self, error: Exception, ends: TaskGroup) -> None:
        self._silences += 1
        if self._silences < PATIENCE:
            return
        if not isinstance(error, UnavailableError):
            error = UnavailableError(f"the check of a token broke with {type(error).__name__}")
        still_open = [answer for answers in self._open.values() for answer in answers]
        _end(still_open, unavailable_answer(error), ends)


class _Answer:
    """One answer on its way. Once it is ended, nothing of the application reaches the client any more.

    The server tells an application that its client is gone as soon as the answer is complete; so what it does for a
    client that is gone, it does here, and needs to know nothing of tokens.
    """

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._is_started = self._is_stream = self._is_over = False

    async def send(self, message: Message) -> None:
        if self._is_over:
            return
        if message["type"] == "http.response.start":
            self._is_started = True
            self._is_stream = header_values(message, b"content-type")[:1] == ["text/event-stream"]
        else:
            self._is_over = not message.get("more_body", False)
        await self._send(message)

    async def end(self, instead: ASGIApp) -> None:
        """End it, with `instead` where nothing was sent yet. What is no stream is about to be complete by itself."""
        if self._is_over or (self._is_started and not self._is_stream):
            return
        self._is_over = True
        if self._is_started:
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})
        else:
            await instead(self._scope, self._receive, self._send)


def _end(answers: Iterable[_Answer], instead: ASGIApp, ends: TaskGroup) -> None:
    for answer in list(answers):
        # Each by itself: a client that reads nothing holds up its own end only.
        ends.start_soon(_end_one, answer, instead)


async def _end_one(answer: _Answer, instead: ASGIApp) -> None:
    try:
        await answer.end(instead)
    except Exception as error:
        # Its connection is gone, or was about to be.
        logger.warning("an answer could not be ended in order: %s", type(error).__name__)
