"""The real containers for tests: a copy of the checkout, owned by whom a test wants, brought up with Compose."""

from __future__ import annotations

import grp
import json
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[3]
PROJECT = "mcp-docker-tests"
PYTHON_SERVER = "mcp-python-server-docker"
OAUTH2_SERVER = "mcp-oauth2-web-server"
NODE_SERVER = "mcp-node-server-docker"
STATE_OWNER = "mcp-state-owner"
CONTAINERS = (PYTHON_SERVER, OAUTH2_SERVER, NODE_SERVER)
URL = "http://localhost:8081"
STATE_FOLDERS = ("keys", "logs", "data")
# Not part of what somebody clones, or made by the machine that uses it.
_LEFT_OUT = {".git", ".venv", ".tools", ".env", "node_modules", "dist", "build", ".hypothesis", ".schemathesis"}


def run(
    *command: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    user: int | None = None,
    timeout_s: float = 60,
    stdin: str | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it said. With `user`, as that user, who may use Docker."""
    as_user: dict[str, object] = {}
    if user is not None and user != os.getuid():
        as_user = {"user": user, "group": user, "extra_groups": _docker_groups()}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        command,
        cwd=cwd,
        env=dict(os.environ) | dict(env or {}),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
        **as_user,
    )


def _docker_groups() -> list[int]:
    try:
        return [grp.getgrnam("docker").gr_gid]
    except KeyError:
        return []


def docker(*arguments: str, timeout_s: float = 60, stdin: str | None = None) -> str:
    """Run a docker command that must succeed and return its standard output."""
    done = run("docker", *arguments, timeout_s=timeout_s, stdin=stdin)
    assert done.returncode == 0, f"docker {' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def inside(container: str, *command: str) -> str:
    """Run a command in a container, as the documents do, and return its standard output."""
    return docker("exec", "-i", container, *command)


def inspect(container: str) -> dict[str, dict[str, object]]:
    """Return what the engine knows about a container."""
    (found,) = json.loads(docker("inspect", container))
    known: dict[str, dict[str, object]] = found
    return known


def engine_answers() -> bool:
    """Whether there is a Docker engine with Compose that these tests may use."""
    try:
        return all(run("docker", *command).returncode == 0 for command in (["info"], ["compose", "version"]))
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False


def copy_checkout(target: Path, owner: int) -> Path:
    """Copy what somebody would clone under umask 077, with uncommitted changes, and give it to `owner`."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        state = Path(folder).name in STATE_FOLDERS and Path(folder).parent.name in {"oauth2-demo", "tests"}
        return {
            name
            for name in names
            if name in _LEFT_OUT or name.endswith(("_cache", "__pycache__", ".egg-info")) or (state and name[0] != ".")
        }

    shutil.copytree(ROOT, target, symlinks=True, ignore=left_out)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o077)
        if owner != os.getuid():
            os.chown(path, owner, owner, follow_symlinks=False)
    return target


def ordinary_user() -> int:
    """Return the uid to act as: our own, or for root one that no account of this machine has."""
    if os.getuid() != 0:
        return os.getuid()
    taken = {account.pw_uid for account in pwd.getpwall()}
    return next(uid for uid in range(12345, 13000) if uid not in taken)


@dataclass(frozen=True)
class Setting:
    """Who owns the checkout and brings the stack up, and what stands in their `.env`."""

    owner: int
    variables: tuple[tuple[str, str], ...] = ()


@dataclass
class Stack:
    """A copy of the checkout with its containers."""

    checkout: Path
    setting: Setting
    env: Mapping[str, str] = field(default_factory=dict)

    def compose(self, *arguments: str, timeout_s: float = 60) -> subprocess.CompletedProcess[str]:
        """Run `docker compose` in the checkout as its owner."""
        return self.run("docker", "compose", *arguments, timeout_s=timeout_s)

    def run(self, *command: str, timeout_s: float = 60) -> subprocess.CompletedProcess[str]:
        """Run a command in the checkout as its owner."""
        return run(*command, cwd=self.checkout, env=self.env, user=self.setting.owner, timeout_s=timeout_s)

    def up(self) -> None:
        """Bring everything up as the README says, and fail with what the containers said."""
        done = self.compose("up", "-d", "--build", "--wait", timeout_s=600)
        if done.returncode != 0:
            logs = self.compose("logs", "--tail", "30")
            raise AssertionError(f"{done.stdout}\n{done.stderr}\n{logs.stdout}")

    def down(self) -> None:
        """Take everything down."""
        self.compose("down", "--remove-orphans", "--timeout", "5", timeout_s=120)

    @property
    def log(self) -> Path:
        """The audit log, where the documents say it is."""
        return self.checkout / "oauth2-demo/logs/security_audit.log"


class Stacks:
    """At most one stack at a time, because the names of the containers are fixed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Setting, Stack] = {}
        self._running: Stack | None = None

    def running(self, setting: Setting) -> Stack:
        """Return the stack with this setting, up and healthy."""
        if self._running is None or self._running.setting != setting:
            self.stop()
            refuse_foreign_containers()
            self._running = stack = self._known.get(setting) or self._prepare(setting)
            stack.up()
        return self._running

    def stop(self) -> None:
        """Free the names and ports."""
        if self._running is not None:
            self._running.down()
            self._running = None

    def clean_up(self) -> None:
        """Stop, and give back what the containers own, so that the folder can be removed."""
        self.stop()
        for stack in self._known.values():
            stack.compose("run", "--rm", "--no-deps", "state-owner", "owner")
            # That made the networks again.
            stack.down()

    def _prepare(self, setting: Setting) -> Stack:
        home = self._folder / f"home-{len(self._known)}"
        home.mkdir()
        if setting.owner != os.getuid():
            os.chown(home, setting.owner, setting.owner)
        checkout = copy_checkout(self._folder / f"checkout-{len(self._known)}", setting.owner)
        if setting.variables:
            lines = [f"{name}={value}\n" for name, value in setting.variables]
            (checkout / ".env").write_text("".join(lines), encoding="utf-8")
        stack = Stack(checkout, setting, {"HOME": str(home), "COMPOSE_PROJECT_NAME": PROJECT})
        self._known[setting] = stack
        return stack


def refuse_foreign_containers() -> None:
    """Remove containers that an earlier test run left, and leave a developer's own alone."""
    for container in (*CONTAINERS, STATE_OWNER):
        found = run("docker", "inspect", "--format", '{{index .Config.Labels "com.docker.compose.project"}}', container)
        if found.returncode != 0:
            continue
        assert found.stdout.strip() == PROJECT, (
            f"the container {container} is in use outside the tests: stop it first (docker compose down)"
        )
        docker("rm", "--force", container)
