"""Numbers: one pass finds where a structured or long number begins, small anchored rules decide what it is."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.engine import Rule, Scan, TypeRules

# A run of nine digits, or a group followed by a separator and another group long enough to belong to one number. Dates
# and times do not pass: after two digits a group of at least four must follow.
_BEGINNING = (
    "[0-9]{9,}"
    r"|[0-9]{1,6}(?=\)?[-. ~/)]{1,3}(?:[0-9]{3,8}(?![0-9])|[0-9]{2}[-. /]{1,3}[0-9]{3}))"
)
# What may follow a number: no digit, no further group, no letter except a telephone extension.
_ENDING = r"(?![0-9]|[-.][0-9]|[A-WYZa-wyz_@]|[xX](?![0-9]))"
# Labels written against the number without a space.
_GLUED_LABEL = r"(?<![A-Za-z])(?:tel|phone|mobile|fax|cell|hp|ph|ssn|rrn|no|[tmfhpc])\.?$"


class NumberDetector:
    """Runs every rule behind the `digits` gate."""

    def __init__(self, types: list[TypeRules]) -> None:
        self._rules = [rule for owner in types for rule in owner.rules if rule.spec.gate == "digits"]
        self._by_lead: dict[int, list[Rule]] = {}
        self._beginning = re.compile(_BEGINNING)
        self._ending = re.compile(_ENDING)
        self._glued_label: re.Pattern[str] | None = None

    def find(self, scan: Scan) -> None:
        """Add every number that holds."""
        done = 0
        for found in self._beginning.finditer(scan.text):
            start = found.start()
            if start >= done and self._may_begin(scan.text, start):
                done = max(done, self._claim_at(scan, start, found.end() - start))

    def _may_begin(self, text: str, start: int) -> bool:
        if start == 0:
            return True
        before = text[start - 1]
        if before in "-." and start > 1 and "0" <= text[start - 2] <= "9":
            return False
        if before in "0123456789$_%#\\":
            return False
        return not (before.isascii() and before.isalpha()) or self._is_glued_label(text, start)

    def _is_glued_label(self, text: str, start: int) -> bool:
        if text[start - 1] == "n" and text[start - 2 : start - 1] == "\\":
            return True
        if self._glued_label is None:
            self._glued_label = re.compile(_GLUED_LABEL, re.IGNORECASE)
        return bool(self._glued_label.search(text[max(0, start - 8) : start]))

    def _claim_at(self, scan: Scan, start: int, lead: int) -> int:
        rules = self._by_lead.get(lead)
        if rules is None:
            rules = [rule for rule in self._rules if not rule.spec.lead or lead in rule.spec.lead]
            self._by_lead[lead] = rules
        reached = 0
        for position in (start - 1, start) if start and scan.text[start - 1] == "(" else (start,):
            for rule in rules:
                found = rule.regex.match(scan.text, position)
                if found and self._ending.match(scan.text, found.end()) and rule.claim(scan, found):
                    reached = max(reached, found.end())
            if reached:
                break
        return reached
