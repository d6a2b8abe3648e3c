"""What the composition root makes of the settings, and what a server says when it cannot start."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from oauth2_demo.access.tool_policy import OWN_SCOPES
from oauth2_demo.core import oauth2_server
from oauth2_demo.core.oauth2_common import (
    build_services,
    ensure_settings_client,
    known_resources,
    load_client_secret_key,
)
from oauth2_demo.key_files import KeyFileError
from oauth2_demo.oauth.client_secrets import SecretVerifier, fits_chosen
from oauth2_demo.oauth.clients import ClientOrigin
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.events import EventOutcome, OAuthEvent, OAuthEventType
from oauth2_demo.oauth.registration import Registrar
from oauth2_demo.settings import Settings
from oauth2_demo.storage.memory import MemoryStorage

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unit

KEY = b"k" * 32


@pytest.fixture
def storage() -> MemoryStorage:
    return MemoryStorage(lambda: 0.0)


def ensure(storage: MemoryStorage, tmp_path: Path, **changes: Any) -> None:
    settings = Settings(home=tmp_path, **changes)
    ensure_settings_client(settings, storage.clients, SecretVerifier(storage.clients, KEY))


def test_the_demo_client_is_there_from_the_first_start_with_one_loud_warning(
    storage: MemoryStorage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ensure(storage, tmp_path)
    client = storage.clients.find("mcp-client")
    assert client is not None
    assert (client.origin, client.scopes) == (ClientOrigin.SETTINGS, OWN_SCOPES)
    assert fits_chosen(client.secret_hash, "secret")
    (warning,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert "DEMO CREDENTIALS" in warning.getMessage()


def test_a_second_start_changes_nothing(storage: MemoryStorage, tmp_path: Path) -> None:
    ensure(storage, tmp_path)
    before = storage.clients.find("mcp-client")
    ensure(storage, tmp_path)
    assert storage.clients.find("mcp-client") is before


def test_another_client_in_the_settings_takes_the_place_of_the_demo_client(
    storage: MemoryStorage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ensure(storage, tmp_path)
    caplog.clear()
    ensure(storage, tmp_path, client_id="svc", client_secret="a better secret")
    assert [client.client_id for client in storage.clients.all()] == ["svc"]
    assert not caplog.records


def test_another_secret_in_the_settings_ends_the_one_before(storage: MemoryStorage, tmp_path: Path) -> None:
    ensure(storage, tmp_path)
    ensure(storage, tmp_path, client_secret="a better secret")
    client = storage.clients.find("mcp-client")
    assert client is not None
    assert fits_chosen(client.secret_hash, "a better secret")
    assert not fits_chosen(client.secret_hash, "secret")


def test_a_registered_client_is_never_changed_by_the_settings(storage: MemoryStorage, tmp_path: Path) -> None:
    registered = Registrar(storage.clients, KEY).add("svc", "narrow").client
    ensure(storage, tmp_path, client_id="svc", client_secret="whatever it is")
    assert storage.clients.find("svc") == registered


def test_the_known_resources_are_this_server_hello_and_the_mcp_endpoints(tmp_path: Path) -> None:
    audiences = set(known_resources(Settings(home=tmp_path)).audiences.values())
    base = "http://localhost:8081"
    assert audiences >= {base, f"{base}/hello", f"{base}/mcp"}


def test_the_key_of_secret_digests_is_made_once_and_checked(tmp_path: Path) -> None:
    key = load_client_secret_key(tmp_path / "keys")
    assert len(key) == 32
    assert load_client_secret_key(tmp_path / "keys") == key
    (tmp_path / "keys" / "client_secrets.key").write_text("short")
    with pytest.raises(KeyFileError, match="32 bytes"):
        load_client_secret_key(tmp_path / "keys")


def test_an_event_that_the_log_refuses_is_unavailable(tmp_path: Path) -> None:
    services = build_services(Settings(home=tmp_path, audit_durability="process"))
    services.audit_log.close()
    event = OAuthEvent(OAuthEventType.TOKEN_ISSUED, EventOutcome.SUCCESS, "svc")
    with pytest.raises(UnavailableError, match="audit log"):
        asyncio.run(services.events.emit(event))
    services.close()


def test_a_restart_keeps_tokens_valid_and_revoked_ones_revoked(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, audit_durability="process")
    first = build_services(settings)
    issue = first.grant._issuer.issue
    kept, revoked = (issue("mcp-client", OWN_SCOPES, ()) for _ in range(2))
    first.storage.revocations.revoke(revoked.jti, 9e9)
    first.close()
    second = build_services(settings)
    assert second.verifier.verify(kept.text).client_id == "mcp-client"
    with pytest.raises(Exception, match="revoked"):
        second.verifier.verify(revoked.text)
    second.close()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DATABASE_URL", "postgresql://u:hunter2@h/d", "sqlite:///PATH"),
        ("RATE_LIMIT", "many", "100/second"),
        ("ENVIRONMENT", "production", "demo secret is refused"),
        ("CLIENT_ID", "hong@example.com", "client id"),
        ("PORT", "99999", "PORT"),
    ],
)
def test_a_server_that_cannot_start_says_what_to_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(tmp_path))
    monkeypatch.setenv(f"OAUTH2_DEMO_{name}", value)
    monkeypatch.setattr(oauth2_server, "log_to_stderr", lambda _level: None)
    with pytest.raises(SystemExit, match=sentence) as end:
        oauth2_server.run_server(lambda _settings, _services: pytest.fail("must not start"))
    assert "hunter2" not in str(end.value)


def test_an_unsafe_key_folder_stops_the_start_with_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys").chmod(0o777)
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(tmp_path))
    monkeypatch.setattr(oauth2_server, "log_to_stderr", lambda _level: None)
    with pytest.raises(SystemExit, match="chmod 700"):
        oauth2_server.run_server(lambda _settings, _services: pytest.fail("must not start"))


def test_both_servers_are_served_where_the_settings_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from oauth2_demo.core import mcp_oauth2_server, oauth2_web_server

    served: list[tuple[str, int, bool, list[str]]] = []
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(tmp_path))
    monkeypatch.setenv("OAUTH2_DEMO_PORT", "18099")
    monkeypatch.setenv("OAUTH2_DEMO_TRUSTED_PROXIES", "10.0.0.1 ::1")
    monkeypatch.setattr(oauth2_server, "log_to_stderr", lambda _level: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)

    def serve(app: Any, *, host: str, port: int, trusted_proxies: list[str]) -> None:
        has_mcp = any(getattr(route, "path", "") == "/mcp" for route in app.routes)
        served.append((host, port, has_mcp, trusted_proxies))

    monkeypatch.setattr(oauth2_server, "serve", serve)
    for server in (oauth2_web_server, mcp_oauth2_server):
        server.main()
    proxies = ["10.0.0.1", "::1"]
    assert served == [("127.0.0.1", 18099, False, proxies), ("127.0.0.1", 18099, True, proxies)]
    assert "oauth2_demo.core.mcp_oauth2_server" in sys.modules


def test_only_addresses_and_networks_are_trusted_as_proxies() -> None:
    assert Settings(trusted_proxies="10.0.0.0/8 ::1").trusted_proxies.split() == ["10.0.0.0/8", "::1"]
    with pytest.raises(ValidationError, match=r"10\.0\.0\.0/8"):
        Settings(trusted_proxies="10.0.0.0/8 everybody")
