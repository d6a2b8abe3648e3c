"""What the servers tell Python's garbage collector when they start."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.collector import spare_what_lasts

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.unit


@pytest.fixture
def thresholds() -> Iterator[tuple[int, int, int]]:
    """The collector's thresholds, which it has again afterwards."""
    before = gc.get_threshold()
    yield before
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_is_loaded_is_not_looked_through_again(thresholds: tuple[int, int, int]) -> None:
    lasting = [[number] for number in range(1_000)]
    spare_what_lasts()
    assert gc.get_freeze_count() > len(lasting)
    assert not any(kept is lasting for kept in gc.get_objects())
    assert gc.get_threshold()[0] > thresholds[0]


def test_cycles_are_still_found(thresholds: tuple[int, int, int]) -> None:
    del thresholds
    spare_what_lasts()
    cycle: list[object] = []
    cycle.append(cycle)
    del cycle
    assert gc.isenabled()
    assert gc.collect() >= 1
