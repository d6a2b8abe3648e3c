"""Postal addresses: Korean 도로명 and 지번 (도로명주소법), US streets and PO boxes."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.engine import Candidate, Scan, TypeRules
from oauth2_demo.security.pii.lazy import LazyPattern

_PROVINCE = (
    "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|"
    "충청북|충청남|전라북|전라남|경상북|경상남"
)
# A road or district name, and the number that makes it an address.
_KOREAN_CORE = (
    r"[로길동리가읍면] ?(?:지하 ?|산 ?)?(?P<number>[0-9]{1,5}(?:-[0-9]{1,4})?)(?:번지(?! "
    r"??길))?(?![0-9]|[.,:][0-9]|-[0-9]|번길|번안길|가|[가나다라마바사아]?길|번가)"
)
# Counting words after the number: three branches, five minutes, exit 2. Behind a space they have to be whole words, or
# `66 여기` would count like `66여 개`; the copula makes none of 인 (58인데요).
_COUNTED = (
    r"(?:개|명|회|년|월|일(?!대)|시(?!장)|분(?!당)|초(?!등)|원(?!룸)|퍼센트|%|차(?!동)"
    r"|번(?!지|길| ?출)|번 ?출구|건|곳|대(?!로|우)|km|m(?![a-z])|호선|배|위(?!치)|점|세(?!대)"
    r"|살|주|가지|마리|권|장|편|단계|등|인(?!데|가|지|거|듯)|척|채|박|층짜리|kg|만|천|억|조|여|~|으로|자(?![가-힣]))"
    r"| (?:%|~|km|m|kg)(?![a-z])|(?: ?번)? ?출구"
    r"| (?:개|명|회|년|월|일|시|분|초|원|퍼센트|차|번|건|곳|대|호선|배|위|점|세|살|주|가지|마리|권|장|편|단계"
    r"|등|인|척|채|박|층짜리|만|천|억|조|여)(?![가-힣]|(?<=[위점장편]) ?[가-힣])"
    r"| (?:개|명|회|년|분|원|건|곳|대|배|점|주|가지|마리|권|장|편|단계|척|채)"
    r"(?:이|가|은|는|을|를|의|에|도|만|씩|째|간|당|로|으로|정도|이상|이하|미만|가량|동안)(?![가-힣])"
)
_ADMIN = (
    rf"(?:(?:{_PROVINCE})(?:특별자치시|특별자치도|특별시|광역시|시|도)?|[가-힣]{{1,5}}(?:시|"
    rf"군|구)|[가-힣0-9]{{1,6}}(?:읍|면|동|리)|[가-힣]{{0,5}}[0-9]가)"
)
_ROAD = r"[가-힣A-Z][가-힣A-Z0-9·.]{0,11}(?:대로|로|길)(?: ?[0-9]{1,4}(?:번|번안|[가나다라마바사아])?길)?"
_LOT = r"[가-힣][가-힣0-9]{0,7}(?:읍|면|동|리|가)"
_DETAIL = (
    r"(?:,? ?(?:[가-힣A-Za-z0-9]{1,14} ?)?(?:(?:제?[0-9A-Za-z가-힣]{1,4}동|[BＢ지하]{0,2} "
    r"?[0-9]{1,3}층|[A-Za-z]?[0-9]{1,4}호)(?:,? ?[BＢ지하]{0,2} ?[0-9A-Za-z-]{1,5}[동층호])"
    r"{0,2}|(?<=[가-힣] )[0-9]{1,4}-[0-9]{3,4}(?![0-9-])))?"
    r"(?: ?\((?!우편|전화|연락)[가-힣][가-힣0-9A-Za-z·, ]{1,24}\))?"
)
_BEFORE = 60
_SUFFIX = (
    "Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Square|"
    "Sq|Terrace|Ter|Trail|Trl|Way|"
    "Parkway|Pkwy|Circle|Cir|Highway|Hwy|Route|Loop|Alley|Crescent|Broadway|Plaza|Row|"
    "Walk|Close|Expressway|Expy|Turnpike|Pike|Run|Path|Point|Pt|Ridge|Crossing|Xing"
)
_STATE = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|"
    "RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|"
    "Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|"
    "Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|"
    "Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming"
)
# Towns of Britain, Canada and Australia with the postcode behind them.
_ABROAD_TAIL = (
    r"(?:,? [A-Z][A-Za-z.'-]{1,20}){1,3},? (?:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|"
    r"(?:AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT),? [A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]|"
    r"(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? [0-9]{4})(?![A-Za-z0-9])"
)
# The full stop of `Main St.` belongs to the address only if more of it follows.
_US_TAIL = (
    r"(?:\.?,? (?:(?:Apt|apt|Apartment|Suite|Ste|Unit|Floor|Fl|Flat|Room|Rm|Bldg)(?![a-z])|#)\.? ?#?[A-Za-z0-9-]{1,6})?"
    rf"(?:\.?(?:, ?|\n| )[A-Z][A-Za-z.'-]{{1,20}}(?: [A-Z][A-Za-z.'-]{{1,20}}){{0,2}},? (?:(?:{_STATE})(?![A-Za-z])|"
    rf"{_STATE_NAMES})(?:,? [0-9]{{5}}(?:-[0-9]{{4}})?)?(?![0-9])|{_ABROAD_TAIL})?"
)
_US_STREET = (
    r"[0-9][0-9]{0,5}[A-Za-z]?(?:-[0-9]{1,4})? "
    r"(?:(?:[NSEW]\.?|NE|NW|SE|SW|[NS]\.[EW]\.|North|South|East|West) )?"
    rf"(?:(?:[A-Z][A-Za-z.'-]{{0,20}}|[0-9]{{1,3}}(?:st|nd|rd|th)) ){{1,4}}?(?:(?:Route|"
    rf"Highway|Hwy|(?:(?<=County )|(?<=State )|(?<=Ranch )|(?<=Market ))R(?:oad|d)) "
    rf"[0-9]{{1,4}}(?![0-9A-Za-z-])|(?:{_SUFFIX})(?![A-Za-z])(?: (?:{_SUFFIX})"
    rf"(?![A-Za-z]))?)(?!-[a-z])(?: (?:[NSEW]|NE|NW|SE|SW)(?![A-Za-z]))?"
)
# A house number and the capital or digit that the street begins with.
# The separator and the capital come first, because a look back from them costs less than a branch at every digit.
# A word in capitals with none behind it is a unit or the level of a log line.
_STREET_GATE = rb"-A(?!A+(?:[^A-]|-[^A]))(?:(?<=0-A)|(?<=0[Aa]-A)|(?<=0aa-A))"
_GLUED_CUE = LazyPattern("(?:주소지?|배송지|거주지|소재지|수령지|도착지|집)(?:는|은|가|이)?")
_DIRECTIONS = ("NE ", "NW ", "SE ", "SW ")
# `Flat 2, 14 Elm Road`: in Britain and Australia the flat comes first.
_UNIT_BEFORE = LazyPattern(r"(?:^|[^A-Za-z])(?P<unit>(?:Flat|Unit|Apartment|Apt|Suite) [0-9A-Z]{1,4}, ?)$")
_POINTS = frozenset(("N", "S", "E", "W", "NE", "NW", "SE", "SW", "North", "South", "East", "West"))
_US_BOX = r"P\.? ?O\.? ?Box [0-9]{1,6}"


_STREET_CAPITALS = LazyPattern(f"(?i:{_US_STREET})")
_TAIL_CAPITALS = LazyPattern(f"(?i:{_US_TAIL})")
_ADDRESS_ENDS = LazyPattern(
    r"$|[^ A-Za-z0-9]| (?:in|near|is|was|has|had|can|will|who|that|since|because|after|until|and|"
    r"at|on|for|to|or|before|by|from|with|please|today|"
    r"tomorrow|yesterday|as|if|\(|-|–|—|/|\|)(?![A-Za-z])|[ ]{2}| [^A-Za-z]"
)


class PostalAddressDetector:
    """Finds postal addresses in Korean and English."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._core: re.Pattern[str] | None = None
        self._parts: dict[str, re.Pattern[str]] = {}
        self._street: re.Pattern[str] | None = None
        self._street_gate = re.compile(_STREET_GATE)
        self._capital_words = re.compile(rb"A+-(?:A+-){0,3}AA")
        self._tail: re.Pattern[str] | None = None

    def find(self, scan: Scan) -> None:
        """Add every address that holds."""
        if b"0" not in scan.shape:
            return
        if not scan.ascii_only:
            self._find_korean(scan)
        if "Box " in scan.text or ("X" in scan.text and "BOX " in scan.text):
            for box in re.finditer(_US_BOX, scan.text, re.IGNORECASE):
                self._add(scan, box.start(), self._us_end(scan, box.end()))
        if self._street is None:
            self._street = re.compile(_US_STREET)
        reached = 0
        for gate in self._street_gate.finditer(scan.shape):
            at = scan.shape.rfind(b"0", 0, gate.start())
            if at < reached:
                continue
            capitals = scan.shape[at + 2 : at + 4] == b"AA" and scan.text[at + 2 : at + 5] not in _DIRECTIONS
            if capitals and not self._capital_words.match(scan.shape, at + 2):
                continue
            head = scan.text[max(0, at - 14) : at + 1].rstrip("0123456789-")
            if head.endswith(" ") and scan.shape[at + 1 : at + 3] == b"aa":
                # `350 5th Ave`: the hit is the ordinal, the house number stands before it.
                head = head[:-1].rstrip("0123456789-")
            start = max(0, at - 14) + len(head)
            found = self._street.match(scan.text, start) if not capitals else self._in_capitals(scan.text, start)
            before = scan.text[start - 1 : start]
            if found and not (before and (before.isalnum() or before in "-./:,$#")) and not _is_sentence(found[0]):
                reached = self._us_end(scan, found.end(), capitals=capitals)
                # `8 Mile Road soundtrack` and `7 Eleven Road Trip` go on with a noun.
                if (
                    reached > found.end()
                    or _ADDRESS_ENDS.match(scan.text, reached)
                    or self._owner.is_cued(scan, start, start)
                ):
                    unit = _UNIT_BEFORE.search(scan.text, max(0, start - 20), start)
                    self._add(scan, unit.start("unit") if unit else start, reached)

    @staticmethod
    def _in_capitals(text: str, start: int) -> re.Match[str] | None:
        found = _STREET_CAPITALS.match(text, start)
        return found if found and found[0].isupper() else None

    def _us_end(self, scan: Scan, end: int, *, capitals: bool = False) -> int:
        if self._tail is None:
            self._tail = re.compile(_US_TAIL)
        tail = (_TAIL_CAPITALS if capitals else self._tail).match(scan.text, end)
        return tail.end() if tail and (not capitals or tail[0].upper() == tail[0]) else end

    def _add(self, scan: Scan, start: int, end: int) -> None:
        spec = self._owner.spec
        scan.found.append(Candidate(start, end, spec.name, spec.priority, 0.85))

    def _find_korean(self, scan: Scan) -> None:
        if self._core is None:
            self._core = re.compile(_KOREAN_CORE)
        reached = 0
        for core in self._core.finditer(scan.text):
            if core.start() < reached:
                continue
            span = self._korean_span(scan, core, reached)
            if span:
                self._add(scan, *span)
                reached = span[1]

    def _korean_span(self, scan: Scan, core: re.Match[str], reached: int) -> tuple[int, int] | None:
        text, end = scan.text, core.end()
        low, at = max(reached, core.start() - _BEFORE), core.start()
        begin = text.rfind("\n", low, at) + 1 or low
        head = text[begin : at + 1]
        place = self._place(head)
        if place is None or self._part("counted").match(text, end):
            return None
        start = self._with_districts(head, place)
        is_cued = start < place and _names_district(head[start:place])
        if not is_cued and not self._is_labelled(scan, begin + start, end):
            return None
        detail = self._part("detail").match(text, end)
        return begin + start, max(end, detail.end()) if detail else end

    def _is_labelled(self, scan: Scan, start: int, end: int) -> bool:
        # One search of the whole text spares a search at each of many roads without a district.
        if self._owner.has_cue_anywhere(scan):
            return self._owner.is_cued(scan, start, end)
        return False

    def _place(self, head: str) -> int | None:
        """Return where the road or lot that the head ends with begins; a road may be two words (강남대로 10길)."""
        last = _word_before(head, len(head))
        before = _word_before(head, last)
        place = self._part("place")
        if before < last and place.fullmatch(head, before):
            return before
        return last if place.fullmatch(head, last) else None

    def _with_districts(self, head: str, start: int) -> int:
        """Go left over the provinces, cities and districts before a road or lot."""
        for _ in range(6):
            begin = _word_before(head, start)
            if begin == start or not self._part("district").fullmatch(head, begin, start):
                break
            start = begin
        # `주소는경기도 …`: a cue without a space before the province.
        begin = _word_before(head, start)
        glued = _GLUED_CUE.match(head, begin, start)
        return glued.end() if glued and self._part("district").fullmatch(head, glued.end(), start) else start

    def _part(self, name: str) -> re.Pattern[str]:
        if name not in self._parts:
            self._parts[name] = re.compile(_PARTS[name])
        return self._parts[name]


