"""The security MCP tools over stdio: `uv run oauth2-demo/security/secure_mcp_tools.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.mcp_server.wire import claim_wire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from oauth2_demo.mcp_server import CallMiddleware, StrictMCPServer
    from oauth2_demo.security.breach.arena import OAuthSide
    from oauth2_demo.security.security_common import SecurityProcess
    from oauth2_demo.security.tools.context import ToolContext
    from oauth2_demo.settings import Settings

SERVER_NAME = "security"


def build_server(settings: Settings, guards: Sequence[CallMiddleware] = ()) -> StrictMCPServer:
    """Return the server with the security tools, for any transport."""
    from oauth2_demo.security.security_common import SecurityProcess

    return _server(settings, SecurityProcess(settings), guards)


def _server(settings: Settings, process: SecurityProcess, guards: Sequence[CallMiddleware]) -> StrictMCPServer:
    # Imported here, because `main` has to claim stdout before anything of ours or of others could write to it.
    from importlib.metadata import version

    from oauth2_demo.security.tools.server import build_security_server

    return build_security_server(_context(settings, process), version("mcp-docker"), guards)


def _context(settings: Settings, process: SecurityProcess) -> ToolContext:
    from datetime import UTC, datetime

    from oauth2_demo.security.once import Once
    from oauth2_demo.security.security_common import get_pii_detector, load_audit_key, open_audit_query
    from oauth2_demo.security.tools.context import ToolContext

    return ToolContext(
        services=process.services,
        open_detector=get_pii_detector,
        open_encryption=process.encryption,
        open_query=Once(lambda: open_audit_query(settings)),
        audit_log=settings.audit_log,
        load_key=lambda: load_audit_key(settings),
        open_oauth=_open_drill_oauth,
        reports=settings.home / "data" / "reports",
        language=settings.language,
        now=lambda: datetime.now(UTC),
    )


def _open_drill_oauth(home: Path, client_id: str, client_secret: str) -> OAuthSide:
    """The real OAuth2 side over an installation in a folder, independent of the settings of this process."""
    from pydantic import SecretStr

    from oauth2_demo.core.oauth2_common import build_services
    from oauth2_demo.settings import Settings

    return build_services(
        Settings(
            home=home,
            keys_dir=home / "keys",
            audit_log=home / "logs" / "security_audit.log",
            database_url=SecretStr(f"sqlite:///{home / 'drill.db'}"),
            issuer="http://localhost",
            mcp_resource_url="http://localhost/mcp",
            client_id=client_id,
            client_secret=SecretStr(client_secret),
            environment="development",
            signing_alg="HS256",
            rate_limit="off",
        )
    )


def main() -> None:
    """Serve on stdin and stdout until the client ends the session."""
    wire = claim_wire()
    from oauth2_demo.core.tool_access import local_gate
    from oauth2_demo.mcp_server.stdio import run_stdio
    from oauth2_demo.settings import read_settings

    settings = read_settings()
    run_stdio(build_server(settings, [local_gate(settings, SERVER_NAME)]), wire, settings.log_level)


if __name__ == "__main__":
    main()
