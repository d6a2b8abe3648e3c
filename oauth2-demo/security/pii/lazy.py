"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Found = re.Match[str] | None


class LazyPattern:
    """Stands in for a compiled pattern at module level, where nothing may happen at import.

    The methods of the compiled pattern become attributes at the first use, so that later uses cost no more.
    """

    match: Callable[..., Found]
    search: Callable[..., Found]
    fullmatch: Callable[..., Found]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.source)
        for method in ("match", "search", "fullmatch", "finditer", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
