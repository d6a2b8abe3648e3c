"""Checks of the token endpoint: what it gives, and what it refuses (RFC 6749, RFC 8707, RFC 9068)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oauth2_demo.oauth_client.checks.walk import Outcome, Walk, failed, needs_token, not_checked, passed
from oauth2_demo.oauth_client.installation import SCOPE
from oauth2_demo.oauth_client.unverified import read_unverified

if TYPE_CHECKING:
    from oauth2_demo.oauth_client.server_client import Reply

_OK: Final = 200
_BAD_REQUEST: Final = 400
_UNAUTHORIZED: Final = 401
_TOO_MANY: Final = 429
_UNKNOWN_SCOPE: Final = "mcp.no-such-scope"


async def token(walk: Walk) -> Outcome:
    """The configured client gets a token, and nobody on the way may keep it."""
    reply = await walk.client.request_token(scope=SCOPE)
    document = reply.document("/oauth2/token")
    if reply.status != _OK:
        return failed("token_refused", "check_client", status=reply.status, error=document.get("error"))
    access_token = document.get("access_token")
    if not isinstance(access_token, str) or str(document.get("token_type")).lower() != "bearer":
        return failed("token_malformed", "report_bug")
    walk.access_token = access_token
    if "no-store" not in reply.headers.get("cache-control", ""):
        return failed("token_cacheable", "report_bug")
    return passed("token_ok", expires_in=document.get("expires_in"), scope=document.get("scope"))


async def claims(walk: Walk) -> Outcome:
    """The token says who, for whom, until when and from whom."""
    if walk.access_token is None:
        return needs_token()
    try:
        seen = read_unverified(walk.access_token)
    except ValueError:
        return failed("not_a_jwt", "report_bug")
    expected = {
        "sub": walk.installation.client_id,
        "aud": walk.installation.client_id,
        "iss": walk.installation.issuer,
        "scope": SCOPE,
    }
    wrong = sorted(name for name, value in expected.items() if seen.claims.get(name) != value)
    wrong += [name for name in ("exp", "iat", "jti") if name not in seen.claims]
    if wrong:
        return failed("claims_wrong", "set_issuer", names=", ".join(wrong))
    if seen.number("exp") <= walk.wall_clock():
        return failed("already_expired", "set_clock")
    return passed("claims_ok", lifetime=round(seen.number("exp") - seen.number("iat")))


async def wrong_secret(walk: Walk) -> Outcome:
    """A wrong secret is refused."""
    reply = await walk.client.request_token(scope=SCOPE, secret=walk.wrong_secret)
    if reply.status == _TOO_MANY:
        return not_checked("throttled")
    return _refusal(reply, _UNAUTHORIZED, "invalid_client")


async def wrong_scope(walk: Walk) -> Outcome:
    """A scope that was never granted is refused, or left out of the token."""
    reply = await walk.client.request_token(scope=f"{SCOPE} {_UNKNOWN_SCOPE}")
    if reply.status == _OK and _UNKNOWN_SCOPE not in str(reply.document("/oauth2/token").get("scope")).split():
        return passed("scope_narrowed")
    return _refusal(reply, _BAD_REQUEST, "invalid_scope")


async def wrong_grant(walk: Walk) -> Outcome:
    """A password grant is not offered (RFC 9700, section 2.4)."""
    form = {
        "grant_type": "password",
        "client_id": walk.installation.client_id,
        "client_secret": walk.installation.client_secret,
    }
    return _refusal(await walk.client.post("/oauth2/token", form), _BAD_REQUEST, "unsupported_grant_type")


async def resource_token(walk: Walk) -> Outcome:
    """A token for the MCP endpoint carries that endpoint, and only that, as its audience."""
    reply = await walk.client.request_token(scope=SCOPE, resource=walk.installation.resource_url)
    document = reply.document("/oauth2/token")
    if document.get("error") == "invalid_target":
        return not_checked("resource_unknown", resource=walk.installation.resource_url)
    access_token = document.get("access_token")
    if reply.status != _OK or not isinstance(access_token, str):
        return failed("token_refused", "check_client", status=reply.status, error=document.get("error"))
    try:
        seen = read_unverified(access_token)
    except ValueError:
        return failed("not_a_jwt", "report_bug")
    walk.spare_token = access_token
    if seen.claims.get("aud") != walk.installation.resource_url or seen.header.get("typ") != "at+jwt":
        return failed("resource_wrong", "set_resource", aud=seen.claims.get("aud"), typ=seen.header.get("typ"))
    return passed("resource_ok", resource=walk.installation.resource_url)


def _refusal(reply: Reply, status: int, error: str) -> Outcome:
    seen = reply.document("/oauth2/token").get("error")
    if reply.status == status and seen == error:
        return passed("refused_as_demanded", status=status, error=error)
    return failed("not_refused", "report_bug", status=reply.status, error=seen, expected=f"{status} {error}")
