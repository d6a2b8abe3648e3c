"""What a caller is told about arguments that do not fit, without any of the values that were sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_MAX_PROBLEMS = 10
_SHORTEST_REVEALING = 2


def explain(error: ValidationError) -> str:
    """Return the places and reasons of `error`, one after the other, without values, class names and links."""
    problems = error.errors(include_url=False)
    told = [f"{_place(problem)}: {_reason(problem)}" for problem in problems[:_MAX_PROBLEMS]]
    if len(problems) > _MAX_PROBLEMS:
        told.append(f"and {len(problems) - _MAX_PROBLEMS} more")
    return "; ".join(told)


def _place(problem: ErrorDetails) -> str:
    # Only the first part is ours, the name of a parameter; deeper ones can be keys that the caller chose.
    first, *rest = problem["loc"] or ("arguments",)
    return ".".join([str(first), *(str(part) if isinstance(part, int) else "…" for part in rest)])


def _reason(problem: ErrorDetails) -> str:
    reason = problem["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    # A validator's own words may quote what it was given.
    if any(leaf in reason for leaf in _leaves(problem["input"]) if len(leaf) >= _SHORTEST_REVEALING):
        return "is not valid"
    return reason


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _leaves(item)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _leaves(item)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
