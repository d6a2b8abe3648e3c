"""Who a call is made for: by the token over HTTP, by the configuration over stdio, never by an argument of a call."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from mcp_types.version import MODERN_PROTOCOL_VERSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.mcp_server.calls import Call


@dataclass(frozen=True)
class Subject:
    """A caller as the gate knows it. `is_local` says that it is the configured identity of a stdio session."""

    user_id: str
    client_id: str
    scopes: frozenset[str]
    session_id: str
    token_id: str | None
    is_local: bool


class SubjectSource(Protocol):
    """Names the subject of a call."""

    def subject_of(self, call: Call) -> Subject:
        """Return who is calling."""
        ...


@dataclass(frozen=True)
class LocalIdentity:
    """The identity of this process's stdio sessions. What the client may do is looked up once, at its first call.

    Args:
        user_id: The person whose session it is.
        client_id: The client that the session acts as.
        granted_scopes: Gives what the registry grants that client; may raise when there is no registry.
    """

    user_id: str
    client_id: str
    granted_scopes: Callable[[], frozenset[str]]

    @cached_property
    def subject(self) -> Subject:
        """The subject of every call over stdio."""
        return Subject(
            user_id=self.user_id,
            client_id=self.client_id,
            scopes=self.granted_scopes(),
            session_id=secrets.token_hex(16),
            token_id=None,
            is_local=True,
        )


class Subjects:
    """Subjects of both transports. Sessions over HTTP belong to a token, so that another token sees nothing of them."""

    def __init__(self, local: LocalIdentity, session_key: Callable[[Call], str]) -> None:
        """Use `local` for stdio; `session_key` names the HTTP session of a call."""
        self._local = local
        self._session_key = session_key

    def subject_of(self, call: Call) -> Subject:
        """See `SubjectSource`."""
        if call.principal.transport == "stdio":
            return self._local.subject
        principal = call.principal
        return Subject(
            user_id=principal.subject or principal.client_id,
            client_id=principal.client_id,
            scopes=principal.scopes,
            session_id=self._session_key(call),
            token_id=principal.token_id,
            is_local=False,
        )


def http_session_key(call: Call) -> str:
    """Name the session of a call over HTTP: that of the transport where there is one, else that of the token.

    The client is part of the name. The id of a session is a header that anybody can send, and the id of a token stands
    in the audit log: neither opens what another client's session holds.
    """
    principal = call.principal
    request = call.context.request
    # Only the handshake versions have sessions, and there the SDK has compared the header with the session's owner.
    has_session = request is not None and call.protocol_version not in MODERN_PROTOCOL_VERSIONS
    session = request.headers.get("mcp-session-id") if request is not None and has_session else None
    return _session_name(principal.issuer, principal.client_id, session, None if session else principal.token_id)


def http_session_name(issuer: str | None, client_id: str, session_id: str) -> str:
    """Name a session of the transport as `http_session_key` does for its calls."""
    return _session_name(issuer, client_id, session_id, None)


@lru_cache(maxsize=1024)
def _session_name(*parts: str | None) -> str:
    return json.dumps(parts)
