"""Who the present call is made for, and the audit records that it has left so far.

The edge of a server sets both for the time of a call; the security layer reads them. Without an edge, as in a script,
the caller is the process itself.
"""

from __future__ import annotations

import contextlib
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is calling.

    Attributes:
        session_id: Whose reversible tokens the call may use: a random id, nothing that can be guessed.
        client_id: The OAuth2 client, or the configured one of a local session.
        user_id: The person, where one is known.
        request_id: The request, as the audit log names it.
    """

    session_id: str
    client_id: str | None = None
    user_id: str | None = None
    request_id: str | None = None


_caller: ContextVar[Caller | None] = ContextVar("oauth2_demo_caller", default=None)
# A list and not a value: tools run in worker threads, whose changes of a context variable are not seen by the edge,
# while what they append to a list of the edge is.
_records: ContextVar[list[str] | None] = ContextVar("oauth2_demo_audit_records", default=None)


def current_caller() -> Caller | None:
    """The caller that the edge has set, if there is an edge."""
    return _caller.get()


@contextlib.contextmanager
def calling(caller: Caller) -> Iterator[list[str]]:
    """Set the caller for a block and give the list that fills with the ids of its audit records, oldest first."""
    records: list[str] = []
    caller_token, records_token = _caller.set(caller), _records.set(records)
    try:
        yield records
    finally:
        _records.reset(records_token)
        _caller.reset(caller_token)


def note_record(event_id: str) -> None:
    """Tell the edge that a record was written for its call."""
    records = _records.get()
    if records is not None:
        records.append(event_id)
