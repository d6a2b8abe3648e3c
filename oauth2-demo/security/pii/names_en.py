"""English personal names: two or more capitalised words, and a cue, a record or a common first name to prove them."""

from __future__ import annotations

import re
from typing import NamedTuple

from oauth2_demo.security.pii.context_en import (
    ACTS,
    BEFORE_WORD,
    DOES,
    GOES_ON,
    GOODS_AFTER,
    HONORIFICS,
    INTRODUCING,
    NO_PERSON_KEY,
    ROLE_AFTER,
    SIGNED_OFF,
    STRONG_PHRASES,
    STRONG_WORDS,
    THING_AFTER,
    WEAK_WORDS,
    has_korean_title,
    is_addressed,
    is_line,
    is_timed,
    names_a_thing,
)
from oauth2_demo.security.pii.engine import Candidate, Scan, Spans, TypeRules
from oauth2_demo.security.pii.forms_en import in_capitals, introduced_in_small, surname_first
from oauth2_demo.security.pii.lazy import LazyPattern
from oauth2_demo.security.pii.lexicon_en import EnglishLexicon, english_lexicon, plain_letters
from oauth2_demo.security.pii.romanised import is_given_beside, is_korean_name, may_be_korean_name

# Possessive repeats: a word that is not followed by another capitalised word must fail at once, not letter by letter.
_CAMEL = r"(?:(?<=M)a?c|(?<=[DL])[ae]|(?<=J)o)(?=[A-Z])[A-Z][a-z]++"
# Latin letters with any mark: Wiśniewski, Łukasz, Đặng.
_BIG = "A-ZÀ-ÖØ-ÞĀĂĄĆĊČĎĐĒĖĘĚĞĠĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽƠƯȘȚ"
_SMALL = "a-zß-öø-ÿā-žơưșțḁ-ỿ"
_WORD = rf"[{_BIG}](?:{_CAMEL}|['’][{_BIG}][{_SMALL}]++|[{_SMALL}]++)(?:[-'’][A-Za-z{_BIG}]['’]?[{_BIG}{_SMALL}]++)?"
_LINK = r"(?: (?:de|van|von|der|den|la|del|di|da|dos|bin|al|el|ter|y|las|los|das|du|af|av|zu|bint|ibn|ap|e|ul|ni)){0,3}"
_SHAPE = (
    rf"{_WORD}(?: (?:[A-Z]\.|[{_BIG}](?= )|{_WORD})){{0,2}}{_LINK} (?:[ae][lnrstz]h?-)?{_WORD}"
    rf"(?![A-Za-zÀ-ɏ]|['’-](?!s(?![A-Za-z]))[A-Za-z]|"
    rf"@)(?:,? (?:Jr|Sr|II|III|IV)\.?)?"
)
_BIG_ABROAD = LazyPattern(f"[{_BIG.removeprefix('A-Z')}]")
# Given names of French descent, of the Punjab and of Black Americans are made by rule.
_GIVEN_FORM = LazyPattern(
    r"D['’][A-Z][a-z]+|(?:La|De|Da|Jo)[A-Z][a-z]+|[A-Z][a-z]{2,}(?:preet|inder|jeet|meet)|"
    r"(?:La|De|Da|Ja|Ke|Sha|Ta|Mo|Qua|Tre)[a-z]{1,5}(?:isha|esha|ique|iqua|onda|etta|onte|avious|shawn|quan|vion|neisha)"
)
# Between two capitalised words these stand in names alone; `de` and `la` are in places too.
_NAME_LINKS = frozenset(("van", "von", "der", "den", "ter", "bin", "bint", "ibn", "dos", "das"))
# Patronymics of Ireland, Scotland and Arabia, and endings that surnames have and hardly any English word.
_FAMILY_FORM = LazyPattern(
    r"O['’][A-Z][a-z]{2,}|(?:Mc|Mac|Fitz)[A-Z][a-z]{2,}|(?:Al|El|Abu|Ben|Ibn)-[A-Z][a-z]{2,}|"
    r"[A-Z][a-z]{2,}(?:wsk[iay]|[lnrtz]sk[iay]|ck[iy]|wicz|czyk|enko|chuk|[aeo]vic|[aeo]vich|[bdgklmnrstz]ov|[klmnrstz]ova|"
    r"[lnt]yev|escu|[kmnrs]yan|shvili|[aei]dze|opoulos|[aiou]dis|akis|sson|dottir|strom|qvist|gaard|[aeiou]inen|onen|anen|"
    r"moto|mura|kawa|gawa|saki|zaki|bayashi|guchi|zawa|sawa|shita|krishnan|swamy|murthy|singhe|wardena|zadeh|nejad|oglu)"
)
# The last words before a name, and the mark that makes them a label: `Contact: `, `"full_name": "`, `<name>`, `Dear `.
_LABEL = LazyPattern(
    r"(?P<label>[A-Za-z가-힣][A-Za-z가-힣_ .'-]{0,40}?)\"? {0,2}(?:[:=|>—–]|=>|\">) {0,3}[\"'<(\[]{0,2}$"
)
# A Korean cue with a particle, a colon or a bracket: `성명 …`, `예금주: …`, `(영문) …`, and `author는 …`.
_KOREAN_CUE = LazyPattern(r"(?P<word>[가-힣]{2,10}|[A-Za-z]{4,12})(?:은|는|이|가)?\)?(?: ?[:：] ?| )[\"'(]?$")
_RECORD_AFTER = (
    r"[\"']?(?:,| -| \||:)? {0,2}[\"']?[(<\[]?(?:mailto:)?[A-Za-z0-9._+-]{1,64}@|[\"']?(?:,|"
    r":| -)? {0,3}[\"'(<]?(?:[Tt]el|[Pp]hone|[Mm]obile|[Cc]ell)?[.:]? ?(?:\+[0-9]|\([0-9]{3}\)|"
    r"[0-9]{3}[-. ][0-9]{3}[-. ]|01[016]-)"
)
_LIST_LINK = r"(?: ?\([^()\n]{1,20}\))?(?:, (?:and )?| and | & |; |\n[-*•] )$"
_ANY_CASE_VALUE = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]{0,20}(?:,? [A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]{0,20}){1,3}"
# Cues that ask for a name and nothing else.
_NAME_CUES = (
    "이름",
    "성명",
    "성함",
    "영문",
    "영문명",
    "예금주",
    "수취인",
    "입사자",
    "한글명",
    "승객",
    "투숙객",
    "탑승자",
)
_KEY_MARK = r"\"? {0,2}(?:[:=|]|\">) {0,3}[\"']?"


