"""One MCP session over stdin and stdout (MCP, stdio transport).

Stdin is read by a thread of its own, so that the end of input is noticed while a tool is busy, even one that blocks the
event loop. End of input is the shutdown signal: answers on their way are waited for briefly, then the process ends,
whatever a tool is doing. The SDK's transport drops broken lines silently and outlives its client in both cases.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import threading
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import anyio
import anyio.to_thread
from mcp.shared.message import SessionMessage
from mcp_types import (
    INTERNAL_ERROR,
    INVALID_REQUEST,
    JSONRPCError,
    JSONRPCMessage,
    JSONRPCNotification,
    JSONRPCRequest,
    JSONRPCResponse,
)

from oauth2_demo.mcp_server.framing import (
    MAX_LINE_BYTES,
    Line,
    LineFramer,
    Overlong,
    UnusableMessageError,
    parse_message,
    refusal,
)
from oauth2_demo.mcp_server.logs import LogLevel, log_to_stderr
from oauth2_demo.mcp_server.strictness import envelope_problem
from oauth2_demo.mcp_server.wire import Wire, accepts_without_blocking, claim_wire, write_all

if TYPE_CHECKING:
    from types import FrameType

    from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
    from mcp.shared._stream_protocols import ReadStream, WriteStream
    from mcp_types import RequestId

logger = logging.getLogger(__name__)

DRAIN_S: Final = 1.0
"""How long answers on their way are waited for after the end of input."""
EXIT_S: Final = 1.5
"""When the process ends after the end of input, whatever it is doing."""
SIGNAL_EXIT_S: Final = 0.5
"""The same after SIGTERM and SIGINT, which wait for nobody."""
OOM_SCORE_ADJ: Final = 500
"""How much likelier than others a session is chosen when memory runs out; 1000 is the most."""

_OOM_SCORE: Final = Path("/proc/self/oom_score_adj")
_CHUNK_BYTES: Final = 64 * 1024
_MAX_WAITING_LINES: Final = 64
# Answered when the client ends it, so nothing waits for it.
_ENDLESS_METHODS: Final = frozenset({"subscriptions/listen"})


class Servable(Protocol):
    """What serves one connection: a server of ours, or a bridge to one elsewhere."""

    async def serve(
        self, read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage]
    ) -> None:
        """Serve until the read side ends."""
        ...


class _Deadline:
    """Ends the process after a while, from a thread of its own: a blocked event loop cannot prevent it."""

    def __init__(self) -> None:
        self.exit_code = 0

    def set(self, seconds: float, exit_code: int = 0) -> None:
        """Allow the process `seconds` more."""
        self.exit_code = self.exit_code or exit_code
        timer = threading.Timer(seconds, os._exit, [exit_code])
        timer.daemon = True
        timer.start()


class _End(Enum):
    END = "the end of input"


class _Inbox:
    """Lines from the reading thread to the event loop, in order, with a bound on how many may wait."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._queue: asyncio.Queue[Line | _End] = asyncio.Queue()
        self._room = threading.BoundedSemaphore(_MAX_WAITING_LINES)

    def put(self, line: Line) -> None:
        """Hand over a line. Called by the reading thread; waits for room."""
        self._room.acquire()
        self._loop.call_soon_threadsafe(self._queue.put_nowait, line)

    def close(self) -> None:
        """Hand over the end of input."""
        self._loop.call_soon_threadsafe(self._queue.put_nowait, _End.END)

    async def get(self) -> Line | _End:
        """Return the next line, or the end."""
        line = await self._queue.get()
        if line is not _End.END:
            self._room.release()
        return line


