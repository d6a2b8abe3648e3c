"""Runs an application under uvicorn with uvloop, httptools and the limits of `GuardedProtocol`."""

from __future__ import annotations

import logging
import math
import resource
import signal
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import uvicorn

from oauth2_demo.web.connections import ConnectionLimits
from oauth2_demo.web.protocol import guarded_protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from starlette.types import ASGIApp

# SIGTERM must end the process within 10 s: what is under way gets half of it, closing the log and the stores the rest.
GRACEFUL_STOP_S = 5
_SPARE_FILES = 128
_logger = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """uvicorn's server, which returns after a signal instead of raising it again, so that the caller can clean up."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop at the first signal, at once at the second SIGINT."""
        del frame
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """Bind before anything else is built. Port 0 picks a free one.

    Raises:
        SystemExit: With a sentence for people, when the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise SystemExit(
            f"Cannot listen on {host} port {port}: {error.strerror or error}. Is the server running already? "
            "Stop it, or choose another port with OAUTH2_DEMO_PORT."
        ) from None


def within_file_limit(limits: ConnectionLimits) -> ConnectionLimits:
    """Raise the soft limit of open files as far as is needed and allowed, and fit the number of connections to it.

    Without this the 1025th connection of a default shell would fail in `accept` for everybody.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = limits.max_connections + _SPARE_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        return replace(limits, max_connections=max(1, min(limits.max_connections, soft - _SPARE_FILES)))
    return limits


def make_server(app: ASGIApp, *, limits: ConnectionLimits | None = None, trusted_proxies: Sequence[str] = ()) -> Server:
    """Configure a server for `app`.

    Args:
        limits: Deadlines and sizes; the defaults are the promised ones.
        trusted_proxies: Addresses or networks of reverse proxies whose `X-Forwarded-*` fields count. None by default:
            anybody could write them (RFC 9700, section 4.13).
    """
    limits = limits or ConnectionLimits()
    config = uvicorn.Config(
        app,
        http=guarded_protocol(limits, trusted_proxies),
        loop="uvloop",
        ws="none",
        lifespan="on",
        workers=1,
        # The audit log has the story of each request; a second one would hold addresses and paths without its guards.
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=bool(trusted_proxies),
        forwarded_allow_ips=list(trusted_proxies),
        timeout_keep_alive=math.ceil(limits.keep_alive_s),
        timeout_graceful_shutdown=GRACEFUL_STOP_S,
    )
    return Server(config)


def serve(
    app: ASGIApp,
    *,
    host: str,
    port: int,
    limits: ConnectionLimits | None = None,
    trusted_proxies: Sequence[str] = (),
) -> None:
    """Serve `app` until SIGTERM or SIGINT, then finish what is under way and return.

    Raises:
        SystemExit: When the address cannot be had or the application does not start.
    """
    listener = listen(host, port)
    server = make_server(app, limits=within_file_limit(limits or ConnectionLimits()), trusted_proxies=trusted_proxies)
    _logger.info("Listening on %s port %d", host, listener.getsockname()[1])
    server.run(sockets=[listener])
