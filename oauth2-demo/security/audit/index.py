"""A SQLite index beside the log: readers bring it up to date, writers pay nothing, and it can be deleted at any time.

Only records whose MAC is genuine get in, so that a query never shows text that somebody planted in the file. The order
of records and the checkpoint are the business of `verify`.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import sqlite3
from typing import TYPE_CHECKING

from oauth2_demo.security.audit import reading
from oauth2_demo.security.audit.errors import AuditUnavailableError
from oauth2_demo.security.audit.events import PII_PREFIX
from oauth2_demo.security.audit.paths import LogPaths
from oauth2_demo.security.audit.record import MAX_LINE_BYTES, has_valid_mac, is_segment_end, read_line

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from oauth2_demo.security.audit.keys import ChainKey
    from oauth2_demo.security.audit.reading import Line

_SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE record (
    seq INTEGER PRIMARY KEY, timestamp TEXT NOT NULL, event_type TEXT NOT NULL, tool_name TEXT, user_id TEXT,
    client_id TEXT, action_taken TEXT, outcome TEXT, contains_pii INTEGER NOT NULL, event_id TEXT NOT NULL,
    line TEXT NOT NULL
);
CREATE INDEX record_timestamp ON record (timestamp);
CREATE INDEX record_event_type ON record (event_type, seq);
CREATE INDEX record_tool_name ON record (tool_name, seq);
CREATE INDEX record_client_id ON record (client_id, seq);
CREATE INDEX record_event_id ON record (event_id);
CREATE TABLE pii (seq INTEGER NOT NULL, type TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (seq, type));
CREATE TABLE progress (
    only INTEGER PRIMARY KEY CHECK (only = 1), key_id TEXT NOT NULL, segment INTEGER NOT NULL, offset INTEGER NOT NULL,
    seen BLOB NOT NULL, refused INTEGER NOT NULL
);
"""
_COLUMNS = ("timestamp", "event_type", "tool_name", "user_id", "client_id", "action_taken", "outcome", "event_id")
_BUSY_TIMEOUT_S = 10.0
# About a second of work.
_LINES_PER_TRANSACTION = 15_000


