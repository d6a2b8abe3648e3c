"""Objects and pydantic models taken apart for the scan, and copied with what it changed."""

from __future__ import annotations

import copy
import sys
from typing import TYPE_CHECKING, cast

from oauth2_demo.security.errors import ProtectionUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel


def attributes(value: object) -> dict[str, object]:
    """The instance attributes of an object, from its dictionary and its slots."""
    slots = [name for kind in type(value).__mro__ for name in _slot_names(kind)]
    found = {name: getattr(value, name) for name in slots if hasattr(value, name)}
    found.update(getattr(value, "__dict__", {}))
    return found


def _slot_names(kind: type) -> tuple[str, ...]:
    slots = kind.__dict__.get("__slots__", ())
    names = (slots,) if isinstance(slots, str) else tuple(slots)
    return tuple(name for name in names if not name.startswith("__"))


def object_with(value: object, changed: Mapping[str, object]) -> object:
    """A copy with other attributes.

    Raises:
        ProtectionUnavailable: It cannot be copied, or not be changed.
    """
    try:
        clone = copy.copy(value)
        for name, item in changed.items():
            object.__setattr__(clone, name, item)
    except (TypeError, AttributeError):
        raise ProtectionUnavailable(
            "detector",
            f"personal data in an object of type {type(value).__name__} cannot be replaced; return a dict or a model.",
        ) from None
    return clone


def is_model(value: object) -> bool:
    """Whether `value` is a pydantic model; without pydantic loaded there is none."""
    library = sys.modules.get("pydantic")
    return library is not None and isinstance(value, library.BaseModel)


def model_with(
    model: BaseModel,
    fields: Mapping[str, object],
    extra: dict[str, object],
    private: dict[str, object] | None = None,
) -> BaseModel:
    """A copy with other fields; the names of extra fields may change as well."""
    clone = model.model_copy(update=dict(fields))
    if model.model_extra is not None:
        object.__setattr__(clone, "__pydantic_extra__", dict(extra))
    if private:
        object.__setattr__(clone, "__pydantic_private__", dict(private))
    return clone


def serialises_itself(kind: type[BaseModel]) -> bool:
    """Whether the class turns its fields into something else when it is serialised, or adds to them."""
    from pydantic import PlainSerializer, WrapSerializer

    own = kind.__pydantic_decorators__
    return bool(own.computed_fields or own.field_serializers or own.model_serializers) or any(
        isinstance(note, PlainSerializer | WrapSerializer)
        for field in kind.model_fields.values()
        for note in field.metadata
    )


def serialised(model: BaseModel) -> dict[str, object]:
    """What others will see of a model.

    Raises:
        ProtectionUnavailable: Its serialiser fails; the reason stays here, because it may quote what the model holds.
    """
    try:
        return cast("dict[str, object]", model.model_dump(mode="json", warnings=False, fallback=str))
    except Exception:
        raise ProtectionUnavailable(
            "detector", f"a model of type {type(model).__name__} cannot be serialised, so it cannot be checked."
        ) from None