_PARTS = {
    "place": rf"(?:(?:{_PROVINCE})[가-힣]{{0,6}}[시군구])?(?:{_ROAD}|{_LOT})",
    "district": rf"(?:{_ADMIN}){{1,3}}[ ,]?",
    "counted": _COUNTED,
    "detail": _DETAIL,
}


def _word_before(head: str, end: int) -> int:
    """Return where the word before `end` begins; one space or comma, or both, may follow it."""
    start = end
    while start and end - start < 2 and head[start - 1] in " ,":
        start -= 1
    # A word up to a space is the usual case.
    space = head.rfind(" ", 0, start) + 1
    if head[space:start].isalnum():
        return space
    while start and (head[start - 1].isalnum() or head[start - 1] in "·.-"):
        start -= 1
    return start


_DISTRICT_NAME = LazyPattern(
    rf"(?<![가-힣])(?:{_PROVINCE})(?:특별자치시|특별자치도|특별시|광역시|시|도)?(?= |[가-힣]+[시군구])"
    rf"|[가-힣](?:시|군|구|읍|면)(?: |$|[가-힣])"
)


def _names_district(head: str) -> bool:
    """Say whether a province, city or district stands before the road or lot."""
    return _DISTRICT_NAME.search(head) is not None


def _is_sentence(street: str) -> bool:
    """`3 New Features Way` is a heading; a street has at most three words before its kind and no plural counting."""
    words = [word for word in street.split() if word.rstrip(".") not in _POINTS and word.rstrip(".") != "Jr"]
    return (
        words[1] == "Wheel"
        or len(words) > 5
        or (words[-1] in ("Way", "Point", "Run", "Path", "Close", "Walk", "Row", "Loop", "Route") and len(words) > 3)
    )
