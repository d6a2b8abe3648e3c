"""What the security layer refuses with: one tree of errors whose texts never hold personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Guard = Literal["audit", "detector", "encryption", "tokens", "policy"]


class SecurityException(Exception):  # noqa: N818 - the name is fixed: people's code catches it
    """A guard said no. The text is safe to show: it names types, counts and what to do, never a value.

    Attributes:
        event_id: The audit record of the refusal, once there is one.
    """

    event_id: str | None = None


class PersonalDataRefused(SecurityException):
    """The policy `reject` met personal data.

    Attributes:
        counts: How many of each PII type there were.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = dict(counts)
        found = ", ".join(f"{pii_type} ×{count}" for pii_type, count in sorted(self.counts.items()))
        super().__init__(
            f"Refused: the data holds personal data ({found}) and the policy is to reject it. "
            "Remove or mask it and send the request again."
        )


class ProtectionUnavailable(SecurityException):
    """A guard could not do its work, so nothing passed: the detector, encryption, the token vault or the audit log.

    Attributes:
        guard: Which one failed.
    """

    def __init__(self, guard: Guard, advice: str) -> None:
        self.guard: Guard = guard
        super().__init__(f"Refused: {advice}")


class TokenRefused(SecurityException):
    """A `[[type:…]]` token is unknown in this session, expired, or of a type this tool may not see."""
