"""Discovery documents: RFC 8414 and RFC 9728. Every URL comes from configuration, never from a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from oauth2_demo.oauth.client_assertion import CLIENT_ALGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from oauth2_demo.oauth.bearer import ProtectedResource

AUTH_METHODS = ("client_secret_basic", "client_secret_post", "private_key_jwt")


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where this issuer answers."""

    issuer: str

    @property
    def path_prefix(self) -> str:
        """The path of the issuer, under which all its endpoints lie."""
        return urlsplit(self.issuer).path

    def url(self, path: str) -> str:
        """The public URL of an endpoint."""
        return f"{self.issuer}{path}"

    def well_known(self, name: str) -> str:
        """The path of a document that goes between host and issuer path (RFC 8414, section 3.1)."""
        return f"/.well-known/{name}{self.path_prefix}"


def resource_metadata_path(resource_url: str) -> str:
    """The path of a resource's metadata: its own path comes after the well-known part (RFC 9728, section 3.1)."""
    return f"/.well-known/oauth-protected-resource{urlsplit(resource_url).path}"


def resource_metadata_url(resource_url: str) -> str:
    """The URL of a resource's metadata."""
    parts = urlsplit(resource_url)
    return f"{parts.scheme}://{parts.netloc}{resource_metadata_path(resource_url)}"


def authorization_server_metadata(
    endpoints: Endpoints, scopes: Sequence[str], *, publishes_jwks: bool
) -> Mapping[str, object]:
    """Describe the authorization server.

    The authorization endpoint, the response type and S256 are there because published clients refuse a document
    without them; that endpoint answers `unsupported_response_type`. With a symmetric key there is no `jwks_uri`.
    """
    jwks = {"jwks_uri": endpoints.url("/oauth2/jwks")} if publishes_jwks else {}
    methods, algs = list(AUTH_METHODS), list(CLIENT_ALGS)
    return {
        "issuer": endpoints.issuer,
        "authorization_endpoint": endpoints.url("/oauth2/authorize"),
        "token_endpoint": endpoints.url("/oauth2/token"),
        **jwks,
        "introspection_endpoint": endpoints.url("/oauth2/introspect"),
        "revocation_endpoint": endpoints.url("/oauth2/revoke"),
        "scopes_supported": list(scopes),
        "response_types_supported": ["code"],
        "grant_types_supported": ["client_credentials"],
        "code_challenge_methods_supported": ["S256"],
        **{
            f"{endpoint}_endpoint_auth_{member}_supported": values
            for endpoint in ("token", "introspection", "revocation")
            for member, values in (("methods", methods), ("signing_alg_values", algs))
        },
    }


def protected_resource_metadata(issuer: str, resource: ProtectedResource) -> Mapping[str, object]:
    """Describe one protected resource."""
    return {
        "resource": resource.url,
        "authorization_servers": [issuer],
        "scopes_supported": [resource.scope],
        "bearer_methods_supported": ["header"],
    }
