"""The token endpoint, black box: RFC 6749, RFC 8707, RFC 9700 (rows G of the protocol checklist)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import httpx2
import pytest

from oauth2_demo.tests.http.conftest import ODD_SECRET
from oauth2_demo.tests.http.http_harness import (
    DEMO_FORM,
    FORM,
    REGISTERED_ERRORS,
    TOO_MANY,
    assert_refused,
    basic,
    claims_of,
    header_of,
)

if TYPE_CHECKING:
    from oauth2_demo.tests.http.conftest import Clients
    from oauth2_demo.tests.http.http_harness import RunningServer

pytestmark = pytest.mark.integration

GRANT = {"grant_type": "client_credentials"}
DEMO_BODY = urlencode(DEMO_FORM).encode()


def test_the_documented_request_gets_the_documented_answer(server: RunningServer) -> None:
    """G-11, G-13, I-17: exactly the four members, thirty minutes, no refresh token, no cookie."""
    answer = server.token_answer()
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == "application/json"
    document = answer.json()
    assert document.pop("access_token").count(".") == 2
    assert document == {"token_type": "Bearer", "expires_in": 1800, "scope": "mcp.access"}
    assert "set-cookie" not in answer.headers


def test_answers_and_refusals_are_not_stored(server: RunningServer) -> None:
    """G-12."""
    for answer in (server.token_answer(), server.token_answer(scope="nope"), server.token_answer(client_id="nobody")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["pragma"] == "no-cache"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_only_post_is_served(server: RunningServer, method: str) -> None:
    """G-01."""
    answer = server.http.request(method, f"/oauth2/token?{urlencode(DEMO_FORM)}")
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]


def test_parameters_in_the_query_are_not_read(server: RunningServer) -> None:
    """G-01, G-07: neither all of them nor the secret alone."""
    assert server.post_form({}, url=f"/oauth2/token?{urlencode(DEMO_FORM)}").status_code in {400, 401}
    without_secret = {name: value for name, value in DEMO_FORM.items() if name != "client_secret"}
    assert server.post_form(without_secret, url="/oauth2/token?client_secret=secret").status_code in {400, 401}


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"grant_type":"client_credentials","client_id":"mcp-client","client_secret":"secret"}'),
        ("application/json", DEMO_BODY),
        ("text/plain", DEMO_BODY),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n--x--'),
        ("application/x-www-form-urlencodedx", DEMO_BODY),
        ("", DEMO_BODY),
        (None, DEMO_BODY),
    ],
    ids=["JSON", "form called JSON", "text", "multipart", "longer name", "empty", "none"],
)  # fmt: skip
def test_only_a_form_is_taken(server: RunningServer, content_type: str | None, body: bytes) -> None:
    """G-02."""
    assert_refused(server.raw_token(body, content_type=content_type), 400, "invalid_request")


@pytest.mark.parametrize("content_type", [f"{FORM}; charset=utf-8", f"{FORM};charset=UTF-8", FORM.upper(), f" {FORM} "])
def test_a_form_is_taken_however_its_type_is_written(server: RunningServer, content_type: str) -> None:
    """G-02."""
    assert server.raw_token(DEMO_BODY, content_type=content_type).status == 200


@pytest.mark.parametrize(
    "extra",
    [b"&scope=\xff\xfe", b"&x=%ff", b"&x=%zz", b"&x=%4", b"&%80=1", b"&x=%00%", b"&client_id=%ED%A0%80"],
    ids=repr,
)
def test_undecodable_bytes_are_an_invalid_request(server: RunningServer, extra: bytes) -> None:
    """G-02, G-28."""
    assert_refused(server.raw_token(DEMO_BODY + extra), 400, "invalid_request")


@pytest.mark.parametrize("fields", [{"scope": ""}, {"resource": ""}, {"client_assertion": ""}, {"unknown": "x"}])
def test_empty_parameters_count_as_omitted_and_unknown_ones_are_ignored(
    server: RunningServer, fields: dict[str, str]
) -> None:
    """G-03."""
    answer = server.token_answer(**fields)
    assert answer.status_code == 200
    assert answer.json()["scope"] == "mcp.access"


@pytest.mark.parametrize("name", [*DEMO_FORM, "unknown"])
@pytest.mark.parametrize("same", [True, False], ids=["same value", "other value"])
def test_a_repeated_parameter_is_an_invalid_request(server: RunningServer, name: str, same: bool) -> None:
    """G-03."""
    fields = [*DEMO_FORM.items(), *([("unknown", "1")] if name == "unknown" else [])]
    answer = server.post_form([*fields, (name, DEMO_FORM.get(name, "1") if same else "other")])
    assert_refused(answer, 400, "invalid_request")


def test_resource_alone_may_repeat(server: RunningServer) -> None:
    """G-04."""
    answer = server.post_form([*DEMO_FORM.items(), ("resource", server.mcp_url), ("resource", server.mcp_url)])
    assert answer.status_code == 200
    assert claims_of(answer.json()["access_token"])["aud"] in (server.mcp_url, [server.mcp_url])


@pytest.mark.parametrize(
    "fields",
    [
        {**GRANT},
        {**GRANT, "client_id": "mcp-client"},
        {**GRANT, "client_id": "mcp-client", "client_secret": ""},
        {**GRANT, "client_secret": "secret"},
        {**GRANT, "client_id": "jwt-es"},
    ],
    ids=["nothing", "id alone", "empty secret", "secret alone", "id of a key client"],
)
def test_nobody_gets_a_token_without_authentication(server: RunningServer, fields: dict[str, str]) -> None:
    """G-05."""
    assert_refused(server.post_form(fields), {400, 401}, {"invalid_client", "invalid_request"})


def test_basic_credentials_are_form_decoded(server: RunningServer) -> None:
    """G-06, H-06: and a secret sent without the encoding is another secret."""
    encoded = server.post_form(GRANT, headers={"authorization": basic("odd", ODD_SECRET)})
    plain = server.post_form(GRANT, headers={"authorization": basic("odd", ODD_SECRET, encode=False)})
    assert encoded.status_code == 200
    assert claims_of(encoded.json()["access_token"])["sub"] == "odd"
    assert_refused(plain, 401, "invalid_client")
    assert server.post_form({**GRANT, "client_id": "odd", "client_secret": ODD_SECRET}).status_code == 200


@pytest.mark.parametrize("scheme", ["basic", "BASIC", "Basic"])
def test_the_scheme_is_read_without_regard_to_case(server: RunningServer, scheme: str) -> None:
    """G-06: RFC 9110, section 11.1."""
    credentials = basic("mcp-client", "secret").partition(" ")[2]
    assert server.post_form(GRANT, headers={"authorization": f"{scheme} {credentials}"}).status_code == 200


@pytest.mark.parametrize(
    "authorization",
    ["Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Basic " + "A" * 4001, "Bearer x", "Digest x", "\x80",
     "Basic /w=="],
)  # fmt: skip
def test_malformed_credentials_are_refused_with_a_challenge(server: RunningServer, authorization: str) -> None:
    """G-15, G-28."""
    answer = server.raw_token(urlencode(GRANT).encode(), ("Authorization", authorization))
    assert_refused(answer, {400, 401}, {"invalid_client", "invalid_request"})


@pytest.mark.parametrize(
    "extra",
    [
        {"client_id": "mcp-client", "client_secret": "secret"},
        {"client_secret": "secret"},
        {"client_id": "odd"},
        {
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": "a.b.c",
        },
    ],
    ids=["secret", "secret without id", "other id", "assertion"],
)
def test_two_methods_in_one_request_are_refused(server: RunningServer, extra: dict[str, str]) -> None:
    """G-08."""
    answer = server.post_form({**GRANT, **extra}, headers={"authorization": basic("mcp-client", "secret")})
    assert_refused(answer, {400, 401}, {"invalid_request", "invalid_client"})


def test_a_secret_and_an_assertion_together_are_refused(server: RunningServer) -> None:
    """G-08."""
    kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    answer = server.token_answer(client_assertion_type=kind, client_assertion="a.b.c")
    assert_refused(answer, 400, "invalid_request")


def test_two_authorization_headers_are_refused(server: RunningServer) -> None:
    """G-08, I-18."""
    good = ("Authorization", basic("mcp-client", "secret"))
    assert server.raw_token(urlencode(GRANT).encode(), good, good).status in {400, 401}


def test_guessing_a_secret_is_slowed_for_the_guessed_client_only(server: RunningServer, clients: Clients) -> None:
    """G-09: 429 at the latest after ten failures, with a time to wait; another client notices nothing."""
    guesses = [server.token_answer(client_id="victim", client_secret=f"guess-{number}") for number in range(12)]
    assert_refused(guesses[0], 401, "invalid_client")
    assert_refused(guesses[-1], 429, REGISTERED_ERRORS | {TOO_MANY})
    assert int(guesses[-1].headers["retry-after"]) >= 1
    by_header = server.post_form(GRANT, headers={"authorization": basic("victim", "guess")})
    assert by_header.status_code == 429
    assert server.token_answer(client_id="bystander", client_secret=clients.bystander_secret).status_code == 200


@pytest.mark.parametrize("place", ["body", "header"])
def test_a_wrong_secret_is_a_401_with_a_challenge(server: RunningServer, place: str) -> None:
    """G-15, G-05."""
    if place == "body":
        answer = server.token_answer(client_secret="wrong")
    else:
        answer = server.post_form(GRANT, headers={"authorization": basic("mcp-client", "wrong")})
    assert_refused(answer, 401, "invalid_client")
    assert answer.headers["www-authenticate"].startswith("Basic ")
    assert server.token_answer().status_code == 200


def test_an_unknown_client_and_a_wrong_secret_look_the_same(server: RunningServer) -> None:
    """G-27."""
    unknown, wrong = server.token_answer(client_id="nobody"), server.token_answer(client_secret="wrong")
    varying = {"date", "x-request-id"}
    assert unknown.content == wrong.content
    assert {name: value for name, value in unknown.headers.items() if name not in varying} == {
        name: value for name, value in wrong.headers.items() if name not in varying
    }
    assert server.token_answer().status_code == 200


def test_secrets_are_hashed_at_rest(server: RunningServer, clients: Clients) -> None:
    """G-27."""
    stored = b"".join(path.read_bytes() for path in (server.home / "data").rglob("*") if path.is_file())
    assert b"wide" in stored
    assert not [secret[:4] for secret in clients.secrets if secret.encode() in stored]


def test_a_missing_grant_type_is_an_invalid_request(server: RunningServer) -> None:
    """G-16, G-03."""
    assert_refused(server.token_answer(grant_type=None), 400, "invalid_request")
    assert_refused(server.token_answer(grant_type=""), 400, "invalid_request")


@pytest.mark.parametrize(
    "grant_type",
    ["password", "authorization_code", "refresh_token", "implicit", "CLIENT_CREDENTIALS", "client_credentials ",
     "urn:ietf:params:oauth:grant-type:jwt-bearer", '"\\', "자격", "\x00"],
)  # fmt: skip
def test_other_grants_are_not_offered(server: RunningServer, grant_type: str) -> None:
    """G-16, G-20, G-14: and what was sent is not repeated in the answer."""
    answer = server.token_answer(grant_type=grant_type, username="u", password="p")
    assert_refused(answer, 400, {"unsupported_grant_type", "invalid_request"} if grant_type == "\x00" else
                   "unsupported_grant_type")  # fmt: skip


@pytest.mark.parametrize(
    "scope",
    ['mcp.access"', "mcp\\access", "mcp.access\tx", "mcp.access\n", "범위", "admin", "mcp.access admin", "MCP.ACCESS",
     "mcp.acces", "mcp.access,reports.read", "*", "a" * 5000, "\x00"],
)  # fmt: skip
def test_a_malformed_or_wider_scope_is_an_invalid_scope(server: RunningServer, scope: str) -> None:
    """G-17, G-14."""
    assert_refused(server.token_answer(scope=scope), 400, "invalid_scope")


def test_the_order_of_scopes_means_nothing(server: RunningServer, clients: Clients) -> None:
    """G-17."""
    credentials = {"client_id": "wide", "client_secret": clients.wide_secret}
    for scope in ("mcp.access reports.read", "reports.read mcp.access"):
        answer = server.token_answer(**credentials, scope=scope)
        assert set(answer.json()["scope"].split(" ")) == {"mcp.access", "reports.read"}
    narrowed = server.token_answer(**credentials, scope="reports.read").json()
    assert narrowed["scope"] == claims_of(narrowed["access_token"])["scope"] == "reports.read"


def test_without_a_scope_the_registered_one_is_given_and_named(server: RunningServer) -> None:
    """G-18, I-04."""
    document = server.token_answer(scope=None).json()
    assert document["scope"] == claims_of(document["access_token"])["scope"] == "mcp.access"


@pytest.mark.parametrize(
    "resource",
    ["/mcp", "mcp", "http://", "https://evil.example/mcp", "{mcp}#part", "{mcp}#", "{mcp}/other", "{mcp}?q=1",
     "urn:x", "javascript:alert(1)", "http://[::1", "http://user@{host}/mcp", "{mcp}\x00", "자원", "{mcp} {mcp}"],
)  # fmt: skip
def test_an_unknown_or_malformed_resource_is_an_invalid_target(server: RunningServer, resource: str) -> None:
    """G-19."""
    named = resource.replace("{mcp}", server.mcp_url).replace("{host}", f"localhost:{server.port}")
    assert_refused(server.token_answer(resource=named), 400, "invalid_target")


def test_one_unknown_resource_among_good_ones_refuses_all(server: RunningServer) -> None:
    """G-19, G-22."""
    fields = [*DEMO_FORM.items(), ("resource", server.mcp_url), ("resource", "https://evil.example/")]
    assert_refused(server.post_form(fields), 400, "invalid_target")


@pytest.mark.parametrize("variant", ["HTTP://LOCALHOST:{port}/mcp", "http://localhost:{port}/mcp/"])
def test_a_resource_written_differently_gives_the_same_audience(server: RunningServer, variant: str) -> None:
    """F-15, G-22: or it is refused; it never becomes a second audience."""
    answer = server.token_answer(resource=variant.format(port=server.port))
    if answer.status_code == 200:
        assert claims_of(answer.json()["access_token"])["aud"] in (server.mcp_url, [server.mcp_url])
    else:
        assert_refused(answer, 400, "invalid_target")


def test_a_token_is_bound_to_its_resource_and_scope(server: RunningServer) -> None:
    """G-22."""
    token = server.token(resource=server.mcp_url)
    assert claims_of(token)["aud"] == server.mcp_url
    assert claims_of(token)["scope"] == "mcp.access"
    assert header_of(token)["typ"] == "at+jwt"


def test_clients_cannot_register_themselves(server: RunningServer) -> None:
    """G-23, F-22: ids are given by the operator, and `sub` is the client id."""
    assert "registration_endpoint" not in server.metadata
    assert server.http.post("/register", json={"client_id": "root"}).status_code == 404
    claims = claims_of(server.token())
    assert claims["sub"] == claims["client_id"] == "mcp-client"


@pytest.mark.parametrize(
    "path", ["/oauth2/token/", "//oauth2/token", "/oauth2//token", "/oauth2/token%2F", "/OAuth2/token"]
)
def test_credentials_are_never_redirected(server: RunningServer, path: str) -> None:
    """G-24."""
    answer = server.http.post(httpx2.URL(server.issuer + path), content=DEMO_BODY, headers={"content-type": FORM})
    assert answer.status_code in {200, 404, 405}
    assert "location" not in answer.headers


@pytest.mark.parametrize("path", ["/oauth2/token", "/hello", "/.well-known/openid-configuration", "authorization"])
@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
def test_no_foreign_origin_is_allowed_with_credentials(server: RunningServer, path: str, method: str) -> None:
    """G-26."""
    url = server.endpoint(path) if path == "authorization" else path
    wish = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    answer = server.http.request(method, url, headers=wish)
    allowed = answer.headers.get("access-control-allow-origin")
    assert allowed != "https://evil.example"
    assert allowed is None or (path != "authorization" and "access-control-allow-credentials" not in answer.headers)


@pytest.mark.parametrize("name", ["client_id", "client_secret", "grant_type", "scope", "resource"])
@pytest.mark.parametrize("value", ["%00", "%ff", "%", "%C3%A9", "%F0%9F%98%80", "a" * 9000, "%0d%0aX-Injected:1"])
def test_hostile_values_are_refused_and_never_fail(server: RunningServer, name: str, value: str) -> None:
    """G-28, G-14."""
    kept = "&".join(f"{key}={text}" for key, text in DEMO_FORM.items() if key != name)
    answer = server.raw_token(f"{kept}&{name}={value}".encode())
    assert 400 <= answer.status < 500
    assert not answer.all("x-injected")
    assert server.token_answer().status_code == 200


def test_a_body_over_the_limit_is_413(server: RunningServer) -> None:
    """G-29."""
    assert server.raw_token(DEMO_BODY + b"&x=" + b"a" * 20_000).status == 413
    chunked = f"POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {FORM}\r\n"
    body = b"".join(b"400\r\n" + b"a" * 1024 + b"\r\n" for _ in range(20)) + b"0\r\n\r\n"
    assert server.raw(chunked.encode() + b"Transfer-Encoding: chunked\r\n\r\n" + body).status == 413


def test_a_length_over_the_limit_is_413_before_the_body_comes(server: RunningServer) -> None:
    """G-29."""
    head = f"POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {FORM}\r\n"
    assert server.raw(head.encode() + b"Content-Length: 999999999\r\n\r\n").status == 413


def test_too_many_parameters_are_an_invalid_request(server: RunningServer) -> None:
    """G-29."""
    assert_refused(server.raw_token(DEMO_BODY + b"".join(b"&p%d=1" % n for n in range(60))), 400, "invalid_request")


def test_header_fields_over_the_limit_are_refused(server: RunningServer) -> None:
    """G-29."""
    assert server.raw_token(DEMO_BODY, ("X-Long", "a" * 20_000)).status in {400, 431}


def test_parallel_requests_get_independent_tokens(server: RunningServer) -> None:
    """G-30: two hundred at once, each with an identifier of its own."""
    with ThreadPoolExecutor(20) as pool:
        tokens = list(pool.map(lambda _: server.token(), range(200)))
    assert len({claims_of(token)["jti"] for token in tokens}) == 200
