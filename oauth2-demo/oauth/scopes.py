"""Scope values: RFC 6749, section 3.3."""

from __future__ import annotations

import re
from functools import lru_cache

from oauth2_demo.oauth.errors import InvalidScopeError, Reason

# scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
_SCOPE_TOKEN = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+")
_MAX_SCOPE_CHARACTERS = 1000


@lru_cache(maxsize=1024)
def parse_scope(text: str) -> frozenset[str]:
    """Split a scope into its words. Order and repetition mean nothing, case does.

    Raises:
        InvalidScopeError: A character is outside the grammar, or words are not separated by single spaces.
    """
    words = text.split(" ")
    if len(text) > _MAX_SCOPE_CHARACTERS or not all(_SCOPE_TOKEN.fullmatch(word) for word in words):
        raise InvalidScopeError("scope is malformed", Reason.SCOPE_MALFORMED)
    return frozenset(words)


@lru_cache(maxsize=1024)
def format_scope(scopes: frozenset[str]) -> str:
    """Write a scope in one order, whatever the order of the request was."""
    return " ".join(sorted(scopes))
