"""Korean personal names: cue words before, honorifics and titles after, records around, and typical names in prose."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.cues import _grouped
from oauth2_demo.security.pii.engine import Candidate, Scan, TypeRules, spellings
from oauth2_demo.security.pii.korean import (
    PLAUSIBLE,
    POSSIBLE,
    TYPICAL,
    NameSpan,
    grade_name,
    name_at_start,
)
from oauth2_demo.security.pii.lexicon_ko import name_lexicon

_HANGUL = re.compile("[가-힣]+")
_SCORES = {POSSIBLE: 0.75, PLAUSIBLE: 0.85, TYPICAL: 0.95}
_AROUND = 28
# Cue, particle, separator: everything between a cue word and the name.
_SEPARATOR = (
    r"(?P<particle>님은|님이|은|는|이|가|님)?"
    r"(?P<sep>[ \t]*(?:\([^()\n]{1,12}\))?[\"'”’\]*>)]{0,3}[ \t]*(?:=>|->|[:=|/>,;\t-])?[ \t]*\n?[ \t]*[\"'“‘(\[<*]{0,3})"
)
_EXPLICIT = frozenset(":=>|\"'\t([“‘<")
_STRICT_CUE = r"(?:이름|성명|성함|명|본명|실명|[Nn]ame|NAME|nm|NM|이름은|성함은)$"
# What may follow a word that is only possibly a name, so that it is a whole value and not the start of a sentence.
_VALUE_END = r"[ \t]*(?:$|[\n,;)\]|/\"'<>(}·&]|[0-9+])"
_NEXT_IN_LIST = re.compile(r"[ \t]*(?:[,·/、&;|]|및(?= )|그리고(?= ))[ \t]*(?=[가-힣])")
_HONORIFICS = frozenset(("님", "씨"))
_WEAK_AFTER = frozenset(("군", "양", "외", "프로", "기사", "책임", "대표", "학생", "환자", "고객", "회원"))
_OTHERS = re.compile(r" ?[0-9]+ ?(?:명|인|분)")
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
_BEFORE_NEIGHBOUR = (
    r"(?<![가-힣])([가-힣]{2,7})[ \t]*[\"'”)]{0,2}[ \t]*(?:[,:;|/(<\[\t·-]|\(?[Mm]\.|[TtHhPp]\.)?[ \t]*[\"'(<\[]{0,2}$"
)
_AFTER_NEIGHBOUR = r"[ \t]*[\"')>\]]{0,2}[ \t]*(?P<mark>[,;|/\t(·-])?[ \t]*[\"'(]{0,2}(?P<word>[가-힣]{2,6})"


class KoreanNameDetector:
    """Finds surname and given name, without title or particle."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._compiled: dict[str, re.Pattern[str]] = {}

    def _regex(self, key: str) -> re.Pattern[str]:
        if key not in self._compiled:
            self._compiled[key] = re.compile(self._source(key))
        return self._compiled[key]

    def _source(self, key: str) -> str:
        lexicon = name_lexicon()
        if key == "cue":
            return _grouped(spellings(self._owner.spec.context))
        if key == "title":
            return _grouped(spellings(self._owner.spec.context_after))
        if key == "prose":
            second = "".join(sorted(set("".join(lexicon.pairs.values()))))
            return f"[^가-힣][{''.join(sorted(lexicon.common_surnames))}][{''.join(sorted(lexicon.pairs))}][{second}]"
        return {
            "separator": _SEPARATOR,
            "strict": _STRICT_CUE,
            "end": _VALUE_END,
            "before": _BEFORE_NEIGHBOUR,
            "after": _AFTER_NEIGHBOUR,
            "title_tail": r"님?(?:들|께서는|께서|께|은|는|이|가|을|를|의|에게서|에게|한테|와|과|랑|도|만|으로|로|입니다|이에요|예요|이라고|라고|이고|이며|이신|이랑|이나|이세요|이십니다|인데|이다|이었|였|에|까지|부터|하고)?(?:요|도|는)?(?![가-힣])",
        }[key]

    def find(self, scan: Scan) -> None:
        """Add every name."""
        if scan.ascii_only:
            return
        names: dict[int, tuple[int, int]] = {}
        self._in_fields(scan, names)
        self._beside_others(scan, names)
        self._before_titles(scan, names)
        self._after_cues(scan, names)
        self._in_prose(scan, names)
        spec = self._owner.spec
        scan.found.extend(
            Candidate(start, end, spec.name, spec.priority, _SCORES[grade]) for start, (end, grade) in names.items()
        )

    def _accept(self, names: dict[int, tuple[int, int]], start: int, span: NameSpan) -> int:
        end = start + span.length
        if start not in names or names[start][1] < span.grade:
            names[start] = (end, span.grade)
        return end

    def _in_fields(self, scan: Scan, names: dict[int, tuple[int, int]]) -> None:
        for field in scan.fields:
            if field.kind == "name":
                run = _HANGUL.match(scan.text, field.start)
                span = name_at_start(run[0], POSSIBLE) if run else None
                if run and span:
                    self._accept(names, field.start, span)

    def _beside_others(self, scan: Scan, names: dict[int, tuple[int, int]]) -> None:
        text = scan.text
        for other in list(scan.found):
            if other.type not in _NEIGHBOURS:
                continue
            head = max(0, other.start - _AROUND)
            before = self._regex("before").search(text, head, other.start)
            span = name_at_start(before[1], PLAUSIBLE) if before else None
            if before and span:
                self._accept(names, before.start(1), span)
            after = self._regex("after").match(text, other.end, other.end + _AROUND)
            if after:
                span = name_at_start(after["word"], PLAUSIBLE if after["mark"] else TYPICAL)
                if span:
                    self._accept(names, after.start("word"), span)

    def _before_titles(self, scan: Scan, names: dict[int, tuple[int, int]]) -> None:
        text = scan.text
        for title in self._regex("title").finditer(text):
            at = title.start()
            gap = at - 1 if at and text[at - 1] == " " else at
            start = gap
            while start and gap - start < 9 and "가" <= text[start - 1] <= "힣":
                start -= 1
            if gap - start < 2 or not self._regex("title_tail").match(text, title.end()):
                continue
            if title[0] == "외" and not _OTHERS.match(text, title.end()):
                continue
            self._judge_titled(scan, names, start, text[start:gap], title[0], glued=gap == at)

    def _judge_titled(
        self, scan: Scan, names: dict[int, tuple[int, int]], start: int, word: str, title: str, *, glued: bool
    ) -> None:
        if len(word) > 4:
            cue = self._regex("cue").match(word)
            if not cue or not 2 <= len(word) - cue.end() <= 4:
                return
            start, word = start + cue.end(), word[cue.end() :]
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

    def _after_cues(self, scan: Scan, names: dict[int, tuple[int, int]]) -> None:
        text = scan.text
        for cue in self._regex("cue").finditer(text):
            before = text[cue.start() - 1] if cue.start() else " "
            if cue[0][0].isascii():
                if before.isascii() and before.isalpha():
                    continue
            elif len(cue[0]) <= 2 and "가" <= before <= "힣":
                continue
            between = self._regex("separator").match(text, cue.end())
            if between is None:
                continue
            run = _HANGUL.match(text, between.end())
            span = self._judge_cued(text, cue[0], between, run) if run else None
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

    def _in_prose(self, scan: Scan, names: dict[int, tuple[int, int]]) -> None:
        text = scan.text
        run = _HANGUL.match(text)
        if run:
            self._judge_prose(text, names, run)
        for found in self._regex("prose").finditer(text):
            run = _HANGUL.match(text, found.start() + 1)
            if run:
                self._judge_prose(text, names, run)

    def _judge_prose(self, text: str, names: dict[int, tuple[int, int]], run: re.Match[str]) -> None:
        start = run.start()
        if start in names or not 3 <= len(run[0]) <= 8:
            return
        least = PLAUSIBLE if self._is_speaker(text, start, run.end()) else TYPICAL
        span = name_at_start(run[0], least)
        if span and span.length >= 3:
            self._accept(names, start, span)

    @staticmethod
    def _is_speaker(text: str, start: int, end: int) -> bool:
        line_start = (
            start == 0 or text[start - 1] == "\n" or text[start - 2 : start] in ("\n[", "\n<") or text[:start] == "["
        )
        after = text[end : end + 3]
        return line_start and (after.startswith((":", " :", "] [", "> ")) or after[:1] == "]")

    def _extend_right(self, scan: Scan, names: dict[int, tuple[int, int]], end: int) -> None:
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

    def _extend_left(self, scan: Scan, names: dict[int, tuple[int, int]], start: int) -> None:
        """Accept the earlier names of a list whose last one carries the honorific."""
        text = scan.text
        for _ in range(50):
            before = re.compile(r"(?<![가-힣])([가-힣]{2,4})[ ]*[,·/][ ]*$").search(text, max(0, start - 12), start)
            if not before or grade_name(before[1]) < PLAUSIBLE or before.start(1) in names:
                return
            start = before.start(1)
            self._accept(names, start, NameSpan(len(before[1]), grade_name(before[1])))
