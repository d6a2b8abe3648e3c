"""The HTTP client of the OAuth2 server: bounded in time and size, retrying only what is safe.

A question that asks for nothing (GET) is repeated after any failure to answer. A token request is repeated only when it
never reached the server: otherwise a second token could come into being. After five questions in a row without an
answer the server is left alone for a minute, and the next ones are told so at once.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from oauth2_demo.oauth_client.installation import Installation
    from oauth2_demo.resilience.circuit_breaker import CircuitBreaker

CONNECT_TIMEOUT_S: Final = 2.0
READ_TIMEOUT_S: Final = 5.0
TOTAL_TIMEOUT_S: Final = 12.0
MAX_ANSWER_BYTES: Final = 256 * 1024
_ATTEMPTS: Final = 3
_BUSY_STATUSES: Final = frozenset({502, 503, 504})


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of the server, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    elapsed_ms: float

    def document(self, what: str) -> dict[str, object]:
        """Return the JSON object in the body.

        Raises:
            UnexpectedAnswerError: There is none.
        """
        import json

        try:
            value = json.loads(self.body)
        except (ValueError, RecursionError):
            raise UnexpectedAnswerError(what, self.status) from None
        if not isinstance(value, dict):
            raise UnexpectedAnswerError(what, self.status)
        return value


class OAuthServerClient:
    """Asks the OAuth2 server. One pool of connections for the life of the tool server."""

    def __init__(
        self,
        installation: Installation,
        *,
        total_timeout_s: float = TOTAL_TIMEOUT_S,
        read_timeout_s: float = READ_TIMEOUT_S,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._installation = installation
        self._total_timeout_s = total_timeout_s
        self._read_timeout_s = read_timeout_s
        self._clock = clock
        self._http: httpx2.AsyncClient | None = None
        self._breaker: CircuitBreaker | None = None

    async def aclose(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def get(self, path: str, headers: Mapping[str, str] | None = None) -> Reply:
        """Ask for `path`.

        Raises:
            ServerUnreachableError: No answer came, after retries, or none is hoped for now.
        """
        return await self._guarded(partial(self._once, "GET", path, headers=headers or {}), repeat_always=True)

    async def post(self, path: str, form: Mapping[str, str]) -> Reply:
        """Send a form to `path`.

        Raises:
            ServerUnreachableError: No answer came. The form may have been received.
        """
        return await self._guarded(partial(self._once, "POST", path, form=form), repeat_always=False)

    async def request_token(self, *, scope: str, resource: str = "", secret: str | None = None) -> Reply:
        """Ask for a token by client credentials (RFC 6749, section 4.4), as the configured client.

        Args:
            scope: Scopes, separated by blanks; empty for the server's default.
            resource: Whom the token is for (RFC 8707); empty for a token of the documented sample kind.
            secret: A secret other than the configured one.

        Raises:
            ServerUnreachableError: No answer came.
        """
        form = {
            "grant_type": "client_credentials",
            "client_id": self._installation.client_id,
            "client_secret": self._installation.client_secret if secret is None else secret,
            **({"scope": scope} if scope else {}),
            **({"resource": resource} if resource else {}),
        }
        return await self.post("/oauth2/token", form)

    async def revoke(self, endpoint: str, token: str) -> Reply:
        """Revoke a token (RFC 7009). `endpoint` is as the metadata publish it.

        Raises:
            ServerUnreachableError: No answer came.
        """
        credentials = {
            "client_id": self._installation.client_id,
            "client_secret": self._installation.client_secret,
        }
        return await self.post(self._installation.reachable(endpoint), {"token": token, **credentials})

    async def _guarded(self, ask: Callable[[], Awaitable[Reply]], *, repeat_always: bool) -> Reply:
        # Imported here, as everything that a session does not need before its first question.
        from oauth2_demo.resilience.circuit_breaker import CircuitBreaker, CircuitOpenError

        if self._breaker is None:
            self._breaker = CircuitBreaker(ServerUnreachableError)
        try:
            return await self._breaker.call(partial(self._bounded, ask, repeat_always=repeat_always))
        except CircuitOpenError as error:
            raise ServerUnreachableError("left alone", error.wait_s) from None

    async def _bounded(self, ask: Callable[[], Awaitable[Reply]], *, repeat_always: bool) -> Reply:
        import anyio
        import httpx2
        import stamina

        # Its default hooks log through libraries that a tool server does not load.
        stamina.instrumentation.set_on_retry_hooks([])
        repeated = (httpx2.TransportError, _BusyError) if repeat_always else (httpx2.ConnectError,)
        try:
            with anyio.fail_after(self._total_timeout_s):
                async for attempt in stamina.retry_context(
                    on=repeated, attempts=_ATTEMPTS, timeout=self._total_timeout_s, wait_initial=0.1, wait_max=1.0
                ):
                    with attempt:
                        reply = await ask()
                        if repeat_always and reply.status in _BUSY_STATUSES and attempt.num < _ATTEMPTS:
                            raise _BusyError
        except (TimeoutError, httpx2.TimeoutException):
            raise ServerUnreachableError("timeout") from None
        except httpx2.ConnectError:
            raise ServerUnreachableError("connection refused") from None
        except (httpx2.TransportError, httpx2.InvalidURL):
            raise ServerUnreachableError("broken connection") from None
        return reply

    async def _once(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, form: Mapping[str, str] | None = None
    ) -> Reply:
        started_at = self._clock()
        async with self._connections().stream(method, path, headers=headers, data=form) as response:
            body = bytearray()
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > MAX_ANSWER_BYTES:
                    raise UnexpectedAnswerError(path, response.status_code)
        elapsed_ms = (self._clock() - started_at) * 1000
        return Reply(response.status_code, response.headers, bytes(body), round(elapsed_ms, 1))

    def _connections(self) -> httpx2.AsyncClient:
        if self._http is None:
            import httpx2

            self._http = httpx2.AsyncClient(
                base_url=self._installation.server_url,
                timeout=httpx2.Timeout(self._read_timeout_s, connect=CONNECT_TIMEOUT_S),
                # Following a redirect would carry the credentials to wherever it points (RFC 9700, section 4.12).
                follow_redirects=False,
                # The server is this installation's own: a proxy from the environment would not know its name.
                trust_env=False,
            )
        return self._http


class _BusyError(Exception):
    """The server asked to be left alone for a moment."""
