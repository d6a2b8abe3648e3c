"""The four OAuth2 tools with their resources and prompt, on one MCP server."""

from __future__ import annotations

import secrets
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any

from mcp_types import ToolAnnotations
from pydantic import Field

from oauth2_demo.access.tool_policy import demands
from oauth2_demo.mcp_server.errors import unavailable
from oauth2_demo.mcp_server.server import StrictMCPServer
from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError
from oauth2_demo.oauth_client.guide import as_markdown, flow_guide
from oauth2_demo.oauth_client.installation import SCOPE, Installation, Language
from oauth2_demo.oauth_client.models import FlowGuide, IssuedToken, ServerStatus, SetupReport  # noqa: TC001 - schemas
from oauth2_demo.oauth_client.prompts import oauth2_troubleshooting
from oauth2_demo.oauth_client.server_client import OAuthServerClient
from oauth2_demo.oauth_client.status import METADATA_PATH, LastSight, server_status
from oauth2_demo.oauth_client.texts import say, say_why
from oauth2_demo.oauth_client.token_request import TokenRequest
from oauth2_demo.oauth_client.unverified import read_unverified

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from mcp.server.mcpserver import MCPServer

    from oauth2_demo.mcp_server.calls import CallMiddleware

INSTRUCTIONS = (
    "Tools for the OAuth2 server of this installation. When something does not work, call validate_oauth2_setup: each "
    "check says what to do. 이 설치 환경의 OAuth2 서버를 위한 도구입니다."
)
_CLOCK_MARGIN_S = 30
LanguageChoice = Annotated[
    Language | None, Field(description="Language of the answer, ko or en; the configured one where left out")
]
Scope = Annotated[
    str, Field(description="Scopes to ask for, separated by blanks", max_length=200, pattern=r"^[\x21-\x7e ]*$")
]
Resource = Annotated[
    str,
    Field(
        description="URL of the endpoint that the token is for (RFC 8707), such as the MCP endpoint; empty for /hello",
        max_length=500,
        pattern=r"^(https?://[\x21-\x7e]+)?$",
    ),
]
IncludeToken = Annotated[
    bool, Field(description="Return the token itself and leave it valid. Off by default: it is a live credential")
]
# They change nothing that stays; what they reach is this installation's own server.
ASKING = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
ISSUING = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False)


class OAuth2Tools:
    """The tools, bound to one installation."""

    def __init__(
        self, installation: Installation, client: OAuthServerClient, wall_clock: Callable[[], float] = time.time
    ) -> None:
        self._installation = installation
        self._client = client
        self._wall_clock = wall_clock
        self._last_sight = LastSight()
        # The longest kept token of an earlier check: once it has ended, it shows that expired tokens are refused.
        self._kept_token: str | None = None
        # One for all checks: the server counts different wrong secrets, and many checks are no guessing.
        self._wrong_secret = secrets.token_urlsafe(32)

    async def get_oauth2_server_status(self, language: LanguageChoice = None) -> ServerStatus:
        """Ask the running OAuth2 server how it is: reachable, latency, health, version, metadata. OAuth2 서버 상태."""
        return await server_status(self._client, self._installation, self._language(language), self._last_sight)

    async def create_oauth2_test_token(
        self,
        scope: Scope = SCOPE,
        resource: Resource = "",
        include_token: IncludeToken = False,
        language: LanguageChoice = None,
    ) -> IssuedToken:
        """Request a token from the running server and show its claims and expiry. 시험용 토큰 발급과 내용 확인.

        The token is revoked after the look at it, unless include_token asks for it.
        """
        request = TokenRequest(self._client, self._installation, self._language(language))
        return await request.run(scope=scope, resource=resource, show=include_token)

    async def get_oauth2_flow_guide(self, language: LanguageChoice = None) -> FlowGuide:
        """Explain the OAuth2 flow step by step, with the commands for this installation. OAuth2 흐름 안내."""
        return flow_guide(self._installation, self._language(language))

    async def validate_oauth2_setup(self, language: LanguageChoice = None) -> SetupReport:
        """Check the whole OAuth2 set-up with real requests, and report each check with advice. OAuth2 설정 점검."""
        from oauth2_demo.oauth_client.checks.report import check_setup
        from oauth2_demo.oauth_client.checks.walk import Walk

        walk = Walk(
            client=self._client,
            installation=self._installation,
            wall_clock=self._wall_clock,
            wrong_secret=self._wrong_secret,
            expired_token=self._kept_token if self._has_kept_an_expired_token() else None,
        )
        report = await check_setup(walk, self._language(language))
        self._kept_token = self._kept_token or walk.spare_token
        return report

    async def metadata_document(self) -> str:
        """What the OAuth2 server publishes about itself (RFC 8414), as it is now."""
        language = self._installation.language
        try:
            reply = await self._client.get(METADATA_PATH)
            reply.document(METADATA_PATH)
        except ServerUnreachableError as error:
            raise unavailable(
                say(language, "down", url=self._installation.server_url, reason=say_why(language, error))
            ) from None
        except UnexpectedAnswerError as error:
            url = self._installation.server_url
            raise unavailable(say(language, "garbage", url=url, what=error.what, status=error.status)) from None
        return reply.body.decode()

    def guide_in_english(self) -> str:
        """The OAuth2 flow of this installation, as a document."""
        return as_markdown(flow_guide(self._installation, "en"))

    def guide_in_korean(self) -> str:
        """이 설치 환경의 OAuth2 흐름 문서."""
        return as_markdown(flow_guide(self._installation, "ko"))

    def _has_kept_an_expired_token(self) -> bool:
        if self._kept_token is None:
            return False
        return read_unverified(self._kept_token).number("exp") + _CLOCK_MARGIN_S < self._wall_clock()

    def _language(self, choice: Language | None) -> Language:
        return choice or self._installation.language


def build_oauth2_server(
    installation: Installation, version: str, guards: Sequence[CallMiddleware] = ()
) -> StrictMCPServer:
    """Return the MCP server with the OAuth2 tools; `guards` stand in front of every call."""
    client = OAuthServerClient(installation)

    @asynccontextmanager
    async def lifespan(_: MCPServer[Any]) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await client.aclose()

    server = StrictMCPServer(
        "oauth2-tools",
        title="OAuth2 tools OAuth2 도구",
        instructions=INSTRUCTIONS,
        version=version,
        guards=guards,
        lifespan=lifespan,
    )
    _register(server, OAuth2Tools(installation, client))
    return server


def _register(server: StrictMCPServer, tools: OAuth2Tools) -> None:
    server.tool(title="OAuth2 server status OAuth2 서버 상태", annotations=ASKING)(tools.get_oauth2_server_status)
    server.tool(title="OAuth2 test token OAuth2 시험 토큰", annotations=ISSUING, meta=demands("token.create"))(
        tools.create_oauth2_test_token
    )
    server.tool(title="OAuth2 flow guide OAuth2 흐름 안내", annotations=ASKING)(tools.get_oauth2_flow_guide)
    server.tool(title="Check the OAuth2 set-up OAuth2 설정 점검", annotations=ISSUING)(tools.validate_oauth2_setup)
    server.resource("oauth2://metadata", title="Server metadata 서버 메타데이터", mime_type="application/json")(
        tools.metadata_document
    )
    server.resource("oauth2://flow-guide/en", title="OAuth2 flow", mime_type="text/markdown")(tools.guide_in_english)
    server.resource("oauth2://flow-guide/ko", title="OAuth2 흐름", mime_type="text/markdown")(tools.guide_in_korean)
    server.prompt(title="OAuth2 troubleshooting OAuth2 문제 해결")(oauth2_troubleshooting)
