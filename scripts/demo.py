"""The main job, step by step, on this machine: server, token, protected call, MCP tools. Called by demo.sh."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
from mcp import Client, StdioServerParameters, stdio_client

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
SERVER = ROOT / "oauth2-demo/core/oauth2_web_server.py"
READY_WITHIN_S = 20.0
STOPPED_WITHIN_S = 12.0
SHOWN_CHARACTERS = 400
PRIVATE = ("홍길동", "hong@example.com", "010-1234-5678")
CREDENTIALS = {"grant_type": "client_credentials", "client_id": "mcp-client", "client_secret": "secret"}


class StepFailedError(Exception):
    """A step did not do what it should; the text says which and what to look at."""


@dataclass(frozen=True)
class ToolCall:
    """One tool of one stdio server, and the arguments to call it with."""

    server: Path
    tool: str
    arguments: Mapping[str, object]


CALLS = (
    ToolCall(ROOT / "oauth2-demo/core/oauth2_mcp_tools.py", "get_oauth2_server_status", {}),
    ToolCall(ROOT / "oauth2-demo/core/oauth2_mcp_tools.py", "create_oauth2_test_token", {}),
    ToolCall(ROOT / "oauth2-demo/core/oauth2_mcp_tools.py", "validate_oauth2_setup", {}),
    ToolCall(
        ROOT / "oauth2-demo/security/secure_mcp_tools.py",
        "test_pii_detection",
        {"text": f"고객 정보: {PRIVATE[0]}님 ({PRIVATE[1]}, {PRIVATE[2]})"},
    ),
    ToolCall(ROOT / "examples/custom_mcp_server.py", "get_weather", {"city": "Seoul", "month": 11}),
)


class Screen:
    """Prints the steps; in colour only where a person is looking and does not mind."""

    def __init__(self) -> None:
        self._colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._steps = 0

    def step(self, text: str) -> None:
        """Begin a step."""
        self._steps += 1
        print(f"\n{self._paint('1', f'{self._steps}. {text}')}", flush=True)

    def command(self, text: str) -> None:
        """Show what a person would type for it."""
        print(self._paint("2", f"   $ {text}"), flush=True)

    def show(self, text: str) -> None:
        """Show what came back."""
        print("\n".join(f"   {line}" for line in text.splitlines()), flush=True)

    def good(self, text: str) -> None:
        """Say that it worked."""
        print(self._paint("32", f"   ok: {text}"), flush=True)

    def _paint(self, code: str, text: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self._colour else text


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def server_environment(home: Path, port: int) -> dict[str, str]:
    """Return the environment of the servers: the embedded defaults in a folder of their own."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("OAUTH2_DEMO_")}
    return inherited | {
        "OAUTH2_DEMO_HOME": str(home),
        "OAUTH2_DEMO_PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }


@contextlib.contextmanager
def running_server(home: Path, port: int) -> Iterator[str]:
    """Start the OAuth2 server, wait until it is ready, and stop it at the end. Yields its address."""
    url = f"http://localhost:{port}"
    log = home / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - this Python, this project's server
            [sys.executable, str(SERVER)],
            env=server_environment(home, port),
            stdout=output,
            stderr=output,
            # Ctrl-C is for the demo, which stops the server: ended first, it would make the step under way fail.
            start_new_session=True,
        )
    try:
        wait_until_ready(process, url, log)
        yield url
    finally:
        stop(process)


def wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return when the server says that it is ready.

    Raises:
        StepFailedError: it ended, or took too long; with the end of its log.
    """
    deadline = time.monotonic() + READY_WITHIN_S
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(httpx2.TransportError):
            if httpx2.get(f"{url}/health/ready", timeout=1).status_code == httpx2.codes.OK:
                return
        time.sleep(0.05)
    tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
    raise StepFailedError(f"the OAuth2 server did not become ready; the end of its log:\n{tail}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server as an operator would, and insist if it does not listen."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(STOPPED_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def expect(answer: httpx2.Response, status: int) -> None:
    """Raise `StepFailedError` unless the answer has this status."""
    if answer.status_code != status:
        raise StepFailedError(f"{answer.request.url} answered {answer.status_code}, not {status}: {answer.text[:300]}")


def ask_for_token(screen: Screen, url: str) -> str:
    """Ask for a token with the demo credentials and return it."""
    screen.step("Ask for a token (client credentials, RFC 6749 section 4.4)")
    form = "&".join(f"{name}={value}" for name, value in CREDENTIALS.items())
    screen.command(f"curl {url}/oauth2/token -d '{form}&scope=mcp.access'")
    answer = httpx2.post(f"{url}/oauth2/token", data=CREDENTIALS | {"scope": "mcp.access"}, timeout=5)
    expect(answer, 200)
    body = answer.json()
    token: str = body["access_token"]
    screen.show(json.dumps(body | {"access_token": f"{token[:12]}…"}, ensure_ascii=False))
    screen.good(f"a {body['token_type']} token for {body['expires_in'] // 60} minutes")
    return token


def call_hello(screen: Screen, url: str, token: str) -> None:
    """Call the protected resource with the token and without."""
    screen.step("Call the protected resource with it")
    screen.command(f"curl {url}/hello -H 'Authorization: Bearer …'")
    answer = httpx2.get(f"{url}/hello", headers={"Authorization": f"Bearer {token}"}, timeout=5)
    expect(answer, 200)
    screen.show(json.dumps(answer.json(), ensure_ascii=False))
    screen.good("the server knows who is calling")

    screen.step("And without a token")
    screen.command(f"curl -i {url}/hello")
    refused = httpx2.get(f"{url}/hello", timeout=5)
    expect(refused, 401)
    screen.show(f"{refused.status_code}  www-authenticate: {refused.headers['www-authenticate']}")
    screen.good("refused, and told how to ask")


def use_tools(screen: Screen, home: Path, port: int) -> None:
    """Call the stdio tools; what goes wrong in the client's tasks becomes one plain failure."""
    try:
        asyncio.run(call_tools(screen, home, port))
    except ExceptionGroup as group:
        error: Exception = group
        while isinstance(error, ExceptionGroup):
            error = error.exceptions[0]
        raise StepFailedError(str(error)) from group


