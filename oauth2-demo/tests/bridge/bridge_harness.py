"""A protected endpoint and an authorization server in memory, behind the bridge's own transport."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import httpx2

from oauth2_demo.bridge.credentials import SecretCredentials
from oauth2_demo.bridge.tokens import TokenSource
from oauth2_demo.bridge.transport import BridgeTransport

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.bridge.credentials import Credentials

ENDPOINT = "http://localhost:8080/mcp"
ISSUER = "http://localhost:8081"
RESOURCE_METADATA = "http://localhost:8080/.well-known/oauth-protected-resource/mcp"
SERVER_METADATA = f"{ISSUER}/.well-known/oauth-authorization-server"
TOKEN_ENDPOINT = f"{ISSUER}/oauth2/token"


@dataclass
class World:
    """The network as the bridge sees it. Each URL has a handler that a test may replace."""

    now: float = 0.0
    requests: list[httpx2.Request] = field(default_factory=list)
    issued: int = 0
    accepted: str = "token-1"
    handlers: dict[str, Callable[[httpx2.Request], httpx2.Response]] = field(default_factory=dict)
    expires_in: float | None = 1800.0

    def __post_init__(self) -> None:
        """Put a well-behaved endpoint and server there."""
        metadata = {"resource": ENDPOINT, "authorization_servers": [ISSUER]}
        server = {
            "issuer": ISSUER,
            "token_endpoint": TOKEN_ENDPOINT,
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }
        self.handlers = {
            ENDPOINT: self.serve,
            RESOURCE_METADATA: lambda _request: httpx2.Response(200, json=metadata),
            SERVER_METADATA: lambda _request: httpx2.Response(200, json=server),
            TOKEN_ENDPOINT: self.issue,
            **self.handlers,
        }

    def serve(self, request: httpx2.Request) -> httpx2.Response:
        """Answer 200 to the right token, and a challenge to anything else."""
        if request.headers.get("authorization") == f"Bearer {self.accepted}":
            return httpx2.Response(200, json={"jsonrpc": "2.0", "id": 1, "result": {}})
        return challenge(401)

    def issue(self, request: httpx2.Request) -> httpx2.Response:
        """Issue token-1, token-2, …"""
        del request
        self.issued += 1
        answer = {"access_token": f"token-{self.issued}", "token_type": "Bearer"}
        return httpx2.Response(
            200, json=answer if self.expires_in is None else {**answer, "expires_in": self.expires_in}
        )

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        """Hand a request to the handler of its URL."""
        self.requests.append(request)
        handler = self.handlers.get(str(request.url.copy_with(query=None)))
        return handler(request) if handler else httpx2.Response(404)

    def urls(self) -> list[str]:
        """Return what was asked for, in order."""
        return [str(request.url) for request in self.requests]

    def forms(self) -> list[dict[str, str]]:
        """Return the forms of the token requests."""
        sent = [request for request in self.requests if str(request.url) == TOKEN_ENDPOINT]
        return [{key: values[0] for key, values in parse_qs(request.content.decode()).items()} for request in sent]

    def transport(
        self,
        *,
        scope: str | None = None,
        issuer: str = ISSUER,
        credentials: Credentials | None = None,
        reconnect_for_s: float = 0,
    ) -> BridgeTransport:
        """Return the bridge's transport on this network."""
        tokens = TokenSource(
            httpx2.AsyncClient(transport=httpx2.MockTransport(self.handle)),
            endpoint=ENDPOINT,
            issuer=issuer,
            credentials=credentials or SecretCredentials("editor", "s3cret"),
            scope=scope,
            monotonic=lambda: self.now,
        )
        inner = httpx2.MockTransport(self.handle)
        return BridgeTransport(inner, tokens, reconnect_for_s=reconnect_for_s, monotonic=lambda: self.now)


def challenge(status: int, **parameters: str) -> httpx2.Response:
    """Return a refusal with a Bearer challenge."""
    shown = {"resource_metadata": RESOURCE_METADATA, **parameters}
    value = "Bearer " + ", ".join(f'{key}="{text}"' for key, text in shown.items())
    return httpx2.Response(status, headers={"www-authenticate": value})


def message(method: str = "ping", **headers: str) -> httpx2.Request:
    """Return a request as the SDK's client sends it."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method}).encode()
    return httpx2.Request("POST", ENDPOINT, headers=headers, content=body)


async def error_of(response: httpx2.Response) -> dict[str, Any]:
    """Return the JSON-RPC error that the bridge answers with in place of the server."""
    error: dict[str, Any] = json.loads(await response.aread())["error"]
    return error
