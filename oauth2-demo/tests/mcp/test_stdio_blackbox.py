"""What any stdio server of ours does with lines that no client library would send (checklist C and M)."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from oauth2_demo.mcp_server import stdio
from oauth2_demo.tests.mcp.raw_session import ENTRIES, ENVELOPE, RawSession

pytestmark = pytest.mark.integration

Open = Callable[..., RawSession]
SHIPPED = [name for name, path in ENTRIES.items() if name != "hostile" and path.exists()]

BROKEN_LINES = {
    "not JSON": b"{broken",
    "half an object": b'{"jsonrpc":"2.0","id":1,"method":"ping"',
    "bytes that are no UTF-8": b'\xff\xfe{"jsonrpc":"2.0"}',
    "a string that is no UTF-8": b'{"jsonrpc":"2.0","id":1,"method":"\xc3\x28"}',
    "a lone surrogate": b'{"jsonrpc":"2.0","id":1,"method":"\\ud800"}',
    "NaN": b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":NaN}}',
    "an absurd number": b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":' + b"9" * 5000 + b"}}",
    "deep nesting": b'{"jsonrpc":"2.0","id":1,"method":"ping","params":' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}",
    "NUL": b"\x00\x00\x00",
}
NO_REQUESTS = {
    "a number": b"5",
    "a string": b'"ping"',
    "null": b"null",
    "a batch": b'[{"jsonrpc":"2.0","id":1,"method":"ping"}]',
    "an empty batch": b"[]",
    "an empty object": b"{}",
    "a null id": b'{"jsonrpc":"2.0","id":null,"method":"ping"}',
    "a fractional id": b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}',
    "a true id": b'{"jsonrpc":"2.0","id":true,"method":"ping"}',
    "a list as id": b'{"jsonrpc":"2.0","id":[],"method":"ping"}',
}
NEVER_ANSWERED = {
    "an unknown notification": b'{"jsonrpc":"2.0","method":"notifications/unknown"}',
    "a broken notification": b'{"jsonrpc":"2.0","method":"notifications/initialized","params":[1]}',
    "a notification without version": b'{"method":"notifications/initialized"}',
    "a notification with a numeric method": b'{"jsonrpc":"2.0","method":5}',
    "an answer to nothing": b'{"jsonrpc":"2.0","id":99,"result":{}}',
    "an error to nothing": b'{"jsonrpc":"2.0","id":99,"error":{"code":1,"message":"x"}}',
    "a broken answer": b'{"jsonrpc":"2.0","id":99,"result":5}',
    "a blank line": b"   ",
    "an empty line": b"",
}


@pytest.fixture(scope="module", params=SHIPPED)
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RawSession]:
    """One session with each shipped server, after the handshake: what one test does to it the next one survives."""
    with RawSession(ENTRIES[request.param], tmp_path_factory.mktemp("home")) as opened:
        opened.initialize()
        yield opened


def test_broken_lines_are_answered_with_a_parse_error_and_survived(session: RawSession) -> None:
    for name, line in BROKEN_LINES.items():
        session.send_bytes(line)
        answer = session.receive()
        assert (answer["id"], answer["error"]["code"]) == (None, -32700), name
    assert session.request("ping")["result"] == {}


def test_json_that_is_no_request_is_refused_and_survived(session: RawSession) -> None:
    for name, line in NO_REQUESTS.items():
        session.send_bytes(line)
        answer = session.receive()
        assert (answer["id"], answer["error"]["code"]) == (None, -32600), name
    assert session.request("ping")["result"] == {}


def test_a_malformed_request_is_answered_under_its_own_id(session: RawSession) -> None:
    for broken in ({"id": "a"}, {"id": 7, "params": [1]}, {"id": 8, "method": 5}):
        request = {"jsonrpc": "2.0", "method": "ping", **broken}
        if broken == {"id": "a"}:
            del request["jsonrpc"]
        session.send(request)
        answer = session.receive()
        assert (answer["id"], answer["error"]["code"]) == (broken["id"], -32600)


def test_nothing_answers_a_notification_or_an_answer(session: RawSession) -> None:
    for line in NEVER_ANSWERED.values():
        session.send_bytes(line)
    request_id = session.start("ping")
    assert session.receive() == {"jsonrpc": "2.0", "id": request_id, "result": {}}


def test_ids_come_back_as_they_were_sent(session: RawSession) -> None:
    for request_id in ("1", 1, "", 0, -5, "아이디", 2**53):
        session.send({"jsonrpc": "2.0", "id": request_id, "method": "ping"})
        answer = session.receive()
        assert (answer["id"], type(answer["id"])) == (request_id, type(request_id))


def test_unknown_and_undeclared_methods_are_not_found(session: RawSession) -> None:
    for method in ("no/such", "logging/setLevel", "resources/subscribe", "completion/complete"):
        params: dict[str, object] = {"level": "info", "uri": "a://b", "ref": {"type": "ref/prompt", "name": "x"}}
        params["argument"] = {"name": "a", "value": "b"}
        assert session.request(method, params)["error"]["code"] == -32601


def test_unknown_names_and_cursors_are_invalid_parameters(session: RawSession) -> None:
    wrong: dict[str, tuple[dict[str, object], int]] = {
        "tools/call": ({"name": "no_such", "arguments": {}}, -32602),
        "prompts/get": ({"name": "no_such"}, -32602),
        "resources/read": ({"uri": "no://such"}, -32002),
        "tools/list": ({"cursor": "made-up"}, -32602),
        "prompts/list": ({"cursor": "made-up"}, -32602),
        "resources/list": ({"cursor": "made-up"}, -32602),
        "resources/templates/list": ({"cursor": ""}, -32602),
    }
    for method, (params, code) in wrong.items():
        error = session.request(method, params)["error"]
        assert error["code"] == code, method
        assert error["data"]["error_code"] in {2001, 3001}, method


def test_a_line_of_five_megabytes_is_served(session: RawSession) -> None:
    tool = session.request("tools/list")["result"]["tools"][0]["name"]
    answer = session.call(tool, {"language": "x" * 5_000_000})
    assert "x" * 100 not in json.dumps(answer)
    assert session.request("ping")["result"] == {}


def test_a_line_beyond_the_bound_is_refused_and_the_next_one_served(session: RawSession) -> None:
    session.send_bytes(b'"' + b"x" * (17 * 1024 * 1024) + b'"')
    assert session.receive()["error"]["code"] == -32600
    assert session.request("ping")["result"] == {}


def test_a_hundred_pings_at_once_are_all_answered(session: RawSession) -> None:
    wanted = {session.start("ping") for _ in range(100)}
    assert {session.receive()["id"] for _ in range(100)} == wanted


def test_ping_is_answered_before_the_handshake(open_session: Open) -> None:
    assert open_session("weather").request("ping")["result"] == {}


def test_tools_are_refused_before_the_handshake(open_session: Open) -> None:
    assert open_session("weather").request("tools/list")["error"]["code"] == -32602


@pytest.mark.parametrize("version", ["2025-06-18", "2025-11-25"])
def test_a_known_version_is_agreed_to(open_session: Open, version: str) -> None:
    for name in SHIPPED:
        result = open_session(name).initialize(version)["result"]
        assert result["protocolVersion"] == version
        assert result["serverInfo"]["name"]
        assert set(result["capabilities"]) == {"tools", "prompts", "resources"}


def test_an_unknown_version_gets_a_counter_offer(open_session: Open) -> None:
    assert open_session("weather").initialize("1999-01-01")["result"]["protocolVersion"] == "2025-11-25"


def test_no_process_is_given_more_than_two_seconds_after_the_end_of_input() -> None:
    assert max(stdio.DRAIN_S, stdio.EXIT_S, stdio.SIGNAL_EXIT_S) < 2


@pytest.mark.parametrize("name", SHIPPED)
def test_end_of_input_ends_an_idle_server(open_session: Open, name: str) -> None:
    session = open_session(name)
    session.initialize()
    session.close_input()
    assert session.wait() == 0


@pytest.mark.skipif(not Path("/proc/self/oom_score_adj").exists(), reason="only Linux can be told whom to end")
def test_a_session_ends_before_the_server_when_memory_runs_out(open_session: Open) -> None:
    session = open_session("weather")
    session.initialize()
    own = Path("/proc/self/oom_score_adj").read_text(encoding="ascii")
    assert int(Path(f"/proc/{session.process.pid}/oom_score_adj").read_text(encoding="ascii")) == 500 > int(own)


@pytest.mark.parametrize("tool", ["block", "block_loop", "wait"])
def test_end_of_input_ends_a_server_in_the_middle_of_a_call(open_session: Open, tool: str) -> None:
    session = open_session("hostile")
    session.initialize()
    session.start("tools/call", {"name": tool, "arguments": {}})
    if tool != "block_loop":
        # Proof that the call has begun: what came after it is answered.
        session.request("ping")
    session.close_input()
    assert session.wait() == 0


def test_answers_on_their_way_are_given_after_the_end_of_input(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    request_id = session.start("tools/call", {"name": "short_wait", "arguments": {}})
    session.close_input()
    answer = session.receive()
    assert answer["id"] == request_id
    assert answer["result"]["content"][0]["text"] == "late"
    assert session.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("tool", [None, "block", "block_loop"])
def test_signals_end_the_process_while_input_is_open(open_session: Open, number: int, tool: str | None) -> None:
    session = open_session("hostile")
    session.initialize()
    if tool:
        session.start("tools/call", {"name": tool, "arguments": {}})
    if tool != "block_loop":
        session.request("ping")
    session.process.send_signal(number)
    assert session.wait() == 128 + number


def test_a_client_that_goes_away_ends_the_server(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    assert session.process.stdout is not None
    session.process.stdout.close()
    session.start("ping")
    assert session.wait() == 0


def test_stray_output_of_imports_tools_and_children_never_reaches_the_client(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    assert session.call("chatter")["result"]["content"][0]["text"] == "done"
    left, errors = session.rest()
    assert left == b""
    for stray in (b"a banner", b"a child that starts", b"printed by a tool", b"printed by a child"):
        assert stray in errors


def test_a_cancelled_request_gets_no_answer(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    cancelled = session.start("tools/call", {"name": "wait", "arguments": {}})
    session.request("ping")
    session.notify("notifications/cancelled", {"requestId": cancelled, "reason": "no more"})
    assert session.call("echo", {"text": "still here"})["result"]["isError"] is False
    session.close_input()
    assert session.wait() == 0
    assert session.rest()[0] == b""


def test_a_crash_tells_an_id_and_nothing_else_and_the_log_has_it(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    result = session.call("crash")["result"]
    error_id = result["content"][0]["text"].split()[2].rstrip(".")
    assert result["isError"] is True
    assert result["_meta"]["error_code"] == 5001
    assert "hong@example.com" not in json.dumps(result)
    records = [json.loads(line) for line in session.rest()[1].splitlines() if line.startswith(b"{")]
    assert [record["exception"] for record in records if record.get("error_id") == error_id] == ["RuntimeError"]
    assert "hong@example.com" not in json.dumps(records)


def test_an_answer_that_json_cannot_carry_becomes_an_error(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    assert session.call("half_a_pair")["error"]["code"] == -32603
    assert session.request("ping")["result"] == {}


def test_a_client_that_never_reads_stderr_is_served(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    # A pipe holds 64 KiB; each crash logs some hundred bytes.
    for _ in range(300):
        assert session.call("crash")["result"]["isError"] is True


def test_large_answers_arrive_whole(open_session: Open) -> None:
    session = open_session("hostile")
    session.initialize()
    text = "가나다" * 300_000
    assert session.call("echo", {"text": text})["result"]["content"][0]["text"] == text


def test_a_pipeline_that_only_prints_its_requests_gets_all_answers() -> None:
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"_meta": ENVELOPE}},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "get_weather", "arguments": {"city": "서울", "month": 1}, "_meta": ENVELOPE},
        },
    ]
    # The last line has no newline, as `printf %s` leaves it.
    text = "\n".join(json.dumps(line) for line in lines)
    done = subprocess.run(
        [sys.executable, str(ENTRIES["weather"])], input=text.encode(), capture_output=True, timeout=30, check=True
    )
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 2]


def test_a_server_that_breaks_ends_with_an_error_and_says_nothing_private(tmp_path: Path) -> None:
    code = (
        "from oauth2_demo.mcp_server import run_stdio\n"
        "class Broken:\n"
        "    async def serve(self, read_stream, write_stream):\n"
        "        raise RuntimeError('hong@example.com')\n"
        "run_stdio(Broken())\n"
    )
    with RawSession([sys.executable, "-c", code], tmp_path) as session:
        assert session.wait() == 1
        assert b"RuntimeError" in (errors := session.rest()[1])
    assert b"hong" not in errors


def test_a_server_started_without_stderr_keeps_its_wire(tmp_path: Path) -> None:
    command = f"exec {sys.executable} {ENTRIES['hostile']} 2>&-"
    with RawSession(["bash", "-c", command], tmp_path) as session:
        assert session.initialize()["result"]["serverInfo"]["name"] == "hostile"
        assert session.call("chatter")["result"]["isError"] is False
