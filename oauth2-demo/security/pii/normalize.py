"""Undo disguises before scanning, and lead every offset back to the original text.

Plain NFKC is no help: it changes lengths and meanings (U+2460 becomes 1, U+3161 becomes a different letter). Instead a
cheap search looks for the few characters and sequences that matter, and only a text that has one is rewritten, piece by
piece, with the breakpoints kept.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, AnyStr, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Edit(NamedTuple):
    """Replace text[start:end] by `text`."""

    start: int
    end: int
    text: str


class View:
    """A rewritten text that knows where each of its characters came from."""

    __slots__ = ("_copied", "_new_at", "_old_at", "_parent", "text")

    def __init__(self, text: str, edits: list[Edit], parent: View | None = None) -> None:
        self._parent = parent
        self._new_at, self._old_at, self._copied = [0], [0], [True]
        pieces: list[str] = []
        old = new = 0
        for edit in edits:
            pieces.append(text[old : edit.start])
            new += edit.start - old
            if edit.text:
                pieces.append(edit.text)
                self._mark(new, edit.start, copied=False)
                new += len(edit.text)
            old = edit.end
            self._mark(new, old, copied=True)
        pieces.append(text[old:])
        self.text = "".join(pieces)

    def _mark(self, new: int, old: int, *, copied: bool) -> None:
        self._new_at.append(new)
        self._old_at.append(old)
        self._copied.append(copied)

    def original_start(self, position: int) -> int:
        """Return the original offset of the character at `position`."""
        piece = bisect_right(self._new_at, position) - 1
        old = self._old_at[piece] + (position - self._new_at[piece] if self._copied[piece] else 0)
        return self._parent.original_start(old) if self._parent else old

    def original_end(self, position: int) -> int:
        """Return the original offset just after the character before `position`."""
        piece = bisect_right(self._new_at, position - 1) - 1
        old = self._old_at[piece] + position - self._new_at[piece] if self._copied[piece] else self._old_at[piece + 1]
        return self._parent.original_end(old) if self._parent else old


# Characters that are only worth a look when they are there at all. All ranges are from section 5 of the Unicode facts:
# full-width forms, dashes, spaces, invisible characters, Hangul fillers, conjoining jamo, other decimal digits.
_TRAPS = (
    "\x00\ud800-\udfff"
    "\u00a0\u00ad\u00b7\u034f\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u1100-\u11ff\u180e\u2000-\u2015\u2024"
    "\u2028-\u202f\u2043"
    "\u205f-\u2064\u2066-\u206f\u2212\u223c\u2460-\u2468\u24ea\u24ff\u2500\u2501\u2776-\u277e\u3000\u3002\u301c"
    "\u30fb\u30fc\u3161\u3164\u3130\ufe00-\ufe0f\ufe52\ufe58\ufe63\ufe6b"
    "\ufeff\uff01-\uff5e\uff61\uff65\uff70\uffa0\uffe3\U0001d7ce-\U0001d7ff\U000e0001-\U000e007f\u2060"
)
# Half of a surrogate pair and NUL are shown by nothing; NUL also stands between the letters of UTF-16 read as UTF-8.
_DROPPED = (
    "\x00\ud800-\udfff"
    "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
_NUMBER_DASHES = "\u2500\u2501\u30fc\u3161\uff70\uffe3\u1173"
_CIRCLE = "[\u2460-\u2468\u24ea\u2776-\u277e\u24ff]"
_NUMBER_DOTS = "\u00b7\u2024\u3002\u30fb\ufe52\uff61\uff65"


# What one try at a place costs, in characters of a search through the text.
_TRY = 12


@cache
def _trap() -> re.Pattern[str]:
    return re.compile(f"[{_TRAPS}]")


@cache
def _unusual() -> re.Pattern[str]:
    """What is neither ASCII nor Hangul: two ranges are searched three times as fast as all the traps."""
    return re.compile("[^\x01-\x7f가-힣]")


# Of so many different traps each is searched for by itself, which is as fast as searching goes.
_FEW_TRAPS = 8


@cache
def _character_edits() -> re.Pattern[str]:
    return re.compile(
        "(?P<syllable>[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
        f"|(?P<dropped>[{_DROPPED}\U000e0001-\U000e007f]+)"
        f"|(?<=[0-9 ])(?P<number_dash>[{_NUMBER_DASHES}])(?=[0-9 ])"
        f"|(?<=[0-9A-Za-z])(?P<number_dot>[{_NUMBER_DOTS}])(?=[0-9A-Za-z])"
        f"|(?P<circle>{_CIRCLE}(?=[-. ]{{0,2}}{_CIRCLE})|(?<={_CIRCLE}){_CIRCLE}|(?<={_CIRCLE}[-. ]){_CIRCLE})"
    )


_FIXED = {"dropped": "", "number_dash": "-", "number_dot": "."}


@cache
def _same_length() -> dict[str, str]:
    """Characters that stand for one other character wherever they are, so that no offset moves."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= dict.fromkeys((*range(0x2010, 0x2016), 0x2043, 0x2212, 0xFE58, 0xFE63), "-")
    table |= dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
    table |= {0xFE6B: "@", 0x223C: "~", 0x301C: "~"}
    for zero in (0x660, 0x6F0, 0x966, *range(0x1D7CE, 0x1D800, 10)):
        table |= {zero + digit: str(digit) for digit in range(10)}
    return {chr(code): plain for code, plain in table.items()}


