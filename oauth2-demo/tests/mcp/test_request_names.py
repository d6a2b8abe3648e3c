"""For which name a request is, on every route of every server (RFC 9112, section 3.2; RFC 9110, section 7.2)."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from starlette.responses import Response

from oauth2_demo.mcp_server.origins import Doorway
from oauth2_demo.mcp_server.reception import Reception
from oauth2_demo.tests.support.processes import HANG_GUARD_S
from oauth2_demo.web.authority import settle_host

if TYPE_CHECKING:
    from starlette.types import Message

    from oauth2_demo.tests.support.protected import Protected

pytestmark = pytest.mark.integration

METADATA = "/.well-known/oauth-protected-resource"
SERVE_PATHS = {
    "/health": 200,
    "/health/live": 200,
    "/health/ready": 200,
    f"{METADATA}/mcp": 200,
    f"{METADATA}/security/mcp": 200,
    "/mcp": 401,
    "/mcp/": 401,
    "/security/mcp": 401,
    "/weather/mcp/": 401,
    "/metrics": 200,
    "/nowhere": 404,
}
OAUTH_PATHS = {"/health": 200, "/hello": 401, "/.well-known/openid-configuration": 200, f"{METADATA}/hello": 200}
SERVED: list[list[bytes]] = [
    [b"localhost"],
    [b"LOCALHOST"],
    [b"localhost:8080"],
    [b"localhost:"],
    [b"127.0.0.1:8080"],
    [b"[::1]:80"],
]
MISDIRECTED: list[list[bytes]] = [[b"evil.example"], [b"localhost."], [b""], [b"localhost.evil.example"], [b":80"]]
MALFORMED: list[list[bytes]] = [
    [],
    [b"localhost", b"localhost"],
    [b"localhost", b"evil.example"],
    [b"localhost:80@evil.example"],
    [b"user@localhost"],
    [b"localhost:80:80"],
    [b"localhost/x"],
    [b"localhost, evil.example"],
    [b"localhost:\xb2"],
    [b"::1"],
    [b"http://localhost"],
    [b"localhost%zz"],
]
SERVED_TARGETS = [(b"http://localhost", b"evil.example"), (b"HTTP://LOCALHOST:80", b"localhost")]
MISDIRECTED_TARGETS = [(b"http://evil.example", b"localhost"), (b"https://localhost.evil.example:80", b"localhost")]
MALFORMED_TARGETS = [
    (b"http://localhost@evil.example", b"localhost"),
    (b"http://evil.example:80@localhost", b"localhost"),
    (b"http://", b"localhost"),
    (b"ftp://localhost", b"localhost"),
    (b"http://evil.example", b"localhost:80@evil.example"),
]


def statuses(url: str, targets: list[bytes], fields: list[bytes]) -> list[int]:
    """Ask for each target on a connection of its own; return what was answered."""
    address = urlsplit(url)
    assert address.port is not None
    answered = []
    for target in targets:
        head = b"\r\n".join([b"GET %b HTTP/1.1" % target, *fields, b"Connection: close", b"", b""])
        with socket.create_connection(("127.0.0.1", address.port), HANG_GUARD_S) as connection:
            connection.sendall(head)
            answered.append(int(connection.makefile("rb").readline().split()[1]))
    return answered


def hosts(values: list[bytes]) -> list[bytes]:
    """The Host fields with these values."""
    return [b"Host: " + value for value in values]


def sites(endpoints: Protected) -> list[tuple[str, dict[str, int]]]:
    """Where which paths are served: by `mcp-docker serve`, and by the OAuth2 server."""
    oauth_paths = OAUTH_PATHS | ({"/mcp": 401} if endpoints.set_up == "integrated" else {})
    served = [(endpoints.base, SERVE_PATHS)] if endpoints.set_up == "separated" else []
    return [*served, (endpoints.oauth.issuer, oauth_paths)]


@pytest.mark.parametrize("values", SERVED)
def test_every_route_answers_by_the_names_of_this_machine(endpoints: Protected, values: list[bytes]) -> None:
    for url, paths in sites(endpoints):
        assert statuses(url, [path.encode() for path in paths], hosts(values)) == list(paths.values())


@pytest.mark.parametrize("values", MISDIRECTED)
def test_no_route_answers_by_another_name(endpoints: Protected, values: list[bytes]) -> None:
    for url, paths in sites(endpoints):
        assert statuses(url, [path.encode() for path in paths], hosts(values)) == [421] * len(paths)


@pytest.mark.parametrize("values", MALFORMED)
def test_a_request_without_exactly_one_host_is_malformed_everywhere(endpoints: Protected, values: list[bytes]) -> None:
    for url, paths in sites(endpoints):
        assert statuses(url, [path.encode() for path in paths], hosts(values)) == [400] * len(paths)


@pytest.mark.parametrize(
    ("targets", "status"),
    [(SERVED_TARGETS, None), (MISDIRECTED_TARGETS, 421), (MALFORMED_TARGETS, 400)],
    ids=["own name", "other name", "no name"],
)
def test_what_an_absolute_target_names_counts_and_not_the_host_beside_it(
    endpoints: Protected, targets: list[tuple[bytes, bytes]], status: int | None
) -> None:
    for url, paths in sites(endpoints):
        expected = list(paths.values()) if status is None else [status] * len(paths)
        for prefix, host in targets:
            assert statuses(url, [prefix + path.encode() for path in paths], hosts([host])) == expected


def test_foreign_pages_are_refused_on_every_route(endpoints: Protected) -> None:
    for url, paths in sites(endpoints):
        fields = [*hosts([b"localhost"]), b"Origin: http://evil.example"]
        assert statuses(url, [path.encode() for path in paths], fields) == [403] * len(paths)


def test_health_checks_of_containers_and_of_the_host_are_served(separated: Protected) -> None:
    """Compose asks 127.0.0.1 in the container, its network the name of the service, people localhost."""
    for name in (b"127.0.0.1:8080", b"localhost:8080", b"mcp-server:8080"):
        assert statuses(separated.base, [b"/health/ready", b"/metrics"], hosts([name])) == [200, 200]


def test_a_head_that_comes_again_means_the_same_again(separated: Protected) -> None:
    """The server remembers heads; a remembered one must not get its foreign name past the check."""
    address = urlsplit(separated.base)
    request = b"GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", address.port or 0), HANG_GUARD_S) as connection:
        answers = connection.makefile("rb")
        for _ in range(3):
            connection.sendall(request)
            assert answers.readline().split()[1] == b"421"
            length = 0
            while (line := answers.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            answers.read(length)


def test_before_http_1_1_a_request_needs_no_host_but_is_for_nobody_then() -> None:
    fields: list[tuple[bytes, bytes]] = [(b"accept", b"*/*")]
    settle_host(b"/", fields, "1.0")
    assert fields == [(b"accept", b"*/*")]
    with pytest.raises(ValueError, match="one Host"):
        settle_host(b"/", fields, "1.1")
    settle_host(b"http://a.example/x?y", fields, "1.0")
    assert fields == [(b"host", b"a.example"), (b"accept", b"*/*")]
    settle_host(b"*", [(b"host", b"a")], "1.1")


@pytest.mark.parametrize(
    ("target", "hosts"),
    [
        (b"/", [b"a", b"a"]),
        (b"/", [b"a@b"]),
        (b"/", [b"a b"]),
        (b"http://a@b/", [b"a"]),
        (b"http:///x", [b"a"]),
        (b"a:80", [b"a"]),
        (b"mailto:a", [b"a"]),
    ],
)
def test_what_names_no_host_is_malformed(target: bytes, hosts: list[bytes]) -> None:
    with pytest.raises(ValueError, match=r"Host|target"):
        settle_host(target, [(b"host", host) for host in hosts], "1.1")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({b"host": b"localhost:1"}, 200),
        ({b"host": b"evil.example"}, 421),
        ({}, 421),
        ({b"host": b"localhost", b"origin": b"http://localhost"}, 403),
    ],
)
async def test_the_reception_lets_in_whom_its_doorway_knows(fields: dict[bytes, bytes], status: int) -> None:
    statuses: list[int] = []

    async def receive() -> Message:
        raise AssertionError

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    reception = Reception(Response("let in"), Doorway.of(["localhost"], ()))
    await reception({"type": "http", "method": "GET", "headers": list(fields.items())}, receive, send)
    assert statuses == [status]


@pytest.mark.parametrize("value", ["::1", "localhost:\xb2", "localhost:80@evil", "user@localhost", "localhost\n"])
def test_a_doorway_knows_nothing_that_is_no_host(value: str) -> None:
    assert not Doorway.of(["localhost", "[::1]", "user@localhost"], ()).knows_host([value])
