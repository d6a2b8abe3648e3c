"""What the OAuth2 tools know of the installation they run in, and where the commands they show lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from pathlib import Path

Language = Literal["ko", "en"]

DEMO_SECRET: Final = "secret"  # noqa: S105 - the documented demo credential
SCOPE: Final = "mcp.access"


@dataclass(frozen=True, slots=True)
class Installation:
    """One OAuth2 server and the client that the tools act as.

    Attributes:
        server_url: Where this process reaches the server.
        issuer: What its tokens say, and where people reach it.
        resource_url: The protected MCP endpoint that a token can be asked for.
        keys_dir: Where the server keeps its keys. Often another container's, and then not visible here.
        is_production: Whether a token may be shown.
    """

    server_url: str
    issuer: str
    resource_url: str
    client_id: str
    client_secret: str = field(repr=False)
    language: Language
    keys_dir: Path
    is_production: bool

    def reachable(self, published_url: str) -> str:
        """Return where this process finds a URL that the metadata publish: containers know another host name."""
        inside = published_url.startswith(f"{self.issuer}/")
        return self.server_url + published_url.removeprefix(self.issuer) if inside else published_url

    @property
    def shown_secret(self) -> str:
        """What a command shows in place of the secret; only the demo secret is shown as it is."""
        return DEMO_SECRET if self.client_secret == DEMO_SECRET else "$OAUTH2_DEMO_CLIENT_SECRET"
