"""Carries the events of the OAuth2 side into the audit log: one JSON object a line, appended in one write."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.events import current_request_id

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.oauth.events import OAuthEvent


class AuditSink:
    """An `EventSink` that answers once the record is written."""

    def __init__(self, path: Path) -> None:
        """Append to the file at `path`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    async def emit(self, event: OAuthEvent) -> None:
        """See `EventSink`."""
        record = {
            "timestamp": datetime.now(UTC).isoformat(),
            "event_type": event.event_type.value,
            "tool_name": None,
            "user_id": None,
            "client_id": event.client_id,
            "contains_pii": False,
            "action_taken": None,
            "parameter_count": 0,
            "outcome": event.outcome.value,
            "request_id": current_request_id.get(),
            **event.details,
        }
        line = json.dumps(record, ensure_ascii=False).encode() + b"\n"
        try:
            if os.write(self._descriptor, line) != len(line):
                raise UnavailableError("the audit log took only a part of a record")
        except OSError as error:
            raise UnavailableError(f"the audit log cannot be written: {error.strerror}") from error

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)
