"""Authenticates clients: one failure for every reason, in the same time, and not often."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from oauth2_demo.oauth.client_secrets import DECOY_HASH
from oauth2_demo.oauth.credentials import AssertionCredentials, Credentials, SecretCredentials
from oauth2_demo.oauth.errors import InvalidClientError, Reason, ThrottledError
from oauth2_demo.oauth.throttle import GuessThrottle

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.oauth.client_assertion import AssertionVerifier
    from oauth2_demo.oauth.client_secrets import SecretVerifier
    from oauth2_demo.oauth.clients import Client, ClientRepository


# Guesses that wait for argon2 at a time; each takes tens of milliseconds.
_MAX_WAITING = 32


class _Attempt(NamedTuple):
    """A presented secret, and the client whose id came with it."""

    credentials: SecretCredentials
    address: str
    client: Client | None

    @property
    def known_id(self) -> str | None:
        return self.client.client_id if self.client else None

    @property
    def guess(self) -> str:
        """The secret, and what it is compared with: after a change of the client it is worth judging again."""
        secret_hash = self.client.secret_hash if self.client else None
        # Without one as much is digested as with one.
        return f"{secret_hash or DECOY_HASH} {self.credentials.secret}"


class ClientAuthenticator:
    """Decides who is asking."""

    def __init__(
        self,
        clients: ClientRepository,
        secrets: SecretVerifier,
        assertions: AssertionVerifier,
        monotonic: Callable[[], float],
    ) -> None:
        """Look clients up in `clients`; judge with `secrets` and `assertions`; slow guessing down by `monotonic`."""
        self._clients = clients
        self._secrets = secrets
        self._assertions = assertions
        self._known = GuessThrottle(monotonic)
        self._unknown = GuessThrottle(monotonic)
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def authenticate(self, credentials: Credentials, address: str) -> Client:
        """Give the client whose credentials these are.

        Args:
            credentials: What the request carries.
            address: Where it comes from.

        Raises:
            InvalidClientError: They are wrong, in whatever way.
            ThrottledError: There were too many failures.
            UnavailableError: The registry cannot be read.
        """
        if isinstance(credentials, AssertionCredentials):
            # A signature cannot be guessed, so there is nothing to slow down, and nobody to lock out.
            return await self._assertions.authenticate(credentials)
        return await self._by_secret(credentials, address)

    async def _by_secret(self, credentials: SecretCredentials, address: str) -> Client:
        attempt = _Attempt(credentials, address, self._clients.find(credentials.unverified_client_id))
        # Between the check of the throttle and the verdict nothing is awaited: parallel guesses are counted one by one.
        self._check(attempt)
        # Asked for unknown clients as well, so that they cost the same.
        if self._secrets.fits_at_once(attempt.client, credentials.secret) and attempt.client is not None:
            return self._accepted(attempt.client, address)
        if not self._secrets.has_unverified():
            raise self._failed(attempt)
        return await self._slowly(attempt)

    async def _slowly(self, attempt: _Attempt) -> Client:
        if self._waiting >= _MAX_WAITING:
            raise ThrottledError(Reason.THROTTLED, 1, client_id=attempt.known_id)
        self._waiting += 1
        try:
            async with self._turn:
                self._check(attempt)
                # While this one waited, another may have shown the secret to be right.
                fits = self._secrets.fits_at_once(attempt.client, attempt.credentials.secret)
                if not fits and not self._is_repeated(attempt):
                    fits = await self._secrets.fits_slowly(attempt.client, attempt.credentials.secret)
                if fits and attempt.client is not None:
                    return self._accepted(attempt.client, attempt.address)
                raise self._failed(attempt)
        finally:
            self._waiting -= 1

    def _check(self, attempt: _Attempt) -> None:
        try:
            self._throttle(attempt).check(attempt.credentials.unverified_client_id, attempt.address)
        except ThrottledError as error:
            error.client_id = attempt.known_id
            raise

    def _is_repeated(self, attempt: _Attempt) -> bool:
        client_id = attempt.credentials.unverified_client_id
        return self._throttle(attempt).has_failed(client_id, attempt.address, attempt.guess)

    def _accepted(self, client: Client, address: str) -> Client:
        self._known.succeeded(client.client_id, address)
        return client

    def _failed(self, attempt: _Attempt) -> InvalidClientError:
        self._throttle(attempt).failed(attempt.credentials.unverified_client_id, attempt.address, attempt.guess)
        reason = Reason.WRONG_SECRET if attempt.client else Reason.UNKNOWN_CLIENT
        return InvalidClientError(reason, client_id=attempt.known_id)

    def _throttle(self, attempt: _Attempt) -> GuessThrottle:
        return self._known if attempt.client else self._unknown
