"""The marks that processed data leaves in a text: `[[type:token]]`, `[enc:type:gAAAA…]`, and bare Fernet tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SESSION = r"\[\[(?P<type>[a-z][a-z0-9_]*):[0-9a-f]{32}\]\]"
_SEALED = r"\[enc:[a-z][a-z0-9_]*:(?P<sealed>gAAAA[A-Za-z0-9_-]+={0,2})\]"
_BARE = r"(?P<bare>gAAAA[A-Za-z0-9_-]{90,}={0,2})"

SESSION_TOKEN = re.compile(_SESSION)
_ANY = re.compile(f"{_SESSION}|{_SEALED}|{_BARE}")
# Stands where a mark stood while the rest is scanned: no letter, no digit, no space, so it neither joins what is
# left and right of it nor gives it a boundary that it had not.
FILLER = "\ufffc"


def blank_marks(text: str, knows: Callable[[str], bool], opens: Callable[[str], bool]) -> str:
    """Put a filler of the same length over each mark that is really ours.

    A mark is believed only when the session knows the token, or the key ring opens the ciphertext. Otherwise anyone
    could carry personal data past the detector by writing brackets around it.
    """
    if "[[" not in text and "gAAAA" not in text:
        return text

    def blank(mark: re.Match[str]) -> str:
        ciphertext = mark["sealed"] or mark["bare"]
        genuine = opens(ciphertext) if ciphertext else knows(mark.group())
        return FILLER * len(mark.group()) if genuine else mark.group()

    return _ANY.sub(blank, text)
