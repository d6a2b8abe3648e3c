"""What can be wrong with an installation, in one sentence for the person at the terminal."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError


@contextmanager
def told_plainly(*foreseen: type[Exception]) -> Iterator[None]:
    """End with one sentence and exit status 1, not with a traceback, when the settings or what is foreseen go wrong."""
    from pydantic import ValidationError

    try:
        yield
    except ValidationError as error:
        raise _ended(f"the settings are wrong: {_plain(error)}") from None
    except foreseen as error:
        raise _ended(str(error)) from None


def _plain(error: ValidationError) -> str:
    """Name the settings, without their values, which may be secrets."""
    problems = error.errors(include_url=False, include_input=False, include_context=False)
    return "; ".join(
        f"{'.'.join(str(part) for part in problem['loc']).upper()} {problem['msg']}".strip() for problem in problems
    )


def _ended(sentence: str) -> typer.Exit:
    typer.echo(f"mcp-docker: {sentence}", err=True)
    return typer.Exit(1)
