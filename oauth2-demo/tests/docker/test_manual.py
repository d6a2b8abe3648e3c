"""The same without Compose: images built and containers run by hand, with the commands of the documents."""

from __future__ import annotations

import asyncio
import os
import shlex
import time
from typing import TYPE_CHECKING

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from oauth2_demo.tests.support.documents import Block, blocks_for
from oauth2_demo.tests.support.stack import (
    NODE_SERVER,
    PYTHON_SERVER,
    Stacks,
    copy_checkout,
    docker,
    refuse_foreign_containers,
    run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.docker

OWN_IMAGE = "mcp-docker-tests/own"
PYTHON, NODE, OWN_DOCKERFILE, CLEAN_UP = blocks_for(__file__)


@pytest.fixture(scope="module")
def checkout(stacks: Stacks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A clone, with the names of the containers free before and after."""
    stacks.stop()
    refuse_foreign_containers()
    yield copy_checkout(tmp_path_factory.mktemp("manual") / "mcp-docker", os.getuid())
    run("docker", "rm", "--force", PYTHON_SERVER, NODE_SERVER)


def _paste(block: Block, checkout: Path) -> None:
    """Run the commands of a document in one shell, whose input is at its end."""
    done = run("bash", "-euo", "pipefail", "-c", block.text, cwd=checkout, timeout_s=300, stdin="")
    assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"


def _session(block: Block) -> list[str]:
    """The last command of a block, which starts a session, without `docker`."""
    return shlex.split(block.text.splitlines()[-1])[1:]


def _tools(*arguments: str) -> list[str]:
    async def listed() -> list[str]:
        server = StdioServerParameters(command="docker", args=list(arguments), env=dict(os.environ))
        async with Client(stdio_client(server), read_timeout_seconds=40) as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    return asyncio.run(asyncio.wait_for(listed(), 60))


def _listens() -> bool:
    """Whether the Python container says so soon. Its messages are on stderr, which `docker logs` keeps apart."""
    for _ in range(100):
        if "Listening on 0.0.0.0 port 8080" in run("docker", "logs", PYTHON_SERVER).stderr:
            return True
        time.sleep(0.2)
    return False


def test_the_python_image_is_built_and_run_by_hand(checkout: Path) -> None:
    _paste(PYTHON, checkout)
    assert "get_weather" in _tools(*_session(PYTHON))
    assert _listens()
    assert docker("exec", PYTHON_SERVER, "id", "-u").strip() == "10001"


def test_the_endpoints_of_a_container_by_hand_say_what_they_lack(checkout: Path) -> None:
    del checkout
    probe = (
        "import urllib.error, urllib.request as r\n"
        "try:\n    r.urlopen('http://127.0.0.1:8080/health/ready', timeout=20)\n"
        "except urllib.error.HTTPError as error:\n    print(error.code, error.read().decode())\n"
    )
    said = docker("exec", PYTHON_SERVER, "python", "-c", probe)
    assert said.startswith("503 ")
    assert '"authorization_server":"unavailable"' in said.replace(" ", "")


def test_the_node_image_is_built_and_run_by_hand(checkout: Path) -> None:
    _paste(NODE, checkout)
    assert _tools(*_session(NODE)) == ["sequentialthinking"]
    assert "ready" in docker("logs", NODE_SERVER)


def test_a_taken_name_is_a_conflict_that_stop_and_rm_resolve(checkout: Path) -> None:
    again = ("docker", "run", "-d", "--name", PYTHON_SERVER, "python-mcp-base-image")
    refused = run(*again)
    assert "Conflict" in refused.stderr
    _paste(CLEAN_UP, checkout)
    assert run(*again).returncode == 0


def test_a_container_stops_at_once_without_an_init_process(checkout: Path) -> None:
    del checkout
    assert _listens()
    # As process 1, a main process that ignores SIGTERM would be killed after the grace time, with exit code 137.
    docker("stop", "--time", "20", PYTHON_SERVER, NODE_SERVER)
    codes = docker("inspect", "--format", "{{.State.ExitCode}}", PYTHON_SERVER, NODE_SERVER).split()
    assert codes == ["0", "0"]


def test_an_own_server_runs_on_an_image_made_from_the_requirements(checkout: Path) -> None:
    (checkout / "own.dockerfile").write_text(OWN_DOCKERFILE.text, encoding="utf-8")
    docker("build", "-t", OWN_IMAGE, "-f", str(checkout / "own.dockerfile"), str(checkout), timeout_s=300)
    try:
        assert "get_weather" in _tools("run", "--rm", "-i", OWN_IMAGE, "python", "/app/custom_mcp_server.py")
        assert "get_weather" in _tools("run", "--rm", "-i", OWN_IMAGE, "uv", "run", "/app/custom_mcp_server.py")
    finally:
        docker("rmi", "--force", OWN_IMAGE)
