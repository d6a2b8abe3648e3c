"""Runs the conformance suite against everything and writes `docs/CONFORMANCE.md`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from oauth2_demo.tests.conformance.runs import all_rows, table
from oauth2_demo.tests.conformance.suite import Suite
from oauth2_demo.tests.support.node import node_tools

PAGE = Path(__file__).resolve().parents[1] / "docs" / "CONFORMANCE.md"


def main() -> None:
    """Run and write."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results"
        results.mkdir()
        suite = Suite(node_tools(), results)
        PAGE.write_text(table(suite.version, all_rows(suite, Path(folder))), encoding="utf-8")
    print(f"wrote {PAGE}")


if __name__ == "__main__":
    main()
