"""Anchors: the head of the chain, told to a place that the log's writers cannot change.

Whoever holds the chain key can rewrite history, and whoever can write in the folder can put log and checkpoint back to
an earlier state together. Neither can change what a log driver has already carried away.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from oauth2_demo.security.audit.chain import Position
    from oauth2_demo.security.audit.keys import ChainKey

AnchorSink: TypeAlias = Callable[[str], None]

EVENT_NAME = "audit_anchor"
RECORDS_BETWEEN_ANCHORS = 1000


@dataclass(frozen=True, slots=True)
class Anchor:
    """A record that existed."""

    seq: int
    mac: str


def write_to_stderr(line: str) -> None:
    """Tell an anchor to the container's log driver. stdout belongs to JSON-RPC in a tool server."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


class AnchorClock:
    """Tells an anchor when the last one is old enough, by time or by records."""

    def __init__(self, key: ChainKey, sink: AnchorSink, every_s: float) -> None:
        self._key = key
        self._sink = sink
        self._every_s = every_s
        self._told_at: float | None = None
        self._told_seq = 0

    def __call__(self, end: Position) -> None:
        """Called after each checkpoint."""
        now = time.monotonic()
        is_due = self._told_at is None or now - self._told_at >= self._every_s
        if not is_due and end.seq - self._told_seq < RECORDS_BETWEEN_ANCHORS:
            return
        self._told_at, self._told_seq = now, end.seq
        # Telemetry: a closed stderr stops no audit.
        with contextlib.suppress(OSError, ValueError):
            self._sink(format_anchor(end, self._key))


def format_anchor(end: Position, key: ChainKey) -> str:
    """One line of JSON, like the other lines of a server's log."""
    seal = _seal(end.seq, end.mac, key)
    return json.dumps({"event": EVENT_NAME, "seq": end.seq, "mac": end.mac, "key_id": key.key_id, "seal": seal})


def read_anchors(unverified_lines: Iterable[str], key: ChainKey) -> tuple[list[Anchor], int]:
    """Find the anchors in the log of a server or container.

    Returns:
        The genuine anchors, and how many lines look like one and are not.
    """
    anchors: list[Anchor] = []
    false = 0
    for line in unverified_lines:
        if f'"{EVENT_NAME}"' not in line:
            continue
        anchor = _parse(line, key)
        if anchor is None:
            false += 1
        else:
            anchors.append(anchor)
    return anchors, false


def _parse(unverified_line: str, key: ChainKey) -> Anchor | None:
    # Log drivers put a name or a time before the line.
    start = unverified_line.find("{")
    try:
        fields = json.loads(unverified_line[start:])
        seq, mac, seal = fields["seq"], fields["mac"], fields["seal"]
    except (ValueError, KeyError, TypeError):
        return None
    if not (isinstance(seq, int) and isinstance(mac, str) and isinstance(seal, str)):
        return None
    if not hmac.compare_digest(_seal(seq, mac, key).encode(), seal.encode("utf-8", "replace")):
        return None
    return Anchor(seq, mac)


def _seal(seq: int, mac: str, key: ChainKey) -> str:
    return hmac.digest(key.anchor, f"{seq} {mac}".encode("utf-8", "replace"), "sha256").hex()
