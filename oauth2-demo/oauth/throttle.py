"""Slows the guessing of client secrets: RFC 6749, section 2.3.1.

What counts is a wrong secret that this address has not tried at this client just before: a program that repeats an old
secret learns nothing by it, and holds up nobody. Three counters. Two for each client and address: after ten wrong
secrets in a row that address waits, twice as long after each further one; and with thirty behind it, it has one guess a
minute, whether or not the client itself succeeds from there in between. One for each client over all addresses: with
thirty wrong secrets behind it, a client takes one guess a minute from addresses that it never authenticated from.
Addresses that it did authenticate from are not held up by strangers elsewhere.

Who waits waits with the right secret too. Were it let through, each refused guess would be judged after all.
"""

from __future__ import annotations

import hashlib
import math
import secrets
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from oauth2_demo.oauth.errors import Reason, ThrottledError

if TYPE_CHECKING:
    from collections.abc import Callable

FREE_FAILURES = 10
FIRST_DELAY_S = 1.0
MAX_DELAY_S = 3600.0
BURST = 30
REFILL_S = 60.0
# Old secrets that one address may repeat at one client; with more of them, repeating counts as guessing.
REMEMBERED_SECRETS = 8
_MAX_ENTRIES = 10_000
_DIGEST_BYTES = 8

Value = TypeVar("Value")


class _Recent(OrderedDict[str, Value], Generic[Value]):
    """A mapping that forgets what was set longest ago, so that strangers cannot fill the memory."""

    def put(self, key: str, value: Value) -> None:
        self[key] = value
        self.move_to_end(key)
        if len(self) > _MAX_ENTRIES:
            self.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Budget:
    guesses: float
    updated_at: float

    def at(self, now: float) -> float:
        return min(BURST, self.guesses + (now - self.updated_at) / REFILL_S)

    def wait_s(self, now: float) -> float:
        return max(0.0, 1 - self.at(now)) * REFILL_S

    def spent(self, now: float) -> _Budget:
        return _Budget(max(0.0, self.at(now) - 1), now)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What one address has tried at one client. `wrong` has digests of the last wrong secrets, the newest last."""

    streak: int
    blocked_until: float
    budget: _Budget
    wrong: tuple[bytes, ...]

    def wait_s(self, now: float) -> float:
        return max(self.blocked_until - now, self.budget.wait_s(now))


class GuessThrottle:
    """Counts failures. One for registered clients, another for ids that nobody has: strangers evict only strangers."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Count with a clock in seconds that never goes back."""
        self._monotonic = monotonic
        # A wrong secret may be a right one elsewhere, or with one letter mended: none is kept in clear.
        self._digest_key = secrets.token_bytes(32)
        self._tried: _Recent[_Tried] = _Recent()
        self._budgets: _Recent[_Budget] = _Recent()
        self._trusted: _Recent[bool] = _Recent()

    def check(self, client_id: str, address: str) -> None:
        """Let an attempt pass, before the secret is looked at: a right guess must not shine through a refusal.

        Raises:
            ThrottledError: With the time to wait.
        """
        if not self._tried and not self._budgets:
            return
        now = self._monotonic()
        key = _key(client_id, address)
        tried = self._tried.get(key)
        wait_s = tried.wait_s(now) if tried else 0.0
        budget = self._budgets.get(client_id)
        if budget and key not in self._trusted:
            wait_s = max(wait_s, budget.wait_s(now))
        if wait_s > 0:
            raise ThrottledError(Reason.THROTTLED, math.ceil(wait_s))

    def has_failed(self, client_id: str, address: str, guess: str) -> bool:
        """Whether this guess is known to be wrong. See `failed`."""
        tried = self._tried.get(_key(client_id, address))
        return tried is not None and self._digest(guess) in tried.wrong

    def failed(self, client_id: str, address: str, guess: str) -> None:
        """Count a wrong secret, unless it is one that this address repeats.

        Args:
            client_id: The client whose secret was guessed.
            address: Where the guess came from.
            guess: The secret, and what it was compared with: after a change of the client an old secret is a new guess.
        """
        now = self._monotonic()
        key, digest = _key(client_id, address), self._digest(guess)
        tried = self._tried.get(key) or _Tried(0, 0.0, _Budget(BURST, now), ())
        wrong = (*(known for known in tried.wrong if known != digest), digest)[-REMEMBERED_SECRETS:]
        if digest in tried.wrong:
            self._tried.put(key, replace(tried, wrong=wrong))
            return
        streak = tried.streak + 1
        self._tried.put(key, _Tried(streak, now + _delay_s(streak), tried.budget.spent(now), wrong))
        self._budgets.put(client_id, (self._budgets.get(client_id) or _Budget(BURST, now)).spent(now))

    def succeeded(self, client_id: str, address: str) -> None:
        """End the row of failures of this address, and remember that the client lives there.

        Its budget stays as it is: guesses from an address that the client uses itself would be free otherwise.
        """
        key = _key(client_id, address)
        if key not in self._trusted:
            self._trusted.put(key, True)
        tried = self._tried.get(key)
        if tried is None:
            return
        if tried.budget.at(self._monotonic()) >= BURST:
            del self._tried[key]
        elif tried.streak:
            self._tried.put(key, replace(tried, streak=0, blocked_until=0.0))

    def _digest(self, guess: str) -> bytes:
        return hashlib.blake2b(guess.encode(), key=self._digest_key, digest_size=_DIGEST_BYTES).digest()


def _delay_s(streak: int) -> float:
    excess = streak - FREE_FAILURES
    # 2**12 s is more than the longest delay; the exponent stays small however long the guessing goes on.
    return min(FIRST_DELAY_S * 2 ** min(excess, 12), MAX_DELAY_S) if excess >= 0 else 0.0


def _key(client_id: str, address: str) -> str:
    return f"{address} {client_id}"
