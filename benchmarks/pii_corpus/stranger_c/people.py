"""People: Korean names as the census counts them, English names from many countries, birth dates."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pii_corpus.stranger_b.draw import digits, letters, marked, often
from pii_corpus.stranger_b.people import day_of
from pii_corpus.stranger_b.words import word_lists

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker

HERE = Path(__file__).parent
# Shares of the living by decade of birth, and of names that are shorter or longer than three syllables.
_DECADES = (
    (9, "given_1950"),
    (14, "given_1960"),
    (17, "given_1970"),
    (18, "given_1980"),
    (18, "given_1990"),
    (13, "given_2000"),
    (6, "given_2010"),
    (4, "given_short"),
    (1, "given_long"),
)
# A surname and a short given name that together are an everyday word are no fair label.
_WORDS = frozenset(
    {"기준", "표준", "국빈", "교훈", "가솔", "선빈", "구린", "변란", "소란", "반란", "계란", "심란", "유린"}
)


def own_words() -> dict[str, tuple[str, ...]]:
    """The word lists of this part."""
    return word_lists(HERE / "words.txt")


@cache
def _census() -> dict[str, tuple[list[str], list[int]]]:
    tables = {}
    for name, rows in word_lists(HERE / "census.txt").items():
        pairs = [row.split(" ") for row in rows]
        tables[name] = [word for word, _ in pairs], [int(count) for _, count in pairs]
    return tables


def _drawn(rng: random.Random, table: str) -> str:
    names, weights = _census()[table]
    return rng.choices(names, weights)[0]


def korean(rng: random.Random) -> str:
    """Surname and given name."""
    while True:
        surname = _drawn(rng, "surname")
        name = surname + _drawn(rng, often(rng, *_DECADES))
        if name not in _WORDS and len(name) <= 5:
            return name


def _pair(rng: random.Random) -> tuple[str, str]:
    """First and last name of one origin, as most people have, or of two."""
    origins = [name for name in own_words() if name.startswith("_first_")]
    shares = [int(own_words()["_share_" + name.removeprefix("_first_")][0]) for name in origins]
    first = rng.choices(origins, shares)[0]
    last = first if rng.random() < 0.9 else rng.choices(origins, shares)[0]
    return rng.choice(own_words()[first]), rng.choice(own_words()[last.replace("_first_", "_last_")])


def english(rng: random.Random) -> str:
    """First and last name, now and then with a middle initial or two last names."""
    first, last = _pair(rng)
    middle = often(rng, (86, " "), (14, f" {letters(rng, 1, 'ABCDEFGHJKLMNPRSTW')}. "))
    tail = f"-{_pair(rng)[1]}" if rng.random() < 0.03 and " " not in last else ""
    return f"{first}{middle}{last}{tail}"


def _last_first(rng: random.Random) -> str:
    first, last = _pair(rng)
    return f"{last[0].upper()}{last[1:]}, {first}"


def _romanised(rng: random.Random) -> str:
    given = rng.choice(own_words()["_roman_given"])
    return f"{given} {rng.choice(own_words()['_roman_sur'])}"


def _mail(rng: random.Random, hosts: str) -> str:
    words = own_words()
    first, last = (part.lower() for part in rng.choice(words["_roman_mail"]).split(" "))
    year = digits(rng, 2, "6789")
    local = often(
        rng,
        (20, f"{first}.{last}"),
        (15, f"{first}{last[0]}{year}"),
        (12, f"{last}{first[0]}{first[-1]}"),
        (12, f"{first}_{digits(rng, 4, '01')}"),
        (10, f"{first[0]}{last}"),
        (8, f"{rng.choice(words['_nickname'])}{year}"),
        (8, f"{rng.choice(words['_nickname'])}.{first}"),
        (6, f"{first}+{rng.choice(words['_plus'])}"),
        (5, f"{last}-{first}{digits(rng, 1, '123')}"),
        (4, rng.choice(words["_nickname"])),
    )
    return f"{local}@{rng.choice(words[hosts])}"


def _birth_korean(rng: random.Random) -> str:
    y, m, d = day_of(rng)
    return often(
        rng,
        (30, f"{y}-{m:02d}-{d:02d}"),
        (25, f"{y}.{m:02d}.{d:02d}"),
        (10, f"{y}. {m}. {d}"),
        (15, f"{y}년 {m}월 {d}일"),
        (10, f"{y}{m:02d}{d:02d}"),
        (10, f"{y}/{m:02d}/{d:02d}"),
    )


def _birth_us(rng: random.Random) -> str:
    y, m, d = day_of(rng)
    month = own_words()["_month"][m - 1]
    return often(
        rng, (55, f"{m:02d}/{d:02d}/{y}"), (20, f"{month} {d}, {y}"), (15, f"{y}-{m:02d}-{d:02d}"), (10, f"{m}/{d}/{y}")
    )


def _birth_uk(rng: random.Random) -> str:
    y, m, d = day_of(rng)
    month = own_words()["_month"][m - 1]
    return often(
        rng,
        (50, f"{d:02d}/{m:02d}/{y}"),
        (25, f"{d} {month} {y}"),
        (15, f"{d} {month[:3]} {y}"),
        (10, f"{d:02d}.{m:02d}.{y}"),
    )


PEOPLE: dict[str, Maker] = {
    "kn": lambda rng: marked("N", korean(rng)),
    "ksur": lambda rng: _drawn(rng, "surname"),
    "kgiven": lambda rng: _drawn(rng, "given_1990"),
    "en": lambda rng: marked("PN", english(rng)),
    "en_lf": lambda rng: marked("PN", _last_first(rng)),
    "en_up": lambda rng: marked("PN", english(rng).upper()),
    "en_maybe": lambda rng: marked("?PN", english(rng)),
    "enr": lambda rng: marked("PN", _romanised(rng)),
    "efirst": lambda rng: _pair(rng)[0],
    "elast": lambda rng: _pair(rng)[1],
    "mk": lambda rng: marked("E", _mail(rng, "_host_kr")),
    "me": lambda rng: marked("E", _mail(rng, "_host_en")),
    "mk_said": lambda rng: marked("E", _mail(rng, "_host_kr").replace("@", rng.choice((" 골뱅이 ", "골뱅이")))),
    "dobk": lambda rng: marked("D", _birth_korean(rng)),
    "dobk_iso": lambda rng: marked("D", "{}-{:02d}-{:02d}".format(*day_of(rng))),
    "dob6": lambda rng: marked("D", "{}{:02d}{:02d}".format(*day_of(rng))[2:]),
    "dobus": lambda rng: marked("D", _birth_us(rng)),
    "dob_maybe": lambda rng: marked("?D", "{}{:02d}{:02d}".format(*day_of(rng))),
    "dob_csv": lambda rng: marked("D", "{1:02d}/{2:02d}/{0}".format(*day_of(rng))),
    "dobuk": lambda rng: marked("D", _birth_uk(rng)),
}
