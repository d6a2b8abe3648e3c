"""What a verification says, in words and as an exit status."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

_MAX_FINDINGS = 20


class Status(IntEnum):
    """The exit status. "Cannot tell" is never 0."""

    INTACT = 0
    TAMPERED = 1
    CANNOT_TELL = 2
    TORN_TAIL = 3


_SENTENCES = {
    Status.INTACT: "intact: every record is as it was written, in order, up to the checkpoint and beyond",
    Status.TAMPERED: "tampered: the log is not as it was written",
    Status.CANNOT_TELL: "cannot tell: something is missing that is needed to judge",
    Status.TORN_TAIL: "torn tail only: a writer was killed in the middle of its last, unacknowledged record",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result. `findings` are the first 20 sentences, `finding_count` counts all of them."""

    status: Status
    record_count: int
    last_seq: int
    segment_count: int
    findings: tuple[str, ...]
    finding_count: int
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """One sentence for people."""
        return _SENTENCES[self.status]


@dataclass(slots=True)
class Findings:
    """Collects what is wrong, in bounded memory."""

    texts: list[str] = field(default_factory=list)
    count: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Remember a finding."""
        self.count += 1
        if len(self.texts) < _MAX_FINDINGS:
            self.texts.append(text)

    def note(self, text: str) -> None:
        """Remember something that is no tampering and that a reader should know."""
        if len(self.notes) < _MAX_FINDINGS:
            self.notes.append(text)
