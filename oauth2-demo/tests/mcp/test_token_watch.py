"""Answers end with their token: event streams of sessions, calls under way, on both wires."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import anyio
import pytest

from oauth2_demo.mcp_server import token_watch
from oauth2_demo.mcp_server.access import AccessGrant, Door
from oauth2_demo.mcp_server.token_watch import PATIENCE, TokenWatch
from oauth2_demo.tests.mcp.mcp_http_harness import (
    RESOURCE,
    Endpoint,
    KnownTokens,
    Recorder,
    initialize,
    legacy,
    modern,
    read_to_end,
    running_endpoint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx2
    from starlette.types import Message, Receive, Scope, Send

pytestmark = pytest.mark.integration

GUARD_S = 20.0


@pytest.fixture(params=["httptools", "h11"])
def endpoint(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    monkeypatch.setattr(token_watch, "INTERVAL_S", 0.01)
    with running_endpoint(http=request.param) as running:
        yield running


def opened(client: httpx2.Client) -> dict[str, str]:
    """Open a session; return the header that names it."""
    response = client.post("/mcp", json=initialize())
    assert response.status_code == 200
    return {"Mcp-Session-Id": response.headers["mcp-session-id"]}


def test_an_event_stream_ends_with_its_token_and_the_session_goes_on_with_the_next(endpoint: Endpoint) -> None:
    with endpoint.client() as client, endpoint.client("renewed") as renewed:
        session = opened(client)
        with client.stream("GET", "/mcp", headers=session) as stream:
            assert stream.status_code == 200
            endpoint.tokens.ended.add("good")
            assert b"data:" not in read_to_end(stream)
        assert client.get("/mcp", headers=session).status_code == 401
        with renewed.stream("GET", "/mcp", headers=session) as stream:
            assert stream.status_code == 200
        assert renewed.post("/mcp", json=legacy("ping"), headers=session).status_code == 200


def test_streams_of_other_tokens_stay_open(endpoint: Endpoint) -> None:
    with endpoint.client() as client, endpoint.client("other") as other:
        theirs = opened(other)
        with other.stream("GET", "/mcp", headers=theirs) as stream:
            with client.stream("GET", "/mcp", headers=opened(client)) as ended:
                endpoint.tokens.ended.add("good")
                read_to_end(ended)
            assert other.post("/mcp", json=legacy("ping"), headers=theirs).status_code == 200
            endpoint.tokens.ended.add("other")
            read_to_end(stream)


def test_a_call_in_a_session_is_not_answered_after_its_token_ended(endpoint: Endpoint) -> None:
    call = legacy("tools/call", {"name": "slow", "arguments": {}}, 2)
    with endpoint.client() as client:
        session = opened(client)
        threading.Thread(target=_end_token_when_started, args=(endpoint,)).start()
        response = client.post("/mcp", json=call, headers=session)
    # Its head may have left before, or not.
    assert response.status_code in {200, 401}
    assert "slow" not in response.text
    # A session outlives its connections: what was begun in it is not cancelled by the end of one.
    assert not endpoint.cancelled.is_set()
    endpoint.release.set()
    assert endpoint.finished.wait(GUARD_S)


def test_a_call_without_session_is_cancelled_and_told_why_when_its_token_ends(endpoint: Endpoint) -> None:
    call, headers = modern("tools/call", {"name": "slow", "arguments": {}})
    with endpoint.client() as client:
        threading.Thread(target=_end_token_when_started, args=(endpoint,)).start()
        response = client.post("/mcp", json=call, headers=headers)
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["www-authenticate"]
    assert endpoint.cancelled.wait(GUARD_S)


def _end_token_when_started(endpoint: Endpoint) -> None:
    assert endpoint.started.wait(GUARD_S)
    endpoint.tokens.ended.add("good")


def test_nothing_stays_open_when_nobody_can_tell_whether_its_token_is_good(endpoint: Endpoint) -> None:
    with endpoint.client() as client:
        session = opened(client)
        with client.stream("GET", "/mcp", headers=session) as stream:
            endpoint.tokens.is_silent = True
            read_to_end(stream)
        assert client.get("/mcp", headers=session).status_code == 503


def test_the_end_of_a_token_is_recorded_once_for_all_its_answers(endpoint: Endpoint) -> None:
    with endpoint.client() as client, endpoint.client("other") as other:
        with other.stream("GET", "/mcp", headers=opened(other)) as stream:
            endpoint.tokens.ended.add("other")
            read_to_end(stream)
        if endpoint.recorder.events:
            assert [event.details["action"] for event in endpoint.recorder.events] == ["mcp"]
        assert client.post("/mcp", json=initialize()).status_code == 200


# The watch by itself, second by second


class Seconds:
    """A clock that goes on when the test says so."""

    def __init__(self) -> None:
        self.ticks = asyncio.Queue[None]()
        self.waits = 0

    async def sleep(self, seconds: float) -> None:
        assert seconds == 1.0
        self.waits += 1
        await self.ticks.get()

    async def pass_one(self) -> None:
        """Let a second pass, and all that follows from it."""
        before = self.waits
        self.ticks.put_nowait(None)
        for _ in range(100):
            await asyncio.sleep(0)
            if self.waits > before:
                return


class OpenStream:
    """A request that is answered by a stream, and what its client has got."""

    def __init__(self, watch: TokenWatch, token: str) -> None:
        self.got: list[Message] = []
        self.may_go = asyncio.Event()
        scope: Scope = {"type": "http", "headers": [(b"authorization", f"Bearer {token}".encode())]}
        self.task = asyncio.ensure_future(watch.serve(self._app, scope, self._receive, self._send))

    @property
    def is_complete(self) -> bool:
        """Whether its client has the end."""
        return bool(self.got) and not self.got[-1].get("more_body", True)

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        await send({"type": "http.response.body", "body": b": hello\r\n\r\n", "more_body": True})
        await self.may_go.wait()
        await send({"type": "http.response.body", "body": b"late", "more_body": False})

    async def _receive(self) -> Message:
        raise AssertionError

    async def _send(self, message: Message) -> None:
        self.got.append(message)


@pytest.mark.anyio
async def test_what_serves_a_request_cannot_read_its_token_and_so_pass_it_on() -> None:
    reached: list[Scope] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        del receive, send
        reached.append(scope)

    async def nothing() -> Message:
        raise AssertionError

    async def nowhere(message: Message) -> None:
        raise AssertionError(message)

    fields = [(b"authorization", b"Bearer good"), (b"accept", b"*/*")]
    watch = TokenWatch(Door(KnownTokens(), RESOURCE, None))
    await watch.serve(app, {"type": "http", "headers": fields, "query_string": b""}, nothing, nowhere)
    assert "good" not in repr(reached)
    assert reached[0]["headers"] == [(b"accept", b"*/*")]


@pytest.mark.anyio
async def test_each_token_is_judged_once_a_second_however_many_answers_it_has() -> None:
    seconds, tokens = Seconds(), KnownTokens()
    watch = TokenWatch(Door(tokens, RESOURCE, None), seconds.sleep)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch.run)
        await asyncio.sleep(0)
        assert seconds.waits == 0, "nothing is open, so nothing wakes up"
        streams = [OpenStream(watch, token) for token in ("good", "good", "other")]
        await asyncio.sleep(0)
        await seconds.pass_one()
        assert sorted(tokens.asked) == ["good", "other"]
        tokens.ended.add("good")
        await seconds.pass_one()
        await asyncio.sleep(0)
        assert [stream.is_complete for stream in streams] == [True, True, False]
        for stream in streams:
            stream.may_go.set()
            await stream.task
        assert [stream.got[-1]["body"] for stream in streams] == [b"", b"", b"late"]
        await seconds.pass_one()
        asked = len(tokens.asked)
        await seconds.pass_one()
        assert len(tokens.asked) == asked
        tasks.cancel_scope.cancel()


@pytest.mark.anyio
@pytest.mark.parametrize("breaks_with", ["UnavailableError", "ZeroDivisionError"])
async def test_a_short_silence_of_the_verifier_ends_nothing_and_a_long_one_everything(breaks_with: str) -> None:
    class Moody(KnownTokens):
        async def verify(self, unverified_token: str) -> AccessGrant:
            if self.is_silent and breaks_with == "ZeroDivisionError":
                raise ZeroDivisionError
            return await super().verify(unverified_token)

    seconds, tokens = Seconds(), Moody()
    watch = TokenWatch(Door(tokens, RESOURCE, Recorder()), seconds.sleep)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch.run)
        streams = [OpenStream(watch, token) for token in ("good", "other")]
        await asyncio.sleep(0)
        for _ in range(3):
            tokens.is_silent = True
            for _ in range(PATIENCE - 1):
                await seconds.pass_one()
            tokens.is_silent = False
            await seconds.pass_one()
        assert not any(stream.is_complete for stream in streams)
        tokens.is_silent = True
        for _ in range(PATIENCE):
            await seconds.pass_one()
        await asyncio.sleep(0)
        assert all(stream.is_complete for stream in streams)
        for stream in streams:
            stream.may_go.set()
            await stream.task
        tasks.cancel_scope.cancel()


@pytest.mark.anyio
async def test_a_connection_that_breaks_at_the_end_ends_nothing_else() -> None:
    class Broken(OpenStream):
        async def _send(self, message: Message) -> None:
            if message.get("body") == b"":
                raise OSError
            await super()._send(message)

    seconds, tokens = Seconds(), KnownTokens()
    watch = TokenWatch(Door(tokens, RESOURCE, None), seconds.sleep)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch.run)
        broken, other = Broken(watch, "good"), OpenStream(watch, "other")
        await asyncio.sleep(0)
        tokens.ended |= {"good"}
        await seconds.pass_one()
        tokens.ended |= {"other"}
        await seconds.pass_one()
        await asyncio.sleep(0)
        assert other.is_complete
        for stream in (broken, other):
            stream.may_go.set()
            await stream.task
        tasks.cancel_scope.cancel()
