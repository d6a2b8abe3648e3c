"""`/metrics` of the real `mcp-docker serve`, read as Prometheus reads it, and request ids in its logs."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from prometheus_client.parser import text_string_to_metric_families

from oauth2_demo.tests.http.http_harness import DEMO_FORM, HANG_GUARD_S, free_port, running_server
from oauth2_demo.tests.mcp.mcp_http_harness import ACCEPT
from oauth2_demo.tests.mcp.raw_session import ENVELOPE, MODERN
from oauth2_demo.tests.support.processes import ServerProcess, clean_environment, server_process

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.tests.http.http_harness import RunningServer

pytestmark = pytest.mark.integration

MCP_DOCKER = str(Path(sys.executable).with_name("mcp-docker"))
BROKEN_SERVER = """
from oauth2_demo.access.tool_policy import demands
from oauth2_demo.mcp_server import StrictMCPServer

server = StrictMCPServer("weather")


@server.tool()
def break_down() -> str:
    raise RuntimeError("hong@example.com")


@server.tool(meta=demands("data.erase"))
def erase() -> str:
    return "erased"
"""
INITIALIZE = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}
Labels = tuple[tuple[str, str], ...]


@dataclass
class Served:
    """`mcp-docker serve` and the OAuth2 server that it asks."""

    oauth: RunningServer
    process: ServerProcess
    base: str
    home: Path
    token: str = field(repr=False)

    def get(self, path: str = "/metrics", **headers: str) -> httpx2.Response:
        """Read a page without a token."""
        return httpx2.get(self.base + path, headers=headers, timeout=HANG_GUARD_S, trust_env=False)

    def values(self, name: str) -> dict[Labels, float]:
        """The series of one metric."""
        return {
            tuple(sorted(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(self.get().text)
            for sample in family.samples
            if sample.name == name
        }

    def value(self, name: str, **labels: str) -> float:
        """One value; 0 where nothing was counted yet."""
        return self.values(name).get(tuple(sorted(labels.items())), 0)

    def send(self, method: str, params: dict[str, Any], token: str | None = None, **headers: str) -> httpx2.Response:
        """Send a message to the weather server."""
        given = {"Accept": ACCEPT, "Authorization": f"Bearer {token or self.token}", **headers}
        message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        return httpx2.post(
            f"{self.base}/weather/mcp", json=message, headers=given, timeout=HANG_GUARD_S, trust_env=False
        )

    def send_modern(self, method: str, **params: Any) -> httpx2.Response:
        """Send a message of 2026-07-28."""
        named = {"Mcp-Name": params["name"]} if "name" in params else {}
        headers = {"MCP-Protocol-Version": MODERN, "Mcp-Method": method, **named}
        return self.send(method, {**params, "_meta": ENVELOPE}, **headers)

    def records(self) -> list[dict[str, Any]]:
        """The audit log of the endpoints."""
        path = self.home / "logs" / "security_audit.log"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home, port = tmp_path_factory.mktemp("metrics"), free_port()
    base = f"http://localhost:{port}"
    mine = home / "endpoints"
    mine.mkdir()
    (home / "broken.py").write_text(BROKEN_SERVER, encoding="utf-8")
    with running_server("separated", home, settings={"mcp_resource_url": "https://mcp.example/mcp"}) as oauth:
        form = {**DEMO_FORM, "resource": "https://mcp.example/weather/mcp"}
        token = str(oauth.post_form(form).json()["access_token"])
        env = clean_environment(
            home=mine,
            issuer=oauth.issuer,
            mcp_resource_url="https://mcp.example/mcp",
            mcp_server_files=f"weather={home / 'broken.py'}",
        )
        with server_process(
            [MCP_DOCKER, "serve", "--port", str(port)], home=mine, env=env, ready_url=f"{base}/health/live", name="s"
        ) as process:
            yield Served(oauth, process, base, mine, token)


def test_metrics_are_shown_without_a_token_in_prometheus_s_format(served: Served) -> None:
    page = served.get()
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/plain; version=")
    assert page.headers["cache-control"] == "no-store"
    names = {family.name for family in text_string_to_metric_families(page.text)}
    assert names >= {
        "mcp_requests",
        "mcp_errors",
        "mcp_request_duration_seconds",
        "mcp_active_sessions",
        "mcp_connection_pool_size",
    }
    sessions = served.values("mcp_active_sessions")
    assert {dict(labels)["server"] for labels in sessions} == {"oauth2", "security", "weather", "mcp"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "mcp.example"}, 421),
        ({"Host": "evil.example"}, 421),
        ({"Host": "mcp-server:8080"}, 200),
        ({"Host": "127.0.0.1"}, 200),
        ({"Origin": "http://localhost:3000"}, 403),
    ],
)
def test_metrics_are_shown_under_inner_names_only(served: Served, headers: dict[str, str], status: int) -> None:
    page = served.get(**headers)
    assert page.status_code == status
    assert ("mcp_" in page.text) is (status == 200)


def test_reading_them_leaves_no_record(served: Served) -> None:
    path = served.home / "logs" / "security_audit.log"
    assert served.send("tools/list", {}, token="forged").status_code == 401
    before = path.read_bytes()
    assert before
    served.get()
    served.get(Host="mcp.example")
    assert path.read_bytes() == before


def test_calls_refusals_and_requests_without_a_token_count_apart(served: Served) -> None:
    requests = {"server": "weather", "method": "tools/call"}
    before = served.value("mcp_requests_total", **requests, outcome="refused")
    listed = served.value("mcp_requests_total", server="weather", method="tools/list", outcome="success")
    unread = served.value("mcp_errors_total", server="weather", code="401")
    forbidden = served.value("mcp_errors_total", server="weather", code="1002")
    # The gate refuses the first, the server behind it the second.
    assert served.send_modern("tools/call", name="erase", arguments={}).json()["result"]["isError"] is True
    assert "error" in served.send_modern("tools/call", name="no_such_tool", arguments={}).json()
    assert served.send_modern("tools/list").status_code == 200
    assert served.send("tools/list", {}, token="forged").status_code == 401
    assert served.value("mcp_requests_total", **requests, outcome="refused") == before + 2
    assert served.value("mcp_errors_total", server="weather", code="1002") == forbidden + 1
    assert served.value("mcp_errors_total", server="weather", code="3001") >= 1
    assert served.value("mcp_requests_total", server="weather", method="tools/list", outcome="success") == listed + 1
    assert served.value("mcp_errors_total", server="weather", code="401") == unread + 1
    assert served.value("mcp_request_duration_seconds_count", server="weather", method="tools/list") >= 1
    assert "no_such_tool" not in served.get().text


def test_sessions_and_connections_are_counted_while_they_are_open(served: Served) -> None:
    sessions = served.value("mcp_active_sessions", server="weather")
    opened = served.send("initialize", INITIALIZE)
    assert opened.status_code == 200
    assert served.value("mcp_active_sessions", server="weather") == sessions + 1
    assert served.value("mcp_connection_pool_size") >= 1
    headers = {"Authorization": f"Bearer {served.token}", "Mcp-Session-Id": opened.headers["mcp-session-id"]}
    httpx2.delete(f"{served.base}/weather/mcp", headers=headers, timeout=HANG_GUARD_S, trust_env=False)
    assert served.value("mcp_active_sessions", server="weather") == sessions


def test_a_refused_token_s_record_names_its_request(served: Served) -> None:
    ids = []
    for _ in range(2):
        assert served.send("tools/list", {}, token="forged").status_code == 401
        ids.append(served.records()[-1]["request_id"])
    assert [len(request_id) for request_id in ids] == [32, 32]
    assert ids[0] != ids[1]


@pytest.mark.parametrize("generation", ["sessions", "2026-07-28"])
def test_one_request_has_one_id_in_the_log_and_in_the_audit_record(served: Served, generation: str) -> None:
    call = {"name": "break_down", "arguments": {}}
    if generation == "sessions":
        session = served.send("initialize", INITIALIZE).headers["mcp-session-id"]
        answer = served.send("tools/call", call, **{"Mcp-Session-Id": session})
    else:
        answer = served.send_modern("tools/call", **call)
    text = answer.text.rpartition("data: ")[2]
    result = json.loads(text)["result"]
    assert result["isError"] is True
    error_id = result["content"][0]["text"].split()[2].rstrip(".")
    (line,) = [json.loads(line) for line in served.process.output().splitlines() if error_id in line]
    (record,) = [record for record in served.records() if record["event_id"] == result["_meta"]["event_id"]]
    assert len(line["request_id"]) == 32
    assert record["request_id"] == line["request_id"]
    assert [other["event_id"] for other in served.records() if other["request_id"] == line["request_id"]] == [
        record["event_id"]
    ]
    assert "hong" not in served.process.output()


def test_without_the_authorization_server_every_token_is_refused_and_soon_unasked(tmp_path: Path) -> None:
    port = free_port()
    base = f"http://localhost:{port}"
    env = clean_environment(home=tmp_path, server_url=f"http://127.0.0.1:{free_port()}", mcp_resource_url=f"{base}/mcp")
    with server_process(
        [MCP_DOCKER, "serve", "--port", str(port)], home=tmp_path, env=env, ready_url=f"{base}/health/live", name="s"
    ) as process:
        headers = {"Accept": ACCEPT, "Authorization": "Bearer whatever"}
        message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
        with httpx2.Client(headers=headers, timeout=HANG_GUARD_S, trust_env=False) as client:
            answers = [client.post(f"{base}/mcp", json=message) for _ in range(7)]
            page = client.get(f"{base}/metrics").text
        entries = [json.loads(line) for line in process.output().splitlines() if "refusing MCP" in line]
    assert {answer.status_code for answer in answers} == {503}
    assert ["not asked again" in entry["message"] for entry in entries] == [False] * 5 + [True] * 2
    assert len({entry["request_id"] for entry in entries}) == 7
    assert "whatever" not in page
    assert 'mcp_errors_total{code="503",server="mcp"} 7.0' in page
