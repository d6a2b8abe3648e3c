"""Korean personal names: found by their syllables, believed for what stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from oauth2_demo.security.pii.context_ko import (
    LABEL_REACH,
    PERSONAL,
    Surroundings,
    ends_value,
    followed_by_label,
    is_card_line,
    is_counted,
    is_described,
    is_introduced,
    is_item,
    is_record_field,
    is_signed,
    is_speaker,
    is_strict_label,
    label_before,
)
from oauth2_demo.security.pii.engine import Candidate, Scan, TypeRules
from oauth2_demo.security.pii.korean import (
    IMPOSSIBLE,
    LIKELY,
    PLAUSIBLE,
    POSSIBLE,
    TYPICAL,
    NameSpan,
    given_syllables,
    grade_name,
    is_compound,
    is_ending,
    is_known_word,
    is_title_tail,
    may_be_name,
    may_be_plausible,
    name_at_start,
)
from oauth2_demo.security.pii.lazy import LazyPattern
from oauth2_demo.security.pii.lexicon_ko import name_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

# Start of each accepted name, with its end and grade.
Names = dict[int, tuple[int, int]]

_HANGUL = LazyPattern("[가-힣]+")
_SCORES = {POSSIBLE: 0.75, PLAUSIBLE: 0.85, LIKELY: 0.9, TYPICAL: 0.95}
_AROUND = 28
# So far behind a word look those who judge it: a title of some syllables with its particles, brackets.
_AHEAD = 32
# A word before an honorific, with a space.
_HONOURED = 12
# More than any grade.
_BEYOND = 5
_NEXT_IN_LIST = LazyPattern(
    r"[ \t]*(?:(?:[,·/、&;|→]|->|및(?= )|그리고(?= ))(?: ?[0-9]{1,2}[.)])?|[0-9]{1,2}[.)](?= ))[ \t]*(?=[가-힣])"
)
_LAST_IN_LIST = LazyPattern(r"(?<![가-힣])([가-힣]{2,4})[ ]*[,·/][ ]*$")
_ROW_BEFORE = LazyPattern(r"[ \t]*(?:[,·/、&;|→]|->|및|[0-9]{1,2}[.)])?[ \t]*$")
_ROW_AFTER = LazyPattern(r"[ \t]*(?:[,·/、&;|→]|->|및|[0-9]{1,2}[.)])?[ \t]*")
_HONORIFICS = ("님", "씨", "군", "양")
# The first syllables of particles after an honorific.
_AFTER_HONORIFIC = "들께은는이가을를의에한와과랑도만으로입예라고며인였까부하맞"
# 구매자님, 점장님: a role in 자, 장, … before an honorific, unless its syllables speak for a name.
# The last letters of labels that ask for a person: 담당자, 신청인, 고객, 받는 분, manager, customer.
_PERSON_ENDINGS = "자인님분람객주원생모부장사수이명ernte"
# How a clause ends that someone is addressed after.
_CLAUSE_ENDINGS = "데요고서다녕죠네며면"
# Whom one has: 아내 …, 동생이 …, 친구 ….
_KIN = frozenset(
    [
        "아내",
        "남편",
        "동생",
        "남동생",
        "여동생",
        "친구",
        "언니",
        "오빠",
        "형",
        "누나",
        "아들",
        "딸",
        "어머니",
        "아버지",
        "엄마",
        "아빠",
        "할머니",
        "할아버지",
        "이모",
        "고모",
        "삼촌",
        "사촌",
        "조카",
        "선배",
        "후배",
        "동료",
        "동기",
        "얘들아",
        "여친",
        "남친",
        "지인",
        "신랑",
        "신부",
        "와이프",
        "며느리",
        "사위",
        "장모",
        "장인",
    ]
)
_ROLE_ENDINGS = "자장사원관인모부생팀"
# Particles that mark a doer, an owner or a recipient.
_NOMINAL = frozenset(
    [
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
    ]
)
# Particles that only living beings take.
_ANIMATE = frozenset(
    ["에게", "에게서", "한테", "한테서", "께", "께서", "께서는", "에게는", "에게도", "한테는", "한테도"]
)
_COPULAS = frozenset(
    [
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
    ]
)
# What may stand between a name and the value beside it: brackets, separators, quotes, and short labels such as T. or M.
_EITHER_PARTICLE = LazyPattern(r"\b([가-힣]{3,4})(?:이\(가\)|을\(를\)|은\(는\)|과\(와\))")
_CHAT_EXPORT = LazyPattern(r"\[([가-힣]{2,4})\] \[오[전후] [0-9]")
_BETWEEN = " \t\"'”’)(<[,:;|/·-.TtHhPpMm"
_AFTER_NEIGHBOUR = LazyPattern(
    r"[ \t]*[\"')>\]]{0,2}[ \t]*(?P<mark>[,;|/\t(·-])?[ \t]*[\"'(]{0,2}(?P<word>[가-힣]{2,6})"
)


class _Spans(dict[tuple[str, int], NameSpan | None]):
    """What `name_at_start` says, kept for one text: the words beside values are mostly the same few labels."""

    def __missing__(self, key: tuple[str, int]) -> NameSpan | None:
        span = self[key] = name_at_start(*key)
        return span


class KoreanNameDetector:
    """Finds surname and given name, without title or particle."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._around = Surroundings(owner)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def find(self, scan: Scan) -> None:
        """Add every name."""
        if scan.ascii_only or not _HANGUL.search(scan.text):
            return
        names: Names = {}
        if scan.fields:
            self._in_fields(scan, names)
        if scan.found:
            self._beside_others(scan, names)
        self._before_honorifics(scan, names)
        self._after_labels(scan, names)
        self._in_prose(scan, names)
        spec = self._owner.spec
        for start, (end, grade) in names.items():
            scan.found.append(Candidate(start, end, spec.name, spec.priority, _SCORES[grade]))

    def _gate(self, key: str) -> re.Pattern[str]:
        if key not in self._compiled:
            self._compiled[key] = re.compile(_gate_source(key))
        return self._compiled[key]

    def _in_fields(self, scan: Scan, names: Names) -> None:
        for field in scan.fields:
            if field.kind == "name":
                run = _HANGUL.match(scan.text, field.start)
                span = name_at_start(run[0], POSSIBLE) if run else None
                if span:
                    _accept(names, field.start, span)

    def _beside_others(self, scan: Scan, names: Names) -> None:
        text, surnames = scan.text, name_lexicon().first_of_surnames
        spans = _Spans()
        neighbour_after = _AFTER_NEIGHBOUR.match
        for start, end, kind, _, _ in scan.found:
            if kind not in PERSONAL:
                continue
            before = _word_left(text, start)
            span = spans[before, PLAUSIBLE] if before[:1] in surnames and len(before) > 1 else None
            if span:
                _accept(names, text.rfind(before, max(0, start - _AROUND), start), span)
            after = neighbour_after(text, end, end + _AROUND)
            if after and (word := after["word"])[0] in surnames:
                least = PLAUSIBLE if after["mark"] else LIKELY if ends_value(text, after.end()) else TYPICAL
                span = spans[word, least]
                if span:
                    _accept(names, after.start("word"), span)

    def _before_honorifics(self, scan: Scan, names: Names) -> None:
        text = scan.text
        judged: dict[tuple[str, str], tuple[int, NameSpan] | None] = {}
        for honorific in _HONORIFICS:
            at = text.find(honorific)
            while at >= 0:
                window = text[at - _HONOURED if at > _HONOURED else 0 : at], text[at : at + _AHEAD]
                if window not in judged:
                    judged[window] = self._judge_honoured(text, at, honorific)
                if verdict := judged[window]:
                    start, span = at - verdict[0], verdict[1]
                    _accept(names, start, span)
                    _extend_left(text, names, start)
                    _extend_right(text, names, start + span.length)
                at = text.find(honorific, at + 1)

    def _judge_honoured(self, text: str, at: int, honorific: str) -> tuple[int, NameSpan] | None:
        """Return how far before an honorific a name begins, and the name."""
        follows = text[at + 1 : at + 2]
        if "가" <= follows <= "힣" and follows not in _AFTER_HONORIFIC:
            return None
        if text[at - 2 : at] in name_lexicon().addressed_roles or not self._around.has_title_after(text, at):
            return None
        end = at - 1 if text[at - 1 : at] == " " else at
        start = end
        while start and end - start < 9 and "가" <= text[start - 1] <= "힣":
            start -= 1
        word = text[start:end]
        if len(word) > 4 and (
            self._around.has_cue_before(f"{word[:-3]} ", len(word) - 2)
            or (honorific == "님" and grade_name(word[-3:]) >= LIKELY and word[-4] in _CLAUSE_ENDINGS)
        ):
            # 고객홍길동님, 죄송한데홍길동님: what stands before is glued.
            start, word = end - 3, word[-3:]
        if not 2 <= len(word) <= 4:
            return None
        grade = grade_name(word)
        strong = honorific in "님씨" and len(word) >= 3 and word[-1] not in _ROLE_ENDINGS
        return (at - start, NameSpan(len(word), grade)) if grade >= (POSSIBLE if strong else PLAUSIBLE) else None

    def _after_labels(self, scan: Scan, names: Names) -> None:
        """Values after `담당자:`, `"name": "`, `<name>`, a tab: the label says what the value is."""
        text = scan.text
        labels: dict[str, str] = {}
        judged: dict[tuple[str, str, bool], NameSpan | None] = {}
        for mark in self._gate("label").finditer(text):
            at = mark.start()
            start = mark.end()
            while not "가" <= text[start] <= "힣":
                start += 1
            head = text[at - LABEL_REACH if at > LABEL_REACH else 0 : at + 1]
            label = labels.get(head)
            if label is None:
                label = label_before(head)
                label = labels[head] = label if label and self._around.is_name_label(label) else ""
            run = _HANGUL.match(text, start) if label else None
            if run and not self._around.is_cue(run[0]):
                if run[0][-1] in "팀부과실처국" and text[run.end() : run.end() + 1] == " ":
                    # `보고자: 재무팀 …`: the department comes first.
                    run = _HANGUL.match(text, run.end() + 1) or run
                    start = run.start()
                case = label, run[0], ends_value(text, run.end())
                if case not in judged:
                    judged[case] = self._judge_labelled(*case)
                span = judged[case]
                if span:
                    _extend_right(text, names, _accept(names, start, span))

    @staticmethod
    def _judge_labelled(label: str, word: str, ends: bool) -> NameSpan | None:
        following = followed_by_label(word)
        if 2 <= following <= 4:
            grade = grade_name(word[:following])
            return NameSpan(following, grade) if grade >= POSSIBLE else None
        span = name_at_start(word, POSSIBLE)
        weak = span is None or (span.grade < PLAUSIBLE and span.length == 3)
        if weak and is_strict_label(label) and len(word) == 4 and ends:
            # A given name of three syllables: 국새로나.
            common = word[0] in name_lexicon().surnames and name_lexicon().words.isdisjoint((word, word[:2], word[2:]))
            return NameSpan(4, POSSIBLE) if common else None
        if span is None or span.grade >= PLAUSIBLE:
            return span
        whole = span.length == len(word) and ends
        # `담당: 관리실` may name a place; 담당자 and 성명 cannot.
        of_person = span.length > 2 and label[-1] in _PERSON_ENDINGS
        return span if whole and (of_person or is_strict_label(label)) else name_at_start(word, PLAUSIBLE)

    def _in_prose(self, scan: Scan, names: Names) -> None:
        """Names without a label: typical ones anywhere, others where grammar or the surroundings speak for them."""
        if "(" in scan.text and any(particle in scan.text for particle in ("(가)", "(를)", "(는)", "(와)")):
            _before_either_particle(scan.text, names)
        if "] [오" in scan.text:
            _in_chat_exports(scan.text, names)
        pending: list[tuple[int, NameSpan]] = []
        # Words come again and again in a text, and a word is a name by its syllables or is not.
        spans: dict[str, NameSpan | None] = {}
        judged: dict[tuple[str, str], int] = {}
        for run in self._worth_a_look(scan.text):
            word = run[0]
            if word not in spans:
                spans[word] = _span_in_prose(word)
            span = spans[word]
            if span and run.start() not in names:
                self._judge_prose(scan, names, run, span, pending, judged)
        if pending and names:
            _accept_in_rows(scan.text, names, sorted(pending))

    def _worth_a_look(self, text: str) -> Iterable[re.Match[str]]:
        # Whatever it goes on with, the first word of a text is looked at.
        lexicon = name_lexicon()
        starts = [0] if text[:1] in lexicon.surnames or text[:2] in lexicon.double_surnames else []
        doubles = lexicon.double_surnames
        worth: dict[str, bool] = {}
        for found in self._gate("prose").finditer(text):
            word = found[0]
            if word not in worth:
                worth[word] = len(word) == 2 or may_be_name(word) or may_be_plausible(word) or word[:2] in doubles
            if worth[word] and found.start():
                starts.append(found.start())
        starts += [found.start() + 1 for found in self._gate("marked").finditer(text)]
        for start in starts:
            run = _HANGUL.match(text, start)
            if run:
                yield run

    def _judge_prose(
        self,
        scan: Scan,
        names: Names,
        run: re.Match[str],
        span: NameSpan,
        pending: list[tuple[int, NameSpan]],
        judged: dict[tuple[str, str], int],
    ) -> None:
        start, word = run.start(), run[0]
        if span.grade == TYPICAL and span.length > 2:
            _accept(names, start, span)
            return
        if is_ending(word) and scan.text[start - 1 : start].strip(" \n\t"):
            # `379이구여`: the copula after a number.
            return
        text, end = scan.text, run.end()
        # The same word in the same surroundings is judged once.
        window = text[start - _AROUND if start > _AROUND else 0 : start], text[start : end + _AHEAD]
        least = judged.get(window)
        if least is None:
            if span.length == 2:
                least = IMPOSSIBLE if self._is_short_name(text, run, word) else _BEYOND
            else:
                least = self._least_grade(text, start, end, word[span.length :])
            judged[window] = least
        if span.grade >= least or (span.length > 2 and _is_in_record(scan, start, end, span)):
            end = _accept(names, start, span)
            _extend_right(scan.text, names, end)
        elif span.length > 2 and (span.grade >= LIKELY or span.length == len(word)):
            pending.append((start, span))

    def _is_short_name(self, text: str, run: re.Match[str], word: str) -> bool:
        """Two syllables are a name only where something says so."""
        start, end = run.span()
        if self._around.has_cue_before(text, start):
            return True
        if word[2:] in _ANIMATE:
            return True
        return len(word) == 2 and (
            is_speaker(text, start, end)
            or text[start - 1 : start] == "@"
            or (text[end : end + 1] == " " and self._around.has_title_after(text, end, weak=False))
        )

    def _least_grade(self, text: str, start: int, end: int, tail: str) -> int:
        """Return the lowest grade that is believable here, going by `_AROUND` and `_AHEAD` characters and no more."""
        if tail in _ANIMATE or is_title_tail(tail) or text[start - 1 : start] == "@":
            return PLAUSIBLE
        if not tail and (is_described(text, end) or self._around.has_title_after(text, end)):
            return PLAUSIBLE
        if self._around.has_cue_before(text, start):
            return PLAUSIBLE
        if is_speaker(text, start, end):
            # `정규식: …` is a heading.
            return LIKELY if is_compound(text[start:end]) else PLAUSIBLE
        if is_counted(text, start) or (not tail and is_signed(text, start, end)):
            return PLAUSIBLE
        if is_item(text, start, end):
            return LIKELY
        if (tail in _NOMINAL or tail in _COPULAS) and text[start : start + 2] in name_lexicon().double_surnames:
            return PLAUSIBLE
        if tail in _NOMINAL or _follows_role(text, start):
            return LIKELY
        if tail in _COPULAS:
            return PLAUSIBLE if is_introduced(text, start) else LIKELY
        return TYPICAL


