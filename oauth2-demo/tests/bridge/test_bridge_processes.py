"""The bridge as a process between real clients and real servers, ours and one whose authorization is not ours."""

from __future__ import annotations

import json
import sys
import time
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from mcp import StdioServerParameters
from mcp.client import Client
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError
from mcp_types import ElicitResult, LoggingMessageNotificationParams, TextContent, ToolListChangedNotification

from oauth2_demo.tests.http.http_harness import RunningServer, free_port, run_cli, running_server
from oauth2_demo.tests.mcp.raw_session import ENVELOPE, RawSession
from oauth2_demo.tests.support.processes import HANG_GUARD_S, clean_environment, server_process
from oauth2_demo.tests.support.protected import ALL_SCOPES, MCP_DOCKER, WORKSHOP, Protected, Workshop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from mcp.client.client import ConnectMode

    from oauth2_demo.tests.support.processes import ServerProcess

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

ERAS: tuple[ConnectMode, ConnectMode] = ("legacy", "2026-07-28")
eras = pytest.mark.parametrize("mode", ERAS)
SHORT_LIFE_S = 2


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class Target:
    """What the bridge leads to, and with whose credentials."""

    url: str
    issuer: str
    home: Path
    workshop: Workshop
    client_id: str = "mcp-client"
    secret: str = "secret"

    @property
    def env(self) -> dict[str, str]:
        """The environment of the bridge; the secret is in a file."""
        path = self.home / f"{self.client_id}.secret"
        path.touch(mode=0o600)
        path.write_text(self.secret, encoding="ascii")
        return clean_environment(
            home=self.home, issuer=self.issuer, client_id=self.client_id, client_secret_file=path, log_level="WARNING"
        )

    def command(self, *options: str) -> list[str]:
        """The command line of the bridge."""
        return [MCP_DOCKER, "bridge", self.url, *options]


class Person:
    """What a client hears, and what its person answers."""

    def __init__(self, **answer: str | bool) -> None:
        self.answer = answer
        self.logged: list[object] = []
        self.heard_of_tools = anyio.Event()

    async def respond(self, context: Any, params: Any) -> ElicitResult:
        """Answer a question."""
        del context, params
        return ElicitResult(action="accept", content=dict(self.answer))

    async def log(self, params: LoggingMessageNotificationParams) -> None:
        """Hear a log message."""
        self.logged.append(params.data)

    async def hear(self, message: object) -> None:
        """Hear anything else."""
        if isinstance(message, ToolListChangedNotification):
            self.heard_of_tools.set()


@asynccontextmanager
async def bridged(target: Target, mode: ConnectMode, person: Person, *options: str) -> AsyncIterator[Client]:
    """A client whose server is a bridge."""
    command = target.command(*options)
    parameters = StdioServerParameters(command=command[0], args=command[1:], env=target.env)
    async with Client(
        stdio_client(parameters),
        mode=mode,
        elicitation_callback=person.respond,
        logging_callback=person.log,
        log_level="info" if mode != "legacy" else None,
        message_handler=person.hear,
    ) as client:
        yield client


def ours(endpoints: Protected, server: str | None = None) -> Target:
    return Target(endpoints.url(server), endpoints.oauth.issuer, endpoints.home, endpoints.workshop)


@dataclass
class Foreign:
    """A server of the SDK behind the SDK's own authorization, which asks an authorization server of ours."""

    target: Target
    oauth: RunningServer
    port: int
    running: ExitStack
    process: ServerProcess | None = None

    def start(self) -> None:
        """Start it, again if need be."""
        env = {**clean_environment(), "WORKSHOP_DIR": str(self.target.workshop.folder)}
        command = [sys.executable, str(WORKSHOP), str(self.port), self.target.issuer]
        home = self.target.home
        self.process = self.running.enter_context(
            server_process(command, home=home, env=env, ready_url=self.target.url, name="foreign")
        )

    def stop(self) -> None:
        """Stop it, with what it knew of sessions."""
        assert self.process is not None
        self.process.process.kill()
        self.process.process.wait(HANG_GUARD_S)

    def issued(self) -> int:
        """How many tokens the bridge has got."""
        return [record["event_type"] for record in self.oauth.records()].count("token_issued")


