"""The audit log as the report reads it: genuine records from the file itself, judged by the verifier.

The index beside the log would be faster, but it proves nothing: who can write in the folder can hide a record in it,
and a report must not be fooled by that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oauth2_demo.security.audit import AuditUnavailableError, reading
from oauth2_demo.security.audit.paths import LogPaths
from oauth2_demo.security.audit.query import stamp
from oauth2_demo.security.audit.record import has_valid_mac, read_line
from oauth2_demo.security.audit.verdict import Status
from oauth2_demo.security.audit.verification import verify
from oauth2_demo.security.breach.records import record_of
from oauth2_demo.security.report.findings import Integrity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from oauth2_demo.security.audit import ChainKey
    from oauth2_demo.security.audit.reading import Line
    from oauth2_demo.security.breach.records import AuditRecord
    from oauth2_demo.security.report.findings import Verdict

_VERDICTS: Final[Mapping[Status, Verdict]] = {
    Status.INTACT: "intact",
    Status.TAMPERED: "tampered",
    Status.CANNOT_TELL: "cannot_tell",
    Status.TORN_TAIL: "torn_tail",
}


class LogSource:
    """An `AuditSource` over the log of this installation.

    Args:
        log: The log.
        key: Its key.
    """

    def __init__(self, log: Path, key: ChainKey) -> None:
        self._log = log
        self._key = key

    def records(self, since: datetime, until: datetime) -> Iterator[AuditRecord]:
        """See `AuditSource`. What is not genuine is left out here and told by `verify`.

        Raises:
            AuditUnavailableError: The log cannot be read.
        """
        first, last = stamp(since), stamp(until)
        try:
            for line in _lines(LogPaths(self._log)):
                record = read_line(line.data)
                if record and first <= record.timestamp < last and has_valid_mac(line.data, self._key):
                    yield record_of(line.data)
        except OSError as error:
            raise AuditUnavailableError(f"the audit log {self._log} cannot be read: {error.strerror}") from None

    def verify(self) -> Integrity:
        """See `AuditSource`."""
        try:
            verdict = verify(self._log, self._key)
        except OSError as error:
            return Integrity("cannot_tell", 0, f"the log cannot be read: {error.strerror}")
        return Integrity(_VERDICTS[verdict.status], verdict.record_count, verdict.sentence)


def _lines(paths: LogPaths) -> Iterator[Line]:
    """All lines of all segments in order; a segment that is missing is passed over."""
    archived = paths.archived_segments() if paths.log.parent.is_dir() else []
    for segment in archived:
        yield from _lines_of(paths, segment, is_last=False)
    segment = archived[-1] + 1 if archived else 1
    yield from _lines_of(paths, segment, is_last=True)
    # Writers may close the last segment while it is read, and then there is more.
    while paths.archived(segment).exists():
        segment += 1
        yield from _lines_of(paths, segment, is_last=True)


def _lines_of(paths: LogPaths, segment: int, *, is_last: bool) -> Iterator[Line]:
    file = reading.open_segment(paths, segment, is_last=is_last)
    if file is not None:
        with file:
            yield from reading.lines(file, segment)
