"""Numbers that belong to a person or a firm."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from pii_corpus import checks
from pii_corpus.stranger_a.words import listed

if TYPE_CHECKING:
    import random

_IBAN = {
    "DE": "n18",
    "FR": "n23",
    "ES": "n20",
    "BE": "n12",
    "AT": "n16",
    "PL": "n24",
    "CH": "n17",
    "GB": "a4n14",
    "NL": "a4n10",
    "IT": "a1n22",
}


def digits(rng: random.Random, count: int) -> str:
    """Any digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def _line(rng: random.Random, count: int = 4) -> str:
    return rng.choice("23456789") + digits(rng, count - 1)


def mobile(rng: random.Random) -> str:
    """A Korean mobile number in one of the usual spellings."""
    share = rng.random()
    if share < 0.05:
        parts = (rng.choice(("011", "016", "017", "018", "019")), _line(rng, 3), digits(rng, 4))
    else:
        parts = ("010", _line(rng), digits(rng, 4))
    share = rng.random()
    separator = "-" if share < 0.7 else "" if share < 0.85 else " " if share < 0.93 else "." if share < 0.97 else " - "
    return separator.join(parts)


def dashed_mobile(rng: random.Random) -> str:
    """The commonest spelling."""
    return f"010-{_line(rng)}-{digits(rng, 4)}"


def bare_mobile(rng: random.Random) -> str:
    """Eleven digits as databases keep them."""
    return f"010{_line(rng)}{digits(rng, 4)}"


def landline(rng: random.Random) -> str:
    """A Korean landline."""
    area = "02" if rng.random() < 0.5 else rng.choice(listed("area_codes"))
    middle, last = _line(rng, rng.choice((3, 4))), digits(rng, 4)
    share = rng.random()
    if share < 0.72:
        return f"{area}-{middle}-{last}"
    if share < 0.84:
        return f"{area}){middle}-{last}"
    if share < 0.93:
        return f"({area}) {middle}-{last}"
    return f"{area}.{middle}.{last}" if share < 0.97 else f"{area} {middle} {last}"


def internet_phone(rng: random.Random) -> str:
    """070 and the 050X numbers that stand in for private ones."""
    head = rng.choice(("070", "070", "0502", "0503", "0504", "0505", "0507", "0508"))
    return f"{head}-{_line(rng)}-{digits(rng, 4)}"


def abroad_phone(rng: random.Random) -> str:
    """A Korean number as foreigners dial it."""
    rest = f"{_line(rng)}-{digits(rng, 4)}"
    return rng.choice(
        (
            f"+82-10-{rest}",
            f"+82 10-{rest}",
            f"+82 10 {rest.replace('-', ' ')}",
            f"+8210{rest.replace('-', '')}",
            f"+82-2-{_line(rng, 3)}-{digits(rng, 4)}",
            f"+82 (0)10-{rest}",
            f"82-10-{rest}",
        )
    )


def us_phone(rng: random.Random) -> str:
    """A number of the North American plan."""
    area, middle, last = rng.choice(listed("us_areas")), _line(rng, 3), digits(rng, 4)
    return rng.choice(
        (
            f"({area}) {middle}-{last}",
            f"{area}-{middle}-{last}",
            f"{area}.{middle}.{last}",
            f"+1 {area} {middle} {last}",
            f"+1-{area}-{middle}-{last}",
            f"+1{area}{middle}{last}",
            f"1-{area}-{middle}-{last}",
            f"{area} {middle} {last}",
        )
    )


def world_phone(rng: random.Random) -> str:
    """A number elsewhere, in international form."""
    return rng.choice(
        (
            f"+44 20 7{digits(rng, 3)} {digits(rng, 4)}",
            f"+44 7{digits(rng, 3)} {digits(rng, 6)}",
            f"+49 30 {_line(rng, 4)}{digits(rng, 4)}",
            f"+81-3-{_line(rng)}-{digits(rng, 4)}",
            f"+86 138 {digits(rng, 4)} {digits(rng, 4)}",
            f"+33 6 {digits(rng, 2)} {digits(rng, 2)} {digits(rng, 2)} {digits(rng, 2)}",
            f"+61 4{digits(rng, 2)} {digits(rng, 3)} {digits(rng, 3)}",
            f"+91 98{digits(rng, 3)} {digits(rng, 5)}",
        )
    )


