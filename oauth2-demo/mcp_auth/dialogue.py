"""Asks the person behind a client for consent, in the call: by elicitation, in the old form and that of 2026-07-28.

MCP 2025-06-18 and 2025-11-25: the server sends `elicitation/create` and waits. MCP 2026-07-28: the server answers
`input_required`, and the client calls again with the person's answer and the state that we sealed.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any, Final

from mcp.server.request_state import AESGCMRequestStateCodec, InvalidRequestState
from mcp_types import ClientCapabilities, ElicitationCapability
from mcp_types.version import MODERN_PROTOCOL_VERSIONS

from oauth2_demo.mcp_server.errors import CodedToolError, ErrorCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.access.consent_book import ConsentRequest
    from oauth2_demo.mcp_server.calls import Answer, Call

_INPUT_KEY: Final = "consent"
_LIFETIME_S: Final = 600.0
_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "consent": {"type": "boolean", "title": "I consent / 동의합니다", "description": "Allow calls of this tool"}
    },
    "required": ["consent"],
}


class InputRequired(Exception):  # noqa: N818 - an answer on its way out, not an error
    """The call is answered with a question; `answer` is its wire form."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("input required")
        self.answer = answer


class ConsentDialogue:
    """Puts the question and reads the answer. What it seals fits one question, once, for ten minutes."""

    def __init__(self, clock: Callable[[], float], key: bytes | None = None) -> None:
        """Seal with `key`, or one of this process; `clock` gives seconds since 1970."""
        self._clock = clock
        self._codec = AESGCMRequestStateCodec([key or secrets.token_bytes(32)])
        self._used: dict[str, float] = {}

    async def ask(self, call: Call, request: ConsentRequest) -> bool:
        """Return whether the person consents now; False where the client cannot ask.

        Raises:
            InputRequired: The client has to ask and to call again (2026-07-28).
            CodedToolError: The state that came back is not one that was sealed for this question.
        """
        if not call.context.session.check_client_capability(ClientCapabilities(elicitation=ElicitationCapability())):
            return False
        if call.protocol_version in MODERN_PROTOCOL_VERSIONS:
            return self._ask_in_rounds(call, request)
        result = await call.context.session.elicit_form(_question(request), _SCHEMA, call.request_id)
        return result.action == "accept" and (result.content or {}).get("consent") is True

    def _ask_in_rounds(self, call: Call, request: ConsentRequest) -> bool:
        params = dict(call.context.params or {})
        responses = dict(params.get("inputResponses") or {})
        if _INPUT_KEY not in responses:
            raise InputRequired(self._round(request))
        self._check_state(params.get("requestState"), request)
        given = responses.pop(_INPUT_KEY)
        # The tool never sees our question; what it asks itself starts from a clean request.
        for name in ("inputResponses", "requestState"):
            params.pop(name, None)
        call.context.params = params
        content = given.get("content") if isinstance(given, dict) else None
        accepted = isinstance(given, dict) and given.get("action") == "accept" and isinstance(content, dict)
        return accepted and content is not None and content.get("consent") is True

    def _round(self, request: ConsentRequest) -> Answer:
        state = {"for": _binding(request), "until": self._clock() + _LIFETIME_S, "once": secrets.token_hex(16)}
        return {
            "resultType": "input_required",
            "inputRequests": {
                _INPUT_KEY: {
                    "method": "elicitation/create",
                    "params": {"mode": "form", "message": _question(request), "requestedSchema": _SCHEMA},
                }
            },
            "requestState": self._codec.seal(json.dumps(state).encode()),
        }

    def _check_state(self, unverified_state: object, request: ConsentRequest) -> None:
        try:
            state = json.loads(self._codec.unseal(unverified_state if isinstance(unverified_state, str) else ""))
        except InvalidRequestState:
            raise _stale() from None
        now = self._clock()
        self._used = {once: until for once, until in self._used.items() if until > now}
        if state["for"] != _binding(request) or now >= state["until"] or state["once"] in self._used:
            raise _stale()
        self._used[state["once"]] = state["until"]


def _stale() -> CodedToolError:
    return CodedToolError("The answer belongs to no open question. Call the tool again.", ErrorCode.VALIDATION)


def _binding(request: ConsentRequest) -> list[str]:
    key = request.key
    return [key.user_id, key.client_id, key.server, key.tool, request.tool_fingerprint, *sorted(request.scope)]


def _question(request: ConsentRequest) -> str:
    scope = f" (scope: {' '.join(sorted(request.scope))})" if request.scope else ""
    return (
        f"May {request.key.client_id} call the tool {request.key.tool} of {request.key.server} for you{scope}? "
        f"{request.key.client_id}이(가) {request.key.server}의 {request.key.tool} 도구를 사용해도 될까요?"
    )
