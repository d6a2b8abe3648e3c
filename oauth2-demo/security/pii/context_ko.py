"""What stands around a Hangul word: cue words, labels, titles, speakers, records. Evidence that the word is a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from oauth2_demo.security.pii.lazy import LazyPattern

if TYPE_CHECKING:
    from oauth2_demo.security.pii.engine import Scan, TypeRules

# Words that end a run of Hangul before a name: a cue may carry one of these.
_CUE_PARTICLES = ("께서는", "님은", "님이", "으로", "은", "는", "이", "가", "에", "로", "님")
_CUE_GAP = " \t\n/,;·→-"
_HEAD = 28
_OTHERS = LazyPattern(r" ?[0-9]{1,9} ?(?:명|인|분)")
_TITLE_TAIL = LazyPattern(
    r"님?(?:들|께서는|께서|께|은|는|이|가|을|를|의|에게서|에게|한테|와|과|랑|도|만|으로|"
    r"로|입니다|이에요|예요|이라고|라고|이고|이며|이신|이랑|이?라(?:는데|던데|니까|면서|며|서)|맞[가-힣]{1,5}"
    r"|이나|이세요|이십니다|인데|이다|이었|였|에|까지|부터|하고)?(?:요|도|는)?(?![가-힣])"
)
_WEAK_TITLES = frozenset(("프로", "기사", "책임", "대표", "학생", "환자", "고객", "회원", "외", "앞", "형", "군", "양"))
# An age, a sex or Chinese characters in brackets describe a person.
_DESCRIBED = LazyPattern(
    r" ?\((?:[0-9]{1,3}(?:세|살)?[,)·/]|[一-龥]{2,4}[),]|[남여][),·/]|만 ?[0-9]{1,3}세|[가명]\)"
    r"|(?:부|모|조부|조모|본인|배우자|남편|아내|처|아들|딸|자녀?|녀|형|누나|언니|오빠|동생|남동생|여동생|아빠|엄마|아버지|"
    r"어머니|할머니|할아버지|이모|고모|삼촌|보호자|지인|친구|동료|담임|반장|[0-9]{2}학번|[0-9]{2}기)[),·/])"
)
_INTRODUCED = LazyPattern(
    r"(?:안녕하세요|안녕하십니까|저는|전|제가|나|난|팀|부|과|실|센터|점|교|유통|전자|그룹|"
    r"은행|병원|회사|본부|소|소속|담당|저)[,.!~]? ?$"
)
# Also the beginning of a quoted line and of a JSON string.
_LINE_STARTS = ("\n", "\n> ", '":"', '": "')
# An item of a list that someone says something in: `- …: 초안 작성`.
_BULLETS = ("- ", "* ", "• ", "· ", "○ ", "▶ ")
_CLOCK = LazyPattern(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\]?,? $")
# A whole value and not the start of a sentence: a mark or the next label follows.
_COUNTED_PEOPLE = LazyPattern(r"[0-9] ?(?:명|인|분) ?[(:] ?$")
_UNIT = LazyPattern(r"[가-힣A-Za-z]{1,8}(?:팀|부|과|실|처|국|센터|점) $")
_VALUE_END = LazyPattern(
    r"[ \t]*(?:$|[\n,;)\]|/\"'<>(}·&]|[0-9+])|[ \t]+(?:이?요|입니다|이에요|예요|임)(?![가-힣])"
    r"|[ \t]+(?:연락처|전화|휴대|핸드폰|생년|주소|이메일|메일|직위|직급|성별|나이|소속|부서|[가-힣]{1,6} ?[:=])"
)
# How far before its mark a label may begin.
LABEL_REACH = 60
_LABEL_MARKS = " \t\n\"'”’`*>)]=:-"
_TAGS = LazyPattern(r"(?:</?[A-Za-z][^<>]{0,60}>\s{0,4})+$")
_BRACKETS = LazyPattern(r"\([^()\n]{1,24}\)\s?$")
_LABEL = LazyPattern(r"(?:[가-힣]+(?: {0,8}[가-힣]+){0,2}|[A-Za-z][A-Za-z0-9_.-]*)$")
_LATIN_PARTS = LazyPattern(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_LATIN_END = LazyPattern("(?<![A-Za-z0-9_.@/-])[A-Za-z_]+$")
_NEXT_LABEL = LazyPattern(
    "(?:연락처|전화번호|전화|휴대폰|핸드폰|휴대전화|번호|주소|생년월일|생일|이메일|메일|주민번호|주민등록번호"
    "|계좌|계좌번호|나이|성별|소속|부서|직급|관계)$"
)
_STRICT = LazyPattern(r"(?:이름|성명|성함|명|본명|실명|name|nm|fn|cn)$")
_THINGS = frozenset(
    [
        "app",
        "product",
        "company",
        "file",
        "host",
        "item",
        "brand",
        "store",
        "bank",
        "domain",
        "class",
        "table",
        "server",
        "project",
        "team",
        "package",
        "service",
        "event",
        "city",
        "model",
    ]
)
# Types whose presence in the same line makes it a record about a person.
PERSONAL = frozenset(
    [
        "email",
        "phone",
        "ssn",
        "foreign_registration",
        "bank_account",
        "passport",
        "driver_license",
        "credit_card",
        "date_of_birth",
    ]
)


_ON_CARDS = PERSONAL | {"address"}


class Surroundings:
    """Reads the text around a word, with the cue words and titles of the pattern file."""

    def __init__(self, owner: TypeRules) -> None:
        words = owner.spec.context
        self._cues = frozenset(word for word in words if not word.isascii())
        self._latin = frozenset(word.lower() for word in words if word.isascii())
        self._cues_by_end: dict[str, tuple[str, ...]] = {}
        for word in self._cues:
            if len(word) > 1:
                self._cues_by_end[word[-1]] = (*self._cues_by_end.get(word[-1], ()), word)
        self._cue_ends = frozenset(word[-1] for word in self._cues) | {word[-1] for word in _CUE_PARTICLES}
        self._titles = frozenset(owner.spec.context_after)
        self._title_starts = frozenset(title[0] for title in self._titles)
        self._longest_title = max(map(len, self._titles), default=0)

    def has_cue_before(self, text: str, start: int) -> bool:
        """Say whether the word before, with or without a particle, is a cue: `예금주 …`, `담당자는 …`, `받는 분 …`."""
        head = text[max(0, start - _HEAD) : start]
        body = head.rstrip(_CUE_GAP)
        if len(body) == len(head):
            return False
        body = _BRACKETS.sub("", body).rstrip(" ") if body.endswith(")") else body
        if body[-1:].isascii() and body[-1:].isalpha():
            word = _LATIN_END.search(body)
            return word is not None and (word[0].lower() in self._latin or word[0] == "by")
        if body[-1:] not in self._cue_ends:
            return False
        if self._ends_with_cue(body):
            return True
        if not body.endswith(_CUE_PARTICLES):
            return False
        return any(self._ends_with_cue(body[: -len(part)]) for part in _CUE_PARTICLES if body.endswith(part))

    def is_cue(self, word: str) -> bool:
        """Say whether a word is a cue itself and so nobody's name."""
        return word in self._cues

    def _ends_with_cue(self, body: str) -> bool:
        # A one-syllable cue has to be a whole word; a longer one may end a compound (공사담당자).
        last = body[-1:]
        if body.endswith(self._cues_by_end.get(last, ())):
            return True
        return last in self._cues and not "가" <= body[-2:-1] <= "힣"

    def is_name_label(self, label: str) -> bool:
        """Say whether a label is a cue word or a key such as `cust_nm` or `memberName`."""
        if label.isascii():
            parts = [part.lower() for part in _LATIN_PARTS.split(label) if part]
            return bool(parts) and parts[-1] in self._latin and not _THINGS.intersection(parts[:-1])
        plain = label.replace(" ", "")
        return label in self._cues or self._ends_with_cue(plain) or self._ends_with_cue(label)

    def has_title_after(self, text: str, end: int, *, weak: bool = True) -> bool:
        """Say whether a title follows after at most one space: `… 과장님께`, `…교수`."""
        at = end + (text[end : end + 1] == " ")
        if text[at : at + 1] not in self._title_starts:
            return False
        for size in range(self._longest_title, 0, -1):
            title = text[at : at + size]
            if title in self._titles and (weak or title not in _WEAK_TITLES) and _TITLE_TAIL.match(text, at + size):
                return title != "외" or _OTHERS.match(text, at + size) is not None
        return False


