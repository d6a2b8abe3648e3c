"""Access tokens and their use, black box: RFC 9068, 6750, 7519, 8725 (rows I of the protocol checklist)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwk as jose_jwk

from oauth2_demo.tests.http.http_harness import (
    ABSENT,
    assert_refused,
    challenge_of,
    claims_of,
    encode_part,
    header_of,
)

if TYPE_CHECKING:
    from oauth2_demo.tests.http.conftest import Clients
    from oauth2_demo.tests.http.http_harness import Json, RunningServer

pytestmark = pytest.mark.integration

NOW = int(time.time())
HOUR_S = 3600


def test_the_documented_token_is_the_documented_sample(any_server: RunningServer) -> None:
    """I-01, I-03, I-04, I-20, G-23, I-17: header, claims and lifetime, and nothing else in it."""
    token = any_server.token()
    header, claims = header_of(token), claims_of(token)
    assert header["typ"] == "JWT"
    assert header["alg"] == any_server.signing_jwk["alg"]
    assert set(header) <= {"alg", "typ", "kid"}
    assert set(claims) == {"iss", "sub", "client_id", "aud", "scope", "exp", "iat", "jti"}
    assert (claims["iss"], claims["sub"], claims["aud"]) == (any_server.issuer, "mcp-client", "mcp-client")
    assert int(str(claims["exp"])) - int(str(claims["iat"])) == 1800


def test_a_token_for_a_resource_follows_rfc_9068(any_server: RunningServer) -> None:
    """I-01, I-02, I-03, I-05."""
    token = any_server.token(resource=any_server.mcp_url)
    claims = claims_of(token)
    assert header_of(token)["typ"] == "at+jwt"
    assert claims["aud"] == any_server.mcp_url
    assert claims["client_id"] == claims["sub"] == "mcp-client"
    assert {"iss", "exp", "iat", "jti", "scope"} <= set(claims)


def test_the_instances_sign_with_different_algorithms(any_server: RunningServer) -> None:
    """I-02: the asymmetric ones really are."""
    assert header_of(any_server.token())["alg"] == any_server.signing_jwk["alg"]


def test_a_forged_token_is_as_good_as_an_issued_one(any_server: RunningServer) -> None:
    """I-06: so that each refusal below is for what was changed, not for the forging."""
    assert any_server.hello(any_server.forge()).status_code == 200


def bad_claims() -> list[tuple[str, Json]]:
    """Claims that must not open anything, by what is wrong with them."""
    wrong: list[tuple[str, Json]] = [
        ("other issuer", {"iss": "https://evil.example"}),
        ("issuer with slash", {"iss": "{issuer}/"}),
        ("issuer as list", {"iss": ["{issuer}"]}),
        ("other audience", {"aud": "https://evil.example"}),
        ("empty audience list", {"aud": []}),
        ("audience of another case", {"aud": "MCP-CLIENT"}),
        ("audience as number", {"aud": 7}),
        ("audience as object", {"aud": {"mcp-client": 1}}),
        ("expired", {"exp": NOW - HOUR_S, "iat": NOW - 2 * HOUR_S}),
        ("not yet valid", {"nbf": NOW + HOUR_S}),
        ("nbf as text", {"nbf": "soon"}),
        ("exp as text", {"exp": str(NOW + HOUR_S)}),
        ("exp as list", {"exp": [NOW + HOUR_S]}),
        ("exp as truth", {"exp": True}),
        ("exp null", {"exp": None}),
        ("exp infinite", {"exp": float("inf")}),
        ("exp not a number", {"exp": float("nan")}),
        ("exp negative", {"exp": -1}),
        ("exp huge", {"exp": 10**400}),
        ("iat as text", {"iat": "now"}),
        ("iat in the future", {"iat": NOW + HOUR_S}),
        ("iat infinite", {"iat": float("inf")}),
        ("scope as list", {"scope": ["mcp.access"]}),
        ("scope null", {"scope": None}),
        ("scope as number", {"scope": 1}),
        ("sub null", {"sub": None}),
        ("sub as number", {"sub": 7}),
        ("jti null", {"jti": None}),
        ("jti as list", {"jti": ["a"]}),
    ]
    missing = [(f"no {name}", {name: ABSENT}) for name in ("iss", "aud", "exp", "iat", "sub", "jti")]
    return wrong + missing


@pytest.mark.parametrize("claims", [pytest.param(claims, id=name) for name, claims in bad_claims()])
def test_a_signed_token_with_wrong_claims_is_an_invalid_token(any_server: RunningServer, claims: Json) -> None:
    """I-06, I-07, I-19: also the types of claims, and none of it makes a server error."""
    own = json.loads(
        json.dumps({k: v for k, v in claims.items() if v is not ABSENT}).replace("{issuer}", any_server.issuer)
    )
    absent: Json = {name: ABSENT for name, value in claims.items() if value is ABSENT}
    answer = any_server.hello(any_server.forge({**own, **absent}))
    if claims.keys() == {"scope"}:
        assert answer.status_code in {401, 403}
    else:
        assert_refused(answer, 401, "invalid_token")
        assert challenge_of(answer)["error"] == "invalid_token"


@pytest.mark.parametrize("claims", [{"nbf": NOW - 60}, {"exp": NOW + HOUR_S + 0.5}], ids=str)
def test_unusual_but_legal_claims_are_accepted(any_server: RunningServer, claims: Json) -> None:
    """I-06, I-07: RFC 7519 sections 2 and 4.1.3."""
    assert any_server.hello(any_server.forge(claims)).status_code == 200


@pytest.mark.parametrize(
    "header",
    [{"typ": "logout+jwt"}, {"typ": "secevent+jwt"}, {"typ": 7}, {"typ": "at+jwt"}, {"crit": ["exp"]},
     {"crit": ["x"], "x": 1}, {"kid": "other"}, {"kid": "../../dev/null"}, {"kid": ["a"]}, {"kid": {"a": 1}}],
    ids=str,
)  # fmt: skip
def test_a_wrong_header_is_an_invalid_token(any_server: RunningServer, header: Json) -> None:
    """I-06, I-07, I-09: `at+jwt` with the client id for audience is neither of the two kinds of token."""
    assert_refused(any_server.hello(any_server.forge(header=header)), 401, "invalid_token")


@pytest.mark.parametrize("typ", ["at+jwt", "application/at+jwt", "AT+JWT"])
def test_the_type_of_a_resource_token_may_be_written_in_full(any_server: RunningServer, typ: str) -> None:
    """I-01: RFC 9068 section 4; media types know no case."""
    url = challenge_of(any_server.http.get("/hello"))["resource_metadata"]
    resource = any_server.http.get(url).json()["resource"]
    assert any_server.hello(any_server.forge({"aud": resource}, {"typ": typ})).status_code == 200


def test_a_resource_may_be_one_of_several_audiences(any_server: RunningServer) -> None:
    """I-06: RFC 7519 section 4.1.3."""
    url = challenge_of(any_server.http.get("/hello"))["resource_metadata"]
    resource = any_server.http.get(url).json()["resource"]
    token = any_server.forge({"aud": ["https://other.example", resource]}, {"typ": "at+jwt"})
    assert any_server.hello(token).status_code == 200


@pytest.mark.parametrize("member", ["jwk", "jku", "x5u", "x5c"])
def test_a_key_that_the_token_brings_along_is_not_used(any_server: RunningServer, member: str) -> None:
    """I-09."""
    own = ec.generate_private_key(ec.SECP256R1())
    public = {name: _text(value) for name, value in jose_jwk.construct(_public_pem(own), "ES256").to_dict().items()}
    values: Json = {"jwk": public, "jku": "http://127.0.0.1:9/jwks", "x5u": "http://127.0.0.1:9/c", "x5c": ["AAAA"]}
    pem = own.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    token = any_server.forge(header={member: values[member]}, key=pem, alg="ES256")
    assert_refused(any_server.hello(token), 401, "invalid_token")


def _public_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


def unsigned(server: RunningServer, alg: object, signature: str = "") -> str:
    """A token with claims that are right and a header that says `alg`."""
    good = server.forge().split(".")
    header = {**header_of(".".join(good)), "alg": alg}
    return f"{encode_part(json.dumps(header).encode())}.{good[1]}.{signature}"


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "", "HS512", "hs256", None, 7, ["HS256"], "../none"])
@pytest.mark.parametrize("signature", ["", "AAAA"])
def test_no_other_algorithm_is_taken(any_server: RunningServer, alg: object, signature: str) -> None:
    """I-01, I-06, I-09: `none` in any spelling above all."""
    assert_refused(
        any_server.hello(unsigned(any_server, alg, signature)), {400, 401}, {"invalid_token", "invalid_request"}
    )


def public_forms(server: RunningServer) -> list[bytes]:
    """Every form of the public key that somebody might feed to HMAC; the secret's text for symmetric keys."""
    key = server.signing_jwk
    if key["kty"] == "oct":
        return [key["k"].encode(), b"secret", b""]
    public = {name: value for name, value in key.items() if name in {"kty", "crv", "x", "y", "n", "e"}}
    pem: bytes = jose_jwk.construct(public, key["alg"]).to_pem()
    return [pem, pem.strip(), json.dumps(public).encode(), key.get("x", key.get("n", "")).encode()]


