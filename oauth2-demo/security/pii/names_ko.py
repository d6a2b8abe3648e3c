"""Korean personal names: cue words before, honorifics and titles after, records around, and typical names in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oauth2_demo.security.pii.engine import Candidate, Scan, TypeRules, WordFinder, spellings
from oauth2_demo.security.pii.korean import (
    LIKELY,
    PLAUSIBLE,
    POSSIBLE,
    TYPICAL,
    NameSpan,
    given_syllables,
    may_be_name,
    may_be_plausible,
    grade_name,
    name_at_start,
)
from oauth2_demo.security.pii.lexicon_ko import name_lexicon

# Start of each accepted name, with its end and grade.
Names = dict[int, tuple[int, int]]

_HANGUL = re.compile("[가-힣]+")
_SCORES = {POSSIBLE: 0.75, PLAUSIBLE: 0.85, LIKELY: 0.9, TYPICAL: 0.95}
_AROUND = 28
# Cue, particle, separator: everything between a cue word and the name.
_SEPARATOR = (
    r"(?P<particle>님은|님이|께서는|은|는|이|가|님|에|으로|로)?"
    r"(?P<sep>[ \t]*(?:\([^()\n]{1,12}\))?[\"'”’\]*>)]{0,3}[ \t]*(?:=>|->|\\t|value=|[:=|/>,;\t-])?[ \t]*\n?[ \t]*[\"'“‘(\[<*]{0,3})"
)
_EXPLICIT = frozenset(":=>|\"'\t([“‘<")
_STRICT_CUE = r"(?:이름|성명|성함|성 {0,8}명|명|본명|실명|[Nn]ame|NAME|nm|NM|이름은|성함은)$"
# What may follow a word that is only possibly a name, so that it is a whole value and not the start of a sentence.
_VALUE_END = r"[ \t]*(?:$|[\n,;)\]|/\"'<>(}·&]|[0-9+])|[ \t]+(?:연락처|전화|휴대|핸드폰|생년|주소|이메일|메일|직위|직급|성별|나이|소속|부서|[가-힣]{1,6} ?[:=])"
_NEXT_IN_LIST = re.compile(r"[ \t]*(?:[,·/、&;|]|및(?= )|그리고(?= ))[ \t]*(?=[가-힣])")
_HONORIFICS = frozenset(("님", "씨"))
_WEAK_AFTER = frozenset(("군", "양", "외", "프로", "기사", "책임", "대표", "학생", "환자", "고객", "회원"))
_OTHERS = re.compile(r" ?[0-9]+ ?(?:명|인|분)")
# Particles that mark a doer, an owner or a recipient.
_NOMINAL = frozenset(
    (
        "이",
        "가",
        "은",
        "는",
        "을",
        "를",
        "의",
        "에게",
        "에게서",
        "한테",
        "한테서",
        "께서",
        "께",
        "랑",
        "이랑",
        "와",
        "과",
        "측",
        "하고",
    )
)
# Particles that only living beings take.
_ANIMATE = frozenset(
    ("에게", "에게서", "한테", "한테서", "께", "께서", "께서는", "에게는", "에게도", "한테는", "한테도")
)
# Characters after three syllables at which a merely plausible name is worth a look.
_TELLING = frozenset(("한", "에", "께", "/", "|", ",", ")", "(", '"', "'", "\t", "<", "\n", ""))
_COPULAS = frozenset(
    (
        "입니다",
        "이라고",
        "라고",
        "이에요",
        "예요",
        "에요",
        "이고",
        "고",
        "인데",
        "인데요",
        "이고요",
        "고요",
        "이라고요",
        "이라",
        "입니다만",
        "이요",
        "요",
    )
)
# An age, a sex or Chinese characters in brackets describe a person.
_DESCRIBED = r" ?\((?:[0-9]{1,3}(?:세|살)?[,)·/]|[一-龥]{2,4}[),]|[남여][),·/]|만 ?[0-9]{1,3}세|[가명])"
_INTRODUCED = r"(?:안녕하세요|안녕하십니까|저는|전|제가|나|난|팀|부|과|실|센터|점|교|유통|전자|그룹|은행|병원|회사|본부|소|소속|담당|저)[,.!~]? ?$"
_NEIGHBOURS = frozenset(
    (
        "email",
        "phone",
        "ssn",
        "foreign_registration",
        "bank_account",
        "passport",
        "driver_license",
        "credit_card",
        "date_of_birth",
    )
)
# What may stand between a name and the value beside it: brackets, separators, quotes, and short labels such as T. or M.
_BETWEEN = " \t\"'”’)(<[,:;|/·-.TtHhPpMm"
_AFTER_NEIGHBOUR = r"[ \t]*[\"')>\]]{0,2}[ \t]*(?P<mark>[,;|/\t(·-])?[ \t]*[\"'(]{0,2}(?P<word>[가-힣]{2,6})"


class KoreanNameDetector:
    """Finds surname and given name, without title or particle."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._roles = frozenset(owner.spec.context) | frozenset(owner.spec.context_after)
        self._cues = WordFinder(spellings(owner.spec.context))
        self._titles = WordFinder(owner.spec.context_after)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def _regex(self, key: str) -> re.Pattern[str]:
        if key not in self._compiled:
            self._compiled[key] = re.compile(self._source(key))
        return self._compiled[key]

    def _source(self, key: str) -> str:
        lexicon = name_lexicon()
        if key == "prose":
            firsts, seconds = given_syllables()
            return f"[^가-힣][{_class(lexicon.surnames)}][{_class(firsts)}][{_class(seconds)}]"
        return {
            "separator": f"{_SEPARATOR}(?=[{_class(lexicon.surnames)}])",
            "strict": _STRICT_CUE,
            "end": _VALUE_END,
            "described": r"\((?=[0-9一-龥남여만가명])",
            "word_before": r"(?<![가-힣])[가-힣]{3,4}(?= ?$)",
            "marked": r"[\n@\[<(][가-힣]{2,4}(?= ?[:\])>]| |\n)",
            "double": f"[{_class(pair[0] for pair in lexicon.double_surnames)}](?=[{_class(pair[1] for pair in lexicon.double_surnames)}][가-힣])",
            "description": _DESCRIBED,
            "introduced": _INTRODUCED,
            "row_before": r"[ \t]*(?:[,·/、&;|]|및)?[ \t]*$",
            "row_after": r"[ \t]*(?:[,·/、&;|]|및)?[ \t]*",
            "after": _AFTER_NEIGHBOUR,
            "title_tail": r"님?(?:들|께서는|께서|께|은|는|이|가|을|를|의|에게서|에게|한테|와|과|랑|도|만|으로|로|입니다|이에요|예요|이라고|라고|이고|이며|이신|이랑|이나|이세요|이십니다|인데|이다|이었|였|에|까지|부터|하고)?(?:요|도|는)?(?![가-힣])",
        }[key]

    def find(self, scan: Scan) -> None:
        """Add every name."""
        if scan.ascii_only:
            return
        names: Names = {}
        self._in_fields(scan, names)
        self._beside_others(scan, names)
        self._before_titles(scan, names)
        self._after_cues(scan, names)
        self._in_prose(scan, names)
        spec = self._owner.spec
        scan.found.extend(
            Candidate(start, end, spec.name, spec.priority, _SCORES[grade]) for start, (end, grade) in names.items()
        )

    def _accept(self, names: Names, start: int, span: NameSpan) -> int:
        end = start + span.length
        if start not in names or names[start][1] < span.grade:
            names[start] = (end, span.grade)
        return end

    def _in_fields(self, scan: Scan, names: Names) -> None:
        for field in scan.fields:
            if field.kind == "name":
                run = _HANGUL.match(scan.text, field.start)
                span = name_at_start(run[0], POSSIBLE) if run else None
                if run and span:
                    self._accept(names, field.start, span)

    def _beside_others(self, scan: Scan, names: Names) -> None:
        text = scan.text
        for other in list(scan.found):
            if other.type not in _NEIGHBOURS:
                continue
            before = _word_left(text, other.start)
            span = name_at_start(before, PLAUSIBLE) if len(before) > 1 else None
            if span:
                at = text.rfind(before, max(0, other.start - _AROUND), other.start)
                self._accept(names, at, span)
            after = self._regex("after").match(text, other.end, other.end + _AROUND)
            if after:
                ends = self._regex("end").match(text, after.end()) is not None
                span = name_at_start(after["word"], PLAUSIBLE if after["mark"] else LIKELY if ends else TYPICAL)
                if span:
                    self._accept(names, after.start("word"), span)

    def _before_titles(self, scan: Scan, names: Names) -> None:
        text = scan.text
        roles = name_lexicon().addressed_roles
        tail = self._regex("title_tail")
        for at, title in self._titles.find(text):
            if title in _HONORIFICS and text[at - 2 : at] in roles:
                continue
            gap = at - 1 if at and text[at - 1] == " " else at
            start = gap
            while start and gap - start < 9 and "가" <= text[start - 1] <= "힣":
                start -= 1
            end = at + len(title)
            if gap - start < 2 or not tail.match(text, end) or (title == "외" and not _OTHERS.match(text, end)):
                continue
            self._judge_titled(scan, names, start, text[start:gap], title, glued=gap == at)

    def _judge_titled(self, scan: Scan, names: Names, start: int, word: str, title: str, *, glued: bool) -> None:
        if len(word) > 4:
            # 고객홍길동님: a cue word glued in front.
            cue = next((cue for at, cue in self._cues.find(word) if at == 0), "")
            if not cue or not 2 <= len(word) - len(cue) <= 4:
                return
            start, word = start + len(cue), word[len(cue) :]
        if glued and title not in _HONORIFICS and (len(word) == 2 or word[:2] in name_lexicon().words):
            return
        grade = grade_name(word)
        least = PLAUSIBLE
        if title in _HONORIFICS and len(word) >= 3:
            least = POSSIBLE if word[-1] not in "자장사원관인모부생팀" else PLAUSIBLE
        elif title in _WEAK_AFTER and len(word) == 2:
            least = TYPICAL
        if grade >= least:
            self._accept(names, start, NameSpan(len(word), grade))
            self._extend_left(scan, names, start)
            self._extend_right(scan, names, start + len(word))

    def _after_cues(self, scan: Scan, names: Names) -> None:
        text = scan.text
        separator = self._regex("separator")
        for at, cue in self._cues.find(text):
            before = text[at - 1] if at else " "
            if cue[0].isascii():
                if before.isascii() and before.isalpha() and not (cue[0].isupper() and before.islower()):
                    continue
            elif len(cue) <= 2 and "가" <= before <= "힣" and cue not in ("이름", "성명", "성함"):
                continue
            between = separator.match(text, at + len(cue))
            run = _HANGUL.match(text, between.end()) if between else None
            span = self._judge_cued(text, cue, between, run) if run and between else None
            if run and span:
                end = self._accept(names, run.start(), span)
                self._extend_right(scan, names, end)

    def _judge_cued(self, text: str, cue: str, between: re.Match[str], run: re.Match[str]) -> NameSpan | None:
        separator = between["sep"]
        explicit = not _EXPLICIT.isdisjoint(separator)
        if cue.isascii() and not explicit:
            return None
        if not separator:
            return None if between["particle"] else name_at_start(run[0], TYPICAL)
        if not explicit:
            return name_at_start(run[0], PLAUSIBLE)
        strict = self._regex("strict").search(cue) is not None
        span = name_at_start(run[0], POSSIBLE)
        if span is None or span.grade >= PLAUSIBLE:
            return span
        whole = span.length == len(run[0]) and self._regex("end").match(text, run.end()) is not None
        return span if whole and (strict or span.length > 2) else name_at_start(run[0], PLAUSIBLE)

    def _in_prose(self, scan: Scan, names: Names) -> None:
        """Names without a cue: typical ones anywhere, likely ones where grammar or the neighbours speak for them."""
        text = scan.text
        pending: list[tuple[int, NameSpan]] = []
        first = _HANGUL.match(text)
        if first:
            self._judge_prose(scan, names, first, pending)
        for found in self._regex("prose").finditer(text):
            start = found.start() + 1
            word = text[start : start + 3]
            if may_be_name(word) or (text[start + 3 : start + 4] in _TELLING and may_be_plausible(word)):
                run = _HANGUL.match(text, start)
                if run:
                    self._judge_prose(scan, names, run, pending)
        for found in self._regex("double").finditer(text):
            start = found.start()
            if (
                text[start : start + 2] in name_lexicon().double_surnames
                and not "가" <= text[start - 1 : start] <= "힣"
            ):
                run = _HANGUL.match(text, start)
                if run:
                    self._judge_prose(scan, names, run, pending)
        for found in self._regex("marked").finditer(text):
            run = _HANGUL.match(text, found.start() + 1)
            if run:
                self._judge_prose(scan, names, run, pending)
        for found in self._regex("described").finditer(text):
            run = self._regex("word_before").search(text, max(0, found.start() - 6), found.start())
            if run:
                self._judge_prose(scan, names, run, pending)
        if pending:
            self._accept_neighbours(text, names, sorted(pending))

    def _judge_prose(self, scan: Scan, names: Names, run: re.Match[str], pending: list[tuple[int, NameSpan]]) -> None:
        text, start, word = scan.text, run.start(), run[0]
        if (
            start in names
            or not 2 <= len(word) <= 8
            or (len(word) == 2 and not self._is_speaker(text, start, run.end()))
        ):
            return
        span = name_at_start(word, PLAUSIBLE)
        if not span or self._is_verbal(word, span.length):
            return
        if span.length == 2 and len(word) > 2:
            return
        if span.grade >= self._least_in_prose(scan, run, word[span.length :]):
            self._accept(names, start, span)
        elif span.grade >= LIKELY or span.length == len(word):
            pending.append((start, span))

    @staticmethod
    def _is_verbal(word: str, length: int) -> bool:
        """`이수하세요` is a verb: a stem in 하 or 되 with an ending that would be a particle after a vowel."""
        return word[length - 1] in "하되시" and word[length:] not in (
            "",
            "가",
            "의",
            "를",
            "에게",
            "한테",
            "와",
            "께서",
            "입니다",
        )

    def _least_in_prose(self, scan: Scan, run: re.Match[str], tail: str) -> int:
        text = scan.text
        start, end = run.span()
        if self._is_speaker(text, start, end) or text[start - 1 : start] == "@":
            return PLAUSIBLE
        if not tail and self._regex("description").match(text, end):
            return PLAUSIBLE
        before = _word_left(text, start) if text[start - 1 : start] in (" ", ":", "(", "\t") else ""
        if len(before) > 1 and (before in self._roles or before[-1] in "인자장원사관민님어"):
            closed = not tail and self._regex("end").match(text, end) is not None
            return PLAUSIBLE if closed or before in self._roles else LIKELY
        if tail in _ANIMATE:
            return PLAUSIBLE
        if tail in _NOMINAL:
            return LIKELY
        if not tail and self._is_record_field(scan, start, end):
            return PLAUSIBLE
        if tail in _COPULAS:
            return PLAUSIBLE if self._regex("introduced").search(text, max(0, start - 12), start) else LIKELY
        return TYPICAL

    @staticmethod
    def _is_record_field(scan: Scan, start: int, end: int) -> bool:
        """Say whether a word fills a field of a line that holds other personal data."""
        text = scan.text
        before = text[max(0, start - 2) : start].strip(" ")
        after = text[end : end + 2].strip(" ")
        if not (
            (not before or before in "/|,\t\n\"'(:;>" or before[-1] in "\n/|,;")
            and (not after or after[0] in "/|,\t\n\"'()<;")
        ):
            return False
        low, high = text.rfind("\n", max(0, start - 120), start), text.find("\n", end, end + 120)
        low = max(low, start - 120)
        high = end + 120 if high < 0 else high
        return any(low <= other.start < high for other in scan.found if other.type in _NEIGHBOURS)

    @staticmethod
    def _is_speaker(text: str, start: int, end: int) -> bool:
        before = text[max(0, start - 24) : start]
        at_line_start = not before or before[-1] == "\n" or before.endswith(("\n[", "\n<")) or before in ("[", "<")
        after = text[end : end + 3]
        if at_line_start and (after.startswith((":", " :", "] [", "> ", "\t")) or after[:1] == "]"):
            return True
        return (
            after.startswith((":", " :")) and re.search(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\]?,? $", before) is not None
        )

    def _accept_neighbours(self, text: str, names: Names, pending: list[tuple[int, NameSpan]]) -> None:
        """Accept a candidate that stands in a row with an accepted name or with another candidate."""
        ends = {end for end, _ in names.values()}
        for row in (pending, pending[::-1]):
            for start, span in row:
                before = self._regex("row_before").search(text, max(0, start - 8), start)
                after = self._regex("row_after").match(text, start + span.length)
                if (before and before.start() in ends) or (after and after.end() in names):
                    self._accept(names, start, span)
                    ends.add(start + span.length)

    def _extend_right(self, scan: Scan, names: Names, end: int) -> None:
        """Accept further names of a list, such as `A, B 및 C`."""
        text = scan.text
        for _ in range(50):
            rest = _HANGUL.match(text, end)
            link = _NEXT_IN_LIST.match(text, rest.end() if rest else end)
            run = _HANGUL.match(text, link.end()) if link else None
            span = name_at_start(run[0], PLAUSIBLE) if run else None
            if not run or not span or run.start() in names:
                return
            end = self._accept(names, run.start(), span)

    def _extend_left(self, scan: Scan, names: Names, start: int) -> None:
        """Accept the earlier names of a list whose last one carries the honorific."""
        text = scan.text
        for _ in range(50):
            before = re.compile(r"(?<![가-힣])([가-힣]{2,4})[ ]*[,·/][ ]*$").search(text, max(0, start - 12), start)
            if not before or grade_name(before[1]) < PLAUSIBLE or before.start(1) in names:
                return
            start = before.start(1)
            self._accept(names, start, NameSpan(len(before[1]), grade_name(before[1])))


def _class(syllables: Iterable[str]) -> str:
    return "".join(sorted(syllables))


def _word_left(text: str, end: int) -> str:
    """Return the Hangul word to the left of a value, or "" if something else stands between."""
    head = text[max(0, end - _AROUND) : end].rstrip(_BETWEEN)
    start = len(head)
    while start and "가" <= head[start - 1] <= "힣":
        start -= 1
    return head[start:] if len(head) - start <= 9 else ""
