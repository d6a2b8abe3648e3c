"""Names that are not written as two capitalised words: in capitals, surname first, in small letters."""

from __future__ import annotations

from oauth2_demo.security.pii.engine import Scan, places_of
from oauth2_demo.security.pii.lazy import LazyPattern
from oauth2_demo.security.pii.lexicon_en import english_lexicon
from oauth2_demo.security.pii.romanised import is_korean_name, may_be_korean_name

_SELF_INTRODUCTIONS = (b"name is ", b"this is ")
_SMALL_NAME = LazyPattern(r"([a-z]{2,15}) ([a-z]{2,20})(?![A-Za-z0-9_@])")
_LAST_FIRST = LazyPattern(r"(?P<last>[A-Z][A-Za-z'’-]{1,20}), (?P<first>[A-Z][a-z]{1,20})(?: [A-Z]\.?)?(?![A-Za-z'’-])")
_CAPITALS = LazyPattern(
    r"[A-Z][A-Z'’-]{1,20}(?: [A-Z]\.?)?(?: (?:VAN|VON|DER?|DEN|LA|DI|ST)){0,2} [A-Z][A-Z'’-]{1,20}(?![A-Za-z0-9_@])"
)
_CAPITAL_CUE = LazyPattern(
    r"(?<![A-Za-z])(?:(?P<title>MRS?|MS|MISS|DR|PROF|Mrs?|Ms|Dr|Prof)\.?|NAME IS|NAME|NAMED|DEAR|PATIENT|CUSTOMER|"
    r"CLIENT|THIS IS|SPOKE TO|SPOKE WITH|MET WITH|ATTN|CONTACT|[Nn]ame|[Pp]assenger|[A-Z]{2,20}ER|영문[가-힣 ]{0,4}|"
    r"성명|이름)"
    r"\)?:? $"
)
# A further word in capitals makes a heading of it.
_CAPITAL_GOES_ON = LazyPattern(r" [A-Z]{2}|[-/&_][A-Za-z]| [0-9]+(?![0-9-])")
# What proves that a surname, a comma and a first name are one person and not two of a list.
_PERSONAL_AFTER = LazyPattern(
    r"(?: [A-Z]\.)? ?[,(;|\t]? ?(?:SSN|DOB|D\.O\.B|born|age|aged|ID|Employee|[0-9]|\+[0-9]|"
    r"[A-Za-z0-9._+-]{1,64}@)|\s*\t"
)


def introduced_in_small(scan: Scan, names: list[tuple[int, int]]) -> None:
    """`hi, my name is john carter`: in chats without capitals; both halves have to be known."""
    lexicon = english_lexicon()
    for phrase in _SELF_INTRODUCTIONS:
        at = scan.raw.find(phrase)
        while at >= 0:
            found = _SMALL_NAME.match(scan.text, at + len(phrase))
            if found and found[1].capitalize() in lexicon.first_names and found[2].capitalize() in lexicon.last_names:
                names.append(found.span())
            at = scan.raw.find(phrase, at + 1)


def surname_first(scan: Scan, names: list[tuple[int, int]]) -> None:
    """`Stewart, Stephanie (SSN …)`: as lists are ordered; believed of two known names, or in such a column."""
    lexicon = english_lexicon()
    for comma in places_of(scan.shape, (b"ax-Aa",)):
        start = comma + 1
        while start and comma - start < 21 and (scan.text[start - 1].isalpha() or scan.text[start - 1] in "'’-"):
            start -= 1
        found = _LAST_FIRST.match(scan.text, start)
        if not found:
            continue
        end = found.end()
        last, first = found["last"], found["first"]
        if first not in lexicon.first_names or (
            last not in lexicon.last_names and (last in lexicon.not_last or last in lexicon.not_first)
        ):
            continue
        quoted = scan.text[start - 1 : start] == '"' == scan.text[end : end + 1]
        column = bool(scan.fields) and scan.field_kind(start) == "name"
        if not (column or quoted or _PERSONAL_AFTER.match(scan.text, end)):
            continue
        if (column or last in lexicon.last_names) and not any(a < end and start < b for a, b in names):
            names.append((start, end))


def in_capitals(scan: Scan, names: list[tuple[int, int]]) -> None:
    """`MR. ANN LEE`, `JOHN SMITH`, `HONG GILDONG`: forms, mainframes and passports (ICAO 9303) write in capitals."""
    text, reached = scan.text, 0
    for start in places_of(scan.shape, (b"AA-AA", b"A-A--A", b"A-A-AA")):
        while start and (text[start - 1].isalpha() or text[start - 1] in "'’-"):
            start -= 1
        found = _CAPITALS.match(text, start) if start >= reached else None
        if found and _is_capital_name(text, start, found.end()):
            reached = found.end()
            if not any(first < reached and start < last for first, last in names):
                names.append((start, reached))


def _is_capital_name(text: str, start: int, end: int) -> bool:
    """In capitals every word looks like a name: a title, a cue and a known name, or two known names prove one."""
    lexicon = english_lexicon()
    words = [word.capitalize() for word in text[start:end].split()]
    first, last = words[0] in lexicon.first_names, words[-1] in lexicon.last_names
    if not first and (words[0] in lexicon.not_first or words[0] in lexicon.not_last):
        return False
    if words[-1] in lexicon.not_last and words[-1] not in lexicon.last_and_things:
        return False
    cue = _CAPITAL_CUE.search(text, max(0, start - 24), start)
    if cue and cue["title"]:
        return True
    korean = len(words) == 2 and (is_korean_name(words) or may_be_korean_name(words))
    if cue and (first or korean):
        return True
    if _CAPITAL_GOES_ON.match(text, end):
        return False
    if " ".join(words) in lexicon.brands or words[-1] in lexicon.not_last:
        return False
    return (first and last) or (first and words[0] not in lexicon.ambiguous) or is_korean_name(words)
