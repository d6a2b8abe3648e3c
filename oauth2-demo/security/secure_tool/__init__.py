"""The decorator that guards tools."""

from __future__ import annotations

from oauth2_demo.security.secure_tool.decorator import secure_tool
from oauth2_demo.security.secure_tool.spec import ToolSpec, spec_of

__all__ = ["ToolSpec", "secure_tool", "spec_of"]
