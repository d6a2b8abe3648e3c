"""Races between calls and revocation: no call is answered with its result after the revocation had returned.

What happened first is decided by causes, not by a tolerance: a tool that ends after the revocation, a call that is sent
after it, and a record that was written after it all come later, whatever the network does.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from typer.testing import CliRunner

from oauth2_demo.cli.main import app
from oauth2_demo.storage.factory import open_storage
from oauth2_demo.tests.http.http_harness import basic
from oauth2_demo.tests.mcp.mcp_http_harness import answer_of, modern
from oauth2_demo.tests.support.processes import HANG_GUARD_S
from oauth2_demo.tests.support.protected import WORKSHOP

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from oauth2_demo.tests.support.protected import Protected

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

WORKERS = 16
# Enough for the servers to be in the middle of it, few enough to stay short on a busy machine.
ANSWERS_BEFORE = 60
SENSITIVE = "create_oauth2_test_token"


@dataclass
class Storm:
    """Calls of one token by many workers, until every worker was refused."""

    endpoints: Protected
    token: str
    server: str | None
    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)
    answered: list[dict[str, Any]] = field(default_factory=list)
    revoked_ns: int | None = None
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, revoke: Callable[[httpx2.AsyncClient], Awaitable[None]]) -> None:
        """Let the workers call, revoke in the middle, and let them end."""
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json, text/event-stream"}
        limits = httpx2.Limits(max_connections=WORKERS + 1)
        async with (
            httpx2.AsyncClient(headers=headers, timeout=HANG_GUARD_S, trust_env=False, limits=limits) as http,
            httpx2.AsyncClient(timeout=HANG_GUARD_S, trust_env=False) as operator,
            asyncio.timeout(HANG_GUARD_S),
            asyncio.TaskGroup() as workers,
        ):
            for _ in range(WORKERS):
                workers.create_task(self._work(http))
            await self.enough.wait()
            await revoke(operator)
            self.revoked_ns = time.time_ns()

    async def _work(self, http: httpx2.AsyncClient) -> None:
        body, headers = modern("tools/call", {"name": self.tool, "arguments": self.arguments})
        while True:
            is_after = self.revoked_ns is not None
            response = await http.post(self.endpoints.url(self.server), json=body, headers=headers)
            assert response.status_code in {200, 401}, response.text
            result = answer_of(response)["result"] if response.status_code == 200 else {}
            is_refused = response.status_code == 401 or result.get("_meta", {}).get("error_code") in {1001, 1002}
            assert is_refused or not result["isError"], response.text
            if is_refused:
                return
            assert not is_after, "a call that was sent after the revocation was answered"
            self.answered.append(result)
            if len(self.answered) >= ANSWERS_BEFORE:
                self.enough.set()

    def recorded_after(self) -> list[str]:
        """The answered calls whose record was written after the revocation had returned."""
        assert self.revoked_ns is not None
        times = {str(record["event_id"]): str(record["timestamp"]) for record in self.endpoints.records()}
        ids = [answer["_meta"]["event_id"] for answer in self.answered]
        return [
            event_id for event_id in ids if datetime.fromisoformat(times[event_id]).timestamp() * 1e9 > self.revoked_ns
        ]


def revoking(endpoints: Protected, token: str) -> Callable[[httpx2.AsyncClient], Awaitable[None]]:
    """Revoke the token as RFC 7009 has it."""
    headers = {"authorization": basic("mcp-client", "secret")}
    url = endpoints.oauth.endpoint("revocation")

    async def revoke(http: httpx2.AsyncClient) -> None:
        answer = await http.post(url, data={"token": token}, headers=headers)
        assert answer.status_code == 200

    return revoke


def consents_revoker(endpoints: Protected) -> Callable[[object], Awaitable[None]]:
    """Take the consents of the user back from another process than the server's."""

    async def revoke(_http: object) -> None:
        storage = open_storage(f"sqlite:///{endpoints.home}/data/oauth2.db", time.time)
        try:
            assert storage.consents.revoke("mcp-client", None, None, time.time()) >= 1
        finally:
            storage.close()

    return revoke


async def test_no_call_is_answered_after_its_token_was_revoked(endpoints: Protected) -> None:
    token = endpoints.token()
    storm = Storm(endpoints, token, None, "get_oauth2_flow_guide")
    await storm.run(revoking(endpoints, token))
    assert len(storm.answered) >= ANSWERS_BEFORE
    assert storm.recorded_after() == []


async def test_no_call_is_answered_after_its_consent_was_revoked(endpoints: Protected) -> None:
    grant = ("consent", "grant", SENSITIVE, "--server", "oauth2", "--user", "mcp-client", "-y")
    await asyncio.to_thread(endpoints.cli, *grant)
    storm = Storm(endpoints, endpoints.token(), None, SENSITIVE)
    await storm.run(consents_revoker(endpoints))
    assert len(storm.answered) >= ANSWERS_BEFORE
    assert storm.recorded_after() == []


@pytest.mark.parametrize("what", ["token", "consent"])
async def test_a_tool_that_ends_after_the_revocation_is_not_answered(separated: Protected, what: str) -> None:
    tool = "guarded_hold" if what == "consent" else "hold"
    if what == "consent":
        await asyncio.to_thread(_consent_to_workshop, separated)
    token = separated.token("workshop")
    names = [f"race-{what}-{number}" for number in range(WORKERS)]

    async def held(http: httpx2.AsyncClient, name: str) -> httpx2.Response:
        body, headers = modern("tools/call", {"name": tool, "arguments": {"name": name}})
        return await http.post(separated.url("workshop"), json=body, headers=headers)

    given = {"Authorization": f"Bearer {token}", "Accept": "application/json, text/event-stream"}
    async with httpx2.AsyncClient(headers=given, timeout=HANG_GUARD_S, trust_env=False) as http:
        calls = [asyncio.create_task(held(http, name)) for name in names]
        for name in names:
            await asyncio.to_thread(separated.workshop.wait_for, name, "started")
        revoke = revoking(separated, token) if what == "token" else consents_revoker(separated)
        async with httpx2.AsyncClient(timeout=HANG_GUARD_S, trust_env=False) as operator:
            await revoke(operator)
        for name in names:
            separated.workshop.release(name)
        answers = await asyncio.gather(*calls)
    # On a machine so slow that the token is judged again meanwhile, a call may have been ended with 401 already.
    assert {answer.status_code for answer in answers} <= {200, 401}
    results = [answer_of(answer)["result"] for answer in answers if answer.status_code == 200]
    assert {result["isError"] for result in results} == {True}
    assert {result["_meta"]["error_code"] for result in results} == {1001 if what == "token" else 1002}
    assert not any("structuredContent" in result for result in results)


def _consent_to_workshop(separated: Protected) -> None:
    settings = {
        "OAUTH2_DEMO_MCP_SERVERS": "workshop",
        "OAUTH2_DEMO_MCP_SERVER_FILES": f"workshop={WORKSHOP}",
    }
    grant = ["consent", "grant", "guarded_hold", "--server", "workshop", "--user", "mcp-client", "-y"]
    done = CliRunner().invoke(app, grant, env={"OAUTH2_DEMO_HOME": str(separated.home), **settings})
    assert done.exit_code == 0, done.output
