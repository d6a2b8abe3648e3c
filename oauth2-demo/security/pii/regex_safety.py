"""Refuse regular expressions whose nested repeats could take exponential time on hostile text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A repeat with more turns than this counts as unbounded: 2 to the power of it is already too long.
_MANY = 30


def find_unsafe_repeat(regex: str) -> str | None:
    """Return what is dangerous about an expression, or None.

    An unbounded repeat inside an unbounded repeat, such as `(a+)+`, tries every way to split a run between the two.

    Raises:
        re.error: The expression does not compile.
    """
    parser = getattr(re, "_parser")  # noqa: B009 - the standard library's own parser, under its name since 3.11
    tree: Iterable[object] = parser.parse(regex)
    return "a repeat without bound inside a repeat without bound" if _nested(tree, inside=False) else None


def _nested(node: object, *, inside: bool) -> bool:
    if isinstance(node, tuple) and len(node) == 2 and str(node[0]) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        _, most, body = node[1]
        many = int(most) > _MANY
        return (many and inside) or _nested(body, inside=inside or many)
    if isinstance(node, (str, bytes, int)) or node is None:
        return False
    if isinstance(node, dict):
        return False
    try:
        children = iter(node)  # type: ignore[call-overload]
    except TypeError:
        return False
    return any(_nested(child, inside=inside) for child in children)
