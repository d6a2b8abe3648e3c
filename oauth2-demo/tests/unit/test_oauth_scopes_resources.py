"""Scope grammar (RFC 6749, 3.3) and resource indicators (RFC 8707)."""

from __future__ import annotations

import pytest

from oauth2_demo.oauth.clients import RegistrationError, check_client_id, check_scopes, check_secret
from oauth2_demo.oauth.errors import InvalidScopeError, InvalidTargetError
from oauth2_demo.oauth.resources import ResourceRegistry, canonical_resource
from oauth2_demo.oauth.scopes import format_scope, parse_scope

pytestmark = pytest.mark.unit

MCP = "http://localhost:8081/mcp"
REGISTRY = ResourceRegistry.of(["http://localhost:8081", MCP, "http://[::1]:8081/mcp"])


def test_order_and_repetition_of_scope_words_mean_nothing_and_case_does() -> None:
    assert parse_scope("b a b") == frozenset({"a", "b"})
    assert parse_scope("a") != parse_scope("A")
    assert format_scope(frozenset({"b", "a"})) == "a b"


@pytest.mark.parametrize("scope", ["", " a", "a ", "a  b", 'a"b', "a\\b", "a\tb", "a\n", "é", "\x00", "a" * 1001])
def test_scopes_outside_the_grammar_are_refused(scope: str) -> None:
    with pytest.raises(InvalidScopeError):
        parse_scope(scope)


@pytest.mark.parametrize(
    "resource",
    [
        MCP,
        "HTTP://localhost:8081/mcp",
        "http://LOCALHOST:8081/mcp",
        "http://localhost:8081/mcp/",
    ],
)
def test_spellings_of_a_resource_give_the_configured_audience(resource: str) -> None:
    assert REGISTRY.audience([resource]) == (MCP,)


def test_a_default_port_and_a_bare_slash_do_not_count() -> None:
    assert canonical_resource("https://a.example:443/x") == canonical_resource("https://a.example/x")
    assert canonical_resource("http://a.example/") == "http://a.example"
    assert canonical_resource("http://a.example/x?y=1") == "http://a.example/x?y=1"


def test_several_resources_give_each_audience_once() -> None:
    assert REGISTRY.audience([MCP, "http://localhost:8081/", f"{MCP}/"]) == ("http://localhost:8081", MCP)


@pytest.mark.parametrize(
    "resource",
    [
        "http://localhost:8081/MCP",
        "http://localhost:8082/mcp",
        "https://localhost:8081/mcp",
        "http://localhost:8081/mcp#x",
        "http://localhost:8081/mcp?x=1",
        "http://user@localhost:8081/mcp",
        "http://localhost:99999/mcp",
        "http://localhost:port/mcp",
        "http://[::1/mcp",
        "http:///mcp",
        "//localhost:8081/mcp",
        "/mcp",
        "urn:mcp",
        "http://localhost:8081/mcp\x00",
        "http://localhóst:8081/mcp",
        "",
    ],
)
def test_unknown_and_malformed_resources_are_invalid_targets(resource: str) -> None:
    with pytest.raises(InvalidTargetError):
        REGISTRY.audience([resource])


@pytest.mark.parametrize("client_id", ["mcp-client", "a", "svc:1/x", "A.b_c~d+e-f", "0" * 128])
def test_good_client_ids_may_be_registered(client_id: str) -> None:
    assert check_client_id(client_id) == client_id


@pytest.mark.parametrize("client_id", ["", "-a", "a b", "hong@example.com", "홍길동", "a\x00", "a\n", '"', "0" * 129])
def test_ids_that_look_like_people_or_break_protocols_are_refused(client_id: str) -> None:
    with pytest.raises(RegistrationError):
        check_client_id(client_id)


@pytest.mark.parametrize("secret", ["", "비밀번호비밀번호", "a\x00bcdefgh", "a\nbcdefgh", "a" * 257])
def test_secrets_outside_printable_ascii_are_refused_and_not_repeated(secret: str) -> None:
    with pytest.raises(RegistrationError) as refusal:
        check_secret(secret)
    assert not secret or secret not in str(refusal.value)


def test_a_short_chosen_secret_is_refused_where_a_minimum_is_asked_for() -> None:
    assert check_secret("secret") == "secret"
    with pytest.raises(RegistrationError, match="8 to 256"):
        check_secret("secret", min_characters=8)


def test_an_empty_grant_of_scopes_is_a_client_that_gets_no_tokens() -> None:
    assert check_scopes("  ") == frozenset()
    assert check_scopes(" a   b ") == frozenset({"a", "b"})
