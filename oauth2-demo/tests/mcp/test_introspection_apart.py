"""`mcp-docker serve` with a database of its own: what it knows of tokens, it knows from introspection alone."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.http.http_harness import run_cli
from oauth2_demo.tests.mcp.mcp_http_harness import answer_of, initialize, legacy, modern, read_to_end
from oauth2_demo.tests.support.processes import HANG_GUARD_S
from oauth2_demo.tests.support.protected import POLL_S, Protected, protected

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2

pytestmark = pytest.mark.integration

# As the threat model promises.
CACHE_S = 5.0


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Protected]:
    with protected("separated", tmp_path_factory.mktemp("apart"), shares_database=False) as running:
        yield running


def call(apart: Protected, client: httpx2.Client) -> httpx2.Response:
    """Call a harmless tool."""
    body, headers = modern("tools/call", {"name": "get_oauth2_flow_guide", "arguments": {}})
    return client.post(apart.url("oauth2"), json=body, headers=headers)


def first_refusal(apart: Protected, client: httpx2.Client, since: float) -> httpx2.Response:
    """Call until refused.

    Before `since` the token was judged good for the last time. What is sent later than the cache keeps that must be
    refused, however slow the machine is: so this is no tolerance.
    """
    while True:
        sent_at = time.monotonic()
        response = call(apart, client)
        if response.status_code != 200:
            return response
        assert sent_at <= since + CACHE_S, "a call was served later than the cache may keep an answer"
        assert sent_at <= since + HANG_GUARD_S
        time.sleep(POLL_S)


def test_nothing_of_the_oauth2_server_lies_in_the_database_of_the_endpoints(apart: Protected) -> None:
    with apart.client(apart.token("oauth2")) as client:
        answer = call(apart, client)
        assert (answer.status_code, answer_of(answer)["result"]["isError"]) == (200, False)
    connection = sqlite3.connect(apart.home / "data" / "oauth2.db")
    rows = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("clients", "revocations")]  # noqa: S608 - fixed names
    connection.close()
    assert rows == [(0,), (0,)]
    assert apart.oauth.home != apart.home


def test_revoked_tokens_and_those_of_a_removed_client_are_refused_when_the_cached_answer_is_too_old(
    apart: Protected,
) -> None:
    secret = max(run_cli(apart.oauth.home, "clients", "add", "brief", "--scope", "mcp.access").split(), key=len)
    of_removed = apart.oauth.token(
        client_id="brief", client_secret=secret, scope="mcp.access", resource=apart.url("oauth2")
    )
    apart.tokens_seen.update({of_removed, secret})
    token = apart.token("oauth2")
    with (
        apart.client(token) as client,
        apart.client(of_removed) as removed,
        apart.client(apart.token("oauth2")) as other,
    ):
        session = {"mcp-session-id": client.post(apart.url("oauth2"), json=initialize()).headers["mcp-session-id"]}
        with client.stream("GET", apart.url("oauth2"), headers=session) as stream:
            assert [call(apart, each).status_code for each in (client, removed)] == [200, 200]
            apart.revoke(token)
            run_cli(apart.oauth.home, "clients", "remove", "brief")
            since = time.monotonic()
            refusals = [first_refusal(apart, each, since) for each in (client, removed)]
            read_to_end(stream)
        assert [refusal.status_code for refusal in refusals] == [401, 401]
        assert all('error="invalid_token"' in refusal.headers["www-authenticate"] for refusal in refusals)
        assert call(apart, other).status_code == 200


def test_without_the_oauth2_server_nobody_is_let_in_longer_than_the_cache_lasts(apart: Protected) -> None:
    """The last test of the module: it stops the server."""
    with apart.client(apart.token("oauth2")) as client, apart.client(apart.token("oauth2")) as stranger:
        session = {"mcp-session-id": client.post(apart.url("oauth2"), json=initialize()).headers["mcp-session-id"]}
        assert call(apart, client).status_code == 200
        apart.oauth.stop()
        # What was never judged is refused at once; what was, when the answer is too old.
        assert call(apart, stranger).status_code == 503
        refused = first_refusal(apart, client, time.monotonic())
        assert (refused.status_code, refused.json()["error"]) == (503, "temporarily_unavailable")
        assert client.post(apart.url("oauth2"), json=legacy("ping"), headers=session).status_code == 503
        ready = client.get(f"{apart.base}/health/ready")
    assert (ready.status_code, ready.json()["checks"]["authorization_server"]) == (503, "unavailable")
    assert "the authorization server does not answer (ConnectError): is it running?" in apart.processes[0].output()
    written = apart.written()
    assert not [token[:6] for token in apart.tokens_seen if token in written]
