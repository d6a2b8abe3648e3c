"""Requests to an ASGI application without sockets: what is sent is seen message by message, and clients can leave."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import anyio
import anyio.lowlevel

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from starlette.types import ASGIApp, Message

Json = dict[str, Any]
GUARD_S = 10.0
ACCEPT = "application/json, text/event-stream"
# The length of a whole answer is known, and what concerns one connection only stands for nothing.
_OF_THE_TRANSPORT = {"content-length", "connection"}


class Changing:
    """Something whose changes can be waited for."""

    def __init__(self) -> None:
        self._change = anyio.Event()

    def changed(self) -> None:
        """Let those who wait look again."""
        self._change.set()
        self._change = anyio.Event()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something, bounded."""
        with anyio.fail_after(GUARD_S):
            while not is_so():
                await self._change.wait()


class Notes(Changing):
    """What happened in a tool."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def note(self, name: str) -> None:
        """Keep one thing."""
        self.names.append(name)
        self.changed()

    async def last(self, name: str) -> None:
        """Wait until `name` is what happened last."""
        await self.until(lambda: self.names[-1:] == [name])


@dataclass
class Post:
    """One request, and what was sent for it so far."""

    app: ASGIApp
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "POST"
    more_headers: tuple[tuple[str, str], ...] = ()
    sent: list[Message] = field(default_factory=list)
    is_over: bool = False
    fails_to_send: bool = False

    def __post_init__(self) -> None:
        self.progress = Changing()
        self._left = anyio.Event()
        self._is_read = False

    def leave(self) -> None:
        """Close the connection, as the client."""
        self._left.set()

    async def run(self) -> Post:
        """Have the request served."""
        given = {"host": "localhost", "content-type": "application/json", "accept": ACCEPT, **self.headers}
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": self.method,
            "path": "/mcp",
            "root_path": "",
            "query_string": b"",
            "scheme": "http",
            "headers": [
                (name.lower().encode(), value.encode("latin-1")) for name, value in (*given.items(), *self.more_headers)
            ],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 2),
        }
        await self.app(scope, self._receive, self._send)
        self.is_over = True
        self._left.set()
        return self

    async def _receive(self) -> Message:
        if not self._is_read:
            self._is_read = True
            return {"type": "http.request", "body": self.body, "more_body": False}
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        await anyio.lowlevel.checkpoint()
        if self.fails_to_send:
            raise OSError("broken pipe")
        self.sent.append(message)
        self.progress.changed()

    @property
    def text(self) -> str:
        """What was sent as body so far."""
        return b"".join(message.get("body", b"") for message in self.sent).decode()

    @property
    def fields(self) -> dict[str, str]:
        """The head of the answer."""
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    @property
    def messages(self) -> list[Json]:
        """The JSON-RPC messages that were sent so far."""
        if self.fields.get("content-type") == "text/event-stream":
            return [json.loads(line[6:]) for line in self.text.splitlines() if line.startswith("data: ")]
        return [json.loads(self.text)] if self.text else []

    @property
    def outcome(self) -> tuple[int, dict[str, str], list[Json]]:
        """All that a client gets to know."""
        fields = {name: value for name, value in self.fields.items() if name not in _OF_THE_TRANSPORT}
        return self.sent[0]["status"], fields, self.messages


async def post(app: ASGIApp, message: Json, headers: Mapping[str, str] | None = None) -> Post:
    """Send one message and wait for the whole answer."""
    with anyio.fail_after(GUARD_S):
        return await Post(app, json.dumps(message).encode(), headers or {}).run()


@asynccontextmanager
async def posting(app: ASGIApp, message: Json, headers: Mapping[str, str] | None = None) -> AsyncIterator[Post]:
    """Send one message, and do something while it is served; it is over at the end of the block."""
    running = Post(app, json.dumps(message).encode(), headers or {})
    with anyio.fail_after(GUARD_S):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(running.run)
            yield running
