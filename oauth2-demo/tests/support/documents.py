"""Reads the code blocks of our Markdown documents, so that tests can run them.

Each block says in an HTML comment just before it how it is tested:

- `<!-- run: clone -->`: bash or Python, in a clone of the project after set-up;
- `<!-- run: server -->`: a command that serves until it is stopped, in a clone;
- `<!-- run: compose -->`, `<!-- run: compose-down -->`: bash, with the containers up;
- `<!-- run: elsewhere PATH -->`: the test file PATH below `oauth2-demo/tests` runs it;
- `<!-- output -->`: what the block before it prints, `…` standing for anything;
- `<!-- file: PATH -->`: the content of that file;
- `<!-- entry: NAME -->`: that entry of `.cursor/mcp.json`;
- `<!-- settings -->`: a table of all settings follows.

A block without a comment is an illustration and may only be `text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from oauth2_demo.settings import Settings

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

ROOT = Path(__file__).resolve().parents[3]
_BLOCK = re.compile(
    r"(?:^[ ]*<!--[ ](?P<note>[^>]*?)[ ]-->\n)?^(?P<indent>[ ]*)```(?P<language>[a-z]+)\n(?P<body>.*?)^[ ]*```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """One fenced block: the document and line it starts at, what is said of it, its language and its text."""

    document: str
    line: int
    note: str
    language: str
    text: str

    @property
    def kind(self) -> str:
        """The first word of the note, such as `run` or `output`; empty when there is none."""
        return self.note.partition(":")[0].strip()

    @property
    def target(self) -> str:
        """What follows the colon of the note."""
        return self.note.partition(":")[2].strip()

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


def blocks_of(document: str, root: Path = ROOT) -> list[Block]:
    """Return the fenced blocks of a document, given by its path below the root."""
    text = (root / document).read_text(encoding="utf-8")
    return [
        Block(
            document=document,
            line=text.count("\n", 0, found.start("language")) + 1,
            note=found["note"] or "",
            language=found["language"],
            text=re.sub(rf"^{found['indent']}", "", found["body"], flags=re.MULTILINE),
        )
        for found in _BLOCK.finditer(text)
    ]


def blocks_for(test_file: str, document: str = "README.md") -> list[Block]:
    """Return the blocks of a document that leave it to a test file to run them.

    Args:
        test_file: Its `__file__`.
        document: The document, below the root.
    """
    name = str(Path(test_file).relative_to(ROOT / "oauth2-demo/tests"))
    return [block for block in blocks_of(document) if block.target == f"elsewhere {name}"]


def commands_of(block: Block) -> str:
    """Return the text without what may be translated: the comments at the ends of lines."""
    return re.sub(r"\s+#.*$", "", block.text, flags=re.MULTILINE)


def distinct_blocks(documents: list[str], *targets: str) -> list[tuple[Block, Block | None]]:
    """Return the blocks to run with one of these targets, and their outputs; what stands in two editions only once."""
    found: dict[tuple[str, str], tuple[Block, Block | None]] = {}
    for document in documents:
        for block, output in with_outputs(blocks_of(document)):
            if block.target in targets:
                found.setdefault((commands_of(block), output.text if output else ""), (block, output))
    return list(found.values())


def settings_rows() -> list[tuple[str, str, str]]:
    """Return name, default and meaning of every setting as a table shows them."""
    return [
        (f"`{name.upper()}`", _shown_default(field), field.description or "")
        for name, field in Settings.model_fields.items()
    ]


def _shown_default(field: FieldInfo) -> str:
    default = field.default.get_secret_value() if hasattr(field.default, "get_secret_value") else field.default
    if isinstance(default, Path) and default.is_absolute():
        default = default.relative_to(ROOT)
    if default in ("", Path()):
        return "–"  # it depends on other settings; the meaning says how
    others = [f"`{choice}`" for choice in _choices(field) if choice != default]
    return f"`{default}`" + (f" ({', '.join(others)})" if others else "")


def _choices(field: FieldInfo) -> tuple[object, ...]:
    return get_args(field.annotation) if get_origin(field.annotation) is Literal else ()


def with_outputs(blocks: list[Block]) -> list[tuple[Block, Block | None]]:
    """Pair each block that is run with the output block that follows it, if there is one."""
    pairs: list[tuple[Block, Block | None]] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.kind == "run":
            pairs.append((block, following if following is not None and following.kind == "output" else None))
    return pairs


def matches_output(expected: str, printed: str) -> bool:
    """Whether what was printed is what a document shows, with `…` standing for any text within a line."""
    pattern = "\n".join(
        ".*".join(re.escape(part) for part in line.rstrip().split("…")) for line in expected.rstrip().splitlines()
    )
    lines = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch(pattern, lines) is not None
