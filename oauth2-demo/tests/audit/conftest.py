"""Fixtures of the audit tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from oauth2_demo.tests.audit.audit_support import Installation

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)
