"""The one way in: who is calling, rate limit, scope, consent, then the call, then the audit record and its id.

It stands in front of every call of every server, over stdio and over HTTP alike. What was revoked while a tool worked
is noticed before its answer leaves. A call that cannot be recorded is not answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NoReturn, Protocol

import anyio.to_thread
from mcp.shared.exceptions import MCPError

from oauth2_demo.access.consent import ConsentKey
from oauth2_demo.access.consent_book import ConsentRequest
from oauth2_demo.access.errors import AccessRefusedError
from oauth2_demo.access.tool_policy import check_scopes, demanded_scopes, fingerprint
from oauth2_demo.mcp_auth.dialogue import InputRequired
from oauth2_demo.mcp_server.errors import CodedToolError, ErrorCode, unavailable
from oauth2_demo.mcp_server.joined import ORIGIN_META_KEY
from oauth2_demo.oauth.events import current_request_id
from oauth2_demo.security.audit import AuditEvent, EventType
from oauth2_demo.security.caller import Caller, calling

if TYPE_CHECKING:
    from oauth2_demo.access.consent_book import ConsentBook
    from oauth2_demo.access.tool_policy import ToolPolicy
    from oauth2_demo.mcp_auth.arguments import ArgumentDefaults
    from oauth2_demo.mcp_auth.dialogue import ConsentDialogue
    from oauth2_demo.mcp_auth.subjects import Subject, SubjectSource
    from oauth2_demo.mcp_server.calls import Answer, Call, Proceed

_EVENT_TYPES: Final = {
    "tools/call": EventType.TOOL_ACCESS,
    "prompts/get": EventType.PROMPT_ACCESS,
    "resources/read": EventType.RESOURCE_ACCESS,
}
_CODES: Final = {"rate_limited": ErrorCode.UNAVAILABLE, "token_revoked": ErrorCode.UNAUTHORIZED}
_NOT_RECORDED: Final = (
    "the audit log could not record this call, and nothing is done unrecorded. "
    "An operator finds the cause with `mcp-docker audit verify`."
)


class AuditTrail(Protocol):
    """Where records go; durable when the call returns."""

    async def append_async(self, event: AuditEvent, /) -> str:
        """Return the id of the record."""
        ...


class RateLimiter(Protocol):
    """Counts the calls of each client."""

    def exceeded(self, caller: str) -> int | None:
        """Count a call: None lets it pass; otherwise the whole seconds to wait."""
        ...


class Revocations(Protocol):
    """Which tokens were revoked."""

    def is_revoked(self, client_id: str, jti: str) -> bool:
        """Whether that token of that client was revoked."""
        ...


@dataclass(frozen=True)
class Gate:
    """A `CallMiddleware`.

    Args:
        server: The name of the server, as consents are stored for it.
        subjects: Names the caller.
        limiter: Counts calls; None lets every number pass.
        revocations: Knows the tokens that are no good any more.
        policy: Which tools need consent.
        consents: What people consented to.
        dialogue: Asks them, where the client can.
        defaults: Fills in parameters that a call leaves out.
        audit: The log.
        consents_by_first_use: Whether a local session consents by its first call (development only).
        opening_scope: The scope without which nothing of the server can be called.
    """

    server: str
    subjects: SubjectSource
    limiter: RateLimiter | None
    revocations: Revocations
    policy: ToolPolicy
    consents: ConsentBook
    dialogue: ConsentDialogue
    defaults: ArgumentDefaults
    audit: AuditTrail
    consents_by_first_use: bool
    opening_scope: str

    async def __call__(self, call: Call, proceed: Proceed) -> Answer:
        """See `CallMiddleware`."""
        if call.method not in _EVENT_TYPES:
            return await proceed()
        subject = self.subjects.subject_of(call)
        caller = Caller(
            session_id=subject.session_id,
            client_id=subject.client_id,
            user_id=subject.user_id,
            request_id=current_request_id.get(),
        )
        with calling(caller) as records:
            visit = _Visit(self, call, subject, records)
            return await visit.answer(proceed)


class _Visit:
    """One call on its way through the gate."""

    def __init__(self, gate: Gate, call: Call, subject: Subject, records: list[str]) -> None:
        self._gate = gate
        self._call = call
        self._subject = subject
        self._records = records
        self._origins: dict[str, str] = {}

    async def answer(self, proceed: Proceed) -> Answer:
        try:
            await self._admit()
            self._origins = self._gate.defaults.fill_in(self._call, self._subject)
            answer = await proceed()
        except InputRequired as question:
            await self._record("consent_asked", "pending")
            return question.answer
        except AccessRefusedError as refusal:
            await self._refuse(refusal)
        except MCPError as error:
            await self._recorded("refused", _outcome_of(error))
            raise MCPError(
                code=error.error.code,
                message=error.error.message,
                data={**(error.error.data or {}), "event_id": self._records[-1]},
            ) from None
        except CodedToolError as error:
            await self._recorded("refused", _outcome_of(error))
            error.event_id = self._records[-1]
            raise
        is_error = answer.get("isError") is True
        await self._recorded("failed" if is_error else "executed", "error" if is_error else "success")
        await self._refuse_if_revoked()
        return self._stamped(answer)

    @property
    def _demanded(self) -> frozenset[str]:
        own = demanded_scopes(self._call.tool.meta) if self._call.tool else frozenset[str]()
        return own | {self._gate.opening_scope}

    @property
    def _request(self) -> ConsentRequest | None:
        """What the call needs consent for, if it needs any."""
        tool = self._call.tool
        if tool is None or not self._gate.policy.needs_consent(tool.name):
            return None
        return ConsentRequest(
            key=ConsentKey(self._subject.user_id, self._subject.client_id, self._server, tool.name),
            tool_fingerprint=fingerprint(tool.name, tool.description, tool.input_schema),
            scope=self._demanded,
        )

    @property
    def _server(self) -> str:
        """The server that the tool is from, also where it is reached through an endpoint that joins several."""
        origin = self._call.tool.meta.get(ORIGIN_META_KEY) if self._call.tool else None
        return origin if isinstance(origin, str) else self._gate.server

    async def _admit(self) -> None:
        limiter = self._gate.limiter
        wait_s = limiter.exceeded(self._subject.client_id) if limiter else None
        if wait_s is not None:
            raise AccessRefusedError("rate_limited", f"Too many calls. Try again in {wait_s} s.")
        self._check_revocation()
        check_scopes(self._demanded, self._subject.scopes)
        request = self._request
        if request is not None:
            await self._seek_consent(request)

    def _check_revocation(self) -> None:
        client_id, token_id = self._subject.client_id, self._subject.token_id
        if token_id is not None and self._gate.revocations.is_revoked(client_id, token_id):
            raise AccessRefusedError("token_revoked", "The access token was revoked. Ask for a new one.")

    async def _refuse_if_revoked(self) -> None:
        """What was revoked while the tool worked is not answered any more. Last of all: a record takes its time too."""
        try:
            self._check_revocation()
            if self._request is not None:
                self._gate.consents.check(self._request)
        except AccessRefusedError as refusal:
            await self._refuse(refusal)

    async def _seek_consent(self, request: ConsentRequest) -> None:
        try:
            self._gate.consents.check(request)
        except AccessRefusedError as refusal:
            if self._subject.is_local and self._gate.consents_by_first_use and refusal.reason == "consent_missing":
                await self._grant(request, "first_use")
            elif refusal.reason != "consent_revoked" and await self._gate.dialogue.ask(self._call, request):
                await self._grant(request, "elicitation")
            else:
                raise

    async def _grant(self, request: ConsentRequest, granted_by: Any) -> None:
        # Recorded first: a consent that the log does not have would be one that nobody can prove.
        await self._append(self._event(EventType.CONSENT_GRANTED, f"consented_by_{granted_by}", "success"))
        self._records.clear()
        await anyio.to_thread.run_sync(self._gate.consents.grant, request, granted_by)

    async def _refuse(self, refusal: AccessRefusedError) -> NoReturn:
        await self._append(self._event(_refusal_type(refusal), refusal.reason, "refused"))
        error = CodedToolError(refusal.message, _CODES.get(refusal.reason, ErrorCode.FORBIDDEN))
        error.event_id = self._records[-1]
        raise error from None

    async def _record(self, action: str, outcome: str) -> None:
        await self._append(self._event(_EVENT_TYPES[self._call.method], action, outcome))

    async def _recorded(self, action: str, outcome: str) -> None:
        """Record the call, unless what guards the tool itself has done so."""
        if not self._records:
            await self._record(action, outcome)

    async def _append(self, event: AuditEvent) -> None:
        try:
            self._records.append(await self._gate.audit.append_async(event))
        except Exception:
            raise unavailable(_NOT_RECORDED) from None

    def _event(self, event_type: EventType, action: str, outcome: str) -> AuditEvent:
        return AuditEvent(
            event_type,
            # The address of a resource in the form of a name, which the log keeps in clear: `audit:summary`.
            tool_name=(self._call.unverified_target or "").replace("://", ":") or None,
            user_id=self._subject.user_id,
            client_id=self._subject.client_id,
            action_taken=action,
            parameter_count=len(self._call.unverified_arguments),
            outcome=outcome,
            request_id=current_request_id.get(),
            details={"server": self._server, "transport": self._call.principal.transport, **self._origins},
        )

    def _stamped(self, answer: Answer) -> Answer:
        return {**answer, "_meta": {**(answer.get("_meta") or {}), "event_id": self._records[-1]}}


def _refusal_type(refusal: AccessRefusedError) -> EventType:
    if refusal.reason == "rate_limited":
        return EventType.RATE_LIMITED
    if refusal.reason.startswith("consent") or refusal.reason == "tool_changed":
        return EventType.CONSENT_REFUSED
    return EventType.TOOL_REFUSED


def _outcome_of(error: MCPError | CodedToolError) -> str:
    code = error.code if isinstance(error, CodedToolError) else (error.error.data or {}).get("error_code")
    return "error" if code in {ErrorCode.INTERNAL, None} else "refused"
