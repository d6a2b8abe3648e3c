"""Names of people, e-mail addresses and dates of birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_b.draw import digits, marked, often
from pii_corpus.stranger_b.words import pick, words

if TYPE_CHECKING:
    import random

    from pii_corpus.stranger_b.draw import Maker

# Surname and weight, after the order of the 2015 census.
_FIRST = "민서지예하도시준현수은태승재우유윤정성동진영상혜미주소다채경병종창광규세연아보선원"
_SECOND = "준서연우윤은현호민진원영수희경숙철석훈혁규빈율린아안온솔찬결겸환식욱섭인정미선주하애옥순범"
_SINGLE = "솔준훈혁찬빈웅린"
# Words of every day that the syllables above happen to spell.


def _korean(rng: random.Random) -> str:
    entries = words("_surname")
    surname = rng.choices(
        [e.rstrip("0123456789") for e in entries], [int(e.lstrip(e.rstrip("0123456789"))) for e in entries]
    )[0]
    style = rng.random()
    if style < 0.4:
        given = rng.choice(_FIRST) + rng.choice(_SECOND)
    elif style < 0.83:
        given = pick(rng, "_given")
    elif style < 0.965:
        given = pick(rng, "_native")
    else:
        given = rng.choice(_SINGLE) if style < 0.993 else pick(rng, "_native_long")
    name = surname + given
    doubled = len(given) == 2 and given[0] == given[1]
    return _korean(rng) if name in words("_not_names") or doubled else name


def _english(rng: random.Random) -> str:
    if rng.random() < 0.08:
        return f"{pick(rng, '_roman_given')} {pick(rng, '_roman_last')}"
    first, last = pick(rng, "_efirst"), pick(rng, "_elast")
    middle = often(rng, (86, " "), (9, f" {rng.choice('ABCDEGHJKLMPRST')}. "), (2, " de la "), (3, " van "))
    if rng.random() < 0.04:
        last += f"-{pick(rng, '_elast')}"
    return first + middle + last


def _last_first(rng: random.Random) -> str:
    return f"{pick(rng, '_elast')}, {pick(rng, '_efirst')}"


def _email(rng: random.Random) -> str:
    local = pick(rng, "_mail_word")
    local += often(
        rng,
        (30, ""),
        (35, str(rng.randint(1, 9999))),
        (10, "_kr"),
        (10, f".{pick(rng, '_mail_word')}"),
        (6, "+news"),
        (9, "-1"),
    )
    return f"{local}@{pick(rng, '_mail_host')}"


def day_of(rng: random.Random, first_year: int = 1938, last_year: int = 2016) -> tuple[int, int, int]:
    """A day that every month has."""
    return rng.randint(first_year, last_year), rng.randint(1, 12), rng.randint(1, 28)


def _birth_kr(rng: random.Random) -> str:
    y, m, d = day_of(rng)
    return often(
        rng,
        (34, f"{y}-{m:02d}-{d:02d}"),
        (20, f"{y}.{m:02d}.{d:02d}"),
        (14, f"{y}년 {m}월 {d}일"),
        (12, f"{y}{m:02d}{d:02d}"),
        (10, f"{y % 100:02d}{m:02d}{d:02d}"),
        (5, f"{y}. {m}. {d}"),
        (5, f"{y}/{m:02d}/{d:02d}"),
    )


def _birth_en(rng: random.Random) -> str:
    y, m, d = day_of(rng)
    return often(
        rng,
        (35, f"{m:02d}/{d:02d}/{y}"),
        (25, f"{y}-{m:02d}-{d:02d}"),
        (15, f"{words('_month')[m - 1]} {d}, {y}"),
        (10, f"{d} {words('_month')[m - 1]} {y}"),
        (8, f"{words('_month')[m - 1][:3]} {d}, {y}"),
        (7, f"{m}/{d}/{y % 100:02d}"),
    )


PEOPLE: dict[str, Maker] = {
    "kname": lambda rng: marked("N", _korean(rng)),
    "ename": lambda rng: marked("PN", _english(rng)),
    "ename_lf": lambda rng: marked("PN", _last_first(rng)),
    "ename_up": lambda rng: marked("PN", _english(rng).upper()),
    "email": lambda rng: marked("E", _email(rng)),
    "email_pct": lambda rng: marked("E", _email(rng).replace("+", "%2B").replace("@", "%40")),
    "email_at": lambda rng: marked("E", _email(rng).replace("@", rng.choice((" [at] ", "(at)", " 골뱅이 ")))),
    "dobk": lambda rng: marked("D", _birth_kr(rng)),
    "dobk_iso": lambda rng: marked("D", "{}-{:02d}-{:02d}".format(*day_of(rng))),
    "dobk_run": lambda rng: marked("D", "{}{:02d}{:02d}".format(*day_of(rng))),
    "dobk_long": lambda rng: marked("D", "{}년 {}월 {}일".format(*day_of(rng))),
    "dobe": lambda rng: marked("D", _birth_en(rng)),
    "handle": lambda rng: pick(rng, "_mail_word").replace(".", "") + digits(rng, 2),
}
