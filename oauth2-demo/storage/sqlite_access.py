"""Consents and stored parameters in SQLite. What is revoked in one process is revoked in all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from oauth2_demo.access.consent import Consent, ConsentKey
    from oauth2_demo.storage.sqlite import SqliteDatabase

_SAVE = """
    INSERT OR REPLACE INTO consents (
        user_id, client_id, server, tool, tool_fingerprint, scope, granted_by, granted_at, expires_at, revoked_at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_REVOKE = """
    UPDATE consents SET revoked_at = ?1
    WHERE revoked_at IS NULL AND user_id = ?2 AND (?3 IS NULL OR client_id = ?3) AND (?4 IS NULL OR tool = ?4)
"""


class SqliteConsents:
    """The consents in SQLite."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Use `database`."""
        self._database = database

    def find(self, key: ConsentKey) -> Consent | None:
        """See `ConsentRepository`."""
        return self._database.snapshot().consents.get(key)

    def all_of(self, user_id: str | None) -> Sequence[Consent]:
        """See `ConsentRepository`."""
        consents = self._database.snapshot().consents.values()
        chosen = [consent for consent in consents if user_id in (None, consent.key.user_id)]
        return sorted(chosen, key=lambda consent: consent.granted_at, reverse=True)

    def save(self, consent: Consent) -> None:
        """See `ConsentRepository`."""
        values = (
            consent.key.user_id,
            consent.key.client_id,
            consent.key.server,
            consent.key.tool,
            consent.tool_fingerprint,
            " ".join(sorted(consent.scope)),
            consent.granted_by,
            consent.granted_at,
            consent.expires_at,
            consent.revoked_at,
        )
        with self._database.write() as connection:
            connection.execute(_SAVE, values)

    def revoke(self, user_id: str, client_id: str | None, tool: str | None, revoked_at: float) -> int:
        """See `ConsentRepository`."""
        with self._database.write() as connection:
            return connection.execute(_REVOKE, (revoked_at, user_id, client_id, tool)).rowcount


class SqliteParameters:
    """The stored parameters in SQLite."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Use `database`."""
        self._database = database

    def stored(self, user_id: str, tool: str) -> Mapping[str, str]:
        """See `ParameterRepository`."""
        return self._database.snapshot().parameters.get((user_id, tool), {})

    def store(self, user_id: str, tool: str, parameter: str, value: str) -> None:
        """See `ParameterRepository`."""
        statement = "INSERT OR REPLACE INTO parameters (user_id, tool, parameter, value) VALUES (?, ?, ?, ?)"
        with self._database.write() as connection:
            connection.execute(statement, (user_id, tool, parameter, value))

    def forget(self, user_id: str, tool: str, parameter: str) -> bool:
        """See `ParameterRepository`."""
        statement = "DELETE FROM parameters WHERE user_id = ? AND tool = ? AND parameter = ?"
        with self._database.write() as connection:
            return connection.execute(statement, (user_id, tool, parameter)).rowcount > 0
