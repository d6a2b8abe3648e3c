"""Client authentication with signed assertions, black box: RFC 7523, RFC 7521 (rows K of the protocol checklist)."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwt

from oauth2_demo.tests.http.http_harness import ABSENT, assert_refused, claims_of, encode_part

if TYPE_CHECKING:
    import httpx2

    from oauth2_demo.tests.http.conftest import Clients
    from oauth2_demo.tests.http.http_harness import Json, RunningServer

pytestmark = pytest.mark.integration

KIND = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
CLIENT = {"ES256": "jwt-es", "RS256": "jwt-rs"}


def key_of(clients: Clients, alg: str) -> str:
    """The private key of the client that is registered for `alg`."""
    return clients.es_key if alg == "ES256" else clients.rs_key


def assertion(server: RunningServer, clients: Clients, alg: str = "ES256", changes: Json | None = None) -> str:
    """A good assertion, or one that is wrong exactly where `changes` says; `ABSENT` leaves a claim out."""
    now = int(time.time())
    claims: Json = {
        "iss": CLIENT[alg],
        "sub": CLIENT[alg],
        "aud": server.issuer,
        "exp": now + 60,
        "iat": now,
        "jti": str(uuid.uuid4()),
        **(changes or {}),
    }
    sent = {name: value for name, value in claims.items() if value is not ABSENT}
    return str(jwt.encode(sent, key_of(clients, alg), alg))


def present(server: RunningServer, signed: str, **more: str) -> httpx2.Response:
    """Ask for a token with an assertion."""
    if len(signed) > 20:
        server.secrets_seen.add(signed)
    form = {"grant_type": "client_credentials", "client_assertion_type": KIND, "client_assertion": signed, **more}
    answer = server.post_form(form)
    if answer.status_code == 200:
        server.secrets_seen.add(answer.json()["access_token"])
    return answer


def assert_rejected_then_served(server: RunningServer, clients: Clients, answer: httpx2.Response) -> None:
    """K-05: the failure is an invalid_client; a good assertion afterwards shows that nothing else was the cause."""
    assert_refused(answer, {400, 401}, "invalid_client")
    assert present(server, assertion(server, clients)).status_code == 200


@pytest.mark.parametrize("alg", ["ES256", "RS256"])
def test_a_signed_assertion_gets_a_token(server: RunningServer, clients: Clients, alg: str) -> None:
    """K-02, K-03, G-21, H-06: with and without client_id."""
    for more in ({}, {"client_id": CLIENT[alg]}):
        answer = present(server, assertion(server, clients, alg), **more)
        assert answer.status_code == 200, answer.text
        assert claims_of(answer.json()["access_token"])["sub"] == CLIENT[alg]
        assert server.hello(answer.json()["access_token"]).status_code == 200


@pytest.mark.parametrize(
    "kind", ["", "jwt-bearer", KIND.upper(), KIND + " ", "urn:ietf:params:oauth:grant-type:jwt-bearer"]
)
def test_the_assertion_type_is_exactly_the_registered_one(server: RunningServer, clients: Clients, kind: str) -> None:
    """K-01."""
    answer = present(server, assertion(server, clients), client_assertion_type=kind)
    assert_refused(answer, {400, 401}, {"invalid_client", "invalid_request"})


def test_two_assertions_are_an_invalid_request(server: RunningServer, clients: Clients) -> None:
    """K-01, G-03."""
    fields = [("grant_type", "client_credentials"), ("client_assertion_type", KIND)]
    signed = [("client_assertion", assertion(server, clients)) for _ in range(2)]
    assert_refused(server.post_form([*fields, *signed]), 400, "invalid_request")


def test_the_client_id_must_be_that_of_the_assertion(server: RunningServer, clients: Clients) -> None:
    """K-01."""
    answer = present(server, assertion(server, clients), client_id="mcp-client")
    assert_refused(answer, {400, 401}, {"invalid_client", "invalid_request"})


def bad_claims() -> list[tuple[str, Json]]:
    """Claims that must not authenticate anybody."""
    now = int(time.time())
    return [
        ("iss is another", {"iss": "mcp-client"}),
        ("sub is another", {"sub": "mcp-client"}),
        ("both are another", {"iss": "mcp-client", "sub": "mcp-client"}),
        ("both are unknown", {"iss": "nobody", "sub": "nobody"}),
        ("both are another key client", {"iss": "jwt-rs", "sub": "jwt-rs"}),
        ("no iss", {"iss": ABSENT}),
        ("no sub", {"sub": ABSENT}),
        ("no aud", {"aud": ABSENT}),
        ("other aud", {"aud": "https://evil.example"}),
        ("aud as number", {"aud": 7}),
        ("no exp", {"exp": ABSENT}),
        ("expired", {"exp": now - 3600}),
        ("exp as text", {"exp": "soon"}),
        ("exp infinite", {"exp": float("inf")}),
        ("far future", {"exp": now + 10 * 86400}),
        ("not yet valid", {"nbf": now + 3600}),
        ("issued in the future", {"iat": now + 3600}),
        ("no jti", {"jti": ABSENT}),
        ("jti as list", {"jti": ["a"]}),
        ("jti too long", {"jti": "a" * 5000}),
    ]


@pytest.mark.parametrize("claims", [pytest.param(claims, id=name) for name, claims in bad_claims()])
def test_wrong_claims_are_an_invalid_client(server: RunningServer, clients: Clients, claims: Json) -> None:
    """K-02, K-03, K-04, K-05."""
    answer = present(server, assertion(server, clients, changes=claims))
    assert_rejected_then_served(server, clients, answer)


def test_an_assertion_counts_once(server: RunningServer, clients: Clients) -> None:
    """K-04."""
    signed = assertion(server, clients)
    assert present(server, signed).status_code == 200
    assert_rejected_then_served(server, clients, present(server, signed))


def test_a_foreign_key_is_refused(server: RunningServer, clients: Clients) -> None:
    """K-02, K-07: another key of the same kind, and the key of another kind that belongs to another client."""
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    now = int(time.time())
    claims: Json = {"iss": "jwt-es", "sub": "jwt-es", "aud": server.issuer, "exp": now + 60, "jti": str(uuid.uuid4())}
    for key, alg in ((pem.decode(), "ES256"), (clients.rs_key, "RS256")):
        assert_rejected_then_served(server, clients, present(server, str(jwt.encode(claims, key, alg))))


@pytest.mark.parametrize("alg", ["HS256", "none", "ES384", "PS256"])
def test_the_algorithm_belongs_to_the_client(server: RunningServer, clients: Clients, alg: str) -> None:
    """K-07: HMAC with the public key above all."""
    private = serialization.load_pem_private_key(clients.es_key.encode(), None)
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    payload = assertion(server, clients).split(".")[1]
    header = encode_part(json.dumps({"alg": alg, "typ": "JWT"}).encode())
    signing_input = f"{header}.{payload}"
    for secret in (public, public.strip(), b""):
        signature = (
            "" if alg == "none" else encode_part(hmac.new(secret, signing_input.encode(), hashlib.sha256).digest())
        )
        assert_rejected_then_served(server, clients, present(server, f"{signing_input}.{signature}"))


def test_an_access_token_is_no_assertion(server: RunningServer, clients: Clients) -> None:
    """K-06: nor is one for a resource, nor one whose audience is the issuer."""
    tokens = [server.token(), server.token(resource=server.mcp_url), server.forge({"aud": server.issuer})]
    for token in tokens:
        assert_rejected_then_served(server, clients, present(server, token))


def test_an_assertion_is_no_access_token(server: RunningServer, clients: Clients) -> None:
    """K-06."""
    assert_refused(server.hello(assertion(server, clients)), 401, "invalid_token")


@pytest.mark.parametrize("signed", ["x", "a.b", "a.b.c", "....", "\x00", "e30.e30.", "é"])
def test_garbage_is_an_invalid_client(server: RunningServer, clients: Clients, signed: str) -> None:
    """K-05."""
    answer = present(server, signed)
    assert_refused(answer, {400, 401}, {"invalid_client", "invalid_request"})
    assert present(server, assertion(server, clients)).status_code == 200


def test_a_key_client_has_no_secret_to_guess(server: RunningServer) -> None:
    """G-05, K-07."""
    for secret in ("secret", "", "None"):
        answer = server.token_answer(client_id="jwt-es", client_secret=secret)
        assert_refused(answer, {400, 401}, {"invalid_client", "invalid_request"})
