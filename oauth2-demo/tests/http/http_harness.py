"""Starts real OAuth2 servers and speaks to them: over httpx2, and byte for byte over a socket."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode

import httpx2
from jose import jws

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

PACKAGE = Path(__file__).resolve().parents[2]
SCRIPTS = {
    "separated": PACKAGE / "core" / "oauth2_web_server.py",
    "integrated": PACKAGE / "core" / "mcp_oauth2_server.py",
}
# A hang guard, not a timing assertion: the machine may be busy with other tests.
HANG_GUARD_S = 60.0
FORM = "application/x-www-form-urlencoded"
DEMO_FORM = {
    "grant_type": "client_credentials",
    "client_id": "mcp-client",
    "client_secret": "secret",
    "scope": "mcp.access",
}

Json = dict[str, object]


@dataclass(frozen=True)
class RawAnswer:
    """An HTTP answer as it came, with every header field and its order."""

    status: int
    fields: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for field_name, value in self.fields if field_name == name.lower()]


@dataclass
class RunningServer:
    """One server process with a home of its own."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    home: Path
    secrets_seen: set[str] = field(default_factory=set)

    @property
    def issuer(self) -> str:
        """The default issuer."""
        return f"http://localhost:{self.port}"

    @property
    def mcp_url(self) -> str:
        """The default MCP resource."""
        return f"{self.issuer}/mcp"

    @cached_property
    def http(self) -> httpx2.Client:
        """A client that follows nothing and trusts no environment."""
        return httpx2.Client(base_url=self.issuer, timeout=HANG_GUARD_S, trust_env=False)

    @cached_property
    def metadata(self) -> Json:
        """The RFC 8414 document."""
        answer = self.http.get("/.well-known/oauth-authorization-server")
        assert answer.status_code == 200, answer.text
        document: Json = answer.json()
        return document

    def endpoint(self, name: str) -> str:
        """The URL that the metadata gives for `name`, such as `introspection`."""
        return str(self.metadata[f"{name}_endpoint"])

    def post_form(
        self,
        fields: Mapping[str, str] | Sequence[tuple[str, str]],
        *,
        url: str = "/oauth2/token",
        headers: Mapping[str, str] | None = None,
    ) -> httpx2.Response:
        """Send a form."""
        body = urlencode(list(fields.items()) if hasattr(fields, "items") else fields)
        return self.http.post(url, content=body, headers={"content-type": FORM, **(headers or {})})

    def token_answer(self, **changes: str | None) -> httpx2.Response:
        """Ask for a token as the documented client; a change to None leaves a parameter out."""
        answer = self.post_form({name: value for name, value in {**DEMO_FORM, **changes}.items() if value is not None})
        if answer.status_code == 200:
            self.secrets_seen.add(str(answer.json()["access_token"]))
        return answer

    def token(self, **changes: str | None) -> str:
        """A fresh access token."""
        answer = self.token_answer(**changes)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    def hello(self, token: str, scheme: str = "Bearer") -> httpx2.Response:
        """Call the protected resource."""
        return self.http.get("/hello", headers={"authorization": f"{scheme} {token}"})

    def raw(self, request: bytes) -> RawAnswer:
        """Send bytes as they are and read one answer until the server ends the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=HANG_GUARD_S) as client:
            client.sendall(request)
            received = b""
            try:
                while chunk := client.recv(65536):
                    received += chunk
            except ConnectionResetError:
                pass
        return parse_answer(received)

    def raw_request(
        self, method: str, target: str, fields: Sequence[tuple[str, str]] = (), body: bytes = b""
    ) -> RawAnswer:
        """Send one request whose header fields are exactly these, besides Host, Connection and the length."""
        head = f"{method} {target} HTTP/1.1\r\nHost: localhost:{self.port}\r\nConnection: close\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in fields)
        if body or method == "POST":
            head += f"Content-Length: {len(body)}\r\n"
        return self.raw(head.encode("latin-1") + b"\r\n" + body)

    def raw_token(self, body: bytes, *fields: tuple[str, str], content_type: str | None = FORM) -> RawAnswer:
        """Send a body to the token endpoint as it is."""
        types = [] if content_type is None else [("Content-Type", content_type)]
        return self.raw_request("POST", "/oauth2/token", [*types, *fields], body)

    # Keys and forged tokens.

    @property
    def signing_jwk(self) -> dict[str, str]:
        """The private key that signs now, from the key file."""
        keys = json.loads((self.home / "keys" / "jwt_signing.json").read_text(encoding="utf-8"))["keys"]
        signing: dict[str, str] = keys[0]
        return signing

    def forge(
        self,
        claims: Mapping[str, object] | None = None,
        header: Mapping[str, object] | None = None,
        *,
        key: str | None = None,
        alg: str | None = None,
    ) -> str:
        """Sign a token with the server's own key: valid as it is, and wrong exactly where `claims` or `header` say.

        A value of None leaves the claim or member out.
        """
        jwk = self.signing_jwk
        now = int(time.time())
        all_claims: Json = {
            "iss": self.issuer,
            "sub": "mcp-client",
            "client_id": "mcp-client",
            "aud": "mcp-client",
            "scope": "mcp.access",
            "iat": now,
            "exp": now + 600,
            "jti": str(uuid.uuid4()),
        }
        merged = {**all_claims, **(claims or {})}
        members = {"typ": "JWT", "kid": jwk["kid"], **(header or {})}
        token: str = jws.sign(
            json.dumps({name: value for name, value in merged.items() if value is not _ABSENT}).encode(),
            key or jwk,
            headers={name: value for name, value in members.items() if value is not _ABSENT},
            algorithm=alg or jwk["alg"],
        )
        self.secrets_seen.add(token)
        return token

    # The audit log.

    @property
    def log_path(self) -> Path:
        """The audit log."""
        return self.home / "logs" / "security_audit.log"

    def records(self) -> list[Json]:
        """All audit records so far. The log begins with the first of them."""
        if not self.log_path.exists():
            return []
        return [json.loads(line) for line in self.log_path.read_text(encoding="utf-8").splitlines()]

    def output(self) -> str:
        """What the process wrote to its standard streams."""
        return (self.home / "output.txt").read_text(encoding="utf-8", errors="replace")

    def stop(self) -> int:
        """End it as an operator does and give its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(HANG_GUARD_S)


