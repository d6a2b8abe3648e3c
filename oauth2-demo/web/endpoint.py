"""The ASGI side of every route of ours: methods, the body with its limit, errors, the answer."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from oauth2_demo.oauth.events import current_request_id
from oauth2_demo.random_ids import random_id
from oauth2_demo.web.exchange import Answer, RequestHead, WebRequest, json_answer
from oauth2_demo.web.whole_answer import WHOLE_ANSWER, WholeAnswer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.types import Receive, Scope, Send

    from oauth2_demo.web.direct import Serve
    from oauth2_demo.web.exchange import Header

    Handler = Callable[[WebRequest], Awaitable[Answer]]

MAX_BODY_BYTES = 16 * 1024
_UNKNOWN_ADDRESS = "unknown"
_logger = logging.getLogger(__name__)

SECURITY_HEADERS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
)


class ClientGoneError(Exception):
    """The client hung up before its request was complete."""


class Endpoint:
    """One path. Nothing a client sends makes it fail; what fails by itself is told with an id and nothing else."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        """Answer each method with its handler; HEAD like GET, without the body."""
        head = {"HEAD": handlers["GET"]} if "GET" in handlers else {}
        self._handlers = {**handlers, **head}
        self._allow = ", ".join(sorted(self._handlers)).encode()

    @property
    def methods(self) -> list[str]:
        """The methods that are answered."""
        return sorted(self._handlers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        head = RequestHead.of(scope)
        try:
            body = await _body(receive, head) if head.method == "POST" and head.method in self._handlers else b""
        except ClientGoneError:
            return
        client = scope["client"]
        answer = await self.serve(head, body, client[0] if client else _UNKNOWN_ADDRESS)
        await send_answer(scope, send, answer, with_body=head.method != "HEAD")

    def prepare(self, scope: Scope) -> Serve | None:
        """See `DirectApp`. HEAD is left to the server's own way, which knows to leave its body out."""
        if scope["method"] not in self._handlers or scope["method"] == "HEAD":
            return None
        return partial(self.serve, RequestHead.of(scope))

    async def serve(self, head: RequestHead, body: bytes | None, address: str) -> WholeAnswer:
        """Answer a request that was received whole; without a body it was too long. Never fails."""
        request_id = random_id()
        current_request_id.set(request_id)
        handler = self._handlers.get(head.method)
        try:
            if handler is None:
                answer = self._wrong_method()
            elif body is None or len(body) > MAX_BODY_BYTES:
                answer = _too_large()
            else:
                answer = await handler(WebRequest(head, body, address))
        except Exception:
            answer = _unexpected(request_id)
        return whole_answer(answer, (b"x-request-id", request_id.encode()))

    def _wrong_method(self) -> Answer:
        document = {"error": "invalid_request", "error_description": "this method is not allowed here"}
        return json_answer(document, status=405, headers=((b"allow", self._allow),))


async def _body(receive: Receive, head: RequestHead) -> bytes | None:
    """Receive the body; nothing when it is too long: a declared length at once, an undeclared one when exceeded."""
    declared = head.headers.get(b"content-length")
    if declared is not None and declared.isdigit() and int(declared[:10]) > MAX_BODY_BYTES:
        return None
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise ClientGoneError
        body += bytes(message.get("body", b""))
        if len(body) > MAX_BODY_BYTES:
            return None
        if not message.get("more_body", False):
            return body


async def send_answer(scope: Scope, send: Send, answer: WholeAnswer, *, with_body: bool = True) -> None:
    """Send an answer; in one message where the server can take it."""
    if with_body and WHOLE_ANSWER in scope.get("extensions", ()):
        await send({"type": WHOLE_ANSWER, **answer._asdict()})
        return
    headers = [*answer.fixed, *answer.headers, (b"content-length", b"%d" % len(answer.body))]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body if with_body else b""})


def whole_answer(answer: Answer, *own: Header) -> WholeAnswer:
    """Add the security fields, and those that belong to this one answer."""
    return WholeAnswer(answer.status, answer.headers + SECURITY_HEADERS, own, answer.body)


def _too_large() -> Answer:
    document = {"error": "invalid_request", "error_description": f"the body is longer than {MAX_BODY_BYTES} bytes"}
    return json_answer(document, status=413, headers=((b"connection", b"close"),))


def _unexpected(request_id: str) -> Answer:
    _logger.exception("Unexpected error", extra={"request_id": request_id})
    return json_answer({"error": "server_error", "error_id": request_id}, status=500)
