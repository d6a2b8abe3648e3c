"""Names: who is one, who is not, and where the name ends. Written by hand, apart from the corpus."""

from __future__ import annotations

import pytest

from oauth2_demo.security.pii import PiiDetector

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def detector() -> PiiDetector:
    return PiiDetector()


def names(detector: PiiDetector, text: str) -> list[str]:
    return [match.value for match in detector.scan_text(text) if match.type in ("korean_name", "person_name")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("어제 김민수가 보고서를 제출했다.", ["김민수"]),
        ("이서준이랑 점심 먹었어", ["이서준"]),
        ("박지훈한테 물어봐", ["박지훈"]),
        ("예금주 허준 / 국민은행", ["허준"]),
        ("남궁민 선수와 황보라 기자", ["남궁민", "황보라"]),
        ("[김하늘] [오후 3:12] 네 알겠습니다", ["김하늘"]),
        ("이수진: 회의 시작할게요", ["이수진"]),
        ("성    명 : 최은영", ["최은영"]),
        ("담당자(정): 오세훈 / 부: 한지민", ["오세훈", "한지민"]),
        ("| 이름 | 연락처 |\n| 정우성 | 없음 |", ["정우성"]),
        ("<td>이름</td><td>강동원</td>", ["강동원"]),
        ('{"userName": "송혜교", "nick": "하늘"}', ["송혜교"]),
        ("INSERT INTO users (name, age) VALUES ('전지현', 42), ('원빈', 45)", ["전지현", "원빈"]),
        ("참석자: 김철수, 이영희 및 박민수", ["김철수", "이영희", "박민수"]),
        ("김철수, 이영희, 박민수님", ["김철수", "이영희", "박민수"]),
        ("고객홍길동님께 안내", ["홍길동"]),
        ("2024년 영업팀 드림\n김영희 올림", ["김영희"]),
        ("피고인 이상민(34)은 무죄", ["이상민"]),
        ("환자 꽃님이 말고 환자 서나래", ["서나래"]),
        ("김빛나라 학생", ["김빛나라"]),
        ("홍길동 외 3명", ["홍길동"]),
        ("@이도현 확인 부탁해요", ["이도현"]),
        ("안녕하세요, 개발팀 윤서아입니다.", ["윤서아"]),
        ("FN:신사임\nTEL:010-1234-5678", ["신사임"]),
    ],
)
def test_korean_name_is_found_without_what_is_glued_to_it(detector: PiiDetector, text: str, found: list[str]) -> None:
    assert names(detector, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "김 과장님과 이 대리가 참석",
        "홍*동님, 김○○ 씨",
        "김씨와 박씨의 다툼, 최모양(16)",
        "이용자님의 문의에 답변드립니다.",
        "구매자님께 안내드립니다",
        "지하주차장 3층에 주차",
        "정규식: [0-9]+",
        "이번 주 신규 회원 모집 안내",
        "오시나요? 이수하세요.",
        "담당자: 확인중",
        "수령인 서명란이 비어 있습니다",
        "한여름 밤의 꿈",
        "신도림역에서 강남대로로",
        "고객만족도 조사, 우수 사원 선정",
        "주민센터 과장, 인사팀 팀장",
        "app_name: 가온몰",
        "미세먼지가 심하니 주의",
        "씨앗을 심는 씨름 선수",
    ],
)
def test_common_words_roles_and_masked_names_are_not_names(detector: PiiDetector, text: str) -> None:
    assert names(detector, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. Julian Underwood and Mrs. Kwame D'Souza attended.", ["Julian Underwood", "Kwame D'Souza"]),
        ("Hi Zelda Quigley,\nplease", ["Zelda Quigley"]),
        ("Thanks,\nOrla McAllister", ["Orla McAllister"]),
        ("Approved by Gareth Blackwell on Monday", ["Gareth Blackwell"]),
        ("Attendees: Laura Brooks, Amir Farouk and Grace O'Malley", ["Laura Brooks", "Amir Farouk", "Grace O'Malley"]),
        ("full_name=JOHN SMITH\n", ["JOHN SMITH"]),
        ("name: maria de la cruz\n", ["maria de la cruz"]),
        ("[10:02 AM] Peter Haleem: done", ["Peter Haleem"]),
        ("Patient Bianca van Dijk, DOB 1990-01-02", ["Bianca van Dijk"]),
        ("I spoke to Astrid Ito yesterday", ["Astrid Ito"]),
        ("Employee Name;City\nWesley Ashworth;Boise\n", ["Wesley Ashworth"]),
        ("Kimberly Tran said the report is late.", ["Kimberly Tran"]),
        ("Odette Marsh (odette@example.com)", ["Odette Marsh"]),
        ("see you\n\nJerome Langley\n", ["Jerome Langley"]),
    ],
)
def test_english_name_is_found_without_its_title(detector: PiiDetector, text: str, found: list[str]) -> None:
    assert names(detector, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Dear Customer Support Team,",
        "Ralph Lauren outlet near Victoria Falls",
        "Contact: Help Desk",
        "Product name: Blue Widget",
        "The Machine Learning Engine of New York Times",
        "Grace Period ends Friday",
        "Name: Not Provided",
        "host name: web server\n",
        "From: Billing Department <x>",
    ],
)
def test_places_products_and_roles_are_not_names(detector: PiiDetector, text: str) -> None:
    assert names(detector, text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("서울 강남구 테헤란로 152, 3층", "서울 강남구 테헤란로 152, 3층"),
        ("경기도 성남시 분당구 판교역로146번길 20 (백현동)", "경기도 성남시 분당구 판교역로146번길 20 (백현동)"),
        ("전북특별자치도 전주시 완산구 효자동2가 447번지입니다", "전북특별자치도 전주시 완산구 효자동2가 447번지"),
        ("배송지: 강남대로 10길 5", "강남대로 10길 5"),
        ("조치원읍 새내로 99-17로 보내주세요", "조치원읍 새내로 99-17"),
        ("221B Baker Street, Madison, WI 53703", "221B Baker Street, Madison, WI 53703"),
        ("PO Box 6002, Albany, New York 12207 please", "PO Box 6002, Albany, New York 12207"),
        (
            "lives at 838 State Route 9, Unit 12, Tampa, FL 33602-4417",
            "838 State Route 9, Unit 12, Tampa, FL 33602-4417",
        ),
    ],
)
def test_address_is_whole(detector: PiiDetector, text: str, address: str) -> None:
    assert [match.value for match in detector.scan_text(text) if match.type == "address"] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "강남구 3개 지점",
        "서울시 종로 3가",
        "세종대로 교통 통제",
        "8 Mile Road soundtrack",
        "도로 10 km",
        "오전 9시 종로구 회의",
    ],
)
def test_place_without_house_number_is_no_address(detector: PiiDetector, text: str) -> None:
    assert [match.value for match in detector.scan_text(text) if match.type == "address"] == []
