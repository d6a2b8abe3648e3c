"""Secrets of machines."""

from __future__ import annotations

import base64
import json
import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_ALNUM = string.ascii_letters + string.digits
_BASE32 = string.ascii_uppercase + "234567"
_URL_SAFE = _ALNUM + "-_"
_PEM = _ALNUM + "+/"


def chars(rng: random.Random, alphabet: str, count: int) -> str:
    """Random characters."""
    return "".join(rng.choice(alphabet) for _ in range(count))


def jwt(rng: random.Random) -> str:
    """A signed token with a header that decodes."""

    def part(data: dict[str, str | int]) -> str:
        text = json.dumps(data, separators=rng.choice(((",", ":"), (", ", ": "))))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    header: dict[str, str | int] = {"alg": rng.choice(("HS256", "RS256", "ES256")), "typ": "JWT"}
    if rng.random() < 0.3:
        header["kid"] = chars(rng, string.hexdigits.lower(), 8)
    claims: dict[str, str | int] = {"sub": chars(rng, _ALNUM, 10), "exp": rng.randrange(1700000000, 1800000000)}
    return f"{part(header)}.{part(claims)}.{chars(rng, _URL_SAFE, 43)}"


def api_key(rng: random.Random) -> str:
    """A key of one of the vendors."""
    return rng.choice(_VENDORS)(rng)


def _aws(rng: random.Random) -> str:
    return rng.choice(("AKIA", "AKIA", "ASIA")) + chars(rng, _BASE32, 16)


def _github(rng: random.Random) -> str:
    return rng.choice(("ghp_", "gho_", "ghs_")) + chars(rng, _ALNUM, 36)


def _github_fine(rng: random.Random) -> str:
    return f"github_pat_{chars(rng, _ALNUM, 22)}_{chars(rng, _ALNUM, 59)}"


def _openai(rng: random.Random) -> str:
    return f"sk-{chars(rng, _ALNUM, 20)}T3BlbkFJ{chars(rng, _ALNUM, 20)}"


def _anthropic(rng: random.Random) -> str:
    return f"sk-ant-api03-{chars(rng, _URL_SAFE, 93)}AA"


def _slack(rng: random.Random) -> str:
    return f"xoxb-{chars(rng, string.digits, 12)}-{chars(rng, string.digits, 12)}-{chars(rng, _ALNUM, 24)}"


def _stripe(rng: random.Random) -> str:
    return rng.choice(("sk_live_", "sk_test_", "rk_live_")) + chars(rng, _ALNUM, 24)


def _google(rng: random.Random) -> str:
    return "AIza" + chars(rng, _ALNUM, 35)


def _npm(rng: random.Random) -> str:
    return "npm_" + chars(rng, _ALNUM, 36)


def _hugging_face(rng: random.Random) -> str:
    return "hf_" + chars(rng, string.ascii_letters, 34)


def _gitlab(rng: random.Random) -> str:
    return "glpat-" + chars(rng, _ALNUM, 20)


_VENDORS = (
    _aws,
    _aws,
    _github,
    _github,
    _github_fine,
    _openai,
    _anthropic,
    _slack,
    _stripe,
    _google,
    _npm,
    _hugging_face,
    _gitlab,
)


def pem(rng: random.Random, *, public: bool = False) -> str:
    """A key block; a public one is no secret."""
    kind = (
        "PUBLIC KEY"
        if public
        else rng.choice(("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY"))
    )
    lines = [chars(rng, _PEM, 64) for _ in range(rng.randrange(2, 6))] + [chars(rng, _PEM, 42) + "=="]
    return "\n".join((f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----"))


def userinfo(rng: random.Random) -> str:
    """User and password as they stand in an address of a service."""
    user = rng.choice(("admin", "app", "svc_report", "deploy", "root", "readonly", "batch", "etl-user", "postgres"))
    word = rng.choice(("hunter", "Winter", "qwer", "Pa$$w0rd", "changeMe", "n0tSecret", "kimchi", "Rlaclwlro"))
    return f"{user}:{word}{rng.choice(('', '!', '%21', '_', '.'))}{rng.randrange(10, 9999)}"
