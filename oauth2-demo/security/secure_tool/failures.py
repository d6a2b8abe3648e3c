"""What a guarded function raises, without the personal data that error texts like to quote."""

from __future__ import annotations

import traceback
from dataclasses import replace
from typing import TYPE_CHECKING

from oauth2_demo.security.errors import SecurityException
from oauth2_demo.security.policy import Action, protect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from oauth2_demo.security.policy import Policy, TextProcessor

_NOT_FOR_TEXTS = frozenset({Action.ALLOW, Action.REJECT})


def cleaned(error: BaseException, processor: TextProcessor, policy: Policy) -> BaseException:
    """The error to raise instead of `error`.

    It is the same one when neither it nor what caused it holds personal data. Otherwise its texts are rewritten by the
    policy (masked where the policy would allow or reject), its causes are cut off, and when that is not enough it is
    withheld altogether.
    """
    policy = _for_texts(policy)
    try:
        if not any(processor.examine(text, policy).contains_pii for text in _texts(error)):
            return error
        _rewrite(error, processor, policy)
        remaining = processor.examine(_text(error), policy).counts
    except SecurityException as refusal:
        return refusal
    return _withheld(remaining) if remaining else error


def _for_texts(policy: Policy) -> Policy:
    """A text that goes to logs and to the model is never left as it is, and a refusal of a failure helps nobody."""
    overrides = {name: Action.MASK if action in _NOT_FOR_TEXTS else action for name, action in policy.overrides.items()}
    action = Action.MASK if policy.action in _NOT_FOR_TEXTS else policy.action
    return replace(policy, action=action, overrides=overrides)


def _texts(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        one = pending.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            pending += [one.__cause__, one.__context__]
            yield _text(one)


def _text(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error))


def _rewrite(error: BaseException, processor: TextProcessor, policy: Policy) -> None:
    error.args = protect(processor, error.args, policy).value
    for name, value in vars(error).items():
        setattr(error, name, protect(processor, value, policy, name).value)
    # What caused it would be printed below it in every log.
    error.__cause__ = error.__context__ = None


def _withheld(counts: Mapping[str, int]) -> SecurityException:
    found = ", ".join(f"{pii_type} ×{count}" for pii_type, count in sorted(counts.items()))
    return SecurityException(f"The tool failed, and the text of its error holds personal data ({found}): withheld.")
