"""The SDK's sessions (MCP 2025-06-18, 2025-11-25), each with a dispatcher that serves requests where they arrive."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

import anyio
from mcp.server.connection import Connection
from mcp.server.runner import serve_connection
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager, _send_and_report_status

from oauth2_demo.mcp_server.direct_dispatcher import DirectDispatcher

if TYPE_CHECKING:
    from anyio.abc import TaskGroup, TaskStatus
    from mcp.server.auth.middleware.bearer_auth import AuthorizationContext
    from mcp.server.lowlevel import Server
    from mcp.server.streamable_http import StreamableHTTPServerTransport
    from starlette.types import Receive, Scope, Send

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LiveSession:
    """One session, as the SDK keeps it, and its dispatcher."""

    transport: StreamableHTTPServerTransport
    dispatcher: DirectDispatcher

    @property
    def goes_on(self) -> bool:
        """Whether it still takes requests."""
        idle_scope = self.transport.idle_scope
        is_expired = idle_scope is not None and idle_scope.cancel_called
        return self.dispatcher.is_serving and not self.transport.is_terminated and not is_expired

    def hold(self) -> None:
        """Let it not expire before `release`, as the transport does for the requests that it serves itself."""
        if self.transport.idle_scope is not None:
            self.transport._requests_in_flight += 1  # noqa: SLF001 - the SDK offers no way to serve a request beside it
            self.transport.idle_scope.deadline = math.inf

    def release(self) -> None:
        """A request is served: the session's rest begins with the last of them."""
        transport, idle_scope = self.transport, self.transport.idle_scope
        if idle_scope is not None:
            transport._requests_in_flight -= 1  # noqa: SLF001 - as above
            if not transport._requests_in_flight:  # noqa: SLF001 - as above
                idle_s = transport._idle_timeout or math.inf  # noqa: SLF001 - as above
                idle_scope.deadline = anyio.current_time() + idle_s


class DirectSessions(StreamableHTTPSessionManager):
    """The SDK's session manager with a `DirectDispatcher` in each session."""

    def __init__(self, app: Server[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._live: dict[str, LiveSession] = {}

    @property
    def lifespan_state(self) -> object:
        """What the server's lifespan gave."""
        return self._lifespan_state

    def live_session(self, session_id: str, owner: AuthorizationContext | None) -> LiveSession | None:
        """Return the session with that id if it is `owner`'s and goes on; the SDK words what it is otherwise."""
        session = self._live.get(session_id)
        is_owned = owner == self._session_owners.get(session_id)
        return session if session is not None and is_owned and session.goes_on else None

    async def _serve_opening_request(
        self, http_transport: StreamableHTTPServerTransport, scope: Scope, receive: Receive, send: Send
    ) -> None:
        # As in the SDK (2.3), which offers no other place to put a dispatcher of one's own into a session.
        # It comes here only while the manager runs, and with a transport that it gave an id.
        session_id, tasks = cast("str", http_transport.mcp_session_id), cast("TaskGroup", self._task_group)
        is_established = False
        try:
            await tasks.start(self._run_session, session_id, http_transport)
            status = await _send_and_report_status(http_transport.handle_request, scope, receive, send)
            is_established = status is not None and status < HTTPStatus.BAD_REQUEST
        finally:
            if not is_established:
                await self._discard_session(session_id, http_transport)

    async def _run_session(
        self,
        session_id: str,
        transport: StreamableHTTPServerTransport,
        *,
        task_status: TaskStatus[None] = anyio.TASK_STATUS_IGNORED,
    ) -> None:
        async with transport.connect() as (read_stream, write_stream):
            dispatcher = DirectDispatcher(read_stream, write_stream)
            self._live[session_id] = LiveSession(transport, dispatcher)
            connection = Connection.for_loop(dispatcher, session_id=session_id)
            task_status.started()
            try:
                with transport.idle_scope or anyio.CancelScope():
                    await serve_connection(
                        self.app, dispatcher, connection=connection, lifespan_state=self._lifespan_state
                    )
            except Exception:
                logger.exception("a session crashed")
            finally:
                del self._live[session_id]
                await self._discard_session(session_id, transport)
