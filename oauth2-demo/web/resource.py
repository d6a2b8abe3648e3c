"""The protected resource `/hello`: RFC 6750."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import Reason, ThrottledError
from oauth2_demo.oauth.events import EventOutcome, OAuthEvent, OAuthEventType
from oauth2_demo.web.exchange import json_answer
from oauth2_demo.web.language import preferred_language

if TYPE_CHECKING:
    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.web.exchange import Answer, WebRequest

_MESSAGES = {"en": "Hello from MCP OAuth2 Demo!", "ko": "MCP OAuth2 데모에서 안녕하세요!"}
_CONTENT_LANGUAGE = {language: (b"content-language", language.encode()) for language in _MESSAGES}
_VARY = (b"vary", b"Accept-Language")


class HelloResource:
    """Greets authenticated clients."""

    def __init__(self, services: Services) -> None:
        """Serve with `services`."""
        self._services = services

    async def hello(self, request: WebRequest) -> Answer:
        """Greet, once the access is on record."""
        services = self._services
        claims = services.hello_guard.admit(request.head.values(b"authorization"), request.head.query)
        limit = services.rate_limit
        if limit is not None and (wait_s := limit.exceeded(claims.client_id)) is not None:
            raise ThrottledError(Reason.RATE_LIMITED, wait_s, client_id=claims.client_id)
        details = {"jti": claims.jti, "action": "hello"}
        await services.events.emit(
            OAuthEvent(OAuthEventType.TOKEN_ACCEPTED, EventOutcome.SUCCESS, claims.client_id, details)
        )
        language = preferred_language(request.head.headers.get(b"accept-language", b""), services.language)
        document = {
            "message": _MESSAGES[language],
            "authenticated_client": claims.client_id,
            "timestamp": _iso_utc(services.clock()),
        }
        return json_answer(document, headers=(_VARY, _CONTENT_LANGUAGE[language]))


def _iso_utc(now: float) -> str:
    """ISO 8601 with microseconds, for seconds since 1970."""
    return f"{_iso_second(int(now))}.{int(now % 1 * 1_000_000):06d}+00:00"


@lru_cache(maxsize=2)
def _iso_second(second: int) -> str:
    return f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}"
