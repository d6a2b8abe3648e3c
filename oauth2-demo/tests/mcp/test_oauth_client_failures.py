"""What the OAuth2 tools say and do when the server is down, slow, busy, or something else entirely."""

from __future__ import annotations

import base64
import dataclasses
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
import stamina

from oauth2_demo.mcp_server.errors import CodedToolError
from oauth2_demo.oauth_client.checks.report import check_setup
from oauth2_demo.oauth_client.checks.walk import Walk
from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError
from oauth2_demo.oauth_client.installation import Installation
from oauth2_demo.oauth_client.server_client import MAX_ANSWER_BYTES, OAuthServerClient
from oauth2_demo.oauth_client.status import LastSight, server_status
from oauth2_demo.oauth_client.token_request import TokenRequest
from oauth2_demo.oauth_client.tools import OAuth2Tools
from oauth2_demo.oauth_client.unverified import read_unverified, with_later_expiry
from oauth2_demo.tests.mcp.fake_oauth_server import Answer, FakeServer, fake_server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

JSON = {"Content-Type": "application/json"}
JWT = "eyJhbGciOiJIUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJtY3AtY2xpZW50IiwiZXhwIjoxMDAsImlhdCI6NTB9.c2ln"


@pytest.fixture(autouse=True)
def retries_do_not_wait() -> Iterator[None]:
    """Keep the attempts and drop the pauses."""
    stamina.set_testing(True, attempts=3)
    yield
    stamina.set_testing(False)


@pytest.fixture
def installation_of(tmp_path: Path) -> Callable[[str], Installation]:
    """Installations whose server is at a URL."""

    def installation(url: str) -> Installation:
        return Installation(
            server_url=url,
            issuer="http://localhost:8081",
            resource_url="http://localhost:8081/mcp",
            client_id="mcp-client",
            client_secret="the-secret",
            language="en",
            keys_dir=tmp_path,
            is_production=False,
        )

    return installation


@asynccontextmanager
async def client_of(installation: Installation, *, read_timeout_s: float = 5.0) -> AsyncIterator[OAuthServerClient]:
    """A client that is closed in the end."""
    client = OAuthServerClient(installation, read_timeout_s=read_timeout_s)
    try:
        yield client
    finally:
        await client.aclose()


def _json(document: object, status: int = 200) -> Answer:
    return status, JSON, json.dumps(document).encode()


async def test_a_server_that_is_down_is_an_answer_of_the_status(installation_of: Callable[[str], Installation]) -> None:
    installation = installation_of("http://127.0.0.1:9")
    async with client_of(installation) as client:
        status = await server_status(client, installation, "en", LastSight())
        korean = await server_status(client, installation, "ko", LastSight())
    assert (status.reachable, status.healthy) == (False, False)
    assert "docker compose up -d oauth2-web-server" in status.summary
    assert "connection refused" in status.summary
    assert "시작한 뒤" in korean.summary


async def test_a_silent_server_is_given_up_in_time(installation_of: Callable[[str], Installation]) -> None:
    def silent(fake: FakeServer, method: str, path: str) -> Answer:
        del method, path
        fake.released.wait()
        return _json({})

    with fake_server(silent) as fake:
        async with client_of(installation_of(fake.url), read_timeout_s=0.05) as client:
            with pytest.raises(ServerUnreachableError) as caught:
                await client.get("/health")
            assert caught.value.reason == "timeout"
            # Safe to repeat, so it was.
            assert fake.count("GET") == 3
            with pytest.raises(ServerUnreachableError):
                await client.request_token(scope="mcp.access")
            # A token may have been issued: never asked twice.
            assert fake.count("POST") == 1


async def test_the_whole_wait_is_bounded(installation_of: Callable[[str], Installation]) -> None:
    def silent(fake: FakeServer, method: str, path: str) -> Answer:
        del method, path
        fake.released.wait()
        return _json({})

    with fake_server(silent) as fake:
        client = OAuthServerClient(installation_of(fake.url), total_timeout_s=0.1, read_timeout_s=60)
        with pytest.raises(ServerUnreachableError, match="timeout"):
            await client.get("/health")
        await client.aclose()


async def test_a_busy_server_is_asked_again(installation_of: Callable[[str], Installation]) -> None:
    def busy_once(fake: FakeServer, method: str, path: str) -> Answer:
        del method, path
        return _json({"status": "ok"}, 503 if len(fake.requests) == 1 else 200)

    with fake_server(busy_once) as fake:
        async with client_of(installation_of(fake.url)) as client:
            assert (await client.get("/health")).status == 200
    assert fake.count("GET") == 2


