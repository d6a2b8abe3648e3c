"""application/x-www-form-urlencoded as RFC 6749 reads it (sections 3.1, 3.2 and appendix B).

Form libraries take the last of two equal parameters, turn undecodable bytes into something, and let a stray percent
sign pass. Each of these lets two readers of one request see different requests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import InvalidRequestError, Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

FORM_TYPE = b"application/x-www-form-urlencoded"
MAX_FIELDS = 50
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")

Form = dict[str, str]


@dataclass(frozen=True, slots=True)
class ParsedForm:
    """The parameters of a request. A parameter without a value counts as not sent."""

    fields: Form
    # The only parameter that may repeat (RFC 8707, section 2).
    resources: tuple[str, ...] = ()


def parse_form(content_type: bytes | None, body: bytes) -> ParsedForm:
    """Read a form body.

    Raises:
        InvalidRequestError: The type is not a UTF-8 form, the body is undecodable, a parameter is repeated, or there
            are too many.
    """
    _check_type(content_type)
    fields: Form = {}
    resources: list[str] = []
    pairs = [pair for pair in body.split(b"&") if pair]
    if len(pairs) > MAX_FIELDS:
        raise InvalidRequestError(f"more than {MAX_FIELDS} parameters", Reason.MALFORMED_REQUEST)
    for pair in pairs:
        name, value = _read_pair(pair)
        if name == "resource":
            resources.append(value)
        elif name in fields:
            raise InvalidRequestError("a parameter is repeated", Reason.MALFORMED_REQUEST)
        else:
            fields[name] = value
    return ParsedForm(_sent(fields), tuple(resource for resource in resources if resource))


def decode_component(encoded: bytes) -> str:
    """Undo form encoding of one name or value.

    Raises:
        ValueError: A percent sign does not begin an escape, or the bytes are not UTF-8.
    """
    if b"+" in encoded:
        encoded = encoded.replace(b"+", b" ")
    if b"%" in encoded:
        if _STRAY_PERCENT.search(encoded):
            raise ValueError("stray percent sign")
        encoded = _ESCAPE.sub(lambda escape: bytes.fromhex(escape[1].decode()), encoded)
    return encoded.decode("utf-8")


def _read_pair(pair: bytes) -> tuple[str, str]:
    name, _, value = pair.partition(b"=")
    try:
        return decode_component(name), decode_component(value)
    except ValueError:
        raise InvalidRequestError("the body is not a UTF-8 form", Reason.MALFORMED_REQUEST) from None


def _sent(fields: Mapping[str, str]) -> Form:
    return {name: value for name, value in fields.items() if value}


def _check_type(content_type: bytes | None) -> None:
    media_type, _, parameters = (content_type or b"").partition(b";")
    charset = parameters.strip().lower().replace(b'"', b"")
    if media_type.strip().lower() != FORM_TYPE or charset not in (b"", b"charset=utf-8"):
        raise InvalidRequestError(f"the content type must be {FORM_TYPE.decode()}", Reason.MALFORMED_REQUEST)
