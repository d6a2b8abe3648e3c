"""Storage in memory: for tests and for a server that is thrown away. It forgets everything at the end."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from oauth2_demo.oauth.clients import Client, RegistrationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from oauth2_demo.access.consent import Consent, ConsentKey


class MemoryClients:
    """The client registry in a dictionary."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin empty; `clock` gives seconds since 1970."""
        self._clock = clock
        # Whole seconds, as in `iat`.
        self.registered_at: dict[str, int] = {}
        self._clients: dict[str, Client] = {}
        self._sorted: tuple[Client, ...] = ()

    def find(self, client_id: str) -> Client | None:
        """See `ClientRepository`."""
        return self._clients.get(client_id)

    def all(self) -> Sequence[Client]:
        """See `ClientRepository`."""
        return self._sorted

    def add(self, client: Client) -> None:
        """See `ClientRepository`."""
        if client.client_id in self._clients:
            raise RegistrationError(f"the client {client.client_id} exists already")
        self.registered_at[client.client_id] = int(self._clock())
        self._put({**self._clients, client.client_id: client})

    def replace(self, client: Client) -> None:
        """See `ClientRepository`."""
        self._require(client.client_id)
        self._put({**self._clients, client.client_id: client})

    def remove(self, client_id: str) -> None:
        """See `ClientRepository`."""
        self._require(client_id)
        del self.registered_at[client_id]
        self._put({key: value for key, value in self._clients.items() if key != client_id})

    def _require(self, client_id: str) -> None:
        if client_id not in self._clients:
            raise RegistrationError(f"there is no client {client_id}")

    def _put(self, clients: dict[str, Client]) -> None:
        self._clients = clients
        self._sorted = tuple(clients[client_id] for client_id in sorted(clients))


class MemoryExpiringSet:
    """Names that are kept until their time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Forget by `clock`, in seconds since 1970."""
        self._clock = clock
        self._expiries: dict[str, float] = {}

    def __contains__(self, name: str) -> bool:
        """Whether the name is kept."""
        return name in self._expiries

    def add(self, name: str, expires_at: float) -> None:
        """Keep a name, and forget those whose time has come."""
        now = self._clock()
        self._expiries = {key: value for key, value in self._expiries.items() if value > now}
        self._expiries[name] = expires_at


class MemoryRevocations:
    """The revoked tokens in memory."""

    def __init__(self, clients: MemoryClients, clock: Callable[[], float]) -> None:
        """Look for the clients of tokens in `clients`; forget by `clock`, in seconds since 1970."""
        self._clients = clients
        self._revoked = MemoryExpiringSet(clock)

    def is_revoked(self, client_id: str, jti: str, issued_at: float = math.inf) -> bool:
        """See `RevocationStore`."""
        valid_from = self._clients.registered_at.get(client_id)
        return jti in self._revoked or valid_from is None or issued_at < valid_from

    def revoke(self, jti: str, expires_at: float) -> None:
        """See `RevocationStore`."""
        self._revoked.add(jti, expires_at)


class MemoryReplays:
    """The used assertions in memory."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Forget by `clock`, in seconds since 1970."""
        self._used = MemoryExpiringSet(clock)

    def first_use(self, client_id: str, jti: str, expires_at: float) -> bool:
        """See `ReplayGuard`."""
        # A client id holds no blank, so that two different pairs never make one name.
        name = f"{client_id} {jti}"
        if name in self._used:
            return False
        self._used.add(name, expires_at)
        return True


class MemoryConsents:
    """The consents in a dictionary."""

    def __init__(self) -> None:
        """Begin empty."""
        self._consents: dict[ConsentKey, Consent] = {}

    def find(self, key: ConsentKey) -> Consent | None:
        """See `ConsentRepository`."""
        return self._consents.get(key)

    def all_of(self, user_id: str | None) -> Sequence[Consent]:
        """See `ConsentRepository`."""
        chosen = [consent for consent in self._consents.values() if user_id in (None, consent.key.user_id)]
        return sorted(chosen, key=lambda consent: consent.granted_at, reverse=True)

    def save(self, consent: Consent) -> None:
        """See `ConsentRepository`."""
        self._consents[consent.key] = consent

    def revoke(self, user_id: str, client_id: str | None, tool: str | None, revoked_at: float) -> int:
        """See `ConsentRepository`."""
        matching = [
            consent
            for consent in self.all_of(user_id)
            if consent.revoked_at is None
            and client_id in (None, consent.key.client_id)
            and tool in (None, consent.key.tool)
        ]
        for consent in matching:
            self.save(replace(consent, revoked_at=revoked_at))
        return len(matching)


class MemoryParameters:
    """The stored parameters in a dictionary."""

    def __init__(self) -> None:
        """Begin empty."""
        self._values: dict[tuple[str, str], dict[str, str]] = {}

    def stored(self, user_id: str, tool: str) -> Mapping[str, str]:
        """See `ParameterRepository`."""
        return self._values.get((user_id, tool), {})

    def store(self, user_id: str, tool: str, parameter: str, value: str) -> None:
        """See `ParameterRepository`."""
        self._values.setdefault((user_id, tool), {})[parameter] = value

    def forget(self, user_id: str, tool: str, parameter: str) -> bool:
        """See `ParameterRepository`."""
        return self._values.get((user_id, tool), {}).pop(parameter, None) is not None


class MemoryStorage:
    """A storage that lives as long as the process."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin empty; forget by `clock`, in seconds since 1970."""
        self.clients = MemoryClients(clock)
        self.revocations = MemoryRevocations(self.clients, clock)
        self.replays = MemoryReplays(clock)
        self.consents = MemoryConsents()
        self.parameters = MemoryParameters()

    def check(self) -> None:
        """See `Storage`: memory always works."""

    def close(self) -> None:
        """See `Storage`: there is nothing to let go of."""
