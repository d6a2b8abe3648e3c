"""Checks of the protected resource: what opens `/hello` and what does not (RFC 6750)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oauth2_demo.oauth_client.checks.walk import Outcome, Walk, failed, needs_token, not_checked, passed
from oauth2_demo.oauth_client.installation import SCOPE
from oauth2_demo.oauth_client.unverified import read_unverified, with_later_expiry

if TYPE_CHECKING:
    from oauth2_demo.oauth_client.server_client import Reply

_OK: Final = 200
_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403
_AN_HOUR_S: Final = 3600


async def with_token(walk: Walk) -> Outcome:
    """The token opens the protected resource."""
    if walk.access_token is None:
        return needs_token()
    reply = await _hello(walk, walk.access_token)
    if reply.status != _OK:
        return failed("hello_refused", "check_issuer_and_clock", status=reply.status)
    client = reply.document("/hello").get("authenticated_client")
    if client != walk.installation.client_id:
        return failed("hello_other_client", "report_bug", client=client)
    return passed("hello_ok", client=client)


async def without_token(walk: Walk) -> Outcome:
    """Without a token there is a challenge, and no error in it: nothing was wrong yet (RFC 6750, section 3.1)."""
    reply = await walk.client.get("/hello")
    challenge = reply.headers.get("www-authenticate", "")
    if reply.status != _UNAUTHORIZED:
        return failed("hello_open", "report_bug", status=reply.status)
    if not challenge.startswith("Bearer") or "error=" in challenge:
        return failed("challenge_wrong", "report_bug")
    return passed("hello_closed")


async def forged_token(walk: Walk) -> Outcome:
    """A token whose expiry was moved is refused: its signature no longer fits."""
    if walk.access_token is None:
        return needs_token()
    try:
        forged = with_later_expiry(walk.access_token, _AN_HOUR_S)
    except ValueError:
        return failed("not_a_jwt", "report_bug")
    return _must_be_refused(await _hello(walk, forged), _UNAUTHORIZED)


async def expired_token(walk: Walk) -> Outcome:
    """A token that has ended is refused. Only a really expired one, rightly signed, can show that."""
    token = walk.expired_token or _sign_expired(walk)
    if token is None:
        return not_checked("no_expired_token")
    return _must_be_refused(await _hello(walk, token), _UNAUTHORIZED)


async def missing_scope(walk: Walk) -> Outcome:
    """A token without the scope is refused with 403. It takes a client that has another scope to find out."""
    supported = walk.metadata.get("scopes_supported")
    others = [scope for scope in supported if scope != SCOPE] if isinstance(supported, list) else []
    for scope in others:
        document = (await walk.client.request_token(scope=str(scope))).document("/oauth2/token")
        token = document.get("access_token")
        if isinstance(token, str) and SCOPE not in str(document.get("scope")).split():
            return _must_be_refused(await _hello(walk, token), _FORBIDDEN)
    return not_checked("no_other_scope")


async def revoked_token(walk: Walk) -> Outcome:
    """A revoked token is refused at once (RFC 7009). This ends the token that the walk has used."""
    endpoint = walk.metadata.get("revocation_endpoint")
    if walk.access_token is None:
        return needs_token()
    if not isinstance(endpoint, str):
        return not_checked("no_revocation")
    token, walk.access_token = walk.access_token, None
    reply = await walk.client.revoke(endpoint, token)
    if reply.status != _OK:
        return failed("revocation_status", "report_bug", status=reply.status)
    return _must_be_refused(await _hello(walk, token), _UNAUTHORIZED)


async def _hello(walk: Walk, token: str) -> Reply:
    return await walk.client.get("/hello", {"Authorization": f"Bearer {token}"})


def _must_be_refused(reply: Reply, status: int) -> Outcome:
    if reply.status == status and reply.headers.get("www-authenticate", "").startswith("Bearer"):
        return passed("token_turned_away", status=status)
    return failed("token_let_in", "report_bug", status=reply.status, expected=status)


def _sign_expired(walk: Walk) -> str | None:
    """Sign a copy of the token that ended an hour ago, where the signing key can be read here.

    Whoever reads an HS256 key can also sign with it. In the separated set-up this process sees no key, and that is
    right: the check is then left to a token that expired by itself.
    """
    from oauth2_demo import key_files
    from oauth2_demo.oauth.jws import sign
    from oauth2_demo.oauth.key_ring_file import SIGNING_KEYS_FILE
    from oauth2_demo.oauth.keys import load_ring

    if walk.access_token is None:
        return None
    try:
        seen = read_unverified(walk.access_token)
        ring = load_ring(key_files.load(walk.installation.keys_dir / SIGNING_KEYS_FILE))
    except (key_files.KeyFileError, ValueError):
        return None
    if ring.signing.kid != seen.header.get("kid"):
        # Another installation's key would be refused for that, which would prove nothing about expiry.
        return None
    ended_at = int(walk.wall_clock()) - _AN_HOUR_S
    times = {"iat": ended_at - _AN_HOUR_S, "exp": ended_at, "jti": "expired-on-purpose"}
    return sign({**seen.claims, **times}, ring.signing, "JWT")
