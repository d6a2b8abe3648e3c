"""The tool servers over protected Streamable HTTP on port 8080, from this machine, with real clients."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import httpx2
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

from oauth2_demo.tests.support.documents import blocks_for
from oauth2_demo.tests.support.stack import CONTAINERS, OAUTH2_SERVER, PYTHON_SERVER, ROOT, Stack, docker, inside, run
from oauth2_demo.tests.support.stack import URL as ISSUER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Mapping

    from mcp_types import CallToolResult

pytestmark = [pytest.mark.docker, pytest.mark.usefixtures("stack")]

_T = TypeVar("_T")
BASE = "http://localhost:8080"
JOINED = f"{BASE}/mcp"
SECURITY = f"{BASE}/security/mcp"
# Each endpoint, and one harmless call there.
ENDPOINTS: dict[str, tuple[str, dict[str, object]]] = {
    JOINED: ("get_weather", {"city": "Seoul", "month": 1}),
    f"{BASE}/oauth2/mcp": ("get_oauth2_server_status", {}),
    SECURITY: ("test_pii_detection", {"text": "hong@example.com"}),
    f"{BASE}/weather/mcp": ("get_weather", {"city": "Busan", "month": 8}),
}
CREDENTIALS = ("mcp-client", "secret")
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
BRIDGE = Path(sys.executable).with_name("mcp-docker")
AUDIT = "get_security_audit_log"
BACK_WITHIN_S = 10


def _token(resource: str | None, scope: str = "mcp.access") -> str:
    form = {"grant_type": "client_credentials", "scope": scope} | ({"resource": resource} if resource else {})
    answer = httpx2.post(f"{ISSUER}/oauth2/token", data=form, auth=CREDENTIALS, timeout=10)
    assert answer.status_code == httpx2.codes.OK, answer.text
    token: str = answer.json()["access_token"]
    return token


def _post(url: str, token: str | None = None, **headers: str) -> httpx2.Response:
    given = {"Authorization": f"Bearer {token}"} if token else {}
    accept = {"Accept": "application/json, text/event-stream"}
    return httpx2.post(url, json=INITIALIZE, headers={**accept, **given, **headers}, timeout=20)


@asynccontextmanager
async def _over_http(url: str, token: str) -> AsyncIterator[Client]:
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=30) as http,
        Client(streamable_http_client(url, http_client=http), read_timeout_seconds=30) as client,
    ):
        yield client


def _bridge(url: str, *options: str) -> Client:
    server = StdioServerParameters(command=str(BRIDGE), args=["bridge", url, *options], env=dict(os.environ))
    return Client(stdio_client(server), read_timeout_seconds=40)


def _bounded(conversation: Coroutine[object, object, _T]) -> _T:
    return asyncio.run(asyncio.wait_for(conversation, 90))


def _structured(result: CallToolResult) -> Mapping[str, object]:
    assert not result.is_error, result.content
    answer: Mapping[str, object] | None = result.structured_content
    assert answer is not None
    return answer


def _refusal(result: CallToolResult) -> str:
    assert result.is_error
    return " ".join(getattr(part, "text", "") for part in result.content)


@pytest.mark.parametrize("url", ENDPOINTS)
def test_without_a_token_an_endpoint_says_where_to_get_one(url: str) -> None:
    refused = _post(url)
    assert refused.status_code == httpx2.codes.UNAUTHORIZED
    metadata_url = url.replace(BASE, f"{BASE}/.well-known/oauth-protected-resource")
    challenge = refused.headers["www-authenticate"]
    assert challenge.startswith("Bearer ")
    assert f'resource_metadata="{metadata_url}"' in challenge
    assert 'scope="mcp.access"' in challenge
    metadata = httpx2.get(metadata_url, timeout=10).json()
    assert metadata["resource"] == url
    assert metadata["authorization_servers"] == [ISSUER]


@pytest.mark.parametrize("url", ENDPOINTS)
def test_a_token_for_an_endpoint_opens_it_for_a_real_client(url: str) -> None:
    tool, arguments = ENDPOINTS[url]

    async def call() -> CallToolResult:
        async with _over_http(url, _token(url)) as client:
            assert tool in [listed.name for listed in (await client.list_tools()).tools]
            return await client.call_tool(tool, arguments)

    assert _structured(_bounded(call()))


@pytest.mark.parametrize("resource", [None, f"{BASE}/weather/mcp"])
def test_a_token_for_something_else_is_refused(resource: str | None) -> None:
    refused = _post(SECURITY, _token(resource))
    assert refused.status_code == httpx2.codes.UNAUTHORIZED
    assert 'error="invalid_token"' in refused.headers["www-authenticate"]
    assert SECURITY in refused.json()["error_description"]


def test_a_page_of_another_origin_and_an_unknown_host_are_turned_away() -> None:
    token = _token(JOINED)
    assert _post(JOINED, token, Origin="https://evil.example").status_code == httpx2.codes.FORBIDDEN
    assert _post(JOINED, token, Host="evil.example:8080").status_code == httpx2.codes.MISDIRECTED_REQUEST


def test_the_endpoint_answers_to_its_name_between_containers() -> None:
    probe = (
        "import sys, urllib.request as r\n"
        "headers = {'Authorization': 'Bearer ' + sys.stdin.read(), 'Content-Type': 'application/json',\n"
        "    'Accept': 'application/json, text/event-stream'}\n"
        f"body = {json.dumps(INITIALIZE).encode()!r}\n"
        "request = r.Request('http://mcp-server:8080/mcp', data=body, headers=headers)\n"
        "print(r.urlopen(request, timeout=20).status)\n"
    )
    assert docker("exec", "-i", OAUTH2_SERVER, "python", "-c", probe, stdin=_token(JOINED)).strip() == "200"


def test_a_real_client_uses_the_bridge_as_a_stdio_server() -> None:
    async def call() -> tuple[set[str], CallToolResult]:
        async with _bridge(JOINED) as client:
            tools = {listed.name for listed in (await client.list_tools()).tools}
            return tools, await client.call_tool("validate_oauth2_setup", {})

    tools, result = _bounded(call())
    assert {"get_weather", "get_oauth2_server_status", "test_pii_detection", AUDIT} <= tools
    assert _structured(result)["ok"] is True


def test_the_entry_of_the_readme_is_a_stdio_server_over_http() -> None:
    (block,) = blocks_for(__file__)
    (entry,) = json.loads(block.text)["mcpServers"].values()
    arguments = [argument.replace("${workspaceFolder}", str(ROOT)) for argument in entry["args"]]

    async def call() -> CallToolResult:
        # The environment of this test run is there already, and must stay as it is.
        server = StdioServerParameters(
            command=entry["command"], args=arguments, env=dict(os.environ, UV_NO_SYNC="1"), cwd="/"
        )
        async with Client(stdio_client(server), read_timeout_seconds=60) as client:
            return await client.call_tool("get_weather", {"city": "Seoul", "month": 1})

    assert _structured(_bounded(call()))["city"] == "Seoul"


def test_a_token_revoked_at_the_oauth2_server_ends_the_next_call() -> None:
    async def call_and_revoke() -> str:
        token = _token(JOINED)
        async with _over_http(JOINED, token) as client:
            _structured(await client.call_tool("list_cities", {}))
            revoked = httpx2.post(f"{ISSUER}/oauth2/revoke", data={"token": token}, auth=CREDENTIALS, timeout=10)
            assert revoked.status_code == httpx2.codes.OK
            return _refusal(await client.call_tool("list_cities", {}))

    assert "revoked" in _bounded(call_and_revoke())


def test_consent_is_asked_for_and_ends_when_it_is_revoked() -> None:
    consent = (PYTHON_SERVER, "mcp-docker", "consent")
    run("docker", "exec", *consent, "revoke", AUDIT, "--user", "mcp-client")

    async def converse() -> None:
        async with _bridge(SECURITY, "--scope", "mcp.access audit.read") as client:
            assert "consent" in _refusal(await client.call_tool(AUDIT, {"limit": 1}))
            inside(*consent, "grant", AUDIT, "--server", "security", "--user", "mcp-client", "--yes")
            assert _structured(await client.call_tool(AUDIT, {"limit": 1}))["records"]
            inside(*consent, "revoke", AUDIT, "--user", "mcp-client")
            assert "was revoked" in _refusal(await client.call_tool(AUDIT, {"limit": 1}))

    _bounded(converse())
    assert f"security/{AUDIT}  revoked" in inside(*consent, "list")


def test_consent_holds_in_every_session_and_its_end_too() -> None:
    # Over docker exec the local identity consents by first use (development); the command line takes it back.
    async def converse() -> None:
        arguments = ["exec", "-i", PYTHON_SERVER, "uv", "run", "/workspace/oauth2-demo/security/secure_mcp_tools.py"]
        server = StdioServerParameters(command="docker", args=arguments, env=dict(os.environ))
        async with Client(stdio_client(server), read_timeout_seconds=40) as client:
            _structured(await client.call_tool(AUDIT, {"limit": 1}))
            inside(PYTHON_SERVER, "mcp-docker", "consent", "revoke", AUDIT)
            assert "was revoked" in _refusal(await client.call_tool(AUDIT, {"limit": 1}))

    inside(PYTHON_SERVER, "mcp-docker", "consent", "grant", AUDIT, "--server", "security", "--yes")
    _bounded(converse())
    inside(PYTHON_SERVER, "mcp-docker", "consent", "grant", AUDIT, "--server", "security", "--yes")


def test_a_tool_whose_scope_was_not_asked_for_is_refused_with_its_name() -> None:
    async def call() -> str:
        async with _over_http(SECURITY, _token(SECURITY)) as client:
            return _refusal(await client.call_tool(AUDIT, {"limit": 1}))

    assert "audit.read" in _bounded(call())


def test_a_stored_default_fills_in_what_a_call_leaves_out() -> None:
    params = (PYTHON_SERVER, "mcp-docker", "params")
    weather = f"{BASE}/weather/mcp"

    async def call() -> CallToolResult:
        async with _over_http(weather, _token(weather)) as client:
            return await client.call_tool("get_weather", {"city": "Seoul", "month": 7})

    inside(*params, "set", "get_weather", "unit", "fahrenheit", "--user", "mcp-client")
    try:
        assert _structured(_bounded(call()))["unit"] == "fahrenheit"
    finally:
        inside(*params, "unset", "get_weather", "unit", "--user", "mcp-client")
    assert _structured(_bounded(call()))["unit"] == "celsius"


def test_without_the_oauth2_server_every_call_is_refused_with_the_reason_and_served_again_soon(stack: Stack) -> None:
    token = _token(JOINED)
    docker("stop", "--time", "12", OAUTH2_SERVER)
    try:
        refused = _post(JOINED, token)
        ready = httpx2.get(f"{BASE}/health/ready", timeout=20)
    finally:
        assert stack.compose("up", "-d", "--wait", "oauth2-web-server", timeout_s=60).returncode == 0
    back_at = time.monotonic()
    while _post(JOINED, token).status_code != httpx2.codes.OK and time.monotonic() - back_at < BACK_WITHIN_S:
        time.sleep(0.2)
    assert _post(JOINED, token).status_code == httpx2.codes.OK
    assert refused.status_code == httpx2.codes.SERVICE_UNAVAILABLE
    assert "the authorization server" in refused.json()["error_description"]
    assert int(refused.headers["retry-after"]) <= BACK_WITHIN_S
    assert ready.status_code == httpx2.codes.SERVICE_UNAVAILABLE
    assert {name for name, state in ready.json()["checks"].items() if state != "ok"} == {"authorization_server"}


def test_every_container_ends_when_it_is_told_to_even_with_a_session_open(stack: Stack) -> None:
    async def stop_meanwhile() -> set[str]:
        async with _over_http(JOINED, _token(JOINED)) as client:
            await client.list_tools()
            docker("stop", "--time", "10", *CONTAINERS)
            return set(docker("inspect", "--format", "{{.State.ExitCode}}", *CONTAINERS).split())

    try:
        codes = _bounded(stop_meanwhile())
    finally:
        assert stack.compose("up", "-d", "--wait", timeout_s=120).returncode == 0
    # The engine kills what has not ended in time; the exit code is 137 then.
    assert codes <= {"0", "143"}, codes
