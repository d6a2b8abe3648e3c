"""The pattern file: what each PII type is, read and validated (`pii_patterns.json`)."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from oauth2_demo.security.pii.checks import CHECKS
from oauth2_demo.security.pii.regex_safety import find_unsafe_repeat

DEFAULT_PATTERNS = Path(__file__).resolve().parent.parent / "pii_patterns.json"

# CRC-32 of the pattern file as it is shipped. After an edit the file is validated in full each time it is loaded.
SHIPPED_CRC32 = 0xDEEB4196

SEVERITIES = ("low", "medium", "high", "critical")
GATES = ("digits", "literal", "token", "around", "context", "shape", "scan", "field")
CONTEXT_USES = ("ignored", "optional", "required")
BUILT_IN = ("korean_name", "person_name", "address", "ip_address", "email", "url_credentials", "private_key")


class PatternError(ValueError):
    """The pattern file cannot be used; the message names file, line and remedy."""


class Example(NamedTuple):
    """A text and the value that must be found in it, or None if nothing of the type may be found."""

    text: str
    value: str | None


class PatternSpec(NamedTuple):
    """One way a value of a type is written."""

    regex: str
    gate: str = "scan"
    literals: tuple[str, ...] = ()
    check: str | None = None
    context: str = "ignored"
    lead: tuple[int, ...] = ()
    before: int = 0
    score: float = 0.9


class TypeSpec(NamedTuple):
    """One type of personal data."""

    name: str
    severity: str
    priority: int
    patterns: tuple[PatternSpec, ...] = ()
    context: tuple[str, ...] = ()
    context_after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    enabled: bool = True


Patterns = Mapping[str, TypeSpec]


def load_patterns(path: Path | str = DEFAULT_PATTERNS) -> dict[str, TypeSpec]:
    """Read and validate a pattern file.

    Raises:
        PatternError: The file is missing, is not JSON, has an unknown or missing key, a regular expression that does
            not compile, or one whose nested repeats could take exponential time.
    """
    source = Path(path)
    text, document = _parsed(source)
    # The file as shipped is checked by a test; compiling every expression again would double the start-up time.
    shipped = zlib.crc32(text.encode()) == SHIPPED_CRC32
    return _Reader(source, text, compile_all=not shipped).read(document)


def _parsed(source: Path) -> tuple[str, object]:
    try:
        text = source.read_text(encoding="utf-8")
        return text, json.loads(text, object_pairs_hook=_without_doubles)
    except OSError as error:
        raise PatternError(f"{source}: cannot be read ({error.strerror}); restore it or pass another path") from None
    except UnicodeDecodeError as error:
        raise PatternError(f"{source}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except json.JSONDecodeError as error:
        raise PatternError(f"{source}, line {error.lineno}: not JSON ({error.msg}); correct that line") from None
    except _DoubledKeyError as error:
        # The parser gives no places; the last line that holds the key is the one that was added.
        line = max(number for number, line in enumerate(text.splitlines(), 1) if f'"{error}"' in line)
        raise PatternError(f'{source}, line {line}: "{error}" stands twice in one object; keep one') from None
    except (ValueError, RecursionError):
        raise PatternError(f"{source}: a number or the nesting is beyond all measure; restore the file") from None


class _DoubledKeyError(Exception):
    """JSON lets a key stand twice and keeps the last: a type of the user would silently replace one of ours."""


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise _DoubledKeyError(next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at])))
    return table


class _Reader:
    """Turns the parsed file into specs; knows the text to name lines."""

    def __init__(self, source: Path, text: str, *, compile_all: bool) -> None:
        self._source = source
        self._compile_all = compile_all
        self._lines = text.splitlines()

    def read(self, document: object) -> dict[str, TypeSpec]:
        root = self._table(document, "the file", {"version", "types"}, {"version", "types"})
        if root["version"] != 1:
            raise self._error("version", '"version" must be 1; this release reads no other')
        types = self._table(root["types"], "types")
        return {name: self._type(name, body) for name, body in types.items()}

    def _type(self, name: str, body: object) -> TypeSpec:
        where = f'"{name}"'
        allowed = {
            "description",
            "enabled",
            "severity",
            "priority",
            "patterns",
            "context",
            "context_after",
            "not_after",
            "examples",
        }
        table = self._table(body, where, allowed, {"severity", "priority", "examples"})
        if not re.fullmatch("[a-z][a-z0-9_]{0,40}", name):
            raise self._error(where, f"type name {where} must be lower-case letters, digits and underscores")
        raw_patterns = self._list(table.get("patterns", []), name, "patterns")
        if not raw_patterns and name not in BUILT_IN:
            raise self._error(where, f'{where} has no "patterns"; add at least one with a "regex"')
        return TypeSpec(
            name=name,
            severity=self._choice(table["severity"], SEVERITIES, name, "severity"),
            priority=self._whole_number(table["priority"], name),
            patterns=tuple(self._pattern(name, pattern) for pattern in raw_patterns),
            context=self._words(table, name, "context"),
            context_after=self._words(table, name, "context_after"),
            not_after=self._words(table, name, "not_after"),
            examples=self._examples(table["examples"], name),
            enabled=self._flag(table.get("enabled", True), name),
        )

    def _pattern(self, name: str, body: object) -> PatternSpec:
        allowed = {"regex", "gate", "literals", "check", "context", "lead", "before", "score"}
        table = self._table(body, f'a pattern of "{name}"', allowed, {"regex"})
        regex = self._regex(table["regex"], name)
        gate = self._choice(table.get("gate", "scan"), GATES, name, "gate")
        literals = self._strings(table.get("literals", []), name, "literals")
        if gate in ("literal", "token", "shape", "around") and not all(literals or [""]):
            raise self._error(regex, f'"{name}": gate "{gate}" needs "literals", the texts a value contains')
        check = table.get("check")
        if check is not None and (not isinstance(check, str) or check not in CHECKS):
            raise self._error(str(check), f'"{name}": unknown check {check!r}; known are {", ".join(sorted(CHECKS))}')
        lead = tuple(self._whole_number(size, name) for size in self._list(table.get("lead", []), name, "lead"))
        score = table.get("score", 0.9)
        if not isinstance(score, (int, float)) or isinstance(score, bool) or not 0 < score <= 1:
            raise self._error("score", f'"{name}": "score" must be a number above 0 and at most 1')
        context = self._choice(table.get("context", "ignored"), CONTEXT_USES, name, "context")
        before = self._whole_number(table.get("before", 0), name)
        return PatternSpec(
            regex, gate, literals, None if check is None else str(check), context, lead, before, float(score)
        )

    def _regex(self, value: object, name: str) -> str:
        if not isinstance(value, str) or not value:
            raise self._error(name, f'"{name}": "regex" must be a text that is not empty')
        if not self._compile_all:
            return value
        try:
            unsafe = find_unsafe_repeat(value)
            matches_empty = re.compile(value).fullmatch("") is not None
        except re.error as error:
            raise self._error(value, f'"{name}": regular expression does not compile ({error.msg})') from None
        except (RecursionError, OverflowError):
            raise self._error(name, f'"{name}": the regular expression is nested too deeply; make it simpler') from None
        if unsafe:
            raise self._error(value, f'"{name}": {unsafe}; bound the inner or the outer repeat, such as {{1,20}}')
        if matches_empty:
            raise self._error(value, f'"{name}": the expression matches the empty text; make one part required')
        return value

    def _words(self, table: Mapping[str, object], name: str, key: str) -> tuple[str, ...]:
        groups = self._table(table.get(key, {}), f'"{key}" of "{name}"', {"ko", "en"})
        return tuple(word for group in groups.values() for word in self._strings(group, name, key))

    def _examples(self, value: object, name: str) -> tuple[Example, ...]:
        table = self._table(value, f'"examples" of "{name}"', {"match", "no_match"}, {"match", "no_match"})
        found = []
        for entry in self._list(table["match"], name, "examples"):
            pair = self._table(entry, f'an example of "{name}"', {"text", "value"}, {"text", "value"})
            found.append(Example(str(pair["text"]), str(pair["value"])))
        return (*found, *(Example(text, None) for text in self._strings(table["no_match"], name, "examples")))

    def _table(
        self, value: object, where: str, allowed: set[str] | None = None, required: set[str] | None = None
    ) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self._error(where, f"{where} must be an object")
        for key in value:
            if allowed is not None and key not in allowed:
                raise self._error(
                    f'"{key}"', f'{where} has the unknown key "{key}"; allowed are {", ".join(sorted(allowed))}'
                )
        for key in sorted((required or set()) - value.keys()):
            raise self._error(where, f'{where} lacks "{key}"; add it')
        return value

    def _list(self, value: object, name: str, key: str) -> list[object]:
        if not isinstance(value, list):
            raise self._error(f'"{key}"', f'"{name}": "{key}" must be a list')
        return value

    def _strings(self, value: object, name: str, key: str) -> tuple[str, ...]:
        items = self._list(value, name, key)
        if not all(isinstance(item, str) and item for item in items):
            raise self._error(f'"{key}"', f'"{name}": "{key}" must hold texts that are not empty')
        return tuple(str(item) for item in items)

    def _choice(self, value: object, options: tuple[str, ...], name: str, key: str) -> str:
        if value not in options:
            raise self._error(f'"{value}"', f'"{name}": "{key}" must be one of {", ".join(options)}')
        return str(value)

    def _whole_number(self, value: object, name: str) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._error(f'"{name}"', f'"{name}": {value!r} must be a whole number')
        return value

    def _flag(self, value: object, name: str) -> bool:
        if not isinstance(value, bool):
            raise self._error(f'"{name}"', f'"{name}": "enabled" must be true or false')
        return value

    def _error(self, needle: str, message: str) -> PatternError:
        return PatternError(f"{self._source}, line {self._line_of(needle)}: {message}")

    def _line_of(self, needle: str) -> int:
        escaped = json.dumps(needle, ensure_ascii=False)[1:-1]
        for number, line in enumerate(self._lines, 1):
            if needle in line or escaped in line:
                return number
        return 1
