"""application/x-www-form-urlencoded as RFC 6749 reads it (sections 3.1, 3.2 and appendix B).

Form libraries take the last of two equal parameters, turn undecodable bytes into something, and let a stray percent
sign pass. Each of these lets two readers of one request see different requests.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from oauth2_demo.oauth.errors import InvalidRequestError, Reason

FORM_TYPE = b"application/x-www-form-urlencoded"
MAX_FIELDS = 50
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")

Form = dict[str, str]


class ParsedForm(NamedTuple):
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
    pairs = _pairs(body)
    if len(pairs) > MAX_FIELDS:
        raise InvalidRequestError(f"more than {MAX_FIELDS} parameters", Reason.MALFORMED_REQUEST)
    fields = dict(pairs)
    resources = [value for name, value in pairs if name == "resource"] if "resource" in fields else []
    if len(fields) != len(pairs) - max(0, len(resources) - 1):
        raise InvalidRequestError("a parameter is repeated", Reason.MALFORMED_REQUEST)
    fields.pop("resource", None)
    sent = fields if all(fields.values()) else {name: value for name, value in fields.items() if value}
    return ParsedForm(sent, tuple(resource for resource in resources if resource))


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


def _pairs(body: bytes) -> list[tuple[str, str]]:
    try:
        if b"%" not in body and b"+" not in body:
            # Nothing to undo: decoding the whole gives what decoding each part would.
            parts = [pair.partition("=") for pair in body.decode("utf-8").split("&") if pair]
            return [(name, value) for name, _, value in parts]
        encoded = [pair.partition(b"=") for pair in body.split(b"&") if pair]
        return [(decode_component(name), decode_component(value)) for name, _, value in encoded]
    except ValueError:
        raise InvalidRequestError("the body is not a UTF-8 form", Reason.MALFORMED_REQUEST) from None


def _check_type(content_type: bytes | None) -> None:
    if content_type == FORM_TYPE:
        return
    media_type, _, parameters = (content_type or b"").partition(b";")
    charset = parameters.strip().lower().replace(b'"', b"")
    if media_type.strip().lower() != FORM_TYPE or charset not in (b"", b"charset=utf-8"):
        raise InvalidRequestError(f"the content type must be {FORM_TYPE.decode()}", Reason.MALFORMED_REQUEST)
