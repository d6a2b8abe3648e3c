"""From the bytes of one message to a JSON-RPC message, for every transport (JSON-RPC 2.0, sections 4 and 5.1).

The SDK's own union takes a request with a broken id for a notification and drops it, and its parse errors repeat what
was sent. Here the kind of message is decided by its keys before anything is validated.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from mcp_types import (
    INVALID_REQUEST,
    PARSE_ERROR,
    ErrorData,
    JSONRPCError,
    JSONRPCNotification,
    JSONRPCRequest,
    JSONRPCResponse,
)
from pydantic import ValidationError
from pydantic_core import from_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mcp_types import JSONRPCMessage, RequestId

MAX_LINE_BYTES: Final = 16 * 1024 * 1024


class UnusableMessageError(Exception):
    """The bytes are no message that can be served. `answer` is what the sender must be told, or None for silence."""

    def __init__(self, answer: JSONRPCError | None) -> None:
        super().__init__("unusable message")
        self.answer = answer


def refusal(code: int, message: str, request_id: RequestId | None = None) -> JSONRPCError:
    """Return the JSON-RPC error for a message that cannot be served."""
    return JSONRPCError(jsonrpc="2.0", id=request_id, error=ErrorData(code=code, message=message))


def parse_message(unverified_bytes: bytes | bytearray) -> JSONRPCMessage:
    """Return the message that `unverified_bytes` hold.

    Raises:
        UnusableMessageError: They hold none. Nothing of what was sent is repeated in its answer.
    """
    try:
        # Also refuses what would fail later: broken UTF-8, lone surrogates, NaN, 200 levels of nesting.
        decoded = from_json(bytes(unverified_bytes), allow_inf_nan=False)
    except ValueError:
        raise UnusableMessageError(refusal(PARSE_ERROR, "Parse error: not one JSON text in UTF-8")) from None
    if not isinstance(decoded, dict):
        what = "batches are not served" if isinstance(decoded, list) else "not an object"
        raise UnusableMessageError(refusal(INVALID_REQUEST, f"Invalid Request: {what}"))
    return _typed(decoded)


def _typed(decoded: dict[str, object]) -> JSONRPCMessage:
    if "method" in decoded:
        return _request(decoded) if "id" in decoded else _notification(decoded)
    if "result" in decoded or "error" in decoded:
        return _response(decoded)
    raise UnusableMessageError(refusal(INVALID_REQUEST, "Invalid Request: neither method nor result nor error"))


def _request(decoded: dict[str, object]) -> JSONRPCRequest:
    try:
        return JSONRPCRequest.model_validate(decoded)
    except ValidationError as error:
        fields = sorted({str(problem["loc"][0]) for problem in error.errors(include_input=False)})
        request_id = decoded["id"] if "id" not in fields else None
        message = f"Invalid Request: check {', '.join(fields)}"
        raise UnusableMessageError(refusal(INVALID_REQUEST, message, request_id)) from None  # type: ignore[arg-type]


def _notification(decoded: dict[str, object]) -> JSONRPCNotification:
    try:
        return JSONRPCNotification.model_validate(decoded)
    except ValidationError:
        # JSON-RPC 2.0, section 4.1: a notification is never answered, not even a broken one.
        raise UnusableMessageError(None) from None


def _response(decoded: dict[str, object]) -> JSONRPCResponse | JSONRPCError:
    try:
        return JSONRPCError.model_validate(decoded) if "error" in decoded else JSONRPCResponse.model_validate(decoded)
    except ValidationError:
        # Answering an answer would start an endless exchange.
        raise UnusableMessageError(None) from None


class Overlong(Enum):
    """Stands for a line that was longer than allowed, and is lost."""

    LINE = "overlong"


Line = bytes | Overlong


class LineFramer:
    """Cuts a stream of bytes into lines, with a bound on what one line may occupy."""

    def __init__(self, max_line_bytes: int = MAX_LINE_BYTES) -> None:
        self._max_line_bytes = max_line_bytes
        self._held = bytearray()
        self._is_overlong = False

    def feed(self, chunk: bytes) -> Iterator[Line]:
        """Yield the lines that `chunk` completes."""
        *complete, rest = chunk.split(b"\n")
        for part in complete:
            self._hold(part)
            yield self._take()
        self._hold(rest)

    def finish(self) -> Iterator[Line]:
        """Yield what the stream ended with, if it did not end with a newline."""
        if self._held or self._is_overlong:
            yield self._take()

    def _hold(self, part: bytes) -> None:
        if self._is_overlong or len(self._held) + len(part) > self._max_line_bytes:
            self._held.clear()
            self._is_overlong = True
        else:
            self._held += part

    def _take(self) -> Line:
        line = Overlong.LINE if self._is_overlong else bytes(self._held)
        self._held.clear()
        self._is_overlong = False
        return line
