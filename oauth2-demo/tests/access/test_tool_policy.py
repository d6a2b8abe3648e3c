"""What a tool demands of its callers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from oauth2_demo.access.errors import AccessRefusedError, PolicyFileError
from oauth2_demo.access.tool_policy import check_scopes, demanded_scopes, demands, fingerprint, load_tool_policy
from oauth2_demo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.unit

GOOD = '{"consent": {"default": "not_required", "lifetime_days": 2, "tools": {"erase": "required"}}}'


def test_a_tool_says_which_scopes_it_needs_in_its_metadata() -> None:
    assert demanded_scopes(demands("audit.read", "pii.reveal")) == {"audit.read", "pii.reveal"}


@pytest.mark.parametrize("meta", [None, {}, {"mcp-docker/scopes": "audit.read"}])
def test_metadata_without_a_list_of_scopes_demand_none(meta: dict[str, object] | None) -> None:
    assert demanded_scopes(meta) == set()


def test_a_missing_scope_is_named_in_the_refusal() -> None:
    with pytest.raises(AccessRefusedError, match=r"audit\.read pii\.reveal") as refusal:
        check_scopes(frozenset({"audit.read", "mcp.access", "pii.reveal"}), frozenset({"mcp.access"}))
    assert refusal.value.reason == "insufficient_scope"
    assert refusal.value.missing_scopes == ("audit.read", "pii.reveal")


def test_scopes_are_compared_as_whole_words_and_with_regard_to_case() -> None:
    with pytest.raises(AccessRefusedError):
        check_scopes(frozenset({"audit.read"}), frozenset({"audit.read.all", "AUDIT.READ", "audit"}))


@pytest.mark.parametrize(
    "changed",
    [("other", "does this", {"type": "object"}), ("tool", "does that", {"type": "object"}), ("tool", "does this", {})],
)
def test_a_change_of_name_description_or_schema_changes_the_fingerprint(
    changed: tuple[str, str, dict[str, object]],
) -> None:
    assert fingerprint(*changed) != fingerprint("tool", "does this", {"type": "object"})


def test_the_order_of_members_in_a_schema_does_not_change_the_fingerprint() -> None:
    assert fingerprint("tool", None, {"a": 1, "b": 2}) == fingerprint("tool", "", {"b": 2, "a": 1})


def test_a_policy_file_says_which_tools_need_consent_and_for_how_long(tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text(GOOD)
    policy = load_tool_policy(file)
    assert policy.needs_consent("erase")
    assert not policy.needs_consent("look")
    assert policy.lifetime_s == 2 * 24 * 3600


def test_the_shipped_policy_can_be_loaded_and_guards_the_audit_log() -> None:
    policy = load_tool_policy(Settings.model_fields["tool_policy"].default)
    assert policy.needs_consent("get_security_audit_log")
    assert not policy.needs_consent("get_oauth2_server_status")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is not JSON"),
        ("[]", "must have exactly the members"),
        ('{"consent": {"default": "required"}}', "must have exactly the members"),
        (GOOD.replace("not_required", "maybe"), "consent.default must be required or not_required"),
        (GOOD.replace('"required"', '"never"'), "consent.tools.erase must be required or not_required"),
        (GOOD.replace("2,", "0,"), "lifetime_days must be a number above 0"),
        (GOOD.replace("2,", "true,"), "lifetime_days must be a number above 0"),
        (GOOD.replace('{"erase": "required"}', '["erase"]'), "consent.tools must map names"),
    ],
)
def test_a_wrong_policy_file_is_refused_with_the_place_that_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "policy.json"
    file.write_text(text)
    with pytest.raises(PolicyFileError, match=r"policy\.json") as refusal:
        load_tool_policy(file)
    assert told in str(refusal.value)


def test_a_missing_policy_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyFileError, match="cannot be read"):
        load_tool_policy(tmp_path / "absent.json")
