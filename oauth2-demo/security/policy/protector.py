"""A whole value under a policy, and the tokens in it turned back into values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from oauth2_demo.security.errors import PersonalDataRefused
from oauth2_demo.security.policy.markers import SESSION_TOKEN
from oauth2_demo.security.policy.model import Action
from oauth2_demo.security.policy.walk import rewrite

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping

    from oauth2_demo.security.policy.model import Policy
    from oauth2_demo.security.policy.ports import SessionTokens
    from oauth2_demo.security.policy.processor import TextProcessor

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Protected(Generic[V]):
    """A value after its policy.

    Attributes:
        value: The rewritten value.
        counts: How many pieces of each PII type were found.
        actions: What was done with them.
        encoded: How many of them were hidden in base64, hexadecimal or the like.
    """

    value: V
    counts: Mapping[str, int]
    actions: frozenset[Action]
    encoded: int


def protect(processor: TextProcessor, value: V, policy: Policy, label: str = "") -> Protected[V]:
    """Apply `policy` to every text in `value`.

    Raises:
        PersonalDataRefused: The policy rejects something; it names everything that was found to reject.
        ProtectionUnavailable: Something could not be checked or not be protected.
    """
    counts: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    actions: set[Action] = set()
    encoded = 0

    def leaf(text: str, name: str) -> str:
        nonlocal encoded
        processed = processor.examine(text, policy, name)
        for finding in processed.findings:
            counts[finding.type] += 1
            actions.add(finding.action)
            encoded += bool(finding.encoding)
            refused[finding.type] += finding.action is Action.REJECT
        return processed.text

    rewritten = rewrite(value, leaf, label)
    if Action.REJECT in actions:
        raise PersonalDataRefused(+refused)
    return Protected(rewritten, counts, frozenset(actions), encoded)


def revealable(tokens: SessionTokens, value: object, types: Collection[str]) -> Mapping[str, int]:
    """How many tokens of some types a value holds, by type.

    Raises:
        TokenRefused: One of them is not of this session, or its time is over.
    """
    asked: Counter[str] = Counter()

    def count(text: str, _label: str) -> str:
        for token in SESSION_TOKEN.finditer(text):
            if token["type"] in types:
                tokens.reveal(token.group())
                asked[token["type"]] += 1
        return text

    if types:
        rewrite(value, count)
    return asked


def revealed(tokens: SessionTokens, value: V, types: Collection[str]) -> V:
    """`value` with the tokens of some types turned back into what they stand for; write the audit record first.

    Raises:
        TokenRefused: One of them is not of this session, or its time is over.
    """

    def put_back(token: re.Match[str]) -> str:
        return tokens.reveal(token.group()) if token["type"] in types else token.group()

    return rewrite(value, lambda text, _label: SESSION_TOKEN.sub(put_back, text))
