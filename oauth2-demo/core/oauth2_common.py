"""Where the OAuth2 side is put together from the settings, and its public surface."""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from oauth2_demo import key_files
from oauth2_demo.access.tool_policy import DEFAULT_SCOPE, OWN_SCOPES
from oauth2_demo.core.oauth2_audit import AuditSink
from oauth2_demo.oauth.authentication import ClientAuthenticator
from oauth2_demo.oauth.bearer import ProtectedResource, ResourceGuard
from oauth2_demo.oauth.client_assertion import AssertionRules, AssertionVerifier
from oauth2_demo.oauth.client_secrets import SecretVerifier, fits_chosen, hash_chosen
from oauth2_demo.oauth.clients import Client, ClientOrigin, check_client_id, check_secret
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.oauth.grants import ClientCredentialsGrant
from oauth2_demo.oauth.introspection import TokenIntrospector
from oauth2_demo.oauth.key_ring_file import SIGNING_KEYS_FILE, KeyRingFile
from oauth2_demo.oauth.metadata import Endpoints, authorization_server_metadata, resource_metadata_url
from oauth2_demo.oauth.resources import ResourceRegistry
from oauth2_demo.oauth.revocation import TokenRevoker
from oauth2_demo.oauth.tokens import TokenIssuer, TokenVerifier
from oauth2_demo.resilience.rate_limit import rate_limit
from oauth2_demo.security.audit import AuditError, AuditLog, load_or_create_chain_key
from oauth2_demo.storage.factory import open_storage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from oauth2_demo.oauth.clients import ClientRepository
    from oauth2_demo.oauth.events import EventSink
    from oauth2_demo.resilience.rate_limit import RateLimit
    from oauth2_demo.settings import Settings
    from oauth2_demo.storage.ports import Storage

CLIENT_SECRET_KEY_FILE = "client_secrets.key"  # noqa: S105 - the name of a file
_SECRET_KEY_BYTES = 32
_WILDCARD_HOSTS = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared with, not bound to
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Services:
    """What the web application works with."""

    endpoints: Endpoints
    authenticator: ClientAuthenticator
    grant: ClientCredentialsGrant
    introspector: TokenIntrospector
    revoker: TokenRevoker
    verifier: TokenVerifier
    hello_guard: ResourceGuard
    # The resources that this server itself protects, whose metadata it publishes.
    own_resources: tuple[ProtectedResource, ...]
    mcp_resource: ProtectedResource
    keys: KeyRingFile
    storage: Storage
    secrets: SecretVerifier
    audit_log: AuditLog
    events: EventSink
    rate_limit: RateLimit | None
    clock: Callable[[], float]
    language: Literal["ko", "en"]
    environment: str
    # Under which URLs and host names requests may come.
    own_urls: tuple[str, ...]
    own_hosts: tuple[str, ...]

    def server_metadata(self, *, publishes_jwks: bool) -> Mapping[str, object]:
        """The metadata of this authorization server."""
        scopes = sorted({DEFAULT_SCOPE}.union(*(client.scopes for client in self.storage.clients.all())))
        return authorization_server_metadata(self.endpoints, scopes, publishes_jwks=publishes_jwks)

    def readiness_checks(self) -> Mapping[str, Callable[[], object]]:
        """What must work, beside the audit log, for tokens to be issued and judged; each raises `UnavailableError`."""
        return {"storage": self.storage.check, "signing_keys": self.keys.current}

    def check_audit_log(self) -> None:
        """Make sure that events can be recorded. May block for as long as another process holds the log's lock.

        Raises:
            UnavailableError: They cannot.
        """
        try:
            self.audit_log.check()
        except AuditError as error:
            raise UnavailableError(str(error)) from None

    def close(self) -> None:
        """Let go of files, threads and connections."""
        self.secrets.close()
        self.storage.close()
        self.audit_log.close()


def build_services(
    settings: Settings,
    *,
    clock: Callable[[], float] = time.time,
    monotonic: Callable[[], float] = time.monotonic,
) -> Services:
    """Open keys, storage and audit log, and put the OAuth2 side together.

    Args:
        settings: All of them.
        clock: Seconds since 1970.
        monotonic: Seconds that never go back.

    Raises:
        KeyFileError: A key file is unsafe.
        UnavailableError: The storage cannot be opened.
        StorageUrlError: There is no such storage.
        AuditError: The audit log cannot be opened.
        RateLimitSyntaxError: The limit cannot be read.
    """
    limit = rate_limit(settings.rate_limit)
    keys = KeyRingFile(settings.keys_dir / SIGNING_KEYS_FILE, settings.signing_alg, monotonic=monotonic)
    server_key = load_client_secret_key(settings.keys_dir)
    storage = open_storage(settings.database_url.get_secret_value(), clock)
    secret_verifier = SecretVerifier(storage.clients, server_key)
    ensure_settings_client(settings, storage.clients, secret_verifier)
    audit_log = AuditLog(
        settings.audit_log,
        load_or_create_chain_key(settings.keys_dir),
        durability=settings.audit_durability,
        max_bytes=settings.audit_max_bytes,
        anchor_every_s=settings.audit_anchor_s,
    )
    events = AuditSink(audit_log)
    verifier = TokenVerifier(settings.issuer, keys, storage.revocations, clock)
    issuer = TokenIssuer(settings.issuer, settings.access_token_ttl_s, keys, clock)
    hello = _hello_resource(settings)
    assertions = AssertionVerifier(storage.clients, storage.replays, _assertion_rules(settings), clock)
    return Services(
        endpoints=Endpoints(settings.issuer),
        authenticator=ClientAuthenticator(storage.clients, secret_verifier, assertions, monotonic),
        grant=ClientCredentialsGrant(issuer, known_resources(settings), events, default_scope=DEFAULT_SCOPE),
        introspector=TokenIntrospector(verifier, events),
        revoker=TokenRevoker(verifier, storage.revocations, events),
        verifier=verifier,
        hello_guard=ResourceGuard(hello, verifier),
        own_resources=(hello, _issuer_resource(settings)),
        mcp_resource=_resource(settings.mcp_resource_url),
        keys=keys,
        storage=storage,
        secrets=secret_verifier,
        audit_log=audit_log,
        events=events,
        rate_limit=limit,
        clock=clock,
        language=settings.language,
        environment=settings.environment,
        own_urls=(settings.issuer, settings.server_url, settings.mcp_resource_url),
        own_hosts=() if settings.host in _WILDCARD_HOSTS else (settings.host,),
    )


