"""One guarded call, step by step, the same for functions that are awaited and for those that are not.

The steps are a generator: it yields what has to be done outside (write a record, run the function) and is sent the
outcome. So there is one order of guards, and no second copy of it for `async`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

from oauth2_demo.security.audit.events import AuditEvent, EventType, pii_counts
from oauth2_demo.security.errors import PersonalDataRefused, ProtectionUnavailable, SecurityException
from oauth2_demo.security.policy import Action, protect
from oauth2_demo.security.policy.protector import revealable, revealed
from oauth2_demo.security.policy.walk import is_sdk_context
from oauth2_demo.security.secure_tool.conversation import guarded_context
from oauth2_demo.security.secure_tool.failures import cleaned

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Generator, Mapping

    from mcp.server.mcpserver import Context

    from oauth2_demo.security.policy import Policy, Protected, TextProcessor
    from oauth2_demo.security.secure_tool.spec import ToolSpec
    from oauth2_demo.security.services import SecurityServices

T = TypeVar("T")

# The strongest thing that was done names the action.
_EXECUTED = (
    (Action.ENCRYPT, "executed_with_encryption"),
    (Action.TOKENIZE, "executed_with_tokenization"),
    (Action.MASK, "executed_with_masking"),
    (Action.ALLOW, "executed_with_pii_allowed"),
)


class Shield(Protocol):
    """Applies a policy to a value and counts what it finds."""

    def __call__(self, value: T, /) -> T: ...


@dataclass(frozen=True, slots=True)
class Work:
    """The function is to be run with these arguments."""

    arguments: inspect.BoundArguments

    def run(self, function: Callable[..., T]) -> T:
        """Run it."""
        return function(*self.arguments.args, **self.arguments.kwargs)


Effect: TypeAlias = "AuditEvent | Work"
Steps: TypeAlias = "Generator[Effect, object, object]"


class GuardedCall:
    """One call of a guarded function.

    Args:
        spec: How the function is protected.
        services: What it is protected with.
        arguments: What it was called with.
    """

    def __init__(self, spec: ToolSpec, services: SecurityServices, arguments: inspect.BoundArguments) -> None:
        self._spec = spec
        self._services = services
        self._arguments = arguments
        self._caller = services.caller()
        self._parameter_count = len(arguments.arguments) - (spec.receiver in arguments.arguments)
        self._found_in: Counter[str] = Counter()
        self._found_out: Counter[str] = Counter()
        self._actions: set[Action] = set()
        self._encoded = 0

    def steps(self) -> Steps:
        """Guard, run, guard.

        Raises:
            SecurityException: A guard refused, before the work or after it.
        """
        try:
            processor = self._services.processor()
            yield from self._take_in(processor)
        except SecurityException as refusal:
            yield from self._refused(refusal)
            raise
        failure: BaseException | None = None
        try:
            result = yield Work(self._arguments)
        except BaseException as error:
            yield from self._failed(error)
            failure = cleaned(error, processor, self._spec.result_policy)
            if failure is error:
                raise
        if failure is not None:
            # Raised here, and not above: there the error that it replaces would become its context.
            raise failure
        try:
            protected = protect(processor, result, self._spec.result_policy)
        except SecurityException as refusal:
            yield from self._refused(refusal)
            raise
        self._note(protected, self._found_out)
        if self._spec.log_access or self._spec.records_intent or self._contains_pii:
            yield from self._record(EventType.TOOL_ACCESS, self._executed, "success")
        return protected.value

    def _take_in(self, processor: TextProcessor) -> Generator[Effect, object, None]:
        """Protect the arguments, then give back the values that this function may see."""
        if self._spec.requires_encryption:
            self._services.check_encryption()
        given = self._arguments.arguments
        for name, value in given.items():
            if name != self._spec.receiver:
                protected = protect(processor, value, self._spec.argument_policy, name)
                given[name] = self._talking(processor, protected.value)
                self._note(protected, self._found_in)
        tokens = self._services.vault.session(self._caller.session_id)
        asked = revealable(tokens, self._data, self._spec.reveals)
        if asked:
            yield from self._record(EventType.PII_REVEALED, "revealed", "success", asked)
        if self._spec.records_intent:
            yield from self._record(EventType.TOOL_INTENT, "about_to_execute", "pending")
        if asked:
            given.update(revealed(tokens, self._data, self._spec.reveals))

    def _talking(self, processor: TextProcessor, value: object) -> object:
        """The context of the SDK, through which a function can talk to its client before it answers, comes guarded."""
        if not is_sdk_context(value):
            return value

        def shield(policy: Policy, found: Counter[str], said: T) -> T:
            protected = protect(processor, said, policy)
            self._note(protected, found)
            return protected.value

        outgoing = partial(shield, self._spec.result_policy, self._found_out)
        return guarded_context(
            cast("Context[Any]", value), outgoing, partial(shield, self._spec.argument_policy, self._found_in)
        )

    def _note(self, protected: Protected[T], found: Counter[str]) -> None:
        found.update(protected.counts)
        self._actions.update(protected.actions)
        self._encoded += protected.encoded

    @property
    def _data(self) -> dict[str, object]:
        return {name: value for name, value in self._arguments.arguments.items() if name != self._spec.receiver}

    def _refused(self, refusal: SecurityException) -> Generator[Effect, object, None]:
        found: Mapping[str, int] = refusal.counts if isinstance(refusal, PersonalDataRefused) else {}
        refusal.event_id = yield from self._record(EventType.TOOL_REFUSED, _reason(refusal), "refused", found)

    def _failed(self, error: BaseException) -> Generator[Effect, object, None]:
        details = {"error": type(error).__name__}
        yield from self._record(EventType.TOOL_FAILED, "failed", "error", more=details)

    def _record(
        self,
        event_type: EventType,
        action_taken: str,
        outcome: str,
        found: Mapping[str, int] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> Generator[Effect, object, str]:
        """Write one record, or refuse the call: nothing happens unaudited."""
        counts = self._found_in + self._found_out if found is None else found
        event = AuditEvent(
            event_type,
            tool_name=self._spec.name,
            user_id=self._caller.user_id,
            client_id=self._caller.client_id,
            request_id=self._caller.request_id,
            contains_pii=bool(counts),
            action_taken=action_taken,
            parameter_count=self._parameter_count,
            outcome=outcome,
            details={**self._where_found(), **(more or {}), **pii_counts(counts)},
        )
        try:
            return str((yield event))
        except SecurityException:
            raise
        except Exception:
            raise ProtectionUnavailable(
                "audit",
                "the audit log could not record this call, and nothing is done unrecorded. "
                "An operator finds the cause with `mcp-docker audit verify`.",
            ) from None

    def _where_found(self) -> dict[str, int]:
        sides = {
            "found_in_arguments": self._found_in.total(),
            "found_in_result": self._found_out.total(),
            "found_encoded": self._encoded,
        }
        return {side: count for side, count in sides.items() if count}

    @property
    def _contains_pii(self) -> bool:
        return bool(self._found_in or self._found_out)

    @property
    def _executed(self) -> str:
        return next((name for action, name in _EXECUTED if action in self._actions), "executed")


def _reason(refusal: SecurityException) -> str:
    match refusal:
        case PersonalDataRefused():
            return "refused_by_policy"
        case ProtectionUnavailable():
            return f"refused_without_{refusal.guard}"
        case _:
            return "refused_token"
