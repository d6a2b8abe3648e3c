"""Introspection and revocation, black box: RFC 7662 and RFC 7009 (rows J of the protocol checklist)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.http.http_harness import FORM, assert_refused, basic, claims_of
from oauth2_demo.tests.http.test_oauth_bearer import mcp_initialize

if TYPE_CHECKING:
    import httpx2

    from oauth2_demo.tests.http.conftest import Clients
    from oauth2_demo.tests.http.http_harness import RunningServer

pytestmark = pytest.mark.integration

DEMO = {"authorization": basic("mcp-client", "secret")}
ENDPOINTS = ["introspection", "revocation"]


def ask(server: RunningServer, endpoint: str, token: str, **more: str) -> httpx2.Response:
    """Send a token to one of the two endpoints as the demo client."""
    return server.post_form({"token": token, **more}, url=server.endpoint(endpoint), headers=DEMO)


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_only_post_with_a_form_is_served(server: RunningServer, endpoint: str) -> None:
    """J-01, J-05."""
    url = server.endpoint(endpoint)
    token = server.token()
    assert server.http.get(url, params={"token": token}, headers=DEMO).status_code == 405
    assert_refused(server.http.post(url, json={"token": token}, headers=DEMO), 400, "invalid_request")
    repeated = server.post_form([("token", token), ("token", token)], url=url, headers=DEMO)
    assert_refused(repeated, 400, "invalid_request")
    broken = server.http.post(url, content=b"token=%ff", headers={**DEMO, "content-type": FORM})
    assert_refused(broken, 400, "invalid_request")


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_the_caller_must_authenticate(server: RunningServer, endpoint: str) -> None:
    """J-01, J-05, H-08."""
    url, token = server.endpoint(endpoint), server.token()
    assert_refused(server.post_form({"token": token}, url=url), {400, 401}, {"invalid_client", "invalid_request"})
    wrong = server.post_form({"token": token}, url=url, headers={"authorization": basic("mcp-client", "wrong")})
    assert_refused(wrong, 401, "invalid_client")
    by_token = server.post_form({"token": token}, url=url, headers={"authorization": f"Bearer {token}"})
    assert_refused(by_token, {400, 401}, {"invalid_client", "invalid_request"})
    assert server.hello(token).status_code == 200
    in_body = server.post_form({"token": token, "client_id": "mcp-client", "client_secret": "secret"}, url=url)
    assert in_body.status_code == 200


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_a_missing_token_is_an_invalid_request(server: RunningServer, endpoint: str) -> None:
    """J-06, J-01."""
    for form in ({}, {"token": ""}):
        answer = server.post_form(form, url=server.endpoint(endpoint), headers=DEMO)
        assert_refused(answer, 400, "invalid_request")


def test_an_active_token_is_described(any_server: RunningServer) -> None:
    """J-02, J-04."""
    token = any_server.token()
    answer = ask(any_server, "introspection", token)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["cache-control"]
    document, claims = answer.json(), claims_of(token)
    assert document["active"] is True
    assert document["token_type"] == "Bearer"
    assert {name: document[name] for name in ("scope", "client_id", "exp", "iat", "sub", "jti", "iss", "aud")} == {
        name: claims[name] for name in ("scope", "client_id", "exp", "iat", "sub", "jti", "iss", "aud")
    }


def test_a_resource_server_may_ask_about_a_token_of_another_client(server: RunningServer, clients: Clients) -> None:
    """J-01: a token for the MCP resource, asked about by whoever serves it."""
    token = server.token(client_id="wide", client_secret=clients.wide_secret, resource=server.mcp_url)
    assert ask(server, "introspection", token).json()["active"] is True


@pytest.mark.parametrize("kind", ["expired", "revoked", "foreign", "not yet valid", "damaged", "garbage", "long"])
def test_an_unusable_token_is_inactive_and_nothing_else_is_said(any_server: RunningServer, kind: str) -> None:
    """J-02, J-04."""
    now = int(time.time())
    if kind == "revoked":
        token = any_server.token()
        assert ask(any_server, "revocation", token).status_code == 200
    else:
        token = {
            "expired": any_server.forge({"exp": now - 3600, "iat": now - 7200}),
            "foreign": any_server.forge({"iss": "https://other.example"}),
            "not yet valid": any_server.forge({"nbf": now + 3600}),
            "damaged": any_server.token()[:-3] + "AAA",
            "garbage": '"\\\x00é',
            "long": "a" * 9000,
        }[kind]
    answer = ask(any_server, "introspection", token)
    assert (answer.status_code, answer.json()) == (200, {"active": False})
    assert "no-store" in answer.headers["cache-control"]


@pytest.mark.parametrize("hint", ["access_token", "refresh_token", "no_such_hint", ""])
def test_the_hint_is_only_a_hint(server: RunningServer, hint: str) -> None:
    """J-03."""
    token = server.token()
    assert ask(server, "introspection", token, token_type_hint=hint).json()["active"] is True
    assert ask(server, "revocation", token, token_type_hint=hint).status_code == 200
    assert server.hello(token).status_code == 401


def test_a_client_cannot_revoke_the_token_of_another(server: RunningServer, clients: Clients) -> None:
    """J-05."""
    token = server.token(client_id="wide", client_secret=clients.wide_secret, scope=None)
    answer = ask(server, "revocation", token)
    assert answer.status_code in {200, 400, 403}
    assert server.hello(token).status_code == 200


def test_unknown_and_already_revoked_tokens_are_no_error(server: RunningServer) -> None:
    """J-06."""
    token = server.token()
    for _ in range(2):
        assert ask(server, "revocation", token).status_code == 200
    for unknown in ("unknown", "a.b.c", "\x00", server.forge({"iss": "https://other.example"})):
        assert ask(server, "revocation", unknown).status_code == 200


def test_a_revoked_token_stops_working_at_once_everywhere(any_server: RunningServer) -> None:
    """J-07: at `/hello`, whether used before or not, at introspection, and at the MCP endpoint."""
    used, unused = any_server.token(), any_server.token()
    for_mcp = any_server.token(resource=any_server.mcp_url)
    assert any_server.hello(used).status_code == 200
    if any_server.name == "integrated":
        assert mcp_initialize(any_server, for_mcp) == 200
    for token in (used, unused, for_mcp):
        assert ask(any_server, "revocation", token).status_code == 200
    for token in (used, unused):
        assert_refused(any_server.hello(token), 401, "invalid_token")
    if any_server.name == "integrated":
        assert mcp_initialize(any_server, for_mcp) == 401
