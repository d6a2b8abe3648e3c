"""What the checks say, in English and in Korean: titles, what was seen, and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "health": ("The server is healthy", "서버 상태"),
    "metadata": ("The metadata are complete and agree", "메타데이터 일치"),
    "clock": ("The clocks agree", "시계 일치"),
    "token": ("The client gets a token", "토큰 발급"),
    "claims": ("The token says what it should", "토큰 내용"),
    "wrong_secret": ("A wrong secret is refused", "잘못된 비밀 값 거절"),
    "wrong_scope": ("An unknown scope is refused", "알 수 없는 범위 거절"),
    "wrong_grant": ("The password grant is not offered", "비밀번호 방식 미제공"),
    "resource_token": ("A token for the MCP endpoint names it", "MCP 엔드포인트용 토큰"),
    "hello_with_token": ("The token opens /hello", "토큰으로 /hello 접근"),
    "hello_without_token": ("Without a token /hello is closed", "토큰 없는 /hello 거절"),
    "forged_token": ("A forged token is refused", "위조 토큰 거절"),
    "expired_token": ("An expired token is refused", "만료 토큰 거절"),
    "missing_scope": ("A token without the scope is refused", "범위 없는 토큰 거절"),
    "revoked_token": ("A revoked token is refused", "폐기 토큰 거절"),
    "key_file_mode": ("The signing key is readable by its owner only", "서명 키 파일 권한"),
}

DETAILS: Final[Mapping[str, tuple[str, str]]] = {
    "unreachable": ("The server does not answer ({reason}).", "서버가 응답하지 않습니다({reason})."),
    "unexpected": (
        "{what} answered {status} without the expected JSON.",
        "{what}의 응답이 예상한 JSON이 아닙니다(상태 {status}).",
    ),
    "no_token": ("No token was issued, so there is nothing to check with.", "발급된 토큰이 없어 확인할 수 없습니다."),
    "health_ok": ("/health answered in {latency} ms.", "/health가 {latency}ms 만에 응답했습니다."),
    "health_status": ("/health answered {status}.", "/health가 상태 {status} 응답을 반환했습니다."),
    "metadata_ok": ("Both documents name the issuer {issuer}.", "두 문서 모두 발급자가 {issuer}입니다."),
    "metadata_status": ("{path} answered {status}.", "{path}의 응답은 상태 {status}입니다."),
    "metadata_differ": ("The two documents differ in {names}.", "두 문서의 {names} 값이 다릅니다."),
    "issuer_differs": (
        "The server says {seen}, this process expects {expected}.",
        "서버의 발급자는 {seen}, 이 프로세스가 기대하는 발급자는 {expected}입니다.",
    ),
    "no_client_credentials": ("client_credentials is not offered.", "client_credentials를 제공하지 않습니다."),
    "no_date": ("The server sends no Date header.", "서버가 Date 헤더를 보내지 않습니다."),
    "clock_ok": ("They differ by about {skew} s.", "차이는 약 {skew}초입니다."),
    "clock_skewed": ("The server's clock is {skew} s ahead of this one.", "서버의 시계가 {skew}초 앞서 있습니다."),
    "token_ok": ("Issued for {expires_in} s, scope {scope}.", "{expires_in}초 동안 유효하며 범위는 {scope}입니다."),
    "token_refused": (
        "The token endpoint answered {status} {error}.",
        "토큰 엔드포인트의 응답은 {status} {error}입니다.",
    ),
    "token_malformed": (
        "The answer has no access_token, or a token_type other than Bearer.",
        "응답에 access_token이 없거나 token_type이 Bearer가 아닙니다.",
    ),
    "token_cacheable": (
        "The answer does not say Cache-Control: no-store.",
        "응답에 Cache-Control: no-store가 없습니다.",
    ),
    "not_a_jwt": ("The token is no JWT.", "토큰이 JWT가 아닙니다."),
    "claims_wrong": ("These claims are missing or wrong: {names}.", "다음 항목이 없거나 잘못되었습니다: {names}."),
    "already_expired": (
        "By this process's clock the token has already ended.",
        "이 프로세스의 시계로는 토큰이 이미 만료되었습니다.",
    ),
    "claims_ok": (
        "Subject, audience, issuer and scope are right; it lives {lifetime} s.",
        "주체, 대상, 발급자, 범위가 올바르며 수명은 {lifetime}초입니다.",
    ),
    "throttled": (
        "The server slows down attempts for this client at the moment, so nothing was compared.",
        "서버가 이 클라이언트의 시도를 제한하고 있어 확인하지 못했습니다.",
    ),
    "scope_narrowed": ("The unknown scope was left out of the token.", "알 수 없는 범위는 토큰에서 제외되었습니다."),
    "refused_as_demanded": ("Refused with {status} {error}.", "거절되었습니다({status} {error})."),
    "not_refused": (
        "Answered {status} {error} instead of {expected}.",
        "{expected} 대신 {status} {error} 응답을 반환했습니다.",
    ),
    "resource_unknown": (
        "This server does not serve {resource}. The separated server leaves that to another one.",
        "이 서버는 {resource} 리소스를 제공하지 않습니다. 분리 구성에서는 다른 서버가 담당합니다.",
    ),
    "resource_ok": ("Its audience is {resource}.", "대상은 {resource}입니다."),
    "resource_wrong": ("Its audience is {aud} and its type {typ}.", "대상이 {aud}, 유형이 {typ}입니다."),
    "hello_ok": ("/hello greeted {client}.", "/hello가 {client}에게 응답했습니다."),
    "hello_refused": ("/hello answered {status} to a fresh token.", "/hello가 새 토큰에 {status} 응답을 반환했습니다."),
    "hello_other_client": (
        "/hello took the token for one of {client}.",
        "/hello가 토큰을 {client}의 것으로 처리했습니다.",
    ),
    "hello_open": ("/hello answered {status} to nobody.", "토큰이 없는데 /hello가 {status} 응답을 반환했습니다."),
    "challenge_wrong": (
        "401, but without a plain Bearer challenge.",
        "401이지만 올바른 Bearer 안내가 없습니다.",
    ),
    "hello_closed": ("401 with a Bearer challenge.", "Bearer 안내와 함께 401을 반환했습니다."),
    "token_turned_away": ("Refused with {status}.", "거절되었습니다({status})."),
    "token_let_in": ("Answered {status} instead of {expected}.", "{expected} 대신 {status} 응답을 반환했습니다."),
    "no_expired_token": (
        "No expired token is at hand: none that this process got has ended yet, and the signing key that could make "
        "one is not visible here, as it should be in the separated set-up. Run this again once a token has ended.",
        "만료된 토큰이 없습니다. 이 프로세스가 받은 토큰은 아직 유효하고, 만료된 토큰을 만들 서명 키는 여기에서 보이지 "
        "않습니다. 분리 구성에서는 정상입니다. 토큰 수명이 지난 뒤 다시 실행하십시오.",
    ),
    "no_other_scope": (
        "The client has no scope other than mcp.access, so no token without it can be had.",
        "클라이언트에 mcp.access 외의 범위가 없어 해당 토큰을 받을 수 없습니다.",
    ),
    "no_revocation": ("The server publishes no revocation endpoint.", "서버가 폐기 엔드포인트를 공개하지 않습니다."),
    "revocation_status": (
        "The revocation endpoint answered {status}.",
        "폐기 엔드포인트가 {status} 응답을 반환했습니다.",
    ),
    "keys_not_visible": (
        "The keys folder of the server is not visible from here.",
        "서버의 키 폴더가 여기에서 보이지 않습니다.",
    ),
    "key_too_wide": (
        "{file}, or its folder, is open to other users.",
        "{file} 또는 그 폴더가 다른 사용자에게 열려 있습니다.",
    ),
    "key_mode_ok": ("{file} is closed to others.", "{file} 파일은 다른 사용자에게 닫혀 있습니다."),
}

ADVICE: Final[Mapping[str, tuple[str, str]]] = {
    "": ("", ""),
    "start_server": (
        "Start it with `docker compose up -d oauth2-web-server` or `uv run oauth2-demo/core/oauth2_web_server.py`.",
        "`docker compose up -d oauth2-web-server` 또는 `uv run oauth2-demo/core/oauth2_web_server.py`로 시작하십시오.",
    ),
    "check_port": (
        "Check OAUTH2_DEMO_SERVER_URL and whether another program uses that port.",
        "OAUTH2_DEMO_SERVER_URL과 그 포트를 쓰는 다른 프로그램을 확인하십시오.",
    ),
    "see_logs": (
        "Look at `docker compose logs oauth2-web-server`.",
        "`docker compose logs oauth2-web-server`를 확인하십시오.",
    ),
    "set_issuer": (
        "Set OAUTH2_DEMO_ISSUER to the same value for the server and for the tools.",
        "서버와 도구의 OAUTH2_DEMO_ISSUER를 같은 값으로 설정하십시오.",
    ),
    "set_clock": (
        "Synchronise the clocks (NTP). On Docker Desktop, restart it after the computer slept.",
        "시계를 동기화하십시오(NTP). Docker Desktop은 절전 뒤 다시 시작하십시오.",
    ),
    "check_client": (
        "Check OAUTH2_DEMO_CLIENT_ID and OAUTH2_DEMO_CLIENT_SECRET, or register the client with "
        "`mcp-docker clients add`.",
        "OAUTH2_DEMO_CLIENT_ID와 OAUTH2_DEMO_CLIENT_SECRET을 확인하거나 `mcp-docker clients add`로 등록하십시오.",
    ),
    "check_issuer_and_clock": (
        "See the checks of issuer and clock above, and whether two servers with different keys share the address.",
        "위의 발급자와 시계 항목을 보고, 서로 다른 키를 쓰는 두 서버가 같은 주소를 쓰는지 확인하십시오.",
    ),
    "set_resource": (
        "Set OAUTH2_DEMO_MCP_RESOURCE_URL to the same value for the server and for the tools.",
        "서버와 도구의 OAUTH2_DEMO_MCP_RESOURCE_URL을 같은 값으로 설정하십시오.",
    ),
    "tighten_key": (
        "Run `chmod 700 oauth2-demo/keys && chmod 600 oauth2-demo/keys/*`.",
        "`chmod 700 oauth2-demo/keys && chmod 600 oauth2-demo/keys/*`를 실행하십시오.",
    ),
    "report_bug": (
        "This is not a matter of settings: check that the server has the same version as these tools.",
        "설정 문제가 아닙니다. 서버와 도구의 버전이 같은지 확인하십시오.",
    ),
}
