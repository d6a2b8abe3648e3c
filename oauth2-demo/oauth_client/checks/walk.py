"""What the checks share: the server, what earlier checks found, and the shape of an outcome."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oauth2_demo.oauth_client.installation import Installation
    from oauth2_demo.oauth_client.models import CheckStatus
    from oauth2_demo.oauth_client.server_client import OAuthServerClient


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check saw: a status, the key of the sentence that tells it, and the values in that sentence."""

    status: CheckStatus
    detail: str
    values: Mapping[str, object] = field(default_factory=dict)
    advice: str = ""


@dataclass(slots=True)
class Walk:
    """One walk over the set-up. Checks leave here what later ones need.

    Attributes:
        wall_clock: Seconds since 1970.
        wrong_secret: A random value that is certainly not the secret.
        expired_token: A token that was valid once and has ended, where one is at hand.
        spare_token: A second token, which the walk does not revoke.
    """

    client: OAuthServerClient
    installation: Installation
    wall_clock: Callable[[], float]
    wrong_secret: str
    expired_token: str | None = None
    metadata: Mapping[str, object] = field(default_factory=dict)
    access_token: str | None = None
    spare_token: str | None = None


Check = Callable[[Walk], Awaitable[Outcome]]


def passed(detail: str, **values: object) -> Outcome:
    """The set-up is right in this."""
    return Outcome("pass", detail, values)


def failed(detail: str, advice: str, **values: object) -> Outcome:
    """The set-up is wrong in this; `advice` is the key of what to do."""
    return Outcome("fail", detail, values, advice)


def not_checked(detail: str, **values: object) -> Outcome:
    """It could not be found out, and `detail` says why. This proves nothing."""
    return Outcome("not_checked", detail, values)


def needs_token() -> Outcome:
    """An earlier check found no token, so this one has nothing to work with."""
    return not_checked("no_token")
