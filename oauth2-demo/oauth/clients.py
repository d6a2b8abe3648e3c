"""Registered clients, the rules of registration, and where clients are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.oauth.scopes import parse_scope

if TYPE_CHECKING:
    from collections.abc import Sequence

# No blank and no "@": an id must not look like a user's name or address (RFC 9700, 4.15), and it stands in the log.
_CLIENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:~/+-]{0,127}")
# RFC 6749, appendix A.2: VSCHAR. Anything else would fail at run time in clients and proxies.
_SECRET = re.compile(r"[\x20-\x7e]{1,256}")


class RegistrationError(ValueError):
    """A registration was refused. The text says what to change and never repeats a secret."""


class ClientOrigin(StrEnum):
    """Who put a client into the registry."""

    # There is one such client at a time: the one that the settings name, at first the demo client.
    SETTINGS = "settings"
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class Client:
    """A confidential client. A client without scopes may introspect and revoke, and gets no tokens."""

    client_id: str
    scopes: frozenset[str]
    # As `client_secrets` writes it; None for a client that has only keys.
    secret_hash: str | None = None
    # A JWK set with public keys for private_key_jwt; None for a client that has only a secret.
    public_jwks: str | None = None
    origin: ClientOrigin = ClientOrigin.REGISTERED


class ClientRepository(Protocol):
    """Where clients live. `find` and `all` are quick enough for an event loop; the others write and may block."""

    def find(self, client_id: str) -> Client | None:
        """The client, or None.

        Raises:
            UnavailableError: The store cannot be read.
        """
        ...

    def all(self) -> Sequence[Client]:
        """All clients, by id. Raises as `find`."""
        ...

    def add(self, client: Client) -> None:
        """Keep a new client.

        Raises:
            RegistrationError: The id is taken.
            UnavailableError: The store cannot be written.
        """
        ...

    def replace(self, client: Client) -> None:
        """Change a client.

        Raises:
            RegistrationError: There is no such client.
            UnavailableError: The store cannot be written.
        """
        ...

    def remove(self, client_id: str) -> None:
        """Forget a client. Raises as `replace`."""
        ...


def check_client_id(client_id: str) -> str:
    """Give the id back if it may be registered.

    Raises:
        RegistrationError: With what is allowed.
    """
    if not _CLIENT_ID.fullmatch(client_id):
        raise RegistrationError(
            "a client id has 1 to 128 characters, begins with a letter or a digit, and holds only "
            "letters, digits and . _ : ~ / + -"
        )
    return client_id


def check_secret(secret: str, *, min_characters: int = 1) -> str:
    """Give the secret back if it may be registered.

    Raises:
        RegistrationError: With what is allowed.
    """
    if not _SECRET.fullmatch(secret) or len(secret) < min_characters:
        raise RegistrationError(f"a client secret has {min_characters} to 256 printable ASCII characters")
    return secret


def check_scopes(scope: str) -> frozenset[str]:
    """Read the scopes a client is granted; an empty text grants none.

    Raises:
        InvalidScopeError: The text is outside the scope grammar.
    """
    return parse_scope(" ".join(scope.split())) if scope.strip() else frozenset()
