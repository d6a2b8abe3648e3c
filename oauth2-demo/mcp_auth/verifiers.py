"""Judges the tokens that come to an MCP endpoint: in process, or by asking the authorization server (RFC 7662).

There is one routine that verifies tokens, `oauth.tokens.TokenVerifier`. It runs here, or behind the introspection
endpoint; a resource server that asks holds no key with which it could mint. An authorization server that does not
answer is left alone for a while; until then tokens are refused at once, and never let in.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

import httpx2
from pydantic import BaseModel, ConfigDict, ValidationError

from oauth2_demo.mcp_server.access import AccessGrant
from oauth2_demo.oauth.credentials import basic_authorization
from oauth2_demo.oauth.errors import InvalidTokenError, Reason, UnavailableError
from oauth2_demo.resilience.circuit_breaker import CircuitBreaker, CircuitOpenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.oauth.tokens import TokenVerifier

_MAX_CACHED: Final = 4096
_SERVER_ERROR: Final = 500


@dataclass(frozen=True)
class LocalVerifier:
    """Judges tokens in the process that issues them."""

    resource: ProtectedResource
    tokens: TokenVerifier

    async def verify(self, unverified_token: str) -> AccessGrant:
        """See `AccessVerifier`."""
        claims = self.tokens.verify(unverified_token)
        self.resource.require_audience(claims)
        return AccessGrant(
            client_id=claims.client_id,
            scopes=claims.scopes,
            subject=claims.subject,
            issuer=claims.issuer,
            token_id=claims.jti,
            expires_at=int(claims.expires_at),
        )


class _Introspection(BaseModel):
    """RFC 7662, section 2.2: what an endpoint needs to know."""

    model_config = ConfigDict(hide_input_in_errors=True, extra="ignore")
    active: bool
    client_id: str = ""
    sub: str | None = None
    scope: str = ""
    aud: str | list[str] = ""
    iss: str | None = None
    jti: str | None = None
    exp: float = 0

    @cached_property
    def audience(self) -> frozenset[str]:
        return frozenset({self.aud} if isinstance(self.aud, str) else self.aud)

    @cached_property
    def grant(self) -> AccessGrant:
        return AccessGrant(
            client_id=self.client_id,
            scopes=frozenset(self.scope.split()),
            subject=self.sub,
            issuer=self.iss,
            token_id=self.jti,
            expires_at=int(self.exp),
        )


@dataclass(frozen=True)
class IntrospectionEndpoint:
    """Where tokens are judged, and as whom we ask."""

    url: str
    client_id: str
    client_secret: str


class _OutOfOrderError(UnavailableError):
    """The server did not answer, or not like one that works. A refusal of ours is an answer, so it is not this."""


class Introspector:
    """Asks the introspection endpoint, and remembers good answers for a few seconds.

    Only good answers are kept, by a digest of the token and never beyond its end; so a token that was just issued is
    never refused for an older answer, and a revoked one works for `cache_s` seconds at most where the revocation list
    is not shared.
    """

    def __init__(
        self,
        http: httpx2.AsyncClient,
        endpoint: IntrospectionEndpoint,
        *,
        cache_s: float,
        clock: Callable[[], float],
    ) -> None:
        """Ask `endpoint` with `http`; `clock` gives seconds since 1970."""
        self._http = http
        self._endpoint = endpoint
        self._cache_s = cache_s
        self._clock = clock
        self._answers: dict[bytes, tuple[float, _Introspection]] = {}
        self._asking: dict[bytes, asyncio.Task[_Introspection]] = {}
        self._breaker = CircuitBreaker(_OutOfOrderError)

    async def introspect(self, unverified_token: str) -> _Introspection:
        """Return what the authorization server says.

        Raises:
            InvalidTokenError: It says that the token is no good.
            UnavailableError: It does not answer, or not as RFC 7662 demands.
        """
        key = hashlib.sha256(unverified_token.encode()).digest()
        until, answer = self._answers.get(key, (0.0, None))
        if answer is not None and self._clock() < until:
            return answer
        # When an answer ends, all calls of a busy client want the next one: the server is asked once for them all.
        task = self._asking.get(key)
        if task is None:
            task = self._asking[key] = asyncio.ensure_future(self._judge(key, unverified_token))
            task.add_done_callback(lambda _: self._asking.pop(key))
        # A client that leaves takes the answer from nobody else.
        return await asyncio.shield(task)

    async def _judge(self, key: bytes, unverified_token: str) -> _Introspection:
        try:
            answer = await self._breaker.call(partial(self._ask, unverified_token))
        except CircuitOpenError as error:
            raise UnavailableError(f"the authorization server was {error}") from None
        now = self._clock()
        if not answer.active or now >= answer.exp:
            self._answers.pop(key, None)
            raise InvalidTokenError("the access token is invalid, expired or revoked", Reason.INACTIVE)
        if len(self._answers) >= _MAX_CACHED:
            self._answers.pop(next(iter(self._answers)))
        self._answers[key] = (min(now + self._cache_s, answer.exp), answer)
        return answer

    async def _ask(self, unverified_token: str) -> _Introspection:
        headers = {"Authorization": basic_authorization(self._endpoint.client_id, self._endpoint.client_secret)}
        try:
            response = await self._http.post(self._endpoint.url, data={"token": unverified_token}, headers=headers)
        except httpx2.TransportError as error:
            reason = type(error).__name__
            raise _OutOfOrderError(f"the authorization server does not answer ({reason}): is it running?") from None
        if response.status_code == 401:
            raise UnavailableError("the authorization server refuses our own credentials: check CLIENT_ID")
        if response.status_code != 200:
            kind = _OutOfOrderError if response.status_code >= _SERVER_ERROR else UnavailableError
            raise kind(f"the authorization server answered introspection with {response.status_code}")
        try:
            return _Introspection.model_validate_json(response.content)
        except ValidationError:
            raise _OutOfOrderError("the authorization server answered introspection with something else") from None


@dataclass(frozen=True)
class IntrospectingVerifier:
    """Judges tokens for one resource by introspection."""

    resource: ProtectedResource
    introspector: Introspector

    async def verify(self, unverified_token: str) -> AccessGrant:
        """See `AccessVerifier`."""
        answer = await self.introspector.introspect(unverified_token)
        if self.resource.audiences.isdisjoint(answer.audience):
            raise self.resource.wrong_audience(answer.client_id)
        return answer.grant
