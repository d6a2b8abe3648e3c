"""Advice names commands that exist: every `mcp-docker …` in documents, messages and scripts."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer

from oauth2_demo.cli.main import app

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
# In documents and messages commands stand between backticks, or behind the container or uv that runs them.
NAMED = re.compile(r"(?:`|-docker |uv run )mcp-docker ([a-z][a-z-]+)(?: ([a-z][a-z-]+))?")


def _commands() -> dict[str, set[str]]:
    """Return the commands, and the commands of each group."""
    root = typer.main.get_command(app)
    return {name: set(getattr(command, "commands", ())) for name, command in getattr(root, "commands", {}).items()}


def _texts() -> list[tuple[str, str]]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listing.stdout.split("\0") if name.endswith((".md", ".py", ".sh", ".yml"))]
    wanted = [name for name in names if "/tests/" not in name and (ROOT / name).is_file()]
    return [(name, (ROOT / name).read_text(encoding="utf-8")) for name in wanted]


def test_every_command_that_is_named_exists() -> None:
    commands = _commands()
    named = [(place, *found.groups()) for place, text in _texts() for found in NAMED.finditer(text)]
    assert len(named) > 50
    unknown = [
        (place, command, sub)
        for place, command, sub in named
        if command not in commands or (sub and commands[command] and sub not in commands[command])
    ]
    assert unknown == []
