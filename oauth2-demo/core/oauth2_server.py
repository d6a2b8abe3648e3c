"""What both servers do at start: settings, logs, services, and one sentence for each thing that can be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.collector import spare_what_lasts
from oauth2_demo.core.oauth2_common import Services, build_services
from oauth2_demo.key_files import KeyFileError
from oauth2_demo.mcp_server.logs import log_to_stderr
from oauth2_demo.oauth.clients import RegistrationError
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.resilience.rate_limit import RateLimitSyntaxError
from oauth2_demo.security.audit import AuditError
from oauth2_demo.settings import read_settings
from oauth2_demo.storage.factory import StorageUrlError
from oauth2_demo.web.server import serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    from oauth2_demo.settings import Settings

_START_ERRORS = (KeyFileError, UnavailableError, StorageUrlError, AuditError, RateLimitSyntaxError, RegistrationError)


def run_server(make_app: Callable[[Settings, Services], ASGIApp]) -> None:
    """Serve until SIGTERM.

    Raises:
        SystemExit: With a sentence that says what to change, when the server cannot start.
    """
    settings = read_settings()
    log_to_stderr(settings.log_level)
    try:
        services = build_services(settings)
    except _START_ERRORS as error:
        raise SystemExit(f"Cannot start: {error}") from None
    app = make_app(settings, services)
    spare_what_lasts()
    serve(app, host=settings.host, port=settings.port, trusted_proxies=settings.trusted_proxies.split())