# What every full name has in the shape of the text (see `engine`): a capitalised word, perhaps with a hyphen, and up to
# four short words between it and the next capital. Bytes that begin with one letter are searched at memory speed.
_GATE = rb"A[a?x][Aa?x]*+(?:-[a?]++)?(?:-a{1,3}){0,3}-A"


# How far around two words those look who judge them: an e-mail address in the next line is the farthest.
_BEHIND, _AHEAD = 40, 180


class _Verdict(NamedTuple):
    """What capitalised words are, going by themselves and their surroundings."""

    is_person: bool = False
    is_thing: bool = False
    is_brand: bool = False


class EnglishNameDetector:
    """Finds full names in Latin letters, without title."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._labels = frozenset(word.lower() for word in owner.spec.context)
        self._korean_cues = tuple(word for word in owner.spec.context if not word.isascii())
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._gate = re.compile(_GATE)

    def _regex(self, source: str) -> re.Pattern[str]:
        if source not in self._compiled:
            self._compiled[source] = re.compile(source)
        return self._compiled[source]

    def _is_introduced(self, text: str, head: str, end: int, *, known: bool) -> bool:
        """Say whether the text before a name announces a person."""
        if not head:
            return False
        last = head[-1]
        if last == " ":
            before = BEFORE_WORD.split(head.lower())[-4:-1]
            if before and is_addressed(text, before[-1], end, known=known):
                return True
            words = [word.strip(".,:;'") for word in before]
            if words and (words[-1] in HONORIFICS or words[-1] in STRONG_WORDS or (known and words[-1] in WEAK_WORDS)):
                return True
            if any(" ".join(words[-size:]) in STRONG_PHRASES for size in (1, 2, 3)):
                return True
        elif last == "\n" and (
            SIGNED_OFF.search(head)
            or is_addressed(text, head[-24:].rstrip().rpartition(" ")[2].lower(), end, known=known)
        ):
            return True
        return self._is_labelled(head) or self._is_cued_in_korean(head, known=known)

    def _is_cued_in_korean(self, head: str, *, known: bool) -> bool:
        """Say whether a Korean cue stands before; one that may introduce things as well needs a known name."""
        found = _KOREAN_CUE.search(head) if not head.isascii() else None
        if not found:
            return False
        word = found["word"]
        if word.isascii():
            # A Latin word is a Korean cue only with a Korean particle: `author는`.
            return head[found.end("word") :][:1] in "은는이가" and word.lower() in self._labels
        return word.endswith(_NAME_CUES) or (known and word.endswith(self._korean_cues))

    def _is_labelled(self, head: str) -> bool:
        """Say whether the text before a name ends with a label for people."""
        if head.rstrip(" \"'<([")[-1:] not in (":", "=", "|", ">", "—", "–"):
            return False
        found = _LABEL.search(head)
        if not found:
            return False
        words = re.split("[ _.-]+", found["label"].lower())
        if NO_PERSON_KEY.search(" ".join(words[:-1])):
            return False
        return (
            any(
                " ".join(words[-size:]) in self._labels or "_".join(words[-size:]) in self._labels
                for size in range(1, min(4, len(words)) + 1)
            )
            or found["label"].lower() in self._labels
            or words[-1] == "by"
            # `Name on birth certificate: `.
            or (words[0] == "name" and not any(NO_PERSON_KEY.search(word) for word in words))
        )

    def find(self, scan: Scan) -> None:
        """Add every name."""
        if b"A" not in scan.shape and b"a" not in scan.shape:
            return
        names = Spans(len(scan.text))
        shape = scan.shape if scan.ascii_only else _with_capitals_abroad(scan)
        if b"-A" in shape:
            self._in_prose(scan, shape, names)
        if scan.fields or "ame" in scan.text or "AME" in scan.text:
            self._in_values(scan, names)
        if b"A-A" in scan.shape and (b"AA-AA" in scan.shape or b"A-A-" in scan.shape):
            in_capitals(scan, names)
        introduced_in_small(scan, names)
        if b"ax-Aa" in scan.shape:
            surname_first(scan, names)
        spec = self._owner.spec
        for start, end in names.found:
            scan.found.append(Candidate(start, end, spec.name, spec.priority, 0.85))

    def _in_prose(self, scan: Scan, shape: bytes, names: Spans) -> None:
        full_name, gate = self._regex(_SHAPE), self._gate
        text, reached = scan.text, 0
        # The same words, and the same words in the same surroundings, are judged once.
        trimmed: dict[str, int] = {}
        judged: dict[tuple[str, str, int], _Verdict] = {}
        while place := gate.search(shape, reached):
            found = full_name.match(text, place.start())
            reached = found.end() if found else place.start() + 1
            if not found:
                continue
            words, (start, end) = found[0], found.span()
            if words not in trimmed:
                trimmed[words] = _trim(words)
            if (lead := trimmed[words]) < 0:
                continue
            start += lead
            window = text[start - _BEHIND if start > _BEHIND else 0 : start], text[start : end + _AHEAD], end - start
            verdict = judged.get(window)
            if verdict is None:
                verdict = judged[window] = self._judge(text, start, end)
            if verdict.is_person or self._stands_among_people(scan, start, verdict, names):
                names.add(start, end)

    def _stands_among_people(self, scan: Scan, start: int, verdict: _Verdict, names: Spans) -> bool:
        """Say whether words that may be a person fill a column of names or go on with a list of them."""
        if verdict.is_thing:
            return False
        if scan.fields and scan.field_kind(start) == "name":
            return True
        if verdict.is_brand or not names.found or (last := names.found[-1][1]) <= start - 30:
            return False
        return self._regex(_LIST_LINK).fullmatch(scan.text, last, start) is not None

    def _judge(self, text: str, start: int, end: int) -> _Verdict:
        words = plain_letters(text[start:end]).split()
        if (len(words) == 3 or "-" in text[start:end]) and is_korean_name(words):
            return _Verdict(is_person=True)
        is_brand = " ".join(words) in english_lexicon().brands
        if text[end : end + 1] in (",", " ") and THING_AFTER.match(text, end):
            return _Verdict(is_thing=True, is_brand=is_brand)
        return _Verdict(is_person=self._is_person(text, start, end, words, brand=is_brand), is_brand=is_brand)

    def _is_person(self, text: str, start: int, end: int, words: list[str], *, brand: bool) -> bool:
        """Go by the words and by `_BEHIND` and `_AHEAD` characters around them, and by nothing more."""
        lexicon = english_lexicon()
        given, family, named = _evidence(words, lexicon)
        known = named or given or may_be_korean_name(words)
        if brand:
            known = named = False
        # `by Ray Ban`, `from Virginia Beach`: a word that is also a first name proves nothing behind a weak cue.
        sure = known and (named or words[0] not in lexicon.ambiguous)
        head = (
            text[max(0, start - 40) : start].rstrip("*_")
            if text[start - 1 : start] in ("*", "_")
            else (text[max(0, start - 40) : start])
        )
        head = head.replace("*", "")
        if self._is_introduced(text, head, end, known=sure) or self._regex(_RECORD_AFTER).match(text, end):
            return True
        if known and has_korean_title(text, end):
            return True
        if is_line(text, head, end, known=known) or is_timed(text, head, end):
            return True
        if known and head.endswith(("**", "*", "__")) and text.startswith(("**", "*", "__"), end):
            return True
        if ROLE_AFTER.match(text, end) or (named and (DOES.match(text, end) or (given and ACTS.match(text, end)))):
            return True
        if brand or names_a_thing(head):
            return False
        if not given:
            # Words with foreign letters are hardly words of an English sentence.
            foreign = named and not text[start:end].isascii()
            return foreign and len(words) <= 3 and GOODS_AFTER.match(text, end) is None
        if words[-1] in lexicon.not_last:
            # `Park` beside the given name of a Korean.
            return is_given_beside(words[0], words[-1]) and GOES_ON.match(text, end) is not None
        long = sum(len(word) > 2 and word[0].isupper() for word in words)
        if words[0] in lexicon.ambiguous:
            initial = len(words) > long
            return (named or (family and initial)) and long <= 3 and GOES_ON.match(text, end) is not None
        # Two names that are nothing else are a person whatever follows; one asks for a sentence that goes on so.
        if named and long <= 3 and not GOODS_AFTER.match(text, end):
            return True
        return long <= 3 + family and GOES_ON.match(text, end) is not None

    def _in_values(self, scan: Scan, names: Spans) -> None:
        """Names of any case are only believed in a field that says so."""
        text = scan.text
        for literal in ("ame", "AME"):
            if literal in text:
                for key in self._regex(literal + _KEY_MARK).finditer(text):
                    # `name` with what stands before it: `full_name`, but also `file_name`, which is no person's.
                    head = text[max(0, key.start() - 16) : key.start()]
                    value = self._regex(_ANY_CASE_VALUE).match(text, key.end())
                    if value and head[-1:] in ("n", "N") and not NO_PERSON_KEY.search(head[:-1]):
                        self._add_value(text, value, names)
        for field in scan.fields:
            if field.kind == "name":
                value = self._regex(_ANY_CASE_VALUE).fullmatch(text, field.start, field.end)
                if value and sum(word[0].isupper() for word in value[0].split()) >= 2:
                    self._add_value(text, value, names, ends=True)

    @staticmethod
    def _add_value(text: str, value: re.Match[str], names: Spans, *, ends: bool = False) -> None:
        words = [word.strip(".,").capitalize() for word in value[0].split()]
        lexicon = english_lexicon()
        if any(word in lexicon.not_last or word in lexicon.not_first for word in words):
            return
        if not value[0].istitle() and not value[0].isupper() and not {words[0], words[-1]} & lexicon.first_names:
            # `espresso grinder` in a field `name`.
            return
        if value[0].split()[-1].islower() and words[-1] not in lexicon.last_names:
            return
        after = text[value.end() : value.end() + 1]
        if (ends or after in ("", "\n", '"', "'", ",", ";", "|", "<", ")", "\r", "\t", "&")) and not names.overlap(
            *value.span()
        ):
            names.add(*value.span())


def _with_capitals_abroad(scan: Scan) -> bytes:
    """The shape of a text with a capital for `Ł` and `É`, which it holds as letters of another script."""
    shape = None
    for found in _BIG_ABROAD.finditer(scan.text):
        shape = shape or bytearray(scan.shape)
        shape[found.start()] = ord("A")
    return bytes(shape) if shape else scan.shape


def _evidence(words: list[str], lexicon: EnglishLexicon) -> tuple[bool, bool, bool]:
    """Say whether the first word is a given name, the last a surname, and the last nothing but a surname."""
    first, last = words[0], words[-1]
    parts = last.split("-") if "-" in last else (last,)
    family = any(part in lexicon.last_names for part in parts)
    named = any(part in lexicon.last_names and part not in lexicon.last_and_things for part in parts)
    if not named and (_FAMILY_FORM.fullmatch(last) or not _NAME_LINKS.isdisjoint(words)):
        family = named = True
    given = first in lexicon.first_names or ("-" in first and first.partition("-")[0] in lexicon.first_names)
    if not given and (is_given_beside(first, last) or (len(words) == 2 and is_given_beside(last, first))):
        given = named = family = True
    given = given or _GIVEN_FORM.fullmatch(first) is not None
    return given, family, named


def _begins_with_a_role(words: list[str], lexicon: EnglishLexicon) -> bool:
    """`Contractor Ann Lee`: what stands before two known names is no name."""
    return (
        words[0].lower() in WEAK_WORDS
        and words[0] not in lexicon.first_names
        and words[1] in lexicon.first_names
        and words[-1] in lexicon.last_names
    )


def _trim(found: str) -> int:
    """Return how many leading letters address someone or begin a sentence; -1 if the rest is no full name."""
    lexicon = english_lexicon()
    start, words = 0, found.split(" ")
    while len(words) > 1 and (words[0] in lexicon.not_first or words[0].lower() in INTRODUCING):
        if len(words) == 2 and words[0] in lexicon.first_names and words[1] in lexicon.last_names:
            # `May Thompson`: a month and a verb, but also a first name.
            break
        start += len(words[0]) + 1
        words = words[1:]
    if words[0] in ("St", "Saint") or (words[0] in ("Van", "Von", "De") and words[1].islower()):
        # A church or its feast; a surname whose given name stands behind a comma.
        return -1
    if len(words) > 2 and _begins_with_a_role(plain_letters(" ".join(words)).split(), lexicon):
        start += len(words[0]) + 1
        words = words[1:]
    things = [] if is_korean_name(words) else [word for word in words if word in lexicon.not_last]
    if things and words[-1] in things and words[-1] in lexicon.last_and_things:
        things.remove(words[-1])
    if things and words[0] in things and words[0] in lexicon.first_names:
        things.remove(words[0])
    if len(words) < 2 or any(word != "St" or word is words[-1] for word in things):
        return -1
    return start
