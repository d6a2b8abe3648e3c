"""Everything that the conformance suite is run against, and the table of what came out."""

from __future__ import annotations

import shlex
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from oauth2_demo.tests.conformance.suite import PACKAGE, REVISIONS, Result, Suite
from oauth2_demo.tests.http.http_harness import free_port, running_server
from oauth2_demo.tests.support.processes import clean_environment, server_process

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
EXAMPLE_SERVER = ROOT / "examples" / "conformance_server" / "server.py"
WEATHER = ROOT / "examples" / "custom_mcp_server.py"
# What needs nothing but the protocol, so that it can be asked of any server.
FIXTURE_FREE = (
    "server-initialize",
    "server-session-lifecycle",
    "ping",
    "tools-list",
    "resources-list",
    "prompts-list",
    "sep-2164-resource-not-found",
    "caching",
    "server-sse-multiple-streams",
    "dns-rebinding-protection",
    "http-header-validation",
)
SHIPPED = {"oauth2": "/oauth2/mcp", "security": "/security/mcp", "weather": "/weather/mcp", "joined": "/mcp"}
CLIENT_SCENARIOS = ("auth/client-credentials-basic", "auth/client-credentials-jwt")
AUTHORIZATION_SCENARIO = "authorization-server-metadata-endpoint"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    subject: str
    revision: str
    scenario: str
    standing: str
    result: Result

    @property
    def verdict(self) -> str:
        """The result in a word."""
        if self.result.failed:
            return "fail"
        return "pass" if self.result.own_passed else "nothing checked"


def example_rows(suite: Suite, home: Path) -> list[Row]:
    """Run every server scenario of both revisions against the example server."""
    port = free_port()
    command = [sys.executable, str(EXAMPLE_SERVER), str(port)]
    url = f"http://127.0.0.1:{port}/mcp"
    with server_process(command, home=home, env=clean_environment(), ready_url=url, name="example"):
        return [row for revision in REVISIONS for row in _scored(suite, "example", url, revision)]


def _scored(suite: Suite, subject: str, url: str, revision: str) -> list[Row]:
    unscored = suite.unscored(revision, "server")
    return [
        Row(subject, revision, name, unscored.get(name, "required"), result)
        for name, result in suite.server(url, revision).items()
    ]


@contextmanager
def open_servers(home: Path) -> Iterator[str]:
    """Serve what the product serves, without tokens; give its base URL."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, str(HERE / "open_servers.py"), str(port)]
    with running_server("separated", home) as oauth2:
        env = clean_environment(
            home=home,
            issuer=oauth2.issuer,
            mcp_resource_url=f"{base}/mcp",
            mcp_server_files=f"weather={WEATHER}",
        )
        with server_process(command, home=home, env=env, ready_url=f"{base}/health/ready", name="open"):
            yield base


def shipped_rows(suite: Suite, home: Path) -> list[Row]:
    """Run everything against every server of the product; only what needs no fixture can pass there."""
    with open_servers(home) as base, ThreadPoolExecutor(len(SHIPPED)) as pool:
        runs = [
            pool.submit(_scored, suite, subject, base + path, revision)
            for subject, path in SHIPPED.items()
            for revision in REVISIONS
        ]
        return [row for run in runs for row in run.result()]


def bridge_rows(suite: Suite, home: Path) -> list[Row]:
    """Run the client-credentials scenarios with the bridge as the client."""
    command = shlex.join([sys.executable, str(HERE / "bridge_driver.py")])
    env = clean_environment(home=home)
    return [
        Row("bridge", "extension", name, "extension", suite.client(command, name, env)[name])
        for name in CLIENT_SCENARIOS
    ]


def authorization_rows(suite: Suite, home: Path) -> list[Row]:
    """Run the metadata scenario against the OAuth2 server."""
    with running_server("separated", home) as server:
        results = suite.authorization(server.issuer, AUTHORIZATION_SCENARIO)
    (result,) = results.values()
    return [Row("oauth2-web-server", "extension", AUTHORIZATION_SCENARIO, "extension", result)]


def all_rows(suite: Suite, folder: Path) -> list[Row]:
    """Run everything; homes of the servers go below `folder`."""
    rows: list[Row] = []
    for name, run in (
        ("example", example_rows),
        ("shipped", shipped_rows),
        ("bridge", bridge_rows),
        ("authorization", authorization_rows),
    ):
        home = folder / f"home-{name}"
        home.mkdir()
        rows += run(suite, home)
    return rows


def table(version: str, rows: list[Row]) -> str:
    """Return `docs/CONFORMANCE.md`."""
    counts = [
        f"| example | {revision} | {_good(rows, revision)} of {_required(rows, revision)} required |"
        for revision in REVISIONS
    ]
    unmeant = blank_scenarios(rows)
    lines = [
        f"| {version} | {row.revision} | {row.subject} | {row.scenario} | {row.standing} | {row.verdict} "
        f"| {row.result.passed} | {len(row.result.failed)} | {'yes' if row.scenario in unmeant else ''} |"
        for row in rows
        if row.subject not in SHIPPED or row.scenario in FIXTURE_FREE
    ]
    return _PAGE.format(package=PACKAGE, version=version, counts="\n".join(counts), lines="\n".join(lines))


def blank_scenarios(rows: list[Row]) -> set[str]:
    """The scenarios that also pass on a server without their fixture, so that a pass alone says nothing."""
    return {
        row.scenario
        for row in rows
        if row.subject in SHIPPED and row.scenario not in FIXTURE_FREE and row.verdict == "pass"
    }


def _of_example(rows: list[Row], revision: str) -> list[Row]:
    return [row for row in rows if (row.subject, row.revision, row.standing) == ("example", revision, "required")]


def _good(rows: list[Row], revision: str) -> int:
    return sum(row.result.is_good for row in _of_example(rows, revision))


def _required(rows: list[Row], revision: str) -> int:
    return len(_of_example(rows, revision))


_PAGE = """\
# Conformance

What the official suite `{package}` {version} finds.
`uv run benchmarks/conformance_table.py` writes this page, and a test runs the same again and compares. It is a result
on the servers below, no certificate.

| server | revision | result |
| --- | --- | --- |
{counts}

- `example` is `examples/conformance_server/`: the suite's fixtures on this project's own server, guard seam and HTTP
  front. It is open, because the suite sends no token, and listens on loopback only.
- `oauth2`, `security`, `weather` and `joined` are the servers of the product, built as `mcp-docker serve` builds them
  but without a verifier. Only the scenarios that need no fixture are asked of them.
- `bridge` is `mcp-docker bridge` as the client, `oauth2-web-server` the authorization server.
- "pass" means that no check failed and that at least one check of the scenario's own subject succeeded.
- "blank" marks scenarios that also pass on a server without their fixtures, as the runs against the shipped servers
  show: what they ask for is tested once more in `tests/conformance/test_blank_scenarios.py`.
- Not scored by the suite are extensions (tasks), scenarios added after a release, and pending ones, which the suite's
  own fixture cannot pass yet. Tasks and skills are not offered here. `json-schema-2020-12` wants a tool whose schema is
  written by hand; here schemas come from annotations. `server-sse-polling` wants streams that can be resumed, which are
  not kept.

| suite | revision | server | scenario | standing | result | checks passed | checks failed | blank |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
{lines}
"""
