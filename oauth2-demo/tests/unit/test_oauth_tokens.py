"""Keys, access tokens, grants, revocation and introspection in the domain."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import TYPE_CHECKING

import pytest
from jose import jwt

from oauth2_demo.key_files import KeyFileError
from oauth2_demo.oauth.bearer import ProtectedResource, ResourceGuard, read_bearer
from oauth2_demo.oauth.errors import (
    InsufficientScopeError,
    InvalidRequestError,
    InvalidScopeError,
    InvalidTargetError,
    InvalidTokenError,
    MissingTokenError,
    Reason,
    UnauthorizedClientError,
    UnavailableError,
    UnsupportedGrantTypeError,
)
from oauth2_demo.oauth.form import ParsedForm
from oauth2_demo.oauth.grants import ClientCredentialsGrant, require_grant_type
from oauth2_demo.oauth.introspection import TokenIntrospector
from oauth2_demo.oauth.jws import JwsError, UnverifiedJws, sign
from oauth2_demo.oauth.key_ring_file import KeyRingFile, rotate_signing_key
from oauth2_demo.oauth.keys import KeyFormatError, jwk_from_pem, load_key, load_ring, new_jwk, write_jwks
from oauth2_demo.oauth.resources import ResourceRegistry
from oauth2_demo.oauth.revocation import TokenRevoker
from oauth2_demo.oauth.tokens import VerifiedClaims
from oauth2_demo.tests.unit.oauth_support import ISSUER, START, TTL_S, OAuthSide

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from oauth2_demo.oauth.keys import SigningAlg

pytestmark = pytest.mark.unit

MCP = f"{ISSUER}/mcp"
SCOPES = frozenset({"mcp.access"})
ALGS: tuple[SigningAlg, ...] = ("HS256", "ES256", "RS256")


@pytest.fixture
def side(tmp_path: Path) -> OAuthSide:
    made = OAuthSide(tmp_path)
    made.registrar.add("svc", "mcp.access reports.read")
    return made


def refusal_of(side: OAuthSide, token: str) -> Reason:
    with pytest.raises(InvalidTokenError) as refusal:
        side.verifier.verify(token)
    return refusal.value.reason


def signing_secret(side: OAuthSide) -> dict[str, str]:
    keys: list[dict[str, str]] = json.loads(side.keys._path.read_text())["keys"]
    return keys[0]


def claims(side: OAuthSide, **changes: object) -> dict[str, object]:
    now = side.clock()
    good: dict[str, object] = {
        "iss": ISSUER,
        "sub": "svc",
        "client_id": "svc",
        "aud": "svc",
        "scope": "mcp.access",
        "iat": now,
        "exp": now + 60,
        "jti": "j",
    }
    return {name: value for name, value in {**good, **changes}.items() if value is not ...}


def forged(side: OAuthSide, header: Mapping[str, object] | None = None, **changes: object) -> str:
    headers = {"typ": "JWT", **(header or {})}
    return jwt.encode(claims(side, **changes), signing_secret(side), algorithm="HS256", headers=headers)


# Tokens


@pytest.mark.parametrize("alg", ALGS)
def test_an_issued_token_is_accepted_and_says_what_it_should(tmp_path: Path, alg: SigningAlg) -> None:
    side = OAuthSide(tmp_path, alg)
    side.registrar.add("svc", "mcp.access")
    issued = side.issuer.issue("svc", SCOPES, ())
    header = jwt.get_unverified_header(issued.text)
    assert (header["alg"], header["typ"]) == (alg, "JWT")
    assert jwt.get_unverified_claims(issued.text) == {
        "iss": ISSUER,
        "sub": "svc",
        "client_id": "svc",
        "aud": "svc",
        "scope": "mcp.access",
        "iat": int(START),
        "exp": int(START) + TTL_S,
        "jti": issued.jti,
    }
    verified = side.verifier.verify(issued.text)
    assert (verified.client_id, verified.scopes, verified.audience) == ("svc", SCOPES, ("svc",))


def test_a_token_for_resources_is_an_at_jwt_for_them(side: OAuthSide) -> None:
    one = side.issuer.issue("svc", SCOPES, (MCP,)).text
    two = side.issuer.issue("svc", SCOPES, (ISSUER, MCP)).text
    assert jwt.get_unverified_header(one)["typ"] == "at+jwt"
    assert jwt.get_unverified_claims(one)["aud"] == MCP
    assert jwt.get_unverified_claims(two)["aud"] == [ISSUER, MCP]
    assert side.verifier.verify(two).audience == (ISSUER, MCP)


def test_a_token_is_refused_at_exactly_exp_also_when_it_was_just_accepted(side: OAuthSide) -> None:
    token = side.issuer.issue("svc", SCOPES, ()).text
    side.clock.now = START + TTL_S - 1
    side.verifier.verify(token)
    side.clock.now = START + TTL_S
    assert refusal_of(side, token) is Reason.EXPIRED


def test_a_revoked_token_is_refused_also_when_it_was_just_accepted(side: OAuthSide) -> None:
    issued = side.issuer.issue("svc", SCOPES, ())
    side.verifier.verify(issued.text)
    side.storage.revocations.revoke(issued.jti, START + TTL_S)
    assert refusal_of(side, issued.text) is Reason.REVOKED


def test_the_tokens_of_a_removed_client_are_refused(side: OAuthSide) -> None:
    token = side.issuer.issue("svc", SCOPES, ()).text
    side.verifier.verify(token)
    side.storage.clients.remove("svc")
    assert refusal_of(side, token) is Reason.REVOKED


def test_a_token_without_kid_is_judged_by_all_keys(side: OAuthSide) -> None:
    assert side.verifier.verify(forged(side)).client_id == "svc"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"iss": "http://other"}, Reason.WRONG_ISSUER),
        ({"iss": f"{ISSUER}/"}, Reason.WRONG_ISSUER),
        ({"iss": ...}, Reason.WRONG_ISSUER),
        ({"aud": 7}, Reason.BAD_CLAIMS),
        ({"aud": []}, Reason.BAD_CLAIMS),
        ({"aud": ["a", 7]}, Reason.BAD_CLAIMS),
        ({"sub": None}, Reason.BAD_CLAIMS),
        ({"sub": "other"}, Reason.BAD_CLAIMS),
        ({"client_id": ...}, Reason.BAD_CLAIMS),
        ({"jti": ...}, Reason.BAD_CLAIMS),
        ({"jti": ""}, Reason.BAD_CLAIMS),
        ({"scope": ["mcp.access"]}, Reason.BAD_CLAIMS),
        ({"exp": ...}, Reason.BAD_CLAIMS),
        ({"exp": "9999999999"}, Reason.BAD_CLAIMS),
        ({"exp": True}, Reason.BAD_CLAIMS),
        ({"exp": float("inf")}, Reason.BAD_CLAIMS),
        ({"exp": float("nan")}, Reason.BAD_CLAIMS),
        ({"exp": 10**400}, Reason.BAD_CLAIMS),
        ({"iat": ...}, Reason.BAD_CLAIMS),
        ({"iat": START + 31}, Reason.NOT_YET_VALID),
        ({"nbf": START + 1}, Reason.NOT_YET_VALID),
        ({"nbf": "x"}, Reason.NOT_YET_VALID),
        ({"exp": START}, Reason.EXPIRED),
        ({"exp": START - 1}, Reason.EXPIRED),
    ],
)
def test_signed_tokens_that_say_something_else_are_refused(
    side: OAuthSide, changes: dict[str, object], reason: Reason
) -> None:
    assert refusal_of(side, forged(side, None, **changes)) is reason


def test_a_clock_that_was_set_back_a_little_and_a_past_nbf_do_not_matter(side: OAuthSide) -> None:
    side.verifier.verify(forged(side, iat=START + 30, nbf=START, scope=""))


@pytest.mark.parametrize("header", [{"typ": None}, {"typ": "id+jwt"}, {"typ": 7}, {"crit": ["exp"]}])
def test_other_kinds_of_tokens_are_refused(side: OAuthSide, header: dict[str, object]) -> None:
    assert refusal_of(side, forged(side, header)) is Reason.WRONG_TYPE


@pytest.mark.parametrize("typ", ["AT+JWT", "application/at+jwt", "jwt"])
def test_spellings_of_the_media_type_are_accepted(side: OAuthSide, typ: str) -> None:
    side.verifier.verify(forged(side, {"typ": typ}))


@pytest.mark.parametrize("header", [{"kid": "unknown"}, {"alg": "none"}, {"alg": "HS512"}, {"kid": 7}])
def test_keys_are_chosen_by_us_and_not_by_the_token(side: OAuthSide, header: dict[str, object]) -> None:
    good = forged(side)
    changed = {"alg": "HS256", "typ": "JWT", **header}
    segment = base64.urlsafe_b64encode(json.dumps(changed).encode()).rstrip(b"=").decode()
    assert refusal_of(side, ".".join([segment, *good.split(".")[1:]])) is Reason.BAD_SIGNATURE


def test_hmac_with_a_published_key_is_refused(tmp_path: Path) -> None:
    side = OAuthSide(tmp_path, "ES256")
    side.registrar.add("svc", "mcp.access")
    public = json.dumps(side.keys.current().public_jwks()[0]).encode()
    secret = {"kty": "oct", "k": base64.urlsafe_b64encode(public).decode()}
    kid = side.keys.current().signing.kid
    for headers in ({"kid": kid}, {}):
        token = jwt.encode(claims(side), secret, algorithm="HS256", headers=headers)
        assert refusal_of(side, token) is Reason.BAD_SIGNATURE


def test_every_single_cut_and_flip_of_a_token_is_refused(side: OAuthSide) -> None:
    token = side.issuer.issue("svc", SCOPES, ()).text
    for end in range(len(token)):
        refusal_of(side, token[:end])
    for place in range(0, len(token), 3):
        other = "A" if token[place] != "A" else "B"
        refusal_of(side, token[:place] + other + token[place + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        *("", "a.b", "a.b.c", "a.b.c.d", "....", "é.a.b", "e30.e30.e", "e30.W10.AAAA", "W10.e30.AAAA"),
        *("e31.e30.AAAA", "e30=.e30.AAAA", "e30.e30.AAAB\n", "x" * 9000, "gA.e30.AAAA"),
    ],
)
def test_what_is_no_compact_jws_is_malformed(text: str) -> None:
    with pytest.raises(JwsError):
        UnverifiedJws.parse(text)


def test_a_public_key_signs_nothing() -> None:
    private = new_jwk("ES256")
    public = load_key({name: value for name, value in private.items() if name != "d"})
    with pytest.raises(ValueError, match="cannot sign"):
        sign({}, public, "JWT")


def test_deep_nesting_is_malformed_and_no_crash() -> None:
    deep = base64.urlsafe_b64encode(b"[" * 5000).rstrip(b"=").decode()
    with pytest.raises(JwsError):
        UnverifiedJws.parse(f"{deep}.e30.AAAA")


def test_verified_claims_cannot_be_made_by_others() -> None:
    with pytest.raises(TypeError):
        VerifiedClaims("a", "a", SCOPES, ("a",), "JWT", ISSUER, 0, 1, "j", object())


def test_the_memory_of_verified_tokens_is_bounded_and_ends_with_the_keys(side: OAuthSide) -> None:
    tokens = [side.issuer.issue("svc", SCOPES, ()).text for _ in range(4100)]
    for token in tokens:
        side.verifier.verify(token)
    assert len(side.verifier._cache) == 4096
    side.keys._path.write_bytes(write_jwks([new_jwk("HS256")]))
    side.monotonic.now += 1
    assert refusal_of(side, tokens[-1]) is Reason.BAD_SIGNATURE


# Keys


def test_rotation_signs_anew_and_keeps_old_tokens_valid_without_a_restart(side: OAuthSide) -> None:
    old = side.issuer.issue("svc", SCOPES, ())
    kid = rotate_signing_key(side.keys._path, "HS256")
    side.monotonic.now += 1
    new = side.issuer.issue("svc", SCOPES, ())
    assert jwt.get_unverified_header(new.text)["kid"] == kid
    assert jwt.get_unverified_header(old.text)["kid"] != kid
    side.verifier.verify(old.text)
    side.verifier.verify(new.text)


def test_a_key_that_another_process_rotated_in_verifies_its_first_token(side: OAuthSide) -> None:
    side.verifier.verify(side.issuer.issue("svc", SCOPES, ()).text)
    rotate_signing_key(side.keys._path, "HS256")
    other = KeyRingFile(side.keys._path, "HS256")
    side.issuer._keys = other
    side.verifier.verify(side.issuer.issue("svc", SCOPES, ()).text)


def test_another_algorithm_in_the_settings_puts_a_key_of_it_first(side: OAuthSide) -> None:
    old = side.issuer.issue("svc", SCOPES, ()).text
    ring = KeyRingFile(side.keys._path, "ES256").current()
    assert [key.alg for key in ring.keys] == ["ES256", "HS256"]
    assert [key["alg"] for key in ring.public_jwks()] == ["ES256"]
    side.verifier.verify(old)


def test_a_ring_that_is_broken_or_gone_stops_signing(side: OAuthSide) -> None:
    side.keys._path.write_bytes(b"{}")
    side.monotonic.now += 1
    with pytest.raises(UnavailableError):
        side.issuer.issue("svc", SCOPES, ())
    side.keys._path.unlink()
    with pytest.raises(UnavailableError):
        side.issuer.issue("svc", SCOPES, ())


def test_a_ring_made_readable_for_others_stops_signing(side: OAuthSide) -> None:
    side.keys._path.chmod(0o644)
    side.monotonic.now += 1
    with pytest.raises(UnavailableError, match="chmod 600"):
        side.keys.current()


SHORT = base64.urlsafe_b64encode(b"secret").decode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"keys":[]}',
        b'{"keys":[7]}',
        b'{"keys":[{"kty":"oct","k":7}]}',
        b'{"kty":"oct","k":"AAAA"}',
        b'{"kty":"oct","alg":"RS256","k":"AAAA"}',
        b'{"kty":"oct","alg":"none","k":"AAAA"}',
        b'{"kty":"EC","alg":"ES256"}',
        b'{"kty":"EC","alg":"ES256","kid":"x","crv":"P-256","x":"!","y":"!"}',
        f'{{"kty":"oct","alg":"HS256","kid":"x","k":"{SHORT}"}}'.encode(),
    ],
)
def test_weak_malformed_and_untied_keys_are_refused_without_showing_them(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys" / "ring.json"
    path.parent.mkdir(mode=0o700)
    path.touch(mode=0o600)
    path.write_bytes(content or b" ")
    with pytest.raises(KeyFileError, match=str(path)) as refusal:
        KeyRingFile(path, "HS256")
    assert SHORT not in str(refusal.value)


def test_a_ring_needs_private_keys_with_names_of_their_own() -> None:
    private = new_jwk("ES256")
    public = {name: value for name, value in private.items() if name != "d"}
    with pytest.raises(KeyFormatError, match="cannot sign"):
        load_ring(write_jwks([public]))
    with pytest.raises(KeyFormatError, match="same kid"):
        load_ring(write_jwks([private, private]))


def test_small_rsa_keys_and_other_curves_are_refused() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    small = rsa.generate_private_key(65537, 1024)  # noqa: S505 - weak on purpose
    pem = small.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(KeyFormatError, match="2048"):
        load_key(jwk_from_pem(pem))
    curve = ec.generate_private_key(ec.SECP384R1())
    pem = curve.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(KeyFormatError):
        load_key(jwk_from_pem(pem))


# Grants


def grant(side: OAuthSide, fields: dict[str, str], *resources: str, client_id: str = "svc") -> str:
    registry = ResourceRegistry.of([ISSUER, MCP])
    granter = ClientCredentialsGrant(side.issuer, registry, side.sink, default_scope="mcp.access")
    client = side.storage.clients.find(client_id)
    assert client is not None
    form = ParsedForm({"grant_type": "client_credentials", **fields}, resources)
    return asyncio.run(granter.grant(client, form)).text


def test_a_grant_is_on_record_before_the_token_leaves(side: OAuthSide) -> None:
    token = grant(side, {"scope": "mcp.access"}, MCP)
    (event,) = side.sink.events
    assert event.details["jti"] == jwt.get_unverified_claims(token)["jti"]
    side.sink.failure = UnavailableError("full")
    with pytest.raises(UnavailableError):
        grant(side, {})


def test_a_scope_may_be_narrower_and_not_wider(side: OAuthSide) -> None:
    assert jwt.get_unverified_claims(grant(side, {"scope": "reports.read"}))["scope"] == "reports.read"
    with pytest.raises(InvalidScopeError) as refusal:
        grant(side, {"scope": "mcp.access admin"})
    assert refusal.value.client_id == "svc"
    assert not side.sink.events[1:]


def test_without_a_scope_the_default_is_granted(side: OAuthSide) -> None:
    assert jwt.get_unverified_claims(grant(side, {}))["scope"] == "mcp.access"


def test_other_grants_and_clients_without_scopes_are_refused(side: OAuthSide) -> None:
    side.registrar.add("bare", "")
    with pytest.raises(UnsupportedGrantTypeError):
        grant(side, {"grant_type": "password"})
    with pytest.raises(UnauthorizedClientError):
        grant(side, {}, client_id="bare")
    with pytest.raises(InvalidTargetError):
        grant(side, {}, "http://other")
    with pytest.raises(InvalidRequestError):
        require_grant_type(ParsedForm({}))


# Revocation and introspection


def test_a_client_revokes_its_own_tokens_only(side: OAuthSide) -> None:
    side.registrar.add("other", "mcp.access")
    revoker = TokenRevoker(side.verifier, side.storage.revocations, side.sink)
    token = side.issuer.issue("svc", SCOPES, ()).text
    svc, other = (side.storage.clients.find(name) for name in ("svc", "other"))
    assert svc is not None
    assert other is not None
    with pytest.raises(UnauthorizedClientError):
        asyncio.run(revoker.revoke(other, token))
    side.verifier.verify(token)
    asyncio.run(revoker.revoke(svc, token))
    assert refusal_of(side, token) is Reason.REVOKED
    asyncio.run(revoker.revoke(svc, token))
    asyncio.run(revoker.revoke(svc, "garbage"))
    assert len(side.sink.events) == 1


def test_a_revocation_whose_record_fails_is_an_error_and_the_token_is_dead(side: OAuthSide) -> None:
    revoker = TokenRevoker(side.verifier, side.storage.revocations, side.sink)
    token = side.issuer.issue("svc", SCOPES, ()).text
    svc = side.storage.clients.find("svc")
    assert svc is not None
    side.sink.failure = UnavailableError("full")
    with pytest.raises(UnavailableError):
        asyncio.run(revoker.revoke(svc, token))
    assert refusal_of(side, token) is Reason.REVOKED


def test_introspection_describes_good_tokens_and_says_nothing_of_others(side: OAuthSide) -> None:
    introspector = TokenIntrospector(side.verifier, side.sink)
    svc = side.storage.clients.find("svc")
    assert svc is not None
    issued = side.issuer.issue("svc", SCOPES, (ISSUER, MCP))
    assert asyncio.run(introspector.introspect(svc, issued.text)) == {
        "active": True,
        "scope": "mcp.access",
        "client_id": "svc",
        "token_type": "Bearer",
        "exp": int(START) + TTL_S,
        "iat": int(START),
        "sub": "svc",
        "aud": [ISSUER, MCP],
        "iss": ISSUER,
        "jti": issued.jti,
    }
    assert asyncio.run(introspector.introspect(svc, "a.b.c")) == {"active": False}
    assert [event.details["active"] for event in side.sink.events] == [1, 0]


# Bearer


HELLO = ProtectedResource(f"{ISSUER}/hello", frozenset({ISSUER}), "mcp.access", "http://m", accepts_client_tokens=True)
MCP_ENDPOINT = ProtectedResource(MCP, frozenset({MCP}), "mcp.access", "http://m")


def test_the_token_stands_in_one_authorization_header_whatever_its_case() -> None:
    assert read_bearer(["bEARER abc="], b"x=1") == "abc="
    assert read_bearer(["Bearer   abc "], b"not_access_token=1") == "abc"


@pytest.mark.parametrize("headers", [(), ("Basic abc",), ("",)])
def test_nothing_sent_is_not_an_error(headers: tuple[str, ...]) -> None:
    with pytest.raises(MissingTokenError) as refusal:
        read_bearer(headers, b"")
    assert "error=" not in HELLO.challenge(refusal.value)


@pytest.mark.parametrize(
    ("headers", "query"),
    [
        (("Bearer a", "Bearer a"), b""),
        (("Bearer a",), b"x=1&access_token=a"),
        (("Bearer a b",), b""),
        (("Bearer",), b""),
    ],
)
def test_two_tokens_and_broken_headers_are_invalid_requests(headers: tuple[str, ...], query: bytes) -> None:
    with pytest.raises(InvalidRequestError):
        read_bearer(headers, query)


def test_a_plain_token_opens_hello_and_no_mcp_endpoint(side: OAuthSide) -> None:
    plain = "Bearer " + side.issuer.issue("svc", SCOPES, ()).text
    bound = "Bearer " + side.issuer.issue("svc", SCOPES, (MCP,)).text
    hello, mcp = ResourceGuard(HELLO, side.verifier), ResourceGuard(MCP_ENDPOINT, side.verifier)
    assert hello.admit([plain], b"").client_id == mcp.admit([bound], b"").client_id == "svc"
    with pytest.raises(InvalidTokenError, match=f"request one with resource={MCP}"):
        mcp.admit([plain], b"")
    with pytest.raises(InvalidTokenError):
        hello.admit([bound], b"")


def test_an_at_jwt_with_the_client_id_as_audience_opens_nothing(side: OAuthSide) -> None:
    token = "Bearer " + forged(side, {"typ": "at+jwt"})
    with pytest.raises(InvalidTokenError):
        ResourceGuard(HELLO, side.verifier).admit([token], b"")


def test_too_little_scope_is_told_with_the_scope_that_is_needed(side: OAuthSide) -> None:
    token = "Bearer " + side.issuer.issue("svc", frozenset({"mcp.accessory"}), ()).text
    with pytest.raises(InsufficientScopeError) as refusal:
        ResourceGuard(HELLO, side.verifier).admit([token], b"")
    challenge = HELLO.challenge(refusal.value)
    assert 'error="insufficient_scope"' in challenge
    assert challenge.count("scope=") == 1