def _is_in_record(scan: Scan, start: int, end: int, span: NameSpan) -> bool:
    """Say whether a plausible whole word stands where records hold a name."""
    if not scan.found or span.grade < PLAUSIBLE or end - start != span.length:
        return False
    # `정규식\t010-…` is a heading.
    return (is_record_field(scan, start, end) or is_card_line(scan, start, end)) and not (
        is_speaker(scan.text, start, end) and is_compound(scan.text[start:end])
    )


def _gate_source(key: str) -> str:
    lexicon = name_lexicon()
    surnames = _class(lexicon.surnames)
    if key == "label":
        return (
            f"[:=|>\\t→](?=[ \"'“‘(<\\[*\\n]{{0,3}}(?:[{surnames}]|[가-힣]{{2,6}}[팀부과실처국] [{surnames}])[가-힣])"
        )
    if key == "prose":
        firsts, seconds = given_syllables()
        heads, tails = ("".join({pair[at] for pair in lexicon.double_surnames}) for at in (0, 1))
        short = f"[{_class(lexicon.singles)}](?![가-힣])"
        return (
            # The look-back stands behind the surname: syllables are rare in a text of other letters.
            f"[{_class(lexicon.surnames | set(heads))}](?<![가-힣].)"
            f"(?:[{_class(firsts)}][{_class(seconds)}]|{short}|(?<=[{_class(heads)}])[{_class(tails)}][가-힣])"
        )
    return rf"[\n@\[<(](?:(?<=@)[{surnames}][가-힣]{{1,8}}|[{surnames}][가-힣]{{1,3}}(?= ?[:\])>]|\t))"


