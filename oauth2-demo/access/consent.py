"""Consent: explicit, per user, client and tool, stored, revocable, and pinned to what the tool was then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from oauth2_demo.access.errors import AccessRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

GrantedBy = Literal["cli", "elicitation", "first_use"]


@dataclass(frozen=True)
class ConsentKey:
    """Whose consent to whose use of what."""

    user_id: str
    client_id: str
    server: str
    tool: str


@dataclass(frozen=True)
class Consent:
    """One consent as it is stored. Instants are seconds since 1970; `scope` is what the tool demanded then."""

    key: ConsentKey
    tool_fingerprint: str
    scope: frozenset[str]
    granted_by: GrantedBy
    granted_at: float
    expires_at: float
    revoked_at: float | None = None


class ConsentRepository(Protocol):
    """Where consents are kept. Reads see what any process has written before."""

    def find(self, key: ConsentKey) -> Consent | None:
        """Return the latest consent for the key, revoked or not."""
        ...

    def save(self, consent: Consent) -> None:
        """Store a consent in place of an older one for its key."""
        ...

    def revoke(self, user_id: str, client_id: str | None, tool: str | None, revoked_at: float) -> int:
        """Revoke what matches, None standing for any; return how many consents that were."""
        ...

    def all_of(self, user_id: str | None) -> Sequence[Consent]:
        """Return the consents of one user, or of all, latest first."""
        ...


def check_consent(consent: Consent | None, *, tool_fingerprint: str, scope: frozenset[str], now: float) -> None:
    """Check that a consent covers a call.

    Raises:
        AccessRefusedError: There is none, it was revoked, it has expired, or the tool is not the one it was given for.
    """
    if consent is None:
        raise AccessRefusedError("consent_missing", _advice("Nobody has consented to this tool yet."))
    if consent.revoked_at is not None:
        raise AccessRefusedError("consent_revoked", _advice("The consent to this tool was revoked."))
    if now >= consent.expires_at:
        raise AccessRefusedError("consent_expired", _advice("The consent to this tool has expired."))
    if consent.tool_fingerprint != tool_fingerprint or not scope <= consent.scope:
        raise AccessRefusedError(
            "tool_changed", _advice("This tool has changed since it was consented to: read its description again.")
        )


def _advice(reason: str) -> str:
    return f"{reason} Its user grants it with `mcp-docker consent grant`."
