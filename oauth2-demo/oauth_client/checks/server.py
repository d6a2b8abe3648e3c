"""Checks of the server itself: its health, what it publishes, and its clock."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Final

from oauth2_demo.oauth_client.checks.walk import Outcome, Walk, failed, not_checked, passed

METADATA_PATHS: Final = ("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration")
# The server allows a token to be made up to 30 s in its future; half of that leaves room for drift.
MAX_SKEW_S: Final = 15
_OK: Final = 200


async def health(walk: Walk) -> Outcome:
    """The server answers its health check."""
    reply = await walk.client.get("/health")
    if reply.status != _OK:
        return failed("health_status", "see_logs", status=reply.status)
    return passed("health_ok", latency=reply.elapsed_ms)


async def metadata(walk: Walk) -> Outcome:
    """Both metadata documents are there, agree, and name the issuer that tokens carry (RFC 8414)."""
    documents = []
    for path in METADATA_PATHS:
        reply = await walk.client.get(path)
        if reply.status != _OK:
            return failed("metadata_status", "check_port", path=path, status=reply.status)
        documents.append(reply.document(path))
    walk.metadata = documents[0]
    shared = documents[0].keys() & documents[1].keys()
    if different := sorted(name for name in shared if documents[0][name] != documents[1][name]):
        return failed("metadata_differ", "report_bug", names=", ".join(different))
    if walk.metadata.get("issuer") != walk.installation.issuer:
        return failed(
            "issuer_differs", "set_issuer", seen=walk.metadata.get("issuer"), expected=walk.installation.issuer
        )
    grants = walk.metadata.get("grant_types_supported")
    if not (isinstance(grants, list) and "client_credentials" in grants):
        return failed("no_client_credentials", "report_bug")
    return passed("metadata_ok", issuer=walk.installation.issuer)


async def clock(walk: Walk) -> Outcome:
    """The clocks of server and tools agree, or tokens end too early or begin in the future."""
    before = walk.wall_clock()
    reply = await walk.client.get("/health")
    middle = (before + walk.wall_clock()) / 2
    try:
        served_at = parsedate_to_datetime(reply.headers.get("date", "")).timestamp()
    except ValueError:
        return not_checked("no_date")
    # The header has whole seconds, so the instant it means lies half a second later on average.
    skew = round(served_at + 0.5 - middle)
    if abs(skew) > MAX_SKEW_S:
        return failed("clock_skewed", "set_clock", skew=skew)
    return passed("clock_ok", skew=abs(skew))
