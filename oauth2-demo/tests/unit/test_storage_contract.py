"""One suite for every storage: what the domain may rely on."""

from __future__ import annotations

import asyncio
import errno
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.oauth.clients import Client, ClientOrigin, RegistrationError
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.storage import sqlite_snapshot
from oauth2_demo.storage.factory import StorageUrlError, open_storage
from oauth2_demo.storage.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from oauth2_demo.storage.ports import Storage

pytestmark = pytest.mark.unit

CLIENT = Client("svc", frozenset({"mcp.access", "b"}), "blake2b$00", '{"keys":[]}', ClientOrigin.SETTINGS)
NOW = 1000.0


@pytest.fixture(params=["memory", "sqlite"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    url = "memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/data/oauth2.db"
    opened = open_storage(url, lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/data/oauth2.db"


def test_a_client_comes_back_as_it_was_put_in(storage: Storage) -> None:
    assert storage.clients.find("svc") is None
    storage.clients.add(CLIENT)
    assert storage.clients.find("svc") == CLIENT
    assert list(storage.clients.all()) == [CLIENT]


def test_a_client_without_secret_keys_and_scopes_is_kept(storage: Storage) -> None:
    bare = Client("bare", frozenset())
    storage.clients.add(bare)
    assert storage.clients.find("bare") == bare


def test_an_id_is_taken_once(storage: Storage) -> None:
    storage.clients.add(CLIENT)
    with pytest.raises(RegistrationError, match="exists already"):
        storage.clients.add(CLIENT)


def test_changes_and_removals_are_seen_at_once(storage: Storage) -> None:
    storage.clients.add(CLIENT)
    changed = Client("svc", frozenset({"x"}))
    storage.clients.replace(changed)
    assert storage.clients.find("svc") == changed
    storage.clients.remove("svc")
    assert storage.clients.find("svc") is None


def test_what_is_not_there_cannot_be_changed(storage: Storage) -> None:
    with pytest.raises(RegistrationError, match="no client"):
        storage.clients.replace(CLIENT)
    with pytest.raises(RegistrationError, match="no client"):
        storage.clients.remove("svc")


def test_clients_come_in_order_and_as_the_same_object_until_something_changes(storage: Storage) -> None:
    storage.clients.add(Client("b", frozenset()))
    storage.clients.add(Client("a", frozenset()))
    clients = storage.clients.all()
    assert [client.client_id for client in clients] == ["a", "b"]
    storage.revocations.revoke("jti", NOW + 10)
    assert storage.clients.all() is clients


def test_a_revoked_token_is_revoked_and_another_is_not(storage: Storage) -> None:
    storage.clients.add(CLIENT)
    storage.revocations.revoke("dead", NOW + 10)
    storage.revocations.revoke("dead", NOW + 10)
    assert storage.revocations.is_revoked("svc", "dead")
    assert not storage.revocations.is_revoked("svc", "alive")


def test_removing_a_client_revokes_all_its_tokens(storage: Storage) -> None:
    assert storage.revocations.is_revoked("svc", "any")


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_a_client_that_is_registered_anew_does_not_bring_its_old_tokens_back(kind: str, url: str) -> None:
    now = NOW
    storage = open_storage("memory:" if kind == "memory" else url, lambda: now)
    storage.clients.add(Client("svc", frozenset()))
    assert not storage.revocations.is_revoked("svc", "any", NOW)
    now += 1
    storage.clients.replace(Client("svc", frozenset({"a"})))
    assert not storage.revocations.is_revoked("svc", "any", NOW)
    storage.clients.remove("svc")
    storage.clients.add(Client("svc", frozenset()))
    assert storage.revocations.is_revoked("svc", "any", NOW)
    assert not storage.revocations.is_revoked("svc", "any", now)
    storage.close()


def test_an_assertion_is_used_once_by_each_client(storage: Storage) -> None:
    assert storage.replays.first_use("svc", "j", NOW + 10)
    assert not storage.replays.first_use("svc", "j", NOW + 10)
    assert storage.replays.first_use("other", "j", NOW + 10)


def test_what_is_past_its_time_is_forgotten(storage: Storage) -> None:
    assert storage.replays.first_use("svc", "j", NOW - 1)
    assert storage.replays.first_use("svc", "other", NOW + 1)
    assert storage.replays.first_use("svc", "j", NOW + 1)


def test_a_good_storage_says_so(storage: Storage) -> None:
    storage.check()


def test_everything_survives_a_restart(url: str) -> None:
    first = open_storage(url, lambda: NOW)
    first.clients.add(CLIENT)
    first.revocations.revoke("dead", NOW + 10)
    first.replays.first_use("svc", "j", NOW + 10)
    first.close()
    second = open_storage(url, lambda: NOW)
    assert second.clients.find("svc") == CLIENT
    assert second.revocations.is_revoked("svc", "dead")
    assert not second.replays.first_use("svc", "j", NOW + 10)
    second.close()


def test_another_process_is_seen_at_the_next_question(url: str) -> None:
    ours, theirs = open_storage(url, lambda: NOW), open_storage(url, lambda: NOW)
    assert ours.clients.find("svc") is None
    theirs.clients.add(CLIENT)
    assert ours.clients.find("svc") == CLIENT
    assert not ours.revocations.is_revoked("svc", "dead")
    theirs.revocations.revoke("dead", NOW + 10)
    assert ours.revocations.is_revoked("svc", "dead")
    ours.close()
    theirs.close()


def test_under_a_loop_another_process_is_seen_by_what_is_received_later(url: str) -> None:
    ours, theirs = open_storage(url, lambda: NOW), open_storage(url, lambda: NOW)
    theirs.clients.add(CLIENT)

    async def ask() -> list[bool]:
        before = ours.revocations.is_revoked("svc", "dead")
        theirs.revocations.revoke("dead", NOW + 10)
        await asyncio.sleep(0)
        return [before, ours.revocations.is_revoked("svc", "dead")]

    assert asyncio.run(ask()) == [False, True]
    ours.close()
    theirs.close()


def test_a_revocation_that_is_past_its_time_leaves_the_file(url: str, tmp_path: Path) -> None:
    storage = open_storage(url, lambda: NOW)
    storage.revocations.revoke("old", NOW - 1)
    storage.revocations.revoke("new", NOW + 1)
    storage.close()
    with sqlite3.connect(tmp_path / "data" / "oauth2.db") as connection:
        assert connection.execute("SELECT jti FROM revocations").fetchall() == [("new",)]
    connection.close()


def test_many_revocations_are_read_anew_without_those_past_their_time(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_snapshot, "_REREAD_AT", 3)
    now = NOW
    storage = open_storage(url, lambda: now)
    storage.clients.add(CLIENT)
    for number in range(3):
        storage.revocations.revoke(f"old-{number}", NOW + 1)
    assert storage.revocations.is_revoked("svc", "old-2")
    now = NOW + 2
    storage.revocations.revoke("new", NOW + 10)
    assert storage.revocations.is_revoked("svc", "new")
    assert not storage.revocations.is_revoked("svc", "old-2")
    storage.close()


def test_files_are_for_their_owner_only(url: str, tmp_path: Path) -> None:
    storage = open_storage(url, lambda: NOW)
    storage.clients.add(CLIENT)
    modes = {entry.name: entry.stat().st_mode & 0o777 for entry in (tmp_path / "data").iterdir()}
    storage.close()
    assert set(modes.values()) == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_vanished_database_never_means_not_revoked(url: str, tmp_path: Path) -> None:
    storage = open_storage(url, lambda: NOW)
    storage.clients.add(CLIENT)
    (tmp_path / "data" / "oauth2.db").rename(tmp_path / "elsewhere")
    with pytest.raises(UnavailableError):
        storage.revocations.is_revoked("svc", "any")
    with pytest.raises(UnavailableError):
        storage.clients.find("svc")
    with pytest.raises(UnavailableError):
        storage.check()
    storage.close()


def test_a_database_put_in_its_place_is_followed(url: str, tmp_path: Path) -> None:
    path = tmp_path / "data" / "oauth2.db"
    storage = open_storage(url, lambda: NOW)
    other = open_storage(f"sqlite:///{tmp_path}/other.db", lambda: NOW)
    other.clients.add(CLIENT)
    other.close()
    assert storage.clients.find("svc") is None
    for leftover in ("-wal", "-shm"):
        path.with_name(path.name + leftover).unlink()
    (tmp_path / "other.db").rename(path)
    assert storage.clients.find("svc") == CLIENT
    storage.revocations.revoke("dead", NOW + 10)
    assert storage.revocations.is_revoked("svc", "dead")
    storage.close()


def test_a_database_of_a_newer_program_is_refused(url: str, tmp_path: Path) -> None:
    open_storage(url, lambda: NOW).close()
    with sqlite3.connect(tmp_path / "data" / "oauth2.db") as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(UnavailableError, match="update the program"):
        open_storage(url, lambda: NOW)


def test_a_file_that_is_no_database_is_refused(url: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "oauth2.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(UnavailableError, match="cannot be used: file is not a database; restore it from a backup"):
        open_storage(url, lambda: NOW)


def test_a_database_that_cannot_be_opened_says_who_must_be_able_to_write(url: str, tmp_path: Path) -> None:
    # A folder in its place: root may write everywhere, so modes would tell these tests nothing.
    (tmp_path / "data" / "oauth2.db").mkdir(parents=True)
    with pytest.raises(UnavailableError, match="writable for the user that this server runs as"):
        open_storage(url, lambda: NOW)


def test_a_database_of_another_user_says_how_to_become_allowed(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    # Root may write everywhere, so a mode would tell these tests nothing.
    monkeypatch.setattr(type(tmp_path), "mkdir", refuse)
    with pytest.raises(UnavailableError, match="cannot be used: Permission denied; run this as the user"):
        open_storage(url, lambda: NOW)


def test_a_closed_database_refuses_to_write(url: str) -> None:
    storage = open_storage(url, lambda: NOW)
    storage.close()
    with pytest.raises(UnavailableError):
        storage.revocations.revoke("dead", NOW + 10)


@pytest.mark.parametrize("url", ["postgresql://user:hunter2@host/db", "redis://x", "sqlite:///", "", "oauth2.db"])
def test_other_urls_are_refused_without_showing_them(url: str) -> None:
    with pytest.raises(StorageUrlError, match="sqlite:///PATH") as refusal:
        open_storage(url, lambda: NOW)
    assert "hunter2" not in str(refusal.value)
