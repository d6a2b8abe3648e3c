"""Set-ups that several folders of tests share, each started at its first use."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.support.protected import Protected, SetUp, protected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def set_up_named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[SetUp], Protected]]:
    """Give a running set-up. At the end its log must verify, and nothing it wrote may hold a token."""
    started: dict[SetUp, Protected] = {}
    with ExitStack() as stack:

        def start(name: SetUp) -> Protected:
            if name not in started:
                started[name] = stack.enter_context(protected(name, tmp_path_factory.mktemp(name)))
            return started[name]

        yield start
    for running in started.values():
        # Raises unless the exit status is 0: intact.
        running.cli("audit", "verify")
        written = running.written()
        assert [token[:6] for token in running.tokens_seen if token in written] == []
        assert "Traceback" not in written


@pytest.fixture(scope="session")
def separated(set_up_named: Callable[[SetUp], Protected]) -> Protected:
    """The OAuth2 web server and `mcp-docker serve`, with one database."""
    return set_up_named("separated")


@pytest.fixture(scope="session", params=["separated", "integrated"])
def endpoints(request: pytest.FixtureRequest, set_up_named: Callable[[SetUp], Protected]) -> Protected:
    """Both set-ups, one after the other."""
    return set_up_named(request.param)


def pytest_configure() -> None:
    """Let Ctrl-C reach the processes of tests: who starts the tests in the background ignores it, and so would they."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
