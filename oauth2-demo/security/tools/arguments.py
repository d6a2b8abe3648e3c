"""The arguments of the security tools: their types with descriptions, and the reading of times."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

from pydantic import Field

from oauth2_demo.mcp_server.errors import malformed
from oauth2_demo.security.tools.texts import Language, say

LanguageChoice = Annotated[
    Language | None, Field(description="Language of the answer, ko or en; the configured one where left out")
]
Text = Annotated[str, Field(description="The text", max_length=100_000)]
TimeText = Annotated[
    str | None,
    Field(description="ISO 8601 time, or how long ago, such as 24h or 7d; left out means no limit", max_length=40),
]
Name = Annotated[str | None, Field(description="Exactly this name; left out means any", max_length=200)]

_SPAN: Final = re.compile(r"([0-9]{1,4})([mhd])")
# No log is older, and beyond them the calendar of Python ends in other time zones.
_EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days"}


def read_time(text: str | None, name: str, now: datetime, language: Language) -> datetime | None:
    """Read an instant: a time, or how long ago.

    Raises:
        CodedToolError: It is neither, or no time of a log.
    """
    if text is None:
        return None
    span = _SPAN.fullmatch(text.strip())
    if span is not None:
        return now - timedelta(**{_UNITS[span[2]]: int(span[1])})
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise malformed(say("bad_time", language, name=name)) from None
    at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    if not _EARLIEST <= at < _LATEST:
        raise malformed(say("far_time", language, name=name))
    return at
