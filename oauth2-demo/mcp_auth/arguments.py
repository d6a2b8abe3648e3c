"""Fills in what a tool call leaves out: from the values stored for the user, then from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from oauth2_demo.access.parameters import resolve_arguments
from oauth2_demo.mcp_server.errors import invalid

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.access.parameters import ParameterRepository
    from oauth2_demo.mcp_auth.subjects import Subject
    from oauth2_demo.mcp_server.calls import Call

_TYPES: dict[str, TypeAdapter[object]] = {
    "integer": TypeAdapter(int),
    "number": TypeAdapter(float),
    "boolean": TypeAdapter(bool),
}


@dataclass(frozen=True)
class ArgumentDefaults:
    """Where defaults come from.

    Args:
        repository: Values stored per user and tool.
        environment: Returns the environment's value for a tool and a parameter, or None.
    """

    repository: ParameterRepository
    environment: Callable[[str, str], str | None]

    def fill_in(self, call: Call, subject: Subject) -> dict[str, str]:
        """Complete the arguments of a tool call in place, and return the origins that are not the call itself.

        The keys of what is returned are `from_<parameter>`, as the audit record shows them.

        Raises:
            CodedToolError: A stored value is not of the type that the tool wants.
        """
        tool = call.tool
        if tool is None:
            return {}
        schema: Mapping[str, object] = tool.input_schema.get("properties") or {}
        resolved = resolve_arguments(
            tuple(schema),
            dict(call.unverified_arguments),
            stored=self.repository.stored(subject.user_id, tool.name),
            environment=lambda parameter: self.environment(tool.name, parameter),
            parse=lambda parameter, text: _parsed(tool.name, parameter, text, schema.get(parameter)),
        )
        filled_in = {name: origin for name, origin in resolved.origins.items() if origin in {"stored", "environment"}}
        if filled_in:
            call.context.params = {**(call.context.params or {}), "arguments": resolved.arguments}
        return {f"from_{name}": origin for name, origin in resolved.origins.items() if origin != "argument"}


def _parsed(tool: str, parameter: str, text: str, schema: object) -> object:
    kind = schema.get("type") if isinstance(schema, Mapping) else None
    try:
        if kind in _TYPES:
            return _TYPES[kind].validate_python(text)
        return from_json(text) if kind in {"array", "object"} else text
    except (ValidationError, ValueError):
        raise invalid(
            f"The default for {parameter} of {tool} is not of the type {kind}: correct it with `mcp-docker params set`."
        ) from None
