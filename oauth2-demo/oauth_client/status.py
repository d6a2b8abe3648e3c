"""How the OAuth2 server is doing, asked over the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError
from oauth2_demo.oauth_client.models import ServerMetadata, ServerStatus
from oauth2_demo.oauth_client.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth_client.installation import Installation, Language
    from oauth2_demo.oauth_client.server_client import OAuthServerClient, Reply

METADATA_PATH: Final = "/.well-known/oauth-authorization-server"
_OK: Final = 200


async def server_status(client: OAuthServerClient, installation: Installation, language: Language) -> ServerStatus:
    """Ask for health and metadata. A server that is down is an answer here, not an error."""
    url = installation.server_url
    try:
        health = await client.get("/health")
        metadata = await client.get(METADATA_PATH)
        document = health.document("/health")
        published = metadata.document(METADATA_PATH) if metadata.status == _OK else None
    except ServerUnreachableError as error:
        return _down(url, say(language, "down", url=url, reason=error.reason))
    except UnexpectedAnswerError as error:
        return _down(url, say(language, "garbage", url=url, what=error.what, status=error.status))
    problems = _problems(health, metadata.status, published, installation, language)
    version = document.get("version")
    summary_key = "status_unhealthy" if problems else "status_good"
    return ServerStatus(
        summary=say(language, summary_key, url=url, latency=health.elapsed_ms),
        server_url=url,
        reachable=True,
        healthy=health.status == _OK,
        latency_ms=health.elapsed_ms,
        version=version if isinstance(version, str) else None,
        health=_components(document),
        metadata=_summary(published),
        problems=problems,
    )


def _down(url: str, sentence: str) -> ServerStatus:
    return ServerStatus(summary=sentence, server_url=url, reachable=False, healthy=False, problems=[sentence])


def _problems(
    health: Reply,
    metadata_status: int,
    published: Mapping[str, object] | None,
    installation: Installation,
    language: Language,
) -> list[str]:
    problems = []
    if health.status != _OK:
        problems.append(say(language, "unhealthy", status=health.status))
    if published is None:
        problems.append(say(language, "no_metadata", path=METADATA_PATH, status=metadata_status))
    elif published.get("issuer") != installation.issuer:
        seen = published.get("issuer")
        problems.append(say(language, "other_issuer", seen=seen, expected=installation.issuer))
    return problems


def _components(document: Mapping[str, object]) -> dict[str, str]:
    """Flatten what the health check says; its shape is the server's own affair."""
    flat: dict[str, str] = {}
    for name, value in document.items():
        if isinstance(value, dict):
            flat.update({f"{name}.{inner}": str(state) for inner, state in value.items()})
        else:
            flat[name] = str(value)
    return flat


def _summary(published: Mapping[str, object] | None) -> ServerMetadata | None:
    if published is None:
        return None
    try:
        return ServerMetadata.model_validate(published)
    except ValueError:
        # Incomplete metadata are a finding of validate_oauth2_setup; here the rest of the answer still helps.
        return None
