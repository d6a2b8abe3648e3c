"""Who may talk to this server at all: the answer to DNS rebinding and to foreign web pages.

A page in the browser of somebody whose machine runs this server can send requests to localhost. Its Origin gives it
away; where it hides behind a rebound name, the Host does. There is no CORS here: no page has business with tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from oauth2_demo.mcp_server.origins import LOOPBACK_HOSTS, Doorway, host_name
from oauth2_demo.web.exchange import Answer, json_answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from oauth2_demo.web.exchange import Header

_MAX_REMEMBERED = 256


class Gate:
    """Asks the doorway of the server, and remembers what it said about hosts."""

    def __init__(self, doorway: Doorway) -> None:
        """Let in requests for its hosts: from no page, from its own pages, or from pages of the name that was asked."""
        self._doorway = doorway
        self._known_hosts: dict[bytes, bool] = {}

    @classmethod
    def of(cls, urls: Iterable[str], hosts: Iterable[str] = ()) -> Gate:
        """Derive the gate from the configured URLs of this server, and other names that it listens on."""
        parts = [urlsplit(url) for url in urls]
        names = {host_name(name) for name in (*(part.netloc for part in parts), *hosts)}
        return cls(Doorway.of(names | LOOPBACK_HOSTS, {f"{part.scheme}://{part.netloc}".lower() for part in parts}))

    def refusal(self, raw_headers: list[Header]) -> Answer | None:
        """Give the answer to a request that may not come in, or None.

        The port of Host does not count: published ports differ, and rebinding changes names, not ports. An Origin is
        compared whole.
        """
        headers = dict(raw_headers)
        host = headers.get(b"host", b"")
        if len(headers) != len(raw_headers) and _count(raw_headers, b"host") > 1:
            return _refused(400, "send one Host header")
        if not self._is_known(host):
            return _refused(421, "this server does not answer for that Host")
        if b"origin" in headers and not self._is_own(raw_headers, host):
            return _refused(403, "requests from web pages of other origins are refused")
        return None

    def _is_known(self, host: bytes) -> bool:
        known = self._known_hosts.get(host)
        if known is None:
            known = self._doorway.knows_host([host.decode("latin-1")])
            if len(self._known_hosts) < _MAX_REMEMBERED:
                self._known_hosts[host] = known
        return known

    def _is_own(self, raw_headers: list[Header], host: bytes) -> bool:
        authority = host.decode("latin-1").lower()
        own = {f"http://{authority}", f"https://{authority}"}
        origins = [value.decode("latin-1") for name, value in raw_headers if name == b"origin"]
        return self._doorway.admits_origin([origin for origin in origins if origin not in own])


def _count(raw_headers: list[Header], name: bytes) -> int:
    return sum(1 for field_name, _ in raw_headers if field_name == name)


def _refused(status: int, description: str) -> Answer:
    return json_answer({"error": "invalid_request", "error_description": description}, status=status)
