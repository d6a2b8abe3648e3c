"""Answers that are whole before they are sent, and the bytes of their heads."""

from __future__ import annotations

from typing import NamedTuple

from uvicorn.protocols.http.httptools_impl import HEADER_RE, HEADER_VALUE_RE, STATUS_LINE

Field = tuple[bytes, bytes]

# Our own ASGI extension: the members of a `WholeAnswer` in one message.
WHOLE_ANSWER = "oauth2_demo.http.response.whole"
# What does not change from answer to answer is checked and written out once. More is taken up only while there is
# room, so that values a client can influence cannot push the others out.
_MAX_KNOWN_FIELDS = 256
_known_fields: dict[Field, bytes] = {}
_beginnings: tuple[list[Field], dict[tuple[int, tuple[Field, ...]], bytes | None]] = ([], {})
_DECIDES_ABOUT_BODY = frozenset({b"transfer-encoding", b"connection", b"content-length"})


class WholeAnswer(NamedTuple):
    """An answer. The server adds its length.

    Args:
        fixed: Fields that are the same for many answers.
        headers: Fields of this one.
    """

    status: int
    fixed: tuple[Field, ...]
    headers: tuple[Field, ...]
    body: bytes


def field_line(name: bytes, value: bytes) -> bytes:
    """Write out one header field.

    Raises:
        RuntimeError: It holds a character that could end it and begin another.
    """
    line = _known_fields.get((name, value))
    if line is None:
        # Nothing can hide between letters and digits.
        if HEADER_RE.search(name) or not (value.isalnum() or HEADER_VALUE_RE.search(value) is None):
            raise RuntimeError("Invalid HTTP header")
        line = b"%b: %b\r\n" % (name.lower(), value)
        if len(_known_fields) < _MAX_KNOWN_FIELDS:
            _known_fields[name, value] = line
    return line


def decides_about_body(name: bytes) -> bool:
    """Whether a field says where an answer or its connection ends."""
    return name in _DECIDES_ABOUT_BODY


def beginning(status: int, fixed: tuple[Field, ...], defaults: list[Field]) -> bytes | None:
    """Write out the status line, what stands in every answer and what stands in many.

    Args:
        defaults: uvicorn makes a new list each second, with the date in it; what was written out before goes with it.

    Returns:
        Nothing when one of the fields decides about body or connection.

    Raises:
        RuntimeError: A field holds a character that could end it and begin another.
    """
    global _beginnings
    if defaults is not _beginnings[0]:
        _beginnings = defaults, {}
    known = _beginnings[1]
    try:
        return known[status, fixed]
    except KeyError:
        written = None
        if not any(name in _DECIDES_ABOUT_BODY for name, _ in fixed):
            default_lines = [b"%b: %b\r\n" % field for field in defaults]
            written = b"".join([STATUS_LINE[status], *default_lines, *(field_line(*field) for field in fixed)])
        if len(known) < _MAX_KNOWN_FIELDS:
            known[status, fixed] = written
        return written


def answer_bytes(answer: WholeAnswer, defaults: list[Field]) -> bytes | None:
    """Write an answer out for a connection that goes on after it; nothing when a field says something else about that.

    Raises:
        RuntimeError: A field holds a character that could end it and begin another.
    """
    start = beginning(answer.status, answer.fixed, defaults)
    if start is None:
        return None
    own = b"".join([field_line(name, value) for name, value in answer.headers])
    return b"%b%bcontent-length: %d\r\n\r\n%b" % (start, own, len(answer.body), answer.body)
