"""The bridge finds the authorization server, gets tokens, renews them, and gives its secret to nobody else."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import anyio
import httpx2
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jose import jwt

from oauth2_demo.bridge.credentials import PrivateKeyCredentials, SecretCredentials, algorithm_of
from oauth2_demo.tests.bridge.bridge_harness import (
    ENDPOINT,
    ISSUER,
    RESOURCE_METADATA,
    SERVER_METADATA,
    TOKEN_ENDPOINT,
    World,
    challenge,
    error_of,
    message,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_the_first_challenge_leads_to_the_metadata_a_token_and_the_answer() -> None:
    world = World()
    response = await world.transport().handle_async_request(message())
    assert response.status_code == 200
    assert world.urls() == [ENDPOINT, RESOURCE_METADATA, SERVER_METADATA, TOKEN_ENDPOINT, ENDPOINT]
    assert world.forms() == [{"grant_type": "client_credentials", "resource": ENDPOINT}]


async def test_the_secret_goes_by_basic_authentication_with_both_halves_encoded() -> None:
    world = World()
    await world.transport(credentials=SecretCredentials("a:b", "s p%")).handle_async_request(message())
    sent = next(request for request in world.requests if str(request.url) == TOKEN_ENDPOINT)
    assert base64.b64decode(sent.headers["authorization"].removeprefix("Basic ")) == b"a%3Ab:s+p%25"
    assert "client_secret" not in world.forms()[0]


async def test_the_secret_goes_into_the_body_where_only_that_is_served() -> None:
    world = World()
    metadata = {"issuer": ISSUER, "token_endpoint": TOKEN_ENDPOINT}
    only_post = {**metadata, "token_endpoint_auth_methods_supported": ["client_secret_post"]}
    world.handlers[SERVER_METADATA] = lambda _request: httpx2.Response(200, json=only_post)
    await world.transport().handle_async_request(message())
    assert world.forms()[0]["client_secret"] == "s3cret"


async def test_a_server_that_takes_no_secrets_is_told_apart() -> None:
    world = World()
    metadata = {"issuer": ISSUER, "token_endpoint": TOKEN_ENDPOINT}
    only_keys = {**metadata, "token_endpoint_auth_methods_supported": ["private_key_jwt"]}
    world.handlers[SERVER_METADATA] = lambda _request: httpx2.Response(200, json=only_keys)
    error = await error_of(await world.transport().handle_async_request(message()))
    assert "--private-key-file" in error["message"]
    assert world.forms() == []


async def test_the_token_is_used_again_until_shortly_before_its_end_and_then_renewed() -> None:
    world = World()
    transport = world.transport()
    await transport.handle_async_request(message())
    world.now = 1800 - 61
    await transport.handle_async_request(message())
    assert world.issued == 1
    world.now = 1800 - 60
    world.accepted = "token-2"
    assert (await transport.handle_async_request(message())).status_code == 200
    assert world.issued == 2
    assert world.urls().count(RESOURCE_METADATA) == 1


async def test_a_short_lived_token_is_renewed_in_the_last_tenth_of_its_life() -> None:
    world = World(expires_in=10)
    transport = world.transport()
    await transport.handle_async_request(message())
    world.now = 8.9
    await transport.handle_async_request(message())
    assert world.issued == 1
    world.now, world.accepted = 9.0, "token-2"
    await transport.handle_async_request(message())
    assert world.issued == 2


async def test_a_token_that_is_refused_before_its_end_is_replaced_once() -> None:
    world = World(expires_in=None)
    transport = world.transport()
    await transport.handle_async_request(message())
    world.accepted = "token-2"
    assert (await transport.handle_async_request(message())).status_code == 200
    world.accepted = "never"
    error = await error_of(await transport.handle_async_request(message()))
    assert "refused the token that was just issued" in error["message"]
    assert error["data"] == {"error_code": 1001}
    assert world.issued == 3


async def test_requests_that_are_refused_together_ask_for_one_token() -> None:
    world = World()
    transport = world.transport()
    statuses: list[int] = []

    async def send() -> None:
        statuses.append((await transport.handle_async_request(message())).status_code)

    async with anyio.create_task_group() as tasks:
        for _ in range(5):
            tasks.start_soon(send)
    assert statuses == [200] * 5
    assert world.issued == 1


async def test_a_missing_scope_is_asked_for_beside_those_already_held() -> None:
    world = World()
    transport = world.transport(scope="mcp.access")
    await transport.handle_async_request(message())
    world.accepted = "token-2"
    refusal = challenge(403, error="insufficient_scope", scope="audit.read")
    world.handlers[ENDPOINT] = lambda request: (
        world.serve(request) if request.headers["authorization"] == "Bearer token-2" else refusal
    )
    assert (await transport.handle_async_request(message())).status_code == 200
    assert [form["scope"] for form in world.forms()] == ["mcp.access", "audit.read mcp.access"]


async def test_a_scope_that_is_held_already_is_not_asked_for_again() -> None:
    world = World()
    transport = world.transport(scope="mcp.access")
    await transport.handle_async_request(message())
    world.handlers[ENDPOINT] = lambda _request: challenge(403, error="insufficient_scope", scope="mcp.access")
    assert (await transport.handle_async_request(message())).status_code == 403
    assert world.issued == 1


async def test_a_refusal_that_no_token_can_help_is_handed_on() -> None:
    world = World()
    world.handlers[ENDPOINT] = lambda _request: httpx2.Response(403)
    assert (await world.transport().handle_async_request(message())).status_code == 403
    assert world.issued == 0


async def test_credentials_go_only_to_the_authorization_server_that_they_belong_to() -> None:
    world = World()
    foreign = {"resource": ENDPOINT, "authorization_servers": ["https://evil.example"]}
    world.handlers[RESOURCE_METADATA] = lambda _request: httpx2.Response(200, json=foreign)
    error = await error_of(await world.transport().handle_async_request(message()))
    assert "https://evil.example" in error["message"]
    assert "--issuer" in error["message"]
    assert world.forms() == []


@pytest.mark.parametrize(
    ("url", "document", "told"),
    [
        (
            RESOURCE_METADATA,
            {"resource": "http://localhost:8080/other", "authorization_servers": [ISSUER]},
            "use that URL",
        ),
        (RESOURCE_METADATA, {"resource": ENDPOINT, "authorization_servers": []}, "RFC 9728"),
        (SERVER_METADATA, {"issuer": "http://localhost:9", "token_endpoint": TOKEN_ENDPOINT}, "section 3.3"),
        (SERVER_METADATA, {"issuer": ISSUER}, "RFC 8414"),
        (SERVER_METADATA, {"issuer": ISSUER, "token_endpoint": "http://10.0.0.1/token"}, "neither https"),
    ],
)
async def test_metadata_that_do_not_fit_are_refused_before_a_secret_is_sent(
    url: str, document: dict[str, Any], told: str
) -> None:
    world = World()
    world.handlers[url] = lambda _request: httpx2.Response(200, json=document)
    error = await error_of(await world.transport().handle_async_request(message()))
    assert told in error["message"]
    assert world.forms() == []


async def test_a_challenge_cannot_send_the_bridge_to_an_address_of_its_choice() -> None:
    world = World()
    world.handlers[ENDPOINT] = lambda _request: challenge(401, resource_metadata="http://169.254.169.254/latest")
    error = await error_of(await world.transport().handle_async_request(message()))
    assert "neither https" in error["message"]
    assert world.urls() == [ENDPOINT]


@pytest.mark.parametrize("url", [RESOURCE_METADATA, SERVER_METADATA])
async def test_missing_metadata_are_named(url: str) -> None:
    world = World()
    del world.handlers[url]
    error = await error_of(await world.transport().handle_async_request(message()))
    assert "publishes no" in error["message"]


async def test_metadata_at_the_root_are_found_when_the_path_has_none() -> None:
    world = World()
    root = "http://localhost:8080/.well-known/oauth-protected-resource"
    world.handlers[root] = world.handlers.pop(RESOURCE_METADATA)
    world.handlers[f"{ISSUER}/.well-known/openid-configuration"] = world.handlers.pop(SERVER_METADATA)
    assert (await world.transport().handle_async_request(message())).status_code == 200


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (httpx2.Response(401, json={"error": "invalid_client", "error_description": "s3cret"}), "check the client id"),
        (httpx2.Response(400, json={"error": "invalid_scope"}), "--scope"),
        (httpx2.Response(400, json={"error": "invalid_target"}), ENDPOINT),
        (httpx2.Response(400, json={"error": "unauthorized_client"}), "client credentials grant"),
        (httpx2.Response(500, content=b"oops"), "status 500"),
        (httpx2.Response(200, content=b"oops"), "something else"),
        (httpx2.Response(200, json={"access_token": "x", "token_type": "DPoP"}), "other than Bearer"),
    ],
)
async def test_a_token_request_that_fails_says_what_to_do_and_nothing_private(
    answer: httpx2.Response, told: str
) -> None:
    world = World()
    world.handlers[TOKEN_ENDPOINT] = lambda _request: answer
    error = await error_of(await world.transport().handle_async_request(message()))
    assert told in error["message"]
    assert "s3cret" not in error["message"]


def _refuse(_request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError("refused")


def _break(_request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ReadError("reset")


@pytest.mark.parametrize(("handler", "told"), [(_refuse, "cannot be reached"), (_break, "not known whether the call")])
async def test_a_server_that_is_down_is_an_answer_with_what_to_do(
    handler: Callable[[httpx2.Request], httpx2.Response], told: str
) -> None:
    world = World()
    world.handlers[ENDPOINT] = handler
    response = await world.transport().handle_async_request(message())
    error = await error_of(response)
    assert response.status_code == 503
    assert told in error["message"]
    assert error["data"] == {"error_code": 5002}


async def test_a_connection_that_was_not_made_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        world.now += seconds
        if len(slept) == 3:
            world.handlers[ENDPOINT] = world.serve

    monkeypatch.setattr(anyio, "sleep", sleep)
    world.handlers[ENDPOINT] = _refuse
    response = await world.transport(reconnect_for_s=10).handle_async_request(message())
    assert response.status_code == 200
    assert slept == [0.1, 0.2, 0.4]


async def test_a_broken_connection_is_not_tried_again_because_the_call_may_have_been_carried_out() -> None:
    world = World()
    world.handlers[ENDPOINT] = _break
    await world.transport(reconnect_for_s=10).handle_async_request(message())
    assert world.urls() == [ENDPOINT]


class Sessions:
    """An endpoint with sessions that it can lose."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.live: set[str] = set()
        self.begun = 0
        world.handlers[ENDPOINT] = self.serve

    def serve(self, request: httpx2.Request) -> httpx2.Response:
        if (refusal := self.world.serve(request)).status_code != 200:
            return refusal
        session = request.headers.get("mcp-session-id")
        if session is None:
            self.begun += 1
            self.live = {f"session-{self.begun}"}
            return httpx2.Response(200, headers={"mcp-session-id": f"session-{self.begun}"}, json={"result": {}})
        return httpx2.Response(200 if session in self.live else 404)


