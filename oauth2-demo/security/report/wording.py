"""The fixed words of a report in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.security.report.advice import Language

WORDS: Final[Mapping[str, Mapping[Language, str]]] = {
    "title": {"ko": "보안 보고서", "en": "Security report"},
    "period": {"ko": "기간", "en": "Period"},
    "generated": {"ko": "작성", "en": "Generated"},
    "events": {"ko": "기록된 이벤트", "en": "Recorded events"},
    "calls": {"ko": "도구 호출", "en": "Tool calls"},
    "with_pii": {"ko": "개인정보가 포함된 기록", "en": "Records with personal data"},
    "pii_items": {"ko": "발견된 개인정보", "en": "Pieces of personal data"},
    "refusals": {"ko": "거부", "en": "Refusals"},
    "failures": {"ko": "실패", "en": "Failures"},
    "reveals": {"ko": "토큰 복원", "en": "Tokens revealed"},
    "tokens_issued": {"ko": "발급된 토큰", "en": "Tokens issued"},
    "other": {"ko": "그 밖의 이벤트", "en": "Other events"},
    "compared": {"ko": "직전 기간 대비 {change}", "en": "{change} against the period before"},
    "no_comparison": {"ko": "직전 기간에 기록 없음", "en": "nothing in the period before"},
    "trend": {"ko": "시간별 추이", "en": "Over time"},
    "pii_by_type": {"ko": "유형별 개인정보", "en": "Personal data by type"},
    "top_tools": {"ko": "많이 쓰인 도구", "en": "Top tools"},
    "top_clients": {"ko": "많이 접근한 클라이언트", "en": "Top clients"},
    "refusal_reasons": {"ko": "거부 사유", "en": "Reasons for refusals"},
    "actions": {"ko": "처리 결과", "en": "What was done"},
    "integrity": {"ko": "감사 기록의 무결성", "en": "Integrity of the audit log"},
    "findings": {"ko": "점검 결과와 조치", "en": "Findings and advice"},
    "no_findings": {"ko": "이 기간에는 특이 사항이 없습니다.", "en": "Nothing stood out in this period."},
    "nothing": {"ko": "해당 없음", "en": "none"},
    "name": {"ko": "항목", "en": "Entry"},
    "type": {"ko": "유형", "en": "Type"},
    "count": {"ko": "건수", "en": "Count"},
    "change": {"ko": "변화", "en": "Change"},
    "subject": {"ko": "대상", "en": "Subject"},
    "when": {"ko": "시각", "en": "When"},
    "what_to_do": {"ko": "조치", "en": "What to do"},
    "basis": {"ko": "근거", "en": "Basis"},
    "evidence": {"ko": "증거 기록", "en": "Evidence"},
    "everyone": {"ko": "전체", "en": "all"},
    "checked": {"ko": "검증한 기록", "en": "Records verified"},
    "intact": {"ko": "온전함", "en": "Intact"},
    "tampered": {"ko": "변조됨", "en": "Tampered"},
    "cannot_tell": {"ko": "판단할 수 없음", "en": "Cannot tell"},
    "torn_tail": {"ko": "마지막 줄만 끊어짐", "en": "Torn tail only"},
    "critical": {"ko": "심각", "en": "Critical"},
    "high": {"ko": "높음", "en": "High"},
    "medium": {"ko": "보통", "en": "Medium"},
    "low": {"ko": "낮음", "en": "Low"},
    "calm": {"ko": "양호", "en": "Calm"},
    "verdict": {"ko": "종합 판단", "en": "Overall"},
    "time_zone": {"ko": "시각은 한국 표준시(KST)입니다.", "en": "Times are Korea Standard Time (KST)."},
    "disclaimer": {
        "ko": "조치는 개인정보 보호법에 따른 일반적인 안내이며 법률 자문이 아닙니다. 보고서에는 개인정보가 들어 "
        "있지 않습니다.",
        "en": "The advice is general guidance on the Korean privacy law (PIPA), not legal advice. This report holds "
        "no "
        "personal data.",
    },
}

PII_TYPES: Final[Mapping[str, Mapping[Language, str]]] = {
    "email": {"ko": "이메일", "en": "E-mail"},
    "phone": {"ko": "전화번호", "en": "Phone"},
    "korean_name": {"ko": "한국 이름", "en": "Korean name"},
    "person_name": {"ko": "영문 이름", "en": "Person name"},
    "ssn": {"ko": "주민등록번호", "en": "Resident registration no."},
    "foreign_registration": {"ko": "외국인등록번호", "en": "Alien registration no."},
    "passport": {"ko": "여권번호", "en": "Passport no."},
    "driver_license": {"ko": "운전면허번호", "en": "Driving licence no."},
    "business_registration": {"ko": "사업자등록번호", "en": "Business registration no."},
    "credit_card": {"ko": "신용카드", "en": "Credit card"},
    "bank_account": {"ko": "계좌번호", "en": "Bank account"},
    "us_ssn": {"ko": "미국 사회보장번호", "en": "US SSN"},
    "iban": {"ko": "국제계좌번호", "en": "IBAN"},
    "ip_address": {"ko": "IP 주소", "en": "IP address"},
    "url_credentials": {"ko": "URL 속 비밀번호", "en": "URL credentials"},
    "jwt": {"ko": "JWT", "en": "JWT"},
    "api_key": {"ko": "API 키", "en": "API key"},
    "private_key": {"ko": "개인 키", "en": "Private key"},
    "address": {"ko": "주소", "en": "Address"},
    "date_of_birth": {"ko": "생년월일", "en": "Date of birth"},
}


def word(key: str, language: Language) -> str:
    """A fixed word."""
    return WORDS[key][language]


def pii_type(name: str, language: Language) -> str:
    """The name of a PII type for people; types that users have added keep theirs."""
    names = PII_TYPES.get(name)
    return name if names is None else names[language]
