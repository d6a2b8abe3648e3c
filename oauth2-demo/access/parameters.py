"""Where the value of a tool's parameter comes from, in the order of the rules: the first that has one wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ParameterOrigin = Literal["argument", "stored", "environment", "built_in"]


class ParameterRepository(Protocol):
    """Default values that were stored for a user and a tool."""

    def stored(self, user_id: str, tool: str) -> Mapping[str, str]:
        """Return the stored values by parameter, as text."""
        ...

    def store(self, user_id: str, tool: str, parameter: str, value: str) -> None:
        """Store a value in place of an older one."""
        ...

    def forget(self, user_id: str, tool: str, parameter: str) -> bool:
        """Delete a stored value; return whether there was one."""
        ...


@dataclass(frozen=True)
class ResolvedArguments:
    """The arguments of a call with what was filled in, and where each value came from."""

    arguments: dict[str, object]
    origins: dict[str, ParameterOrigin]


def environment_name(tool: str, parameter: str) -> str:
    """Return the variable for a parameter: `get_weather`, `city` gives `GET_WEATHER_CITY`."""
    return f"{tool}_{parameter}".upper().replace("-", "_").replace(".", "_")


def resolve_arguments(
    parameters: tuple[str, ...],
    given: dict[str, object],
    *,
    stored: Mapping[str, str],
    environment: Callable[[str], str | None],
    parse: Callable[[str, str], object],
) -> ResolvedArguments:
    """Fill in the parameters that a call leaves out.

    What is not found anywhere is left out, so that the built-in default of the tool applies.

    Args:
        parameters: The names that the tool's schema has.
        given: The arguments of the call.
        stored: Values stored for the user and the tool, as text.
        environment: Returns the environment's value for a parameter, or None.
        parse: Turns a parameter's text into a value of the type that the schema gives it.
    """
    arguments = dict(given)
    origins: dict[str, ParameterOrigin] = {}
    for name in parameters:
        if name in given:
            origins[name] = "argument"
        elif name in stored:
            arguments[name], origins[name] = parse(name, stored[name]), "stored"
        elif (text := environment(name)) is not None:
            arguments[name], origins[name] = parse(name, text), "environment"
        else:
            origins[name] = "built_in"
    return ResolvedArguments(arguments, origins)
