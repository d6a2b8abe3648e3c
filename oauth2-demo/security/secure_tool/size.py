"""Whether a value is too large to be scanned on the event loop."""

from __future__ import annotations

from collections.abc import Mapping

# At 3 MB/s, the floor for dense text, this is a tenth of a second at worst and a millisecond as a rule.
_LARGE_CHARS = 32_768
_MANY_NODES = 4_096


def is_large(value: object) -> bool:
    """Whether `value` holds more text, or more parts, than should be worked on between two turns of the loop."""
    chars = 0
    pending: list[object] = [value]
    for _ in range(_MANY_NODES):
        if not pending or chars > _LARGE_CHARS:
            return chars > _LARGE_CHARS
        part = pending.pop()
        match part:
            case str() | bytes() | bytearray():
                chars += len(part)
            case Mapping():
                pending.extend(part.keys())
                pending.extend(part.values())
            case list() | tuple() | set() | frozenset():
                pending.extend(part)
            case _:
                # Models and plain objects; the few slotted dataclasses with much text are not worth a longer look.
                pending.extend(getattr(part, "__dict__", {}).values())
    return True
