"""What two scenarios of the suite are about but pass without: asked here, where it cannot be missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from oauth2_demo.tests.conformance.runs import EXAMPLE_SERVER
from oauth2_demo.tests.http.http_harness import free_port
from oauth2_demo.tests.mcp.mcp_http_harness import ACCEPT, answer_of, modern
from oauth2_demo.tests.support.processes import HANG_GUARD_S, clean_environment, server_process

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.integration

ASKING = "test_input_required_result_elicitation"
OFFERED: dict[str, Any] = {"elicitation": {"form": {}}, "sampling": {}, "roots": {}}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    home, port = tmp_path_factory.mktemp("example"), free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, str(EXAMPLE_SERVER), str(port)]
    with (
        server_process(command, home=home, env=clean_environment(), ready_url=f"{url}/mcp", name="example"),
        httpx2.Client(base_url=url, headers={"Accept": ACCEPT}, timeout=HANG_GUARD_S, trust_env=False) as client,
    ):
        yield client


def ask(client: httpx2.Client, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
    body, headers = modern(method, params)
    body["params"]["_meta"]["io.modelcontextprotocol/clientCapabilities"] = OFFERED
    return answer_of(client.post("/mcp", json=body, headers=headers))


@pytest.mark.parametrize("method", ["tools/list", "prompts/list", "resources/list", "server/discover"])
def test_a_method_that_may_not_ask_is_complete(example: httpx2.Client, method: str) -> None:
    assert ask(example, method)["result"]["resultType"] == "complete"
    assert ask(example, "tools/call", {"name": ASKING, "arguments": {}})["result"]["resultType"] == "input_required"


@pytest.mark.parametrize(
    "answer",
    [{"action": "accept", "content": {"name": 7}}, {"action": "accept"}, {"action": "decline"}, {}, 7, None],
    ids=["wrong type", "no content", "declined", "no action", "a number", "null"],
)
def test_an_answer_that_does_not_fit_is_never_taken_for_one(example: httpx2.Client, answer: object) -> None:
    asked = ask(example, "tools/call", {"name": ASKING, "arguments": {}})["result"]
    (key,) = asked["inputRequests"]
    state = {"requestState": asked["requestState"]} if "requestState" in asked else {}
    outcome = ask(example, "tools/call", {"name": ASKING, "arguments": {}, "inputResponses": {key: answer}, **state})
    said = str(outcome)
    assert "Hello" not in said, said
    assert "error" in outcome or outcome["result"]["resultType"] == "input_required" or outcome["result"]["isError"]


def test_an_answer_that_fits_is_taken(example: httpx2.Client) -> None:
    asked = ask(example, "tools/call", {"name": ASKING, "arguments": {}})["result"]
    (key,) = asked["inputRequests"]
    given = {"inputResponses": {key: {"action": "accept", "content": {"name": "Kim"}}}}
    state = {"requestState": asked["requestState"]} if "requestState" in asked else {}
    result = ask(example, "tools/call", {"name": ASKING, "arguments": {}, **given, **state})["result"]
    assert result["resultType"] == "complete"
    assert "Kim" in result["content"][0]["text"]
