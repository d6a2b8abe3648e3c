"""What a guarded function raises, without the personal data that error texts like to quote."""

from __future__ import annotations

import contextlib
import traceback
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import GetSetDescriptorType, MemberDescriptorType
from typing import TYPE_CHECKING

from oauth2_demo.security.errors import SecurityException
from oauth2_demo.security.policy import Action, protect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.security.policy import Policy, TextProcessor

_NOT_FOR_TEXTS = frozenset({Action.ALLOW, Action.REJECT})
# What is made of texts. Other objects are the program's own business, as the variables of a frame are.
_PRINTABLE = (str, bytes, Mapping, list, tuple, set, frozenset)
# Their slots are the arguments, the message and the errors of a group.
_SHOWN_OTHERWISE = (object, BaseException, BaseExceptionGroup)


def cleaned(error: BaseException, processor: TextProcessor, policy: Policy) -> BaseException:
    """The error to raise instead of `error`.

    It is the same one when neither it nor what belongs to it (causes, the errors of a group) holds personal data.
    Otherwise its texts are rewritten by the policy (masked where the policy would allow or reject), what belongs to it
    is cut off, and when that is not enough it is withheld altogether.
    """
    policy = _for_texts(policy)
    try:
        if not _found_in(error, processor, policy):
            return error
        for one in list(_with_members(error)):
            _rewrite(one, processor, policy)
        remaining = _found_in(error, processor, policy)
    except SecurityException as refusal:
        return refusal
    except Exception:
        # An error whose own text cannot be made, or not be replaced. What that failed with may quote it.
        return SecurityException("The tool failed, and the text of its error cannot be checked: withheld.")
    return _withheld(remaining) if remaining else error


def _for_texts(policy: Policy) -> Policy:
    """A text that goes to logs and to the model is never left as it is, and a refusal of a failure helps nobody."""
    overrides = {name: Action.MASK if action in _NOT_FOR_TEXTS else action for name, action in policy.overrides.items()}
    action = Action.MASK if policy.action in _NOT_FOR_TEXTS else policy.action
    return replace(policy, action=action, overrides=overrides)


def _found_in(error: BaseException, processor: TextProcessor, policy: Policy) -> Counter[str]:
    """The types in the texts of an error and of all that belongs to it; one text often repeats another."""
    found: Counter[str] = Counter()
    for one in _family(error):
        for text in _texts(one):
            found |= Counter(processor.examine(text, policy).counts)
    return found


def _family(error: BaseException) -> Iterator[BaseException]:
    """The error, what caused it, and, when it is a group, the errors in it."""
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        one = pending.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            pending += [one.__cause__, one.__context__]
            if isinstance(one, BaseExceptionGroup):
                pending += one.exceptions
            yield one


def _with_members(error: BaseException) -> Iterator[BaseException]:
    yield error
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            yield from _with_members(member)


def _texts(error: BaseException) -> Iterator[str]:
    """Whatever a handler or a log can print of an error: its texts with its notes, its arguments, its fields."""
    yield "".join(traceback.format_exception_only(error))
    yield str(error)
    yield repr(error)
    yield repr(error.args)
    for value in _fields(error).values():
        if isinstance(value, _PRINTABLE):
            yield value if isinstance(value, str) else repr(value)


def _fields(error: BaseException) -> dict[str, object]:
    """Its attributes, and the slots in which built-in errors keep the document, the file name or the exit code."""
    slots = {
        name: getattr(error, name, None)
        for kind in type(error).__mro__
        if kind not in _SHOWN_OTHERWISE
        for name, slot in vars(kind).items()
        if isinstance(slot, MemberDescriptorType | GetSetDescriptorType) and not name.startswith("__")
    }
    return {**{name: value for name, value in slots.items() if isinstance(value, _PRINTABLE)}, **vars(error)}


def _rewrite(error: BaseException, processor: TextProcessor, policy: Policy) -> None:
    error.args = protect(processor, error.args, policy).value
    for name, value in _fields(error).items():
        # What is read-only stays, and is then found again.
        with contextlib.suppress(AttributeError, TypeError):
            setattr(error, name, protect(processor, value, policy, name).value)
    # What caused it would be printed below it in every log.
    error.__cause__ = error.__context__ = None


def _withheld(counts: Mapping[str, int]) -> SecurityException:
    found = ", ".join(f"{pii_type} ×{count}" for pii_type, count in sorted(counts.items()))
    return SecurityException(f"The tool failed, and the text of its error holds personal data ({found}): withheld.")
