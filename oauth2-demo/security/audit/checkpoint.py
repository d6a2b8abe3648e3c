"""Reads and writes the file that holds the checkpoint."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.errors import AuditUnavailableError
from oauth2_demo.security.audit.head import (
    HEAD_BYTES,
    SLOT_BYTES,
    Head,
    decode_heads,
    encode_slot,
    first_heads,
    slot_offset,
)
from oauth2_demo.security.audit.tail import tampered

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.paths import LogPaths
    from oauth2_demo.security.audit.system import System

_READ_ATTEMPTS = 60
_WRITE_ATTEMPTS = 3
_PAUSE_S = 0.0005


class Checkpoint:
    """The open checkpoint file. Read under the lock of the log, written under its sync lock."""

    def __init__(self, paths: LogPaths, key: ChainKey, system: System) -> None:
        self._paths = paths
        # Asked for with each batch: to make the text of a path anew takes as long as to ask the kernel.
        self._path = str(paths.head)
        self._key = key.head
        self._system = system
        self._descriptor: int | None = None
        self._inode = 0
        # What the file held, and what that says. Replaced as a whole, so that another thread sees it whole.
        self._seen: tuple[bytes, Head] | None = None
        # Another reader or writer of the same file in this process.
        self._twin: Checkpoint | None = None

    @property
    def last_seen(self) -> tuple[int, tuple[bytes, Head] | None]:
        """Which file was open last, what it held, and what that says."""
        return self._inode, self._seen

    def share_with(self, twin: Checkpoint) -> None:
        """Decode nothing that `twin` has decoded or written: the same bytes say the same."""
        self._twin = twin

    def read_or_begin(self, *, has_log: bool) -> Head:
        """Read the checkpoint; make the first one when there is neither a log nor a checkpoint.

        Raises:
            AuditTamperedError: The checkpoint is missing beside a log, or not as a writer left it.
        """
        if not self._paths.head.exists():
            if has_log or self._paths.archived_segments():
                raise tampered(f"the checkpoint {self._paths.head.name} is missing")
            write_file(self._paths.head, first_heads(self._key), self._system)
        return self.read()

    def read(self) -> Head:
        """The newest checkpoint, read from the disk and checked.

        Raises:
            AuditTamperedError: It is missing, or not as a writer left it.
        """
        self._reopen_if_replaced()
        for attempt in range(_READ_ATTEMPTS):
            content = self._system.pread(self._descriptor or 0, HEAD_BYTES + 1, 0)
            seen = self._known(content)
            if seen is not None:
                self._seen = seen
                return seen[1]
            # Another process may be in the middle of its write: on most filesystems a reader can see half of it.
            time.sleep(_PAUSE_S if attempt else 0)
        raise tampered(f"the checkpoint {self._paths.head.name} was changed")

    def write(
        self,
        segment: int,
        seq: int,
        size: int,
        mac: str,
        *,
        durable: bool = False,
        seen_by: Checkpoint | None = None,
    ) -> None:
        """Name a record that is on disk. A checkpoint never goes back.

        Args:
            durable: Whether to wait until it is on disk itself.
            seen_by: Another reader that has read the file while nobody else could write it. When it saw what this one
                knows, the file need not be read again.

        Raises:
            AuditUnavailableError: It could not be written.
        """
        last = self._known_like(seen_by) or self.read()
        if seq <= last.seq:
            return
        head = Head(last.count + 1, segment, seq, size, mac)
        slot = encode_slot(head, self._key)
        self._write_slot(slot, slot_offset(head), durable=durable)
        offset = slot_offset(head)
        content = self._seen[0] if self._seen else b""
        self._seen = content[:offset] + slot + content[offset + SLOT_BYTES :], head

    def _known_like(self, other: Checkpoint | None) -> Head | None:
        if other is None or self._descriptor is None or self._seen is None:
            return None
        return self._seen[1] if other.last_seen == self.last_seen else None

    def _known(self, content: bytes) -> tuple[bytes, Head] | None:
        for seen in (self._seen, self._twin.last_seen[1] if self._twin is not None else None):
            if seen is not None and seen[0] == content:
                return seen
        head = decode_heads(content, self._key)
        return None if head is None else (content, head)

    def close(self) -> None:
        """Forget the open file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor, self._seen = None, None

    def _write_slot(self, slot: bytes, offset: int, *, durable: bool) -> None:
        descriptor = self._descriptor or 0
        for _ in range(_WRITE_ATTEMPTS):
            # Half a slot would look like tampering to everybody, so it is written again before anyone is told.
            with contextlib.suppress(OSError):
                if self._system.pwrite(descriptor, slot, offset) == SLOT_BYTES:
                    break
        else:
            raise AuditUnavailableError(f"the checkpoint {self._paths.head.name} cannot be written")
        if durable:
            try:
                self._system.sync_data(descriptor)
            except OSError as error:
                self._system.die(f"the audit checkpoint cannot be made durable: {error.strerror}; ending this process")

    def _reopen_if_replaced(self) -> None:
        try:
            inode = os.lstat(self._path).st_ino
        except FileNotFoundError:
            raise tampered(f"the checkpoint {self._paths.head.name} is missing") from None
        if self._descriptor is None or inode != self._inode:
            self.close()
            self._descriptor = self._system.open(self._paths.head, os.O_RDWR)
            self._inode = os.fstat(self._descriptor).st_ino


def write_file(path: Path, data: bytes, system: System) -> None:
    """Write a small file so that it is there whole or not at all, also after a power loss.

    Raises:
        OSError: It is not there.
    """
    temporary = path.with_name(f"{path.name}.new")
    descriptor = system.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        if system.write(descriptor, data) != len(data):
            raise OSError("the disk took only a part")
        system.sync_data(descriptor)
    finally:
        os.close(descriptor)
    system.rename(temporary, path)
    system.sync_folder(path.parent)
