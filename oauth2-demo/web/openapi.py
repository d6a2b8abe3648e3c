"""The OpenAPI document. Written by hand, as the endpoints read their requests by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oauth2_demo.oauth.credentials import ASSERTION_TYPE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth.metadata import Endpoints

JsonSchema = dict[str, Any]

_TEXT: JsonSchema = {"type": "string"}
_CLIENT_FIELDS: JsonSchema = {
    "client_id": _TEXT,
    "client_secret": _TEXT,
    "client_assertion_type": {"type": "string", "enum": [ASSERTION_TYPE]},
    "client_assertion": _TEXT,
}
_ERROR: JsonSchema = {
    "type": "object",
    "properties": {"error": _TEXT, "error_description": _TEXT},
    "required": ["error"],
}
_TOKEN: JsonSchema = {
    "type": "object",
    "properties": {
        "access_token": _TEXT,
        "token_type": {"const": "Bearer"},
        "expires_in": {"type": "integer", "minimum": 1},
        "scope": _TEXT,
    },
    "required": ["access_token", "token_type", "expires_in", "scope"],
}
_INTROSPECTION: JsonSchema = {
    "type": "object",
    "properties": {"active": {"type": "boolean"}},
    "required": ["active"],
}
_HELLO: JsonSchema = {
    "type": "object",
    "properties": {"message": _TEXT, "authenticated_client": _TEXT, "timestamp": {**_TEXT, "format": "date-time"}},
    "required": ["message", "authenticated_client", "timestamp"],
}
_METADATA: JsonSchema = {"type": "object", "properties": {"issuer": _TEXT}, "required": ["issuer"]}
_RESOURCE: JsonSchema = {"type": "object", "properties": {"resource": _TEXT}, "required": ["resource"]}
_HEALTH: JsonSchema = {"type": "object", "properties": {"status": _TEXT, "version": _TEXT}, "required": ["status"]}
_EMPTY: JsonSchema = {"type": "object"}
_SECURITY_SCHEMES: JsonSchema = {
    "client": {"type": "http", "scheme": "basic", "description": "Client id and secret, each form-encoded first."},
    "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
}


def openapi_document(endpoints: Endpoints, *, version: str) -> dict[str, Any]:
    """Describe the endpoints of an issuer."""
    prefix = endpoints.path_prefix
    token_fields = {"grant_type": {"type": "string"}, "scope": _TEXT, "resource": _TEXT}
    paths = {
        f"{prefix}/oauth2/token": {"post": _form("Issue an access token", token_fields, ["grant_type"], _TOKEN)},
        f"{prefix}/oauth2/introspect": {"post": _form("Describe a token", {"token": _TEXT}, ["token"], _INTROSPECTION)},
        f"{prefix}/oauth2/revoke": {"post": _form("Revoke a token", {"token": _TEXT}, ["token"], _EMPTY)},
        f"{prefix}/oauth2/authorize": {"get": _operation("Refuse every response type", {"400": _ERROR})},
        f"{prefix}/hello": {"get": _hello()},
        endpoints.well_known("oauth-authorization-server"): {"get": _public("Server metadata", _METADATA)},
        endpoints.well_known("openid-configuration"): {"get": _public("Server metadata", _METADATA)},
        f"/.well-known/oauth-protected-resource{prefix}/hello": {"get": _public("Resource metadata", _RESOURCE)},
        "/health": {"get": _health("Health")},
        "/health/live": {"get": _public("Whether the process answers", _HEALTH)},
        "/health/ready": {"get": _health("Whether tokens can be issued and judged now")},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "mcp-docker OAuth2 server", "version": version},
        "paths": paths,
        "components": {"securitySchemes": _SECURITY_SCHEMES},
    }


def _form(summary: str, fields: JsonSchema, required: list[str], answer: JsonSchema) -> JsonSchema:
    schema = {"type": "object", "properties": {**fields, **_CLIENT_FIELDS}, "required": required}
    refusals = dict.fromkeys(["400", "401", "413", "429", "503"], _ERROR)
    return {
        **_operation(summary, {"200": answer, **refusals}),
        # Basic, or the same in the body, or an assertion in the body.
        "security": [{"client": []}, {}],
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": schema}}},
    }


def _hello() -> JsonSchema:
    refusals = dict.fromkeys(["400", "401", "403", "429", "503"], _ERROR)
    language = {"name": "Accept-Language", "in": "header", "required": False, "schema": _TEXT}
    operation = _operation("Greet the authenticated client", {"200": _HELLO, **refusals})
    return {**operation, "security": [{"token": []}], "parameters": [language]}


def _health(summary: str) -> JsonSchema:
    return _operation(summary, {"200": _HEALTH, "503": _HEALTH})


def _public(summary: str, answer: JsonSchema) -> JsonSchema:
    return _operation(summary, {"200": answer})


def _operation(summary: str, answers: Mapping[str, JsonSchema]) -> JsonSchema:
    responses = {
        status: {
            "description": "Success" if status == "200" else "Refused",
            "content": {"application/json": {"schema": schema}},
        }
        for status, schema in answers.items()
    }
    return {"summary": summary, "responses": responses}
