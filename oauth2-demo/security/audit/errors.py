"""Why an event could not be recorded. Whoever gets one of these refuses the work: nothing happens unaudited."""


class AuditError(Exception):
    """The event has no durable record. The text is for operators and holds no data of the event."""


class AuditUnavailableError(AuditError):
    """The log cannot be written now: disk full, read-only, a stuck writer. A later attempt may succeed."""


class AuditTamperedError(AuditError):
    """The log was changed behind the writers' back. An operator has to look at it before it goes on."""


class AuditKeyError(AuditError):
    """The chain key is missing, unsafe or unreadable."""
