"""How the bridge proves who it is at a token endpoint (RFC 6749, section 2.3; RFC 7523, section 2.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.bridge.errors import TokenRequestError
from oauth2_demo.oauth.credentials import basic_authorization

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.bridge.discovery import AuthorizationServer

_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ASSERTION_LIFETIME_S = 60


class Credentials(Protocol):
    """One way of authenticating a client."""

    def authenticate(self, server: AuthorizationServer, form: dict[str, str], headers: dict[str, str]) -> None:
        """Add what proves the client to the form or the headers of a token request."""
        ...


@dataclass(frozen=True)
class SecretCredentials:
    """A client id and its secret, sent by Basic authentication, or in the body where only that is served."""

    client_id: str
    client_secret: str = field(repr=False)

    def authenticate(self, server: AuthorizationServer, form: dict[str, str], headers: dict[str, str]) -> None:
        """Raises `TokenRequestError` when the server takes no secrets."""
        if "client_secret_basic" in server.auth_methods:
            headers["Authorization"] = basic_authorization(self.client_id, self.client_secret)
        elif "client_secret_post" in server.auth_methods:
            form.update(client_id=self.client_id, client_secret=self.client_secret)
        else:
            raise TokenRequestError(
                f"{server.issuer} takes no secrets, only {', '.join(server.auth_methods)}; use --private-key-file"
            )


@dataclass(frozen=True)
class PrivateKeyCredentials:
    """A client id and its private key; the server knows the public one."""

    client_id: str
    private_key_pem: str = field(repr=False)
    algorithm: str
    now: Callable[[], float]
    new_id: Callable[[], str]

    def authenticate(self, server: AuthorizationServer, form: dict[str, str], headers: dict[str, str]) -> None:
        """Sign an assertion whose audience is the issuer, as rfc7523bis demands."""
        from jose import jwt

        del headers
        issued_at = int(self.now())
        claims = {
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": server.issuer,
            "iat": issued_at,
            "exp": issued_at + _ASSERTION_LIFETIME_S,
            "jti": self.new_id(),
        }
        assertion = jwt.encode(claims, self.private_key_pem, algorithm=self.algorithm)
        form.update(client_id=self.client_id, client_assertion_type=_ASSERTION_TYPE, client_assertion=assertion)


def algorithm_of(private_key_pem: str) -> str:
    """Return the JWS algorithm that fits a private key: RS256 or ES256.

    Raises:
        ValueError: The text is no private key of these kinds.
    """
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(private_key_pem.encode(), password=None)
    except (ValueError, TypeError):
        raise ValueError("is no unencrypted private key in PEM form") from None
    if isinstance(key, rsa.RSAPrivateKey):
        return "RS256"
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name == "secp256r1":
        return "ES256"
    raise ValueError("is neither an RSA key nor an elliptic curve key on P-256")
