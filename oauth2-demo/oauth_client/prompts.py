"""The prompt that makes a model find out why OAuth2 does not work here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

Symptom = Annotated[str, Field(description="What goes wrong, in your own words; never paste a token or a secret")]
PromptLanguage = Annotated[Literal["ko", "en"], Field(description="Language of the answer, ko or en")]

_ENGLISH = """OAuth2 does not work as expected in this installation. What was seen: {symptom}

1. Call get_oauth2_server_status. If the server is not reachable, stop there and say how to start it.
2. Call validate_oauth2_setup and read every check whose status is "fail"; those marked "not_checked" prove nothing.
3. Explain the cause in two or three sentences and give the shortest sequence of commands that repairs it.
4. Say how to verify the repair. Never ask for a token or a secret, and never print one."""

_KOREAN = """이 설치 환경에서 OAuth2가 예상대로 동작하지 않습니다. 증상: {symptom}

1. get_oauth2_server_status를 호출하십시오. 서버에 연결할 수 없으면 거기서 멈추고 시작 방법을 알려 주십시오.
2. validate_oauth2_setup을 호출하고 상태가 "fail"인 항목을 모두 읽으십시오. "not_checked"는 증명이 아닙니다.
3. 원인을 두세 문장으로 설명하고 가장 짧은 복구 명령 순서를 제시하십시오.
4. 복구를 확인하는 방법을 알려 주십시오. 토큰이나 비밀 값을 요구하거나 출력하지 마십시오."""


def oauth2_troubleshooting(symptom: Symptom, language: PromptLanguage = "en") -> str:
    """Find out why OAuth2 does not work here. OAuth2 문제의 원인을 찾습니다."""
    return (_KOREAN if language == "ko" else _ENGLISH).format(symptom=symptom)
