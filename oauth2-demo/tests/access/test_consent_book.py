"""Consent is explicit, stored, revocable, and ends; the same over every storage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.access.consent import ConsentKey
from oauth2_demo.access.consent_book import ConsentBook, ConsentRequest
from oauth2_demo.access.errors import AccessRefusedError
from oauth2_demo.storage.factory import open_storage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from oauth2_demo.storage.ports import Storage

pytestmark = pytest.mark.unit

KEY = ConsentKey("kim", "editor", "security", "get_security_audit_log")
REQUEST = ConsentRequest(KEY, "print-1", frozenset({"mcp.access", "audit.read"}))


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
def storage(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Storage]:
    url = "memory:" if request.param == "memory" else f"sqlite:///{tmp_path / 'data.db'}"
    opened = open_storage(url, clock)
    yield opened
    opened.close()


@pytest.fixture
def book(storage: Storage, clock: Clock) -> ConsentBook:
    return ConsentBook(storage.consents, lifetime_s=100, clock=clock)


def reason(book: ConsentBook, request: ConsentRequest) -> str | None:
    try:
        book.check(request)
    except AccessRefusedError as refusal:
        return refusal.reason
    return None


def test_without_consent_a_call_is_refused_with_what_to_do(book: ConsentBook) -> None:
    with pytest.raises(AccessRefusedError, match="mcp-docker consent grant") as refusal:
        book.check(REQUEST)
    assert refusal.value.reason == "consent_missing"


def test_a_granted_consent_is_kept_as_it_was_given(book: ConsentBook, storage: Storage) -> None:
    granted = book.grant(REQUEST, "cli")
    assert reason(book, REQUEST) is None
    assert storage.consents.find(KEY) == granted
    assert (granted.granted_at, granted.expires_at, granted.granted_by) == (1_000.0, 1_100.0, "cli")
    assert granted.scope == {"mcp.access", "audit.read"}


def test_a_consent_may_be_given_for_a_time_of_its_own(book: ConsentBook) -> None:
    assert book.grant(REQUEST, "elicitation", lifetime_s=5).expires_at == 1_005.0


def test_a_consent_ends_at_exactly_its_time(book: ConsentBook, clock: Clock) -> None:
    book.grant(REQUEST, "cli")
    clock.now = 1_099.9
    assert reason(book, REQUEST) is None
    clock.now = 1_100.0
    assert reason(book, REQUEST) == "consent_expired"


def test_a_revoked_consent_is_refused_and_can_be_given_again(book: ConsentBook) -> None:
    book.grant(REQUEST, "cli")
    assert book.revoke("kim") == 1
    assert reason(book, REQUEST) == "consent_revoked"
    assert book.revoke("kim") == 0
    book.grant(REQUEST, "cli")
    assert reason(book, REQUEST) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(KEY, user_id="lee"),
        replace(KEY, client_id="other"),
        replace(KEY, server="oauth2"),
        replace(KEY, tool="another"),
    ],
)
def test_consent_is_for_one_user_client_server_and_tool_only(book: ConsentBook, other: ConsentKey) -> None:
    book.grant(REQUEST, "cli")
    assert reason(book, replace(REQUEST, key=other)) == "consent_missing"


def test_a_tool_that_changed_asks_again(book: ConsentBook) -> None:
    book.grant(REQUEST, "cli")
    assert reason(book, replace(REQUEST, tool_fingerprint="print-2")) == "tool_changed"


def test_a_tool_that_demands_more_scopes_asks_again(book: ConsentBook) -> None:
    book.grant(REQUEST, "cli")
    wider = replace(REQUEST, scope=REQUEST.scope | {"pii.reveal"})
    assert reason(book, wider) == "tool_changed"


@pytest.mark.parametrize(
    ("client_id", "tool", "left"),
    [
        (None, None, 0),
        ("editor", None, 1),
        (None, "get_security_audit_log", 1),
        ("editor", "get_security_audit_log", 2),
    ],
)
def test_revocation_takes_what_matches_and_nothing_else(
    book: ConsentBook, client_id: str | None, tool: str | None, left: int
) -> None:
    requests = [
        REQUEST,
        replace(REQUEST, key=replace(KEY, client_id="other")),
        replace(REQUEST, key=replace(KEY, tool="another")),
    ]
    for request in requests:
        book.grant(request, "cli")
    someone_else = replace(REQUEST, key=replace(KEY, user_id="lee"))
    book.grant(someone_else, "cli")
    book.revoke("kim", client_id=client_id, tool=tool)
    assert sum(reason(book, request) is None for request in requests) == left
    assert reason(book, someone_else) is None


def test_consents_are_listed_latest_first_for_one_user_or_all(
    book: ConsentBook, storage: Storage, clock: Clock
) -> None:
    book.grant(REQUEST, "cli")
    clock.now += 1
    book.grant(replace(REQUEST, key=replace(KEY, user_id="lee")), "first_use")
    assert [consent.key.user_id for consent in storage.consents.all_of(None)] == ["lee", "kim"]
    assert [consent.key.user_id for consent in storage.consents.all_of("kim")] == ["kim"]


def test_what_one_process_revokes_another_sees_at_once(tmp_path: Path, clock: Clock) -> None:
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    ours, theirs = open_storage(url, clock), open_storage(url, clock)
    try:
        book, other = (ConsentBook(each.consents, lifetime_s=100, clock=clock) for each in (ours, theirs))
        book.grant(REQUEST, "cli")
        assert reason(other, REQUEST) is None
        other.revoke("kim")
        assert reason(book, REQUEST) == "consent_revoked"
    finally:
        ours.close()
        theirs.close()


def test_stored_parameters_belong_to_one_user_and_tool(storage: Storage) -> None:
    parameters = storage.parameters
    parameters.store("kim", "get_weather", "unit", "celsius")
    parameters.store("kim", "get_weather", "unit", "fahrenheit")
    parameters.store("kim", "get_weather", "city", "Seoul")
    assert parameters.stored("kim", "get_weather") == {"unit": "fahrenheit", "city": "Seoul"}
    assert parameters.stored("lee", "get_weather") == {}
    assert parameters.stored("kim", "list_cities") == {}
    assert parameters.forget("kim", "get_weather", "city")
    assert not parameters.forget("kim", "get_weather", "city")
    assert parameters.stored("kim", "get_weather") == {"unit": "fahrenheit"}
