"""The separated set-up for attacks: a real OAuth2 server, the MCP endpoints beside it, and clients with secrets."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from oauth2_demo.tests.http.http_harness import environment, free_port, run_cli, running_server
from oauth2_demo.tests.support.processes import server_process

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.tests.http.http_harness import RunningServer

SERVER_FILE = Path(__file__).with_name("vault_server.py")
ACCEPT = "application/json, text/event-stream"
MODERN = "2026-07-28"
Json = dict[str, Any]


@dataclass(frozen=True)
class Site:
    """Both servers with the folder that they share."""

    oauth: RunningServer
    home: Path
    url: str

    def secret(self, client_id: str) -> str:
        """The secret that `add` gave the client."""
        return f"the secret of {client_id}"

    def add(self, client_id: str) -> None:
        """Register a client."""
        path = self.home / f"{client_id}.secret"
        path.write_text(self.secret(client_id), encoding="utf-8")
        run_cli(self.home, "clients", "add", client_id, "--scope", "mcp.access", "--secret-file", str(path))

    def token(self, client_id: str, path: str = "/vault/mcp") -> str:
        """A token of the client for one endpoint."""
        return self.oauth.token(client_id=client_id, client_secret=self.secret(client_id), resource=self.url + path)

    def post(self, token: str, message: Json, path: str = "/vault/mcp", **headers: str) -> httpx2.Response:
        """Send one message."""
        given = {"accept": ACCEPT, "authorization": f"Bearer {token}"}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx2.post(self.url + path, json=message, headers=given, timeout=30, trust_env=False)

    def call(self, token: str, tool: str, arguments: Json | None = None, **headers: str) -> httpx2.Response:
        """Call a tool without a session, as 2026-07-28 does."""
        meta = {
            "io.modelcontextprotocol/protocolVersion": MODERN,
            "io.modelcontextprotocol/clientInfo": {"name": "attacker", "version": "1"},
            "io.modelcontextprotocol/clientCapabilities": {},
        }
        params = {"name": tool, "arguments": arguments or {}, "_meta": meta}
        message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
        routing = {"mcp_protocol_version": MODERN, "mcp_method": "tools/call", "mcp_name": tool}
        return self.post(token, message, **routing, **headers)


def result_of(answer: httpx2.Response) -> Json:
    """The result of a call, from a body or from an event stream."""
    if answer.headers["content-type"].startswith("text/event-stream"):
        data = [line[6:] for line in answer.text.splitlines() if line.startswith("data: {")]
        document: Json = json.loads(data[-1])
    else:
        document = answer.json()
    assert "result" in document, document
    result: Json = document["result"]
    return result


@contextmanager
def running_site(home: Path) -> Iterator[Site]:
    """Run both servers, each with a port of its own."""
    port = free_port()
    url = f"http://localhost:{port}"
    # At the most talkative level, so that what must stand in no log stands in none.
    shared = {"mcp_resource_url": f"{url}/mcp", "mcp_servers": "oauth2 security vault", "log_level": "DEBUG"}
    with running_server("separated", home, settings=shared) as oauth:
        settings = {**shared, "port": oauth.port, "mcp_server_files": f"vault={SERVER_FILE}"}
        command = [str(Path(sys.executable).with_name("mcp-docker")), "serve", "--port", str(port)]
        ready_url = f"{url}/health/ready"
        with server_process(
            command, home=home, env=environment(home, settings), ready_url=ready_url, name="mcp-endpoints"
        ):
            yield Site(oauth, home, url)
