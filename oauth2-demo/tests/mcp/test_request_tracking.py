"""Each request has an id of its own, which its log lines carry, also from a tool's worker thread."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest
from mcp.client import Client

from oauth2_demo.mcp_server import StrictMCPServer
from oauth2_demo.mcp_server.logs import JsonFormatter
from oauth2_demo.oauth.events import current_request_id

if TYPE_CHECKING:
    from mcp.client.client import ConnectMode

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


class Lines(logging.Handler):
    """Keeps what is logged, as the servers write it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(JsonFormatter())
        self.entries: list[dict[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.entries.append(json.loads(self.format(record)))


@pytest.fixture
def lines() -> Lines:
    return Lines()


@pytest.fixture
def server(lines: Lines) -> StrictMCPServer:
    logger = logging.Logger("tool")
    logger.addHandler(lines)
    server = StrictMCPServer("tracked")

    @server.tool()
    def in_a_thread() -> None:
        """Log from a worker thread."""
        logger.warning("thread")

    @server.tool()
    async def in_the_loop() -> None:
        """Log twice from the event loop."""
        logger.warning("loop")
        logger.warning("loop")

    return server


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
async def test_lines_of_one_call_share_an_id_that_no_other_call_has(
    server: StrictMCPServer, lines: Lines, mode: ConnectMode
) -> None:
    async with Client(server, mode=mode) as client:
        await client.call_tool("in_a_thread", {})
        await client.call_tool("in_the_loop", {})
        await client.call_tool("in_the_loop", {})
    ids = [entry["request_id"] for entry in lines.entries]
    assert all(len(request_id) == 32 for request_id in ids)
    assert ids[1] == ids[2] != ids[3] == ids[4]
    assert len(set(ids)) == 3
    assert current_request_id.get() is None


def test_outside_a_request_there_is_no_id(lines: Lines) -> None:
    lines.handle(logging.makeLogRecord({"msg": "started"}))
    assert "request_id" not in lines.entries[0]
