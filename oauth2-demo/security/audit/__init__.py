"""The tamper-evident audit log."""

from oauth2_demo.security.audit.anchor import write_to_stderr
from oauth2_demo.security.audit.errors import (
    AuditError,
    AuditKeyError,
    AuditTamperedError,
    AuditUnavailableError,
)
from oauth2_demo.security.audit.events import AuditEvent, EventType, pii_counts
from oauth2_demo.security.audit.keys import ChainKey, load_chain_key, load_or_create_chain_key
from oauth2_demo.security.audit.log import AuditLog

__all__ = [
    "AuditError",
    "AuditEvent",
    "AuditKeyError",
    "AuditLog",
    "AuditTamperedError",
    "AuditUnavailableError",
    "ChainKey",
    "EventType",
    "load_chain_key",
    "load_or_create_chain_key",
    "pii_counts",
    "write_to_stderr",
]