def test_the_public_key_is_no_hmac_secret(any_server: RunningServer) -> None:
    """I-09, I-08: key confusion, and the demo secret."""
    for secret in public_forms(any_server):
        signing_input = unsigned(any_server, "HS256").rstrip(".")
        signature = hmac.new(secret, signing_input.encode(), hashlib.sha256).digest()
        assert_refused(any_server.hello(f"{signing_input}.{encode_part(signature)}"), 401, "invalid_token")


def test_a_changed_or_cut_token_is_an_invalid_token(any_server: RunningServer) -> None:
    """I-06."""
    header, payload, signature = any_server.token().split(".")
    other = encode_part(json.dumps({**claims_of(f"{header}.{payload}."), "scope": "mcp.access admin"}).encode())
    flipped = ("B" if signature[0] == "A" else "A") + signature[1:]
    for token in (
        f"{header}.{other}.{signature}", f"{header}.{payload}.{flipped}", f"{header}.{payload}.", f"{header}.{payload}",
        f"{header}.{payload}.{signature}.x", f"{header}.{payload}.{signature[:-4]}", f".{payload}.{signature}",
        f"{header}..{signature}", "...", "x",
    ):  # fmt: skip
        assert_refused(any_server.hello(token), {400, 401}, {"invalid_token", "invalid_request"})


