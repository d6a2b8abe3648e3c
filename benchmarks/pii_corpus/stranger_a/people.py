"""Names of people, and the addresses they write mail from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_a.words import listed

if TYPE_CHECKING:
    import random


def surname(rng: random.Random) -> str:
    """A Korean family name, about as often as the census counts it."""
    (kind,) = rng.choices(("common", "less_common", "rare", "double"), (60, 33, 4, 3))
    return rng.choice(listed(kind))


def korean_name(rng: random.Random) -> str:
    """Family name and given name."""
    family = surname(rng)
    share = rng.random()
    if share < 0.45:
        return family + rng.choice(listed("typical"))
    if share < 0.57:
        given = rng.choice(listed("native"))
        return family + given if len(family + given) <= 4 else family + "하늘"
    first, second = rng.choice(listed("first")), rng.choice(listed("second"))
    return family + first + (second if second != first else "우")


def english_name(rng: random.Random) -> str:
    """First and last name, now and then with a middle initial."""
    middle = f" {rng.choice('ABCDEGHJKLMNPRSTW')}." if rng.random() < 0.06 else ""
    return f"{rng.choice(listed('first_names'))}{middle} {rng.choice(listed('last_names'))}"


def first_name(rng: random.Random) -> str:
    """A first name, which on its own is not labelled."""
    return rng.choice(listed("first_names"))


def last_first(rng: random.Random) -> str:
    """An English name as lists sort it."""
    return f"{rng.choice(listed('last_names'))}, {rng.choice(listed('first_names'))}"


def roman_name(rng: random.Random) -> str:
    """A Korean name in Latin letters."""
    return f"{rng.choice(listed('roman_given'))} {rng.choice(listed('roman_surnames'))}"


def passport_name(rng: random.Random) -> str:
    """A Korean name as a passport prints it."""
    return f"{rng.choice(listed('roman_surnames'))} {rng.choice(listed('roman_given'))}".upper()


def _local(rng: random.Random) -> str:
    first = rng.choice(listed("first_names") + listed("roman_given")).lower().replace("ü", "u")
    last = rng.choice(listed("roman_surnames")).lower()
    return rng.choice(
        (
            f"{first}.{last}",
            f"{first}{rng.randrange(70, 100)}",
            f"{last}{first.replace('-', '')}",
            f"{first[0]}{last}",
            f"{first}_{last}{rng.randrange(10)}",
            rng.choice(listed("nicknames")),
            f"{rng.choice(listed('nicknames'))}{rng.randrange(1000)}",
            f"{last}.{first[0]}.{rng.randrange(1990, 2008)}",
            f"{first}+{rng.choice(('news', 'shop', 'test', 'invoices'))}",
        )
    )


def email(rng: random.Random) -> str:
    """A private address."""
    return f"{_local(rng)}@{rng.choice(listed('webmail'))}" if rng.random() < 0.6 else work_email(rng)


def work_email(rng: random.Random) -> str:
    """An address at a company."""
    return f"{_local(rng)}@{rng.choice(listed('korean_hosts') + listed('world_hosts'))}"


def role_email(rng: random.Random) -> str:
    """The address of an office."""
    return f"{rng.choice(listed('roles'))}@{rng.choice(listed('korean_hosts') + listed('world_hosts'))}"
