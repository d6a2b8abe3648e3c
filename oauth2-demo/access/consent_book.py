"""Asks and answers for consent: what a call needs, what is stored, and what a person decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.access.consent import Consent, ConsentKey, check_consent

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.access.consent import ConsentRepository, GrantedBy


@dataclass(frozen=True)
class ConsentRequest:
    """What a person is asked to consent to: this tool, as it is described now, with these scopes."""

    key: ConsentKey
    tool_fingerprint: str
    scope: frozenset[str]


class ConsentBook:
    """The consents of all users."""

    def __init__(self, repository: ConsentRepository, *, lifetime_s: float, clock: Callable[[], float]) -> None:
        """Keep consents in `repository` for `lifetime_s` seconds; `clock` gives seconds since 1970."""
        self._repository = repository
        self._lifetime_s = lifetime_s
        self._clock = clock

    def check(self, request: ConsentRequest) -> None:
        """Make sure that there is consent now.

        Raises:
            AccessRefusedError: There is not; the reason says why.
        """
        check_consent(
            self._repository.find(request.key),
            tool_fingerprint=request.tool_fingerprint,
            scope=request.scope,
            now=self._clock(),
        )

    def grant(self, request: ConsentRequest, granted_by: GrantedBy, *, lifetime_s: float | None = None) -> Consent:
        """Store a person's consent; `lifetime_s` is in seconds and replaces the usual one."""
        now = self._clock()
        consent = Consent(
            key=request.key,
            tool_fingerprint=request.tool_fingerprint,
            scope=request.scope,
            granted_by=granted_by,
            granted_at=now,
            expires_at=now + (self._lifetime_s if lifetime_s is None else lifetime_s),
        )
        self._repository.save(consent)
        return consent

    def revoke(self, user_id: str, *, client_id: str | None = None, tool: str | None = None) -> int:
        """Revoke what matches, None standing for any; the next call is refused. Return how many there were."""
        return self._repository.revoke(user_id, client_id, tool, self._clock())