def label_before(head: str) -> str:
    """Return the label in front of the mark that `head` ends with (colon, equals sign, tag, tab), or ""."""
    for _ in range(3):
        head = head.rstrip(" \t\n:=")
        shorter = _TAGS.sub("", head) if head.endswith(">") else head
        shorter = _BRACKETS.sub("", shorter) if shorter.endswith(")") else shorter.rstrip(_LABEL_MARKS)
        shorter = shorter.removesuffix(" value").rstrip(_LABEL_MARKS)
        settled = shorter == head or "가" <= shorter[-1:] <= "힣"
        head = shorter
        if settled:
            break
    found = _LABEL.search(head[-24:])
    return found[0] if found else ""


def followed_by_label(word: str) -> int:
    """Return where the next label begins in a word that is written against it (`김우진연락처`), or 0."""
    found = _NEXT_LABEL.search(word)
    return found.start() if found else 0


def is_strict_label(label: str) -> bool:
    """Say whether a label asks for a name and nothing else."""
    return _STRICT.search(label.replace(" ", "").lower()) is not None


def ends_value(text: str, end: int) -> bool:
    """Say whether a value ends here rather than a sentence going on."""
    return _VALUE_END.match(text, end) is not None


def is_described(text: str, end: int) -> bool:
    """Say whether brackets with an age, a sex or Chinese characters follow."""
    return text[end : end + 2].lstrip(" ")[:1] == "(" and _DESCRIBED.match(text, end) is not None