async def test_a_session_that_the_server_lost_is_begun_anew_and_the_request_sent_again() -> None:
    world = World()
    sessions = Sessions(world)
    transport = world.transport()
    await transport.handle_async_request(message("initialize"))
    assert (await transport.handle_async_request(message(**{"mcp-session-id": "session-1"}))).status_code == 200
    sessions.live.clear()
    assert (await transport.handle_async_request(message(**{"mcp-session-id": "session-1"}))).status_code == 200
    assert sessions.begun == 2
    assert b"notifications/initialized" in world.requests[-2].content
    assert (await transport.handle_async_request(message(**{"mcp-session-id": "session-1"}))).status_code == 200
    assert world.requests[-1].headers["mcp-session-id"] == "session-2"


async def test_requests_that_lose_their_session_together_begin_one_new_session() -> None:
    world = World()
    sessions = Sessions(world)
    transport = world.transport()
    await transport.handle_async_request(message("initialize"))
    sessions.live.clear()
    async with anyio.create_task_group() as tasks:
        for _ in range(4):
            tasks.start_soon(transport.handle_async_request, message(**{"mcp-session-id": "session-1"}))
    assert sessions.begun == 2


async def test_ending_a_session_that_is_gone_does_not_begin_another() -> None:
    world = World()
    sessions = Sessions(world)
    transport = world.transport()
    await transport.handle_async_request(message("initialize"))
    sessions.live.clear()
    request = httpx2.Request("DELETE", ENDPOINT, headers={"mcp-session-id": "session-1"})
    assert (await transport.handle_async_request(request)).status_code == 404
    assert sessions.begun == 1


