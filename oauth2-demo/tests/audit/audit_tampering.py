"""Falsifications of a log: each takes an installation with a healthy log and does what somebody without the key can."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from oauth2_demo.security.audit.head import SLOT_BYTES
from oauth2_demo.tests.audit.audit_support import Installation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _edit(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Installation], None]:
    def falsify(installation: Installation) -> None:
        lines = installation.log.read_bytes().splitlines(keepends=True)
        installation.log.write_bytes(b"".join(change(lines)))

    return falsify


def _replace(number: int, old: bytes, new: bytes) -> Callable[[Installation], None]:
    def change(lines: list[bytes]) -> list[bytes]:
        assert old in lines[number]
        return [*lines[:number], lines[number].replace(old, new, 1), *lines[number + 1 :]]

    return _edit(change)


def _reserialised(lines: list[bytes]) -> list[bytes]:
    return [*lines[:2], json.dumps(json.loads(lines[2])).encode() + b"\n", *lines[3:]]


def _forged(lines: list[bytes]) -> bytes:
    fields = json.loads(lines[-1])
    fields |= {"seq": fields["seq"] + 1, "prev": fields["mac"], "mac": "5" * 64}
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def _archive(installation: Installation, number: int) -> Path:
    return installation.paths.archived(number)


def _swap_archives(installation: Installation) -> None:
    one, two, spare = _archive(installation, 1), _archive(installation, 2), installation.folder / "spare"
    one.rename(spare)
    two.rename(one)
    spare.rename(two)


def _cut_archive(installation: Installation) -> None:
    file = _archive(installation, 1)
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def _extend_archive(installation: Installation) -> None:
    with _archive(installation, 1).open("ab") as file:
        file.write(b"{")


def _of_another_installation(installation: Installation) -> None:
    other = Installation(installation.folder / "other")
    other.write(9, max_bytes=1500)
    shutil.rmtree(installation.log.parent)
    shutil.copytree(other.log.parent, installation.log.parent)


def _of_another_installation_under_our_head(installation: Installation) -> None:
    head = installation.paths.head.read_bytes()
    _of_another_installation(installation)
    installation.paths.head.write_bytes(head)


def _begun_anew(installation: Installation) -> None:
    fresh = Installation(installation.folder / "fresh")
    shutil.copytree(installation.keys, fresh.keys)
    fresh.write(1)
    for file in installation.files():
        file.unlink()
    installation.log.write_bytes(fresh.log.read_bytes())


def _edit_head(change: Callable[[bytes], bytes]) -> Callable[[Installation], None]:
    def falsify(installation: Installation) -> None:
        installation.paths.head.write_bytes(change(installation.paths.head.read_bytes()))

    return falsify


def _flip_in_head(offset: int) -> Callable[[Installation], None]:
    def falsify(installation: Installation) -> None:
        content = bytearray(installation.paths.head.read_bytes())
        content[offset] ^= 1
        installation.paths.head.write_bytes(content)

    return falsify


def _slot_of_long_ago(installation: Installation) -> None:
    """Put back what the newer slot held long ago, so that a reader falls back on the other one."""
    head = installation.paths.head
    now, before = head.read_bytes(), earlier_head(installation).read_bytes()
    if now[8:16] > now[SLOT_BYTES + 8 : SLOT_BYTES + 16]:
        head.write_bytes(before[:SLOT_BYTES] + now[SLOT_BYTES:])
    else:
        head.write_bytes(now[:SLOT_BYTES] + before[SLOT_BYTES:])
    _edit(lambda lines: lines[:-1])(installation)


def earlier_head(installation: Installation) -> Path:
    """Where a test keeps a genuine checkpoint from before."""
    return installation.folder / "earlier.head"


def _older_slot_twice(installation: Installation) -> None:
    """Blank out the newer slot, so that a reader falls back on the older one and a cut record is not missed."""
    head = installation.paths.head
    first, second = head.read_bytes()[:SLOT_BYTES], head.read_bytes()[SLOT_BYTES:]
    newer_is_first = first[8:16] > second[8:16]
    head.write_bytes(second + second if newer_is_first else first + first)
    _edit(lambda lines: lines[:-1])(installation)


FALSIFICATIONS: dict[str, Callable[[Installation], None]] = {
    "a value changed": _replace(2, b"get_weather", b"get_weathor"),
    "a flag changed": _replace(2, b'"contains_pii":false', b'"contains_pii":true '),
    "a time changed": _replace(2, b'"timestamp":"20', b'"timestamp":"19'),
    "a field added": _replace(2, b'"outcome":null', b'"outcome":null,"x":1'),
    "a field removed": _replace(2, b'"outcome":null,', b""),
    "a key given twice": _replace(2, b'"outcome":null', b'"outcome":"ok","outcome":null'),
    "the same JSON in another spelling": _edit(_reserialised),
    "a MAC changed": _replace(2, b'"mac":"', b'"mac":"0'),
    "a link changed": _replace(2, b'"prev":"', b'"prev":"0'),
    "the first line deleted": _edit(lambda lines: lines[1:]),
    "a middle line deleted": _edit(lambda lines: lines[:2] + lines[3:]),
    "a block deleted": _edit(lambda lines: lines[:1] + lines[4:]),
    "a line copied": _edit(lambda lines: [*lines[:3], *lines[2:]]),
    "a line copied to the end": _edit(lambda lines: [*lines, lines[1]]),
    "a forgery in the middle": _edit(lambda lines: [*lines[:2], _forged(lines[:2]), *lines[2:]]),
    "a forgery at the end": _edit(lambda lines: [*lines, _forged(lines)]),
    "a blank line": _edit(lambda lines: [*lines[:2], b"\n", *lines[2:]]),
    "a blank line at the end": _edit(lambda lines: [*lines, b"\n"]),
    "a garbage line": _edit(lambda lines: [*lines[:2], b"hello\n", *lines[2:]]),
    "a line of NUL bytes": _edit(lambda lines: [*lines[:2], b"\0" * 300 + b"\n", *lines[2:]]),
    "an endless line": _edit(lambda lines: [*lines[:2], b"x" * 20_000 + b"\n", *lines[2:]]),
    "another line end": _edit(lambda lines: [*lines[:2], lines[2][:-1] + b"\r\n", *lines[3:]]),
    "two lines swapped": _edit(lambda lines: [*lines[:1], lines[2], lines[1], *lines[3:]]),
    "lines rotated": _edit(lambda lines: [*lines[1:], lines[0]]),
    "lines reversed": _edit(lambda lines: lines[::-1]),
    "the tail cut at a line": _edit(lambda lines: lines[:-1]),
    "the tail cut inside of a line": _edit(lambda lines: [*lines[:-1], lines[-1][:40]]),
    "the last newline cut": _edit(lambda lines: [*lines[:-1], lines[-1][:-1]]),
    "the log emptied": _edit(lambda _: []),
    "the log missing": lambda installation: installation.log.unlink(),
    "the log removed and begun anew": _begun_anew,
    "the log of another installation": _of_another_installation,
    "the log of another installation under our checkpoint": _of_another_installation_under_our_head,
    "the checkpoint missing": lambda installation: installation.paths.head.unlink(),
    "the checkpoint emptied": _edit_head(lambda _: b""),
    "the checkpoint longer": _edit_head(lambda head: head + b"\0"),
    "the first slot changed": _flip_in_head(20),
    "the second slot changed": _flip_in_head(SLOT_BYTES + 20),
    "the padding of a slot changed": _flip_in_head(SLOT_BYTES - 1),
    "the older slot put in place of the newer": _older_slot_twice,
    "a slot put back to what it held long ago": _slot_of_long_ago,
    "the slots swapped": _edit_head(lambda head: head[SLOT_BYTES:] + head[:SLOT_BYTES]),
    "the first segment missing": lambda installation: _archive(installation, 1).unlink(),
    "a segment between others missing": lambda installation: _archive(installation, 2).unlink(),
    "segments swapped": _swap_archives,
    "a segment cut": _cut_archive,
    "a segment extended": _extend_archive,
}
# What moves no byte of the last record and of the checkpointed one; `verify` sees it, a writer would have to read all.
SEEN_BY_VERIFY_ONLY = frozenset(
    {
        "a value changed",
        "a flag changed",
        "a time changed",
        "two lines swapped",
        "the first segment missing",
        "a segment cut",
        "a segment extended",
    }
)