class AuditIndex:
    """The index of one log.

    Args:
        path: The index file; beside the log by default.
    """

    def __init__(self, log: Path, key: ChainKey, path: Path | None = None) -> None:
        self._paths = LogPaths(log)
        self._key = key
        self._path = path or self._paths.index
        self._missing_in_log = 0

    @contextlib.contextmanager
    def updated(self) -> Iterator[sqlite3.Connection]:
        """The index with everything that is in the log now, for reading.

        Raises:
            AuditUnavailableError: The index or the log cannot be opened.
        """
        try:
            connection = self._opened()
            try:
                self._catch_up(connection)
                if self._missing_rows(connection) > self._missing_in_log:
                    self.read_anew(connection)
                yield connection
            finally:
                connection.close()
        except (OSError, sqlite3.Error) as error:
            raise AuditUnavailableError(
                f"the audit index {self._path} cannot be used: {error}; delete it, or run "
                "`mcp-docker audit rebuild-index`"
            ) from None

    def read_anew(self, connection: sqlite3.Connection) -> None:
        """Forget what the index holds, which somebody has changed, and take in the log from its beginning."""
        connection.execute("BEGIN IMMEDIATE")
        self._create(connection)
        connection.execute("COMMIT")
        self._catch_up(connection)
        # What is missing now is missing in the log itself, and the business of `verify`.
        self._missing_in_log = self._missing_rows(connection)

    def rebuild(self) -> int:
        """Throw the index away and read the log anew; returns how many records it holds."""
        for suffix in ("", "-journal"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        with self.updated() as connection:
            return int(connection.execute("SELECT count(*) FROM record").fetchone()[0])

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._prepared()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            # Not a database any more: it holds nothing that the log does not.
            self._path.unlink(missing_ok=True)
            return self._prepared()

    def _prepared(self) -> sqlite3.Connection:
        if self._path.is_symlink():
            # Planted in the log folder, it would lead SQLite to write into another file.
            self._path.unlink()
        connection = sqlite3.connect(self._path, timeout=_BUSY_TIMEOUT_S, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _SCHEMA_VERSION:
                self._create(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        self._path.chmod(0o600)
        return connection

    def _create(self, connection: sqlite3.Connection) -> None:
        for table in ("record", "pii", "progress"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _SCHEMA.split(";"):
            connection.execute(statement)
        connection.execute("INSERT INTO progress VALUES (1, ?, 1, 0, x'', 0)", (self._key.key_id,))
        connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        # In steps, so that other readers get their turn while one of them reads a long log for the first time.
        while self._take_in_some(connection) == _LINES_PER_TRANSACTION:
            pass

    def _take_in_some(self, connection: sqlite3.Connection) -> int:
        connection.execute("BEGIN IMMEDIATE")
        try:
            key_id, segment, offset, seen, refused = connection.execute(
                "SELECT key_id, segment, offset, seen, refused FROM progress"
            ).fetchone()
            if key_id != self._key.key_id or not self._still_holds(segment, offset, seen):
                self._create(connection)
                segment, offset, seen, refused = 1, 0, b"", 0
            count = 0
            with contextlib.closing(self._new_lines(segment, offset)) as lines:
                for line in itertools.islice(lines, _LINES_PER_TRANSACTION):
                    count += 1
                    refused += 0 if self._insert(connection, line) else 1
                    segment, offset, seen = line.segment, line.offset + len(line.data), line.data
            connection.execute(
                "UPDATE progress SET segment = ?, offset = ?, seen = ?, refused = ?", (segment, offset, seen, refused)
            )
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        return count

    def _still_holds(self, segment: int, offset: int, seen: bytes) -> bool:
        """Whether the log is the one that was read: its last line that was seen is where it was."""
        if not offset:
            return True
        file = reading.open_segment(self._paths, segment, is_last=True)
        if file is None:
            return False
        with file:
            file.seek(offset - len(seen))
            return file.read(len(seen)) == seen

    def _missing_rows(self, connection: sqlite3.Connection) -> int:
        """How many numbers between the first line of the log and the last that was read have no row."""
        count, last, (seen,) = (
            connection.execute("SELECT count(*) FROM record").fetchone()[0],
            connection.execute("SELECT max(seq) FROM record").fetchone()[0] or 0,
            connection.execute("SELECT seen FROM progress").fetchone(),
        )
        newest = read_line(seen)
        first = self._first_seq()
        return max(last, newest.seq if newest else 0) - first + 1 - count if first else 0

    def _first_seq(self) -> int:
        """The number of the first line of the log, or 0 when it is no record."""
        file = reading.open_segment(self._paths, 1, is_last=True)
        if file is None:
            return 0
        with file:
            record = read_line(file.readline(MAX_LINE_BYTES + 1))
        return record.seq if record else 0

    def _new_lines(self, segment: int, offset: int) -> Generator[Line, None, None]:
        while (file := reading.open_segment(self._paths, segment, is_last=True)) is not None:
            is_closed = False
            with file:
                for line in reading.lines(file, segment, offset):
                    if line.is_torn and len(line.data) <= MAX_LINE_BYTES:
                        break
                    record = read_line(line.data)
                    is_closed = record is not None and is_segment_end(record)
                    yield line
            if not is_closed and not self._paths.archived(segment).exists():
                return
            segment, offset = segment + 1, 0
            if not self._paths.archived(segment).exists() and not self._paths.archived(segment - 1).exists():
                return

    def _insert(self, connection: sqlite3.Connection, line: Line) -> bool:
        record = read_line(line.data)
        if record is None or not has_valid_mac(line.data, self._key):
            return False
        fields = json.loads(line.data)
        values = [fields.get(name) for name in _COLUMNS]
        connection.execute(
            f"INSERT OR REPLACE INTO record (seq, contains_pii, line, {', '.join(_COLUMNS)}) "  # noqa: S608 - names only
            f"VALUES (?, ?, ?{', ?' * len(_COLUMNS)})",
            (record.seq, int(fields["contains_pii"]), line.data.decode(), *values),
        )
        for name, count in fields["details"].items():
            if name.startswith(PII_PREFIX) and isinstance(count, int):
                connection.execute(
                    "INSERT OR REPLACE INTO pii VALUES (?, ?, ?)", (record.seq, name.removeprefix(PII_PREFIX), count)
                )
        return True