def _replacement(kind: str, found: str) -> str:
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == "circle":
        return str(int(unicodedata.digit(found)))
    lead, vowel = ord(found[0]) - 0x1100, ord(found[1]) - 0x1161
    tail = ord(found[2]) - 0x11A7 if len(found) > 2 else 0
    return chr(0xAC00 + (lead * 21 + vowel) * 28 + tail)


def _places_of_any(text: AnyStr, parts: Iterable[AnyStr]) -> list[int]:
    """Return where any of the parts begins, in order."""
    places: list[int] = []
    for part in parts:
        at = text.find(part)
        while at >= 0:
            places.append(at)
            at = text.find(part, at + 1)
    places.sort()
    return places


def _edit_characters(text: str, traps: set[str]) -> list[Edit]:
    """Undo the disguises of single characters; where traps are few, only their places are looked at."""
    edits: list[Edit] = []
    reached = 0
    few = len(traps) <= _FEW_TRAPS and sum(map(text.count, traps)) * _TRY < len(text)
    match, founds = _character_edits().match, _character_edits().finditer(text)
    for found in (match(text, place) for place in _places_of_any(text, traps)) if few else founds:
        if found and found.start() >= reached:
            reached = found.end()
            edits.append(Edit(found.start(), reached, _replacement(str(found.lastgroup), found[0])))
    return edits


def _plain_characters(text: str, unusual: set[str]) -> tuple[str, View | None]:
    """Replace trap characters: those with one plain form wherever they are, others where their neighbours say so."""
    table = _same_length()
    traps = set(_trap().findall("".join(unusual)))
    for trap in traps & table.keys():
        text = text.replace(trap, table[trap])
    edits = [] if traps <= table.keys() else _edit_characters(text, traps - table.keys())
    if not edits:
        return text, None
    view = View(text, edits)
    return view.text, view


# Sequences. Each has literals of which one must be in the text before its expression is even compiled. Group `x` is
# what is replaced; what stands before it is matched too, because a leading look-behind would cost at every character.
_WRAP = r"[\[({<] ?"
_AT_OR_DOT = (
    rf"[A-Za-z0-9_+-](?P<x> ?(?:{_WRAP}(?:at|AT|At|골뱅이|앳|@|dot|DOT|Dot|점|\.) ?[\])}}>]|골뱅이) ?)(?=[A-Za-z0-9])"
)
_SPOKEN_MAIL = (
    r"[A-Za-z0-9](?P<x> ?(?:at|AT|골뱅이|@) ?[A-Za-z0-9-]{1,63}"
    r"(?: (?:dot|DOT|닷|점) [A-Za-z]{2,24}){1,3})(?![A-Za-z0-9])"
)
_SPACED_AT = (
    r"[A-Za-z0-9](?P<x> {1,2}@ {1,2}|@ {1,2}| @(?=[A-Za-z0-9-]{1,63}\.(?:com|net|org|kr|"
    r"co\.kr|ac\.kr|io|jp|co)(?![A-Za-z])))(?=[A-Za-z0-9-]{1,63}\.[A-Za-z])"
)
_ESCAPED_AT = "[A-Za-z0-9](?P<x>%40)(?=[A-Za-z0-9])"
_SPOKEN_DIGITS = "공영일이삼사오육륙칠팔구"
_SPOKEN = (
    f"[공영일이삼사오육]{{2,3}}(?:[-~ ,.]|에 ?)[{_SPOKEN_DIGITS}]{{3,4}}(?:[-~ ,.]|에 ?)[{_SPOKEN_DIGITS}]{{4}}"
    f"|[공영]일[공영][{_SPOKEN_DIGITS}]{{8}}"
    f"|\\+?[{_SPOKEN_DIGITS}](?:[-~ ,.에]{{0,3}}[{_SPOKEN_DIGITS}]){{8,15}}"
    f"|01[016-9][-. ]?[{_SPOKEN_DIGITS}0-9]{{3,4}}[-. ]?[{_SPOKEN_DIGITS}0-9]{{4}}"
)
_LETTER_DIGITS = (
    r"[0-9oOlI](?:(?<=[0oO])[1lI|][0oO16-9][-. ]?[0-9oOlI|]{3,4}[-. ]?[0-9oOlI|]{4}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9][0-9oOlI])[0-9oOlI]{1,3}[-. ][0-9oOlI]{3,4}[-. ][0-9oOlI]{4}(?![A-Za-z0-9]))"
)
# Digits one by one: `0 1 0 1 2 3 4`.
_SPACED_DIGITS = "[0-9+(] [0-9(] (?:[0-9+()-] ){5,22}[0-9](?![0-9])"
_TAG = r"</?(?:[bisua]|em|strong|span|font|mark|sup|sub|wbr|small|code|nobr)(?: [^<>]{0,80})?/?>"
_TAGS = rf"[0-9A-Za-z@.-](?P<x>(?:{_TAG}){{1,4}})(?=[0-9A-Za-z@.-])"
_NAME_OF_DIGIT = str.maketrans("공영일이삼사오육륙칠팔구", "001234566789")
_DIGIT_OF_LETTER = str.maketrans("oOlI|", "00111")


