"""An OAuth2 server that goes down is left alone for a minute, and the status tells what is known of it."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
import stamina

from oauth2_demo.mcp_server.errors import CodedToolError
from oauth2_demo.oauth_client.checks.report import check_setup
from oauth2_demo.oauth_client.checks.walk import Walk
from oauth2_demo.oauth_client.errors import ServerUnreachableError
from oauth2_demo.oauth_client.installation import Installation
from oauth2_demo.oauth_client.server_client import OAuthServerClient
from oauth2_demo.oauth_client.status import LastSight, server_status
from oauth2_demo.oauth_client.token_request import TokenRequest
from oauth2_demo.resilience.circuit_breaker import FAILURES, OPEN_S
from oauth2_demo.tests.mcp.fake_oauth_server import Answer, FakeServer, fake_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

PUBLISHED: dict[str, object] = {
    "status": "ok",
    "version": "1.2.3",
    "issuer": "http://localhost:8081",
    "token_endpoint": "http://localhost:8081/oauth2/token",
}


class Outage:
    """A real server that hangs up on everybody while it is down."""

    def __init__(self) -> None:
        self.is_down = False
        self.document = PUBLISHED

    def answer(self, fake: FakeServer, method: str, path: str) -> Answer | None:
        """See `fake_server`."""
        del fake, method, path
        return None if self.is_down else (200, {"Content-Type": "application/json"}, json.dumps(self.document).encode())


class Clock:
    """Seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def retries_do_not_wait() -> Iterator[None]:
    stamina.set_testing(True, attempts=3)
    yield
    stamina.set_testing(False)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The breaker's clock."""
    clock = Clock()
    monkeypatch.setattr("circuitbreaker.monotonic", clock)
    return clock


@pytest.fixture
def outage() -> Outage:
    return Outage()


@pytest.fixture
def fake(outage: Outage) -> Iterator[FakeServer]:
    with fake_server(outage.answer) as fake:
        yield fake


@pytest.fixture
def installation(fake: FakeServer, tmp_path: Path) -> Installation:
    issuer = "http://localhost:8081"
    return Installation(fake.url, issuer, f"{issuer}/mcp", "mcp-client", "the-secret", "en", tmp_path, False)


@pytest.fixture
async def client(installation: Installation, clock: Clock) -> AsyncIterator[OAuthServerClient]:
    del clock
    client = OAuthServerClient(installation)
    yield client
    await client.aclose()


async def give_up(client: OAuthServerClient) -> None:
    """Ask until the breaker is open."""
    for _ in range(FAILURES):
        with pytest.raises(ServerUnreachableError, match="broken connection"):
            await client.get("/health")


async def test_after_five_failures_nothing_is_sent_and_the_reason_says_so(
    client: OAuthServerClient, fake: FakeServer, outage: Outage, installation: Installation
) -> None:
    outage.is_down = True
    await give_up(client)
    sent = len(fake.requests)
    for _ in range(3):
        status = await server_status(client, installation, "en", LastSight())
        assert "not asked again for 60 s" in status.summary
        with pytest.raises(CodedToolError, match="not asked again for 60 s"):
            await TokenRequest(client, installation, "en").run(scope="", resource="", show=False)
    assert len(fake.requests) == sent


async def test_in_korean_the_reason_is_korean_too(
    client: OAuthServerClient, outage: Outage, installation: Installation
) -> None:
    outage.is_down = True
    await give_up(client)
    said = [(await server_status(client, installation, "ko", LastSight())).summary]
    report = await check_setup(Walk(client, installation, time.time, wrong_secret="wrong"), "ko")
    said += [check.detail for check in report.checks if check.name in {"health", "metadata"}]
    assert len(said) == 3
    for sentence in said:
        assert "여러 번 실패하여 60초 동안 다시 연결하지 않습니다" in sentence


async def test_a_server_that_is_back_is_asked_again_after_a_minute(
    client: OAuthServerClient, outage: Outage, clock: Clock, installation: Installation
) -> None:
    outage.is_down = True
    await give_up(client)
    outage.is_down = False
    clock.now += OPEN_S
    status = await server_status(client, installation, "en", LastSight())
    assert (status.reachable, status.stale_for_s) == (True, None)


async def test_while_the_server_is_down_the_status_shows_what_it_published_last(
    client: OAuthServerClient, outage: Outage, installation: Installation
) -> None:
    seconds = Clock()
    last = LastSight(seconds)
    fresh = await server_status(client, installation, "en", last)
    assert (fresh.reachable, fresh.stale_for_s) == (True, None)
    outage.is_down = True
    seconds.now += 90
    status = await server_status(client, installation, "en", last)
    assert (status.reachable, status.healthy, status.latency_ms, status.health) == (False, False, None, {})
    assert (status.version, status.metadata, status.stale_for_s) == ("1.2.3", fresh.metadata, 90)
    assert "published 90 s ago" in status.problems[-1]
    korean = await server_status(client, installation, "ko", last)
    assert "90초 전" in korean.problems[-1]


async def test_a_sight_without_metadata_does_not_replace_a_better_one(
    client: OAuthServerClient, outage: Outage, installation: Installation
) -> None:
    last = LastSight(Clock())
    await server_status(client, installation, "en", last)
    outage.document = {"status": "ok"}
    assert (await server_status(client, installation, "en", last)).metadata is None
    outage.is_down = True
    status = await server_status(client, installation, "en", last)
    assert status.metadata is not None
    assert status.metadata.issuer == "http://localhost:8081"


async def test_of_a_server_that_was_never_seen_nothing_is_told(
    client: OAuthServerClient, outage: Outage, installation: Installation
) -> None:
    outage.is_down = True
    status = await server_status(client, installation, "en", LastSight())
    assert (status.version, status.metadata, status.stale_for_s) == (None, None, None)
