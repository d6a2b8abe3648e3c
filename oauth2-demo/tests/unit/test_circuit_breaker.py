"""Five failures in a row open the breaker for a minute; then one call decides."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.resilience.circuit_breaker import FAILURES, OPEN_S, CircuitBreaker, CircuitOpenError

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


class Clock:
    """The library's clock, moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Server:
    """Answers, or fails with what a test wants; counts how often it was asked."""

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.asked = 0

    async def __call__(self) -> str:
        self.asked += 1
        if self.error is not None:
            raise self.error
        return "answer"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("circuitbreaker.monotonic", clock)
    return clock


@pytest.fixture
def breaker(clock: Clock) -> CircuitBreaker:
    del clock
    return CircuitBreaker(ConnectionError)


async def fail(breaker: CircuitBreaker, server: Server, times: int) -> None:
    """Let `times` calls reach the server and fail."""
    server.error = ConnectionError("refused")
    for _ in range(times):
        with pytest.raises(ConnectionError):
            await breaker.call(server)


async def test_the_fifth_failure_in_a_row_opens_it(breaker: CircuitBreaker) -> None:
    server = Server()
    await fail(breaker, server, FAILURES)
    with pytest.raises(CircuitOpenError) as caught:
        await breaker.call(server)
    assert (server.asked, caught.value.wait_s) == (5, 60)


async def test_an_answer_in_between_begins_the_count_anew(breaker: CircuitBreaker) -> None:
    server = Server()
    await fail(breaker, server, FAILURES - 1)
    server.error = None
    assert await breaker.call(server) == "answer"
    await fail(breaker, server, FAILURES - 1)
    server.error = None
    assert await breaker.call(server) == "answer"


async def test_after_a_minute_one_answer_closes_it(breaker: CircuitBreaker, clock: Clock) -> None:
    server = Server()
    await fail(breaker, server, FAILURES)
    clock.now += OPEN_S - 0.5
    with pytest.raises(CircuitOpenError) as caught:
        await breaker.call(server)
    assert caught.value.wait_s == 1
    clock.now += 0.5
    server.error = None
    assert await breaker.call(server) == "answer"
    await fail(breaker, server, FAILURES - 1)


async def test_after_a_minute_one_failure_opens_it_for_another(breaker: CircuitBreaker, clock: Clock) -> None:
    server = Server()
    await fail(breaker, server, FAILURES)
    clock.now += OPEN_S
    await fail(breaker, server, 1)
    with pytest.raises(CircuitOpenError) as caught:
        await breaker.call(server)
    assert (server.asked, caught.value.wait_s) == (FAILURES + 1, OPEN_S)


async def test_while_one_call_tries_the_others_are_told_to_wait(breaker: CircuitBreaker, clock: Clock) -> None:
    server = Server()
    await fail(breaker, server, FAILURES)
    clock.now += OPEN_S
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow() -> str:
        asked.set()
        await answered.wait()
        return "late"

    trial = asyncio.create_task(breaker.call(slow))
    await asked.wait()
    server.error = None
    with pytest.raises(CircuitOpenError) as caught:
        await breaker.call(server)
    assert caught.value.wait_s == 1
    answered.set()
    assert await trial == "late"
    assert await breaker.call(server) == "answer"


async def test_a_call_from_before_does_not_end_the_trial_of_another(breaker: CircuitBreaker, clock: Clock) -> None:
    started, ended = asyncio.Event(), asyncio.Event()

    async def older() -> str:
        started.set()
        await ended.wait()
        raise ValueError("ours")

    old = asyncio.create_task(breaker.call(older))
    await started.wait()
    server = Server()
    await fail(breaker, server, FAILURES)
    clock.now += OPEN_S
    asked, answered = asyncio.Event(), asyncio.Event()

    async def trying() -> str:
        asked.set()
        await answered.wait()
        return "late"

    trial = asyncio.create_task(breaker.call(trying))
    await asked.wait()
    ended.set()
    with pytest.raises(ValueError, match="ours"):
        await old
    with pytest.raises(CircuitOpenError):
        await breaker.call(server)
    answered.set()
    assert await trial == "late"


@pytest.mark.parametrize("error", [lambda: asyncio.CancelledError(), lambda: ValueError("ours")])
async def test_what_says_nothing_about_the_server_neither_opens_nor_closes_it(
    breaker: CircuitBreaker, clock: Clock, error: Callable[[], BaseException]
) -> None:
    server = Server()
    server.error = error()
    for _ in range(2 * FAILURES):
        with pytest.raises(type(server.error)):
            await breaker.call(server)
    await fail(breaker, server, FAILURES)
    clock.now += OPEN_S
    server.error = error()
    with pytest.raises(type(server.error)):
        await breaker.call(server)
    await fail(breaker, server, 1)
    with pytest.raises(CircuitOpenError):
        await breaker.call(server)


async def test_no_error_with_its_frames_is_kept(breaker: CircuitBreaker) -> None:
    await fail(breaker, Server(), 1)
    kept = breaker._counter.last_failure
    assert not isinstance(kept, ConnectionError)
    assert kept.__context__ is None