def _decode_escape(found: str) -> str:
    code = int(found[-4:], 16)
    return found if 0xD800 <= code <= 0xDFFF or code < 0x20 else chr(code)


_NAMED_ENTITIES = {
    "&commat;": "@", "&period;": ".", "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'",
    "&amp;": "&",
}  # fmt: skip
_STRING_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


def _decode_string_escape(found: str) -> str:
    return _STRING_ESCAPES.get(found[-1], found[-1])


def _break_line(_: str) -> str:
    return "\n"


def _decode_entity(found: str) -> str:
    if found[1] != "#":
        return _NAMED_ENTITIES[found]
    code = int(found[3:-1], 16) if found[2] in "xX" else int(found[2:-1])
    return chr(code) if 0x20 < code < 0xD800 else found


def _join_tags(found: str) -> str:
    # A closing tag followed by an opening one separates two values; tags around part of a value do not.
    return " " if re.search(r"</[^>]*><[^/]", found) else ""


def _spoken_mail(found: str) -> str:
    return re.sub(" ?(?:at|AT|골뱅이|@) ?", "@", re.sub(" (?:dot|DOT|닷|점) ", ".", found), count=1)


def _spoken_digits(found: str) -> str:
    return re.sub("[에,~]", " ", found.translate(_NAME_OF_DIGIT))


def _letters_to_digits(found: str) -> str:
    return found.translate(_DIGIT_OF_LETTER) if sum(map(str.isdigit, found)) >= 5 else found


@cache
def _spoken_gates() -> list[tuple[str, re.Pattern[str]]]:
    """How a spoken number begins: 공일공…, 영일영…, +팔이…, or digits with spoken groups behind them.

    One expression for each first character, as those that begin with a letter are searched twice as fast.
    """
    gap = "[- .,~에]{0,2}"
    rest = f"{gap}[일이삼사오육칠팔]{gap}[{_SPOKEN_DIGITS}]{gap}[{_SPOKEN_DIGITS}]"
    gates = [(first, re.compile(re.escape(first) + rest)) for first in "공영+"]
    return [*gates, ("01", re.compile(f"01[016-9][-. ]?[{_SPOKEN_DIGITS}]{{3}}"))]


def _is_spoken(text: str) -> bool:
    for first, gate in _spoken_gates():  # noqa: SIM110 - a generator costs a chat line as much as the searches
        if first in text and gate.search(text):
            return True
    return False


class _Disguise(NamedTuple):
    """What to look for first, what to replace, and by what.

    `sign` is a character that must be in the text, `literals` are texts of which one must be, `shapes` are shapes
    (see `_SHAPE`) of which one must be, and `shape_source` is an expression for many shapes that begin alike. What is
    replaced begins at most `before` characters before one of them, or of `anchors` if those are others.
    """

    source: str
    undo: Callable[[str], str]
    sign: str = ""
    literals: tuple[str, ...] = ()
    shapes: tuple[bytes, ...] = ()
    shape_source: str = ""
    korean: bool = False
    before: int = 0
    anchors: tuple[str, ...] = ()


