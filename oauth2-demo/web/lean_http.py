"""uvicorn's HTTP protocol without what our answers do not need: the same bytes for less.

Two regular expressions for each header field, two writes and a timer made up a quarter of a token request under uvicorn
0.54. Whatever is not a whole answer of known length still takes uvicorn's own way.
"""

from __future__ import annotations

import asyncio
import urllib.parse
from typing import TYPE_CHECKING

import httptools
from uvicorn.protocols.http.httptools_impl import (
    HEADER_RE,
    HEADER_VALUE_RE,
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

if TYPE_CHECKING:
    from uvicorn._types import ASGISendEvent, HTTPResponseStartEvent

# Fields that do not change from answer to answer are checked and written out once. New ones are taken up only while
# there is room, so that values a client can influence cannot push the others out.
_MAX_KNOWN_FIELDS = 256
_known_fields: dict[tuple[bytes, bytes], bytes] = {}
_last_default: tuple[list[tuple[bytes, bytes]], bytes] = ([], b"")
_DECIDES_ABOUT_BODY = frozenset({b"transfer-encoding", b"connection", b"content-length"})


def field_line(name: bytes, value: bytes) -> bytes:
    """Write out one header field.

    Raises:
        RuntimeError: It holds a character that could end it and begin another.
    """
    line = _known_fields.get((name, value))
    if line is None:
        if HEADER_RE.search(name) or HEADER_VALUE_RE.search(value):
            raise RuntimeError("Invalid HTTP header")
        line = b"%b: %b\r\n" % (name.lower(), value)
        if len(_known_fields) < _MAX_KNOWN_FIELDS:
            _known_fields[name, value] = line
    return line


def _default_lines(fields: list[tuple[bytes, bytes]]) -> bytes:
    """Write out what stands in every answer. uvicorn makes a new list each second, with the date in it."""
    global _last_default
    if fields is not _last_default[0]:
        _last_default = (fields, b"".join(b"%b: %b\r\n" % field for field in fields))
    return _last_default[1]


class OneWriteCycle(RequestResponseCycle):
    """Holds the head of an answer of known length back until its body is there, and writes both at once."""

    _held: HTTPResponseStartEvent | None = None

    async def send(self, message: ASGISendEvent) -> None:
        """See the ASGI specification."""
        if self.response_started:
            await super().send(message)
        elif self._held is not None:
            held, self._held = self._held, None
            if not self._write_whole(held, message):
                await super().send(held)
                await super().send(message)
        elif message["type"] == "http.response.start" and _has_length(message):
            self._held = message
        else:
            await super().send(message)

    def _write_whole(self, start: HTTPResponseStartEvent, message: ASGISendEvent) -> bool:
        """Write the answer if it is whole, nobody waits for the socket and nothing about it is unusual."""
        if message["type"] != "http.response.body" or message.get("more_body", False) or self.flow.write_paused:
            return False
        if self.disconnected or not self.keep_alive or self.scope["method"] == "HEAD":
            return False
        body = message.get("body", b"")
        lines = [STATUS_LINE[start["status"]], _default_lines(self.default_headers)]
        for name, value in start["headers"]:
            if name in _DECIDES_ABOUT_BODY and not (name == b"content-length" and value == b"%d" % len(body)):
                return False
            lines.append(field_line(name, value))
        lines += (b"\r\n", body)
        self.response_started = self.response_complete = True
        self.waiting_for_100_continue = False
        self.transport.write(b"".join(lines))
        self.message_event.set()
        self.on_response()
        return True


def _has_length(start: HTTPResponseStartEvent) -> bool:
    # A head without a length begins a stream, whose reader may wait for the head alone.
    return any(name == b"content-length" for name, _ in start.get("headers", ()))


class LeanProtocol(HttpToolsProtocol):
    """Parses heads. Sets no timer for an idle connection and writes no access log: whoever derives from this does."""

    is_in_head: bool = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take one field without blanks around its value (RFC 9110, section 5.5); the parser leaves those at its end.

        Trailers are dropped: the head was already handed on, and a late `Authorization` must not slip into it.
        """
        if not self.is_in_head:
            return
        name = name.lower()
        value = value.strip(b" \t")
        if name == b"expect" and value.lower() == b"100-continue":
            self.expect_100_continue = True
        self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        """Start the application, or queue the request behind the one before it."""
        self.is_in_head = False
        http_version = self.parser.get_http_version()
        scope = self.scope
        scope["method"] = self.parser.get_method().decode("ascii")
        if http_version != "1.1":
            scope["http_version"] = http_version
        scope["raw_path"], scope["query_string"] = split_target(self.url)
        path = scope["raw_path"].decode("ascii")
        scope["path"] = urllib.parse.unquote(path) if "%" in path else path
        before: RequestResponseCycle | None = self.cycle
        self.cycle = OneWriteCycle(
            scope=scope,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            expect_100_continue=self.expect_100_continue,
            keep_alive=http_version != "1.0" and self.parser.should_keep_alive(),
            on_response=self.on_response_complete,
        )
        if before is None or before.response_complete:
            self._start_asgi_task(self.cycle, self.app)
        else:
            self.flow.pause_reading()
            self.pipeline.appendleft((self.cycle, self.app))

    def on_response_complete(self) -> None:
        """Go on with the next request in the pipeline."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.flow.resume_reading()
        if self.pipeline:
            cycle, app = self.pipeline.pop()
            self._start_asgi_task(cycle, app)


def split_target(target: bytes) -> tuple[bytes, bytes]:
    """Give path and query of a request target (RFC 9112, section 3.2).

    Raises:
        httptools.HttpParserInvalidURLError: It is no URL.
    """
    if target.startswith(b"/") and not target.startswith(b"//") and b"#" not in target:
        path, _, query = target.partition(b"?")
        return path, query
    parsed = httptools.parse_url(target)
    if parsed.path is None:
        raise httptools.HttpParserInvalidURLError("the target has no path")
    return parsed.path, parsed.query or b""
