"""The protected endpoints as a stranger meets them, in both set-ups (CHECKLIST parts C, D and F)."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import ElicitResult

from oauth2_demo.tests.http.http_harness import challenge_of, free_port, run_cli
from oauth2_demo.tests.mcp.mcp_http_harness import answer_of, initialize, legacy, modern, read_to_end
from oauth2_demo.tests.support.processes import HANG_GUARD_S
from oauth2_demo.tests.support.protected import Protected, Workshop, protected, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mcp.client.client import ConnectMode

    from oauth2_demo.tests.mcp.raw_session import RawSession

pytestmark = [pytest.mark.integration, pytest.mark.anyio]

Json = dict[str, Any]
NAMES = (None, "oauth2", "security", "weather")
ERAS: tuple[ConnectMode, ConnectMode] = ("legacy", "2026-07-28")
eras = pytest.mark.parametrize("mode", ERAS)
ACCEPT = ElicitResult(action="accept", content={"consent": True})
DECLINE = ElicitResult(action="decline")


def names_of(endpoints: Protected) -> tuple[str | None, ...]:
    return NAMES if endpoints.set_up == "separated" else (None,)


def call(
    endpoints: Protected, token: str | None, tool: str, arguments: Json | None = None, server: str | None = None
) -> Json:
    """Call a tool on the 2026-07-28 wire and return the result."""
    body, headers = modern("tools/call", {"name": tool, "arguments": arguments or {}})
    with endpoints.client(token) as client:
        answer = answer_of(client.post(endpoints.url(server), json=body, headers=headers))
    result: Json = answer["result"]
    return result


def record_of(endpoints: Protected, event_id: object) -> Json:
    (record,) = [record for record in endpoints.records() if record["event_id"] == event_id]
    return record


def test_without_a_token_each_endpoint_says_where_to_get_one(endpoints: Protected) -> None:
    for name in names_of(endpoints):
        for method in ("POST", "GET", "DELETE"):
            with endpoints.client(None) as client:
                refused = client.request(method, endpoints.url(name), json=legacy("ping") if method == "POST" else None)
                challenge = challenge_of(refused)
                metadata = client.get(challenge["resource_metadata"])
            assert refused.status_code == 401
            assert challenge["scope"] == "mcp.access"
            assert "error" not in challenge
            assert metadata.json()["resource"] == endpoints.url(name)
            assert metadata.json()["authorization_servers"] == [endpoints.oauth.issuer]


def test_with_and_without_slash_is_one_endpoint(endpoints: Protected) -> None:
    body, headers = modern("tools/list")
    for name in names_of(endpoints):
        with endpoints.client(endpoints.token(name)) as client:
            plain = client.post(endpoints.url(name), json=body, headers=headers)
            slashed = client.post(endpoints.url(name) + "/", json=body, headers=headers)
            opened = client.post(endpoints.url(name) + "/", json=initialize())
        assert plain.status_code == slashed.status_code == opened.status_code == 200
        assert plain.json() == slashed.json()


def test_a_token_for_something_else_is_refused_and_told_what_to_ask_for(endpoints: Protected) -> None:
    with ExitStack() as stack:
        others = [endpoints.oauth.token(), endpoints.oauth.token(resource=f"{endpoints.oauth.issuer}/hello")]
        if endpoints.set_up == "separated":
            others.append(endpoints.token("weather"))
        for token in others:
            client = stack.enter_context(endpoints.client(token))
            for name in (None, "security") if endpoints.set_up == "separated" else (None,):
                refused = client.post(endpoints.url(name), json=legacy("ping"))
                assert refused.status_code == 401
                challenge = challenge_of(refused)
                assert challenge["error"] == "invalid_token"
                assert f"resource={endpoints.url(name)}" in challenge["error_description"]


@pytest.mark.parametrize("token", ["x", "a.b.c", "e30.e30.", "Z" * 5000])
def test_what_is_no_token_is_refused(endpoints: Protected, token: str) -> None:
    with endpoints.client(token) as client:
        refused = client.post(endpoints.url(), json=legacy("ping"))
    assert (refused.status_code, challenge_of(refused)["error"]) == (401, "invalid_token")


def test_two_tokens_are_one_too_many(endpoints: Protected) -> None:
    token = endpoints.token()
    headers = [("authorization", f"Bearer {token}"), ("authorization", f"Bearer {token}"), ("accept", "*/*")]
    refused = httpx2.post(endpoints.url(), json=legacy("ping"), headers=headers, trust_env=False)
    assert (refused.status_code, challenge_of(refused)["error"]) == (400, "invalid_request")


def test_a_token_without_the_opening_scope_is_refused_with_the_scope_that_is_missing(endpoints: Protected) -> None:
    for name in names_of(endpoints):
        with endpoints.client(endpoints.token(name, scope="audit.read")) as client:
            refused = client.post(endpoints.url(name), json=legacy("ping"))
        challenge = challenge_of(refused)
        assert refused.status_code == 403
        assert (challenge["error"], challenge["scope"]) == ("insufficient_scope", "mcp.access")
        assert challenge["resource_metadata"].startswith(endpoints.base)


@pytest.mark.parametrize(
    ("name", "value", "status"), [("host", "evil.example", 421), ("origin", "https://evil.example", 403)]
)
def test_foreign_names_and_pages_are_turned_away(endpoints: Protected, name: str, value: str, status: int) -> None:
    for method in ("POST", "GET", "DELETE"):
        with endpoints.client(endpoints.token(), **{name: value}) as client:
            assert client.request(method, endpoints.url()).status_code == status


def test_a_tool_tells_which_scope_is_missing(endpoints: Protected) -> None:
    result = call(endpoints, endpoints.token(scope="mcp.access"), "create_oauth2_test_token")
    assert result["isError"]
    assert result["_meta"]["error_code"] == 1002
    assert "token.create" in result["content"][0]["text"]
    record = record_of(endpoints, result["_meta"]["event_id"])
    assert (record["action_taken"], record["client_id"]) == ("insufficient_scope", "mcp-client")


def test_scopes_and_consents_are_visible_in_the_tool(endpoints: Protected) -> None:
    body, headers = modern("tools/list")
    with endpoints.client(endpoints.token()) as client:
        tools = answer_of(client.post(endpoints.url(), json=body, headers=headers))["result"]["tools"]
    declared = {tool["name"]: tool.get("_meta", {}).get("mcp-docker/scopes", []) for tool in tools}
    assert declared["create_oauth2_test_token"] == ["token.create"]
    assert declared["get_oauth2_server_status"] == []


async def consented(
    endpoints: Protected, mode: ConnectMode, answer: ElicitResult | None
) -> tuple[bool, str, list[str]]:
    """Call a sensitive tool with a client that asks its person, who answers so."""
    questions: list[str] = []

    async def respond(context: Any, params: Any) -> ElicitResult:
        del context
        questions.append(params.message)
        assert answer is not None
        return answer

    headers = {"Authorization": f"Bearer {endpoints.token()}"}
    async with httpx2.AsyncClient(headers=headers, trust_env=False, timeout=HANG_GUARD_S) as http:
        transport = streamable_http_client(endpoints.url(), http_client=http)
        async with Client(transport, mode=mode, elicitation_callback=respond if answer else None) as client:
            result = await client.call_tool("create_oauth2_test_token", {})
    return result.is_error, "".join(str(getattr(part, "text", "")) for part in result.content), questions


@eras
async def test_consent_is_asked_for_in_the_call_and_holds_until_it_is_revoked(
    endpoints: Protected, mode: ConnectMode
) -> None:
    grant = ("consent", "grant", "create_oauth2_test_token", "--server", "oauth2", "--user", "mcp-client", "-y")
    await asyncio.to_thread(endpoints.cli, *grant)
    await asyncio.to_thread(endpoints.cli, "consent", "revoke", "--user", "mcp-client")
    is_error, text, questions = await consented(endpoints, mode, ACCEPT)
    assert is_error
    assert "revoked" in text
    assert questions == []
    endpoints.forget_consents()
    is_error, text, _ = await consented(endpoints, mode, None)
    assert is_error
    assert "mcp-docker consent grant" in text
    is_error, _, questions = await consented(endpoints, mode, DECLINE)
    assert is_error
    assert len(questions) == 1
    is_error, text, questions = await consented(endpoints, mode, ACCEPT)
    assert not is_error, text
    assert "create_oauth2_test_token" in questions[0]
    is_error, _, questions = await consented(endpoints, mode, ACCEPT)
    assert not is_error
    assert questions == []
    endpoints.forget_consents()


def test_calls_that_reach_no_tool_leave_a_record(endpoints: Protected) -> None:
    token = endpoints.token()
    body, headers = modern("tools/call", {"name": "no_such_tool", "arguments": {"email": "kim@example.com"}})
    with endpoints.client(token) as client:
        unknown = answer_of(client.post(endpoints.url(), json=body, headers=headers))["error"]
    assert unknown["code"] == -32602
    assert record_of(endpoints, unknown["data"]["event_id"])["tool_name"] == "no_such_tool"
    unfit = call(endpoints, token, "get_oauth2_flow_guide", {"language": "kim@example.com"})
    assert unfit["isError"]
    assert "kim@example.com" not in str(unfit)
    assert record_of(endpoints, unfit["_meta"]["event_id"])["outcome"] in {"error", "refused"}
    assert "kim@example.com" not in endpoints.written()


def test_an_answer_carries_its_record_and_the_record_the_caller(endpoints: Protected) -> None:
    result = call(endpoints, endpoints.token(), "get_oauth2_flow_guide", {"language": "en"})
    record = record_of(endpoints, result["_meta"]["event_id"])
    told = {key: record[key] for key in ("tool_name", "client_id", "user_id", "action_taken", "outcome")}
    assert told == {
        "tool_name": "get_oauth2_flow_guide",
        "client_id": "mcp-client",
        "user_id": "mcp-client",
        "action_taken": "executed",
        "outcome": "success",
    }
    assert record["details"]["transport"] == "http"


def test_a_stored_default_fills_in_what_a_call_leaves_out_and_the_log_says_so(separated: Protected) -> None:
    separated.cli("params", "set", "get_weather", "city", "Busan", "--user", "mcp-client")
    token = separated.token("weather")
    result = call(separated, token, "get_weather", {"month": 8}, "weather")
    assert result["structuredContent"]["city"] == "Busan"
    details = record_of(separated, result["_meta"]["event_id"])["details"]
    assert (details["from_city"], details["from_unit"]) == ("stored", "built_in")
    named = call(separated, token, "get_weather", {"month": 8, "city": "Seoul"}, "weather")
    assert named["structuredContent"]["city"] == "Seoul"


MALFORMED: dict[str, tuple[bytes, int, int]] = {
    "half an object": (b'{"jsonrpc"', 400, -32700),
    "bad UTF-8": (b'{"jsonrpc":"2.0","id":1,"method":"\xff"}', 400, -32700),
    "a batch": (b'[{"jsonrpc":"2.0","id":1,"method":"ping"}]', 400, -32600),
    "a number": (b"7", 400, -32600),
    "nothing": (b"", 400, -32700),
    "deep nesting": (
        b'{"jsonrpc":"2.0","id":1,"method":"ping","params":' + b"[" * 5000 + b"]" * 5000 + b"}",
        400,
        -32700,
    ),
    "id null": (b'{"jsonrpc":"2.0","id":null,"method":"ping"}', 400, -32600),
    "5 MB": (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"' + b"a" * 5_000_000 + b'"}}', 413, -32600),
}


@pytest.mark.parametrize("kind", list(MALFORMED))
def test_a_body_that_is_no_message_is_refused_and_the_server_lives(endpoints: Protected, kind: str) -> None:
    content, status, code = MALFORMED[kind]
    with endpoints.client(endpoints.token(), **{"content-type": "application/json"}) as client:
        refused = client.post(endpoints.url(), content=content)
        assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
        body, headers = modern("server/discover")
        assert client.post(endpoints.url(), json=body, headers=headers).status_code == 200


def test_an_unknown_method_is_not_found(endpoints: Protected) -> None:
    body, headers = modern("no/such/method")
    with endpoints.client(endpoints.token()) as client:
        refused = client.post(endpoints.url(), json=body, headers=headers)
    assert (refused.status_code, answer_of(refused)["error"]["code"]) == (404, -32601)


def test_a_session_belongs_to_whom_it_was_opened_by(separated: Protected) -> None:
    with separated.client(separated.token()) as owner, separated.client(_other_token(separated)) as other:
        session = owner.post(separated.url(), json=initialize()).headers["mcp-session-id"]
        headers = {"mcp-session-id": session, "mcp-protocol-version": "2025-11-25"}
        assert other.post(separated.url(), json=legacy("ping"), headers=headers).status_code in {403, 404}
        assert owner.post(separated.url(), json=legacy("ping"), headers=headers).status_code == 200
        assert owner.delete(separated.url(), headers=headers).status_code == 200
        assert owner.post(separated.url(), json=legacy("ping"), headers=headers).status_code == 404


def test_an_event_stream_ends_when_its_token_is_revoked(endpoints: Protected) -> None:
    token = endpoints.token()
    with endpoints.client(token) as client, endpoints.client(endpoints.token()) as renewed:
        session = {"mcp-session-id": client.post(endpoints.url(), json=initialize()).headers["mcp-session-id"]}
        with client.stream("GET", endpoints.url(), headers=session) as stream:
            assert stream.status_code == 200
            endpoints.revoke(token)
            read_to_end(stream)
        assert client.get(endpoints.url(), headers=session).status_code == 401
        # The session is the client's, and goes on with its next token.
        assert renewed.post(endpoints.url(), json=legacy("ping"), headers=session).status_code == 200


def test_an_event_stream_ends_when_its_token_expires(tmp_path: Path) -> None:
    settings = {"access_token_ttl_s": 3}
    with protected("integrated", tmp_path, settings=settings) as brief, brief.client(brief.token()) as client:
        session = {"mcp-session-id": client.post(brief.url(), json=initialize()).headers["mcp-session-id"]}
        with client.stream("GET", brief.url(), headers=session) as stream:
            assert stream.status_code == 200
            read_to_end(stream)
        assert client.get(brief.url(), headers=session).status_code == 401


def _other_token(endpoints: Protected) -> str:
    """A token of a second client, registered while the servers run."""
    words = run_cli(endpoints.oauth.home, "clients", "add", "second", "--scope", "mcp.access").split()
    secret = max(words, key=len)
    form = {"client_id": "second", "client_secret": secret, "scope": "mcp.access", "resource": endpoints.url()}
    token = endpoints.oauth.token(**form)
    endpoints.tokens_seen.update({token, secret})
    return token


def _start_holding(separated: Protected, name: str, session: dict[str, str] | None) -> threading.Thread:
    """Start a call that is held, on the old wire within `session`, on the new one without."""
    params = {"name": "hold", "arguments": {"name": name}}
    body, headers = (legacy("tools/call", params, 7), session) if session else modern("tools/call", params)
    token = separated.token("workshop") if session is None else ""
    client = separated.client(token or None)

    def send() -> None:
        with client:
            client.post(separated.url("workshop"), json=body, headers=headers)

    thread = threading.Thread(target=send)
    thread.start()
    separated.workshop.wait_for(name, "started")
    return thread


def test_a_cancelled_call_stops_and_is_not_answered_on_the_old_wire(separated: Protected) -> None:
    token = separated.token("workshop")
    with separated.client(token) as client:
        opened = client.post(separated.url("workshop"), json=initialize())
        session = {
            "mcp-session-id": opened.headers["mcp-session-id"],
            "mcp-protocol-version": "2025-11-25",
            "authorization": f"Bearer {token}",
        }
        thread = _start_holding(separated, "cancelled-old", session)
        note = {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 7}}
        assert client.post(separated.url("workshop"), json=note, headers=session).status_code == 202
        separated.workshop.wait_for("cancelled-old", "cancelled")
        thread.join(HANG_GUARD_S)


def test_a_dropped_connection_is_a_cancellation_on_the_new_wire(separated: Protected) -> None:
    body, headers = modern("tools/call", {"name": "hold", "arguments": {"name": "dropped"}})
    with separated.client(separated.token("workshop")) as client:
        dropped = threading.Thread(target=_post_until_closed, args=(client, separated.url("workshop"), body, headers))
        dropped.start()
        separated.workshop.wait_for("dropped", "started")
        _break_connections(client)
        separated.workshop.wait_for("dropped", "cancelled")
        dropped.join(HANG_GUARD_S)


def _post_until_closed(client: httpx2.Client, url: str, body: Json, headers: dict[str, str]) -> None:
    with pytest.raises(httpx2.TransportError):
        client.post(url, json=body, headers=headers)


def _break_connections(client: httpx2.Client) -> None:
    import socket

    transport: Any = client._transport
    for connection in transport._pool.connections:
        stream = connection._connection._network_stream
        stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)


def test_a_slow_call_holds_nobody_up(separated: Protected) -> None:
    slow = _start_holding(separated, "slow", None)
    token = separated.token("workshop")

    def echo(number: int) -> str:
        result = call(separated, token, "echo", {"text": str(number)}, "workshop")
        return str(result["content"][0]["text"])

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(echo, range(64))) == [str(number) for number in range(64)]
    assert slow.is_alive()
    separated.workshop.release("slow")
    slow.join(HANG_GUARD_S)
    assert not slow.is_alive()


@pytest.fixture
def orphaned(separated: Protected, tmp_path: Path) -> Iterator[Protected]:
    """Endpoints whose OAuth2 server is down."""
    port = free_port()
    workshop = Workshop(tmp_path / "workshop")
    workshop.folder.mkdir()
    down = f"http://localhost:{free_port()}"
    with serving(tmp_path, separated.oauth, port, workshop, server_url=down) as process:
        yield Protected(
            "separated",
            tmp_path,
            separated.oauth,
            f"http://localhost:{port}",
            workshop,
            separated.key_client,
            [process],
        )


def test_without_the_oauth2_server_nobody_is_let_in_and_the_reason_is_told(
    separated: Protected, orphaned: Protected
) -> None:
    with orphaned.client(separated.token()) as client:
        refused = client.post(orphaned.url(), json=legacy("ping"))
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "5"
        assert refused.json()["error"] == "temporarily_unavailable"
        ready = client.get(f"{orphaned.base}/health/ready")
    assert (ready.status_code, ready.json()["checks"]) == (
        503,
        {"storage": "ok", "audit_log": "ok", "authorization_server": "unavailable"},
    )
    assert "the authorization server does not answer (ConnectError): is it running?" in orphaned.processes[0].output()


def test_in_production_a_local_session_needs_explicit_consent(
    tmp_path: Path, open_session: Callable[..., RawSession]
) -> None:
    words = run_cli(tmp_path, "clients", "add", "desk", "--scope", "mcp.access token.create").split()
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(max(words, key=len), encoding="ascii")
    settings = {
        "OAUTH2_DEMO_ENVIRONMENT": "production",
        "OAUTH2_DEMO_CLIENT_ID": "desk",
        "OAUTH2_DEMO_CLIENT_SECRET_FILE": str(secret),
        "OAUTH2_DEMO_SERVER_URL": f"http://localhost:{free_port()}",
    }
    session = open_session("oauth2", **settings)
    session.initialize()
    refused = session.call("create_oauth2_test_token")["result"]
    assert refused["_meta"]["error_code"] == 1002
    assert "mcp-docker consent grant" in refused["content"][0]["text"]
    run_cli(tmp_path, "consent", "grant", "create_oauth2_test_token", "--server", "oauth2", "--client", "desk", "-y")
    let_in = session.call("create_oauth2_test_token")["result"]
    # Past the gate, to the tool, which finds the server down.
    assert let_in["_meta"]["error_code"] == 5002
    harmless = session.call("get_oauth2_flow_guide", {"language": "ko"})["result"]
    assert not harmless.get("isError")
    log = (tmp_path / "logs" / "security_audit.log").read_text(encoding="utf-8")
    actions = [json.loads(line)["action_taken"] for line in log.splitlines()]
    assert [action for action in actions if "consent" in action] == ["consent_missing", "consented_by_cli"]
