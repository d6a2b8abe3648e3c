"""Cards, bank accounts and IBANs."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from pii_corpus import checks

if TYPE_CHECKING:
    from pii_corpus.values.source import Source

BANKS = {
    "국민은행": "6-2-6", "신한은행": "3-3-6", "우리은행": "4-3-6", "하나은행": "3-6-5", "농협": "3-4-4-2", "기업은행": "3-6-2-3",
    "카카오뱅크": "4-2-7", "토스뱅크": "4-4-4", "케이뱅크": "3-3-6", "새마을금고": "4-4-4-1", "우체국": "6-2-6", "SC제일은행": "3-2-6",
    "부산은행": "3-4-4-2", "대구은행": "3-2-6-1", "신협": "3-3-6", "IBK기업은행": "3-6-2-3", "KB국민": "6-2-6", "NH농협은행": "3-4-4-2",
}  # fmt: skip
_CARDS = (("4", 16), ("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("34", 15), ("37", 15), ("3056", 14), ("36", 14), ("38", 14), ("6011", 16), ("65", 16),
          ("3528", 16), ("3588", 16), ("62", 16), ("622", 19), ("9430", 16), ("9409", 16), ("94", 16), ("4", 13), ("6304", 18), ("5018", 16))  # fmt: skip


def _card(s: Source) -> str:
    prefix, length = s.rng.choice(_CARDS)
    body = prefix + s.digits(length - len(prefix) - 1)
    return body + checks.luhn_digit(body)


def grouped_card(number: str, separator: str) -> str:
    """``number`` in the groups that are printed on the card."""
    sizes = {15: (4, 6, 5), 14: (4, 6, 4), 13: (13,)}.get(len(number), (4, 4, 4, 4, 4))
    groups, at = [], 0
    for size in sizes:
        groups.append(number[at : at + size])
        at += size
    return separator.join(group for group in groups if group)


def card(s: Source) -> str:
    """A card number in groups."""
    return grouped_card(_card(s), s.rng.choice("- "))


def card_any(s: Source) -> str:
    """In any form."""
    return grouped_card(_card(s), s.rng.choice(("-", " ", "", "", ".", " - ")))


def card_dash(s: Source) -> str:
    """Sixteen digits with hyphens."""
    body = s.rng.choice(("4", "53", "9420", "3569")) + s.digits(15)
    body = body[:15]
    return grouped_card(body + checks.luhn_digit(body), "-")


def account_of(s: Source, bank: str) -> str:
    """An account number in the layout of a bank."""
    groups = [s.digits(int(size)) for size in BANKS[bank].split("-")]
    groups[0] = str(s.rng.randint(1, 9)) + groups[0][1:]
    return "-".join(groups)


def account(s: Source) -> str:
    """An account number of some bank."""
    return account_of(s, s.rng.choice(tuple(BANKS)))


def account_bare(s: Source) -> str:
    """Digits only."""
    return account(s).replace("-", "")


def bank(s: Source) -> str:
    """``은행 계좌``: the bank and an account in its layout, the number labelled."""
    name = s.rng.choice(tuple(BANKS))
    number = account_of(s, name)
    return f"{name} ⟦B:{number.replace('-', '') if s.rng.random() < 0.2 else number}⟧"


def iban(s: Source) -> str:
    """An IBAN, in groups or run together."""
    country, bban = s.rng.choice((
        ("DE", s.digits(18)), ("GB", s.body(4, string.ascii_uppercase) + s.digits(14)), ("FR", s.digits(20) + s.digits(3)), ("NL", s.body(4, string.ascii_uppercase) + s.digits(10)),
        ("ES", s.digits(20)), ("IT", s.body(1, string.ascii_uppercase) + s.digits(22)), ("CH", s.digits(17)), ("BE", s.digits(12)), ("AT", s.digits(16)), ("PL", s.digits(24)),
    ))  # fmt: skip
    whole = country + checks.iban_digits(country, bban) + bban
    return whole if s.rng.random() < 0.5 else " ".join(whole[i : i + 4] for i in range(0, len(whole), 4))
