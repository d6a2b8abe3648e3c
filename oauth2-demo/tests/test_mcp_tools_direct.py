"""The four OAuth2 tools, called in process against a real OAuth2 server process.

Runs with pytest, and by path: `python oauth2-demo/tests/test_mcp_tools_direct.py`.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
from mcp import Client

from oauth2_demo.core.oauth2_mcp_tools import build_server
from oauth2_demo.settings import Settings
from oauth2_demo.tests.http.http_harness import running_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from mcp_types import CallToolResult

    from oauth2_demo.tests.http.http_harness import RunningServer

pytestmark = [pytest.mark.integration, pytest.mark.anyio]


@pytest.fixture
def anyio_backend() -> str:
    """The backend that the servers use."""
    return "asyncio"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """One integrated server for all tests here."""
    with running_server("integrated", tmp_path_factory.mktemp("server") / "home") as running:
        yield running


def settings_for(server: RunningServer, **changed: object) -> Settings:
    """Settings of tools that use `server` and see its keys."""
    return Settings.model_validate({"home": server.home, "issuer": server.issuer, **changed})


@asynccontextmanager
async def tools_for(settings: Settings, mode: str = "2026-07-28") -> AsyncIterator[Client]:
    """A client of the tools, in process."""
    async with Client(build_server(settings), mode=mode) as client:
        yield client


def content_of(result: CallToolResult) -> dict[str, Any]:
    """The structured content of a result that is no error, after checking that the text says the same."""
    assert not result.is_error, result.content
    assert result.structured_content is not None
    text = result.content[0]
    assert text.type == "text"
    assert json.loads(text.text) == result.structured_content
    return dict(result.structured_content)


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
async def test_the_status_tells_what_the_running_server_says(server: RunningServer, mode: str) -> None:
    async with tools_for(settings_for(server), mode) as client:
        status = content_of(await client.call_tool("get_oauth2_server_status", {"language": "en"}))
    assert status["reachable"] is True
    assert status["healthy"] is True
    assert status["latency_ms"] > 0
    assert status["version"] == "0.1.0"
    assert status["health"]["status"] == "ok"
    assert status["metadata"]["issuer"] == server.issuer
    assert status["metadata"]["token_endpoint"] == f"{server.issuer}/oauth2/token"
    assert status["problems"] == []


async def test_a_server_with_another_issuer_is_a_problem_with_advice(server: RunningServer) -> None:
    settings = settings_for(server, issuer="https://other.example", server_url=server.issuer)
    async with tools_for(settings) as client:
        status = content_of(await client.call_tool("get_oauth2_server_status", {"language": "ko"}))
    assert status["reachable"] is True
    assert "OAUTH2_DEMO_ISSUER" in status["problems"][0]


async def test_a_test_token_shows_its_claims_and_is_given_back(server: RunningServer) -> None:
    async with tools_for(settings_for(server)) as client:
        result = await client.call_tool("create_oauth2_test_token")
    token = content_of(result)
    assert token["access_token"] is None
    assert token["revoked"] is True
    assert token["expires_in_s"] == 1800
    assert token["header"]["alg"] == "HS256"
    assert token["claims"]["sub"] == "mcp-client"
    assert token["claims"]["aud"] == "mcp-client"
    assert token["claims"]["iss"] == server.issuer
    assert token["expires_at"] > token["issued_at"]
    assert "eyJ" not in str(result.model_dump())
    revoked = [record for record in server.records() if record["event_type"] == "token_revoked"]
    assert any(token["claims"]["jti"] in json.dumps(record) for record in revoked)


async def test_a_token_that_was_asked_for_opens_hello(server: RunningServer) -> None:
    async with tools_for(settings_for(server)) as client:
        token = content_of(await client.call_tool("create_oauth2_test_token", {"include_token": True}))
    assert token["revoked"] is False
    assert server.hello(token["access_token"]).status_code == 200


async def test_a_token_for_the_mcp_endpoint_names_it(server: RunningServer) -> None:
    arguments = {"resource": server.mcp_url, "language": "ko"}
    async with tools_for(settings_for(server)) as client:
        token = content_of(await client.call_tool("create_oauth2_test_token", arguments))
    assert token["claims"]["aud"] == server.mcp_url
    assert token["header"]["typ"] == "at+jwt"
    assert "폐기" in token["summary"]


@pytest.mark.parametrize(
    ("changed", "arguments", "code", "advice"),
    [
        ({"client_secret": "wrong"}, {}, 1001, "OAUTH2_DEMO_CLIENT_SECRET"),
        ({}, {"scope": "admin"}, 2001, "mcp.access"),
        ({}, {"resource": "https://elsewhere.example/mcp"}, 2001, "/mcp"),
    ],
)
async def test_a_refusal_is_a_sentence_with_advice(
    server: RunningServer, changed: dict[str, object], arguments: dict[str, object], code: int, advice: str
) -> None:
    async with tools_for(settings_for(server, **changed)) as client:
        result = await client.call_tool("create_oauth2_test_token", arguments)
    assert result.is_error
    assert result.meta is not None
    assert result.meta["error_code"] == code
    assert advice in str(result.content)
    assert "wrong" not in str(result.content)


async def test_no_token_is_shown_in_production(server: RunningServer) -> None:
    settings = settings_for(server, environment="production", client_secret="not-the-demo-secret")
    async with tools_for(settings) as client:
        result = await client.call_tool("create_oauth2_test_token", {"include_token": True})
    assert result.is_error
    assert result.meta is not None
    assert result.meta["error_code"] == 1002


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_set_up_passes_every_check_that_can_be_made(server: RunningServer, language: str) -> None:
    async with tools_for(settings_for(server)) as client:
        report = content_of(await client.call_tool("validate_oauth2_setup", {"language": language}))
    states = {check["name"]: check["status"] for check in report["checks"]}
    assert set(states) == {
        "health",
        "metadata",
        "clock",
        "token",
        "claims",
        "wrong_secret",
        "wrong_scope",
        "wrong_grant",
        "resource_token",
        "hello_with_token",
        "hello_without_token",
        "forged_token",
        "expired_token",
        "missing_scope",
        "revoked_token",
        "key_file_mode",
    }
    assert set(states.values()) == {"pass"}, report
    assert (report["ok"], report["passed"], report["failed"], report["not_checked"]) == (True, len(states), 0, 0)
    assert ("통과" in report["summary"]) is (language == "ko")


async def test_without_sight_of_the_keys_expiry_is_not_claimed_to_work(server: RunningServer, tmp_path: Path) -> None:
    async with tools_for(settings_for(server, home=tmp_path)) as client:
        report = content_of(await client.call_tool("validate_oauth2_setup"))
    states = {check["name"]: check["status"] for check in report["checks"]}
    assert states["expired_token"] == "not_checked"
    assert states["key_file_mode"] == "not_checked"


async def test_the_keys_of_another_installation_prove_nothing(server: RunningServer, tmp_path: Path) -> None:
    with running_server("separated", tmp_path / "other"):
        pass
    async with tools_for(settings_for(server, home=tmp_path / "other")) as client:
        report = content_of(await client.call_tool("validate_oauth2_setup"))
    states = {check["name"]: check["status"] for check in report["checks"]}
    assert states["expired_token"] == "not_checked"
    assert states["key_file_mode"] == "pass"


async def test_a_key_file_that_others_can_read_fails(server: RunningServer, tmp_path: Path) -> None:
    shutil.copytree(server.home / "keys", tmp_path / "keys")
    (tmp_path / "keys" / "jwt_signing.json").chmod(0o644)
    async with tools_for(settings_for(server, home=tmp_path)) as client:
        report = content_of(await client.call_tool("validate_oauth2_setup", {"language": "en"}))
    check = next(check for check in report["checks"] if check["name"] == "key_file_mode")
    assert check["status"] == "fail"
    assert "chmod 600" in check["advice"]
    assert report["ok"] is False


async def test_wrong_credentials_fail_the_token_check_and_leave_the_rest_unchecked(server: RunningServer) -> None:
    async with tools_for(settings_for(server, client_id="nobody-here")) as client:
        report = content_of(await client.call_tool("validate_oauth2_setup"))
    states = {check["name"]: check["status"] for check in report["checks"]}
    assert states["token"] == "fail"
    assert states["hello_with_token"] == "not_checked"
    assert states["hello_without_token"] == "pass"


@pytest.mark.parametrize(("language", "word"), [("ko", "클라이언트"), ("en", "client credentials")])
async def test_the_guide_speaks_both_languages_and_never_shows_a_chosen_secret(
    server: RunningServer, language: str, word: str
) -> None:
    settings = settings_for(server, client_secret="a-chosen-secret")
    async with tools_for(settings) as client:
        guide = content_of(await client.call_tool("get_oauth2_flow_guide", {"language": language}))
        document = await client.read_resource(f"oauth2://flow-guide/{language}")
    text = json.dumps(guide, ensure_ascii=False)
    assert guide["language"] == language
    assert word in text
    assert f"{server.issuer}/oauth2/token" in text
    assert "a-chosen-secret" not in text + str(document)
    assert [step["number"] for step in guide["steps"]] == [1, 2, 3, 4, 5, 6]
    assert guide["title"] in str(document)


async def test_the_metadata_resource_is_the_live_document(server: RunningServer) -> None:
    async with tools_for(settings_for(server)) as client:
        content = (await client.read_resource("oauth2://metadata")).contents[0]
    assert json.loads(content.text) == server.metadata  # type: ignore[union-attr] # a text resource


async def test_the_prompt_leads_through_the_tools(server: RunningServer) -> None:
    async with tools_for(settings_for(server)) as client:
        for language in ("ko", "en"):
            arguments = {"symptom": "401 {on} every call", "language": language}
            text = str((await client.get_prompt("oauth2_troubleshooting", arguments)).messages)
            assert "validate_oauth2_setup" in text
            assert "401 {on} every call" in text


async def test_the_commands_of_the_guide_work_as_they_are(server: RunningServer) -> None:
    import asyncio

    async with tools_for(settings_for(server)) as client:
        guide = content_of(await client.call_tool("get_oauth2_flow_guide"))
    script = "set -eu\n" + "\n".join(step["command"] for step in guide["steps"]) + '\necho "$MCP_TOKEN"\n'
    shell = await asyncio.create_subprocess_exec(
        "bash", "-c", script, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    output, errors = await shell.communicate()
    assert shell.returncode == 0, errors.decode()
    text = output.decode()
    assert "authenticated_client" in text
    assert "401" in text
    assert text.splitlines()[-1].count(".") == 2


if __name__ == "__main__":
    # A fresh interpreter: pytest must come before what it rewrites, and the imports above came first.
    os.execv(sys.executable, [sys.executable, "-m", "pytest", "-q", __file__])  # noqa: S606 - no input in it