async def call_tools(screen: Screen, home: Path, port: int) -> None:
    """Start each stdio server as a client does and call its tools."""
    for server in dict.fromkeys(call.server for call in CALLS):
        name = server.relative_to(ROOT)
        screen.step(f"Start {name} over stdio and call it, as Cursor does")
        parameters = StdioServerParameters(
            command=sys.executable, args=[str(server)], env=server_environment(home, port)
        )
        with (home / f"{server.stem}.stderr.log").open("w", encoding="utf-8") as errors:
            async with Client(stdio_client(parameters, errlog=errors), read_timeout_seconds=30) as client:
                tools = (await client.list_tools()).tools
                screen.show(f"tools: {', '.join(tool.name for tool in tools)}")
                for call in CALLS:
                    if call.server == server:
                        await call_tool(screen, client, call)


async def call_tool(screen: Screen, client: Client, call: ToolCall) -> None:
    """Call one tool and show its structured answer."""
    arguments = ", ".join(f"{name}={value!r}" for name, value in call.arguments.items())
    result = await client.call_tool(call.tool, dict(call.arguments))
    if result.is_error or result.structured_content is None:
        said = "; ".join(block.text for block in result.content if block.type == "text")
        raise StepFailedError(f"{call.tool} failed: {said}")
    screen.show(in_short(result.structured_content))
    screen.good(f"{call.tool}({arguments})")


def in_short(answer: Mapping[str, object]) -> str:
    """Return what an answer says: its summary and checks where it has them, and otherwise the beginning of it."""
    if "summary" not in answer:
        return textwrap.shorten(json.dumps(answer, ensure_ascii=False), SHOWN_CHARACTERS, placeholder=" …")
    checks = answer.get("checks")
    lines = [f"{check['status']:>11}  {check['title']}" for check in checks] if isinstance(checks, list) else []
    return "\n".join([str(answer["summary"]), *lines])


def show_audit_log(screen: Screen, home: Path, never_in_it: Iterable[str]) -> None:
    """Show what the audit log says about all this, and that it holds nothing of what is `never_in_it`."""
    screen.step("What the audit log says about it")
    log = home / "logs" / "security_audit.log"
    text = log.read_text(encoding="utf-8")
    records = [json.loads(line) for line in text.splitlines()]
    if not records:
        raise StepFailedError(f"the audit log {log} is empty")
    if any(private in text for private in never_in_it):
        raise StepFailedError(f"the audit log {log} holds a token or personal data")
    for record in records[-5:]:
        screen.show(f"{record['timestamp']}  {record['event_type']}  {record.get('client_id') or ''}")
    screen.good(f"{len(records)} records, and no token and no personal data in them")


def run(screen: Screen) -> None:
    """Walk through all steps in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="mcp-docker-demo-") as folder:
        home, port = Path(folder), free_port()
        screen.step("Start the OAuth2 server")
        screen.command(f"OAUTH2_DEMO_PORT={port} uv run oauth2-demo/core/oauth2_web_server.py")
        with running_server(home, port) as url:
            screen.good(f"ready at {url}, keys and data in a temporary folder")
            token = ask_for_token(screen, url)
            call_hello(screen, url, token)
            use_tools(screen, home, port)
            show_audit_log(screen, home, never_in_it=(token, *PRIVATE))
    screen.step("Stop")
    screen.good("the server has ended and the temporary folder is gone")


def main() -> int:
    """Run the demo. Returns the exit code: 0 when every step worked, 1 when one failed, 130 after Ctrl-C."""
    # Like Ctrl-C, a SIGTERM must stop the server that was started here.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    screen = Screen()
    try:
        run(screen)
    except StepFailedError as failure:
        print(f"\nfailed: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; nothing keeps running", file=sys.stderr)
        return 130
    print("\nEverything worked. Next: docker compose up -d --build --wait, or QUICK_START.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
