"""The scripts people run, in a fresh copy of the checkout, on a machine that has only Python."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.support.stack import ROOT, copy_checkout, run

if TYPE_CHECKING:
    from collections.abc import Mapping

# No engine is needed here: these are the two commands for machines without one.
pytestmark = pytest.mark.integration

INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}
RUNNER = ROOT / "scripts/run_mcp_server_with_logging.sh"
PLAIN_PATH = "/usr/bin:/bin"
# With its variables, coverage would count the files of the clone, too.
_NOT_OURS = ("UV_", "VIRTUAL_", "OAUTH2_", "COV_", "COVERAGE_")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in which nothing was set up yet."""
    return copy_checkout(tmp_path_factory.mktemp("clone") / "mcp-docker", os.getuid())


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a machine with Python and no uv. Downloads are shared with ours, to spare the network."""
    tools = tmp_path_factory.mktemp("bin")
    (tools / "python3").symlink_to(Path(sys.base_prefix, "bin", "python3"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    cache = os.environ.get("UV_CACHE_DIR") or str(Path.home() / ".cache/uv")
    home = str(tmp_path_factory.mktemp("home"))
    return kept | {"PATH": f"{tools}:{PLAIN_PATH}", "HOME": home, "UV_CACHE_DIR": cache}


def _run(*command: str, cwd: Path, env: Mapping[str, str], timeout_s: float = 240) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=dict(env), capture_output=True, text=True, timeout=timeout_s, check=False
    )


def test_the_demo_runs_with_nothing_but_python(clone: Path, bare: Mapping[str, str]) -> None:
    done = _run("./scripts/demo.sh", cwd=clone, env=bare)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything worked." in done.stdout
    assert shutil.which("uv", path=bare["PATH"]) or (clone / ".tools/uv/bin/uv").is_file()
    assert "\033[" not in done.stdout, "colour is for terminals"
    assert not re.search(r"eyJ[\w-]{20,}", done.stdout), "a token was shown in full"
    left = [path for folder in ("keys", "logs", "data") for path in (clone / "oauth2-demo" / folder).iterdir()]
    assert [path.name for path in left] == [".gitkeep"] * 3


def test_the_demo_stops_cleanly_on_ctrl_c(clone: Path, bare: Mapping[str, str], tmp_path: Path) -> None:
    with subprocess.Popen(
        ["./scripts/demo.sh"],
        cwd=clone,
        env={**bare, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as demo:
        assert demo.stdout is not None
        ready = next(line for line in demo.stdout if "ready at" in line)
        os.killpg(demo.pid, signal.SIGINT)
        _, errors = demo.communicate(timeout=60)
    assert demo.returncode == 130, errors
    # Before it stands what the set-up said, where this is the first start.
    assert errors.strip().splitlines()[-1] == "stopped; nothing keeps running"
    assert "Traceback" not in errors
    port = int(re.findall(r"localhost:(\d+)", ready)[0])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0, "the server still listens"
    assert list(tmp_path.glob("mcp-docker-demo-*")) == []


def test_a_demo_that_fails_says_why_and_ends_with_1(clone: Path, bare: Mapping[str, str]) -> None:
    server = clone / "oauth2-demo/core/oauth2_web_server.py"
    whole = server.read_text(encoding="utf-8")
    server.write_text("raise SystemExit('the key folder is on fire')\n", encoding="utf-8")
    try:
        done = _run("./scripts/demo.sh", cwd=clone, env=bare)
    finally:
        server.write_text(whole, encoding="utf-8")
    assert done.returncode == 1
    assert "did not become ready" in done.stderr
    assert "the key folder is on fire" in done.stderr


def test_the_test_command_hands_its_arguments_to_pytest_and_its_exit_code_back(
    clone: Path, bare: Mapping[str, str]
) -> None:
    one = ("./scripts/test.sh", "-q", "-p", "no:cacheprovider", "oauth2-demo/tests/unit/test_repository.py", "-k")
    passed = _run(*one, "uv_has_one", cwd=clone, env=bare)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "1 passed" in passed.stdout
    assert _run(*one, "no_test_is_called_so", cwd=clone, env=bare).returncode == 5
    broken = clone / "scripts/lib.sh"
    whole = broken.read_text(encoding="utf-8")
    broken.write_text(whole.replace("UV_VERSION=", "UV_VERSION=1.", 1), encoding="utf-8")
    try:
        failed = _run(*one, "uv_has_one", cwd=clone, env=bare)
    finally:
        broken.write_text(whole, encoding="utf-8")
    assert failed.returncode == 1
    assert "1 failed" in failed.stdout


def _library(command: str, env: Mapping[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return _run("/bin/bash", "-c", f"source {folder}/scripts/lib.sh; {command}", cwd=folder, env=env)


def _machine(folder: Path, python: str) -> dict[str, str]:
    """A path with a Python that behaves as told, and the commands that the library uses."""
    tools = folder / "bin"
    tools.mkdir()
    for name in ("bash", "dirname", "cut", "sort", "head", "tail", "mkdir", "rm"):
        (tools / name).symlink_to(str(shutil.which(name)))
    (tools / "python3").write_text(f"#!/bin/sh\n{python}\n", encoding="utf-8")
    (tools / "python3").chmod(0o755)
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/lib.sh", folder / "scripts")
    return {"PATH": str(tools), "HOME": str(folder)}


def test_an_old_python_is_refused_with_advice(tmp_path: Path) -> None:
    done = _library("get_uv", _machine(tmp_path, "exit 1"), tmp_path)
    assert done.returncode == 1
    assert "Python 3.11 or later is needed" in done.stderr


def test_a_python_without_ensurepip_and_pip_is_told_which_package_is_missing(tmp_path: Path) -> None:
    done = _library("get_uv", _machine(tmp_path, 'case "$1" in -c) exit 0 ;; *) exit 1 ;; esac'), tmp_path)
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_a_python_without_ensurepip_installs_uv_with_its_pip(tmp_path: Path) -> None:
    fake = 'case "$*" in -c*|*--version) exit 0 ;; "-m venv"*) exit 1 ;; esac; echo "$@" >"$HOME/asked"'
    done = _library("get_uv", _machine(tmp_path, fake), tmp_path)
    assert done.returncode == 0, done.stderr
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert asked.startswith("-m pip install")
    assert f"--target {tmp_path}/.tools/uv uv==" in asked


def _in_a_terminal(command: list[str], env: Mapping[str, str]) -> str:
    """Run a short command with a terminal as its output and return what it wrote."""
    terminal, output = pty.openpty()
    subprocess.run(command, cwd=ROOT, env=dict(env), stdout=output, timeout=60, check=True)
    os.close(output)
    written = os.read(terminal, 65536).decode()
    os.close(terminal)
    return written


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
@pytest.mark.parametrize(
    "command",
    [
        ["bash", "-c", "source scripts/lib.sh; note hello"],
        [sys.executable, "-c", "import sys; sys.path.insert(0, 'scripts'); import demo; demo.Screen().good('hello')"],
    ],
    ids=["shell", "python"],
)
def test_colour_is_for_terminals_that_want_it(
    command: list[str], variables: Mapping[str, str], *, coloured: bool
) -> None:
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    written = _in_a_terminal(command, {**plain, **variables})
    assert "hello" in written
    assert ("\033[" in written) is coloured


def _logged_server(tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(RUNNER), *arguments],
        env={**os.environ, "MCP_LOG": str(tmp_path / "server.log"), "OAUTH2_DEMO_HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_logging_runner_keeps_stderr_and_leaves_stdout_to_the_protocol(tmp_path: Path) -> None:
    server = tmp_path / "server.py"
    server.write_text(
        "import sys\nprint('to the log', file=sys.stderr)\nsys.stdout.write(sys.stdin.read())\n", encoding="utf-8"
    )
    with _logged_server(tmp_path, str(server)) as process:
        output, errors = process.communicate("line one\nline two", timeout=60)
    assert (process.returncode, output) == (0, "line one\nline two")
    assert "to the log" in errors
    log = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert f"starting {server}\n" in log
    assert "to the log\n" in log


def test_a_real_server_runs_behind_the_logging_runner_until_its_input_ends(tmp_path: Path) -> None:
    with _logged_server(tmp_path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(INITIALIZE) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        rest, _ = process.communicate(timeout=30)
    assert answer["result"]["serverInfo"]["name"]
    assert rest == ""
    assert process.returncode == 0


def test_signals_reach_the_server_behind_the_logging_runner(tmp_path: Path) -> None:
    server = tmp_path / "server.py"
    server.write_text(
        "import signal, sys, time\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)\n",
        encoding="utf-8",
    )
    with _logged_server(tmp_path, str(server)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.terminate()
        assert process.wait(timeout=30) == 7


def test_the_logging_runner_says_when_there_is_no_such_server(tmp_path: Path) -> None:
    done = run(str(RUNNER), str(tmp_path / "missing.py"))
    assert done.returncode == 1
    assert "there is no server at" in done.stderr


@pytest.mark.parametrize("with_engine", [True, False])
def test_ci_demands_the_containers_and_hands_back_the_verdict(tmp_path: Path, *, with_engine: bool) -> None:
    repository = tmp_path / "repository"
    for folder in (".ci", "scripts"):
        (repository / folder).mkdir(parents=True)
    shutil.copy(ROOT / ".ci/run", repository / ".ci/run")
    (repository / "scripts/test.sh").write_text('#!/bin/sh\necho "docker=$REQUIRE_DOCKER"\nexit 3\n', encoding="utf-8")
    (repository / "scripts/test.sh").chmod(0o755)
    if with_engine:
        engine = tmp_path / "shared/docker/engine.sh"
        engine.parent.mkdir(parents=True)
        engine.write_text('echo "engine $1"\n', encoding="utf-8")
    done = run("bash", str(repository / ".ci/run"))
    assert done.returncode == 3
    assert done.stdout == ("engine up\n" if with_engine else "") + "docker=1\n"
