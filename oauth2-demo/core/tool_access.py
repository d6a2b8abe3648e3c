"""Puts the gate in front of tool servers together from the settings. Nothing is opened before the first call."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import anyio.to_thread

from oauth2_demo.mcp_server.calls import TARGETED_METHODS
from oauth2_demo.mcp_server.errors import unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.mcp_auth.gate import AuditTrail, Gate
    from oauth2_demo.mcp_server.calls import Answer, Call, Proceed
    from oauth2_demo.mcp_server.server import StrictMCPServer
    from oauth2_demo.settings import Settings
    from oauth2_demo.storage.ports import Storage


class AccessParts:
    """What the gates of one process share, opened on first use.

    Args:
        settings: All of them.
        open_audit: Gives the audit log.
    """

    def __init__(self, settings: Settings, open_audit: Callable[[], AuditTrail]) -> None:
        self._settings = settings
        self._open_audit = open_audit
        self._lock = threading.Lock()
        self._storage: Storage | None = None

    def storage(self) -> Storage:
        """Return the open storage.

        Raises:
            UnavailableError: It cannot be opened.
            StorageUrlError: There is no such storage.
        """
        from oauth2_demo.storage.factory import open_storage

        with self._lock:
            if self._storage is None:
                self._storage = open_storage(self._settings.database_url.get_secret_value(), time.time)
            return self._storage

    def gate(self, server: str) -> Gate:
        """Return the gate of one server.

        Raises:
            PolicyFileError: The tool policy cannot be used.
            UnavailableError: The storage cannot be opened.
            AuditError: The audit log cannot be opened.
        """
        from oauth2_demo.access.consent_book import ConsentBook
        from oauth2_demo.access.tool_policy import DEFAULT_SCOPE, load_tool_policy
        from oauth2_demo.mcp_auth.arguments import ArgumentDefaults
        from oauth2_demo.mcp_auth.dialogue import ConsentDialogue
        from oauth2_demo.mcp_auth.gate import Gate
        from oauth2_demo.mcp_auth.subjects import LocalIdentity, Subjects, http_session_key
        from oauth2_demo.resilience.rate_limit import rate_limit
        from oauth2_demo.settings import tool_parameter

        settings = self._settings
        storage = self.storage()
        policy = load_tool_policy(settings.tool_policy)
        local = LocalIdentity(settings.default_user_id, settings.client_id, self._granted_scopes)
        return Gate(
            server=server,
            subjects=Subjects(local, http_session_key),
            limiter=rate_limit(settings.rate_limit),
            revocations=SharedRevocations(storage),
            policy=policy,
            consents=ConsentBook(storage.consents, lifetime_s=policy.lifetime_s, clock=time.time),
            dialogue=ConsentDialogue(time.time),
            defaults=ArgumentDefaults(storage.parameters, tool_parameter),
            audit=self._open_audit(),
            consents_by_first_use=settings.environment == "development",
            opening_scope=DEFAULT_SCOPE,
        )

    def _granted_scopes(self) -> frozenset[str]:
        """Return what the registry grants the client of the settings; the demo client needs no server to have run."""
        from oauth2_demo.access.tool_policy import OWN_SCOPES

        client = self.storage().clients.find(self._settings.client_id)
        if client is not None:
            return client.scopes
        return OWN_SCOPES if self._settings.uses_demo_client else frozenset()


class SharedRevocations:
    """The revocations that this machine knows of.

    Where the OAuth2 server shares the database, a token is refused the moment it is revoked or its client removed. A
    database of this server's own holds no clients at all: there the introspection endpoint decides alone.
    """

    def __init__(self, storage: Storage) -> None:
        """Look into `storage`."""
        self._storage = storage

    def is_revoked(self, client_id: str, jti: str) -> bool:
        """See `mcp_auth.gate.Revocations`."""
        is_shared = bool(self._storage.clients.all())
        return is_shared and self._storage.revocations.is_revoked(client_id, jti)


class ToolGate:
    """A `CallMiddleware` that is put together at the first call, so that a session that only looks starts quickly."""

    def __init__(self, parts: AccessParts, server: str) -> None:
        """Guard `server` with the shared parts."""
        self._parts = parts
        self._server = server
        self._gate: Gate | None = None

    async def __call__(self, call: Call, proceed: Proceed) -> Answer:
        """See `CallMiddleware`."""
        if call.method not in TARGETED_METHODS:
            # The handshake and the lists, which every session begins with, need no gate and must not wait for one.
            return await proceed()
        if self._gate is None:
            try:
                self._gate = await anyio.to_thread.run_sync(self._parts.gate, self._server)
            except Exception as error:
                # Fail closed, and say so; the reason may name paths, so it goes to the log.
                _log_why(self._server, error)
                raise unavailable(
                    "This server cannot check who may call its tools: keys, data or the audit log cannot be opened. "
                    "Its log says why."
                ) from None
        return await self._gate(call, proceed)


def _log_why(server: str, error: Exception) -> None:
    import logging

    from oauth2_demo.access.errors import PolicyFileError
    from oauth2_demo.key_files import KeyFileError
    from oauth2_demo.oauth.errors import UnavailableError
    from oauth2_demo.resilience.rate_limit import RateLimitSyntaxError
    from oauth2_demo.security.audit import AuditError
    from oauth2_demo.storage.factory import StorageUrlError

    log = logging.getLogger(__name__)
    # These say in words what to do. The text of any other stays out of logs, because it may hold private data.
    if isinstance(
        error,
        PolicyFileError | KeyFileError | UnavailableError | RateLimitSyntaxError | AuditError | StorageUrlError,
    ):
        log.error("the gate of %s cannot be opened: %s", server, error)
    else:
        log.exception("the gate of %s cannot be opened", server)


def local_gate(settings: Settings, server: str) -> ToolGate:
    """Return the gate of a server that one process serves over stdio."""

    def open_audit() -> AuditTrail:
        from oauth2_demo.security.security_common import open_audit_log

        return open_audit_log(settings)

    return ToolGate(AccessParts(settings, open_audit), server)


def guarded_server_class(name: str) -> Callable[..., StrictMCPServer]:
    """Return what makes a server of ours with the gate in front of it, for a server that one process serves.

    Args:
        name: The server's name in consents and in the audit log.
    """
    from oauth2_demo.mcp_server.server import StrictMCPServer
    from oauth2_demo.settings import read_settings

    return partial(StrictMCPServer, guards=[local_gate(read_settings(), name)])