@pytest.mark.parametrize(
    "payload", [b"[]", b"7", b"null", b'"x"', b"{", b"\xff\xfe", b'{"exp":1e400}', b'{"a":' * 900 + b"1" + b"}" * 900]
)
def test_a_signed_payload_that_is_no_claims_object_is_an_invalid_token(server: RunningServer, payload: bytes) -> None:
    """I-19."""
    key = server.signing_jwk
    header = encode_part(json.dumps({"alg": key["alg"], "typ": "JWT", "kid": key["kid"]}).encode())
    signing_input = f"{header}.{encode_part(payload)}"
    secret = base64.urlsafe_b64decode(key["k"] + "==")
    signature = encode_part(hmac.new(secret, signing_input.encode(), hashlib.sha256).digest())
    assert_refused(server.hello(f"{signing_input}.{signature}"), 401, "invalid_token")


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer", "bEaReR"])
def test_the_scheme_is_read_without_regard_to_case(server: RunningServer, scheme: str) -> None:
    """I-10."""
    assert server.hello(server.token(), scheme).status_code == 200


def test_a_token_anywhere_but_in_the_header_is_not_read(server: RunningServer) -> None:
    """I-10, I-17, F-04."""
    token = server.token()
    assert server.http.get(f"/hello?access_token={token}").status_code in {400, 401}
    assert server.post_form({"access_token": token}, url="/hello").status_code in {401, 405}
    assert server.http.get("/hello", headers={"cookie": f"access_token={token}"}).status_code == 401


def test_without_a_token_the_challenge_names_no_error(server: RunningServer) -> None:
    """I-11, I-12, I-14, F-03."""
    answer = server.http.get("/hello")
    assert answer.status_code == 401
    challenge = challenge_of(answer)
    assert "error" not in challenge
    assert challenge["scope"] == "mcp.access"


def test_a_bad_token_is_named_in_the_challenge(server: RunningServer) -> None:
    """I-11, I-13, I-14, H-16."""
    answer = server.hello("not.a.token")
    assert_refused(answer, 401, "invalid_token")
    assert challenge_of(answer)["error"] == "invalid_token"
    assert challenge_of(answer)["resource_metadata"].startswith(server.issuer)


