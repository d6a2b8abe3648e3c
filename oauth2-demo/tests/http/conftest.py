"""Servers for the contract tests: each started once for the whole session, with clients registered beforehand."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from oauth2_demo.tests.http.http_harness import RunningServer, copy_home, run_cli, running_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SERVERS: dict[str, tuple[str, dict[str, object]]] = {
    "separated": ("separated", {}),
    "integrated": ("integrated", {}),
    "ES256": ("separated", {"signing_alg": "ES256"}),
    "RS256": ("separated", {"signing_alg": "RS256"}),
}
# Chosen by a person, with every kind of character that form encoding changes.
ODD_SECRET = "p@ss w:rd+%41&=~" + "x" * 20


@dataclass(frozen=True)
class Clients:
    """The registered clients besides the demo client."""

    home: Path
    wide_secret: str
    narrow_secret: str
    victim_secret: str
    bystander_secret: str
    es_key: str
    rs_key: str

    @property
    def secrets(self) -> set[str]:
        """What must stand in no log."""
        return {self.wide_secret, self.narrow_secret, self.victim_secret, self.bystander_secret, ODD_SECRET}


@pytest.fixture(scope="session")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Clients:
    """A home with registered clients, which each server gets a copy of."""
    home = tmp_path_factory.mktemp("clients")
    chosen = home / "chosen-secret"
    chosen.touch(mode=0o600)
    chosen.write_text(ODD_SECRET, encoding="ascii")
    run_cli(home, "clients", "add", "odd", "--scope", "mcp.access", "--secret-file", str(chosen))
    keys: dict[str, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey] = {
        "jwt-es": ec.generate_private_key(ec.SECP256R1()),
        "jwt-rs": rsa.generate_private_key(65537, 2048),
    }
    for name, key in keys.items():
        public = home / f"{name}.pem"
        public.write_bytes(
            key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
        run_cli(home, "clients", "add", name, "--scope", "mcp.access", "--public-key", str(public))
    pem = {name: _private_pem(key) for name, key in keys.items()}
    return Clients(
        home=home,
        wide_secret=_add(home, "wide", "mcp.access reports.read"),
        narrow_secret=_add(home, "narrow", "reports.read"),
        victim_secret=_add(home, "victim", "mcp.access"),
        bystander_secret=_add(home, "bystander", "mcp.access"),
        es_key=pem["jwt-es"],
        rs_key=pem["jwt-rs"],
    )


def _add(home: Path, client_id: str, scope: str) -> str:
    """Register a client and find the generated secret in what is printed: the longest word, once."""
    words = run_cli(home, "clients", "add", client_id, "--scope", scope).split()
    return max(words, key=len)


def _private_pem(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()


@pytest.fixture(scope="session")
def server_named(
    clients: Clients, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], RunningServer]]:
    """Give the server of a name, started at the first use. At the end no log may hold a token or a secret."""
    started: dict[str, RunningServer] = {}
    with ExitStack() as stack:

        def start(name: str) -> RunningServer:
            if name not in started:
                script, settings = SERVERS[name]
                home = copy_home(clients.home, tmp_path_factory.mktemp("server") / name)
                started[name] = stack.enter_context(running_server(script, home, settings=settings))
            return started[name]

        yield start
    for server in started.values():
        written = server.output() + server.log_path.read_text(encoding="utf-8")
        found = [secret[:6] for secret in clients.secrets | server.secrets_seen if secret in written]
        assert not found, f"{server.name} wrote secrets or tokens that begin with {found}"
        assert "Traceback" not in server.output(), server.output()


@pytest.fixture(scope="session", params=["separated", "integrated"])
def server(request: pytest.FixtureRequest, server_named: Callable[[str], RunningServer]) -> RunningServer:
    """Both servers, one after the other."""
    return server_named(request.param)


@pytest.fixture(scope="session", params=list(SERVERS))
def any_server(request: pytest.FixtureRequest, server_named: Callable[[str], RunningServer]) -> RunningServer:
    """Both servers and one for each asymmetric algorithm, for all that depends on tokens."""
    return server_named(request.param)
