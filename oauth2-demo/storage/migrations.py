"""The SQLite schema, version by version. `PRAGMA user_version` says how far a database has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import UnavailableError

if TYPE_CHECKING:
    import sqlite3

# Never change an entry that was released: append another.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE clients (
            client_id TEXT PRIMARY KEY,
            scopes TEXT NOT NULL,
            secret_hash TEXT,
            public_jwks TEXT,
            origin TEXT NOT NULL CHECK (origin IN ('settings', 'registered'))
        ) STRICT
        """,
        # The sequence number lets every process read only what is new.
        """
        CREATE TABLE revocations (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            jti TEXT NOT NULL UNIQUE,
            expires_at REAL NOT NULL
        ) STRICT
        """,
        "CREATE INDEX revocations_by_expiry ON revocations (expires_at)",
        """
        CREATE TABLE used_assertions (
            client_id TEXT NOT NULL,
            jti TEXT NOT NULL,
            expires_at REAL NOT NULL,
            PRIMARY KEY (client_id, jti)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX used_assertions_by_expiry ON used_assertions (expires_at)",
    ),
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database to the newest version. Safe when several processes start at once.

    Raises:
        UnavailableError: The database was made by a newer version of this program.
        sqlite3.Error: It cannot be written.
    """
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise UnavailableError(
                f"the database has schema version {version}, this program knows {len(MIGRATIONS)}: update the program"
            )
        for statement in (statement for migration in MIGRATIONS[version:] for statement in migration):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
