"""Audit records as the rules and the report read them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.security.audit import query

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


def record_of(line: bytes) -> AuditRecord:
    """A record as it stands in the log; its MAC was checked."""
    logged = json.loads(line)
    names = AuditRecord.__dataclass_fields__.keys() - {"timestamp"}
    return AuditRecord(timestamp=datetime.fromisoformat(logged["timestamp"]), **{name: logged[name] for name in names})


def record_from(logged: query.AuditRecord) -> AuditRecord:
    """A record as the log's index gives it."""
    return AuditRecord(
        event_id=logged.event_id,
        timestamp=datetime.fromisoformat(logged.timestamp),
        event_type=logged.event_type,
        tool_name=logged.tool_name,
        user_id=logged.user_id,
        client_id=logged.client_id,
        outcome=logged.outcome,
        action_taken=logged.action_taken,
        contains_pii=logged.contains_pii,
        parameter_count=logged.parameter_count,
        details=logged.details,
    )
