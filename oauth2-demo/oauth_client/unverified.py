"""Looking into a token that was just received, without believing it: only a resource server verifies."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS = 3


@dataclass(frozen=True, slots=True)
class UnverifiedToken:
    """The readable parts of a JWT (RFC 7519)."""

    header: Mapping[str, object]
    claims: Mapping[str, object]

    def number(self, name: str) -> float:
        """Return a numeric claim, or 0 where there is none."""
        value = self.claims.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0


def read_unverified(token: str) -> UnverifiedToken:
    """Return what `token` says.

    Raises:
        ValueError: It is no JWT. The text does not repeat it.
    """
    parts = token.split(".")
    if len(parts) != _PARTS:
        raise ValueError("not a JWT")
    return UnverifiedToken(_json_object(parts[0]), _json_object(parts[1]))


def with_later_expiry(token: str, seconds: int) -> str:
    """Return `token` with an `exp` that lies `seconds` later and its old signature: a forgery, to be refused.

    Raises:
        ValueError: It is no JWT.
    """
    seen = read_unverified(token)
    header, _, signature = token.split(".")
    changed = {**seen.claims, "exp": int(seen.number("exp")) + seconds}
    return f"{header}.{_base64url(json.dumps(changed, separators=(',', ':')).encode())}.{signature}"


def _json_object(part: str) -> dict[str, object]:
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError):
        raise ValueError("not a JWT") from None
    if not isinstance(value, dict):
        raise ValueError("not a JWT")
    return value


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
