"""A circuit breaker for calls out, on the library `circuitbreaker`.

Five failures in a row open it: for a minute nobody is asked, and whoever would ask is told so at once. Then one call is
let through (half-open). If that is answered, the breaker closes; if it fails too, it is open for another minute.

The library counts, and measures with a clock that nobody sets. What it lacks is here: it lets every call through while
it is half-open, takes a cancelled call for a good one, and keeps the last exception with the frames that hold tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from circuitbreaker import STATE_HALF_OPEN
from circuitbreaker import CircuitBreaker as _Counter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

FAILURES: Final = 5
OPEN_S: Final = 60
_AnswerT = TypeVar("_AnswerT")


class CircuitOpenError(Exception):
    """Nobody was asked. `wait_s` is the number of whole seconds until it is worth another try."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"not asked again for {wait_s} s after repeated failures")
        self.wait_s = wait_s


class _FailedError(Exception):
    """What the library is told in place of the error."""


class CircuitBreaker:
    """Stands in front of one server that is asked for things. For one event loop."""

    def __init__(self, *failures: type[Exception]) -> None:
        """Count `failures`. Any other error says nothing about the server and is not counted."""
        self._failures = failures
        self._counter = _Counter(FAILURES, OPEN_S, expected_exception=_FailedError)
        self._is_trying = False

    async def call(self, ask: Callable[[], Awaitable[_AnswerT]]) -> _AnswerT:
        """Return what `ask` gives.

        Raises:
            CircuitOpenError: It was not called.
        """
        if self._counter.opened or self._is_trying:
            raise CircuitOpenError(max(1, self._counter.open_remaining))
        is_trial = self._is_trying = self._counter.state == STATE_HALF_OPEN
        try:
            answer = await ask()
        except self._failures:
            self._count_failure()
            raise
        finally:
            if is_trial:
                self._is_trying = False
        self._counter.reset()
        return answer

    def _count_failure(self) -> None:
        # Not raised, because then the real error would hang on it as its context.
        self._counter.__exit__(_FailedError, _FailedError(), None)
