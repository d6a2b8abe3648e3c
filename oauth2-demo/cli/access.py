"""What the commands on consents and parameters work with."""

from __future__ import annotations

import asyncio
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from oauth2_demo.access.consent_book import ConsentBook
from oauth2_demo.access.errors import PolicyFileError
from oauth2_demo.access.tool_policy import load_tool_policy
from oauth2_demo.cli.failures import told_plainly
from oauth2_demo.key_files import KeyFileError
from oauth2_demo.mcp_server.calls import ToolFacts
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.security.audit import AuditError, AuditEvent
from oauth2_demo.security.security_common import open_audit_log
from oauth2_demo.settings import Settings
from oauth2_demo.storage.factory import StorageUrlError, open_storage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.security.audit import EventType
    from oauth2_demo.storage.ports import Storage


@dataclass(frozen=True)
class AccessTools:
    """The settings, the storage and the consents of this installation."""

    settings: Settings
    storage: Storage
    consents: ConsentBook

    def record(self, event_type: EventType, user_id: str, client_id: str | None, tool: str | None, action: str) -> None:
        """Write an audit record; what cannot be recorded is not done."""
        log = open_audit_log(self.settings)
        try:
            log.append(
                AuditEvent(
                    event_type,
                    tool_name=tool,
                    user_id=user_id,
                    client_id=client_id,
                    action_taken=action,
                    outcome="success",
                )
            )
        finally:
            log.close()

    def tool(self, server: str, name: str) -> ToolFacts:
        """Return what a tool of a server says about itself, with the server in a fresh state.

        Raises:
            typer.BadParameter: There is no such server or tool here.
        """
        from oauth2_demo.core.mcp_http_server import all_servers

        sources = {source.name: source for source in all_servers(self.settings)}
        if server not in sources:
            raise typer.BadParameter(f"the servers here are {', '.join(sorted(sources))}", param_hint="--server")
        tools = {tool.name: tool for tool in asyncio.run(sources[server].build().list_tools())}
        if name not in tools:
            raise typer.BadParameter(f"the tools of {server} are {', '.join(sorted(tools))}", param_hint="TOOL")
        tool = tools[name]
        return ToolFacts(tool.name, tool.description, tool.input_schema, tool.meta or {}, tool.annotations)


@contextmanager
def opened_access() -> Iterator[AccessTools]:
    """Open what the settings name; end with one sentence when something about it is wrong."""
    from oauth2_demo.core.mcp_http_server import ServerFileError

    foreseen = (PolicyFileError, ServerFileError, KeyFileError, UnavailableError, AuditError, StorageUrlError)
    with told_plainly(*foreseen), ExitStack() as stack:
        settings = Settings()
        storage = open_storage(settings.database_url.get_secret_value(), time.time)
        stack.callback(storage.close)
        policy = load_tool_policy(settings.tool_policy)
        book = ConsentBook(storage.consents, lifetime_s=policy.lifetime_s, clock=time.time)
        yield AccessTools(settings, storage, book)
