"""Reversible tokens: the model sees `[[phone:7f3a…]]`, a tool that is allowed to gets the value back."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from oauth2_demo.security.errors import ProtectionUnavailable, TokenRefused

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_TTL_S = 1800.0
_MAX_TOKENS = 10_000
_MAX_SESSIONS = 10_000
_TOKEN_BYTES = 16
_SWEEPS_IN_A_LIFE = 10


@dataclass(frozen=True, slots=True)
class _Entry:
    value: str
    lookup: bytes
    expires_at: float


@dataclass(slots=True)
class _Session:
    # The way from a value to its token goes through a key of the session, so that no dictionary of this process is
    # indexed by personal data and two sessions never share an index.
    key: bytes
    by_token: dict[str, _Entry] = field(default_factory=dict)
    by_lookup: dict[bytes, str] = field(default_factory=dict)


class TokenVault:
    """The tokens of all sessions of this process, in memory only.

    Args:
        ttl_s: How long a token lives, in seconds.
        clock: Monotonic seconds.
        random_bytes: Gives that many random bytes.
        max_tokens: How many tokens a session may hold at once.
    """

    def __init__(
        self,
        *,
        ttl_s: float = DEFAULT_TTL_S,
        clock: Callable[[], float] = time.monotonic,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
        max_tokens: int = _MAX_TOKENS,
    ) -> None:
        self._ttl_s = ttl_s
        self._clock = clock
        self._random_bytes = random_bytes
        self._max_tokens = max_tokens
        self._sessions: dict[str, _Session] = {}
        # The last sessions that ended; their ids never come again.
        self._ended: dict[str, None] = {}
        self._lock = threading.Lock()
        self._next_sweep_at = 0.0

    def session(self, session_id: str) -> SessionVault:
        """The tokens of one session. Tokens of another are unknown in it."""
        return SessionVault(self, session_id)

    def end_session(self, session_id: str) -> None:
        """Forget every token of a session, and make no more for what may still be under way in it."""
        with self._lock:
            self._sessions.pop(session_id, None)
            self._ended[session_id] = None
            if len(self._ended) > _MAX_SESSIONS:
                del self._ended[next(iter(self._ended))]

    def tokenize(self, session_id: str, pii_type: str, value: str) -> str:
        """The token for a value: the same as before in this session, as long as it lives.

        Raises:
            ProtectionUnavailable: The session has ended, or it or the process holds as many tokens as it may.
        """
        with self._lock:
            self._forget_the_dead()
            session = self._open(session_id)
            lookup = hmac.digest(session.key, f"{pii_type}\0{value}".encode("utf-8", "surrogatepass"), hashlib.sha256)
            known = session.by_lookup.get(lookup)
            if known is not None and self._live(session, known) is not None:
                return known
            self._make_room(session)
            token = f"[[{pii_type}:{self._random_bytes(_TOKEN_BYTES).hex()}]]"
            session.by_token[token] = _Entry(value, lookup, self._clock() + self._ttl_s)
            session.by_lookup[lookup] = token
            return token

    def find(self, session_id: str, token: str) -> str | None:
        """The value of a token that is alive in this session."""
        with self._lock:
            self._forget_the_dead()
            session = self._sessions.get(session_id)
            entry = None if session is None else self._live(session, token)
            return None if entry is None else entry.value

    def _open(self, session_id: str) -> _Session:
        session = self._sessions.get(session_id)
        if session is None:
            if session_id in self._ended:
                raise ProtectionUnavailable("tokens", "this session has ended; begin a new one.")
            self._make_room_for_a_session()
            session = self._sessions[session_id] = _Session(self._random_bytes(32))
        return session

    def _live(self, session: _Session, token: str) -> _Entry | None:
        entry = session.by_token.get(token)
        if entry is None or self._clock() < entry.expires_at:
            return entry
        self._forget(session, token, entry)
        return None

    def _make_room(self, session: _Session) -> None:
        if len(session.by_token) < self._max_tokens:
            return
        for token in list(session.by_token):
            self._live(session, token)
        if len(session.by_token) >= self._max_tokens:
            raise ProtectionUnavailable(
                "tokens", "this session holds as many personal data tokens as it may; begin a new session."
            )

    def _forget_the_dead(self) -> None:
        """Drop the values of sessions that nobody uses again, which would stay in memory beyond their time."""
        if self._clock() >= self._next_sweep_at:
            self._sweep()

    def _sweep(self) -> None:
        now = self._clock()
        self._next_sweep_at = now + self._ttl_s / _SWEEPS_IN_A_LIFE
        for session_id, session in list(self._sessions.items()):
            # They stand in the order in which they were made, and end in it.
            dead = list(takewhile(lambda item: item[1].expires_at <= now, session.by_token.items()))
            for token, entry in dead:
                self._forget(session, token, entry)
            if not session.by_token:
                del self._sessions[session_id]

    def _make_room_for_a_session(self) -> None:
        if len(self._sessions) < _MAX_SESSIONS:
            return
        self._sweep()
        if len(self._sessions) >= _MAX_SESSIONS:
            raise ProtectionUnavailable("tokens", "too many sessions hold personal data tokens; try again later.")

    @staticmethod
    def _forget(session: _Session, token: str, entry: _Entry) -> None:
        del session.by_token[token]
        session.by_lookup.pop(entry.lookup, None)


@dataclass(frozen=True, slots=True)
class SessionVault:
    """The tokens of one session."""

    vault: TokenVault
    session_id: str

    def tokenize(self, pii_type: str, value: str) -> str:
        """The token that stands for `value` in this session."""
        return self.vault.tokenize(self.session_id, pii_type, value)

    def knows(self, token: str) -> bool:
        """Whether `token` is alive in this session."""
        return self.vault.find(self.session_id, token) is not None

    def reveal(self, token: str) -> str:
        """The value behind a token.

        Raises:
            TokenRefused: The token is not of this session, or its time is over.
        """
        value = self.vault.find(self.session_id, token)
        if value is None:
            raise TokenRefused(
                "Refused: a personal data token is not of this session or has expired. "
                "Ask the tool that gave it for a fresh one."
            )
        return value
