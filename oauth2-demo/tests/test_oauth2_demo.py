"""The documented OAuth2 flow against real servers, both of them: token, /hello, introspection, revocation, restart.

Runs with pytest, and by path: `python oauth2-demo/tests/test_oauth2_demo.py`.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from jose import jwt

from oauth2_demo.tests.http.http_harness import DEMO_FORM, SCRIPTS, run_cli, running_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx2

    from oauth2_demo.tests.http.http_harness import RunningServer

pytestmark = pytest.mark.integration

DEMO_SECRET = {"client_id": DEMO_FORM["client_id"], "client_secret": DEMO_FORM["client_secret"]}


@pytest.fixture(scope="module", params=sorted(SCRIPTS))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Each of the two servers, on its first start."""
    with running_server(request.param, tmp_path_factory.mktemp(request.param) / "home") as running:
        yield running


def hello(server: RunningServer, token: str, **headers: str) -> httpx2.Response:
    """Call the protected resource."""
    return server.http.get("/hello", headers={"authorization": f"Bearer {token}", **headers})


def test_the_documented_request_gives_the_documented_token(server: RunningServer) -> None:
    answer = server.token_answer()
    assert answer.status_code == 200
    document = answer.json()
    assert {name: document[name] for name in ("token_type", "expires_in", "scope")} == {
        "token_type": "Bearer",
        "expires_in": 1800,
        "scope": "mcp.access",
    }
    header = jwt.get_unverified_header(document["access_token"])
    claims = jwt.get_unverified_claims(document["access_token"])
    assert (header["alg"], header["typ"]) == ("HS256", "JWT")
    assert (claims["sub"], claims["aud"], claims["scope"]) == ("mcp-client", "mcp-client", "mcp.access")
    assert claims["exp"] - claims["iat"] == 1800
    assert claims["iss"] == server.issuer


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "Hello from MCP OAuth2 Demo!"), ("ko-KR,ko;q=0.9", "MCP OAuth2 데모에서 안녕하세요!")],
)
def test_hello_greets_the_authenticated_client_in_its_language(
    server: RunningServer, language: str, message: str
) -> None:
    document = hello(server, server.token(), **{"accept-language": language}).json()
    assert (document["message"], document["authenticated_client"]) == (message, "mcp-client")
    assert datetime.fromisoformat(document["timestamp"]).utcoffset() == timedelta(0)
    assert set(document) == {"message", "authenticated_client", "timestamp"}


def test_a_missing_or_bad_token_is_challenged_and_a_scope_too_few_is_named(server: RunningServer) -> None:
    missing = server.http.get("/hello")
    bad = hello(server, "a.b.c")
    narrow = hello(server, server.token(scope="audit.read"))
    assert [answer.status_code for answer in (missing, bad, narrow)] == [401, 401, 403]
    assert all(answer.headers["www-authenticate"].startswith("Bearer ") for answer in (missing, bad, narrow))
    assert "error=" not in missing.headers["www-authenticate"]
    assert 'error="invalid_token"' in bad.headers["www-authenticate"]
    assert 'error="insufficient_scope"' in narrow.headers["www-authenticate"]
    assert 'scope="mcp.access"' in narrow.headers["www-authenticate"]


def test_a_wrong_content_type_or_a_missing_parameter_is_a_400_with_its_error(server: RunningServer) -> None:
    wrong_type = server.http.post("/oauth2/token", json=DEMO_FORM)
    missing = [server.token_answer(**{name: None}) for name in ("grant_type", "client_secret", "client_id")]
    assert (wrong_type.status_code, wrong_type.json()["error"]) == (400, "invalid_request")
    assert [answer.status_code for answer in missing] == [400, 400, 400]
    assert [answer.json()["error"] for answer in missing] == ["invalid_request", "invalid_client", "invalid_client"]


def test_a_revoked_token_stops_at_once_and_a_restart_forgets_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with running_server("separated", home) as first:
        port = first.port
        kept, revoked = first.token(), first.token()
        assert first.post_form({**DEMO_SECRET, "token": revoked}, url="/oauth2/revoke").status_code == 200
        assert hello(first, revoked).status_code == 401
        assert hello(first, kept).status_code == 200
    with running_server("separated", home, port=port) as second:
        assert hello(second, revoked).status_code == 401
        assert hello(second, kept).status_code == 200
        active = [
            second.post_form({**DEMO_SECRET, "token": t}, url="/oauth2/introspect").json() for t in (kept, revoked)
        ]
        assert [document["active"] for document in active] == [True, False]


def test_a_client_and_a_key_that_the_command_adds_are_known_without_a_restart(server: RunningServer) -> None:
    printed = run_cli(server.home, "clients", "add", "late", "--scope", "mcp.access")
    secret = next(line.split(": ")[1] for line in printed.splitlines() if line.startswith("client_secret"))
    old = server.token(client_id="late", client_secret=secret)
    run_cli(server.home, "keys", "rotate", "signing")
    assert hello(server, old).json()["authenticated_client"] == "late"
    run_cli(server.home, "clients", "remove", "late")
    assert hello(server, old).status_code == 401
    assert server.token_answer(client_id="late", client_secret=secret).status_code == 401


def test_what_the_first_start_makes_is_private(server: RunningServer) -> None:
    files = [*(server.home / "keys").iterdir(), *(server.home / "data").iterdir()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    token = server.token()
    kept = b"".join(file.read_bytes() for file in files)
    assert token.encode() not in kept
    with sqlite3.connect(server.home / "data" / "oauth2.db") as database:
        ((secret_hash,),) = database.execute("SELECT secret_hash FROM clients WHERE client_id = 'mcp-client'")
    database.close()
    assert secret_hash.startswith("$argon2id$")


def test_the_demo_credentials_are_announced_once_and_refused_in_production(
    server: RunningServer, tmp_path: Path
) -> None:
    assert server.output().count("DEMO CREDENTIALS") == 1
    refused = pytest.raises(AssertionError, match="demo secret is refused in production")
    with refused, running_server("separated", tmp_path / "home", settings={"environment": "production"}):
        pytest.fail("started with the demo secret")


if __name__ == "__main__":
    # A fresh interpreter: pytest must come before what it rewrites, and the imports above came first.
    os.execv(sys.executable, [sys.executable, "-m", "pytest", "-q", __file__])  # noqa: S606 - no input in it
