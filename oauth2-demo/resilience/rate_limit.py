"""A limit on requests per caller, on the library `limits`."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

if TYPE_CHECKING:
    from limits import RateLimitItem

OFF = "off"


class RateLimitSyntaxError(ValueError):
    """The limit cannot be read. The text shows a good one."""


class RateLimit:
    """Counts requests per caller in fixed windows: at most one window's worth too many at a border."""

    def __init__(self, item: RateLimitItem) -> None:
        """Limit to `item`."""
        self._item = item
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def exceeded(self, caller: str) -> int | None:
        """Count a request. None lets it pass; otherwise the whole seconds to wait, at least one."""
        if self._limiter.hit(self._item, caller):
            return None
        window = self._limiter.get_window_stats(self._item, caller)
        return max(1, math.ceil(window.reset_time - time.time()))


def rate_limit(text: str) -> RateLimit | None:
    """Read a limit such as `100/second`; `off` is none.

    Raises:
        RateLimitSyntaxError: It is neither.
    """
    if text.strip().lower() == OFF:
        return None
    try:
        item = parse(text)
    except ValueError:
        raise RateLimitSyntaxError(f"{text!r} is no rate limit: write it as 100/second, 5000/minute or {OFF}") from None
    if item.amount < 1 or any(separator in text for separator in ";,|"):
        raise RateLimitSyntaxError(f"{text!r} must be one limit of at least one request, such as 100/second")
    return RateLimit(item)
