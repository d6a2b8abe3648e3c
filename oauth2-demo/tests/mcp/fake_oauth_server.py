"""A server that stands where the OAuth2 server should be, and misbehaves as a test tells it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class FakeServer:
    """The running fake: where it is, and what it was asked."""

    url: str
    requests: list[tuple[str, str, bytes]] = field(default_factory=list)
    asked: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def count(self, method: str) -> int:
        """How often it was asked by `method`."""
        return sum(seen == method for seen, _, _ in self.requests)


@contextmanager
def fake_server(answer: Callable[[FakeServer, str, str], Answer | None]) -> Iterator[FakeServer]:
    """Serve what `answer(fake, method, path)` gives; None hangs up without a word."""

    class Handler(BaseHTTPRequestHandler):
        def serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            fake.requests.append((self.command, self.path, body))
            fake.asked.set()
            given = answer(fake, self.command, self.path)
            if given is None:
                self.close_connection = True
                return
            status, headers, content = given
            # Without the Date header that http.server adds, where a test gives its own.
            (self.send_response_only if "Date" in headers else self.send_response)(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = serve  # noqa: N815 - the name is the base class's
        do_POST = serve  # noqa: N815 - the name is the base class's

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            del format, args

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that gives up is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    fake = FakeServer(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield fake
    finally:
        fake.released.set()
        server.shutdown()
        thread.join(10)
        server.server_close()
