"""The OAuth2 flow of this installation, step by step, with commands that work on its host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauth2_demo.oauth_client.installation import SCOPE, Installation, Language
from oauth2_demo.oauth_client.models import FlowGuide, GuideStep

if TYPE_CHECKING:
    from collections.abc import Iterator


def flow_guide(installation: Installation, language: Language) -> FlowGuide:
    """Return the guide in `language`."""
    steps = _korean(installation) if language == "ko" else _english(installation)
    title = "MCP OAuth2 흐름 (client credentials)" if language == "ko" else "The MCP OAuth2 flow (client credentials)"
    commands = _commands(installation)
    return FlowGuide(
        language=language,
        title=title,
        steps=[
            GuideStep(number=number, title=heading, explanation=text, command=next(commands))
            for number, (heading, text) in enumerate(steps, start=1)
        ],
    )


def as_markdown(guide: FlowGuide) -> str:
    """Return the guide as a document."""
    blocks = [f"# {guide.title}"]
    for step in guide.steps:
        blocks.append(f"## {step.number}. {step.title}\n\n{step.explanation}")
        blocks.append(f"```bash\n{step.command}\n```")
    return "\n\n".join(blocks) + "\n"


def _commands(installation: Installation) -> Iterator[str]:
    # For a shell on the host, which reaches the server by its public name.
    url = installation.issuer
    form = (
        f"-d grant_type=client_credentials -d client_id={installation.client_id} "
        f'-d "client_secret={installation.shown_secret}" -d scope={SCOPE}'
    )
    extract = """| python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'"""
    yield f"curl -s {url}/.well-known/oauth-authorization-server"
    yield f"TOKEN=$(curl -s -X POST {url}/oauth2/token {form} {extract})"
    yield f'curl -s -H "Authorization: Bearer $TOKEN" {url}/hello'
    yield f"curl -s -i {url}/hello"
    yield (f"MCP_TOKEN=$(curl -s -X POST {url}/oauth2/token {form} -d resource={installation.resource_url} {extract})")
    yield (
        f"curl -s -X POST {url}/oauth2/revoke -d client_id={installation.client_id} "
        f'-d "client_secret={installation.shown_secret}" -d "token=$TOKEN"'
    )


def _english(installation: Installation) -> list[tuple[str, str]]:
    return [
        (
            "Find the server",
            f"The authorization server publishes what it can do. Its issuer is {installation.issuer}; from inside the "
            f"containers it is reached at {installation.server_url}.",
        ),
        (
            "Ask for a token",
            "The client proves who it is with its id and secret and gets a signed JWT for the scope that it asked for. "
            "No person and no browser takes part: this is the client credentials grant (RFC 6749, section 4.4).",
        ),
        (
            "Call the protected resource",
            "The token goes into the Authorization header, never into the URL. The server checks its signature, "
            "issuer, audience, expiry, revocation and scope.",
        ),
        (
            "See a refusal",
            "Without a token the answer is 401 with a WWW-Authenticate challenge; with a token that lacks the scope it "
            "is 403 (RFC 6750).",
        ),
        (
            "Ask for a token for the MCP endpoint",
            f"An MCP endpoint takes only tokens made for itself: add resource={installation.resource_url} (RFC 8707), "
            "and the audience of the token is that endpoint.",
        ),
        (
            "Give the token back",
            "A revoked token is refused from then on (RFC 7009). Otherwise it ends by itself.",
        ),
    ]


def _korean(installation: Installation) -> list[tuple[str, str]]:
    return [
        (
            "서버 찾기",
            f"인가 서버는 자신이 할 수 있는 일을 공개합니다. 발급자는 {installation.issuer}이고, 컨테이너 안에서는 "
            f"{installation.server_url} 주소로 접속합니다.",
        ),
        (
            "토큰 요청",
            "클라이언트는 아이디와 비밀 값으로 자신을 증명하고, 요청한 범위의 서명된 JWT를 받습니다. 사람이나 "
            "브라우저는 관여하지 않습니다. 이것이 클라이언트 자격 증명 방식입니다(RFC 6749, 4.4절).",
        ),
        (
            "보호된 리소스 호출",
            "토큰은 URL이 아니라 Authorization 헤더에 넣습니다. 서버는 서명, 발급자, 대상, 만료, 폐기 여부, 범위를 "
            "확인합니다.",
        ),
        (
            "거절 확인",
            "토큰이 없으면 WWW-Authenticate 안내와 함께 401을, 범위가 부족하면 403을 반환합니다(RFC 6750).",
        ),
        (
            "MCP 엔드포인트용 토큰 요청",
            f"MCP 엔드포인트는 자신을 위해 발급된 토큰만 받습니다. 요청에 "
            f"resource={installation.resource_url} 값을 추가하면(RFC 8707) 토큰의 대상이 그 엔드포인트가 됩니다.",
        ),
        (
            "토큰 폐기",
            "폐기한 토큰은 그때부터 거절됩니다(RFC 7009). 폐기하지 않아도 만료 시간이 되면 끝납니다.",
        ),
    ]