async def test_a_server_that_gives_no_new_session_is_told() -> None:
    world = World()
    sessions = Sessions(world)
    transport = world.transport()
    await transport.handle_async_request(message("initialize"))
    world.handlers[ENDPOINT] = lambda _request: httpx2.Response(404)
    error = await error_of(await transport.handle_async_request(message(**{"mcp-session-id": "session-1"})))
    assert "lost the session" in error["message"]
    assert sessions.begun == 1


def _pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> str:
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()


@pytest.mark.parametrize("kind", ["RS256", "ES256"])
async def test_a_private_key_signs_an_assertion_for_the_issuer(kind: str) -> None:
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = (
        rsa.generate_private_key(65537, 2048) if kind == "RS256" else ec.generate_private_key(ec.SECP256R1())
    )
    pem = _pem(key)
    assert algorithm_of(pem) == kind
    world = World()
    credentials = PrivateKeyCredentials("editor", pem, kind, now=lambda: 1_000.5, new_id=lambda: "id-1")
    await world.transport(credentials=credentials).handle_async_request(message())
    form = world.forms()[0]
    assert form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    claims = jwt.get_unverified_claims(form["client_assertion"])
    expected = {"iss": "editor", "sub": "editor", "aud": ISSUER, "iat": 1_000, "exp": 1_060, "jti": "id-1"}
    assert claims == expected
    assert jwt.get_unverified_header(form["client_assertion"])["alg"] == kind


@pytest.mark.parametrize(
    "pem", ["nonsense", _pem(ec.generate_private_key(ec.SECP384R1())), _pem(ed25519.Ed25519PrivateKey.generate())]
)
def test_a_key_that_cannot_be_used_is_told_apart(pem: str) -> None:
    with pytest.raises(ValueError, match=r"^is n"):
        algorithm_of(pem)


def test_secrets_and_tokens_are_not_shown_when_the_objects_are() -> None:
    shown = repr(SecretCredentials("editor", "s3cret"))
    assert "editor" in shown
    assert "s3cret" not in shown
