"""Writes reports below one folder and nowhere else."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_NAME: Final = re.compile(r"[A-Za-z0-9가-힣][A-Za-z0-9가-힣_.-]{0,63}")
_MODE: Final = 0o600


class ReportFileError(Exception):
    """A report cannot be written where it was asked for. The text says what to do and names no path of this machine."""


class ReportNameError(ReportFileError):
    """The name is no plain file name."""


def check_name(name: str) -> None:
    """Make sure that `name` is a bare file name.

    Raises:
        ReportNameError: It could lead out of its folder, or is too long.
    """
    if not _NAME.fullmatch(name) or ".." in name:
        raise ReportNameError("A report name is 1 to 64 letters, digits, and . _ - and has no folder in it.")


def write_report(folder: Path, name: str, content: str) -> Path:
    """Write one file into `folder`, whole or not at all.

    Args:
        folder: Where reports lie; made when it is missing.
        name: A bare file name. What could lead out of the folder is refused.
        content: The text.

    Raises:
        ReportFileError: The name is not a plain one, or the file cannot be written.
    """
    check_name(name)
    temporary = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The folder must be where it seems to be: a link in its place would lead the report elsewhere.
        if folder.is_symlink():
            raise ReportFileError("The reports folder is a link, which is refused; make it a folder.")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
        temporary.replace(folder / name)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise ReportFileError(f"The report cannot be written: {error.strerror}.") from None
    return folder / name
