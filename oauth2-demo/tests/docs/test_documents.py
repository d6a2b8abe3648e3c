"""The documents say what is so: blocks, links, diagrams, settings, and both languages in step."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from oauth2_demo.settings import PREFIX, Settings
from oauth2_demo.tests.support.documents import ROOT, Block, blocks_of, commands_of, matches_output, settings_rows

pytestmark = pytest.mark.unit

RUN_DOCUMENTS = ["README.md", "README_KOR.md", "QUICK_START.md", "QUICK_START_KOR.md"]
EDITIONS = [
    ("README.md", "README_KOR.md"),
    ("QUICK_START.md", "QUICK_START_KOR.md"),
    ("docs/AUDIT_LOG.md", "docs/AUDIT_LOG_KOR.md"),
    ("docs/API.md", "docs/API_KOR.md"),
    ("docs/OPERATIONS.md", "docs/OPERATIONS_KOR.md"),
    ("oauth2-demo/README.md", "oauth2-demo/README_KOR.md"),
    ("oauth2-demo/docs/README.md", "oauth2-demo/docs/README_KOR.md"),
    ("oauth2-demo/docs/README_SEPARATED.md", "oauth2-demo/docs/README_SEPARATED_KOR.md"),
]
ALL_DOCUMENTS = sorted(
    str(path.relative_to(ROOT))
    for path in ROOT.rglob("*.md")
    if not {".venv", "node_modules", ".git", "typings"} & set(path.relative_to(ROOT).parts)
)
RUN_BLOCKS = [block for document in RUN_DOCUMENTS for block in blocks_of(document)]


def _headings(document: str) -> list[int]:
    text = re.sub(
        r"^[ ]*```.*?^[ ]*```$", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    return [len(marks) for marks in re.findall(r"^(#{1,6}) ", text, flags=re.MULTILINE)]


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("block", RUN_BLOCKS, ids=str)
def test_every_block_says_how_it_is_tested(block: Block) -> None:
    known = {
        "run": {"clone", "server", "compose", "compose-down"},
        "output": {""},
    }
    if block.kind == "":
        assert block.language == "text", f"{block} needs a comment that says how it is tested"
    elif block.target.startswith("elsewhere "):
        _must_be_run_by(ROOT / "oauth2-demo/tests" / block.target.split()[1], block)
    elif block.kind == "file":
        assert (ROOT / block.target).read_text(encoding="utf-8").strip() == block.text.strip()
    elif block.kind == "entry":
        ours = json.loads((ROOT / ".cursor/mcp.json").read_text(encoding="utf-8"))["mcpServers"]
        assert json.loads(block.text) == {"mcpServers": {block.target: ours[block.target]}}
    else:
        assert block.target in known[block.kind], f"{block} has an unknown comment"


def _must_be_run_by(test: Path, block: Block) -> None:
    """The test takes its blocks from the documents, or holds each line of this one."""
    assert test.is_file(), f"{block} names a test that is not there"
    source = test.read_text(encoding="utf-8")
    if "blocks_for(__file__" not in source:
        missing = [line for line in commands_of(block).splitlines() if f'"{line}"' not in source]
        assert missing == [], f"{test.name} does not run what {block} shows"


@pytest.mark.parametrize(("english", "korean"), EDITIONS)
def test_both_editions_have_the_same_headings_and_code(english: str, korean: str) -> None:
    assert _headings(english) == _headings(korean)
    ours, theirs = blocks_of(english), blocks_of(korean)
    assert [(block.note, block.language) for block in ours] == [(block.note, block.language) for block in theirs]
    for one, other in zip(ours, theirs, strict=True):
        if one.kind in {"run", "file", "entry"}:
            assert commands_of(one) == commands_of(other), f"{one} and {other} differ"


@pytest.mark.parametrize("document", ALL_DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, fragment = target.partition("#")
        file = (ROOT / document).parent / path if path else ROOT / document
        assert file.exists(), f"{document} links to {target}"
        if fragment and file.suffix == ".md":
            headings = re.findall(r"^#{1,6} (.*)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert fragment in {_anchor(heading) for heading in headings}, f"{document} links to {target}"


@pytest.mark.parametrize("document", ["README.md", "README_KOR.md"])
def test_the_settings_table_shows_every_setting_as_it_is(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    table = text.split("<!-- settings -->", 1)[1].strip().split("\n\n", 1)[0]
    shown = [tuple(line.strip("| ").split(" | ")) for line in table.splitlines()[2:]]
    expected = settings_rows()
    if document == "README.md":
        assert shown == expected
    else:
        assert [row[:2] for row in shown] == [row[:2] for row in expected]
        assert [row[0] for row in shown if not re.search(r"[\uac00-\ud7a3]", row[2])] == []


def test_the_example_environment_names_only_settings_that_exist() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    named = {name.removesuffix("_FILE") for name in re.findall(rf"\b{PREFIX}[A-Z_]+", text)}
    assert named == known


def test_the_expected_output_of_a_document_lets_an_ellipsis_stand_for_anything() -> None:
    assert matches_output('{"a":"…","b":1}\n', '{"a":"xyz","b":1}\n')
    assert not matches_output('{"a":"…","b":1}\n', '{"a":"xyz","b":2}\n')
    assert not matches_output("one\n", "one\ntwo\n")


def test_the_charts_are_all_shown_by_a_document() -> None:
    shown = "".join((ROOT / document).read_text(encoding="utf-8") for document in ALL_DOCUMENTS)
    assert [path.name for path in sorted(Path(ROOT / "charts").iterdir()) if path.name not in shown] == []
