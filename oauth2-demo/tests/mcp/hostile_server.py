"""A server whose tools do what real ones do by accident: print, block, crash, and return what JSON cannot carry."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading

from oauth2_demo.mcp_server.wire import claim_wire

WIRE = claim_wire()
print("a banner of a library")
subprocess.run([sys.executable, "-c", "print('a child that starts with the server')"], check=True)

from oauth2_demo.mcp_server import StrictMCPServer, run_stdio  # noqa: E402 - the wire is claimed before imports

SECRET = "hong@example.com"


def block() -> str:
    """Block a worker thread for ever."""
    threading.Event().wait()
    return "never"


async def block_loop() -> str:
    """Block the event loop for ever."""
    threading.Event().wait()
    return "never"


async def wait() -> str:
    """Wait for ever, politely."""
    await asyncio.Event().wait()
    return "never"


async def short_wait() -> str:
    """Answer a little later than at once."""
    await asyncio.sleep(0.2)
    return "late"


def crash() -> str:
    """Fail in a way that nobody foresaw."""
    raise RuntimeError(f"no row for {SECRET}")


def chatter() -> str:
    """Write to stdout in every way there is."""
    print("printed by a tool")
    sys.stdout.flush()
    subprocess.run([sys.executable, "-c", "import sys; print('printed by a child'); sys.stdin.read()"], check=True)
    return "done"


def half_a_pair() -> str:
    """Return a lone surrogate, which UTF-8 cannot carry."""
    return "\ud800"


def echo(text: str) -> str:
    """Return the text."""
    return text


def build_server() -> StrictMCPServer:
    """Return the server with all its tools."""
    server = StrictMCPServer("hostile", version="1")
    for tool in (block, block_loop, wait, short_wait, crash, chatter, half_a_pair, echo):
        server.tool()(tool)
    return server


if __name__ == "__main__":
    run_stdio(build_server(), WIRE)
