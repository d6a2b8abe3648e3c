"""What the documents show with containers works as shown, pasted block after block into one shell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.support.documents import Block, commands_of, distinct_blocks, matches_output

if TYPE_CHECKING:
    from pathlib import Path

    from oauth2_demo.tests.support.stack import Stack

pytestmark = pytest.mark.docker

# Of the Korean editions, only what is not in the English ones too.
EDITIONS = [["README.md", "README_KOR.md"], ["QUICK_START.md", "QUICK_START_KOR.md"]]
SESSION_S = 300


@dataclass(frozen=True)
class Pasted:
    """What a block printed. `ended` says that all its commands succeeded."""

    block: Block
    printed: str
    complaints: str
    ended: bool


def _paste(blocks: list[Block], stack: Stack, folder: Path) -> list[Pasted]:
    """Run the blocks in one shell, so that variables last, until one fails."""
    folder.chmod(0o777)
    script = ["set -euo pipefail"]
    for number, block in enumerate(blocks):
        out = folder / str(number)
        # The closing brace on its own line: a block may end in a comment.
        script.append(f"{{\n{block.text}\n}} >{out}.out 2>{out}.err </dev/null\ntouch {out}.ended")
    done = stack.run("bash", "-c", "\n".join(script), timeout_s=SESSION_S)
    pasted = [
        Pasted(block, _text(folder / f"{n}.out"), _text(folder / f"{n}.err"), (folder / f"{n}.ended").exists())
        for n, block in enumerate(blocks)
    ]
    assert pasted, done.stderr
    return pasted


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("documents", EDITIONS, ids=lambda documents: documents[0])
def test_the_blocks_of_a_document_work_one_after_the_other(documents: list[str], stack: Stack) -> None:
    pairs = distinct_blocks(documents, "compose")
    folder = stack.checkout.parent / f"pasted-{documents[0]}"
    folder.mkdir()
    for (block, output), pasted in zip(pairs, _paste([block for block, _ in pairs], stack, folder), strict=True):
        assert pasted.ended, f"{block} failed:\n{pasted.printed}\n{pasted.complaints}"
        if output is not None:
            assert matches_output(output.text, pasted.printed), f"{output} differs from\n{pasted.printed}"


def test_what_ends_the_stack_ends_all_of_it_and_two_services_start_without_the_third(stack: Stack) -> None:
    ends = [block for block, _ in distinct_blocks([name for pair in EDITIONS for name in pair], "compose-down")]
    assert [commands_of(block).strip() for block in ends] == ["docker compose down"]
    try:
        done = stack.run("bash", "-euo", "pipefail", "-c", ends[0].text, timeout_s=120)
        assert done.returncode == 0, done.stderr
        assert stack.compose("ps", "--all", "--quiet").stdout.split() == []
        done = stack.compose("up", "-d", "--wait", "mcp-server", "oauth2-web-server", timeout_s=120)
        assert done.returncode == 0, done.stderr
        assert sorted(stack.compose("ps", "--format", "{{.Service}}").stdout.split()) == [
            "mcp-server",
            "oauth2-web-server",
        ]
    finally:
        stack.up()
