"""Word lists the values are made of: one world for each split, so that no list can be learnt by heart."""

from __future__ import annotations

from dataclasses import dataclass

SURNAMES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형계피두감음빈동호범좌팽승간상시갈단견"
COMPOUND_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방")
# Combinations of a surname and a given name that are everyday words.
WORDS_NOT_NAMES = frozenset(
    "고지서 고민 전진 이건 정진 이윤 전율 이율 조율 선율 한결 기준 표준 공준 심준 은율 수준 인준 사찬 시찬 이훈 교훈 전훈 사훈 가훈 부훈 가결 대결 "  # noqa: SIM905 -- a list to read
    "종결 연결 판결 표결 부결 이솔 동결 단결 간결 남원 지원 정원 공원 소원 성원 연민 고지아 주소은 상하이 도시현 시도민 지시서 주민서 지도서 사유서 이주민".split()
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


@dataclass(frozen=True)
class World:
    """The inventories of one split."""

    given_first: str
    given_last: str
    given_single: str
    given_words: tuple[str, ...]
    given_native: tuple[str, ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    romanised: tuple[str, ...]
    mail_words: tuple[str, ...]
    domains: tuple[str, ...]
    regions: tuple[tuple[str, str, str, str], ...]
    streets: tuple[str, ...]
    cities: tuple[tuple[str, str, str], ...]
    apartments: tuple[str, ...]


DEV = World(
    given_first="민서지하도예시준현승유태수은재주성",
    given_last="준서우윤현빈호민진아연은희영원훈",
    given_single="솔찬훈준율",
    given_words=("하늘", "슬기", "보람", "아름", "여름", "나라", "우주", "바다", "기쁨", "새롬"),
    given_native=("빛나라", "온누리", "해맑음", "아리솔"),
    first_names=_words(
        "Amelia Patrick Olga Ethan Leah Omar Simone Daniel Priya Marcus Helen Victor Naomi Carlos Ingrid Samuel Fatima George "
        "Yuki Rachel Dmitri Laura Kevin Aisha Thomas Bianca Peter Joanna"
    ),
    last_names=_words(
        "Stone Dunmore Feldman Brooks Novak Haleem Archer Whitfield Raman Okafor Lindqvist Castillo O'Brien Petrov Nakamura "
        "Fischer Delgado Hughes Marchetti Osborne Wexler Abbott McAllister Tanaka Silva Kaur"
    ),
    romanised=("Minji Park", "Kim Do-yoon", "Lee Seo Yeon", "Jiho Choi", "Park Hyun-woo", "Soyeon Jung"),
    mail_words=(
        "amelia",
        "hana",
        "minsu",
        "contact.kim",
        "j.park",
        "o_brien",
        "dev-team",
        "seoyeon99",
        "p.dunmore",
        "info",
    ),
    domains=("example.com", "example.co.kr", "example.org", "mail.example.net", "example.kr", "corp.example.io"),
    regions=(
        ("서울특별시", "종로구", "새문안로", "사직동"),
        ("서울", "마포구", "월드컵북로", "상암동"),
        ("경기도", "용인시 수지구", "포은대로", "풍덕천동"),
        ("부산광역시", "해운대구", "센텀중앙로", "재송동"),
        ("대전", "유성구", "대학로", "궁동"),
        ("강원특별자치도", "춘천시", "중앙로", "요선동"),
        ("인천시", "연수구", "송도과학로27번길", "송도동"),
        ("전북특별자치도", "전주시 완산구", "홍산중앙로", "효자동2가"),
        ("충북", "청주시 흥덕구", "가경로161번길", "가경동"),
        ("경남", "창원시 성산구", "상남로", "상남동"),
    ),
    streets=(
        "Willow Creek Rd",
        "Maple Street",
        "N. Lincoln Ave",
        "Harbor Blvd",
        "Old Mill Lane",
        "W 43rd St",
        "Sunset Drive",
    ),
    cities=(
        ("Madison", "WI", "53703"),
        ("Austin", "TX", "78701"),
        ("Portland", "OR", "97205"),
        ("Denver", "CO", "80202"),
    ),
    apartments=("한빛마을", "푸른숲아파트", "래온팰리스", "은하빌라"),
)

HELDOUT = World(
    given_first="가나다라세연채소규건영동정혜미보경상찬효",
    given_last="율림혁석경정람솔슬담온결주란숙옥철수식선미",
    given_single="건산별봄린결진",
    given_words=(
        "가온",
        "다솜",
        "이슬",
        "초롱",
        "한별",
        "미르",
        "노을",
        "마음",
        "소리",
        "구름",
        "단비",
        "진주",
        "고은",
    ),
    given_native=("하늘빛", "별하나", "아라리", "초롱별"),
    first_names=_words(
        "Beatrice Julian Mei Gareth Chloe Hassan Ruth Nikolai Paula Desmond Sofia Trevor Anjali Wesley Martha Kwame Elise Conor "
        "Lucia Graham Zainab Howard Astrid Felix Tamara Rohan Denise"
    ),
    last_names=_words(
        "Hargrove Lefevre Whittaker Bianchi Donnelly Rahman Kowalski Pemberton Vasquez Adeyemi Sorensen Chandra Ellsworth Moreau "
        "Fitzgerald Underwood Zhang MacLeod Hollis Quintero Van_Dijk Ashworth Ito Blackwell Reyes-Ortiz D'Souza"
    ),
    romanised=("Hwang Bo-ra", "Gaeun Lim", "Jeong Chan-hyuk", "Nari Seok", "Oh Kyung Mi", "Taesik Bae"),
    mail_words=(
        "b.hargrove",
        "yeonju_22",
        "gaon.lim",
        "accounts+billing",
        "no-reply",
        "t'reyes",
        "chk.7",
        "x",
        "daon1004",
        "hr",
    ),
    domains=(
        "example.net",
        "example.ac.kr",
        "sub.mail.example.org",
        "example.or.kr",
        "example.co.uk",
        "intra.example.com",
        "xn--9t4b11yi5a.example",
    ),
    regions=(
        ("대구광역시", "수성구", "달구벌대로", "범어동"),
        ("서울시", "강서구", "공항대로41길", "내발산동"),
        ("경기", "성남시 분당구", "판교역로", "백현동"),
        ("광주", "서구", "상무중앙로", "치평동"),
        ("울산광역시", "남구", "삼산로", "달동"),
        ("세종특별자치시", "나성동", "한누리대로", "나성동"),
        ("제주특별자치도", "제주시", "연북로", "노형동"),
        ("전라남도", "순천시", "팔마로", "조례동"),
        ("충남", "천안시 서북구", "불당21로", "불당동"),
        ("경상북도", "포항시 북구", "새천년대로", "장성동"),
        ("강원도", "원주시 지정면", "가곡로", "가곡리"),
    ),
    streets=(
        "Juniper Court",
        "E. Jefferson Street",
        "Quarry Ridge Pkwy",
        "Elm Ter",
        "5th Avenue",
        "State Route 9",
        "Bluebonnet Way",
    ),
    cities=(
        ("Boise", "ID", "83702"),
        ("Tampa", "FL", "33602-4417"),
        ("Albany", "New York", "12207"),
        ("Tulsa", "OK", "74103"),
    ),
    apartments=("달빛채", "솔내음아파트", "더힐타운", "미래하이츠"),
)
WORLDS = {"dev": DEV, "heldout": HELDOUT}
