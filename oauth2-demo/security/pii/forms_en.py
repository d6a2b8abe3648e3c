"""Names that are not written as two capitalised words: in capitals, surname first, in small letters."""

from __future__ import annotations

from functools import cache

from oauth2_demo.security.pii.engine import Scan, Spans, places_of
from oauth2_demo.security.pii.lazy import LazyPattern
from oauth2_demo.security.pii.lexicon_en import english_lexicon, plain_letters
from oauth2_demo.security.pii.romanised import (
    asian_surnames,
    bears_asian_surname,
    is_given_beside,
    is_korean_name,
    may_be_korean_name,
)

_SELF_INTRODUCTIONS = (b"name is ", b"this is ")
_SMALL_NAME = LazyPattern(r"([a-z]{2,15}) ([a-z]{2,20})(?![A-Za-z0-9_@])")
_BIG = "A-ZÀ-ÖØ-ÞĀĂĄĆĊČĎĐĒĖĘĚĞĠĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŴŶŹŻŽƠƯȘȚ"
_LETTER = f"{_BIG}a-zß-öø-ÿā-žơưșțḁ-ỿ"
_LAST_FIRST = LazyPattern(
    rf"(?P<last>[{_BIG}][{_LETTER}'’-]{{1,20}}), "
    rf"(?P<first>[{_BIG}][{_LETTER}]{{1,20}}(?:-[A-Za-z]{{2,10}})?)(?: [A-Z]\.?)?"
    rf"(?![{_LETTER}'’-])"
)
# What belongs to the surname before the word at the comma.
_LINKS_BEFORE = LazyPattern(
    r"(?<![A-Za-z])(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]i|[Dd]a|[Dd]os|[Aa]l|[Ee]l|[Nn]i)"
    r"(?: (?:de[rn]?|la|las|los|het))? $"
)
_CAPITALS = LazyPattern(
    rf"[{_BIG}][{_BIG}'’-]{{1,20}}(?: [A-Z]\.?)?(?: (?:VAN|VON|DER?|DEN|LA|DI|ST|DEL|DOS|NI|AL|EL|BIN|TER)){{0,2}} "
    rf"[{_BIG}][{_BIG}'’-]{{1,20}}(?![{_LETTER}0-9_@])"
)
_CAPITAL_CUE = LazyPattern(
    r"(?<![A-Za-z])(?:(?P<title>MRS?|MS|MISS|DR|PROF|Mrs?|Ms|Dr|Prof)\.?|NAME IS|NAME|NAMED|DEAR|PATIENT|CUSTOMER|"
    r"CLIENT|THIS IS|SPOKE TO|SPOKE WITH|MET WITH|ATTN|CONTACT|[Nn]ame|[Pp]assenger|[A-Z]{2,20}ER|영문[가-힣 ]{0,4}|"
    r"성명|이름)"
    r"\)?:? $"
)
# What the titles among them end in.
_TITLE_ENDS = ("MR", "RS", "MS", "SS", "DR", "OF", "Mr", "rs", "Ms", "Dr", "of")
_RUN_OF_CAPITALS = LazyPattern("[A-Z]+(?: [A-Z]+)*")
_LINKS_IN_CAPITALS = frozenset(
    ("VAN", "VON", "DE", "DER", "DEN", "LA", "DI", "ST", "DEL", "DOS", "NI", "AL", "EL", "BIN", "TER")
)
# The most words of a name in capitals: an initial and two words such as VAN DER between the ends.
_LONGEST_CAPITALS = 5
# A further word in capitals makes a heading of it.
_CAPITAL_GOES_ON = LazyPattern(r" [A-Z]{2}|[-/&_][A-Za-z]| [0-9]+(?![0-9-])")
# What proves that a surname, a comma and a first name are one person and not two of a list.
_LABEL_BEFORE = LazyPattern(
    r"(?:[:=] {0,8}[\"']?|\t|\||(?<![A-Za-z])(?:[Aa]pplicant|[Pp]atient|[Pp]t|[Gg]uest|[Cc]lient|[Cc]ustomer|"
    r"[Ss]tudent|[Ee]mployee|[Ii]nsured|[Cc]laimant|[Tt]enant|[Dd]river|[Mm]ember|[Ww]itness|"
    r"[Pp]assenger|[Rr]e|[Ff]or|[Nn]ame) )$"
)
# A third word behind a comma, or `and`, makes it a list of single names or places.
_LIST_AFTER = LazyPattern(r",? (?:and|&|or) |, [A-Z][a-z]+(?:,| and | or |\.|$)")
_PERSONAL_AFTER = LazyPattern(
    r"(?: [A-Z]\.)? ?[,(;|\t]? ?(?:SSN|DOB|D\.O\.B|born|age|aged|ID|Employee|[0-9]|\+[0-9]|"
    r"[A-Za-z0-9._+-]{1,64}@)|\s*\t"
)


def introduced_in_small(scan: Scan, names: Spans) -> None:
    """`hi, my name is john carter`: in chats without capitals; both halves have to be known."""
    for phrase in _SELF_INTRODUCTIONS:
        at = scan.raw.find(phrase)
        while at >= 0:
            lexicon = english_lexicon()
            found = _SMALL_NAME.match(scan.text, at + len(phrase))
            if found and found[1].capitalize() in lexicon.first_names and found[2].capitalize() in lexicon.last_names:
                names.add(*found.span())
            at = scan.raw.find(phrase, at + 1)


