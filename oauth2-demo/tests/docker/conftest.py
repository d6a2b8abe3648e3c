"""Fixtures of the container tests. Without a Docker engine they are skipped; REQUIRE_DOCKER=1 makes that a failure."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.support.stack import Setting, Stack, Stacks, engine_answers, ordinary_user

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def engine() -> None:
    """A Docker engine with Compose."""
    if engine_answers():
        return
    if os.environ.get("REQUIRE_DOCKER") == "1":
        pytest.fail("no Docker engine with Compose answers, and REQUIRE_DOCKER=1 demands one")
    pytest.skip("no Docker engine with Compose answers")


@pytest.fixture(scope="session")
def stacks(engine: None) -> Iterator[Stacks]:
    """Stacks of any setting, one at a time."""
    del engine  # only asked for, so that its absence is told first
    # Not below pytest's own folder, which is closed to the other users who own checkouts here.
    folder = Path(tempfile.mkdtemp(prefix="mcp-docker-tests-"))
    folder.chmod(0o755)
    manager = Stacks(folder)
    yield manager
    manager.clean_up()
    shutil.rmtree(folder)


@pytest.fixture
def stack(stacks: Stacks) -> Stack:
    """The stack as an ordinary user has it after the commands of the README."""
    return stacks.running(Setting(ordinary_user()))
