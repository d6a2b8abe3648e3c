"""The product's protected MCP endpoints as real processes, in both set-ups."""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import httpx2
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from typer.testing import CliRunner

from oauth2_demo.cli.main import app
from oauth2_demo.tests.http.http_harness import DEMO_FORM, RunningServer, basic, free_port, run_cli, running_server
from oauth2_demo.tests.mcp.mcp_http_harness import ACCEPT
from oauth2_demo.tests.support.processes import HANG_GUARD_S, ServerProcess, clean_environment, server_process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[3]
WEATHER = ROOT / "examples" / "custom_mcp_server.py"
WORKSHOP = Path(__file__).resolve().parent / "workshop_server.py"
MCP_DOCKER = str(Path(sys.executable).with_name("mcp-docker"))
ALL_SCOPES = "mcp.access audit.read audit.report token.create"
POLL_S = 0.005
SetUp = Literal["separated", "integrated"]


@dataclass(frozen=True)
class KeyClient:
    """A client that signs assertions; its scopes are `mcp.access` alone."""

    client_id: str
    private_key: Path


@dataclass
class Workshop:
    """The test's side of `workshop_server`."""

    folder: Path

    def wait_for(self, name: str, state: str) -> None:
        """Wait until a call is `started` or `cancelled`."""
        end = time.monotonic() + HANG_GUARD_S
        while not (self.folder / f"{name}.{state}").exists():
            if time.monotonic() > end:
                raise AssertionError(f"the call {name} was never {state}")
            time.sleep(POLL_S)

    def release(self, name: str) -> None:
        """Let a call go on."""
        (self.folder / f"{name}.go").touch()


@dataclass
class Protected:
    """One running set-up. `home` is that of the MCP endpoints."""

    set_up: SetUp
    home: Path
    oauth: RunningServer
    base: str
    workshop: Workshop
    key_client: KeyClient
    processes: list[ServerProcess] = field(default_factory=list)
    tokens_seen: set[str] = field(default_factory=set)

    def url(self, server: str | None = None) -> str:
        """The URL of an endpoint, by the name of its server; without name the one that joins them."""
        return f"{self.base}/{server}/mcp" if server else f"{self.base}/mcp"

    def token(self, server: str | None = None, *, scope: str = ALL_SCOPES, resource: str | None = None) -> str:
        """A fresh token of the demo client for an endpoint."""
        form = {**DEMO_FORM, "scope": scope, "resource": resource or self.url(server)}
        answer = self.oauth.post_form(form)
        assert answer.status_code == 200, answer.text
        token = str(answer.json()["access_token"])
        self.tokens_seen.add(token)
        return token

    def revoke(self, token: str) -> None:
        """Revoke a token; it has happened when this returns."""
        headers = {"authorization": basic("mcp-client", "secret")}
        answer = self.oauth.post_form({"token": token}, url=self.oauth.endpoint("revocation"), headers=headers)
        assert answer.status_code == 200, answer.text

    def client(self, token: str | None, **headers: str) -> httpx2.Client:
        """A client of the endpoints that sends a token."""
        given = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx2.Client(
            headers={"Accept": ACCEPT, **given, **headers},
            timeout=HANG_GUARD_S,
            trust_env=False,
            follow_redirects=False,
        )

    def cli(self, *arguments: str) -> str:
        """Run `mcp-docker` on the home of the endpoints, in this process, because starting one takes seconds."""
        done = CliRunner().invoke(app, list(arguments), env={"OAUTH2_DEMO_HOME": str(self.home)})
        assert done.exit_code == 0, done.output
        return done.output

    def forget_consents(self) -> None:
        """As if nobody had ever been asked: the product keeps what was revoked, so that a tool cannot ask again."""
        connection = sqlite3.connect(self.home / "data" / "oauth2.db")
        with connection:
            connection.execute("DELETE FROM consents")
            connection.execute("UPDATE access_version SET version = version + 1")
        connection.close()

    def records(self) -> list[dict[str, object]]:
        """The audit records so far."""
        path = self.home / "logs" / "security_audit.log"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def written(self) -> str:
        """All that the processes wrote: the log and the standard streams."""
        log = (self.home / "logs" / "security_audit.log").read_text(encoding="utf-8")
        return log + self.oauth.output() + "".join(process.output() for process in self.processes)


def register_key_client(home: Path) -> KeyClient:
    """Register a client with a P-256 key."""
    key = ec.generate_private_key(ec.SECP256R1())
    private, public = home / "key-client.pem", home / "key-client.pub"
    private.touch(mode=0o600)
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    public.write_bytes(
        key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    run_cli(home, "clients", "add", "key-client", "--scope", "mcp.access", "--public-key", str(public))
    return KeyClient("key-client", private)


def policy_file(folder: Path) -> Path:
    """The product's policy, with consent for one tool of the workshop too."""
    policy = json.loads((ROOT / "oauth2-demo" / "access" / "tool_policy.json").read_text(encoding="utf-8"))
    policy["consent"]["tools"]["guarded_hold"] = "required"
    path = folder / "policy.json"
    path.write_text(json.dumps(policy), encoding="utf-8")
    return path


def endpoint_settings(home: Path, oauth: RunningServer, base: str) -> dict[str, object]:
    """The settings of `mcp-docker serve`."""
    return {
        "home": home,
        "issuer": oauth.issuer,
        "mcp_resource_url": f"{base}/mcp",
        "mcp_servers": "oauth2 security weather workshop",
        "mcp_server_files": f"weather={WEATHER} workshop={WORKSHOP}",
        "tool_policy": policy_file(home),
        "rate_limit": "off",
    }


@contextmanager
def serving(
    home: Path, oauth: RunningServer, port: int, workshop: Workshop, **settings: object
) -> Iterator[ServerProcess]:
    """Run `mcp-docker serve`."""
    base = f"http://localhost:{port}"
    env: Mapping[str, str] = {
        **clean_environment(**{**endpoint_settings(home, oauth, base), **settings}),
        "WORKSHOP_DIR": str(workshop.folder),
    }
    command = [MCP_DOCKER, "serve", "--port", str(port)]
    with server_process(command, home=home, env=env, ready_url=f"{base}/health/live", name="serve") as process:
        yield process


@contextmanager
def protected(
    set_up: SetUp, home: Path, *, shares_database: bool = True, settings: Mapping[str, object] | None = None
) -> Iterator[Protected]:
    """Run a set-up. Where the database is not shared, the endpoints have a home of their own."""
    workshop = Workshop(home / "workshop")
    workshop.folder.mkdir(parents=True)
    key_client = register_key_client(home)
    given = {"rate_limit": "off", **(settings or {})}
    if set_up == "integrated":
        with running_server("integrated", home, settings=given) as oauth:
            yield Protected(set_up, home, oauth, oauth.issuer, workshop, key_client)
        return
    port = free_port()
    base = f"http://localhost:{port}"
    endpoint_home = home if shares_database else home / "endpoints"
    endpoint_home.mkdir(exist_ok=True)
    registered = {"mcp_resource_url": f"{base}/mcp", "mcp_servers": "oauth2 security weather workshop"}
    with (
        running_server("separated", home, settings={**registered, **given}) as oauth,
        serving(endpoint_home, oauth, port, workshop, **(settings or {})) as process,
    ):
        yield Protected(set_up, endpoint_home, oauth, base, workshop, key_client, [process])
