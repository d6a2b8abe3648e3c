"""Things that are not private: dates, amounts, and numbers one step away from a private one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.checks import brn_digit, corporate_digit, ean_digit, luhn_digit, rrn_digit
from pii_corpus.stranger_b.draw import digits, grouped, letters
from pii_corpus.stranger_b.numbers import business_number, card_number, written_card
from pii_corpus.stranger_b.people import day_of
from pii_corpus.stranger_b.words import pick

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker


def _other(digit: str, rng: random.Random) -> str:
    return rng.choice([d for d in "0123456789" if d != digit])


def _bad_card(rng: random.Random) -> str:
    run = card_number(rng)
    return written_card(rng, run[:-1] + _other(run[-1], rng))


def _unsound_run(rng: random.Random, length: int) -> str:
    """A run of digits that neither Luhn nor the registration number's check digit accepts."""
    run = digits(rng, length, "123456789")
    barred = {luhn_digit(run[:-1]), rrn_digit(run[:12])}
    return run[:-1] + rng.choice([d for d in "0123456789" if d not in barred])


def _bad_business(rng: random.Random) -> str:
    run = business_number(rng)
    return grouped(run[:-1] + _other(brn_digit(run[:-1]), rng), (3, 2, 5), "-")


def _bad_registration(rng: random.Random) -> str:
    """A day that no month has."""
    month, day = rng.choice((("02", "30"), ("13", "07"), ("04", "31"), ("00", "15"), ("11", "31"), ("02", "31")))
    return f"{rng.randint(50, 99)}{month}{day}-{rng.randint(1, 2)}{digits(rng, 6)}"


def _unsound_registration(rng: random.Random) -> str:
    """A date that exists and a check digit that fails, before numbers became random."""
    year, month, day = day_of(rng, 1950, 1999)
    body = f"{year % 100:02d}{month:02d}{day:02d}{rng.randint(1, 2)}{digits(rng, 5)}"
    return f"{body[:6]}-{body[6:]}{_other(rrn_digit(body), rng)}"


def _corporate(rng: random.Random) -> str:
    body = f"{pick(rng, '_corp_office')}{pick(rng, '_corp_kind')}{digits(rng, 6, '0123')}"
    return f"{body[:6]}-{body[6:]}{corporate_digit(body)}"


def _barcode(rng: random.Random) -> str:
    while True:
        body = f"880{digits(rng, 9)}"
        run = body + ean_digit(body)
        if run[12] not in {rrn_digit(body), luhn_digit(body)}:
            return run


def _version(rng: random.Random) -> str:
    return ".".join(str(rng.randint(0, 90)) for _ in range(4))


def _clock(rng: random.Random) -> str:
    return f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"


def _date(rng: random.Random) -> str:
    return "{}-{:02d}-{:02d}".format(*day_of(rng, 2019, 2026))


def _plate(rng: random.Random) -> str:
    letter = rng.choice("가나다라마거너더러머버서어저하허호")
    return f"{rng.randint(11, 399)}{letter}{rng.choice(('', ' '))}{digits(rng, 4, '123456789')}"


def _masked(rng: random.Random) -> str:
    surname, last = rng.choice("김이박최정강조윤"), rng.choice("현수진영호민희준")
    return rng.choice((f"{surname}*{last}", f"{surname}**", f"{surname}○{last}", f"{surname}O{last}"))


def _masked_phone(rng: random.Random) -> str:
    start, end = digits(rng, 4, "2345"), digits(rng, 4)
    return rng.choice((f"010-****-{end}", f"010-{start}-****", f"010-{start[:2]}**-**{end[2:]}"))


def _masked_card(rng: random.Random) -> str:
    start, end = digits(rng, 6, "459"), digits(rng, 4)
    return rng.choice((f"{start[:4]}-****-****-{end}", f"**** **** **** {end}", f"{start}******{end}"))


def _masked_registration(rng: random.Random) -> str:
    year, month, day = day_of(rng, 1950, 1999)
    return f"{year % 100:02d}{month:02d}{day:02d}-{rng.randint(1, 2)}******"


