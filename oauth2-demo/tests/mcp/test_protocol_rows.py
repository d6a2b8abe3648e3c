"""Rows of the protocol checklist that no other test provokes, on both transports and on what is shipped."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest

from oauth2_demo.tests.http.http_harness import free_port, run_cli
from oauth2_demo.tests.mcp.mcp_http_harness import answer_of, initialize, legacy, modern
from oauth2_demo.tests.mcp.raw_session import ENVELOPE, MODERN
from oauth2_demo.tests.support.processes import HANG_GUARD_S

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import httpx2

    from oauth2_demo.tests.mcp.raw_session import RawSession
    from oauth2_demo.tests.support.protected import Protected

pytestmark = pytest.mark.integration

Json = dict[str, Any]
ASKING: Json = {"io.modelcontextprotocol/clientCapabilities": {"elicitation": {}}}
FLOW_GUIDE = {"name": "get_oauth2_flow_guide"}
SENSITIVE = {"name": "create_oauth2_test_token", "arguments": {}}
HEADER_MISMATCH, MISSING_CAPABILITY, UNSUPPORTED_VERSION = -32020, -32021, -32022
# Requests that end in an error, or may: whatever they are answered with must be one of the codes that MCP defines.
BAD_REQUESTS: list[tuple[str, Json]] = [
    ("no/such/method", {}),
    ("ping", {"progressToken": []}),
    ("tools/list", {"cursor": "nobody issued it"}),
    ("tools/call", {"name": "no such tool", "arguments": {}}),
    ("tools/call", {"name": "get_oauth2_flow_guide", "arguments": {"language": "xx"}}),
    ("tools/call", {"name": "get_oauth2_flow_guide", "arguments": 7}),
    ("tools/call", SENSITIVE),
    ("tools/call", {**SENSITIVE, "requestState": "forged", "inputResponses": {"consent": {"action": "accept"}}}),
    ("resources/read", {"uri": "no://such/resource"}),
    ("resources/read", {}),
    ("prompts/get", {"name": "no such prompt"}),
    ("prompts/get", {"name": "oauth2_troubleshooting", "arguments": {"language": "xx"}}),
    ("logging/setLevel", {"level": "debug"}),
    ("completion/complete", {}),
    ("tasks/get", {"taskId": "x"}),
    ("sampling/createMessage", {}),
    ("elicitation/create", {}),
    ("subscriptions/listen", {}),
]


def code_of(answer: Json) -> int | None:
    """The code of an error answer."""
    return answer["error"]["code"] if "error" in answer else None


def posted(endpoints: Protected, client: httpx2.Client, method: str, params: Json, **headers: str) -> Json:
    """Send a request of 2026-07-28 to the endpoint of all tools and return its answer."""
    body, given = modern(method, params)
    body["params"]["_meta"] |= params.get("_meta", {})
    sent = {name.lower(): value for name, value in given.items()}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return answer_of(client.post(endpoints.url(), json=body, headers=sent))


@pytest.fixture
def desk(tmp_path: Path, open_session: Callable[..., RawSession]) -> RawSession:
    """A session of the OAuth2 tools for a registered client in production, where consent is never taken for granted."""
    words = run_cli(tmp_path, "clients", "add", "desk", "--scope", "mcp.access token.create").split()
    secret = tmp_path / "secret"
    secret.touch(mode=0o600)
    secret.write_text(max(words, key=len), encoding="ascii")
    return open_session(
        "oauth2",
        OAUTH2_DEMO_ENVIRONMENT="production",
        OAUTH2_DEMO_CLIENT_ID="desk",
        OAUTH2_DEMO_CLIENT_SECRET_FILE=str(secret),
        OAUTH2_DEMO_SERVER_URL=f"http://localhost:{free_port()}",
    )


# Codes


def test_codes_of_mcp_are_given_for_what_mcp_defines_them_for(endpoints: Protected) -> None:
    """C-08."""
    with endpoints.client(endpoints.token()) as client:
        assert code_of(posted(endpoints, client, "tools/list", {}, mcp_method="tools/call")) == HEADER_MISMATCH
        other_version = {"_meta": {"io.modelcontextprotocol/protocolVersion": "2030-01-01"}}
        unsupported = posted(endpoints, client, "tools/list", other_version, mcp_protocol_version="2030-01-01")
        assert (code_of(unsupported), unsupported["error"]["data"]["supported"]) == (UNSUPPORTED_VERSION, [MODERN])


def test_a_capability_that_the_client_lacks_has_its_code(separated: Protected) -> None:
    """C-08."""
    body, headers = modern("tools/call", {"name": "ask", "arguments": {}})
    with separated.client(separated.token("workshop")) as client:
        answer = answer_of(client.post(separated.url("workshop"), json=body, headers=headers))
    assert code_of(answer) == MISSING_CAPABILITY


def test_no_other_request_gets_a_code_of_mcp_nor_a_retired_one_over_http(endpoints: Protected) -> None:
    """C-08, C-09."""
    with endpoints.client(endpoints.token()) as client:
        answers = [posted(endpoints, client, method, params) for method, params in BAD_REQUESTS]
        session = client.post(endpoints.url(), json=initialize()).headers["mcp-session-id"]
        retired = client.post(
            endpoints.url(),
            json=legacy("resources/read", {"uri": "no://such/resource"}),
            headers={"mcp-session-id": session},
        )
    _assert_codes(answers)
    # The versions before demand the code that is retired now: the list above would have shown it.
    assert code_of(answer_of(retired)) == -32002


def test_no_other_request_gets_a_code_of_mcp_nor_a_retired_one_over_stdio(desk: RawSession) -> None:
    """C-08, C-09."""
    _assert_codes([desk.modern(method, params) for method, params in BAD_REQUESTS])
    other_version = {"_meta": {**ENVELOPE, "io.modelcontextprotocol/protocolVersion": "2030-01-01"}}
    assert code_of(desk.request("tools/list", other_version)) == UNSUPPORTED_VERSION


def _assert_codes(answers: list[Json]) -> None:
    codes = [code_of(answer) for answer in answers]
    assert len([code for code in codes if code is not None]) >= len(BAD_REQUESTS) - 4
    assert {code for code in codes if code is not None} <= {-32600, -32601, -32602}


# Statelessness


def test_nothing_of_one_request_is_used_for_the_next_over_http(endpoints: Protected) -> None:
    """C-15: neither who asked, nor what the client can do, nor which version it speaks; on one connection."""
    endpoints.forget_consents()
    with endpoints.client(endpoints.token()) as client:
        asked = posted(endpoints, client, "tools/call", {**SENSITIVE, "_meta": ASKING})
        assert asked["result"]["resultType"] == "input_required"
        cannot_ask = posted(endpoints, client, "tools/call", SENSITIVE)["result"]
        assert (cannot_ask["isError"], cannot_ask["_meta"]["error_code"]) == (True, 1002)
        body, headers = modern("tools/list")
        assert client.post(endpoints.url(), json=body, headers=headers).status_code == 200
        bare = {"jsonrpc": "2.0", "id": 2, "method": "tools/list", "params": {}}
        assert client.post(endpoints.url(), json=bare, headers=headers).status_code == 400
        del client.headers["authorization"]
        assert client.post(endpoints.url(), json=body, headers=headers).status_code == 401


def test_nothing_of_one_request_is_used_for_the_next_over_stdio(desk: RawSession) -> None:
    """C-15."""
    asking = {"_meta": {**ENVELOPE, **ASKING}}
    assert desk.request("tools/call", {**SENSITIVE, **asking})["result"]["resultType"] == "input_required"
    assert desk.modern("tools/call", SENSITIVE)["result"]["_meta"]["error_code"] == 1002
    assert code_of(desk.request("tools/list", {})) == -32602


def test_the_state_of_one_client_s_question_is_no_answer_of_another(separated: Protected) -> None:
    """C-16."""
    separated.forget_consents()
    words = run_cli(separated.oauth.home, "clients", "add", "third", "--scope", "mcp.access token.create").split()
    secret = max(words, key=len)
    form = {"client_id": "third", "client_secret": secret, "scope": "mcp.access token.create"}
    foreign = separated.oauth.token(**form, resource=separated.url())
    separated.tokens_seen.update({foreign, secret})
    accepted = {"consent": {"action": "accept", "content": {"consent": True}}}
    call = {**SENSITIVE, "_meta": ASKING}
    with separated.client(separated.token()) as owner, separated.client(foreign) as thief:
        state = posted(separated, owner, "tools/call", call)["result"]["requestState"]
        answered = {**call, "requestState": state, "inputResponses": accepted}
        stolen = posted(separated, thief, "tools/call", answered)["result"]
        assert (stolen["isError"], stolen["_meta"]["error_code"]) == (True, 2001)
        # It gave the thief no consent either: he is asked himself. The owner may still use it, once.
        assert posted(separated, thief, "tools/call", call)["result"]["resultType"] == "input_required"
        assert not posted(separated, owner, "tools/call", answered)["result"]["isError"]
        separated.forget_consents()
        assert posted(separated, owner, "tools/call", answered)["result"]["_meta"]["error_code"] == 2001
    separated.forget_consents()


# stdio


def test_a_server_writes_no_requests_over_stdio(desk: RawSession) -> None:
    """C-28: not even where it has a question, for which the versions before have a request."""
    desk.start("tools/call", {**SENSITIVE, "_meta": {**ENVELOPE, **ASKING}})
    desk.start("tools/call", {"name": "validate_oauth2_setup", "arguments": {}, "_meta": ENVELOPE})
    answers = [desk.receive(), desk.receive()]
    rest, _ = desk.rest()
    assert any(answer["result"].get("resultType") == "input_required" for answer in answers)
    assert [message for message in [*answers, *map(json.loads, rest.splitlines())] if "method" in message] == []


def test_credentials_in_messages_mean_nothing_over_stdio(desk: RawSession, tmp_path: Path) -> None:
    """C-32: the session is whose the environment says it is, whatever token or name a message brings."""
    smuggled = {"authorization": "Bearer forged", "access_token": "forged", "client_id": "admin", "user": "root"}
    params = {"name": "get_oauth2_flow_guide", "arguments": {}, "_meta": {**ENVELOPE, **smuggled}}
    for call in ({**params, **smuggled}, {**params, "arguments": smuggled}):
        assert "result" in desk.request("tools/call", call)
    refused = desk.request("tools/call", {**SENSITIVE, "_meta": {**ENVELOPE, **smuggled}})["result"]
    assert refused["_meta"]["error_code"] == 1002
    log = (tmp_path / "logs" / "security_audit.log").read_text(encoding="utf-8")
    records = [json.loads(line) for line in log.splitlines()]
    calls = [record for record in records if record["tool_name"]]
    assert [record["client_id"] for record in calls] == ["desk"] * 3
    assert "forged" not in log


# Streams of a session


def test_each_message_goes_to_one_stream_of_its_session(separated: Protected) -> None:
    """D-13: what belongs to a request to that request's stream, what does not to the other one, nothing to two."""
    url, heard = separated.url("workshop"), []
    with separated.client(separated.token("workshop")) as client, separated.client(None) as listener:
        listener.headers["authorization"] = client.headers["authorization"]
        session = {"mcp-session-id": client.post(url, json=initialize()).headers["mcp-session-id"]}
        opened = threading.Event()

        def listen() -> None:
            with listener.stream("GET", url, headers=session) as stream, contextlib.suppress(Exception):
                opened.set()
                heard.extend(_events(stream.iter_lines()))

        thread = threading.Thread(target=listen)
        thread.start()
        assert opened.wait(HANG_GUARD_S)
        counted, announced = (
            _events(client.post(url, json=legacy("tools/call", params, number), headers=session).text.splitlines())
            for number, params in (
                (11, {"name": "count", "arguments": {"to": 3}, "_meta": {"progressToken": "p"}}),
                (12, {"name": "announce", "arguments": {}}),
            )
        )
        assert client.delete(url, headers=session).status_code == 200
        thread.join(HANG_GUARD_S)
    assert [message.get("method", message.get("id")) for message in counted] == ["notifications/progress"] * 3 + [11]
    assert [message["id"] for message in announced if "id" in message] == [12]
    assert [message["method"] for message in heard] == ["notifications/tools/list_changed"]
    assert not any(message in counted + announced for message in heard)


