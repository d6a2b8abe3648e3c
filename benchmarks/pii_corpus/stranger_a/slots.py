"""What a text may ask for, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_a import keys, near, numbers, people, places
from pii_corpus.stranger_a.words import listed

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

PRIVATE: dict[str, tuple[str, Callable[[random.Random], str]]] = {
    "kn": ("N", people.korean_name),
    "pn": ("PN", people.english_name),
    "lf": ("PN", people.last_first),
    "rn": ("PN", people.roman_name),
    "pp-name": ("PN", people.passport_name),
    "em": ("E", people.email),
    "wem": ("E", people.work_email),
    "rem": ("E", people.role_email),
    "mob": ("P", numbers.mobile),
    "mobd": ("P", numbers.dashed_mobile),
    "mobb": ("P", numbers.bare_mobile),
    "tel": ("P", numbers.landline),
    "voip": ("P", numbers.internet_phone),
    "kint": ("P", numbers.abroad_phone),
    "usph": ("P", numbers.us_phone),
    "wph": ("P", numbers.world_phone),
    "said": ("P", numbers.spoken_mobile),
    "rrn": ("S", numbers.resident),
    "rrnd": ("S", numbers.dashed_resident),
    "frn": ("F", numbers.foreigner),
    "kpass": ("T", numbers.korean_passport),
    "wpass": ("T", numbers.world_passport),
    "dl": ("L", numbers.driver_license),
    "brn": ("R", numbers.business),
    "card": ("C", numbers.card),
    "acct": ("B", lambda rng: numbers.bank_and_account(rng)[1]),
    "usacct": ("B", numbers.us_account),
    "ussn": ("U", numbers.us_ssn),
    "iban": ("I", numbers.iban),
    "ip": ("IP", numbers.ipv4),
    "ip6": ("IP", numbers.ipv6),
    "jwt": ("J", keys.jwt),
    "key": ("K", keys.api_key),
    "pem": ("PK", keys.pem),
    "pem1": ("PK", lambda rng: keys.pem(rng).replace("\n", "\\n")),
    "uc": ("UC", keys.userinfo),
    "ka": ("A", places.korean_address),
    "kal": ("A", places.local_address),
    "ua": ("A", places.us_address),
    "kdob": ("D", numbers.korean_birthday),
    "sdob": ("D", numbers.spoken_birthday),
    "idob": ("D", numbers.iso_birthday),
    "edob": ("D", numbers.english_birthday),
    "?sdob": ("D", numbers.spoken_birthday),
    "?rep": ("P", numbers.representative),
    "?080": ("P", numbers.toll_free),
    "?net": ("IP", near.network),
    "?pn": ("PN", people.english_name),
}
HARMLESS: dict[str, Callable[[random.Random], str]] = {
    "sur": people.surname,
    "first": people.first_name,
    "ttl": lambda rng: rng.choice(listed("titles")),
    "spot": places.spot,
    "usspot": places.us_spot,
    "tower": places.tower,
    "zip": lambda rng: f"{rng.randrange(1000, 63999):05d}",
    "ord": near.order_number,
    "trk": near.parcel,
    "sku": near.sku,
    "part": near.part_number,
    "ver": near.version,
    "bver": near.build_version,
    "sha": near.commit,
    "uuid": near.uuid,
    "geo": near.coordinates,
    "ean": near.barcode,
    "corp": near.corporate,
    "xcard": near.broken_card,
    "xrrn": near.broken_resident,
    "xbrn": near.broken_business,
    "xssn": near.broken_ssn,
    "ein": near.employer_number,
    "ts": near.timestamp,
    "ms": near.epoch,
    "day": near.day,
    "eday": near.english_day,
    "clk": near.clock,
    "mm": lambda rng: f"{rng.randrange(60):02d}",
    "won": near.won,
    "usd": near.dollars,
    "plate": near.plate,
    "mac": near.mac,
    "isbn": near.isbn,
    "xmob": near.masked_phone,
    "pub": lambda rng: keys.pem(rng, public=True),
    "co": lambda rng: rng.choice(listed("korean_firms")),
    "eco": lambda rng: rng.choice(listed("world_firms")),
    "dept": lambda rng: rng.choice(listed("departments")),
    "prod": lambda rng: rng.choice(listed("goods")),
    "eprod": lambda rng: rng.choice(listed("world_goods")),
    "noun": lambda rng: rng.choice(listed("namelike")),
    "bank": lambda rng: numbers.bank_and_account(rng)[0],
    "n1": lambda rng: str(rng.randrange(1, 10)),
    "n2": lambda rng: str(rng.randrange(10, 100)),
    "n3": lambda rng: str(rng.randrange(100, 1000)),
    "n4": lambda rng: str(rng.randrange(1000, 10000)),
    "n5": lambda rng: str(rng.randrange(10000, 100000)),
}


def fill(name: str, rng: random.Random) -> str | None:
    """A value, labelled if it is private; None when no slot is called so."""
    if name == "acc":
        bank, account = numbers.bank_and_account(rng)
        return f"{bank}{rng.choice((' ', ' ', ' ', ': ', ''))}⟦B:{account}⟧"
    if name == "acctab":
        bank, account = numbers.bank_and_account(rng)
        return f"{bank}\t⟦B:{account}⟧"
    if name in HARMLESS:
        return HARMLESS[name](rng)
    if name not in PRIVATE:
        return None
    code, make = PRIVATE[name]
    return f"⟦{'?' if name.startswith('?') else ''}{code}:{make(rng)}⟧"