_ABSENT = object()
ABSENT: object = _ABSENT


def parse_answer(received: bytes) -> RawAnswer:
    """Read one answer with a plain or chunked body."""
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    assert lines[0].startswith("HTTP/1.1 "), f"no HTTP answer: {received[:80]!r}"
    fields = tuple((name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:]))
    if ("transfer-encoding", "chunked") in fields:
        body = _dechunk(body)
    return RawAnswer(int(lines[0].split()[1]), fields, body)


def _dechunk(body: bytes) -> bytes:
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        whole, body = whole + body[:length], body[length + 2 :]
    return whole


def basic(client_id: str, secret: str, *, encode: bool = True) -> str:
    """HTTP Basic credentials, form-encoded first as RFC 6749 section 2.3.1 wants."""
    halves = [quote_plus(half) if encode else half for half in (client_id, secret)]
    return "Basic " + base64.b64encode(":".join(halves).encode()).decode()


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def environment(home: Path, settings: Mapping[str, object]) -> dict[str, str]:
    """The environment of a child: ours without our settings, so that nothing of the developer's leaks in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OAUTH2_DEMO_")}
    given = {f"OAUTH2_DEMO_{name.upper()}": str(value) for name, value in settings.items()}
    return {**kept, "OAUTH2_DEMO_HOME": str(home), **given}


def run_cli(home: Path, *arguments: str) -> str:
    """Run `mcp-docker` and give its output."""
    command = [str(Path(sys.executable).with_name("mcp-docker")), *arguments]
    done = subprocess.run(
        command, env=environment(home, {}), capture_output=True, text=True, timeout=HANG_GUARD_S, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def running_server(
    name: str, home: Path, *, issuer_path: str = "", port: int = 0, settings: Mapping[str, object] | None = None
) -> Iterator[RunningServer]:
    """Start a server process, wait until it is ready, and stop it at the end."""
    port = port or free_port()
    issuer = {"issuer": f"http://localhost:{port}{issuer_path}"} if issuer_path else {}
    home.mkdir(parents=True, exist_ok=True)
    with (home / "output.txt").open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, str(SCRIPTS[name])],
            env=environment(home, {"port": port, **issuer, **(settings or {})}),
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=home,
        )
    server = RunningServer(name, process, port, home)
    try:
        _wait_until_ready(server)
        yield server
    finally:
        try:
            server.stop()
        finally:
            process.kill()
            server.http.close()


def _wait_until_ready(server: RunningServer) -> None:
    end = time.monotonic() + HANG_GUARD_S
    while time.monotonic() < end:
        try:
            if server.http.get("/health/ready").status_code == 200:
                return
        except httpx2.TransportError:
            pass
        # Waiting for the process is a wait that ends early when it dies.
        try:
            server.process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(f"the server is not ready:\n{server.output()}")


def copy_home(template: Path, home: Path) -> Path:
    """A home with the clients of `template`."""
    shutil.copytree(template, home)
    return home


# RFC 6749 sections 4.1.2.1 and 5.2, RFC 8707 section 2, RFC 6750 section 3.1, RFC 7009 section 2.2.1.
REGISTERED_ERRORS = frozenset(
    [
        "invalid_request",
        "invalid_client",
        "invalid_grant",
        "unauthorized_client",
        "unsupported_grant_type",
        "unsupported_response_type",
        "unsupported_token_type",
        "invalid_scope",
        "invalid_target",
        "invalid_token",
        "insufficient_scope",
        "temporarily_unavailable",
    ]
)
# Not registered anywhere, but there is no better one for status 429.
TOO_MANY = "too_many_requests"


def assert_refused(answer: httpx2.Response | RawAnswer, status: int | Set[int], code: str | Set[str]) -> None:
    """The answer is a complete OAuth error: status, code, description within its characters, headers."""
    if isinstance(answer, RawAnswer):
        got_status, body, headers = answer.status, answer.body, httpx2.Headers(list(answer.fields))
    else:
        got_status, body, headers = answer.status_code, answer.content, answer.headers
    assert got_status in ({status} if isinstance(status, int) else status), body
    assert headers["content-type"].split(";")[0] == "application/json"
    assert "no-store" in headers["cache-control"]
    document = json.loads(body)
    assert document["error"] in ({code} if isinstance(code, str) else code)
    assert document["error"] in REGISTERED_ERRORS | {TOO_MANY}
    description = document.get("error_description", "")
    assert all(" " <= character <= "~" and character not in '"\\' for character in description)
    # Each 401 has a challenge; beside it only the Bearer scheme puts one on a refusal (RFC 6750, section 3).
    challenge = headers.get("www-authenticate", "")
    assert bool(challenge) == (got_status == 401) or challenge.startswith("Bearer ")


def challenge_of(answer: httpx2.Response) -> dict[str, str]:
    """The parameters of the Bearer challenge, each within its characters and given once (RFC 6750, section 3)."""
    scheme, _, rest = answer.headers["www-authenticate"].partition(" ")
    assert scheme == "Bearer"
    parameters: dict[str, str] = {}
    while rest:
        found = re.match(r'([a-z_]+)="([\x20\x21\x23-\x5b\x5d-\x7e]*)"(?:, ?|$)', rest)
        assert found, f"not a challenge: {rest}"
        assert found[1] not in parameters, f"{found[1]} is given twice"
        parameters[found[1]] = found[2]
        rest = rest[found.end() :]
    return parameters


def claims_of(token: str) -> Json:
    """The claims as anybody can read them."""
    claims: Json = json.loads(_decode_part(token.split(".")[1]))
    return claims


def header_of(token: str) -> Json:
    """The JOSE header as anybody can read it."""
    header: Json = json.loads(_decode_part(token.split(".")[0]))
    return header


def _decode_part(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def encode_part(data: bytes) -> str:
    """base64url without padding (RFC 7515, section 2)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
