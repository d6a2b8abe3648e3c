"""The web side in process: gate, endpoints, error translation, and what happens when parts fail."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from oauth2_demo.core.oauth2_common import build_services
from oauth2_demo.oauth.errors import UnavailableError
from oauth2_demo.resilience.rate_limit import RateLimitSyntaxError, rate_limit
from oauth2_demo.settings import Settings
from oauth2_demo.web.app import assemble_app
from oauth2_demo.web.endpoint import Endpoint
from oauth2_demo.web.exchange import Answer, json_answer
from oauth2_demo.web.gate import Gate
from oauth2_demo.web.health import AuditHealth
from oauth2_demo.web.language import preferred_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from oauth2_demo.core.oauth2_common import Services
    from oauth2_demo.web.app import OAuthApp
    from oauth2_demo.web.exchange import WebRequest

pytestmark = pytest.mark.unit

BASE = "http://localhost:8081"
_APPS: dict[int, OAuthApp] = {}
FORM = {"grant_type": "client_credentials", "client_id": "mcp-client", "client_secret": "secret"}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    built = build_services(Settings(home=tmp_path, rate_limit="off", audit_durability="process"))
    yield built
    _APPS.pop(id(built), None)
    built.close()


def app_of(services: Services) -> OAuthApp:
    """Assemble once: an application looks at keys and clients when it is assembled."""
    if id(services) not in _APPS:
        _APPS[id(services)] = assemble_app(services)
    return _APPS[id(services)]


def ask(services: Services, method: str, path: str, **options: Any) -> httpx2.Response:
    async def run() -> httpx2.Response:
        transport = httpx2.ASGITransport(app=app_of(services), raise_app_exceptions=True)
        async with httpx2.AsyncClient(transport=transport, base_url=BASE) as client:
            return await client.request(method, path, **options)

    return asyncio.run(run())


def token(services: Services) -> str:
    return str(ask(services, "POST", "/oauth2/token", data=FORM).json()["access_token"])


def records(services: Services) -> list[dict[str, Any]]:
    return [json.loads(line) for line in services.audit_log.path.read_text().splitlines()]


# What holds


def test_the_way_from_token_to_hello_is_on_record_with_its_request(services: Services) -> None:
    issued = ask(services, "POST", "/oauth2/token", data=FORM)
    answer = ask(services, "GET", "/hello", headers={"authorization": f"Bearer {issued.json()['access_token']}"})
    assert (issued.status_code, answer.status_code) == (200, 200)
    kinds = [(record["event_type"], record["outcome"], record["client_id"]) for record in records(services)]
    assert kinds == [("token_issued", "success", "mcp-client"), ("resource_request", "success", "mcp-client")]
    assert [record["request_id"] for record in records(services)] == [
        issued.headers["x-request-id"],
        answer.headers["x-request-id"],
    ]
    text = services.audit_log.path.read_text()
    assert issued.json()["access_token"] not in text
    assert "secret" not in text.replace("client_secret", "")


@pytest.mark.parametrize("path", ["/hello/", "/oauth2/token/", "/nope", "/oauth2/jwks", "/docs/x"])
def test_paths_that_are_not_there_are_404_and_never_a_redirect(services: Services, path: str) -> None:
    answer = ask(services, "GET", path)
    assert answer.status_code == 404
    assert answer.json()["error"] == "invalid_request"


def test_the_openapi_document_names_every_endpoint_and_docs_are_for_development(services: Services) -> None:
    assert "/oauth2/token" in ask(services, "GET", "/openapi.json").json()["paths"]
    assert ask(services, "GET", "/docs").status_code == 200


def test_production_has_no_docs_page(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path, environment="production", client_id="svc", client_secret="x" * 20, issuer="https://a.example"
    )
    production = build_services(settings)
    answer = ask(production, "GET", "/docs", headers={"host": "a.example"})
    production.close()
    assert answer.status_code == 404


def test_health_names_the_part_that_fails(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [*services.readiness_checks(), "audit_log"]
    assert ask(services, "GET", "/health").json()["checks"] == dict.fromkeys(names, "ok")

    def fail() -> None:
        raise UnavailableError("gone")

    monkeypatch.setattr(services.keys, "current", fail)
    answer = ask(services, "GET", "/health/ready")
    assert (answer.status_code, answer.json()["checks"]["signing_keys"]) == (503, "unavailable")
    assert ask(services, "GET", "/health/live").status_code == 200


def test_a_log_that_was_cut_is_not_ready(services: Services) -> None:
    token(services)
    log = services.audit_log.path
    whole = log.read_bytes()
    log.write_bytes(b"")
    answer = ask(services, "GET", "/health/ready")
    log.write_bytes(whole)
    assert (answer.status_code, answer.json()["checks"]["audit_log"]) == (503, "unavailable")


def test_probes_share_one_look_at_a_log_that_is_stuck() -> None:
    looks: list[int] = []
    release = threading.Event()

    def check() -> None:
        looks.append(1)
        release.wait(60)

    async def probe() -> list[str]:
        health = AuditHealth(check, patience_s=0)
        try:
            return await asyncio.gather(*(health.state() for _ in range(50)))
        finally:
            release.set()

    assert asyncio.run(probe()) == ["unavailable"] * 50
    assert len(looks) == 1


def test_an_audit_log_that_cannot_be_written_stops_everything(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = token(services)

    async def fail(_event: object) -> None:
        raise UnavailableError("disk full at /secret/path")

    monkeypatch.setattr(services.events, "emit", fail)
    answers = [
        ask(services, "POST", "/oauth2/token", data=FORM),
        ask(services, "POST", "/oauth2/token", data={**FORM, "client_secret": "wrong"}),
        ask(services, "GET", "/hello", headers={"authorization": f"Bearer {good}"}),
        ask(services, "POST", "/oauth2/introspect", data={**FORM, "token": good}),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["error"]) == (503, "temporarily_unavailable")
        assert answer.headers["retry-after"] == "5"
        assert "/secret/path" not in answer.text
        assert "access_token" not in answer.json()


def test_a_store_that_cannot_be_read_refuses_and_never_says_not_revoked(services: Services, tmp_path: Path) -> None:
    good = token(services)
    (tmp_path / "data" / "oauth2.db").rename(tmp_path / "elsewhere")
    for method, path in (("GET", "/hello"), ("POST", "/oauth2/introspect")):
        answer = ask(
            services, method, path, headers={"authorization": f"Bearer {good}"} if method == "GET" else {},
            **({"data": {**FORM, "token": good}} if method == "POST" else {}),
        )  # fmt: skip
        assert answer.status_code == 503
    (tmp_path / "elsewhere").rename(tmp_path / "data" / "oauth2.db")
    assert ask(services, "GET", "/hello", headers={"authorization": f"Bearer {good}"}).status_code == 200


def test_rates_are_limited_for_each_client_and_refused_requests_for_each_address(tmp_path: Path) -> None:
    services = build_services(Settings(home=tmp_path, rate_limit="3/hour", audit_durability="process"))
    good = token(services)
    header = {"authorization": f"Bearer {good}"}
    statuses = [ask(services, "GET", "/hello", headers=header).status_code for _ in range(3)]
    limited = ask(services, "POST", "/oauth2/token", data=FORM)
    refused = [ask(services, "GET", "/hello").status_code for _ in range(4)]
    services.close()
    assert statuses == [200, 200, 429]
    assert limited.status_code == 429
    assert 1 <= int(limited.headers["retry-after"]) <= 3600
    assert refused[0] == 401
    assert refused[-1] == 429


@pytest.mark.parametrize("text", ["", "many", "0/second", "5/second;6/minute", "-1/second"])
def test_a_rate_limit_that_cannot_be_read_is_refused_with_a_good_one(text: str) -> None:
    with pytest.raises(RateLimitSyntaxError, match="100/second"):
        rate_limit(text)


def test_off_is_no_limit() -> None:
    assert rate_limit(" OFF ") is None


# Endpoint


def call(endpoint: Endpoint, *messages: dict[str, Any], method: str = "POST", length: bytes | None = None) -> list[Any]:
    sent: list[Any] = []
    waiting = list(messages)
    headers = [(b"content-length", length)] if length is not None else []
    scope = {"type": "http", "method": method, "headers": headers, "query_string": b"", "client": None}

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(endpoint(scope, receive, send))
    return sent


async def echo(request: WebRequest) -> Answer:
    return json_answer({"length": len(request.body), "address": request.address})


def chunk(size: int, *, more: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": b"x" * size, "more_body": more}


def test_a_body_comes_whole_from_its_chunks() -> None:
    sent = call(Endpoint({"POST": echo}), chunk(10, more=True), chunk(5, more=False))
    assert json.loads(sent[1]["body"]) == {"length": 15, "address": "unknown"}


def test_a_body_at_the_limit_is_taken_and_one_above_it_refused() -> None:
    assert call(Endpoint({"POST": echo}), chunk(16384, more=False))[0]["status"] == 200
    assert call(Endpoint({"POST": echo}), chunk(16384, more=True), chunk(1, more=True))[0]["status"] == 413
    assert call(Endpoint({"POST": echo}), length=b"16385")[0]["status"] == 413
    assert call(Endpoint({"POST": echo}), length=b"9" * 5000)[0]["status"] == 413


def test_a_client_that_hangs_up_gets_no_answer() -> None:
    assert call(Endpoint({"POST": echo}), chunk(1, more=True), {"type": "http.disconnect"}) == []


def test_head_is_get_without_its_body_and_other_methods_are_told_what_is_allowed() -> None:
    endpoint = Endpoint({"GET": echo})
    start, body = call(endpoint, method="HEAD")
    assert body["body"] == b""
    assert dict(start["headers"])[b"content-length"] != b"0"
    refused, _ = call(endpoint, method="DELETE")
    assert (refused["status"], dict(refused["headers"])[b"allow"]) == (405, b"GET, HEAD")


def test_an_unexpected_error_is_told_with_an_id_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_request: WebRequest) -> Answer:
        raise RuntimeError("hong@example.com")

    start, body = call(Endpoint({"GET": broken}), method="GET")
    document = json.loads(body["body"])
    assert (start["status"], document["error"]) == (500, "server_error")
    assert document["error_id"] == dict(start["headers"])[b"x-request-id"].decode()
    assert "hong" not in body["body"].decode()
    assert caplog.records[0].__dict__["request_id"] == document["error_id"]


# Gate


GATE = Gate.of(["https://auth.example/x", "http://oauth2-web-server:8081"], ["fd00::1"])


def status(**headers: str) -> int:
    answer = GATE.refusal([(name.encode(), value.encode()) for name, value in headers.items()])
    return answer.status if answer else 200


@pytest.mark.parametrize(
    "host",
    [
        *("auth.example", "AUTH.example:443", "oauth2-web-server:8081", "localhost", "localhost:1", "127.0.0.1:9"),
        *("[::1]:9", "[::1]", "[fd00::1]:8081"),
    ],
)
def test_known_hosts_pass_whatever_their_port(host: str) -> None:
    assert status(host=host) == 200


@pytest.mark.parametrize("host", ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil", "[::2]", "::1x", "é"])
def test_unknown_hosts_are_misdirected(host: str) -> None:
    assert status(host=host) == 421


def test_two_host_fields_are_refused() -> None:
    answer = GATE.refusal([(b"host", b"localhost"), (b"host", b"localhost")])
    assert answer is not None
    assert answer.status == 400


@pytest.mark.parametrize("origin", ["http://localhost:8081", "https://auth.example", "http://oauth2-web-server:8081"])
def test_pages_of_the_server_itself_pass(origin: str) -> None:
    assert status(host="localhost:8081", origin=origin) == 200


@pytest.mark.parametrize(
    "origin",
    ["null", "https://evil.example", "http://localhost", "http://localhost:3000", "http://localhost:8081.evil.example"],
)
def test_pages_of_others_are_refused(origin: str) -> None:
    assert status(host="localhost:8081", origin=origin) == 403


def test_one_foreign_origin_among_several_is_enough_to_refuse() -> None:
    headers = [(b"host", b"localhost"), (b"origin", b"https://evil.example"), (b"origin", b"http://localhost")]
    answer = GATE.refusal(headers)
    assert answer is not None
    assert answer.status == 403


def test_strangers_cannot_fill_the_memory_of_hosts() -> None:
    gate = Gate.of([], [])
    for number in range(1000):
        gate.refusal([(b"host", b"h%d" % number)])
    assert len(gate._known_hosts) == 256


# Language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (b"", "en"),
        (b"ko", "ko"),
        (b"ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        (b"en;q=0.5, ko;q=0.4", "en"),
        (b"KO", "ko"),
        (b"fr", "en"),
        (b"ko;q=0", "en"),
        (b"ko;q=x", "en"),
        (b"ko;q=7", "en"),
        (b"ko;q=nan", "en"),
        (b"ko;level=1", "ko"),
        (b"\xff,;q=,ko", "ko"),
    ],
)
def test_the_language_that_is_wanted_more_is_given(header: bytes, language: str) -> None:
    assert preferred_language(header, "en") == language


def test_without_a_wish_the_setting_decides() -> None:
    assert preferred_language(b"*", "ko") == "ko"
