"""What the OAuth2 tools return; these become their output schemas."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

CheckStatus = Literal["pass", "fail", "not_checked"]


class ServerMetadata(BaseModel):
    """What the server publishes about itself (RFC 8414)."""

    issuer: str
    token_endpoint: str
    introspection_endpoint: str | None = None
    revocation_endpoint: str | None = None
    jwks_uri: str | None = None
    scopes_supported: list[str] = []
    grant_types_supported: list[str] = []
    token_endpoint_auth_methods_supported: list[str] = []


class ServerStatus(BaseModel):
    """How the OAuth2 server is doing."""

    summary: str = Field(description="One sentence for a person")
    server_url: str = Field(description="Where it was asked")
    reachable: bool
    healthy: bool = Field(description="Whether its own health check says that it can serve")
    latency_ms: float | None = Field(default=None, description="Time to its first answer, in milliseconds")
    version: str | None = Field(default=None, description="Version of the server, where it tells")
    health: dict[str, str] = Field(default_factory=dict, description="What its health check says, by component")
    metadata: ServerMetadata | None = None
    stale_for_s: int | None = Field(
        default=None,
        description="Set when the server does not answer: version and metadata were seen so many seconds ago",
    )
    problems: list[str] = Field(default_factory=list, description="What is wrong, each with what to do")


class IssuedToken(BaseModel):
    """A token that the server issued just now."""

    summary: str = Field(description="One sentence for a person")
    token_type: str
    scope: str
    issued_at: str = Field(description="UTC, ISO 8601")
    expires_at: str = Field(description="UTC, ISO 8601")
    expires_in_s: int
    header: dict[str, str] = Field(description="The JWT header")
    claims: dict[str, str | int | float | list[str]] = Field(description="The JWT claims, as the server wrote them")
    access_token: str | None = Field(default=None, description="The token itself, only where it was asked for")
    revoked: bool = Field(description="Whether the token was revoked after it was looked at")


class GuideStep(BaseModel):
    """One step of the flow."""

    number: int
    title: str
    explanation: str
    command: str = Field(description="A command for a shell on the host")


class FlowGuide(BaseModel):
    """The OAuth2 flow of this installation."""

    language: Literal["ko", "en"]
    title: str
    steps: list[GuideStep]


class SetupCheck(BaseModel):
    """One check of the set-up."""

    name: str
    title: str
    status: CheckStatus
    detail: str = Field(description="What was seen")
    advice: str = Field(default="", description="What to do about a failure")


class SetupReport(BaseModel):
    """All checks of the set-up."""

    summary: str = Field(description="One sentence for a person")
    ok: bool = Field(description="Whether nothing failed")
    passed: int
    failed: int
    not_checked: int
    checks: list[SetupCheck]
