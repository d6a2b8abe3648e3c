"""Numbers on identity documents and registrations."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from pii_corpus import checks

if TYPE_CHECKING:
    from pii_corpus.values.source import Source

_LICENCE_REGIONS = ("서울", "부산", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주", "대구", "인천", "광주", "대전", "울산")  # fmt: skip


def _registration(s: Source, *, foreign: bool, recent: bool = False) -> tuple[str, str]:
    year, month, day = s.birth(2021, 2024) if recent else s.birth()
    sex = s.rng.choice((1, 2)) + (0 if year < 2000 else 2) + (4 if foreign else 0)
    body = f"{year % 100:02d}{month:02d}{day:02d}{sex}{s.rng.randint(0, 95):02d}{s.digits(3)}"
    number = body + (s.digits(1) if recent else checks.rrn_digit(body, foreign=foreign))
    return number[:6], number[6:]


def rrn(s: Source) -> str:
    """Hyphenated, with a valid check digit."""
    return "-".join(_registration(s, foreign=False))


def rrn_bare(s: Source) -> str:
    """Without a hyphen."""
    return "".join(_registration(s, foreign=False))


def rrn_any(s: Source) -> str:
    """With any of the separators in use."""
    return s.rng.choice(("-", "-", "", " ", " - ", ".", "~", "–", "－", "- ")).join(_registration(s, foreign=False))


def rrn_new(s: Source) -> str:
    """Born after October 2020: random digits."""
    return "-".join(_registration(s, foreign=False, recent=True))


def frn(s: Source) -> str:
    """A foreigner's registration number."""
    return s.rng.choice(("-", "-", "", " ")).join(_registration(s, foreign=True))


def brn(s: Source) -> str:
    """A business registration number."""
    body = f"{s.rng.randint(101, 899)}{s.rng.choice(('12', '01', '86', '81', '87', '88', '82', '83', '85', '90'))}{s.digits(4)}"
    n = body + checks.brn_digit(body)
    return f"{n[:3]}-{n[3:5]}-{n[5:]}"


def brn_bare(s: Source) -> str:
    """Without hyphens."""
    return brn(s).replace("-", "")


def passport(s: Source) -> str:
    """Old or new Korean passport number."""
    first = s.rng.choice("MMMMSRD")
    return first + (
        s.digits(8) if s.rng.random() < 0.5 else f"{s.digits(3)}{s.rng.choice(string.ascii_uppercase)}{s.digits(4)}"
    )


def passport_en(s: Source) -> str:
    """Nine digits, or a letter and eight."""
    return s.rng.choice(("5", "4", "A", "C", "X")) + s.digits(8)


def licence(s: Source) -> str:
    """A driver licence number, by code or by name of the region."""
    tail = f"{s.digits(2)}-{s.digits(6)}-{s.digits(2)}"
    code = s.rng.choice(
        ("11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "28")
    )
    return s.rng.choice(
        (
            f"{code}-{tail}",
            f"{code}-{tail}",
            f"{s.rng.choice(_LICENCE_REGIONS)}-{tail}",
            f"{code}{tail.replace('-', '')}",
            f"{s.rng.choice(_LICENCE_REGIONS)} {tail}",
        )
    )


def us_ssn(s: Source) -> str:
    """A US social security number."""
    while True:
        number = f"{s.rng.randint(1, 899):03d}-{s.rng.randint(1, 99):02d}-{s.rng.randint(1, 9999):04d}"
        if not number.startswith("666"):
            return number


def us_ssn_any(s: Source) -> str:
    """With hyphens, spaces or nothing."""
    return us_ssn(s).replace("-", s.rng.choice(("-", " ", "")))
