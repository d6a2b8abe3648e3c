"""Fills a template.

``«kname»`` asks for a value or a word of a list, ``«kname#a»`` for the same one again, ``«이/가»`` for the particle
that fits what stands before it, ``«a|b»`` for one of several words. ``⏎`` is a line break and ``⇥`` a tab.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pii_corpus.markup import CorpusError, Segment, parse_labels

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from pii_corpus.stranger_b.draw import Maker

_REQUEST = re.compile(r"«([^«»]*)»")
_PARTICLE = re.compile(r"([가-힣]+)/([가-힣]+)")
# Digits whose Korean reading ends in a consonant, and those among them (and letters) that end in ㄹ.
_CLOSED = frozenset("013678lmnrLMNR")
_LIQUID = frozenset("178lrLR")


@dataclass(frozen=True, slots=True)
class Stock:
    """What the templates of a part may ask for."""

    makers: Mapping[str, Maker]
    lists: Mapping[str, tuple[str, ...]]

    def value(self, name: str, rng: random.Random) -> str:
        """A value in the notation of the corpus, or a word."""
        if name in self.makers:
            return self.makers[name](rng)
        if name in self.lists:
            return rng.choice(self.lists[name])
        raise CorpusError(f"no value or list is called {name!r}")


def fill(body: str, rng: random.Random, stock: Stock) -> list[Segment]:
    """The segments of a template with every request answered, from left to right."""
    known: dict[str, str] = {}
    out, position = "", 0
    body = body.replace("⏎", "\n").replace("⇥", "\t")
    for match in _REQUEST.finditer(body):
        out += body[position : match.start()]
        out += _answer(match.group(1), out, rng, known, stock)
        position = match.end()
    return parse_labels(out + body[position:])


def _answer(request: str, before: str, rng: random.Random, known: dict[str, str], stock: Stock) -> str:
    particle = _PARTICLE.fullmatch(request)
    if particle:
        return _fitting(before.rstrip("⟧")[-1:], particle.group(1), particle.group(2))
    if "|" in request:
        return rng.choice(request.split("|"))
    if request not in known or "#" not in request:
        known[request] = stock.value(request.partition("#")[0], rng)
    return known[request]


def _fitting(last: str, closed: str, opened: str) -> str:
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        is_closed, is_liquid = final != 0, final == 8
    else:
        is_closed, is_liquid = last in _CLOSED, last in _LIQUID
    return closed if is_closed and not (is_liquid and closed == "으로") else opened