def surname_first(scan: Scan, names: Spans) -> None:
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
        last, first = plain_letters(found["last"]), plain_letters(found["first"])
        korean = is_given_beside(first, last)
        if (first not in lexicon.first_names and not korean) or (
            last not in lexicon.last_names and (last in lexicon.not_last or last in lexicon.not_first)
        ):
            continue
        quoted = scan.text[start - 1 : start] == '"' == scan.text[end : end + 1]
        column = bool(scan.fields) and scan.field_kind(start) == "name"
        labelled = (
            (korean or last not in lexicon.last_and_things or first not in lexicon.ambiguous)
            and _LABEL_BEFORE.search(scan.text, max(0, start - 40), start)
            and not _LIST_AFTER.match(scan.text, end)
            # In a cell two given names are two people.
            and (korean or scan.text[start - 1] not in "\t|" or last not in lexicon.first_names)
        )
        if not (column or quoted or labelled or _PERSONAL_AFTER.match(scan.text, end)):
            continue
        links = _LINKS_BEFORE.search(scan.text, max(0, start - 10), start)
        start = links.start() if links else start
        if (column or korean or links or last in lexicon.last_names) and not names.overlap(start, end):
            names.add(start, end)


def in_capitals(scan: Scan, names: Spans) -> None:
    """`MR. ANN LEE`, `JOHN SMITH`, `HONG GILDONG`: forms, mainframes and passports (ICAO 9303) write in capitals."""
    text, reached, dull = scan.text, 0, 0
    for start in places_of(scan.shape, (b"AA-AA", b"A-A--A", b"A-A-AA")):
        if start < dull:
            continue
        while start and (text[start - 1].isalpha() or text[start - 1] in "'’-"):
            start -= 1
        dull = _end_of_dull_words(text, start)
        found = _CAPITALS.match(text, start) if start >= reached and start >= dull else None
        if found and _is_capital_name(text, start, found.end()):
            reached = found.end()
            if not names.overlap(start, reached):
                names.add(start, reached)


@cache
def _telling_words() -> tuple[frozenset[str], frozenset[str]]:
    """What a name without a title begins with, or ends with, in capitals: a first name or an Asian surname."""
    surnames = frozenset(word.upper() for word in asian_surnames())
    return surnames | {word.upper() for word in english_lexicon().first_names}, surnames


def _end_of_dull_words(text: str, start: int) -> int:
    """Return up to where a run of words in capitals holds no name, for none of them tells of one; `start` if it may.

    Whole pages are in capitals, and pairs of words cost more to judge one by one.
    """
    run = _RUN_OF_CAPITALS.match(text, start)
    if not run or not text[run.end() : run.end() + 2].isascii():
        # Letters with marks, and what stands for them, may go on.
        return start
    firsts, lasts = _telling_words()
    words = run[0].split(" ")
    if len(words[-1]) == 1:
        # `JOHN Q. PUBLIC`: what stands behind an initial belongs to it.
        words.pop()
    size, lead = 0, text[max(0, start - 5) : start].rstrip(" .):")
    lexicon = english_lexicon()
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        if word in firsts or following in lasts:
            break
        if (len(following) == 1 or following in _LINKS_IN_CAPITALS) and not lasts.isdisjoint(
            words[at + 2 : at + _LONGEST_CAPITALS]
        ):
            break
        if lead.endswith(_TITLE_ENDS):
            plain = word.capitalize()
            if plain not in lexicon.not_first and plain not in lexicon.not_last:
                break
        size, lead = size + len(word) + 1, word
    return start + size


def _is_capital_name(text: str, start: int, end: int) -> bool:
    """In capitals every word looks like a name: a title, a cue and a known name, or two known names prove one."""
    lexicon = english_lexicon()
    words = [word.capitalize() for word in plain_letters(text[start:end]).split()]
    first, last = words[0] in lexicon.first_names, words[-1] in lexicon.last_names
    asian = bears_asian_surname(words[0], words[-1])
    # Whole pages are in capitals: most pairs of words go here, before anything dear.
    if not (first or asian or text[max(0, start - 5) : start].rstrip(" .):").endswith(_TITLE_ENDS)):
        return False
    if not first and (words[0] in lexicon.not_first or words[0] in lexicon.not_last):
        return False
    if words[-1] in lexicon.not_last and words[-1] not in lexicon.last_and_things:
        return False
    cue = _CAPITAL_CUE.search(text, max(0, start - 24), start)
    if cue and cue["title"]:
        return True
    asian = asian and is_given_beside(words[0], words[-1]) and words[-1] not in lexicon.not_last
    korean = asian or (len(words) == 2 and (is_korean_name(words) or may_be_korean_name(words)))
    if cue and (first or korean):
        return True
    if _CAPITAL_GOES_ON.match(text, end):
        return False
    if " ".join(words) in lexicon.brands or words[-1] in lexicon.not_last:
        return False
    return (first and last) or asian or (first and words[0] not in lexicon.ambiguous) or is_korean_name(words)
