"""The server as a process: first start, keys, restarts, signals, refusal to start (DESIGN.md promises 10 and 12)."""

from __future__ import annotations

import json
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx2
import pytest

from oauth2_demo.tests.http.http_harness import (
    HANG_GUARD_S,
    SCRIPTS,
    RunningServer,
    basic,
    claims_of,
    copy_home,
    environment,
    free_port,
    header_of,
    run_cli,
    running_server,
)
from oauth2_demo.tests.http.test_oauth_private_key_jwt import assertion, present

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.tests.http.conftest import Clients

pytestmark = pytest.mark.integration

START_GUARD_S = 30.0
STOP_GUARD_S = 10.0


def start_refused(name: str, home: Path, settings: dict[str, object] | None = None) -> str:
    """Start a server that must not start, and give what it says."""
    done = subprocess.run(
        [sys.executable, str(SCRIPTS[name])],
        env=environment(home, {"port": free_port(), **(settings or {})}),
        capture_output=True,
        text=True,
        timeout=HANG_GUARD_S,
        check=False,
    )
    assert done.returncode not in {0, -signal.SIGTERM}, done.stdout
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_tokens_and_revocations_survive_a_restart(tmp_path: Path, clients: Clients) -> None:
    """J-07, K-04, I-16: valid stays valid, revoked stays revoked, a used assertion stays used."""
    home = copy_home(clients.home, tmp_path / "home")
    port = free_port()
    with running_server("separated", home, port=port) as server:
        kept, revoked, used = server.token(), server.token(), assertion(server, clients)
        form = {"token": revoked}
        headers = {"authorization": basic("mcp-client", "secret")}
        assert server.post_form(form, url=server.endpoint("revocation"), headers=headers).status_code == 200
        assert present(server, used).status_code == 200
        assert server.stop() == 0
    with running_server("separated", home, port=port) as server:
        assert server.hello(kept).status_code == 200
        assert server.hello(revoked).status_code == 401
        assert present(server, used).status_code in {400, 401}
        assert str(claims_of(kept)["jti"]) in json.dumps(server.records())


def test_a_killed_server_keeps_its_revocations_and_its_log(tmp_path: Path, clients: Clients) -> None:
    """J-07: what was answered before SIGKILL holds after it."""
    home = copy_home(clients.home, tmp_path / "home")
    port = free_port()
    with running_server("integrated", home, port=port) as server:
        revoked = server.token()
        headers = {"authorization": basic("mcp-client", "secret")}
        server.post_form({"token": revoked}, url=server.endpoint("revocation"), headers=headers).raise_for_status()
        server.process.kill()
        server.process.wait(HANG_GUARD_S)
    with running_server("integrated", home, port=port) as server:
        assert server.hello(revoked).status_code == 401
        assert str(claims_of(revoked)["jti"]) in json.dumps(server.records())


@pytest.mark.parametrize("name", list(SCRIPTS))
@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_while_clients_are_connected(
    name: str, signal_number: signal.Signals, tmp_path: Path
) -> None:
    """G-29: an idle, a slow and a half-sent connection do not hold it up; start and stop stay within their promises."""
    begun = time.monotonic()
    with running_server(name, tmp_path / "home") as server:
        assert time.monotonic() - begun < START_GUARD_S
        server.token()
        with httpx2.stream("GET", f"{server.issuer}/hello", trust_env=False):
            server.process.send_signal(signal_number)
            assert server.process.wait(STOP_GUARD_S) == 0
        assert "Traceback" not in server.output()


def test_health_tells_live_from_ready(server: RunningServer) -> None:
    """H-08: without a token, and without inner details."""
    for path in ("/health", "/health/live", "/health/ready"):
        answer = server.http.get(path)
        assert answer.status_code == 200
        assert str(server.home) not in answer.text


