"""How long a stdio server takes to its first answer, as a ratio to the smallest server on the same SDK.

Run: `uv run benchmarks/stdio_start.py [--rounds N]`. Rounds are interleaved, so that whatever else the machine does
meets all servers alike; the medians of their times are compared.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAX_RATIO = 1.15
BASELINE = """
from mcp.server.mcpserver import MCPServer

server = MCPServer("smallest")


@server.tool()
def answer() -> str:
    return "42"


server.run()
"""
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "benchmark", "version": "1"},
    },
}


def first_answer_s(script: Path) -> float:
    """Start a server, and return the seconds to its answer to `initialize`."""
    started_at = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(INITIALIZE).encode() + b"\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        elapsed_s = time.perf_counter() - started_at
        process.stdin.close()
    assert answer["result"]["serverInfo"]["name"]
    return elapsed_s


def measure(scripts: dict[str, Path], rounds: int) -> dict[str, list[float]]:
    """Time each server once a round, after one round that fills the caches."""
    times: dict[str, list[float]] = {name: [] for name in scripts}
    for number in range(rounds + 1):
        for name, script in scripts.items():
            elapsed_s = first_answer_s(script)
            if number:
                times[name].append(elapsed_s)
    return times


def main() -> int:
    """Print the table; the exit status says whether the OAuth2 tools stay within the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        baseline = Path(folder) / "smallest.py"
        baseline.write_text(BASELINE, encoding="utf-8")
        scripts = {
            "smallest": baseline,
            "oauth2_mcp_tools": ROOT / "oauth2-demo" / "core" / "oauth2_mcp_tools.py",
            "custom_mcp_server": ROOT / "examples" / "custom_mcp_server.py",
            "secure_mcp_tools": ROOT / "oauth2-demo" / "security" / "secure_mcp_tools.py",
        }
        times = measure({name: script for name, script in scripts.items() if script.exists()}, rounds)
    base_s = statistics.median(times["smallest"])
    print(f"{'server':<20} {'median ms':>10} {'fastest ms':>11} {'ratio':>6}")
    for name, values in times.items():
        median_s = statistics.median(values)
        print(f"{name:<20} {median_s * 1000:>10.0f} {min(values) * 1000:>11.0f} {median_s / base_s:>6.2f}")
    return 0 if statistics.median(times["oauth2_mcp_tools"]) / base_s <= MAX_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
