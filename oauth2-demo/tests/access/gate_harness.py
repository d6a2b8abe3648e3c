"""A strict server behind a gate whose parts a test can see and move."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mcp.client import Client
from mcp_types import ElicitResult

from oauth2_demo.access.consent_book import ConsentBook
from oauth2_demo.access.tool_policy import ToolPolicy, demands
from oauth2_demo.mcp_auth.arguments import ArgumentDefaults
from oauth2_demo.mcp_auth.dialogue import ConsentDialogue
from oauth2_demo.mcp_auth.gate import Gate
from oauth2_demo.mcp_auth.subjects import Subject
from oauth2_demo.mcp_server.errors import conflict
from oauth2_demo.mcp_server.server import StrictMCPServer
from oauth2_demo.security.caller import current_caller, note_record
from oauth2_demo.storage.memory import MemoryStorage

if TYPE_CHECKING:
    from collections.abc import Callable

    from mcp.client.client import ConnectMode

    from oauth2_demo.mcp_server.calls import Call
    from oauth2_demo.security.audit import AuditEvent

LEGACY: ConnectMode = "legacy"
MODERN: ConnectMode = "2026-07-28"


@dataclass
class Parts:
    """What stands behind the gate, in memory."""

    now: float = 1_000.0
    user_id: str = "kim"
    scopes: frozenset[str] = frozenset({"mcp.access"})
    token_id: str | None = None
    is_local: bool = False
    consents_by_first_use: bool = False
    wait_s: int | None = None
    revoked: set[str] = field(default_factory=set)
    events: list[AuditEvent] = field(default_factory=list)
    log_is_full: bool = False
    environment: dict[str, str] = field(default_factory=dict)
    during_call: Callable[[], object] = lambda: None
    during_record: Callable[[], object] = lambda: None
    ran: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open the storage."""
        self.storage = MemoryStorage(lambda: self.now)
        self.book = ConsentBook(self.storage.consents, lifetime_s=100, clock=lambda: self.now)

    def subject_of(self, call: Call) -> Subject:
        """See `SubjectSource`."""
        del call
        return Subject(self.user_id, "editor", self.scopes, "session-1", self.token_id, self.is_local)

    def exceeded(self, caller: str) -> int | None:
        """See `RateLimiter`."""
        assert caller == "editor"
        return self.wait_s

    def is_revoked(self, client_id: str, jti: str) -> bool:
        """See `Revocations`."""
        assert client_id == "editor"
        return jti in self.revoked

    async def append_async(self, event: AuditEvent, /) -> str:
        """See `AuditTrail`."""
        if self.log_is_full:
            raise OSError("no space left on device")
        self.events.append(event)
        self.during_record()
        return f"event-{len(self.events)}"

    def gate(self) -> Gate:
        """Return the gate in front of `test`."""
        return Gate(
            server="test",
            subjects=self,
            limiter=self,
            revocations=self,
            policy=ToolPolicy("not_required", 100, {"erase": "required"}),
            consents=self.book,
            dialogue=ConsentDialogue(lambda: self.now),
            defaults=ArgumentDefaults(
                self.storage.parameters, lambda tool, name: self.environment.get(f"{tool}.{name}")
            ),
            audit=self,
            consents_by_first_use=self.consents_by_first_use,
            opening_scope="mcp.access",
        )

    def server(self) -> StrictMCPServer:
        """Return a server with a harmless tool, a sensitive one and others that go wrong."""
        server = StrictMCPServer("test", guards=[self.gate()])

        @server.tool()
        def look(times: int = 1, unit: str = "metre", deep: bool = False) -> str:
            """Look at something."""
            self.ran.append("look")
            self.during_call()
            return f"{times} {unit} {deep}"

        @server.tool(meta=demands("data.erase"))
        def erase(name: str) -> str:
            """Erase something."""
            self.ran.append("erase")
            self.during_call()
            return f"erased {name}"

        @server.tool()
        def clash() -> str:
            """Fail in a way that was foreseen."""
            raise conflict("It is there already.")

        @server.tool()
        def break_down() -> str:
            """Fail in a way that nobody foresaw."""
            raise RuntimeError("kim@example.com")

        @server.tool()
        def guarded() -> str:
            """Leave a record of its own, as a secure tool does."""
            caller = current_caller()
            assert caller is not None
            note_record(f"own record of {caller.user_id} in {caller.session_id}")
            return "done"

        @server.resource("test://text")
        def text() -> str:
            return "text"

        @server.prompt()
        def ask() -> str:
            return "What is it?"

        return server

    def client(self, mode: ConnectMode = MODERN, answer: ElicitResult | None = None) -> Client:
        """Return a client; with `answer` it can ask its person, who then answers so."""

        async def respond(context: Any, params: Any) -> ElicitResult:
            del context, params
            assert answer is not None
            return answer

        return Client(self.server(), mode=mode, elicitation_callback=respond if answer else None)


ACCEPT = ElicitResult(action="accept", content={"consent": True})
UNTICKED = ElicitResult(action="accept", content={"consent": False})
DECLINE = ElicitResult(action="decline")
