"""Identifiers drawn in bulk are as unique as identifiers drawn one by one."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from oauth2_demo.random_ids import RandomIds, random_id

pytestmark = pytest.mark.unit


def test_identifiers_are_32_hexadecimal_digits_and_never_repeat() -> None:
    ids = [random_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert all(len(value) == 32 and int(value, 16) >= 0 for value in ids)


def test_threads_never_get_the_same() -> None:
    ids = RandomIds()
    with ThreadPoolExecutor(max_workers=8) as executor:
        drawn = [
            value for batch in executor.map(lambda _: [ids.next() for _ in range(500)], range(8)) for value in batch
        ]
    assert len(set(drawn)) == 4000


def test_a_fork_never_gives_what_its_parent_gives() -> None:
    ids = RandomIds()
    ids.next()
    waiting = set(ids._ids)
    child = os.fork()
    if not child:
        os._exit(0 if ids.next() not in waiting else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert ids.next() in waiting
