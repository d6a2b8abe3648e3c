"""Postal addresses, and places that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_a.words import listed

if TYPE_CHECKING:
    import random


def _area(rng: random.Random) -> tuple[str, list[str], list[str]]:
    province, city, roads, quarters = rng.choice(listed("areas")).split("|")
    return f"{province} {city}".strip(), roads.split(), quarters.split()


def _house(rng: random.Random) -> str:
    return f"{rng.randrange(1, 480)}" + (f"-{rng.randrange(1, 40)}" if rng.random() < 0.25 else "")


def _unit(rng: random.Random) -> str:
    flat = rng.randrange(1, 25) * 100 + rng.randrange(1, 9)
    tower = rng.choice((f"{rng.randrange(101, 132)}동 ", f"{rng.randrange(1, 9)}동 ", ""))
    return rng.choice(
        (
            f"{tower}{flat}호",
            f"{rng.randrange(2, 19)}층",
            f"{tower}{flat}호",
            f"{rng.choice('BA')}{rng.randrange(1, 4)}0{rng.randrange(1, 9)}호",
        )
    )


def road_address(rng: random.Random) -> str:
    """An address by road, from the province down to the house, often to the flat."""
    area, roads, quarters = _area(rng)
    road = rng.choice(roads)
    if rng.random() < 0.3:
        road += f"{rng.randrange(2, 95)}" + rng.choice(("길", "번길"))
    text = f"{area} {road} {_house(rng)}"
    share = rng.random()
    if share < 0.3:
        text += f", {_unit(rng)}"
    elif share < 0.45:
        text += f" {_unit(rng)}"
    if rng.random() < 0.22:
        inside = rng.choice(quarters)
        text += f" ({inside}, {rng.choice(listed('buildings'))})" if rng.random() < 0.5 else f" ({inside})"
    return text


def lot_address(rng: random.Random) -> str:
    """An address by lot."""
    area, _, quarters = _area(rng)
    hill = "산 " if rng.random() < 0.06 else ""
    text = f"{area} {rng.choice(quarters)} {hill}{_house(rng)}"
    if rng.random() < 0.35:
        text += "번지"
    if rng.random() < 0.35:
        flat = rng.randrange(1, 20) * 100 + rng.randrange(1, 7)
        text += f" {rng.choice(listed('buildings'))} {rng.randrange(101, 130)}동 {flat}호"
    return text


def korean_address(rng: random.Random) -> str:
    """Either kind."""
    return road_address(rng) if rng.random() < 0.75 else lot_address(rng)


def local_address(rng: random.Random) -> str:
    """An address as neighbours give it, from the city or district down."""
    while True:
        whole = road_address(rng) if rng.random() < 0.8 else lot_address(rng)
        if not whole.startswith("세종"):
            return whole.partition(" ")[2]


def us_address(rng: random.Random) -> str:
    """An address in the United States."""
    if rng.random() < 0.08:
        street = f"{rng.choice(('PO Box', 'P.O. Box'))} {rng.randrange(100, 9999)}"
    else:
        side = rng.choice(("", "", "", "N ", "SW ", "East "))
        street = f"{rng.randrange(3, 9800)} {side}{rng.choice(listed('streets'))} {rng.choice(listed('kinds'))}"
        unit = rng.random()
        if unit < 0.2:
            street += rng.choice((", Apt ", " Apt ", ", Unit ", " #", ", Suite ")) + f"{rng.randrange(1, 90)}"
        elif unit < 0.25:
            street += f", Apt {rng.randrange(1, 9)}{rng.choice('ABCD')}"
    if rng.random() < 0.12:
        return street
    return f"{street}, {rng.choice(listed('cities'))}{rng.randrange(10, 99)}"


def spot(rng: random.Random) -> str:
    """A Korean place without a number of its own."""
    return rng.choice(listed("spots"))


def us_spot(rng: random.Random) -> str:
    """A place that is no address."""
    return rng.choice(listed("us_spots"))


def tower(rng: random.Random) -> str:
    """A building."""
    return rng.choice(listed("towers"))
