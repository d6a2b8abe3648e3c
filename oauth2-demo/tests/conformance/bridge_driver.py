"""The client that the suite starts: the SDK's, on stdio, with this project's bridge between it and the suite's server.

The suite gives the URL as last argument and what it registered in MCP_CONFORMANCE_CONTEXT.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
from mcp import StdioServerParameters
from mcp.client import Client
from mcp.client.stdio import stdio_client


def issuer_of(url: str) -> str:
    """Return the authorization server that an operator would configure: what the endpoint's metadata name."""
    parts = urlsplit(url)
    metadata = httpx2.get(f"{parts.scheme}://{parts.netloc}/.well-known/oauth-protected-resource{parts.path}")
    return str(metadata.raise_for_status().json()["authorization_servers"][0])


def bridge_to(url: str, context: dict[str, str], folder: Path) -> StdioServerParameters:
    """Return how the bridge is started for what the suite registered."""
    arguments = ["bridge", url, "--issuer", issuer_of(url)]
    env = {**os.environ, "OAUTH2_DEMO_CLIENT_ID": context["client_id"]}
    if "private_key_pem" in context:
        key = folder / "key.pem"
        key.touch(mode=0o600)
        key.write_text(context["private_key_pem"], encoding="ascii")
        arguments += ["--private-key-file", str(key)]
    else:
        env["OAUTH2_DEMO_CLIENT_SECRET"] = context["client_secret"]
    return StdioServerParameters(command=str(Path(sys.executable).with_name("mcp-docker")), args=arguments, env=env)


async def main(url: str, context: dict[str, str]) -> None:
    """Use the server as a client would: list its tools and call each."""
    with tempfile.TemporaryDirectory() as folder:
        async with Client(stdio_client(bridge_to(url, context, Path(folder)))) as client:
            for tool in (await client.list_tools()).tools:
                await client.call_tool(tool.name, {})


if __name__ == "__main__":
    asyncio.run(main(sys.argv[-1], json.loads(os.environ["MCP_CONFORMANCE_CONTEXT"])))
