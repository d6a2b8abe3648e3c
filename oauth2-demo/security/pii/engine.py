"""What all detectors share: a candidate, the text being scanned, rules compiled at first use, cue words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from oauth2_demo.security.pii.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from oauth2_demo.security.pii.patterns import PatternSpec, TypeSpec

# A named tuple is made in a third of the time without its own `__new__`, and a dense text has thousands.
_new = tuple.__new__
# How far a cue word may stand from its value, in characters.
CUE_BEFORE = 40
CUE_AFTER = 16
LABEL_BEFORE = 26
_LABEL_MARKS = " \t:=#.-_(\"'"
# What may follow a label.
_AFTER_LABEL = ("number", "id", "no", "은", "는")


class Candidate(NamedTuple):
    """A span that one detector claims; offsets are those of the undisguised text."""

    start: int
    end: int
    type: str
    priority: int
    score: float


class Field(NamedTuple):
    """A table cell whose header says what it holds."""

    start: int
    end: int
    kind: str


class Scan:
    """One text on its way through the detectors."""

    __slots__ = ("_starts", "ascii_only", "cue_anywhere", "fields", "found", "raw", "shape", "text")

    def __init__(self, text: str, fields: list[Field]) -> None:
        self.text = text
        self.ascii_only = text.isascii()
        # One byte a character: searching that costs a tenth of what an expression does.
        self.raw = text.encode("ascii", "replace")
        self.shape = self.raw.translate(_SHAPE)
        self.fields = fields
        self.found: list[Candidate] = []
        self.cue_anywhere: dict[str, bool] = {}
        self._starts: dict[tuple[frozenset[str], int], list[int]] = {}

    def starts_of(self, types: frozenset[str]) -> list[int]:
        """Return where values of some types begin, in order, as far as they are found by now."""
        key = types, len(self.found)
        starts = self._starts.get(key)
        if starts is None:
            starts = self._starts[key] = sorted(start for start, _, kind, _, _ in self.found if kind in types)
        return starts

    def field_kind(self, position: int) -> str | None:
        """Return the kind of the table cell at a position."""
        for field in self.fields_around(position):
            return field.kind
        return None

    def fields_around(self, position: int) -> Iterable[Field]:
        """Return the cell that covers the position, if any."""
        low, high = 0, len(self.fields)
        while low < high:
            middle = (low + high) // 2
            if self.fields[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        if low < len(self.fields) and self.fields[low].start <= position:
            yield self.fields[low]


class Spans:
    """Spans of one text, in the order in which they were found; says of another one at once whether it overlaps any."""

    __slots__ = ("_taken", "found")

    def __init__(self, size: int) -> None:
        self.found: list[tuple[int, int]] = []
        self._taken = bytearray(size)

    def add(self, start: int, end: int) -> None:
        self.found.append((start, end))
        self._taken[start:end] = b"\1" * (end - start)

    def overlap(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) >= 0


# Digits are 0, capitals A, small letters a, what separates groups of a number -, everything beyond ASCII ?.
_SHAPE = bytes.maketrans(
    bytes(range(128)),
    bytes(
        ord(
            "0" if char.isdigit() else "A" if char.isupper() else "a" if char.islower() else "-" if char in "-. ~/()"
            else "?" if char == "?" else "x"
        )
        for char in map(chr, range(128))
    ),
)  # fmt: skip


def places_of(shape: bytes, parts: Iterable[bytes]) -> list[int]:
    """Return where any of the parts begins, in order; of a run only every few places, as one is enough to find it."""
    places: list[int] = []
    for part in parts:
        at = shape.find(part)
        while at >= 0:
            places.append(at)
            at = shape.find(part, at + len(part) - 1)
    places.sort()
    return places


class Rule:
    """One pattern of a type, compiled when a text first needs it."""

    __slots__ = ("_check", "_compiled", "_has_value", "_score", "_use", "before", "match", "owner", "spec")

    match: Callable[[str, int], re.Match[str] | None]

    def __init__(self, spec: PatternSpec, owner: TypeRules) -> None:
        self.spec = spec
        self.owner = owner
        self.before = spec.before
        self._check = CHECKS[spec.check] if spec.check else None
        self._use = spec.context
        self._score = spec.score
        self._has_value = "(?P<value>" in spec.regex
        self._compiled: re.Pattern[str] | None = None
        # After the first use this is the method of the compiled pattern: it is tried at every number.
        self.match = self._first_match

    def _first_match(self, text: str, position: int) -> re.Match[str] | None:
        self.match = self.regex.match
        return self.match(text, position)

    @property
    def regex(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.spec.regex)
        return self._compiled

    def claim(self, scan: Scan, found: re.Match[str], *, cued: bool = False) -> bool:
        """Check a match and, if it holds, add it to the scan.

        A cue word only ever helps, and looking for one costs more than any check: it is looked for last.
        """
        start, end = found.span("value") if self._has_value else found.span()
        use, owner, check = self._use, self.owner, self._check
        cued = cued or use == "ignored"
        length = check(scan.text[start:end], cued or use == "required") if check else end - start
        if not cued and (use == "required" if length else use == "optional"):
            if not owner.is_cued(scan, start, end):
                return False
            length = length or (check(scan.text[start:end], True) if check else 0)
        if not length or (owner.has_labels and owner.is_labelled_otherwise(scan, start)):
            return False
        scan.found.append(_new(Candidate, (start, start + length, owner.name, owner.priority, self._score)))
        return True


class TypeRules:
    """The rules of one type with its cue words."""

    __slots__ = ("_after", "_before", "_labels", "has_labels", "name", "priority", "rules", "spec")

    def __init__(self, spec: TypeSpec) -> None:
        self.spec = spec
        self.name = spec.name
        self.priority = spec.priority
        self.rules = [Rule(pattern, self) for pattern in spec.patterns]
        self._before = WordList(spec.context)
        self._after = WordList(spec.context_after or spec.context)
        self._labels = WordList(spec.not_after)
        self.has_labels = bool(spec.not_after)

    def is_cued(self, scan: Scan, start: int, end: int) -> bool:
        """Say whether a cue word of the type stands near the span, or its table column is of the type."""
        if scan.fields and scan.field_kind(start) == self.spec.name:
            return True
        text = scan.text
        return self._before.is_in(text[max(0, start - CUE_BEFORE) : start]) or self._after.is_in(
            text[end : end + CUE_AFTER]
        )

    def has_cue_anywhere(self, scan: Scan) -> bool:
        """Say whether any cue word of the type is in the text at all; remembered for the text."""
        known = scan.cue_anywhere.get(self.name)
        if known is None:
            kinds = any(field.kind == self.name for field in scan.fields)
            known = scan.cue_anywhere[self.name] = kinds or self._before.is_in(scan.text)
        return known

    def is_labelled_otherwise(self, scan: Scan, start: int) -> bool:
        """Say whether the words just before the span call it something else."""
        head = scan.text[start - LABEL_BEFORE if start > LABEL_BEFORE else 0 : start].rstrip(_LABEL_MARKS)
        if head[-1:] not in self._labels.last_letters:
            return False
        label = self._labels.ends(head)
        # `사회보장번호` ends like any 번호 and is a cue of its own.
        return label > 0 and label > self._before.ends(head)


class WordList:
    """Words to look for in a short piece of text; Latin ones in any case but only whole."""

    __slots__ = ("_latin", "_other", "last_letters")

    def __init__(self, words: Iterable[str]) -> None:
        self._latin = tuple(word.lower() for word in words if word.isascii())
        self._other = tuple(word for word in words if not word.isascii())
        lasts = {word[-1] for word in (*self._latin, *self._other, *_AFTER_LABEL)}
        self.last_letters = frozenset(lasts | {letter.upper() for letter in lasts})

    def ends(self, piece: str) -> int:
        """Return how much of the piece's end is one of the words, perhaps with one such as `number`; 0 if none."""
        last = piece[-1:]
        if not last.isascii() and last not in "은는":
            # Hangul has no case, and nothing but a particle is taken off its end.
            return (
                max((len(word) for word in self._other if piece.endswith(word)), default=0)
                if (piece.endswith(self._other))
                else 0
            )
        lowered = piece.lower()
        size = len(lowered)
        for _ in range(2):
            if lowered.endswith(self._other):
                return size - len(lowered) + max(len(word) for word in self._other if lowered.endswith(word))
            if lowered.endswith(self._latin):
                whole = [len(word) for word in self._latin if lowered.endswith(word) and _begins(word, lowered)]
                if whole:
                    return size - len(lowered) + max(whole)
            if not lowered.endswith(_AFTER_LABEL):
                return 0
            for ending in _AFTER_LABEL:
                lowered = lowered.removesuffix(ending)
            lowered = lowered.rstrip(_LABEL_MARKS)
        return 0

    def is_in(self, piece: str) -> bool:
        """Say whether one of the words is in the piece."""
        if not piece.isascii():
            for word in self._other:
                if word in piece:
                    return True
        piece = piece.lower()
        for word in self._latin:  # noqa: SIM110 - a generator for each of thousands of numbers costs as much as the search
            if word in piece and _is_whole(word, piece):
                return True
        return False


