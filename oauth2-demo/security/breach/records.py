"""Audit records as the rules and the report read them: parsed, typed, and nothing in them trusted as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What the log writes for text that does not look like a name: a keyed hash that can be matched and not read.
HASHED = "h:"
_PII_PREFIX = "pii_"


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One record of the audit log; the fields of the same names."""

    event_id: str
    timestamp: datetime
    event_type: str
    tool_name: str | None = None
    user_id: str | None = None
    client_id: str | None = None
    outcome: str | None = None
    action_taken: str | None = None
    contains_pii: bool = False
    parameter_count: int = 0
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def pii_by_type(self) -> dict[str, int]:
        """How many pieces of each type of personal data the call touched."""
        return {
            key.removeprefix(_PII_PREFIX): value
            for key, value in self.details.items()
            if key.startswith(_PII_PREFIX) and isinstance(value, int)
        }

    @property
    def pii_count(self) -> int:
        """How many pieces of personal data the call touched."""
        return sum(self.pii_by_type.values())

    def count(self, name: str) -> int:
        """A number in `details`; 0 when there is none."""
        value = self.details.get(name)
        return value if isinstance(value, int) else 0

    def word(self, name: str) -> str:
        """A word in `details`; empty when there is none."""
        value = self.details.get(name)
        return value if isinstance(value, str) else ""


def parse_record(unverified: Mapping[str, object]) -> AuditRecord | None:
    """Read a record as it stands in the log, or None when it is none."""
    event_id, timestamp, event_type = (unverified.get(name) for name in ("event_id", "timestamp", "event_type"))
    if not (isinstance(event_id, str) and isinstance(timestamp, str) and isinstance(event_type, str)):
        return None
    try:
        at = datetime.fromisoformat(timestamp)
    except ValueError:
        return None
    details = unverified.get("details")
    parameter_count = unverified.get("parameter_count")
    return AuditRecord(
        event_id=event_id,
        timestamp=at,
        event_type=event_type,
        tool_name=_text(unverified.get("tool_name")),
        user_id=_text(unverified.get("user_id")),
        client_id=_text(unverified.get("client_id")),
        outcome=_text(unverified.get("outcome")),
        action_taken=_text(unverified.get("action_taken")),
        contains_pii=unverified.get("contains_pii") is True,
        parameter_count=parameter_count if isinstance(parameter_count, int) else 0,
        details=details if isinstance(details, dict) else {},
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
