"""Answers that the HTTP front gives itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mcp_types import INVALID_REQUEST
from starlette.responses import Response

from oauth2_demo.mcp_server.framing import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp_types import JSONRPCError
    from starlette.types import ASGIApp, Scope


def header_values(scope: Scope, name: bytes) -> list[str]:
    """Return all values of a header, in order. `name` is in lower case."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def rpc_refusal(status: int, message: str, headers: Mapping[str, str] | None = None) -> ASGIApp:
    """Refuse a request as a JSON-RPC error without id."""
    return rpc_answer(status, refusal(INVALID_REQUEST, message), headers)


def rpc_answer(status: int, error: JSONRPCError, headers: Mapping[str, str] | None = None) -> ASGIApp:
    """Answer with a JSON-RPC error."""
    return Response(error.model_dump_json(exclude_unset=True), status, headers, "application/json")


def json_answer(status: int, document: Mapping[str, str], headers: Mapping[str, str]) -> ASGIApp:
    """Answer with a JSON object, as OAuth errors are given."""
    return Response(json.dumps(document), status, headers, "application/json")