@pytest.mark.parametrize(
    "value", ["Bearer", "Bearer ", "Bearer a b", "Bearer  ", "Basic eDp5", "Token x", "", "Bearer é"]
)
def test_a_malformed_header_is_refused(server: RunningServer, value: str) -> None:
    """I-13, I-11."""
    answer = server.raw_request("GET", "/hello", [("Authorization", value)])
    assert answer.status in {400, 401}
    assert answer.all("www-authenticate")[0].startswith("Bearer ")


@pytest.mark.parametrize(
    "scope", ["reports.read", "mcp.access2", "xmcp.access", "MCP.ACCESS", "mcp", "mcp.access,x", ""]
)
def test_without_the_whole_word_mcp_access_the_scope_is_insufficient(any_server: RunningServer, scope: str) -> None:
    """I-13, I-15, F-07, H-16."""
    answer = any_server.hello(any_server.forge({"scope": scope}))
    assert answer.status_code == 403
    assert answer.json()["error"] == "insufficient_scope"
    challenge = challenge_of(answer)
    assert (challenge["error"], challenge["scope"]) == ("insufficient_scope", "mcp.access")
    assert challenge["resource_metadata"].startswith(any_server.issuer)


def test_an_issued_token_without_the_scope_is_insufficient(server: RunningServer, clients: Clients) -> None:
    """I-13, I-15."""
    token = server.token(client_id="narrow", client_secret=clients.narrow_secret, scope=None)
    assert server.hello(token).status_code == 403


def test_the_scope_may_stand_among_others(any_server: RunningServer) -> None:
    """I-15."""
    assert any_server.hello(any_server.forge({"scope": "a mcp.access b"})).status_code == 200


def test_a_token_serves_many_parallel_calls(any_server: RunningServer) -> None:
    """I-16: two hundred, twenty at a time."""
    token = any_server.token()
    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(lambda _: any_server.hello(token).status_code, range(200)))
    assert statuses == [200] * 200


@pytest.mark.parametrize("second", ["same", "other"])
def test_two_authorization_headers_are_an_invalid_request(server: RunningServer, second: str) -> None:
    """I-18."""
    token = server.token()
    fields = [("Authorization", f"Bearer {token}"), ("Authorization", f"Bearer {token if second == 'same' else 'x'}")]
    assert_refused(server.raw_request("GET", "/hello", fields), 400, "invalid_request")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "Hello from MCP OAuth2 Demo!"),
        ("ko", "MCP OAuth2 데모에서 안녕하세요!"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "MCP OAuth2 데모에서 안녕하세요!"),
        ("en-US,en;q=0.9,ko;q=0.1", "Hello from MCP OAuth2 Demo!"),
        ("en;q=0.1, ko", "MCP OAuth2 데모에서 안녕하세요!"),
        ("fr", "Hello from MCP OAuth2 Demo!"),
        (";;;q=x", "Hello from MCP OAuth2 Demo!"),
    ],
)
def test_hello_answers_in_the_language_asked_for(server: RunningServer, language: str, message: str) -> None:
    """I-16."""
    answer = server.http.get(
        "/hello", headers={"authorization": f"Bearer {server.token()}", "accept-language": language}
    )
    document = answer.json()
    assert set(document) == {"message", "authenticated_client", "timestamp"}
    assert (document["message"], document["authenticated_client"]) == (message, "mcp-client")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("resource", [None, "other"])
def test_the_mcp_endpoint_takes_only_tokens_made_for_it(server: RunningServer, resource: str | None) -> None:
    """I-05, I-06, F-05, F-17: and its refusal says what to ask for."""
    if server.name == "separated":
        assert server.http.post("/mcp", json={}).status_code == 404
        return
    token = server.token() if resource is None else server.forge({"aud": "https://evil.example"}, {"typ": "at+jwt"})
    answer = server.http.post("/mcp", json={}, headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert server.mcp_url in answer.text + str(challenge_of(answer))


def test_the_mcp_endpoint_takes_a_token_made_for_it(server: RunningServer) -> None:
    """I-05, J-07: the very first message of a session gets through."""
    if server.name == "separated":
        return
    answer = mcp_initialize(server, server.token(resource=server.mcp_url))
    assert answer == 200


def mcp_initialize(server: RunningServer, token: str) -> int:
    """Send the first message of a session and give the status."""
    message = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
    }
    headers = {"authorization": f"Bearer {token}", "accept": "application/json, text/event-stream"}
    return server.http.post("/mcp", json=message, headers=headers).status_code
