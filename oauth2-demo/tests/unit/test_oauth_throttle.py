"""Guesses at secrets are slowed down: by client, by address, by different secrets, in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from oauth2_demo.oauth import client_secrets
from oauth2_demo.oauth.credentials import SecretCredentials
from oauth2_demo.oauth.errors import InvalidClientError, ThrottledError
from oauth2_demo.oauth.throttle import BURST, FREE_FAILURES, MAX_DELAY_S, REFILL_S, REMEMBERED_SECRETS, GuessThrottle
from oauth2_demo.tests.unit.oauth_support import CHOSEN, HERE, THERE, OAuthSide, authenticate, outcome

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unit


@pytest.fixture
def side(tmp_path: Path) -> OAuthSide:
    return OAuthSide(tmp_path)


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
