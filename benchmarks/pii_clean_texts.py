"""Clean texts as they are met: no line comes twice, and each has the dashes, quotes, headings and escapes of its kind.

Sentences are put together from parts by a generator with a fixed seed, so that every run measures the same texts.
Repeated lines, as in a text of five sentences over and over, would flatter whatever is remembered within a text.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SUBJECTS = (
    "The release team",
    "Our largest customer",
    "Anyone who runs the nightly import",
    "The second reviewer",
    "A careful reader",
    "The new Payment Gateway",
    "Visual Studio Code",
    "Most of the warehouse staff",
    "The North Sea cable",
    "Google Cloud Storage",
    "The committee on accessibility",
    "Every service in the staging cluster",
    "Red Hat Linux",
    "The draft of the annual report",
    "Whoever is on call",
    "The Data Protection Office",
    "The old scheduler",
)
_VERBS = (
    "has postponed",
    "no longer supports",
    "carefully documents",
    "will replace",
    "still depends on",
    "rarely mentions",
    "has measured twice",
    "cannot explain",
    "is about to drop",
    "tests every week",
    "refuses to ship without",
    "quietly improved",
    "compares the figures with",
    "wrote a long note about",
    "asked for a review of",
)
_OBJECTS = (
    "the migration to version 4.2",
    'what the manual calls "eventual delivery"',
    "its oldest interface",
    "the Summer Sale",
    "a cache of 2,048 entries",
    "the queue (and its back-pressure)",
    "three of the eleven open questions",
    "PostgreSQL",
    "the user's own time zone",
    "half of last quarter's budget",
    "New York and San Francisco",
    "the European Central Bank",
    "the index on the created column",
    "end-to-end encryption",
    "the chapter on error handling",
    "the build for Windows Server",
)
_TAILS = (
    " – at least until spring.",
    "; nobody objected.",
    ", which took 35 minutes instead of 12.",
    ".",
    " — a small relief.",
    ", and that's what we'd hoped for.",
    " (see the appendix).",
    ", although the logs say otherwise.",
    "?",
    " for the time being.",
    ", because the larger room is being painted.",
    ": the rest can wait.",
    " before the end of the month.",
)
_HEADINGS = (
    "Getting Started",
    "TERMS AND CONDITIONS OF USE",
    "Known Limitations",
    "Why Another Queue?",
    "INSTALLATION AND SETUP",
    "Frequently Asked Questions",
    "Release Notes",
    "LIMITATION OF LIABILITY",
    "Design Goals",
    "How It Works",
)
_MODULES = (
    "orders",
    "billing",
    "search.index",
    "cache",
    "auth.session",
    "mailer",
    "export.csv",
    "scheduler",
    "gateway",
)
_EVENTS = (
    "evicted {n} entries, hit ratio 0.{m}",
    "GET /api/v1/items?page={n}&size=50 200 {m}ms",
    "retrying in {n} ms (attempt {m})",
    "request trace={h} finished, status=200",
    "Connection Pool exhausted: {n} of {n} in use",
    "loaded config from /etc/app/{h}.yaml",
    'job "nightly-{n}" skipped: nothing to do',
    "slow query ({n} ms): SELECT count(*) FROM items WHERE kind = {m}",
)
_KO_SUBJECTS = (
    "이번 업데이트는",
    "서버 점검은",
    "새로운 결제 화면은",
    "검색 기능은",
    "우리 팀의 목표는",
    "다음 회의에서는",
    "보고서 초안에는",
    "사용자 설명서에는",
    "‘빠른 배송’ 서비스는",
    "데이터 저장 방식은",
    "지난 분기 매출은",
    "모바일 앱은",
    "품질 관리 절차는",
    "환불 규정에는",
)
_KO_MIDDLES = (
    "예상보다 오래 걸렸지만",
    "별다른 문제 없이",
    "작년과 비교하면(동일 기준)",
    "“안정성이 먼저”라는 원칙에 따라",
    "두 차례의 시험을 거쳐",
    "영업일 기준 3일 안에",
    "아직 논의 중이나",
    "일부 지역을 제외하고",
    "새벽 2시부터 4시까지",
    "사전 공지 없이",
    "API 변경 없이",
    "비용 절감을 위해",
)
_KO_ENDS = (
    "순조롭게 진행되었습니다.",
    "다음 주에 다시 안내하겠습니다.",
    "크게 개선될 예정입니다 – 자세한 내용은 공지를 참고해 주세요.",
    "중단되지 않았다.",
    "12% 늘어났습니다.",
    "그대로 유지됩니다.",
    "확인이 필요해 보입니다(첨부 자료 참고).",
    "더 이상 지원하지 않습니다.",
    "모든 화면에 적용됩니다.",
    "계속 사용할 수 있나요?",
    "문서에 정리해 두었습니다.",
    "생각보다 간단했다 — 설정 하나만 바꾸면 된다.",
)


def _sentence(random: Random) -> str:
    return f"{random.choice(_SUBJECTS)} {random.choice(_VERBS)} {random.choice(_OBJECTS)}{random.choice(_TAILS)}"


def _prose(random: Random) -> str:
    if random.random() < 0.08:
        return f"\n{random.choice(_HEADINGS)}\n"
    return " ".join(_sentence(random) for _ in range(random.randint(1, 4)))


def _markdown(random: Random) -> str:
    kind = random.randrange(8)
    if kind == 0:
        return f"\n## {random.choice(_HEADINGS)}\n"
    if kind == 1:
        return f"| `{random.choice(_MODULES)}` | {random.choice(_OBJECTS)} | {random.randint(1, 900)} |"
    if kind == 2:
        line = f"value_{random.randint(1, 99)} = {random.choice(_MODULES)}.load(path, limit={random.randint(1, 99)})"
        return f"```python\n{line}\n```"
    return f"- **{random.choice(_MODULES)}**: {_sentence(random)} See [the notes](docs/{random.choice(_MODULES)}.md)."


def _log(random: Random) -> str:
    day, hour, minute, second = (random.randint(1, most) for most in (28, 23, 59, 59))
    at = f"2024-10-{day:02} {hour:02}:{minute:02}:{second:02},{random.randint(0, 999):03}"
    level = random.choice(("INFO", "DEBUG", "WARN", "ERROR"))
    event = random.choice(_EVENTS).format(
        n=random.randint(2, 900), m=random.randint(10, 99), h=f"{random.getrandbits(64):x}"
    )
    return f"{at} {level} [worker-{random.randint(1, 16)}] app.{random.choice(_MODULES)} - {event}"


def _korean(random: Random) -> str:
    parts = (_KO_SUBJECTS, _KO_MIDDLES, _KO_ENDS)
    return " ".join(" ".join(map(random.choice, parts)) for _ in range(random.randint(1, 3)))


KINDS: dict[str, Callable[[Random], str]] = {
    "varied English prose": _prose,
    "varied Markdown": _markdown,
    "varied log": _log,
    "varied Korean prose": _korean,
}


def clean_text(kind: str, size: int) -> str:
    """Return about so many characters of a kind."""
    random, lines, length = Random(kind), [], 0
    while length < size:
        lines.append(KINDS[kind](random))
        length += len(lines[-1]) + 1
    return "\n".join(lines)
