"""IP addresses (RFC 4291, RFC 5952), told apart from versions, section numbers and C++ names."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.engine import Candidate, Scan, TypeRules
from oauth2_demo.security.pii.lazy import LazyPattern

# The last three parts; the first is read backwards from the first full stop, which is rarer than a digit.
_V4_TAIL = r"\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}"
# Only prefixes that IANA has given out: 2000::/3, fc00::/7, fe80::/10, ff00::/8, and IPv4 inside ::ffff:.
_V6 = (
    r"[236fF:](?:(?<=[23])[0-9A-Fa-f]{3}|(?<=[fF])[cdefCDEF][0-9A-Fa-f]{2}|(?<=6)4:[fF]{2}9[bB]|"
    r"(?<=:):[fF]{4}):[0-9A-Fa-f:.]{1,45}"
)
_VERSION_BEFORE = r"(?:[A-Za-z]/|[vV§=~^<>]|[vV]er\.?\s?|[A-Za-z0-9_]-)$"
# An address without `::` has at least four groups in a row; clock times have three.
_V6_GATE = ":[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}:"
# Addresses of no host in particular: unspecified, loopback, netmasks.
_HOST_CUE = LazyPattern(
    r"(?i:ip|addr|host|peer|client|server|remote|from|to |src|dst|dns|gateway|ping|접속|서버|"
    r"주소|아이피|차단|nameserver|resolver|via|proxy|ip=$)"
)
_PACKAGES = LazyPattern(
    r"(?:npm|npx|yarn|pnpm|bun|pip3?|gem|cargo|brew|apt|node_modules|package)\b|[a-z0-9]/?@[0-9.]+ "
)
_BUMPS = frozenset(
    (
        "bump",
        "bumped",
        "bumps",
        "upgrade",
        "upgraded",
        "upgrades",
        "upgrading",
        "downgrade",
        "downgraded",
        "update",
        "updated",
        "rollback",
        "roll",
        "rolled",
        "back",
        "revert",
        "reverted",
    )
)
_BUMPED = LazyPattern(
    r"(?i:bump(?:ed|s)?|upgrad(?:e|ed|es|ing)|downgrad(?:e|ed)|updat(?:e|ed)|roll(?:ed)? ?back|revert(?:ed)?)"
    r"(?: [a-z0-9@/_-]{1,24})?(?: (?:from|to))? \"?$"
)
_ARROW_BEFORE = LazyPattern(r"[0-9](?:\.[0-9]+){1,2} ?(?:→|->|=>) ?$")
_TAG_BEFORE = LazyPattern(r"<[A-Za-z][^<>]{0,38}>$")
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_OCTETS = LazyPattern(rf"{_OCTET}(?:\.{_OCTET}){{3}}$")
_ASSIGNED = LazyPattern(r"(?<![=<>~!^])=$")
# Section, clause and article of a law.
_CLAUSES = ("항", "절", "조")
_NOBODY = LazyPattern(r"(?:0\.0\.0\.0|127\.[0-9.]+|255\.255\.[0-9.]+)$")


class AddressOfHostDetector:
    """Finds IPv4 and IPv6 addresses."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._v4_tail = re.compile(_V4_TAIL)
        self._v6_gate = re.compile(_V6_GATE)
        self._v6: re.Pattern[str] | None = None
        self._version_before: re.Pattern[str] | None = None

    def find(self, scan: Scan) -> None:
        """Add every address that holds."""
        text = scan.text
        for tail in self._v4_tail.finditer(text) if b"-0" in scan.shape else ():
            head = text[max(0, tail.start() - 4) : tail.start()]
            start = tail.start() - len(head) + len(head.rstrip("0123456789"))
            if start < tail.start() and self._is_v4(scan, start, tail.end()):
                self._add(scan, start, tail.end())
        if ":" in text and ("::" in text or self._v6_gate.search(text)):
            self._find_v6(scan)

    def _find_v6(self, scan: Scan) -> None:
        if self._v6 is None:
            self._v6 = re.compile(_V6)
        for found in self._v6.finditer(scan.text):
            end = found.start() + len(found[0].rstrip(":."))
            if not _touches_word(scan.text, found.start(), end) and is_ipv6(scan.text[found.start() : end]):
                self._add(scan, found.start(), end)

    @staticmethod
    def _is_in_tag(text: str, start: int) -> bool:
        return text[start - 1] == ">" and _TAG_BEFORE.search(text, max(0, start - 40), start) is not None

    @staticmethod
    def _is_version_line(text: str, start: int, end: int) -> bool:
        """Say whether a package manager, a change log or an arrow between versions is at work."""
        before = text[max(0, start - 40) : start].rpartition("\n")[2]
        if before.endswith("@") and _PACKAGES.search(before):
            return True
        if before.startswith("#") and before.strip("[ vV") == "##":
            return True
        if not _BUMPS.isdisjoint(before.lower().replace('"', " ").split()[-3:]) and _BUMPED.search(before):
            return True
        # `4.9.24 → 17.9.29.10`, `app:18.7.25.2`.
        arrow = before.rstrip(" ")[-1:]
        return (arrow in ("→", ">") and _ARROW_BEFORE.search(before) is not None) or (
            before.endswith(":")
            and before[-2:-1].isalpha()
            and not _HOST_CUE.search(before)
            and "image" not in before
            and text[end : end + 1] != ":"
        )

    def _add(self, scan: Scan, start: int, end: int) -> None:
        spec = self._owner.spec
        scan.found.append(Candidate(start, end, spec.name, spec.priority, 0.9))

    def _is_v4(self, scan: Scan, start: int, end: int) -> bool:
        text = scan.text
        if not _OCTETS.match(text, start, end):
            return False
        if _touches_word(text, start, end) or (text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()):
            return False
        if self._version_before is None:
            self._version_before = re.compile(_VERSION_BEFORE)
        # `ip=1.2.3.4` is an address, `pkg==1.2.3.4` and `>=1.2.3.4` are versions.
        before = text[max(0, start - 6) : start]
        if self._version_before.search(before) and not _ASSIGNED.search(before) and not self._is_in_tag(text, start):
            return False
        if text[end : end + 2].lstrip(" ")[:1] in _CLAUSES or self._is_version_line(text, start, end):
            return False
        # What a web server writes first of a request (common log format).
        if text.startswith(" - ", end):
            return True
        # Versions live in the small numbers; an address there says what it is.
        if text[start + 1] == "." and not _HOST_CUE.search(text[max(0, start - 24) : start]):
            return bool(re.match("[:/][0-9]", text[end : end + 2]))
        return not _NOBODY.match(text[start:end]) and not self._owner.is_labelled_otherwise(scan, start)


def _touches_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (
        (before.isascii() and (before.isalnum() or before in "._:"))
        and not (before == ":" and not text[start - 2 : start - 1].isdigit())
    ) or (after.isascii() and (after.isalnum() or after == "_"))


def is_ipv6(value: str) -> bool:
    """Say whether the text is an IPv6 address in one of the forms of RFC 4291, section 2.2."""
    if value.count("::") > 1 or ":::" in value:
        return False
    groups = value.split(":")
    embedded = "." in groups[-1]
    if embedded:
        parts = groups.pop().split(".")
        if len(parts) != 4 or not all(part.isdigit() and int(part) <= 255 for part in parts):
            return False
    size = len([group for group in groups if group]) + 2 * embedded
    if any(len(group) > 4 or "." in group for group in groups):
        return False
    return size == 8 if "::" not in value else 2 <= size <= 7 or value.lower().startswith(("fe80::", "2", "3", "f"))
