"""Replacing a value so that nothing of the person remains and no detector finds anything again."""

from __future__ import annotations

from typing import Literal

MaskStyle = Literal["full", "length", "format"]

FULL_MASK = "****"
_MOBILE_PREFIXES = ("010", "011", "016", "017", "018", "019")


def mask_value(type_name: str, value: str, style: MaskStyle) -> str:
    """Return what stands in for `value`.

    Args:
        type_name: The PII type of the value.
        value: The text as found.
        style: `full` is always four asterisks, so that not even the length remains; `length` one asterisk a character;
            `format` keeps separators, the service prefix of a Korean mobile number, which 98 % of people share, and
            the first letters and the top-level domain of an e-mail address.
    """
    if style == "full":
        return FULL_MASK
    if style == "length":
        return "*" * len(value)
    if type_name == "email" and value.count("@") == 1:
        return _mask_email(value)
    if type_name in _SHAPED_TYPES:
        return _mask_shape(value, keep=3 if type_name == "phone" and value.startswith(_MOBILE_PREFIXES) else 0)
    return FULL_MASK


_SHAPED_TYPES = frozenset(
    ("phone", "ssn", "foreign_registration", "driver_license", "business_registration", "credit_card", "us_ssn")
)


def _mask_shape(value: str, keep: int) -> str:
    return value[:keep] + "".join("*" if char.isalnum() else char for char in value[keep:])


def _mask_email(value: str) -> str:
    local, _, domain = value.partition("@")
    host, _, suffix = domain.rpartition(".")
    # One letter of a short local part or host would be most of it.
    return f"{_first(local)}***@{_first(host)}***.{suffix}"


def _first(part: str) -> str:
    return part[0] if len(part) > 2 else ""
