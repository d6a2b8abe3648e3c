"""Numbers: one pass finds where a structured or long number begins, small anchored rules decide what it is."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.engine import Rule, Scan, TypeRules, places_of

# A run of nine digits, or a group followed by a separator and another group long enough to belong to one number. Dates
# and times do not pass: after two digits a group of at least four must follow.
_BEGINNING = (
    "[0-9](?:[0-9]{8,}"
    r"|[0-9]{0,5}(?=\)?[-. ~/()]{1,3}(?:[0-9]{3,8}(?![0-9])|[0-9]{2}[-. /]{1,3}[0-9]{3})))"
)
_LONGEST = 40
# Every number has a group of four digits or more behind another group, or is a long run: a date or a time is neither.
# This finds such places; the number begins at most this far before.
_GATES = (b"000000000", b"-0000")
_REACH = 26
_SEPARATOR = ord("-")
# All groups that could belong to one number, and the fewest digits that any number here has.
_CLUSTER = r"[0-9]+(?:[-. ~/)(]{1,3}[0-9]+){0,6}"
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
        self._by_lead: dict[int, list[Rule]] = {}
        self._beginning = re.compile(_BEGINNING)
        self._ending = re.compile(_ENDING)
        self._cluster = re.compile(_CLUSTER)
        self._glued_label: re.Pattern[str] | None = None

    def find(self, scan: Scan) -> None:
        """Add every number that holds."""
        text, done = scan.text, 0
        for at in places_of(scan.shape, _GATES):
            if at < done or (scan.shape[at] == _SEPARATOR and scan.shape[at - 1 : at] not in (b"0", b"-")):
                continue
            low = at - _REACH
            head = text[max(low, done) : at]
            begin = at - len(head) + len(head.rstrip("0123456789-. ~/()+"))
            for found in self._beginning.finditer(text, begin, at + _REACH):
                start = found.start()
                if start > at:
                    break
                if start >= done and self._may_begin(text, start):
                    done = self._claim_at(scan, start, found.end() - start) or done
            if done <= at:
                done = at + 1

    def _may_begin(self, text: str, start: int) -> bool:
        if start == 0:
            return True
        before = text[start - 1]
        if before in "-." and start > 1 and "0" <= text[start - 2] <= "9":
            return False
        if before in "0123456789$_%\\":
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
        found = rule.regex.search(text, max(0, position - rule.spec.before), position + 1 + _LONGEST)
        return found if found and found.start() < position < found.end() else None

    def _claim_at(self, scan: Scan, start: int, lead: int) -> int:
        cluster = self._cluster.match(scan.text, start)
        if cluster is None or scan.shape.count(b"0", start, cluster.end()) < _FEWEST_DIGITS:
            return 0
        rules = self._by_lead.get(lead)
        if rules is None:
            rules = [rule for rule in self._rules if not rule.spec.lead or lead in rule.spec.lead]
            self._by_lead[lead] = rules
        bracketed = scan.text[start - 1 : start] == "(" and scan.text[start + lead : start + lead + 1] == ")"
        for position in (start - 1, start) if bracketed else (start,):
            for rule in rules:
                found = (
                    self._match_after_word(scan.text, position, rule)
                    if rule.spec.before
                    else rule.regex.match(scan.text, position)
                )
                if found and self._ending.match(scan.text, found.end()) and rule.claim(scan, found):
                    return found.end()
        return 0
