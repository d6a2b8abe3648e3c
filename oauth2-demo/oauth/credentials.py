"""Client authentication as it stands in a request: RFC 6749 section 2.3, RFC 7521 section 4.2."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote_plus

from oauth2_demo.oauth.errors import (
    InvalidClientError,
    InvalidRequestError,
    MissingClientAuthenticationError,
    Reason,
)
from oauth2_demo.oauth.form import decode_component

if TYPE_CHECKING:
    from oauth2_demo.oauth.form import Form

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class SecretCredentials(NamedTuple):
    """A client id with its secret, not verified."""

    unverified_client_id: str
    secret: str


class AssertionCredentials(NamedTuple):
    """A signed assertion (RFC 7523), not verified."""

    assertion: str
    # Optional in the request, and then equal to the subject of the assertion.
    unverified_client_id: str | None


Credentials = SecretCredentials | AssertionCredentials


def read_credentials(authorization: str | None, form: Form) -> Credentials:
    """Find the one client authentication in a request.

    Args:
        authorization: The value of the Authorization header.
        form: The body.

    Raises:
        InvalidRequestError: There are two methods in one request.
        InvalidClientError: There is none, or it is malformed.
    """
    in_header = authorization is not None
    in_body = "client_secret" in form
    by_assertion = "client_assertion" in form or "client_assertion_type" in form
    if in_header + in_body + by_assertion > 1:
        raise InvalidRequestError("use one client authentication method only", Reason.SEVERAL_METHODS)
    if by_assertion:
        return _assertion(form)
    if authorization is None:
        return _body(form)
    credentials = _basic(authorization)
    if form.get("client_id", credentials.unverified_client_id) != credentials.unverified_client_id:
        raise InvalidRequestError("client_id differs from the authenticated client", Reason.SEVERAL_METHODS)
    return credentials


def _body(form: Form) -> SecretCredentials:
    if "client_id" not in form or "client_secret" not in form:
        raise MissingClientAuthenticationError
    return SecretCredentials(form["client_id"], form["client_secret"])


def _basic(authorization: str) -> SecretCredentials:
    """Read HTTP Basic. Both halves are form-encoded before they are joined (RFC 6749, 2.3.1)."""
    scheme, _, encoded = authorization.partition(" ")
    try:
        if scheme.lower() != "basic":
            raise ValueError("another scheme")
        decoded = base64.b64decode(encoded.strip().encode("ascii"), validate=True)
        client_id, separator, secret = decoded.partition(b":")
        if not separator:
            raise ValueError("no colon")
        return SecretCredentials(decode_component(client_id), decode_component(secret))
    except (ValueError, binascii.Error):
        raise InvalidClientError(Reason.MALFORMED_CREDENTIALS) from None


def basic_authorization(client_id: str, secret: str) -> str:
    """The Authorization header of a client that proves who it is by its secret (RFC 6749, 2.3.1)."""
    pair = f"{quote_plus(client_id)}:{quote_plus(secret)}"
    return "Basic " + base64.b64encode(pair.encode()).decode()


def _assertion(form: Form) -> AssertionCredentials:
    if form.get("client_assertion_type") != ASSERTION_TYPE or "client_assertion" not in form:
        raise InvalidClientError(Reason.MALFORMED_CREDENTIALS)
    return AssertionCredentials(form["client_assertion"], form.get("client_id"))
