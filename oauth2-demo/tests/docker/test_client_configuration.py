"""The five entries of `.cursor/mcp.json`, exactly as written, each with a real MCP client."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from oauth2_demo.tests.support.stack import NODE_SERVER, PYTHON_SERVER, ROOT, Stack, docker, inside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mcp_types import CallToolResult

pytestmark = pytest.mark.docker

ENTRIES = json.loads((ROOT / ".cursor/mcp.json").read_text(encoding="utf-8"))["mcpServers"]
GONE_WITHIN_S = 30


@dataclass(frozen=True)
class Session:
    """What one session with a server showed."""

    tools: list[str]
    result: CallToolResult


def _converse(name: str, tool: str, arguments: Mapping[str, object]) -> Session:
    """Start an entry as a client does, list its tools, call one, and end the session."""

    async def converse() -> Session:
        entry = ENTRIES[name]
        server = StdioServerParameters(command=entry["command"], args=entry["args"], env=dict(os.environ))
        async with Client(stdio_client(server), read_timeout_seconds=40) as client:
            tools = [listed.name for listed in (await client.list_tools()).tools]
            return Session(tools, await client.call_tool(tool, dict(arguments)))

    return asyncio.run(asyncio.wait_for(converse(), 90))


def _structured(session: Session) -> dict[str, object]:
    assert not session.result.is_error, session.result.content
    answer: dict[str, object] | None = session.result.structured_content
    assert answer is not None
    return answer


def _servers(container: str) -> list[str]:
    """The commands of the tool servers that run in a container."""
    processes = docker("top", container, "-eo", "pid,args").splitlines()[1:]
    servers = [line for line in processes if "_mcp_server" in line or "mcp_tools" in line or "/opt/mcp/" in line]
    return [line for line in servers if "healthcheck" not in line]


def _wait_until(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + GONE_WITHIN_S
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.2)
    return is_so()


@pytest.mark.usefixtures("stack")
def test_the_weather_example_answers() -> None:
    session = _converse("Python MCP Server (Docker exec)", "get_weather", {"city": "Seoul", "month": 1})
    assert "get_weather" in session.tools
    assert _structured(session)["city"] == "Seoul"


@pytest.mark.usefixtures("stack")
def test_the_oauth2_tools_reach_the_server_beside_them() -> None:
    session = _converse("OAuth2 MCP Tools", "validate_oauth2_setup", {})
    assert set(session.tools) == {
        "get_oauth2_server_status",
        "create_oauth2_test_token",
        "get_oauth2_flow_guide",
        "validate_oauth2_setup",
    }
    report = _structured(session)
    assert report["ok"] is True, report
    assert report["failed"] == 0


@pytest.mark.usefixtures("stack")
def test_the_security_tools_find_personal_data() -> None:
    session = _converse("Security MCP Tools", "test_pii_detection", {"text": "고객 홍길동님 hong@example.com"})
    assert {"test_encryption", "get_security_audit_log", "generate_security_report"} <= set(session.tools)
    assert "hong@example.com" not in json.dumps(_structured(session), ensure_ascii=False)


@pytest.mark.usefixtures("stack")
def test_sequential_thinking_answers() -> None:
    thought = {"thought": "Measure first.", "thoughtNumber": 1, "totalThoughts": 1, "nextThoughtNeeded": False}
    session = _converse("sequential-thinking (Docker exec)", "sequentialthinking", thought)
    assert session.tools == ["sequentialthinking"]
    assert not session.result.is_error


@pytest.mark.usefixtures("stack")
def test_context7_introduces_itself_and_answers_a_call() -> None:
    # What it answers comes from the internet. Without one it says so; that it answers at all is what is ours to show.
    question = {"query": "How do I add middleware?", "libraryName": "starlette"}
    session = _converse("Context7 MCP (Docker exec)", "resolve-library-id", question)
    assert {"resolve-library-id", "query-docs"} <= set(session.tools)
    assert session.result.content


@pytest.mark.parametrize(
    ("container", "entry"),
    [(NODE_SERVER, "Context7 MCP (Docker exec)"), (NODE_SERVER, "sequential-thinking (Docker exec)")],
)
@pytest.mark.usefixtures("stack")
def test_node_servers_start_with_no_network_on_a_read_only_root(container: str, entry: str) -> None:
    image = docker("inspect", "--format", "{{.Image}}", container).strip()
    confined = ["run", "--rm", "-i", "--network", "none", "--read-only", "--tmpfs", "/tmp", "--user", "12345:12345"]

    async def introduce() -> list[str]:
        command = ENTRIES[entry]["args"][3:]
        server = StdioServerParameters(command="docker", args=[*confined, image, *command], env=dict(os.environ))
        async with Client(stdio_client(server), read_timeout_seconds=40) as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    assert asyncio.run(asyncio.wait_for(introduce(), 60))


@pytest.mark.parametrize("name", ENTRIES)
@pytest.mark.usefixtures("stack")
def test_no_server_is_left_when_its_client_was_killed(name: str) -> None:
    # Killing the docker client is what a client that crashes or is closed does; it signals nothing to the container.
    entry = ENTRIES[name]
    container = entry["args"][2]
    assert _wait_until(lambda: not _servers(container)), _servers(container)
    with subprocess.Popen(
        [entry["command"], *entry["args"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as client:
        started = _wait_until(lambda: bool(_servers(container)))
        client.send_signal(signal.SIGKILL)
    assert started, "the server never started"
    assert _wait_until(lambda: not _servers(container)), _servers(container)


def test_tools_in_the_container_and_people_on_the_host_see_one_log(stack: Stack) -> None:
    _converse("OAuth2 MCP Tools", "create_oauth2_test_token", {})
    on_the_host = stack.run("tail", "-n", "20", str(stack.log))
    assert on_the_host.returncode == 0, on_the_host.stderr
    inside_it = inside(PYTHON_SERVER, "tail", "-n", "20", "/workspace/oauth2-demo/logs/security_audit.log")
    assert on_the_host.stdout == inside_it
    records = [json.loads(line) for line in on_the_host.stdout.splitlines()]
    assert any(record["client_id"] == "mcp-client" for record in records)
