"""What the audit log says about the OAuth side, read from outside (rows I-17 and E-22 of the protocol checklist)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.http.http_harness import basic, claims_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.tests.http.conftest import Clients
    from oauth2_demo.tests.http.http_harness import Json, RunningServer

pytestmark = pytest.mark.integration

MARK = "kept-nowhere-4711"


def new_records(server: RunningServer, act: Callable[[], object]) -> list[Json]:
    """The records that `act` adds."""
    before = len(server.records())
    act()
    return server.records()[before:]


def only(records: list[Json]) -> Json:
    """The one record that there must be."""
    assert len(records) == 1, records
    return records[0]


def test_each_issued_token_is_on_record_before_its_answer_leaves(any_server: RunningServer) -> None:
    """G-30, I-17: named by its jti and client."""
    tokens: list[str] = []
    record = only(new_records(any_server, lambda: tokens.append(any_server.token())))
    assert record["client_id"] == "mcp-client"
    assert "issued" in str(record["event_type"])
    assert str(claims_of(tokens[0])["jti"]) in str(record)
    assert {"timestamp", "event_type", "client_id", "contains_pii", "action_taken", "event_id"} <= set(record)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"client_secret": f"wrong-{MARK}"}, "secret"),
        ({"client_id": f"nobody-{MARK}"}, "unknown"),
        ({"scope": f"admin-{MARK}"}, "scope"),
        ({"grant_type": f"password-{MARK}"}, "grant"),
        ({"resource": f"https://{MARK}.example/"}, "resource"),
    ],
)
def test_a_refusal_is_on_record_with_its_reason_and_without_what_was_sent(
    server: RunningServer, changes: dict[str, str], reason: str
) -> None:
    """I-17, G-27: a stranger may have typed a secret anywhere."""
    record = only(new_records(server, lambda: server.token_answer(**changes)))
    assert "refused" in str(record)
    assert reason in str(record)
    assert MARK not in str(record)
    assert server.token_answer().status_code == 200


def test_uses_of_tokens_are_on_record(server: RunningServer, clients: Clients) -> None:
    """I-17: accepted, rejected for its reason, revoked."""
    token = server.token()
    jti = str(claims_of(token)["jti"])
    accepted = only(new_records(server, lambda: server.hello(token)))
    assert jti in str(accepted)
    assert accepted["client_id"] == "mcp-client"
    expired = server.forge({"exp": 1000, "iat": 1})
    assert "expired" in str(only(new_records(server, lambda: server.hello(expired))))
    narrow = server.token(client_id="narrow", client_secret=clients.narrow_secret, scope=None)
    assert "scope" in str(only(new_records(server, lambda: server.hello(narrow))))
    headers = {"authorization": basic("mcp-client", "secret")}
    revoked = only(
        new_records(
            server, lambda: server.post_form({"token": token}, url=server.endpoint("revocation"), headers=headers)
        )
    )
    assert "revoked" in str(revoked["event_type"])
    assert jti in str(revoked)


def test_nothing_that_was_sent_as_a_secret_stands_in_a_log(server: RunningServer, clients: Clients) -> None:
    """I-17, E-22: tokens whole or in parts, secrets, wrong secrets, credentials headers, queries."""
    token = server.token()
    server.hello(token)
    server.http.get(f"/hello?access_token={token}&x={MARK}")
    server.token_answer(client_id="wide", client_secret=f"{clients.wide_secret}x")
    server.post_form({}, url=f"/oauth2/token?client_secret={MARK}", headers={"authorization": basic(MARK, MARK)})
    server.hello(f"{MARK}.{MARK}.{MARK}")
    server.raw_request("GET", f"/{MARK}", [("User-Agent", MARK), ("X-Request-Id", f"{MARK}\t{MARK}")])
    written = server.output() + server.log_path.read_text(encoding="utf-8")
    sent = [*token.split("."), clients.wide_secret, MARK, basic(MARK, MARK).partition(" ")[2]]
    assert not [number for number, secret in enumerate(sent) if secret in written]
