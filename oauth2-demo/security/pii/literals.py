"""Values with a fixed text in them: `literal` at their beginning, `around` in their middle."""

from __future__ import annotations

from oauth2_demo.security.pii.engine import Rule, Scan, TypeRules

# The longest part before an `around` literal that is read (RFC 5321: a local part has at most 64 octets).
_BEFORE = 64
_WORD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-'&"


class LiteralDetector:
    """Runs every rule behind the `literal` and `around` gates."""

    def __init__(self, types: list[TypeRules]) -> None:
        self._literal = self._pairs(types, "literal")
        self._around = self._pairs(types, "around")

    @staticmethod
    def _pairs(types: list[TypeRules], gate: str) -> list[tuple[str, Rule]]:
        return [
            (literal, rule)
            for owner in types
            for rule in owner.rules
            if rule.spec.gate == gate
            for literal in rule.spec.literals
        ]

    def find(self, scan: Scan) -> None:
        """Add every value that holds."""
        text = scan.text
        for literal, rule in self._literal:
            at = text.find(literal)
            while at >= 0:
                found = rule.regex.match(text, at)
                claimed = found is not None and self._stands_alone(text, at) and rule.claim(scan, found)
                at = text.find(literal, found.end() if found and claimed else at + 1)
        for literal, rule in self._around:
            self._find_around(scan, literal, rule)

    @staticmethod
    def _stands_alone(text: str, at: int) -> bool:
        before = text[at - 1] if at else " "
        return not (before.isascii() and before.isalnum() and text[at].isalnum())

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
