"""The checkpoint `NAME.head`: how far the log is on disk, under a key, in two slots that are written in turn.

A chain cannot show that its end was cut off. The checkpoint can: it names the last record that was made durable. It is
written only after the fsync of that record, so after a power loss it is behind the log and never ahead of it.

A slot fills a sector of its own, which disks write whole, and one write inside a page is not cut by SIGKILL. A slot
that does not verify was therefore changed by somebody, and is not passed over in favour of the other, older one.
"""

from __future__ import annotations

import hmac
import struct
from dataclasses import dataclass

from oauth2_demo.security.audit.record import NO_MAC

SLOT_BYTES = 512
HEAD_BYTES = 2 * SLOT_BYTES
_MAGIC = b"MCPAUDH1"
_FIELDS = struct.Struct(">8sQQQQ32s")
_MAC_BYTES = 32


@dataclass(frozen=True, slots=True)
class Head:
    """The last durable record.

    Args:
        count: Number of this checkpoint; even ones lie in the first slot, odd ones in the second.
        segment: Number of the file that holds the record.
        size: Offset in that file behind the record, in bytes; 0 when there is no record yet.
    """

    count: int
    segment: int
    seq: int
    size: int
    mac: str


def first_heads(key: bytes) -> bytes:
    """The content of a checkpoint file before the first record."""
    return encode_slot(Head(0, 1, 0, 0, NO_MAC), key) + encode_slot(Head(1, 1, 0, 0, NO_MAC), key)


def encode_slot(head: Head, key: bytes) -> bytes:
    """The bytes of one slot, sealed and padded to its sector."""
    fields = _FIELDS.pack(_MAGIC, head.count, head.segment, head.seq, head.size, bytes.fromhex(head.mac))
    return (fields + hmac.digest(key, fields, "sha256")).ljust(SLOT_BYTES, b"\0")


def slot_offset(head: Head) -> int:
    """Where the slot of this checkpoint lies in the file, in bytes."""
    return (head.count % 2) * SLOT_BYTES


def decode_heads(unverified: bytes, key: bytes) -> Head | None:
    """The newer of the two checkpoints, or `None` when the file is not as a writer left it."""
    if len(unverified) != HEAD_BYTES:
        return None
    even = _decode_slot(unverified[:SLOT_BYTES], key)
    odd = _decode_slot(unverified[SLOT_BYTES:], key)
    if even is None or odd is None or even.count % 2 or not odd.count % 2:
        return None
    # A slot that was put back to an earlier state no longer fits its neighbour.
    older, newer = (even, odd) if even.count < odd.count else (odd, even)
    return newer if newer.count - older.count == 1 and newer.seq >= older.seq else None


def _decode_slot(unverified_slot: bytes, key: bytes) -> Head | None:
    fields, mac = unverified_slot[: _FIELDS.size], unverified_slot[_FIELDS.size : _FIELDS.size + _MAC_BYTES]
    if not hmac.compare_digest(hmac.digest(key, fields, "sha256"), mac):
        return None
    if any(unverified_slot[_FIELDS.size + _MAC_BYTES :]):
        return None
    _, count, segment, seq, size, record_mac = _FIELDS.unpack(fields)
    return Head(count, segment, seq, size, record_mac.hex())
