"""What `@secure_tool` lets out of an exception that a tool raised: its kind, and nothing personal."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.errors import ProtectionUnavailable, SecurityException
from oauth2_demo.security.secure_tool import secure_tool
from oauth2_demo.tests.unit.security_fakes import EMAIL, PHONE, Bench

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.unit


@pytest.fixture
def bench() -> Bench:
    return Bench()


class BankError(Exception):
    def __init__(self, text: str, account: str) -> None:
        super().__init__(text)
        self.account = account


class LiteralError(Exception):
    def __str__(self) -> str:
        return PHONE


@pytest.mark.parametrize("policy", ["encrypt", "mask", "reject", "tokenize", "allow"])
def test_error_texts_are_cleaned_whatever_the_policy(bench: Bench, policy: str) -> None:
    @secure_tool(requires_encryption=False, pii_policy=policy, services=lambda: bench.services)
    def tool() -> None:
        try:
            raise KeyError(EMAIL)
        except KeyError as error:
            raise BankError(f"no account of {PHONE}", PHONE) from error

    with pytest.raises(BankError) as failure:
        tool()
    assert PHONE not in f"{failure.value} {failure.value.account}"
    assert failure.value.__cause__ is None
    assert failure.value.__context__ is None
    assert bench.trail.events[0].details["error"] == "BankError"


def test_an_error_that_cannot_be_cleaned_is_withheld(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services)
    def tool() -> None:
        raise LiteralError

    with pytest.raises(SecurityException, match=r"holds personal data \(phone ×1\): withheld"):
        tool()


class SilentError(Exception):
    """Says nothing of what it was made of."""

    def __str__(self) -> str:
        return "failed"

    def __repr__(self) -> str:
        return "SilentError()"


class SlottedError(Exception):
    __slots__ = ("phone",)

    def __init__(self) -> None:
        self.phone = PHONE


def _open_file() -> None:
    Path(f"/nowhere/{EMAIL}").read_text()


def _parse() -> None:
    json.loads("{" + PHONE)


def _decode() -> None:
    (b"\xff" + PHONE.encode()).decode()


def _note() -> None:
    error = ValueError("failed")
    error.add_note(f"call {PHONE}")
    raise error


def _silent() -> None:
    raise SilentError({"phone": [PHONE]})


def _slotted() -> None:
    raise SlottedError


def _with_record() -> None:
    raise BankError("failed", PHONE)


def _exit() -> None:
    sys.exit(f"call {PHONE}")


def _group() -> None:
    raise ExceptionGroup("several", [ValueError(PHONE), ExceptionGroup("inner", [KeyError(EMAIL)])])


def _every_text_of(error: BaseException) -> str:
    """What a program could print of an error, its group, and what Python remembers as their causes."""
    slots = ("filename", "doc", "object", "code", "phone", "account", "args", "__notes__")
    texts = [*traceback.format_exception_only(error), repr(error), *(repr(getattr(error, name, "")) for name in slots)]
    family = [error.__cause__, error.__context__, *getattr(error, "exceptions", ())]
    return "".join(texts) + "".join(_every_text_of(one) for one in family if one is not None)


@pytest.mark.parametrize(
    ("fail", "kind"),
    [
        (_open_file, FileNotFoundError),
        (_parse, json.JSONDecodeError),
        (_decode, UnicodeDecodeError),
        (_note, ValueError),
        (_silent, SilentError),
        (_slotted, SlottedError),
        (_with_record, BankError),
        (_exit, SystemExit),
        (_group, ExceptionGroup),
    ],
)
def test_no_part_of_an_error_keeps_personal_data_and_its_kind_stays(
    bench: Bench, fail: Callable[[], None], kind: type[BaseException]
) -> None:
    tool = secure_tool(requires_encryption=False, pii_policy="mask", services=lambda: bench.services)(fail)
    with pytest.raises(kind) as failure:
        tool()
    assert PHONE not in _every_text_of(failure.value)
    assert EMAIL not in _every_text_of(failure.value)


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise ValueError(PHONE)


def _unspeakable() -> None:
    raise UnspeakableError


def _group_by_name() -> None:
    raise ExceptionGroup(f"about {PHONE}", [ValueError("x")])


@pytest.mark.parametrize(("fail", "reason"), [(_unspeakable, "cannot be checked"), (_group_by_name, r"\(phone ×1\)")])
def test_what_is_raised_instead_of_a_withheld_error_does_not_remember_it(
    bench: Bench, fail: Callable[[], None], reason: str
) -> None:
    tool = secure_tool(requires_encryption=False, pii_policy="mask", services=lambda: bench.services)(fail)
    with pytest.raises(SecurityException, match=reason) as failure:
        tool()
    assert PHONE not in _every_text_of(failure.value)


def test_an_error_that_cannot_be_checked_is_withheld(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services)
    def tool() -> None:
        bench.detector.is_broken = True
        raise ValueError(PHONE)

    with pytest.raises(ProtectionUnavailable):
        tool()


def test_a_clean_error_is_raised_as_it_is(bench: Bench) -> None:
    cause = KeyError("x")

    @secure_tool(services=lambda: bench.services)
    def tool() -> None:
        raise ValueError("nothing private") from cause

    with pytest.raises(ValueError, match="nothing private") as failure:
        tool()
    assert failure.value.__cause__ is cause
