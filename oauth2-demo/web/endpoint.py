"""The ASGI side of every route of ours: methods, the body with its limit, errors, the answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from oauth2_demo.oauth.events import current_request_id
from oauth2_demo.random_ids import random_id
from oauth2_demo.web.exchange import Answer, WebRequest, json_answer
from oauth2_demo.web.lean_http import WHOLE_ANSWER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.types import Receive, Scope, Send

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


class BodyTooLargeError(Exception):
    """The body is longer than `MAX_BODY_BYTES`."""


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
        request_id = random_id()
        current_request_id.set(request_id)
        method = scope["method"]
        handler = self._handlers.get(method)
        try:
            if handler is None:
                answer = self._wrong_method()
            else:
                answer = await handler(await _request(scope, receive))
        except BodyTooLargeError:
            answer = _too_large()
        except ClientGoneError:
            return
        except Exception:
            answer = _unexpected(request_id)
        await send_answer(scope, send, answer, request_id=request_id, with_body=method != "HEAD")

    def _wrong_method(self) -> Answer:
        document = {"error": "invalid_request", "error_description": "this method is not allowed here"}
        return json_answer(document, status=405, headers=((b"allow", self._allow),))


async def _request(scope: Scope, receive: Receive) -> WebRequest:
    raw_headers = scope["headers"]
    headers = dict(raw_headers)
    client = scope["client"]
    body = b""
    if scope["method"] == "POST":
        body = await _body(receive, headers.get(b"content-length"))
    address = client[0] if client else _UNKNOWN_ADDRESS
    return WebRequest(scope["method"], scope["query_string"], headers, raw_headers, body, address)


async def _body(receive: Receive, declared: bytes | None) -> bytes:
    # A declared length is refused at once, an undeclared one as soon as it is exceeded.
    if declared is not None and declared.isdigit() and int(declared[:10]) > MAX_BODY_BYTES:
        raise BodyTooLargeError
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise ClientGoneError
        body += bytes(message.get("body", b""))
        if len(body) > MAX_BODY_BYTES:
            raise BodyTooLargeError
        if not message.get("more_body", False):
            return body


async def send_answer(
    scope: Scope, send: Send, answer: Answer, *, request_id: str = "", with_body: bool = True
) -> None:
    """Send an answer with its length and the security fields; in one message where the server can take it."""
    fixed = answer.headers + SECURITY_HEADERS
    own = [(b"x-request-id", request_id.encode())] if request_id else []
    if with_body and WHOLE_ANSWER in scope.get("extensions", ()):
        message = {"type": WHOLE_ANSWER, "status": answer.status, "fixed": fixed, "headers": own, "body": answer.body}
        await send(message)
        return
    headers = [*fixed, *own, (b"content-length", b"%d" % len(answer.body))]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body if with_body else b""})


def _too_large() -> Answer:
    document = {"error": "invalid_request", "error_description": f"the body is longer than {MAX_BODY_BYTES} bytes"}
    return json_answer(document, status=413, headers=((b"connection", b"close"),))


def _unexpected(request_id: str) -> Answer:
    _logger.exception("Unexpected error", extra={"request_id": request_id})
    return json_answer({"error": "server_error", "error_id": request_id}, status=500)
