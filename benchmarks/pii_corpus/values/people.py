"""Names, e-mail addresses and birth dates."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from pii_corpus.inventories import COMPOUND_SURNAMES, SURNAMES, WORDS_NOT_NAMES

if TYPE_CHECKING:
    from pii_corpus.values.source import Source

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 -- one line


def kname(s: Source) -> str:
    """A Korean name of two to four syllables."""
    weights = [max(1.0, 220 / (rank + 1) ** 0.9) for rank in range(len(SURNAMES))]
    while True:
        roll, surname = s.rng.random(), s.rng.choices(SURNAMES, weights)[0]
        if roll < 0.06:
            name = s.rng.choice(COMPOUND_SURNAMES) + s.rng.choice(s.world.given)
        elif roll < 0.10:
            name = surname + s.rng.choice(s.world.given_single)
        elif roll < 0.20:
            name = surname + s.rng.choice(s.world.given_words)
        elif roll < 0.215:
            name = surname + s.rng.choice(s.world.given_native)
        else:
            name = surname + s.rng.choice(s.world.given)
        if name not in WORDS_NOT_NAMES:
            return name


def kname3(s: Source) -> str:
    """A Korean name of exactly three syllables and no everyday word."""
    while True:
        name = kname(s)
        if len(name) == 3 and name[1:] not in s.world.given_words:
            return name


def pname(s: Source) -> str:
    """An English full name, now and then with an initial."""
    first, last = s.rng.choice(s.world.first_names), s.rng.choice(s.world.last_names)
    roll = s.rng.random()
    if roll < 0.08:
        return f"{first} {s.rng.choice(string.ascii_uppercase)}. {last}"
    if roll < 0.12:
        return f"{first} {s.rng.choice(s.world.first_names)} {last}"
    return f"{first} {last}"


def plain_pname(s: Source) -> str:
    """First and last name only."""
    return f"{s.rng.choice(s.world.first_names)} {s.rng.choice(s.world.last_names)}"


def romanised(s: Source) -> str:
    """A Korean name in Latin letters."""
    return s.rng.choice(s.world.romanised)


def email(s: Source) -> str:
    """An address in a reserved domain."""
    word = s.rng.choice(s.world.mail_words)
    roll = s.rng.random()
    if roll < 0.15:
        word += s.digits(2)
    elif roll < 0.3:
        word += s.rng.choice((".kim", "_lab", "+news", "-team", ".x"))
    return f"{word}@{s.rng.choice(s.world.domains)}"


def dob_ko(s: Source) -> str:
    """A birth date as Koreans write it."""
    y, m, d = s.birth()
    return s.rng.choice(
        (
            f"{y}-{m:02d}-{d:02d}",
            f"{y}.{m:02d}.{d:02d}",
            f"{y}. {m}. {d}",
            f"{y}년 {m}월 {d}일",
            f"{y}/{m:02d}/{d:02d}",
            f"{y}{m:02d}{d:02d}",
            f"{y % 100:02d}{m:02d}{d:02d}",
            f"{y % 100:02d}.{m:02d}.{d:02d}",
            f"{y}년{m}월{d}일",
        )
    )


def dob_saeng(s: Source) -> str:
    """A birth date that stands before 생."""
    y, m, d = s.birth()
    return s.rng.choice((f"{y}년 {m}월 {d}일", f"{y}.{m}.{d}", f"{y}-{m:02d}-{d:02d}", f"{y}. {m}. {d}."[:-1]))


def dob_en(s: Source) -> str:
    """A birth date in English."""
    y, m, d = s.birth()
    name = _MONTHS[m - 1]
    return s.rng.choice(
        (
            f"{m:02d}/{d:02d}/{y}",
            f"{y}-{m:02d}-{d:02d}",
            f"{name} {d}, {y}",
            f"{d} {name} {y}",
            f"{d} {name[:3]} {y}",
            f"{m}/{d}/{y % 100:02d}",
            f"{d:02d}-{name[:3]}-{y}",
            f"{d:02d}.{m:02d}.{y}",
        )
    )


def dob_iso(s: Source) -> str:
    """A birth date in ISO form."""
    y, m, d = s.birth()
    return f"{y}-{m:02d}-{d:02d}"
