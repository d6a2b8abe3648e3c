"""Tool calls over HTTP with tokens and audit, against a bare server of the SDK with the same tool.

Run `uv run benchmarks/mcp_http.py`. Both serve the same tool, each as one process on one core; wrk holds 64 connections
from another core. Here every call needs a token and leaves a durable audit event; there nobody asks. Both wires are
measured: the one with a handshake, with 64 sessions, and the stateless one of 2026-07-28. Exit status 0 when the bars
are met.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

from wrk_runs import START_GUARD_S, Runs, cpu_seconds, free_port, running, runs_from_arguments

ROOT = Path(__file__).resolve().parents[1]
OAUTH_SERVER = ROOT / "oauth2-demo" / "core" / "oauth2_web_server.py"
CONNECTIONS = 64
MIN_RATIO = 0.7
MAX_ERROR_SHARE = 0.001
MAX_P95_MS = 100.0
MAX_P99_MS = 500.0
SETTLE_GUARD_S = 10.0
NAME = "bench"
TOOL = """
from mcp.server.mcpserver import MCPServer

server = MCPServer("bench", log_level="WARNING")


@server.tool()
async def add(first: int, second: int) -> int:
    return first + second


def app():
    return server.streamable_http_app()
"""
ACCEPT = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
CALL = {"name": "add", "arguments": {"first": 40, "second": 2}}
ENVELOPE = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "benchmark", "version": "1"},
}
# Every request has an id of its own; with sessions they take turns. wrk prints only what `done` says.
SCRIPT = """
local headers = %(headers)s
local sessions = %(sessions)s
local n = 0
request = function()
  n = n + 1
  if #sessions > 0 then headers["Mcp-Session-Id"] = sessions[n %% #sessions + 1] end
  return wrk.format("POST", "%(path)s", headers, string.format('%(body)s', n + 1000))
end
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%%d,"duration_us":%%d,"bad_status":%%d,"socket_errors":%%d,"p95_us":%%d,"p99_us":%%d}\\n',
    summary.requests, summary.duration, e.status, e.connect + e.read + e.write + e.timeout,
    latency:percentile(95), latency:percentile(99)))