def test_twenty_first_starts_make_one_key(tmp_path: Path) -> None:
    """I-08: all of them serve with it, and the file is for its owner only."""
    code = (
        "import sys; from oauth2_demo.oauth.key_ring_file import KeyRingFile; from pathlib import Path;"
        "print(KeyRingFile(Path(sys.argv[1]), 'HS256').current().signing.kid)"
    )
    keys = tmp_path / "keys"
    keys.mkdir(mode=0o700)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(keys / "jwt_signing.json")], stdout=subprocess.PIPE, text=True
        )
        for _ in range(20)
    ]
    answers = [process.communicate(timeout=HANG_GUARD_S)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0] * 20
    assert len(set(answers)) == 1
    assert answers[0]
    assert stat.S_IMODE((keys / "jwt_signing.json").stat().st_mode) == 0o600
    assert len(list(keys.iterdir())) <= 2


def test_two_servers_that_start_at_once_accept_each_others_tokens(tmp_path: Path) -> None:
    """I-08, I-16: one home, two processes, one key; the issuer is the same for both."""
    home, issuer = tmp_path / "home", "http://localhost:9"
    with (
        running_server("separated", home, settings={"issuer": issuer}) as first,
        running_server("integrated", home, settings={"issuer": issuer}) as second,
    ):
        assert second.hello(first.token()).status_code == 200
        assert first.hello(second.token()).status_code == 200


def test_a_rotated_key_signs_and_the_old_one_still_verifies(tmp_path: Path) -> None:
    """I-09: while the server runs."""
    home = tmp_path / "home"
    with running_server("separated", home) as server:
        old = server.token()
        run_cli(home, "keys", "rotate", "signing")
        forged = server.forge()
        assert header_of(forged)["kid"] != header_of(old)["kid"]
        assert server.hello(forged).status_code == 200
        assert server.hello(old).status_code == 200


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_file_that_others_may_read_refuses_the_start(mode: int, tmp_path: Path, clients: Clients) -> None:
    """I-08: the message names the file and what to do."""
    home = copy_home(clients.home, tmp_path / "home")
    keys = home / "keys"
    keys.mkdir(mode=0o700, exist_ok=True)
    key_file = keys / "jwt_signing.json"
    secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"
    document = {"keys": [{"kty": "oct", "alg": "HS256", "use": "sig", "kid": "a", "k": secret}]}
    key_file.write_text(json.dumps(document), encoding="utf-8")
    key_file.chmod(mode)
    said = start_refused("separated", home)
    assert "jwt_signing.json" in said
    assert "600" in said
    assert secret not in said


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"keys": []}', '{"keys": [{"kty":"oct","alg":"HS256","kid":"a","k":"c2hvcnQ"}]}', "secret"],
    ids=["empty", "no JSON", "no keys", "short key", "a word"],
)
def test_an_unusable_key_refuses_the_start(text: str, tmp_path: Path, clients: Clients) -> None:
    """I-08."""
    home = copy_home(clients.home, tmp_path / "home")
    keys = home / "keys"
    keys.mkdir(mode=0o700, exist_ok=True)
    key_file = keys / "jwt_signing.json"
    key_file.touch(mode=0o600)
    key_file.write_text(text, encoding="utf-8")
    key_file.chmod(0o600)
    said = start_refused("separated", home)
    assert "jwt_signing.json" in said
    assert "c2hvcnQ" not in said


def test_production_refuses_the_demo_secret_and_plain_http(tmp_path: Path) -> None:
    """G-10, H-01, F-12."""
    home = tmp_path / "home"
    assert "demo secret" in start_refused("separated", home, {"environment": "production"})
    settings = {
        "environment": "production", "client_secret": "a-real-one-of-some-length", "issuer": "http://auth.example"
    }  # fmt: skip
    said = start_refused("integrated", home, dict(settings))
    assert "https" in said
    assert "a-real-one" not in said


@pytest.mark.parametrize("client_id", ["jo\x7fe", "naïve", "a b\n", 'quo"te\x00'[:6], ""])
def test_ids_outside_printable_ascii_are_refused_at_registration(client_id: str, tmp_path: Path) -> None:
    """G-28, G-23."""
    with pytest.raises(AssertionError, match=r"."):
        run_cli(tmp_path / "home", "clients", "add", client_id, "--scope", "mcp.access")