def load_client_secret_key(keys_dir: Path) -> bytes:
    """The key under which digests of generated client secrets are kept, made on first use.

    Raises:
        KeyFileError: The file is unsafe or not such a key.
    """
    path = keys_dir / CLIENT_SECRET_KEY_FILE
    text = key_files.load_or_create(path, lambda: secrets.token_hex(_SECRET_KEY_BYTES).encode() + b"\n")
    try:
        key = bytes.fromhex(text.decode("ascii"))
    except ValueError:
        key = b""
    if len(key) != _SECRET_KEY_BYTES:
        raise key_files.KeyFileError(f"{path} is not a key of {_SECRET_KEY_BYTES} bytes: restore it from a backup")
    return key


def known_resources(settings: Settings) -> ResourceRegistry:
    """The resources that tokens are issued for."""
    mcp = (settings.mcp_endpoint(name) for name in (None, *settings.mcp_server_names))
    return ResourceRegistry.of((settings.issuer, f"{settings.issuer}/hello", *mcp))


def ensure_settings_client(settings: Settings, clients: ClientRepository, verifier: SecretVerifier) -> None:
    """Make the client of the settings exist: at first the demo client, later the one that the settings name.

    There is one such client at a time. When the settings name another, or production begins, the one before is
    removed, and its tokens with it. A client that an operator registered is never changed here.

    Raises:
        UnavailableError: The storage cannot be written.
        RegistrationError: The id or the secret is outside what may be registered.
    """
    client_id = check_client_id(settings.client_id)
    secret = check_secret(settings.client_secret.get_secret_value())
    for stale in [client for client in clients.all() if client.origin is ClientOrigin.SETTINGS]:
        if stale.client_id != client_id:
            clients.remove(stale.client_id)
    client = clients.find(client_id)
    if client is not None and client.origin is ClientOrigin.REGISTERED:
        return
    is_current = client is not None and client.scopes == OWN_SCOPES
    if client is None or not is_current or not fits_chosen(client.secret_hash, secret):
        client = _put_settings_client(clients, client_id, secret)
    if client.secret_hash is not None:
        verifier.remember(client.secret_hash, secret)
    if settings.uses_demo_client:
        _logger.warning(
            "DEMO CREDENTIALS ARE IN FORCE: anybody can get a token as %s. Before others can reach this server, set "
            "OAUTH2_DEMO_CLIENT_ID and OAUTH2_DEMO_CLIENT_SECRET_FILE, and OAUTH2_DEMO_ENVIRONMENT=production.",
            client_id,
        )


def _put_settings_client(clients: ClientRepository, client_id: str, secret: str) -> Client:
    client = Client(client_id, OWN_SCOPES, secret_hash=hash_chosen(secret), origin=ClientOrigin.SETTINGS)
    if clients.find(client_id) is None:
        clients.add(client)
    else:
        clients.replace(client)
    return client


def _assertion_rules(settings: Settings) -> AssertionRules:
    token_endpoint = Endpoints(settings.issuer).url("/oauth2/token")
    older = {token_endpoint} if settings.assertion_audience == "issuer-or-token-endpoint" else set()
    return AssertionRules(frozenset({settings.issuer, *older}))


def _hello_resource(settings: Settings) -> ProtectedResource:
    url = f"{settings.issuer}/hello"
    return ProtectedResource(
        url=url,
        audiences=frozenset({url, settings.issuer}),
        scope=DEFAULT_SCOPE,
        metadata_url=resource_metadata_url(url),
        accepts_client_tokens=True,
    )


def _issuer_resource(settings: Settings) -> ProtectedResource:
    """The server as a whole: its metadata lie where clients look that know the origin only."""
    return _resource(settings.issuer)


def _resource(url: str) -> ProtectedResource:
    return ProtectedResource(url, frozenset({url}), DEFAULT_SCOPE, resource_metadata_url(url))


__all__ = [
    "Services",
    "build_services",
    "ensure_settings_client",
    "known_resources",
    "load_client_secret_key",
]
