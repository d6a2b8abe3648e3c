"""Why a call is refused, and why a policy file is."""

from __future__ import annotations

from typing import Literal

RefusalReason = Literal[
    "insufficient_scope",
    "consent_missing",
    "consent_expired",
    "consent_revoked",
    "tool_changed",
    "rate_limited",
    "token_revoked",
]


class AccessRefusedError(Exception):
    """A call is refused. `reason` goes into the audit record, the text to the caller."""

    def __init__(self, reason: RefusalReason, message: str, *, missing_scopes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.reason: RefusalReason = reason
        self.message = message
        self.missing_scopes = missing_scopes


class PolicyFileError(Exception):
    """The tool policy cannot be used; the text names the file, the place and what to do."""
