"""`mcp-docker consent`, `params`, `serve` and `bridge` at the command line, in process, on a home of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from typer.testing import CliRunner

from oauth2_demo.access.consent import ConsentKey
from oauth2_demo.bridge.credentials import PrivateKeyCredentials, SecretCredentials
from oauth2_demo.cli.main import app
from oauth2_demo.storage.factory import open_storage

if TYPE_CHECKING:
    from typer.testing import Result

    from oauth2_demo.access.consent import Consent

pytestmark = pytest.mark.unit

WEATHER = Path(__file__).resolve().parents[3] / "examples" / "custom_mcp_server.py"
REPORT = ("generate_security_report", "--server", "security")
KEY = ConsentKey("local", "mcp-client", "security", "generate_security_report")
PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(tmp_path))
    return tmp_path


def run(*arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=answer)


def consent_of(home: Path, key: ConsentKey = KEY) -> Consent | None:
    storage = open_storage(f"sqlite:///{home}/data/oauth2.db", lambda: 0.0)
    try:
        return storage.consents.find(key)
    finally:
        storage.close()


def actions(home: Path) -> list[tuple[str, str]]:
    lines = (home / "logs" / "security_audit.log").read_text(encoding="utf-8").splitlines()
    return [(record["action_taken"], record["user_id"]) for record in map(json.loads, lines)]


def refused(result: Result) -> str:
    """Return what a command says that ends with an error, as one line; typer draws frames around it."""
    assert result.exit_code in {1, 2}
    assert "Traceback" not in result.output
    return " ".join(result.output.replace("│", " ").split())


def test_consent_is_granted_after_the_tool_was_shown_and_the_person_said_yes(home: Path) -> None:
    result = run("consent", "grant", *REPORT, answer="y\n")
    assert result.exit_code == 0
    assert "scopes: audit.report mcp.access" in result.output
    assert "May mcp-client call it for local?" in result.output
    consent = consent_of(home)
    assert consent is not None
    assert (consent.granted_by, consent.scope) == ("cli", frozenset({"audit.report", "mcp.access"}))
    assert consent.expires_at - consent.granted_at == 90 * 86_400
    assert actions(home) == [("consented_by_cli", "local")]


def test_consent_is_not_granted_when_the_person_says_no(home: Path) -> None:
    assert run("consent", "grant", *REPORT, answer="n\n").exit_code == 1
    assert consent_of(home) is None
    assert not (home / "logs" / "security_audit.log").exists()


def test_consent_is_granted_for_another_user_client_and_time(home: Path) -> None:
    assert run("consent", "grant", *REPORT, "--user", "kim", "--client", "editor", "--days", "0.5", "-y").exit_code == 0
    consent = consent_of(home, ConsentKey("kim", "editor", "security", "generate_security_report"))
    assert consent is not None
    assert consent.expires_at - consent.granted_at == 43_200
    assert consent_of(home) is None


def test_a_tool_of_a_server_file_can_be_consented_to(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OAUTH2_DEMO_MCP_SERVER_FILES", f"weather={WEATHER}")
    assert run("consent", "grant", "get_weather", "--server", "weather", "-y").exit_code == 0
    assert consent_of(home, ConsentKey("local", "mcp-client", "weather", "get_weather")) is not None


def test_consent_to_what_there_is_not_names_what_there_is(home: Path) -> None:
    del home
    assert "the servers here are oauth2, security" in refused(run("consent", "grant", "x", "--server", "no", "-y"))
    told = refused(run("consent", "grant", "x", "--server", "security", "-y"))
    assert "the tools of security are generate_security_report" in told


def test_a_revoked_consent_is_shown_as_revoked_and_recorded(home: Path) -> None:
    run("consent", "grant", *REPORT, "-y")
    assert "security/generate_security_report by cli until" in " ".join(run("consent", "list").output.split())
    result = run("consent", "revoke", "generate_security_report")
    assert (result.exit_code, result.output) == (0, "revoked 1 consent of local\n")
    assert "revoked" in run("consent", "list", "--user", "local").output
    assert actions(home)[-1] == ("revoked_by_cli", "local")
    consent = consent_of(home)
    assert consent is not None
    assert consent.revoked_at is not None


def test_revoking_without_a_tool_revokes_all_of_the_user_and_nobody_elses(home: Path) -> None:
    for user in ("kim", "lee"):
        run("consent", "grant", *REPORT, "--user", user, "-y")
        run("consent", "grant", "get_security_audit_log", "--server", "security", "--user", user, "-y")
    assert run("consent", "revoke", "--user", "kim").output == "revoked 2 consents of kim\n"
    kept = consent_of(home, ConsentKey("lee", "mcp-client", "security", "generate_security_report"))
    assert kept is not None
    assert kept.revoked_at is None


def test_revoking_what_nobody_granted_is_an_error(home: Path) -> None:
    del home
    result = run("consent", "revoke", "generate_security_report")
    assert (result.exit_code, result.output) == (1, "revoked 0 consents of local\n")
    assert run("consent", "list").output == "no consents\n"


def test_an_expired_consent_is_shown_as_expired(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("consent", "grant", *REPORT, "--days", "0.001", "-y")
    consent = consent_of(home)
    assert consent is not None
    monkeypatch.setattr("oauth2_demo.cli.consent.time.time", lambda: consent.expires_at)
    assert "expired" in run("consent", "list").output


def test_a_stored_default_can_be_set_shown_replaced_and_forgotten(home: Path) -> None:
    del home
    assert run("params", "set", "get_weather", "city", "Seoul").output == "get_weather city is stored for local\n"
    run("params", "set", "get_weather", "city", "Busan")
    run("params", "set", "get_weather", "unit", "celsius", "--user", "kim")
    assert run("params", "list", "get_weather").output == "city = Busan\n"
    assert run("params", "list", "get_weather", "--user", "kim").output == "unit = celsius\n"
    assert run("params", "unset", "get_weather", "city").output == "get_weather city is forgotten for local\n"
    assert run("params", "list", "get_weather").output == "nothing is stored for get_weather\n"
    assert "nothing is stored for city" in refused(run("params", "unset", "get_weather", "city"))


@pytest.mark.parametrize("command", [["consent", "list"], ["serve"], ["bridge", "http://localhost:1/mcp"]])
def test_wrong_settings_are_named_without_their_values(
    home: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    del home
    monkeypatch.setenv("OAUTH2_DEMO_ISSUER", "kim@example.com")
    told = refused(run(*command))
    assert "ISSUER" in told
    assert "kim@example.com" not in told


@pytest.mark.parametrize("command", [["consent", "list"], ["params", "list", "x"]])
def test_a_storage_that_is_not_there_is_named(home: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    del home
    monkeypatch.setenv("OAUTH2_DEMO_DATABASE_URL", "postgres://kim:pw@db/x")
    told = refused(run(*command))
    assert "no storage for 'postgres'" in told
    assert "pw" not in told


def test_an_unsafe_key_keeps_the_servers_from_starting(home: Path) -> None:
    run("consent", "grant", *REPORT, "-y")
    for key in (home / "keys").iterdir():
        key.chmod(0o666)
    assert "0600" in refused(run("serve", "--port", "0"))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("weather", "is not NAME=FILE"),
        ("stocks=stocks.py", "no tokens are issued for 'stocks'"),
        ("weather=missing.py", "is not a Python file that can be read"),
        ("weather=empty.py", "holds no MCP server"),
        ("weather=broken.py", "breaks with ZeroDivisionError: division by zero"),
    ],
)
def test_a_server_file_that_cannot_be_served_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, entry: str, told: str
) -> None:
    (home / "empty.py").touch()
    (home / "broken.py").write_text("1 / 0\n", encoding="utf-8")
    monkeypatch.chdir(home)
    monkeypatch.setenv("OAUTH2_DEMO_MCP_SERVER_FILES", entry)
    assert told in refused(run("serve", "--port", "0"))


@pytest.fixture
def bridged(home: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, object]]]:
    """Note with what the bridge would run."""
    del home
    runs: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr("oauth2_demo.bridge.run.run_bridge", lambda url, **options: runs.append((url, options)))
    return runs


def test_the_bridge_takes_client_and_secret_from_the_environment(
    bridged: list[tuple[str, dict[str, object]]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from-a-file\n", encoding="utf-8")
    monkeypatch.setenv("OAUTH2_DEMO_CLIENT_ID", "editor")
    monkeypatch.setenv("OAUTH2_DEMO_CLIENT_SECRET_FILE", str(secret))
    assert run("bridge", "http://localhost:8080/mcp", "--scope", "a b", "--reconnect-for-s", "3").exit_code == 0
    ((url, options),) = bridged
    assert url == "http://localhost:8080/mcp"
    assert options == {
        "issuer": "http://localhost:8081",
        "credentials": SecretCredentials("editor", "from-a-file"),
        "scope": "a b",
        "reconnect_for_s": 3.0,
    }


def pem_of(key: PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [(ec.generate_private_key(ec.SECP256R1()), "ES256"), (rsa.generate_private_key(65537, 2048), "RS256")],
    ids=["P-256", "RSA"],
)
def test_the_bridge_signs_with_the_key_of_a_file(
    bridged: list[tuple[str, dict[str, object]]], tmp_path: Path, key: PrivateKey, algorithm: str
) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(pem_of(key))
    result = run("bridge", "http://localhost/mcp", "--issuer", "https://as.example", "--private-key-file", str(path))
    assert result.exit_code == 0
    credentials = bridged[0][1]["credentials"]
    assert isinstance(credentials, PrivateKeyCredentials)
    assert credentials.algorithm == algorithm
    assert bridged[0][1]["issuer"] == "https://as.example"
    assert "PRIVATE KEY" not in repr(credentials)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file"),
        (b"not a key", "is no unencrypted private key in PEM form"),
        (pem_of(ed25519.Ed25519PrivateKey.generate()), "neither an RSA key nor an elliptic curve key on P-256"),
        (pem_of(ec.generate_private_key(ec.SECP384R1())), "neither an RSA key nor an elliptic curve key on P-256"),
    ],
    ids=["missing", "no key", "Ed25519", "P-384"],
)
def test_a_key_that_cannot_sign_is_told(
    bridged: list[tuple[str, dict[str, object]]], tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "key.pem"
    if content is not None:
        path.write_bytes(content)
    # The terminal of the tests is narrow, and a path may be broken anywhere.
    said = refused(run("bridge", "http://localhost/mcp", "--private-key-file", str(path)))
    assert told.replace(" ", "") in said.replace(" ", "")
    assert bridged == []


@pytest.mark.parametrize("url", ["localhost:8080/mcp", "ftp://x/mcp", "http://", "http://kim:pw@localhost/mcp"])
def test_the_bridge_takes_web_addresses_only(bridged: list[tuple[str, dict[str, object]]], url: str) -> None:
    assert "must be an http or https URL" in refused(run("bridge", url))
    assert "must be an http or https URL" in refused(run("bridge", "http://localhost/mcp", "--issuer", url))
    assert bridged == []
