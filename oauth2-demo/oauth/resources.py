"""Which resources tokens are issued for: RFC 8707, section 2, and the canonical URI of the MCP authorization page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from oauth2_demo.oauth.errors import InvalidTargetError, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

_DEFAULT_PORTS = {"http": 80, "https": 443}
_URI_CHARACTERS = re.compile(r"[A-Za-z0-9:/?@!$&'()*+,;=._~%\[\]-]+")


@dataclass(frozen=True)
class ResourceRegistry:
    """The resources that this server issues tokens for."""

    # Canonical form -> the string as configured, which is what `aud` says character for character.
    audiences: dict[str, str]

    @classmethod
    def of(cls, resources: Iterable[str]) -> ResourceRegistry:
        """Build the registry from configured URLs."""
        return cls({canonical_resource(resource): resource for resource in resources})

    def audience(self, requested: Iterable[str]) -> tuple[str, ...]:
        """Give the audiences for the `resource` parameters of a request, each once and in a fixed order.

        RFC 8707 lets the parameter repeat: the token is then for each of the resources named.

        Raises:
            InvalidTargetError: A resource is malformed or unknown.
        """
        try:
            return tuple(sorted({self.audiences[canonical_resource(resource)] for resource in requested}))
        except KeyError:
            raise InvalidTargetError("resource is not known here", Reason.UNKNOWN_RESOURCE) from None


@lru_cache(maxsize=256)
def canonical_resource(uri: str) -> str:
    """Write a resource URI in one way: scheme and host in lower case, no default port, no trailing slash.

    Raises:
        InvalidTargetError: It is not an absolute http or https URI, or it has a fragment or a user.
    """
    try:
        parts = urlsplit(uri) if _URI_CHARACTERS.fullmatch(uri) else SplitResult("", "", "", "", "")
        port = parts.port
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname or parts.username is not None:
        raise InvalidTargetError("resource must be an absolute http or https URI", Reason.UNKNOWN_RESOURCE)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    authority = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{authority}{parts.path.rstrip('/')}{query}"
