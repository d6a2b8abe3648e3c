"""Values with a fixed text in them: `literal` at their beginning, `around` in their middle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from oauth2_demo.security.pii.engine import rarest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from oauth2_demo.security.pii.engine import Rule, Scan, TypeRules

# The longest part before an `around` literal that is read (RFC 5321: a local part has at most 64 octets).
_BEFORE = 64
_WORD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-'&"


# A `token` is a literal with a long random-looking rest; without such a rest in the text none of the literals with the
# same last character is looked for.
_TOKEN_TAILS = {"_": "_[A-Za-z0-9_]{12}", "-": "-[A-Za-z0-9_-]{12}"}


class LiteralDetector:
    """Runs every rule behind the `literal`, `token` and `around` gates."""

    def __init__(self, types: list[TypeRules]) -> None:
        rules = [rule for owner in types for rule in owner.rules]
        literal_pairs = _pairs(rule for rule in rules if rule.spec.gate == "literal")
        self._around = _pairs(rule for rule in rules if rule.spec.gate == "around")
        self._token: dict[str, list[tuple[str, Rule]]] = {}
        for literal, rule in _pairs(rule for rule in rules if rule.spec.gate == "token"):
            if literal[-1] in _TOKEN_TAILS:
                self._token.setdefault(literal[-1], []).append((literal, rule))
            else:
                literal_pairs.append((literal, rule))
        self._literal = [(rarest(literal), literal, rule) for literal, rule in literal_pairs]
        self._tails = {last: re.compile(_TOKEN_TAILS[last].encode()) for last in self._token}
        self._heads = {last: _ends_of([literal for literal, _ in pairs]) for last, pairs in self._token.items()}

    def find(self, scan: Scan) -> None:
        """Add every value that holds."""
        text = scan.text
        for sign, literal, rule in self._literal:
            if sign in text and literal in text:
                self._find_literal(scan, literal, rule)
        for last, pairs in self._token.items():
            if self._tails[last].search(scan.raw):
                present = self._tokens_in(scan, last)
                for literal, rule in pairs if present else ():
                    if literal in present:
                        self._find_literal(scan, literal, rule)
        for literal, rule in self._around:
            if literal in text:
                self._find_around(scan, literal, rule)

    def _tokens_in(self, scan: Scan, last: str) -> set[str]:
        """Return the literals that are there: all end alike, and one search finds every such end."""
        literals = tuple(literal for literal, _ in self._token[last])
        present: set[str] = set()
        for found in self._heads[last].finditer(scan.raw):
            end = found.end()
            if scan.text.endswith(literals, 0, end):
                present.update(literal for literal in literals if scan.text.endswith(literal, 0, end))
        return present

    def _find_literal(self, scan: Scan, literal: str, rule: Rule) -> None:
        text = scan.text
        at = text.find(literal)
        while at >= 0:
            found = self._match(text, at, rule) if self._stands_alone(text, at) else None
            claimed = found is not None and rule.claim(scan, found)
            # A failed long match is not begun again inside itself.
            at = text.find(literal, found.end() if found and (claimed or found.end() - at > 200) else at + 1)

    @staticmethod
    def _match(text: str, at: int, rule: Rule) -> re.Match[str] | None:
        if not rule.spec.before:
            return rule.regex.match(text, at)
        found = rule.regex.search(text, max(0, at - rule.spec.before), at + rule.spec.before)
        return found if found and found.end() > at else None

    @staticmethod
    def _stands_alone(text: str, at: int) -> bool:
        before = text[at - 1] if at else " "
        if not before.isascii() or not text[at].isascii():
            return True
        if text[at] == "+":
            # 3.4e+38 is a number, `at+1 415…` a telephone.
            return not before.isdigit() and not (before in "eE" and text[at - 2 : at - 1].isdigit())
        return not (before.isalnum() and text[at].isalnum())

    @staticmethod
    def _find_around(scan: Scan, literal: str, rule: Rule) -> None:
        text = scan.text
        at = text.find(literal)
        reached = 0
        while at >= 0:
            head = text[max(reached, at - _BEFORE) : at]
            local = head[len(head.rstrip(_WORD)) :]
            start = at - len(local.lstrip(".-'&"))
            found = rule.regex.match(text, start) if start < at else None
            if found and found.end() > at and rule.claim(scan, found):
                reached = found.end()
            at = text.find(literal, at + 1)


def _ends_of(literals: list[str]) -> re.Pattern[bytes]:
    """Return an expression for the last letters of literals; it begins with the very last to be searched fast."""
    size = min(map(len, literals))
    ends = sorted({literal[-size:] for literal in literals})
    return re.compile(f"{re.escape(literals[0][-1])}(?<={'|'.join(map(re.escape, ends))})".encode())


def _pairs(rules: Iterable[Rule]) -> list[tuple[str, Rule]]:
    return [(literal, rule) for rule in rules for literal in rule.spec.literals]
