"""Gets access tokens by client credentials, keeps one, and renews it before it ends (RFC 6749, section 4.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import anyio
from pydantic import BaseModel, ConfigDict, ValidationError

from oauth2_demo.bridge.discovery import AuthorizationServer, discover
from oauth2_demo.bridge.errors import TokenRequestError

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from oauth2_demo.bridge.credentials import Credentials

_LONGEST_MARGIN_S = 60.0
_SHARE_OF_LIFE = 0.1


class _TokenAnswer(BaseModel):
    """RFC 6749, section 5.1."""

    model_config = ConfigDict(hide_input_in_errors=True)
    access_token: str
    token_type: str
    expires_in: float | None = None
    scope: str | None = None


@dataclass(frozen=True)
class HeldToken:
    """An access token, the instant (monotonic seconds) from which it is renewed, and its scope."""

    value: str = field(repr=False)
    renew_at: float
    scope: frozenset[str]


class TokenSource:
    """One token for one endpoint, shared by all requests; only getting it is serialised."""

    def __init__(
        self,
        client: httpx2.AsyncClient,
        *,
        endpoint: str,
        issuer: str,
        credentials: Credentials,
        scope: str | None,
        monotonic: Callable[[], float],
    ) -> None:
        """Nothing is asked for before the first request needs it.

        Args:
            client: For discovery and token requests; follows no redirects.
            endpoint: The URL of the MCP endpoint.
            issuer: The authorization server that the credentials belong to.
            credentials: What authenticates the client there.
            scope: Scopes to ask for; None leaves it to the challenge of the endpoint.
            monotonic: A clock that never goes back, in seconds.
        """
        self._client = client
        self._endpoint = endpoint
        self._issuer = issuer
        self._credentials = credentials
        self._scope = frozenset(scope.split()) if scope else frozenset[str]()
        self._monotonic = monotonic
        self._server: AuthorizationServer | None = None
        self._held: HeldToken | None = None
        self._lock = anyio.Lock()

    async def current(self) -> HeldToken | None:
        """Return the token for the next request, renewed when it is about to end; None before the first challenge."""
        held = self._held
        if held is None or self._monotonic() < held.renew_at:
            return held
        return await self.replace(held, challenge_scope=None, resource_metadata_url=None)

    async def replace(
        self, refused: HeldToken | None, *, challenge_scope: str | None, resource_metadata_url: str | None
    ) -> HeldToken:
        """Return another token than the refused one.

        Requests that were refused together ask once: whoever comes later gets the token that the first one got.

        Args:
            refused: The token that the endpoint refused, or None when there was none.
            challenge_scope: The `scope` parameter of the challenge; it is added to what was held (step-up).
            resource_metadata_url: The `resource_metadata` parameter of the challenge.

        Raises:
            DiscoveryError: The authorization server cannot be found or is not the configured one.
            TokenRequestError: It gave no token.
        """
        async with self._lock:
            if self._held is not None and self._held is not refused:
                return self._held
            if self._server is None or refused is None:
                self._server = await discover(
                    self._client,
                    endpoint=self._endpoint,
                    issuer=self._issuer,
                    resource_metadata_url=resource_metadata_url,
                )
            wanted = self._scope | frozenset((challenge_scope or "").split())
            self._held = await self._request(self._server, wanted)
            self._scope = wanted
            return self._held

    async def _request(self, server: AuthorizationServer, scope: frozenset[str]) -> HeldToken:
        form = {"grant_type": "client_credentials", "resource": server.resource}
        if scope:
            form["scope"] = " ".join(sorted(scope))
        headers = {"Accept": "application/json"}
        self._credentials.authenticate(server, form, headers)
        asked_at = self._monotonic()
        response = await self._client.post(server.token_endpoint, data=form, headers=headers)
        if response.status_code != 200:
            raise TokenRequestError(_refusal(server, response))
        try:
            answer = _TokenAnswer.model_validate_json(response.content)
        except ValidationError:
            raise TokenRequestError(f"{server.issuer} answered the token request with something else") from None
        if answer.token_type.lower() != "bearer":
            raise TokenRequestError(f"{server.issuer} issues tokens of a type other than Bearer")
        granted = frozenset(answer.scope.split()) if answer.scope else scope
        return HeldToken(answer.access_token, _renew_at(asked_at, answer.expires_in), granted)


def _renew_at(asked_at: float, expires_in_s: float | None) -> float:
    """A tenth of its life, at most a minute, before a token ends; without `expires_in` only a refusal tells."""
    if expires_in_s is None:
        return float("inf")
    return asked_at + expires_in_s - min(_LONGEST_MARGIN_S, expires_in_s * _SHARE_OF_LIFE)


def _refusal(server: AuthorizationServer, response: httpx2.Response) -> str:
    """Name the registered error code only: a description is text of somebody else's."""
    try:
        code = str(response.json()["error"])
    except (ValueError, KeyError, TypeError):
        code = ""
    advice = {
        "invalid_client": "check the client id and its secret or key",
        "invalid_scope": "the client may not have the scope that was asked for; see --scope",
        "invalid_target": f"the server issues no tokens for {server.resource}",
        "unauthorized_client": "the client may not use the client credentials grant",
    }
    if code in advice:
        return f"{server.issuer} refused the token request: {code}; {advice[code]}"
    return f"{server.issuer} refused the token request with status {response.status_code}; look at its log"
