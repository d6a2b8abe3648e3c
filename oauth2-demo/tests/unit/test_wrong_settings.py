"""A setting that is wrong ends every program with a sentence that names it, not with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from oauth2_demo.settings import PREFIX, SecretFileError, Settings, setting_problems

pytestmark = pytest.mark.integration

ROOT = Path(__file__).resolve().parents[3]
PROGRAMS = {
    "weather": ["examples/custom_mcp_server.py"],
    "oauth2 tools": ["oauth2-demo/core/oauth2_mcp_tools.py"],
    "security tools": ["oauth2-demo/security/secure_mcp_tools.py"],
    "separated server": ["oauth2-demo/core/oauth2_web_server.py"],
    "integrated server": ["oauth2-demo/core/mcp_oauth2_server.py"],
    "serve": ["-m", "oauth2_demo.cli.main", "serve"],
    "clients": ["-m", "oauth2_demo.cli.main", "clients", "list"],
    "keys": ["-m", "oauth2_demo.cli.main", "keys", "rotate", "encryption"],
    "audit": ["-m", "oauth2_demo.cli.main", "audit", "query"],
    "consent": ["-m", "oauth2_demo.cli.main", "consent", "list"],
}
SECRET = "not-to-be-shown"


def _run(program: list[str], home: Path, setting: str, value: str) -> subprocess.CompletedProcess[str]:
    kept = {name: held for name, held in os.environ.items() if not name.startswith(PREFIX)}
    return subprocess.run(
        [sys.executable, *program],
        cwd=ROOT,
        env=kept | {f"{PREFIX}HOME": str(home), f"{PREFIX}PORT": "0", f"{PREFIX}{setting}": value},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _assert_told_plainly(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert done.returncode in {1, 2}
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert "pydantic" not in done.stderr
    assert SECRET not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_wrong_setting_is_named_with_what_it_should_be(program: str, tmp_path: Path) -> None:
    done = _run(PROGRAMS[program], tmp_path, "LANGUAGE", SECRET)
    _assert_told_plainly(done, "OAUTH2_DEMO_LANGUAGE: Input should be 'ko' or 'en'")


@pytest.mark.parametrize("program", ["oauth2 tools", "separated server", "clients"])
def test_a_secret_file_that_is_not_there_is_named(program: str, tmp_path: Path) -> None:
    done = _run(PROGRAMS[program], tmp_path, "CLIENT_SECRET_FILE", "/nonexistent/file")
    _assert_told_plainly(done, "OAUTH2_DEMO_CLIENT_SECRET_FILE names /nonexistent/file")


def test_with_wrong_settings_the_verifier_cannot_tell_and_does_not_say_tampered(tmp_path: Path) -> None:
    done = _run(["-m", "oauth2_demo.cli.main", "audit", "verify"], tmp_path, "LANGUAGE", SECRET)
    assert done.returncode == 2
    assert done.stdout.startswith("cannot tell")
    assert "OAUTH2_DEMO_LANGUAGE: Input should be 'ko' or 'en'" in done.stdout


def test_a_rule_about_several_settings_is_told_without_the_name_of_one() -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(environment="production", client_id="tools")
    (problem,) = setting_problems(refused.value)
    assert problem.startswith("the demo secret is refused in production: register a client")


def test_a_secret_file_that_cannot_be_read_says_who_must_read_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(f"{PREFIX}CLIENT_SECRET_FILE", str(tmp_path))
    with pytest.raises(SecretFileError, match="make it readable for the user that this server runs as"):
        Settings()
