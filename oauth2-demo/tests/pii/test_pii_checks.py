"""Check digits, number plans and dates, with vectors from the standards and laws that define them."""

from __future__ import annotations

import pytest

from oauth2_demo.security.pii.checks import CHECKS, is_calendar_date, luhn_holds
from oauth2_demo.security.pii.network import is_ipv6

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("check", "value", "cued", "kept"),
    [
        ("rrn", "881204-2743857", False, 14),  # check digit holds
        ("rrn", "881204-2743858", False, 0),
        ("rrn", "881204-2743858", True, 14),  # random since October 2020, so a cue is enough
        ("rrn", "220708-3934735", False, 14),  # born after the change
        ("rrn", "2207083934735", False, 0),
        ("rrn", "870231-1120934", True, 0),  # no such day
        ("rrn", "000229-3120934", True, 14),  # 2000 was a leap year
        ("rrn", "000229-1120934", True, 0),  # 1900 was not
        ("rrn", "930702-6839548", True, 0),  # a foreigner's number
        ("rrn", "8805202473612", False, 0),  # EAN-13
        ("frn", "930702-6839548", True, 14),
        ("frn", "930702-6839548", False, 14),
        ("frn", "930702-6839549", False, 0),
        ("frn", "881204-2743857", True, 0),
        ("brn", "220-81-66361", False, 12),
        ("brn", "220-81-66362", False, 0),
        ("brn", "020-81-66361", False, 0),
        ("card", "4571-7143-2178-5377", False, 19),
        ("card", "4571 7143 2178 5377 5", False, 19),  # the amount after it is no part
        ("card", "4571-7143-2178-5378", False, 0),
        ("card", "9430238721245618", False, 0),  # national range: groups or a cue
        ("card", "9430238721245618", True, 16),
        ("card", "9430-2387-2124-5618", False, 19),
        ("card", "3782 990889 82675", False, 17),
        ("card", "36148900647913", False, 14),  # Diners test number
        ("card", "6304000000000001", False, 0),
        ("card", "0000-0000-0000-0000", True, 0),
        ("us_ssn", "417-22-9083", False, 11),
        ("us_ssn", "417 22 9083", False, 0),
        ("us_ssn", "666-12-3456", True, 0),
        ("us_ssn", "912-12-3456", True, 0),
        ("us_ssn", "417-00-3456", True, 0),
        ("us_ssn", "417-22-0000", True, 0),
        ("us_ssn", "078-05-1120", True, 0),  # printed in advertisements
        ("iban", "DE49 8827 9671 3915 6386 96", False, 27),
        ("iban", "GB67BNRC22531934628974 NEXT", False, 22),
        ("iban", "GB67BNRC22531934628974X", False, 0),
        ("iban", "DE59794593730355457289", False, 0),
        ("iban", "ZZ59794593730355457289", False, 0),
        ("phone_kr", "010-1234-5678", False, 13),
        ("phone_kr", "010-123-4567", False, 12),
        ("phone_kr", "0101234567", False, 0),
        ("phone_kr", "010-12345-6789", False, 0),
        ("phone_kr", "02-783-4412", False, 11),
        ("phone_kr", "02-83-4412", False, 0),
        ("nanp", "206 555 0118", False, 0),
        ("nanp", "206 555 0118", True, 12),
        ("nanp", "206-911-0118", True, 0),
        ("nanp", "211-555-0118", True, 0),
        ("e164", "+1 512 555 0136", False, 15),
        ("e164", "+1 512 555 0136 2024", False, 15),
        ("e164", "+1-512-555-0136-2024", False, 0),
        ("e164", "+1 512 555", False, 0),
        ("e164", "+82 (0)10-1234-5678", False, 19),
        ("e164", "+44 20 7946 0012", False, 16),
        ("e164", "+999 1234 5678", False, 14),
        ("bank_account", "110-229-448107", True, 14),
        ("bank_account", "110-229-44", True, 0),
        ("bank_account", "010-1234-5678", True, 0),
        ("bank_account", "2024-10-02-112031", True, 0),
        ("bank_account", "111-111-111111", True, 0),
        ("account_us", "72001993481", True, 11),
        ("account_us", "00000000", True, 0),
        ("driver_license", "12-05-334817-22", False, 15),
        ("driver_license", "서울-05-334817-22", False, 15),
        ("driver_license", "29-05-334817-22", False, 0),
        ("birth_date", "1991-04-17", True, 10),
        ("birth_date", "910417", True, 6),
        ("birth_date", "19910417", True, 8),
        ("birth_date", "19911317", True, 0),
        ("birth_date", "05/22/1979", True, 10),
        ("birth_date", "22/05/1979", True, 10),
        ("birth_date", "2/26/02", True, 7),
        ("birth_date", "March 9, 1990", True, 13),
        ("birth_date", "March 39, 1990", True, 0),
        ("birth_date", "1991-02-30", True, 0),
        ("birth_date", "1891-02-20", True, 0),
        ("birth_date", "12-05", True, 0),
        ("email", "hong@example.com", False, 16),
        ("email", "icon@2x.png", False, 0),
        ("email", "a..b@example.com", False, 0),
        ("email", "git@github.com", False, 0),
        ("passport", "M38810427", True, 9),
        ("passport", "M00000000", True, 0),
        ("key_body", "ghp_24gT33Lshr3A9FECkWi8s4c10HrtnxmzdyoI", False, 40),
        ("key_body", "sk-aaaaaaaaaaaaaaaaaaaaaaaa", False, 0),
        ("jwt", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln", False, 41),
        ("jwt", "YWJj.eyJzdWIiOiJhIn0.c2ln", False, 0),
        ("jwt", "eyJAA.eyJzdWIiOiJhIn0.c2ln", False, 0),
        ("userinfo", "svc:Pa55word", False, 12),
        ("userinfo", "svc:", False, 0),
        ("userinfo", "svc:****", False, 0),
        ("userinfo", "svc:<password>", False, 0),
        ("userinfo", "user:password", False, 0),
        ("userinfo", "[:password]", False, 0),
    ],
)
def test_check_keeps_what_holds(check: str, value: str, cued: bool, kept: int) -> None:
    assert CHECKS[check](value, cued) == kept


@pytest.mark.parametrize(
    ("digits", "holds"), [("79927398713", True), ("79927398710", False), ("4111111111111111", True)]
)
def test_luhn_follows_the_standard(digits: str, holds: bool) -> None:
    assert luhn_holds(digits) is holds


@pytest.mark.parametrize(
    ("date", "exists"),
    [
        ((2024, 2, 29), True),
        ((1900, 2, 29), False),
        ((2000, 2, 29), True),
        ((2023, 13, 1), False),
        ((2023, 4, 30), True),
        ((2023, 4, 31), False),
        ((2023, 4, 0), False),
    ],
)
def test_calendar_knows_leap_years_and_lengths(date: tuple[int, int, int], exists: bool) -> None:
    assert is_calendar_date(*date) is exists


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("2001:db8:77::1", True),
        ("2001:db8:0:0:0:0:0:1", True),
        ("fe80::1", True),
        ("::ffff:192.0.2.1", True),
        ("::ffff:192.0.2.256", False),
        ("2001:db8::1::2", False),
        ("2001:::1", False),
        ("2001:db8:1:2:3:4:5", False),
        ("2001:db8:12345::1", False),
    ],
)
def test_ipv6_forms_are_those_of_rfc_4291(value: str, holds: bool) -> None:
    assert is_ipv6(value) is holds
