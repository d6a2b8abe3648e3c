"""Registration of clients, out of band: there is no registration endpoint."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from oauth2_demo.oauth.client_assertion import write_client_jwks
from oauth2_demo.oauth.client_secrets import generate_secret, hash_chosen, hash_generated
from oauth2_demo.oauth.clients import Client, RegistrationError, check_client_id, check_scopes, check_secret
from oauth2_demo.oauth.errors import InvalidScopeError
from oauth2_demo.oauth.keys import JwkDict, KeyFormatError, jwk_from_pem, read_jwks, thumbprint

if TYPE_CHECKING:
    from oauth2_demo.oauth.clients import ClientRepository

# For secrets that a person chose: shorter ones fall to a list of words.
MIN_CHOSEN_CHARACTERS = 8


@dataclass(frozen=True)
class Registration:
    """A registered client, and its secret if one was generated: the only time that anybody sees it."""

    client: Client
    generated_secret: str | None


class Registrar:
    """Puts clients into the registry."""

    def __init__(self, clients: ClientRepository, server_key: bytes) -> None:
        """Write to `clients`; `server_key` is the key of the digests of generated secrets."""
        self._clients = clients
        self._server_key = server_key

    def add(
        self, client_id: str, scope: str, *, chosen_secret: str | None = None, public_key: bytes | None = None
    ) -> Registration:
        """Register a client.

        Args:
            client_id: A new id.
            scope: What it may ask for; empty for one that may only introspect and revoke.
            chosen_secret: Its secret; without one, and without a key, a secret is generated.
            public_key: PEM or JWK (set) for private_key_jwt; a private key is accepted and only its public half kept.

        Raises:
            RegistrationError: With what to change.
            UnavailableError: The registry cannot be written.
        """
        client = Client(check_client_id(client_id), _scopes(scope), public_jwks=_public_jwks(public_key))
        if chosen_secret is None and public_key is not None:
            registration = Registration(client, None)
        else:
            registration = self._with_secret(client, chosen_secret)
        self._clients.add(registration.client)
        return registration

    def replace_secret(self, client_id: str, chosen_secret: str | None = None) -> Registration:
        """Give a client a new secret; the old one ends at once.

        Raises:
            RegistrationError: There is no such client, or the secret is outside what may be registered.
            UnavailableError: The registry cannot be written.
        """
        client = self._clients.find(client_id)
        if client is None:
            raise RegistrationError(f"there is no client {client_id}")
        registration = self._with_secret(client, chosen_secret)
        self._clients.replace(registration.client)
        return registration

    def _with_secret(self, client: Client, chosen_secret: str | None) -> Registration:
        if chosen_secret is not None:
            secret = check_secret(chosen_secret, min_characters=MIN_CHOSEN_CHARACTERS)
            return Registration(replace(client, secret_hash=hash_chosen(secret)), None)
        secret = generate_secret()
        return Registration(replace(client, secret_hash=hash_generated(secret, self._server_key)), secret)


def _scopes(scope: str) -> frozenset[str]:
    try:
        return check_scopes(scope)
    except InvalidScopeError:
        raise RegistrationError(
            'a scope is words of printable ASCII without quotes and backslashes, separated by blanks: "mcp.access"'
        ) from None


def _public_jwks(public_key: bytes | None) -> str | None:
    if public_key is None:
        return None
    try:
        return write_client_jwks([_with_alg(entry) for entry in _entries(public_key)])
    except KeyFormatError as error:
        raise RegistrationError(f"the public key file {error}: give ES256 (P-256) or RS256 as PEM or JWK") from None


def _entries(public_key: bytes) -> list[JwkDict]:
    if public_key.lstrip().startswith(b"{"):
        return read_jwks(public_key)
    return [jwk_from_pem(public_key)]


def _with_alg(entry: JwkDict) -> JwkDict:
    """Tie a key to the one algorithm that its type has here (RFC 8725, 3.1)."""
    alg = {"EC": "ES256", "RSA": "RS256"}.get(entry.get("kty", ""), "")
    return {**entry, "alg": entry.get("alg") or alg, "kid": entry.get("kid") or thumbprint(entry)}


def describe_keys(client: Client) -> str:
    """Name the keys of a client by algorithm, for lists."""
    entries = json.loads(client.public_jwks)["keys"] if client.public_jwks else []
    return " ".join(str(entry["alg"]) for entry in entries)
