"""Which of our two languages a request wants: RFC 9110, section 12.5.4."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Language = Literal["ko", "en"]


@lru_cache(maxsize=256)
def preferred_language(accept_language: bytes, default: Language) -> Language:
    """Give the language with the greatest weight; the default when none of ours is wanted more than others."""
    weights = {"ko": 0.0, "en": 0.0}
    for entry in accept_language.decode("latin-1").lower().split(","):
        tag, _, parameters = entry.partition(";")
        language = tag.strip().partition("-")[0]
        if language in weights:
            weights[language] = max(weights[language], _weight(parameters))
    if weights["ko"] == weights["en"]:
        return default
    return "ko" if weights["ko"] > weights["en"] else "en"


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if 0.0 <= weight <= 1.0 else 0.0
