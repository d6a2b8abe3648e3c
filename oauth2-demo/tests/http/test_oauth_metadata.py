"""Metadata, black box: RFC 8414, OpenID Connect Discovery, RFC 9728 (rows H of the protocol checklist)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from jose import jwt

from oauth2_demo.tests.http.http_harness import (
    DEMO_FORM,
    assert_refused,
    basic,
    challenge_of,
    copy_home,
    header_of,
    running_server,
)

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.tests.http.conftest import Clients
    from oauth2_demo.tests.http.http_harness import Json, RunningServer

pytestmark = pytest.mark.integration

OAUTH_PATH = "/.well-known/oauth-authorization-server"
OPENID_PATH = "/.well-known/openid-configuration"
RESOURCE_PATH = "/.well-known/oauth-protected-resource"


def document(server: RunningServer, path: str) -> Json:
    """Fetch a document that must be there."""
    answer = server.http.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].split(";")[0] == "application/json"
    fetched: Json = answer.json()
    return fetched


def hello_resource(server: RunningServer) -> tuple[str, Json]:
    """The metadata that the refusal of `/hello` points to."""
    url = challenge_of(server.http.get("/hello"))["resource_metadata"]
    return url, document(server, url)


@pytest.mark.parametrize("path", [OAUTH_PATH, OPENID_PATH])
def test_the_issuer_is_the_url_the_document_was_fetched_for(server: RunningServer, path: str) -> None:
    """H-01."""
    assert document(server, path)["issuer"] == server.issuer


@pytest.mark.parametrize("path", [OAUTH_PATH, OPENID_PATH])
def test_a_document_is_complete_and_has_no_empty_members(server: RunningServer, path: str) -> None:
    """H-03, H-04, H-05, H-10, H-17, F-10, F-11, G-20."""
    metadata = document(server, path)
    assert not [name for name, value in metadata.items() if value in (None, "", [], {})]
    assert metadata["response_types_supported"] == ["code"]
    assert metadata["code_challenge_methods_supported"] == ["S256"]
    assert metadata["grant_types_supported"] == ["client_credentials"]
    assert "mcp.access" in list(metadata["scopes_supported"])  # type: ignore[call-overload]
    assert metadata["token_endpoint"] == f"{server.issuer}/oauth2/token"


def test_each_listed_authentication_method_works(server: RunningServer, clients: Clients) -> None:
    """H-06, H-07, F-21, G-21: the third one, private_key_jwt, has a suite of its own (rows K)."""
    methods = server.metadata["token_endpoint_auth_methods_supported"]
    assert set(methods) == {"client_secret_basic", "client_secret_post", "private_key_jwt"}  # type: ignore[call-overload]
    algorithms = set(server.metadata["token_endpoint_auth_signing_alg_values_supported"])  # type: ignore[call-overload]
    assert {"ES256", "RS256"} <= algorithms
    assert not algorithms & {"none", "HS256"}
    grant = {"grant_type": "client_credentials"}
    assert server.post_form(grant, headers={"authorization": basic("mcp-client", "secret")}).status_code == 200
    assert server.token_answer(client_id="wide", client_secret=clients.wide_secret).status_code == 200


def test_every_advertised_endpoint_exists(any_server: RunningServer) -> None:
    """H-08."""
    urls = [str(url) for name, url in any_server.metadata.items() if name.endswith(("_endpoint", "_uri"))]
    assert len(urls) >= 4
    for url in urls:
        assert url.startswith(any_server.issuer)
        assert any_server.http.get(url).status_code in {200, 302, 400, 405}, url
    for name in ("introspection", "revocation"):
        methods = any_server.metadata[f"{name}_endpoint_auth_methods_supported"]
        assert "client_secret_basic" in list(methods)  # type: ignore[call-overload]


def test_a_symmetric_key_is_published_nowhere(server: RunningServer) -> None:
    """H-09."""
    assert "jwks_uri" not in server.metadata
    for path in ("/jwks", "/jwks.json", "/.well-known/jwks.json", "/oauth2/jwks", "/oauth2/keys"):
        answer = server.http.get(path)
        assert answer.status_code == 404, path
        assert server.signing_jwk["k"] not in answer.text


def test_published_keys_are_public_and_verify_tokens(any_server: RunningServer) -> None:
    """H-09, I-02."""
    if any_server.name in {"ES256", "RS256"} or any_server.signing_jwk["kty"] != "oct":
        answer = any_server.http.get(str(any_server.metadata["jwks_uri"]))
        keys = answer.json()["keys"]
        assert len({key["kid"] for key in keys}) == len(keys) >= 1
        assert not [key for key in keys if set(key) & {"d", "p", "q", "dp", "dq", "qi", "k"}]
        token = any_server.token()
        key = next(key for key in keys if key["kid"] == header_of(token)["kid"])
        assert jwt.decode(token, key, [key["alg"]], audience="mcp-client", issuer=any_server.issuer)["jti"]
    else:
        assert "jwks_uri" not in any_server.metadata


def test_both_documents_agree(server: RunningServer) -> None:
    """H-11."""
    oauth, openid = document(server, OAUTH_PATH), document(server, OPENID_PATH)
    shared = set(oauth) & set(openid)
    assert "token_endpoint" in shared
    assert {name: oauth[name] for name in shared} == {name: openid[name] for name in shared}


def test_no_openid_provider_is_pretended(server: RunningServer) -> None:
    """H-12: no user information, no identity tokens by any response type, and a scope openid is refused."""
    metadata = document(server, OPENID_PATH)
    assert "userinfo_endpoint" not in metadata
    assert "openid" not in list(metadata["scopes_supported"])  # type: ignore[call-overload]
    assert_refused(server.token_answer(scope="openid"), 400, "invalid_scope")


def test_the_protected_resource_document_names_its_resource_and_server(server: RunningServer) -> None:
    """H-13, H-14, H-15, H-16, F-01, F-02: found by the challenge of `/hello`, at the place RFC 9728 says."""
    url, metadata = hello_resource(server)
    resource = urlsplit(str(metadata["resource"]))
    assert f"{resource.scheme}://{resource.netloc}" == server.issuer
    assert url == f"{server.issuer}{RESOURCE_PATH}{resource.path}"
    assert f"{server.issuer}/hello".startswith(str(metadata["resource"]))
    assert metadata["authorization_servers"] == [server.issuer]
    assert metadata["bearer_methods_supported"] == ["header"]
    assert "mcp.access" in list(metadata["scopes_supported"])  # type: ignore[call-overload]
    assert not [name for name, value in metadata.items() if value in (None, "", [], {})]


def test_a_token_for_the_published_resource_opens_it(any_server: RunningServer) -> None:
    """H-13, I-05."""
    resource = str(hello_resource(any_server)[1]["resource"])
    assert any_server.hello(any_server.token(resource=resource)).status_code == 200


def test_the_mcp_endpoint_has_a_document_of_its_own(server: RunningServer) -> None:
    """H-13, H-14, F-01: on the integrated server, which has that endpoint."""
    answer = server.http.get(f"{RESOURCE_PATH}/mcp")
    if server.name == "separated":
        assert answer.status_code in {200, 404}
        return
    assert answer.json()["resource"] == server.mcp_url
    assert answer.json()["authorization_servers"] == [server.issuer]
    refused = server.http.post("/mcp", json={})
    assert refused.status_code == 401
    assert challenge_of(refused)["resource_metadata"] == f"{server.issuer}{RESOURCE_PATH}/mcp"


@pytest.mark.parametrize("response_type", ["code", "token", "", "id_token"])
def test_the_authorization_endpoint_grants_nothing_and_redirects_nowhere(
    server: RunningServer, response_type: str
) -> None:
    """H-17, G-20."""
    query = {"response_type": response_type, "client_id": "mcp-client", "redirect_uri": "https://evil.example/"}
    answer = server.http.get(server.endpoint("authorization"), params=query)
    assert_refused(answer, 400, {"unsupported_response_type", "unauthorized_client", "invalid_request"})
    assert "location" not in answer.headers
    assert "evil" not in answer.text


@pytest.mark.parametrize(
    "fields",
    [
        [("Host", "evil.example")],
        [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("Forwarded", "host=evil.example")],
    ],
    ids=["Host", "X-Forwarded"],
)
@pytest.mark.parametrize("path", [OAUTH_PATH, OPENID_PATH, "/hello"])
def test_urls_never_come_from_the_request(server: RunningServer, path: str, fields: list[tuple[str, str]]) -> None:
    """H-18, G-25."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
    host = "" if fields[0][0] == "Host" else f"Host: localhost:{server.port}\r\n"
    answer = server.raw(f"GET {path} HTTP/1.1\r\n{host}{lines}Connection: close\r\n\r\n".encode())
    assert answer.status in {200, 400, 401, 421}
    assert b"evil" not in answer.body
    assert "evil" not in str(answer.fields)


@pytest.mark.parametrize("path", [OAUTH_PATH, OPENID_PATH])
def test_documents_are_read_only(server: RunningServer, path: str) -> None:
    """H-19."""
    head = server.http.head(path)
    assert (head.status_code, head.content) == (200, b"")
    refused = server.http.post(path, data=DEMO_FORM)
    assert refused.status_code == 405
    assert "GET" in refused.headers["allow"]
    assert server.http.get(f"{path}/unknown").status_code == 404


def test_an_issuer_with_a_path_has_its_documents_where_each_standard_says(tmp_path: Path, clients: Clients) -> None:
    """H-02, H-01, H-08."""
    home = copy_home(clients.home, tmp_path / "home")
    with running_server("separated", home, issuer_path="/tenant") as server:
        issuer = f"{server.issuer}/tenant"
        inserted = document(server, f"{OAUTH_PATH}/tenant")
        appended = document(server, f"/tenant{OPENID_PATH}")
        assert inserted["issuer"] == appended["issuer"] == issuer
        assert str(inserted["token_endpoint"]).startswith(f"{issuer}/")