def _accept(names: Names, start: int, span: NameSpan) -> int:
    end = start + span.length
    if start not in names or names[start][1] < span.grade:
        names[start] = (end, span.grade)
    return end


def _span_in_prose(word: str) -> NameSpan | None:
    span = name_at_start(word, PLAUSIBLE) if 2 <= len(word) <= 9 else None
    return span if span and not _is_verbal(word, span.length) else None


def _is_verbal(word: str, length: int) -> bool:
    """`이수하세요` is a verb: a stem in 하 or 되 with an ending that would be a particle after a vowel."""
    tail = word[length:]
    return word[length - 1] in "하되시" and tail not in ("", "가", "의", "를", "와", "입니다") and tail not in _ANIMATE


def _follows_role(text: str, start: int) -> bool:
    """Say whether the word before ends like a role: 발행인, 방문자, 지점장, 입주민."""
    if text[start - 1 : start] not in (" ", ":", "(", "\t"):
        return False
    before = _word_left(text, start)
    if before in _KIN or (before[-1:] in "가이은는" and before[:-1] in _KIN):
        return True
    return len(before) > 1 and before[-1] in "인자장원사관민님어"


def _before_either_particle(text: str, names: Names) -> None:
    """`…이(가) 초대했습니다`: programs leave both particles in."""
    for found in _EITHER_PARTICLE.finditer(text):
        grade = grade_name(found[1])
        if grade >= LIKELY:
            _accept(names, found.start(1), NameSpan(len(found[1]), grade))


