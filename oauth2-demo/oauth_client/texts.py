"""Every sentence that the OAuth2 tools say, in English and in Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth_client.errors import ServerUnreachableError
    from oauth2_demo.oauth_client.installation import Language

TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "down": (
        "The OAuth2 server does not answer at {url} ({reason}). Start it with "
        "`docker compose up -d oauth2-web-server` or `uv run oauth2-demo/core/oauth2_web_server.py`, then try again.",
        "OAuth2 서버가 {url}에서 응답하지 않습니다({reason}). `docker compose up -d oauth2-web-server` 또는 "
        "`uv run oauth2-demo/core/oauth2_web_server.py`로 시작한 뒤 다시 시도하십시오.",
    ),
    "garbage": (
        "What answers at {url} is not the OAuth2 server: {what} gave status {status} without the expected JSON. "
        "Check OAUTH2_DEMO_SERVER_URL and whether another program uses that port.",
        "{url}에서 응답하는 것은 OAuth2 서버가 아닙니다. {what}의 응답이 예상한 JSON이 아닙니다(상태 {status}). "
        "OAUTH2_DEMO_SERVER_URL과 그 포트를 쓰는 다른 프로그램을 확인하십시오.",
    ),
    "refused": (
        "The OAuth2 server refused the token request: {error}. {advice}",
        "OAuth2 서버가 토큰 요청을 거절했습니다: {error}. {advice}",
    ),
    "invalid_client": (
        "Check OAUTH2_DEMO_CLIENT_ID and OAUTH2_DEMO_CLIENT_SECRET, or register the client with "
        "`mcp-docker clients add`.",
        "OAUTH2_DEMO_CLIENT_ID와 OAUTH2_DEMO_CLIENT_SECRET을 확인하거나 `mcp-docker clients add`로 클라이언트를 "
        "등록하십시오.",
    ),
    "invalid_scope": (
        "Ask for scopes that the client was registered with, such as mcp.access.",
        "mcp.access처럼 클라이언트가 등록될 때 받은 범위를 요청하십시오.",
    ),
    "invalid_target": (
        "Ask for a resource that this server knows, such as {resource}.",
        "{resource}처럼 이 서버가 아는 리소스를 요청하십시오.",
    ),
    "other_refusal": (
        "Call validate_oauth2_setup to find out why.",
        "validate_oauth2_setup을 호출하여 원인을 확인하십시오.",
    ),
    "token_in_production": (
        "In production a token is not shown. Leave include_token out, or request one outside the conversation.",
        "운영 환경에서는 토큰을 표시하지 않습니다. include_token을 빼거나 대화 밖에서 토큰을 요청하십시오.",
    ),
    "status_good": (
        "The OAuth2 server at {url} is up and answers in {latency} ms.",
        "{url}의 OAuth2 서버가 정상이며 {latency}ms 만에 응답합니다.",
    ),
    "status_unhealthy": (
        "The OAuth2 server at {url} answers, but is not well.",
        "{url}의 OAuth2 서버가 응답하지만 정상이 아닙니다.",
    ),
    "unhealthy": (
        "Its health check answers {status}. Look at `docker compose logs oauth2-web-server`.",
        "상태 확인이 {status} 응답을 반환합니다. `docker compose logs oauth2-web-server`를 확인하십시오.",
    ),
    "stale": (
        "Version and metadata are what it published {age_s} s ago; they may have changed.",
        "버전과 메타데이터는 {age_s}초 전에 확인한 값이므로 그 사이에 바뀌었을 수 있습니다.",
    ),
    "no_metadata": (
        "Its metadata at {path} cannot be read (status {status}).",
        "{path}의 메타데이터를 읽을 수 없습니다(상태 {status}).",
    ),
    "other_issuer": (
        "It calls itself {seen}, this process expects {expected}. Set OAUTH2_DEMO_ISSUER alike on both sides.",
        "서버의 발급자는 {seen}, 이 프로세스가 기대하는 발급자는 {expected}입니다. 양쪽의 "
        "OAUTH2_DEMO_ISSUER를 같은 값으로 설정하십시오.",
    ),
    "token_kept": (
        "The server issued a token for {client} that ends at {expires_at}. Treat it like a password: it opens the "
        "protected resources until then.",
        "서버가 {client}에게 {expires_at}에 만료되는 토큰을 발급했습니다. 그때까지 보호된 리소스를 열 수 있으므로 "
        "비밀번호처럼 다루십시오.",
    ),
    "token_revoked": (
        "The server issued a token for {client} and it was revoked after this look at it. Set include_token to get one "
        "that stays valid.",
        "서버가 {client}에게 토큰을 발급했고, 내용을 확인한 뒤 폐기했습니다. 유효한 토큰이 필요하면 include_token을 "
        "설정하십시오.",
    ),
    "token_not_revoked": (
        "The server issued a token for {client} that ends at {expires_at}. It is not shown, and could not be revoked.",
        "서버가 {client}에게 {expires_at}에 만료되는 토큰을 발급했습니다. 표시하지 않았으며 폐기하지 못했습니다.",
    ),
    "report_good": (
        "The set-up works: {passed} checks passed, {not_checked} could not be made.",
        "설정이 올바르게 동작합니다. 통과 {passed}건, 확인하지 못한 항목 {not_checked}건.",
    ),
    "report_bad": (
        "{failed} of {total} checks failed: {names}. Each says what to do.",
        "{total}건 중 {failed}건이 실패했습니다: {names}. 각 항목에 조치 방법이 있습니다.",
    ),
}

REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "timeout": ("timeout", "시간 초과"),
    "connection refused": ("connection refused", "연결 거부"),
    "broken connection": ("broken connection", "연결 끊김"),
    "left alone": (
        "not asked again for {wait_s} s after repeated failures",
        "여러 번 실패하여 {wait_s}초 동안 다시 연결하지 않습니다",
    ),
}


def say_why(language: Language, error: ServerUnreachableError) -> str:
    """Return why the server did not answer, in few words."""
    english, korean = REASONS[error.reason]
    return (korean if language == "ko" else english).format(wait_s=error.wait_s)


def say(language: Language, key: str, **values: object) -> str:
    """Return a sentence with its values filled in."""
    english, korean = TEXTS[key]
    return (korean if language == "ko" else english).format(**values)
