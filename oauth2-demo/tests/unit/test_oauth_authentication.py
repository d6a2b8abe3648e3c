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
    Credentials,
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
from oauth2_demo.oauth.throttle import BURST, FREE_FAILURES, MAX_DELAY_S, REFILL_S, REMEMBERED_SECRETS, GuessThrottle
from oauth2_demo.tests.unit.oauth_support import ISSUER, OAuthSide

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from oauth2_demo.oauth.clients import Client

pytestmark = pytest.mark.unit

HERE, THERE = "127.0.0.1", "192.0.2.7"
CHOSEN = "correct horse battery"


@pytest.fixture
def side(tmp_path: Path) -> OAuthSide:
    return OAuthSide(tmp_path)


def authenticate(side: OAuthSide, credentials: Credentials, address: str = HERE) -> str:
    return asyncio.run(side.authenticator.authenticate(credentials, address)).client_id


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


def test_ten_failures_are_free_and_the_eleventh_attempt_waits_even_with_the_right_secret(side: OAuthSide) -> None:
    secret = side.registrar.add("svc", "mcp.access").generated_secret
    assert secret is not None
    for number in range(FREE_FAILURES):
        with pytest.raises(InvalidClientError):
            authenticate(side, SecretCredentials("svc", f"wrong {number}"))
    with pytest.raises(ThrottledError) as refusal:
        authenticate(side, SecretCredentials("svc", secret))
    assert (refusal.value.retry_after_s, refusal.value.client_id) == (1, "svc")
    assert authenticate(side, SecretCredentials("svc", secret), THERE) == "svc"
    side.monotonic.now += 1
    assert authenticate(side, SecretCredentials("svc", secret)) == "svc"


def test_unknown_clients_are_slowed_down_alike_and_not_named(side: OAuthSide) -> None:
    for number in range(FREE_FAILURES):
        with pytest.raises(InvalidClientError):
            authenticate(side, SecretCredentials("nobody", f"wrong {number}"))
    with pytest.raises(ThrottledError) as refusal:
        authenticate(side, SecretCredentials("nobody", "wrong"))
    assert refusal.value.client_id is None


def outcome(side: OAuthSide, secret: str, address: str = HERE, client_id: str = "svc") -> str:
    try:
        return authenticate(side, SecretCredentials(client_id, secret), address)
    except (InvalidClientError, ThrottledError) as error:
        return type(error).__name__


def test_guesses_from_an_address_of_the_client_are_bounded_though_the_client_succeeds_in_between(
    side: OAuthSide,
) -> None:
    """G-09: success ends the row of failures, so without a budget of its own the address would guess for ever."""
    secret = side.registrar.add("svc", "mcp.access").generated_secret
    assert secret is not None
    assert outcome(side, secret, THERE) == "svc"
    outcomes = []
    for number in range(400):
        outcomes.append(outcome(side, f"guess {number}"))
        outcome(side, secret)
    assert outcomes == ["InvalidClientError"] * BURST + ["ThrottledError"] * (400 - BURST)
    # The right secret waits as well: let through, it would tell the guesser that it is right.
    assert outcome(side, secret) == "ThrottledError"
    # At its other addresses the client works, and so do other clients here.
    assert outcome(side, secret, THERE) == "svc"
    assert outcome(side, "wrong", HERE, "nobody") == "InvalidClientError"
    side.monotonic.now += REFILL_S
    assert [outcome(side, secret), outcome(side, "one more"), outcome(side, secret)] == [
        "svc",
        "InvalidClientError",
        "ThrottledError",
    ]


def test_an_hour_of_guesses_beside_a_working_client_is_fewer_than_a_hundred(side: OAuthSide) -> None:
    secret = side.registrar.add("svc", "mcp.access").generated_secret
    assert secret is not None
    judged = 0
    for number in range(3600):
        judged += outcome(side, f"guess {number}") == "InvalidClientError"
        outcome(side, secret)
        side.monotonic.now += 1
    assert BURST <= judged < 100


def test_a_program_that_repeats_an_old_secret_holds_up_nobody(side: OAuthSide) -> None:
    old = side.registrar.add("svc", "mcp.access").generated_secret
    secret = side.registrar.replace_secret("svc").generated_secret
    assert old is not None
    assert secret is not None
    assert {outcome(side, old) for _ in range(400)} == {"InvalidClientError"}
    assert {outcome(side, old, THERE) for _ in range(400)} == {"InvalidClientError"}
    # Both addresses have one failure behind them, the client two.
    assert outcome(side, secret) == outcome(side, secret, THERE) == "svc"
    judged = [outcome(side, f"guess {number}") for number in range(FREE_FAILURES + 1)]
    assert judged == ["InvalidClientError"] * FREE_FAILURES + ["ThrottledError"]


