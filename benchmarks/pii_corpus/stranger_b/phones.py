"""Telephone numbers of Korea and elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_b.draw import digits, marked, often
from pii_corpus.stranger_b.words import pick

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker


def _mobile(rng: random.Random) -> str:
    middle, last = digits(rng, 4, "23456789"), digits(rng, 4)
    return often(
        rng,
        (68, f"010-{middle}-{last}"),
        (11, f"010{middle}{last}"),
        (7, f"010 {middle} {last}"),
        (6, f"010.{middle}.{last}"),
        (3, f"010 - {middle} - {last}"),
        (3, f"{rng.choice(('011', '016', '017', '018', '019'))}-{digits(rng, 3, '23456789')}-{last}"),
        (2, f"010){middle}-{last}"),
    )


def _landline(rng: random.Random) -> str:
    area = often(rng, (45, "02"), (55, pick(rng, "_area")))
    middle, last = digits(rng, rng.choice((3, 3, 4)), "2345678"), digits(rng, 4)
    return often(
        rng,
        (72, f"{area}-{middle}-{last}"),
        (10, f"{area}){middle}-{last}"),
        (8, f"({area}) {middle}-{last}"),
        (5, f"{area}.{middle}.{last}"),
        (5, f"{area} {middle} {last}"),
    )


def _international(rng: random.Random) -> str:
    middle, last = digits(rng, 4, "23456789"), digits(rng, 4)
    return often(
        rng,
        (35, f"+82-10-{middle}-{last}"),
        (30, f"+82 10-{middle}-{last}"),
        (12, f"+8210{middle}{last}"),
        (8, f"+82 (0)10-{middle}-{last}"),
        (10, f"+82-2-{digits(rng, 3, '2345678')}-{last}"),
        (5, f"0082-10-{middle}-{last}"),
    )


def _american(rng: random.Random) -> str:
    area = digits(rng, 1, "23456789") + rng.choice(("02", "05", "12", "14", "17", "26", "31", "46", "52", "63", "70"))
    exchange, last = digits(rng, 1, "23456789") + digits(rng, 2, "2345678"), digits(rng, 4)
    return often(
        rng,
        (34, f"({area}) {exchange}-{last}"),
        (30, f"{area}-{exchange}-{last}"),
        (12, f"+1 {area}-{exchange}-{last}"),
        (9, f"{area}.{exchange}.{last}"),
        (8, f"+1{area}{exchange}{last}"),
        (7, f"+1 ({area}) {exchange}-{last}"),
    )


def _foreign(rng: random.Random) -> str:
    return rng.choice(
        (
            f"+44 20 7946 0{digits(rng, 3)}",
            f"+44 7700 900{digits(rng, 3)}",
            f"+49 30 {digits(rng, 4)} {digits(rng, 4)}",
            f"+33 1 {digits(rng, 2)} {digits(rng, 2)} {digits(rng, 2)} {digits(rng, 2)}",
            f"+81-3-{digits(rng, 4, '3456')}-{digits(rng, 4)}",
            f"+65 {digits(rng, 4, '689')} {digits(rng, 4)}",
            f"+61 4{digits(rng, 2)} {digits(rng, 3)} {digits(rng, 3)}",
            f"+84 9{digits(rng, 1)} {digits(rng, 3)} {digits(rng, 4)}",
        )
    )


def _spoken(rng: random.Random) -> str:
    spoken = "공일이삼사오육칠팔구"
    return " ".join("".join(spoken[int(d)] for d in part) for part in ("010", digits(rng, 4, "2345"), digits(rng, 4)))


PHONES: dict[str, Maker] = {
    "mobile": lambda rng: marked("P", _mobile(rng)),
    "mobile_run": lambda rng: marked("P", f"010{digits(rng, 8, '23456789')}"),
    "mobile_dash": lambda rng: marked("P", f"010-{digits(rng, 4, '23456789')}-{digits(rng, 4)}"),
    "mobile_spoken": lambda rng: marked("P", _spoken(rng)),
    "mobile_vowel": lambda rng: marked("P", f"010ㅡ{digits(rng, 4, '23456789')}ㅡ{digits(rng, 4)}"),
    "land": lambda rng: marked("P", _landline(rng)),
    "voip": lambda rng: marked("P", f"070-{digits(rng, 4, '45678')}-{digits(rng, 4)}"),
    "safe": lambda rng: marked(
        "P", f"050{rng.randint(2, 8)}-{digits(rng, rng.choice((3, 4)), '123456789')}-{digits(rng, 4)}"
    ),
    "rep": lambda rng: marked("?P", f"{pick(rng, '_rep')}-{digits(rng, 4)}"),
    "free": lambda rng: marked("?P", f"080-{digits(rng, 3, '23456789')}-{digits(rng, 4)}"),
    "intl": lambda rng: marked("P", _international(rng)),
    "usphone": lambda rng: marked("P", _american(rng)),
    "xphone": lambda rng: marked("P", _foreign(rng)),
    "usfree": lambda rng: marked(
        "?P", f"1-8{rng.choice(('00', '88', '77', '66'))}-{digits(rng, 3, '2345')}-{digits(rng, 4)}"
    ),
}
