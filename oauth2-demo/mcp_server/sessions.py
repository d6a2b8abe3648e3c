"""The SDK's sessions, shared out: no client can take all of them. What belongs to one ends with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from oauth2_demo.mcp_server.direct_sessions import DirectSessions

if TYPE_CHECKING:
    from collections.abc import Callable

    from mcp.server.auth.middleware.bearer_auth import AuthorizationContext
    from mcp.server.lowlevel import Server
    from mcp.server.streamable_http import StreamableHTTPServerTransport

    SessionEnd = Callable[[AuthorizationContext | None, str], None]


def unnoticed(owner: AuthorizationContext | None, session_id: str) -> None:
    """Do nothing at the end of a session."""
    del owner, session_id


class SharedOutSessions(DirectSessions):
    """Leaves as many sessions free as the client that asks for one more holds already.

    A session that its client forgets stays for half an hour, so one client in a loop would shut all others out for that
    long. Here it gets half of them, the next such client half of the rest, and a client without any is served until ten
    of them hoard.

    Args:
        app: The server.
        on_ended: Told the owner and the id of a session that ended, however it did: its client deleted it, nobody used
            it, its opening failed, its server broke. It may hear of one end twice.
        options: Those of the SDK's manager.
    """

    def __init__(self, app: Server[Any], *, on_ended: SessionEnd = unnoticed, **options: Any) -> None:
        super().__init__(app, **options)
        self._on_ended = on_ended
        # The SDK forgets the owner before the last of the session's calls has ended.
        self._requestors: WeakKeyDictionary[StreamableHTTPServerTransport, AuthorizationContext | None]
        self._requestors = WeakKeyDictionary()

    def _admit_session(self, requestor: AuthorizationContext | None) -> StreamableHTTPServerTransport | None:
        # The SDK (2.3) offers no other place between its count and the new session.
        if self.max_sessions is not None:
            own = sum(1 for owner in self._session_owners.values() if owner == requestor)
            if own > self.max_sessions - len(self._server_instances):
                return None
        transport = super()._admit_session(requestor)
        if transport is not None:
            self._requestors[transport] = requestor
        return transport

    async def _discard_session(self, session_id: str, transport: StreamableHTTPServerTransport) -> None:
        try:
            await super()._discard_session(session_id, transport)
        finally:
            self._on_ended(self._requestors.get(transport), session_id)
