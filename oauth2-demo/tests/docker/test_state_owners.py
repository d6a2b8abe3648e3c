"""Keys, log and data are where the documents say, for a checkout of any owner, and never open to anybody else."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import httpx2
import pytest

from oauth2_demo.tests.support.stack import (
    OAUTH2_SERVER,
    PYTHON_SERVER,
    STATE_FOLDERS,
    URL,
    Setting,
    Stack,
    Stacks,
    inside,
    ordinary_user,
    run,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.docker

CREDENTIALS = {"grant_type": "client_credentials", "client_id": "mcp-client", "client_secret": "secret"}
needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root can make checkouts of other owners")


def _settings() -> list[object]:
    user = ordinary_user()
    return [
        pytest.param(Setting(user, (("MCP_UID", str(user)),)), str(user), id="an ordinary user who takes the files"),
        pytest.param(Setting(0), "10001", id="root", marks=needs_root),
        # Last, because the other tests go on with this stack.
        pytest.param(Setting(user), "10001", id="an ordinary user"),
    ]


def _token() -> str:
    token: str = httpx2.post(f"{URL}/oauth2/token", data=CREDENTIALS, timeout=10).json()["access_token"]
    return token


def _key_files(stack: Stack) -> list[Path]:
    return [path for path in (stack.checkout / "oauth2-demo/keys").iterdir() if path.name != ".gitkeep"]


@pytest.mark.parametrize(("setting", "uid"), _settings(), scope="class")
class TestAnyOwner:
    """The same promises for each owner; one stack for all tests of an owner."""

    def test_containers_and_exec_run_as_one_user_that_is_not_root(
        self, stacks: Stacks, setting: Setting, uid: str
    ) -> None:
        stacks.running(setting)
        assert [inside(name, "id", "-u").strip() for name in (PYTHON_SERVER, OAUTH2_SERVER)] == [uid, uid]

    def test_the_log_can_be_followed_from_the_host(self, stacks: Stacks, setting: Setting, uid: str) -> None:
        del uid
        stack = stacks.running(setting)
        _token()
        followed = stack.run("timeout", "1", "tail", "-n", "1", "-f", str(stack.log))
        assert json.loads(followed.stdout.splitlines()[0])["event_type"], followed.stderr

    def test_exec_and_server_share_keys_and_log(self, stacks: Stacks, setting: Setting, uid: str) -> None:
        del uid
        stacks.running(setting)
        folders = "/workspace/oauth2-demo"
        probe = f"cat {folders}/keys/jwt_signing.json && touch {folders}/data/x && rm {folders}/data/x"
        keys = [inside(name, "sh", "-c", probe) for name in (PYTHON_SERVER, OAUTH2_SERVER)]
        assert keys[0] == keys[1]
        assert json.loads(keys[0])["keys"]
        assert inside(PYTHON_SERVER, "mcp-docker", "audit", "verify").strip()

    def test_keys_are_closed_to_everybody_else(self, stacks: Stacks, setting: Setting, uid: str) -> None:
        stack = stacks.running(setting)
        files = _key_files(stack)
        assert files
        for path in files:
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
            assert path.stat().st_uid == int(uid), path
        for name in STATE_FOLDERS:
            mode = stat.S_IMODE((stack.checkout / "oauth2-demo" / name).stat().st_mode)
            assert mode & 0o027 == 0, f"{name} has mode {mode:o}"

    def test_files_belong_to_the_group_of_the_checkout(self, stacks: Stacks, setting: Setting, uid: str) -> None:
        del uid
        stack = stacks.running(setting)
        for path in (stack.log, *_key_files(stack)):
            assert path.stat().st_gid == stack.checkout.stat().st_gid, path

    def test_what_git_has_stays_as_it_was_cloned(self, stacks: Stacks, setting: Setting, uid: str) -> None:
        del uid
        stack = stacks.running(setting)
        for name in STATE_FOLDERS:
            assert stack.run("cat", f"oauth2-demo/{name}/.gitkeep").returncode == 0, name

    def test_the_owner_reads_the_keys_on_the_host_only_after_taking_them(
        self, stacks: Stacks, setting: Setting, uid: str
    ) -> None:
        stack = stacks.running(setting)
        read = stack.run("cat", *(str(path) for path in _key_files(stack)))
        assert (read.returncode == 0) is (setting.owner in {0, int(uid)}), read.stderr


@needs_root
def test_a_stranger_on_the_machine_reads_neither_keys_nor_log(stack: Stack) -> None:
    stranger = stack.setting.owner + 1
    # A checkout that everybody may look into, so that nothing but the state folders themselves refuses.
    for folder in (stack.checkout, stack.checkout / "oauth2-demo"):
        folder.chmod(0o755)
    for path in (stack.log, *_key_files(stack)):
        refused = run("cat", str(path), user=stranger)
        assert "Permission denied" in refused.stderr, path


def test_keys_clients_and_tokens_outlive_the_container(stack: Stack) -> None:
    token = _token()
    done = stack.compose("up", "-d", "--wait", "--force-recreate", "oauth2-web-server", timeout_s=120)
    assert done.returncode == 0, done.stderr
    answer = httpx2.get(f"{URL}/hello", headers={"Authorization": f"Bearer {token}"}, timeout=10)
    assert answer.status_code == httpx2.codes.OK


def _hand_over(stack: Stack, *to: str) -> None:
    done = stack.compose("run", "--rm", "--no-deps", "state-owner", *to)
    assert done.returncode == 0, done.stderr


def test_the_owner_gets_everything_back_on_demand(stack: Stack) -> None:
    _hand_over(stack, "owner")
    owners = {path.lstat().st_uid for path in (stack.checkout / "oauth2-demo").rglob("*")}
    _hand_over(stack)
    assert owners == {stack.setting.owner}
    assert stack.log.stat().st_uid != stack.setting.owner


def test_a_link_in_a_state_folder_does_not_carry_the_change_outside(stack: Stack) -> None:
    victim = stack.checkout / "README.md"
    inside(PYTHON_SERVER, "ln", "-s", "../../README.md", "/workspace/oauth2-demo/logs/planted")
    _hand_over(stack, "owner")
    _hand_over(stack)
    inside(PYTHON_SERVER, "rm", "/workspace/oauth2-demo/logs/planted")
    assert victim.stat().st_uid == stack.setting.owner
