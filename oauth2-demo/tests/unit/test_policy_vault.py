"""Reversible tokens live and die with their session and their time."""

from __future__ import annotations

import re

import pytest

from oauth2_demo.security.errors import ProtectionUnavailable, TokenRefused
from oauth2_demo.security.policy import TokenVault
from oauth2_demo.security.policy import vault as vault_module
from oauth2_demo.tests.unit.security_fakes import EMAIL, PHONE, Bench

pytestmark = pytest.mark.unit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_token_says_its_type_and_not_its_value() -> None:
    token = TokenVault().session("a").tokenize("phone", PHONE)
    assert re.fullmatch(r"\[\[phone:[0-9a-f]{32}\]\]", token)


def test_the_same_value_has_the_same_token_in_a_session_and_another_in_the_next() -> None:
    vault = TokenVault()
    first = vault.session("a").tokenize("phone", PHONE)
    assert vault.session("a").tokenize("phone", PHONE) == first
    assert vault.session("a").tokenize("email", PHONE) != first
    assert vault.session("b").tokenize("phone", PHONE) != first


def test_a_session_gets_its_own_values_back() -> None:
    session = TokenVault().session("a")
    assert session.reveal(session.tokenize("phone", PHONE)) == PHONE


def test_a_token_of_another_session_is_of_no_use() -> None:
    vault = TokenVault()
    token = vault.session("a").tokenize("phone", PHONE)
    vault.session("b").tokenize("phone", EMAIL)
    for session in (vault.session("b"), vault.session("c")):
        assert not session.knows(token)
        with pytest.raises(TokenRefused) as refusal:
            session.reveal(token)
        assert PHONE not in str(refusal.value)


def test_tokens_end_with_their_time_exactly() -> None:
    clock = Clock()
    session = TokenVault(ttl_s=60, clock=clock).session("a")
    token = session.tokenize("phone", PHONE)
    clock.now = 59.9
    assert session.reveal(token) == PHONE
    clock.now = 60
    with pytest.raises(TokenRefused):
        session.reveal(token)
    assert session.tokenize("phone", PHONE) != token


def test_tokens_end_with_their_session() -> None:
    vault = TokenVault()
    token = vault.session("a").tokenize("phone", PHONE)
    vault.end_session("a")
    vault.end_session("a")
    assert not vault.session("a").knows(token)


def test_what_is_still_under_way_in_an_ended_session_gets_no_more_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oauth2_demo.security.policy.vault._MAX_SESSIONS", 2)
    vault = TokenVault()
    vault.end_session("a")
    with pytest.raises(ProtectionUnavailable, match="ended") as refusal:
        vault.session("a").tokenize("phone", PHONE)
    assert refusal.value.guard == "tokens"
    for number in range(3):
        vault.end_session(f"later {number}")
    assert list(vault._ended) == ["later 1", "later 2"]


def test_a_value_of_a_session_that_nobody_uses_again_leaves_memory_with_its_time() -> None:
    clock = Clock()
    vault = TokenVault(ttl_s=60, clock=clock)
    vault.session("left").tokenize("phone", PHONE)
    vault.session("used").tokenize("phone", "1")
    clock.now = 30
    living = vault.session("used").tokenize("email", EMAIL)
    clock.now = 66
    assert not vault.session("other").knows(living)
    assert PHONE not in str(vault._sessions)
    assert list(vault._sessions) == ["used"]
    assert vault.session("used").reveal(living) == EMAIL


def test_a_full_session_refuses_until_tokens_have_died() -> None:
    clock = Clock()
    session = TokenVault(ttl_s=60, clock=clock, max_tokens=2).session("a")
    session.tokenize("phone", "1")
    session.tokenize("phone", "2")
    with pytest.raises(ProtectionUnavailable) as refusal:
        session.tokenize("phone", "3")
    assert refusal.value.guard == "tokens"
    clock.now = 60
    assert session.reveal(session.tokenize("phone", "3")) == "3"


def test_a_process_full_of_sessions_refuses_new_ones_until_old_tokens_have_died(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vault_module, "_MAX_SESSIONS", 2)
    clock = Clock()
    vault = TokenVault(ttl_s=60, clock=clock)
    vault.session("a").tokenize("phone", "1")
    vault.session("b").tokenize("phone", "1")
    with pytest.raises(ProtectionUnavailable):
        vault.session("c").tokenize("phone", "1")
    clock.now = 60
    assert vault.session("c").tokenize("phone", "1")


def test_no_index_of_the_vault_is_keyed_by_a_value() -> None:
    vault = TokenVault()
    vault.session("a").tokenize("phone", PHONE)
    keys = [*vault._sessions["a"].by_token, *vault._sessions["a"].by_lookup]
    assert not any(PHONE in str(key) for key in keys)


def test_a_text_tokenised_in_one_session_stays_as_it_is_in_it_and_is_scanned_in_another() -> None:
    bench = Bench()
    text = bench.process(PHONE, "tokenize").text
    assert bench.process(text, "tokenize").text == text
    assert not bench.vault.session("session-b").knows(text)


def test_a_text_that_finds_no_room_in_its_session_is_refused_and_not_passed_on() -> None:
    bench = Bench()
    bench.vault._max_tokens = 0
    with pytest.raises(ProtectionUnavailable) as refusal:
        bench.process(PHONE, "tokenize")
    assert refusal.value.guard == "tokens"
