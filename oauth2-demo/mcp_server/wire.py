"""The descriptors that carry the protocol on stdio, taken out of everybody else's reach.

MCP, stdio transport: nothing but messages may appear on stdout. A banner of a library, a forgotten `print` or a child
process would end the session, so an entry script calls `claim_wire` before it imports anything that is not of the
standard library. This module therefore imports nothing heavy.
"""

from __future__ import annotations

import os
import select
from dataclasses import dataclass

_STDIN_FD, _STDOUT_FD, _STDERR_FD = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wire:
    """Private duplicates of the descriptors that the client holds the other ends of."""

    read_fd: int
    write_fd: int


def claim_wire() -> Wire:
    """Take stdin and stdout for the protocol; what others write to stdout goes to stderr from now on.

    Stdin becomes empty for children and tools, which would otherwise swallow messages. The duplicates are not inherited
    by child processes, so a child that outlives the server cannot hold the client's pipes open.
    """
    _ensure_stderr()
    wire = Wire(read_fd=os.dup(_STDIN_FD), write_fd=os.dup(_STDOUT_FD))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, _STDIN_FD)
    os.close(nothing)
    os.dup2(_STDERR_FD, _STDOUT_FD)
    return wire


def _ensure_stderr() -> None:
    try:
        os.fstat(_STDERR_FD)
    except OSError:
        # A client may start us with stderr closed; the duplicates must not land there.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR_FD)
        if nowhere != _STDERR_FD:
            os.close(nowhere)


def accepts_without_blocking(fd: int, size_bytes: int) -> bool:
    """Return whether `size_bytes` can be written to `fd` now without waiting for the reader.

    POSIX: a pipe that polls as writable has room for at least PIPE_BUF bytes.
    """
    if size_bytes > select.PIPE_BUF:
        return False
    poller = select.poll()
    poller.register(fd, select.POLLOUT)
    return any(event & select.POLLOUT for _, event in poller.poll(0))


def write_all(fd: int, data: bytes) -> None:
    """Write all of `data`, waiting for the reader where needed."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]
