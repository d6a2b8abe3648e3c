"""Coroutines that run without a task until they need one."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import pytest

from oauth2_demo.driving import Driver, PromptFuture

if TYPE_CHECKING:
    from collections.abc import Coroutine

pytestmark = pytest.mark.unit

NAME: ContextVar[str] = ContextVar("NAME", default="nobody")


class Drive:
    """A coroutine under way, what came of it, and the task that it needed."""

    def __init__(self) -> None:
        self.outcomes: list[object] = []
        self.tasks: set[asyncio.Task[Any]] = set()

    @classmethod
    async def begun(cls, coroutine: Coroutine[Any, Any, object]) -> Drive:
        """Begin as a server does, in a callback of the loop."""
        drive = cls()
        asyncio.get_running_loop().call_soon(Driver(coroutine, drive.outcomes.append, drive.tasks).go_on)
        await asyncio.sleep(0)
        return drive

    async def end(self) -> object:
        """Wait for the task, and give what came of it."""
        if self.tasks:
            await asyncio.wait(self.tasks)
        await asyncio.sleep(0)
        return self.outcomes[0] if self.outcomes else None


def test_what_waits_for_nothing_ends_at_once_and_in_no_task() -> None:
    async def work() -> object:
        return asyncio.current_task()

    async def main() -> None:
        drive = await Drive.begun(work())
        assert drive.outcomes == [None]
        assert not drive.tasks

    asyncio.run(main())


def test_what_waits_for_a_prompt_future_goes_on_when_that_is_settled_and_still_in_no_task() -> None:
    async def work(future: PromptFuture) -> str:
        await future
        return "on record"

    async def main() -> None:
        future = PromptFuture()
        drive = await Drive.begun(work(future))
        assert not drive.outcomes
        future.settle()
        # Not a round of the loop later.
        assert drive.outcomes == ["on record"]
        assert not drive.tasks

    asyncio.run(main())


def test_a_failure_that_a_prompt_future_brings_can_be_handled_or_is_told() -> None:
    async def work(future: PromptFuture) -> str:
        try:
            await future
        except OSError as error:
            raise LookupError from error
        return "not reached"

    async def main() -> None:
        future = PromptFuture()
        drive = await Drive.begun(work(future))
        future.settle(OSError())
        assert isinstance(drive.outcomes[0], LookupError)

    asyncio.run(main())


def test_a_settled_or_cancelled_future_stays_as_it_is() -> None:
    async def main() -> None:
        future, cancelled = PromptFuture(), PromptFuture()
        future.settle()
        future.settle(OSError())
        assert future.result() is None
        cancelled.cancel()
        cancelled.settle()
        assert cancelled.cancelled()

    asyncio.run(main())


def test_a_task_can_wait_for_a_prompt_future_too() -> None:
    async def work(future: PromptFuture) -> str:
        await future
        return "done"

    async def main() -> str:
        future = PromptFuture()
        task = asyncio.create_task(work(future))
        await asyncio.sleep(0)
        future.settle()
        return await task

    assert asyncio.run(main()) == "done"


def test_what_waits_for_anything_else_goes_on_in_a_task_and_notices_nothing() -> None:
    async def work() -> list[object]:
        seen: list[object] = [asyncio.current_task() is None]
        await asyncio.sleep(0)
        seen.append(asyncio.current_task() is not None)
        seen.append(await asyncio.to_thread(lambda: "from a thread"))
        try:
            await asyncio.wait_for(asyncio.get_running_loop().create_future(), 0.001)
        except TimeoutError:
            seen.append("time is up")
        return seen

    async def main() -> None:
        drive = await Drive.begun(work())
        assert len(drive.tasks) == 1
        assert await drive.end() == [True, True, "from a thread", "time is up"]
        assert not drive.tasks

    asyncio.run(main())


def test_a_failure_in_the_task_is_told() -> None:
    async def work() -> None:
        await asyncio.sleep(0)
        raise LookupError

    async def main() -> None:
        assert isinstance(await (await Drive.begun(work())).end(), LookupError)

    asyncio.run(main())


def test_a_cancelled_task_cleans_up_and_tells_nothing() -> None:
    cleaned: list[str] = []

    async def work() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            cleaned.append("up")

    async def main() -> None:
        drive = await Drive.begun(work())
        await asyncio.sleep(0)
        for task in drive.tasks:
            task.cancel()
        assert await drive.end() is None
        assert not drive.outcomes

    asyncio.run(main())
    assert cleaned == ["up"]


def test_each_has_a_context_of_its_own_also_in_its_task() -> None:
    async def work(name: str, future: PromptFuture) -> str:
        NAME.set(name)
        await future
        here = NAME.get()
        await asyncio.sleep(0)
        return here + NAME.get()

    async def main() -> None:
        futures = [PromptFuture(), PromptFuture()]
        drives = [await Drive.begun(work(name, future)) for name, future in zip("ab", futures, strict=True)]
        for future in futures:
            future.settle()
        assert [await drive.end() for drive in drives] == ["aa", "bb"]
        assert NAME.get() == "nobody"

    asyncio.run(main())


def test_an_outcome_that_cannot_be_told_holds_up_nobody() -> None:
    problems: list[dict[str, Any]] = []

    async def work() -> None:
        pass

    def refuse(outcome: object) -> None:
        raise LookupError(str(outcome))

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: problems.append(context))
        Driver(work(), refuse, set()).go_on()

    asyncio.run(main())
    assert [type(problem["exception"]) for problem in problems] == [LookupError]