def _begins(word: str, piece: str) -> bool:
    return not piece[: -len(word)][-1:].isalpha()


def _is_whole(word: str, piece: str) -> bool:
    at = piece.find(word)
    while at >= 0:
        before, after = piece[at - 1 : at], piece[at + len(word) : at + len(word) + 1]
        if not (before.isascii() and before.isalpha() and word[0].isalpha()) and not (
            # `telephoneNumber` and `cardNo` begin with the word; short words need an end.
            len(word) < 4 and after.isascii() and after.isalpha() and word[-1].isalpha()
        ):
            return True
        at = piece.find(word, at + 1)
    return False


def spellings(words: Iterable[str]) -> list[str]:
    """Return Latin words also capitalised and in capitals, longest first; other scripts have no case."""
    forms: set[str] = set()
    for word in words:
        forms.update((word, word.capitalize(), word.upper(), word.title()) if word.isascii() else (word,))
    return sorted(forms, key=lambda form: (-len(form), form))


# Characters of Korean and English texts and logs, the rarest first; what is not listed is rarer still.
_BY_RARITY = "JQZXKzqjVYUWHGBFxLNRDOMCPSTAIEkvbywgpfmucdlhrsnoiate0123456789_/-:. "


def rarest(word: str) -> str:
    """Return the character of a word that a text most likely lacks; one is found ten times as quickly."""
    return min(word, key=_BY_RARITY.find)


