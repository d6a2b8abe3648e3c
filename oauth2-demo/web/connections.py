"""How many connections one address and all addresses may hold (RFC 9110, section 15.6.4; RFC 6749, section 10.14)."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class ConnectionLimits:
    """What one connection, one address and all of them together may take. Durations are in seconds.

    A request has `request_receipt_s` from its first byte (or from the connection's start) to its last, however the
    bytes are spread. 512 connections for an address leave room for any honest client and for everybody behind one
    address translation; the number need not be low, because a full house ends the connection that has waited longest
    instead of refusing the newcomer.
    """

    request_receipt_s: float = 10.0
    keep_alive_s: float = 5.0
    answer_drain_s: float = 15.0
    max_header_bytes: int = 16 * 1024
    max_request_bytes: int = 8 * 1024 * 1024
    max_connections_per_address: int = 512
    max_connections: int = 4096

    @property
    def sweep_interval_s(self) -> float:
        """How often deadlines are looked at: a tenth of the shortest, so that nothing outlives its deadline by much."""
        return min(self.request_receipt_s, self.keep_alive_s, self.answer_drain_s) / 10


class Connection(Protocol):
    """What the gate needs to know about a connection."""

    @property
    def waits_for_client(self) -> bool:
        """Whether the client has to act next: send the rest of a request or read an answer."""

    def drop(self) -> None:
        """Close at once, without an answer."""

    def end_if_overdue(self, now: float) -> None:
        """Close when a deadline passed."""


def address_group(host: str) -> str:
    """Name the client that an address stands for: an IPv6 client owns its whole /64 and could use each address once."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))


class ConnectionGate:
    """Counts open connections by address group. When full, the longest waiting one makes room for the new one."""

    def __init__(self, limits: ConnectionLimits, trusted_proxies: Iterable[str] = ()) -> None:
        self._limits = limits
        self._proxies: tuple[IPNetwork, ...] = tuple(ipaddress.ip_network(proxy) for proxy in trusted_proxies)
        # Dictionaries instead of sets: their order is the order of arrival, so the first that waits has waited longest.
        self._groups: dict[str, dict[Connection, None]] = {}
        self._all: dict[Connection, str] = {}

    def __len__(self) -> int:
        return len(self._all)

    def admit(self, connection: Connection, host: str) -> bool:
        """Register a new connection from `host`, or return False when nobody can make room for it."""
        group = address_group(host)
        members = self._groups.get(group, {})
        per_address_is_full = len(members) >= self._limits.max_connections_per_address and not self._is_proxy(host)
        if per_address_is_full and not self._make_room(members):
            return False
        if len(self._all) >= self._limits.max_connections and not self._make_room(self._all):
            return False
        self._groups.setdefault(group, {})[connection] = None
        self._all[connection] = group
        return True

    def release(self, connection: Connection) -> None:
        """Forget a connection that ended. Unknown ones (refused or dropped before) are no error."""
        group = self._all.pop(connection, None)
        if group is None:
            return
        members = self._groups[group]
        del members[connection]
        if not members:
            del self._groups[group]

    def sweep(self, now: float) -> None:
        """End every connection whose deadline passed; `now` is the event loop's clock."""
        for connection in list(self._all):
            connection.end_if_overdue(now)

    def _make_room(self, connections: Iterable[Connection]) -> bool:
        waiting = next((connection for connection in connections if connection.waits_for_client), None)
        if waiting is None:
            return False
        self.release(waiting)
        waiting.drop()
        return True

    def _is_proxy(self, host: str) -> bool:
        """A trusted proxy holds the connections of all its clients, so only the total limit applies to it."""
        if not self._proxies:
            return False
        address = ipaddress.ip_address(host)
        return any(address in network for network in self._proxies)
