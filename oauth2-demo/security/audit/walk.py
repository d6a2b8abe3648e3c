"""Follows a chain line by line and says what does not fit. The one place that decides whether a record is genuine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.security.audit.events import EventType
from oauth2_demo.security.audit.record import NO_MAC, Sealed, has_valid_mac, is_segment_end, read_line

if TYPE_CHECKING:
    from oauth2_demo.security.audit.head import Head
    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.reading import Line
    from oauth2_demo.security.audit.verdict import Findings


class ChainWalk:
    """The state of one walk.

    Args:
        head: The checkpoint, when there is a valid one.
        anchors: MACs of records that are known from elsewhere, by sequence number.
    """

    def __init__(self, findings: Findings, key: ChainKey, head: Head | None, anchors: dict[int, str]) -> None:
        self._findings = findings
        self._key = key
        self._head = head
        self._anchors = anchors
        self._saw_head = head is None or head.size == 0
        self._segment = 1
        self._name = ""
        self._line = 0
        self._is_closed = False
        # `None` after a line that was no record: what follows it cannot be told.
        self._mac: str | None = NO_MAC
        self._first_seq = 0
        self.seq = 0
        self.record_count = 0

    @property
    def is_closed(self) -> bool:
        """Whether the last record closes its file."""
        return self._is_closed

    def begin_segment(self, segment: int, name: str) -> None:
        """The lines that follow are those of this file."""
        self._segment, self._name, self._line, self._is_closed = segment, name, 0, False

    def end_segment(self, *, is_archived: bool) -> None:
        """The file ends here."""
        if is_archived and not self._is_closed:
            self.blame("the end of the segment is missing")

    def miss_segment(self, name: str) -> None:
        """A file that must be there is not."""
        self._findings.add(f"{name}: the segment is missing")
        self._mac = None

    def blame(self, what: str) -> None:
        """Say what is wrong at the place where the walk stands."""
        self._findings.add(f"{self._name}, line {self._line}: {what}")

    def check(self, line: Line) -> None:
        """Check one line and go on from it, so that one change gives one finding."""
        self._line += 1
        record = read_line(line.data)
        if record is None:
            self.blame("not a record")
            self._mac = None
            return
        if record.key_id != self._key.key_id:
            self.blame("written under another key: a log of another installation, or the key was replaced")
        elif not has_valid_mac(line.data, self._key):
            self.blame(f"record {record.seq} was changed or forged")
        elif not self._follows(record):
            self._blame_order(record)
        if self._is_closed:
            self.blame(f"record {record.seq} stands behind the end of the segment")
        self._compare_with_known(record, line)
        self._advance(record)

    def finish(self) -> None:
        """All lines are read: what had to be there and was not?"""
        if not self._saw_head and self._head is not None:
            self._findings.add(
                f"the checkpoint names record {self._head.seq}, which is not where it was: the log was cut or replaced"
            )
        for seq in sorted(self._anchors):
            if seq < self._first_seq:
                self._findings.note(f"the anchor of record {seq} belongs to an earlier chain")
            else:
                self._findings.add(f"the anchor names record {seq}, which the log no longer holds: it was put back")

    def _follows(self, record: Sealed) -> bool:
        if not self.record_count and self._segment == 1 and record.event_type == EventType.CHAIN_RESTARTED:
            self._findings.note(f"the chain was begun anew by an operator at record {record.seq}, {record.timestamp}")
            return record.prev == NO_MAC
        return record.seq == self.seq + 1 and record.prev == self._mac

    def _blame_order(self, record: Sealed) -> None:
        if record.seq > self.seq + 1:
            self.blame(f"records {self.seq + 1} to {record.seq - 1} are missing before this one")
        elif record.seq <= self.seq:
            self.blame(f"record {record.seq} stands here again or out of order")
        elif self._mac is not None:
            self.blame(f"record {record.seq} does not follow the record before it")

    def _compare_with_known(self, record: Sealed, line: Line) -> None:
        head = self._head
        if head is not None and record.seq == head.seq and record.mac == head.mac:
            self._saw_head |= (head.segment, head.size) == (self._segment, line.offset + len(line.data))
        if self._anchors and record.seq in self._anchors and self._anchors.pop(record.seq) != record.mac:
            self.blame(f"record {record.seq} is not the one that the anchor names: history was rewritten")

    def _advance(self, record: Sealed) -> None:
        self._first_seq = self._first_seq or record.seq
        self.seq, self._mac = record.seq, record.mac
        self._is_closed = is_segment_end(record)
        self.record_count += 1
