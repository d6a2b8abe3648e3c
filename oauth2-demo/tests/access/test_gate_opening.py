"""A gate that cannot be opened lets nothing through, and its log says what to do."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from mcp.client import Client

from oauth2_demo.core.oauth2_mcp_tools import build_server
from oauth2_demo.core.tool_access import AccessParts, local_gate
from oauth2_demo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from mcp.types import CallToolResult

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


async def ask(settings: Settings) -> CallToolResult:
    async with Client(build_server(settings, [local_gate(settings, "oauth2")])) as client:
        return await client.call_tool("get_oauth2_flow_guide", {})


async def test_a_broken_database_refuses_the_call_and_the_log_says_what_to_do(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = tmp_path / "data" / "oauth2.db"
    database.parent.mkdir()
    database.write_bytes(b"no database at all" * 100)
    with caplog.at_level(logging.ERROR, "oauth2_demo.core.tool_access"):
        answer = await ask(Settings(home=tmp_path))
    assert answer.is_error
    assert "Its log says why." in str(answer.content)
    assert str(tmp_path) not in str(answer.content)
    assert f"the gate of oauth2 cannot be opened: the database {database} cannot be used" in caplog.text
    assert "restore it from a backup" in caplog.text


async def test_the_text_of_an_error_that_nobody_foresaw_is_not_part_of_the_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gate(*_: object) -> None:
        raise RuntimeError("hong@example.com")

    monkeypatch.setattr(AccessParts, "gate", gate)
    with caplog.at_level(logging.ERROR, "oauth2_demo.core.tool_access"):
        answer = await ask(Settings(home=tmp_path))
    assert answer.is_error
    messages = [record.getMessage() for record in caplog.records if record.name == "oauth2_demo.core.tool_access"]
    assert messages == ["the gate of oauth2 cannot be opened"]
