"""How far the log is on disk, told to all processes through a mapped file.

The file lies in the log folder, because writers live in different containers and share nothing but that folder. It
holds no secret and proves nothing: it only saves an fsync, and a value that cannot be true is reset.
"""

from __future__ import annotations

import mmap
import os

_WORDS = 2
_SYNCED_SEQ = 0
_SYNC_MICROSECONDS = 1


class SharedProgress:
    """Two words that are read and written whole: the last durable sequence number, and what the last fsync took."""

    def __init__(self, descriptor: int) -> None:
        if os.fstat(descriptor).st_size < mmap.PAGESIZE:
            os.ftruncate(descriptor, mmap.PAGESIZE)
        self._map = mmap.mmap(descriptor, mmap.PAGESIZE)
        self._words = memoryview(self._map).cast("Q")

    @property
    def synced_seq(self) -> int:
        """Every record up to this one is durable and named by the checkpoint."""
        return self._words[_SYNCED_SEQ]

    @property
    def sync_s(self) -> float:
        """How long the last fsync took, in seconds."""
        return self._words[_SYNC_MICROSECONDS] / 1_000_000

    def publish(self, seq: int, sync_s: float) -> None:
        """Tell everybody. Only the process that holds the sync lock does."""
        self._words[_SYNC_MICROSECONDS] = min(int(sync_s * 1_000_000), 10_000_000)
        self._words[_SYNCED_SEQ] = seq

    def distrust(self, next_seq: int) -> None:
        """Reset a value that covers records which are not written yet. Called under the lock of the log."""
        if self._words[_SYNCED_SEQ] >= next_seq:
            self._words[_SYNCED_SEQ] = 0

    def close(self) -> None:
        """Unmap the file."""
        self._words.release()
        self._map.close()
