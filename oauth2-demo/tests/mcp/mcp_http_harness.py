"""A protected MCP endpoint on a real socket, with a verifier that knows its tokens by heart."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from typing import TYPE_CHECKING, Any

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from oauth2_demo.mcp_server import StrictMCPServer
from oauth2_demo.mcp_server.access import AccessGrant
from oauth2_demo.mcp_server.http import HttpLimits, build_mcp_asgi
from oauth2_demo.oauth.bearer import ProtectedResource
from oauth2_demo.oauth.errors import InvalidTokenError, Reason, UnavailableError
from oauth2_demo.tests.mcp.raw_session import ENVELOPE, MODERN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mcp.server.auth.middleware.bearer_auth import AuthorizationContext

    from oauth2_demo.mcp_server.calls import Answer, Call, Principal, Proceed
    from oauth2_demo.oauth.events import OAuthEvent

URL = "https://mcp.example/mcp"
METADATA_URL = "https://mcp.example/.well-known/oauth-protected-resource/mcp"
RESOURCE = ProtectedResource(URL, frozenset({URL}), "mcp.access", METADATA_URL)
ORIGIN = "http://app.example:3000"
ACCEPT = "application/json, text/event-stream"
GOOD = "good"
STREAM_GUARD_S = 20.0
Json = dict[str, Any]


class KnownTokens:
    """Verifies by a table; the token `down` finds the verifier out of order, and so does any while `is_silent`.

    The tokens `good` and `renewed` are of one client; what is in `ended` was good once.
    """

    def __init__(self) -> None:
        self.ended: set[str] = set()
        self.is_silent = False
        self.asked: list[str] = []

    async def verify(self, unverified_token: str) -> AccessGrant:
        """Return the grant of a known token."""
        self.asked.append(unverified_token)
        if unverified_token == "down" or self.is_silent:
            raise UnavailableError("the introspection endpoint does not answer")
        if unverified_token not in {"good", "renewed", "other", "narrow"} - self.ended:
            raise InvalidTokenError("the access token is invalid, expired or revoked", Reason.BAD_SIGNATURE)
        scopes = frozenset({"other.scope"} if unverified_token == "narrow" else {"mcp.access"})
        client = "good" if unverified_token == "renewed" else unverified_token
        return AccessGrant(client, scopes, client, "https://issuer.example", "jti", 2**31)


class Recorder:
    """Keeps the events; the next one fails if told so."""

    def __init__(self) -> None:
        self.events: list[OAuthEvent] = []
        self.is_broken = False

    async def emit(self, event: OAuthEvent) -> None:
        """Keep `event`."""
        if self.is_broken:
            raise UnavailableError("the disk is full")
        self.events.append(event)


@dataclass
class Endpoint:
    """The running endpoint and what it did."""

    base_url: str
    recorder: Recorder
    tokens: KnownTokens = field(default_factory=KnownTokens)
    callers: list[Principal] = field(default_factory=list)
    started: threading.Event = field(default_factory=threading.Event)
    cancelled: threading.Event = field(default_factory=threading.Event)
    finished: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)
    ended_sessions: Queue[tuple[str | None, str]] = field(default_factory=Queue)

    def note_end(self, owner: AuthorizationContext | None, session_id: str) -> None:
        """Keep whose session ended."""
        self.ended_sessions.put((owner["client_id"] if owner else None, session_id))

    def client(self, token: str | None = GOOD, **headers: str) -> httpx2.Client:
        """Return a client that sends `token`."""
        given = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx2.Client(
            base_url=self.base_url,
            headers={"Accept": ACCEPT, **given, **headers},
            timeout=30,
            follow_redirects=False,
            trust_env=False,
        )


def slow_server(endpoint: Endpoint) -> StrictMCPServer:
    """Return a server with a quick tool and one that waits until it is released."""

    async def note_caller(call: Call, proceed: Proceed) -> Answer:
        endpoint.callers.append(call.principal)
        return await proceed()

    server = StrictMCPServer("front", version="1", guards=[note_caller])

    @server.tool()
    async def slow() -> str:
        """Wait until released."""
        endpoint.started.set()
        try:
            await asyncio.to_thread(endpoint.release.wait)
        except asyncio.CancelledError:
            endpoint.cancelled.set()
            raise
        endpoint.finished.set()
        return "slow"

    @server.tool()
    def echo(text: str) -> str:
        """Return the text."""
        return text

    return server


@contextmanager
def running_endpoint(
    *, http: str = "httptools", limits: HttpLimits | None = None, is_open: bool = False
) -> Iterator[Endpoint]:
    """Serve an endpoint at `/mcp` and `/mcp/` for as long as the block runs; an open one asks for no token."""
    listener = socket.create_server(("127.0.0.1", 0))
    endpoint = Endpoint(f"http://127.0.0.1:{listener.getsockname()[1]}", Recorder())
    front = build_mcp_asgi(
        slow_server(endpoint),
        verifier=None if is_open else endpoint.tokens,
        resource=RESOURCE,
        allowed_hosts=["127.0.0.1"] if is_open else ["127.0.0.1", "mcp.example:8443"],
        allowed_origins=[ORIGIN],
        limits=limits or HttpLimits(max_body_bytes=100_000, max_sessions=3),
        events=None if http == "h11" else endpoint.recorder,
        on_session_ended=endpoint.note_end,
    )
    app = Starlette(routes=[Route("/mcp", front), Route("/mcp/", front)], lifespan=lambda _: front.lifespan())
    app.router.redirect_slashes = False
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, http=http, ws="none", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
    thread.start()
    try:
        yield endpoint
    finally:
        endpoint.release.set()
        server.should_exit = True
        thread.join(10)
        listener.close()


def legacy(method: str, params: Json | None = None, request_id: int = 1) -> Json:
    """A request of the handshake versions."""
    return {"jsonrpc": "2.0", "id": request_id, "method": method, **({"params": params} if params is not None else {})}


def initialize(version: str = "2025-11-25") -> Json:
    """The opening request of the handshake versions."""
    info = {"name": "test", "version": "1"}
    return legacy("initialize", {"protocolVersion": version, "capabilities": {}, "clientInfo": info})


def modern(method: str, params: Json | None = None) -> tuple[Json, dict[str, str]]:
    """A request of 2026-07-28 and the headers that go with it."""
    body = legacy(method, {**(params or {}), "_meta": dict(ENVELOPE)})
    headers = {"MCP-Protocol-Version": MODERN, "Mcp-Method": method}
    name = (params or {}).get("name") or (params or {}).get("uri")
    return body, headers | ({"Mcp-Name": name} if name else {})


def read_to_end(stream: httpx2.Response) -> bytes:
    """Read an event stream that the server is going to end; its pings keep an ordinary timeout from noticing."""
    until = time.monotonic() + STREAM_GUARD_S
    read = b""
    for chunk in stream.iter_bytes():
        read += chunk
        if time.monotonic() > until:
            raise AssertionError("the stream was not ended")
    return read


def answer_of(response: httpx2.Response) -> Json:
    """Return the JSON-RPC answer in a response, from a body or from an event stream."""
    import json

    if response.headers["content-type"].startswith("text/event-stream"):
        data = [line.removeprefix("data: ") for line in response.text.splitlines() if line.startswith("data: {")]
        return dict(json.loads(data[-1]))
    return dict(response.json())
