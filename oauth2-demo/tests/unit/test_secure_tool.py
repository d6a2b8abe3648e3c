"""`@secure_tool` around sync and async functions, with small stand-ins for the detector, the cipher and the log."""

from __future__ import annotations

import asyncio
import inspect
import re
import threading
from typing import TYPE_CHECKING

import pytest

from oauth2_demo.security.caller import Caller, calling
from oauth2_demo.security.errors import PersonalDataRefused, ProtectionUnavailable, TokenRefused
from oauth2_demo.security.policy import Action, Policy
from oauth2_demo.security.secure_tool import secure_tool, spec_of
from oauth2_demo.security.secure_tool.size import is_large
from oauth2_demo.security.services import SecurityServices
from oauth2_demo.tests.unit.security_fakes import EMAIL, PHONE, Bench, FakeTrail, stars

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.unit


@pytest.fixture
def bench() -> Bench:
    return Bench()


def sealed_values(bench: Bench, text: str) -> list[str]:
    return [bench.cipher.decrypt(token) for token in re.findall(r":(gAAAA[^\]]+)\]", text)]


def test_arguments_are_encrypted_before_the_body_sees_them(bench: Bench) -> None:
    seen: list[object] = []

    @secure_tool(services=lambda: bench.services)
    def tool(text: str, *more: str, **named: object) -> str:
        seen.extend((text, more, named))
        return "done"

    assert tool(f"call {PHONE}", EMAIL, deep={"a": [PHONE]}) == "done"
    assert PHONE not in str(seen)
    assert EMAIL not in str(seen)
    assert sealed_values(bench, str(seen)) == [PHONE, EMAIL, PHONE]


def test_results_are_protected_like_arguments(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services)
    def tool() -> dict[str, list[str]]:
        return {"rows": [PHONE, EMAIL]}

    result = tool()
    assert sealed_values(bench, str(result)) == [PHONE, EMAIL]


def test_results_may_have_a_policy_of_their_own(bench: Bench) -> None:
    @secure_tool(requires_encryption=False, pii_policy="allow", result_policy="mask", services=lambda: bench.services)
    def echo(text: str) -> str:
        assert text == PHONE
        return text

    assert echo(PHONE) == "****"
    assert bench.trail.events[0].details == {"found_in_arguments": 1, "found_in_result": 1, "pii_phone": 2}


def test_an_awaited_function_is_guarded_by_the_same_steps(bench: Bench) -> None:
    @secure_tool(pii_policy="mask", services=lambda: bench.services)
    async def tool(text: str) -> str:
        await asyncio.sleep(0)
        return f"{text} {EMAIL}"

    assert inspect.iscoroutinefunction(tool)
    assert asyncio.run(tool(PHONE)) == "**** ****"
    assert bench.trail.story == [("tool_access", "executed_with_masking")]
    assert bench.trail.blocking == []


def test_large_values_are_scanned_off_the_event_loop(bench: Bench) -> None:
    threads: set[int] = set()
    scan = bench.detector.scan_text

    def watched(text: str) -> object:
        threads.add(threading.get_ident())
        return scan(text)

    bench.detector.scan_text = watched  # type: ignore[method-assign,assignment] # records where it runs

    @secure_tool(pii_policy="mask", services=lambda: bench.services)
    async def tool(text: str) -> list[str]:
        return [text, PHONE]

    assert asyncio.run(tool("x" * 40_000))[1] == "****"
    assert threading.get_ident() not in threads
    threads.clear()
    asyncio.run(tool("short"))
    assert threads == {threading.get_ident()}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("x" * 32_768, False),
        ("x" * 32_769, True),
        ({"a": ["x" * 20_000, b"x" * 20_000]}, True),
        (Caller("x" * 40_000), False),
        (ValueError(), False),
        (list(range(5_000)), True),
        (list(range(4_000)), False),
    ],
)
def test_size_is_judged_without_looking_at_everything(value: object, expected: bool) -> None:
    assert is_large(value) is expected