def is_introduced(text: str, start: int) -> bool:
    """Say whether a greeting or the name of a department leads to a self-introduction."""
    return _INTRODUCED.search(text, max(0, start - 12), start) is not None


def is_speaker(text: str, start: int, end: int) -> bool:
    """Say whether a word labels a line of a conversation: `…:`, `[…] [오후 3:12]`, `오후 3:15, … :`."""
    before = text[max(0, start - 24) : start]
    lead = before[:-1] if before.endswith(("[", "<")) else before
    at_line_start = lead in ("", "> ") or lead.endswith(_LINE_STARTS)
    after = text[end : end + 3]
    if at_line_start and (after.startswith((":", " :", "] [", "> ", "\t")) or after[:1] == "]"):
        return True
    return after.startswith((":", " :")) and _CLOCK.search(before) is not None


def is_record_field(scan: Scan, start: int, end: int) -> bool:
    """Say whether a word fills a field of a line that holds other personal data."""
    if not scan.found:
        return False
    text = scan.text
    before = text[max(0, start - 2) : start].rstrip(" ")
    after = text[end : end + 2].lstrip(" ")
    if (before and before[-1] not in "/|,\t\n\"'(:;>") or (after and after[0] not in "/|,\t\n\"'()<;"):
        return False
    line_start = text.rfind("\n", max(0, start - 120), start)
    line_end = text.find("\n", end, end + 120)
    low = line_start if line_start >= 0 else start - 120
    high = line_end if line_end >= 0 else end + 120
    starts = scan.starts_of(PERSONAL)
    at = bisect_left(starts, low)
    return at < len(starts) and starts[at] < high


def is_card_line(scan: Scan, start: int, end: int) -> bool:
    """Say whether a word fills a line next to one that begins with a personal number or an address: identity cards,
    visiting cards, envelopes.
    """
    text = scan.text
    if not scan.found or (start and text[start - 1] != "\n") or text[end : end + 1] not in ("", "\n", "\r"):
        return False
    starts = scan.starts_of(_ON_CARDS)
    at = bisect_right(starts, end)
    return at < len(starts) and starts[at] <= end + 10 and not text[end : starts[at]].strip(" \r\nTMHEPFtmhepf.:)")


def is_counted(text: str, start: int) -> bool:
    """Say whether brackets behind a number of people open here: `2명(…`."""
    return _COUNTED_PEOPLE.search(text, max(0, start - 8), start) is not None


def is_signed(text: str, start: int, end: int) -> bool:
    """Say whether a department stands before and the line ends: `재무팀 …`."""
    if text[start - 1 : start] != " " or text[end : end + 1] not in ("", "\n", "\r"):
        return False
    return (
        text[start - 2 : start - 1] in "팀부과실처국센터점"
        and _UNIT.search(text, max(0, start - 12), start) is not None
    )


def is_item(text: str, start: int, end: int) -> bool:
    """Say whether a word heads an item of a list, such as `- …: 초안 작성`."""
    head = text[max(0, start - 4) : start]
    return head.endswith(_BULLETS) and head[:-2].strip(" ") in ("", "\n") and text.startswith((":", " :"), end)
