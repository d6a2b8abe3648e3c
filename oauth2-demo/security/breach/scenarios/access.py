"""Attacks on who may do what: guessed secrets, stolen, revoked and forged tokens, and a search for more rights."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Final

from oauth2_demo.access.errors import AccessRefusedError
from oauth2_demo.access.tool_policy import check_scopes
from oauth2_demo.oauth.credentials import SecretCredentials
from oauth2_demo.oauth.errors import OAuthError
from oauth2_demo.oauth.events import refusal
from oauth2_demo.oauth.form import ParsedForm
from oauth2_demo.security.audit import AuditEvent, EventType
from oauth2_demo.security.breach.arena import CLIENT_ID
from oauth2_demo.security.breach.drill import Scenario, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oauth2_demo.oauth.clients import Client
    from oauth2_demo.oauth.tokens import IssuedToken
    from oauth2_demo.security.breach.arena import Arena

_ADDRESS: Final = "192.0.2.10"


def brute_force(arena: Arena) -> Iterator[Step]:
    """A client's secret is guessed."""
    for number in range(12):
        is_stopped = _authenticate(arena, f"guess-{number}") is None
        yield Step(f"guess {number + 1}", was_stopped=is_stopped, was_missed=not is_stopped)


def token_replay(arena: Arena) -> Iterator[Step]:
    """A token is stolen, the owner revokes it, and the thief goes on using it."""
    client, token = _client_with_token(arena)
    arena.oauth.verifier.verify(token.text)
    arena.wait_for(arena.oauth.revoker.revoke(client, token.text))
    for number in range(3):
        is_stopped = _present(arena, token.text)
        yield Step(f"replay {number + 1}", was_stopped=is_stopped, was_missed=not is_stopped)


def token_forgery(arena: Arena) -> Iterator[Step]:
    """A good token is changed in the hope that nobody looks."""
    _, token = _client_with_token(arena)
    header, payload, signature = token.text.split(".")
    forged = {
        "alg none": f"{_encoded({'alg': 'none', 'typ': 'JWT'})}.{payload}.",
        "wider scope": f"{header}.{_with_claim(payload, 'scope', 'mcp.access audit.read')}.{signature}",
        "another client": f"{header}.{_with_claim(payload, 'sub', 'admin')}.{signature}",
        "longer life": f"{header}.{_with_claim(payload, 'exp', 4_102_444_800)}.{signature}",
        "no signature": f"{header}.{payload}.",
    }
    for name, text in forged.items():
        is_stopped = _present(arena, text)
        yield Step(name, was_stopped=is_stopped, was_missed=not is_stopped)


def privilege_probing(arena: Arena) -> Iterator[Step]:
    """A small client asks for wider tokens, and calls tools that are not for it."""
    client = _authenticate(arena, arena.client_secret)
    for scope in ("keys.rotate", "clients.write", "audit.erase"):
        is_stopped = client is None or _token(arena, client, scope) is None
        yield Step(f"token for {scope}", was_stopped=is_stopped, was_missed=not is_stopped)
    for tool, scope in (("get_security_audit_log", "audit.read"), ("generate_security_report", "audit.report")):
        is_stopped = _call_without(arena, tool, scope)
        yield Step(f"call of {tool}", was_stopped=is_stopped, was_missed=not is_stopped)


def _authenticate(arena: Arena, secret: str) -> Client | None:
    """The client, or None when its secret is refused; refusals are told as the server tells them."""
    try:
        return arena.wait_for(arena.oauth.authenticator.authenticate(SecretCredentials(CLIENT_ID, secret), _ADDRESS))
    except OAuthError as error:
        arena.wait_for(arena.oauth.events.emit(refusal(error, "token")))
        return None


def _token(arena: Arena, client: Client, scope: str | None) -> IssuedToken | None:
    fields = {"grant_type": "client_credentials"} | ({} if scope is None else {"scope": scope})
    try:
        return arena.wait_for(arena.oauth.grant.grant(client, ParsedForm(fields)))
    except OAuthError as error:
        arena.wait_for(arena.oauth.events.emit(refusal(error, "token")))
        return None


def _client_with_token(arena: Arena) -> tuple[Client, IssuedToken]:
    client = _authenticate(arena, arena.client_secret)
    token = None if client is None else _token(arena, client, None)
    if client is None or token is None:
        raise RuntimeError("the arena's own client got no token, so its tokens cannot be stolen")
    return client, token


def _present(arena: Arena, token: str) -> bool:
    """Whether the token check refuses a token."""
    try:
        arena.oauth.verifier.verify(token)
    except OAuthError as error:
        arena.wait_for(arena.oauth.events.emit(refusal(error, "resource")))
        return True
    return False


def _call_without(arena: Arena, tool: str, scope: str) -> bool:
    """Whether the scope check refuses a call; it is recorded as the gate of the servers records it."""
    try:
        check_scopes(frozenset({scope}), frozenset({"mcp.access"}))
    except AccessRefusedError as error:
        arena.log.append(
            AuditEvent(
                EventType.TOOL_REFUSED,
                tool_name=tool,
                client_id=CLIENT_ID,
                action_taken=error.reason,
                outcome="refused",
            )
        )
        return True
    return False


def _with_claim(payload: str, name: str, value: object) -> str:
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return _encoded({**claims, name: value})


def _encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


ACCESS: Final = (
    Scenario("client_brute_force", frozenset({"client_brute_force"}), brute_force, None),
    Scenario("revoked_token_replay", frozenset({"revoked_token_replay"}), token_replay, None),
    Scenario("token_forgery", frozenset({"token_forgery"}), token_forgery, None),
    Scenario("privilege_probing", frozenset({"privilege_probing"}), privilege_probing, None),
)