def test_the_record_of_a_call_says_who_what_and_how(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services, name="crm.lookup")
    def tool(text: str, limit: int) -> str:
        return f"{text}{limit}"

    with calling(Caller("s", client_id="agent", user_id="kim", request_id="a" * 32)) as records:
        tool(PHONE, 3)
    event = bench.trail.events[0]
    assert (event.tool_name, event.client_id, event.user_id, event.request_id) == (
        "crm.lookup",
        "agent",
        "kim",
        "a" * 32,
    )
    assert (event.contains_pii, event.action_taken, event.outcome) == (True, "executed_with_encryption", "success")
    assert event.parameter_count == 2
    assert records == ["record-1"]
    assert PHONE not in repr(event)


@pytest.mark.parametrize(
    ("policy", "action"),
    [
        ("encrypt", "executed_with_encryption"),
        ("tokenize", "executed_with_tokenization"),
        ("mask", "executed_with_masking"),
        (Policy(Action.MASK, {"email": Action.ENCRYPT}), "executed_with_encryption"),
    ],
)
def test_the_record_names_the_strongest_thing_that_was_done(bench: Bench, policy: str | Policy, action: str) -> None:
    @secure_tool(pii_policy=policy, services=lambda: bench.services)
    def tool(text: str) -> str:
        return text

    tool("clean")
    tool(f"{PHONE} {EMAIL}")
    assert [event.action_taken for event in bench.trail.events] == ["executed", action]


def test_a_rejected_call_never_reaches_the_body_and_is_recorded(bench: Bench) -> None:
    @secure_tool(pii_policy="reject", log_access=False, services=lambda: bench.services)
    def tool(text: str) -> str:
        raise AssertionError(text)

    with pytest.raises(PersonalDataRefused) as refusal:
        tool(PHONE)
    assert refusal.value.event_id == "record-1"
    assert bench.trail.story == [("tool_refused", "refused_by_policy")]
    assert bench.trail.events[0].details == {"pii_phone": 1}
    assert PHONE not in str(refusal.value)


def test_a_rejected_result_never_leaves_and_is_recorded(bench: Bench) -> None:
    @secure_tool(result_policy="reject", services=lambda: bench.services)
    def tool() -> str:
        return PHONE

    with pytest.raises(PersonalDataRefused):
        tool()
    assert bench.trail.story == [("tool_refused", "refused_by_policy")]


@pytest.mark.parametrize("part", ["detector", "encryption", "audit"])
@pytest.mark.parametrize("is_async", [False, True])
def test_a_guard_that_fails_refuses_the_call(bench: Bench, part: str, is_async: bool) -> None:
    ran: list[bool] = []
    bench.detector.is_broken = part == "detector"
    bench.cipher.is_broken = part == "encryption"
    bench.trail.fails_at = 0 if part == "audit" else None

    @secure_tool(services=lambda: bench.services, records_intent=True)
    def tool(text: str) -> None:
        del text
        ran.append(True)

    @secure_tool(services=lambda: bench.services, records_intent=True)
    async def async_tool(text: str) -> None:
        del text
        ran.append(True)

    with pytest.raises(ProtectionUnavailable) as refusal:
        asyncio.run(async_tool("clean")) if is_async else tool("clean")
    assert refusal.value.guard == part
    assert ran == []
    assert bench.trail.story == ([] if part == "audit" else [("tool_refused", f"refused_without_{part}")])