class StdioSession:
    """Connects a server to a wire until the client ends the session."""

    def __init__(self, server: Servable, wire: Wire, deadline: _Deadline) -> None:
        self._server = server
        self._wire = wire
        self._deadline = deadline
        self._unanswered: set[tuple[type, RequestId]] = set()
        self._all_answered = anyio.Event()
        self._is_open_to_any_protocol = True
        self._is_over = False

    async def run(self) -> None:
        """Serve until the end of input or a signal."""
        loop = asyncio.get_running_loop()
        inbox = _Inbox(loop)
        to_server, from_client = anyio.create_memory_object_stream[SessionMessage | Exception](0)
        to_client, from_server = anyio.create_memory_object_stream[SessionMessage](0)
        async with anyio.create_task_group() as tasks:
            self._end_on_signals(loop, tasks.cancel_scope)
            threading.Thread(target=self._read, args=(inbox,), name="stdin", daemon=True).start()
            tasks.start_soon(self._feed, inbox, to_server, to_client.clone())
            tasks.start_soon(self._write, from_server, tasks.cancel_scope)
            await self._server.serve(from_client, to_client)

    def _end_on_signals(self, loop: asyncio.AbstractEventLoop, scope: anyio.CancelScope) -> None:
        def end(number: int, _frame: FrameType | None) -> None:
            self._is_over = True
            self._deadline.set(SIGNAL_EXIT_S, 128 + number)
            loop.call_soon_threadsafe(scope.cancel)

        # Not the loop's own handlers: those would wait for a tool that blocks the loop.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)

    def _read(self, inbox: _Inbox) -> None:
        framer = LineFramer()
        try:
            while chunk := os.read(self._wire.read_fd, _CHUNK_BYTES):
                for line in framer.feed(chunk):
                    inbox.put(line)
            for line in framer.finish():
                inbox.put(line)
        finally:
            self._deadline.set(EXIT_S)
            inbox.close()

    async def _feed(
        self,
        inbox: _Inbox,
        to_server: MemoryObjectSendStream[SessionMessage | Exception],
        to_client: MemoryObjectSendStream[SessionMessage],
    ) -> None:
        async with to_server, to_client:
            while (line := await inbox.get()) is not _End.END:
                try:
                    message = self._admitted(line)
                except UnusableMessageError as unusable:
                    if unusable.answer is not None:
                        await to_client.send(SessionMessage(unusable.answer))
                else:
                    if message is not None:
                        await to_server.send(SessionMessage(message))
            with anyio.move_on_after(DRAIN_S):
                if self._unanswered:
                    await self._all_answered.wait()
            # What is cancelled now would be answered with an internal code that means nothing to a client.
            self._is_over = bool(self._unanswered)

    def _admitted(self, line: Line) -> JSONRPCMessage | None:
        if line is Overlong.LINE:
            limit = f"Invalid Request: a message may have {MAX_LINE_BYTES} bytes"
            raise UnusableMessageError(refusal(INVALID_REQUEST, limit))
        if not line.strip():
            return None
        message = parse_message(line)
        if isinstance(message, JSONRPCRequest):
            self._choose_protocol(message)
            if message.method not in _ENDLESS_METHODS:
                self._unanswered.add(_key(message.id))
        elif isinstance(message, JSONRPCNotification) and message.method == "notifications/cancelled":
            self._settle((message.params or {}).get("requestId"))
        return message

    def _choose_protocol(self, request: JSONRPCRequest) -> None:
        """Keep a request that cannot be served from deciding what the SDK will speak on this connection."""
        if not self._is_open_to_any_protocol:
            return
        if (problem := envelope_problem(request.method, request.params)) is not None:
            raise UnusableMessageError(JSONRPCError(jsonrpc="2.0", id=request.id, error=problem.error))
        self._is_open_to_any_protocol = False

    async def _write(self, from_server: MemoryObjectReceiveStream[SessionMessage], scope: anyio.CancelScope) -> None:
        async for item in from_server:
            if self._is_over:
                continue
            try:
                await self._send(_encode(item.message))
            except OSError:
                # Nobody reads any more: the session is over, as at the end of input.
                self._deadline.set(SIGNAL_EXIT_S)
                scope.cancel()
                return
            if isinstance(item.message, JSONRPCResponse | JSONRPCError):
                self._settle(item.message.id)

    async def _send(self, data: bytes) -> None:
        if accepts_without_blocking(self._wire.write_fd, len(data)):
            os.write(self._wire.write_fd, data)
        else:
            await anyio.to_thread.run_sync(write_all, self._wire.write_fd, data, abandon_on_cancel=True)

    def _settle(self, request_id: object) -> None:
        if isinstance(request_id, str | int):
            self._unanswered.discard(_key(request_id))
        if not self._unanswered:
            self._all_answered.set()
            self._all_answered = anyio.Event()


def _key(request_id: RequestId) -> tuple[type, RequestId]:
    # 1 and "1" are two requests, and True is neither.
    return type(request_id), request_id


def _encode(message: JSONRPCMessage) -> bytes:
    try:
        return message.model_dump_json(by_alias=True, exclude_unset=True).encode() + b"\n"
    except (ValueError, RecursionError):
        # A tool returned what JSON cannot carry, such as half a surrogate pair. The client still needs its answer.
        logger.error("an answer could not be written as JSON")
        request_id = message.id if isinstance(message, JSONRPCResponse | JSONRPCError) else None
        return _encode(refusal(INTERNAL_ERROR, "The answer cannot be written as JSON.", request_id))


def run_stdio(server: Servable, wire: Wire | None = None, log_level: LogLevel = "INFO") -> None:
    """Serve `server` on stdin and stdout until the client ends the session; then end the process.

    Args:
        server: What to serve.
        wire: The descriptors, where the entry script has claimed them before its imports. Claimed here otherwise.
        log_level: Least level that is written to stderr.
    """
    claimed = wire or claim_wire()
    log_to_stderr(log_level)
    _volunteer_for_the_oom_killer()
    deadline = _Deadline()
    try:
        anyio.run(StdioSession(server, claimed, deadline).run)
    except Exception:
        logger.exception("the session broke")
        deadline.exit_code = 1
    if deadline.exit_code:
        raise SystemExit(deadline.exit_code)


def _volunteer_for_the_oom_killer() -> None:
    """When memory runs out, one session ends, and not the server whose end would end them all (Linux, proc(5))."""
    with contextlib.suppress(OSError):
        _OOM_SCORE.write_text(f"{OOM_SCORE_ADJ}", encoding="ascii")
