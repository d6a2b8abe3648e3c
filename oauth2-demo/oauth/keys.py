"""Signing keys as a JWK set (RFC 7517): the first signs, all verify, each with one algorithm only.

A key is bound to its algorithm by what it is, never by what a token says (RFC 8725, sections 3.1 and 3.10).
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jose import jwk
from jose.exceptions import JOSEError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jose.backends.base import Key

SigningAlg = Literal["HS256", "ES256", "RS256"]
JwkDict = dict[str, str]

_KEY_TYPES: dict[str, str] = {"HS256": "oct", "ES256": "EC", "RS256": "RSA"}
# What RFC 7638 hashes to name a key, by key type.
_THUMBPRINT_MEMBERS = {"oct": ("k", "kty"), "EC": ("crv", "kty", "x", "y"), "RSA": ("e", "kty", "n")}
_PUBLIC_MEMBERS = {"EC": ("kty", "crv", "x", "y"), "RSA": ("kty", "n", "e")}
# RFC 7518, 3.2: an HS256 key has at least the size of its digest. RFC 7518, 3.3: RSA from 2048 bits.
_MIN_HMAC_BYTES = 32
_MIN_RSA_BITS = 2048


class KeyFormatError(ValueError):
    """A key is malformed, too weak or tied to no algorithm. The text never holds the key."""


class Signer(Protocol):
    """The private half of a key."""

    def sign(self, message: bytes, /) -> bytes:
        """Sign with the algorithm that the key is tied to."""
        ...


class HmacSigner:
    """HS256 with the key taken in once: python-jose does that for each token, which takes as long as to sign."""

    def __init__(self, secret: bytes) -> None:
        """Sign with `secret`."""
        self._keyed = hmac.new(secret, digestmod="sha256")

    def sign(self, message: bytes, /) -> bytes:
        """See `Signer`."""
        code = self._keyed.copy()
        code.update(message)
        return code.digest()


@dataclass(frozen=True)
class JwsKey:
    """One key, prepared: building it from its JWK costs more than a signature."""

    kid: str
    alg: SigningAlg
    private: Signer | None
    verifying: Key
    public_jwk: Mapping[str, str] | None


@dataclass(frozen=True)
class KeyRing:
    """The keys in force. The first signs."""

    keys: tuple[JwsKey, ...]

    @property
    def signing(self) -> JwsKey:
        """The key that signs."""
        return self.keys[0]

    def verifying(self, kid: object, alg: object) -> tuple[JwsKey, ...]:
        """The keys that may verify a token: the one it names, or all if it names none, of the token's algorithm."""
        return tuple(key for key in self.keys if key.alg == alg and kid in (key.kid, None))

    def public_jwks(self) -> list[Mapping[str, str]]:
        """The public halves. A symmetric key has none and never appears."""
        return [key.public_jwk for key in self.keys if key.public_jwk is not None]


def new_jwk(alg: SigningAlg) -> JwkDict:
    """Make a new private key for `alg`, with its thumbprint as `kid`."""
    if alg == "HS256":
        parameters = {"kty": "oct", "k": _base64url(secrets.token_bytes(_MIN_HMAC_BYTES))}
    elif alg == "ES256":
        parameters = _jwk_of(ec.generate_private_key(ec.SECP256R1()), alg)
    else:
        parameters = _jwk_of(rsa.generate_private_key(public_exponent=65537, key_size=_MIN_RSA_BITS), alg)
    return {**parameters, "alg": alg, "use": "sig", "kid": thumbprint(parameters)}


def write_jwks(jwks: Iterable[Mapping[str, str]]) -> bytes:
    """Write keys as a JWK set."""
    return json.dumps({"keys": list(jwks)}, indent=2).encode() + b"\n"


