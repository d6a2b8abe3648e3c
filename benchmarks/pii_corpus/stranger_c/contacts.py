"""Telephone numbers and postal addresses, in the many ways people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.checks import iban_digits
from pii_corpus.stranger_b.draw import digits, marked, often
from pii_corpus.stranger_c.people import own_words

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker

_TEN = "0123456789"


def _joint(rng: random.Random) -> str:
    return often(rng, (68, "-"), (11, " "), (9, "."), (12, ""))


def _mobile(rng: random.Random) -> str:
    joint = _joint(rng)
    middle, last = digits(rng, 4, "23456789"), digits(rng, 4, _TEN)
    if rng.random() < 0.02:
        return joint.join((rng.choice(("011", "016", "019")), digits(rng, 3, "23456789"), last))
    return joint.join(("010", middle, last))


def _spoken(rng: random.Random) -> str:
    """A mobile number as it is read out on the telephone."""
    groups = ("010", digits(rng, 4, "23456789"), digits(rng, 4, _TEN))
    return rng.choice((" ", "에 ")).join("".join("공일이삼사오육칠팔구"[int(c)] for c in group) for group in groups)


def _landline(rng: random.Random) -> str:
    area = rng.choice(own_words()["_area_code"])
    line = f"{digits(rng, rng.choice((3, 3, 4)), '23456789')}-{digits(rng, 4, _TEN)}"
    return often(
        rng,
        (70, f"{area}-{line}"),
        (14, f"{area}){line}"),
        (8, f"({area}) {line}"),
        (8, f"{area}.{line.replace('-', '.')}"),
    )


def _abroad(rng: random.Random) -> str:
    middle, last = digits(rng, 4, "23456789"), digits(rng, 4, _TEN)
    return often(
        rng,
        (50, f"+82-10-{middle}-{last}"),
        (25, f"+82 10 {middle} {last}"),
        (10, f"+8210{middle}{last}"),
        (10, f"+82 2 {digits(rng, 3, '2345678')} {last}"),
        (5, f"+82 (0)10 {middle} {last}"),
    )


def _american(rng: random.Random) -> str:
    area, last = rng.choice(own_words()["_us_area"]), f"01{digits(rng, 2, _TEN)}"
    return often(
        rng,
        (32, f"({area}) 555-{last}"),
        (32, f"{area}-555-{last}"),
        (12, f"{area}.555.{last}"),
        (14, f"+1 {area} 555 {last}"),
        (10, f"+1-{area}-555-{last}"),
    )


def _british(rng: random.Random) -> str:
    return often(
        rng,
        (40, f"07700 900{digits(rng, 3, _TEN)}"),
        (25, f"020 7946 0{digits(rng, 3, _TEN)}"),
        (20, f"+44 7700 900{digits(rng, 3, _TEN)}"),
        (15, f"0161 496 0{digits(rng, 3, _TEN)}"),
    )


def _irish(rng: random.Random) -> str:
    prefix, middle, last = rng.choice(("85", "86", "87", "83")), digits(rng, 3, "23456789"), digits(rng, 4, _TEN)
    return often(
        rng, (45, f"0{prefix} {middle} {last}"), (30, f"+353 {prefix} {middle} {last}"), (25, f"01 {middle} {last}")
    )


def _district(rng: random.Random) -> tuple[str, str, tuple[str, ...]]:
    """Province, district and the roads of the district."""
    row = rng.choice(own_words()["_district"])
    place, _, roads = row.partition(":")
    province, _, district = place.partition(" ")
    return province, district, tuple(roads.split(","))


def _building(rng: random.Random) -> str:
    number = f"{rng.randint(1, 420)}"
    return number if rng.random() < 0.72 else f"{number}-{rng.randint(1, 38)}"


def _complex(rng: random.Random) -> str:
    return rng.choice(own_words()["_complex"])


def _unit(rng: random.Random) -> str:
    flat = f"{rng.randint(1, 24)}{rng.randint(1, 8):02d}호"
    block = f"{rng.randint(101, 125)}동"
    return often(
        rng,
        (34, ""),
        (26, f", {block} {flat}"),
        (12, f" {block} {flat}"),
        (10, f", {rng.randint(2, 9)}층"),
        (10, f" {flat}"),
        (8, f", {block} {flat} ({rng.choice(own_words()['_dong'])}, {_complex(rng)})"),
    )


def _road(rng: random.Random, *, unit: bool = True) -> str:
    province, district, roads = _district(rng)
    head = often(rng, (84, f"{province} "), (16, ""))
    lane = f"{rng.choice(('', '', ' '))}{rng.randint(3, 60)}번길" if rng.random() < 0.14 else ""
    road = rng.choice(roads)
    return f"{head}{district} {road}{lane if road.endswith('로') else ''} {_building(rng)}{_unit(rng) if unit else ''}"


def _lot(rng: random.Random) -> str:
    province, district, _ = _district(rng)
    tail = often(
        rng,
        (60, ""),
        (25, "번지"),
        (
            15,
            f" {_complex(rng)} {rng.randint(101, 110)}동 {rng.randint(2, 19)}0{rng.randint(1, 6)}호",
        ),
    )
    return f"{province} {district} {rng.choice(own_words()['_dong'])} {rng.randint(2, 990)}-{rng.randint(1, 40)}{tail}"


def _street(rng: random.Random) -> str:
    line = f"{rng.randint(12, 9800)} {rng.choice(own_words()['_street'])}"
    return line + often(
        rng,
        (72, ""),
        (12, f", Apt {rng.randint(1, 40)}{rng.choice('ABCD')}"),
        (10, f" #{rng.randint(2, 420)}"),
        (6, f", Suite {rng.randint(100, 900)}"),
    )


def _city(rng: random.Random) -> str:
    town, _, prefix = rng.choice(own_words()["_us_town"]).partition(":")
    return f"{town} {prefix}{digits(rng, 2, _TEN)}"


def _old_world(rng: random.Random, towns: str) -> str:
    return f"{rng.randint(2, 180)} {rng.choice(own_words()['_lane'])}, {rng.choice(own_words()[towns])}"


def _irish_iban(rng: random.Random) -> str:
    body = f"{rng.choice(('AIBK', 'BOFI', 'IPBS'))}{digits(rng, 14, '9')}"
    whole = f"IE{iban_digits('IE', body)}{body}"
    return often(rng, (50, whole), (50, " ".join(whole[i : i + 4] for i in range(0, 22, 4))))


CONTACTS: dict[str, Maker] = {
    "hp": lambda rng: marked("P", _mobile(rng)),
    "hp_dash": lambda rng: marked("P", f"010-{digits(rng, 4, '23456789')}-{digits(rng, 4, _TEN)}"),
    "hp_run": lambda rng: marked("P", f"010{digits(rng, 4, '23456789')}{digits(rng, 4, _TEN)}"),
    "hp_said": lambda rng: marked("P", _spoken(rng)),
    "tel": lambda rng: marked("P", _landline(rng)),
    # For a number that stands in brackets of its own.
    "tel_dash": lambda rng: marked(
        "P", f"{rng.choice(own_words()['_area_code'])}-{digits(rng, 3, '23456789')}-{digits(rng, 4, _TEN)}"
    ),
    "voip": lambda rng: marked("P", f"070-{digits(rng, 4, '45678')}-{digits(rng, 4, _TEN)}"),
    "safe": lambda rng: marked("P", f"050{rng.choice('2345678')}-{digits(rng, 4, '123456789')}-{digits(rng, 4, _TEN)}"),
    "rep": lambda rng: marked("?P", f"{rng.choice(own_words()['_rep'])}-{digits(rng, 4, _TEN)}"),
    "free": lambda rng: marked("?P", f"080-{digits(rng, 3, '23456789')}-{digits(rng, 4, _TEN)}"),
    "intl": lambda rng: marked("P", _abroad(rng)),
    "ust": lambda rng: marked("P", _american(rng)),
    "ustfree": lambda rng: marked("?P", f"1-{rng.choice(('800', '888', '866'))}-555-01{digits(rng, 2, _TEN)}"),
    "ukt": lambda rng: marked("P", _british(rng)),
    "iet": lambda rng: marked("P", _irish(rng)),
    "addr": lambda rng: marked("A", _road(rng) if rng.random() < 0.8 else _lot(rng)),
    "addr_s": lambda rng: marked("A", _road(rng, unit=False)),
    "addr_lot": lambda rng: marked("A", _lot(rng)),
    "kdist": lambda rng: " ".join(_district(rng)[:2]),
    "kroad": lambda rng: rng.choice(_district(rng)[2]),
    "zipk": lambda rng: digits(rng, 5, "0123456"),
    "usaddr": lambda rng: marked("A", f"{_street(rng)}, {_city(rng)}"),
    "usaddr2": lambda rng: marked("A", f"{_street(rng)}\n{_city(rng)}"),
    "uscity": _city,
    "usstreet": lambda rng: marked("A", _street(rng)),
    "uspo": lambda rng: marked("A", f"{rng.choice(('PO Box', 'P.O. Box'))} {rng.randint(12, 9800)}, {_city(rng)}"),
    "ukaddr": lambda rng: marked("?A", _old_world(rng, "_uk_town")),
    "ieaddr": lambda rng: marked("?A", _old_world(rng, "_ie_town")),
    "ieiban": lambda rng: marked("I", _irish_iban(rng)),
}
