"""The tamper-evident audit log: appending and verifying. Questions are asked with `audit.query`, which needs SQLite."""

from oauth2_demo.security.audit.errors import (
    AuditError,
    AuditKeyError,
    AuditTamperedError,
    AuditUnavailableError,
)
from oauth2_demo.security.audit.events import AuditEvent, EventType, pii_counts
from oauth2_demo.security.audit.keys import ChainKey, load_chain_key, load_or_create_chain_key
from oauth2_demo.security.audit.log import AuditLog
from oauth2_demo.security.audit.restart import restart_chain
from oauth2_demo.security.audit.verdict import Status, Verdict
from oauth2_demo.security.audit.verification import verify

__all__ = [
    "AuditError",
    "AuditEvent",
    "AuditKeyError",
    "AuditLog",
    "AuditTamperedError",
    "AuditUnavailableError",
    "ChainKey",
    "EventType",
    "Status",
    "Verdict",
    "load_chain_key",
    "load_or_create_chain_key",
    "pii_counts",
    "restart_chain",
    "verify",
]