async def test_a_server_that_stays_busy_is_reported_as_it_is(installation_of: Callable[[str], Installation]) -> None:
    def busy(fake: FakeServer, method: str, path: str) -> Answer:
        del fake, method
        return _json({"status": "unavailable", "checks": {"keys": "unavailable"}}, 503 if path == "/health" else 404)

    with fake_server(busy) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            status = await server_status(client, installation, "en", LastSight())
    assert (status.reachable, status.healthy) == (True, False)
    assert status.health["checks.keys"] == "unavailable"
    assert "503" in status.problems[0]
    assert "404" in status.problems[1]


async def test_a_server_that_hangs_up_is_unreachable(installation_of: Callable[[str], Installation]) -> None:
    with fake_server(lambda *_: None) as fake:
        async with client_of(installation_of(fake.url)) as client:
            with pytest.raises(ServerUnreachableError, match="broken connection"):
                await client.get("/health")
            assert fake.count("GET") == 3
            with pytest.raises(ServerUnreachableError):
                await client.request_token(scope="")
            assert fake.count("POST") == 1


async def test_another_program_on_the_port_is_named_as_such(installation_of: Callable[[str], Installation]) -> None:
    with fake_server(lambda *_: (200, {"Content-Type": "text/html"}, b"<html>hello</html>")) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            status = await server_status(client, installation, "en", LastSight())
            with pytest.raises(CodedToolError, match="is not the OAuth2 server") as caught:
                await TokenRequest(client, installation, "en").run(scope="", resource="", show=False)
            walk = Walk(client, installation, wall_clock=lambda: 0.0, wrong_secret="wrong")
            report = await check_setup(walk, "en")
    assert status.reachable is False
    assert "is not the OAuth2 server" in status.summary
    assert caught.value.code == 5002
    assert report.ok is False
    assert "the-secret" not in report.model_dump_json()


@pytest.mark.parametrize("body", [b"[1]", b"null", b"[" * 100_000])
async def test_json_that_is_no_object_is_no_answer(installation_of: Callable[[str], Installation], body: bytes) -> None:
    with fake_server(lambda *_: (200, JSON, body)) as fake:
        async with client_of(installation_of(fake.url)) as client:
            reply = await client.get("/health")
            with pytest.raises(UnexpectedAnswerError):
                reply.document("/health")


async def test_an_answer_without_end_is_cut_off(installation_of: Callable[[str], Installation]) -> None:
    with fake_server(lambda *_: (200, JSON, b"x" * (MAX_ANSWER_BYTES + 1))) as fake:
        async with client_of(installation_of(fake.url)) as client:
            with pytest.raises(UnexpectedAnswerError):
                await client.get("/health")


async def test_a_redirect_is_not_followed_with_the_secret(installation_of: Callable[[str], Installation]) -> None:
    with fake_server(lambda fake, *_: (307, {"Location": f"{fake.url}/elsewhere"}, b"{}")) as fake:
        async with client_of(installation_of(fake.url)) as client:
            assert (await client.request_token(scope="")).status == 307
    assert [path for _, path, _ in fake.requests] == ["/oauth2/token"]


async def test_a_token_that_cannot_be_revoked_is_said_to_live_on(
    installation_of: Callable[[str], Installation],
) -> None:
    def no_revocation(fake: FakeServer, method: str, path: str) -> Answer:
        del fake, method
        token = {"access_token": JWT, "token_type": "Bearer", "scope": "mcp.access", "expires_in": 50}
        return _json(token if path == "/oauth2/token" else {"issuer": "x"})

    with fake_server(no_revocation) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            token = await TokenRequest(client, installation, "en").run(scope="", resource="", show=False)
    assert token.revoked is False
    assert token.access_token is None
    assert "could not be revoked" in token.summary
    assert (token.issued_at, token.expires_in_s) == ("1970-01-01T00:00:50+00:00", 50)


