"""The answer to one request over Streamable HTTP, written straight to its connection.

The SDK (2.3) hands every message through memory streams and three tasks of a request, half the work of a short call
(measured). None of that is needed while nothing comes before the answer, which then is written whole. As soon as
something does, or nothing has for as long as a proxy may have patience, the answer becomes a stream of events.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import PydanticSerializationError, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.types import Receive, Send

Field = tuple[bytes, bytes]

STREAM_FIELDS: Final[tuple[Field, ...]] = (
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-cache, no-transform"),
    (b"x-accel-buffering", b"no"),
)
PING_INTERVAL_S: Final = 15.0
_PING: Final = b": ping\r\n\r\n"
# Most calls are over by then, and never need the task that waits for their client to leave.
_WATCH_AFTER_S: Final = 0.2


def encode(message: Mapping[str, Any]) -> bytes:
    """Return a JSON-RPC message in its wire form."""
    try:
        return to_json(message, inf_nan_mode="null")
    except PydanticSerializationError:
        # Half a surrogate pair, which UTF-8 cannot hold, has a JSON escape.
        return json.dumps(message, separators=(",", ":"), default=str).encode()


def event(data: bytes) -> bytes:
    """Return one server-sent event."""
    return b"event: message\r\ndata: %b\r\n\r\n" % data


class Exchange:
    """One request and what is sent for it. For one event loop."""

    def __init__(
        self,
        receive: Receive,
        send: Send,
        fields: Sequence[Field],
        on_gone: Callable[[], None],
        ping_interval_s: float = PING_INTERVAL_S,
    ) -> None:
        """Answer through `send`.

        Args:
            receive: Gives nothing any more but the news that the client has left.
            send: The server's.
            fields: What stands in the head of a stream.
            on_gone: Told that the client has left before its answer.
            ping_interval_s: How often a stream says that it lives.
        """
        self._receive = receive
        self._send = send
        self._fields = fields
        self._on_gone = on_gone
        self._ping_interval_s = ping_interval_s
        # What is sent meets here: answer, notifications of any task of the tool, signs of life.
        self._lock = asyncio.Lock()
        self._is_streaming = self._is_over = False
        self._watcher: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(_WATCH_AFTER_S, self._watch)

    async def event(self, data: bytes) -> None:
        """Send one message that is not the answer."""
        await self._stream(event(data), more=True)

    async def answer(self, data: bytes, status: int, fields: Sequence[Field], *, as_event: bool) -> None:
        """Send the answer: as an event where it ends a stream or `as_event` says so, whole with `fields` otherwise."""
        if self._is_streaming or self._is_over:
            await self._stream(event(data), more=False)
            return
        self._is_over = True
        self.close()
        body = event(data) if as_event else data
        headers = [*fields, (b"content-length", b"%d" % len(body))]
        with suppress(OSError):
            await self._send({"type": "http.response.start", "status": status, "headers": headers})
            await self._send({"type": "http.response.body", "body": body})

    async def end(self) -> None:
        """End without an answer: nobody is going to give one."""
        await self._stream(b"", more=False)

    def close(self) -> None:
        """Stop watching."""
        self._timer.cancel()
        if self._watcher is not None:
            self._watcher.cancel()

    async def _stream(self, data: bytes, *, more: bool) -> None:
        async with self._lock:
            if self._is_over:
                return
            self._is_over = not more
            if self._is_over:
                self.close()
            # A client that left reads nothing; what is done for it goes on or not as `on_gone` decides.
            with suppress(OSError):
                if not self._is_streaming:
                    self._is_streaming = True
                    await self._send({"type": "http.response.start", "status": 200, "headers": [*self._fields]})
                await self._send({"type": "http.response.body", "body": data, "more_body": more})

    def _watch(self) -> None:
        self._watcher = asyncio.ensure_future(self._watch_client())

    async def _watch_client(self) -> None:
        gone = asyncio.ensure_future(self._disconnect())
        try:
            while not (await asyncio.wait([gone], timeout=self._ping_interval_s))[0]:
                await self._stream(_PING, more=True)
        finally:
            gone.cancel()
        self._is_over = True
        self._on_gone()

    async def _disconnect(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
