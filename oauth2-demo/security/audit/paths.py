"""The files of one log: all lie in its folder and begin with its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class LogPaths:
    """Names derived from `log`, the path of the current segment."""

    log: Path

    @property
    def head(self) -> Path:
        """The checkpoint."""
        return self._beside("head")

    @property
    def torn(self) -> Path:
        """What killed writers left behind."""
        return self._beside("torn")

    @property
    def lock(self) -> Path:
        """Locked while a record is written."""
        return self._beside("lock")

    @property
    def sync(self) -> Path:
        """Locked while records are made durable; holds how far that got."""
        return self._beside("sync")

    @property
    def index(self) -> Path:
        """The SQLite index, which can be deleted at any time."""
        return self._beside("index.sqlite3")

    def archived(self, segment: int) -> Path:
        """A closed segment."""
        return self._beside(f"{segment:06d}")

    def set_aside(self, number: int) -> Path:
        """The folder of a chain that was ended by an operator."""
        return self._beside(f"set-aside-{number:03d}")

    def archived_segments(self) -> list[int]:
        """The numbers of the closed segments on disk, in order."""
        pattern = re.compile(re.escape(self.log.name) + r"\.([0-9]{6,})")
        matches = (pattern.fullmatch(entry.name) for entry in self.log.parent.iterdir())
        return sorted(int(match[1]) for match in matches if match)

    def _beside(self, suffix: str) -> Path:
        return self.log.with_name(f"{self.log.name}.{suffix}")
