"""What can be recorded: a closed vocabulary and one value object."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Scalar: TypeAlias = str | int | float | bool | None

PII_PREFIX = "pii_"
_NO_DETAILS: Mapping[str, Scalar] = MappingProxyType({})


class EventType(StrEnum):
    """The kinds of events. The last group is written by the log itself and by nobody else."""

    # An enumeration's own is a function in Python, and asked for every record.
    __hash__ = str.__hash__

    TOOL_ACCESS = "tool_access"
    TOOL_INTENT = "tool_intent"
    TOOL_REFUSED = "tool_refused"
    TOOL_FAILED = "tool_failed"
    TOOL_LIST_SEEN = "tool_list_seen"
    TOOL_LIST_CHANGED = "tool_list_changed"
    RESOURCE_ACCESS = "resource_access"
    PROMPT_ACCESS = "prompt_access"
    PII_DETECTED = "pii_detected"
    PII_REVEALED = "pii_revealed"
    CONSENT_GRANTED = "consent_granted"
    CONSENT_REVOKED = "consent_revoked"
    CONSENT_REFUSED = "consent_refused"
    RATE_LIMITED = "rate_limited"
    TOKEN_ISSUED = "token_issued"  # noqa: S105 - the name of an event
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - the name of an event
    TOKEN_REJECTED = "token_rejected"  # noqa: S105 - the name of an event
    TOKEN_REVOKED = "token_revoked"  # noqa: S105 - the name of an event
    TOKEN_INTROSPECTED = "token_introspected"  # noqa: S105 - the name of an event
    CLIENT_AUTH_FAILED = "client_auth_failed"
    CLIENT_REGISTERED = "client_registered"
    CLIENT_CHANGED = "client_changed"
    RESOURCE_REQUEST = "resource_request"
    KEY_ROTATED = "key_rotated"
    KEY_RETIRED = "key_retired"
    SERVER_STARTED = "server_started"
    SERVER_STOPPED = "server_stopped"
    SECURITY_ALERT = "security_alert"
    BREACH_SIMULATION = "breach_simulation"
    REPORT_GENERATED = "report_generated"

    CLOCK_CHANGED = "clock_changed"
    SEGMENT_END = "segment_end"
    CHAIN_RESTARTED = "chain_restarted"


class AuditEvent(NamedTuple):
    """One thing that happened. A named tuple, because one is made for every request.

    Names (`tool_name`, `user_id`, `client_id`, `action_taken`, `outcome` and text in `details`) are kept in clear only
    when they look like names; anything else, such as an address, a number or what an attacker typed, is kept as a keyed
    hash that can be matched and not read. See `fields`.

    Args:
        request_id: Made by the server: a UUID or 32 hexadecimal digits.
        details: What else is known, with keys in snake_case. Counts of personal data stand under `pii_<type>`, see
            `pii_counts`. A token is named by its `jti`, which is a UUID.
    """

    event_type: EventType
    tool_name: str | None = None
    user_id: str | None = None
    client_id: str | None = None
    contains_pii: bool = False
    action_taken: str | None = None
    parameter_count: int = 0
    outcome: str | None = None
    request_id: str | None = None
    details: Mapping[str, Scalar] = _NO_DETAILS


def pii_counts(count_by_type: Mapping[str, int]) -> dict[str, int]:
    """The `details` that say how many values of each type of personal data were found, as reports read them."""
    return {f"{PII_PREFIX}{name}": count for name, count in count_by_type.items()}
