"""Rewrites every text in a value, however deep: arguments, results, dict keys, models, bytes that are text.

What cannot be looked into is refused. An object is copied only when something in it changes, so most values come back
as they are, identical.
"""

from __future__ import annotations

import base64
import binascii
import copy
import sys
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, TypeVar, cast
from uuid import UUID

from oauth2_demo.security.errors import ProtectionUnavailable
from oauth2_demo.security.policy import objects
from oauth2_demo.security.policy.binary import rewrite_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

V = TypeVar("V")

_DEEPEST = 100
_PLAIN = (bool, int, float, complex, time, timedelta, UUID, type)
# No strings themselves, but text for everyone who reads the answer: a date of birth is private as a date as well.
_READ_AS_TEXT = (PurePath, date, Decimal)
_UNREADABLE = (Iterator, AsyncIterator, Awaitable)


class Leaf(Protocol):
    """Rewrites one text; `label` is the key, field or parameter that it stands under."""

    def __call__(self, text: str, label: str, /) -> str: ...


def rewrite(value: V, leaf: Leaf, label: str = "") -> V:
    """`value` with every text in it passed through `leaf`.

    Numbers stay as they are. A text that changes type on the way (a URL object whose text was rewritten) becomes `str`.

    Args:
        value: Anything that a tool takes or gives.
        leaf: What happens to a text.
        label: The name of `value` itself.

    Raises:
        ProtectionUnavailable: The value cannot be looked into: an iterator, or nested too deeply.
    """
    return cast("V", _Walk(leaf).value(value, label, 0))


class _Walk:
    def __init__(self, leaf: Leaf) -> None:
        self._leaf = leaf

    def value(self, value: object, label: str, depth: int) -> object:
        if depth > _DEEPEST:
            raise ProtectionUnavailable("detector", "the data is nested too deeply to be checked for personal data.")
        match value:
            case _ if value is None or isinstance(value, _PLAIN) or is_sdk_context(value):
                return value
            case Enum():
                return self._member(value, label, depth)
            case str():
                return self._text(value, label)
            case bytes() | bytearray() | memoryview():
                return self._bytes(bytes(value), value, label)
            case Mapping():
                return self._mapping(value, depth)
            case list() | tuple() | set() | frozenset():
                return self._sequence(value, label, depth)
            case _ if isinstance(value, _UNREADABLE):
                raise ProtectionUnavailable(
                    "detector", "an iterator cannot be checked for personal data; return a list instead."
                )
            case _ if isinstance(value, _READ_AS_TEXT) or _is_pydantic_scalar(value):
                return self._as_text(value, label)
            case _ if objects.is_model(value):
                return self._model(cast("BaseModel", value), depth)
            case _:
                return self._object(value, label, depth)

    def _text(self, value: str, label: str) -> str:
        rewritten = self._leaf(value, label)
        return value if rewritten == value else rewritten

    def _as_text(self, value: object, label: str) -> object:
        """Objects whose text is what others will see of them: URLs, paths, anything printed."""
        text = str(value)
        rewritten = self._leaf(text, label)
        return value if rewritten == text else rewritten

    def _member(self, member: Enum, label: str, depth: int) -> object:
        """A member of an enumeration goes out as its value."""
        rewritten = self.value(member.value, label, depth + 1)
        return member if rewritten is member.value else rewritten

    def _bytes(self, raw: bytes, value: object, label: str) -> object:
        rewritten = rewrite_bytes(raw, lambda text: self._leaf(text, label))
        return value if rewritten is raw else rewritten

    def _mapping(self, value: Mapping[object, object], depth: int) -> object:
        rewritten: dict[object, object] = {}
        changed = False
        for key, item in value.items():
            new_key = self.value(key, "", depth + 1)
            new_item = self.value(item, key if isinstance(key, str) else "", depth + 1)
            changed = changed or new_key is not key or new_item is not item
            rewritten[_free_key(rewritten, new_key)] = new_item
        if not changed:
            return value
        if type(value) is dict or not isinstance(value, dict):
            return rewritten
        clone = copy.copy(value)
        clone.clear()
        clone.update(rewritten)
        return clone

    def _sequence(
        self, value: list[object] | tuple[object, ...] | set[object] | frozenset[object], label: str, depth: int
    ) -> object:
        labels = getattr(value, "_fields", None)
        items = list(value)
        names = labels if labels is not None and len(labels) == len(items) else [label] * len(items)
        rewritten = [self.value(item, name, depth + 1) for item, name in zip(items, names, strict=True)]
        if all(new is old for new, old in zip(rewritten, items, strict=True)):
            return value
        kind = cast("Callable[..., object]", type(value))
        return kind(*rewritten) if labels is not None else kind(rewritten)

    def _model(self, value: BaseModel, depth: int) -> object:
        changed = self._changed(vars(value), depth)
        hidden = [value.model_extra or {}]
        is_custom = objects.serialises_itself(type(value))
        if is_custom:
            # What a serialiser of its own can make text of.
            hidden.append(value.__pydantic_private__ or {})
        rewritten_hidden = [cast("dict[str, object]", self.value(part, "", depth + 1)) for part in hidden]
        rewritten = value
        if changed or any(new is not old for new, old in zip(rewritten_hidden, hidden, strict=True)):
            rewritten = objects.model_with(value, changed, *rewritten_hidden)
        if is_custom:
            self._check_serialised(rewritten, depth)
        return rewritten

    def _check_serialised(self, model: BaseModel, depth: int) -> None:
        """A model with serialisers of its own says more than its fields hold."""
        dumped = objects.serialised(model)
        if self.value(dumped, "", depth + 1) is not dumped:
            raise ProtectionUnavailable(
                "detector",
                f"a model of type {type(model).__name__} shows personal data only when it is serialised, where it "
                "cannot be replaced; return a dict.",
            )

    def _object(self, value: object, label: str, depth: int) -> object:
        changed = self._changed(objects.attributes(value), depth)
        rewritten = objects.object_with(value, changed) if changed else value
        # What an object prints is not bound to its attributes, and the fallback of every serialiser is to print it.
        return self._as_text(rewritten, label)

    def _changed(self, attributes: Mapping[str, object], depth: int) -> dict[str, object]:
        changed = {}
        for name, item in attributes.items():
            new = self._blob(item) if name == "blob" else self.value(item, name, depth + 1)
            if new is not item:
                changed[name] = new
        return changed

    def _blob(self, item: object) -> object:
        """Embedded resources carry bytes as base64; rewritten bytes must still be base64."""
        if not isinstance(item, str):
            return self.value(item, "", 0)
        try:
            raw = base64.b64decode(item, validate=True)
        except (binascii.Error, ValueError):
            return self._text(item, "")
        rewritten = self._bytes(raw, raw, "")
        return item if rewritten is raw else base64.b64encode(cast("bytes", rewritten)).decode("ascii")


def is_sdk_context(value: object) -> bool:
    """The request context that the SDK injects is no data; it is known only where the SDK is loaded."""
    module = sys.modules.get("mcp.server.mcpserver.context")
    return module is not None and isinstance(value, module.Context)


def _is_pydantic_scalar(value: object) -> bool:
    """URLs, secrets and the like, which are text to everyone but themselves."""
    library = type(value).__module__.partition(".")[0]
    return library in {"pydantic", "pydantic_core"} and not hasattr(type(value), "model_fields")


def _free_key(taken: Mapping[object, object], key: object) -> object:
    """Two keys may look the same once masked; neither entry may vanish."""
    free, number = key, 2
    while free in taken:
        free, number = f"{key}#{number}", number + 1
    return free