# Letters that many words share stand for all of them; so long, few places in a text hold them by chance.
_STEM_LENGTH = 5
_SMALL = bytes((*range(65), *range(97, 123), *range(91, 256)))


class WordFinder:
    """Finds where any of many words stands, the longest at each place.

    Latin words in any of their spellings are found by the few stems that they share, others by their first two letters.
    """

    __slots__ = ("_beginning", "_by_beginning", "_stems")

    def __init__(self, words: Iterable[str]) -> None:
        forms = sorted(words, key=len, reverse=True)
        self._stems: list[tuple[bytes, list[tuple[int, list[str]]]]] = []
        for stem, members in _shared_stems({word.lower() for word in forms if word.isascii()}):
            by_offset: dict[int, list[str]] = {}
            for word in forms:
                if word.lower() in members:
                    by_offset.setdefault(word.lower().find(stem), []).append(word)
            self._stems.append((stem.encode(), list(by_offset.items())))
        self._by_beginning: dict[str, list[str]] = {}
        for word in forms:
            if not word.isascii():
                self._by_beginning.setdefault(word[:2], []).append(word)
        self._beginning: re.Pattern[str] | None = None

    def find(self, scan: Scan) -> Iterator[tuple[int, str]]:
        """Yield position and word."""
        text, small = scan.text, scan.raw.translate(_SMALL)
        for stem, by_offset in self._stems:
            at = small.find(stem)
            while at >= 0:
                for offset, words in by_offset:
                    for word in words if offset <= at else ():
                        if text.startswith(word, at - offset):
                            yield at - offset, word
                            break
                at = small.find(stem, at + 1)
        if self._by_beginning and not scan.ascii_only:
            yield from self._find_others(text)

    def _find_others(self, text: str) -> Iterator[tuple[int, str]]:
        if self._beginning is None:
            firsts = re.escape("".join(sorted({key[0] for key in self._by_beginning})))
            seconds = re.escape("".join(sorted({key[1] for key in self._by_beginning if len(key) > 1})))
            # A word of one letter leaves nothing to look ahead for.
            short = any(len(key) == 1 for key in self._by_beginning)
            self._beginning = re.compile(f"[{firsts}]" if short else f"[{firsts}](?=[{seconds}])")
        for found in self._beginning.finditer(text):
            at = found.start()
            pair = text[at : at + 2]
            for word in self._by_beginning.get(pair) or self._by_beginning.get(pair[0]) or ():
                if text.startswith(word, at):
                    yield at, word
                    break


def _shared_stems(words: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield stems and the words that each stands for, the most useful first, until every word has one."""
    holders: dict[str, set[str]] = {}
    for word in words:
        for at in range(max(1, len(word) - _STEM_LENGTH + 1)):
            holders.setdefault(word[at : at + _STEM_LENGTH], set()).add(word)
    while words:
        stem = max(holders, key=lambda part: (len(holders[part] & words), part))
        yield stem, holders[stem] & words
        words -= holders.pop(stem)