def representative(rng: random.Random) -> str:
    """The number of a firm, which may be reported or not."""
    return f"{rng.choice(listed('representative'))}-{digits(rng, 4)}"


def toll_free(rng: random.Random) -> str:
    """Likewise."""
    return f"080-{_line(rng, 3)}-{digits(rng, 4)}"


def _birthday(rng: random.Random, first: int, last: int) -> tuple[int, int, int]:
    year, month = rng.randrange(first, last), rng.randrange(1, 13)
    return year, month, rng.randrange(1, calendar.monthrange(year, month)[1] + 1)


def _registration(rng: random.Random, *, foreign: bool) -> tuple[str, str]:
    year, month, day = _birthday(rng, 1945, 2024)
    sex = (1 if year < 2000 else 3) + rng.randrange(2) + (4 if foreign else 0)
    front = f"{year % 100:02d}{month:02d}{day:02d}"
    if (year, month) >= (2020, 11):
        return front, f"{sex}{digits(rng, 6)}"
    body = f"{front}{sex}{rng.randrange(96):02d}{digits(rng, 3)}"
    return front, body[6:] + checks.rrn_digit(body, foreign=foreign)


def resident(rng: random.Random) -> str:
    """A resident registration number, here and there without the hyphen."""
    front, back = _registration(rng, foreign=False)
    return rng.choice(("-",) * 8 + ("", " - ", " ")).join((front, back))


def dashed_resident(rng: random.Random) -> str:
    """The same, always with the hyphen."""
    return "-".join(_registration(rng, foreign=False))


def foreigner(rng: random.Random) -> str:
    """The number of a foreign resident."""
    return rng.choice(("-", "-", "-", "-", "")).join(_registration(rng, foreign=True))


def korean_passport(rng: random.Random) -> str:
    """Old and new layout."""
    letter = rng.choice("MMMMSRG")
    if rng.random() < 0.5:
        return f"{letter}{digits(rng, 8)}"
    return f"{letter}{digits(rng, 3)}{rng.choice('ABCDEFGHJKLMNPQRSTUVWXYZ')}{digits(rng, 4)}"


def world_passport(rng: random.Random) -> str:
    """Nine characters as the United States and Great Britain print them."""
    return rng.choice((rng.choice("ACEX") + digits(rng, 8), _line(rng, 9)))


def driver_license(rng: random.Random) -> str:
    """The number on a Korean licence."""
    region = rng.choice(listed("regions")) if rng.random() < 0.8 else rng.choice(listed("region_names"))
    year = rng.choice((*range(78, 100), *range(24)))
    return f"{region}-{year:02d}-{digits(rng, 6)}-{digits(rng, 2)}"


def business(rng: random.Random) -> str:
    """The number of a firm."""
    kind = rng.choice(listed("business_kinds"))
    body = f"{rng.randrange(101, 700)}{kind}{digits(rng, 4)}"
    whole = body + checks.brn_digit(body)
    return f"{whole[:3]}-{whole[3:5]}-{whole[5:]}" if rng.random() < 0.9 else whole


def card(rng: random.Random) -> str:
    """A payment card of one of the usual brands."""
    head, length = rng.choice(
        (
            ("4", 16),
            ("4", 16),
            ("5" + rng.choice("12345"), 16),
            ("22" + rng.choice("3456789"), 16),
            ("34", 15),
            ("37", 15),
            ("36", 14),
            ("6011", 16),
            ("35" + rng.choice("345678"), 16),
            ("62", 16),
            ("94", 16),
        )
    )
    body = head + digits(rng, length - len(head) - 1)
    whole = body + checks.luhn_digit(body)
    cuts = {16: (4, 8, 12), 15: (4, 10), 14: (4, 10)}[length]
    parts = [whole[a:b] for a, b in zip((0, *cuts), (*cuts, length), strict=True)]
    return rng.choice(("-", "-", "-", " ", " ", "")).join(parts)


