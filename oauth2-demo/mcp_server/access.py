"""Who may use an MCP endpoint over HTTP: bearer tokens, and challenges as RFC 6750 and RFC 9728 want them."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser
from mcp.server.auth.provider import AccessToken

from oauth2_demo.mcp_server.http_answers import header_values, json_answer
from oauth2_demo.oauth.bearer import read_bearer
from oauth2_demo.oauth.errors import InsufficientScopeError, InvalidTokenError, OAuthError, Reason, UnavailableError
from oauth2_demo.oauth.events import refusal as refusal_event

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Scope

    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.oauth.events import EventSink

logger = logging.getLogger(__name__)

_RETRY_AFTER_S: Final = "5"
_NOT_JUDGED: Final = "no token can be checked now: the authorization server or the audit log does not answer"


@dataclass(frozen=True, slots=True)
class AccessGrant:
    """What a verified token says."""

    client_id: str
    scopes: frozenset[str]
    subject: str | None
    issuer: str | None
    token_id: str | None
    expires_at: int | None


class AccessVerifier(Protocol):
    """Judges access tokens: in process, or by asking the authorization server (RFC 7662)."""

    async def verify(self, unverified_token: str) -> AccessGrant:
        """Return what a good token for this resource says. The audience is the verifier's to check.

        Raises:
            InvalidTokenError: It is no good, or not for this resource.
            UnavailableError: Nobody can tell now.
        """
        ...


class Door:
    """Opens one resource to requests with a good token."""

    def __init__(self, verifier: AccessVerifier, resource: ProtectedResource, events: EventSink | None) -> None:
        self._verifier = verifier
        self._resource = resource
        self._events = events

    async def refusal(self, scope: Scope) -> ASGIApp | None:
        """Return the answer to a request that may not pass; put the caller into `scope` otherwise."""
        try:
            token = read_bearer(header_values(scope, b"authorization"), scope.get("query_string", b""))
            grant = await self._verifier.verify(token)
            if self._resource.scope not in grant.scopes:
                needed = f"the scope {self._resource.scope} is needed"
                raise InsufficientScopeError(needed, Reason.SCOPE_MISSING, client_id=grant.client_id)
        except OAuthError as error:
            return await self.challenge(error)
        except UnavailableError as error:
            return unavailable_answer(error)
        scope["user"] = AuthenticatedUser(_without_token(grant, self._resource.url))
        return None

    async def judge(self, token: str) -> None:
        """Judge a token that was let in before.

        Raises:
            InvalidTokenError: It has ended since.
            UnavailableError: Nobody can tell now.
        """
        await self._verifier.verify(token)

    async def challenge(self, error: OAuthError) -> ASGIApp:
        """Return the answer for a token that is refused, and record it."""
        try:
            if self._events is not None:
                await self._events.emit(refusal_event(error, "mcp"))
        except UnavailableError as unavailable:
            return unavailable_answer(unavailable)
        headers = {"www-authenticate": self._resource.challenge(error), "cache-control": "no-store"}
        document = {"error": error.code, "error_description": error.description}
        return json_answer(_status(error), document, headers)


def _without_token(grant: AccessGrant, resource_url: str) -> AccessToken:
    """The SDK binds sessions to this. The token itself is left out, so that no tool can pass it on."""
    return AccessToken(
        token="",
        client_id=grant.client_id,
        scopes=sorted(grant.scopes),
        expires_at=grant.expires_at,
        resource=resource_url,
        subject=grant.subject,
        claims={"iss": grant.issuer, "jti": grant.token_id},
    )


def _status(error: OAuthError) -> int:
    if isinstance(error, InvalidTokenError):
        return 401
    return 403 if isinstance(error, InsufficientScopeError) else 400


def unavailable_answer(error: UnavailableError) -> ASGIApp:
    """Return the answer while nobody can tell."""
    logger.error("refusing MCP requests: %s", error)
    document = {"error": "temporarily_unavailable", "error_description": _NOT_JUDGED}
    return json_answer(503, document, {"retry-after": _RETRY_AFTER_S})
