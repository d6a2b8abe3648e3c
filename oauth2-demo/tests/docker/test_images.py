"""What is in the images: nothing private, nothing that only developers need, and layers that a change leaves alone."""

from __future__ import annotations

import json
import os
import shutil
import tarfile
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.support.stack import (
    CONTAINERS,
    NODE_SERVER,
    OAUTH2_SERVER,
    PYTHON_SERVER,
    copy_checkout,
    docker,
    run,
)

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.tests.support.stack import Stack

pytestmark = pytest.mark.docker

PLANTED = "planted-secret-4f1c"
PRIVATE_PLACES = (
    ".env",
    "client_secret",
    "oauth2-demo/keys/encryption.key",
    "oauth2-demo/logs/security_audit.log",
    "oauth2-demo/data/oauth2.db",
    "oauth2-demo/tests/keys/jwt_signing.json",
    "oauth2-demo/core/.env",
)


def _image_of(container: str) -> str:
    return docker("inspect", "--format", "{{.Image}}", container).strip()


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory, engine: None) -> list[str]:
    """What the builder is given of a checkout in use, with a secret in every place that may hold one."""
    del engine
    checkout = copy_checkout(tmp_path_factory.mktemp("context") / "checkout", os.getuid())
    for place in PRIVATE_PLACES:
        planted = checkout / place
        planted.parent.mkdir(parents=True, exist_ok=True)
        planted.write_text(PLANTED, encoding="utf-8")
    (checkout / "all.dockerfile").write_text("FROM scratch\nCOPY . /\n", encoding="utf-8")
    target = checkout.parent / "context"
    built = run(
        *("docker", "build", "--quiet", "--output", f"type=local,dest={target}", "--file", "all.dockerfile", "."),
        cwd=checkout,
        timeout_s=120,
    )
    assert built.returncode == 0, built.stderr
    return sorted(str(path.relative_to(target)) for path in target.rglob("*") if path.is_file())


def test_the_builder_is_given_no_key_no_log_no_data_and_no_environment_file(context: list[str]) -> None:
    assert "oauth2-demo/settings.py" in context
    assert [name for name in context if name in PRIVATE_PLACES] == []


def test_the_builder_is_given_no_tests_and_nothing_hidden(context: list[str]) -> None:
    assert [name for name in context if "tests/" in name or "/." in name or name.startswith(".")] == []


@pytest.mark.usefixtures("stack")
@pytest.mark.parametrize("container", CONTAINERS)
def test_no_line_of_the_history_and_no_variable_holds_a_secret(container: str) -> None:
    image = _image_of(container)
    history = docker("history", "--no-trunc", "--format", "{{.CreatedBy}}", image)
    environment = docker("inspect", "--format", "{{json .Config.Env}}", image)
    for word in ("secret", "password", "token", "_key="):
        assert word not in history.lower(), word
        assert word not in environment.lower(), word


@pytest.mark.usefixtures("stack")
def test_no_layer_holds_what_only_a_running_installation_may_have(tmp_path: Path) -> None:
    saved = tmp_path / "images.tar"
    # The context of the third image has a list of five files; this takes long enough without its base.
    docker("save", "--output", str(saved), _image_of(PYTHON_SERVER), _image_of(OAUTH2_SERVER), timeout_s=120)
    names = _names_in_layers(saved)
    assert "workspace/oauth2-demo/settings.py" in names
    assert [name for name in names if _is_private(name)] == []


def _names_in_layers(saved: Path) -> list[str]:
    """The files of this project in all layers, also those that a later layer hides."""
    names = []
    with tarfile.open(saved) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is None:
                continue
            try:
                with tarfile.open(fileobj=stream) as layer:
                    names += [file.name for file in layer if file.isfile()]
            except tarfile.ReadError:
                continue  # the manifest and the configurations of the images are JSON
    return [name for name in names if name.startswith(("workspace/", "tmp/", "root/", "home/"))]


def _is_private(name: str) -> bool:
    installation = name.endswith((".env", ".npmrc", ".key", ".db", "jwt_signing.json", ".log"))
    return installation or name.startswith("workspace/oauth2-demo/tests/") or "/.git/" in name


def test_the_images_hold_no_development_tools() -> None:
    for container in (PYTHON_SERVER, OAUTH2_SERVER):
        names = run("docker", "exec", container, "ls", "/opt/venv/bin").stdout.split()
        assert "mcp-docker" in names
        assert {"pytest", "mypy", "ruff", "hypothesis"}.isdisjoint(names)


@pytest.mark.usefixtures("stack")
def test_sources_and_packages_are_compiled() -> None:
    for folder in ("/workspace/oauth2-demo/oauth", "/opt/venv/lib/python3.13/site-packages/mcp"):
        compiled = run("docker", "exec", PYTHON_SERVER, "find", folder, "-name", "*.pyc").stdout.split()
        assert compiled, folder


@pytest.mark.usefixtures("stack")
def test_a_tool_server_starts_from_any_directory_without_a_network() -> None:
    confined = ("run", "--rm", "--network", "none", "--read-only", "--tmpfs", "/tmp", "--user", "12345:12345")
    program = "import oauth2_demo, mcp, sys; print(sys.prefix, oauth2_demo.__file__)"
    for folder in ("/", "/tmp", "/workspace", "/workspace/oauth2-demo/core"):
        said = docker(*confined, "--workdir", folder, _image_of(PYTHON_SERVER), "uv", "run", "python", "-c", program)
        assert said.strip() == "/opt/venv /workspace/oauth2-demo/__init__.py"


def test_a_change_of_source_leaves_the_layer_of_the_dependencies_alone(stack: Stack) -> None:
    before = json.loads(docker("inspect", "--format", "{{json .RootFS.Layers}}", _image_of(OAUTH2_SERVER)))
    checkout = stack.checkout.parent / "changed"
    shutil.copytree(stack.checkout, checkout, symlinks=True, ignore=shutil.ignore_patterns("keys", "logs", "data"))
    with (checkout / "oauth2-demo/settings.py").open("a", encoding="utf-8") as source:
        source.write("# changed\n")
    tag = "mcp-docker/changed"
    docker("build", "--quiet", "-t", tag, "-f", str(checkout / "oauth2-demo/config/Dockerfile"), str(checkout))
    after = json.loads(docker("inspect", "--format", "{{json .RootFS.Layers}}", tag))
    docker("rmi", tag)
    changed = [index for index, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    # The last layers: the link to the project, the project, and an empty one for the working directory.
    assert changed == [len(before) - 3, len(before) - 2]


@pytest.mark.usefixtures("stack")
def test_npx_hands_over_what_is_not_baked_in() -> None:
    # A version that is not in the image is a question for npm, not for the baked package.
    environment = ("--env", "MCP_REAL_NPX=echo")
    for asked in ("@upstash/context7-mcp@1.0.0", "cowsay", "--package=x y"):
        arguments = asked.split()
        said = docker("exec", *environment, NODE_SERVER, "npx", "-y", *arguments).strip()
        assert said == f"-y {asked}"
