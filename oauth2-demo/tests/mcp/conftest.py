"""Sessions with real server processes."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.mcp.raw_session import ENTRIES, RawSession

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def open_session(tmp_path: Path) -> Iterator[Callable[..., RawSession]]:
    """Open sessions by the name of the entry; all end with the test."""
    with ExitStack() as stack:

        def open_named(name: str, **env: str) -> RawSession:
            return stack.enter_context(RawSession(ENTRIES[name], tmp_path, env))

        yield open_named


@pytest.fixture
def anyio_backend() -> str:
    """The backend that the servers use."""
    return "asyncio"
