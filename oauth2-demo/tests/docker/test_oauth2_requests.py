"""The requests of the documents, with curl, against the container from this machine."""

from __future__ import annotations

import json
import subprocess

import pytest

from oauth2_demo.tests.support.stack import URL

pytestmark = [pytest.mark.docker, pytest.mark.usefixtures("stack")]

FORM = "grant_type=client_credentials&client_id=mcp-client&client_secret=secret&scope=mcp.access"


def _curl(*arguments: str) -> tuple[int, dict[str, str], dict[str, object]]:
    """Return status, headers and JSON body."""
    done = subprocess.run(
        ["curl", "-sS", "-i", "--max-time", "10", *arguments], capture_output=True, text=True, timeout=20, check=True
    )
    head, _, body = done.stdout.replace("\r\n", "\n").partition("\n\n")
    status, *lines = head.split("\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return int(status.split()[1]), headers, json.loads(body) if body else {}


def test_a_token_is_issued_and_opens_the_protected_resource() -> None:
    status, headers, token = _curl("-X", "POST", f"{URL}/oauth2/token", "-d", FORM)
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert {name: token[name] for name in ("token_type", "expires_in", "scope")} == {
        "token_type": "Bearer",
        "expires_in": 1800,
        "scope": "mcp.access",
    }
    bearer = f"Authorization: Bearer {token['access_token']}"
    status, _, hello = _curl(f"{URL}/hello", "-H", bearer, "-H", "Accept-Language: ko")
    assert status == 200
    assert hello["message"] == "MCP OAuth2 데모에서 안녕하세요!"
    assert hello["authenticated_client"] == "mcp-client"


@pytest.mark.parametrize("path", ["openid-configuration", "oauth-authorization-server"])
def test_metadata_name_the_address_that_people_use(path: str) -> None:
    status, _, metadata = _curl(f"{URL}/.well-known/{path}")
    assert status == 200
    assert metadata["issuer"] == URL
    assert metadata["token_endpoint"] == f"{URL}/oauth2/token"


def test_without_a_token_the_resource_says_where_to_get_one() -> None:
    status, headers, _ = _curl(f"{URL}/hello")
    assert status == 401
    assert headers["www-authenticate"].startswith("Bearer ")
    assert f'resource_metadata="{URL}/.well-known/oauth-protected-resource' in headers["www-authenticate"]


def test_a_wrong_content_type_is_a_bad_request() -> None:
    status, _, refusal = _curl(f"{URL}/oauth2/token", "-H", "Content-Type: application/json", "-d", "{}")
    assert (status, refusal["error"]) == (400, "invalid_request")
