"""Stretches of a text that belong together, and how several readings of one text become one list of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOLE = "text"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch to treat as one.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends, exclusive.
        types: The PII types in it, one for each piece.
        encoding: How the pieces were hidden; empty for plain text.
    """

    start: int
    end: int
    types: tuple[str, ...]
    encoding: str = ""

    @property
    def label(self) -> str:
        """One name for it all."""
        return self.types[0] if len(set(self.types)) == 1 else _WHOLE


def merge(leading: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """One ordered list without overlaps.

    Where spans overlap they become one over their whole reach, so that no end of a value stays outside; it has the
    types of the leading ones, so that nothing is counted twice.
    """
    ranked = [(span, True) for span in leading] + [(span, False) for span in others]
    ranked.sort(key=lambda entry: (entry[0].start, entry[0].end))
    merged: list[Span] = []
    cluster: list[tuple[Span, bool]] = []
    reach = -1
    for entry in ranked:
        if cluster and entry[0].start >= reach:
            merged.append(_joined(cluster))
            cluster = []
            reach = -1
        cluster.append(entry)
        reach = max(reach, entry[0].end)
    return [*merged, _joined(cluster)] if cluster else merged


def _joined(cluster: Sequence[tuple[Span, bool]]) -> Span:
    if len(cluster) == 1:
        return cluster[0][0]
    spans = [span for span, _ in cluster]
    leading = [span for span, leads in cluster if leads] or spans
    types = tuple(name for span in leading for name in span.types)
    return Span(spans[0].start, max(span.end for span in spans), types, leading[0].encoding)


def types_within(spans: Sequence[Span], start: int, end: int) -> list[str]:
    """The types of the spans that touch a stretch; `spans` are in order and without overlaps."""
    touching: list[str] = []
    index = bisect_left(spans, start + 1, key=lambda span: span.end)
    while index < len(spans) and spans[index].start < end:
        touching += spans[index].types
        index += 1
    return touching
