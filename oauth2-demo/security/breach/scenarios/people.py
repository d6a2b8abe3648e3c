"""Invented people for the scenarios. Every value is synthetic; numbers that have a checksum have a valid one."""

from __future__ import annotations

from typing import Final

_SURNAMES: Final = "김이박최정강조윤장임"
_GIVEN: Final = ("민준", "서연", "도윤", "지우", "하준", "수빈", "예린", "현우", "소정", "태린")


def person(number: int) -> dict[str, str]:
    """One customer record; the same for the same number."""
    name = _SURNAMES[number % 10] + _GIVEN[number // 10 % 10]
    return {
        "고객명": name,
        "휴대폰": f"010-{2000 + number * 37 % 7999:04d}-{1000 + number * 53 % 8999:04d}",
        "이메일": f"customer{number:03d}@example.com",
    }


def people(first: int, count: int) -> list[dict[str, str]]:
    """Some customer records."""
    return [person(number) for number in range(first, first + count)]


def sentence(number: int) -> str:
    """One customer record as a sentence."""
    record = person(number)
    return f"고객명: {record['고객명']}님, 휴대폰 {record['휴대폰']}, 이메일 {record['이메일']}"
