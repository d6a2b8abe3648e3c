"""Where scenarios are played: the real detector, policies, log and token checks over a folder that is thrown away.

Nothing of the installation is touched: the arena has the shape of one, with keys, a log and clients of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from oauth2_demo.security.audit import AuditLog, load_or_create_chain_key
from oauth2_demo.security.audit.query import AuditFilter, AuditQuery
from oauth2_demo.security.breach.records import record_from
from oauth2_demo.security.breach.rules import examine
from oauth2_demo.security.caller import Caller, calling
from oauth2_demo.security.encryption import EncryptionService
from oauth2_demo.security.secure_tool import secure_tool
from oauth2_demo.security.services import SecurityServices

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from oauth2_demo.oauth.authentication import ClientAuthenticator
    from oauth2_demo.oauth.events import EventSink
    from oauth2_demo.oauth.grants import ClientCredentialsGrant
    from oauth2_demo.oauth.revocation import TokenRevoker
    from oauth2_demo.oauth.tokens import TokenVerifier
    from oauth2_demo.security.breach.records import AuditRecord
    from oauth2_demo.security.breach.rules import Alert
    from oauth2_demo.security.policy import Detector, Masking, PolicyLike

T = TypeVar("T")

# A Tuesday, 14:00 in Korea: nothing about the time is suspicious unless a scenario makes it so.
WORKDAY = datetime(2026, 3, 10, 5, 0, tzinfo=UTC)
SATURDAY_NIGHT = datetime(2026, 3, 13, 18, 0, tzinfo=UTC)
CLIENT_ID = "breach-drill"
_MOST_RECORDS = 500


class OAuthSide(Protocol):
    """The token checks of the server, over clients and keys of the arena."""

    @property
    def authenticator(self) -> ClientAuthenticator:
        """Judges client credentials."""
        ...

    @property
    def grant(self) -> ClientCredentialsGrant:
        """Issues tokens."""
        ...

    @property
    def revoker(self) -> TokenRevoker:
        """Revokes tokens."""
        ...

    @property
    def verifier(self) -> TokenVerifier:
        """Judges tokens."""
        ...

    @property
    def events(self) -> EventSink:
        """Where refusals are told."""
        ...

    def close(self) -> None:
        """Let go of files and threads."""
        ...


class OpenOAuth(Protocol):
    """Opens the OAuth2 side of an installation in `home`, with one client, its events in the log there."""

    def __call__(self, home: Path, client_id: str, client_secret: str, /) -> OAuthSide: ...


class ArenaClock:
    """A clock that moves when a scenario says so."""

    def __init__(self, now: datetime) -> None:
        self._now = now.timestamp()
        self._started = self._now

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self._now

    def steady(self) -> float:
        """Seconds since the arena opened, which no change of the date moves back."""
        return self._now - self._started

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self._now += by.total_seconds()


class Arena:
    """One scenario's world.

    Args:
        home: Its folder.
        detector: The real one.
        masking: The real one.
        open_oauth: Opens the OAuth2 side when a scenario needs it.
        begins_at: Its time at first.
    """

    def __init__(
        self, home: Path, detector: Detector, masking: Masking, open_oauth: OpenOAuth, begins_at: datetime
    ) -> None:
        self.home = home
        self.clock = ArenaClock(begins_at)
        self.key = load_or_create_chain_key(home / "keys")
        self.key_file = home / "keys" / "encryption.key"
        (home / "logs").mkdir()
        self.log = AuditLog(
            home / "logs" / "security_audit.log",
            self.key,
            clock=self.clock,
            steady=self.clock.steady,
        )
        self.client_secret = secrets.token_urlsafe(32)
        self.services = SecurityServices(
            open_detector=lambda: detector,
            open_cipher=lambda: EncryptionService(self.key_file),
            open_audit=lambda: self.log,
            masking=masking,
            process=Caller(secrets.token_hex(16), client_id=CLIENT_ID),
        )
        self._open_oauth = open_oauth
        self._query = AuditQuery(self.log.path, self.key)
        self._runner = asyncio.Runner()
        self._oauth: OAuthSide | None = None

    @property
    def oauth(self) -> OAuthSide:
        """The OAuth2 side."""
        if self._oauth is None:
            self._oauth = self._open_oauth(self.home, CLIENT_ID, self.client_secret)
        return self._oauth

    def tool(
        self, name: str, body: Callable[..., object], policy: PolicyLike = "encrypt", reveals: tuple[str, ...] = ()
    ) -> Callable[..., object]:
        """A tool as a server would have it: guarded by the real decorator."""

        @secure_tool(name=name, pii_policy=policy, reveals=reveals, services=lambda: self.services)
        def guarded(*arguments: object) -> object:
            return body(*arguments)

        return guarded

    def call(self, tool: Callable[..., object], *arguments: object) -> tuple[object, str]:
        """Call a guarded tool as an edge would; gives its answer and the id of its audit record."""
        with calling(self.services.process) as records:
            answer = tool(*arguments)
        return answer, records[-1]

    def wait_for(self, awaitable: Awaitable[T]) -> T:
        """Run something of the OAuth2 side to its end."""

        async def run() -> T:
            return await awaitable

        return self._runner.run(run())

    def records(self) -> list[AuditRecord]:
        """What the log holds, oldest first."""
        page = self._query.search(AuditFilter(), _MOST_RECORDS)
        return [record_from(record) for record in reversed(page.records)]

    def alerts(self) -> list[Alert]:
        """What the rules say of the log."""
        return examine(self.records())

    def close(self) -> None:
        """Close everything."""
        if self._oauth is not None:
            self._oauth.close()
        self._runner.close()
        self.log.close()


class Arenas:
    """Opens an arena for each scenario.

    Args:
        detector: The real one.
        masking: The real one.
        open_oauth: Opens the OAuth2 side in a folder.
    """

    def __init__(self, detector: Detector, masking: Masking, open_oauth: OpenOAuth) -> None:
        self._detector = detector
        self._masking = masking
        self._open_oauth = open_oauth

    @contextlib.contextmanager
    def open(self, begins_at: datetime | None) -> Iterator[Arena]:
        """An arena that is gone after the block; it begins now when no time is given."""
        with tempfile.TemporaryDirectory(prefix="breach-drill-") as folder:
            arena = Arena(Path(folder), self._detector, self._masking, self._open_oauth, begins_at or datetime.now(UTC))
            try:
                yield arena
            finally:
                arena.close()
