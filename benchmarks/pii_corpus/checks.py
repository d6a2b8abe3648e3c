"""Check digits and shapes, computed apart from the detector so that a shared mistake cannot hide."""

from __future__ import annotations

import calendar
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_RRN_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_BRN_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


def digits_of(text: str) -> str:
    """The ASCII digits of a value, with full-width digits folded."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c in "0123456789")


def luhn_digit(body: str) -> str:
    """The check digit that makes ``body`` satisfy ISO/IEC 7812-1."""
    total = sum(sum(divmod(int(c) * (2 - i % 2), 10)) for i, c in enumerate(reversed(body)))
    return str(-total % 10)


def rrn_digit(body: str, *, foreign: bool = False) -> str:
    """The check digit of the twelve leading digits of a registration number."""
    total = sum(w * int(c) for w, c in zip(_RRN_WEIGHTS, body, strict=True))
    return str(((13 if foreign else 11) - total % 11) % 10)


def brn_digit(body: str) -> str:
    """The check digit of the nine leading digits of a business registration number."""
    total = sum(w * int(c) for w, c in zip(_BRN_WEIGHTS, body, strict=True)) + int(body[8]) * 5 // 10
    return str(-total % 10)


def corporate_digit(body: str) -> str:
    """The check digit of the twelve leading digits of a 법인등록번호."""
    return str(-sum((1 + i % 2) * int(c) for i, c in enumerate(body)) % 10)


def ean_digit(body: str) -> str:
    """The check digit of the twelve leading digits of an EAN-13."""
    return str(-sum((1 + 2 * (i % 2)) * int(c) for i, c in enumerate(body)) % 10)


def iban_digits(country: str, bban: str) -> str:
    """The two check digits of an IBAN (ISO 13616)."""
    return f"{98 - int(''.join(str(int(c, 36)) for c in bban + country + '00')) % 97:02d}"


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the day exists in the Gregorian calendar."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _is_registration(value: str, sexes: str) -> bool:
    d = digits_of(value)
    if len(d) != 13 or d[6] not in sexes:
        return False
    century = 1900 if d[6] in "1256" else 2000
    return is_date(century + int(d[:2]), int(d[2:4]), int(d[4:6]))


def _is_iban(value: str) -> bool:
    v = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", value)).upper()
    return 15 <= len(v) <= 34 and int("".join(str(int(c, 36)) for c in v[4:] + v[:4])) % 97 == 1


def _is_us_ssn(value: str) -> bool:
    d = digits_of(value)
    return len(d) == 9 and d[:3] not in {"000", "666"} and d[0] != "9" and d[3:5] != "00" and d[5:] != "0000"


def _is_card(value: str) -> bool:
    d = digits_of(value)
    return 13 <= len(d) <= 19 and luhn_digit(d[:-1]) == d[-1]


def _is_brn(value: str) -> bool:
    d = digits_of(value)
    return len(d) == 10 and brn_digit(d[:-1]) == d[-1]


def _is_korean_name(value: str) -> bool:
    return bool(re.fullmatch(r"[가-힣]{2,5}", unicodedata.normalize("NFC", value)))


def _is_private_key(value: str) -> bool:
    return value.startswith("-----BEGIN ") and value.rstrip().endswith("PRIVATE KEY-----")


VALIDATORS: dict[str, Callable[[str], bool]] = {
    "email": lambda v: bool(re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}", v)),
    "phone": lambda v: 7 <= len(digits_of(v)) <= 16 and v[-1] in "0123456789",
    "korean_name": _is_korean_name,
    "ssn": lambda v: _is_registration(v, "1234"),
    "foreign_registration": lambda v: _is_registration(v, "5678"),
    "passport": lambda v: bool(re.fullmatch(r"[A-Z0-9]{8,9}", v.upper())),
    "driver_license": lambda v: len(digits_of(v)) in {10, 12} or bool(re.fullmatch(r"[A-Z0-9-]{6,16}", v)),
    "business_registration": _is_brn,
    "credit_card": _is_card,
    "bank_account": lambda v: 8 <= len(digits_of(v)) <= 16,
    "us_ssn": _is_us_ssn,
    "iban": _is_iban,
    "ip_address": lambda v: bool(re.fullmatch(r"[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]+(%\w+)?", v)),
    "jwt": lambda v: v.startswith("eyJ") and v.count(".") == 2,
    "api_key": lambda v: len(v) >= 20 and not re.search(r"\s", v),
    "private_key": _is_private_key,
    "url_credentials": lambda v: ":" in v and "@" not in v and " " not in v,
    "address": lambda v: bool(re.search(r"[0-9]", v)),
    "date_of_birth": lambda v: len(digits_of(v)) >= 2,
    "person_name": lambda v: bool(re.fullmatch(r"[A-Z][\w.'’-]+(,? [\w.'’-]+)+", v)),
}
