"""What a storage offers: the ports of the domain, together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from oauth2_demo.access.consent import ConsentRepository
    from oauth2_demo.access.parameters import ParameterRepository
    from oauth2_demo.oauth.client_assertion import ReplayGuard
    from oauth2_demo.oauth.clients import ClientRepository
    from oauth2_demo.oauth.revocation import RevocationStore


class Storage(Protocol):
    """An open storage."""

    @property
    def clients(self) -> ClientRepository:
        """The client registry."""
        ...

    @property
    def revocations(self) -> RevocationStore:
        """The revoked tokens."""
        ...

    @property
    def replays(self) -> ReplayGuard:
        """The assertions that were used."""
        ...

    @property
    def consents(self) -> ConsentRepository:
        """What people consented to."""
        ...

    @property
    def parameters(self) -> ParameterRepository:
        """Default values of tool parameters."""
        ...

    def check(self) -> None:
        """Say whether the storage works now.

        Raises:
            UnavailableError: It does not.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
