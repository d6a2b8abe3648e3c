"""What a finding means and what to do, in both languages; the duties are those of the Korean privacy law.

Personal Information Protection Act (개인정보 보호법, PIPA), its Enforcement Decree (시행령) and the Standards of
Measures for Ensuring the Safety of Personal Information (개인정보의 안전성 확보조치 기준).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Language: TypeAlias = Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class Advice:
    """One kind of finding in one language."""

    title: str
    meaning: str
    steps: str
    basis: str


ADVICE: Final[Mapping[str, Mapping[Language, Advice]]] = {
    "bulk_pii_export": {
        "ko": Advice(
            "개인정보 대량 반출 의심",
            "한 클라이언트가 짧은 시간에 많은 개인정보가 담긴 결과를 받았습니다.",
            "해당 클라이언트의 토큰을 폐기하고 조회 목적을 확인하십시오. 유출로 확인되면 지체 없이 "
            "정보주체에게 알리고, "
            "1천 명 이상이거나 고유식별정보·민감정보가 포함되었거나 외부의 불법적인 접근이면 72시간 이내에 개인정보 "
            "보호위원회 또는 한국인터넷진흥원에 신고하십시오.",
            "개인정보 보호법 제29조, 제34조; 시행령 제39조, 제40조",
        ),
        "en": Advice(
            "Suspected bulk export of personal data",
            "One client received results with a lot of personal data within a short time.",
            "Revoke the client's tokens and find out the purpose. If it is a leak, tell the data subjects without "
            "delay, and report to the PIPC or KISA within 72 hours when 1,000 people or more, unique identifiers or "
            "sensitive data are affected, or when the access was unlawful.",
            "PIPA articles 29 and 34; Enforcement Decree articles 39 and 40",
        ),
    },
    "encoded_exfiltration": {
        "ko": Advice(
            "인코딩된 개인정보 발견",
            "base64, 16진수, 퍼센트 인코딩 등으로 감춘 개인정보가 도구를 지나가려 했습니다. 우회 시도일 수 있습니다.",
            "호출한 클라이언트와 도구를 확인하고, 업무상 필요한 형식이 아니라면 접근을 차단하십시오. 유출 "
            "여부를 판단해 "
            "신고 기한(72시간)을 지키십시오.",
            "개인정보 보호법 제29조, 제34조; 안전성 확보조치 기준 제6조",
        ),
        "en": Advice(
            "Personal data hidden in an encoding",
            "Personal data wrapped in base64, hexadecimal or percent-encoding tried to pass a tool: an attempt to "
            "get around the detector, perhaps.",
            "Look at the client and the tool; unless the format is needed for the work, block the access. Decide "
            "whether it is a leak, and mind the 72 hours for reporting.",
            "PIPA articles 29 and 34; Safety Standards article 6",
        ),
    },
    "client_brute_force": {
        "ko": Advice(
            "클라이언트 비밀값 추측 공격",
            "같은 클라이언트에 대한 인증 실패가 짧은 시간에 반복되었습니다. 서버는 시도를 늦추고 있습니다.",
            "출발지 주소를 확인해 차단하고, 비밀값을 교체하거나 private_key_jwt로 바꾸십시오.",
            "개인정보 보호법 제29조; 안전성 확보조치 기준 제5조(인증 실패 시 접근 제한), 제6조",
        ),
        "en": Advice(
            "Guessing of a client secret",
            "Client authentication failed again and again within a short time. The server slows the attempts down.",
            "Find and block the source address, and rotate the secret or change to private_key_jwt.",
            "PIPA article 29; Safety Standards article 5 (limits after failed authentication) and article 6",
        ),
    },
    "revoked_token_replay": {
        "ko": Advice(
            "폐기된 토큰의 재사용",
            "이미 폐기된 액세스 토큰으로 접근하려는 시도가 거부되었습니다. 토큰이 유출되었을 수 있습니다.",
            "토큰이 저장되거나 기록된 곳을 찾고, 해당 클라이언트의 비밀값을 교체하십시오.",
            "개인정보 보호법 제29조; 안전성 확보조치 기준 제5조, 제6조",
        ),
        "en": Advice(
            "A revoked token was used again",
            "An access with a token that had been revoked was refused. The token may have been stolen.",
            "Find where tokens are stored or logged, and rotate the secret of the client.",
            "PIPA article 29; Safety Standards articles 5 and 6",
        ),
    },
    "token_forgery": {
        "ko": Advice(
            "위조된 토큰 제시",
            "서명, 발급자, 형식이 맞지 않는 토큰이 반복해서 제시되어 모두 거부되었습니다.",
            "출발지를 확인해 차단하고, 서명 키 파일의 권한과 이력을 점검하십시오. 의심되면 서명 키를 바꾸십시오.",
            "개인정보 보호법 제29조; 안전성 확보조치 기준 제5조, 제6조",
        ),
        "en": Advice(
            "Forged tokens were presented",
            "Tokens with a wrong signature, issuer or form were presented again and again, and all were refused.",
            "Find and block the source, and check the mode and the history of the signing key file. When in doubt, "
            "rotate the signing key.",
            "PIPA article 29; Safety Standards articles 5 and 6",
        ),
    },
    "privilege_probing": {
        "ko": Advice(
            "권한 탐색 시도",
            "한 클라이언트가 허용되지 않은 범위나 도구를 여러 번 시도했습니다.",
            "클라이언트에 꼭 필요한 범위만 남기고, 시도한 이유를 담당자에게 확인하십시오.",
            "개인정보 보호법 제29조; 안전성 확보조치 기준 제5조(접근 권한의 최소 부여)",
        ),
        "en": Advice(
            "Probing for privileges",
            "One client tried scopes or tools again and again that it may not use.",
            "Leave the client only the scopes it needs, and ask its owner for the reason.",
            "PIPA article 29; Safety Standards article 5 (least privilege)",
        ),
    },
    "stored_injection": {
        "ko": Advice(
            "기록에 심으려 한 문자열",
            "이름이 아닌 글자열이 도구나 클라이언트의 이름으로 들어왔습니다. 원문은 저장되지 않았고 해시만 남았습니다.",
            "해당 시각의 접근 기록과 대조하고, 로그를 읽는 다른 프로그램이 값을 명령으로 해석하지 않는지 확인하십시오.",
            "안전성 확보조치 기준 제8조(접속기록의 보관 및 점검)",
        ),
        "en": Advice(
            "Text planted in a recorded field",
            "Text that is no name arrived as the name of a tool or a client. It was not stored, only its hash.",
            "Compare with the access logs of that time, and make sure that nothing that reads the log takes its "
            "fields for instructions.",
            "Safety Standards article 8 (keeping and reviewing access records)",
        ),
    },
    "off_hours_burst": {
        "ko": Advice(
            "업무 시간 외 집중 접근",
            "야간(22시~07시)이나 주말에 개인정보를 다루는 호출이 몰렸습니다.",
            "예정된 작업이었는지 확인하고, 아니라면 클라이언트를 정지한 뒤 접속기록을 점검하십시오.",
            "안전성 확보조치 기준 제8조(월 1회 이상 접속기록 점검)",
        ),
        "en": Advice(
            "A burst outside working hours",
            "Calls with personal data crowded at night (22:00 to 07:00 in Korea) or at the weekend.",
            "Find out whether it was planned work; if not, suspend the client and review its access records.",
            "Safety Standards article 8 (review at least monthly)",
        ),
    },
    "reveal_spree": {
        "ko": Advice(
            "토큰 복원 과다",
            "짧은 시간에 많은 개인정보 토큰이 원래 값으로 복원되었습니다.",
            "복원 권한이 있는 도구와 그 호출자를 줄이고, 복원 목적을 확인하십시오.",
            "개인정보 보호법 제29조; 안전성 확보조치 기준 제5조",
        ),
        "en": Advice(
            "Many tokens revealed",
            "Many personal data tokens were turned back into values within a short time.",
            "Reduce the tools that may reveal and who may call them, and check the purpose.",
            "PIPA article 29; Safety Standards article 5",
        ),
    },
    "guard_failure": {
        "ko": Advice(
            "보호 기능 장애로 거부된 호출",
            "탐지, 암호화 또는 감사 기록이 동작하지 않아 호출이 거부되었습니다. 데이터는 나가지 않았습니다.",
            "키 파일의 권한(0600, `ls -l oauth2-demo/keys`)과 디스크 공간(`df -h`)을 확인하십시오.",
            "개인정보 보호법 제29조; 안전성 확보조치 기준 제7조, 제11조",
        ),
        "en": Advice(
            "Calls refused because a guard failed",
            "Detection, encryption or the audit log did not work, so calls were refused. No data went out.",
            "Check the mode of the key files (0600, `ls -l oauth2-demo/keys`) and the disk space (`df -h`).",
            "PIPA article 29; Safety Standards articles 7 and 11",
        ),
    },
    "log_restarted": {
        "ko": Advice(
            "감사 기록 체인을 새로 시작함",
            "운영자가 감사 기록을 옮기고 새 체인을 시작했습니다. 끊어진 지점은 기록에 남아 있습니다.",
            "사유를 문서로 남기고 이전 파일을 보관하십시오. 접속기록은 1년 이상(5만 명 이상, "
            "고유식별정보·민감정보 처리 "
            "시 2년 이상) 보관해야 합니다.",
            "안전성 확보조치 기준 제8조",
        ),
        "en": Advice(
            "The audit chain was begun anew",
            "An operator moved the log aside and began a new chain. The break stays visible.",
            "Document the reason and keep the old files: access records are kept for a year, or two years with "
            "50,000 people or more, unique identifiers or sensitive data.",
            "Safety Standards article 8",
        ),
    },
    "log_tampered": {
        "ko": Advice(
            "감사 기록이 변조됨",
            "검증 결과 감사 기록이 바뀌었거나 지워졌습니다. 아래 수치는 신뢰할 수 없습니다.",
            "서버를 격리하고 로그·헤드·앵커 사본을 보존한 뒤 `mcp-docker audit verify`의 결과로 범위를 "
            "확인하십시오. 침해가 "
            "의심되면 72시간 이내 신고 여부를 판단하십시오.",
            "개인정보 보호법 제29조, 제34조; 안전성 확보조치 기준 제8조(위·변조 방지)",
        ),
        "en": Advice(
            "The audit log was tampered with",
            "Verification says that records were changed or removed. The figures below cannot be trusted.",
            "Isolate the server, keep copies of log, head and anchors, and find the extent with `mcp-docker audit "
            "verify`. If an intrusion is likely, decide about the report within 72 hours.",
            "PIPA articles 29 and 34; Safety Standards article 8 (protection against forgery)",
        ),
    },
    "log_unverifiable": {
        "ko": Advice(
            "감사 기록을 검증할 수 없음",
            "키나 체크포인트가 없어 감사 기록이 온전한지 말할 수 없습니다. 온전하다는 뜻이 아닙니다.",
            "키 폴더와 로그 폴더의 권한과 백업을 확인한 뒤 다시 검증하십시오.",
            "안전성 확보조치 기준 제8조",
        ),
        "en": Advice(
            "The audit log cannot be verified",
            "Without its key or checkpoint nobody can tell whether the log is whole. That does not mean it is.",
            "Check the keys and logs folders, their modes and their backups, and verify again.",
            "Safety Standards article 8",
        ),
    },
    "log_torn": {
        "ko": Advice(
            "마지막 기록이 끊어짐",
            "쓰던 프로세스가 중단되어 마지막 줄이 완성되지 않았습니다. 완료된 기록은 모두 온전합니다.",
            "조치가 필요 없습니다. 다음 기록 때 자동으로 복구됩니다.",
            "안전성 확보조치 기준 제8조",
        ),
        "en": Advice(
            "The last record is torn",
            "A writer was killed in the middle of a line. All finished records are whole.",
            "Nothing to do: the next record repairs it.",
            "Safety Standards article 8",
        ),
    },
    "unique_identifiers_readable": {
        "ko": Advice(
            "고유식별정보가 읽을 수 있는 상태로 처리됨",
            "정책 'allow'로 주민등록번호, 외국인등록번호, 여권번호 또는 운전면허번호가 그대로 도구에 전달되었습니다.",
            "법령에 근거가 있는 업무인지 확인하고, 아니라면 'encrypt'나 'reject'로 바꾸십시오. 주민등록번호는 "
            "법령이 정한 "
            "경우에만 처리할 수 있고 암호화해 보관해야 합니다.",
            "개인정보 보호법 제24조, 제24조의2; 시행령 제19조, 제21조; 안전성 확보조치 기준 제7조",
        ),
        "en": Advice(
            "Unique identifiers handled in readable form",
            "Under the policy 'allow' resident registration, alien registration, passport or driving licence numbers "
            "went to a tool as they are.",
            "Make sure that a statute allows it; otherwise change to 'encrypt' or 'reject'. Resident registration "
            "numbers may be processed only where a law says so and are kept encrypted.",
            "PIPA articles 24 and 24-2; Enforcement Decree articles 19 and 21; Safety Standards article 7",
        ),
    },
    "unique_identifiers_seen": {
        "ko": Advice(
            "고유식별정보가 탐지됨",
            "주민등록번호, 외국인등록번호, 여권번호 또는 운전면허번호가 도구 호출에서 발견되어 정책대로 "
            "처리되었습니다.",
            "수집이 꼭 필요한지 검토하고, 필요 없다면 업무 절차에서 제외하십시오(최소 수집).",
            "개인정보 보호법 제3조, 제16조, 제24조, 제24조의2",
        ),
        "en": Advice(
            "Unique identifiers were found",
            "Resident registration, alien registration, passport or driving licence numbers appeared in tool calls "
            "and were handled by the policy.",
            "Ask whether they are needed at all, and take them out of the process if not (data minimisation).",
            "PIPA articles 3, 16, 24 and 24-2",
        ),
    },
}


def advice(kind: str, language: Language) -> Advice:
    """The words for a finding."""
    return ADVICE[kind][language]
