"""uvicorn's HTTP protocol without what our answers do not need: the same bytes for less."""

from __future__ import annotations

import asyncio
import urllib.parse
from typing import TYPE_CHECKING, ClassVar

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from oauth2_demo.web.direct import DirectCycle, KnownHead, Round, ready
from oauth2_demo.web.one_write import OneWriteCycle
from oauth2_demo.web.whole_answer import WHOLE_ANSWER

if TYPE_CHECKING:
    from uvicorn._types import HTTPScope
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from oauth2_demo.web.whole_answer import WholeAnswer

_END_OF_HEAD = b"\r\n\r\n"
_MAX_KNOWN_HEADS = 1024
_UNUSUAL = frozenset({b"transfer-encoding", b"connection", b"upgrade", b"expect"})


class LeanProtocol(HttpToolsProtocol):
    """Parses heads. Sets no timer for an idle connection and writes no access log: whoever derives from this does.

    A client sends one head again and again: it was a quarter of the work of a request to parse it anew. What the parser
    made of a head is kept under its full bytes, once a whole request with it arrived in one piece.
    """

    is_in_head: bool = True
    # Whether the next byte begins a request.
    is_between_requests: bool = True
    known_heads: ClassVar[dict[bytes, KnownHead]]
    round: ClassVar[Round]

    def replay(self, data: bytes) -> bool:
        """Start a whole request whose head is known; tell whether this is one, and the parser need not see it."""
        end = data.find(_END_OF_HEAD) + len(_END_OF_HEAD)
        known = self.known_heads.get(data[:end])
        if known is None or len(data) - end != known.body_bytes or not self.is_between_requests:
            return False
        before: RequestResponseCycle | None = self.cycle
        if before is not None and not before.response_complete:
            return False
        if known.serve is not None:
            self.cycle = DirectCycle(self, known, known.serve, data[end:])
            self.round.add(self.cycle, self.loop)
            return True
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
            kept: HTTPScope = {**scope, "headers": [*scope["headers"]]}
            prepare = getattr(self.app, "prepare", None)
            self.known_heads[head + _END_OF_HEAD] = KnownHead(kept, len(body), prepare and prepare(kept))

    def answer_by_asgi(self, served: DirectCycle, head: KnownHead, answer: WholeAnswer | BaseException) -> None:
        """Send what was served directly by uvicorn's way: the connection ends, or the client reads slowly."""
        cycle = self._new_cycle(self._scope_of(head), keep_alive=served.keep_alive)
        cycle.disconnected, cycle.more_body = served.disconnected, False
        self.cycle = cycle
        self._start_asgi_task(cycle, ready(answer))

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
