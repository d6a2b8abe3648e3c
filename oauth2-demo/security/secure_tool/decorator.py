"""`@secure_tool`: detection, policy, encryption and audit around a function, without a line in its body."""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast, overload

from oauth2_demo.security.errors import SecurityException
from oauth2_demo.security.secure_tool.call import GuardedCall
from oauth2_demo.security.secure_tool.driver import drive, drive_async
from oauth2_demo.security.secure_tool.edge import at_the_edge
from oauth2_demo.security.secure_tool.spec import describe, mark

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

    from oauth2_demo.security.policy import PolicyLike
    from oauth2_demo.security.secure_tool.spec import ToolSpec
    from oauth2_demo.security.services import SecurityServices

P = ParamSpec("P")
R = TypeVar("R")


@overload
def secure_tool(function: Callable[P, R], /) -> Callable[P, R]: ...


@overload
def secure_tool(
    *,
    requires_encryption: bool = True,
    log_access: bool = True,
    pii_policy: PolicyLike = "encrypt",
    result_policy: PolicyLike | None = None,
    reveals: Collection[str] = (),
    records_intent: bool = False,
    name: str | None = None,
    services: Callable[[], SecurityServices] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]: ...


def secure_tool(
    function: Callable[P, R] | None = None,
    /,
    *,
    requires_encryption: bool = True,
    log_access: bool = True,
    pii_policy: PolicyLike = "encrypt",
    result_policy: PolicyLike | None = None,
    reveals: Collection[str] = (),
    records_intent: bool = False,
    name: str | None = None,
    services: Callable[[], SecurityServices] | None = None,
) -> Callable[P, R] | Callable[[Callable[P, R]], Callable[P, R]]:
    """Guard a function, sync or async. It stands below `@server.tool()`, next to the function.

    Every text in the arguments is scanned before the function runs and every text in its result, or in its error,
    before that leaves. Each call leaves an audit record, executed or refused, and no answer leaves without it.

    Args:
        function: The function, when the decorator is used without parentheses.
        requires_encryption: Refuse the call unless encryption works at that moment, whatever the data hold. It also
            forbids policies that leave personal data readable.
        log_access: Record executions. Without it only those are recorded that touched personal data, and, as always,
            refusals, failures and reveals.
        pii_policy: What happens to personal data in the arguments: `encrypt` (each piece becomes `[enc:type:gAAAA…]`),
            `mask`, `reject`, `tokenize`, `allow`, or a `Policy` with overrides by type.
        result_policy: The same for results and error texts; as `pii_policy` when it is not given.
        reveals: PII types whose tokens the function gets back as values. Each reveal is recorded first.
        records_intent: Write a record before the work as well, for work that cannot be undone: without it, work whose
            record fails afterwards has been done and only its answer is withheld.
        name: The name in the audit log; the function's own by default.
        services: What to guard with; the process-wide services by default.

    Raises:
        TypeError: At import: it stands on something that cannot be guarded.
        ValueError: At import: an option has a value that cannot be.
    """

    def decorate(target: Callable[P, R]) -> Callable[P, R]:
        spec = describe(
            target,
            name=name,
            requires_encryption=requires_encryption,
            log_access=log_access,
            pii_policy=pii_policy,
            result_policy=result_policy,
            reveals=reveals,
            records_intent=records_intent,
        )
        wrapper = _guarded(target, spec, services or _process_services)
        mark(wrapper, spec)
        return wrapper

    return decorate if function is None else decorate(function)


def _process_services() -> SecurityServices:
    from oauth2_demo.security.security_common import get_security_services

    return get_security_services()


def _guarded(target: Callable[P, R], spec: ToolSpec, services: Callable[[], SecurityServices]) -> Callable[P, R]:
    @functools.wraps(target)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        bound = spec.signature.bind(*args, **kwargs)
        present = services()
        try:
            return cast("R", drive(GuardedCall(spec, present, bound).steps(), target, present))
        except SecurityException as refusal:
            raise at_the_edge(refusal) from None

    @functools.wraps(target)
    async def run_async(*args: P.args, **kwargs: P.kwargs) -> object:
        bound = spec.signature.bind(*args, **kwargs)
        present = services()
        awaitable = cast("Callable[..., Awaitable[object]]", target)
        try:
            return await drive_async(GuardedCall(spec, present, bound).steps(), awaitable, present, bound.arguments)
        except SecurityException as refusal:
            raise at_the_edge(refusal) from None

    return cast("Callable[P, R]", run_async) if inspect.iscoroutinefunction(target) else run
