"""Numbers that states and banks give out, as FACTS.md of the project lays them down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.checks import brn_digit, luhn_digit, rrn_digit
from pii_corpus.stranger_b.draw import digits, grouped, marked, often
from pii_corpus.stranger_b.people import day_of
from pii_corpus.stranger_b.words import pick

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker

_NETWORKS = (
    ("4", 16, 34),
    ("51", 16, 12),
    ("53", 16, 8),
    ("55", 16, 12),
    ("2221", 16, 3),
    ("34", 15, 3),
    ("37", 15, 6),
    ("36", 14, 3),
    ("6011", 16, 4),
    ("65", 16, 2),
    ("3569", 16, 5),
    ("62", 16, 4),
    ("9410", 16, 5),
    ("9490", 16, 3),
)


def _registration(rng: random.Random, *, foreign: bool, new: bool = False, sound: float = 0.85) -> str:
    """Birth date, century and sex; ``sound`` is the share whose check digit holds, the rest was assigned at random."""
    year, month, day = (rng.randint(2021, 2024), *day_of(rng)[1:]) if new else day_of(rng, 1936, 2019)
    sex = str(rng.randint(1, 2) + 2 * (year >= 2000) + 4 * foreign)
    body = f"{year % 100:02d}{month:02d}{day:02d}{sex}{digits(rng, 2, '0123456789')}{digits(rng, 3)}"
    check = rrn_digit(body, foreign=foreign)
    if new or rng.random() > sound:
        check = digits(rng, 1)
    return body + check


def _written(rng: random.Random, run: str) -> str:
    separator = often(rng, (86, "-"), (6, ""), (4, " - "), (4, " "))
    return f"{run[:6]}{separator}{run[6:]}"


def business_number(rng: random.Random) -> str:
    """Ten digits whose check digit holds."""
    kind = rng.choice(("01", "05", "12", "24", "38", "51", "81", "86", "87", "88", "82", "90"))
    body = f"{rng.randint(101, 620)}{kind}{digits(rng, 4)}"
    return body + brn_digit(body)


def card_number(rng: random.Random) -> str:
    """A card number whose check digit holds."""
    prefix, length, _ = rng.choices(_NETWORKS, [weight for *_, weight in _NETWORKS])[0]
    body = prefix + digits(rng, length - 1 - len(prefix))
    return body + luhn_digit(body)


def written_card(rng: random.Random, run: str) -> str:
    """A card number in the groups of its length."""
    sizes = {14: (4, 6, 4), 15: (4, 6, 5)}.get(len(run), (4, 4, 4, 4))
    return grouped(run, sizes, often(rng, (60, "-"), (20, " "), (20, "")))


def _license(rng: random.Random) -> str:
    region = pick(rng, "_license_code")
    if rng.random() < 0.15:
        region = pick(rng, "_license_region")
    return f"{region}-{rng.randint(0, 99):02d}-{digits(rng, 6)}-{digits(rng, 2)}"


def _passport(rng: random.Random) -> str:
    letter = often(rng, (80, "M"), (10, "S"), (6, "R"), (4, "D"))
    if rng.random() < 0.5:
        return letter + digits(rng, 8)
    return f"{letter}{digits(rng, 3)}{rng.choice('ABCDEFGH')}{digits(rng, 4)}"


def _account(rng: random.Random, layout: str) -> str:
    sizes = tuple(int(size) for size in layout.split("-"))
    return grouped(digits(rng, sum(sizes), "123456789"), sizes, often(rng, (85, "-"), (15, "")))


def _bank_and_account(rng: random.Random) -> str:
    bank, _, layout = pick(rng, "_bank_layout").partition(":")
    return f"{bank} {marked('B', _account(rng, layout))}"


def _american_ssn(rng: random.Random) -> str:
    area = rng.choice([n for n in range(100, 765) if n != 666])
    return grouped(
        f"{area:03d}{rng.randint(10, 99)}{digits(rng, 4, '123456789')}", (3, 2, 4), often(rng, (88, "-"), (12, " "))
    )


NUMBERS: dict[str, Maker] = {
    "rrn": lambda rng: marked("S", _written(rng, _registration(rng, foreign=False))),
    "rrn_sound": lambda rng: marked("S", "{}-{}".format(*_halves(_registration(rng, foreign=False, sound=1)))),
    "rrn_run": lambda rng: marked("S", _registration(rng, foreign=False, sound=1)),
    "rrn_new": lambda rng: marked("S", "{}-{}".format(*_halves(_registration(rng, foreign=False, new=True)))),
    "frn": lambda rng: marked("F", _written(rng, _registration(rng, foreign=True))),
    "brn": lambda rng: marked("R", grouped(business_number(rng), (3, 2, 5), "-")),
    "brn_run": lambda rng: marked("R", business_number(rng)),
    "card": lambda rng: marked("C", written_card(rng, card_number(rng))),
    "card_run": lambda rng: marked("C", card_number(rng)),
    "klic": lambda rng: marked("L", _license(rng)),
    "klic_run": lambda rng: marked("L", f"{rng.randint(11, 26)}{digits(rng, 10)}"),
    "kpass": lambda rng: marked("T", _passport(rng)),
    "uspass": lambda rng: marked(
        "T", often(rng, (70, digits(rng, 9, "12345")), (30, f"{rng.choice('ABCXYZ')}{digits(rng, 8)}"))
    ),
    "uslic": lambda rng: marked(
        "L",
        often(
            rng,
            (50, f"{rng.choice('ABDFGKPS')}{digits(rng, 7)}"),
            (50, f"{rng.choice('ABDFGKPS')}{digits(rng, 3)}-{digits(rng, 4)}-{digits(rng, 4)}"),
        ),
    ),
    "bankacct": _bank_and_account,
    "acct": lambda rng: marked("B", _account(rng, pick(rng, "_bank_layout").partition(":")[2])),
    "acct_run": lambda rng: marked("B", digits(rng, rng.randint(11, 14), "123456789")),
    "usacct": lambda rng: marked("B", digits(rng, rng.randint(9, 12), "123456789")),
    "routing": lambda rng: marked("?B", digits(rng, 9, "01")),
    "ussn": lambda rng: marked("U", _american_ssn(rng)),
    "ussn_run": lambda rng: marked("U", "".join(_american_ssn(rng).replace("-", "").split())),
}


def _halves(run: str) -> tuple[str, str]:
    return run[:6], run[6:]