def read_jwks(text: bytes) -> list[JwkDict]:
    """Read a JWK set, or a single JWK, without judging the keys.

    Raises:
        KeyFormatError: It is neither.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise KeyFormatError("is not JSON") from None
    entries = document.get("keys", [document]) if isinstance(document, dict) else None
    if not isinstance(entries, list) or not entries or not all(_is_jwk(entry) for entry in entries):
        raise KeyFormatError("is not a JWK set with at least one key")
    return entries


def load_ring(text: bytes) -> KeyRing:
    """Prepare the keys of a private JWK set.

    Raises:
        KeyFormatError: A key is malformed, weak, without private half, or two share a `kid`.
    """
    keys = tuple(load_key(entry) for entry in read_jwks(text))
    if any(key.private is None for key in keys):
        raise KeyFormatError("holds a key that cannot sign")
    if len({key.kid for key in keys}) != len(keys):
        raise KeyFormatError("holds two keys with the same kid")
    return KeyRing(keys)


def load_key(entry: JwkDict) -> JwsKey:
    """Prepare one JWK, private or public.

    Raises:
        KeyFormatError: It is malformed, too weak, or does not fit its algorithm.
    """
    alg = _alg(entry)
    kid = entry.get("kid") or thumbprint(entry)
    try:
        key = jwk.construct(dict(entry), alg)
        return _prepared(kid, alg, key, entry)
    except KeyFormatError:
        raise
    except (JOSEError, ValueError, TypeError, KeyError):
        raise KeyFormatError("holds a malformed key") from None


def thumbprint(entry: Mapping[str, str]) -> str:
    """Name a key after its content (RFC 7638).

    Raises:
        KeyFormatError: A member that its type demands is missing.
    """
    try:
        members = {name: entry[name] for name in _THUMBPRINT_MEMBERS[entry["kty"]]}
    except KeyError:
        raise KeyFormatError("holds a malformed key") from None
    canonical = json.dumps(members, separators=(",", ":"), sort_keys=True).encode()
    return _base64url(hashlib.sha256(canonical).digest())


def jwk_from_pem(pem: bytes) -> JwkDict:
    """Write a PEM key as a JWK. What kind of key it is decides the algorithm: ES256 for P-256, RS256 for RSA.

    Raises:
        KeyFormatError: It is no such key.
    """
    alg: SigningAlg
    for alg in ("ES256", "RS256"):
        with contextlib.suppress(JOSEError, ValueError, TypeError, AttributeError, KeyError):
            return {name: str(value) for name, value in jwk.construct(pem, alg).to_dict().items()}
    raise KeyFormatError("is no PEM key of RSA or on P-256")


def _jwk_of(private: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, alg: SigningAlg) -> JwkDict:
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return {name: str(value) for name, value in jwk.construct(pem, alg).to_dict().items()}


def _alg(entry: JwkDict) -> SigningAlg:
    alg: SigningAlg
    for alg in get_args(SigningAlg):
        if entry.get("alg") == alg and entry.get("kty") == _KEY_TYPES[alg]:
            return alg
    raise KeyFormatError("holds a key without a fitting alg (HS256, ES256 or RS256)")


def _prepared(kid: str, alg: SigningAlg, key: Key, entry: JwkDict) -> JwsKey:
    if alg == "HS256":
        secret = base64.urlsafe_b64decode(entry["k"] + "==")
        if len(secret) < _MIN_HMAC_BYTES:
            raise KeyFormatError("holds an HS256 key of less than 256 bits")
        return JwsKey(kid, alg, HmacSigner(secret), key, None)
    public = key.public_key()
    if alg == "RS256" and 8 * len(base64.urlsafe_b64decode(entry["n"] + "==")) < _MIN_RSA_BITS:
        raise KeyFormatError("holds an RSA key of less than 2048 bits")
    members = {name: entry[name] for name in _PUBLIC_MEMBERS[entry["kty"]]}
    if alg == "ES256" and members["crv"] != "P-256":
        raise KeyFormatError("holds an ES256 key that is not on P-256")
    public_jwk = {**members, "use": "sig", "alg": alg, "kid": kid}
    return JwsKey(kid, alg, key if "d" in entry else None, public, public_jwk)


def _is_jwk(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(value, str) for value in entry.values())


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
