"""The security layer as a whole: the real detector, keys and log, in a folder of its own.

Runs with pytest, and by path: `python oauth2-demo/tests/test_security_integration.py`.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import re
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security import security_common
from oauth2_demo.security.audit import AuditEvent, AuditLog, AuditUnavailableError, EventType
from oauth2_demo.security.audit.query import AuditFilter
from oauth2_demo.security.audit.verdict import Status
from oauth2_demo.security.audit.verification import verify
from oauth2_demo.security.breach.arena import Arenas
from oauth2_demo.security.breach.drill import run
from oauth2_demo.security.breach.scenarios import SCENARIOS
from oauth2_demo.security.caller import Caller, calling
from oauth2_demo.security.errors import ProtectionUnavailable, TokenRefused
from oauth2_demo.security.report.figures import Period
from oauth2_demo.security.report.log_source import LogSource
from oauth2_demo.security.secure_mcp_tools import _open_drill_oauth
from oauth2_demo.security.security_common import (
    SecurityException,
    SecurityProcess,
    get_audit_log,
    get_encryption_service,
    get_pii_detector,
    get_security_services,
    load_audit_key,
    open_audit_query,
    scan_and_process_pii,
    secure_tool,
)
from oauth2_demo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from oauth2_demo.security.breach.drill import Scenario

pytestmark = pytest.mark.integration

CUSTOMER = "고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)"
VALUES = ("홍길동", "hong@example.com", "010-1234-5678")
# What a value looks like once it is in the log by mistake.
DISGUISES = (
    lambda value: value,
    lambda value: value.replace("-", ""),
    lambda value: base64.b64encode(value.encode()).decode().rstrip("="),
    lambda value: value.encode().hex(),
    lambda value: json.dumps(value)[1:-1],
    lambda value: value[::-1],
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """An installation of its own, which the process-wide services use."""
    monkeypatch.setenv("OAUTH2_DEMO_HOME", str(tmp_path))
    (tmp_path / "logs").mkdir()
    security_common.close_security_services()
    yield Settings()
    security_common.close_security_services()


def logged(settings: Settings) -> list[dict[str, object]]:
    return [json.loads(line) for line in settings.audit_log.read_text(encoding="utf-8").splitlines()]


def test_the_line_of_the_documents_works_from_the_root_of_the_repository() -> None:
    line = (
        "from oauth2_demo.security.security_common import get_pii_detector; "
        "print(get_pii_detector().scan_text('Test email: test@example.com'))"
    )
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, timeout=30, check=True)
    assert "email" in done.stdout


def test_finding_personal_data_imports_nothing_that_it_does_not_need() -> None:
    line = (
        "import sys; from oauth2_demo.security.security_common import get_pii_detector; "
        "get_pii_detector().scan_text('x'); "
        "print([name for name in ('pydantic', 'mcp', 'cryptography') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("settings")
def test_the_example_of_the_documents_is_encrypted_masked_and_refused() -> None:
    encrypted = scan_and_process_pii(CUSTOMER, "encrypt")
    assert not any(value in encrypted for value in VALUES)
    assert get_encryption_service().decrypt_spans(str(encrypted)) == CUSTOMER
    assert str(scan_and_process_pii(CUSTOMER, "mask")) == "고객 정보: ****님 (****, ****)"
    with pytest.raises(SecurityException, match="email ×1, korean_name ×1, phone ×1"):
        scan_and_process_pii(CUSTOMER, "reject")
    assert scan_and_process_pii(CUSTOMER).counts == {"korean_name": 1, "email": 1, "phone": 1}


@pytest.mark.parametrize("policy", ["encrypt", "mask", "tokenize"])
# The second address is found only once the first one is gone.
@pytest.mark.parametrize("text", [CUSTOMER, "접속 로그: 172.16.4.22 → 198.51.100.3 (443)"])
@pytest.mark.usefixtures("settings")
def test_what_is_processed_once_stays_as_it_is(policy: str, text: str) -> None:
    once = str(scan_and_process_pii(text, policy))
    again = scan_and_process_pii(once, policy)
    assert str(again) == once
    assert not again.contains_pii


def test_a_guarded_tool_leaves_the_record_of_the_documents(settings: Settings) -> None:
    @secure_tool(requires_encryption=True, log_access=True, pii_policy="encrypt")
    def customer_lookup(text: str) -> dict[str, str]:
        return {"answer": text, "고객명": "홍길동"}

    answer = customer_lookup(CUSTOMER)
    assert not any(value in str(answer) for value in VALUES)
    (entry,) = logged(settings)
    assert entry["event_type"] == "tool_access"
    assert entry["tool_name"] == "customer_lookup"
    assert entry["client_id"] == settings.client_id
    assert entry["contains_pii"] is True
    assert entry["action_taken"] == "executed_with_encryption"
    assert entry["parameter_count"] == 1
    assert datetime.fromisoformat(str(entry["timestamp"])).tzinfo is not None
    assert re.search("contains_pii.*true", settings.audit_log.read_text())


def test_the_audit_log_holds_no_personal_data_in_any_disguise(settings: Settings) -> None:
    @secure_tool(pii_policy="tokenize", reveals=("phone",))
    def busy(text: str, *, note: object = None) -> object:
        if note == "fail":
            raise ValueError(f"{text} {VALUES[2]}")
        return [text, note]

    tokens = str(scan_and_process_pii(CUSTOMER, "tokenize"))
    busy(CUSTOMER, note={VALUES[1]: [VALUES[0], base64.b64encode(CUSTOMER.encode()).decode()]})
    busy(tokens)
    with pytest.raises(ValueError, match="phone"):
        busy(CUSTOMER, note="fail")
    with pytest.raises(TokenRefused), calling(Caller("another session", client_id=VALUES[1], user_id=VALUES[2])):
        busy(tokens)
    text = settings.audit_log.read_text(encoding="utf-8")
    # Three calls that reveal, each with the record of its end, and one that is refused.
    assert len(text.splitlines()) == 7
    found = [disguise(value) for value in VALUES for disguise in DISGUISES if disguise(value) in text]
    assert found == []


def test_threads_and_tasks_share_one_chain(settings: Settings) -> None:
    @secure_tool(pii_policy="mask")
    def sync_tool(text: str) -> str:
        return text

    @secure_tool(pii_policy="mask")
    async def async_tool(text: str) -> str:
        await asyncio.sleep(0)
        return text

    async def many() -> list[str]:
        return await asyncio.gather(*(async_tool(CUSTOMER) for _ in range(20)))

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(sync_tool, [CUSTOMER] * 40)) + asyncio.run(many())
    assert set(answers) == {"고객 정보: ****님 (****, ****)"}
    security_common.close_security_services()
    verdict = verify(settings.audit_log, load_audit_key(settings))
    assert (verdict.status, verdict.record_count) == (Status.INTACT, 60)


def test_services_are_opened_once_for_all_threads(settings: Settings) -> None:
    barrier = threading.Barrier(8)

    def use(_: int) -> object:
        barrier.wait(timeout=10)
        return get_audit_log()

    with ThreadPoolExecutor(8) as pool:
        logs = list(pool.map(use, range(8)))
    assert len({id(log) for log in logs}) == 1
    assert get_security_services() is get_security_services()
    assert get_pii_detector() is get_pii_detector()
    assert settings.keys_dir.stat().st_mode & 0o077 == 0


def test_a_key_that_others_may_read_stops_every_tool_that_needs_encryption(settings: Settings) -> None:
    ran: list[str] = []

    @secure_tool()
    def tool(text: str) -> None:
        ran.append(text)

    tool("clean")
    (settings.keys_dir / "encryption.key").chmod(0o644)
    with pytest.raises(ProtectionUnavailable) as refusal:
        tool("clean")
    assert refusal.value.guard == "encryption"
    assert len(ran) == 1
    assert logged(settings)[-1]["action_taken"] == "refused_without_encryption"


def test_a_log_that_cannot_be_written_stops_every_tool(settings: Settings) -> None:
    @secure_tool(records_intent=True)
    def tool() -> None:
        raise AssertionError("the work was done")

    settings.audit_log.mkdir()
    with pytest.raises(ProtectionUnavailable) as refusal:
        tool()
    assert refusal.value.guard == "audit"


def test_the_report_reads_the_log_itself_oldest_first_and_judges_it(settings: Settings) -> None:
    @secure_tool(pii_policy="mask")
    def tool(number: int) -> int:
        return number

    for number in range(5):
        tool(number)
    query = open_audit_query(settings)
    assert query.search(AuditFilter()).total == 5
    with contextlib.closing(sqlite3.connect(query.index._path)) as index, index:
        # Somebody who can write in the folder hides one record from the index and plants text in another.
        index.execute("DELETE FROM record WHERE seq = 2")
        index.execute("UPDATE record SET line = replace(line, '\"tool\"', '\"forged\"') WHERE seq = 3")
    source = LogSource(settings.audit_log, load_audit_key(settings))
    now = datetime.now(UTC)
    period = Period(now - timedelta(hours=1), now + timedelta(minutes=1))
    records = list(source.records(period.since, period.until))
    assert [record.event_id for record in records] == [entry["event_id"] for entry in logged(settings)]
    assert {record.tool_name for record in records} == {"tool"}
    assert list(source.records(period.since, records[2].timestamp)) == records[:2]
    assert list(source.records(records[2].timestamp, period.until)) == records[2:]
    assert list(source.records(now - timedelta(days=9), now - timedelta(days=8))) == []
    assert source.verify().verdict == "intact"
    lines = settings.audit_log.read_bytes().splitlines(keepends=True)
    security_common.close_security_services()
    settings.audit_log.write_bytes(b"".join(lines[:1] + lines[2:]))
    assert source.verify().verdict == "tampered"
    assert list(source.records(period.since, period.until)) == [*records[:1], *records[2:]]
    settings.audit_log.write_bytes(lines[0] + lines[1].replace(b'"tool"', b'"fool"') + b"no record\n" + lines[2][:-9])
    assert list(source.records(period.since, period.until)) == records[:1]
    settings.audit_log.unlink()
    assert list(source.records(period.since, period.until)) == []
    settings.audit_log.mkdir()
    assert source.verify().verdict == "cannot_tell"
    with pytest.raises(AuditUnavailableError):
        list(source.records(period.since, period.until))


def test_the_report_reads_all_segments_of_a_log_also_those_that_end_while_it_reads(settings: Settings) -> None:
    settings.audit_log.parent.mkdir(exist_ok=True)
    log = AuditLog(settings.audit_log, load_audit_key(settings), max_bytes=8192)

    def write(count: int) -> list[str]:
        return [log.append(AuditEvent(EventType.TOOL_ACCESS, tool_name="tool")) for _ in range(count)]

    def segments() -> list[Path]:
        return sorted(settings.audit_log.parent.glob("*.log.0*"))

    now = datetime.now(UTC)
    reading = LogSource(settings.audit_log, load_audit_key(settings)).records(
        now - timedelta(hours=1), now + timedelta(hours=1)
    )
    written = write(1)
    read = [next(reading).event_id]
    assert segments() == []
    written += write(40)
    read += [record.event_id for record in reading if record.event_type == "tool_access"]
    assert read == written
    log.close()
    segments()[0].unlink()
    source = LogSource(settings.audit_log, load_audit_key(settings))
    kept = {record.event_id for record in source.records(now - timedelta(hours=1), now + timedelta(hours=1))}
    assert written[0] not in kept
    assert written[-1] in kept


def test_two_installations_in_one_process_stay_apart(tmp_path: Path) -> None:
    processes = [SecurityProcess(Settings(home=tmp_path / name)) for name in ("a", "b")]
    for process, name in zip(processes, ("a", "b"), strict=True):
        (tmp_path / name / "logs").mkdir(parents=True)
        secure_tool(services=partial(getattr, process, "services"))(len_of)(CUSTOMER)
    token = processes[0].encryption().encrypt("x")
    with pytest.raises(Exception, match="another installation"):
        processes[1].encryption().decrypt(token)
    for process, name in zip(processes, ("a", "b"), strict=True):
        query = open_audit_query(Settings(home=tmp_path / name))
        assert query.search(AuditFilter(contains_pii=True)).total == 1
        process.close()
        process.close()


def len_of(text: str) -> int:
    return len(text)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_breach_ends_as_it_should(scenario: Scenario) -> None:
    arenas = Arenas(get_pii_detector(), security_common._masked, _open_drill_oauth)
    outcome = run(scenario, arenas)
    assert outcome.passed, outcome
    if scenario.is_control:
        assert outcome.seen_by == ()
        return
    assert set(outcome.seen_by) == scenario.rules
    assert outcome.detected_after_steps is not None
    assert outcome.detected_after_ms is not None
    assert 1 <= outcome.detected_after_steps <= outcome.steps
    known_misses = {"compressed, then base64", "reversed", "rot13 of the e-mail address"}
    assert set(outcome.missed) <= known_misses, outcome.missed


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "-q", *sys.argv[1:]]))
