"""Health: alive, and ready to decide."""

from __future__ import annotations

import asyncio
from importlib.metadata import version
from typing import TYPE_CHECKING

from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.web.endpoint import Endpoint
from oauth2_demo.web.exchange import json_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.web.exchange import Answer, WebRequest


# Longer than a look at the log takes, shorter than whoever probes waits for an answer.
_AUDIT_PATIENCE_S = 2.0


class AuditHealth:
    """Tells whether the audit log can be written. One look at a time, away from the loop.

    The look waits for the lock of the log, which a stopped process may hold: probes share it, so that they cannot use
    up the threads that requests need, and none of them waits long for it.
    """

    def __init__(self, check: Callable[[], object], *, patience_s: float = _AUDIT_PATIENCE_S) -> None:
        """Look with `check`, which raises `UnavailableError`; answer within `patience_s` seconds."""
        self._check = check
        self._patience_s = patience_s
        self._look: asyncio.Future[str] | None = None

    async def state(self) -> str:
        """Return `ok` or `unavailable`."""
        if self._look is None or self._look.done():
            self._look = asyncio.get_running_loop().run_in_executor(None, _state, self._check)
        done, _ = await asyncio.wait({self._look}, timeout=self._patience_s)
        return self._look.result() if done else "unavailable"


def health_endpoints(services: Services) -> dict[str, Endpoint]:
    """Give the health endpoints by path."""
    health = Health(services)
    return {
        "/health": Endpoint({"GET": health.ready}),
        "/health/live": Endpoint({"GET": health.live}),
        "/health/ready": Endpoint({"GET": health.ready}),
    }


class Health:
    """Answers probes. They tell nothing that a stranger could use."""

    def __init__(self, services: Services) -> None:
        """Look at `services`."""
        self._services = services
        self._audit = AuditHealth(services.check_audit_log)
        self._version = version("mcp-docker")

    async def live(self, request: WebRequest) -> Answer:
        """Say that the process answers."""
        del request
        return json_answer({"status": "ok", "version": self._version})

    async def ready(self, request: WebRequest) -> Answer:
        """Say whether tokens can be issued and judged now, and which part fails."""
        del request
        checks = {name: _state(check) for name, check in self._services.readiness_checks().items()}
        checks["audit_log"] = await self._audit.state()
        is_ready = all(state == "ok" for state in checks.values())
        document = {"status": "ok" if is_ready else "unavailable", "version": self._version, "checks": checks}
        return json_answer(document, status=200 if is_ready else 503)


def _state(check: Callable[[], object]) -> str:
    try:
        check()
    except UnavailableError:
        return "unavailable"
    return "ok"
