"""The OAuth2 server against the one that everyone writes first: requests per second in interleaved rounds.

Run `uv run benchmarks/oauth_server.py`. Each server is one process on one core, wrk sits on another. Every answer must
be a 200 and the audit log must have an event for each of them. Ours runs twice: with each event written before its
answer, for which the bars are, and with each on the disk before its answer, the default. Exit status 0 when the bars
are met, 1 when not.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from wrk_runs import START_GUARD_S, Runs, cpu_seconds, free_port, running, runs_from_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
BASELINE = ROOT / "benchmarks" / "baseline_oauth"
SERVER = ROOT / "oauth2-demo" / "core" / "oauth2_web_server.py"
CONNECTIONS = 32
BARS = {"token": 4.0, "hello": 5.0}
WRITTEN, ON_DISK = "here, written", "here, on disk"
DURABILITIES = {WRITTEN: "process", ON_DISK: "group"}
FORM = urlencode(
    {"grant_type": "client_credentials", "client_id": "mcp-client", "client_secret": "secret", "scope": "mcp.access"}
)
# wrk runs `done` once at the end; what it prints is the only output that is read.
REPORT = """
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%d,"duration_us":%d,"bad_status":%d,"socket_errors":%d,"p50_us":%d,"p99_us":%d}\\n',
    summary.requests, summary.duration, e.status, e.connect + e.read + e.write + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""  # noqa: E501 - one Lua format string


@dataclass
class Target:
    """One server and one kind of request."""

    name: str
    kind: str
    url: str
    script: Path
    pid: int
    log: Path | None = None
    rates: list[float] = field(default_factory=list)
    p99_ms: list[float] = field(default_factory=list)
    cpu_us: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Median of the rounds, in requests per second."""
        return statistics.median(self.rates)


def main() -> int:
    """Run the rounds, print the table, and say whether the bars are met."""
    runs = runs_from_arguments(__doc__)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        targets = start_targets(stack, folder, runs.server_core)
        runs.interleaved(targets, measure)
    return report(targets, runs)


def start_targets(stack: ExitStack, folder: Path, core: int) -> list[Target]:
    """Start the servers, take a token from each, and prepare what wrk sends."""
    empty, empty_pid = stack.enter_context(started(uvicorn_command("empty:app"), core, {}))
    baseline, baseline_pid = stack.enter_context(started(uvicorn_command("app:app"), core, {}))
    servers: list[tuple[str, str, int, Path | None]] = [("baseline", baseline, baseline_pid, None)]
    for name, durability in DURABILITIES.items():
        home = folder / durability
        settings = {
            "OAUTH2_DEMO_HOME": str(home),
            "OAUTH2_DEMO_RATE_LIMIT": "off",
            "OAUTH2_DEMO_AUDIT_DURABILITY": durability,
            # One segment, so that counting its lines counts the events.
            "OAUTH2_DEMO_AUDIT_MAX_BYTES": str(2**40),
        }
        ours, our_pid = stack.enter_context(started([str(SERVER)], core, settings))
        servers.append((name, ours, our_pid, home / "logs" / "security_audit.log"))
    targets = [Target("empty ASGI answer", "scale", empty, write_script(folder, "empty", "GET", {}, ""), empty_pid)]
    for kind in ("token", "hello"):
        for name, base, pid, log in servers:
            script = token_script(folder, name) if kind == "token" else hello_script(folder, name, base)
            url = f"{base}/{'oauth2/token' if kind == 'token' else 'hello'}"
            targets.append(Target(name, kind, url, script, pid, log))
    return targets


def uvicorn_command(app: str) -> list[str]:
    """The usual way to run an application, with the faster loop and parser and without its access log."""
    options = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]
    return ["-m", "uvicorn", app, "--app-dir", str(BASELINE), *options]


def token_script(folder: Path, name: str) -> Path:
    """Ask for a token."""
    return write_script(folder, f"{name}-token", "POST", {"Content-Type": "application/x-www-form-urlencoded"}, FORM)


def hello_script(folder: Path, name: str, base: str) -> Path:
    """Call the protected resource with a token of that server."""
    request = Request(f"{base}/oauth2/token", FORM.encode(), method="POST")  # noqa: S310 - our own server
    with urlopen(request, timeout=START_GUARD_S) as answer:  # noqa: S310 - our own server
        token = json.load(answer)["access_token"]
    return write_script(folder, f"{name}-hello", "GET", {"Authorization": f"Bearer {token}"}, "")


def write_script(folder: Path, name: str, method: str, headers: dict[str, str], body: str) -> Path:
    """Write the request as wrk's Lua."""
    lines = [f'wrk.method = "{method}"', *(f'wrk.headers["{key}"] = "{value}"' for key, value in headers.items())]
    path = folder / f"{name.replace(', ', '-').replace(' ', '-')}.lua"
    path.write_text("\n".join([*lines, f'wrk.body = "{body}"' if body else "", REPORT]), encoding="utf-8")
    return path


