"""Postal addresses of Korea and the United States."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_b.draw import digits, marked, often
from pii_corpus.stranger_b.words import pick

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker

# Province and its short name : districts : quarters


def _area(rng: random.Random) -> tuple[str, str, str]:
    province, districts, quarters = pick(rng, "_korea").split(" : ")
    return rng.choice(province.split(",")), rng.choice(districts.split(",")), rng.choice(quarters.split(","))


def _building(rng: random.Random) -> str:
    number = often(rng, (70, str(rng.randint(1, 480))), (30, f"{rng.randint(2, 300)}-{rng.randint(1, 30)}"))
    if rng.random() < 0.25:
        return f"{rng.randint(3, 180)}번길 {number}"
    return f" {number}"


def _korean_road(rng: random.Random, detail: bool = True) -> str:
    province, district, quarter = _area(rng)
    text = f"{province} {district} {pick(rng, '_kroad')}{_building(rng)}"
    if not detail:
        return text
    flat = f"{rng.randint(101, 120)}동 {rng.randint(1, 24)}{rng.randint(1, 6):02d}호"
    return text + often(
        rng,
        (30, ""),
        (28, f", {flat}"),
        (14, f" {flat}"),
        (10, f", {rng.randint(1, 15)}층"),
        (8, f" {rng.randint(1, 9)}{rng.randint(1, 12):02d}호"),
        (10, f", {flat} ({quarter}, {pick(rng, '_flats')}아파트)"),
    )


def _korean_lot(rng: random.Random) -> str:
    province, district, quarter = _area(rng)
    number = f"{rng.randint(1, 900)}" + often(rng, (70, f"-{rng.randint(1, 40)}"), (30, ""))
    tail = often(
        rng,
        (40, ""),
        (30, "번지"),
        (
            30,
            f" {pick(rng, '_flats')}아파트 {rng.randint(101, 115)}동 {rng.randint(2, 19)}0{rng.randint(1, 6)}호",
        ),
    )
    return f"{province} {district} {quarter} {'산 ' if rng.random() < 0.04 else ''}{number}{tail}"


def _street(rng: random.Random) -> str:
    unit = often(
        rng,
        (65, ""),
        (14, f", Apt {rng.randint(1, 40)}{rng.choice('ABCD')}"),
        (9, f", Suite {rng.randint(100, 900)}"),
        (6, f" #{rng.randint(2, 60)}"),
        (6, f", Unit {rng.randint(1, 30)}"),
    )
    return f"{rng.randint(3, 9800)} {pick(rng, '_street')} {pick(rng, '_street_kind')}{unit}"


PLACES: dict[str, Maker] = {
    "kaddr": lambda rng: marked("A", _korean_road(rng) if rng.random() < 0.72 else _korean_lot(rng)),
    "kaddr_short": lambda rng: marked("A", _korean_road(rng, detail=False)),
    "kaddr_lot": lambda rng: marked("A", _korean_lot(rng)),
    "kzip": lambda rng: digits(rng, 5, "0123456"),
    "kroadonly": lambda rng: marked("?A", f"{pick(rng, '_kroad')} {rng.randint(2, 300)}"),
    "kdistrict": lambda rng: " ".join(_area(rng)[:2]),
    "usaddr": lambda rng: marked("A", f"{_street(rng)}, {pick(rng, '_us_city')}"),
    "usaddr_lines": lambda rng: marked("A", f"{_street(rng)}\n{pick(rng, '_us_city')}"),
    "usstreet": lambda rng: marked("A", _street(rng)),
    "pobox": lambda rng: marked(
        "A", f"{rng.choice(('PO Box', 'P.O. Box'))} {rng.randint(11, 9900)}, {pick(rng, '_us_city')}"
    ),
}
