"""Runs the official conformance suite and reads what it wrote: one folder with `checks.json` for each scenario."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Literal

import yaml

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping

    from oauth2_demo.tests.support.node import NodeTools

PACKAGE = "@modelcontextprotocol/conformance"
REVISIONS = ("2025-11-25", "2026-07-28")
Kind = Literal["server", "client"]
# `server-tools-list-2026-11-21T05-33-49-603Z`; a slash in the name of a scenario becomes a folder.
_FOLDER = re.compile(r"(?:server-|authorization-)?(?P<name>.+)-\d{4}-\d\d-\d\dT[\d-]+Z")
# Made for every scenario, whatever it is about: by itself it says nothing of the behaviour.
_GENERAL_CHECKS = frozenset({"wire-schema-valid"})


@dataclass(frozen=True)
class Result:
    """What the suite found in one scenario."""

    scenario: str
    passed: int
    failed: tuple[str, ...]
    own_passed: int

    @property
    def is_good(self) -> bool:
        """Whether nothing failed, and something about the scenario's own subject was seen to be right."""
        return not self.failed and self.own_passed > 0


@dataclass(frozen=True)
class Suite:
    """The installed suite; results go below `folder`."""

    tools: NodeTools
    folder: Path

    @property
    def version(self) -> str:
        """The version of the suite."""
        manifest = self.tools.folder / "node_modules" / PACKAGE / "package.json"
        return str(json.loads(manifest.read_text(encoding="utf-8"))["version"])

    def required(self, revision: str, kind: Kind) -> list[str]:
        """Return the scenarios that a revision demands, by the suite's own frozen list."""
        return [str(name) for name in self._requirements(revision)[kind]]

    def unscored(self, revision: str, kind: Kind) -> dict[str, str]:
        """Return the scenarios that are run but not scored, with the reason."""
        listed = self._requirements(revision)["not_scored"]
        return {str(entry["scenario"]): str(entry["reason"]) for entry in listed if entry["leg"] == kind}

    def server(self, url: str, revision: str) -> dict[str, Result]:
        """Run all scenarios of a revision against an open endpoint."""
        return self._run("server", "--url", url, "--requirements", revision)

    def client(self, command: str, scenario: str, env: Mapping[str, str]) -> dict[str, Result]:
        """Run a client scenario: the suite serves, and starts `command` with its URL as last argument."""
        return self._run("client", "--command", command, "--scenario", scenario, env=env)

    def authorization(self, issuer: str, scenario: str) -> dict[str, Result]:
        """Run a scenario against an authorization server."""
        return self._run("authorization", "--url", issuer, "--scenario", scenario)

    def _requirements(self, revision: str) -> dict[str, list[dict[str, str]]]:
        path = self.tools.folder / "node_modules" / PACKAGE / "requirements" / f"{revision}.yaml"
        document: dict[str, list[dict[str, str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return document

    def _run(self, *arguments: str, env: Mapping[str, str] | None = None) -> dict[str, Result]:
        output = Path(mkdtemp(dir=self.folder))
        command = [*self.tools.command(PACKAGE, "dist/index.js"), *arguments, "-o", str(output)]
        done = self.tools.run(*command, env=env)
        found = [_result(path, output) for path in sorted(output.rglob("checks.json"))]
        results = {result.scenario: result for result in found}
        if not results:
            raise AssertionError(f"the suite found nothing to say:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        return _explained(results, done)


def _result(path: Path, output: Path) -> Result:
    checks = json.loads(path.read_text(encoding="utf-8"))
    match = _FOLDER.fullmatch(path.parent.relative_to(output).as_posix())
    if match is None:
        raise AssertionError(f"{path} is not where the suite writes results")
    passed = [check for check in checks if check["status"] == "SUCCESS"]
    failed = [f"{check['name']}: {check.get('errorMessage', '')}" for check in checks if check["status"] == "FAILURE"]
    own = [check for check in passed if check["id"] not in _GENERAL_CHECKS]
    return Result(match["name"], len(passed), tuple(failed), len(own))


def _explained(results: dict[str, Result], done: subprocess.CompletedProcess[str]) -> dict[str, Result]:
    """A run that broke off must not look like a short one."""
    if done.returncode not in {0, 1}:
        raise AssertionError(f"the suite broke off with {done.returncode}:\n{done.stderr[-2000:]}")
    return results
