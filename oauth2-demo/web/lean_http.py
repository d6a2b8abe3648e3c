"""uvicorn's HTTP protocol without what our answers do not need: the same bytes for less.

Two regular expressions for each header field, two writes and a timer made up a quarter of a token request under uvicorn
0.54. Whatever is not a whole answer of known length still takes uvicorn's own way.
"""

from __future__ import annotations

import asyncio
import urllib.parse
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import httptools
from uvicorn.protocols.http.httptools_impl import (
    HEADER_RE,
    HEADER_VALUE_RE,
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

if TYPE_CHECKING:
    from uvicorn._types import ASGISendEvent, HTTPResponseStartEvent, HTTPScope

# Fields that do not change from answer to answer are checked and written out once. New ones are taken up only while
# there is room, so that values a client can influence cannot push the others out.
_MAX_KNOWN_FIELDS = 256
_known_fields: dict[tuple[bytes, bytes], bytes] = {}
_last_default: tuple[list[tuple[bytes, bytes]], bytes] = ([], b"")
_known_blocks: dict[tuple[tuple[bytes, bytes], ...], bytes | None] = {}
_END_OF_HEAD = b"\r\n\r\n"
_MAX_KNOWN_HEADS = 1024
_UNUSUAL = frozenset({b"transfer-encoding", b"connection", b"upgrade", b"expect"})
_DECIDES_ABOUT_BODY = frozenset({b"transfer-encoding", b"connection", b"content-length"})
# Our own ASGI extension: a whole answer in one message. Its fields `fixed` are the same for many answers, those in
# `headers` belong to this one, and the length is written by the server.
WHOLE_ANSWER = "oauth2_demo.http.response.whole"


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


def _block(fixed: tuple[tuple[bytes, bytes], ...]) -> bytes | None:
    """Write out fields that come together; nothing when one of them decides about body or connection."""
    try:
        return _known_blocks[fixed]
    except KeyError:
        is_usual = not any(name in _DECIDES_ABOUT_BODY for name, _ in fixed)
        block = b"".join(field_line(name, value) for name, value in fixed) if is_usual else None
        if len(_known_blocks) < _MAX_KNOWN_FIELDS:
            _known_blocks[fixed] = block
        return block


class OneWriteCycle(RequestResponseCycle):
    """Holds the head of an answer of known length back until its body is there, and writes both at once."""

    _held: HTTPResponseStartEvent | None = None

    async def send(self, message: ASGISendEvent) -> None:
        """See the ASGI specification; understands `WHOLE_ANSWER` too."""
        if self.transport.is_closing():
            # Refused for what came behind this request: its answer has nobody left to go to.
            self.disconnected = True
        if message["type"] == WHOLE_ANSWER:
            await self._send_whole(message)
        elif self.response_started:
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

    async def _send_whole(self, message: Any) -> None:
        status, fixed, headers, body = message["status"], message["fixed"], message["headers"], message["body"]
        block = _block(fixed)
        if block is None or not self._is_usual():
            headers = [*fixed, *headers, (b"content-length", b"%d" % len(body))]
            await self.send({"type": "http.response.start", "status": status, "headers": headers})
            await self.send({"type": "http.response.body", "body": body})
            return
        lines = [STATUS_LINE[status], _default_lines(self.default_headers), block]
        lines += [field_line(name, value) for name, value in headers]
        self._finish(b"%bcontent-length: %d\r\n\r\n%b" % (b"".join(lines), len(body), body))

    def _is_usual(self) -> bool:
        """Whether nobody waits for the socket, and the connection goes on after an answer with its body."""
        is_disturbed = self.flow.write_paused or self.disconnected
        return self.keep_alive and not is_disturbed and self.scope["method"] != "HEAD"

    def _write_whole(self, start: HTTPResponseStartEvent, message: ASGISendEvent) -> bool:
        """Write the answer if it is whole, nobody waits for the socket and nothing about it is unusual."""
        if message["type"] != "http.response.body" or message.get("more_body", False) or not self._is_usual():
            return False
        body = message.get("body", b"")
        lines = [STATUS_LINE[start["status"]], _default_lines(self.default_headers)]
        for name, value in start["headers"]:
            if name in _DECIDES_ABOUT_BODY and not (name == b"content-length" and value == b"%d" % len(body)):
                return False
            lines.append(field_line(name, value))
        lines += (b"\r\n", body)
        self._finish(b"".join(lines))
        return True

    def _finish(self, answer: bytes) -> None:
        self.response_started = self.response_complete = True
        self.waiting_for_100_continue = False
        self.transport.write(answer)
        self.message_event.set()
        self.on_response()


def _has_length(start: HTTPResponseStartEvent) -> bool:
    # A head without a length begins a stream, whose reader may wait for the head alone.
    return any(name == b"content-length" for name, _ in start.get("headers", ()))


class KnownHead(NamedTuple):
    """What the parser made of a head: the same bytes at the same place mean the same again."""

    scope: HTTPScope
    body_bytes: int


class LeanProtocol(HttpToolsProtocol):
    """Parses heads. Sets no timer for an idle connection and writes no access log: whoever derives from this does.

    A client sends one head again and again: it was a quarter of the work of a request to parse it anew. What the parser
    made of a head is kept under its full bytes, once a whole request with it arrived in one piece.
    """

    is_in_head: bool = True
    # Whether the next byte begins a request.
    is_between_requests: bool = True
    known_heads: ClassVar[dict[bytes, KnownHead]]

    def replay(self, data: bytes) -> bool:
        """Start a whole request whose head is known; tell whether this is one, and the parser need not see it."""
        end = data.find(_END_OF_HEAD) + len(_END_OF_HEAD)
        known = self.known_heads.get(data[:end])
        if known is None or len(data) - end != known.body_bytes or not self.is_between_requests:
            return False
        before: RequestResponseCycle | None = self.cycle
        if before is not None and not before.response_complete:
            return False
        cycle = self._new_cycle(self._scope_of(known), keep_alive=True)
        self.cycle = cycle
        cycle.body += data[end:]
        cycle.more_body = False
        cycle.message_event.set()
        self._start_asgi_task(cycle, self.app)
        return True

    def remember(self, data: bytes) -> None:
        """Keep what the parser made of the request that is `data`, nothing more and nothing less."""
        cycle, (head, separator, body) = self.cycle, data.partition(_END_OF_HEAD)
        # Where a line ends in a bare line feed, or blank lines come first, the head may end elsewhere than it seems.
        is_plain = separator and head[:1].isalpha() and head.count(b"\n") == head.count(b"\r\n")
        if not (is_plain and self.is_between_requests and cycle.body == body):
            return
        scope = cycle.scope
        names = [name for name, _ in scope["headers"]]
        is_usual = cycle.keep_alive and scope["http_version"] == "1.1" and _UNUSUAL.isdisjoint(names)
        # Secrets are kept nowhere; a token is short-lived.
        is_secret = any(name == b"authorization" and value[:6].lower() != b"bearer" for name, value in scope["headers"])
        if is_usual and not is_secret and names.count(b"content-length") == bool(body):
            if len(self.known_heads) >= _MAX_KNOWN_HEADS:
                self.known_heads.pop(next(iter(self.known_heads)))
            self.known_heads[head + _END_OF_HEAD] = KnownHead({**scope, "headers": [*scope["headers"]]}, len(body))

    def _scope_of(self, known: KnownHead) -> HTTPScope:
        scope = known.scope.copy()
        scope["headers"] = [*scope["headers"]]
        scope["server"], scope["client"] = self.server, self.client
        scope["scheme"], scope["state"] = self.scheme or "http", self.app_state.copy()
        return scope

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
        scope["extensions"] = {WHOLE_ANSWER: {}}
        before: RequestResponseCycle | None = self.cycle
        self.cycle = self._new_cycle(scope, keep_alive=http_version != "1.0" and self.parser.should_keep_alive())
        self.cycle.waiting_for_100_continue = self.expect_100_continue
        if before is None or before.response_complete:
            self._start_asgi_task(self.cycle, self.app)
        else:
            self.flow.pause_reading()
            self.pipeline.appendleft((self.cycle, self.app))

    def _new_cycle(self, scope: HTTPScope, *, keep_alive: bool) -> OneWriteCycle:
        return OneWriteCycle(
            scope,
            self.transport,
            self.flow,
            self.logger,
            self.access_logger,
            False,
            self.server_state.default_headers,
            asyncio.Event(),
            False,
            keep_alive,
            self.on_response_complete,
        )

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
