"""Structured logs on stderr: one JSON object a line, UTF-8, without the text of any exception.

MCP: stderr is where a stdio server logs. A client that never reads it must not be able to stop the server, so a record
that would have to wait is dropped: telemetry fails open. What is logged while a request is served carries its
`request_id`, which its audit records carry too.
"""

from __future__ import annotations

import json
import logging
import os
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Literal

from oauth2_demo.mcp_server.wire import accepts_without_blocking
from oauth2_demo.oauth.events import current_request_id

if TYPE_CHECKING:
    from types import TracebackType

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]

_STDERR_FD: Final = 2
_MAX_RECORD_BYTES: Final = 4000
# uvicorn adds the last, its message once more with the colours of a terminal.
_STANDARD_FIELDS: Final = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "color_message",
}
# These say each request again, with its URL, in their own words; at DEBUG the last repeats each answer as a whole.
_TALKATIVE_LOGGERS: Final = ("httpx2", "httpcore2", "mcp", "asyncio", "sse_starlette")


class JsonFormatter(logging.Formatter):
    """Formats a record as one JSON object. Fields given as `extra` become members of it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON, with the kind and place of an exception but not its text, which may be private."""
        entry: dict[str, object] = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := current_request_id.get():
            entry["request_id"] = request_id
        entry.update({key: value for key, value in vars(record).items() if key not in _STANDARD_FIELDS})
        if record.exc_info and record.exc_info[1] is not None:
            culprit = _first_leaf(record.exc_info[1])
            entry["exception"] = type(culprit).__qualname__
            entry["frames"] = _frames(culprit.__traceback__)
        return json.dumps(entry, ensure_ascii=False, default=str)


def _first_leaf(error: BaseException) -> BaseException:
    """Task groups wrap what went wrong; the group itself tells nothing."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)][-8:]


class UnblockingHandler(logging.Handler):
    """Writes records to a descriptor, and drops what its reader has no room for."""

    def __init__(self, fd: int = _STDERR_FD) -> None:
        super().__init__()
        self._fd = fd
        self.setFormatter(JsonFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, or nothing."""
        try:
            line = self.format(record).encode("utf-8", "backslashreplace")
            if len(line) > _MAX_RECORD_BYTES:
                line = self.format(_stand_in(record)).encode()
            if accepts_without_blocking(self._fd, len(line) + 1):
                os.write(self._fd, line + b"\n")
        except Exception:
            # A log record must never cost a session, and there is no other place to say so.
            return


def _stand_in(record: logging.LogRecord) -> logging.LogRecord:
    message = "a log record was too long and is left out"
    return logging.makeLogRecord({"name": record.name, "levelname": record.levelname, "msg": message})


def log_to_stderr(level: LogLevel) -> None:
    """Make the root logger write JSON to stderr, and nothing else write anywhere."""
    logging.basicConfig(level=level, handlers=[UnblockingHandler()], force=True)
    for name in _TALKATIVE_LOGGERS:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
