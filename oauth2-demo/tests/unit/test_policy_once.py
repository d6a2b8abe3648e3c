"""What is opened once."""

from __future__ import annotations

import threading

import pytest

from oauth2_demo.security.once import Once

pytestmark = pytest.mark.unit


def test_all_threads_share_one_instance() -> None:
    made: list[object] = []
    barrier = threading.Barrier(8)

    def make() -> object:
        made.append(object())
        return made[-1]

    once = Once(make)
    seen: list[object] = []

    def use() -> None:
        barrier.wait(timeout=5)
        seen.append(once())

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=5)
    assert len(made) == 1
    assert seen == made * 8


def test_what_failed_is_tried_again() -> None:
    attempts: list[int] = []

    def make() -> str:
        attempts.append(1)
        if len(attempts) == 1:
            raise OSError("not yet")
        return "ready"

    once = Once(make)
    with pytest.raises(OSError, match="not yet"):
        once()
    assert once() == "ready"


def test_what_was_forgotten_is_made_anew() -> None:
    once = Once(object)
    assert once.forget() is None
    first = once()
    assert once.forget() is first
    assert once() is not first
