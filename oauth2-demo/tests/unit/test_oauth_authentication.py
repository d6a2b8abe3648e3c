"""Client authentication: secrets, assertions, one failure for all reasons, and guesses slowed down."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

import argon2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from jose import jws

from oauth2_demo.oauth import client_secrets
from oauth2_demo.oauth.authentication import _MAX_WAITING
from oauth2_demo.oauth.client_secrets import fits_chosen, generate_secret, hash_chosen, hash_generated
from oauth2_demo.oauth.clients import RegistrationError
from oauth2_demo.oauth.credentials import (
    ASSERTION_TYPE,
    AssertionCredentials,
    SecretCredentials,
    read_credentials,
)
from oauth2_demo.oauth.errors import (
    InvalidClientError,
    InvalidRequestError,
    MissingClientAuthenticationError,
    Reason,
    ThrottledError,
)
from oauth2_demo.oauth.throttle import FREE_FAILURES
from oauth2_demo.tests.unit.oauth_support import CHOSEN, HERE, ISSUER, OAuthSide, authenticate, outcome

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from oauth2_demo.oauth.clients import Client

pytestmark = pytest.mark.unit


@pytest.fixture
def side(tmp_path: Path) -> OAuthSide:
    return OAuthSide(tmp_path)


def basic(client_id: str, secret: str) -> str:
    return "Basic " + base64.b64encode(f"{client_id}:{secret}".encode()).decode()


def test_basic_halves_are_form_decoded() -> None:
    assert read_credentials(basic("a%3Ab", "p%25+%20x"), {}) == SecretCredentials("a:b", "p%  x")
    assert read_credentials(basic("a", "b").replace("Basic", "bAsIc"), {}) == SecretCredentials("a", "b")


def test_a_client_id_beside_basic_must_be_the_same() -> None:
    assert read_credentials(basic("a", "b"), {"client_id": "a"}) == SecretCredentials("a", "b")
    with pytest.raises(InvalidRequestError):
        read_credentials(basic("a", "b"), {"client_id": "other"})


@pytest.mark.parametrize(
    "authorization",
    ["Basic", "Basic ", "Basic !!!", "Basic YQ==", basic("a", "%"), "Bearer abc", "Basic /w==", "Digest x", ""],
)
def test_broken_authorization_is_one_opaque_failure(authorization: str) -> None:
    with pytest.raises(InvalidClientError) as failure:
        read_credentials(authorization, {})
    assert failure.value.description == "client authentication failed"


@pytest.mark.parametrize(
    ("authorization", "form"),
    [
        (basic("a", "b"), {"client_id": "a", "client_secret": "b"}),
        (basic("a", "b"), {"client_assertion": "x", "client_assertion_type": ASSERTION_TYPE}),
        (None, {"client_secret": "b", "client_assertion": "x"}),
        (None, {"client_secret": "b", "client_assertion_type": ASSERTION_TYPE}),
    ],
)
def test_two_methods_at_once_are_refused(authorization: str | None, form: dict[str, str]) -> None:
    with pytest.raises(InvalidRequestError) as refusal:
        read_credentials(authorization, form)
    assert refusal.value.reason is Reason.SEVERAL_METHODS


@pytest.mark.parametrize("form", [{}, {"client_id": "a"}, {"client_secret": "b"}])
def test_no_authentication_says_what_is_missing(form: dict[str, str]) -> None:
    with pytest.raises(MissingClientAuthenticationError, match="failed") as refusal:
        read_credentials(None, form)
    assert "missing" in refusal.value.description


def test_an_assertion_comes_from_the_body_with_or_without_a_client_id() -> None:
    form = {"client_assertion": "x", "client_assertion_type": ASSERTION_TYPE}
    assert read_credentials(None, form) == AssertionCredentials("x", None)
    assert read_credentials(None, {**form, "client_id": "a"}) == AssertionCredentials("x", "a")


@pytest.mark.parametrize("form", [{"client_assertion": "x"}, {"client_assertion_type": ASSERTION_TYPE}])
def test_half_an_assertion_is_a_failure(form: dict[str, str]) -> None:
    with pytest.raises(InvalidClientError):
        read_credentials(None, form)


def test_generated_secrets_have_256_bits_and_are_kept_as_keyed_digests() -> None:
    secret = generate_secret()
    assert len(base64.urlsafe_b64decode(secret + "=")) == 32
    assert secret not in hash_generated(secret, b"k" * 32)
    assert hash_generated(secret, b"k" * 32) != hash_generated(secret, b"x" * 32)


def test_chosen_secrets_are_kept_with_argon2id() -> None:
    hashed = hash_chosen(CHOSEN)
    assert hashed.startswith("$argon2id$")
    assert fits_chosen(hashed, CHOSEN)
    assert not fits_chosen(hashed, CHOSEN + "x")
    assert not fits_chosen(None, CHOSEN)
    assert not fits_chosen("blake2b$00", CHOSEN)


def test_the_decoy_costs_what_a_real_hash_costs() -> None:
    assert not argon2.PasswordHasher().check_needs_rehash(client_secrets.DECOY_HASH)


def test_the_right_secret_opens_and_a_wrong_one_does_not(side: OAuthSide) -> None:
    secret = side.registrar.add("svc", "mcp.access").generated_secret
    assert secret is not None
    assert authenticate(side, SecretCredentials("svc", secret)) == "svc"
    with pytest.raises(InvalidClientError):
        authenticate(side, SecretCredentials("svc", secret + "x"))
    with pytest.raises(InvalidClientError):
        authenticate(side, SecretCredentials("svc", ""))


def test_unknown_client_and_wrong_secret_look_the_same_outside_and_differ_in_the_record(side: OAuthSide) -> None:
    side.registrar.add("svc", "mcp.access")
    failures = []
    for client_id in ("svc", "nobody"):
        with pytest.raises(InvalidClientError) as failure:
            authenticate(side, SecretCredentials(client_id, "wrong"))
        failures.append(failure.value)
    assert failures[0].description == failures[1].description
    assert [failure.reason for failure in failures] == [Reason.WRONG_SECRET, Reason.UNKNOWN_CLIENT]
    assert [failure.client_id for failure in failures] == ["svc", None]


@pytest.mark.parametrize("is_verified", [False, True], ids=["argon2 needed", "all secrets seen"])
def test_every_kind_of_failure_does_the_same_work_in_the_same_order(
    side: OAuthSide, monkeypatch: pytest.MonkeyPatch, *, is_verified: bool
) -> None:
    """G-27: what is computed is what takes time, so this needs no clock."""
    side.registrar.add("chosen", "mcp.access", chosen_secret=CHOSEN)
    side.registrar.add("generated", "mcp.access")
    KeyedClient(side)
    if is_verified:
        assert authenticate(side, SecretCredentials("chosen", CHOSEN)) == "chosen"
    work: list[str] = []

    def noting(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def noted(*given: object, **options: object) -> object:
            work.append(name)
            return real(*given, **options)

        monkeypatch.setattr(owner, name, noted)

    noting(hashlib, "blake2b")
    noting(hmac, "compare_digest")
    noting(client_secrets, "_argon2_fits")
    noting(side.storage.clients, "find")
    done = {}
    for client_id in ("nobody", "chosen", "generated", "keyed"):
        for attempt in ("first", "again", "other"):
            work.clear()
            assert outcome(side, attempt.replace("again", "first"), HERE, client_id) == "InvalidClientError"
            done[client_id, attempt] = [*work]
    for attempt in ("first", "again", "other"):
        (same,) = {tuple(done[client_id, attempt]) for client_id in ("nobody", "chosen", "generated", "keyed")}
        assert same.count("_argon2_fits") == (not is_verified and attempt != "again")
        assert same[:3] == ("find", "blake2b", "compare_digest")


def test_argon2_runs_once_for_the_right_secret_and_for_every_kind_of_failure_before(
    side: OAuthSide, monkeypatch: pytest.MonkeyPatch
) -> None:
    side.registrar.add("chosen", "mcp.access", chosen_secret=CHOSEN)
    secret = side.registrar.add("generated", "mcp.access").generated_secret
    assert secret is not None
    runs: list[str] = []
    real = client_secrets._argon2_fits

    def counted(secret_hash: str, secret: str) -> bool:
        runs.append(secret_hash)
        return real(secret_hash, secret)

    monkeypatch.setattr(client_secrets, "_argon2_fits", counted)
    for client_id in ("chosen", "generated", "nobody"):
        with pytest.raises(InvalidClientError):
            authenticate(side, SecretCredentials(client_id, "wrong"))
    assert len(runs) == 3
    assert authenticate(side, SecretCredentials("generated", secret)) == "generated"
    assert len(runs) == 3
    for _ in range(3):
        assert authenticate(side, SecretCredentials("chosen", CHOSEN)) == "chosen"
    assert len(runs) == 4
    for client_id in ("chosen", "generated", "nobody"):
        with pytest.raises(InvalidClientError):
            authenticate(side, SecretCredentials(client_id, "wrong"))
    assert len(runs) == 4


def test_a_changed_secret_ends_the_old_one_at_once(side: OAuthSide) -> None:
    side.registrar.add("svc", "mcp.access", chosen_secret=CHOSEN)
    assert authenticate(side, SecretCredentials("svc", CHOSEN)) == "svc"
    secret = side.registrar.replace_secret("svc").generated_secret
    assert secret is not None
    with pytest.raises(InvalidClientError):
        authenticate(side, SecretCredentials("svc", CHOSEN))
    assert authenticate(side, SecretCredentials("svc", secret)) == "svc"


def test_parallel_guesses_at_a_chosen_secret_are_counted_one_by_one(side: OAuthSide) -> None:
    side.registrar.add("svc", "mcp.access", chosen_secret=CHOSEN)

    async def guess() -> list[Client | BaseException]:
        attempts = [
            side.authenticator.authenticate(SecretCredentials("svc", f"guess {number}"), HERE)
            for number in range(FREE_FAILURES + 10)
        ]
        return list(await asyncio.gather(*attempts, return_exceptions=True))

    answers = asyncio.run(guess())
    assert sum(isinstance(answer, InvalidClientError) for answer in answers) == FREE_FAILURES
    assert sum(isinstance(answer, ThrottledError) for answer in answers) == 10


def test_a_crowd_of_first_uses_is_served_and_a_bigger_one_turned_away(side: OAuthSide) -> None:
    side.registrar.add("svc", "mcp.access", chosen_secret=CHOSEN)

    async def crowd(number: int) -> list[Client | BaseException]:
        credentials = SecretCredentials("svc", CHOSEN)
        attempts = [side.authenticator.authenticate(credentials, HERE) for _ in range(number)]
        return list(await asyncio.gather(*attempts, return_exceptions=True))

    answers = asyncio.run(crowd(_MAX_WAITING + 5))
    assert sum(isinstance(answer, ThrottledError) for answer in answers) == 5
    assert not any(isinstance(answer, InvalidClientError) for answer in answers)


# private_key_jwt


class KeyedClient:
    """A client with a key pair that signs what it is told."""

    def __init__(self, side: OAuthSide, alg: str = "ES256", client_id: str = "keyed") -> None:
        key = ec.generate_private_key(ec.SECP256R1()) if alg == "ES256" else rsa.generate_private_key(65537, 2048)
        self.pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self.public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        self.alg, self.client_id, self.side = alg, client_id, side
        side.registrar.add(client_id, "mcp.access", public_key=self.public)

    def assertion(self, changes: Mapping[str, object] | None = None, header: Mapping[str, object] | None = None) -> str:
        now = self.side.clock()
        claims = {
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": ISSUER,
            "exp": now + 60,
            "iat": now,
            "jti": "j1",
            **(changes or {}),
        }
        sent = {name: value for name, value in claims.items() if value is not ...}
        return jws.sign(sent, self.pem.decode(), headers=dict(header or {}), algorithm=self.alg)


@pytest.mark.parametrize("alg", ["ES256", "RS256"])
def test_a_good_assertion_authenticates_once(side: OAuthSide, alg: str) -> None:
    client = KeyedClient(side, alg)
    credentials = AssertionCredentials(client.assertion(), None)
    assert authenticate(side, credentials) == "keyed"
    with pytest.raises(InvalidClientError) as refusal:
        authenticate(side, credentials)
    assert refusal.value.reason is Reason.REPLAYED_ASSERTION


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "other"},
        {"aud": "http://other"},
        {"aud": [ISSUER, "http://other"]},
        {"aud": f"{ISSUER}/oauth2/token"},
        {"aud": ...},
        {"exp": ...},
        {"exp": "soon"},
        {"exp": 0},
        {"exp": float("inf")},
        {"exp": 1_800_000_000 + 3600},
        {"nbf": 1_800_000_000 + 600},
        {"iat": 1_800_000_000 + 600},
        {"nbf": "x"},
        {"jti": ...},
        {"jti": ""},
        {"jti": 7},
        {"jti": "j" * 300},
        {"jti": "\ud800"},
        {"jti": "a\0b"},
    ],
)
def test_assertions_that_say_something_else_are_refused(side: OAuthSide, changes: dict[str, object]) -> None:
    client = KeyedClient(side)
    with pytest.raises(InvalidClientError) as refusal:
        authenticate(side, AssertionCredentials(client.assertion(changes), None))
    assert refusal.value.reason is Reason.BAD_ASSERTION


@pytest.mark.parametrize("header", [{"typ": "at+jwt"}, {"typ": 7}, {"crit": ["exp"]}])
def test_other_kinds_of_tokens_are_no_assertions(side: OAuthSide, header: dict[str, object]) -> None:
    client = KeyedClient(side)
    with pytest.raises(InvalidClientError):
        authenticate(side, AssertionCredentials(client.assertion(header=header), None))


def test_a_list_of_one_audience_and_a_fitting_client_id_are_fine(side: OAuthSide) -> None:
    client = KeyedClient(side)
    credentials = AssertionCredentials(client.assertion({"aud": [ISSUER]}), "keyed")
    assert authenticate(side, credentials) == "keyed"


@pytest.mark.parametrize("assertion", ["", "a.b.c", "x", "a" * 9000])
def test_a_malformed_assertion_is_a_failed_authentication(side: OAuthSide, assertion: str) -> None:
    with pytest.raises(InvalidClientError):
        authenticate(side, AssertionCredentials(assertion, None))


def test_another_client_id_beside_the_assertion_is_refused(side: OAuthSide) -> None:
    client = KeyedClient(side)
    with pytest.raises(InvalidClientError):
        authenticate(side, AssertionCredentials(client.assertion(), "other"))


def test_an_unknown_client_and_a_foreign_key_are_refused(side: OAuthSide) -> None:
    client, other = KeyedClient(side), KeyedClient(side, client_id="other")
    forged = {"iss": "other", "sub": "other"}
    with pytest.raises(InvalidClientError) as refusal:
        authenticate(side, AssertionCredentials(client.assertion(forged), None))
    assert (refusal.value.reason, refusal.value.client_id) == (Reason.BAD_ASSERTION, "other")
    with pytest.raises(InvalidClientError) as refusal:
        authenticate(side, AssertionCredentials(other.assertion({"iss": "no", "sub": "no"}), None))
    assert (refusal.value.reason, refusal.value.client_id) == (Reason.UNKNOWN_CLIENT, None)


def test_hmac_with_the_public_key_is_refused(side: OAuthSide) -> None:
    client = KeyedClient(side)
    claims = {"iss": "keyed", "sub": "keyed", "aud": ISSUER, "exp": side.clock() + 60, "jti": "j"}
    forged = jws.sign(claims, {"kty": "oct", "k": base64.urlsafe_b64encode(client.public).decode()}, algorithm="HS256")
    with pytest.raises(InvalidClientError):
        authenticate(side, AssertionCredentials(forged, None))


def test_a_secret_does_not_open_a_client_that_has_only_a_key_nor_the_other_way_round(side: OAuthSide) -> None:
    client = KeyedClient(side)
    side.registrar.add("secretive", "mcp.access")
    with pytest.raises(InvalidClientError):
        authenticate(side, SecretCredentials("keyed", ""))
    with pytest.raises(InvalidClientError):
        authenticate(side, AssertionCredentials(client.assertion({"iss": "secretive", "sub": "secretive"}), None))


def test_only_the_public_half_of_a_key_is_kept(side: OAuthSide) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    jwks = side.registrar.add("svc", "mcp.access", public_key=pem).client.public_jwks
    assert jwks is not None
    assert '"d"' not in jwks


@pytest.mark.parametrize(
    "key",
    [
        b'{"kty":"oct","alg":"HS256","k":"' + b"A" * 43 + b'"}',
        b"",
        b"{",
        b"[]",
        b'{"kty":"oct","k":"AAAA"}',
        b"-----BEGIN X-----",
        b'{"keys":[]}',
    ],
)
def test_what_is_no_public_key_is_refused_at_registration(side: OAuthSide, key: bytes) -> None:
    with pytest.raises(RegistrationError, match="public key file"):
        side.registrar.add("svc", "mcp.access", public_key=key)


def test_registration_refuses_bad_scopes_short_secrets_and_unknown_clients(side: OAuthSide) -> None:
    with pytest.raises(RegistrationError, match="scope"):
        side.registrar.add("svc", 'a"b')
    with pytest.raises(RegistrationError, match="8 to 256"):
        side.registrar.add("svc", "a", chosen_secret="short")
    with pytest.raises(RegistrationError, match="no client"):
        side.registrar.replace_secret("svc")
