"""A writer in a process of its own: appends, and tells each acknowledged `event_id` on stdout at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from oauth2_demo.security.audit import AuditError, AuditLog
from oauth2_demo.tests.audit.audit_support import ACCESS, Installation


def main(folder: str, count: str, durability: str, max_bytes: str) -> None:
    """Append `count` events, or for ever when it is 0. A refusal is told as `refused` and the work goes on."""
    installation = Installation(Path(folder))
    log = AuditLog(installation.log, installation.key, durability, int(max_bytes))
    done = 0
    while done != int(count) or not int(count):
        try:
            answer = log.append(ACCESS)
        except AuditError as error:
            answer = f"refused {type(error).__name__}"
        os.write(1, f"{answer}\n".encode())
        done += 1
    log.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
