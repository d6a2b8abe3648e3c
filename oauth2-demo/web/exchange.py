"""What handlers take and give: a whole request, a whole answer. They know neither ASGI nor a framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

Header = tuple[bytes, bytes]

_JSON = (b"content-type", b"application/json")
_NO_STORE = (b"cache-control", b"no-store")
_PUBLIC = (b"cache-control", b"public, max-age=300")


class WebRequest(NamedTuple):
    """A request whose body was received within the limits. A named tuple, because one is made for every request."""

    method: str
    query: bytes
    # By lower-case name; of repeated fields the last one, which is why `values` exists.
    headers: dict[bytes, bytes]
    raw_headers: list[Header]
    body: bytes
    address: str

    def values(self, name: bytes) -> tuple[str, ...]:
        """All values of a field, in order."""
        if name not in self.headers:
            return ()
        if len(self.headers) == len(self.raw_headers):
            return (self.headers[name].decode("latin-1"),)
        return tuple(value.decode("latin-1") for field, value in self.raw_headers if field == name)


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
