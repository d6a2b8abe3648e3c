"""The parts of the MCP server one by one: lines, messages, names, logs, words."""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcp_types import JSONRPCError, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse
from pydantic import BaseModel, ValidationError

import oauth2_demo.mcp_server as package
from oauth2_demo.mcp_server.calls import ANONYMOUS_PRINCIPAL
from oauth2_demo.mcp_server.framing import LineFramer, Overlong, UnusableMessageError, parse_message
from oauth2_demo.mcp_server.logs import JsonFormatter, UnblockingHandler, log_to_stderr
from oauth2_demo.mcp_server.origins import Doorway
from oauth2_demo.mcp_server.validation import explain
from oauth2_demo.mcp_server.wire import accepts_without_blocking, write_all
from oauth2_demo.oauth_client.checks.report import CHECKS, LOCAL_CHECKS
from oauth2_demo.oauth_client.checks.words import ADVICE, DETAILS, TITLES
from oauth2_demo.oauth_client.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = pytest.mark.unit


@given(st.lists(st.binary(max_size=40).map(lambda part: part.replace(b"\n", b""))), st.integers(1, 7))
def test_lines_are_the_same_however_the_bytes_arrive(lines: list[bytes], chunk_bytes: int) -> None:
    stream = b"".join(line + b"\n" for line in lines)
    framer = LineFramer()
    seen: list[object] = []
    for at in range(0, len(stream), chunk_bytes):
        seen += framer.feed(stream[at : at + chunk_bytes])
    assert seen == lines
    assert list(framer.finish()) == []


def test_the_last_line_needs_no_newline() -> None:
    framer = LineFramer()
    assert list(framer.feed(b"one\ntwo")) == [b"one"]
    assert list(framer.finish()) == [b"two"]


def test_an_overlong_line_is_lost_and_the_next_one_is_not() -> None:
    framer = LineFramer(max_line_bytes=4)
    assert list(framer.feed(b"1234\n12345\n1")) == [b"1234", Overlong.LINE]
    assert list(framer.feed(b"2345")) == []
    assert list(framer.feed(b"6\nok\n")) == [Overlong.LINE, b"ok"]
    assert list(framer.feed(b"12345")) == []
    assert list(framer.finish()) == [Overlong.LINE]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"jsonrpc":"2.0","id":1,"method":"a","params":{}}', JSONRPCRequest),
        ('{"jsonrpc":"2.0","id":"1","method":"a"}', JSONRPCRequest),
        ('{"jsonrpc":"2.0","method":"a"}', JSONRPCNotification),
        ('{"jsonrpc":"2.0","id":1,"result":{}}', JSONRPCResponse),
        ('{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"m"}}', JSONRPCError),
    ],
)
def test_the_kind_of_a_message_follows_its_members(text: str, kind: type) -> None:
    assert type(parse_message(text.encode())) is kind


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_refused(data: bytes) -> None:
    try:
        parse_message(data)
    except UnusableMessageError as unusable:
        assert unusable.answer is None or unusable.answer.error.code in {-32700, -32600}  # noqa: PT017 - either is right


class Form(BaseModel):
    """Something to fail against."""

    numbers: list[int]
    names: dict[str, int]


def test_an_explanation_holds_places_and_reasons_but_no_keys_and_no_values() -> None:
    with pytest.raises(ValidationError) as caught:
        Form.model_validate({"numbers": ["x"] * 20, "names": {"hong@example.com": "y"}})
    text = explain(caught.value)
    assert text.startswith("numbers.0: ")
    assert text.endswith("and 11 more")
    assert "hong" not in text
    with pytest.raises(ValidationError) as caught:
        Form.model_validate({"numbers": {"hong": [1]}, "names": {"a": None}})
    assert "hong" not in explain(caught.value)
    with pytest.raises(ValidationError) as caught:
        Form.model_validate("text")
    assert explain(caught.value).startswith("arguments: ")


