"""Drives a coroutine without a task for as long as it waits for nothing, or for what tells its driver at once.

A task, what it waits on and its rounds through the loop took a third of the time of a short request (measured). A
coroutine that waits for anything else goes on in a task from there, and does not notice. Before that it runs in none:
it must not ask for the current task, as `asyncio.timeout` and anyio's scopes do.
"""

from __future__ import annotations

import asyncio
import contextvars
import types
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Generator

Result = TypeVar("Result")


class PromptFuture(asyncio.Future[None]):
    """A future like any other to a task; its driver goes on when it is settled, not a round of the loop later."""

    _go_on: Callable[[], None] | None = None

    def tell(self, go_on: Callable[[], None]) -> None:
        """Tell a driver instead of a task."""
        self._asyncio_future_blocking = False
        self._go_on = go_on

    def settle(self, error: Exception | None = None) -> None:
        """End the waiting, with an error if there is one. Nothing happens when nobody waits any more."""
        if self.done():
            return
        if error is None:
            self.set_result(None)
        else:
            self.set_exception(error)
        if self._go_on is not None:
            self._go_on()


class Driver(Generic[Result]):
    """One coroutine under way, in a context of its own."""

    __slots__ = ("_context", "_coroutine", "_ended", "_tasks")

    def __init__(
        self,
        coroutine: Coroutine[Any, Any, Result],
        ended: Callable[[Result | BaseException], None],
        tasks: set[asyncio.Task[Any]],
    ) -> None:
        """Drive `coroutine`, beginning with the first `go_on`.

        Args:
            ended: Told what it returned or raised, unless it was in a task by then and cancelled.
            tasks: Holds the task if it needs one.
        """
        self._coroutine = coroutine
        self._ended = ended
        self._tasks = tasks
        self._context = contextvars.copy_context()

    def go_on(self) -> None:
        """Run to the next wait. Under a running event loop."""
        try:
            awaited = self._context.run(self._coroutine.send, None)
        except StopIteration as end:
            self._end(end.value)
        except Exception as error:
            self._end(error)
        else:
            if isinstance(awaited, PromptFuture):
                awaited.tell(self.go_on)
            else:
                self._hand_over(awaited)

    def _hand_over(self, awaited: object) -> None:
        rest = _finish(self._coroutine, awaited)
        task = asyncio.get_running_loop().create_task(rest, context=self._context)
        self._tasks.add(task)
        task.add_done_callback(self._task_ended)

    def _task_ended(self, task: asyncio.Task[Result]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            self._end(task.exception() or task.result())

    def _end(self, outcome: Result | BaseException) -> None:
        try:
            self._ended(outcome)
        except Exception as error:
            # Others go on in the same round, and must not be held up by this.
            context = {"message": "An outcome could not be told", "exception": error}
            asyncio.get_running_loop().call_exception_handler(context)


async def _finish(coroutine: Coroutine[Any, Any, Result], awaited: object) -> Result:
    return await _rest(coroutine, awaited)


@types.coroutine
def _rest(coroutine: Coroutine[Any, Any, Result], awaited: object) -> Generator[Any, Any, Result]:
    """What is left of a coroutine that has begun, and waits for `awaited` now."""
    while True:
        try:
            try:
                sent = yield awaited
            except BaseException as error:
                awaited = coroutine.throw(error)
            else:
                awaited = coroutine.send(sent)
        except StopIteration as end:
            result: Result = end.value
            return result
