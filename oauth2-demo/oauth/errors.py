"""One tree of protocol errors: RFC 6749 section 5.2, RFC 6750 section 3.1, RFC 8707 section 2.

`code` and `description` go out; `reason` goes into the audit record only, so that a caller never learns which of
several checks refused it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

ErrorCode = Literal[
    "invalid_request",
    "invalid_client",
    "unauthorized_client",
    "unsupported_grant_type",
    "unsupported_response_type",
    "invalid_scope",
    "invalid_target",
    "invalid_token",
    "insufficient_scope",
    "temporarily_unavailable",
    "too_many_requests",
]


class Reason(StrEnum):
    """Why something was refused, as the audit log says it: a closed vocabulary without private data."""

    MALFORMED_REQUEST = "malformed_request"
    NO_CREDENTIALS = "no_credentials"
    MALFORMED_CREDENTIALS = "malformed_credentials"
    SEVERAL_METHODS = "several_authentication_methods"
    UNKNOWN_CLIENT = "unknown_client"
    WRONG_SECRET = "wrong_secret"  # noqa: S105 - a reason, not a secret
    BAD_ASSERTION = "bad_assertion"
    REPLAYED_ASSERTION = "replayed_assertion"
    THROTTLED = "throttled"
    RATE_LIMITED = "rate_limited"
    GRANT_NOT_SUPPORTED = "grant_not_supported"
    GRANT_NOT_ALLOWED = "grant_not_allowed"
    SCOPE_MALFORMED = "scope_malformed"
    SCOPE_NOT_ALLOWED = "scope_not_allowed"
    UNKNOWN_RESOURCE = "unknown_resource"
    FOREIGN_TOKEN = "token_of_another_client"  # noqa: S105 - a reason, not a secret
    NO_TOKEN = "no_token"  # noqa: S105 - a reason, not a secret
    MALFORMED_TOKEN = "malformed_token"  # noqa: S105 - a reason, not a secret
    BAD_SIGNATURE = "bad_signature"
    WRONG_TYPE = "wrong_type"
    WRONG_ISSUER = "wrong_issuer"
    WRONG_AUDIENCE = "wrong_audience"
    BAD_CLAIMS = "bad_claims"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    REVOKED = "revoked"
    INACTIVE = "inactive"
    SCOPE_MISSING = "scope_missing"


class OAuthError(Exception):
    """Something was refused or failed. The description is ASCII without quotes and backslashes (RFC 6749, 5.2)."""

    code: ClassVar[ErrorCode]

    def __init__(self, description: str, reason: Reason, *, client_id: str | None = None) -> None:
        super().__init__(description)
        self.description = description
        self.reason = reason
        # Only ever the id of a registered client: what a stranger typed there may be a secret.
        self.client_id = client_id


class InvalidRequestError(OAuthError):
    """The request is malformed."""

    code = "invalid_request"


class InvalidClientError(OAuthError):
    """Client authentication failed. One text for every cause."""

    code = "invalid_client"

    def __init__(self, reason: Reason, *, client_id: str | None = None) -> None:
        super().__init__("client authentication failed", reason, client_id=client_id)


class MissingClientAuthenticationError(InvalidClientError):
    """The request carries no client authentication at all, so there is nothing to keep secret about why."""

    def __init__(self) -> None:
        super().__init__(Reason.NO_CREDENTIALS)
        self.description = "client authentication is missing: use HTTP Basic, client_secret or client_assertion"


class UnauthorizedClientError(OAuthError):
    """The client is known and may not do this."""

    code = "unauthorized_client"


class UnsupportedGrantTypeError(OAuthError):
    """The grant type is not offered here."""

    code = "unsupported_grant_type"


class UnsupportedResponseTypeError(OAuthError):
    """The authorization endpoint grants nothing."""

    code = "unsupported_response_type"


class InvalidScopeError(OAuthError):
    """The scope is malformed or wider than what the client was granted."""

    code = "invalid_scope"


class InvalidTargetError(OAuthError):
    """The resource is malformed or unknown (RFC 8707)."""

    code = "invalid_target"


class InvalidTokenError(OAuthError):
    """The access token is no good here."""

    code = "invalid_token"


class MissingTokenError(InvalidTokenError):
    """No token was sent: the challenge then names no error (RFC 6750, 3.1)."""

    def __init__(self) -> None:
        super().__init__("send an access token as Authorization: Bearer", Reason.NO_TOKEN)


class InsufficientScopeError(OAuthError):
    """The token is good and opens less than this."""

    code = "insufficient_scope"


class ThrottledError(OAuthError):
    """Too many requests or too many failures."""

    code = "too_many_requests"

    def __init__(self, reason: Reason, retry_after_s: int, *, client_id: str | None = None) -> None:
        super().__init__(f"too many requests: try again in {retry_after_s} s", reason, client_id=client_id)
        self.retry_after_s = retry_after_s


class UnavailableError(Exception):
    """A store, the keys or the audit log cannot be used now: nothing is granted until it can.

    The text is for the operator's log; callers get a fixed sentence.
    """