def _events(lines: Any) -> list[Json]:
    """The messages of an event stream, none of which carries an id by which it could be sent again."""
    messages = []
    for line in lines:
        assert not line.startswith("id:")
        if line.startswith("data: {"):
            messages.append(json.loads(line.removeprefix("data: ")))
    return messages


# Tools, lists and logs


def test_no_schema_leads_to_the_network_and_none_in_arguments_is_followed(separated: Protected) -> None:
    """E-04."""
    with socket.create_server(("127.0.0.1", 0)) as listener, separated.client(separated.token()) as client:
        listener.setblocking(False)
        tools = posted(separated, client, "tools/list", {})["result"]["tools"]
        schemas = [schema for tool in tools for schema in (tool["inputSchema"], tool.get("outputSchema")) if schema]
        references = [reference for schema in schemas for reference in _references(schema)]
        assert [reference for reference in references if not reference.startswith("#/")] == []
        reference = {"$ref": f"http://127.0.0.1:{listener.getsockname()[1]}/schema.json"}
        for arguments in (reference, {"language": reference}, {"$schema": reference["$ref"], **reference}):
            assert "result" in posted(separated, client, "tools/call", {**FLOW_GUIDE, "arguments": arguments})
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_arguments_that_are_deep_or_wide_are_refused_and_the_server_lives(separated: Protected) -> None:
    """E-04: none of them may cost more than reading it."""
    deep: Any = "x"
    for _ in range(150):
        deep = {"language": deep}
    wide = {f"name-{number}": number for number in range(20_000)}
    with separated.client(separated.token()) as client:
        for arguments in (deep, {"language": wide}, {"language": [wide] * 3}):
            answer = posted(separated, client, "tools/call", {**FLOW_GUIDE, "arguments": arguments})
            assert answer["result"]["isError"]
            assert len(json.dumps(answer)) < 5_000
        assert "result" in posted(separated, client, "tools/list", {})


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield value
            yield from _references(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _references(item)


LISTS = {"tools/list": "tools", "prompts/list": "prompts", "resources/list": "resources"}
LISTS |= {"resources/templates/list": "resourceTemplates"}


@pytest.mark.parametrize("method", LISTS)
def test_lists_end_repeat_nothing_and_take_an_empty_cursor_for_a_cursor(separated: Protected, method: str) -> None:
    """E-18: they are whole, so there is no cursor that could be right."""
    with separated.client(separated.token()) as client:
        result = posted(separated, client, method, {})["result"]
        names = [json.dumps([item.get("name"), item.get("uri")]) for item in result[LISTS[method]]]
        assert "nextCursor" not in result
        assert len(names) == len(set(names))
        assert code_of(posted(separated, client, method, {"cursor": ""})) == -32602


def test_pages_of_the_audit_log_end_and_repeat_nothing(open_session: Callable[..., RawSession]) -> None:
    """E-18, of the tool that has pages."""
    session = open_session("security")
    for _ in range(5):
        session.modern("tools/call", {"name": "test_pii_detection", "arguments": {"text": "nothing"}})
    seen: list[str] = []
    arguments: Json = {"limit": 2, "event_types": ["tool_access"]}
    for _ in range(20):
        page = session.modern("tools/call", {"name": "get_security_audit_log", "arguments": arguments})["result"]
        content = page["structuredContent"]
        seen += [record["event_id"] for record in content["records"]]
        if not content["next_cursor"]:
            break
        arguments = {**arguments, "cursor": content["next_cursor"]}
    else:
        raise AssertionError("the pages do not end")
    assert len(seen) == len(set(seen)) >= 5


@pytest.mark.parametrize(("level", "is_sent"), [(None, False), ("debug", True), ("info", True), ("error", False)])
def test_a_tool_s_log_is_sent_where_the_request_asks_for_its_level(
    separated: Protected, level: str | None, *, is_sent: bool
) -> None:
    """E-21, on 2026-07-28. The tool logs at the level `info`."""
    body, headers = modern("tools/call", {"name": "announce", "arguments": {}})
    body["params"]["_meta"] |= {"io.modelcontextprotocol/logLevel": level} if level else {}
    with separated.client(separated.token("workshop")) as client:
        answer = client.post(separated.url("workshop"), json=body, headers=headers)
    assert "announced" in answer.text
    assert ("from the workshop" in answer.text) is is_sent


@pytest.mark.parametrize(("level", "is_sent"), [(None, True), ("debug", True), ("error", False)])
def test_a_session_hears_a_tool_s_log_from_the_level_that_it_sets(
    separated: Protected, level: str | None, *, is_sent: bool
) -> None:
    """E-21, on the handshake versions; another session has a level of its own."""
    call, url = legacy("tools/call", {"name": "announce", "arguments": {}}, 3), separated.url("workshop")
    with separated.client(separated.token("workshop")) as client:
        opened = [client.post(url, json=initialize()) for _ in range(2)]
        sessions = [{"mcp-session-id": each.headers["mcp-session-id"]} for each in opened]
        if level:
            set_level = client.post(url, json=legacy("logging/setLevel", {"level": level}, 2), headers=sessions[0])
            assert answer_of(set_level)["result"] == {}
        heard, other = (client.post(url, json=call, headers=session).text for session in sessions)
    assert "logging" in answer_of(opened[0])["result"]["capabilities"]
    assert ("from the workshop" in heard) is is_sent
    assert "from the workshop" in other


def test_a_server_whose_tools_cannot_log_declares_no_logging(separated: Protected) -> None:
    """E-21, C-14."""
    with separated.client(separated.token("oauth2")) as client:
        opened = client.post(separated.url("oauth2"), json=initialize())
        session = {"mcp-session-id": opened.headers["mcp-session-id"]}
        set_level = legacy("logging/setLevel", {"level": "debug"}, 2)
        refused = client.post(separated.url("oauth2"), json=set_level, headers=session)
    assert "logging" not in answer_of(opened)["result"]["capabilities"]
    assert code_of(answer_of(refused)) == -32601


def test_a_server_that_declares_no_logging_sends_no_log_over_stdio(desk: RawSession) -> None:
    """E-21."""
    assert "logging" not in desk.modern("server/discover")["result"]["capabilities"]
    level = {"_meta": {**ENVELOPE, "io.modelcontextprotocol/logLevel": "debug"}}
    desk.start("tools/call", {"name": "validate_oauth2_setup", "arguments": {}, **level})
    assert "result" in desk.receive()
    rest, _ = desk.rest()
    assert rest == b""
