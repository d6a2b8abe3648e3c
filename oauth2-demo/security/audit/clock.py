"""Notices when the wall clock was set, because times in records are for people and the order is not theirs."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TOLERANCE_S = 2.0


def uptime_s() -> float:
    """Seconds since the machine started, through suspension where the kernel can say so."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class WallClock:
    """Writes timestamps and compares the wall clock with one that nobody can set."""

    def __init__(self, wall: Callable[[], float], steady: Callable[[], float]) -> None:
        self._wall = wall
        self._steady = steady
        self._last: tuple[float, float] | None = None
        self._second = -1
        self._prefix = ""

    def read(self) -> tuple[float, float]:
        """The seconds since 1970, and how far the clock jumped since the last reading (0 when it did not)."""
        wall, steady = self._wall(), self._steady()
        jump_s = 0.0
        if self._last is not None:
            jump_s = (wall - self._last[0]) - (steady - self._last[1])
        self._last = (wall, steady)
        return wall, jump_s if abs(jump_s) > _TOLERANCE_S else 0.0

    def stamp(self, wall: float) -> str:
        """ISO 8601 in UTC with microseconds. The part up to the second is built once a second."""
        second = int(wall // 1)
        if second != self._second:
            self._second, self._prefix = second, f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}"
        return f"{self._prefix}.{int((wall - second) * 1_000_000):06d}Z"


def seconds_behind(wall: float, last_stamp: str) -> float:
    """How far `wall` lies before the last record, beyond the tolerance; 0 when it does not."""
    if not last_stamp:
        return 0.0
    behind_s = datetime.fromisoformat(last_stamp).timestamp() - wall
    return behind_s if behind_s > _TOLERANCE_S else 0.0