def _in_chat_exports(text: str, names: Names) -> None:
    """`[…] [오후 3:12]`, as KakaoTalk exports a line: whatever begins with a surname there is a name."""
    lexicon = name_lexicon()
    for found in _CHAT_EXPORT.finditer(text):
        word = found[1]
        grade = grade_name(word)
        if grade or (word[0] in lexicon.surnames and 3 <= len(word) <= 4 and not is_known_word(word)):
            _accept(names, found.start(1), NameSpan(len(word), max(grade, POSSIBLE)))


def _accept_in_rows(text: str, names: Names, pending: list[tuple[int, NameSpan]]) -> None:
    """Accept a candidate that stands in a row with an accepted name."""
    ends = {end for end, _ in names.values()}
    for row in (pending, pending[::-1]):
        for start, span in row:
            if start in names:
                continue
            after = _ROW_AFTER.match(text, start + span.length)
            found = after is not None and after.end() in names
            if not found and not ends.isdisjoint(range(start - 8, start + 1)):
                before = _ROW_BEFORE.search(text, max(0, start - 8), start)
                found = before is not None and before.start() in ends
            if found:
                ends.add(_accept(names, start, span))


def _extend_right(text: str, names: Names, end: int) -> None:
    """Accept further names of a list, such as `A, B 및 C`."""
    for _ in range(50):
        rest = _HANGUL.match(text, end)
        link = _NEXT_IN_LIST.match(text, rest.end() if rest else end)
        run = _HANGUL.match(text, link.end()) if link else None
        span = name_at_start(run[0], PLAUSIBLE) if run else None
        if not run or not span or run.start() in names:
            return
        end = _accept(names, run.start(), span)


def _extend_left(text: str, names: Names, start: int) -> None:
    """Accept the earlier names of a list whose last one carries the honorific."""
    for _ in range(50):
        before = _LAST_IN_LIST.search(text, max(0, start - 12), start)
        if not before or grade_name(before[1]) < PLAUSIBLE or before.start(1) in names:
            return
        start = before.start(1)
        _accept(names, start, NameSpan(len(before[1]), grade_name(before[1])))


def _word_left(text: str, end: int) -> str:
    """Return the Hangul word to the left of a value, or "" if something else stands between."""
    head = text[end - _AROUND if end > _AROUND else 0 : end].rstrip(_BETWEEN)
    start = last = len(head)
    while start and "가" <= head[start - 1] <= "힣":
        start -= 1
    return head[start:] if last - start <= 9 else ""


def _class(syllables: Iterable[str]) -> str:
    return "".join(sorted(syllables))
