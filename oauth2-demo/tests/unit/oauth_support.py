"""A complete OAuth2 side in memory, with a clock that tests move."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oauth2_demo.oauth.authentication import ClientAuthenticator
from oauth2_demo.oauth.client_assertion import AssertionRules, AssertionVerifier
from oauth2_demo.oauth.client_secrets import SecretVerifier
from oauth2_demo.oauth.credentials import Credentials, SecretCredentials
from oauth2_demo.oauth.errors import InvalidClientError, ThrottledError
from oauth2_demo.oauth.key_ring_file import KeyRingFile
from oauth2_demo.oauth.registration import Registrar
from oauth2_demo.oauth.tokens import TokenIssuer, TokenVerifier
from oauth2_demo.storage.memory import MemoryStorage

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.oauth.events import OAuthEvent
    from oauth2_demo.oauth.keys import SigningAlg

ISSUER = "http://localhost:8081"
SERVER_KEY = b"k" * 32
START = 1_800_000_000.0
TTL_S = 1800
HERE, THERE = "127.0.0.1", "192.0.2.7"
CHOSEN = "correct horse battery"


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: float = START

    def __call__(self) -> float:
        """Give the time."""
        return self.now


@dataclass
class RecordingSink:
    """An event sink that remembers, and fails when told to."""

    events: list[OAuthEvent] = field(default_factory=list)
    failure: Exception | None = None

    async def emit(self, event: OAuthEvent) -> None:
        """See `EventSink`."""
        if self.failure is not None:
            raise self.failure
        self.events.append(event)


class OAuthSide:
    """The parts, wired as the composition root wires them."""

    def __init__(self, folder: Path, alg: SigningAlg = "HS256") -> None:
        """Begin with no client; keys lie in `folder`."""
        self.clock = Clock()
        self.monotonic = Clock(0.0)
        self.storage = MemoryStorage(self.clock)
        self.keys = KeyRingFile(folder / "keys" / "jwt_signing.json", alg, monotonic=self.monotonic)
        self.secrets = SecretVerifier(self.storage.clients, SERVER_KEY)
        self.registrar = Registrar(self.storage.clients, SERVER_KEY)
        rules = AssertionRules(frozenset({ISSUER}))
        self.assertions = AssertionVerifier(self.storage.clients, self.storage.replays, rules, self.clock)
        self.authenticator = ClientAuthenticator(self.storage.clients, self.secrets, self.assertions, self.monotonic)
        self.issuer = TokenIssuer(ISSUER, TTL_S, self.keys, self.clock)
        self.verifier = TokenVerifier(ISSUER, self.keys, self.storage.revocations, self.clock)
        self.sink = RecordingSink()


def authenticate(side: OAuthSide, credentials: Credentials, address: str = HERE) -> str:
    """Authenticate a client and return its id."""
    return asyncio.run(side.authenticator.authenticate(credentials, address)).client_id


def outcome(side: OAuthSide, secret: str, address: str = HERE, client_id: str = "svc") -> str:
    """Try a secret; return the id of the client, or the name of the refusal."""
    try:
        return authenticate(side, SecretCredentials(client_id, secret), address)
    except (InvalidClientError, ThrottledError) as error:
        return type(error).__name__
