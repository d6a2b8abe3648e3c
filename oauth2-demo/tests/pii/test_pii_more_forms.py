"""Forms that people who had not seen the rules write, and their look-alikes: one line for each class."""

from __future__ import annotations

import re

import pytest

from oauth2_demo.security.pii import PiiDetector
from oauth2_demo.security.pii.first_digits import ALL, first_digits
from oauth2_demo.security.pii.normalize import undisguise

pytestmark = pytest.mark.unit

# `«value»` is to be found with the type of its line, and nothing else of that type.
FORMS = {
    "person_name": r"""
«Kim Min-su» joined today
«Min-su Kim» joined today
«Hong Gil Dong» signed
성명 «Sumin Lee»
신규 입사자 «Na-ra Yoon» (한글명 확인)
author는 «Ruth Hughes» 입니다
«Angela Sullivan» 이사님 방한 일정
my name is «April Bennett» and I wait
Contact: «June Simmons», 1-646-608-9775
Account holder name: «Andrew Hall»
W-4 on file for «Stewart, Stephanie» (SSN 417-22-9083)
«JOHN SMITH», 1200 OAK STREET
passport name: «KIM MINSU»
MR «JOHN SMITH» called
hi, my name is «john carter» and this is urgent
«Sarah Connor»'s account is locked
«Tunde Adebayo-Cole», 34, was there
«Zorblax Quin», Head of Sales, left
Emergency contact — «Clara Whitfield» (spouse)
SHIP TO:\n«Zorblax Quin»\n3311 Willow St, Macon
Thanks,\n«Mateo Watson»\n""",
    "korean_name": r"""
아버님 성함이 «김단솔»이었나요?
대리점 사장님이 «김서연»씨라는데 맞아?
죄송한데«윤하은»님맞으세요?
성함:«김우진»연락처:010-3749-3126
보고자: 재무팀 «두효영» · 일시
안건\n - «이영균»: 증설 비용 예상
면접 2명(«이효혁», «이영균») 진행
수강생 명단 1. «차창섭» 2. «변서준» 3. «김나훈» 4. «최미숙»
주민등록증\n«조연석»\n881204-2743857
확인하겠습니다.\n재무팀 «윤주화»
2순위 «박예미»(모) 010-6182-4516
Customer «장옥린» called again
개명했습니다. «정미환» → «황우진» 으로 바꿔주세요
[«유형식»] [오후 7:28] 확인했습니다
«석진우»이(가) 파일을 공유했습니다.
«제갈민»입니다
참석자: «두영자» 팀장, «류우만» 대리
«최인경»아빠 번호 알아?
[{"성명":"«윤새로나»","직급":"과장"}]
우리 동생 «김원숙»이 왔어요""",
    "address": r"""
주소가 «사하구 낙동대로43번길 60-34» 맞아요?
주소는«경기도 남양주시 경춘로 457» 입니다
할머니 댁이 «파주시 교하읍 책향기로 58»인데요
배송기사인데요 «경남 김해시 외동 66» 여기 맞죠?
sent to «6908 SW Chestnut Lane, Little Rock, AR 72280» instead
my address is «3171 Highland Ct». Thanks, all
«2350 Willow Dr»\nAccount No 52758782238
«1200 OAK STREET, DALLAS, TX 75201»
send to «12 High St, Oxford OX1 4BG»
«Flat 2, 14 Elm Road, Leeds LS6 2AB» is hers
«12 Smith St, Carlton VIC 3053» is his
서울 마포구에서 «서울 마포구 양화로 45 메세나폴리스 101-1503» 까지
send to «88 Bay Street, Toronto, ON M5J 2T3»""",
    "phone": r"""
Call me on «020 7946 0958».
My mobile is «07700 900123»
mobile «0412 345 678»
fax «0044 20 7946 0018»""",
    "driver_license": r"""
DL: «F255-9215-0094»
Texas DL «12345678»
UK driving licence «MORGA657054SM9IJ»
New York driver's license «123 456 789»""",
    "bank_account": r"""
account number «12345678», sort code 12-34-56
my account is «20384756»
acct #«4417123»""",
    "date_of_birth": r"""
생일은 «4월 12일»이에요
my birthday is «April 12»
DoB «12th April 1985»""",
    "passport": r"""
번호 / 국문이름 / 여권번호 / 연락처\n1 / 임준우 / «M60297533» / 010-6418-3929
No.\tGuest Name\tPassport\tTel\n1\tHenry Sullivan\t«A57673025»\t+61 411 220 237""",
}
LOOK_ALIKES = r"""
April is here and May Day follows
We flew from Virginia Beach yesterday
It was made by Ray Ban.
Thanks for calling Charles Schwab, goodbye
bank: Charles Schwab
Omaha is near Baton Rouge, LA 70859
Contact Barclays Wealth at the desk.
{"name":"espresso grinder","brand":"x"}
The agreement is with Mark Rivers (EIN 51-8646789)
JOHN SMITH MEMORIAL HOSPITAL
npm i lodash@22.1.4.7
fix: bump to 5.12.15.19
Changelog\n## 18.13.29.13 (3/23/24)
Node 4.9.24 → 17.9.29.10 업그레이드
app:18.7.25.2
고시번호 456-99-3110
담당: 관리실
379이구여 확인해 주세요
유진이 줄 명세서
# 이름 정규식: 한글 2~4자
조용한 방에서 읽습니다
account 20241001 was the day
442 INFO DEBUG lines
4 Wheel Drive
숫자 66여 개가 남았다
강남로 58 개가 남았다"""


