"""What the security layer works with, wired together once and opened only when it is needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from oauth2_demo.security.caller import Caller, current_caller
from oauth2_demo.security.errors import ProtectionUnavailable, SecurityException
from oauth2_demo.security.policy import TextProcessor, TokenVault

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.security.audit.events import AuditEvent
    from oauth2_demo.security.errors import Guard
    from oauth2_demo.security.policy.ports import Cipher, Detector, Masking

T = TypeVar("T")

_TRIAL = "round trip"
_ADVICE: dict[Guard, str] = {
    "audit": "the audit log cannot be opened, and nothing is done unrecorded. See `mcp-docker audit verify`.",
    "detector": "the PII detector cannot start. Check `pii_patterns.json`.",
    "encryption": "the encryption key cannot be used. See that `encryption.key` is whole and has mode 0600.",
}


class AuditTrail(Protocol):
    """Where records go: durable when a call returns."""

    def append(self, event: AuditEvent, /) -> str:
        """The id of the record."""
        ...

    async def append_async(self, event: AuditEvent, /) -> str:
        """The id of the record."""
        ...


@dataclass(frozen=True, slots=True)
class SecurityServices:
    """The detector, the cipher, the log and the vault that guarded tools use.

    Args:
        open_detector: Gives the detector.
        open_cipher: Gives the encryption service.
        open_audit: Gives the audit log.
        masking: Makes the masked form of a value.
        process: Who is calling when no edge says it: this process.
        vault: The reversible tokens of all sessions.
    """

    open_detector: Callable[[], Detector]
    open_cipher: Callable[[], Cipher]
    open_audit: Callable[[], AuditTrail]
    masking: Masking
    process: Caller
    vault: TokenVault = field(default_factory=TokenVault)

    def caller(self) -> Caller:
        """Who the present call is made for."""
        return current_caller() or self.process

    def processor(self) -> TextProcessor:
        """The policies over the tokens of the present session.

        Raises:
            ProtectionUnavailable: The detector cannot start.
        """
        detector = _opened("detector", self.open_detector)
        return TextProcessor(detector, self.open_cipher, self.masking, self.vault.session(self.caller().session_id))

    def audit(self) -> AuditTrail:
        """The audit log.

        Raises:
            ProtectionUnavailable: It cannot be opened.
        """
        return _opened("audit", self.open_audit)

    def check_encryption(self) -> None:
        """Make sure that encryption works now.

        Raises:
            ProtectionUnavailable: A round trip fails.
        """

        def round_trip() -> str:
            cipher = self.open_cipher()
            return cipher.decrypt(cipher.encrypt(_TRIAL))

        if _opened("encryption", round_trip) != _TRIAL:
            raise ProtectionUnavailable("encryption", _ADVICE["encryption"])


def _opened(guard: Guard, make: Callable[[], T]) -> T:
    try:
        return make()
    except SecurityException:
        raise
    except Exception:
        # The cause may name paths of this machine; the text says where the operator finds it.
        raise ProtectionUnavailable(guard, _ADVICE[guard]) from None
