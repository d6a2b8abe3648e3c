"""What can be wrong with an installation, in one sentence for the person at the terminal."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told_plainly(*foreseen: type[Exception]) -> Iterator[None]:
    """End with one sentence and exit status 1, not with a traceback, when the settings or what is foreseen go wrong."""
    from pydantic import ValidationError

    from oauth2_demo.settings import SecretFileError, setting_problems

    try:
        yield
    except (ValidationError, SecretFileError) as error:
        raise _ended(f"the settings are wrong: {'; '.join(setting_problems(error))}") from None
    except foreseen as error:
        raise _ended(str(error)) from None


def _ended(sentence: str) -> typer.Exit:
    typer.echo(f"mcp-docker: {sentence}", err=True)
    return typer.Exit(1)
