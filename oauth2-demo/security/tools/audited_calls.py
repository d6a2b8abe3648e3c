"""The guard of a server that has no other: every call leaves a record, and every answer says which one it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mcp.shared.exceptions import MCPError

from oauth2_demo.mcp_server.errors import CodedToolError, unavailable
from oauth2_demo.security.audit.events import AuditEvent, EventType
from oauth2_demo.security.caller import calling, note_record

if TYPE_CHECKING:
    from oauth2_demo.mcp_server.calls import Answer, Call, Proceed
    from oauth2_demo.security.services import SecurityServices

_EVENT_TYPES: Final = {
    "tools/call": EventType.TOOL_ACCESS,
    "prompts/get": EventType.PROMPT_ACCESS,
    "resources/read": EventType.RESOURCE_ACCESS,
}
_NOT_RECORDED: Final = (
    "The audit log could not record this call, and nothing is done unrecorded. "
    "An operator finds the cause with `mcp-docker audit verify`."
)


class AuditedCalls:
    """A `CallMiddleware` for the local session of one process.

    What `@secure_tool` guards has recorded itself; what never reached it (an unknown tool, arguments that fail the
    schema, a resource, a prompt) is recorded here.
    """

    def __init__(self, services: SecurityServices) -> None:
        """Record with `services`, as the process that they belong to."""
        self._services = services

    async def __call__(self, call: Call, proceed: Proceed) -> Answer:
        """See `CallMiddleware`."""
        if call.method not in _EVENT_TYPES:
            return await proceed()
        with calling(self._services.process) as records:
            try:
                answer = await proceed()
            except (MCPError, CodedToolError):
                if not records:
                    await self._record(call, "refused", "refused")
                raise
            if not records:
                is_error = answer.get("isError") is True
                await self._record(call, "refused" if is_error else "executed", "refused" if is_error else "success")
            return {**answer, "_meta": {**(answer.get("_meta") or {}), "event_id": records[-1]}}

    async def _record(self, call: Call, action: str, outcome: str) -> None:
        is_refused_tool = outcome == "refused" and call.method == "tools/call"
        event = AuditEvent(
            EventType.TOOL_REFUSED if is_refused_tool else _EVENT_TYPES[call.method],
            # As a name, which the log keeps in clear: `audit:summary`.
            tool_name=(call.unverified_target or "").replace("://", ":") or None,
            client_id=self._services.process.client_id,
            action_taken=action,
            parameter_count=len(call.unverified_arguments),
            outcome=outcome,
        )
        try:
            note_record(await self._services.audit().append_async(event))
        except Exception:
            raise unavailable(_NOT_RECORDED) from None
