"""Tokens at an MCP endpoint are judged by the authorization server, and for this endpoint only."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import anyio.lowlevel
import httpx2
import pytest

from oauth2_demo.mcp_auth.verifiers import IntrospectingVerifier, IntrospectionEndpoint, Introspector
from oauth2_demo.oauth.bearer import ProtectedResource
from oauth2_demo.oauth.credentials import SecretCredentials, read_credentials
from oauth2_demo.oauth.errors import InvalidTokenError, Reason, UnavailableError
from oauth2_demo.resilience.circuit_breaker import FAILURES, OPEN_S

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.unit, pytest.mark.anyio]

URL = "http://localhost:8080/mcp"
# What form encoding changes (RFC 6749, 2.3.1).
SECRET = "s3cret+%& é"
GOOD: dict[str, Any] = {
    "active": True,
    "client_id": "editor",
    "sub": "editor",
    "scope": "mcp.access audit.read",
    "aud": URL,
    "iss": "http://localhost:8081",
    "jti": "jti-1",
    "exp": 2_000,
}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class Server:
    """An introspection endpoint that says what a test wants."""

    answer: Callable[[], httpx2.Response] = lambda: httpx2.Response(200, json=GOOD)
    now: float = 1_000.0
    requests: list[httpx2.Request] = field(default_factory=list)

    def verifier(self) -> IntrospectingVerifier:
        """Return a verifier that asks this endpoint and remembers for five seconds."""

        def handle(request: httpx2.Request) -> httpx2.Response:
            self.requests.append(request)
            return self.answer()

        http = httpx2.AsyncClient(transport=httpx2.MockTransport(handle))
        endpoint = IntrospectionEndpoint("http://auth/oauth2/introspect", "mcp-server", SECRET)
        resource = ProtectedResource(URL, frozenset({URL}), "mcp.access", f"{URL}/metadata")
        return IntrospectingVerifier(resource, Introspector(http, endpoint, cache_s=5, clock=lambda: self.now))


async def test_a_good_token_gives_what_the_server_says_of_it() -> None:
    server = Server()
    grant = await server.verifier().verify("token-1")
    assert (grant.client_id, grant.subject, grant.issuer, grant.token_id, grant.expires_at) == (
        "editor",
        "editor",
        "http://localhost:8081",
        "jti-1",
        2_000,
    )
    assert grant.scopes == {"mcp.access", "audit.read"}


async def test_the_token_is_sent_in_the_body_by_a_client_authenticated_as_the_server_reads_it() -> None:
    server = Server()
    await server.verifier().verify("token-1")
    request = server.requests[0]
    assert (request.method, request.content) == ("POST", b"token=token-1")
    credentials = read_credentials(request.headers["authorization"], {})
    assert credentials == SecretCredentials("mcp-server", SECRET)


async def test_a_good_answer_is_kept_for_a_few_seconds_only() -> None:
    server = Server()
    verifier = server.verifier()
    await verifier.verify("token-1")
    server.now += 4.9
    await verifier.verify("token-1")
    assert len(server.requests) == 1
    server.now += 0.1
    await verifier.verify("token-1")
    assert len(server.requests) == 2


async def test_one_token_s_answer_is_not_used_for_another() -> None:
    server = Server()
    verifier = server.verifier()
    await verifier.verify("token-1")
    server.answer = lambda: httpx2.Response(200, json={"active": False})
    with pytest.raises(InvalidTokenError):
        await verifier.verify("token-2")


@dataclass
class HeldBack:
    """An introspection endpoint whose answer waits."""

    asked: int = 0
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: httpx2.Request) -> httpx2.Response:
        del request
        self.asked += 1
        await self.may_answer.wait()
        return httpx2.Response(200, json=GOOD)

    def introspector(self) -> Introspector:
        """Return what asks it."""
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(self.handle))
        endpoint = IntrospectionEndpoint("http://auth/oauth2/introspect", "mcp-server", SECRET)
        return Introspector(http, endpoint, cache_s=5, clock=lambda: 1_000.0)


async def test_calls_that_come_together_ask_once_and_all_get_the_answer() -> None:
    server = HeldBack()
    introspector = server.introspector()
    calls = [asyncio.ensure_future(introspector.introspect("token-1")) for _ in range(3)]
    other = asyncio.ensure_future(introspector.introspect("token-2"))
    await _until(lambda: server.asked == 2)
    server.may_answer.set()
    assert {(await call).jti for call in calls} == {"jti-1"}
    await other
    assert server.asked == 2


async def test_a_caller_that_leaves_takes_the_answer_from_nobody() -> None:
    server = HeldBack()
    introspector = server.introspector()
    first, second = (asyncio.ensure_future(introspector.introspect("token-1")) for _ in range(2))
    await _until(lambda: server.asked == 1)
    first.cancel()
    server.may_answer.set()
    assert (await second).jti == "jti-1"
    with pytest.raises(asyncio.CancelledError):
        await first


async def _until(is_so: Callable[[], bool]) -> None:
    with anyio.fail_after(10):
        while not is_so():
            await anyio.lowlevel.checkpoint()


async def test_a_refusal_is_never_kept() -> None:
    server = Server(answer=lambda: httpx2.Response(200, json={"active": False}))
    verifier = server.verifier()
    with pytest.raises(InvalidTokenError) as refusal:
        await verifier.verify("token-1")
    assert refusal.value.reason is Reason.INACTIVE
    server.answer = lambda: httpx2.Response(200, json=GOOD)
    assert (await verifier.verify("token-1")).client_id == "editor"


async def test_an_answer_is_not_kept_beyond_the_end_of_the_token() -> None:
    server = Server(answer=lambda: httpx2.Response(200, json={**GOOD, "exp": 1_002}))
    verifier = server.verifier()
    await verifier.verify("token-1")
    server.now = 1_002
    with pytest.raises(InvalidTokenError):
        await verifier.verify("token-1")


@pytest.mark.parametrize("audience", ["editor", "http://localhost:8080/other/mcp", [], ["http://localhost:8080/other"]])
async def test_a_token_for_something_else_is_refused_with_what_to_ask_for(audience: object) -> None:
    server = Server(answer=lambda: httpx2.Response(200, json={**GOOD, "aud": audience}))
    with pytest.raises(InvalidTokenError, match="resource=http://localhost:8080/mcp") as refusal:
        await server.verifier().verify("token-1")
    assert refusal.value.reason is Reason.WRONG_AUDIENCE


async def test_a_token_for_several_resources_opens_each_of_them() -> None:
    server = Server(answer=lambda: httpx2.Response(200, json={**GOOD, "aud": ["http://other", URL]}))
    assert (await server.verifier().verify("token-1")).client_id == "editor"


def _down() -> httpx2.Response:
    raise httpx2.ConnectError("refused")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (_down, "does not answer"),
        (lambda: httpx2.Response(401), "our own credentials"),
        (lambda: httpx2.Response(503), "503"),
        (lambda: httpx2.Response(200, content=b"<html>"), "something else"),
        (lambda: httpx2.Response(200, json={"client_id": "x"}), "something else"),
    ],
)
async def test_when_nobody_can_tell_the_request_is_refused_with_the_reason(
    answer: Callable[[], httpx2.Response], told: str
) -> None:
    with pytest.raises(UnavailableError, match=told):
        await Server(answer=answer).verifier().verify("token-1")


@pytest.mark.parametrize(
    "answer",
    [
        _down,
        lambda: httpx2.Response(500),
        lambda: httpx2.Response(503),
        lambda: httpx2.Response(200, content=b"<html>"),
    ],
)
async def test_a_server_out_of_order_is_left_alone_and_lets_nobody_in(
    answer: Callable[[], httpx2.Response], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [1_000.0]
    monkeypatch.setattr("circuitbreaker.monotonic", lambda: seconds[0])
    server = Server()
    verifier = server.verifier()
    await verifier.verify("token-1")
    server.answer = answer
    for _ in range(FAILURES):
        with pytest.raises(UnavailableError):
            await verifier.verify("token-2")
    server.answer = lambda: httpx2.Response(200, json=GOOD)
    with pytest.raises(UnavailableError, match="not asked again for 60 s"):
        await verifier.verify("token-2")
    assert len(server.requests) == 1 + FAILURES
    # What was judged a moment ago needs no server.
    assert (await verifier.verify("token-1")).client_id == "editor"
    server.now += 5
    with pytest.raises(UnavailableError, match="not asked again"):
        await verifier.verify("token-1")
    seconds[0] += OPEN_S
    assert (await verifier.verify("token-2")).client_id == "editor"


@pytest.mark.parametrize("status", [400, 401, 429])
async def test_a_server_that_refuses_us_is_not_out_of_order(status: int) -> None:
    server = Server(answer=lambda: httpx2.Response(status))
    verifier = server.verifier()
    for _ in range(FAILURES + 1):
        with pytest.raises(UnavailableError):
            await verifier.verify("token-1")
    server.answer = lambda: httpx2.Response(200, json=GOOD)
    assert (await verifier.verify("token-1")).client_id == "editor"


async def test_tokens_that_are_no_good_never_open_the_breaker() -> None:
    server = Server(answer=lambda: httpx2.Response(200, json={"active": False}))
    verifier = server.verifier()
    for _ in range(FAILURES + 1):
        with pytest.raises(InvalidTokenError):
            await verifier.verify("guessed")
    server.answer = lambda: httpx2.Response(200, json=GOOD)
    assert (await verifier.verify("token-1")).client_id == "editor"


async def test_the_number_of_kept_answers_is_bounded() -> None:
    server = Server()
    verifier = server.verifier()
    for number in range(4_097):
        await verifier.verify(f"token-{number}")
    asked = len(server.requests)
    await verifier.verify("token-4096")
    assert len(server.requests) == asked
    await verifier.verify("token-0")
    assert len(server.requests) == asked + 1


async def test_no_token_and_no_secret_stands_in_an_error() -> None:
    with pytest.raises(UnavailableError) as refusal:
        await Server(answer=lambda: httpx2.Response(401, json={"error": SECRET})).verifier().verify("token-1")
    assert not [word for word in ("token-1", SECRET) if word in str(refusal.value)]
