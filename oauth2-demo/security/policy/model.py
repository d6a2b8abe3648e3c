"""What to do with personal data: the actions, a policy over the PII types, and what was done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Action(StrEnum):
    """What happens to a piece of personal data that was found."""

    ENCRYPT = "encrypt"
    MASK = "mask"
    REJECT = "reject"
    TOKENIZE = "tokenize"
    # For tools whose very job is the raw text, such as a detector: found, counted and audited, not changed.
    ALLOW = "allow"


# Where one text holds data under several actions and is treated as a whole, the strictest wins.
_STRICTEST_FIRST = (Action.REJECT, Action.ENCRYPT, Action.TOKENIZE, Action.MASK, Action.ALLOW)


def _action(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        known = ", ".join(f"'{action}'" for action in Action)
        raise ValueError(f"unknown PII policy {name!r}: choose one of {known}") from None


@dataclass(frozen=True, slots=True)
class Policy:
    """One action for all types, and others for some.

    Args:
        action: What happens to a type without an override.
        overrides: PII type to action, such as `{"ssn": "reject"}`.
        whole_text: Treat a text that holds any personal data as one piece instead of span by span.

    Raises:
        ValueError: An action is unknown.
    """

    action: Action = Action.ENCRYPT
    overrides: Mapping[str, Action] = field(default_factory=dict)
    whole_text: bool = False

    def __post_init__(self) -> None:
        frozen = {pii_type: _action(action) for pii_type, action in self.overrides.items()}
        object.__setattr__(self, "action", _action(self.action))
        object.__setattr__(self, "overrides", MappingProxyType(frozen))

    def action_for(self, pii_type: str) -> Action:
        """The action for one PII type."""
        return self.overrides.get(pii_type, self.action)

    @property
    def actions(self) -> frozenset[Action]:
        """Every action this policy can lead to."""
        return frozenset({self.action, *self.overrides.values()})


PolicyLike: TypeAlias = Policy | Action | str


def as_policy(policy: PolicyLike) -> Policy:
    """A policy from its short form, the name of its action.

    Raises:
        ValueError: The name is unknown.
    """
    if isinstance(policy, Policy):
        return policy
    if not isinstance(policy, str):
        raise ValueError(f"a PII policy is a name such as 'mask' or a Policy, not {type(policy).__name__}")
    return Policy(_action(policy))


def strictest(actions: frozenset[Action]) -> Action:
    """The strictest of some actions, of which there is at least one."""
    return next(action for action in _STRICTEST_FIRST if action in actions)


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of personal data that was found, without its value.

    Attributes:
        type: The PII type.
        start: Where it begins in the original text, in code points.
        end: Where it ends, exclusive.
        action: What was done with it.
        encoding: How it was hidden, such as `base64`; empty for plain text.
    """

    type: str
    start: int
    end: int
    action: Action
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class ProcessedText:
    """A text after its policy, and what was found in it, without values: safe to log.

    It prints as its text, `in` looks into its text, and it unpacks as `text, findings = …`.
    """

    text: str
    findings: tuple[Finding, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many pieces of each PII type were found."""
        return Counter(finding.type for finding in self.findings)

    @property
    def contains_pii(self) -> bool:
        """Whether anything was found."""
        return bool(self.findings)

    def __str__(self) -> str:
        return self.text

    def __contains__(self, part: str) -> bool:
        return part in self.text

    def __iter__(self) -> Iterator[str | tuple[Finding, ...]]:
        return iter((self.text, self.findings))
