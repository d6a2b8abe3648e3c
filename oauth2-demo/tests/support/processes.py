"""Server processes for tests: started, waited for, and stopped at the end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# A guard against hanging, not a timing assertion: the machine may be busy with other tests.
HANG_GUARD_S = 60.0


@dataclass
class ServerProcess:
    """One running server."""

    process: subprocess.Popen[bytes]
    output_path: Path

    def output(self) -> str:
        """What it wrote to its standard streams."""
        return self.output_path.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> int:
        """End it as an operator does and return its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(HANG_GUARD_S)


def clean_environment(**settings: object) -> dict[str, str]:
    """The environment of a child: ours without our settings, so that nothing of the developer's leaks in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OAUTH2_DEMO_", "DEFAULT_USER"))}
    return {**kept, **{f"OAUTH2_DEMO_{name.upper()}": str(value) for name, value in settings.items()}}


@contextmanager
def server_process(
    command: Sequence[str], *, home: Path, env: Mapping[str, str], ready_url: str, name: str
) -> Iterator[ServerProcess]:
    """Run a server for as long as the block runs; it is ready when `ready_url` answers at all, and not with 5xx."""
    output_path = home / f"{name}.out"
    with output_path.open("ab") as output:
        process = subprocess.Popen(command, env=env, stdout=output, stderr=subprocess.STDOUT, cwd=home)
    server = ServerProcess(process, output_path)
    try:
        _wait_until_ready(server, ready_url)
        yield server
    finally:
        try:
            server.stop()
        finally:
            process.kill()


def _wait_until_ready(server: ServerProcess, url: str) -> None:
    end = time.monotonic() + HANG_GUARD_S
    while time.monotonic() < end:
        try:
            if httpx2.get(url, timeout=HANG_GUARD_S, trust_env=False).status_code < 500:
                return
        except httpx2.TransportError:
            pass
        try:
            # A wait that ends early when the process dies.
            server.process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(f"the server is not ready:\n{server.output()}")
