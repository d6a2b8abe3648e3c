"""What a session with the OAuth2 tools imports before its first answer: the SDK, and next to nothing else.

Time is measured by `benchmarks/stdio_start.py`; here is what keeps it short.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.integration

SMALLEST = "from mcp.server.mcpserver import MCPServer; server = MCPServer('smallest')"
OURS = """
from oauth2_demo.core.oauth2_mcp_tools import build_server
import oauth2_demo.mcp_server.stdio
from oauth2_demo.settings import Settings
server = build_server(Settings())
"""
A_LOOK = """
import asyncio
from mcp.client import Client
from oauth2_demo.core.oauth2_mcp_tools import build_server
from oauth2_demo.core.tool_access import local_gate
from oauth2_demo.settings import Settings

async def look():
    settings = Settings()
    async with Client(build_server(settings, [local_gate(settings, "oauth2")])) as client:
        await client.list_tools()

asyncio.run(look())
"""
ENTRY_ALONE = "import oauth2_demo.core.oauth2_mcp_tools"
DUMP = "\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
# Needed by requests to the server, by signing and by the web side; not by a session that only lists tools.
LATER = {
    "stamina",
    "circuitbreaker",
    "jose",
    "cryptography.fernet",
    "fastapi",
    "prometheus_client",
    "limits",
    "argon2",
    "typer",
}


def modules_after(code: str) -> set[str]:
    """Return the modules that `code` has loaded, in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-c", code + DUMP], capture_output=True, text=True, timeout=60, check=True)
    return set(json.loads(done.stdout))


def test_nothing_is_imported_that_the_first_answer_does_not_need() -> None:
    smallest = modules_after(SMALLEST)
    own = modules_after(OURS) - smallest
    assert own.isdisjoint(LATER)
    known = {name.partition(".")[0] for name in smallest} | set(sys.stdlib_module_names) | {"oauth2_demo"}
    assert {name.partition(".")[0] for name in own} - known <= {"pydantic_settings", "dotenv"}
    assert not {name for name in own if name.startswith("oauth2_demo.oauth_client.checks")}


def test_the_entry_claims_its_wire_before_the_sdk_is_there() -> None:
    loaded = modules_after(ENTRY_ALONE)
    assert {name for name in loaded if name.partition(".")[0] in {"mcp", "pydantic", "anyio"}} == set()


def test_a_session_that_only_looks_around_opens_no_gate() -> None:
    assert modules_after(A_LOOK).isdisjoint(
        {"limits", "jose", "oauth2_demo.storage.sqlite", "oauth2_demo.mcp_auth.gate"}
    )
