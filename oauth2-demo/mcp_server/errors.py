"""The application error codes, and their two shapes: a tool result and a JSON-RPC error (JSON-RPC 2.0, section 5.1).

A tool raises what one of these functions makes. Its sentence reaches the model as it is, so it says what was wrong and
what to do next, and never repeats a rejected value. The code travels beside it as `error_code`: in `_meta` of a tool
result, because `structuredContent` must fit the output schema there, and in `data` of a JSON-RPC error.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from mcp.server.mcpserver.exceptions import ToolError
from mcp.shared.exceptions import MCPError
from mcp_types import INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST


class ErrorCode(IntEnum):
    """What went wrong, in the words of the application."""

    UNAUTHORIZED = 1001
    FORBIDDEN = 1002
    VALIDATION = 2001
    FORMAT = 2002
    NOT_FOUND = 3001
    CONFLICT = 3002
    INTERNAL = 5001
    UNAVAILABLE = 5002


_RPC_CODES: Final = {
    ErrorCode.UNAUTHORIZED: INVALID_REQUEST,
    ErrorCode.FORBIDDEN: INVALID_REQUEST,
    ErrorCode.INTERNAL: INTERNAL_ERROR,
    ErrorCode.UNAVAILABLE: INTERNAL_ERROR,
}


class CodedToolError(ToolError):
    """A failure that was foreseen: one sentence for the caller and its application code.

    Attributes:
        event_id: The audit record of the refusal, where there is one; the caller is told.
    """

    event_id: str | None = None

    def __init__(self, message: str, code: ErrorCode) -> None:
        super().__init__(message)
        self.message = message
        self.code = code

    @property
    def facts(self) -> dict[str, int | str]:
        """What travels beside the sentence."""
        return {"error_code": int(self.code), **({"event_id": self.event_id} if self.event_id else {})}


def unauthorized(message: str) -> CodedToolError:
    """Nobody, or nobody known, is calling."""
    return CodedToolError(message, ErrorCode.UNAUTHORIZED)


def forbidden(message: str) -> CodedToolError:
    """The caller is known and may not do this."""
    return CodedToolError(message, ErrorCode.FORBIDDEN)


def invalid(message: str) -> CodedToolError:
    """An argument has a value that cannot be."""
    return CodedToolError(message, ErrorCode.VALIDATION)


def malformed(message: str) -> CodedToolError:
    """An argument is not in the format that it should have."""
    return CodedToolError(message, ErrorCode.FORMAT)


def not_found(message: str) -> CodedToolError:
    """What was asked for does not exist."""
    return CodedToolError(message, ErrorCode.NOT_FOUND)


def conflict(message: str) -> CodedToolError:
    """What was asked for contradicts the present state."""
    return CodedToolError(message, ErrorCode.CONFLICT)


def unavailable(message: str) -> CodedToolError:
    """Something that the tool depends on does not answer."""
    return CodedToolError(message, ErrorCode.UNAVAILABLE)


def internal(error_id: str) -> CodedToolError:
    """Something unforeseen happened; the log has it under `error_id`, the caller gets nothing else."""
    return CodedToolError(f"Internal error {error_id}. The server's log has the details.", ErrorCode.INTERNAL)


def protocol_error(error: CodedToolError, **data: str) -> MCPError:
    """Return `error` as a JSON-RPC error, for calls that no tool answers."""
    return MCPError(
        code=_RPC_CODES.get(error.code, INVALID_PARAMS),
        message=error.message,
        data={**error.facts, **data},
    )
