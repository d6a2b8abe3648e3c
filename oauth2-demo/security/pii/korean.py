"""How likely a Hangul word is a personal name, and where in a word the name ends.

Korean glues particles and titles to a name. Which particle may follow depends on whether the last syllable ends in a
consonant, so agreement is evidence of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from oauth2_demo.security.pii.lazy import LazyPattern
from oauth2_demo.security.pii.lexicon_ko import name_lexicon

# Grades of plausibility, weakest first.
IMPOSSIBLE, POSSIBLE, PLAUSIBLE, LIKELY, TYPICAL = 0, 1, 2, 3, 4

# A syllable that pairs with this many others in given names makes new names freely.
_PRODUCTIVE = 7
# What makes a longer noun out of a common word: 고지+서, 정규+식, 도서+명. Such a word needs a cue to be a name.
_NOUN_SUFFIXES = frozenset(
    "식명서자장인말성화용상적점원기료률비금법권력형실소팀부과국지품물증표론학사어일년월분별간중내외전후시도"
    "구군동리관단반회청율량안문체층류군계값측업"
)
_ROLE_ENDINGS = frozenset("인자원장사관수생")
# First syllables that native given names of three grow by: 꽃+초롱, 참+누리.
_INTENSIFIERS = "꽃참한새온큰푸늘빛해달별들"
_VERB_STEMS = frozenset("하해했한할합함된되돼됐될됨시신실인임")

_AFTER_CONSONANT = """
은 이 을 과 으로 이라고 이에요 이고 이며 이랑 이라는 이란 이야 이나 이었 이라 이다 이가 이는 이요
이고요 이세요 이라서 이네요 아 요
"""
_AFTER_VOWEL = """
는 가 를 와 로 라고 예요 고 며 랑 라는 란 야 나 였 라 다 고요 요 세요 라서 네요
"""
_ALWAYS = """
인 였습니다 이었습니다 였어요 이었어요 였다 이었다 이라며 라며 이래요 래요 이죠 죠 이거든요 거든요
이라니까 이라서요 이신데 이신데요 이란다 이라던데 라던데 이었는데 였는데 이랍니다 랍니다 이지만 지만
이니까 니까 이니 이므로 이라면 의 에게 에게서 께 께서 께서는 께서도 께도 께는 한테 한테서 도 만
입니다 입니다만 입니까 인데 인데요 이고요 이라고요 까지 부터 처럼 보다 에게는 에게도 한테는 임 등
이라고도 인가요 이신가요 이십니다 이라고합니다 하고 이에요 예요 밖에 조차 마저 이예요 에요 의거 인지
이신 하고는 이랑은 측 네
"""


# 이다 goes on in more ways than a list holds: 이었나요, 라는데, 이신가요, 이구요, 이래.
# A vowel before it may swallow its 이.
_COPULA = LazyPattern(
    "이?(?:[었였](?:나요?|는데요?|습니다|어요?|죠|지요?|다|대요?|던가요?|던데요?|을까요?|네요?|음)"
    "|라(?:는데요?|던데요?|니까요?|면서요?|서요?|네요?|며|면|지만|는)|랍니다|란다|래요?|래서요?"
    "|신(?:가요|데요?|지요?)|시(?:죠|지요|네요|군요|고요?|며|면|라고요?)|십니다|십니까|세요"
    "|[고구](?:요|여)|에[요여]|여|네요?|군요|잖아요?|거든요?|던데요?|죠|지요|지만|니까요?|므로|기에|기도)"
)


class NameSpan(NamedTuple):
    """A name at the beginning of a word."""

    length: int
    grade: int


def ends_in_consonant(syllable: str) -> bool:
    """Say whether a Hangul syllable has a final consonant."""
    return (ord(syllable) - 0xAC00) % 28 != 0


@cache
def _title_tail() -> re.Pattern[str]:
    titles = "|".join(sorted(name_lexicon().titles, key=len, reverse=True))
    particles = "|".join(
        sorted({*_AFTER_CONSONANT.split(), *_AFTER_VOWEL.split(), *_ALWAYS.split()}, key=len, reverse=True)
    )
    return re.compile(f"(?:{titles})님?(?:들|께서|께)?(?:{particles})?")


@cache
def _particles() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset((_AFTER_CONSONANT + _ALWAYS).split()), frozenset((_AFTER_VOWEL + _ALWAYS).split())


def is_particle_after(syllable: str, tail: str) -> bool:
    """Say whether `tail` is a particle that may follow a noun ending in `syllable`."""
    after_consonant, after_vowel = _particles()
    if not ends_in_consonant(syllable):
        return tail in after_vowel or _COPULA.fullmatch(tail) is not None
    # A final rieul takes the short form: 한결로, 보람로.
    if tail in after_consonant or (tail == "로" and (ord(syllable) - 0xAC00) % 28 == 8):
        return True
    return tail[0] == "이" and _COPULA.fullmatch(tail) is not None


def is_known_word(word: str) -> bool:
    """Say whether a word is a common word, a title or a placeholder."""
    lexicon = name_lexicon()
    return word in lexicon.words or word in lexicon.titles or word in lexicon.placeholders


def is_ending(word: str) -> bool:
    """Say whether a word can be the copula alone."""
    return _COPULA.fullmatch(word) is not None


def is_title_tail(tail: str) -> bool:
    """Say whether a word goes on with a title, such as 과장님께."""
    return bool(tail) and _title_tail().fullmatch(tail) is not None


def is_tail(syllable: str, tail: str) -> bool:
    """Say whether a word may go on with `tail` after a name ending in `syllable`."""
    return not tail or is_particle_after(syllable, tail) or _title_tail().fullmatch(tail) is not None


@cache
def _productive() -> tuple[frozenset[str], frozenset[str]]:
    pairs = name_lexicon().pairs
    seconds: dict[str, int] = {}
    for row in pairs.values():
        for syllable in row:
            seconds[syllable] = seconds.get(syllable, 0) + 1
    return (
        frozenset(first for first, row in pairs.items() if len(row) >= _PRODUCTIVE),
        frozenset(second for second, count in seconds.items() if count >= _PRODUCTIVE),
    )


def grade_name(name: str) -> int:
    """Grade a Hangul word as a personal name by surname, syllables and the words it must not be."""
    lexicon = name_lexicon()
    if name in lexicon.placeholders or name in lexicon.titles or name in lexicon.addressed_roles:
        return IMPOSSIBLE
    if name in lexicon.words:
        # 한여름 and 이우주 are words and names: a cue decides.
        return (
            PLAUSIBLE if name[1:] in lexicon.native and name[:1] in lexicon.surnames and len(name) > 2 else IMPOSSIBLE
        )
    grade = IMPOSSIBLE
    if name[:1] in lexicon.surnames:
        grade = _grade_given(name[1:], common=name[0] in lexicon.common_surnames)
    if len(name) in (3, 4) and name[:2] in lexicon.double_surnames:
        given = _grade_given(name[2:], common=True)
        grade = max(grade, given if len(name) == 4 else min(given, PLAUSIBLE))
    if len(name) == 3 and name[1] == "모" and name[2] in "양군씨":
        # 최모양, 박모군: how the press leaves a name out.
        return IMPOSSIBLE
    if len(name) == 3 and name[2] == "이" and name[1] in lexicon.pairs.get(name[0], ""):
        # 유진이: more often 유진 with the ending of endearment.
        grade = min(grade, PLAUSIBLE)
    if grade == LIKELY and name[:2] in lexicon.words:
        grade = PLAUSIBLE
    if grade < TYPICAL and name[0] in "신구현전부총공반유주양여남" and name[1:] in lexicon.words:
        # 구여권, 신주소: a prefix before a common word.
        return min(grade, POSSIBLE)
    if grade > POSSIBLE and is_compound(name):
        return POSSIBLE if grade < TYPICAL else PLAUSIBLE
    return grade


def given_syllables() -> tuple[frozenset[str], frozenset[str]]:
    """Return the syllables that given names known to the tables begin with and go on with."""
    lexicon = name_lexicon()
    native = lexicon.native
    _firsts, seconds = _productive()
    return (
        frozenset(lexicon.pairs) | {word[0] for word in native} | frozenset(_INTENSIFIERS),
        frozenset("".join(lexicon.pairs.values()))
        | seconds
        | {word[1] for word in native if len(word) > 1}
        | {word[0] for word in native},
    )


def may_be_plausible(word: str) -> bool:
    """Say cheaply whether three syllables could pass as a name where the surroundings speak for one."""
    lexicon = name_lexicon()
    return word[1] in lexicon.first and (word[2] in lexicon.second or word[2] == "만") and word not in lexicon.words


def may_be_name(word: str) -> bool:
    """Say cheaply whether three syllables are worth grading: no common word, and a given name or a rare surname."""
    lexicon = name_lexicon()
    if word in lexicon.words:
        return False
    first, second = word[1], word[2]
    if second in lexicon.pairs.get(first, "") or word[1:] in lexicon.native or word[:2] in lexicon.double_surnames:
        return True
    firsts, seconds = _productive()
    return first in firsts and second in seconds


def is_compound(name: str) -> bool:
    """Say whether a word reads as a common word with a particle, a verb ending or a noun ending."""
    head, rest = name[:2], name[2:]
    if len(rest) != 1 or head not in name_lexicon().words:
        return False
    return rest in _NOUN_SUFFIXES or rest in _VERB_STEMS or is_particle_after(head[-1], rest)


def _grade_given(given: str, *, common: bool) -> int:
    lexicon = name_lexicon()
    if given in lexicon.titles:
        return IMPOSSIBLE
    if len(given) == 1:
        return PLAUSIBLE if given in lexicon.singles and common else POSSIBLE
    if given in lexicon.native:
        return TYPICAL if common else LIKELY
    if len(given) == 3:
        grown = given[1:] in lexicon.native and given[0] in _INTENSIFIERS
        return PLAUSIBLE if grown or (given[:2] in lexicon.native and given[2] in "나라래미별봄솔이") else IMPOSSIBLE
    if len(given) != 2 or (given[0] == "시" and given[1] in "나니고며면는지려던"):
        # 오시나요, 가시는: a verb with its honorific.
        return IMPOSSIBLE
    if given[1] in lexicon.pairs.get(given[0], ""):
        return TYPICAL if common else LIKELY
    firsts, seconds = _productive()
    if given[0] in firsts and given[1] in seconds:
        # 차용인, 동승자: roles end like this.
        return LIKELY if common and given[1] not in _ROLE_ENDINGS else PLAUSIBLE
    if given[1] in _NOUN_SUFFIXES and given[0] not in firsts:
        return POSSIBLE
    # 만 is a particle too, so that no weak place believes it.
    return PLAUSIBLE if given[0] in lexicon.first and (given[1] in lexicon.second or given[1] == "만") else POSSIBLE


def name_at_start(word: str, least: int) -> NameSpan | None:
    """Find the name that a Hangul word begins with.

    Args:
        word: A whole run of Hangul.
        least: The lowest grade to accept.
    """
    if len(word) == 4 and word[1:] in name_lexicon().native and (grade := grade_name(word)) >= least:
        # 김빛나라 is whole, not 김빛나 with a particle.
        return NameSpan(4, grade)
    best: NameSpan | None = None
    best_rank = -1
    for length in (3, 2, 4):
        if length > len(word):
            continue
        tail = word[length:]
        grade = grade_name(word[:length])
        if grade < least or not is_tail(word[length - 1], tail):
            continue
        if length == 2 and tail and _title_tail().fullmatch(tail) and tail[0] not in "님씨":
            # 한빛의원: two syllables glued to a title are the name of a place.
            continue
        if (
            tail
            and name_lexicon().words.issuperset((word[:2],))
            and _title_tail().fullmatch(tail)
            and tail[0] not in "님씨"
        ):
            # 지하주차장 is no 차장.
            continue
        if length == 3 and grade >= LIKELY and word[2] != "이":
            return NameSpan(length, grade)
        rank = grade * 10 + 3 * (not tail) + 12 * (length == 3)
        if length == 2 and tail[:1] == "이" and grade >= PLAUSIBLE and len(tail) > 1:
            # 박준이랑 is 박준 with a particle far more often than 박준이.
            rank += 40
        if rank > best_rank:
            best, best_rank = NameSpan(length, grade), rank
    return best
