"""Values that only a cue word makes personal: passport numbers, dates of birth, account numbers."""

from __future__ import annotations

from oauth2_demo.security.pii.engine import Rule, Scan, TypeRules, WordFinder, spellings
from oauth2_demo.security.pii.lazy import LazyPattern

# What may stand between a cue word and its value; no digit, so that the value is the first number after the cue.
_GAP = 28
# A masked value is the value of its cue; what comes after it belongs to something else.
_MASK = "***"
# Every such value has a digit.
_REMARK = LazyPattern(r"\([^()]{1,12}\)")
_DIGIT = LazyPattern("[0-9]")
# `851220 (생년월일)`, `B79340363 (US passport)`: the value first, then what it is, and no other value behind it.
_VALUE_BEFORE = LazyPattern(r"(?<![0-9A-Za-z.-])(?P<value>[A-Z]?[0-9][0-9./-]{4,11}[0-9]) (?:\((?:[A-Z]{2} )?)?$")
_REACH_BEFORE = 20


class CueDetector:
    """Runs every rule behind the `context` gate after each cue word of its type, and in table cells of the type."""

    def __init__(self, types: list[TypeRules]) -> None:
        self._rules_of: dict[str, list[Rule]] = {}
        self._rules_of_kind: dict[str, list[Rule]] = {}
        for owner in types:
            rules = [rule for rule in owner.rules if rule.spec.gate == "context"]
            if not rules:
                continue
            self._rules_of_kind[owner.spec.name] = rules
            for form in spellings(owner.spec.context):
                self._rules_of.setdefault(form, []).extend(rules)
        self._finder = WordFinder(self._rules_of)

    def find(self, scan: Scan) -> None:
        """Add every value that holds."""
        tried: dict[tuple[str, str], list[Rule]] = {}
        # A value behind a cue has a digit; most chat lines have none.
        for at, cue in self._finder.find(scan) if b"0" in scan.shape else ():
            end = at + len(cue)
            whole = not cue.isascii() or _is_word(scan.text, at, end)
            if whole and not self._after(scan, at, end, self._rules_of[cue], tried):
                self._before(scan, at, end, self._rules_of[cue])
        for field in scan.fields:
            for rule in self._rules_of_kind.get(field.kind, ()):
                found = rule.regex.search(scan.text, field.start, field.end)
                if found and rule.claim(scan, found, cued=True):
                    break

    @staticmethod
    def _before(scan: Scan, cue: int, cue_end: int, rules: list[Rule]) -> None:
        found = _VALUE_BEFORE.search(scan.text, max(0, cue - _REACH_BEFORE), cue)
        # Korean says what a number is behind it; in English that takes brackets: `2024-06-01 birthday party`.
        if (
            not found
            or (scan.text[cue].isascii() and "(" not in found[0])
            or scan.text[cue_end : cue_end + 2].strip()[:1] in (":", "=", "：")
        ):
            return
        for rule in rules:
            value = rule.regex.fullmatch(scan.text, *found.span("value"))
            if value and rule.claim(scan, value, cued=True):
                break

    @staticmethod
    def _after(scan: Scan, cue: int, cue_end: int, rules: list[Rule], tried: dict[tuple[str, str], list[Rule]]) -> bool:
        """Claim the value behind a cue; say whether there was one.

        What follows the same words again is tried only against the rules that had a chance before.
        """
        if not _DIGIT.search(scan.text, cue_end, cue_end + _GAP + 10):
            return False
        words = scan.text[max(0, cue - _REACH_BEFORE) : cue_end], scan.text[cue_end : cue_end + _GAP + 30]
        rules = tried.get(words, rules)
        hopeless: list[Rule] = []
        claimed = False
        for rule in rules:
            found = rule.regex.search(scan.text, cue_end, cue_end + _GAP + 30)
            if not found or found.start() - cue_end > _GAP:
                hopeless.append(rule)
                continue
            # `생년월일(8자리)`: what is in brackets describes the value.
            gap = scan.text[cue_end : found.start()]
            gap = _REMARK.sub("", gap) if "(" in gap else gap
            if (
                not any("0" <= char <= "9" for char in gap)
                and gap.count("\n") < 2
                and _MASK not in gap
                and rule.claim(scan, found, cued=True)
            ):
                claimed = True
                break
        if words not in tried:
            tried[words] = [rule for rule in rules if rule not in hopeless]
        return claimed


def _is_word(text: str, start: int, end: int) -> bool:
    """Say whether a Latin cue stands as a word or as one part of a camel-case name (`birthDate`, `DateOfBirth`)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    joined_before = before.isascii() and before.isalpha() and not (text[start].isupper() and before.islower())
    joined_after = after.isascii() and after.islower()
    return not joined_before and not joined_after
