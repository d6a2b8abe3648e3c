#!/usr/bin/env python3
"""Health check of the main container: each tool server named as an argument starts and answers `initialize`.

The engine asks every few seconds, so that `docker compose up --wait` returns soon. Starting every server that often
would waste a processor, so a success is remembered for a while.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

REMEMBERED_FOR_S = 300
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


def main(scripts: list[str]) -> int:
    """Check what has to be checked now and say which servers do not answer."""
    stamp = Path(f"/tmp/mcp-docker-healthy-{os.getuid()}")  # noqa: S108 - of this container alone
    if remembered(stamp):
        return 0
    silent = [script for script in scripts if not answers(script)]
    for script in silent:
        print(f"no answer to initialize from: uv run {script}")  # noqa: T201 - shown by docker inspect
    if not silent:
        stamp.touch()
    return 1 if silent else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
