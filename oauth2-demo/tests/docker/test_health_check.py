"""`scripts/health_check.sh` says what is so: of a good system, and of systems broken in one place each."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.support.stack import (
    NODE_SERVER,
    OAUTH2_SERVER,
    PYTHON_SERVER,
    Setting,
    Stack,
    Stacks,
    docker,
    inside,
    ordinary_user,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.docker

# One that no server uses: with a signing key that others can read there are no tokens at all.
KEY = "/workspace/oauth2-demo/keys/old.key"
SCRIPT = "./scripts/health_check.sh"


def _check(stack: Stack) -> tuple[int, str]:
    done = stack.run(SCRIPT, timeout_s=240)
    return done.returncode, done.stdout + done.stderr


@contextlib.contextmanager
def _without(container: str) -> Iterator[None]:
    docker("pause", container)
    try:
        yield
    finally:
        docker("unpause", container)


def test_a_good_system_is_healthy(stack: Stack) -> None:
    code, said = _check(stack)
    assert code == 0, said
    assert "FAIL" not in said
    assert "Healthy: all" in said.splitlines()[-1]
    assert "\033" not in said, "colour is for terminals"
    assert "eyJ" not in said, "a token was shown"


def test_a_stopped_server_is_named_with_what_to_do(stack: Stack) -> None:
    docker("stop", "--time", "5", NODE_SERVER)
    try:
        code, said = _check(stack)
    finally:
        assert stack.compose("up", "-d", "--wait", timeout_s=120).returncode == 0
    assert code == 1
    assert f"FAIL  container {NODE_SERVER} is exited" in said
    assert "docker compose up -d --wait mcp-node-server" in said
    assert "FAIL  Context7 does not answer" in said
    assert "ok    OAuth2 MCP tools answers" in said


def test_keys_that_others_can_read_and_endpoints_without_tokens_are_found(stack: Stack) -> None:
    inside(PYTHON_SERVER, "sh", "-c", f"touch {KEY} && chmod 0644 {KEY}")
    try:
        done = stack.run("env", "OAUTH2_DEMO_MCP_RESOURCE_URL=http://localhost:9999/mcp", SCRIPT, timeout_s=240)
    finally:
        inside(PYTHON_SERVER, "rm", KEY)
    assert done.returncode == 1
    assert f"FAIL  others can reach keys: {KEY}" in done.stdout
    assert "FAIL  no token was issued for http://localhost:9999/mcp" in done.stdout
    assert "ok    without a token /weather/mcp refuses (401)" in done.stdout
    assert "Not healthy: 2 of" in done.stdout


def test_a_server_that_hangs_ends_in_a_verdict(stack: Stack) -> None:
    with _without(OAUTH2_SERVER):
        code, said = _check(stack)
    assert code == 1
    assert "FAIL  the OAuth2 server is ready: answered not at all" in said
    # The endpoints cannot let anybody in without it, and say so themselves.
    assert "FAIL  the MCP endpoints are ready: answered" in said
    assert "Not healthy" in said


def test_without_an_engine_it_cannot_tell(stack: Stack) -> None:
    done = stack.run("env", "DOCKER_HOST=unix:///nonexistent.sock", SCRIPT)
    assert done.returncode == 2
    assert "no Docker engine answers" in done.stderr


def test_a_good_system_in_production_on_other_ports_is_healthy(stacks: Stacks, tmp_path: Path) -> None:
    owner = ordinary_user()
    secret = tmp_path / "client_secret"
    secret.write_text("gZ4=&+ %x9-not-the-demo-one\n", encoding="utf-8")
    secret.chmod(0o600)
    if owner != os.getuid():
        os.chown(secret, owner, owner)
    settings = {
        "COMPOSE_FILE": "docker-compose.yml:docker-compose.production.yml",
        "MCP_UID": str(owner),
        "MCP_PORT": "18080",
        "OAUTH2_DEMO_PORT": "18081",
        "OAUTH2_DEMO_ISSUER": "https://auth.example.com",
        "OAUTH2_DEMO_MCP_RESOURCE_URL": "https://mcp.example.com/mcp",
        "OAUTH2_DEMO_CLIENT_ID": "tools",
        "OAUTH2_DEMO_CLIENT_SECRET_FILE": str(secret),
    }
    code, said = _check(stacks.running(Setting(owner, tuple(settings.items()))))
    assert code == 0, said
    assert "OAuth2 server at http://localhost:18081" in said