def bank_and_account(rng: random.Random) -> tuple[str, str]:
    """The name of a bank and an account laid out as there."""
    bank, layout = rng.choice(listed("layouts")).split(" ")
    parts = [digits(rng, int(size)) for size in layout.split("-")]
    return bank, ("-" if rng.random() < 0.85 else "").join(parts)


def us_account(rng: random.Random) -> str:
    """An account in the United States."""
    return _line(rng, rng.choice((10, 11, 12)))


def us_ssn(rng: random.Random) -> str:
    """A social security number."""
    area = rng.choice([n for n in range(1, 900) if n != 666])
    parts = (f"{area:03d}", f"{rng.randrange(1, 100):02d}", f"{rng.randrange(1, 10000):04d}")
    return rng.choice(("-",) * 8 + (" ",)).join(parts)


def iban(rng: random.Random) -> str:
    """An account in Europe."""
    country = rng.choice(sorted(_IBAN))
    layout = _IBAN[country]
    bban = ""
    if layout[0] == "a":
        bban = "".join(rng.choice("ABCDEGHKLMNRSTW") for _ in range(int(layout[1])))
        layout = layout[2:]
    bban += digits(rng, int(layout[1:]))
    whole = country + checks.iban_digits(country, bban) + bban
    return " ".join(whole[i : i + 4] for i in range(0, len(whole), 4)) if rng.random() < 0.5 else whole


def ipv4(rng: random.Random) -> str:
    """An address of version four."""
    head = rng.choice(
        (
            f"{rng.choice((14, 27, 58, 61, 112, 121, 175, 203, 211, 218))}.{rng.randrange(256)}",
            "10.0",
            "192.168",
            f"172.{rng.randrange(16, 32)}",
        )
    )
    return f"{head}.{rng.randrange(256)}.{rng.randrange(1, 255)}"


def ipv6(rng: random.Random) -> str:
    """An address of version six."""
    groups = [f"{rng.randrange(1, 65536):x}" for _ in range(6)]
    return rng.choice(
        (
            f"2001:db8:{groups[0]}::{groups[1]}",
            f"fe80::{groups[0]}:{groups[1]}:{groups[2]}:{groups[3]}",
            f"2406:{groups[0]}:{':'.join(groups)}",
            f"2a02:{groups[0]}::{groups[1]}:{groups[2]}",
        )
    )


def korean_birthday(rng: random.Random) -> str:
    """A date of birth as Koreans write it."""
    year, month, day = _birthday(rng, 1940, 2019)
    return rng.choice(
        (
            f"{year}-{month:02d}-{day:02d}",
            f"{year}.{month:02d}.{day:02d}",
            f"{year}. {month}. {day}.",
            f"{year}년 {month}월 {day}일",
            f"{year}{month:02d}{day:02d}",
            f"{year % 100:02d}{month:02d}{day:02d}",
            f"{year % 100:02d}.{month:02d}.{day:02d}",
            f"{year}/{month:02d}/{day:02d}",
        )
    ).removesuffix(".")


def spoken_birthday(rng: random.Random) -> str:
    """The same, in words."""
    year, month, day = _birthday(rng, 1940, 2019)
    return f"{rng.choice((year, year, f'{year % 100:02d}'))}년 {month}월 {day}일"


def iso_birthday(rng: random.Random) -> str:
    """The same, as databases keep it."""
    year, month, day = _birthday(rng, 1940, 2019)
    return f"{year}-{month:02d}-{day:02d}"


def english_birthday(rng: random.Random) -> str:
    """A date of birth as English writes it."""
    year, month, day = _birthday(rng, 1940, 2010)
    name = listed("months")[month - 1]
    return rng.choice(
        (
            f"{month:02d}/{day:02d}/{year}",
            f"{month}/{day}/{year % 100:02d}",
            f"{name} {day}, {year}",
            f"{day} {name} {year}",
            f"{day} {name[:3]} {year}",
            f"{year}-{month:02d}-{day:02d}",
            f"{day:02d}.{month:02d}.{year}",
        )
    )


def spoken_mobile(rng: random.Random) -> str:
    """A number as a machine writes down what was said."""
    words = dict(zip("0123456789", "공일이삼사오육칠팔구", strict=True))
    return " ".join("".join(words[c] for c in part) for part in dashed_mobile(rng).split("-"))
