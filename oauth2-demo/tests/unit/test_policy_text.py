"""One text under each policy."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote

import pytest

from oauth2_demo.security.errors import PersonalDataRefused, ProtectionUnavailable, SecurityException
from oauth2_demo.security.policy import Action, Policy, TextProcessor, as_policy
from oauth2_demo.security.policy.spans import Span, merge
from oauth2_demo.tests.unit.security_fakes import EMAIL, PHONE, SSN, Bench, FakeCipher, FakeMatch, stars

pytestmark = pytest.mark.unit

TEXT = f"연락처 {PHONE}, 메일 {EMAIL} 입니다"


def test_encryption_replaces_each_piece_by_a_ciphertext_that_says_its_type() -> None:
    bench = Bench()
    processed = bench.process(TEXT)
    sealed = re.fullmatch(
        r"연락처 \[enc:phone:(gAAAA[^\]]+)\], 메일 \[enc:email:(gAAAA[^\]]+)\] 입니다", processed.text
    )
    assert sealed is not None
    assert [bench.cipher.decrypt(token) for token in sealed.groups()] == [PHONE, EMAIL]
    assert processed.counts == {"phone": 1, "email": 1}


def test_masking_uses_the_one_masking_routine() -> None:
    assert Bench().process(TEXT, "mask").text == "연락처 ****, 메일 **** 입니다"


def test_rejecting_names_types_and_counts_and_no_value() -> None:
    with pytest.raises(SecurityException) as refusal:
        Bench().process(f"{PHONE} {PHONE} {EMAIL}", "reject")
    assert "phone ×2" in str(refusal.value)
    assert "email ×1" in str(refusal.value)
    assert PHONE not in str(refusal.value)
    assert EMAIL not in str(refusal.value)


def test_allowing_changes_nothing_and_still_reports() -> None:
    processed = Bench().process(TEXT, "allow")
    assert processed.text == TEXT
    assert processed.counts == {"phone": 1, "email": 1}


def test_an_override_decides_over_the_default() -> None:
    policy = Policy(Action.MASK, {"ssn": Action.REJECT, "email": Action.ALLOW})
    assert Bench().process(TEXT, policy).text == f"연락처 ****, 메일 {EMAIL} 입니다"
    with pytest.raises(PersonalDataRefused) as refusal:
        Bench().process(f"{TEXT} {SSN}", policy)
    assert refusal.value.counts == {"ssn": 1}


def test_a_whole_text_is_one_piece_under_the_strictest_action() -> None:
    bench = Bench()
    policy = Policy(Action.MASK, {"email": Action.ENCRYPT}, whole_text=True)
    sealed = re.fullmatch(r"\[enc:text:(gAAAA[^\]]+)\]", bench.process(TEXT, policy).text)
    assert sealed is not None
    assert bench.cipher.decrypt(sealed[1]) == TEXT
    assert bench.process("이것은 깨끗합니다", policy).text == "이것은 깨끗합니다"


@pytest.mark.parametrize("action", ["encrypt", "mask", "tokenize"])
def test_processing_again_changes_nothing(action: str) -> None:
    bench = Bench()
    once = bench.process(TEXT, action)
    again = bench.process(once.text, action)
    assert again.text == once.text
    assert not again.contains_pii


def test_a_bare_ciphertext_of_ours_is_left_alone() -> None:
    bench = Bench()
    token = bench.cipher.encrypt(TEXT)
    assert bench.process(f"saved as {token}").text == f"saved as {token}"


@pytest.mark.parametrize(
    "disguise",
    [
        "[enc:email:gAAAA-hong@example.com]",
        f"[enc:phone:gAAAA-{PHONE}]",
        f"[enc:phone:gAAAAB]{PHONE}",
        f"[[phone:{PHONE}]]",
        "[[phone:0123456789abcdef0123456789abcdef]] 010-1234-5678",
        f"{FakeCipher().encrypt('a foreign key')} {PHONE}",
    ],
)
def test_a_mark_that_is_not_ours_hides_nothing(disguise: str) -> None:
    with pytest.raises(PersonalDataRefused):
        Bench().process(disguise, "reject")


def test_a_label_gives_context_and_is_no_part_of_the_text() -> None:
    bench = Bench()
    assert not bench.process("홍길동", "mask").contains_pii
    processed = bench.process("홍길동", "mask", label="이름")
    assert processed.text == "****"
    assert (processed.findings[0].start, processed.findings[0].end) == (0, 3)


def test_findings_say_where_in_the_original_text_and_hold_no_value() -> None:
    finding = Bench().process(TEXT, "mask").findings[1]
    assert TEXT[finding.start : finding.end] == EMAIL
    assert EMAIL not in repr(finding)


def test_the_result_prints_contains_and_unpacks_like_its_text() -> None:
    processed = Bench().process(TEXT, "mask")
    text, findings = processed
    assert str(processed) == text == processed.text
    assert "****" in processed
    assert PHONE not in processed
    assert findings == processed.findings


@pytest.mark.parametrize(
    ("encoding", "encoded"),
    [
        ("base64", base64.b64encode(TEXT.encode()).decode()),
        ("base64", base64.urlsafe_b64encode(f"{TEXT}?>?>".encode()).decode().rstrip("=")),
        ("base64", base64.encodebytes((TEXT * 3).encode()).decode().strip()),
        ("base64", "/upload/" + base64.urlsafe_b64encode(TEXT.encode()).decode()),
        ("base64", base64.b64encode(TEXT.encode("cp949")).decode()),
        ("base64", base64.b64encode(base64.b64encode(TEXT.encode())).decode()),
        ("base32", base64.b32encode(TEXT.encode()).decode()),
        ("hex", TEXT.encode().hex()),
        ("hex", TEXT.encode().hex(" ").upper()),
        ("percent", quote(TEXT, safe="")),
        ("percent", "".join(f"%{byte:02x}" for byte in PHONE.encode())),
    ],
)
def test_encoded_personal_data_is_found_and_replaced_with_its_wrapping(encoding: str, encoded: str) -> None:
    processed = Bench().process(f"id=1 {encoded} end", "mask")
    assert "phone" in processed.counts
    assert {finding.encoding for finding in processed.findings} == {encoding}
    assert not Bench().process(processed.text, "mask").contains_pii
    assert processed.text.startswith("id=1 ")
    assert processed.text.endswith(" end")


@pytest.mark.parametrize(
    "clean",
    [
        "d41d8cd98f00b204e9800998ecf8427e",
        "/usr/lib/python3/dist-packages/oauth2_demo_server",
        base64.b64encode(bytes(range(256))).decode(),
        base64.b64encode("아무것도 없는 문장입니다".encode()).decode(),
        "100% 할인, 50%25 더",
        "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U",
        "ABCDEFGHIJKLMNOPQ",
    ],
)
def test_encoded_or_random_text_without_personal_data_is_left_alone(clean: str) -> None:
    assert Bench().process(clean, "mask").text == clean


def test_what_is_seen_without_decoding_is_not_counted_twice() -> None:
    processed = Bench().process(f"mail={EMAIL}%20ok", "mask")
    assert processed.counts == {"email": 1}
    assert processed.text == "mail=****%20ok"


@pytest.mark.parametrize("action", ["encrypt", "mask", "reject", "tokenize", "allow"])
def test_a_broken_detector_lets_nothing_pass(action: str) -> None:
    bench = Bench()
    bench.detector.is_broken = True
    with pytest.raises(ProtectionUnavailable) as refusal:
        bench.process("깨끗한 문장", action)
    assert refusal.value.guard == "detector"
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_broken_encryption_lets_nothing_pass() -> None:
    bench = Bench()
    bench.cipher.is_broken = True
    with pytest.raises(ProtectionUnavailable) as refusal:
        bench.process(TEXT, "encrypt")
    assert refusal.value.guard == "encryption"
    assert PHONE not in str(refusal.value)


def test_an_unopenable_key_ring_is_no_reason_to_believe_a_ciphertext() -> None:
    def no_cipher() -> FakeCipher:
        raise OSError("no key file")

    bench = Bench()
    processor = TextProcessor(bench.detector, no_cipher, stars, bench.vault.session("s"))
    assert processor.process("[enc:email:gAAAAnothing]", Policy(Action.MASK)).text
    with pytest.raises(PersonalDataRefused):
        processor.process(f"[enc:phone:gAAAAB] {PHONE}", Policy(Action.REJECT))


def test_an_unknown_policy_is_told_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="unknown PII policy 'delete': choose one of 'encrypt', 'mask', 'reject'"):
        as_policy("delete")
    with pytest.raises(ValueError, match="unknown PII policy 'burn'"):
        Policy(overrides={"phone": "burn"})  # type: ignore[dict-item] # what a person writes
    with pytest.raises(ValueError, match="not int"):
        as_policy(3)  # type: ignore[arg-type] # what a person writes
    assert as_policy("mask") == Policy(Action.MASK)


def test_overlapping_readings_become_one_over_their_whole_reach() -> None:
    leading, other = Span(2, 6, ("a",)), Span(4, 9, ("b",))
    assert merge([leading], [other]) == [Span(2, 9, ("a",))]
    assert merge([], [leading, other]) == [Span(2, 9, ("a", "b"))]
    assert merge([leading], [Span(6, 9, ("b",))]) == [leading, Span(6, 9, ("b",))]


class OneAtATime:
    """Sees a number only when none stands before it, as a cue reaches only as far as the first value behind it."""

    def scan_text(self, text: str) -> list[FakeMatch]:
        found = re.search(r"[0-9]{3}-[0-9]{4}-[0-9]{4}|\*{4}@home", text)
        return [FakeMatch("phone", found.group(), found.start(), found.end())] if found else []


THREE = "전화 010-1111-1111, 02 010-2222-2222 팩스\t010-3333-3333."


@pytest.mark.parametrize("action", ["mask", "encrypt", "tokenize"])
def test_what_is_found_only_once_the_value_before_it_is_gone_is_protected_as_well(action: str) -> None:
    bench = Bench(detector=OneAtATime())  # type: ignore[arg-type] # a processor asks for no more
    processed = bench.process(THREE, action)
    values = [THREE[finding.start : finding.end] for finding in processed.findings]
    assert values == ["010-1111-1111", "010-2222-2222", "010-3333-3333"]
    assert not any(value in processed.text for value in values)
    assert re.fullmatch(r"전화 (\S+), 02 (\S+) 팩스\t(\S+)\.", processed.text)
    assert bench.process(processed.text, action).text == processed.text


def test_everything_there_is_to_reject_is_counted_and_what_is_allowed_uncovers_nothing() -> None:
    bench = Bench(detector=OneAtATime())  # type: ignore[arg-type] # a processor asks for no more
    with pytest.raises(PersonalDataRefused) as refusal:
        bench.process(THREE, "reject")
    assert refusal.value.counts == {"phone": 3}
    assert bench.process(THREE, "allow").counts == {"phone": 1}


def test_what_is_found_across_a_mask_takes_the_whole_value_with_it() -> None:
    bench = Bench(detector=OneAtATime())  # type: ignore[arg-type] # a processor asks for no more
    processed = bench.process("to 010-1111-1111@home now", "mask")
    assert processed.text == "to **** now"
    assert [(finding.start, finding.end) for finding in processed.findings] == [(3, 21)]


class FromTheRight:
    """Sees the last number only."""

    def scan_text(self, text: str) -> list[FakeMatch]:
        found = re.search(r"[0-9]{3}-[0-9]{4}-[0-9]{4}(?!.*[0-9])", text)
        return [FakeMatch("phone", found.group(), found.start(), found.end())] if found else []


def test_a_value_before_the_one_that_hid_it_is_found_where_it_stands() -> None:
    bench = Bench(detector=FromTheRight())  # type: ignore[arg-type] # a processor asks for no more
    processed = bench.process("a 010-1111-1111 b 010-2222-2222", "mask")
    assert processed.text == "a **** b ****"
    assert [(finding.start, finding.end) for finding in processed.findings] == [(2, 15), (18, 31)]
