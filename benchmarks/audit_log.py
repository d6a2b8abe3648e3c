"""Durable events a second of the audit log, beside other ways to append, in one run on one disk.

    .venv/bin/python benchmarks/audit_log.py [--seconds 2] [--folder DIR] [--verify-records 1000000]

Figures of different runs and machines don't compare; ratios within a run do. Every way writes the same record, from as
many processes as the row says, each waiting until its event counts:

- audit log: chain, checkpoint, group commit across processes
- fsync under lock: the same lock and one fdatasync for each event, no chain
- plain append: one write on an O_APPEND file, no fsync: nothing survives a power loss
- SQLite: WAL, synchronous=FULL, one transaction for each event

`+2 ms` adds two milliseconds to every fsync, as on a slower disk.
"""

from __future__ import annotations

import argparse
import asyncio
import fcntl
import multiprocessing
import os
import resource
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from oauth2_demo.security.audit import AuditEvent, AuditLog, EventType, Status, load_or_create_chain_key, verify
from oauth2_demo.security.audit.system import LinuxSystem

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Barrier

EVENT = AuditEvent(
    EventType.TOOL_ACCESS,
    tool_name="get_weather",
    user_id="alice",
    client_id="mcp-client",
    action_taken="executed",
    parameter_count=2,
    outcome="done",
    details={"pii_phone": 1, "latency_ms": 12},
)
LINE = b'{"seq":1,"event_type":"tool_access"' + b"x" * 560 + b"}\n"
SLOW_S = 0.002


class SlowDisk(LinuxSystem):
    """Adds two milliseconds to each fsync."""

    def sync_data(self, descriptor: int) -> None:
        super().sync_data(descriptor)
        time.sleep(SLOW_S)


class Append(Protocol):
    def __call__(self) -> object: ...


def audit_log(folder: Path, *, slow: bool) -> Append:
    log = AuditLog(
        folder / "a.log", load_or_create_chain_key(folder / "keys"), system=SlowDisk() if slow else LinuxSystem()
    )
    return lambda: log.append(EVENT)


def fsync_under_lock(folder: Path, *, slow: bool) -> Append:
    descriptor = os.open(folder / "locked.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def append() -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.write(descriptor, LINE)
        os.fdatasync(descriptor)
        if slow:
            time.sleep(SLOW_S)
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    return append


def plain_append(folder: Path, *, slow: bool) -> Append:
    del slow
    descriptor = os.open(folder / "plain.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    return lambda: os.write(descriptor, LINE)


def sqlite_full(folder: Path, *, slow: bool) -> Append:
    del slow
    connection = sqlite3.connect(folder / "a.db", timeout=60, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS event (line BLOB)")

    def append() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO event VALUES (?)", (LINE,))
        connection.execute("COMMIT")

    return append


WAYS: dict[str, tuple[Callable[..., Append], bool]] = {
    "audit log": (audit_log, False),
    "fsync under lock": (fsync_under_lock, False),
    "plain append, no fsync": (plain_append, False),
    "SQLite WAL FULL": (sqlite_full, False),
    "audit log +2 ms": (audit_log, True),
    "fsync under lock +2 ms": (fsync_under_lock, True),
}


def work(way: str, folder: Path, seconds: float, start: Barrier, answers: multiprocessing.Queue[list[float]]) -> None:
    make, slow = WAYS[way]
    append = make(folder, slow=slow)
    latencies = []
    start.wait()
    end = time.perf_counter() + seconds
    began = time.perf_counter()
    while began < end:
        append()
        now = time.perf_counter()
        latencies.append(now - began)
        began = now
    answers.put(latencies)


def measure(way: str, processes: int, seconds: float, root: Path) -> tuple[float, float, float]:
    """Events a second, and the 50th and 99th percentile of the latency in milliseconds."""
    folder = Path(tempfile.mkdtemp(dir=root))
    start = multiprocessing.Barrier(processes)
    answers: multiprocessing.Queue[list[float]] = multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=work, args=(way, folder, seconds, start, answers)) for _ in range(processes)
    ]
    for worker in workers:
        worker.start()
    latencies = sorted(latency for _ in workers for latency in answers.get(timeout=60 + seconds))
    for worker in workers:
        worker.join()
    if way.startswith("audit log"):
        assert verify(folder / "a.log", load_or_create_chain_key(folder / "keys")).status is Status.INTACT
    count = len(latencies)
    return count / seconds, latencies[count // 2] * 1000, latencies[int(count * 0.99)] * 1000


def measure_async(seconds: float, root: Path) -> tuple[float, float]:
    """Events a second of `append_async` with 200 tasks in one process, and its CPU time for each in microseconds."""
    folder = Path(tempfile.mkdtemp(dir=root))
    log = AuditLog(folder / "a.log", load_or_create_chain_key(folder / "keys"))
    count = 0

    async def caller(end: float) -> None:
        nonlocal count
        while time.perf_counter() < end:
            await log.append_async(EVENT)
            count += 1

    async def main() -> None:
        end = time.perf_counter() + seconds
        await asyncio.gather(*(caller(end) for _ in range(200)))

    cpu = time.process_time()
    asyncio.run(main())
    cpu = time.process_time() - cpu
    log.close()
    return count / seconds, cpu / count * 1e6


def measure_verify(records: int, root: Path) -> tuple[float, int]:
    """Seconds to verify so many records, and the peak memory of this process in MB."""
    folder = Path(tempfile.mkdtemp(dir=root))
    key = load_or_create_chain_key(folder / "keys")
    log = AuditLog(folder / "a.log", key, durability="process")

    async def fill() -> None:
        for _ in range(records // 5000):
            await asyncio.gather(*(log.append_async(EVENT) for _ in range(5000)))

    asyncio.run(fill())
    log.close()
    started = time.perf_counter()
    verdict = verify(folder / "a.log", key)
    elapsed = time.perf_counter() - started
    assert verdict.status is Status.INTACT
    assert verdict.record_count >= records // 5000 * 5000
    for file in folder.glob("a.log*"):
        file.unlink()
    return elapsed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=2.0, help="for each row")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk to measure")
    parser.add_argument("--verify-records", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as root:
        print(f"{'way':24} {'processes':>9} {'events/s':>9} {'P50 ms':>8} {'P99 ms':>8}")
        rates = {}
        for way in WAYS:
            for processes in (1, 4, 16):
                rate, p50, p99 = measure(way, processes, options.seconds, Path(root))
                rates[way, processes] = rate
                print(f"{way:24} {processes:9d} {rate:9.0f} {p50:8.2f} {p99:8.2f}", flush=True)
        ratio = rates["audit log +2 ms", 16] / rates["fsync under lock +2 ms", 16]
        print(f"audit log over fsync under lock, 16 processes, +2 ms: {ratio:.1f} times")
        rate, cpu_us = measure_async(options.seconds, Path(root))
        print(f"append_async, 1 process, 200 tasks: {rate:.0f} events/s, {cpu_us:.1f} us of CPU each")
        if options.verify_records:
            elapsed, memory_mb = measure_verify(options.verify_records, Path(root))
            per_s = options.verify_records / elapsed
            print(f"verify: {options.verify_records} records in {elapsed:.1f} s, {per_s:.0f}/s, peak {memory_mb} MB")


if __name__ == "__main__":
    main()
