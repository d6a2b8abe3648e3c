"""Carries out the steps of a guarded call: writes its records and runs its function, blocking or awaited."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.events import AuditEvent
from oauth2_demo.security.caller import note_record
from oauth2_demo.security.secure_tool.size import is_large

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from oauth2_demo.security.secure_tool.call import Effect, Steps
    from oauth2_demo.security.services import SecurityServices


def drive(steps: Steps, function: Callable[..., object], services: SecurityServices) -> object:
    """Run the steps to their end and give the result of the call."""
    advance: Callable[[], Effect] = partial(next, steps)
    while True:
        try:
            effect = advance()
        except StopIteration as end:
            return end.value
        try:
            outcome = _write(services, effect) if isinstance(effect, AuditEvent) else effect.run(function)
        except BaseException as error:
            # The steps decide what becomes of it, cancellation included.
            advance = partial(steps.throw, error)
        else:
            advance = partial(steps.send, outcome)


async def drive_async(
    steps: Steps, function: Callable[..., Awaitable[object]], services: SecurityServices, arguments: object
) -> object:
    """Run the steps to their end without blocking the event loop.

    Args:
        steps: What to do.
        function: The function.
        services: Has the audit log.
        arguments: What the first step scans.
    """
    advance: Callable[[], Effect] = partial(next, steps)
    scanned = arguments
    is_cancelled = False
    while True:
        effect, result = await asyncio.to_thread(_step, advance) if is_large(scanned) else _step(advance)
        if effect is None:
            return result
        scanned = None
        try:
            if not isinstance(effect, AuditEvent):
                outcome = scanned = await effect.run(function)
            elif is_cancelled:
                # Awaiting anything in a cancelled scope is cancelled as well, and this record must not be lost.
                outcome = _write(services, effect)
            else:
                outcome = await _write_async(services, effect)
        except BaseException as error:
            is_cancelled = is_cancelled or not isinstance(error, Exception)
            advance = partial(steps.throw, error)
        else:
            advance = partial(steps.send, outcome)


def _step(advance: Callable[[], Effect]) -> tuple[Effect | None, object]:
    """The next effect, or None and the result at the end: StopIteration cannot cross from a thread into a coroutine."""
    try:
        return advance(), None
    except StopIteration as end:
        return None, end.value


def _write(services: SecurityServices, event: AuditEvent) -> str:
    event_id = services.audit().append(event)
    note_record(event_id)
    return event_id


async def _write_async(services: SecurityServices, event: AuditEvent) -> str:
    event_id = await services.audit().append_async(event)
    note_record(event_id)
    return event_id
