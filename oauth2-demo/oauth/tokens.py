"""Access tokens: issued and verified in one place (RFC 9068, RFC 7519, RFC 8725).

Two kinds. Without `resource` in the request: `typ` JWT, `aud` = the client id; it opens `/hello` only. With `resource`:
`typ` at+jwt, `aud` = that resource.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from oauth2_demo.oauth.errors import InvalidTokenError, Reason
from oauth2_demo.oauth.jws import JwsError, UnverifiedJws, is_number, sign, verify_signature
from oauth2_demo.oauth.scopes import format_scope, parse_scope
from oauth2_demo.random_ids import random_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from oauth2_demo.oauth.key_ring_file import KeyRingFile
    from oauth2_demo.oauth.keys import JwsKey, KeyRing
    from oauth2_demo.oauth.revocation import RevocationStore

CLIENT_TOKEN_TYPE = "JWT"  # noqa: S105 - a media type
RESOURCE_TOKEN_TYPE = "at+jwt"  # noqa: S105 - a media type
# `exp` has no leeway: a token is refused at exactly `exp`. `iat` may lie a little ahead, for a clock that was set back.
IAT_LEEWAY_S = 30
_CACHE_ENTRIES = 4096
_PROOF = object()


class IssuedToken(NamedTuple):
    """A token as it goes to the client."""

    text: str
    jti: str
    expires_in_s: int
    scope: str


@dataclass(frozen=True, slots=True)
class VerifiedClaims:
    """What a good token says. Only `TokenVerifier` can make one."""

    client_id: str
    subject: str
    scopes: frozenset[str]
    audience: tuple[str, ...]
    token_type: str
    issuer: str
    issued_at: int | float
    expires_at: int | float
    jti: str
    proof: object

    def __post_init__(self) -> None:
        """Refuse claims that nobody verified."""
        if self.proof is not _PROOF:
            raise TypeError("VerifiedClaims come from TokenVerifier.verify only")


class TokenIssuer:
    """Signs access tokens."""

    def __init__(self, issuer: str, ttl_s: int, keys: KeyRingFile, clock: Callable[[], float]) -> None:
        """Issue as `issuer`, for `ttl_s` seconds, with the first key of `keys`."""
        self._issuer = issuer
        self._ttl_s = ttl_s
        self._keys = keys
        self._clock = clock

    def issue(self, client_id: str, scopes: frozenset[str], audience: tuple[str, ...]) -> IssuedToken:
        """Sign a token for a client.

        Args:
            client_id: The authenticated client.
            scopes: What it was granted.
            audience: The resources, or nothing for a token of the first kind.

        Raises:
            UnavailableError: The signing keys cannot be used.
        """
        scope = format_scope(scopes)
        now = int(self._clock())
        jti = random_id()
        claims = {
            "iss": self._issuer,
            "sub": client_id,
            "aud": _aud(audience) if audience else client_id,
            "client_id": client_id,
            "scope": scope,
            "iat": now,
            "exp": now + self._ttl_s,
            "jti": jti,
        }
        typ = RESOURCE_TOKEN_TYPE if audience else CLIENT_TOKEN_TYPE
        return IssuedToken(sign(claims, self._keys.current().signing, typ), jti, self._ttl_s, scope)


class TokenVerifier:
    """Judges access tokens of this server: the one routine for every resource, introspection and revocation."""

    def __init__(
        self, issuer: str, keys: KeyRingFile, revocations: RevocationStore, clock: Callable[[], float]
    ) -> None:
        """Accept tokens of `issuer` that are signed with `keys` and not revoked."""
        self._issuer = issuer
        self._keys = keys
        self._revocations = revocations
        self._clock = clock
        # By the full text of the token. What can change while a token lives is asked again on each hit.
        self._cache: dict[str, VerifiedClaims] = {}
        self._cache_ring: KeyRing | None = None

    def verify(self, unverified_token: str) -> VerifiedClaims:
        """Give the claims of a good token. Whom it is for and what it opens is the caller's question.

        Raises:
            InvalidTokenError: It is malformed, forged, expired, not yet valid or revoked, or its client is gone.
            UnavailableError: The keys or the stores cannot be read.
        """
        ring = self._keys.current()
        if ring is not self._cache_ring:
            self._cache.clear()
            self._cache_ring = ring
        claims = self._cache.get(unverified_token)
        if claims is None:
            claims = self._verify_signed(unverified_token, ring)
            if len(self._cache) >= _CACHE_ENTRIES:
                self._cache.pop(next(iter(self._cache)))
            self._cache[unverified_token] = claims
        self._check_state(claims)
        return claims

    def _verify_signed(self, text: str, ring: KeyRing) -> VerifiedClaims:
        try:
            token = UnverifiedJws.parse(text)
        except JwsError:
            raise _refused(Reason.MALFORMED_TOKEN) from None
        if not any(verify_signature(token, key) for key in self._fitting_keys(token, ring)):
            raise _refused(Reason.BAD_SIGNATURE)
        if "crit" in token.header:
            raise _refused(Reason.WRONG_TYPE)
        return self._claims(_token_type(token.header), token.claims)

    def _fitting_keys(self, token: UnverifiedJws, ring: KeyRing) -> tuple[JwsKey, ...]:
        kid, alg = token.header.get("kid"), token.header.get("alg")
        # Another process may have rotated a moment ago.
        return ring.verifying(kid, alg) or self._keys.reread().verifying(kid, alg)

    def _claims(self, token_type: str, claims: Mapping[str, object]) -> VerifiedClaims:
        client_id, subject, jti, scope = (claims.get(name) for name in ("client_id", "sub", "jti", "scope"))
        issued_at, expires_at = claims.get("iat"), claims.get("exp")
        audience = _audience(claims.get("aud"))
        if claims.get("iss") != self._issuer:
            raise _refused(Reason.WRONG_ISSUER)
        if not (isinstance(client_id, str) and subject == client_id and isinstance(jti, str) and jti):
            raise _refused(Reason.BAD_CLAIMS)
        if not (isinstance(scope, str) and audience and is_number(issued_at) and is_number(expires_at)):
            raise _refused(Reason.BAD_CLAIMS)
        if not (issued_at <= self._clock() + IAT_LEEWAY_S and self._has_begun(claims)):
            raise _refused(Reason.NOT_YET_VALID)
        return VerifiedClaims(
            client_id=client_id,
            subject=client_id,
            scopes=parse_scope(scope) if scope else frozenset(),
            audience=audience,
            token_type=token_type,
            issuer=self._issuer,
            issued_at=issued_at,
            expires_at=expires_at,
            jti=jti,
            proof=_PROOF,
        )

    def _has_begun(self, claims: Mapping[str, object]) -> bool:
        if "nbf" not in claims:
            return True
        not_before = claims["nbf"]
        return is_number(not_before) and not_before <= self._clock()

    def _check_state(self, claims: VerifiedClaims) -> None:
        if self._clock() >= claims.expires_at:
            raise _refused(Reason.EXPIRED, claims.client_id)
        if self._revocations.is_revoked(claims.client_id, claims.jti, claims.issued_at):
            raise _refused(Reason.REVOKED, claims.client_id)


def _token_type(header: Mapping[str, object]) -> str:
    typ = header.get("typ")
    media_type = typ.lower().removeprefix("application/") if isinstance(typ, str) else ""
    if media_type == RESOURCE_TOKEN_TYPE:
        return RESOURCE_TOKEN_TYPE
    if media_type == CLIENT_TOKEN_TYPE.lower():
        return CLIENT_TOKEN_TYPE
    raise _refused(Reason.WRONG_TYPE)


def _audience(value: object) -> tuple[str, ...]:
    entries: list[object] = value if isinstance(value, list) else [value]
    texts = tuple(entry for entry in entries if isinstance(entry, str) and entry)
    return texts if len(texts) == len(entries) else ()


def _aud(audience: tuple[str, ...]) -> str | list[str]:
    return audience[0] if len(audience) == 1 else list(audience)


def _refused(reason: Reason, client_id: str | None = None) -> InvalidTokenError:
    return InvalidTokenError("the access token is invalid, expired or revoked", reason, client_id=client_id)
