"""How the OAuth2 server is doing, asked over the network; while it is down, what was seen of it last."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError
from oauth2_demo.oauth_client.models import ServerMetadata, ServerStatus
from oauth2_demo.oauth_client.texts import say, say_why

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from oauth2_demo.oauth_client.installation import Installation, Language
    from oauth2_demo.oauth_client.server_client import OAuthServerClient, Reply

METADATA_PATH: Final = "/.well-known/oauth-authorization-server"
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class _Sight:
    version: str | None
    metadata: ServerMetadata
    seen_at_s: float


class LastSight:
    """What the server published when it answered last."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Know nothing yet; `clock` gives seconds."""
        self._clock = clock
        self._sight: _Sight | None = None

    def keep(self, status: ServerStatus) -> None:
        """Remember what `status` shows, unless it shows less than is known."""
        if status.metadata is not None:
            self._sight = _Sight(status.version, status.metadata, self._clock())

    def added_to(self, status: ServerStatus, language: Language) -> ServerStatus:
        """Return `status` with what is remembered, and how old that is."""
        if self._sight is None:
            return status
        age_s = round(self._clock() - self._sight.seen_at_s)
        return status.model_copy(
            update={
                "version": self._sight.version,
                "metadata": self._sight.metadata,
                "stale_for_s": age_s,
                "problems": [*status.problems, say(language, "stale", age_s=age_s)],
            }
        )


async def server_status(
    client: OAuthServerClient, installation: Installation, language: Language, last: LastSight
) -> ServerStatus:
    """Ask for health and metadata. A server that is down is an answer here, not an error."""
    url = installation.server_url
    try:
        status = await _asked(client, installation, language)
    except ServerUnreachableError as error:
        down = _down(url, say(language, "down", url=url, reason=say_why(language, error)))
        return last.added_to(down, language)
    except UnexpectedAnswerError as error:
        return _down(url, say(language, "garbage", url=url, what=error.what, status=error.status))
    last.keep(status)
    return status


async def _asked(client: OAuthServerClient, installation: Installation, language: Language) -> ServerStatus:
    url = installation.server_url
    health = await client.get("/health")
    metadata = await client.get(METADATA_PATH)
    document = health.document("/health")
    published = metadata.document(METADATA_PATH) if metadata.status == _OK else None
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
