"""The names by which templates ask for values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.values import documents, money, near, people, phones, places, secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from pii_corpus.values.source import Source

_VALUES: dict[str, tuple[str, Callable[[Source], str]]] = {
    "kname": ("N", people.kname), "kname3": ("N", people.kname3), "pname": ("PN", people.pname), "pname2": ("PN", people.plain_pname), "rname": ("PN", people.romanised),
    "email": ("E", people.email), "mobile": ("P", phones.mobile), "mobile_bare": ("P", phones.mobile_bare), "mobile_any": ("P", phones.mobile_any), "tel": ("P", phones.landline),
    "voip": ("P", phones.voip), "usphone": ("P", phones.phone_en), "intl": ("P", phones.phone_world), "rep": ("?P", phones.representative),
    "rrn": ("S", documents.rrn), "rrn_bare": ("S", documents.rrn_bare), "rrn_any": ("S", documents.rrn_any), "rrn_new": ("S", documents.rrn_new), "frn": ("F", documents.frn),
    "brn": ("R", documents.brn), "brn_bare": ("R", documents.brn_bare), "card": ("C", money.card), "card_any": ("C", money.card_any), "card_dash": ("C", money.card_dash),
    "account": ("B", money.account), "account_bare": ("B", money.account_bare), "addr": ("A", places.address_ko), "addr_road": ("A", places.address_road), "addr_en": ("A", places.address_en),
    "dob": ("D", people.dob_ko), "dob_saeng": ("D", people.dob_saeng), "dob_en": ("D", people.dob_en), "dob_iso": ("D", people.dob_iso), "passport": ("T", documents.passport), "passport_en": ("T", documents.passport_en),
    "licence": ("L", documents.licence), "ussn": ("U", documents.us_ssn), "ussn_any": ("U", documents.us_ssn_any), "iban": ("I", money.iban), "ip": ("IP", places.ip4), "ip6": ("IP", places.ip6),
    "jwt": ("J", secrets.jwt), "key": ("K", secrets.api_key), "aws": ("K", secrets.aws), "github": ("K", secrets.github), "openai": ("K", secrets.openai), "anthropic": ("K", secrets.anthropic),
    "slack": ("K", secrets.slack), "stripe": ("K", secrets.stripe), "google": ("K", secrets.google), "npm": ("K", secrets.npm), "hf": ("K", secrets.hugging_face), "gitlab": ("K", secrets.gitlab), "pypi": ("K", secrets.pypi),
    "pem": ("PK", secrets.pem), "pem_json": ("PK", secrets.pem_json), "userinfo": ("UC", secrets.userinfo),
    "bank": ("", money.bank), "pem_public": ("", secrets.pem_public), "corp": ("", near.corporate), "ean": ("", near.ean), "bad_card": ("", near.bad_card), "bad_brn": ("", near.bad_brn),
    "ts": ("", near.timestamp), "uuid": ("", near.uuid), "hex40": ("", lambda s: s.body(40, "0123456789abcdef")), "hex64": ("", lambda s: s.body(64, "0123456789abcdef")),
    "hex7": ("", lambda s: s.body(7, "0123456789abcdef")), "epoch_ms": ("", lambda s: f"17{s.digits(11)}"), "n2": ("", lambda s: str(s.rng.randint(10, 99))),
    "n3": ("", lambda s: str(s.rng.randint(100, 999))), "n4": ("", lambda s: str(s.rng.randint(1000, 9999))), "n6": ("", lambda s: str(s.rng.randint(100000, 999999))),
    "n8": ("", lambda s: f"{s.rng.randint(20000000, 99999999)}"), "n12": ("", lambda s: f"{s.rng.randint(3, 8)}{s.digits(11)}"), "won": ("", lambda s: f"{s.rng.randint(1, 9899) * 100:,}"),
    "date": ("", lambda s: f"2024-{s.rng.randint(1, 12):02d}-{s.rng.randint(1, 28):02d}"), "ymd": ("", lambda s: f"2024{s.rng.randint(1, 12):02d}{s.rng.randint(1, 28):02d}"),
    "time": ("", lambda s: f"{s.rng.randint(0, 23):02d}:{s.rng.randint(0, 59):02d}"), "b64": ("", lambda s: s.body(48)),
    "surname": ("", lambda s: s.rng.choice("김이박최정강조윤장임한오서신권황안송류홍")),
}  # fmt: skip


def value_for(name: str, source: Source) -> str | None:
    """The marked value a placeholder stands for, or None when there is no such placeholder."""
    if name not in _VALUES:
        return None
    code, make = _VALUES[name]
    value = make(source)
    return f"⟦{code}:{value}⟧" if code else value
