"""The client credentials grant: RFC 6749 section 4.4, with resource indicators (RFC 8707)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import (
    InvalidRequestError,
    InvalidScopeError,
    OAuthError,
    Reason,
    UnauthorizedClientError,
    UnsupportedGrantTypeError,
)
from oauth2_demo.oauth.events import EventOutcome, EventSink, OAuthEvent, OAuthEventType
from oauth2_demo.oauth.scopes import parse_scope

if TYPE_CHECKING:
    from oauth2_demo.oauth.clients import Client
    from oauth2_demo.oauth.form import ParsedForm
    from oauth2_demo.oauth.resources import ResourceRegistry
    from oauth2_demo.oauth.tokens import IssuedToken, TokenIssuer

GRANT_TYPE = "client_credentials"


class ClientCredentialsGrant:
    """Turns an authenticated client's request into a token."""

    def __init__(
        self, issuer: TokenIssuer, resources: ResourceRegistry, events: EventSink, *, default_scope: str
    ) -> None:
        """Issue with `issuer`, for the `resources` known here, and tell `events`."""
        self._issuer = issuer
        self._resources = resources
        self._default_scope = default_scope
        self._events = events

    async def grant(self, client: Client, form: ParsedForm) -> IssuedToken:
        """Issue what the client asks for and may have. The token leaves only after its event is on record.

        Raises:
            OAuthError: The request is refused.
            UnavailableError: The keys or the audit log cannot be used.
        """
        try:
            _check_grant_type(client, form)
            scopes = granted_scopes(client, form.fields.get("scope"), self._default_scope)
            audience = self._resources.audience(form.resources) if form.resources else ()
        except OAuthError as error:
            error.client_id = client.client_id
            raise
        token = self._issuer.issue(client.client_id, scopes, audience)
        details = {"jti": token.jti, "scope": token.scope, "resource": " ".join(audience) or None}
        await self._events.emit(
            OAuthEvent(OAuthEventType.TOKEN_ISSUED, EventOutcome.SUCCESS, client.client_id, details=details)
        )
        return token


def granted_scopes(client: Client, requested: str | None, default_scope: str) -> frozenset[str]:
    """Give the scopes of a token: what was asked for, else the default scope, else all of a client that lacks it.

    Wider scopes are never given to a client that did not ask for them (RFC 9700, section 2.3).

    Raises:
        InvalidScopeError: The request is malformed, or wider than the registration.
    """
    if requested is None:
        return client.scopes & {default_scope} or client.scopes
    scopes = parse_scope(requested)
    if not scopes <= client.scopes:
        raise InvalidScopeError("scope is wider than what this client was granted", Reason.SCOPE_NOT_ALLOWED)
    return scopes


def require_grant_type(form: ParsedForm) -> None:
    """Check that the request names a grant at all.

    Raises:
        InvalidRequestError: It does not.
    """
    if "grant_type" not in form.fields:
        raise InvalidRequestError("grant_type is missing", Reason.MALFORMED_REQUEST)


def _check_grant_type(client: Client, form: ParsedForm) -> None:
    if form.fields["grant_type"] != GRANT_TYPE:
        raise UnsupportedGrantTypeError("only client_credentials is supported", Reason.GRANT_NOT_SUPPORTED)
    if not client.scopes:
        raise UnauthorizedClientError("this client may not ask for tokens", Reason.GRANT_NOT_ALLOWED)