@pytest.mark.parametrize("part", ["detector", "audit"])
def test_what_cannot_even_be_opened_refuses_the_call(part: str) -> None:
    def fails() -> FakeTrail:
        raise OSError("/secret/path")

    bench = Bench()
    services = SecurityServices(
        open_detector=fails if part == "detector" else lambda: bench.detector,  # type: ignore[arg-type]
        open_cipher=lambda: bench.cipher,
        open_audit=fails if part == "audit" else lambda: bench.trail,
        masking=stars,
        process=Caller("s"),
    )

    @secure_tool(services=lambda: services)
    def tool() -> str:
        return "clean"

    with pytest.raises(ProtectionUnavailable) as refusal:
        tool()
    assert refusal.value.guard == part
    assert "/secret/path" not in str(refusal.value)


def test_an_answer_without_a_record_does_not_leave(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services)
    def tool() -> str:
        bench.trail.fails_at = 0
        return "answer"

    with pytest.raises(ProtectionUnavailable) as refusal:
        tool()
    assert refusal.value.guard == "audit"


def test_encryption_that_does_not_round_trip_refuses_the_call(bench: Bench) -> None:
    bench.cipher.decrypt = lambda token: f"other {token}"  # type: ignore[method-assign] # a wrong key ring

    @secure_tool(services=lambda: bench.services)
    def tool() -> str:
        return "clean"

    with pytest.raises(ProtectionUnavailable, match="encryption key cannot be used"):
        tool()


def test_without_the_need_for_encryption_a_broken_key_stops_only_what_needs_it(bench: Bench) -> None:
    bench.cipher.is_broken = True

    @secure_tool(requires_encryption=False, services=lambda: bench.services)
    def tool(text: str) -> str:
        return text

    assert tool("clean") == "clean"
    with pytest.raises(ProtectionUnavailable):
        tool(PHONE)


def test_quiet_tools_record_refusals_failures_and_personal_data_all_the_same(bench: Bench) -> None:
    @secure_tool(log_access=False, pii_policy="mask", services=lambda: bench.services)
    def tool(text: str) -> str:
        if text == "fail":
            raise ValueError("no")
        return text

    tool("clean")
    assert bench.trail.story == []
    tool(PHONE)
    with pytest.raises(ValueError, match="no"):
        tool("fail")
    assert bench.trail.story == [("tool_access", "executed_with_masking"), ("tool_failed", "failed")]


def test_work_that_cannot_be_undone_is_recorded_before_and_after(bench: Bench) -> None:
    during: list[object] = []

    @secure_tool(records_intent=True, log_access=False, services=lambda: bench.services)
    def tool() -> None:
        during.extend(bench.trail.story)

    tool()
    assert during == [("tool_intent", "about_to_execute")]
    assert bench.trail.story == [("tool_intent", "about_to_execute"), ("tool_access", "executed")]


def test_a_tool_that_may_gets_the_value_back_and_the_reveal_is_recorded_first(bench: Bench) -> None:
    @secure_tool(pii_policy="tokenize", services=lambda: bench.services)
    def lookup() -> str:
        return f"{PHONE} {EMAIL}"

    story_at_reveal: list[object] = []

    @secure_tool(pii_policy="tokenize", reveals=("phone",), services=lambda: bench.services)
    def dial(number: str, mail: str) -> str:
        story_at_reveal.extend(bench.trail.story)
        assert number == PHONE
        assert EMAIL not in mail
        return f"dialled {number}"

    number, mail = lookup().split()
    assert dial(number, mail) == f"dialled {number}"
    assert story_at_reveal[-1] == ("pii_revealed", "revealed")
    reveal = bench.trail.events[1]
    assert (reveal.tool_name, reveal.details) == ("dial", {"pii_phone": 1})


def test_a_reveal_that_cannot_be_recorded_does_not_happen(bench: Bench) -> None:
    token = bench.process(PHONE, "tokenize").text
    bench.trail.fails_at = 0

    @secure_tool(pii_policy="tokenize", reveals=("phone",), services=lambda: bench.services)
    def dial(number: str) -> str:
        raise AssertionError(number)

    with pytest.raises(ProtectionUnavailable):
        dial(token)