@pytest.mark.parametrize(
    ("hosts", "host", "known"),
    [
        (["localhost"], ["LOCALHOST:8081"], True),
        (["localhost:8081"], ["localhost:9"], False),
        (["[::1]"], ["[::1]:80"], True),
        (["localhost"], ["localhost.evil"], False),
        (["localhost"], ["localhost:evil"], False),
        (["localhost"], [], False),
        (["localhost"], ["localhost", "localhost"], False),
    ],
)
def test_hosts_are_compared_whole(hosts: list[str], host: list[str], known: bool) -> None:
    assert Doorway.of(hosts, []).knows_host(host) is known


def _record(message: str, **extra: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "test", "levelname": "ERROR", "msg": message, "created": 0.0, **extra})


def test_a_log_record_is_one_json_object_in_utf_8_without_the_text_of_an_exception() -> None:
    try:
        raise RuntimeError("hong@example.com")
    except RuntimeError:
        info = sys.exc_info()
    line = JsonFormatter().format(_record("한글", error_id="id-1", color_message="\x1b[36m한글", exc_info=info))
    entry = json.loads(line)
    assert "color_message" not in entry
    assert "한글" in line
    assert entry["timestamp"] == "1970-01-01T00:00:00.000+00:00"
    assert (entry["level"], entry["error_id"], entry["exception"]) == ("ERROR", "id-1", "RuntimeError")
    assert "test_mcp_server_parts.py" in entry["frames"][-1]
    assert "hong" not in line


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe: its reading and its writing end."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)
    os.close(writing)


def test_a_record_that_its_reader_has_no_room_for_is_dropped(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    handler = UnblockingHandler(writing)
    while accepts_without_blocking(writing, 4096):
        os.write(writing, b"x" * 4096)
    handler.emit(_record("dropped"))
    while len(os.read(reading, 1 << 20)) == 1 << 20:
        pass
    handler.emit(_record("kept"))
    assert json.loads(os.read(reading, 1 << 20))["message"] == "kept"


def test_a_record_that_is_too_long_leaves_a_note_in_its_place(pipe: tuple[int, int]) -> None:
    UnblockingHandler(pipe[1]).emit(_record("x" * 10_000))
    assert json.loads(os.read(pipe[0], 1 << 20))["message"] == "a log record was too long and is left out"


def test_a_record_that_cannot_be_formatted_costs_nothing(pipe: tuple[int, int]) -> None:
    UnblockingHandler(pipe[1]).emit(_record("%d", args=("x",)))
    assert not accepts_without_blocking(pipe[1], 1 << 20)


def test_logging_to_stderr_replaces_what_was_there() -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    loud = {name: logging.getLogger(name).level for name in ("httpx2", "httpcore2", "mcp", "asyncio", "sse_starlette")}
    try:
        log_to_stderr("DEBUG")
        assert [type(handler) for handler in root.handlers] == [UnblockingHandler]
        assert (root.level, logging.getLogger("httpx2").level) == (logging.DEBUG, logging.WARNING)
    finally:
        for handler in list(root.handlers):
            root.removeHandler(handler)
        for handler in before:
            root.addHandler(handler)
        root.setLevel(level)
        for name, former in loud.items():
            logging.getLogger(name).setLevel(former)


def test_everything_is_written_even_when_the_reader_takes_a_little(pipe: tuple[int, int]) -> None:
    write_all(pipe[1], b"x" * 10_000)
    assert len(os.read(pipe[0], 1 << 20)) == 10_000


def test_the_package_gives_its_names_when_they_are_asked_for() -> None:
    for name in package.__all__:
        assert getattr(package, name).__name__ == name
    with pytest.raises(AttributeError, match="no_such"):
        _ = package.no_such
    assert ANONYMOUS_PRINCIPAL.scopes == frozenset()


@pytest.mark.parametrize("table", [TEXTS, TITLES, DETAILS, ADVICE])
def test_both_languages_say_the_same_with_the_same_values(table: Mapping[str, tuple[str, str]]) -> None:
    import string

    for key, (english, korean) in table.items():
        fields = [
            sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) for text in (english, korean)
        ]
        assert fields[0] == fields[1], key
        if english:
            assert any("가" <= character <= "힣" for character in korean), key
            assert not any("가" <= character <= "힣" for character in english), key


def test_every_check_has_a_title() -> None:
    assert set(TITLES) == {name for name, _ in (*CHECKS, *LOCAL_CHECKS)}
