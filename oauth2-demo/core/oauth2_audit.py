"""Carries the events of the OAuth2 side into the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.events import EventOutcome, OAuthEventType, current_request_id
from oauth2_demo.security.audit import AuditError, AuditEvent, EventType

if TYPE_CHECKING:
    from oauth2_demo.oauth.events import OAuthEvent
    from oauth2_demo.security.audit import AuditLog


# Looked up for every request; an enumeration answers several times slower than a dictionary.
_EVENT_TYPES = {kind: EventType(kind.value) for kind in OAuthEventType}
_OUTCOMES = {outcome: outcome.value for outcome in EventOutcome}


class AuditSink:
    """An `EventSink` that answers once the record is as durable as the settings demand."""

    def __init__(self, log: AuditLog) -> None:
        """Write to `log`."""
        self._log = log

    async def emit(self, event: OAuthEvent) -> None:
        """See `EventSink`."""
        record = AuditEvent(
            event_type=_EVENT_TYPES[event.event_type],
            client_id=event.client_id,
            outcome=_OUTCOMES[event.outcome],
            request_id=current_request_id.get(),
            details=event.details,
        )
        try:
            await self._log.submit(record)
        except AuditError as error:
            raise UnavailableError(f"the audit log cannot be written: {error}") from error
