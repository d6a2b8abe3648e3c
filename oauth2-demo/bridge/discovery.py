"""Finds the authorization server of a protected MCP endpoint (RFC 9728, RFC 8414; MCP authorization).

The endpoint only gets to name an authorization server. Which one the credentials belong to is configuration: an
endpoint that names another is refused, because it could otherwise collect the secrets of its callers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mcp.client.auth.utils import (
    build_oauth_authorization_server_metadata_discovery_urls,
    build_protected_resource_metadata_discovery_urls,
)
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oauth2_demo.bridge.errors import DiscoveryError

if TYPE_CHECKING:
    import httpx2

_LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


class _ResourceMetadata(BaseModel):
    """RFC 9728, section 2: the members that a client needs."""

    model_config = ConfigDict(hide_input_in_errors=True)
    resource: str
    authorization_servers: list[str] = Field(min_length=1)


class _ServerMetadata(BaseModel):
    """RFC 8414, section 2: the members that the client credentials grant needs.

    `authorization_endpoint` is not among them: by section 2 it may be left out when no grant uses it.
    """

    model_config = ConfigDict(hide_input_in_errors=True)
    issuer: str
    token_endpoint: str
    token_endpoint_auth_methods_supported: list[str] = Field(default=["client_secret_basic"])


@dataclass(frozen=True)
class AuthorizationServer:
    """Where tokens for one protected resource come from."""

    issuer: str
    token_endpoint: str
    auth_methods: tuple[str, ...]
    resource: str


async def discover(
    client: httpx2.AsyncClient, *, endpoint: str, issuer: str, resource_metadata_url: str | None
) -> AuthorizationServer:
    """Return the authorization server of an MCP endpoint.

    Args:
        client: An HTTP client that follows no redirects.
        endpoint: The URL of the MCP endpoint.
        issuer: The authorization server that the credentials belong to.
        resource_metadata_url: The `resource_metadata` parameter of the endpoint's challenge, if it had one.

    Raises:
        DiscoveryError: The metadata is missing, malformed, or leads elsewhere.
    """
    trusted = {_origin(endpoint), _origin(issuer)}
    resource = await _resource_metadata(client, endpoint, resource_metadata_url, trusted)
    named = {server.rstrip("/") for server in resource.authorization_servers}
    if issuer.rstrip("/") not in named:
        raise DiscoveryError(
            f"{endpoint} takes tokens of {', '.join(sorted(named))}, but the credentials belong to {issuer}; "
            "give the right one with --issuer if you trust it with them"
        )
    if not _same_resource(resource.resource, endpoint):
        raise DiscoveryError(f"{endpoint} says that it is the resource {resource.resource}; use that URL instead")
    server = await _server_metadata(client, issuer, trusted)
    return AuthorizationServer(
        issuer=server.issuer,
        token_endpoint=_checked(server.token_endpoint, trusted),
        auth_methods=tuple(server.token_endpoint_auth_methods_supported),
        resource=resource.resource,
    )


async def _resource_metadata(
    client: httpx2.AsyncClient, endpoint: str, challenge_url: str | None, trusted: set[str]
) -> _ResourceMetadata:
    for url in build_protected_resource_metadata_discovery_urls(challenge_url, endpoint):
        body = await _fetch(client, _checked(url, trusted))
        if body is not None:
            try:
                return _ResourceMetadata.model_validate_json(body)
            except ValidationError:
                raise DiscoveryError(f"{url} is not protected resource metadata (RFC 9728)") from None
    raise DiscoveryError(f"{endpoint} wants a token but publishes no protected resource metadata (RFC 9728)")


async def _server_metadata(client: httpx2.AsyncClient, issuer: str, trusted: set[str]) -> _ServerMetadata:
    for url in build_oauth_authorization_server_metadata_discovery_urls(issuer, issuer):
        body = await _fetch(client, _checked(url, trusted))
        if body is None:
            continue
        try:
            metadata = _ServerMetadata.model_validate_json(body)
        except ValidationError:
            raise DiscoveryError(f"{url} is not authorization server metadata (RFC 8414)") from None
        if metadata.issuer.rstrip("/") != issuer.rstrip("/"):
            raise DiscoveryError(f"{url} says that it is {metadata.issuer}, not {issuer} (RFC 8414, section 3.3)")
        return metadata
    raise DiscoveryError(f"{issuer} publishes no authorization server metadata (RFC 8414); is the server running?")


async def _fetch(client: httpx2.AsyncClient, url: str) -> bytes | None:
    response = await client.get(url, headers={"Accept": "application/json"})
    return response.content if response.status_code == 200 else None


def _checked(url: str, trusted: set[str]) -> str:
    """Refuse URLs that metadata could use to reach what only we can reach (server-side request forgery)."""
    parts = urlsplit(url)
    if _origin(url) in trusted or parts.scheme == "https" or _both_loopback(parts.hostname, trusted):
        return url
    raise DiscoveryError(f"{url} was named by metadata, but is neither https nor a place that you configured")


def _both_loopback(host: str | None, trusted: set[str]) -> bool:
    return host in _LOOPBACK_HOSTS and any(urlsplit(origin).hostname in _LOOPBACK_HOSTS for origin in trusted)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"


def _same_resource(resource: str, endpoint: str) -> bool:
    """Whether the endpoint lies at or below the resource (RFC 9728, section 3.3, as MCP clients apply it)."""
    ours, theirs = urlsplit(endpoint), urlsplit(resource)
    path = theirs.path.rstrip("/")
    return _origin(endpoint) == _origin(resource) and (ours.path.rstrip("/") + "/").startswith(path + "/")
