"""Who may talk to a server at all (MCP, Streamable HTTP, security warning): the answer to DNS rebinding.

Both HTTP sides decide by it, the MCP endpoints and the OAuth2 server.

The SDK compares with prefixes (`http://localhost:1.evil.example` passes as `http://localhost:*`) and checks nothing as
soon as the server listens on more than loopback. Here an origin is compared whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# uri-host [ ":" port ] of RFC 9110, section 7.2: no user name, no path, no blank.
_AUTHORITY: Final = re.compile(
    r"(?:\[[0-9a-f:.]+\]|(?:[a-z0-9._~!$&'()*+,;=-]|%[0-9a-f]{2})*)(?::[0-9]*)?", re.IGNORECASE | re.ASCII
)
LOOPBACK_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Doorway:
    """The names under which an endpoint is known, and the web pages that may use it.

    Attributes:
        hosts: Host names in lower case; with a port (`api.example:8443`) only that port is meant, without one every.
        origins: Whole origins, such as `https://app.example`.
    """

    hosts: frozenset[str]
    origins: frozenset[str]

    @classmethod
    def of(cls, hosts: Iterable[str], origins: Iterable[str]) -> Doorway:
        """Return the doorway for these names."""
        return cls(frozenset(host.lower() for host in hosts), frozenset(origins))

    @property
    def is_local(self) -> bool:
        """Whether every name is one of this machine itself."""
        return all(host_name(host) in LOOPBACK_HOSTS for host in self.hosts)

    def knows_host(self, unverified_hosts: list[str]) -> bool:
        """Return whether the Host headers of a request are one name of this endpoint."""
        if len(unverified_hosts) != 1:
            return False
        host = unverified_hosts[0].lower()
        return is_authority(host) and (host in self.hosts or host_name(host) in self.hosts)

    def admits_origin(self, unverified_origins: list[str]) -> bool:
        """Return whether a request comes from no page or from one that may use this endpoint."""
        return all(origin in self.origins for origin in unverified_origins)


def is_authority(text: str) -> bool:
    """Return whether `text` is what a Host header may hold."""
    return _AUTHORITY.fullmatch(text) is not None


def host_name(authority: str) -> str:
    """Take the port off, if there is one; an IPv6 address has brackets afterwards."""
    if authority.count(":") > 1 and not authority.startswith("["):
        return f"[{authority}]"
    name, separator, port = authority.rpartition(":")
    # An empty port is none (RFC 3986, section 3.2.3).
    return name if separator and (port.isdigit() or not port) else authority