async def test_a_server_that_accepts_everything_fails_every_check_of_a_refusal(
    installation_of: Callable[[str], Installation],
) -> None:
    document = {
        "issuer": "http://localhost:8081",
        "grant_types_supported": ["client_credentials"],
        "revocation_endpoint": "http://localhost:8081/oauth2/revoke",
        "scopes_supported": ["mcp.access", "other"],
        "access_token": JWT,
        "token_type": "Bearer",
        "scope": "mcp.access",
        "authenticated_client": "somebody",
    }
    with fake_server(lambda *_: _json(document)) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            walk = Walk(client, installation, wall_clock=lambda: 0.0, wrong_secret="wrong", expired_token=JWT)
            report = await check_setup(walk, "en")
    states = {check.name: check.status for check in report.checks}
    must_fail = {
        "token",
        "claims",
        "wrong_secret",
        "wrong_grant",
        "resource_token",
        "hello_with_token",
        "hello_without_token",
        "forged_token",
        "expired_token",
        "revoked_token",
        "clock",
    }
    assert {name for name, state in states.items() if state == "fail"} == must_fail
    assert states["missing_scope"] == "not_checked"
    assert all(check.advice for check in report.checks if check.status == "fail")


@pytest.mark.parametrize(
    ("changed", "detail"),
    [
        ({"issuer": "http://other"}, "http://other"),
        ({"grant_types_supported": ["password"]}, "client_credentials"),
    ],
)
async def test_wrong_metadata_fail_with_what_was_seen(
    installation_of: Callable[[str], Installation], changed: dict[str, object], detail: str
) -> None:
    document = {"issuer": "http://localhost:8081", "grant_types_supported": ["client_credentials"], **changed}
    report = await _report(installation_of, lambda *_: _json(document))
    assert detail in report["metadata"][1]
    assert report["metadata"][0] == "fail"


async def test_metadata_that_contradict_each_other_fail(installation_of: Callable[[str], Installation]) -> None:
    def two_faces(fake: FakeServer, method: str, path: str) -> Answer:
        del fake, method
        return _json({"issuer": "http://localhost:8081", "token_endpoint": path})

    report = await _report(installation_of, two_faces)
    assert report["metadata"] == ("fail", "The two documents differ in token_endpoint.")


async def test_a_server_that_fails_at_everything_is_reported_check_by_check(
    installation_of: Callable[[str], Installation],
) -> None:
    report = await _report(installation_of, lambda *_: _json({"error": "server_error"}, 500))
    assert {name: state for name, (state, _) in report.items() if state == "pass"} == {}
    assert report["health"] == ("fail", "/health answered 500.")
    assert report["revoked_token"][0] == "not_checked"


async def test_every_check_of_the_set_up_tries_the_same_wrong_secret(
    installation_of: Callable[[str], Installation],
) -> None:
    """Each different one would use up a guess of the very client that is checked."""
    with fake_server(lambda *_: _json({"error": "invalid_client"}, 401)) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            tools = OAuth2Tools(installation, client)
            for _ in range(2):
                await tools.validate_oauth2_setup("en")
    presented = {value for _, _, body in fake.requests for value in parse_qs(body.decode()).get("client_secret", [])}
    assert len(presented - {installation.client_secret}) == 1


async def test_a_server_that_throttles_is_not_called_insecure(installation_of: Callable[[str], Installation]) -> None:
    report = await _report(installation_of, lambda *_: _json({"error": "too_many_requests"}, 429))
    assert report["wrong_secret"][0] == "not_checked"


async def test_a_token_that_is_no_jwt_or_cacheable_fails(installation_of: Callable[[str], Installation]) -> None:
    opaque = {"access_token": "opaque", "token_type": "Bearer"}
    report = await _report(
        installation_of, lambda *_: (200, {**JSON, "Cache-Control": "no-store"}, json.dumps(opaque).encode())
    )
    assert report["token"][0] == "pass"
    assert report["claims"] == ("fail", "The token is no JWT.")
    assert report["resource_token"] == ("fail", "The token is no JWT.")
    report = await _report(installation_of, lambda *_: _json(opaque))
    assert report["token"] == ("fail", "The answer does not say Cache-Control: no-store.")
    report = await _report(installation_of, lambda *_: _json({"token_type": "mac"}))
    assert report["token"][1].startswith("The answer has no access_token")


async def test_a_resource_that_the_server_does_not_serve_is_not_checked(
    installation_of: Callable[[str], Installation],
) -> None:
    report = await _report(installation_of, lambda *_: _json({"error": "invalid_target"}, 400))
    assert report["resource_token"][0] == "not_checked"


async def test_a_silent_installation_is_told_once_and_its_files_are_still_checked(
    installation_of: Callable[[str], Installation],
) -> None:
    installation = installation_of("http://127.0.0.1:9")
    async with client_of(installation) as client:
        report = await check_setup(Walk(client, installation, lambda: 0.0, "wrong"), "ko")
    states = [check.status for check in report.checks]
    assert states[0] == "fail"
    assert set(states[1:]) == {"not_checked"}
    assert report.checks[-1].name == "key_file_mode"


