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
    (
        """
        CREATE TABLE consents (
            user_id TEXT NOT NULL,
            client_id TEXT NOT NULL,
            server TEXT NOT NULL,
            tool TEXT NOT NULL,
            tool_fingerprint TEXT NOT NULL,
            scope TEXT NOT NULL,
            granted_by TEXT NOT NULL CHECK (granted_by IN ('cli', 'elicitation', 'first_use')),
            granted_at REAL NOT NULL,
            expires_at REAL NOT NULL,
            revoked_at REAL,
            PRIMARY KEY (user_id, client_id, server, tool)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE parameters (
            user_id TEXT NOT NULL,
            tool TEXT NOT NULL,
            parameter TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (user_id, tool, parameter)
        ) STRICT, WITHOUT ROWID
        """,
        # Counts the changes of these two tables, so that readers know when to read them anew.
        "CREATE TABLE access_version (version INTEGER NOT NULL) STRICT",
        "INSERT INTO access_version (version) VALUES (0)",
        *(
            f"CREATE TRIGGER {table}_{event} AFTER {event} ON {table} BEGIN "  # noqa: S608 - the words below, nothing else
            "UPDATE access_version SET version = version + 1; END"
            for table in ("consents", "parameters")
            for event in ("INSERT", "UPDATE", "DELETE")
        ),
    ),
    # In whole seconds, as `iat`: tokens from before it belong to a removed client that had the same id.
    ("ALTER TABLE clients ADD COLUMN registered_at INTEGER NOT NULL DEFAULT 0",),
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
