"""What handlers take and give: a whole request, a whole answer. They know neither ASGI nor a framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.types import Scope

Header = tuple[bytes, bytes]

_JSON = (b"content-type", b"application/json")
_NO_STORE = (b"cache-control", b"no-store")
_PUBLIC = (b"cache-control", b"public, max-age=300")


class RequestHead:
    """Method, query and header fields of a request. One head may stand for many requests, so it is never changed."""

    __slots__ = ("_values", "headers", "method", "query", "raw_headers")

    def __init__(self, method: str, query: bytes, raw_headers: Iterable[Header]) -> None:
        self.method = method
        self.query = query
        self.raw_headers = tuple(raw_headers)
        # By lower-case name; of repeated fields the last one, which is why `values` exists.
        self.headers = dict(self.raw_headers)
        self._values: dict[bytes, tuple[str, ...]] = {}

    @classmethod
    def of(cls, scope: Scope) -> RequestHead:
        """Take the head out of an ASGI scope."""
        return cls(scope["method"], scope["query_string"], scope["headers"])

    def values(self, name: bytes) -> tuple[str, ...]:
        """All values of a field, in order."""
        values = self._values.get(name)
        if values is None:
            values = tuple(value.decode("latin-1") for field, value in self.raw_headers if field == name)
            self._values[name] = values
        return values


class WebRequest(NamedTuple):
    """A request whose body was received within the limits. A named tuple, because one is made for every request."""

    head: RequestHead
    body: bytes
    address: str


class Answer(NamedTuple):
    """An answer. Length and security fields are added when it is sent."""

    status: int
    body: bytes
    headers: tuple[Header, ...]


def json_answer(document: Mapping[str, object], *, status: int = 200, headers: tuple[Header, ...] = ()) -> Answer:
    """Answer with JSON that nobody may keep."""
    return Answer(status, to_json(document), (_JSON, _NO_STORE, *headers))


def public_json_answer(document: Mapping[str, object]) -> Answer:
    """Answer with JSON that is the same for everybody and may be kept for a while."""
    return Answer(200, to_json(document), (_JSON, _PUBLIC))
