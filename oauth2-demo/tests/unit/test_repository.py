"""Habits of the repository: what stands in two places is the same, and nothing private is in git."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from oauth2_demo.settings import PREFIX, Settings

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
PYTHON_IMAGES = ("docker/dockerfile", "oauth2-demo/config/Dockerfile")
SERVER_IMAGES = (*PYTHON_IMAGES, "docker/node/Dockerfile")
IMAGES = (*SERVER_IMAGES, "docker/state-owner.dockerfile")
SCRIPTS = (*sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("scripts/*.sh")), ".ci/run")
# Settings that the containers fix themselves: paths, and where to listen.
FIXED_IN_CONTAINERS = {"HOME", "KEYS_DIR", "AUDIT_LOG", "DATABASE_URL", "TOOL_POLICY", "HOST", "PORT"}
PYTHON_SERVER, NODE_SERVER = "mcp-python-server-docker", "mcp-node-server-docker"
ENTRIES = {
    "Python MCP Server (Docker exec)": (PYTHON_SERVER, "uv run /workspace/custom_mcp_server.py"),
    "OAuth2 MCP Tools": (PYTHON_SERVER, "uv run /workspace/oauth2-demo/core/oauth2_mcp_tools.py"),
    "Security MCP Tools": (PYTHON_SERVER, "uv run /workspace/oauth2-demo/security/secure_mcp_tools.py"),
    "Context7 MCP (Docker exec)": (NODE_SERVER, "npx -y @upstash/context7-mcp@latest"),
    "sequential-thinking (Docker exec)": (NODE_SERVER, "npx -y @modelcontextprotocol/server-sequential-thinking"),
}


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _compose(name: str = "docker-compose.yml") -> dict[str, dict[str, dict[str, object]]]:
    loaded: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(_text(name))
    return loaded


def _tracked() -> list[str]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listing.stdout.split("\0") if name]


def _documented_variables() -> set[str]:
    return set(re.findall(r"^#?([A-Z0-9_]+)=", _text(".env.example"), flags=re.MULTILINE))


def test_the_client_configuration_holds_the_documented_entries_and_no_secret() -> None:
    servers = json.loads(_text(".cursor/mcp.json"))["mcpServers"]
    expected = {
        name: {"command": "docker", "args": ["exec", "-i", container, *command.split()]}
        for name, (container, command) in ENTRIES.items()
    }
    assert servers == expected


def test_both_python_images_share_their_first_stages() -> None:
    stages = [
        re.search(r"^ARG PYTHON_IMAGE.*^(?=FROM \$)", _text(image), re.MULTILINE | re.DOTALL) for image in PYTHON_IMAGES
    ]
    first, second = (stage.group() if stage else None for stage in stages)
    assert first
    assert first == second


def test_the_root_dockerfile_is_the_one_of_the_main_server() -> None:
    assert (ROOT / "Dockerfile").resolve() == ROOT / "docker/dockerfile"


def test_uv_has_one_version_everywhere() -> None:
    pattern = r"UV_VERSION=([0-9.]+)"
    versions = {path: re.findall(pattern, _text(path)) for path in (*PYTHON_IMAGES, "scripts/lib.sh")}
    assert len({tuple(found) for found in versions.values()}) == 1, versions
    assert all(len(found) == 1 for found in versions.values()), versions


@pytest.mark.parametrize("image", IMAGES)
def test_an_image_downloads_from_package_registries_only(image: str) -> None:
    assert re.findall(r"curl|wget|\bADD\b|https?://(?!127\.0\.0\.1)|git clone|# syntax=", _text(image)) == []


@pytest.mark.parametrize("image", SERVER_IMAGES)
def test_the_last_stage_of_an_image_leaves_root(image: str) -> None:
    last_stage = re.split(r"^FROM ", _text(image), flags=re.MULTILINE)[-1]
    assert re.findall(r"^USER (.*)$", last_stage, flags=re.MULTILINE) == ["10001:10001"]


def test_node_packages_are_pinned_with_integrity_and_come_from_the_public_registry() -> None:
    wanted = json.loads(_text("docker/node/package.json"))["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values()), wanted
    packages = json.loads(_text("docker/node/package-lock.json"))["packages"]
    locked = {name: package for name, package in packages.items() if name}
    assert {f"node_modules/{name}" for name in wanted} <= set(locked)
    odd = [
        name
        for name, package in locked.items()
        if not package.get("resolved", "").startswith("https://registry.npmjs.org/") or not package.get("integrity")
    ]
    assert odd == []


def test_python_packages_come_from_the_public_registry() -> None:
    sources = set(re.findall(r"^source = (.*)$", _text("uv.lock"), flags=re.MULTILINE))
    assert sources == {'{ registry = "https://pypi.org/simple" }', '{ editable = "." }'}
    hosts = set(re.findall(r'url = "https://([^/"]+)', _text("uv.lock")))
    assert hosts == {"files.pythonhosted.org"}


def test_the_example_environment_names_every_setting_and_every_variable_of_compose() -> None:
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    compose = set(re.findall(r"\$\{([A-Z0-9_]+)", _text("docker-compose.yml")))
    assert _documented_variables() == settings | compose


def test_compose_hands_on_every_setting_that_the_containers_do_not_fix() -> None:
    handed_on = set(_compose()["x-settings"])
    assert handed_on == {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} - {
        f"{PREFIX}{name}" for name in FIXED_IN_CONTAINERS
    }


def test_every_service_is_hardened_and_limited() -> None:
    for name, service in _compose()["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["init"] is True, name
        assert {"pids_limit", "mem_limit", "tmpfs"} <= set(service), name
        assert "privileged" not in service, name
        assert "docker.sock" not in json.dumps(service), name


def test_only_the_service_that_owns_the_state_runs_as_root_and_it_reaches_no_network() -> None:
    services = _compose()["services"]
    assert [name for name, service in services.items() if "${MCP_UID" not in str(service["user"])] == ["state-owner"]
    assert services["state-owner"]["network_mode"] == "none"


def test_published_ports_are_bound_to_this_machine() -> None:
    ports = [port for service in _compose()["services"].values() for port in _list(service.get("ports"))]
    assert ports
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def _list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def test_production_demands_its_variables() -> None:
    demanded = set(re.findall(r"\$\{([A-Z0-9_]+):\?[^}]{20,}\}", _text("docker-compose.production.yml")))
    assert demanded == {
        "OAUTH2_DEMO_ISSUER",
        "OAUTH2_DEMO_MCP_RESOURCE_URL",
        "OAUTH2_DEMO_CLIENT_ID",
        "OAUTH2_DEMO_CLIENT_SECRET_FILE",
    }


@pytest.mark.parametrize("script", [name for name in SCRIPTS if name != "scripts/lib.sh"])
def test_a_script_can_be_run_and_stops_at_the_first_error(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert _text(script).startswith("#!/usr/bin/env bash\n")
    assert "\nset -euo pipefail\n" in _text(script)


def test_git_holds_no_key_no_log_and_no_data() -> None:
    private = re.compile(r"(^|/)(keys|logs|data)/(?!\.gitkeep$)|(^|/)\.env$|\.(key|pem|db)$|security_audit\.log")
    held = [name for name in _tracked() if private.search(name) and "/tests/vectors/" not in name]
    assert held == []


def test_no_source_file_has_conflict_marks_or_is_too_long_to_read() -> None:
    for name in _tracked():
        if name.endswith((".py", ".sh", ".yml", ".md")) and (ROOT / name).is_file():
            text = _text(name)
            assert not re.search(r"^(<{7}|>{7}) ", text, re.MULTILINE), name
            assert text.count("\n") <= 600 or name.endswith(".md"), f"{name} is several rooms in one"