def test_a_token_of_another_session_is_refused_and_recorded(bench: Bench) -> None:
    token = bench.process(PHONE, "tokenize").text

    @secure_tool(pii_policy="tokenize", reveals=("phone",), services=lambda: bench.services)
    def dial(number: str) -> str:
        raise AssertionError(number)

    with calling(Caller("session-b")), pytest.raises(TokenRefused):
        dial(token)
    assert bench.trail.story == [("tool_refused", "refused_token")]


def test_without_the_right_to_reveal_a_token_stays_a_token(bench: Bench) -> None:
    token = bench.process(PHONE, "tokenize").text

    @secure_tool(pii_policy="tokenize", services=lambda: bench.services)
    def echo(number: str) -> str:
        return number

    assert echo(token) == token
    assert bench.trail.story == [("tool_access", "executed")]


def test_a_cancelled_call_leaves_a_record_and_stays_cancelled(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services)
    async def tool() -> None:
        await asyncio.Event().wait()

    async def cancel() -> None:
        task = asyncio.create_task(tool())
        await asyncio.sleep(0)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancel())
    assert bench.trail.story == [("tool_failed", "failed")]
    assert bench.trail.blocking == ["record-1"]


def test_a_method_is_guarded_without_its_receiver(bench: Bench) -> None:
    class Crm:
        phone = PHONE

        @secure_tool(pii_policy="mask", services=lambda: bench.services)
        def look(self, text: str) -> tuple[str, bool]:
            return text, self.phone == PHONE

        @staticmethod
        @secure_tool(pii_policy="mask", services=lambda: bench.services)
        def plain(text: str) -> str:
            return text

    assert Crm().look(PHONE) == ("****", True)
    assert bench.trail.events[0].parameter_count == 1
    assert Crm.plain(PHONE) == "****"


def test_without_parentheses_it_takes_the_defaults() -> None:
    @secure_tool
    def tool(text: str) -> str:
        return text

    spec = spec_of(tool)
    assert spec is not None
    assert (spec.requires_encryption, spec.log_access, spec.argument_policy.action) == (True, True, Action.ENCRYPT)
    assert tool.__name__ == "tool"
    assert str(inspect.signature(tool)) == "(text: 'str') -> 'str'"


def test_a_wrong_call_is_the_callers_error(bench: Bench) -> None:
    @secure_tool(services=lambda: bench.services)
    def tool(text: str) -> str:
        return text

    with pytest.raises(TypeError, match="missing a required argument: 'text'"):
        tool()  # type: ignore[call-arg] # the wrong call
    assert spec_of(len) is None


def generator() -> Iterator[str]:
    yield ""


async def async_generator() -> object:
    yield ""


class Callee:
    def __call__(self) -> None: ...


def fine() -> None: ...


@pytest.mark.parametrize(
    ("options", "target", "message"),
    [
        ({"pii_policy": "delete"}, fine, r"on fine: unknown PII policy 'delete'"),
        ({"result_policy": 3}, fine, "not int"),
        ({}, Callee(), "goes on a function, not on Callee"),
        ({}, staticmethod(fine), "stands below them"),
        ({}, generator, "a generator cannot be checked"),
        ({}, async_generator, "a generator cannot be checked"),
        ({"pii_policy": "allow"}, fine, "requires_encryption=True forbids"),
        ({"result_policy": Policy(overrides={"phone": Action.ALLOW})}, fine, "requires_encryption=True forbids"),
        ({"reveals": "phone"}, fine, r'reveals=\("phone",\)'),
        ({"reveals": ("Phone!",)}, fine, "is no PII type"),
        ({}, secure_tool(fine), "guarded already"),
    ],
)
def test_wrong_use_fails_where_it_is_written(
    options: dict[str, object], target: Callable[[], None], message: str
) -> None:
    decorate = secure_tool(**options)  # type: ignore[call-overload] # what people write
    with pytest.raises((TypeError, ValueError), match=message):
        decorate(target)
