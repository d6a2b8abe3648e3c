"""Names of many languages in sentences without a cue, and pairs of capitals that only look like them."""

from __future__ import annotations

import pytest

from oauth2_demo.security.pii.lexicon_en import plain_letters
from oauth2_demo.security.pii.romanised import is_given_beside
from oauth2_demo.security.security_common import get_pii_detector

pytestmark = pytest.mark.unit


def _names(text: str) -> list[str]:
    return [match.value for match in get_pii_detector().scan_text(text) if match.type == "person_name"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Olumide Adebisi", "Ticket 4411: Olumide Adebisi cannot log in since Monday."),
        ("Nguyễn Thị Hương", "Customer Nguyễn Thị Hương asked for a refund."),
        ("Łukasz Wójcik", "Łukasz Wójcik opened the door at 9."),
        ("Şebnem Yıldız", "please add Şebnem Yıldız to the call"),
        ("Seán Ó Briain", "Seán Ó Briain signed the tenancy."),
        ("Fatima el-Sayed", "Referred by Fatima el-Sayed for MRI."),
        ("Pieter-Jan van den Berg", "cc Pieter-Jan van den Berg please"),
        ("Wang Xiaoli", "Our auditor Wang Xiaoli will come on Friday."),
        ("Zhihao Xu", "just had Zhihao Xu on the phone"),
        ("Jiwon Park", "Storage unit 511: Jiwon Park, paid"),
        ("Park Ji-sung", "Park Ji-sung scored"),
        ("Haruki Yamashita", "can someone help Haruki Yamashita with the vpn?"),
        ("D'Angelo Russell", "D'Angelo Russell was arrested"),
        ("Shaniqua Washington", "Shaniqua Washington wants her file"),
        ("April Bennett", "April Bennett missed her shift"),
        ("Giorgi Beridze", "Contractor Giorgi Beridze invoiced us twice."),
        ("Tiffany Carver", "cust Tiffany Carver knows. my cell"),
        ("Yusuf Haddad", "Signature: Yusuf Haddad      Date: 02/10/2021"),
        ("Grace P. Park", "Name on birth certificate: Grace P. Park. Married name: none"),
        ("Wiśniewski, Katarzyna", 'OPR=652 NAME="Wiśniewski, Katarzyna" DL'),
        ("Van der Berg, Astrid", "Window 4: applicant Van der Berg, Astrid, DOB"),
        ("Whitaker, Brandon", "Name:  Whitaker, Brandon            "),
        ("LUIS MUÑOZ", "외국인 LUIS MUÑOZ 등록"),
        ("MEILING HUANG", "외국인 환자 MEILING HUANG 여권"),
    ],
)
def test_name_is_found_whole(name: str, text: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Aston Martin models and Alfa Romeo parts.",
        "We moved the queue to Apache Kafka last year.",
        "Jenkins Pipeline and Travis Build",
        "Dorothy Perkins store and Steve Madden shoes",
        "Newton Raphson and Gauss Seidel methods.",
        "Storm named Hurricane Ian, cat code 87.",
        "The office is closed for St Patrick's weekend.",
        "Faculty: grade rosters for Young Hall sections are due",
        "Costa Rica, Puerto Rico and Santo Domingo.",
        "Max Retries exceeded in Celery Worker.",
        "Wei Wen Trading, Li Ning shoes",
        "Crew: Hannah, Luis, Marek",
        "@everyone raid at 8. Frost Baker needs 2 healers",
    ],
)
def test_companies_places_goods_and_lists_are_no_names(text: str) -> None:
    assert _names(text) == []


def test_letters_abroad_lose_their_marks() -> None:
    assert plain_letters("Łukasz Żółć Đặng Øyvind") == "Lukasz Zolc Dang Oyvind"


@pytest.mark.parametrize(
    ("given", "family", "known"),
    [("Seo-yeon", "Kim", True), ("Zhihao", "Lin", True), ("Human", "Kim", False), ("Jiwon", "Smith", False)],
)
def test_given_name_of_korea_or_china_needs_a_surname_of_its_own(given: str, family: str, *, known: bool) -> None:
    assert is_given_beside(given, family) is known


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        # Ofcom's and ComReg's numbering plans: these groups are telephones without a cue.
        ("phone", "07700 900593", "She's on 07700 900593 and free most afternoons"),
        ("phone", "020 7946 0235", "T  020 7946 0235"),
        ("phone", "0161 496 0910", "0161 496 0910 is the front desk"),
        ("phone", "087 286 9982", "Negotiator | M: 087 286 9982"),
        # United States Postal Service, Publication 28, 241: numbered county and state roads.
        ("address", "7784 County Road 12, Raleigh, NC 27620", "bread at 7784 County Road 12, Raleigh, NC 27620? Key"),
        (
            "address",
            "2457 Martin Luther King Jr Blvd, Reno, NV 89500",
            "(2457 Martin Luther King Jr Blvd, Reno, NV 89500)",
        ),
        # A value before what it is.
        ("date_of_birth", "851220", "김재현 851220 (생년월일)"),
        ("date_of_birth", "1977.11.23", "한현주 1977.11.23 생년월일이구요"),
        ("passport", "B79340363", "the only ID? number B79340363 (US passport)"),
        ("driver_license", "B8011494", "I lost my license, number was B8011494, thanks"),
    ],
)
def test_value_is_found_whole_without_its_usual_cue(kind: str, value: str, text: str) -> None:
    found = [match.value for match in get_pii_detector().scan_text(text) if match.type == kind]
    assert found == [value]


@pytest.mark.parametrize(
    "text", ["2024-06-01 birthday party", "ticket 123456 account locked", "240102 생년월일: 미입력"]
)
def test_number_before_a_cue_that_it_does_not_belong_to_is_nothing(text: str) -> None:
    assert get_pii_detector().scan_text(text) == []
