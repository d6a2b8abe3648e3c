"""What an operator can measure of MCP servers, for Prometheus.

Every label comes from a closed set: names of servers from the configuration, methods from the specification, outcomes
and codes from here. No caller can make a series, and none tells who called or what for.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from mcp.shared.exceptions import MCPError
from mcp_types import INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR
from mcp_types.methods import SPEC_CLIENT_METHODS
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest
from pydantic import ValidationError

from oauth2_demo.mcp_server.errors import CodedToolError, ErrorCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from oauth2_demo.mcp_server.calls import Answer, Call, Proceed

Outcome = Literal["success", "error", "refused", "asked", "cancelled"]

OTHER: Final = "other"
TURNED_AWAY_METHOD: Final = "unread"
_KNOWN_CODES: Final = frozenset(ErrorCode) | {
    PARSE_ERROR,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    INVALID_PARAMS,
    INTERNAL_ERROR,
}
_OUR_FAULT: Final = frozenset({str(int(ErrorCode.INTERNAL)), str(INTERNAL_ERROR)})
# Around the promises of 100 ms for 95 % and 500 ms for 99 % of the calls.
_BUCKETS_S: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class McpMetrics:
    """The metrics of one process. What goes wrong in them costs no call: telemetry fails open."""

    def __init__(self) -> None:
        """Begin at zero, in a registry of our own."""
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "mcp_requests_total",
            "Requests, by how they ended; method unread: refused before the message was read",
            ["server", "method", "outcome"],
            registry=self._registry,
        )
        self._errors = Counter(
            "mcp_errors_total",
            "Errors, by application code, JSON-RPC code where there is none, or HTTP status of unread requests",
            ["server", "code"],
            registry=self._registry,
        )
        self._duration_s = Histogram(
            "mcp_request_duration_seconds",
            "Time from a read request to its answer",
            ["server", "method"],
            buckets=_BUCKETS_S,
            registry=self._registry,
        )
        self._series: dict[tuple[str, str, Outcome], tuple[Counter, Histogram]] = {}
        self._sessions = Gauge("mcp_active_sessions", "Open HTTP sessions", ["server"], registry=self._registry)
        self._pool_size = Gauge(
            "mcp_connection_pool_size", "Connections to the authorization server", registry=self._registry
        )

    def watch_sessions(self, server: str, count: Callable[[], int]) -> None:
        """Ask `count` for the open sessions of a server at each reading."""
        self._sessions.labels(server).set_function(count)

    def watch_pool(self, count: Callable[[], int]) -> None:
        """Ask `count` for the size of the connection pool at each reading."""
        self._pool_size.set_function(count)

    def count(self, server: str, method: str, outcome: Outcome, code: str | None, duration_s: float) -> None:
        """Count one request that was read."""
        with suppress(Exception):
            known_method = method if method in SPEC_CLIENT_METHODS else OTHER
            requests, durations_s = self._series_of(server, known_method, outcome)
            requests.inc()
            durations_s.observe(duration_s)
            if code is not None:
                self._errors.labels(server, code).inc()

    def _series_of(self, server: str, method: str, outcome: Outcome) -> tuple[Counter, Histogram]:
        # Kept, because the library turns each label into text anew whenever it is asked.
        series = self._series.get((server, method, outcome))
        if series is None:
            series = self._requests.labels(server, method, outcome), self._duration_s.labels(server, method)
            self._series[server, method, outcome] = series
        return series

    def count_turned_away(self, server: str, status: int) -> None:
        """Count one request that the HTTP front refused."""
        with suppress(Exception):
            self._requests.labels(server, TURNED_AWAY_METHOD, "refused").inc()
            self._errors.labels(server, str(status)).inc()

    def exposition(self) -> bytes:
        """Return all of them in the text format of Prometheus."""
        return generate_latest(self._registry)


@dataclass(frozen=True)
class MeasuredCalls:
    """A `CallMiddleware` that stands outside all others, so that what they refuse counts too."""

    metrics: McpMetrics
    server: str
    clock: Callable[[], float] = time.perf_counter

    async def __call__(self, call: Call, proceed: Proceed) -> Answer:
        """See `CallMiddleware`."""
        started_at = self.clock()
        outcome: Outcome = "cancelled"
        code = None
        try:
            answer = await proceed()
            outcome, code = _of_answer(answer)
        except Exception as error:
            code = _code_of(error)
            outcome = "error" if code in _OUR_FAULT else "refused"
            raise
        finally:
            self.metrics.count(self.server, call.method, outcome, code, self.clock() - started_at)
        return answer


def _of_answer(answer: Answer) -> tuple[Outcome, str | None]:
    if answer.get("isError") is True:
        return "error", _known((answer.get("_meta") or {}).get("error_code"))
    return ("asked" if answer.get("resultType") == "input_required" else "success"), None


def _code_of(error: Exception) -> str:
    match error:
        case CodedToolError():
            return _known(error.code)
        case MCPError():
            data = error.error.data
            own_code = data.get("error_code") if isinstance(data, dict) else None
            return _known(own_code or error.error.code)
        case ValidationError():
            return _known(ErrorCode.VALIDATION)
        case _:
            return _known(ErrorCode.INTERNAL)


def _known(code: object) -> str:
    return str(int(code)) if isinstance(code, int) and code in _KNOWN_CODES else OTHER