# The text in few letters, one byte a character, so that a handful of byte searches at memory speed stand for
# expressions: digits are 0, letters that pass for digits l, brackets ( and ), separators -, signs of an escape !, and
# `at` and `dot` remain.
_SHAPE = bytes.maketrans(
    bytes(range(128)),
    bytes(
        ord(
            "0" if char in "0123456789" else "l" if char in "oOlI" else "(" if char in "([{<" else ")" if char in ")]}>"
            else "-" if char in " -" else "!" if char in "\\&%" else char.lower() if char in "atdATD@.?" else "x"
        )
        for char in map(chr, range(128))
    ) ,
)  # fmt: skip


def _at_sign(_: str) -> str:
    return "@"


def _at_or_dot(found: str) -> str:
    return "." if re.search(r"dot|점|\.", found, re.IGNORECASE) else "@"


def _close_up(found: str) -> str:
    return found.replace(" ", "")


_ENTITY = r"&(?:#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,4}|commat|period|nbsp|lt|gt|quot|apos|amp);"
# What a JSON string or a literal of a program does to line ends and quotes; twice, if one is inside the other.
_STRING_ESCAPE = r"\\{1,7}[nrt\"/]"
_CODE_ESCAPE = r"\\{1,7}u[0-9a-fA-F]{4}"
# Elements that begin a line of their own.
_BLOCK_TAG = r"</?(?:br|p|div|li|h[1-6]|blockquote)(?: [^<>]{0,80})?/?>"
# `(at`, `[ dot`, `{@`: one expression that begins with one letter is searched as fast as one literal.
_BRACKETED = r"\((?:-?(?:at|dlt)|[@.?])"
# One of these is in each of the shapes of a number with letters for digits.
_DIGIT_AND_LETTER = (b"0l", b"l0", b"0-ll", b"ll-0")
_DISGUISES = (
    _Disguise(_CODE_ESCAPE, _decode_escape, sign="\\", literals=("\\u",), anchors=("\\",)),
    _Disguise(
        _STRING_ESCAPE,
        _decode_string_escape,
        sign="\\",
        literals=("\\n", "\\r", "\\t", '\\"', "\\/"),
        anchors=("\\",),
    ),
    _Disguise(
        _ENTITY,
        _decode_entity,
        sign="&",
        literals=("&#", "&commat;", "&period;", "&nbsp;", "&lt;", "&gt;", "&quot;", "&apos;", "&amp;"),
        anchors=("&",),
    ),
    _Disguise(_ESCAPED_AT, _at_sign, sign="%", literals=("%40",), before=1, anchors=("%",)),
    _Disguise(_BLOCK_TAG, _break_line, sign="<", literals=("<br", "<p", "<div", "<li", "</", "<h"), anchors=("<",)),
    _Disguise(_TAGS, _join_tags, sign="<", literals=("</", "<wbr"), before=1, anchors=("<",)),
    _Disguise(_AT_OR_DOT, _at_or_dot, shape_source=_BRACKETED, before=2),
    _Disguise(_AT_OR_DOT, _at_sign, literals=("골뱅이",), korean=True, before=4),
    _Disguise(_SPOKEN_MAIL, _spoken_mail, shapes=(b"-dlt-",), before=72),
    _Disguise(_SPOKEN_MAIL, _spoken_mail, literals=(" 닷 ", " 점 "), korean=True, before=72),
    _Disguise(_SPACED_AT, _at_sign, sign="@", literals=(" @", "@ "), before=3, anchors=("@",)),
    _Disguise(
        _SPOKEN,
        _spoken_digits,
        korean=True,
    ),
    _Disguise(_SPACED_DIGITS, _close_up, shapes=(b"0-0-0-0-0",), before=24),
    _Disguise(
        _LETTER_DIGITS,
        _letters_to_digits,
        shapes=(b"00l", b"l00", b"0l0", b"l0l", b"0-l0", b"0-ll", b"0.l0", b"0l-0", b"ll-0"),
        before=16,
    ),
)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _compiled_shape(source: str) -> re.Pattern[bytes]:
    return re.compile(source.encode())


def _places(text: str, shape: bytes, disguise: _Disguise) -> list[int]:
    """Return where one of the literals or shapes stands, in order."""
    if disguise.shape_source:
        return [found.start() for found in _compiled_shape(disguise.shape_source).finditer(shape)]
    return sorted(
        (*_places_of_any(text, disguise.anchors or disguise.literals), *_places_of_any(shape, disguise.shapes))
    )