def test_an_old_secret_is_not_counted_again_though_others_are_tried_beside_it(side: OAuthSide) -> None:
    secret = side.registrar.add("svc", "mcp.access").generated_secret
    assert secret is not None
    for number in range(BURST - 2):
        assert outcome(side, "old") == outcome(side, f"guess {number}") == "InvalidClientError"
        assert outcome(side, secret) == "svc"
    # The old one and these guesses leave room for one guess.
    assert [outcome(side, "old"), outcome(side, "last"), outcome(side, "old")] == [
        "InvalidClientError",
        "InvalidClientError",
        "ThrottledError",
    ]


def test_more_secrets_than_are_remembered_count_as_guesses_however_often_they_come(side: OAuthSide) -> None:
    secret = side.registrar.add("svc", "mcp.access").generated_secret
    assert secret is not None
    outcomes = []
    for number in range(100):
        outcomes.append(outcome(side, f"old {number % (REMEMBERED_SECRETS + 1)}"))
        outcome(side, secret)
    assert outcomes.count("InvalidClientError") == BURST


def test_a_secret_that_was_wrong_and_became_right_opens(side: OAuthSide) -> None:
    side.registrar.add("svc", "mcp.access", chosen_secret=CHOSEN)
    assert outcome(side, "next secret") == "InvalidClientError"
    side.registrar.replace_secret("svc", "next secret")
    assert outcome(side, "next secret") == "svc"


def test_repeating_an_old_secret_costs_argon2_once(side: OAuthSide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its repetitions are free, so they must not occupy the one thread that judges secrets."""
    side.registrar.add("svc", "mcp.access", chosen_secret=CHOSEN)
    runs: list[str] = []

    def counted(secret_hash: str, secret: str) -> bool:
        del secret_hash
        runs.append(secret)
        return False

    monkeypatch.setattr(client_secrets, "_argon2_fits", counted)
    for client_id in ("svc", "nobody"):
        runs.clear()
        assert {outcome(side, "old", HERE, client_id) for _ in range(20)} == {"InvalidClientError"}
        assert runs == ["old"]


def test_an_address_with_its_budget_back_is_forgotten_at_the_next_success() -> None:
    now = 0.0
    throttle = GuessThrottle(lambda: now)
    throttle.failed("svc", HERE, "wrong")
    throttle.succeeded("svc", HERE)
    assert throttle.has_failed("svc", HERE, "wrong")
    now += REFILL_S
    throttle.succeeded("svc", HERE)
    assert not throttle.has_failed("svc", HERE, "wrong")
    assert not throttle._tried


def test_guesses_are_kept_as_digests_with_a_key_of_their_own() -> None:
    first, second = GuessThrottle(lambda: 0.0), GuessThrottle(lambda: 0.0)
    for throttle in (first, second):
        throttle.failed("svc", HERE, "wrong")
    kept = [next(iter(throttle._tried.values())).wrong for throttle in (first, second)]
    assert kept[0] != kept[1]
    assert all(len(digest) == 8 for (digest,) in kept)


def test_the_delay_doubles_up_to_an_hour_and_success_ends_it() -> None:
    now = 0.0
    throttle = GuessThrottle(lambda: now)
    waits = []
    for number in range(FREE_FAILURES + 14):
        throttle.failed("svc", HERE, f"guess {number}")
        with pytest.raises(ThrottledError) if number >= FREE_FAILURES - 1 else _nothing() as refusal:
            throttle.check("svc", HERE)
        waits.append(refusal.value.retry_after_s if refusal else 0)
        now += waits[-1]
        throttle.succeeded("svc", THERE)
    assert waits[: FREE_FAILURES + 3] == [0] * (FREE_FAILURES - 1) + [1, 2, 4, 8]
    assert waits[-1] == MAX_DELAY_S
    throttle.succeeded("svc", HERE)
    throttle.check("svc", HERE)


class _nothing:  # noqa: N801 - reads as a context manager
    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


def test_fewer_than_a_hundred_guesses_an_hour_are_judged_from_any_number_of_addresses() -> None:
    now = 0.0
    throttle = GuessThrottle(lambda: now)
    throttle.succeeded("svc", HERE)
    judged = 0
    while now < 3600 and judged < 1000:
        try:
            throttle.check("svc", f"192.0.2.{judged}")
        except ThrottledError:
            now += 10
            continue
        throttle.failed("svc", f"192.0.2.{judged}", f"guess {judged}")
        judged += 1
    assert BURST <= judged < 100
    # Neither an address that the client is known at nor another client has to wait for that.
    throttle.check("svc", HERE)
    throttle.check("other", THERE)


def test_strangers_cannot_fill_the_memory() -> None:
    throttle = GuessThrottle(lambda: 0.0)
    for number in range(10_050):
        throttle.failed(f"client-{number}", HERE, "guess")
    assert len(throttle._tried) == len(throttle._budgets) == 10_000
    for number in range(100):
        throttle.failed("client", HERE, f"guess {number}")
    assert len(next(reversed(throttle._tried.values())).wrong) == REMEMBERED_SECRETS


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
