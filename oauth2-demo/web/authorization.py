"""The authorization server's endpoints: RFC 6749, RFC 7009, RFC 7662."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.credentials import read_credentials
from oauth2_demo.oauth.errors import InvalidRequestError, Reason, ThrottledError, UnsupportedResponseTypeError
from oauth2_demo.oauth.form import parse_form
from oauth2_demo.oauth.grants import require_grant_type
from oauth2_demo.web.exchange import json_answer

if TYPE_CHECKING:
    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.oauth.clients import Client
    from oauth2_demo.oauth.form import ParsedForm
    from oauth2_demo.web.exchange import Answer, WebRequest

_PRAGMA = (b"pragma", b"no-cache")


class AuthorizationEndpoints:
    """Token, introspection, revocation, and an authorization endpoint that says no."""

    def __init__(self, services: Services) -> None:
        """Serve with `services`."""
        self._services = services

    async def token(self, request: WebRequest) -> Answer:
        """Authenticate the client, choose the grant, decide scope and audience, issue."""
        form = _form(request)
        require_grant_type(form)
        client = await self._client(request, form)
        token = await self._services.grant.grant(client, form)
        document = {
            "access_token": token.text,
            "token_type": "Bearer",
            "expires_in": token.expires_in_s,
            "scope": token.scope,
        }
        return json_answer(document, headers=(_PRAGMA,))

    async def introspect(self, request: WebRequest) -> Answer:
        """Describe a token to a client that authenticated itself."""
        form = _form(request)
        client = await self._client(request, form)
        return json_answer(await self._services.introspector.introspect(client, _token(form)))

    async def revoke(self, request: WebRequest) -> Answer:
        """Revoke a token of the client that asks."""
        form = _form(request)
        client = await self._client(request, form)
        await self._services.revoker.revoke(client, _token(form))
        return json_answer({})

    async def authorize(self, request: WebRequest) -> Answer:
        """Refuse every response type. Never redirects: no redirect address is registered (RFC 9700, 4.11)."""
        del request
        raise UnsupportedResponseTypeError(
            "this server grants client_credentials at the token endpoint only", Reason.GRANT_NOT_SUPPORTED
        )

    async def _client(self, request: WebRequest, form: ParsedForm) -> Client:
        authorizations = request.head.values(b"authorization")
        if len(authorizations) > 1:
            raise InvalidRequestError("send one Authorization header", Reason.SEVERAL_METHODS)
        credentials = read_credentials(authorizations[0] if authorizations else None, form.fields)
        client = await self._services.authenticator.authenticate(credentials, request.address)
        limit = self._services.rate_limit
        if limit is not None and (wait_s := limit.exceeded(client.client_id)) is not None:
            raise ThrottledError(Reason.RATE_LIMITED, wait_s, client_id=client.client_id)
        return client


def _form(request: WebRequest) -> ParsedForm:
    types = request.head.values(b"content-type")
    if len(types) > 1:
        raise InvalidRequestError("send one Content-Type header", Reason.MALFORMED_REQUEST)
    return parse_form(request.head.headers.get(b"content-type"), request.body)


def _token(form: ParsedForm) -> str:
    # `token_type_hint` is only a hint: there is one type here.
    if "token" not in form.fields:
        raise InvalidRequestError("token is missing", Reason.MALFORMED_REQUEST)
    return form.fields["token"]
