"""What the documents show without containers works as shown: in a clone after `uv sync`, for a user with a new home."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest

from oauth2_demo.tests.support.documents import Block, distinct_blocks, matches_output
from oauth2_demo.tests.support.stack import ROOT, copy_checkout

if TYPE_CHECKING:
    from collections.abc import Mapping

pytestmark = pytest.mark.integration

DOCUMENTS = ["README.md", "README_KOR.md", "QUICK_START.md", "QUICK_START_KOR.md"]
COMMANDS = distinct_blocks(DOCUMENTS, "clone")
SERVERS = [block for block, _ in distinct_blocks(DOCUMENTS, "server")]
READY_WITHIN_S = 30
# With its variables, coverage would count the files of the clone, too.
_NOT_OURS = ("UV_", "VIRTUAL_", "OAUTH2_", "COV_", "COVERAGE_")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone after set-up."""
    return copy_checkout(tmp_path_factory.mktemp("documents") / "mcp-docker", os.getuid())


@pytest.fixture(scope="module")
def env(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The environment of a person who has uv and nothing of ours. Downloads are shared, to spare the network."""
    uv = shutil.which("uv") or str(ROOT / ".tools/uv/bin/uv")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    kept["UV_CACHE_DIR"] = os.environ.get("UV_CACHE_DIR") or str(Path.home() / ".cache/uv")
    kept["UV_PYTHON_DOWNLOADS"] = "never"
    kept["HOME"] = str(tmp_path_factory.mktemp("home"))
    kept["PATH"] = f"{Path(uv).parent}:{kept['PATH']}"
    done = subprocess.run(
        [uv, "sync", "--locked", "--quiet"],
        cwd=clone,
        env=kept,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return kept


def _command(block: Block) -> list[str]:
    if block.language == "python":
        return ["uv", "run", "python", "-c", block.text]
    return ["bash", "-euo", "pipefail", "-c", block.text]


@pytest.mark.parametrize(("block", "output"), COMMANDS, ids=[str(block) for block, _ in COMMANDS])
def test_what_a_document_shows_works_in_a_clone(
    block: Block, output: Block | None, clone: Path, env: Mapping[str, str]
) -> None:
    done = subprocess.run(
        _command(block), cwd=clone, env=dict(env), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
    assert done.stdout.strip(), f"{block} shows nothing"
    if output is not None:
        assert matches_output(output.text, done.stdout), f"{output} differs from\n{done.stdout}"


@pytest.mark.parametrize("block", SERVERS, ids=str)
def test_a_server_of_a_document_serves_until_it_is_stopped(
    block: Block, clone: Path, env: Mapping[str, str], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    said = tmp_path / "said"
    with said.open("wb") as stream:
        server = subprocess.Popen(
            _command(block),
            cwd=clone,
            env={**env, "OAUTH2_DEMO_PORT": str(port)},
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        is_ready = _becomes_ready(f"http://127.0.0.1:{port}/health/ready")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=15)
        ended_by_itself = server.poll() is not None
        if not ended_by_itself:
            os.killpg(server.pid, signal.SIGKILL)
    assert is_ready, said.read_text(encoding="utf-8")
    assert ended_by_itself, "it did not stop"


def _becomes_ready(url: str) -> bool:
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        with suppress(httpx2.TransportError):
            return httpx2.get(url, timeout=5).status_code == httpx2.codes.OK
        time.sleep(0.1)
    return False


def test_there_is_something_to_run() -> None:
    assert {block.language for block, _ in COMMANDS} == {"bash", "python"}
    assert SERVERS
