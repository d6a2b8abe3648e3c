"""What an ordinary user sees after `docker compose up -d --build --wait`."""

from __future__ import annotations

import json

import pytest

from oauth2_demo.tests.support.stack import CONTAINERS, Stack, docker, run

pytestmark = pytest.mark.docker


def test_all_three_services_are_healthy(stack: Stack) -> None:
    listed = stack.compose("ps", "--format", "{{.Service}} {{.Name}} {{.Health}}").stdout.split("\n")
    assert sorted(filter(None, listed)) == [
        "mcp-node-server mcp-node-server-docker healthy",
        "mcp-server mcp-python-server-docker healthy",
        "oauth2-web-server mcp-oauth2-web-server healthy",
    ]


def test_a_second_up_changes_nothing(stack: Stack) -> None:
    before = docker("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", *CONTAINERS)
    assert stack.compose("up", "-d", "--wait", timeout_s=120).returncode == 0
    assert docker("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", *CONTAINERS) == before


@pytest.mark.parametrize("service", ["mcp-server", "oauth2-web-server", "mcp-node-server", "state-owner"])
def test_the_log_of_a_service_says_something(stack: Stack, service: str) -> None:
    assert stack.compose("logs", "--no-log-prefix", service).stdout.strip()


def test_the_two_servers_are_published_and_only_on_this_machine(stack: Stack) -> None:
    del stack
    bound = {
        name: json.loads(docker("inspect", "--format", "{{json .NetworkSettings.Ports}}", name)) for name in CONTAINERS
    }
    published = {
        (name, binding["HostIp"], binding["HostPort"])
        for name, ports in bound.items()
        for bindings in (ports or {}).values()
        for binding in bindings or []
    }
    assert published == {
        ("mcp-oauth2-web-server", "127.0.0.1", "8081"),
        ("mcp-python-server-docker", "127.0.0.1", "8080"),
    }


def test_running_as_root_is_refused_with_advice(stack: Stack) -> None:
    done = run(
        *("docker", "compose", "run", "--rm", "--no-deps", "state-owner", "0"), cwd=stack.checkout, env=stack.env
    )
    assert done.returncode == 1
    assert "MCP_UID must not be 0" in done.stdout + done.stderr


def test_production_says_which_variable_is_missing(stack: Stack) -> None:
    done = stack.compose("-f", "docker-compose.yml", "-f", "docker-compose.production.yml", "config")
    assert done.returncode != 0
    assert "OAUTH2_DEMO_" in done.stderr
    assert "set it to" in done.stderr


def test_production_gives_the_secret_as_a_file_and_in_no_environment(stack: Stack) -> None:
    secret = stack.checkout / "client_secret"
    secret.write_text("a-secret-of-production", encoding="utf-8")
    done = run(
        *("docker", "compose", "-f", "docker-compose.yml", "-f", "docker-compose.production.yml"),
        *("config", "--format", "json"),
        cwd=stack.checkout,
        env={
            **stack.env,
            "OAUTH2_DEMO_ISSUER": "https://oauth2.example.com",
            "OAUTH2_DEMO_MCP_RESOURCE_URL": "https://mcp.example.com/mcp",
            "OAUTH2_DEMO_CLIENT_ID": "tools",
            "OAUTH2_DEMO_CLIENT_SECRET_FILE": str(secret),
        },
    )
    assert done.returncode == 0, done.stderr
    assert "a-secret-of-production" not in done.stdout
    services = json.loads(done.stdout)["services"]
    for name in ("mcp-server", "oauth2-web-server"):
        assert services[name]["environment"]["OAUTH2_DEMO_ENVIRONMENT"] == "production"
        assert services[name]["environment"]["OAUTH2_DEMO_CLIENT_SECRET_FILE"] == "/run/secrets/client_secret"
        assert [mount["source"] for mount in services[name]["secrets"]] == ["client_secret"]
