"""Client secrets: how they are kept and how a guess is judged.

A generated secret has 256 bits, so a keyed digest is enough: there is nothing to guess. A chosen secret gets argon2id,
which costs 20 to 60 ms; paid on every request that would be nearly all the work of the token endpoint. So it is paid
once per process, and what was verified is remembered as a keyed digest, in memory only.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import argon2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.oauth.clients import Client, ClientRepository

_GENERATED_PREFIX = "blake2b$"
_GENERATED_BYTES = 32
# The hash of a random text that nobody knows, with the costs of `hash_chosen`; a test compares them.
DECOY_HASH = "$argon2id$v=19$m=65536,t=3,p=4$fKvpHNKyf04SUJKEQxOSIg$tZzGQBwuVpMNJOYkQr3nU5X/JrHV7umOimT5lEbCDgY"


def generate_secret() -> str:
    """Make a secret of 256 random bits, in characters that need no encoding anywhere."""
    return secrets.token_urlsafe(_GENERATED_BYTES)


def hash_generated(secret: str, server_key: bytes) -> str:
    """Hash a secret that `generate_secret` made."""
    return _GENERATED_PREFIX + _digest(secret, server_key).hex()


def hash_chosen(secret: str) -> str:
    """Hash a secret that a person chose. Takes tens of milliseconds."""
    return argon2.PasswordHasher().hash(secret)


class SecretVerifier:
    """Judges presented secrets, in the same time for every kind of failure.

    While some chosen secret has not been verified yet, a wrong guess at it takes argon2's time, which would tell a
    stranger that the client exists. So long, every failure takes that time; afterwards none does.
    """

    def __init__(self, clients: ClientRepository, server_key: bytes) -> None:
        """Judge against `clients`; `server_key` (32 bytes) is the key of the digests of generated secrets."""
        self._clients = clients
        self._server_key = server_key
        self._memory_key = secrets.token_bytes(32)
        # argon2 hash -> digest of the one secret that it was seen to fit
        self._verified: dict[str, bytes] = {}
        self._seen_clients: Sequence[Client] = ()
        self._unverified: frozenset[str] = frozenset()
        # One thread: guesses wait for each other, not for the processor that good requests need.
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="argon2")

    def remember(self, secret_hash: str, secret: str) -> None:
        """Note a chosen secret that is known to fit, so that its first use costs nothing."""
        self._verified[secret_hash] = _digest(secret, self._memory_key)
        self._unverified -= {secret_hash}

    def fits_at_once(self, client: Client | None, secret: str) -> bool:
        """Whether the secret fits, as far as that can be told without argon2."""
        secret_hash = client.secret_hash if client else None
        if secret_hash is not None and secret_hash.startswith(_GENERATED_PREFIX):
            return hmac.compare_digest(secret_hash, hash_generated(secret, self._server_key))
        known = self._verified.get(secret_hash) if secret_hash is not None else None
        # The same work when there is nothing to compare with: no secret has the key itself for its digest.
        return hmac.compare_digest(known or self._memory_key, _digest(secret, self._memory_key))

    def has_unverified(self) -> bool:
        """Whether `fits_slowly` must judge what `fits_at_once` did not let in."""
        clients = self._clients.all()
        # Repositories give the same sequence until something changed.
        if clients is not self._seen_clients:
            chosen = {client.secret_hash for client in clients if client.secret_hash}
            self._unverified = frozenset(
                value for value in chosen - self._verified.keys() if not value.startswith(_GENERATED_PREFIX)
            )
            self._seen_clients = clients
        return bool(self._unverified)

    async def fits_slowly(self, client: Client | None, secret: str) -> bool:
        """Whether the secret fits, by argon2 in a thread; without such a client or hash, the same work for nothing."""
        secret_hash = client.secret_hash if client else None
        is_open = secret_hash is not None and secret_hash in self._unverified
        loop = asyncio.get_running_loop()
        judged = secret_hash if is_open and secret_hash is not None else DECOY_HASH
        fits = await loop.run_in_executor(self._executor, _argon2_fits, judged, secret)
        if fits and is_open:
            self.remember(judged, secret)
        return fits and is_open

    def close(self) -> None:
        """Stop the thread."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def fits_chosen(secret_hash: str | None, secret: str) -> bool:
    """Whether a stored hash of a chosen secret fits `secret`. Takes tens of milliseconds."""
    return (
        secret_hash is not None and not secret_hash.startswith(_GENERATED_PREFIX) and _argon2_fits(secret_hash, secret)
    )


def _argon2_fits(secret_hash: str, secret: str) -> bool:
    try:
        return argon2.PasswordHasher().verify(secret_hash, secret)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def _digest(secret: str, key: bytes) -> bytes:
    return hashlib.blake2b(secret.encode(), key=key, digest_size=32).digest()