NEAR: dict[str, Maker] = {
    "date": _date,
    "date_dot": lambda rng: _date(rng).replace("-", "."),
    "date_kr": lambda rng: "{}년 {}월 {}일".format(*day_of(rng, 2019, 2026)),
    "date_us": lambda rng: f"{rng.randint(1, 12):02d}/{rng.randint(1, 28):02d}/20{rng.randint(19, 26)}",
    "ymd": lambda rng: _date(rng).replace("-", ""),
    "hm": lambda rng: _clock(rng)[:5],
    "mm": lambda rng: _clock(rng)[3:5],
    "clock": _clock,
    "ts": lambda rng: f"{_date(rng)} {_clock(rng)}",
    "iso": lambda rng: f"{_date(rng)}T{_clock(rng)}Z",
    "won": lambda rng: f"{rng.randint(1, 980) * 1000 + rng.choice((0, 0, 500, 900)):,}",
    "usd": lambda rng: f"{rng.randint(1, 4000):,}.{rng.randint(0, 99):02d}",
    "n1": lambda rng: str(rng.randint(2, 9)),
    "n2": lambda rng: str(rng.randint(11, 99)),
    "n3": lambda rng: str(rng.randint(101, 998)),
    "n4": lambda rng: digits(rng, 4, "123456789"),
    "n5": lambda rng: digits(rng, 5, "123456789"),
    "n6": lambda rng: digits(rng, 6, "123456789"),
    "n8": lambda rng: digits(rng, 8, "3456789"),
    "pct": lambda rng: f"{rng.randint(0, 99)}.{rng.randint(0, 9)}",
    "port": lambda rng: str(rng.choice((3306, 5432, 6379, 8080, 8443, 443, 9092))),
    "epoch": lambda rng: str(rng.randint(1_600_000_000, 1_780_000_000)),
    "epoch_ms": lambda rng: f"{rng.randint(1_600_000_000, 1_780_000_000)}{digits(rng, 3)}",
    "order": lambda rng: f"{_date(rng).replace('-', '')}-{digits(rng, 7, '0123')}",
    "order_us": lambda rng: f"{digits(rng, 3, '1')}-{digits(rng, 7)}-{digits(rng, 7)}",
    "ticket": lambda rng: f"{rng.choice(('CS', 'OPS', 'INC', 'HELP', 'BUG', 'REQ'))}-{rng.randint(100, 99999)}",
    "track12": lambda rng: grouped(digits(rng, 12, "3456789"), (4, 4, 4), rng.choice(("-", ""))),
    "track13": lambda rng: _unsound_run(rng, 13),
    "track_ups": lambda rng: f"1Z{letters(rng, 6, 'ABCDEFGHW0123456789')}{digits(rng, 10)}",
    "run16": lambda rng: _unsound_run(rng, 16),
    "bad_card": _bad_card,
    "bad_brn": _bad_business,
    "bad_rrn": _bad_registration,
    "unsound_rrn": _unsound_registration,
    "corp": _corporate,
    "barcode": _barcode,
    "bad_iban": lambda rng: f"DE00{digits(rng, 18)}",
    "bad_ssn": lambda rng: f"{rng.choice(('000', '666'))}-{rng.randint(10, 49)}-{digits(rng, 4, '123')}",
    "ein": lambda rng: f"{rng.randint(10, 98)}-{digits(rng, 7)}",
    "ver3": lambda rng: _version(rng).rpartition(".")[0],
    "ver4": _version,
    "bad_ip": lambda rng: f"{rng.randint(256, 999)}.{rng.randint(0, 255)}.{rng.randint(256, 400)}.7",
    "part": lambda rng: f"{rng.choice('MSRGD')}{digits(rng, 8)}",
    "sku": lambda rng: f"{letters(rng, 3, 'ABCDEFKPTX')}-{digits(rng, 4)}-{letters(rng, 2, 'BKWHRDG')}",
    "plate": _plate,
    "masked": _masked,
    "masked_phone": _masked_phone,
    "masked_card": _masked_card,
    "masked_rrn": _masked_registration,
    "masked_mail": lambda rng: f"{rng.choice('abkmps')}{rng.choice('eiou')}***@{pick(rng, '_masked_host')}",
}