end
"""  # noqa: E501 - one Lua format string


@dataclass
class Target:
    """One server on one wire."""

    name: str
    wire: str
    url: str
    script: Path
    pid: int
    log: Path | None
    rates: list[float] = field(default_factory=list)
    p95_ms: list[float] = field(default_factory=list)
    p99_ms: list[float] = field(default_factory=list)
    cpu_us: list[float] = field(default_factory=list)
    errors: int = 0
    requests: int = 0


def main() -> int:
    """Run the rounds, print the table, and say whether the bars are met."""
    runs = runs_from_arguments(__doc__)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        targets = start_targets(stack, folder, runs)
        runs.interleaved(targets, measure)
    return report(targets, runs)


def start_targets(stack: ExitStack, folder: Path, runs: Runs) -> list[Target]:
    """Start the servers, take a token, open the sessions, and prepare what wrk sends."""
    home, tool = folder / "home", folder / "bench_tool.py"
    tool.write_text(TOOL, encoding="utf-8")
    oauth_port, port, bare_port = free_port(), free_port(), free_port()
    base = f"http://127.0.0.1:{port}"
    settings = {
        "OAUTH2_DEMO_HOME": str(home),
        "OAUTH2_DEMO_RATE_LIMIT": "off",
        "OAUTH2_DEMO_LOG_LEVEL": "ERROR",
        "OAUTH2_DEMO_PORT": str(oauth_port),
        "OAUTH2_DEMO_ISSUER": f"http://127.0.0.1:{oauth_port}",
        "OAUTH2_DEMO_SERVER_URL": f"http://127.0.0.1:{oauth_port}",
        "OAUTH2_DEMO_MCP_RESOURCE_URL": f"{base}/mcp",
        "OAUTH2_DEMO_MCP_SERVERS": f"oauth2 security {NAME}",
        "OAUTH2_DEMO_MCP_SERVER_FILES": f"{NAME}={tool}",
        # One segment, so that counting its lines counts the records.
        "OAUTH2_DEMO_AUDIT_MAX_BYTES": str(2**40),
    }
    stack.enter_context(running([str(OAUTH_SERVER)], runs.wrk_core, settings, oauth_port))
    serve = ["-c", "from oauth2_demo.cli.main import app; app()", "serve", "--port", str(port)]
    pid = stack.enter_context(running(serve, runs.server_core, settings, port))
    quiet = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    bare = ["-m", "uvicorn", "--factory", "bench_tool:app", "--app-dir", str(folder), "--port", str(bare_port), *quiet]
    bare_pid = stack.enter_context(running(bare, runs.server_core, {}, bare_port))
    url = f"{base}/{NAME}/mcp"
    authorization = {"Authorization": f"Bearer {take_token(f'http://127.0.0.1:{oauth_port}', url)}"}
    log = home / "logs" / "security_audit.log"
    targets = []
    for wire in ("handshake", "2026-07-28"):
        targets.append(prepare(folder, "bare SDK", wire, f"http://127.0.0.1:{bare_port}/mcp", bare_pid, None, {}))
        targets.append(prepare(folder, "this server", wire, url, pid, log, authorization))
    return targets


def take_token(issuer: str, resource: str) -> str:
    """Get a token for the endpoint."""
    form = urlencode(
        {
            "grant_type": "client_credentials",
            "client_id": "mcp-client",
            "client_secret": "secret",
            "scope": "mcp.access",
            "resource": resource,
        }
    )
    request = Request(f"{issuer}/oauth2/token", form.encode(), method="POST")  # noqa: S310 - our own server
    with urlopen(request, timeout=START_GUARD_S) as answer:  # noqa: S310 - our own server
        return str(json.load(answer)["access_token"])


def prepare(
    folder: Path, name: str, wire: str, url: str, pid: int, log: Path | None, authorization: dict[str, str]
) -> Target:
    """See that a call gives what it should, and write the requests as wrk's Lua."""
    headers, sessions = {**ACCEPT, **authorization}, list[str]()
    body: dict[str, object] = {"jsonrpc": "2.0", "id": 0, "method": "tools/call", "params": CALL}
    if wire == "handshake":
        sessions = [open_session(url, headers) for _ in range(CONNECTIONS)]
        headers["MCP-Protocol-Version"] = "2025-11-25"
    else:
        body["params"] = {**CALL, "_meta": ENVELOPE}
        headers |= {"MCP-Protocol-Version": wire, "Mcp-Method": "tools/call", "Mcp-Name": str(CALL["name"])}
    own = {**headers, "Mcp-Session-Id": sessions[0]} if sessions else headers
    answer = post(url, own, body)[1]
    if '"42"' not in answer or '"isError":true' in answer:
        raise SystemExit(f"{name} {wire}: the call was answered with {answer[:300]}")
    text = json.dumps(body, separators=(",", ":")).replace("%", "%%").replace('"id":0', '"id":%d')
    fields = ", ".join(f'["{key}"] = "{value}"' for key, value in headers.items())
    script = SCRIPT % {
        "headers": f"{{{fields}}}",
        "sessions": "{" + ", ".join(f'"{session}"' for session in sessions) + "}",
        "path": urlsplit(url).path,
        "body": text,
    }
    path = folder / f"{name}-{wire}.lua".replace(" ", "-")
    path.write_text(script, encoding="utf-8")
    return Target(name, wire, url, path, pid, log)


def open_session(url: str, headers: dict[str, str]) -> str:
    """Do the handshake."""
    info = {"name": "benchmark", "version": "1"}
    params = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": info}
    session, _ = post(url, headers, {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params})
    own = {**headers, "Mcp-Session-Id": session, "MCP-Protocol-Version": "2025-11-25"}
    post(url, own, {"jsonrpc": "2.0", "method": "notifications/initialized"})
    return session


def post(url: str, headers: dict[str, str], message: dict[str, object]) -> tuple[str, str]:
    """Send a message; give the session that the answer names, and the answer."""
    request = Request(url, json.dumps(message).encode(), headers, method="POST")  # noqa: S310 - our own server
    with urlopen(request, timeout=START_GUARD_S) as answer:  # noqa: S310 - our own server
        return answer.headers.get("Mcp-Session-Id") or "", answer.read().decode()