@contextmanager
def started(command: list[str], core: int, settings: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Run a server on a free port and give its base URL and process id."""
    port = free_port()
    if settings:
        settings = {**settings, "OAUTH2_DEMO_PORT": str(port), "OAUTH2_DEMO_LOG_LEVEL": "ERROR"}
    else:
        command = [*command, "--port", str(port)]
    with running(command, core, settings, port) as pid:
        yield f"http://127.0.0.1:{port}", pid


def measure(target: Target, runs: Runs) -> None:
    """One measurement: all answers are 200, and each has its audit event."""
    before, cpu_before = events(target.log), cpu_seconds(target.pid)
    result = runs.load(target.url, target.script, CONNECTIONS)
    if result["bad_status"] or result["socket_errors"] or not result["requests"]:
        raise SystemExit(f"{target.name} {target.kind}: not every answer was a 200: {result}")
    if target.log is not None:
        # wrk does not count what is under way when its time is up, at most one request for each connection.
        recorded = events(target.log) - before
        if not result["requests"] <= recorded <= result["requests"] + CONNECTIONS:
            raise SystemExit(f"{target.kind}: {result['requests']} answers but {recorded} audit events")
    target.rates.append(result["requests"] / result["duration_us"] * 1e6)
    target.p99_ms.append(result["p99_us"] / 1000)
    target.cpu_us.append((cpu_seconds(target.pid) - cpu_before) / result["requests"] * 1e6)


def events(log: Path | None) -> int:
    """How many events the log holds."""
    if log is None:
        return 0
    with log.open("rb") as lines:
        return sum(1 for _ in lines)


def report(targets: list[Target], runs: Runs) -> int:
    """Print the table and the ratios: each the median of what the rounds say one by one, as the machine drifts."""
    baseline = {target.kind: target for target in targets if target.name == "baseline"}
    figures, verdicts = [], []
    print(f"\n{'request':<8} {'server':<18} {'requests/s':>10} {'P99 ms':>7} {'CPU µs':>7} {'ratio':>6}  bar")
    for target in targets:
        others = baseline.get(target.kind, baseline["token"])
        ratio = statistics.median(mine / theirs for mine, theirs in zip(target.rates, others.rates, strict=True))
        bar = BARS.get(target.kind) if target.name == WRITTEN else None
        p99_ms, cpu_us = statistics.median(target.p99_ms), statistics.median(target.cpu_us)
        verdict = "" if bar is None else f"{bar:g} {'met' if ratio >= bar else 'MISSED'}"
        columns = f"{target.rate:>10,.0f} {p99_ms:>7.2f} {cpu_us:>7.1f} {ratio:>6.2f}"
        verdicts.append(verdict)
        print(f"{target.kind:<8} {target.name:<18} {columns}  {verdict}")
        figures.append(
            {
                "request": target.kind,
                "server": target.name,
                "requests_per_s": round(target.rate),
                "p99_ms": round(p99_ms, 2),
                "cpu_us": round(cpu_us, 1),
                "ratio": round(ratio, 2),
                "bar": bar,
                "rounds": [round(rate) for rate in target.rates],
            }
        )
    runs.write({"connections": CONNECTIONS, "figures": figures})
    return int(any("MISSED" in verdict for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main())
