"""Small stand-ins for what the policies and the decorator work with, each with a switch that breaks it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet

from oauth2_demo.security.caller import Caller
from oauth2_demo.security.policy import Policy, TextProcessor, TokenVault
from oauth2_demo.security.services import SecurityServices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.security.audit.events import AuditEvent
    from oauth2_demo.security.policy import PolicyLike, ProcessedText

PHONE = "010-1234-5678"
EMAIL = "hong@example.com"
SSN = "880101-1234568"

_SHAPES: Mapping[str, str] = {
    "phone": r"01[016-9]-[0-9]{3,4}-[0-9]{4}",
    "email": r"[a-z.]+@[a-z]+(?:\.[a-z]+)+",
    "ssn": r"[0-9]{6}-[1-4][0-9]{6}",
    # Needs its cue, as the real one does.
    "korean_name": r"(?<=이름: )[가-힣]{3}",
}


@dataclass(frozen=True)
class FakeMatch:
    type: str
    value: str
    start: int
    end: int


@dataclass
class FakeDetector:
    is_broken: bool = False

    def scan_text(self, text: str) -> list[FakeMatch]:
        if self.is_broken:
            raise RuntimeError(f"broken on {text}")
        found = [
            FakeMatch(name, match.group(), match.start(), match.end())
            for name, shape in _SHAPES.items()
            for match in re.finditer(shape, text)
        ]
        return sorted(found, key=lambda match: match.start)


@dataclass
class FakeCipher:
    """Fernet with one key of its own."""

    is_broken: bool = False
    fernet: Fernet = field(default_factory=lambda: Fernet(Fernet.generate_key()))

    def encrypt(self, text: str) -> str:
        if self.is_broken:
            raise RuntimeError(f"no key for {text}")
        return self.fernet.encrypt(text.encode()).decode()

    def encrypt_span(self, pii_type: str, text: str) -> str:
        return f"[enc:{pii_type}:{self.encrypt(text)}]"

    def decrypt(self, token: str) -> str:
        return self.fernet.decrypt(token.encode()).decode()


@dataclass
class FakeTrail:
    """An audit log in memory. It fails from record number `fails_at` on."""

    events: list[AuditEvent] = field(default_factory=list)
    blocking: list[str] = field(default_factory=list)
    fails_at: int | None = None

    def append(self, event: AuditEvent) -> str:
        event_id = self._keep(event)
        self.blocking.append(event_id)
        return event_id

    async def append_async(self, event: AuditEvent) -> str:
        return self._keep(event)

    def _keep(self, event: AuditEvent) -> str:
        if self.fails_at is not None and len(self.events) >= self.fails_at:
            raise OSError("disk full")
        self.events.append(event)
        return f"record-{len(self.events)}"

    @property
    def story(self) -> list[tuple[str, str | None]]:
        return [(str(event.event_type), event.action_taken) for event in self.events]


def stars(pii_type: str, value: str) -> str:
    del pii_type, value
    return "****"


@dataclass
class Bench:
    """All of it together, as one test sees it."""

    detector: FakeDetector = field(default_factory=FakeDetector)
    cipher: FakeCipher = field(default_factory=FakeCipher)
    trail: FakeTrail = field(default_factory=FakeTrail)
    now: float = 0.0
    session_id: str = "session-a"

    def __post_init__(self) -> None:
        self.vault = TokenVault(ttl_s=60, clock=lambda: self.now)
        self.services = SecurityServices(
            open_detector=lambda: self.detector,
            open_cipher=lambda: self.cipher,
            open_audit=lambda: self.trail,
            masking=stars,
            process=Caller(self.session_id, client_id="test-client"),
            vault=self.vault,
        )

    def processor(self, session_id: str = "session-a") -> TextProcessor:
        return TextProcessor(self.detector, lambda: self.cipher, stars, self.vault.session(session_id))

    def process(self, text: str, policy: PolicyLike = "encrypt", label: str = "") -> ProcessedText:
        chosen = policy if isinstance(policy, Policy) else Policy(policy)  # type: ignore[arg-type] # a name will do
        return self.processor().process(text, chosen, label)
