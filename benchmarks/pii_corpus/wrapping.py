"""The corpus as programs hand it on: inside a JSON string, in HTML, with CRLF, quoted in a mail, in capitals."""

from __future__ import annotations

import html
import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pii_corpus.markup import Record, Span

if TYPE_CHECKING:
    from collections.abc import Callable


class Wrapping(NamedTuple):
    """What stands before and after a text, and what becomes of each of its characters."""

    before: str
    after: str
    write: Callable[[str], str]


def _in_json(char: str) -> str:
    return json.dumps(char, ensure_ascii=False)[1:-1]


def _in_html(char: str) -> str:
    return "<br>" if char == "\n" else html.escape(char)


def _with_crlf(char: str) -> str:
    return "\r\n" if char == "\n" else char


def _quoted(char: str) -> str:
    return "\n> " if char == "\n" else char


def _in_capitals(char: str) -> str:
    return char.upper() if char.isascii() else char


WRAPPINGS = {
    "json": Wrapping('{"text":"', '"}', _in_json),
    "html": Wrapping("<p>", "</p>", _in_html),
    "crlf": Wrapping("", "", _with_crlf),
    "quote": Wrapping("> ", "", _quoted),
    "upper": Wrapping("", "", _in_capitals),
}


def wrap(record: Record, wrapping: Wrapping) -> Record:
    """Return the record with its text wrapped and its spans where they are now."""
    positions: list[int] = []
    pieces = [wrapping.before]
    reached = len(wrapping.before)
    for char in record.text:
        positions.append(reached)
        pieces.append(wrapping.write(char))
        reached += len(pieces[-1])
    positions.append(reached)

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.type, positions[span.start], positions[span.end]) for span in spans)

    return replace(
        record,
        text="".join((*pieces, wrapping.after)),
        spans=moved(record.spans),
        optional=moved(record.optional),
    )
