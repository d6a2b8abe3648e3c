"""`mcp-docker clients` and `keys rotate signing`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from typer.testing import CliRunner

from oauth2_demo.cli.main import app
from oauth2_demo.core.oauth2_common import load_client_secret_key
from oauth2_demo.oauth.client_secrets import SecretVerifier, fits_chosen
from oauth2_demo.storage.factory import open_storage

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

    from oauth2_demo.oauth.clients import Client

pytestmark = pytest.mark.unit


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(tmp_path))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def stored(home: Path, client_id: str) -> Client | None:
    storage = open_storage(f"sqlite:///{home}/data/oauth2.db", lambda: 0.0)
    client = storage.clients.find(client_id)
    storage.close()
    return client


def printed_secret(result: Result) -> str:
    return next(line.removeprefix("client_secret: ") for line in result.stdout.splitlines() if "client_secret" in line)


def events(home: Path) -> list[tuple[str, str, str]]:
    lines = (home / "logs" / "security_audit.log").read_text().splitlines()
    return [(e["event_type"], e["client_id"], e["outcome"]) for e in map(json.loads, lines)]


def test_a_generated_secret_is_printed_once_fits_and_is_kept_nowhere(home: Path) -> None:
    result = run("clients", "add", "svc", "--scope", "mcp.access reports.read")
    assert result.exit_code == 0
    secret = printed_secret(result)
    client = stored(home, "svc")
    assert client is not None
    assert client.scopes == {"mcp.access", "reports.read"}
    storage = open_storage(f"sqlite:///{home}/data/oauth2.db", lambda: 0.0)
    assert SecretVerifier(storage.clients, load_client_secret_key(home / "keys")).fits_at_once(client, secret)
    storage.close()
    assert not any(secret.encode() in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert secret not in run("clients", "list").output


def test_every_change_is_on_record_before_and_after(home: Path) -> None:
    run("clients", "add", "svc", "--scope", "mcp.access")
    run("clients", "remove", "nobody")
    run("clients", "remove", "svc")
    assert events(home) == [
        ("client_registered", "svc", "intended"),
        ("client_registered", "svc", "done"),
        ("client_changed", "nobody", "intended"),
        ("client_changed", "nobody", "refused"),
        ("client_changed", "svc", "intended"),
        ("client_changed", "svc", "done"),
    ]


def test_a_secret_of_ones_own_comes_from_a_file(home: Path) -> None:
    file = home / "secret"
    file.write_text("a secret of my own\n")
    result = run("clients", "add", "svc", "--scope", "mcp.access", "--secret-file", str(file))
    assert "client_secret" not in result.stdout
    client = stored(home, "svc")
    assert client is not None
    assert fits_chosen(client.secret_hash, "a secret of my own")


def test_a_client_with_a_key_has_no_secret(home: Path) -> None:
    file = home / "key.pem"
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    file.write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    result = run("clients", "add", "svc", "--scope", "mcp.access", "--public-key", str(file))
    assert (result.exit_code, "client_secret" in result.stdout) == (0, False)
    assert run("clients", "list").stdout == "svc\tregistered\tES256\tmcp.access\n"


def test_a_new_secret_replaces_the_old_one(home: Path) -> None:
    first = printed_secret(run("clients", "add", "svc", "--scope", "mcp.access"))
    second = printed_secret(run("clients", "rotate-secret", "svc"))
    assert first != second
    assert stored(home, "svc") is not None


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add", "hong@example.com", "--scope", "a"), "client id"),
        (("add", "svc", "--scope", 'a"b'), "scope"),
        (("remove", "nobody"), "no client nobody"),
        (("rotate-secret", "nobody"), "no client nobody"),
    ],
)
def test_refusals_say_what_to_change_and_exit_with_1(home: Path, arguments: tuple[str, ...], sentence: str) -> None:
    del home
    result = run("clients", *arguments)
    assert result.exit_code == 1
    assert sentence in result.stderr


def test_a_taken_id_and_an_unreadable_secret_are_refused(home: Path) -> None:
    run("clients", "add", "svc", "--scope", "a")
    assert "exists already" in run("clients", "add", "svc", "--scope", "a").stderr
    file = home / "secret"
    file.write_text("비밀번호입니다아아")
    assert "printable ASCII" in run("clients", "add", "b", "--scope", "a", "--secret-file", str(file)).stderr


def test_wrong_settings_are_named_without_their_values(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del home
    monkeypatch.setenv("OAUTH2_DEMO_DATABASE_URL", "postgresql://u:hunter2@h/d")
    assert "hunter2" not in run("clients", "list").output
    monkeypatch.setenv("OAUTH2_DEMO_ISSUER", "hunter2")
    result = run("clients", "list")
    assert (result.exit_code, "hunter2" in result.output) == (1, False)


def test_the_first_client_can_be_registered_in_production(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OAUTH2_DEMO_ENVIRONMENT", "production")
    assert run("clients", "add", "svc", "--scope", "mcp.access").exit_code == 0
    assert stored(home, "svc") is not None


def test_rotating_puts_a_new_signing_key_first_and_keeps_the_old_ones(home: Path) -> None:
    kids = []
    for _ in range(2):
        result = run("keys", "rotate", "signing")
        assert result.exit_code == 0
        keys = json.loads((home / "keys" / "jwt_signing.json").read_text())["keys"]
        kids.append([key["kid"] for key in keys])
        assert kids[-1][0] in result.stdout
    assert kids[1][1:] == kids[0]


def test_rotating_an_unsafe_ring_is_refused(home: Path) -> None:
    run("keys", "rotate", "signing")
    (home / "keys" / "jwt_signing.json").chmod(0o644)
    result = run("keys", "rotate", "signing")
    assert result.exit_code == 1
    assert "chmod 600" in result.stderr
