"""Carries the events of the OAuth2 side into the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.events import current_request_id
from oauth2_demo.security.audit import AuditError, AuditEvent, EventType

if TYPE_CHECKING:
    from oauth2_demo.oauth.events import OAuthEvent
    from oauth2_demo.security.audit import AuditLog


class AuditSink:
    """An `EventSink` that answers once the record is as durable as the settings demand."""

    def __init__(self, log: AuditLog) -> None:
        """Write to `log`."""
        self._log = log

    async def emit(self, event: OAuthEvent) -> None:
        """See `EventSink`."""
        record = AuditEvent(
            event_type=EventType(event.event_type.value),
            client_id=event.client_id,
            outcome=event.outcome.value,
            request_id=current_request_id.get(),
            details=event.details,
        )
        try:
            await self._log.append_async(record)
        except AuditError as error:
            raise UnavailableError(f"the audit log cannot be written: {error}") from error
