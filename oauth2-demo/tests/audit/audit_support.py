"""What the tests of the audit log share: an installation in a temporary folder, and a disk that fails on request."""

from __future__ import annotations

import errno
import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from oauth2_demo.security.audit import (
    AuditEvent,
    AuditLog,
    ChainKey,
    EventType,
    Verdict,
    load_or_create_chain_key,
    verify,
)
from oauth2_demo.security.audit.paths import LogPaths
from oauth2_demo.security.audit.system import LINUX, LinuxSystem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.security.audit.anchor import Anchor
    from oauth2_demo.security.audit.system import System

ACCESS = AuditEvent(EventType.TOOL_ACCESS, tool_name="get_weather", client_id="mcp-client", action_taken="executed")
PII_ACCESS = AuditEvent(EventType.TOOL_ACCESS, tool_name="send_mail", contains_pii=True, details={"pii_phone": 2})


class ProcessDiedError(BaseException):
    """Stands for `_exit`: nothing in the log may catch it."""


@dataclass(frozen=True)
class Installation:
    """A log and its key."""

    folder: Path

    @property
    def log(self) -> Path:
        return self.folder / "logs" / "security_audit.log"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def paths(self) -> LogPaths:
        return LogPaths(self.log)

    @property
    def key(self) -> ChainKey:
        return load_or_create_chain_key(self.keys)

    def open(self, durability: str = "group", max_bytes: int = 1 << 26, system: System = LINUX) -> AuditLog:
        return AuditLog(self.log, self.key, durability, max_bytes, system=system)

    def write(self, count: int, max_bytes: int = 1 << 26) -> list[str]:
        with self.open(max_bytes=max_bytes) as log:
            return [log.append(ACCESS) for _ in range(count)]

    def verify(self, anchors: Sequence[Anchor] = ()) -> Verdict:
        return verify(self.log, self.key, anchors)

    def files(self) -> list[Path]:
        """The segments in order, the current one last."""
        archived = [self.paths.archived(number) for number in self.paths.archived_segments()]
        return [*archived, *([self.log] if self.log.exists() else [])]

    def lines(self) -> list[bytes]:
        return [line for file in self.files() for line in file.read_bytes().splitlines(keepends=True)]

    def event_ids(self) -> list[str]:
        return [json.loads(line)["event_id"] for line in self.lines()]


class FailingSystem(LinuxSystem):
    """Lets the n-th call of one operation fail; every other call is real.

    Args:
        operation: Name of the method; `any` for all of them.
        at: Which call fails, the first being 1; 0 for none.
        short: Let writes take half of the data instead of none.
        dies: Let the process die there instead, as by SIGKILL.
    """

    def __init__(
        self,
        operation: str = "",
        at: int = 0,
        error: int = errno.ENOSPC,
        *,
        short: bool = False,
        dies: bool = False,
    ) -> None:
        self._dies = dies
        self.calls: Counter[str] = Counter()
        self.deaths: list[str] = []
        self._operation, self._at, self._error, self._short = operation, at, error, short

    def open(self, path: Path, flags: int) -> int:
        self._step("open")
        return super().open(path, flags)

    def write(self, descriptor: int, data: bytes) -> int:
        if self._is_short("write"):
            return super().write(descriptor, data[: len(data) // 2])
        return super().write(descriptor, data)

    def pwrite(self, descriptor: int, data: bytes, offset: int) -> int:
        if self._is_short("pwrite"):
            # Within the sealed fields: half of a slot is padding.
            return super().pwrite(descriptor, data[:60], offset)
        return super().pwrite(descriptor, data, offset)

    def truncate(self, descriptor: int, size: int) -> None:
        self._step("truncate")
        super().truncate(descriptor, size)

    def sync_data(self, descriptor: int) -> None:
        self._step("sync_data")
        super().sync_data(descriptor)

    def sync_folder(self, folder: Path) -> None:
        self._step("sync_folder")
        super().sync_folder(folder)

    def rename(self, source: Path, target: Path) -> None:
        self._step("rename")
        super().rename(source, target)

    def die(self, message: str) -> NoReturn:
        self.deaths.append(message)
        raise ProcessDiedError(message)

    def _is_short(self, operation: str) -> bool:
        if self._short and operation == self._operation and self.calls[operation] + 1 == self._at:
            self.calls[operation] += 1
            return True
        self._step(operation)
        return False

    def _step(self, operation: str) -> None:
        self.calls[operation] += 1
        self.calls["any"] += 1
        if self._operation in {operation, "any"} and self.calls[self._operation] == self._at:
            if self._dies:
                raise ProcessDiedError(operation)
            raise OSError(self._error, os.strerror(self._error))


class RecordingSystem(LinuxSystem):
    """Remembers what would be left after a power loss: of each file what was synced last, and nothing else."""

    def __init__(self) -> None:
        self.durable: dict[int, bytes] = {}

    def sync_data(self, descriptor: int) -> None:
        super().sync_data(descriptor)
        status = os.fstat(descriptor)
        self.durable[status.st_ino] = Path(f"/proc/self/fd/{descriptor}").read_bytes()

    def image_of(self, path: Path) -> bytes:
        return self.durable.get(path.stat().st_ino, b"") if path.exists() else b""
