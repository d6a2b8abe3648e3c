"""Storage in SQLite, the embedded default: durable, and shared by all processes of one machine.

Reads come from memory. What makes that safe is one cheap question before each of them: has any process changed the
database (`PRAGMA data_version`, a few microseconds)? If so, what is new is read first. If the question fails, so does
the read: "not revoked" is never a guess.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import sqlite3
import threading
import time
from typing import TYPE_CHECKING, Any

from oauth2_demo.key_files import OTHER_OWNER
from oauth2_demo.oauth.clients import Client, ClientOrigin, RegistrationError
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.scopes import format_scope
from oauth2_demo.storage.migrations import migrate
from oauth2_demo.storage.sqlite_access import SqliteConsents, SqliteParameters
from oauth2_demo.storage.sqlite_snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_BUSY_TIMEOUT_S = 5.0
# Should a loop end before the callback that ends the freshness.
_MAX_FRESH_S = 0.05
_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_RESTORE = "; restore it from a backup (docs/OPERATIONS.md, State)"
_OPEN_UP = "; make the file and its folder writable for the user that this server runs as"
_ADVICE = {
    sqlite3.SQLITE_NOTADB: _RESTORE,
    sqlite3.SQLITE_CORRUPT: _RESTORE,
    sqlite3.SQLITE_READONLY: _OPEN_UP,
    sqlite3.SQLITE_CANTOPEN: _OPEN_UP,
    sqlite3.SQLITE_FULL: "; free some space first",
}


class SqliteDatabase:
    """One database file: a connection that writes, one at a time, and a snapshot that follows all writers."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        """Open or create the database; `clock` gives seconds since 1970.

        Raises:
            UnavailableError: It cannot be opened.
        """
        self._path = path
        self.clock = clock
        self._lock = threading.Lock()
        self._fresh_until = 0.0
        with _told_plainly(path):
            path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
            # Made with its mode before SQLite opens it; the files beside it (-wal, -shm) take the mode over.
            path.touch(mode=_FILE_MODE, exist_ok=True)
            self._writer = connect(path)
            # Every commit reaches the disk before it is answered.
            self._writer.execute("PRAGMA journal_mode = WAL")
            self._writer.execute("PRAGMA synchronous = FULL")
            migrate(self._writer)
            self._snapshot = Snapshot(path, connect(path))

    def snapshot(self) -> Snapshot:
        """What the database holds now.

        Under an event loop the file is asked once for all requests that were received together: a request is handled
        after it was received, so nothing that was revoked before it was sent is missed.

        Raises:
            UnavailableError: It cannot be read.
        """
        if time.monotonic() < self._fresh_until:
            return self._snapshot
        # Asked for every request: without a context manager, which would cost as much as the two questions.
        try:
            if self._snapshot.is_replaced():
                self._reopen()
            self._snapshot.refresh()
        except (sqlite3.Error, OSError) as error:
            raise _unusable(self._path, error) from error
        with contextlib.suppress(RuntimeError):
            # Callbacks run before the tasks of requests that are received later.
            asyncio.get_running_loop().call_soon(self._expire)
            self._fresh_until = time.monotonic() + _MAX_FRESH_S
        return self._snapshot

    def read(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Ask the file itself, for what is not in the snapshot. May block.

        Raises:
            UnavailableError: It cannot be read.
        """
        with self._lock, _told_plainly(self._path):
            return self._writer.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Change the database in one transaction that is durable at the end of the block.

        Raises:
            UnavailableError: It cannot be written.
        """
        with self._lock, _told_plainly(self._path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close both connections."""
        self._snapshot.close()
        self._writer.close()

    def _expire(self) -> None:
        self._fresh_until = 0.0

    def _reopen(self) -> None:
        """Follow a file that was put in the place of ours, such as a restored backup."""
        with self._lock:
            self.close()
            self._writer = connect(self._path)
            self._writer.execute("PRAGMA synchronous = FULL")
            migrate(self._writer)
            self._snapshot = Snapshot(self._path, connect(self._path))


