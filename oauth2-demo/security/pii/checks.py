"""Checks of single values: check digits, calendar dates, number plans, token structure.

Each takes the value as matched and whether a cue word stands beside it, and says how many characters of the value hold:
all of them, fewer when the pattern took too much, or 0 when it is no such value. Sources: Korean resident registration
and business registration rules, ISO/IEC 7812-1 (Luhn), ISO 13616 (IBAN), RFC 7519 (JWT), the North American and
ITU-T E.164 number plans, and the Social Security Administration's rules for numbers never issued.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from operator import mul

from oauth2_demo.security.pii.lazy import LazyPattern

Check = Callable[[str, bool], int]

_RRN_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_LUHN_DOUBLED = bytes.maketrans(b"0123456789", b"0246813579")
_BRN_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_RANDOM_SINCE = 20201001
_ADVERTISED_US_SSN = frozenset(("078051120", "219099999", "123456789", "987654321"))
_PLACEHOLDER_USERINFO = frozenset(
    (user, password)
    for user in ("user", "username", "id", "")
    for password in ("password", "pass", "pwd", "passwd", "pw")
)
_FILE_ENDINGS = """
png jpg jpeg gif svg webp bmp ico avif js mjs ts tsx jsx css scss html json xml yml yaml tgz gz tar whl jar exe dll
mp3 mp4 pdf csv log txt local localhost
"""
_IBAN_LENGTHS = (
    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18"
    "GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15"
    "PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20"
)
# Digits after the country code, least and most, where E.164 alone (15 in all) would be too generous.
_NO_ACCOUNT = LazyPattern("01[016-9][- ]?[0-9]{3,4}[- ][0-9]{4}$|(?:19|20)[0-9]{2}-[01][0-9]-")
_DIGIT_GROUPS = LazyPattern("[0-9]+")
_NATIONAL_LENGTHS = {
    "1": (10, 10), "7": (10, 10), "20": (8, 10), "27": (9, 9), "30": (10, 10), "31": (9, 9), "32": (8, 9), "33": (9, 9),
    "34": (9, 9), "36": (8, 9), "39": (8, 11), "40": (9, 9), "41": (9, 9), "43": (7, 13), "44": (9, 10), "45": (8, 8),
    "46": (7, 10), "47": (8, 8), "48": (9, 9), "49": (7, 12), "51": (8, 9), "52": (10, 11), "54": (10, 11),
    "55": (10, 11), "56": (9, 9), "57": (10, 10), "60": (8, 10), "61": (9, 9), "62": (8, 12), "63": (8, 10),
    "64": (8, 10), "65": (8, 8), "66": (8, 9), "81": (9, 10), "82": (8, 11), "84": (9, 10), "86": (10, 11),
    "90": (10, 10), "91": (10, 10), "92": (9, 10), "94": (9, 9), "98": (10, 10), "852": (8, 8), "853": (8, 8),
    "855": (8, 9), "886": (8, 9), "971": (8, 9), "972": (8, 9), "966": (8, 9), "353": (7, 9), "351": (9, 9),
    "358": (6, 11), "420": (9, 9), "380": (9, 9), "234": (8, 10), "254": (9, 9),
}  # fmt: skip


# As bytes, because deleting from a text looks every character up in a table of objects: a tenth of the time.
_NO_DIGITS = bytes((*range(48), *range(58, 128)))


def digits_of(value: str) -> str:
    """Return the ASCII digits of a value."""
    return value.encode("ascii", "ignore").translate(None, _NO_DIGITS).decode()


def is_calendar_date(year: int, month: int, day: int) -> bool:
    """Say whether the date exists in the Gregorian calendar."""
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)


def luhn_holds(digits: str) -> bool:
    """ISO/IEC 7812-1 annex B."""
    figures = digits.encode()
    # The code of a figure is 48 more than the figure.
    return (sum(figures[-2::-2].translate(_LUHN_DOUBLED)) + sum(figures[-1::-2]) - 48 * len(figures)) % 10 == 0


def _registration_sum(digits: str) -> int:
    weighted: int = sum(map(mul, digits.encode(), _RRN_WEIGHTS))
    return weighted - 48 * sum(_RRN_WEIGHTS)


def _corporation_holds(digits: str) -> bool:
    total = sum(int(char) * (1 + index % 2) for index, char in enumerate(digits[:12]))
    return (10 - total % 10) % 10 == int(digits[12])


def _ean_holds(digits: str) -> bool:
    total = sum(int(char) * (1 + 2 * (index % 2)) for index, char in enumerate(digits[:12]))
    return (10 - total % 10) % 10 == int(digits[12])


def _birth_of(digits: str) -> int:
    """Return YYYYMMDD of a registration number, or 0 if the date does not exist."""
    century = 20 if digits[6] in "3478" else 19
    year, month, day = century * 100 + int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    return year * 10000 + month * 100 + day if is_calendar_date(year, month, day) else 0


def _is_uncued_look_alike(digits: str, separated: bool) -> bool:
    """Korean barcodes (880) read as registration numbers: their month is 0x and they have a check digit too."""
    if separated:
        return False
    return digits.startswith("880") and _ean_holds(digits)


def check_rrn(value: str, cued: bool) -> int:
    """Resident registration number, sex digit 1 to 4; the check digit is random since October 2020."""
    digits = digits_of(value)
    if digits[6] not in "1234" or not (birth := _birth_of(digits)):
        return 0
    if cued:
        return len(value)
    separated = len(value) > 13
    if _is_uncued_look_alike(digits, separated):
        return 0
    if (11 - _registration_sum(digits) % 11) % 10 == int(digits[12]):
        return len(value)
    return len(value) if separated and birth >= _RANDOM_SINCE and not _corporation_holds(digits) else 0


def check_frn(value: str, cued: bool) -> int:
    """Foreign registration number, sex digit 5 to 8."""
    digits = digits_of(value)
    if digits[6] not in "5678" or not _birth_of(digits):
        return 0
    if cued:
        return len(value)
    if _is_uncued_look_alike(digits, len(value) > 13):
        return 0
    return len(value) if (13 - _registration_sum(digits) % 11) % 10 == int(digits[12]) else 0


def check_brn(value: str, _cued: bool) -> int:
    """Business registration number."""
    digits = digits_of(value)
    if digits[0] == "0" or digits[3:5] == "00":
        return 0
    total = sum(int(char) * weight for char, weight in zip(digits, _BRN_WEIGHTS, strict=False))
    total += int(digits[8]) * 5 // 10
    return len(value) if (10 - total % 10) % 10 == int(digits[9]) else 0


def check_card(value: str, cued: bool) -> int:
    """Payment card: issuer range, length and Luhn; national ranges (9...) only with a cue or printed groups."""
    digits = digits_of(value)
    if not _card_range_fits(digits) or len(set(digits)) < 3 or not luhn_holds(digits):
        # The last group may be the beginning of something else: `6011 1238 3972 9450 5만원`.
        shorter = re.match(r"[0-9]{4}([-. ]| - )[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?=\1)", value)
        return check_card(shorter[0], cued) if shorter else 0
    grouped = len(value) > len(digits)
    if not grouped and not cued and digits[0] in "9" + ("56" if len(digits) not in (15, 16) else ""):
        return 0
    return len(value)


def _card_range_fits(digits: str) -> bool:
    size = len(digits)
    if digits[0] == "4":
        return size in (13, 16, 19)
    two, three, four = int(digits[:2]), int(digits[:3]), int(digits[:4])
    if size == 16 and (51 <= two <= 55 or 2221 <= four <= 2720 or digits[0] == "9"):
        return True
    if two in (34, 37):
        return size == 15
    if 300 <= three <= 305 or two in (36, 38, 39):
        return size in (14, 16) if two != 36 else size in (14, 16, 19)
    if 3528 <= four <= 3589:
        return 16 <= size <= 19
    if two in (62, 65) or four == 6011 or 644 <= three <= 649 or two == 81:
        return 16 <= size <= 19
    return (two == 50 or 56 <= two <= 69) and 16 <= size <= 19


def check_email(value: str, _cued: bool) -> int:
    """Not the name of a picture or a package (`icon@2x.png`), and no doubled or trailing dots."""
    local, _, domain = value.rpartition("@")
    if domain.rpartition(".")[2].lower() in _FILE_ENDINGS.split() or ".." in local or local.endswith("."):
        return 0
    return len(value) if local.lower() not in ("git", "hg", "svn") or domain.count(".") > 1 else 0


def check_passport(value: str, _cued: bool) -> int:
    """A placeholder such as M00000000 is no number."""
    return len(value) if len(set(digits_of(value))) > 2 else 0


def check_us_ssn(value: str, cued: bool) -> int:
    """US social security number; only hyphens speak for themselves."""
    digits = digits_of(value)
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    if area in ("000", "666") or area[0] == "9" or group == "00" or serial == "0000" or digits in _ADVERTISED_US_SSN:
        return 0
    return len(value) if cued or value.count("-") == 2 else 0


@cache
def _iban_lengths() -> dict[str, int]:
    table = _IBAN_LENGTHS
    return {table[at : at + 2]: int(table[at + 2 : at + 4]) for at in range(0, len(table), 4)}


def check_iban(value: str, _cued: bool) -> int:
    """ISO 13616: length by country and remainder 1 modulo 97; a longer pattern match is cut to the length."""
    wanted = _iban_lengths().get(value[:2].upper(), 0)
    taken = ""
    end = 0
    for char in value:
        end += 1
        if char.isalnum():
            taken += char
        if len(taken) == wanted:
            break
    if not wanted or len(taken) != wanted or value[end : end + 1].isalnum():
        return 0
    number = int("".join(str(int(char, 36)) for char in taken[4:] + taken[:4]))
    return end if number % 97 == 1 else 0


def check_phone_kr(value: str, _cued: bool) -> int:
    """Korean number: total length by kind; 010 has eleven digits unless an old one is written with separators."""
    digits = digits_of(value)
    national = digits.removeprefix("00").removeprefix("82").lstrip("0")
    mobile = national.startswith(("10", "11", "16", "17", "18", "19"))
    size = len(national)
    if national.startswith("10") and len(value) == len(digits) and size != 10:
        return 0
    if mobile:
        return len(value) if size in (9, 10) else 0
    return len(value) if 8 <= size <= 11 else 0


def check_nanp(value: str, cued: bool) -> int:
    """North American number; groups held apart by spaces alone are also how tables print plain numbers."""
    digits = digits_of(value)[-10:]
    if digits[1:3] == "11" or digits[4:6] == "11" or len(set(digits)) < 3:
        return 0
    return len(value) if cued or "-" in value or "." in value or "(" in value else 0


def check_e164(value: str, _cued: bool) -> int:
    """International number: cut at the last group where the length fits the country."""
    abroad = value.startswith("00")
    code = _country_code(digits_of(value)[2 * abroad :])
    least, most = _NATIONAL_LENGTHS.get(code, (6, 15 - len(code)))
    # A trunk zero is written in brackets, or kept by mistake after +82.
    spare = 1 if "(0)" in value or code == "82" else 0
    best, count = 0, -2 * abroad
    for group in _DIGIT_GROUPS.finditer(value):
        count += len(group[0])
        if least <= count - len(code) <= most + spare:
            best = group.end()
    if not best:
        return 0
    # Cutting inside an unbroken or hyphenated number would leave a rest of it behind.
    return best if best == len(value) or value[best] in " ()" else 0


def check_trunk_zero(value: str, _cued: bool) -> int:
    """National number behind a trunk zero, as in Britain, Australia or Germany: nine to eleven digits (ITU-T E.123)."""
    digits = digits_of(value)
    return len(value) if 9 <= len(digits) <= 11 and len(set(digits)) > 2 else 0


def _country_code(digits: str) -> str:
    for size in (1, 2, 3):
        if digits[:size] in _NATIONAL_LENGTHS:
            return digits[:size]
    return digits[:3]


def check_bank_account(value: str, _cued: bool) -> int:
    """Ten to sixteen digits that are not a calendar date, a phone number or a year range."""
    digits = digits_of(value)
    if not 10 <= len(digits) <= 16 or len(set(digits)) < 3:
        return 0
    if value.startswith(("01", "19", "20")) and _NO_ACCOUNT.match(value):
        return 0
    return len(value)


def check_account_us(value: str, _cued: bool) -> int:
    """Account number after a cue: not a date, not a phone number, not all one digit."""
    digits = digits_of(value)
    dated = len(digits) == 8 and digits[:2] in ("19", "20")
    if dated and is_calendar_date(int(digits[:4]), int(digits[4:6]), int(digits[6:])):
        return 0
    return len(value) if 6 <= len(digits) <= 17 and len(set(digits)) > 1 else 0


def check_driver_license(value: str, _cued: bool) -> int:
    """Korean licence: twelve digits, or ten after a printed region name."""
    digits = digits_of(value)
    if len(digits) == 12 and not (11 <= int(digits[:2]) <= 28):
        return 0
    return len(value) if len(digits) in (10, 12) else 0


def check_license_us(value: str, _cued: bool) -> int:
    """Seven to fourteen digits, with or without letters: no state uses fewer."""
    return len(value) if 7 <= len(digits_of(value)) <= 14 else 0


def check_birth_date(value: str, _cued: bool) -> int:
    """A date of 1900 to 2099 that exists; written numbers may be year, month, day or the other way round."""
    numbers = [int(part) for part in re.findall("[0-9]+", value)]
    if re.search("[A-Za-z]{3}", value):
        return len(value) if len(numbers) == 2 and 1900 <= max(numbers) <= 2099 and 1 <= min(numbers) <= 31 else 0
    if len(numbers) == 1:
        digits = digits_of(value)
        year = int(digits[:-4])
        numbers = [year if len(digits) == 8 else 2000 + year, int(digits[-4:-2]), int(digits[-2:])]
    if len(numbers) != 3:
        return 0
    first, second, third = numbers
    if "/" in value and third < 100 and first <= 12 and len(value) <= 8:
        first, second, third = first, second, 2000 + third
    if third > 31:
        year, options = third, ((first, second), (second, first))
    else:
        year, options = (first if first > 99 else 2000 + first), ((second, third), (third, second))
    plausible = 1900 <= year <= 2099
    return len(value) if plausible and any(is_calendar_date(year, month, day) for month, day in options) else 0


def check_key_body(value: str, _cued: bool) -> int:
    """A credential looks random: digits and both letter cases or at least ten different characters."""
    body = re.sub(r"^[a-z]{2,7}[-_]", "", value)
    kinds = bool(re.search("[0-9]", body)) + bool(re.search("[a-z]", body)) + bool(re.search("[A-Z]", body))
    return len(value) if len(set(body)) >= 10 and kinds >= 2 else 0


def check_jwt(value: str, _cued: bool) -> int:
    """RFC 7519: the first part must decode to a JSON object."""
    import base64  # Only texts with a candidate pay for it.
    import binascii

    header = value.partition(".")[0]
    try:
        decoded = base64.urlsafe_b64decode(header + "=" * (-len(header) % 4))
    except (ValueError, binascii.Error):
        return 0
    return len(value) if decoded.startswith(b"{") and b'"' in decoded else 0


def check_userinfo(value: str, _cued: bool) -> int:
    """RFC 3986, section 3.2.1: a password must be there, and a placeholder is not one."""
    user, _, password = value.partition(":")
    if user.startswith("[") or (user, password) in _PLACEHOLDER_USERINFO or not password.isascii():
        return 0
    if not password or set(password) <= {"*", "x", "X", "•"} or password[0] in "<{$" or password.startswith("%s"):
        return 0
    return len(value)


CHECKS: dict[str, Check] = {
    "account_us": check_account_us,
    "bank_account": check_bank_account,
    "birth_date": check_birth_date,
    "brn": check_brn,
    "card": check_card,
    "driver_license": check_driver_license,
    "e164": check_e164,
    "email": check_email,
    "frn": check_frn,
    "iban": check_iban,
    "jwt": check_jwt,
    "key_body": check_key_body,
    "license_us": check_license_us,
    "nanp": check_nanp,
    "passport": check_passport,
    "phone_kr": check_phone_kr,
    "rrn": check_rrn,
    "trunk_zero": check_trunk_zero,
    "us_ssn": check_us_ssn,
    "userinfo": check_userinfo,
}
