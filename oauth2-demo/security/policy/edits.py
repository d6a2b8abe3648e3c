"""What stands in the place of the values of a text, and the way back from the changed text to the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from oauth2_demo.security.policy.model import Action
    from oauth2_demo.security.policy.spans import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the original text, what is done with it, and what stands there instead."""

    span: Span
    action: Action
    replacement: str


def edited(text: str, edits: Sequence[Edit], written: Callable[[Edit], str]) -> str:
    """`text` with each edited stretch replaced by what `written` gives for it; the edits are in order."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (text[position : edit.span.start], written(edit))
        position = edit.span.end
    return "".join([*parts, text[position:]])


def traced_back(found: Iterable[Span], edits: Sequence[Edit], written: Callable[[Edit], str]) -> list[Span]:
    """Spans of the edited text as spans of the original one; what touches an edited stretch reaches over all of it."""
    starts: list[int] = []
    ends: list[int] = []
    shift = 0
    for edit in edits:
        starts.append(edit.span.start + shift)
        ends.append(starts[-1] + len(written(edit)))
        shift = ends[-1] - edit.span.end

    def start_of(position: int) -> int:
        index = bisect_right(starts, position) - 1
        if index < 0:
            return position
        span = edits[index].span
        return span.start if position < ends[index] else position - ends[index] + span.end

    def end_of(position: int) -> int:
        index = bisect_right(starts, position - 1) - 1
        if index < 0:
            return position
        span = edits[index].span
        return span.end if position <= ends[index] else position - ends[index] + span.end

    return [replace(span, start=start_of(span.start), end=end_of(span.end)) for span in found]
