"""The one translation of domain errors to HTTP: RFC 6749 section 5.2, RFC 6750 section 3."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import (
    InsufficientScopeError,
    InvalidClientError,
    InvalidTokenError,
    MissingClientAuthenticationError,
    OAuthError,
    ThrottledError,
    UnavailableError,
)
from oauth2_demo.oauth.events import refusal
from oauth2_demo.web.exchange import json_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from oauth2_demo.oauth.bearer import ProtectedResource
    from oauth2_demo.oauth.events import EventSink
    from oauth2_demo.resilience.rate_limit import RateLimit
    from oauth2_demo.web.exchange import Answer, Header, WebRequest

    Handler = Callable[[WebRequest], Awaitable[Answer]]

_RETRY_AFTER_S = b"5"
# Each 401 has a challenge, also when the credentials came in the body (RFC 9110, 15.5.2).
_BASIC_CHALLENGE = (b"www-authenticate", b'Basic realm="mcp-docker", charset="UTF-8"')
_PRAGMA = (b"pragma", b"no-cache")
_logger = logging.getLogger(__name__)


class Refusals:
    """Turns what handlers raise into answers, and tells the audit log first."""

    def __init__(self, events: EventSink, rate_limit: RateLimit | None) -> None:
        """Tell `events`; count refused requests by address against `rate_limit`."""
        self._events = events
        self._rate_limit = rate_limit

    def guard(self, action: str, handler: Handler, resource: ProtectedResource | None = None) -> Handler:
        """Wrap a handler.

        Args:
            action: What the handler does, for the record.
            handler: Raises `OAuthError` and `UnavailableError`.
            resource: Whose challenge refusals carry; without one they are answers of an OAuth endpoint.
        """

        async def guarded(request: WebRequest) -> Answer:
            try:
                return await handler(request)
            except OAuthError as error:
                return await self._refuse(action, error, resource, request.address)
            except UnavailableError as error:
                return _unavailable(error)

        return guarded

    async def _refuse(self, action: str, error: OAuthError, resource: ProtectedResource | None, address: str) -> Answer:
        # Who is refused has no name yet, so the address is counted.
        wait_s = self._rate_limit.exceeded(address) if self._rate_limit else None
        try:
            await self._events.emit(refusal(error, action))
        except UnavailableError as unavailable:
            return _unavailable(unavailable)
        headers = _challenge(error, resource)
        if wait_s is not None and not isinstance(error, ThrottledError):
            error = ThrottledError(error.reason, wait_s)
            headers = ()
        return _error_answer(error, headers)


def _error_answer(error: OAuthError, headers: tuple[Header, ...]) -> Answer:
    if isinstance(error, ThrottledError):
        headers = (*headers, (b"retry-after", str(error.retry_after_s).encode()))
    document = {"error": error.code, "error_description": error.description}
    return json_answer(document, status=_status(error), headers=(*headers, _PRAGMA))


def _challenge(error: OAuthError, resource: ProtectedResource | None) -> tuple[Header, ...]:
    if isinstance(error, ThrottledError):
        return ()
    if resource is not None:
        return ((b"www-authenticate", resource.challenge(error).encode()),)
    return (_BASIC_CHALLENGE,) if _status(error) == 401 else ()


def _status(error: OAuthError) -> int:
    if isinstance(error, ThrottledError):
        return 429
    # A request without any authentication lacks a parameter; one with the wrong one is unauthorised.
    if isinstance(error, InvalidTokenError | InvalidClientError):
        return 400 if isinstance(error, MissingClientAuthenticationError) else 401
    return 403 if isinstance(error, InsufficientScopeError) else 400


def _unavailable(error: UnavailableError) -> Answer:
    _logger.error("Refusing requests: %s", error)
    document = {"error": "temporarily_unavailable", "error_description": "the server cannot decide this now"}
    return json_answer(document, status=503, headers=((b"retry-after", _RETRY_AFTER_S),))
