"""Bearer tokens in requests: RFC 6750 sections 2 and 3, with the pointer of RFC 9728 section 5.1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import (
    InsufficientScopeError,
    InvalidRequestError,
    InvalidTokenError,
    MissingTokenError,
    OAuthError,
    Reason,
)
from oauth2_demo.oauth.tokens import CLIENT_TOKEN_TYPE, RESOURCE_TOKEN_TYPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.oauth.tokens import TokenVerifier, VerifiedClaims

# b64token of RFC 6750, section 2.1
# A client sends one token again and again. As many as the verifier remembers.
_CACHE_ENTRIES = 4096
_B64TOKEN = re.compile(r"[A-Za-z0-9\-._~+/]+=*")


@dataclass(frozen=True, slots=True)
class ProtectedResource:
    """A resource, what opens it, and where its metadata lies."""

    url: str
    audiences: frozenset[str]
    scope: str
    metadata_url: str
    # Whether tokens without a resource (`aud` = the client id) open it too.
    accepts_client_tokens: bool = False

    def require(self, claims: VerifiedClaims) -> None:
        """Let good claims in that are for this resource and wide enough.

        Raises:
            InvalidTokenError: The token is for something else.
            InsufficientScopeError: It opens less.
        """
        self.require_audience(claims)
        if self.scope not in claims.scopes:
            raise InsufficientScopeError(
                f"the scope {self.scope} is needed", Reason.SCOPE_MISSING, client_id=claims.client_id
            )

    def require_audience(self, claims: VerifiedClaims) -> None:
        """Let claims in that are for this resource, whatever their scope.

        Raises:
            InvalidTokenError: The token is for something else.
        """
        if not self._is_addressed(claims):
            raise self.wrong_audience(claims.client_id)

    def wrong_audience(self, client_id: str) -> InvalidTokenError:
        """Make the refusal of a token that is for something else; it says what to ask for."""
        text = f"the access token is not for this resource: request one with resource={self.url}"
        return InvalidTokenError(text, Reason.WRONG_AUDIENCE, client_id=client_id)

    def challenge(self, error: OAuthError) -> str:
        """Write the WWW-Authenticate value for a refusal."""
        parameters = [f'realm="mcp-docker", resource_metadata="{self.metadata_url}", scope="{self.scope}"']
        # Nothing was sent: then there is no error to name (RFC 6750, 3.1).
        if not isinstance(error, MissingTokenError):
            parameters.append(f'error="{error.code}", error_description="{error.description}"')
        return "Bearer " + ", ".join(parameters)

    def _is_addressed(self, claims: VerifiedClaims) -> bool:
        if claims.token_type == RESOURCE_TOKEN_TYPE:
            return not self.audiences.isdisjoint(claims.audience)
        is_client_token = claims.token_type == CLIENT_TOKEN_TYPE and claims.audience == (claims.client_id,)
        return self.accepts_client_tokens and is_client_token


def read_bearer(authorizations: Sequence[str], query: bytes) -> str:
    """Find the token of a request.

    Args:
        authorizations: The values of all Authorization headers.
        query: The raw query string, where a token is never accepted.

    Raises:
        MissingTokenError: There is none.
        InvalidRequestError: There are several headers, or the token is in the query too, or the header is malformed.
    """
    if not authorizations:
        raise MissingTokenError
    in_query = bool(query) and any(field.startswith(b"access_token=") for field in query.split(b"&"))
    if len(authorizations) > 1 or in_query:
        raise InvalidRequestError("send exactly one access token, in the Authorization header", Reason.SEVERAL_METHODS)
    return _token_in(authorizations[0])


@lru_cache(maxsize=_CACHE_ENTRIES)
def _token_in(authorization: str) -> str:
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise MissingTokenError
    token = token.strip(" ")
    if not _B64TOKEN.fullmatch(token):
        raise InvalidRequestError("the Authorization header is malformed", Reason.MALFORMED_TOKEN)
    return token


class ResourceGuard:
    """Opens one resource to the right tokens."""

    def __init__(self, resource: ProtectedResource, verifier: TokenVerifier) -> None:
        """Guard `resource` with `verifier`."""
        self.resource = resource
        self._verifier = verifier

    def admit(self, authorizations: Sequence[str], query: bytes) -> VerifiedClaims:
        """Give the claims of a request that may pass.

        Raises:
            OAuthError: It may not.
            UnavailableError: Nobody can tell now.
        """
        claims = self._verifier.verify(read_bearer(authorizations, query))
        self.resource.require(claims)
        return claims