class SqliteClients:
    """The client registry in SQLite."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Use `database`."""
        self._database = database

    def find(self, client_id: str) -> Client | None:
        """See `ClientRepository`."""
        return self._database.snapshot().clients.get(client_id)

    def all(self) -> Sequence[Client]:
        """See `ClientRepository`."""
        return self._database.snapshot().sorted_clients

    def add(self, client: Client) -> None:
        """See `ClientRepository`."""
        statement = (
            "INSERT INTO clients (registered_at, scopes, secret_hash, public_jwks, origin, client_id) "
            "VALUES (?, ?, ?, ?, ?, ?)"
        )
        try:
            self._change(statement, client, int(self._database.clock()))
        except sqlite3.IntegrityError:
            raise RegistrationError(f"the client {client.client_id} exists already") from None

    def replace(self, client: Client) -> None:
        """See `ClientRepository`."""
        statement = "UPDATE clients SET scopes = ?, secret_hash = ?, public_jwks = ?, origin = ? WHERE client_id = ?"
        if not self._change(statement, client):
            raise RegistrationError(f"there is no client {client.client_id}")

    def remove(self, client_id: str) -> None:
        """See `ClientRepository`."""
        with self._database.write() as connection:
            removed = connection.execute("DELETE FROM clients WHERE client_id = ?", (client_id,)).rowcount
        if not removed:
            raise RegistrationError(f"there is no client {client_id}")

    def _change(self, statement: str, client: Client, *first_values: object) -> int:
        origin: ClientOrigin = client.origin
        values = (
            *first_values,
            format_scope(client.scopes),
            client.secret_hash,
            client.public_jwks,
            origin.value,
            client.client_id,
        )
        with self._database.write() as connection:
            return connection.execute(statement, values).rowcount


class SqliteRevocations:
    """The revoked tokens in SQLite."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Use `database`."""
        self._database = database

    def is_revoked(self, client_id: str, jti: str, issued_at: float = math.inf) -> bool:
        """See `RevocationStore`."""
        snapshot = self._database.snapshot()
        valid_from = snapshot.registered_at.get(client_id)
        return jti in snapshot.revoked or valid_from is None or issued_at < valid_from

    def revoke(self, jti: str, expires_at: float) -> None:
        """See `RevocationStore`."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM revocations WHERE expires_at <= ?", (self._database.clock(),))
            connection.execute(
                "INSERT INTO revocations (jti, expires_at) VALUES (?, ?) ON CONFLICT (jti) DO NOTHING",
                (jti, expires_at),
            )


class SqliteReplays:
    """The used assertions in SQLite."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Use `database`."""
        self._database = database

    def first_use(self, client_id: str, jti: str, expires_at: float) -> bool:
        """See `ReplayGuard`."""
        statement = "INSERT INTO used_assertions (client_id, jti, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        with self._database.write() as connection:
            connection.execute("DELETE FROM used_assertions WHERE expires_at <= ?", (self._database.clock(),))
            return connection.execute(statement, (client_id, jti, expires_at)).rowcount == 1


class SqliteStorage:
    """A storage in one SQLite file."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        """Open or create the file; `clock` gives seconds since 1970. Raises as `SqliteDatabase`."""
        self._database = SqliteDatabase(path, clock)
        self.clients = SqliteClients(self._database)
        self.revocations = SqliteRevocations(self._database)
        self.replays = SqliteReplays(self._database)
        self.consents = SqliteConsents(self._database)
        self.parameters = SqliteParameters(self._database)

    def check(self) -> None:
        """See `Storage`."""
        self._database.snapshot()

    def close(self) -> None:
        """See `Storage`."""
        self._database.close()


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing database file, without the transactions that the module would begin by itself."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)


@contextlib.contextmanager
def _told_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except (sqlite3.Error, OSError) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: Exception) -> UnavailableError:
    if isinstance(error, PermissionError):
        return UnavailableError(f"the database {path} cannot be used: {error.strerror}; {OTHER_OWNER}")
    # The low byte of an SQLite code is its kind; the others say more than a person needs.
    advice = _ADVICE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "")
    return UnavailableError(f"the database {path} cannot be used: {error}{advice}")