async def _report(
    installation_of: Callable[[str], Installation], answer: Callable[[FakeServer, str, str], Answer | None]
) -> dict[str, tuple[str, str]]:
    with fake_server(answer) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            report = await check_setup(Walk(client, installation, lambda: 0.0, "wrong"), "en")
    return {check.name: (check.status, check.detail) for check in report.checks}


async def test_tokens_are_read_without_being_believed() -> None:
    assert read_unverified(JWT).number("exp") == 100
    assert read_unverified(JWT).number("nbf") == 0
    later = with_later_expiry(JWT, 60)
    assert read_unverified(later).number("exp") == 160
    assert later.rpartition(".")[2] == JWT.rpartition(".")[2]
    for broken in ("", "a.b", "a.b.c.d", "!!.!!.!!", "WzFd.WzFd.x"):
        with pytest.raises(ValueError, match="not a JWT"):
            read_unverified(broken)


def test_urls_of_the_server_are_asked_where_this_process_reaches_it(
    installation_of: Callable[[str], Installation],
) -> None:
    installation = installation_of("http://oauth2-web-server:8081")
    assert (
        installation.reachable("http://localhost:8081/oauth2/revoke") == "http://oauth2-web-server:8081/oauth2/revoke"
    )
    assert installation.reachable("http://elsewhere/revoke") == "http://elsewhere/revoke"
    assert "the-secret" not in repr(installation)
    assert installation.shown_secret == "$OAUTH2_DEMO_CLIENT_SECRET"


async def test_a_hello_that_refuses_a_fresh_token_fails_with_advice(
    installation_of: Callable[[str], Installation],
) -> None:
    def strict_hello(fake: FakeServer, method: str, path: str) -> Answer:
        del fake, method
        token = {"access_token": JWT, "token_type": "Bearer"}
        return _json(token) if path == "/oauth2/token" else _json({}, 401)

    report = await _report(installation_of, strict_hello)
    assert report["hello_with_token"] == ("fail", "/hello answered 401 to a fresh token.")
    assert report["revoked_token"] == ("not_checked", "The server publishes no revocation endpoint.")
    assert report["forged_token"][0] == "fail"


async def test_a_server_without_a_clock_or_with_broken_metadata_is_told_so(
    installation_of: Callable[[str], Installation],
) -> None:
    def no_date(fake: FakeServer, method: str, path: str) -> Answer:
        del fake, method, path
        return 200, {**JSON, "Date": "no date"}, b'{"issuer": 5}'

    report = await _report(installation_of, no_date)
    assert report["clock"] == ("not_checked", "The server sends no Date header.")
    with fake_server(no_date) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            status = await server_status(client, installation, "en", LastSight())
    assert status.metadata is None
    assert status.problems


async def test_the_metadata_resource_says_why_it_cannot_be_read(installation_of: Callable[[str], Installation]) -> None:
    down = installation_of("http://127.0.0.1:9")
    async with client_of(down) as client:
        with pytest.raises(CodedToolError, match="does not answer"):
            await OAuth2Tools(down, client).metadata_document()
    with fake_server(lambda *_: (200, {}, b"<html>")) as fake:
        other = installation_of(fake.url)
        async with client_of(other) as client:
            with pytest.raises(CodedToolError, match="is not the OAuth2 server"):
                await OAuth2Tools(other, client).metadata_document()


async def test_several_audiences_are_shown_as_a_list(installation_of: Callable[[str], Installation]) -> None:
    claims = base64.urlsafe_b64encode(json.dumps({"aud": ["a", "b"], "exp": 2, "iat": 1}).encode()).decode().rstrip("=")
    token = {"access_token": f"{JWT.split('.')[0]}.{claims}.c2ln", "token_type": "Bearer"}
    with fake_server(lambda *_: _json(token)) as fake:
        installation = installation_of(fake.url)
        async with client_of(installation) as client:
            seen = await TokenRequest(client, installation, "en").run(scope="", resource="", show=True)
    assert seen.claims["aud"] == ["a", "b"]


async def test_a_keys_folder_that_cannot_be_looked_into_is_not_checked(
    installation_of: Callable[[str], Installation], tmp_path: Path
) -> None:
    hidden = dataclasses.replace(installation_of("http://127.0.0.1:9"), keys_dir=tmp_path / ("x" * 300))
    async with client_of(hidden) as client:
        report = await check_setup(Walk(client, hidden, lambda: 0.0, "wrong"), "en")
    assert report.checks[-1].status == "not_checked"
