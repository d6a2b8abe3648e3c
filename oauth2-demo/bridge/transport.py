"""An HTTP transport below the SDK's client that authorises, reconnects and resumes, so that callers notice nothing.

It stands below the SDK's own OAuth provider's place on purpose: that provider holds one lock from the first byte of a
request to the headers of its answer, so that a long tool call would block the cancellation that is meant for it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import anyio
import httpx2
from mcp.client.auth.utils import (
    extract_field_from_www_auth,
    extract_resource_metadata_from_www_auth,
    extract_scope_from_www_auth,
)

from oauth2_demo.bridge.errors import BridgeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.bridge.tokens import HeldToken, TokenSource

_SESSION_HEADER = "mcp-session-id"
_FIRST_DELAY_S = 0.1
_LONGEST_DELAY_S = 2.0
_INTERNAL_ERROR = -32603
_UNAUTHORIZED = 1001
_UNAVAILABLE = 5002
_INITIALIZED = b'{"jsonrpc":"2.0","method":"notifications/initialized"}'


class BridgeTransport(httpx2.AsyncBaseTransport):
    """Sends requests to one MCP endpoint with a token, and answers with a JSON-RPC error where that fails."""

    def __init__(
        self,
        inner: httpx2.AsyncBaseTransport,
        tokens: TokenSource,
        *,
        reconnect_for_s: float,
        monotonic: Callable[[], float],
    ) -> None:
        """Take over the inner transport.

        Args:
            inner: What really sends requests.
            tokens: Where access tokens come from.
            reconnect_for_s: How long a server that cannot be reached is tried again, in seconds.
            monotonic: A clock that never goes back, in seconds.
        """
        self._inner = inner
        self._tokens = tokens
        self._reconnect_for_s = reconnect_for_s
        self._monotonic = monotonic
        self._initialize: httpx2.Request | None = None
        self._session_now: dict[str, str] = {}
        self._session_lock = anyio.Lock()

    async def aclose(self) -> None:
        """Close the inner transport."""
        await self._inner.aclose()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; what goes wrong comes back as an answer that the client can show."""
        try:
            return await self._in_session(request)
        except BridgeError as error:
            return _failure(request, _UNAUTHORIZED, str(error))
        except httpx2.ConnectError:
            return _failure(
                request,
                _UNAVAILABLE,
                f"{_shown(request)} cannot be reached; start the server there, then try again",
            )
        except httpx2.TransportError as error:
            return _failure(
                request,
                _UNAVAILABLE,
                f"the connection to {_shown(request)} broke ({type(error).__name__}); it is not known whether the call "
                "was carried out",
            )

    async def _in_session(self, request: httpx2.Request) -> httpx2.Response:
        """Send within the session that the server knows; a session that it has lost is begun anew, once."""
        asked = request.headers.get(_SESSION_HEADER)
        if asked is None:
            response = await self._authorized(request)
            if _SESSION_HEADER in response.headers:
                self._initialize = request
            return response
        used = self._session_now.get(asked, asked)
        request.headers[_SESSION_HEADER] = used
        response = await self._authorized(request)
        if response.status_code != 404 or request.method == "DELETE" or self._initialize is None:
            return response
        await response.aclose()
        request.headers[_SESSION_HEADER] = await self._new_session(self._initialize, asked, lost=used)
        return await self._authorized(request)

    async def _new_session(self, initialize: httpx2.Request, asked: str, *, lost: str) -> str:
        async with self._session_lock:
            known = self._session_now.get(asked, asked)
            if known != lost:
                return known
            response = await self._authorized(initialize)
            await response.aread()
            await response.aclose()
            session = response.headers.get(_SESSION_HEADER)
            if session is None:
                raise BridgeError(f"{_shown(initialize)} lost the session and gave no new one; restart the client")
            self._session_now[asked] = session
            headers = {**initialize.headers, _SESSION_HEADER: session, "content-length": str(len(_INITIALIZED))}
            confirmation = httpx2.Request("POST", initialize.url, headers=headers, content=_INITIALIZED)
            await (await self._authorized(confirmation)).aclose()
            return session

    async def _authorized(self, request: httpx2.Request) -> httpx2.Response:
        held = await self._tokens.current()
        response = await self._send(request, held)
        challenge = _challenge(response, held)
        if challenge is None:
            return response
        await response.aclose()
        renewed = await self._tokens.replace(
            held,
            challenge_scope=challenge,
            resource_metadata_url=extract_resource_metadata_from_www_auth(response),
        )
        response = await self._send(request, renewed)
        if response.status_code in {401, 403}:
            await response.aclose()
            code = extract_field_from_www_auth(response, "error") or f"status {response.status_code}"
            raise BridgeError(f"{_shown(request)} refused the token that was just issued for it: {code}")
        return response

    async def _send(self, request: httpx2.Request, held: HeldToken | None) -> httpx2.Response:
        """Send; a connection that was not made has carried nothing, so trying again is safe for every request."""
        if held is not None:
            request.headers["Authorization"] = f"Bearer {held.value}"
        delay_s, gives_up_at = _FIRST_DELAY_S, self._monotonic() + self._reconnect_for_s
        while True:
            try:
                return await self._inner.handle_async_request(request)
            except httpx2.ConnectError:
                if self._monotonic() + delay_s > gives_up_at:
                    raise
            await anyio.sleep(delay_s)
            delay_s = min(2 * delay_s, _LONGEST_DELAY_S)


def _challenge(response: httpx2.Response, held: HeldToken | None) -> str | None:
    """Return the scope that a challenge asks for (perhaps none: an empty text), or None where a token cannot help."""
    scope = extract_scope_from_www_auth(response) or ""
    if response.status_code == 401:
        return scope
    if response.status_code != 403 or extract_field_from_www_auth(response, "error") != "insufficient_scope":
        return None
    missing = set(scope.split()) - (held.scope if held else frozenset())
    return scope if missing else None


def _failure(request: httpx2.Request, error_code: int, message: str) -> httpx2.Response:
    body = {
        "jsonrpc": "2.0",
        "id": None,
        "error": {"code": _INTERNAL_ERROR, "message": message, "data": {"error_code": error_code}},
    }
    return httpx2.Response(
        503, headers={"content-type": "application/json"}, content=json.dumps(body).encode(), request=request
    )


def _shown(request: httpx2.Request) -> str:
    """The URL without what could hold a secret."""
    return str(request.url.copy_with(query=None, userinfo=b""))
