"""Attacks on the MCP endpoints by clients with a good token of their own, on real processes."""

from __future__ import annotations

import contextlib
import socket
import time
from typing import TYPE_CHECKING

import httpx2
import pytest

from oauth2_demo.tests.http.http_harness import HANG_GUARD_S, claims_of, run_cli
from oauth2_demo.tests.security.attack_harness import result_of, running_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from oauth2_demo.tests.security.attack_harness import Site

pytestmark = pytest.mark.integration

INITIALIZE = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "attacker", "version": "1"}}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site") / "home") as site:
        site.add("alice")
        site.add("bob")
        yield site


def message(method: str, params: Mapping[str, object]) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}


def test_personal_data_tokens_of_one_client_open_for_no_other_whatever_session_it_names(site: Site) -> None:
    alice, bob = site.token("alice"), site.token("bob")
    kept = result_of(site.call(alice, "look_up"))["content"][0]["text"]
    assert "[[phone:" in kept
    assert result_of(site.call(alice, "dial", {"number": kept}))["content"][0]["text"] == "11"
    for session in (str(claims_of(alice)["jti"]), "alice"):
        stolen = result_of(site.call(bob, "dial", {"number": kept}, mcp_session_id=session))
        assert stolen["isError"]
        assert "not of this session" in stolen["content"][0]["text"]


def test_personal_data_tokens_end_with_the_session_that_they_were_made_in(site: Site) -> None:
    alice = site.token("alice")

    def sessions_with_tokens() -> int:
        return int(result_of(site.call(alice, "sessions_with_tokens"))["content"][0]["text"])

    before = sessions_with_tokens()
    sessions = []
    for _ in range(2):
        opened = site.post(alice, message("initialize", INITIALIZE))
        sessions.append(str(opened.headers["mcp-session-id"]))
        params = {"name": "look_up", "arguments": {}}
        kept = result_of(site.post(alice, message("tools/call", params), mcp_session_id=sessions[-1]))
        assert "[[phone:" in kept["content"][0]["text"]
    assert sessions_with_tokens() == before + 2
    headers = {"authorization": f"Bearer {alice}", "mcp-session-id": sessions[0]}
    assert httpx2.delete(f"{site.url}/vault/mcp", headers=headers, trust_env=False).status_code == 200
    assert sessions_with_tokens() == before + 1
    dial = {"name": "dial", "arguments": {"number": kept["content"][0]["text"]}}
    still = result_of(site.post(alice, message("tools/call", dial), mcp_session_id=sessions[1]))
    assert still["content"][0]["text"] == "11"


def test_a_removed_client_is_turned_away_at_once_where_the_registry_is_shared(site: Site) -> None:
    site.add("carol")
    carol = site.token("carol")
    assert not result_of(site.call(carol, "look_up")).get("isError")
    run_cli(site.home, "clients", "remove", "carol")
    refused = site.call(carol, "look_up")
    assert refused.status_code == 401 or result_of(refused)["_meta"]["error_code"] == 1001


def test_a_client_that_is_registered_anew_does_not_bring_its_stolen_tokens_back(site: Site) -> None:
    site.add("dave")
    # As it was issued a minute ago, so that no clock has to be waited for.
    stolen = site.oauth.forge({"sub": "dave", "client_id": "dave", "aud": "dave", "iat": int(time.time()) - 60})
    run_cli(site.home, "clients", "remove", "dave")
    site.add("dave")
    asked = site.oauth.post_form(
        {"client_id": "dave", "client_secret": site.secret("dave"), "token": stolen}, url="/oauth2/introspect"
    )
    assert asked.json() == {"active": False}
    assert not result_of(site.call(site.token("dave"), "look_up")).get("isError")


def test_no_file_holds_a_token_or_personal_data_of_a_call_at_the_most_talkative_level(site: Site) -> None:
    alice, phone = site.token("alice"), "010-8765-4321"
    opening = {"protocolVersion": phone, "capabilities": {}, "clientInfo": {"name": phone, "version": phone}}
    session = site.post(alice, message("initialize", opening)).headers["mcp-session-id"]
    for method, params in (
        ("tools/call", {"name": "dial", "arguments": {"number": phone, phone: phone}}),
        ("tools/call", {"name": phone, "arguments": {phone: phone}}),
        ("resources/read", {"uri": f"test://{phone}"}),
        ("prompts/get", {"name": phone}),
        (phone, {}),
    ):
        site.post(alice, message(method, params), mcp_session_id=session, user_agent=phone, x_request_id=phone)
    site.call(alice, "dial", {"number": phone})
    site.oauth.token_answer(client_id=phone, client_secret=phone, scope=phone)
    files = {path: path.read_bytes() for path in site.home.rglob("*") if path.is_file()}
    assert site.home / "mcp-endpoints.out" in files
    for secret in (phone, phone.replace("-", ""), alice, alice.rpartition(".")[2], site.secret("alice")):
        held_by = [path.name for path, data in files.items() if secret.encode() in data and path.suffix != ".secret"]
        assert not held_by, f"{secret[:13]} stands in {held_by}"


def test_a_log_that_was_cut_makes_both_servers_unready_and_they_recover(site: Site) -> None:
    log = site.home / "logs" / "security_audit.log"
    whole = log.read_bytes()
    ready_urls = (f"{site.oauth.issuer}/health/ready", f"{site.url}/health/ready")
    log.write_bytes(whole[: len(whole) // 2])
    cut = [httpx2.get(url, trust_env=False) for url in ready_urls]
    log.write_bytes(whole)
    assert [(answer.status_code, answer.json()["checks"]["audit_log"]) for answer in cut] == [(503, "unavailable")] * 2
    assert [httpx2.get(url, trust_env=False).status_code for url in ready_urls] == [200] * 2


LAST = b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def exchanged(site: Site, *pieces: bytes) -> bytes:
    """Send pieces that arrive one by one, then a last request, and return all that came back."""
    received = b""
    with socket.create_connection(("127.0.0.1", site.oauth.port), timeout=HANG_GUARD_S) as connection:
        for piece in pieces:
            connection.sendall(piece)
            # What was sent before this request has been read when it is answered.
            assert site.oauth.http.get("/health/live").status_code == 200
        connection.sendall(LAST)
        while more := connection.recv(65536):
            received += more
    return received


@pytest.mark.parametrize("stray", [b"\n", b"\r", b"\r\n"])
def test_a_line_end_between_requests_never_stands_for_the_request_before_it(site: Site, stray: bytes) -> None:
    hello = f"GET /hello HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {site.oauth.token()}\r\n\r\n".encode()
    assert exchanged(site, hello, stray).count(b"HTTP/1.1 200") == 2
    assert b"authenticated_client" not in exchanged(site, stray + b"\r\n\r\n")


def test_a_client_that_sends_rubbish_behind_a_request_puts_no_error_into_the_log(site: Site) -> None:
    request = b"GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"
    exchanged(site, b"\r\n")
    for _ in range(5):
        with contextlib.suppress(ConnectionError):
            exchanged(site, request + request + b"rubbish\r\n\r\n")
    assert '"level": "ERROR"' not in site.oauth.output()
