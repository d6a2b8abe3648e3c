"""The public surface of the security layer, and where it is put together from the settings.

Finding personal data needs neither settings nor policies, so whoever only wants that pays for nothing else: what is
not needed at once is imported where it is used.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from oauth2_demo.security.errors import SecurityException
from oauth2_demo.security.once import Once

if TYPE_CHECKING:
    from oauth2_demo.security.audit import AuditLog, ChainKey
    from oauth2_demo.security.audit.query import AuditQuery
    from oauth2_demo.security.encryption import EncryptionService
    from oauth2_demo.security.pii import PiiDetector
    from oauth2_demo.security.policy import PolicyLike, ProcessedText
    from oauth2_demo.security.secure_tool import secure_tool
    from oauth2_demo.security.services import SecurityServices
    from oauth2_demo.settings import Settings

__all__ = [
    "SecurityException",
    "SecurityProcess",
    "close_security_services",
    "end_session",
    "get_audit_log",
    "get_encryption_service",
    "get_pii_detector",
    "get_security_services",
    "load_audit_key",
    "open_audit_log",
    "open_audit_query",
    "open_encryption_service",
    "open_pii_detector",
    "scan_and_process_pii",
    "secure_tool",
]

PATTERNS = Path(__file__).parent / "pii_patterns.json"
ENCRYPTION_KEY_NAME = "encryption.key"


def open_pii_detector() -> PiiDetector:
    """A detector over the installed pattern file.

    Raises:
        PatternError: The file was edited and is wrong; the text names the place.
    """
    from oauth2_demo.security.pii import PiiDetector, load_patterns

    return PiiDetector(load_patterns(PATTERNS))


def open_encryption_service(settings: Settings) -> EncryptionService:
    """Encryption with the key ring in `KEYS_DIR`, which is made on first use."""
    from oauth2_demo.security.encryption import EncryptionService

    return EncryptionService(settings.keys_dir / ENCRYPTION_KEY_NAME)


def open_audit_log(settings: Settings) -> AuditLog:
    """The audit log of this installation, shared with every other process that writes it.

    Raises:
        AuditError: It cannot be opened.
    """
    from oauth2_demo.security.audit import AuditLog

    return AuditLog(
        settings.audit_log,
        load_audit_key(settings),
        durability=settings.audit_durability,
        max_bytes=settings.audit_max_bytes,
        anchor_every_s=settings.audit_anchor_s,
    )


def load_audit_key(settings: Settings) -> ChainKey:
    """The key of the audit log, which is made when there is none.

    Raises:
        AuditKeyError: It is unsafe or unreadable.
    """
    from oauth2_demo.security.audit.keys import load_or_create_chain_key

    return load_or_create_chain_key(settings.keys_dir)


def open_audit_query(settings: Settings) -> AuditQuery:
    """The index of the audit log, for questions.

    Raises:
        AuditKeyError: The key of the log is unsafe or unreadable.
    """
    from oauth2_demo.security.audit.query import AuditQuery
    from oauth2_demo.security.audit.system import FOLDER_MODE

    # A log that nobody has written yet is empty, not broken.
    settings.audit_log.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    return AuditQuery(settings.audit_log, load_audit_key(settings))


_detector = Once(open_pii_detector)


class SecurityProcess:
    """The security layer of one process: each piece is opened on its first use and shared by all threads."""

    def __init__(self, settings: Settings) -> None:
        import secrets

        from oauth2_demo.security.caller import Caller
        from oauth2_demo.security.services import SecurityServices

        self.encryption = Once(lambda: open_encryption_service(settings))
        self.audit_log = Once(lambda: open_audit_log(settings))
        self.services = SecurityServices(
            open_detector=_detector,
            open_cipher=self.encryption,
            open_audit=self.audit_log,
            masking=_masked,
            # One process is one session of a local client; a server that has more sets the caller of each call.
            process=Caller(session_id=secrets.token_hex(16), client_id=settings.client_id),
        )

    def close(self) -> None:
        """Close what was opened."""
        audit_log = self.audit_log.forget()
        if audit_log is not None:
            audit_log.close()


def _masked(pii_type: str, value: str) -> str:
    from oauth2_demo.security.pii.masking import mask_value

    return mask_value(pii_type, value, "full")


def _from_environment() -> SecurityProcess:
    from oauth2_demo.settings import Settings

    return SecurityProcess(Settings())


_process = Once(_from_environment)


def get_security_services() -> SecurityServices:
    """What guarded tools of this process work with."""
    return _process().services


def get_pii_detector() -> PiiDetector:
    """The detector of this process."""
    return _detector()


def get_encryption_service() -> EncryptionService:
    """The encryption service of this process."""
    return _process().encryption()


def get_audit_log() -> AuditLog:
    """The audit log of this process."""
    return _process().audit_log()


def end_session(session_id: str) -> None:
    """Forget what a session holds, its reversible tokens; nothing can be tokenised in it any more."""
    process = _process.made
    if process is not None:
        process.services.vault.end_session(session_id)


def close_security_services() -> None:
    """Close what was opened; the next use reads the settings again."""
    process = _process.forget()
    if process is not None:
        process.close()


def scan_and_process_pii(text: str, policy: PolicyLike = "encrypt") -> ProcessedText:
    """Find the personal data in `text` and do with it what `policy` says.

    Args:
        text: Any text.
        policy: `encrypt`, `mask`, `reject`, `tokenize`, `allow`, or a `Policy` with overrides by type.

    Returns:
        The processed text and what was found. It prints as its text, and unpacks as `text, findings = …`.

    Raises:
        SecurityException: The policy rejects what was found (the text names types and counts), or the text could not
            be checked or not be protected.
        ValueError: The policy is unknown.
    """
    from oauth2_demo.security.policy import as_policy

    return get_security_services().processor().process(text, as_policy(policy))


def __getattr__(name: str) -> object:
    # The decorator lives in a room above this one. Whoever asks for it here gets it, and nobody else pays for it.
    if name == "secure_tool":
        return importlib.import_module("oauth2_demo.security.secure_tool").secure_tool
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
