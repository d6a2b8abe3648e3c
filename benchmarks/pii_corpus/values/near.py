"""Numbers that look like private ones and are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus import checks
from pii_corpus.values import documents
from pii_corpus.values.money import grouped_card

if TYPE_CHECKING:
    from pii_corpus.values.source import Source


def corporate(s: Source) -> str:
    """A 법인등록번호."""
    body = f"{s.rng.choice(('1101', '1301', '1801', '1501'))}11{s.digits(6)}"
    return f"{body[:6]}-{body[6:]}{checks.corporate_digit(body)}"


def ean(s: Source) -> str:
    """A Korean barcode."""
    body = "880" + s.digits(9)
    return body + checks.ean_digit(body)


def bad_card(s: Source) -> str:
    """Grouped like a card, and the check digit is wrong."""
    number = "4" + s.digits(14)
    return grouped_card(number + str((int(checks.luhn_digit(number)) + 3) % 10), "-")


def bad_brn(s: Source) -> str:
    """Shaped like a business registration number, and the check digit is wrong."""
    number = documents.brn(s)
    return number[:-1] + str((int(number[-1]) + 4) % 10)


def timestamp(s: Source) -> str:
    """Date and time."""
    return f"2024-{s.rng.randint(1, 12):02d}-{s.rng.randint(1, 28):02d} {s.rng.randint(0, 23):02d}:{s.rng.randint(0, 59):02d}:{s.rng.randint(0, 59):02d}"


def uuid(s: Source) -> str:
    """A version 4 UUID."""
    h = s.body(32, "0123456789abcdef")
    return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}"
