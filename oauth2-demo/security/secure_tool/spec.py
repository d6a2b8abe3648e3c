"""What `@secure_tool` was told about a function, checked when the module is imported."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.security.policy import Action, Policy, as_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from oauth2_demo.security.policy import PolicyLike

_PII_TYPE = re.compile(r"[a-z][a-z0-9_]*")
_MARK = "__secure_tool__"


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """The protection of one function.

    Attributes:
        name: Its name in the audit log.
        signature: Inspected once, at decoration.
        receiver: The name of `self` or `cls` when the function is a method; it is no argument.
        requires_encryption: Whether the call is refused while encryption does not work.
        log_access: Whether clean executions are recorded.
        argument_policy: What happens to personal data on its way in.
        result_policy: And on its way out.
        reveals: The PII types whose tokens the function gets as values.
        records_intent: Whether there is a record before the work as well as after it.
    """

    name: str
    signature: inspect.Signature
    receiver: str | None
    requires_encryption: bool
    log_access: bool
    argument_policy: Policy
    result_policy: Policy
    reveals: frozenset[str]
    records_intent: bool


def describe(
    function: Callable[..., object],
    *,
    name: str | None,
    requires_encryption: bool,
    log_access: bool,
    pii_policy: PolicyLike,
    result_policy: PolicyLike | None,
    reveals: Collection[str],
    records_intent: bool,
) -> ToolSpec:
    """Check the use of the decorator.

    Raises:
        TypeError: It stands on something that it cannot guard.
        ValueError: An option has a value that cannot be.
    """
    where = _checked_function(function)
    argument_policy = _checked_policy(pii_policy, where)
    output_policy = argument_policy if result_policy is None else _checked_policy(result_policy, where)
    if requires_encryption and Action.ALLOW in argument_policy.actions | output_policy.actions:
        raise ValueError(
            f"{where}: the policy 'allow' leaves personal data readable, which requires_encryption=True forbids; "
            "set requires_encryption=False or choose another policy"
        )
    signature = inspect.signature(function)
    return ToolSpec(
        name=name or function.__name__,
        signature=signature,
        receiver=_receiver(function, signature),
        requires_encryption=requires_encryption,
        log_access=log_access,
        argument_policy=argument_policy,
        result_policy=output_policy,
        reveals=_checked_types(reveals, where),
        records_intent=records_intent,
    )


def mark(wrapper: Callable[..., object], spec: ToolSpec) -> None:
    """Leave the spec on the guarded function, where `spec_of` finds it."""
    setattr(wrapper, _MARK, spec)


def spec_of(function: Callable[..., object]) -> ToolSpec | None:
    """The protection of a function, or None when it has none."""
    spec = getattr(function, _MARK, None)
    return spec if isinstance(spec, ToolSpec) else None


def _checked_function(function: object) -> str:
    if not (inspect.isfunction(function) or inspect.ismethod(function)):
        raise TypeError(
            f"@secure_tool goes on a function, not on {type(function).__name__}; "
            "with @staticmethod or @classmethod it stands below them"
        )
    where = f"@secure_tool on {function.__qualname__}"
    if spec_of(function) is not None:
        raise TypeError(f"{where}: the function is guarded already; keep one @secure_tool")
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"{where}: a generator cannot be checked before it is consumed; return a list instead")
    return where


def _checked_policy(policy: PolicyLike, where: str) -> Policy:
    try:
        return as_policy(policy)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None


def _checked_types(reveals: Collection[str], where: str) -> frozenset[str]:
    if isinstance(reveals, str):
        raise TypeError(f'{where}: reveals takes several PII types, such as reveals=("{reveals}",)')
    for pii_type in reveals:
        if not _PII_TYPE.fullmatch(pii_type):
            raise ValueError(f"{where}: {pii_type!r} is no PII type; they are written like 'phone'")
    return frozenset(reveals)


def _receiver(function: Callable[..., object], signature: inspect.Signature) -> str | None:
    """`self` or `cls`, when the function stands in a class body."""
    in_class = "." in function.__qualname__.rpartition("<locals>.")[2]
    first = next(iter(signature.parameters), None)
    return first if in_class and first in {"self", "cls"} else None
