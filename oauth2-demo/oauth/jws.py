"""Compact JWS (RFC 7515) read strictly, on the keys and signatures of python-jose.

python-jose ignores characters outside base64url and does not know `crit`, and its JWT layer takes a claim of a wrong
type for a missing one. So the text is taken apart here, and the library signs and verifies.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeGuard

from jose import jws
from jose.exceptions import JOSEError
from pydantic_core import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth.keys import JwsKey

# Seconds since 1970; the year is beyond 30,000 million.
_MAX_NUMBER = 10**18
MAX_CHARACTERS = 8192
_TO_URL_SAFE = bytes.maketrans(b"+/", b"-_")
_COMPACT = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)")


class JwsError(ValueError):
    """The text is no compact JWS with JSON objects in it."""


@dataclass(frozen=True, slots=True)
class UnverifiedJws:
    """A parsed token. Nothing in it may be believed before `verify_signature`."""

    text: str
    header: Mapping[str, object]
    claims: Mapping[str, object]

    @classmethod
    def parse(cls, text: str) -> UnverifiedJws:
        """Take a token apart.

        Raises:
            JwsError: It is too long, not canonical base64url, or not made of JSON objects.
        """
        match = _COMPACT.fullmatch(text) if len(text) <= MAX_CHARACTERS else None
        if match is None:
            raise JwsError("not a compact JWS")
        header, payload, signature = match.groups()
        _decode(signature)
        return cls(text, _json_object(_decode(header)), _json_object(_decode(payload)))


def sign(claims: Mapping[str, object], key: JwsKey, typ: str) -> str:
    """Sign claims as a compact JWS that names its key.

    Raises:
        ValueError: The key has no private half.
    """
    if key.private is None:
        raise ValueError("a public key cannot sign")
    signing_input = _header_segment(key.alg, key.kid, typ) + b"." + _encode(to_json(claims))
    return (signing_input + b"." + _encode(key.private.sign(signing_input))).decode("ascii")


def verify_signature(token: UnverifiedJws, key: JwsKey) -> bool:
    """Whether `key` signed the token with the algorithm that the key is tied to."""
    try:
        jws.verify(token.text, key.verifying, [key.alg])
    except JOSEError:
        return False
    return True


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a claim is a NumericDate (RFC 7519, section 2) that means some day."""
    # NaN fails the comparison as well; an integer beyond every float does not overflow in it.
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _MAX_NUMBER


@lru_cache(maxsize=64)
def _header_segment(alg: str, kid: str, typ: str) -> bytes:
    """The first part is the same for all tokens of one key and kind: made once instead of 20,000 times a second."""
    return _encode(to_json({"alg": alg, "kid": kid, "typ": typ}))


def _encode(data: bytes) -> bytes:
    return binascii.b2a_base64(data, newline=False).translate(_TO_URL_SAFE).rstrip(b"=")


def _decode(segment: str) -> bytes:
    try:
        decoded = base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    except ValueError:
        raise JwsError("not base64url") from None
    # The unused bits of the last character must be zero, or one token has several spellings.
    if _encode(decoded).decode() != segment:
        raise JwsError("not canonical base64url")
    return decoded


def _json_object(text: bytes) -> Mapping[str, object]:
    try:
        value = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        raise JwsError("not JSON") from None
    if not isinstance(value, dict):
        raise JwsError("not a JSON object")
    return value
