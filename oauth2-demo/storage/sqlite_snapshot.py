"""What a SQLite database holds, in memory, brought up to date only when some process changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.access.consent import Consent, ConsentKey
from oauth2_demo.oauth.clients import Client, ClientOrigin

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from oauth2_demo.access.consent import GrantedBy

_CLIENTS = "SELECT client_id, scopes, secret_hash, public_jwks, origin, registered_at FROM clients ORDER BY client_id"
_REVOCATIONS = "SELECT seq, jti FROM revocations WHERE seq > ? ORDER BY seq"
_CONSENTS = (
    "SELECT user_id, client_id, server, tool, tool_fingerprint, scope, granted_by, granted_at, expires_at, revoked_at "
    "FROM consents"
)
_PARAMETERS = "SELECT user_id, tool, parameter, value FROM parameters"
_ACCESS_VERSION = "SELECT version FROM access_version"
# Revoked tokens in memory before the expired ones among them are dropped by reading all anew.
_REREAD_AT = 100_000


class Snapshot:
    """All that requests ask about. Its connection only reads, so that `data_version` moves with every other commit."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Follow the database at `path` through `connection`, which this object then owns."""
        self._connection = connection
        self._path = path
        status = self._path.stat()
        self._file = status.st_ino, status.st_dev
        self._data_version = -1
        self._last_seq = 0
        self._client_rows: list[tuple[str, str, str | None, str | None, str, int]] = []
        self.clients: dict[str, Client] = {}
        self.sorted_clients: tuple[Client, ...] = ()
        self.registered_at: dict[str, int] = {}
        self.revoked: set[str] = set()
        self._access_version = -1
        self.consents: dict[ConsentKey, Consent] = {}
        self.parameters: dict[tuple[str, str], dict[str, str]] = {}

    def is_replaced(self) -> bool:
        """Whether another file lies at the path now.

        Raises:
            FileNotFoundError: None does.
        """
        status = self._path.stat()
        return (status.st_ino, status.st_dev) != self._file

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
        self._read_access()
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
        self.sorted_clients = tuple(_client(*row[:5]) for row in rows)
        self.clients = {client.client_id: client for client in self.sorted_clients}
        self.registered_at = {client_id: registered_at for client_id, *_, registered_at in rows}

    def _read_revocations(self) -> None:
        if len(self.revoked) >= _REREAD_AT:
            self.revoked, self._last_seq = set(), 0
        for seq, jti in self._connection.execute(_REVOCATIONS, (self._last_seq,)):
            self.revoked.add(jti)
            self._last_seq = seq

    def _read_access(self) -> None:
        version = self._connection.execute(_ACCESS_VERSION).fetchone()[0]
        if version == self._access_version:
            return
        consents = (_consent(*row) for row in self._connection.execute(_CONSENTS))
        self.consents = {consent.key: consent for consent in consents}
        parameters: dict[tuple[str, str], dict[str, str]] = {}
        for user_id, tool, parameter, value in self._connection.execute(_PARAMETERS):
            parameters.setdefault((user_id, tool), {})[parameter] = value
        self.parameters = parameters
        self._access_version = version


def _client(client_id: str, scopes: str, secret_hash: str | None, public_jwks: str | None, origin: str) -> Client:
    words = frozenset(scopes.split())
    return Client(client_id, words, secret_hash, public_jwks, ClientOrigin(origin))


def _consent(
    user_id: str,
    client_id: str,
    server: str,
    tool: str,
    tool_fingerprint: str,
    scope: str,
    granted_by: GrantedBy,
    granted_at: float,
    expires_at: float,
    revoked_at: float | None,
) -> Consent:
    return Consent(
        key=ConsentKey(user_id, client_id, server, tool),
        tool_fingerprint=tool_fingerprint,
        scope=frozenset(scope.split()),
        granted_by=granted_by,
        granted_at=granted_at,
        expires_at=expires_at,
        revoked_at=revoked_at,
    )
