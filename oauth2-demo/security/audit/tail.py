"""Reads the last record of a segment and repairs what a killed writer left behind it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.errors import AuditTamperedError
from oauth2_demo.security.audit.record import MAC_FIELD, MAX_LINE_BYTES, Sealed, has_valid_mac, read_line

if TYPE_CHECKING:
    from oauth2_demo.security.audit.head import Head
    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.paths import LogPaths
    from oauth2_demo.security.audit.system import System

_WINDOW_BYTES = 2 * MAX_LINE_BYTES


@dataclass(frozen=True, slots=True)
class Tail:
    """The last complete record of a segment, where it ends, and the bytes of a torn one behind it."""

    record: Sealed | None
    size: int
    torn: bytes


def tampered(what: str) -> AuditTamperedError:
    """The error that stops all writing, with what to do about it."""
    return AuditTamperedError(
        f"the audit log was changed from outside: {what}. Nothing is done unaudited. Run `mcp-docker audit verify`; "
        "when the cause is known, `mcp-docker audit restart-chain --reason WORD` begins a new chain"
    )


def read(descriptor: int, size: int, key: ChainKey, system: System) -> Tail:
    """Read the end of a segment of `size` bytes.

    Raises:
        AuditTamperedError: The last line is no record of this chain, or there is no line where one must end.
    """
    window = system.pread(descriptor, min(size, _WINDOW_BYTES), max(0, size - _WINDOW_BYTES))
    end = window.rfind(b"\n") + 1
    torn = window[end:]
    if not end:
        if size > MAX_LINE_BYTES:
            raise tampered("its end holds no record")
        return Tail(None, 0, torn)
    line = window[window.rfind(b"\n", 0, end - 1) + 1 : end]
    return Tail(_checked(line, key), size - len(torn), torn)


def first(descriptor: int, system: System) -> Sealed | None:
    """The chain fields of the first line, unless it is not complete."""
    line, newline, _ = system.pread(descriptor, MAX_LINE_BYTES, 0).partition(b"\n")
    return read_line(line + newline) if newline else None


def holds(descriptor: int, head: Head, key: ChainKey, system: System) -> bool:
    """Whether the record that the checkpoint names ends in this segment where the checkpoint says."""
    start = max(0, head.size - MAX_LINE_BYTES - 1)
    window = system.pread(descriptor, head.size - start, start)
    if len(window) != head.size - start:
        return False
    line = window[window.rfind(b"\n", 0, len(window) - 1) + 1 :]
    # What has this MAC is a record of ours: to take it apart as well would cost more than all of this.
    is_named = line.startswith(b'{"seq":%d,' % head.seq) and line.endswith(b'%b%b"}\n' % (MAC_FIELD, head.mac.encode()))
    return is_named and has_valid_mac(line, key)


def save_torn(paths: LogPaths, torn: bytes, system: System) -> None:
    """Keep the bytes of a record that was never acknowledged before they are cut off."""
    descriptor = system.open(paths.torn, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        system.write(descriptor, torn + b"\n")
        system.sync_data(descriptor)
    finally:
        os.close(descriptor)


def _checked(line: bytes, key: ChainKey) -> Sealed:
    record = read_line(line)
    if record is None or not has_valid_mac(line, key):
        raise tampered("its last line is not a record of this installation")
    return record
