#!/usr/bin/env python3
"""Health check of the main container: its HTTP endpoints are ready, and each tool server starts over stdio.

Usage: healthcheck.py URL SCRIPT...

The engine asks every few seconds, so that `docker compose up --wait` returns soon. Starting every server that often
would waste a processor, so its success is remembered for a while; the endpoints are asked each time.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

REMEMBERED_FOR_S = 300
READY_WITHIN_S = 8
ANSWER_WITHIN_S = 30
REQUEST = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "health-check", "version": "1"},
    },
}


def what_is_missing(url: str) -> str:
    """Return what the server at `url` lacks to be ready; empty when it is."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=READY_WITHIN_S)
    try:
        connection.request("GET", parts.path)
        answer = connection.getresponse()
        if answer.status == http.client.OK:
            return ""
        return f"{url} answers {answer.status}: {answer.read(1000).decode(errors='replace')}"
    except OSError as error:
        return f"{url} does not answer: {error}"
    finally:
        connection.close()


def answers(script: str) -> bool:
    """Whether the server in `script`, started as clients start it, introduces itself."""
    command = ["timeout", "--kill-after=2", str(ANSWER_WITHIN_S), "uv", "run", script]
    with subprocess.Popen(  # noqa: S603 - the scripts that the image names
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        assert server.stdin is not None  # noqa: S101 - a pipe
        assert server.stdout is not None  # noqa: S101 - a pipe
        server.stdin.write(json.dumps(REQUEST).encode() + b"\n")
        server.stdin.flush()
        # Input stays open until the answer is there: its end tells a server to leave.
        line = server.stdout.readline()
    return b'"serverInfo"' in line


def remembered(stamp: Path) -> bool:
    """Whether a success is recent enough to be believed."""
    try:
        return time.time() - stamp.stat().st_mtime < REMEMBERED_FOR_S
    except FileNotFoundError:
        return False


def silent_servers(scripts: list[str]) -> list[str]:
    """Return the servers that do not answer over stdio."""
    stamp = Path(f"/tmp/mcp-docker-healthy-{os.getuid()}")  # noqa: S108 - of this container alone
    if remembered(stamp):
        return []
    silent = [script for script in scripts if not answers(script)]
    if not silent:
        stamp.touch()
    return silent


def main(url: str, *scripts: str) -> int:
    """Check what has to be checked now and say what does not work."""
    problems = [f"no answer to initialize from: uv run {script}" for script in silent_servers(list(scripts))]
    if missing := what_is_missing(url):
        problems.append(missing)
    for problem in problems:
        print(problem)  # noqa: T201 - shown by docker inspect
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
