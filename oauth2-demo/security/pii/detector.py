"""Find and mask personal data in Korean and English text.

Two stages: cheap searches over the whole text say where something could be, and small anchored rules decide. Disguised
text is undone first, behind a gate of its own, and every offset leads back to the text that was passed in.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.security.pii.addresses import PostalAddressDetector
from oauth2_demo.security.pii.cues import CueDetector
from oauth2_demo.security.pii.engine import Candidate, Rule, Scan, TypeRules, places_of
from oauth2_demo.security.pii.literals import LiteralDetector
from oauth2_demo.security.pii.masking import MaskStyle, mask_value
from oauth2_demo.security.pii.match import PiiMatch, matches_in
from oauth2_demo.security.pii.names_en import EnglishNameDetector
from oauth2_demo.security.pii.names_ko import KoreanNameDetector
from oauth2_demo.security.pii.network import AddressOfHostDetector
from oauth2_demo.security.pii.normalize import undisguise
from oauth2_demo.security.pii.numbers import NumberDetector
from oauth2_demo.security.pii.patterns import TypeSpec, load_patterns
from oauth2_demo.security.pii.tables import find_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Detector(Protocol):
    """One way of finding candidates."""

    def find(self, scan: Scan) -> None:
        """Add candidates to the scan."""
        ...


_BUILT_IN: dict[str, Callable[[TypeRules], Detector]] = {
    "ip_address": AddressOfHostDetector,
    "address": PostalAddressDetector,
    "korean_name": KoreanNameDetector,
    "person_name": EnglishNameDetector,
}


# Rounds of masking; each masks at least one value more, and two are the most any real text has needed.
_MOST_ROUNDS = 10


class PiiDetector:
    """Scans texts for the types of a pattern file. Safe to share between threads: scanning keeps no state.

    Args:
        patterns: What `load_patterns` returned; by default the file that comes with the package.
    """

    def __init__(self, patterns: Mapping[str, TypeSpec] | None = None) -> None:
        specs = load_patterns() if patterns is None else patterns
        types = [TypeRules(spec) for spec in specs.values() if spec.enabled]
        self._severities = {owner.spec.name: owner.spec.severity for owner in types}
        # Names come last, because what else was found beside a word is evidence.
        self._detectors: list[Detector] = [NumberDetector(types), LiteralDetector(types), CueDetector(types)]
        self._detectors.append(_ScanDetector(types))
        by_name = {owner.spec.name: owner for owner in types}
        self._detectors.extend(make(by_name[name]) for name, make in _BUILT_IN.items() if name in by_name)

    def scan_text(self, text: str) -> list[PiiMatch]:
        """Return what is personal in a text, in order of position and without overlaps.

        Returns:
            Matches whose offsets are code points of `text`, the end exclusive.
        """
        plain, view = undisguise(text)
        scan = Scan(plain, find_fields(plain))
        for detector in self._detectors:
            detector.find(scan)
        if not scan.found:
            return []
        kept = _without_overlaps(scan.found)
        if view:
            kept = [
                found._replace(start=view.original_start(found.start), end=view.original_end(found.end))
                for found in kept
            ]
        return matches_in(text, kept, self._severities)

    def mask_pii(self, text: str, *, style: MaskStyle = "full") -> str:
        """Return the text with every value masked.

        What a mask uncovers (a number that belonged to another one, a cue that now stands beside it) is masked as well,
        so that scanning the result finds nothing and masking it again changes nothing.
        """
        for _ in range(_MOST_ROUNDS):
            matches = self.scan_text(text)
            if not matches:
                break
            text = _masked(text, matches, style)
        return text


def _masked(text: str, matches: list[PiiMatch], style: MaskStyle) -> str:
    pieces: list[str] = []
    reached = 0
    for match in matches:
        pieces += (text[reached : match.start], mask_value(match.type, match.value, style))
        reached = match.end
    return "".join((*pieces, text[reached:]))


class _ScanDetector:
    """Runs every rule behind the `scan` gate over the whole text, and those behind `shape` where their shape is."""

    def __init__(self, types: list[TypeRules]) -> None:
        rules = [rule for owner in types for rule in owner.rules]
        self._rules: list[Rule] = [rule for rule in rules if rule.spec.gate == "scan"]
        self._shaped = [
            (tuple(shape.encode() for shape in rule.spec.literals), rule) for rule in rules if rule.spec.gate == "shape"
        ]

    def find(self, scan: Scan) -> None:
        for rule in self._rules:
            for found in rule.regex.finditer(scan.text):
                rule.claim(scan, found)
        for shapes, rule in self._shaped:
            for at in places_of(scan.shape, shapes):
                beginning = rule.regex.match(scan.text, at)
                if beginning:
                    rule.claim(scan, beginning)


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """Keep the candidate of highest priority, then the longest, where several overlap, in one sorted pass."""
    # By start and, where that is the same, the longer one first.
    found.sort(key=itemgetter(1), reverse=True)
    found.sort(key=itemgetter(0))
    kept: list[Candidate] = []
    reached = 0
    for candidate in found:
        while candidate[0] < reached:
            last = kept[-1]
            if (candidate.priority, candidate.end - candidate.start) <= (last.priority, last.end - last.start):
                break
            kept.pop()
            reached = kept[-1].end if kept else 0
        else:
            kept.append(candidate)
            reached = candidate[1]
    return kept