@contextmanager
def foreign_server(home: Path, **settings: object) -> Iterator[Foreign]:
    workshop = Workshop(home / "workshop")
    workshop.folder.mkdir(parents=True)
    secret = max(run_cli(home, "clients", "add", "editor", "--scope", "mcp.access").split(), key=len)
    port = free_port()
    url = f"http://localhost:{port}/mcp"
    with (
        running_server("separated", home, settings={"mcp_resource_url": url, **settings}) as oauth,
        ExitStack() as running,
    ):
        foreign = Foreign(Target(url, oauth.issuer, home, workshop, "editor", secret), oauth, port, running)
        foreign.start()
        yield foreign


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Foreign]:
    with foreign_server(tmp_path_factory.mktemp("foreign"), access_token_ttl_s=SHORT_LIFE_S) as server:
        yield server


@pytest.fixture(params=["ours", "foreign"])
def target(request: pytest.FixtureRequest) -> Target:
    if request.param == "foreign":
        server: Foreign = request.getfixturevalue("foreign")
        return server.target
    return ours(request.getfixturevalue("separated"), "workshop")


def text_of(result: Any) -> str:
    (part,) = result.content
    assert isinstance(part, TextContent), result
    return part.text


@eras
async def test_everything_passes_through(target: Target, mode: ConnectMode) -> None:
    person = Person(color="blue")
    heard: list[tuple[float, float | None]] = []

    async def count(progress: float, total: float | None, message: str | None) -> None:
        del message
        heard.append((progress, total))

    async with bridged(target, mode, person) as client:
        assert "hold" in [tool.name for tool in (await client.list_tools()).tools]
        assert text_of(await client.call_tool("echo", {"text": "안녕하세요 ✓"})) == "안녕하세요 ✓"
        await client.call_tool("count", {"to": 3}, progress_callback=count)
        assert heard == [(1, 3), (2, 3), (3, 3)]
        assert text_of(await client.call_tool("ask", {})) == "blue"
        await client.call_tool("announce", {})
        assert person.logged == ["from the workshop"]
        if mode == "legacy":
            # It comes on a stream of its own.
            with anyio.fail_after(HANG_GUARD_S):
                await person.heard_of_tools.wait()
        (content,) = (await client.read_resource("workshop://text")).contents
        assert getattr(content, "text", None) == "a text"
        with pytest.raises(MCPError) as unknown:
            await client.get_prompt("none")
        assert unknown.value.error.code == -32602 or target.client_id == "editor"


@eras
async def test_a_slow_call_blocks_no_quick_one_and_can_be_cancelled(target: Target, mode: ConnectMode) -> None:
    name = f"slow-{mode}-{target.client_id}"
    async with bridged(target, mode, Person()) as client, anyio.create_task_group() as tasks:
        slow = anyio.CancelScope()

        async def hold() -> None:
            with slow:
                await client.call_tool("hold", {"name": name})

        tasks.start_soon(hold)
        await anyio.to_thread.run_sync(target.workshop.wait_for, name, "started")
        assert text_of(await client.call_tool("echo", {"text": "quick"})) == "quick"
        slow.cancel()
        await anyio.to_thread.run_sync(target.workshop.wait_for, name, "cancelled")


@eras
async def test_it_leads_to_the_integrated_server_and_carries_the_question_of_the_gate(
    endpoints: Protected, mode: ConnectMode
) -> None:
    person = Person(consent=True)
    async with bridged(ours(endpoints), mode, person, "--scope", ALL_SCOPES) as client:
        guide = await client.call_tool("get_oauth2_flow_guide", {"language": "ko"})
        assert not guide.is_error
        issued = await client.call_tool("create_oauth2_test_token", {})
        assert not issued.is_error, issued
    await anyio.to_thread.run_sync(lambda: endpoints.cli("consent", "revoke", "--user", "mcp-client"))
    async with bridged(ours(endpoints), mode, person, "--scope", ALL_SCOPES) as client:
        refused = await client.call_tool("create_oauth2_test_token", {})
        assert refused.is_error
        assert "revoked" in text_of(refused)
    endpoints.forget_consents()


async def test_it_signs_with_a_private_key(separated: Protected) -> None:
    target = ours(separated, "workshop")
    target.client_id = separated.key_client.client_id
    async with bridged(
        target, "2026-07-28", Person(), "--private-key-file", str(separated.key_client.private_key)
    ) as client:
        assert text_of(await client.call_tool("echo", {"text": "signed"})) == "signed"


