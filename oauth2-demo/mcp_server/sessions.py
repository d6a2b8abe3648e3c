"""The SDK's sessions, shared out: no client can take all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.mcp_server.direct_sessions import DirectSessions

if TYPE_CHECKING:
    from mcp.server.auth.middleware.bearer_auth import AuthorizationContext
    from mcp.server.streamable_http import StreamableHTTPServerTransport


class SharedOutSessions(DirectSessions):
    """Leaves as many sessions free as the client that asks for one more holds already.

    A session that its client forgets stays for half an hour, so one client in a loop would shut all others out for that
    long. Here it gets half of them, the next such client half of the rest, and a client without any is served until ten
    of them hoard.
    """

    def _admit_session(self, requestor: AuthorizationContext | None) -> StreamableHTTPServerTransport | None:
        # The SDK (2.3) offers no other place between its count and the new session.
        if self.max_sessions is not None:
            own = sum(1 for owner in self._session_owners.values() if owner == requestor)
            if own > self.max_sessions - len(self._server_instances):
                return None
        return super()._admit_session(requestor)
