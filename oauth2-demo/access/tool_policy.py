"""What a tool demands of its callers: scopes, declared beside the tool, and consent, decided in one file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from oauth2_demo.access.errors import AccessRefusedError, PolicyFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DEFAULT_SCOPE: Final = "mcp.access"
"""Opens every server; a tool may demand more."""
OWN_SCOPES: Final = frozenset({DEFAULT_SCOPE, "audit.read", "audit.report", "token.create"})
"""What the tools of this project demand, and the client that they act as is therefore granted."""
SCOPES_META_KEY: Final = "mcp-docker/scopes"
ConsentRule = Literal["required", "not_required"]
_RULES: Final[tuple[ConsentRule, ...]] = ("required", "not_required")
_DAY_S: Final = 86_400


def demands(*scopes: str) -> dict[str, list[str]]:
    """Return the `meta` of a tool that needs these scopes beside the one that opens the server."""
    return {SCOPES_META_KEY: list(scopes)}


def demanded_scopes(meta: Mapping[str, object] | None) -> frozenset[str]:
    """Return the scopes that a tool's metadata declares."""
    declared = (meta or {}).get(SCOPES_META_KEY, ())
    return frozenset(str(scope) for scope in declared) if isinstance(declared, list | tuple) else frozenset()


def check_scopes(demanded: frozenset[str], granted: frozenset[str]) -> None:
    """Compare scopes as whole words (RFC 6749, section 3.3).

    Raises:
        AccessRefusedError: One is missing; the error names it.
    """
    missing = tuple(sorted(demanded - granted))
    if missing:
        raise AccessRefusedError(
            "insufficient_scope",
            f"This tool needs the scope {' '.join(missing)}: ask for a token with it, if the client may have it.",
            missing_scopes=missing,
        )


def fingerprint(name: str, description: str | None, input_schema: Mapping[str, object]) -> str:
    """Return what pins a tool: a digest of all that a person read before consenting (tool poisoning, rug pull)."""
    text = json.dumps([name, description or "", input_schema], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class ToolPolicy:
    """Which tools demand consent, and how long it holds, in seconds."""

    default: ConsentRule
    lifetime_s: float
    rules: Mapping[str, ConsentRule] = field(default_factory=dict)

    def needs_consent(self, tool_name: str) -> bool:
        """Whether a call of this tool needs its user's consent."""
        return self.rules.get(tool_name, self.default) == "required"


def load_tool_policy(path: Path) -> ToolPolicy:
    """Read the policy file.

    Raises:
        PolicyFileError: It is not there, or not in the form that `tool_policy.json` shows.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyFileError(f"the tool policy {path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise PolicyFileError(f"the tool policy {path} is not JSON: {error}") from None
    consent = data.get("consent") if isinstance(data, dict) else None
    if not isinstance(consent, dict) or set(consent) != {"default", "lifetime_days", "tools"}:
        raise PolicyFileError(f'{path}: "consent" must have exactly the members default, lifetime_days and tools')
    lifetime_days = consent["lifetime_days"]
    if isinstance(lifetime_days, bool) or not isinstance(lifetime_days, int | float) or lifetime_days <= 0:
        raise PolicyFileError(f"{path}: consent.lifetime_days must be a number above 0")
    rules = consent["tools"]
    if not isinstance(rules, dict):
        raise PolicyFileError(f"{path}: consent.tools must map names of tools to {' or '.join(_RULES)}")
    return ToolPolicy(
        default=_rule(path, "default", consent["default"]),
        lifetime_s=lifetime_days * _DAY_S,
        rules={name: _rule(path, f"tools.{name}", rule) for name, rule in rules.items()},
    )


def _rule(path: Path, place: str, value: object) -> ConsentRule:
    for rule in _RULES:
        if value == rule:
            return rule
    raise PolicyFileError(f"{path}: consent.{place} must be {' or '.join(_RULES)}")
