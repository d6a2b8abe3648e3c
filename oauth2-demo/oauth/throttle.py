"""Slows the guessing of client secrets: RFC 6749, section 2.3.1.

Two counters. One for each client and address: after ten failures in a row that address waits, twice as long after
each further failure. One for each client over all addresses: with thirty failures behind it, a client takes one guess
a minute from addresses that it never authenticated from. Addresses that it did authenticate from are not held up by
strangers, so that a guesser cannot lock a working client out.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from oauth2_demo.oauth.errors import Reason, ThrottledError

if TYPE_CHECKING:
    from collections.abc import Callable

FREE_FAILURES = 10
FIRST_DELAY_S = 1.0
MAX_DELAY_S = 3600.0
CLIENT_BURST = 30
CLIENT_REFILL_S = 60.0
_MAX_ENTRIES = 10_000

Value = TypeVar("Value")


class _Recent(OrderedDict[str, Value], Generic[Value]):
    """A mapping that forgets what was set longest ago, so that strangers cannot fill the memory."""

    def put(self, key: str, value: Value) -> None:
        self[key] = value
        self.move_to_end(key)
        if len(self) > _MAX_ENTRIES:
            self.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Streak:
    failures: int
    blocked_until: float


@dataclass(frozen=True, slots=True)
class _Budget:
    guesses: float
    updated_at: float

    def at(self, now: float) -> float:
        return min(CLIENT_BURST, self.guesses + (now - self.updated_at) / CLIENT_REFILL_S)


class GuessThrottle:
    """Counts failures. One for registered clients, another for ids that nobody has: strangers evict only strangers."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Count with a clock in seconds that never goes back."""
        self._monotonic = monotonic
        self._streaks: _Recent[_Streak] = _Recent()
        self._budgets: _Recent[_Budget] = _Recent()
        self._trusted: _Recent[bool] = _Recent()

    def check(self, client_id: str, address: str) -> None:
        """Let an attempt pass, before the secret is looked at: a right guess must not shine through a refusal.

        Raises:
            ThrottledError: With the time to wait.
        """
        if not self._streaks and not self._budgets:
            return
        now = self._monotonic()
        streak = self._streaks.get(_key(client_id, address))
        wait_s = streak.blocked_until - now if streak else 0.0
        budget = self._budgets.get(client_id)
        if budget and budget.at(now) < 1 and _key(client_id, address) not in self._trusted:
            wait_s = max(wait_s, (1 - budget.at(now)) * CLIENT_REFILL_S)
        if wait_s > 0:
            raise ThrottledError(Reason.THROTTLED, math.ceil(wait_s))

    def failed(self, client_id: str, address: str) -> None:
        """Count a wrong secret."""
        now = self._monotonic()
        key = _key(client_id, address)
        streak = self._streaks.get(key)
        failures = streak.failures + 1 if streak else 1
        excess = failures - FREE_FAILURES
        # 2**12 s is more than the longest delay; the exponent stays small however long the guessing goes on.
        delay_s = min(FIRST_DELAY_S * 2 ** min(excess, 12), MAX_DELAY_S) if excess >= 0 else 0.0
        self._streaks.put(key, _Streak(failures, now + delay_s))
        budget = self._budgets.get(client_id)
        left = budget.at(now) if budget else float(CLIENT_BURST)
        self._budgets.put(client_id, _Budget(max(0.0, left - 1), now))

    def succeeded(self, client_id: str, address: str) -> None:
        """Forget the failures of this address, and remember that the client lives there."""
        key = _key(client_id, address)
        if key not in self._trusted:
            self._trusted.put(key, True)
        if self._streaks:
            self._streaks.pop(key, None)


def _key(client_id: str, address: str) -> str:
    return f"{address} {client_id}"
