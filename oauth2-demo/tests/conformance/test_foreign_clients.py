"""Clients that we did not write, with their own client-credentials providers, against the real protected endpoints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from mcp.client import Client
from mcp.client.auth.extensions.client_credentials import (
    ClientCredentialsOAuthProvider,
    PrivateKeyJWTOAuthProvider,
    SignedJWTParameters,
)
from mcp.client.streamable_http import streamable_http_client

from oauth2_demo.tests.support.processes import HANG_GUARD_S, clean_environment
from oauth2_demo.tests.support.protected import MCP_DOCKER

if TYPE_CHECKING:
    from mcp.client.auth import OAuthClientProvider
    from mcp.client.client import ConnectMode
    from mcp.shared.auth import OAuthClientInformationFull, OAuthToken

    from oauth2_demo.tests.support.node import NodeTools
    from oauth2_demo.tests.support.protected import Protected

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

HERE = Path(__file__).resolve().parent
INSPECTOR = ("@modelcontextprotocol/inspector", "clients/launcher/build/index.js")
TOOL = "get_oauth2_flow_guide"
METHODS = ["client_secret", "private_key_jwt"]
methods = pytest.mark.parametrize("method", METHODS)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class InMemory:
    """The SDK's port for tokens."""

    tokens: OAuthToken | None = None
    information: OAuthClientInformationFull | None = None

    async def get_tokens(self) -> OAuthToken | None:
        """See `TokenStorage`."""
        return self.tokens

    async def set_tokens(self, tokens: OAuthToken) -> None:
        """See `TokenStorage`."""
        self.tokens = tokens

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        """See `TokenStorage`."""
        return self.information

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        """See `TokenStorage`."""
        self.information = client_info


def provider_for(endpoints: Protected, method: str, storage: InMemory) -> OAuthClientProvider:
    if method == "client_secret":
        return ClientCredentialsOAuthProvider(
            endpoints.url(), storage, "mcp-client", "secret", scope="mcp.access", issuer=endpoints.oauth.issuer
        )
    signed = SignedJWTParameters(
        issuer=endpoints.key_client.client_id,
        subject=endpoints.key_client.client_id,
        signing_algorithm="ES256",
        signing_key=endpoints.key_client.private_key.read_text(encoding="ascii"),
    )
    return PrivateKeyJWTOAuthProvider(
        endpoints.url(),
        storage,
        endpoints.key_client.client_id,
        signed.create_assertion_provider(),
        scope="mcp.access",
        issuer=endpoints.oauth.issuer,
    )


def caller_in_log(endpoints: Protected, event_id: object) -> object:
    (record,) = [record for record in endpoints.records() if record["event_id"] == event_id]
    assert record["action_taken"] == "executed"
    return record["client_id"]


def client_id(endpoints: Protected, method: str) -> str:
    return "mcp-client" if method == "client_secret" else endpoints.key_client.client_id


@methods
@pytest.mark.parametrize(("mode", "version"), [("legacy", "2025-11-25"), ("2026-07-28", "2026-07-28")])
async def test_the_python_client_gets_its_own_token(
    endpoints: Protected, method: str, mode: ConnectMode, version: str
) -> None:
    storage = InMemory()
    auth = provider_for(endpoints, method, storage)
    async with (
        httpx2.AsyncClient(auth=auth, timeout=HANG_GUARD_S, trust_env=False) as http,
        Client(streamable_http_client(endpoints.url(), http_client=http), mode=mode) as client,
    ):
        assert client.protocol_version == version
        assert TOOL in [tool.name for tool in (await client.list_tools()).tools]
        result = await client.call_tool(TOOL, {"language": "ko"})
    assert not result.is_error
    assert result.meta is not None
    assert caller_in_log(endpoints, result.meta["event_id"]) == client_id(endpoints, method)
    assert storage.tokens is not None
    endpoints.tokens_seen.add(storage.tokens.access_token)


def run_script(node: NodeTools, endpoints: Protected, method: str, script: str, *arguments: str) -> dict[str, Any]:
    """Run a TypeScript client and return what it printed."""
    credentials = (
        {"CLIENT_ID": "mcp-client", "CLIENT_SECRET": "secret"}
        if method == "client_secret"
        else {
            "CLIENT_ID": endpoints.key_client.client_id,
            "PRIVATE_KEY": str(endpoints.key_client.private_key),
        }
    )
    command = [node.node, str(HERE / script), endpoints.url(), endpoints.oauth.issuer, *arguments]
    done = node.run(*command, env={**credentials, "NODE_TOOLS": str(node.folder)})
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@methods
def test_the_first_typescript_client_gets_its_own_token(endpoints: Protected, node: NodeTools, method: str) -> None:
    found = run_script(node, endpoints, method, "client_v1.mjs")
    assert found["protocol"] == "2025-11-25"
    assert TOOL in found["tools"]
    assert not found["isError"]
    assert caller_in_log(endpoints, found["eventId"]) == client_id(endpoints, method)


@methods
@pytest.mark.parametrize("version", ["2025-06-18", "2025-11-25", "2026-07-28"])
def test_the_second_typescript_client_gets_its_own_token(
    endpoints: Protected, node: NodeTools, method: str, version: str
) -> None:
    found = run_script(node, endpoints, method, "client_v2.mjs", version)
    assert found["protocol"] == version
    assert TOOL in found["tools"]
    assert not found["isError"]
    assert caller_in_log(endpoints, found["eventId"]) == client_id(endpoints, method)


def inspect(node: NodeTools, endpoints: Protected, *arguments: str) -> dict[str, Any]:
    """Run the inspector on the command line, on a home without a catalogue, and return what it printed."""
    home = endpoints.home / "inspector"
    home.mkdir(exist_ok=True)
    env = {**clean_environment(), "HOME": str(home)}
    done = node.run(*node.command(*INSPECTOR), "--cli", *arguments, env=env, cwd=home)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("way", ["header", "bridge"])
def test_the_inspector_lists_and_calls(endpoints: Protected, node: NodeTools, way: str) -> None:
    target = (
        [endpoints.url(), "--transport", "http", "--header", f"Authorization: Bearer {endpoints.token()}"]
        if way == "header"
        else [MCP_DOCKER, "bridge", endpoints.url(), "-e", f"OAUTH2_DEMO_ISSUER={endpoints.oauth.issuer}"]
    )
    listed = inspect(node, endpoints, *target, "--method", "tools/list")
    assert TOOL in [tool["name"] for tool in listed["tools"]]
    called = inspect(
        node, endpoints, *target, "--method", "tools/call", "--tool-name", TOOL, "--tool-arg", "language=ko"
    )
    assert caller_in_log(endpoints, called["_meta"]["event_id"]) == "mcp-client"
