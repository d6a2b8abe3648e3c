"""Numbers: one pass finds where a structured or long number begins, small anchored rules decide what it is."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.engine import Rule, Scan, TypeRules, places_of
from oauth2_demo.security.pii.first_digits import first_digits

# A run of nine digits, or a group followed by a separator and another group long enough to belong to one number. Dates
# and times do not pass: after two digits a group of at least four must follow.
_BEGINNING = (
    "[0-9](?:[0-9]{8,}"
    r"|[0-9]{0,5}(?=\)?[-. ~/()]{1,3}(?:[0-9]{3,8}(?![0-9])|[0-9]{2}[-. /]{1,3}[0-9]{3})))"
)
_LONGEST = 40
# Every number has a group of four digits or more behind another group, or two of three, or is a long run: a date or a
# time has none of these. These find such places; the number begins at most so far before the later group.
_GROUPS = (b"0-0000", b"--0000", b"0-000-000")
_RUNS = (b"000000000",)
_REACH = 26
# All groups that could belong to one number, and the fewest digits that any number here has.
_CLUSTER = rb"[0-]{1,40}"
_FEWEST_DIGITS = 9
# What may follow a number: no digit, no further group, no letter except a telephone extension.
_ENDING = r"(?![0-9]|[-.][0-9]|[A-WYZa-wyz_@]|[xX](?![0-9]))"
# Labels written against the number without a space.
_GLUED_LABEL = r"(?<![A-Za-z])(?:tel|phone|mobile|fax|cell|hp|ph|ssn|rrn|no|[tmfhpc])\.?$"


class NumberDetector:
    """Runs every rule behind the `digits` gate."""

    def __init__(self, types: list[TypeRules]) -> None:
        rules = [rule for owner in types for rule in owner.rules if rule.spec.gate == "digits"]
        self._rules = sorted(rules, key=lambda rule: -rule.owner.spec.priority)
        self._by_beginning: dict[tuple[int, str, bool], list[Rule]] = {}
        self._beginning = re.compile(_BEGINNING)
        self._ending = re.compile(_ENDING)
        self._cluster = re.compile(_CLUSTER)
        self._glued_label: re.Pattern[str] | None = None

    def find(self, scan: Scan) -> None:
        """Add every number that holds."""
        if b"0000" not in scan.shape:
            return
        text, done = scan.text, 0
        places = [at + 1 for at in places_of(scan.shape, _GROUPS)] + places_of(scan.shape, _RUNS)
        places.sort()
        for at in places:
            if at < done:
                continue
            head = text[max(at - _REACH, done) : at]
            begin = at - len(head) + len(head.rstrip("0123456789-. ~/()+"))
            found = self._beginning.search(text, begin, at + _REACH)
            done = at + 1
            while found and (start := found.start()) <= at:
                end = found.end()
                if self._may_begin(text, start) and (claimed := self._claim_at(scan, start, end - start)):
                    done = claimed
                    break
                found = self._beginning.search(text, end, at + _REACH)

    def _may_begin(self, text: str, start: int) -> bool:
        if start == 0 or (before := text[start - 1]) in " \n\t:(":
            return True
        if before in "-." and start > 1 and "0" <= text[start - 2] <= "9":
            return False
        if before in "0123456789$_%\\+":
            # What follows a plus sign is an international number, which has a rule of its own.
            return False
        return not (before.isascii() and before.isalpha()) or self._is_glued_label(text, start)

    def _is_glued_label(self, text: str, start: int) -> bool:
        if text[start - 1] == "n" and text[start - 2 : start - 1] == "\\":
            return True
        if self._glued_label is None:
            self._glued_label = re.compile(_GLUED_LABEL, re.IGNORECASE)
        return bool(self._glued_label.search(text[max(0, start - 8) : start]))

    @staticmethod
    def _match_after_word(text: str, position: int, rule: Rule) -> re.Match[str] | None:
        # A printed word that belongs to the number, such as the region of a driving licence.
        found = rule.regex.search(text, max(0, position - rule.before), position + 1 + _LONGEST)
        return found if found and found.start() < position < found.end() else None

    def _claim_at(self, scan: Scan, start: int, lead: int) -> int:
        text = scan.text
        bracketed = text[start - 1 : start] == "(" and text[start + lead : start + lead + 1] == ")"
        key = lead, text[start], bracketed
        rules = self._by_beginning.get(key)
        if rules is None:
            rules = self._by_beginning[key] = [rule for rule in self._rules if _may_match(rule, *key)]
        cluster = self._cluster.match(scan.shape, start)
        if not rules or not cluster or scan.shape.count(b"0", start, cluster.end()) < _FEWEST_DIGITS:
            return 0
        for position in (start - 1, start) if bracketed else (start,):
            for rule in rules:
                found = self._match_after_word(text, position, rule) if rule.before else rule.match(text, position)
                if found and self._ending.match(text, found.end()) and rule.claim(scan, found):
                    return found.end()
        return 0


def _may_match(rule: Rule, lead: int, first: str, bracketed: bool) -> bool:
    """Say whether a rule is worth a try at a number whose first group has `lead` digits and begins with `first`."""
    if rule.spec.lead and lead not in rule.spec.lead:
        return False
    # What begins with a bracket or a word is tried where that stands.
    return (bracketed and "\\(" in rule.spec.regex) or rule.before > 0 or first in first_digits(rule.spec.regex)
