"""The same without Compose: images built and containers run by hand, with the commands of the documents."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from oauth2_demo.tests.support.stack import (
    NODE_SERVER,
    PYTHON_SERVER,
    ROOT,
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
OWN_DOCKERFILE = """\
FROM python:3.13-slim
RUN pip install --no-cache-dir uv
WORKDIR /app
COPY requirements.txt .
RUN uv pip install -r requirements.txt --system
COPY examples/custom_mcp_server.py /app/custom_mcp_server.py
RUN useradd --create-home --uid 10001 app
USER app
CMD ["sleep", "infinity"]
"""


@pytest.fixture(scope="module")
def checkout(stacks: Stacks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A clone, with the names of the containers free before and after."""
    stacks.stop()
    refuse_foreign_containers()
    yield copy_checkout(tmp_path_factory.mktemp("manual") / "mcp-docker", os.getuid())
    run("docker", "rm", "--force", PYTHON_SERVER, NODE_SERVER)


def _shell(command: str, checkout: Path) -> str:
    done = run("bash", "-euo", "pipefail", "-c", command, cwd=checkout, timeout_s=300)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _tools(*arguments: str) -> list[str]:
    async def listed() -> list[str]:
        server = StdioServerParameters(command="docker", args=list(arguments), env=dict(os.environ))
        async with Client(stdio_client(server), read_timeout_seconds=40) as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    return asyncio.run(asyncio.wait_for(listed(), 60))


def test_the_python_image_is_built_and_run_by_hand(checkout: Path) -> None:
    _shell("docker build -t python-mcp-base-image .", checkout)
    _shell(f"docker run -d --name {PYTHON_SERVER} python-mcp-base-image", checkout)
    assert "get_weather" in _tools("exec", "-i", PYTHON_SERVER, "uv", "run", "/workspace/custom_mcp_server.py")
    assert "Listening on 0.0.0.0 port 8080" in docker("logs", PYTHON_SERVER)
    assert docker("exec", PYTHON_SERVER, "id", "-u").strip() == "10001"


def test_a_taken_name_is_a_conflict_that_stop_and_rm_resolve(checkout: Path) -> None:
    again = ("docker", "run", "-d", "--name", PYTHON_SERVER, "python-mcp-base-image")
    refused = run(*again)
    assert "Conflict" in refused.stderr
    _shell(f"docker stop {PYTHON_SERVER} && docker rm {PYTHON_SERVER}", checkout)
    assert run(*again).returncode == 0


def test_the_node_image_is_built_and_run_by_hand(checkout: Path) -> None:
    _shell("docker build -t node-base-image docker/node", checkout)
    _shell(f"docker run -d --name {NODE_SERVER} node-base-image", checkout)
    server = ("exec", "-i", NODE_SERVER, "npx", "-y", "@modelcontextprotocol/server-sequential-thinking")
    assert _tools(*server) == ["sequentialthinking"]
    assert "ready" in docker("logs", NODE_SERVER)


def test_a_container_stops_at_once_without_an_init_process(checkout: Path) -> None:
    del checkout
    # As process 1, a main process that ignores SIGTERM would be killed after the grace time, with exit code 137.
    docker("stop", "--time", "20", PYTHON_SERVER, NODE_SERVER)
    codes = docker("inspect", "--format", "{{.State.ExitCode}}", PYTHON_SERVER, NODE_SERVER).split()
    assert codes == ["0", "0"]


def test_an_own_server_runs_on_an_image_made_from_the_requirements(checkout: Path) -> None:
    (checkout / "own.dockerfile").write_text(OWN_DOCKERFILE, encoding="utf-8")
    _shell(f"docker build -t {OWN_IMAGE} -f own.dockerfile .", checkout)
    try:
        assert "get_weather" in _tools("run", "--rm", "-i", OWN_IMAGE, "python", "/app/custom_mcp_server.py")
        assert "get_weather" in _tools("run", "--rm", "-i", OWN_IMAGE, "uv", "run", "/app/custom_mcp_server.py")
    finally:
        docker("rmi", "--force", OWN_IMAGE)


@pytest.mark.parametrize("document", ["README.md", "README_KOR.md"])
def test_the_documents_show_the_commands_tested_here(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for command in (
        "docker build -t python-mcp-base-image .",
        f"docker run -d --name {PYTHON_SERVER} python-mcp-base-image",
        "docker build -t node-base-image docker/node",
        f"docker run -d --name {NODE_SERVER} node-base-image",
        f"docker stop {PYTHON_SERVER} && docker rm {PYTHON_SERVER}",
        OWN_DOCKERFILE.strip(),
    ):
        assert command in text, command
