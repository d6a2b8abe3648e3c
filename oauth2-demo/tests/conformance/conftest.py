"""Node.js for foreign clients and the suite. Without it the tests are skipped, unless CI demands them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.conformance.runs import all_rows
from oauth2_demo.tests.conformance.suite import Suite
from oauth2_demo.tests.support.node import NodeTools, NodeUnavailableError, node_tools

if TYPE_CHECKING:
    from oauth2_demo.tests.conformance.runs import Row


@pytest.fixture(scope="session")
def node() -> NodeTools:
    """Node.js with the locked packages."""
    try:
        return node_tools()
    except NodeUnavailableError as error:
        if os.environ.get("REQUIRE_DOCKER") == "1" or os.environ.get("CI") == "true":
            pytest.fail(f"these tests are demanded, but: {error}")
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def suite(node: NodeTools, tmp_path_factory: pytest.TempPathFactory) -> Suite:
    """The official conformance suite."""
    return Suite(node, tmp_path_factory.mktemp("results"))


@pytest.fixture(scope="session")
def rows(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Everything that the suite found, in one round of runs."""
    return all_rows(suite, tmp_path_factory.mktemp("homes"))
