"""Something that is made on its first use, once for all threads."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Once(Generic[T]):
    """Makes its thing on the first call. What fails is tried again at the next one.

    Args:
        make: Makes the thing.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: list[T] = []

    def __call__(self) -> T:
        """The one instance."""
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    @property
    def made(self) -> T | None:
        """The instance, if there is one by now."""
        with self._lock:
            return self._made[0] if self._made else None

    def forget(self) -> T | None:
        """Let go of the instance and give it, so that the next call makes another."""
        with self._lock:
            return self._made.pop() if self._made else None
