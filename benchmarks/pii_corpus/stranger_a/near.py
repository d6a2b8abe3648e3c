"""What looks private and is not."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from pii_corpus import checks
from pii_corpus.stranger_a.keys import chars
from pii_corpus.stranger_a.numbers import digits
from pii_corpus.stranger_a.words import listed

if TYPE_CHECKING:
    import random

_HEX = "0123456789abcdef"


def _group(rng: random.Random, *sizes: int) -> str:
    return "-".join(digits(rng, size) for size in sizes)


def order_number(rng: random.Random) -> str:
    """The number of an order."""
    day = f"2024{rng.randrange(1, 13):02d}{rng.randrange(1, 29):02d}"
    return rng.choice(
        (
            f"{day}-{digits(rng, 7)}",
            f"ORD-{day}-{digits(rng, 4)}",
            f"#{digits(rng, 6)}",
            f"{digits(rng, 3)}-{digits(rng, 7)}-{digits(rng, 7)}",
            f"A{digits(rng, 9)}",
            f"{day}{digits(rng, 6)}",
        )
    )


def parcel(rng: random.Random) -> str:
    """The number of a parcel."""
    return rng.choice(
        (_group(rng, 4, 4, 4), digits(rng, 12), "1Z" + chars(rng, string.ascii_uppercase + string.digits, 16))
    )


def sku(rng: random.Random) -> str:
    """The number of an article."""
    letters = chars(rng, string.ascii_uppercase, 3)
    return rng.choice(
        (
            f"{letters}-{digits(rng, 4)}-{digits(rng, 2)}",
            f"{letters}{digits(rng, 5)}",
            f"M{digits(rng, 3)}A-{digits(rng, 2)}",
            f"{letters}-{digits(rng, 3)}{letters[0]}{digits(rng, 2)}",
        )
    )


def part_number(rng: random.Random) -> str:
    """A part number laid out almost like a telephone number."""
    return rng.choice(
        (
            _group(rng, 5, 4, 4),
            f"00{digits(rng, 1)}-{_group(rng, 4, 5)}",
            f"90{_group(rng, 3, 5)}",
            f"P{_group(rng, 3, 4, 4)}",
            f"{_group(rng, 3, 4)}-{letters_of(rng)}",
        )
    )


def letters_of(rng: random.Random) -> str:
    """Two capitals."""
    return chars(rng, string.ascii_uppercase, 2)


def version(rng: random.Random) -> str:
    """Three or four numbers."""
    return ".".join(str(rng.randrange(0, 30)) for _ in range(rng.choice((3, 3, 4))))


def build_version(rng: random.Random) -> str:
    """Four numbers, as browsers and Windows have."""
    return f"{rng.randrange(4, 140)}.0.{rng.randrange(10, 255)}.{rng.randrange(10, 255)}"


def commit(rng: random.Random) -> str:
    """A hash, whole or cut."""
    return chars(rng, _HEX, rng.choice((7, 8, 40, 64)))


def uuid(rng: random.Random) -> str:
    """A random one."""
    parts = (chars(rng, _HEX, size) for size in (8, 4, 3, 3, 12))
    return "{}-{}-4{}-a{}-{}".format(*parts)


def coordinates(rng: random.Random) -> str:
    """Somewhere in Korea."""
    return f"{rng.uniform(33, 38):.6f}, {rng.uniform(126, 130):.6f}"


def barcode(rng: random.Random) -> str:
    """EAN-13 that is no registration number even by chance."""
    while True:
        body = "880" + digits(rng, 9)
        whole = body + checks.ean_digit(body)
        if checks.rrn_digit(whole[:12]) != whole[12]:
            return whole


def corporate(rng: random.Random) -> str:
    """A 법인등록번호."""
    body = rng.choice(("110111", "110114", "120111", "131111", "180111", "200111")) + digits(rng, 6)
    return f"{body[:6]}-{body[6:]}{checks.corporate_digit(body)}"


def broken_card(rng: random.Random) -> str:
    """Sixteen digits whose check digit is wrong."""
    body = "4" + digits(rng, 14)
    whole = body + str((int(checks.luhn_digit(body)) + rng.randrange(1, 10)) % 10)
    return "-".join(whole[i : i + 4] for i in range(0, 16, 4))


def broken_resident(rng: random.Random) -> str:
    """A day that does not exist."""
    return f"{rng.randrange(50, 99)}{rng.choice(('0231', '1302', '0431', '1535', '0645'))}-1{digits(rng, 6)}"


def broken_business(rng: random.Random) -> str:
    """A business number whose check digit is wrong."""
    body = f"{rng.randrange(101, 700)}81{digits(rng, 4)}"
    whole = body + str((int(checks.brn_digit(body)) + rng.randrange(1, 10)) % 10)
    return f"{whole[:3]}-{whole[3:5]}-{whole[5:]}"


def broken_ssn(rng: random.Random) -> str:
    """Never issued, or printed in adverts."""
    return rng.choice(
        (
            f"000-{_group(rng, 2, 4)}",
            f"666-{_group(rng, 2, 4)}",
            f"9{_group(rng, 2, 2, 4)}",
            f"{rng.randrange(100, 600)}-00-{digits(rng, 4)}",
            "078-05-1120",
            "219-09-9999",
        )
    )


def employer_number(rng: random.Random) -> str:
    """An EIN, which belongs to a company."""
    return f"{rng.randrange(20, 90)}-{digits(rng, 7)}"


def timestamp(rng: random.Random) -> str:
    """A moment as logs write it."""
    day = f"2024-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
    clock = f"{rng.randrange(24):02d}:{rng.randrange(60):02d}:{rng.randrange(60):02d}"
    return rng.choice(
        (
            f"{day} {clock}",
            f"{day}T{clock}Z",
            f"{day}T{clock}.{digits(rng, 3)}+09:00",
            f"{day} {clock},{digits(rng, 3)}",
        )
    )


def epoch(rng: random.Random) -> str:
    """Milliseconds since 1970 that are no registration number even by chance."""
    while True:
        whole = f"17{digits(rng, 11)}"
        if checks.rrn_digit(whole[:12], foreign=whole[6] in "5678") != whole[12]:
            return whole


def day(rng: random.Random) -> str:
    """A day nobody was born on."""
    month, number = rng.randrange(1, 13), rng.randrange(1, 29)
    return rng.choice(
        (
            f"2024-{month:02d}-{number:02d}",
            f"2024.{month:02d}.{number:02d}",
            f"2024년 {month}월 {number}일",
            f"{month}월 {number}일",
            f"{month}/{number}",
        )
    )


def english_day(rng: random.Random) -> str:
    """The same in English."""
    month, number = rng.randrange(12), rng.randrange(1, 29)
    name = listed("months")[month]
    return rng.choice(
        (
            f"2024-{month + 1:02d}-{number:02d}",
            f"{name} {number}",
            f"{number} {name[:3]} 2024",
            f"{month + 1}/{number}/24",
        )
    )


def clock(rng: random.Random) -> str:
    """A time of the day."""
    return f"{rng.randrange(7, 23):02d}:{rng.choice(('00', '10', '15', '30', '45'))}"


def won(rng: random.Random) -> str:
    """A price in won."""
    return f"{rng.randrange(10, 20000) * 100:,}원"


def dollars(rng: random.Random) -> str:
    """A price in dollars."""
    return (
        f"${rng.randrange(1, 9)},{digits(rng, 3)}.{digits(rng, 2)}"
        if rng.random() < 0.4
        else f"${rng.randrange(3, 990)}.{digits(rng, 2)}"
    )


def plate(rng: random.Random) -> str:
    """A car."""
    return f"{rng.randrange(10, 400)}{rng.choice('가나다라마거너더러버허하호')} {digits(rng, 4)}"


def mac(rng: random.Random) -> str:
    """A network card."""
    return ":".join(chars(rng, _HEX, 2) for _ in range(6))


def isbn(rng: random.Random) -> str:
    """A book."""
    return f"979-11-{digits(rng, 5)}-{digits(rng, 2)}-{digits(rng, 1)}"


def masked_phone(rng: random.Random) -> str:
    """A number somebody has masked already."""
    return rng.choice((f"010-****-{digits(rng, 4)}", f"010-{digits(rng, 2)}**-**{digits(rng, 2)}", "010-XXXX-XXXX"))


def network(rng: random.Random) -> str:
    """A network, which may be reported or not."""
    return rng.choice(("10.0.0.0", "192.168.0.0", "172.16.0.0", "10.20.0.0"))