def measure(target: Target, runs: Runs) -> None:
    """One measurement. Here each call must have its audit event."""
    before, cpu_before = recorded_calls(target), cpu_seconds(target.pid)
    result = runs.load(target.url, target.script, CONNECTIONS)
    cpu_us = (cpu_seconds(target.pid) - cpu_before) / max(1, result["requests"]) * 1e6
    # When the time is up, wrk leaves one call on each connection behind: it is made and recorded, and counted nowhere.
    left_behind = recorded_calls(target) - before - result["requests"]
    if target.log is not None and not 0 <= left_behind <= CONNECTIONS:
        raise SystemExit(f"{target.wire}: {result['requests']} answers, and {left_behind:+} calls in the audit log")
    target.requests += result["requests"]
    target.errors += result["bad_status"] + result["socket_errors"]
    target.rates.append(result["requests"] / result["duration_us"] * 1e6)
    target.p95_ms.append(result["p95_us"] / 1000)
    target.p99_ms.append(result["p99_us"] / 1000)
    target.cpu_us.append(cpu_us)


def recorded_calls(target: Target) -> int:
    """How many calls the audit log holds, once the server is done: exactly as many as it has counted itself."""
    if target.log is None:
        return 0
    end, last = time.monotonic() + SETTLE_GUARD_S, -1
    while time.monotonic() < end:
        recorded, counted = calls_in_log(target.log), calls_counted(target.url)
        if recorded == counted == last:
            return recorded
        last = recorded
        time.sleep(0.1)
    raise SystemExit(f"{target.wire}: the server counts {counted} calls, its audit log {recorded}")


def calls_in_log(log: Path) -> int:
    """How many records are of calls; the log has others too."""
    with log.open("rb") as lines:
        return sum(b'"event_type":"tool_access"' in line for line in lines)


def calls_counted(url: str) -> int:
    """How many calls the metrics of the server name, however they ended."""
    with urlopen(urljoin(url, "/metrics"), timeout=START_GUARD_S) as answer:  # noqa: S310 - our own server
        lines = answer.read().decode().splitlines()
    wanted = ("mcp_requests_total{", 'method="tools/call"', f'server="{NAME}"')
    return sum(int(float(line.split()[-1])) for line in lines if all(part in line for part in wanted))


def report(targets: list[Target], runs: Runs) -> int:
    """Print the table; 1 when a bar is missed."""
    bare = {target.wire: target for target in targets if target.log is None}
    figures, missed = [], False
    titles = f"{'calls/s':>8} {'P95 ms':>7} {'P99 ms':>7} {'CPU µs':>7} {'errors':>7} {'ratio':>6}"
    print(f"\n{'wire':<11} {'server':<12} {titles}")
    for target in targets:
        pairs = zip(target.rates, bare[target.wire].rates, strict=True)
        ratio = statistics.median(mine / theirs for mine, theirs in pairs)
        p95_ms, p99_ms = statistics.median(target.p95_ms), statistics.median(target.p99_ms)
        rate, cpu_us = statistics.median(target.rates), statistics.median(target.cpu_us)
        errors = target.errors / max(1, target.requests)
        is_met = ratio >= MIN_RATIO and errors < MAX_ERROR_SHARE and p95_ms < MAX_P95_MS and p99_ms < MAX_P99_MS
        verdict = "" if target.log is None else "met" if is_met else "MISSED"
        missed = missed or verdict == "MISSED"
        columns = f"{rate:>8,.0f} {p95_ms:>7.1f} {p99_ms:>7.1f} {cpu_us:>7.0f} {errors:>7.3%} {ratio:>6.2f}"
        print(f"{target.wire:<11} {target.name:<12} {columns}  {verdict}")
        figures.append(
            {
                "wire": target.wire,
                "server": target.name,
                "calls_per_s": round(rate),
                "p95_ms": round(p95_ms, 1),
                "p99_ms": round(p99_ms, 1),
                "cpu_us": round(cpu_us),
                "error_share": errors,
                "ratio": round(ratio, 2),
            }
        )
    runs.write({"connections": CONNECTIONS, "figures": figures})
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
