"""What a SQLite database holds, in memory, brought up to date only when some process changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.clients import Client, ClientOrigin

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_CLIENTS = "SELECT client_id, scopes, secret_hash, public_jwks, origin FROM clients ORDER BY client_id"
_REVOCATIONS = "SELECT seq, jti FROM revocations WHERE seq > ? ORDER BY seq"
# Revoked tokens in memory before the expired ones among them are dropped by reading all anew.
_REREAD_AT = 100_000


class Snapshot:
    """Clients and revocations. Its connection only reads, so that `data_version` moves with every other commit."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Follow the database at `path` through `connection`, which this object then owns."""
        self._path = path
        self._connection = connection
        self._file = self._file_identity()
        self._data_version = -1
        self._last_seq = 0
        self._client_rows: list[tuple[str, str, str | None, str | None, str]] = []
        self.clients: dict[str, Client] = {}
        self.sorted_clients: tuple[Client, ...] = ()
        self.revoked: set[str] = set()

    def is_replaced(self) -> bool:
        """Whether another file lies at the path now.

        Raises:
            FileNotFoundError: None does.
        """
        return self._file_identity() != self._file

    def refresh(self) -> None:
        """Read what is new.

        Raises:
            sqlite3.Error: The database cannot be read.
        """
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version == self._data_version:
            return
        self._read_clients()
        self._read_revocations()
        # Last: a failure above makes the next call try again.
        self._data_version = version

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _read_clients(self) -> None:
        rows = self._connection.execute(_CLIENTS).fetchall()
        # The same objects as long as nothing changed: others keep what they derived from them.
        if rows == self._client_rows:
            return
        self._client_rows = rows
        self.sorted_clients = tuple(_client(*row) for row in rows)
        self.clients = {client.client_id: client for client in self.sorted_clients}

    def _read_revocations(self) -> None:
        if len(self.revoked) >= _REREAD_AT:
            self.revoked, self._last_seq = set(), 0
        for seq, jti in self._connection.execute(_REVOCATIONS, (self._last_seq,)):
            self.revoked.add(jti)
            self._last_seq = seq

    def _file_identity(self) -> tuple[int, int]:
        status = self._path.stat()
        return status.st_dev, status.st_ino


def _client(client_id: str, scopes: str, secret_hash: str | None, public_jwks: str | None, origin: str) -> Client:
    words = frozenset(scopes.split())
    return Client(client_id, words, secret_hash, public_jwks, ClientOrigin(origin))
