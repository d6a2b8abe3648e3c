"""What is counted of calls, refusals and errors, and that no caller can add a label or lose a call by it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pytest
from mcp.shared.exceptions import MCPError
from prometheus_client.parser import text_string_to_metric_families
from pydantic import TypeAdapter, ValidationError

from oauth2_demo.mcp_server.errors import forbidden, internal, protocol_error, unavailable
from oauth2_demo.mcp_server.metrics import McpMetrics, MeasuredCalls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.mcp_server.calls import Answer, Call

pytestmark = [pytest.mark.unit, pytest.mark.anyio]


@dataclass(frozen=True)
class FakeCall:
    """All that the middleware looks at."""

    method: str


def series(metrics: McpMetrics, name: str) -> dict[frozenset[str], float]:
    """Return the values of one metric by its label values."""
    return {
        frozenset(sample.labels.values()): sample.value
        for family in text_string_to_metric_families(metrics.exposition().decode())
        for sample in family.samples
        if sample.name == name
    }


def _validation_error() -> ValidationError:
    try:
        TypeAdapter(int).validate_python("hong@example.com")
    except ValidationError as error:
        return error
    raise AssertionError("no error")


async def measured(metrics: McpMetrics, result: Answer | BaseException, method: str = "tools/call") -> None:
    """Let one call pass that ends with `result` after two seconds."""
    seconds = iter([10.0, 12.0])

    async def proceed() -> Answer:
        if isinstance(result, BaseException):
            raise result
        return result

    measure = MeasuredCalls(metrics, "weather", lambda: next(seconds))
    call = cast("Call", FakeCall(method))
    if isinstance(result, BaseException):
        with pytest.raises(type(result)) as caught:
            await measure(call, proceed)
        assert caught.value is result
    else:
        assert await measure(call, proceed) is result


@pytest.mark.parametrize(
    ("result", "outcome", "code"),
    [
        ({"content": []}, "success", None),
        ({"resultType": "complete", "content": []}, "success", None),
        ({"resultType": "input_required"}, "asked", None),
        ({"isError": True, "_meta": {"error_code": 3002}}, "error", "3002"),
        ({"isError": True}, "error", "other"),
        ({"isError": True, "_meta": {"error_code": "hong@example.com"}}, "error", "other"),
        (forbidden("no"), "refused", "1002"),
        (unavailable("no"), "refused", "5002"),
        (internal("id"), "error", "5001"),
        (protocol_error(forbidden("no")), "refused", "1002"),
        (MCPError(code=-32602, message="no"), "refused", "-32602"),
        (MCPError(code=-32603, message="no"), "error", "-32603"),
        (MCPError(code=4711, message="a tool's own code", data=["x"]), "refused", "other"),
        (MCPError(code=-32602, message="no", data={"error_code": 4711}), "refused", "other"),
        (_validation_error(), "refused", "2001"),
        (RuntimeError("hong@example.com"), "error", "5001"),
        (asyncio.CancelledError(), "cancelled", None),
    ],
)
async def test_a_call_counts_once_with_how_it_ended(
    result: Answer | BaseException, outcome: str, code: str | None
) -> None:
    metrics = McpMetrics()
    await measured(metrics, result)
    assert series(metrics, "mcp_requests_total") == {frozenset({"weather", "tools/call", outcome}): 1}
    assert series(metrics, "mcp_errors_total") == ({frozenset({"weather", code}): 1} if code else {})
    assert series(metrics, "mcp_request_duration_seconds_sum") == {frozenset({"weather", "tools/call"}): 2}
    assert b"hong" not in metrics.exposition()


async def test_the_histogram_has_the_promised_latencies_as_borders() -> None:
    metrics = McpMetrics()
    await measured(metrics, {})
    buckets = series(metrics, "mcp_request_duration_seconds_bucket")
    assert buckets[frozenset({"weather", "tools/call", "0.1"})] == 0
    assert buckets[frozenset({"weather", "tools/call", "0.5"})] == 0
    assert buckets[frozenset({"weather", "tools/call", "2.5"})] == 1


async def test_methods_that_a_caller_invents_share_one_label() -> None:
    metrics = McpMetrics()
    for number in range(50):
        await measured(metrics, {}, method=f"hong{number}@example.com")
    assert series(metrics, "mcp_requests_total") == {frozenset({"weather", "other", "success"}): 50}


def test_a_request_that_was_never_read_counts_by_its_status() -> None:
    metrics = McpMetrics()
    metrics.count_turned_away("weather", 401)
    assert series(metrics, "mcp_requests_total") == {frozenset({"weather", "unread", "refused"}): 1}
    assert series(metrics, "mcp_errors_total") == {frozenset({"weather", "401"}): 1}


def test_sessions_and_connections_are_those_of_the_moment_of_reading() -> None:
    metrics, now = McpMetrics(), {"sessions": 2, "connections": 3}
    metrics.watch_sessions("weather", lambda: now["sessions"])
    metrics.watch_pool(lambda: now["connections"])
    assert series(metrics, "mcp_active_sessions") == {frozenset({"weather"}): 2}
    now.update(sessions=0, connections=1)
    assert series(metrics, "mcp_active_sessions") == {frozenset({"weather"}): 0}
    assert series(metrics, "mcp_connection_pool_size") == {frozenset(): 1}


async def test_metrics_that_break_cost_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics = McpMetrics()

    def broken(*labels: str) -> Mapping[str, Any]:
        raise RuntimeError(labels)

    monkeypatch.setattr(metrics._requests, "labels", broken)
    await measured(metrics, {"content": []})
    await measured(metrics, forbidden("no"))
    metrics.count_turned_away("weather", 401)