def _edit_sequence(text: str, shape: bytes, disguise: _Disguise) -> list[Edit]:
    """Undo a disguise around each place that has a sign of it; the rest of the text is not read."""
    pattern = _compiled(disguise.source)
    group = "x" if "x" in pattern.groupindex else 0
    edits: list[Edit] = []
    places = [] if disguise.source is _SPOKEN else _places(text, shape, disguise)
    if not places or len(places) * (disguise.before + 1) * _TRY > len(text):
        for found in pattern.finditer(text):
            _undo(found, group, disguise, edits)
        return edits
    reached = 0
    for place in places:
        # A search would read on to the end of the text where nothing begins here.
        start = max(reached, place - disguise.before)
        while start <= place:
            beginning = pattern.match(text, start)
            if beginning:
                _undo(beginning, group, disguise, edits)
                reached = beginning.end()
            start = reached if beginning else start + 1
    return edits


def _undo(found: re.Match[str], group: str | int, disguise: _Disguise, edits: list[Edit]) -> None:
    undone = disguise.undo(found[group])
    if undone == found[group].replace(" ", "") != found[group]:
        start = found.start(group)
        edits.extend(Edit(start + at, start + at + 1, "") for at, char in enumerate(found[group]) if char == " ")
    elif undone != found[group]:
        edits.append(Edit(*found.span(group), undone))


def _may_hold(text: str, shape: bytes, disguise: _Disguise) -> bool:
    if disguise.sign and disguise.sign not in text:
        return False
    if disguise.anchors and disguise.sign != "<":
        # A try at each costs less than a search for every literal; `<` alone compares, tags are closed somewhere.
        return True
    if disguise.shape_source:
        return _compiled_shape(disguise.shape_source).search(shape) is not None
    if disguise.source is _SPOKEN:
        return _is_spoken(text)
    if disguise.source is _LETTER_DIGITS and not any(part in shape for part in _DIGIT_AND_LETTER):
        return False
    for literal in disguise.literals:
        if literal in text:
            return True
    for part in disguise.shapes:
        if part in shape:
            return True
    return not disguise.literals and not disguise.shapes


# Everything at once, for the many texts that have none of it: asking each disguise in turn costs a chat line more, and
# a text with one of the signs would be read once for each literal.
_SIGNS = "\\&%<@"


@cache
def _literals_with(sign: str) -> re.Pattern[str]:
    """Any literal of the disguises with a sign, as an expression that begins with the sign where it can."""
    literals = {word for disguise in _DISGUISES if disguise.sign == sign for word in disguise.literals}
    behind = sorted(word[1:] for word in literals if word[0] == sign)
    before = sorted(word for word in literals if word[0] != sign)
    source = f"{re.escape(sign)}(?:{'|'.join(map(re.escape, behind))})"
    # ` @`: a look back from the sign keeps it first.
    return re.compile("|".join([source, *(f"{re.escape(sign)}(?<={re.escape(word)})" for word in before)]))


def _is_plain(text: str, shape: bytes) -> bool:
    if b"!" in shape or b"(" in shape or b"@" in shape:
        for sign in _SIGNS:
            if sign in text and _literals_with(sign).search(text):
                return False
    # A letter for a digit has a digit on one side at least.
    if b"0" in shape and (b"0l" in shape or b"l0" in shape or b"0-0-0-0-0" in shape):
        return False
    if b"-dlt-" in shape:
        return False
    if b"(" in shape and _compiled_shape(_BRACKETED).search(shape):
        return False
    if text.isascii():
        return True
    if "골뱅이" in text or " 닷 " in text or " 점 " in text:
        return False
    # Asked here, because most texts have none of them and a call for nothing costs as much.
    return not (("공" in text or "영" in text or "+" in text or "01" in text) and _is_spoken(text))


def undisguise(text: str) -> tuple[str, View | None]:
    """Return the text as the detectors should read it, and the way back to the original (None: offsets are the same).

    Args:
        text: Any text; a text without a trap character or sequence comes back as it is, after a few quick searches.
    """
    view: View | None = None
    if not text.isascii() or "\0" in text:
        unusual = set(_unusual().findall(text))
        if unusual:
            text, view = _plain_characters(text, unusual)
    shape = _shape_of(text)
    if _is_plain(text, shape):
        return text, view
    for disguise in _DISGUISES:
        if (disguise.korean and text.isascii()) or not _may_hold(text, shape, disguise):
            continue
        edits = _edit_sequence(text, shape, disguise)
        if edits:
            view = View(text, edits, view)
            text = view.text
            shape = _shape_of(text)
    return text, view


def _shape_of(text: str) -> bytes:
    return text.encode("ascii", "replace").translate(_SHAPE)
