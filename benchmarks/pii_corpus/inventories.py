"""Word lists the values are made of: one world for each split, so that no list can be learnt by heart."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

    given: tuple[str, ...]
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
    given=tuple(a + b for a in "민서지하도예시준현승유태수은재주성" for b in "준서우윤현빈호민진아연은희영원훈"),
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
    given=_words(
        "경석 상철 미란 정란 혜숙 미숙 영식 동식 규식 보영 찬혁 건우 나연 다연 채연 가은 다은 고은 연주 미선 미정 혜정 혜림 효림 효정 채림 동건 동률 규림 상미 상옥 영란 영숙 영철 정철 정식 경란 경옥 경미 보경 보람 세정 세영 세라 소담 소영 소정 라희 나경 가영 규영 규리 찬솔 찬미 혜선 혜수 효선 효주 연수 연식 건영 경수 경혜 다혜 다정 나정 나림 가연 보미 보선 상률 상선 동수 동옥 동혁 정옥 정석 정숙 영석 영혁 미옥 미주 미영 채정 채영 채은 소라 소연 세연 세림 새롬 새결 연담 다온 가율 하결 온유 로운 이레 루리 시아 아란 예담 유담 은결 주아 태오 하담 한결 해솔 희담"
    ),
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
        "t.reyes",
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
        ("세종특별자치시", "조치원읍", "새내로", "교리"),
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
BLIND = World(
    given=_words(
        "우현 우형 진태 진표 진환 진필 해자 해용 명덕 명례 희라 희복 신례 윤복 윤자 아람 여진 범준 범도 종필 종현 종훈 형도 형태 형우 근태 근우 근형 라미 루다 원태 원필 다례 훈도 훈표 우람 우태 진형 진도 태형 태환 종환 종태 명환 명자 명복 순자 순례 말자 춘자 옥자 복례 복자 필례 덕환 덕형 덕자 광현 광표 광태 기태 기형 기도 병우 병태 병현 용우 용태 용현 창우 창현 창도 승도 승태 승표 성태 성표 성도 인표 인태 인도 호태 호형 홍표 홍도 윤표 윤태 윤형 이현 리아 리우 라율 로아 루아 노아 조이 단우 로하 시온 아인 유온 이솜 재이 지안 하린 해인 도하 도겸 라임 리원 새아 서이 설아 소이"
    ),
    given_single="웅완걸윤빈탁",
    given_words=(
        "샛별",
        "나래",
        "은솔",
        "바름",
        "가람",
        "새벽",
        "들찬",
        "잔디",
        "햇살",
        "이든",
        "라온",
        "사랑",
        "미소",
    ),
    given_native=("참누리", "한아름", "푸르내", "꽃초롱"),
    first_names=_words(
        "Abigail Brendan Cecilia Dario Eleanor Farid Gwen Hector Isla Jerome Katya Leon Mirela Noah Orla Pranav Quentin Rosa "
        "Stefan Tessa Umar Valerie Winston Ximena Yusuf Zelda"
    ),
    last_names=_words(
        "Ackerman Bertrand Cho Dempsey Eriksen Forsythe Gupta Hathaway Iyer Jovanovic Kimura Langley Mbeki Navarro Oduya "
        "Pritchard Quigley Romano St_Clair Tremblay Ueda Vance Wozniak Xu Yeager Zimmerman"
    ),
    romanised=("Shin Woo-tae", "Haeun Baek", "Yoon Jin-pil", "Ahreum Noh", "Kwon Hee Ra", "Dohyung Son"),
    mail_words=(
        "abigail.f",
        "woo.jin",
        "kim_hr",
        "a1b2",
        "orders-kr",
        "ximena",
        "sales.team+kr",
        "jhlee82",
        "qa-bot",
        "mr.vance",
    ),
    domains=(
        "example.com",
        "example.co.kr",
        "mx.example.kr",
        "example.dev",
        "eu.example.net",
        "example.go.kr",
        "univ.example.edu",
    ),
    regions=(
        ("서울특별시", "관악구", "봉천로", "봉천동"),
        ("서울", "송파구", "올림픽로35길", "신천동"),
        ("경기도", "고양시 일산동구", "중앙로", "장항동"),
        ("경기", "파주시", "회동길", "문발동"),
        ("부산시", "동래구", "충렬대로237번길", "복천동"),
        ("대구", "달서구", "월배로", "진천동"),
        ("인천광역시", "부평구", "부평대로", "부평동"),
        ("충청북도", "충주시", "국원대로", "문화동"),
        ("전북", "익산시", "무왕로", "영등동"),
        ("경상남도", "김해시", "분성로", "내외동"),
        ("강원특별자치도", "속초시", "중앙로", "교동"),
    ),
    streets=(
        "Magnolia Ave",
        "Pine Ridge Road",
        "South Main Street",
        "Country Club Dr",
        "Bay St",
        "N 7th St",
        "Orchard Pl",
    ),
    cities=(
        ("Savannah", "GA", "31401"),
        ("Reno", "NV", "89501-1234"),
        ("Duluth", "MN", "55802"),
        ("San Diego", "California", "92101"),
    ),
    apartments=("한솔마을", "청구타운", "그린빌", "센트럴파크뷰"),
)
WILD = World(
    given=_words(
        "태린 무열 강록 예찬 도율 서인 지음 유담 찬유 하랑 재하 선율 은섭 가빈 이현 시윤 채아 보배 윤슬 다별 한솔 우리 두리 세라 정안 명훈 재석 대호 만수 길동 춘향 몽룡 "
        "옥분 끝순 점례 달수 병철 창식 기덕 용팔 혁수 민재 승기 유진 현아 태희 지은 수지 정국 석진 남준 호석 윤기 성훈 종국 하하 광수 소민 세찬 나은 진솔 채경 레나 예린 은비 유주 엄지"
    ),
    given_single="별솔슬봄준혁웅찬솜",
    given_words=("하늘", "바다", "우주", "여름", "가을", "겨울", "나무", "구슬", "보람", "슬기", "으뜸", "한길"),
    given_native=("빛가람", "하늘별", "해오름", "새미로"),
    first_names=_words(
        "Aaron Bridget Colin Daphne Emeka Fiona Gustavo Hana Ivan Jasmine Kenji Lorraine Mateo Nadine Oscar Petra Rajesh Sylvia "
        "Tomasz Ursula Vikram Wendy Xavier Yara Zachary Siobhan Jean-Paul Mary-Ann"
    ),
    last_names=_words(
        "Abernathy Boateng Chaudhry DeLuca Eastwood Ferrara Goldstein Huang Ibrahim Janssen Kaplan Lombardi McCarthy Nguyen "
        "O'Connor Papadopoulos Ruiz Santos Tran Uchida Villanueva Wright Yilmaz Ziegler de_la_Cruz Park Lee"
    ),
    romanised=("Taerin Kim", "Kang Moo-yeol", "Seo Dayul", "Hayoung Cho", "Choi Kang-rok", "Boram Yoon"),
    mail_words=(
        "taerin.kim",
        "k.boateng",
        "ops+oncall",
        "sylvia_r",
        "jp.deluca",
        "u1024",
        "hello",
        "do.not.reply",
        "mj-lee",
        "z",
    ),
    domains=(
        "example.com",
        "example.net",
        "example.co.kr",
        "example.pe.kr",
        "shop.example.kr",
        "example.ai",
        "staff.example.ac.uk",
    ),
    regions=(
        ("서울특별시", "중구", "세종대로", "태평로1가"),
        ("서울", "성동구", "왕십리로", "성수동1가"),
        ("서울시", "영등포구", "국제금융로8길", "여의도동"),
        ("경기도", "수원시 팔달구", "효원로", "인계동"),
        ("경기", "안양시 동안구", "시민대로", "비산동"),
        ("부산", "남구", "문현금융로", "문현동"),
        ("대구시", "동구", "동대구로", "신천동"),
        ("광주광역시", "북구", "용봉로", "용봉동"),
        ("대전광역시", "서구", "둔산중로78번길", "둔산동"),
        ("강원특별자치도", "원주시", "서원대로", "단계동"),
        ("전라북도", "군산시", "시청로", "조촌동"),
        ("경북", "안동시 풍천면", "도청대로", "갈전리"),
        ("제주", "서귀포시", "중앙로", "서귀동"),
    ),
    streets=(
        "Cherry Blossom Lane",
        "West Elm Street",
        "Kings Hwy",
        "Park Avenue",
        "Sycamore Cir",
        "S. 2nd Ave",
        "Broadway",
        "Lakeview Terrace",
    ),
    cities=(
        ("Chicago", "IL", "60614"),
        ("Brooklyn", "NY", "11215"),
        ("Santa Fe", "NM", "87501"),
        ("St. Paul", "MN", "55102-1034"),
        ("Columbus", "Ohio", "43215"),
    ),
    apartments=("래미안하늘", "동부타운", "미소지움", "상아빌라"),
)
FRESH = replace(
    WILD,
    given=_words(
        "가윤 건호 경림 권율 규빈 기훈 나윤 다현 대성 동욱 두현 라희 래원 리안 명수 미르 민경 백호 범석 보검 봉수 상아 서진 석훈 선미 성희 소율 송이 수빈 순영 승아 시원 "
        "신애 아진 연우 영채 예나 용하 우성 원빈 유나 윤서 은채 이안 인성 재윤 정후 종인 주은 준영 지훈 진아 찬호 채린 충재 태이 하윤 한결 해인 현우 혜교 호연 효리 희선 "
        "광자 금례 꽃님 끝자 난희 달님 말순 봉이 분녀 삼순 숙자 애란 영감 옥희 정임 춘삼 칠성 판석 필순 화자"
    ),
    given_single="겸늘단달람범원율빛",
    given_words=("노을", "다온", "마루", "별빛", "산하", "은하", "자두", "지우", "차돌", "한울"),
    given_native=("이슬비", "하늘샘", "달빛나", "온새미"),
    first_names=_words(
        "Adele Boris Camille Darnell Esther Finn Giulia Henrik Ines Jamal Kirsten Lamar Maeve Nigel Odessa Paolo Renata "
        "Silas Thandiwe Ulf Vera Wilhelm Yvonne Zeb"
    ),
    last_names=_words(
        "Applewhite Bjornson Castellano Dubois Eklund Featherstone Gallagher Horvath Inoue Jablonski Khumalo Larsson "
        "Mwangi Nakata O'Malley Penhaligon Rasmussen Schroeder Tavares Valdez Winterbourne Young"
    ),
    mail_words=(
        "adele",
        "boris.j",
        "cs-kr",
        "fin_team",
        "m.okada2",
        "no_reply",
        "promo+kr",
        "t.valdez",
        "youngja",
        "admin",
    ),
)
LAST = replace(
    HELDOUT,
    given=_words(
        "가인 강희 경진 관우 규현 기남 나라 다영 도은 동원 두산 로빈 루나 명진 문희 민규 민아 바울 범수 병헌 보라 상우 상현 서하 석우 선호 세은 소현 수호 수현 순옥 승연 시은 "
        "아라 양희 여울 연서 영우 예은 오름 용준 우진 원우 유리 윤아 은우 의정 이슬 인혜 자영 재희 정남 정민 종석 주혁 준기 지민 지성 진구 찬열 창민 초아 태민 태양 하나 하니 "
        "하준 한나 해수 현빈 형식 혜진 호석 효진 흥민 희수"
    ),
    given_single="건율솔현빈슬윤",
    given_words=("가람", "고운", "나래", "다슬", "마루", "별이", "새봄", "아침", "은빛", "찬솔"),
    given_native=("하늘빛", "보슬비", "별무리", "아침놀"),
    first_names=_words(
        "Alistair Beth Cormac Delia Edmund Freya Gordon Harriet Ignacio Josephine Kofi Lydia Malik Nora Oleg Pilar Reuben "
        "Sunita Theo Uma Viktor Wren Yasmin Zoltan"
    ),
    last_names=_words(
        "Abara Barrow Carmichael Duarte Everett Fontaine Greenwood Haddad Ivanova Jacobsen Kettering Lowell Mendez Nordstrom "
        "Okonkwo Pemberley Quill Ravensdale Shapiro Thackeray Usman Velasco Whitmore Yamada Zielinski King Long Brown"
    ),
    mail_words=(
        "alistair",
        "beth.k",
        "cs_center",
        "kr-sales",
        "hj.moon",
        "noreply+bounce",
        "team_one",
        "p1lar",
        "yasmin",
        "help",
    ),
)
WORLDS = {"dev": DEV, "heldout": HELDOUT, "blind": BLIND, "wild": WILD, "fresh": FRESH, "last": LAST}