def cases() -> list[tuple[str, str]]:
    return [(kind, line.replace("\\n", "\n")) for kind, lines in FORMS.items() for line in lines.strip().split("\n")]


@pytest.fixture(scope="module")
def detector() -> PiiDetector:
    return PiiDetector()


@pytest.mark.parametrize(("kind", "line"), cases())
def test_a_form_is_found_whole(detector: PiiDetector, kind: str, line: str) -> None:
    text = line.replace("«", "").replace("»", "")
    assert [match.value for match in detector.scan_text(text) if match.type == kind] == re.findall("«(.*?)»", line)


@pytest.mark.parametrize("line", LOOK_ALIKES.strip().split("\n"))
def test_a_look_alike_is_left_alone(detector: PiiDetector, line: str) -> None:
    assert detector.scan_text(line.replace("\\n", "\n")) == []


def test_rows_of_a_database_dump_are_fields(detector: PiiDetector) -> None:
    dump = "COPY people (id, name, ssn) FROM stdin;\n7\tWiremu Tamihana\t417-22-9083\n8\tIhaia Rewi\t\\N\n\\.\n"
    names = [match.value for match in detector.scan_text(dump) if match.type == "person_name"]
    assert names == ["Wiremu Tamihana", "Ihaia Rewi"]


@pytest.mark.parametrize(
    ("regex", "digits"),
    [
        ("01[0-9]", "0"),
        ("(?:1[-. ])?[2-9][0-9]", "123456789"),
        ("(?:00)?82", "08"),
        ("(?<![0-9])[12][0-9]", "12"),
        ("[^0-4]5", "0123456789"),
        (r"\d+", "0123456789"),
        ("[A-Z][0-9]", ""),
        ("(?:서울|[3-5])-1", "345"),
        ("7?", "0123456789"),
    ],
)
def test_the_first_digit_of_an_expression_is_known_or_any(regex: str, digits: str) -> None:
    assert first_digits(regex) == ALL & set(digits)


@pytest.mark.parametrize("filler", ["plain words go on and on here ", ""])
def test_few_disguises_in_a_long_text_are_undone_like_many_in_a_short_one(filler: str) -> None:
    disguised = "ann [at] example.org, 010\u20111234\uff0d5678, 0 1 0 1 2 3 4 5 6 7 8, 010-12O4-5678, a\\u0040b.org"
    plain, _ = undisguise(filler * 200 + disguised + filler * 200)
    undone = plain[len(filler) * 200 :][: len(plain) - len(filler) * 400]
    assert undone == "ann@example.org, 010-1234-5678, 01012345678, 010-1204-5678, a@b.org"
