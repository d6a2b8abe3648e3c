"""Every row of the protocol checklist about OAuth is named by a test, or there is a reason why none can be."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROWS = {"G": 30, "H": 19, "I": 20, "J": 7, "K": 7}
NOT_TESTABLE: dict[str, str] = {}
_ROW = re.compile(r"\b([G-K]-\d\d)\b")


def rows_named_by_tests() -> set[str]:
    """The rows in the docstrings of the test functions beside this file."""
    named: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                named.update(_ROW.findall(ast.get_docstring(node) or ""))
    return named


def test_each_row_has_a_test_or_a_reason() -> None:
    rows = {f"{section}-{number:02}" for section, count in ROWS.items() for number in range(1, count + 1)}
    assert rows_named_by_tests() | set(NOT_TESTABLE) == rows
    assert not rows_named_by_tests() & set(NOT_TESTABLE)
