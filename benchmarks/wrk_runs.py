"""What the benchmarks that drive servers with wrk share: servers on one core, rounds in turn, the document."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    TargetT = TypeVar("TargetT")

START_GUARD_S = 30.0


@dataclass(frozen=True)
class Runs:
    """How wrk is run: from the last core, the servers having the first."""

    wrk: str
    server_core: int
    wrk_core: int
    rounds: int
    seconds: int
    json_path: Path | None

    def interleaved(self, targets: Sequence[TargetT], measure: Callable[[TargetT, Runs], None]) -> None:
        """Measure each target once in each round, as machines drift."""
        for number in range(self.rounds):
            for target in targets:
                measure(target, self)
            print(f"round {number + 1} of {self.rounds} done", file=sys.stderr)

    def load(self, url: str, script: Path, connections: int) -> dict[str, Any]:
        """Run wrk once and return what `done` of its script printed behind `RESULT`."""
        options = ["-t1", f"-c{connections}", f"-d{self.seconds}s", "-s", str(script)]
        command = ["taskset", "-c", str(self.wrk_core), self.wrk, *options, url]
        timeout_s = self.seconds + START_GUARD_S
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=timeout_s)
        line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
        result: dict[str, Any] = json.loads(line.removeprefix("RESULT "))
        return result

    def write(self, document: dict[str, object]) -> None:
        """Print the figures for other programs, and keep them where that was asked for."""
        text = json.dumps(document)
        print(text)
        if self.json_path is not None:
            self.json_path.write_text(text + "\n", encoding="utf-8")


def runs_from_arguments(description: str | None) -> Runs:
    """Read the command line; end with a sentence where wrk or a second core is missing."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rounds", type=int, default=5, help="interleaved rounds (default 5)")
    parser.add_argument("--seconds", type=int, default=3, help="length of one measurement (default 3)")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("wrk is missing. Install it: apt-get install -y wrk (Debian, Ubuntu) or brew install wrk.")
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) < 2:
        raise SystemExit("This needs two cores: one for the server, one for wrk.")
    return Runs(wrk, cores[0], cores[-1], arguments.rounds, arguments.seconds, arguments.json)


def free_port() -> int:
    """A port that is free now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def running(command: list[str], core: int, settings: dict[str, str], port: int) -> Iterator[int]:
    """Run a server on one core, wait until it answers, and give its process id."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("OAUTH2_DEMO_")}
    process = subprocess.Popen(["taskset", "-c", str(core), sys.executable, *command], env={**own, **settings})
    try:
        end = time.monotonic() + START_GUARD_S
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"The server on port {port} did not start.")
            time.sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(START_GUARD_S)


def _answers(port: int) -> bool:
    """Whether something on the port answers HTTP."""
    try:
        urlopen(f"http://127.0.0.1:{port}/health/live", timeout=5).close()
    except URLError as error:
        return getattr(error, "code", None) is not None
    return True


def cpu_seconds(pid: int) -> float:
    """Processor time of a process so far: says what a request costs even where other work disturbs the rates."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
