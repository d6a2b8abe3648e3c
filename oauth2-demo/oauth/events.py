"""What the authorization server tells the audit log. It knows the sink, not the log."""

from __future__ import annotations

from contextvars import ContextVar
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from oauth2_demo.oauth.errors import InsufficientScopeError, InvalidClientError, InvalidTokenError, ThrottledError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth.errors import OAuthError


# The request that is being served, so that its events and its log lines can be found together.
current_request_id: ContextVar[str | None] = ContextVar("current_request_id", default=None)


class OAuthEventType(StrEnum):
    """The audit vocabulary of this side."""

    # An enumeration's own is a function in Python, and asked for every event.
    __hash__ = str.__hash__

    TOKEN_ISSUED = "token_issued"  # noqa: S105 - the name of an event
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - the name of an event
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - the name of an event
    TOKEN_INTROSPECTED = "token_introspected"  # noqa: S105 - the name of an event
    TOKEN_ACCEPTED = "resource_request"  # noqa: S105 - the name of an event
    TOKEN_REJECTED = "token_rejected"  # noqa: S105 - the name of an event
    CLIENT_AUTH_FAILED = "client_auth_failed"
    RATE_LIMITED = "rate_limited"


class EventOutcome(StrEnum):
    """How it ended."""

    __hash__ = str.__hash__

    SUCCESS = "success"
    REFUSED = "refused"


class OAuthEvent(NamedTuple):
    """One thing that happened. Tokens are named by their `jti`; there is no secret and no typed text in it."""

    event_type: OAuthEventType
    outcome: EventOutcome
    client_id: str | None = None
    details: Mapping[str, str | int | None] = MappingProxyType({})


class EventSink(Protocol):
    """Where events go."""

    async def emit(self, event: OAuthEvent) -> None:
        """Return once the event is on record.

        Raises:
            UnavailableError: It could not be recorded, so what it speaks of must not happen.
        """
        ...


def refusal(error: OAuthError, action: str) -> OAuthEvent:
    """Describe a refusal for the record: what was asked, and the reason that the caller is not told."""
    details = {"action": action, "reason": error.reason.value}
    return OAuthEvent(_refusal_type(error), EventOutcome.REFUSED, error.client_id, details)


def _refusal_type(error: OAuthError) -> OAuthEventType:
    if isinstance(error, ThrottledError):
        return OAuthEventType.RATE_LIMITED
    if isinstance(error, InvalidClientError):
        return OAuthEventType.CLIENT_AUTH_FAILED
    if isinstance(error, InvalidTokenError | InsufficientScopeError):
        return OAuthEventType.TOKEN_REJECTED
    return OAuthEventType.TOKEN_REFUSED