async def test_a_token_is_renewed_before_it_ends(foreign: Foreign) -> None:
    async with bridged(foreign.target, "legacy", Person()) as client:
        await client.list_tools()
        before, end = foreign.issued(), time.monotonic() + HANG_GUARD_S
        while foreign.issued() < before + 2:
            assert time.monotonic() < end, "the token was never renewed"
            assert text_of(await client.call_tool("echo", {"text": "still here"})) == "still here"
    judged = [record for record in foreign.oauth.records() if record["event_type"] == "token_introspected"]
    assert [record for record in judged if record["outcome"] != "success"] == []


@eras
async def test_a_server_that_was_restarted_is_used_as_if_nothing_had_happened(
    foreign: Foreign, mode: ConnectMode
) -> None:
    async with bridged(foreign.target, mode, Person()) as client:
        await client.call_tool("echo", {"text": "before"})
        foreign.stop()
        foreign.start()
        assert text_of(await client.call_tool("echo", {"text": "after"})) == "after"


@eras
async def test_a_server_that_is_down_is_named_and_found_again_when_it_is_back(
    foreign: Foreign, mode: ConnectMode
) -> None:
    async with bridged(foreign.target, mode, Person(), "--reconnect-for-s", "0") as client:
        await client.call_tool("echo", {"text": "before"})
        foreign.stop()
        with pytest.raises(MCPError) as down:
            await client.call_tool("echo", {"text": "into the void"})
        assert "cannot be reached; start the server there, then try again" in down.value.error.message
        assert (down.value.error.data or {})["error_code"] == 5002
        foreign.start()
        assert text_of(await client.call_tool("echo", {"text": "after"})) == "after"


async def test_wrong_credentials_are_named_and_not_shown(foreign: Foreign) -> None:
    stranger = Target(foreign.target.url, foreign.target.issuer, foreign.target.home, foreign.target.workshop)
    stranger.client_id, stranger.secret = "stranger", "v3ry-private-word"
    with RawSession(stranger.command(), stranger.home, stranger.env) as session:
        error = session.modern("tools/list")["error"]
        _, errors = session.rest()
    assert "invalid_client; check the client id and its secret or key" in error["message"]
    assert error["data"]["error_code"] == 1001
    assert "v3ry-private-word" not in json.dumps(error) + errors.decode()


def command_lines() -> str:
    """What every process list shows."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue  # It has ended meanwhile.
    return "\n".join(lines)


def test_end_of_input_ends_it_and_no_process_list_shows_the_secret(foreign: Foreign) -> None:
    target = foreign.target
    with RawSession(target.command(), target.home, target.env) as session:
        assert "result" in session.modern("tools/list")
        shown = command_lines()
        assert " ".join(target.command()) in shown
        assert target.secret not in shown
        session.close_input()
        assert session.wait() == 0


def test_subscriptions_of_the_new_protocol_pass_through(foreign: Foreign) -> None:
    target = foreign.target
    with RawSession(target.command(), target.home, target.env) as session:
        listening = session.start(
            "subscriptions/listen", {"notifications": {"toolsListChanged": True}, "_meta": dict(ENVELOPE)}
        )
        assert session.receive()["method"] == "notifications/subscriptions/acknowledged"
        session.start("tools/call", {"name": "announce", "arguments": {}, "_meta": dict(ENVELOPE)})
        heard = [session.receive() for _ in range(2)]
        (told,) = [message for message in heard if message.get("method") == "notifications/tools/list_changed"]
        assert told["params"]["_meta"]["io.modelcontextprotocol/subscriptionId"] == listening


def test_what_is_no_message_is_answered_and_the_bridge_lives(foreign: Foreign) -> None:
    target = foreign.target
    with RawSession(target.command(), target.home, target.env) as session:
        session.send_bytes(b'{"jsonrpc"')
        assert session.receive()["error"]["code"] == -32700
        session.send_bytes(b'{"jsonrpc":"2.0","id":1,"method":"\xff"}')
        assert session.receive()["error"]["code"] == -32700
        session.send([])
        assert session.receive()["error"]["code"] == -32600
        assert session.modern("no/such/method")["error"]["code"] == -32601
        assert "result" in session.modern("tools/list")
