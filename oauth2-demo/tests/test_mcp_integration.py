"""The flow that a client triggers, with real processes: client, stdio tools, OAuth2 server, protected resource, log.

Runs with pytest, and by path: `python oauth2-demo/tests/test_mcp_integration.py`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from oauth2_demo.oauth_client.installation import Installation
from oauth2_demo.oauth_client.server_client import OAuthServerClient
from oauth2_demo.oauth_client.tools import OAuth2Tools
from oauth2_demo.tests.http.http_harness import HANG_GUARD_S, PACKAGE, environment, free_port, running_server
from oauth2_demo.tests.mcp.fake_oauth_server import FakeServer, fake_server
from oauth2_demo.tests.mcp.raw_session import RawSession

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from mcp_types import CallToolResult

    from oauth2_demo.tests.http.http_harness import RunningServer

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

TOOLS = PACKAGE / "core" / "oauth2_mcp_tools.py"
MODES = ["legacy", "auto", "2026-07-28"]


@pytest.fixture
def anyio_backend() -> str:
    """The backend that the servers use."""
    return "asyncio"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """One separated server for all tests here."""
    with running_server("separated", tmp_path_factory.mktemp("server") / "home") as running:
        yield running


@asynccontextmanager
async def stdio_tools(home: Path, mode: str = "auto", **settings: object) -> AsyncIterator[Client]:
    """The official client on the stdio tools, in a process of their own."""
    parameters = StdioServerParameters(
        command=sys.executable, args=[str(TOOLS)], env=environment(home, settings), cwd=str(home)
    )
    async with Client(parameters, mode=mode, read_timeout_seconds=HANG_GUARD_S) as client:
        yield client


def content_of(result: CallToolResult) -> dict[str, Any]:
    """The structured content of a result that is no error."""
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return dict(result.structured_content)


@pytest.mark.parametrize("mode", MODES)
async def test_a_client_gets_a_token_through_the_tools_and_the_resource_takes_it(
    server: RunningServer, tmp_path: Path, mode: str
) -> None:
    async with stdio_tools(tmp_path, mode, issuer=server.issuer) as client:
        assert content_of(await client.call_tool("get_oauth2_server_status"))["healthy"] is True
        token = content_of(await client.call_tool("create_oauth2_test_token", {"include_token": True}))
    answer = server.hello(token["access_token"])
    assert answer.json()["authenticated_client"] == "mcp-client"
    story = [record["event_type"] for record in server.records() if token["claims"]["jti"] in json.dumps(record)]
    assert story == ["token_issued", "resource_request"]
    assert token["access_token"] not in server.log_path.read_text(encoding="utf-8")


async def test_the_set_up_is_sound_as_seen_from_another_process(server: RunningServer, tmp_path: Path) -> None:
    async with stdio_tools(tmp_path, issuer=server.issuer, language="ko") as client:
        report = content_of(await client.call_tool("validate_oauth2_setup"))
    failed = [check for check in report["checks"] if check["status"] == "fail"]
    assert failed == []
    # The separated server serves no MCP endpoint, and its keys are its own.
    assert {check["name"] for check in report["checks"] if check["status"] == "not_checked"} >= {
        "expired_token",
        "key_file_mode",
    }
    assert "통과" in report["summary"]


async def test_a_token_that_ended_by_itself_shows_that_expired_tokens_are_refused(tmp_path: Path) -> None:
    with running_server("integrated", tmp_path / "server", settings={"access_token_ttl_s": 1}) as brief:
        installation = Installation(
            server_url=brief.issuer,
            issuer=brief.issuer,
            resource_url=brief.mcp_url,
            client_id="mcp-client",
            client_secret="secret",
            language="en",
            keys_dir=tmp_path / "not-here",
            is_production=False,
        )
        client = OAuthServerClient(installation)
        # Ahead of the real clock, so that the tools consider their token ended as soon as it is.
        tools = OAuth2Tools(installation, client, wall_clock=lambda: time.time() + 60)
        states = [await _state_of(tools, "expired_token")]
        while states[-1] == "not_checked" or brief.hello(str(tools._kept_token)).status_code != 401:
            assert len(states) < 20
            states.append(await _state_of(tools, "expired_token"))
        states.append(await _state_of(tools, "expired_token"))
        await client.aclose()
    assert (states[0], states[-1]) == ("not_checked", "pass")


async def _state_of(tools: OAuth2Tools, name: str) -> str:
    report = await tools.validate_oauth2_setup()
    return next(check.status for check in report.checks if check.name == name)


async def test_the_tools_recover_when_the_server_comes_up(tmp_path: Path) -> None:
    port = free_port()
    issuer = f"http://localhost:{port}"
    async with stdio_tools(tmp_path, issuer=issuer) as client:
        down = await client.call_tool("create_oauth2_test_token", {"language": "ko"})
        assert down.is_error
        assert down.meta is not None
        assert down.meta["error_code"] == 5002
        assert "시작한 뒤 다시 시도" in str(down.content)
        with running_server("separated", tmp_path / "server", port=port):
            assert content_of(await client.call_tool("create_oauth2_test_token"))["revoked"] is True
        status = content_of(await client.call_tool("get_oauth2_server_status"))
        assert status["reachable"] is False


def test_end_of_input_ends_the_tools_while_the_server_keeps_them_waiting(tmp_path: Path) -> None:
    def silent(fake: FakeServer, method: str, path: str) -> None:
        del method, path
        fake.released.wait()

    with (
        fake_server(silent) as fake,
        RawSession(TOOLS, tmp_path, {"OAUTH2_DEMO_ISSUER": fake.url}) as session,
    ):
        session.initialize()
        session.start("tools/call", {"name": "get_oauth2_server_status", "arguments": {}})
        assert fake.asked.wait(HANG_GUARD_S)
        session.close_input()
        assert session.wait() == 0


async def test_neither_secret_nor_token_is_in_anything_the_tools_say(server: RunningServer, tmp_path: Path) -> None:
    as_module = [sys.executable, "-m", "oauth2_demo.core.oauth2_mcp_tools"]
    with RawSession(
        as_module, tmp_path, environment(tmp_path, {"issuer": server.issuer, "log_level": "DEBUG"})
    ) as session:
        session.initialize()
        answers = [
            session.call(name)
            for name in (
                "get_oauth2_server_status",
                "create_oauth2_test_token",
                "get_oauth2_flow_guide",
                "validate_oauth2_setup",
            )
        ]
        left, errors = session.rest()
    said = json.dumps(answers) + left.decode() + errors.decode()
    assert "eyJ" not in said
    # The demo secret is documented and part of the guide's commands; nothing else may say it.
    assert "client_secret=secret" not in errors.decode()


if __name__ == "__main__":
    # A fresh interpreter: pytest must come before what it rewrites, and the imports above came first.
    os.execv(sys.executable, [sys.executable, "-m", "pytest", "-q", __file__])  # noqa: S606 - no input in it
