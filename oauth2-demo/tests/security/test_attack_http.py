"""Attacks on the MCP endpoints by clients with a good token of their own, on real processes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.http.http_harness import claims_of, run_cli
from oauth2_demo.tests.security.attack_harness import result_of, running_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.tests.security.attack_harness import Site

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site") / "home") as site:
        site.add("alice")
        site.add("bob")
        yield site


def test_personal_data_tokens_of_one_client_open_for_no_other_whatever_session_it_names(site: Site) -> None:
    alice, bob = site.token("alice"), site.token("bob")
    kept = result_of(site.call(alice, "look_up"))["content"][0]["text"]
    assert "[[phone:" in kept
    assert result_of(site.call(alice, "dial", {"number": kept}))["content"][0]["text"] == "11"
    for session in (str(claims_of(alice)["jti"]), "alice"):
        stolen = result_of(site.call(bob, "dial", {"number": kept}, mcp_session_id=session))
        assert stolen["isError"]
        assert "not of this session" in stolen["content"][0]["text"]


def test_a_removed_client_is_turned_away_at_once_where_the_registry_is_shared(site: Site) -> None:
    site.add("carol")
    carol = site.token("carol")
    assert not result_of(site.call(carol, "look_up")).get("isError")
    run_cli(site.home, "clients", "remove", "carol")
    refused = site.call(carol, "look_up")
    assert refused.status_code == 401 or result_of(refused)["_meta"]["error_code"] == 1001


def test_a_client_that_is_registered_anew_does_not_bring_its_stolen_tokens_back(site: Site) -> None:
    site.add("dave")
    # As it was issued a minute ago, so that no clock has to be waited for.
    stolen = site.oauth.forge({"sub": "dave", "client_id": "dave", "aud": "dave", "iat": int(time.time()) - 60})
    run_cli(site.home, "clients", "remove", "dave")
    site.add("dave")
    asked = site.oauth.post_form(
        {"client_id": "dave", "client_secret": site.secret("dave"), "token": stolen}, url="/oauth2/introspect"
    )
    assert asked.json() == {"active": False}
    assert not result_of(site.call(site.token("dave"), "look_up")).get("isError")
