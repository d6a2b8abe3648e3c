"""The official conformance suite, run against what this project is made of (CHECKLIST part A)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.conformance.runs import CLIENT_SCENARIOS, FIXTURE_FREE, SHIPPED, blank_scenarios, table
from oauth2_demo.tests.conformance.suite import REVISIONS

if TYPE_CHECKING:
    from oauth2_demo.tests.conformance.runs import Row
    from oauth2_demo.tests.conformance.suite import Suite

pytestmark = pytest.mark.integration

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[2] / "docs" / "CONFORMANCE.md"
REQUIRED = {"2025-11-25": 30, "2026-07-28": 37}


def of(rows: list[Row], subject: str, revision: str) -> dict[str, Row]:
    return {row.scenario: row for row in rows if (row.subject, row.revision) == (subject, revision)}


@pytest.mark.parametrize("revision", REVISIONS)
def test_the_example_server_passes_every_required_scenario_and_none_is_empty(
    suite: Suite, rows: list[Row], revision: str
) -> None:
    found, required = of(rows, "example", revision), suite.required(revision, "server")
    assert len(required) == REQUIRED[revision]
    assert sorted(set(required) - set(found)) == [], "scenarios without a result"
    assert {name: found[name].result.failed for name in required if not found[name].result.is_good} == {}


def test_header_validation_passes_all_fourteen_checks(rows: list[Row]) -> None:
    result = of(rows, "example", "2026-07-28")["http-header-validation"].result
    assert (result.passed, result.failed) == (14, ())


def test_custom_headers_are_validated_though_the_suite_does_not_score_it(rows: list[Row]) -> None:
    assert of(rows, "example", "2026-07-28")["http-custom-header-server-validation"].result.is_good


@pytest.mark.parametrize("revision", REVISIONS)
@pytest.mark.parametrize("subject", list(SHIPPED))
def test_a_shipped_server_passes_what_needs_no_fixture(
    suite: Suite, rows: list[Row], subject: str, revision: str
) -> None:
    known = {*suite.required(revision, "server"), *suite.unscored(revision, "server")}
    wanted = [name for name in FIXTURE_FREE if name in known]
    assert len(wanted) == 8
    found = of(rows, subject, revision)
    assert {name: found[name].result for name in wanted if not found[name].result.is_good} == {}


def test_only_the_known_scenarios_pass_without_the_behaviour_they_are_about(rows: list[Row]) -> None:
    assert blank_scenarios(rows) == {
        "input-required-result-unsupported-methods",
        "input-required-result-validate-input",
    }


@pytest.mark.parametrize("scenario", CLIENT_SCENARIOS)
def test_the_bridge_passes_the_client_credentials_scenario(rows: list[Row], scenario: str) -> None:
    result = of(rows, "bridge", "extension")[scenario].result
    assert (result.passed, result.failed) == (10, ())


def test_the_oauth2_server_passes_the_metadata_scenario(rows: list[Row]) -> None:
    (row,) = of(rows, "oauth2-web-server", "extension").values()
    assert row.result.is_good, row.result


def test_the_published_table_is_what_the_suite_finds(suite: Suite, rows: list[Row]) -> None:
    assert PAGE.read_text(encoding="utf-8") == table(suite.version, rows), "run: benchmarks/conformance_table.py"


def test_the_lock_file_pins_every_package_by_digest_and_names_no_other_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages["node_modules/@modelcontextprotocol/conformance"]["version"] == "0.2.0-alpha.12"
    assert [name for name, entry in packages.items() if not entry["integrity"].startswith("sha512-")] == []
    hosts = [entry.get("resolved", "https://registry.npmjs.org/") for entry in packages.values()]
    assert [host for host in hosts if not host.startswith("https://registry.npmjs.org/")] == []
