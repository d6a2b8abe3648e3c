"""The HTTP front against raw requests over a real socket (checklist D and F, and the HTTP rows of M)."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING, NoReturn

import pytest

from oauth2_demo.mcp_server import StrictMCPServer
from oauth2_demo.mcp_server.calls import ANONYMOUS_PRINCIPAL, Principal
from oauth2_demo.mcp_server.http import HttpLimits, build_mcp_asgi
from oauth2_demo.tests.mcp.mcp_http_harness import (
    ACCEPT,
    METADATA_URL,
    ORIGIN,
    RESOURCE,
    Endpoint,
    answer_of,
    initialize,
    legacy,
    modern,
    running_endpoint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.integration

CHALLENGE = f'Bearer realm="mcp-docker", resource_metadata="{METADATA_URL}", scope="mcp.access"'


@pytest.fixture(scope="module", params=["httptools", "h11"])
def endpoint(request: pytest.FixtureRequest) -> Iterator[Endpoint]:
    """One endpoint for each parser: they differ in what they leave of a header."""
    with running_endpoint(http=request.param, limits=HttpLimits(max_body_bytes=100_000)) as running:
        yield running


@pytest.fixture(scope="module")
def session_id(endpoint: Endpoint) -> str:
    """A session of the handshake protocol that the client `good` owns."""
    with endpoint.client() as client:
        response = client.post("/mcp", json=initialize())
    return str(response.headers["mcp-session-id"])


def test_nothing_sent_is_challenged_without_an_error(endpoint: Endpoint) -> None:
    with endpoint.client(token=None) as client:
        for method in ("POST", "GET", "DELETE"):
            response = client.request(method, "/mcp")
            assert response.status_code == 401
            assert response.headers["www-authenticate"] == CHALLENGE


@pytest.mark.parametrize(
    ("authorization", "status", "error"),
    [
        ("Bearer forged", 401, "invalid_token"),
        ("bearer forged", 401, "invalid_token"),
        ("Bearer narrow", 403, "insufficient_scope"),
        ("Bearer a b", 400, "invalid_request"),
        ("Bearer", 400, "invalid_request"),
    ],
)
def test_a_bad_token_is_challenged_with_its_error(
    endpoint: Endpoint, authorization: str, status: int, error: str
) -> None:
    with endpoint.client(token=None) as client:
        response = client.post("/mcp", json=initialize(), headers={"Authorization": authorization})
    assert response.status_code == status
    challenge = response.headers["www-authenticate"]
    assert challenge.startswith(CHALLENGE)
    assert f'error="{error}"' in challenge
    assert response.json()["error"] == error
    if endpoint.recorder.events:
        assert endpoint.recorder.events[-1].details["action"] == "mcp"


def test_the_scheme_is_read_without_regard_to_case(endpoint: Endpoint) -> None:
    with endpoint.client(token=None) as client:
        assert client.post("/mcp", json=initialize(), headers={"Authorization": "bEaReR good"}).status_code == 200


def test_two_authorization_headers_are_refused(endpoint: Endpoint) -> None:
    with endpoint.client(token=None) as client:
        pairs = [("Authorization", "Bearer good"), ("Authorization", "Bearer good"), ("Accept", ACCEPT)]
        assert client.post("/mcp", json=initialize(), headers=pairs).status_code == 400


def test_a_token_in_the_query_opens_nothing(endpoint: Endpoint) -> None:
    with endpoint.client(token=None) as client:
        assert client.post("/mcp?access_token=good", json=initialize()).status_code == 401
    with endpoint.client() as client:
        assert client.post("/mcp?access_token=good", json=initialize()).status_code == 400


def test_a_verifier_out_of_order_refuses_with_503(endpoint: Endpoint) -> None:
    with endpoint.client("down") as client:
        response = client.post("/mcp", json=initialize())
    assert response.status_code == 503
    assert response.headers["retry-after"] == "5"
    assert "www-authenticate" not in response.headers


def test_refusals_are_recorded_and_one_that_cannot_be_is_none() -> None:
    with running_endpoint() as endpoint, endpoint.client("forged") as client:
        assert client.post("/mcp", json=initialize()).status_code == 401
        assert [event.details["action"] for event in endpoint.recorder.events] == ["mcp"]
        endpoint.recorder.is_broken = True
        assert client.post("/mcp", json=initialize()).status_code == 503


def test_guards_know_the_caller_from_the_token_in_both_eras(endpoint: Endpoint, session_id: str) -> None:
    endpoint.callers.clear()
    body, headers = modern("tools/list")
    with endpoint.client("other") as client:
        assert client.post("/mcp", json=body, headers=headers).status_code == 200
    with endpoint.client(**{"Mcp-Session-Id": session_id}) as client:
        assert client.post("/mcp", json=legacy("tools/list")).status_code == 200
    wanted = [
        Principal(name, "http", frozenset({"mcp.access"}), name, "https://issuer.example", "jti")
        for name in ("other", "good")
    ]
    assert endpoint.callers == wanted


def test_an_open_endpoint_serves_the_anonymous() -> None:
    body, headers = modern("tools/list")
    with running_endpoint(is_open=True) as endpoint, endpoint.client(token=None) as client:
        assert client.post("/mcp", json=body, headers=headers).status_code == 200
    assert endpoint.callers == [ANONYMOUS_PRINCIPAL]


@pytest.mark.anyio
async def test_only_http_is_spoken() -> None:
    front = build_mcp_asgi(StrictMCPServer("open"), verifier=None, resource=RESOURCE, allowed_hosts=["localhost"])

    async def unused(*_: object) -> NoReturn:
        raise AssertionError

    with pytest.raises(ValueError, match="HTTP only"):
        await front({"type": "websocket"}, unused, unused)


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://app.example:30000", "null", ORIGIN + ".evil.example"]
)
@pytest.mark.parametrize("method", ["POST", "GET", "DELETE"])
def test_foreign_pages_are_refused_on_every_method(endpoint: Endpoint, method: str, origin: str) -> None:
    with endpoint.client() as client:
        response = client.request(method, "/mcp", headers={"Origin": origin})
    assert response.status_code == 403


def test_the_allowed_page_is_served(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        assert client.post("/mcp", json=initialize(), headers={"Origin": ORIGIN}).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 421),
        ("mcp.example", 421),
        ("mcp.example:8443", 200),
        ("MCP.example:8443", 200),
        ("127.0.0.1", 200),
    ],
)
def test_only_known_hosts_are_served(endpoint: Endpoint, host: str, status: int) -> None:
    with endpoint.client() as client:
        assert client.post("/mcp", json=initialize(), headers={"Host": host}).status_code == status


def test_other_methods_are_not_allowed(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        for method in ("PUT", "PATCH", "OPTIONS", "HEAD"):
            response = client.request(method, "/mcp")
            assert response.status_code == 405
            assert response.headers["allow"] == "POST, GET, DELETE"


def test_a_trailing_slash_gets_the_same_answer(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        assert client.post("/mcp/", json=initialize()).status_code == 200


def test_the_old_event_stream_transport_is_not_offered(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        assert client.get("/sse").status_code == 404


def test_a_body_beyond_the_limit_is_refused(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        large = client.post("/mcp", json=legacy("ping", {"x": "y" * 200_000}))
        chunks = client.post(
            "/mcp", content=(b"y" * 1000 for _ in range(200)), headers={"Content-Type": "application/json"}
        )
    assert (large.status_code, chunks.status_code) == (413, 413)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{broken", -32700),
        (b"\xff\xfe", -32700),
        (b"[]", -32600),
        (b'[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600),
        (b'{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600),
        (b'{"jsonrpc":"2.0","method":"x","params":"hong@example.com"}', -32600),
        (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":"hong@example.com"}', -32600),
    ],
)
@pytest.mark.parametrize("version", ["2025-11-25", "2026-07-28"])
def test_bodies_that_are_no_message_are_refused_without_repeating_them(
    endpoint: Endpoint, body: bytes, code: int, version: str
) -> None:
    headers = {"Content-Type": "application/json", "MCP-Protocol-Version": version}
    with endpoint.client() as client:
        response = client.post("/mcp", content=body, headers=headers)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == code
    assert "hong" not in response.text
    assert "pydantic" not in response.text


def test_other_media_types_are_refused(endpoint: Endpoint) -> None:
    body = json.dumps(initialize()).encode()
    with endpoint.client() as client:
        assert client.post("/mcp", content=body, headers={"Content-Type": "text/plain"}).status_code == 415
        assert client.post("/mcp", content=body).status_code == 415
        json_with_charset = {"Content-Type": "Application/JSON; charset=utf-8"}
        assert client.post("/mcp", content=body, headers=json_with_charset).status_code == 200


def test_an_accept_that_fits_nothing_is_not_acceptable(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        assert client.post("/mcp", json=initialize(), headers={"Accept": "text/html"}).status_code == 406


def test_event_streams_are_never_cached_nor_buffered(endpoint: Endpoint, session_id: str) -> None:
    with endpoint.client(**{"Mcp-Session-Id": session_id}) as client:
        response = client.post("/mcp", json=legacy("tools/list"))
    assert response.headers["content-type"].startswith("text/event-stream")
    assert "no-cache" in response.headers["cache-control"] or "no-store" in response.headers["cache-control"]
    assert response.headers["x-accel-buffering"] == "no"


def test_notifications_are_accepted_without_a_body(endpoint: Endpoint, session_id: str) -> None:
    with endpoint.client(**{"Mcp-Session-Id": session_id}) as client:
        response = client.post("/mcp", json={"jsonrpc": "2.0", "method": "notifications/initialized"})
    assert (response.status_code, response.content) == (202, b"")


def test_a_session_needs_its_id_and_an_unknown_one_is_not_found(endpoint: Endpoint, session_id: str) -> None:
    assert session_id.isascii()
    assert session_id.isprintable()
    with endpoint.client() as client:
        assert client.post("/mcp", json=legacy("tools/list")).status_code == 400
        unknown = client.post("/mcp", json=legacy("tools/list"), headers={"Mcp-Session-Id": "no-such"})
        assert unknown.status_code == 404


def test_a_session_belongs_to_the_client_that_opened_it(endpoint: Endpoint, session_id: str) -> None:
    with endpoint.client("other", **{"Mcp-Session-Id": session_id}) as thief:
        assert thief.post("/mcp", json=legacy("tools/list")).status_code == 404
        assert thief.delete("/mcp").status_code == 404
    with endpoint.client(None, **{"Mcp-Session-Id": session_id}) as nobody:
        assert nobody.post("/mcp", json=legacy("tools/list")).status_code == 401
    with endpoint.client(**{"Mcp-Session-Id": session_id}) as owner:
        assert owner.post("/mcp", json=legacy("tools/list")).status_code == 200


def test_a_deleted_session_is_gone(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        opened = client.post("/mcp", json=initialize())
        named = {"Mcp-Session-Id": opened.headers["mcp-session-id"]}
        assert client.delete("/mcp", headers=named).status_code == 200
        assert client.post("/mcp", json=legacy("tools/list"), headers=named).status_code == 404


def test_an_invalid_version_header_is_refused(endpoint: Endpoint, session_id: str) -> None:
    with endpoint.client(**{"Mcp-Session-Id": session_id}) as client:
        response = client.post("/mcp", json=legacy("tools/list"), headers={"MCP-Protocol-Version": "1999-01-01"})
    assert response.status_code == 400


def test_tool_errors_have_their_codes_in_a_session(endpoint: Endpoint, session_id: str) -> None:
    with endpoint.client(**{"Mcp-Session-Id": session_id}) as client:
        unknown = answer_of(client.post("/mcp", json=legacy("tools/call", {"name": "no_such", "arguments": {}})))
        invalid = answer_of(client.post("/mcp", json=legacy("tools/call", {"name": "echo", "arguments": {"text": 5}})))
    assert unknown["error"]["code"] == -32602
    assert invalid["result"]["isError"] is True
    assert invalid["result"]["_meta"]["error_code"] == 2001


def test_modern_requests_need_no_session_and_get_none(endpoint: Endpoint) -> None:
    body, headers = modern("tools/call", {"name": "echo", "arguments": {"text": "안녕"}})
    with endpoint.client() as client:
        response = client.post("/mcp", json=body, headers=headers)
        assert client.get("/mcp", headers=headers).status_code == 405
    assert response.json()["result"]["content"][0]["text"] == "안녕"
    assert "mcp-session-id" not in response.headers


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"Mcp-Method": "tools/list"}, -32020),
        ({"Mcp-Name": "other"}, -32020),
        ({"MCP-Protocol-Version": "2027-01-01"}, -32020),
        ({"Mcp-Name": "=?base64?!?="}, -32020),
    ],
)
def test_modern_headers_must_agree_with_the_body(endpoint: Endpoint, changed: dict[str, str], code: int) -> None:
    body, headers = modern("tools/call", {"name": "echo", "arguments": {"text": "x"}})
    with endpoint.client() as client:
        response = client.post("/mcp", json=body, headers=headers | changed)
    assert (response.status_code, response.json()["error"]["code"]) == (400, code)


def test_a_missing_routing_header_is_a_mismatch(endpoint: Endpoint) -> None:
    body, headers = modern("tools/call", {"name": "echo", "arguments": {"text": "x"}})
    with endpoint.client() as client:
        for missing in ("Mcp-Method", "Mcp-Name"):
            left = {name: value for name, value in headers.items() if name != missing}
            response = client.post("/mcp", json=body, headers=left)
            assert (response.status_code, response.json()["error"]["code"]) == (400, -32020)


def test_modern_refusals_have_their_status(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        body, headers = modern("no/such")
        unknown = client.post("/mcp", json=body, headers=headers)
        body, headers = modern("tools/list")
        del body["params"]["_meta"]["io.modelcontextprotocol/clientCapabilities"]
        incomplete = client.post("/mcp", json=body, headers=headers)
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, -32601)
    assert (incomplete.status_code, incomplete.json()["error"]["code"]) == (400, -32602)


def test_blanks_around_header_values_do_not_count(endpoint: Endpoint) -> None:
    body, headers = modern("tools/list")
    payload = json.dumps(body).encode()
    head = "".join(f"{name}:  {value} \t\r\n" for name, value in headers.items())
    request = (
        f"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer good \r\nAccept: {ACCEPT}\r\n"
        f"Content-Type: application/json\r\nConnection: close\r\n{head}Content-Length: {len(payload)}\r\n\r\n"
    ).encode() + payload
    assert _raw(endpoint, request).startswith(b"HTTP/1.1 200")


def test_a_client_that_leaves_before_its_body_is_complete_breaks_nothing(endpoint: Endpoint) -> None:
    address = ("127.0.0.1", int(endpoint.base_url.rpartition(":")[2]))
    with socket.create_connection(address, 10) as connection:
        connection.sendall(
            b"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer good\r\n"
            b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        )
    with endpoint.client() as client:
        assert client.post("/mcp", json=initialize()).status_code == 200


def test_a_dropped_connection_cancels_a_modern_call_but_not_one_of_a_session() -> None:
    body, headers = modern("tools/call", {"name": "slow", "arguments": {}})
    with running_endpoint() as endpoint:
        _abandon(endpoint, body, headers)
        assert endpoint.cancelled.wait(10)
        endpoint.release.set()
        assert not endpoint.finished.is_set()
    with running_endpoint() as endpoint:
        with endpoint.client() as client:
            opened = client.post("/mcp", json=initialize())
        named = {"Mcp-Session-Id": opened.headers["mcp-session-id"]}
        _abandon(endpoint, legacy("tools/call", {"name": "slow", "arguments": {}}), named)
        endpoint.release.set()
        assert endpoint.finished.wait(10)
        assert not endpoint.cancelled.is_set()


def test_sessions_are_bounded_and_their_end_makes_room() -> None:
    with running_endpoint(limits=HttpLimits(max_sessions=2)) as endpoint, endpoint.client() as client:
        opened = [client.post("/mcp", json=initialize()) for _ in range(2)]
        assert client.post("/mcp", json=initialize()).status_code == 503
        client.delete("/mcp", headers={"Mcp-Session-Id": opened[0].headers["mcp-session-id"]})
        assert client.post("/mcp", json=initialize()).status_code == 200


def test_the_end_of_a_session_is_told_with_its_owner_however_it_ends() -> None:
    with running_endpoint(limits=HttpLimits(session_idle_s=0.2)) as endpoint, endpoint.client("other") as client:
        deleted = client.post("/mcp", json=initialize()).headers["mcp-session-id"]
        client.delete("/mcp", headers={"Mcp-Session-Id": deleted})
        assert endpoint.ended_sessions.get(timeout=10) == ("other", deleted)
        unused = client.post("/mcp", json=initialize()).headers["mcp-session-id"]
        ended = {endpoint.ended_sessions.get(timeout=10) for _ in range(2)}
        assert ended == {("other", deleted), ("other", unused)}
        # What opens no session leaves none behind.
        assert client.post("/mcp", json=legacy("ping")).status_code == 400
        assert endpoint.ended_sessions.get(timeout=10)[0] == "other"
    with running_endpoint(is_open=True) as endpoint, endpoint.client(token=None) as client:
        session = client.post("/mcp", json=initialize()).headers["mcp-session-id"]
        client.delete("/mcp", headers={"Mcp-Session-Id": session})
        assert endpoint.ended_sessions.get(timeout=10) == (None, session)


def test_a_client_that_hoards_sessions_shuts_no_other_client_out() -> None:
    with running_endpoint(limits=HttpLimits(max_sessions=8)) as endpoint:
        with endpoint.client() as hoarder:
            statuses = [hoarder.post("/mcp", json=initialize()).status_code for _ in range(8)]
        assert statuses == [200] * 5 + [503] * 3
        with endpoint.client("other") as other:
            assert other.post("/mcp", json=initialize()).status_code == 200


def test_an_open_endpoint_is_only_built_for_loopback_names() -> None:
    server = StrictMCPServer("open")
    with pytest.raises(ValueError, match="loopback"):
        build_mcp_asgi(server, verifier=None, resource=RESOURCE, allowed_hosts=["localhost", "mcp.example"])
    local = build_mcp_asgi(server, verifier=None, resource=RESOURCE, allowed_hosts=["localhost", "[::1]"])
    assert local.resource is RESOURCE


def _raw(endpoint: Endpoint, request: bytes) -> bytes:
    address = ("127.0.0.1", int(endpoint.base_url.rpartition(":")[2]))
    with socket.create_connection(address, 10) as connection:
        connection.sendall(request)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
        return answer


def _abandon(endpoint: Endpoint, body: dict[str, object], headers: dict[str, str]) -> None:
    payload = json.dumps(body).encode()
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    address = ("127.0.0.1", int(endpoint.base_url.rpartition(":")[2]))
    with socket.create_connection(address, 10) as connection:
        connection.sendall(
            f"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer good\r\nAccept: {ACCEPT}\r\n"
            f"Content-Type: application/json\r\n{head}Content-Length: {len(payload)}\r\n\r\n".encode()
            + payload
        )
        assert endpoint.started.wait(10)
