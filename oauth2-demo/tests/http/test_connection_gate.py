"""Who may hold how many connections, and how the process makes room for them."""

from __future__ import annotations

import resource
import signal
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.web.connections import ConnectionGate, ConnectionLimits, address_group
from oauth2_demo.web.server import listen, make_server, within_file_limit

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

pytestmark = pytest.mark.unit

LIMITS = ConnectionLimits(max_connections_per_address=2, max_connections=4)


class FakeConnection:
    """A connection that remembers what was done to it."""

    def __init__(self, *, waits_for_client: bool = True) -> None:
        self.waits_for_client = waits_for_client
        self.is_dropped = False
        self.swept_at: list[float] = []

    def drop(self) -> None:
        self.is_dropped = True

    def end_if_overdue(self, now: float) -> None:
        self.swept_at.append(now)


@pytest.mark.parametrize(
    ("host", "group"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", ""),
        ("unix", "unix"),
    ],
)
def test_one_client_counts_as_one_address(host: str, group: str) -> None:
    assert address_group(host) == group


def test_the_longest_waiting_connection_of_a_full_address_makes_room() -> None:
    gate = ConnectionGate(LIMITS)
    busy, first, second, newcomer = FakeConnection(waits_for_client=False), *(FakeConnection() for _ in range(3))
    assert gate.admit(busy, "192.0.2.1")
    assert gate.admit(first, "192.0.2.1")
    assert gate.admit(newcomer, "192.0.2.1")
    assert (busy.is_dropped, first.is_dropped, newcomer.is_dropped) == (False, True, False)
    assert gate.admit(second, "192.0.2.2")
    assert len(gate) == 3


def test_a_newcomer_is_refused_when_all_connections_of_its_address_are_at_work() -> None:
    gate = ConnectionGate(LIMITS)
    for _ in range(2):
        assert gate.admit(FakeConnection(waits_for_client=False), "192.0.2.1")
    assert not gate.admit(FakeConnection(), "192.0.2.1")
    assert gate.admit(FakeConnection(), "192.0.2.2")


def test_the_total_holds_for_all_addresses_together() -> None:
    gate = ConnectionGate(LIMITS)
    waiting = FakeConnection()
    assert gate.admit(waiting, "192.0.2.1")
    for number in (2, 3, 4):
        assert gate.admit(FakeConnection(waits_for_client=False), f"192.0.2.{number}")
    assert gate.admit(FakeConnection(waits_for_client=False), "192.0.2.5")
    assert waiting.is_dropped
    assert not gate.admit(FakeConnection(), "192.0.2.6")


def test_a_released_connection_gives_its_place_back_once() -> None:
    gate = ConnectionGate(LIMITS)
    connections = [FakeConnection(waits_for_client=False) for _ in range(2)]
    for connection in connections:
        assert gate.admit(connection, "192.0.2.1")
    gate.release(connections[0])
    gate.release(connections[0])
    gate.release(FakeConnection())
    assert gate.admit(FakeConnection(waits_for_client=False), "192.0.2.1")
    assert not gate.admit(FakeConnection(), "192.0.2.1")


def test_a_trusted_proxy_may_hold_the_connections_of_all_its_clients() -> None:
    gate = ConnectionGate(LIMITS, ["192.0.2.0/24"])
    for _ in range(4):
        assert gate.admit(FakeConnection(waits_for_client=False), "192.0.2.1")
    assert not gate.admit(FakeConnection(), "192.0.2.1")


def test_a_sweep_asks_every_connection() -> None:
    gate = ConnectionGate(LIMITS)
    connections = [FakeConnection() for _ in range(3)]
    for number, connection in enumerate(connections):
        gate.admit(connection, f"192.0.2.{number}")
    gate.sweep(7.0)
    assert [connection.swept_at for connection in connections] == [[7.0]] * 3


def test_defaults_are_what_is_promised() -> None:
    limits = ConnectionLimits()
    assert (limits.request_receipt_s, limits.keep_alive_s, limits.max_header_bytes) == (10.0, 5.0, 16 * 1024)
    assert limits.request_receipt_s + limits.answer_drain_s + 2 * limits.sweep_interval_s < 30
    assert 200 < limits.max_connections_per_address < limits.max_connections


def test_the_number_of_connections_fits_the_files_that_may_be_open(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: asked.append(limits))
    for soft, hard, wanted, connections in (
        (1024, 2048, 2048, 1920),
        (1024, 100_000, 4224, 4096),
        (256, resource.RLIM_INFINITY, 4224, 4096),
    ):
        monkeypatch.setattr(resource, "getrlimit", lambda _, limits=(soft, hard): limits)
        assert within_file_limit(ConnectionLimits()).max_connections == connections
        assert asked.pop() == (wanted, hard)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (100_000, 100_000))
    assert within_file_limit(ConnectionLimits()) == ConnectionLimits()
    assert not asked


async def no_app(scope: Scope, receive: Receive, send: Send) -> None:
    """Never called."""


def test_the_second_interrupt_stops_at_once() -> None:
    server = make_server(no_app)
    server.handle_exit(signal.SIGINT, None)
    assert (server.should_exit, server.force_exit) == (True, False)
    server.handle_exit(signal.SIGTERM, None)
    assert not server.force_exit
    server.handle_exit(signal.SIGINT, None)
    assert server.force_exit


def test_it_listens_on_an_ipv6_address() -> None:
    with listen("::1", 0) as listener:
        assert listener.getsockname()[0] == "::1"
