"""What the security tools work with: the services of one installation and its places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from oauth2_demo.security.audit import ChainKey
    from oauth2_demo.security.audit.query import AuditQuery
    from oauth2_demo.security.breach.arena import OpenOAuth
    from oauth2_demo.security.encryption import EncryptionService
    from oauth2_demo.security.pii import PiiDetector
    from oauth2_demo.security.services import SecurityServices
    from oauth2_demo.security.tools.texts import Language


@dataclass(frozen=True, slots=True)
class ToolContext:
    """One installation.

    Args:
        services: What guards the tools.
        open_detector: Gives the detector.
        open_encryption: Gives the encryption service.
        open_query: Gives the index of the log.
        audit_log: Where the log lies.
        load_key: Gives the key of the log.
        open_oauth: Opens an OAuth2 side in a folder, for scenarios.
        reports: Where reports are written.
        language: For answers that name none.
        now: The present instant, in UTC.
    """

    services: SecurityServices
    open_detector: Callable[[], PiiDetector]
    open_encryption: Callable[[], EncryptionService]
    open_query: Callable[[], AuditQuery]
    audit_log: Path
    load_key: Callable[[], ChainKey]
    open_oauth: OpenOAuth
    reports: Path
    language: Language
    now: Callable[[], datetime]
