"""Revocation of access tokens by `jti`: RFC 7009. A self-contained token needs a list that is asked on every use."""

from __future__ import annotations

import asyncio
import math
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.oauth.errors import InvalidTokenError, Reason, UnauthorizedClientError
from oauth2_demo.oauth.events import EventOutcome, EventSink, OAuthEvent, OAuthEventType

if TYPE_CHECKING:
    from oauth2_demo.oauth.clients import Client
    from oauth2_demo.oauth.tokens import TokenVerifier


class RevocationStore(Protocol):
    """Remembers revoked tokens until they would have expired anyway."""

    def is_revoked(self, client_id: str, jti: str, issued_at: float = math.inf) -> bool:
        """Whether the token was revoked, or its client removed, by this process or another.

        A client that was removed and registered again under the same id is another one: what was issued before its
        registration stays dead. `issued_at` is in seconds since 1970, like `iat`.

        Quick enough for an event loop.

        Raises:
            UnavailableError: The store cannot be read: then nobody may say "not revoked".
        """
        ...

    def revoke(self, jti: str, expires_at: float) -> None:
        """Note a revocation, durably, before it is answered. May block.

        Raises:
            UnavailableError: The store cannot be written.
        """
        ...


class TokenRevoker:
    """Revokes tokens for the clients they belong to."""

    def __init__(self, verifier: TokenVerifier, store: RevocationStore, events: EventSink) -> None:
        """Judge tokens with `verifier`, note them in `store`, tell `events`."""
        self._verifier = verifier
        self._store = store
        self._events = events

    async def revoke(self, client: Client, token: str) -> None:
        """Make a token worthless. A token that is worthless already is no error (RFC 7009, 2.2).

        Raises:
            UnauthorizedClientError: The token belongs to another client.
            UnavailableError: The store or the audit log failed.
        """
        try:
            claims = self._verifier.verify(token)
        except InvalidTokenError:
            return
        if claims.client_id != client.client_id:
            raise UnauthorizedClientError(
                "the token was issued to another client", Reason.FOREIGN_TOKEN, client_id=client.client_id
            )
        # The revocation first: if the log then fails, the caller sees an error and the token is dead all the same.
        await asyncio.to_thread(self._store.revoke, claims.jti, claims.expires_at)
        details = {"jti": claims.jti}
        await self._events.emit(
            OAuthEvent(OAuthEventType.TOKEN_REVOKED, EventOutcome.SUCCESS, client.client_id, details=details)
        )
