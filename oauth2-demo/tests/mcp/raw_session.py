"""A client that speaks lines to a real server process, so that tests can send what no client library would."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

ROOT = Path(__file__).resolve().parents[3]
DEADLINE_S = 30.0
ENTRIES = {
    "weather": ROOT / "examples" / "custom_mcp_server.py",
    "oauth2": ROOT / "oauth2-demo" / "core" / "oauth2_mcp_tools.py",
    "security": ROOT / "oauth2-demo" / "security" / "secure_mcp_tools.py",
    "hostile": Path(__file__).parent / "hostile_server.py",
}
MODERN = "2026-07-28"
ENVELOPE = {
    "io.modelcontextprotocol/protocolVersion": MODERN,
    "io.modelcontextprotocol/clientCapabilities": {},
}
Json = dict[str, Any]


class RawSession:
    """One server process and the lines that go in and out of it."""

    def __init__(self, entry: Path | Sequence[str], home: Path, env: Mapping[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(entry)] if isinstance(entry, Path) else entry,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=home,
            env={**os.environ, "OAUTH2_DEMO_HOME": str(home), **(env or {})},
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._stdin, self._stdout = self.process.stdin, self.process.stdout
        self._held = bytearray()
        self._next_id = 0
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._stdout, selectors.EVENT_READ)

    def __enter__(self) -> RawSession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(BrokenPipeError):
            self._stdin.close()
        try:
            self.process.wait(DEADLINE_S)
        finally:
            self.process.kill()
            self.process.wait()
        self._selector.close()
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()

    def send_bytes(self, line: bytes) -> None:
        """Send one line as it is."""
        self._stdin.write(line + b"\n")
        self._stdin.flush()

    def send(self, message: object) -> None:
        """Send one message."""
        self.send_bytes(json.dumps(message, ensure_ascii=False).encode())

    def notify(self, method: str, params: Json | None = None) -> None:
        """Send a notification."""
        self.send({"jsonrpc": "2.0", "method": method, **({"params": params} if params else {})})

    def start(self, method: str, params: Json | None = None) -> int:
        """Send a request and return its id."""
        self._next_id += 1
        request = {"jsonrpc": "2.0", "id": self._next_id, "method": method}
        self.send(request | ({"params": params} if params is not None else {}))
        return self._next_id

    def request(self, method: str, params: Json | None = None) -> Json:
        """Send a request and return its answer, whatever comes before it."""
        request_id = self.start(method, params)
        while (answer := self.receive()).get("id") != request_id:
            pass
        return answer

    def call(self, tool: str, arguments: Json | None = None) -> Json:
        """Call a tool and return the answer."""
        return self.request("tools/call", {"name": tool, "arguments": arguments or {}})

    def modern(self, method: str, params: Json | None = None) -> Json:
        """Send a request in the manner of 2026-07-28."""
        return self.request(method, {**(params or {}), "_meta": ENVELOPE})

    def initialize(self, version: str = "2025-11-25") -> Json:
        """Make the handshake and return the server's part of it."""
        client = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "raw", "version": "1"}}
        answer = self.request("initialize", client)
        self.notify("notifications/initialized")
        return answer

    def receive(self, timeout_s: float = DEADLINE_S) -> Json:
        """Return the next message.

        Raises:
            TimeoutError: None came in time.
            EOFError: The server has closed its end.
        """
        line = self.receive_line(timeout_s)
        message = json.loads(line)
        assert isinstance(message, dict)
        return message

    def receive_line(self, timeout_s: float = DEADLINE_S) -> bytes:
        """Return the next line as it is. Raises as `receive`."""
        ends_at = time.monotonic() + timeout_s
        while b"\n" not in self._held:
            if not self._selector.select(max(0.0, ends_at - time.monotonic())):
                raise TimeoutError
            chunk = os.read(self._stdout.fileno(), 1 << 20)
            if not chunk:
                raise EOFError
            self._held += chunk
        line, _, rest = bytes(self._held).partition(b"\n")
        self._held = bytearray(rest)
        return line

    def close_input(self) -> None:
        """End the input: the signal to end the session."""
        self._stdin.close()

    def wait(self) -> int:
        """Return the exit status of a process that has to end by itself."""
        return self.process.wait(DEADLINE_S)

    def rest(self) -> tuple[bytes, bytes]:
        """End the session and return what was left on stdout and all of stderr."""
        if not self._stdin.closed:
            self.close_input()
        assert self.process.stderr is not None
        errors = self.process.stderr.read()
        return bytes(self._held) + self._stdout.read(), errors
