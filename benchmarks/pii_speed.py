"""How fast the PII detector is, beside the four patterns that are usually copied, in the same run on the same texts.

``python benchmarks/pii_speed.py`` prints the table; ``--json`` gives the figures to other programs. Times are processor
time of this process, best of several, so that a busy machine disturbs them little; ratios to the baseline and between
text sizes mean more than the absolute figures.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pii_clean_texts import KINDS, clean_text

from oauth2_demo.security.pii import PiiDetector

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
COPIED = tuple(
    map(
        re.compile,
        (
            r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Z|a-z]{2,}\b",
            r"\b01[0-9]-[0-9]{4}-[0-9]{4}\b",
            r"\b\d{6}-[1-4]\d{6}\b",
            r"[가-힣]{2,4}(?=님|씨|\s|$)",
        ),
    )
)
CLEAN_EN = """2024-10-02 11:20:31,442 INFO [worker-3] app.service.OrderHandler - order 7718-2203 took 132 ms, status=200
2024-10-02 11:20:31,459 DEBUG [worker-1] app.cache.Store - evicted 14 entries, 2048 left, hit ratio 0.93
The quarterly review moved to Thursday because the larger meeting room is being painted this week.
Please read the attached notes before the call and add your questions to the shared document.
GET /api/v1/items?page=2&size=50 200 18ms trace=a738500ce1a74f6aa049bbcc1726434a
Most of the delay came from a slow query; adding an index on the created column brought it down to 40 ms.
"""
CLEAN_KO = """오늘 회의에서는 다음 분기 일정과 예산을 논의했습니다. 자세한 내용은 2024년 10월 2일 공지를 참고해 주세요.
주문번호 20241002-0031174 상품이 정상적으로 출고되었으며 배송까지 2-3일이 걸립니다. 고객님의 문의에 감사드립니다.
서버 점검은 새벽 2시부터 4시까지 진행되며 그동안 로그인과 결제를 이용하실 수 없습니다.
이번 업데이트에서는 검색 속도를 개선하고 화면이 가끔 멈추던 문제를 고쳤습니다.
환불은 영업일 기준 3일 안에 처리되며 카드사에 따라 하루 이틀 더 걸릴 수 있습니다.
"""
DENSE = """담당자: 박우람 (010-3847-2205), 메일 ram.park@example.com 로 연락 바랍니다.
고객명 이소정, 주민등록번호 881204-2743857, 주소 서울특별시 종로구 새문안로 55
Call Ethan Brooks on +1 512 555 0136 about card 4539-2952-8926-4960, SSN 417-22-9083.
신한은행 110-229-448107 예금주 서다온, 접속 IP 211.234.17.9
"""
CHAT = {
    "en": "hey, are we still on for lunch tomorrow? let me know",
    "ko": "내일 점심 같이 먹을까요? 시간 되시면 알려주세요",
}
HOSTILE = (
    "1", "@", "김", "님", "(", '"', "-", ":", "\u200b", "\uff11", "\u3164", "공", "동", "1 ", "123 ", "010-",
    "a@", "a@a.",
    "-----BEGIN PRIVATE KEY-----", "eyJ", "://a:",
    "김민수 ", "김민수님", "김민수, ", "담당자: ", "동 1", "강남로 1 ",
    "서울시 ",
    "Aa ", "+1", "+1 2 3 4 5 6 ", "2001:", "::", "1.1.", "DE49 ", "name,", "name,email\n", "1<b>", "\\u0030",
    "0l0", "PO Box ", "1 Aa ", "account ", "born ", "name: ", "880101-1234567 ", "공일", " dot ", "a@b.co ", "여권 ",
    "sk-", "Dear ", "\u1100\u1161", "1\u200b", "가나다라마바사 ", "0(1)",
    "강연균\n010-1234-5678\n", "COPY a (b, c) FROM stdin;\n",
    "강연균\n", "강연균\t", "강연균, ", "강연균: ", "성명: 국새로나\n", "소지인: 강연균\n", "김도영님 ", "씨 ",
    "생일 1월 1일 ", "앞자리 12-3456 ", "my license: 1 ", "서울 강남구 강남로 12 ", "Aa, Ann ", "Lee, Ann ",
    "LEE, ANN ", "Ann Lee, ", "JOHN SMITH\n", "name: Aa Bb\n", "이름,전화,이메일,주소,가,나,다\n",
)  # fmt: skip
FIRST_SCAN = (
    "from oauth2_demo.security.pii import PiiDetector\n"
    "PiiDetector().scan_text('고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)')"
)


def best_time(work: Callable[[], object], repeats: int = 5) -> float:
    """Seconds of processor time of the fastest run."""
    best = float("inf")
    for _ in range(repeats):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def filled(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def copied(text: str) -> list[str]:
    """The baseline."""
    return [match for pattern in COPIED for match in pattern.findall(text)]


def throughput(scan: Callable[[str], object], text: str) -> float:
    """Megabytes (UTF-8) a second."""
    scan(text[:2000])
    return len(text.encode()) / best_time(lambda: scan(text)) / 1e6


def micros(scan: Callable[[str], object], text: str) -> float:
    def many() -> None:
        for _ in range(1000):
            scan(text)

    return best_time(many) * 1e3


def start_up() -> float:
    """Milliseconds that import and first scan add to a bare Python, with byte code in its cache."""

    def run(code: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=environment)
        return time.perf_counter() - begin

    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    run(FIRST_SCAN)
    return (min(run(FIRST_SCAN) for _ in range(5)) - min(run("pass") for _ in range(5))) * 1e3


def measure() -> dict[str, dict[str, float]]:
    scan = PiiDetector().scan_text
    rows: dict[str, dict[str, float]] = {}
    for name, unit, size in (
        ("clean English, MB/s", CLEAN_EN, 500_000),
        ("clean Korean, MB/s", CLEAN_KO, 300_000),
        ("dense 100 kB, MB/s", DENSE, 75_000),
        ("dense 1 MB, MB/s", DENSE, 750_000),
    ):
        text = filled(unit, size)
        rows[name] = {"engine": throughput(scan, text), "copied": throughput(copied, text)}
    for kind in KINDS:
        text = clean_text(kind, 200_000)
        rows[f"{kind}, MB/s"] = {"engine": throughput(scan, text), "copied": throughput(copied, text)}
    for language, line in CHAT.items():
        rows[f"chat line {language}, µs"] = {"engine": micros(scan, line), "copied": micros(copied, line)}
    hostile = {unit: best_time(lambda unit=unit: scan(filled(unit, 20_000)), 2) * 1e3 for unit in HOSTILE}  # type: ignore[misc]
    worst = max(hostile, key=lambda unit: hostile[unit])
    rows["worst of hostile 20,000 characters, ms"] = {
        "engine": hostile[worst],
        "copied": max(best_time(lambda unit=unit: copied(filled(unit, 20_000)), 1) for unit in HOSTILE) * 1e3,  # type: ignore[misc]
    }
    rows["import and first scan, ms"] = {"engine": start_up()}
    sys.stderr.write(
        f"slowest hostile inputs: {sorted(((round(ms, 1), unit) for unit, ms in hostile.items()), reverse=True)[:8]}\n"
    )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    rows = measure()
    if parser.parse_args().json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    print(f"{'':42}{'engine':>10}{'copied':>10}")
    for name, row in rows.items():
        print(f"{name:42}" + "".join(f"{value:10.1f}" for value in row.values()))


if __name__ == "__main__":
    main()
