"""private_key_jwt: RFC 7523 section 3, with the audience rule of its coming revision."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.oauth.errors import InvalidClientError, Reason
from oauth2_demo.oauth.jws import JwsError, UnverifiedJws, is_number, verify_signature
from oauth2_demo.oauth.keys import JwkDict, JwsKey, KeyFormatError, load_key, new_jwk, read_jwks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from oauth2_demo.oauth.clients import Client, ClientRepository
    from oauth2_demo.oauth.credentials import AssertionCredentials

MAX_LIFETIME_S = 600
CLOCK_LEEWAY_S = 30
CLIENT_ALGS = ("ES256", "RS256")
# An access token of this server ("at+jwt") is no assertion (RFC 8725, 2.8).
_TYPES = frozenset({"jwt", "client-authentication+jwt"})
_MAX_JTI_CHARACTERS = 256


class ReplayGuard(Protocol):
    """Remembers assertions until they expire."""

    def first_use(self, client_id: str, jti: str, expires_at: float) -> bool:
        """Note an assertion; False when it was seen before. May block.

        Raises:
            UnavailableError: The store cannot be written, so nobody knows.
        """
        ...


@dataclass(frozen=True, slots=True)
class AssertionRules:
    """What an assertion must say here."""

    # The issuer identifier; the token endpoint too where older clients are let in by configuration.
    audiences: frozenset[str]


class AssertionVerifier:
    """Authenticates clients by an assertion that they signed."""

    def __init__(
        self, clients: ClientRepository, replays: ReplayGuard, rules: AssertionRules, clock: Callable[[], float]
    ) -> None:
        """Verify against the keys in `clients`; `clock` gives seconds since 1970."""
        self._clients = clients
        self._replays = replays
        self._rules = rules
        self._clock = clock
        # An unknown client costs the same signature check as a known one.
        self._decoy = (load_key(public_client_jwk(new_jwk("ES256"))),)

    async def authenticate(self, credentials: AssertionCredentials) -> Client:
        """Give the client that signed.

        Raises:
            InvalidClientError: For whatever reason.
            UnavailableError: A store failed.
        """
        unverified = _parsed(credentials.assertion)
        unverified_subject = unverified.claims.get("sub")
        client = self._clients.find(unverified_subject) if isinstance(unverified_subject, str) else None
        claims = self._verified(unverified, client)
        if client is None:
            raise InvalidClientError(Reason.UNKNOWN_CLIENT)
        if claims is None or credentials.unverified_client_id not in (None, client.client_id):
            raise InvalidClientError(Reason.BAD_ASSERTION, client_id=client.client_id)
        jti, expires_at = str(claims["jti"]), float(str(claims["exp"]))
        if not await asyncio.to_thread(self._replays.first_use, client.client_id, jti, expires_at):
            raise InvalidClientError(Reason.REPLAYED_ASSERTION, client_id=client.client_id)
        return client

    def _verified(self, unverified: UnverifiedJws, client: Client | None) -> Mapping[str, object] | None:
        keys = client_keys(client.public_jwks) if client and client.public_jwks else self._decoy
        alg = unverified.header.get("alg")
        fitting = [key for key in keys if key.alg == alg] or list(self._decoy)
        signed = any(verify_signature(unverified, key) for key in fitting)
        header_holds = _is_assertion_type(unverified.header.get("typ")) and "crit" not in unverified.header
        return unverified.claims if signed and header_holds and self._claims_hold(unverified.claims) else None

    def _claims_hold(self, claims: Mapping[str, object]) -> bool:
        now = self._clock()
        audience, jti, exp = claims.get("aud"), claims.get("jti"), claims.get("exp")
        sole_audience = audience[0] if isinstance(audience, list) and len(audience) == 1 else audience
        starts = [claims[name] for name in ("nbf", "iat") if name in claims]
        return (
            claims.get("iss") == claims.get("sub")
            and isinstance(sole_audience, str)
            and sole_audience in self._rules.audiences
            and isinstance(jti, str)
            and 0 < len(jti) <= _MAX_JTI_CHARACTERS
            # JSON can spell half a surrogate pair, which no store can keep.
            and jti.isprintable()
            and is_number(exp)
            and now < exp <= now + MAX_LIFETIME_S + CLOCK_LEEWAY_S
            and all(is_number(start) and start <= now + CLOCK_LEEWAY_S for start in starts)
        )


def client_keys(public_jwks: str) -> tuple[JwsKey, ...]:
    """Prepare the registered keys of a client."""
    return tuple(load_key(entry) for entry in read_jwks(public_jwks.encode()))


def public_client_jwk(entry: JwkDict) -> JwkDict:
    """Give the public half of a key for registration.

    Raises:
        KeyFormatError: It is symmetric or unusable.
    """
    key = load_key(entry)
    if key.alg not in CLIENT_ALGS or key.public_jwk is None:
        raise KeyFormatError("holds a symmetric key: private_key_jwt needs ES256 or RS256")
    return dict(key.public_jwk)


def write_client_jwks(entries: list[JwkDict]) -> str:
    """Write public keys as the registry keeps them. Raises as `public_client_jwk`."""
    return json.dumps({"keys": [public_client_jwk(entry) for entry in entries]})


def _is_assertion_type(typ: object) -> bool:
    return typ is None or (isinstance(typ, str) and typ.lower() in _TYPES)


def _parsed(assertion: str) -> UnverifiedJws:
    try:
        return UnverifiedJws.parse(assertion)
    except JwsError:
        raise InvalidClientError(Reason.BAD_ASSERTION) from None
