"""Token introspection: RFC 7662. For resource servers that must not hold a key with which they could mint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import InvalidTokenError
from oauth2_demo.oauth.events import EventOutcome, EventSink, OAuthEvent, OAuthEventType
from oauth2_demo.oauth.scopes import format_scope

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth.clients import Client
    from oauth2_demo.oauth.tokens import TokenVerifier, VerifiedClaims


class TokenIntrospector:
    """Says whether a token is good, and what it says."""

    def __init__(self, verifier: TokenVerifier, events: EventSink) -> None:
        """Judge tokens with `verifier`, tell `events`."""
        self._verifier = verifier
        self._events = events

    async def introspect(self, client: Client, token: str) -> Mapping[str, object]:
        """Describe a token to an authenticated client; whatever is wrong with it, the answer says only "inactive".

        Raises:
            UnavailableError: The revocation store or the audit log failed.
        """
        try:
            claims = self._verifier.verify(token)
        except InvalidTokenError as error:
            await self._emit(client, {"active": 0, "reason": error.reason.value})
            return {"active": False}
        await self._emit(client, {"active": 1, "jti": claims.jti, "subject": claims.client_id})
        return _description(claims)

    async def _emit(self, client: Client, details: Mapping[str, str | int | None]) -> None:
        event_type = OAuthEventType.TOKEN_INTROSPECTED
        await self._events.emit(OAuthEvent(event_type, EventOutcome.SUCCESS, client.client_id, details=details))


def _description(claims: VerifiedClaims) -> Mapping[str, object]:
    return {
        "active": True,
        "scope": format_scope(claims.scopes),
        "client_id": claims.client_id,
        "token_type": "Bearer",
        "exp": claims.expires_at,
        "iat": claims.issued_at,
        "sub": claims.subject,
        "aud": claims.audience[0] if len(claims.audience) == 1 else list(claims.audience),
        "iss": claims.issuer,
        "jti": claims.jti,
    }
