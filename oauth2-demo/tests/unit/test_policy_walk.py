"""Every text in a value is reached, whatever the value is."""

from __future__ import annotations

import base64
import collections
import enum
import io
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, NamedTuple
from uuid import UUID

import pytest
from mcp_types import BlobResourceContents, CallToolResult, EmbeddedResource, ImageContent, TextContent
from pydantic import (
    AnyUrl,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    PrivateAttr,
    SecretStr,
    computed_field,
    field_serializer,
    model_serializer,
)

from oauth2_demo.security.errors import PersonalDataRefused, ProtectionUnavailable
from oauth2_demo.security.policy import Action, Policy, protect, revealable, revealed
from oauth2_demo.tests.unit.security_fakes import EMAIL, PHONE, SSN, Bench, FakeMatch

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.unit


class Person(BaseModel):
    model_config = ConfigDict(extra="allow")
    name: str
    phones: list[str] = []


@dataclass(frozen=True, slots=True)
class Frozen:
    phone: str
    more: dict[str, str] = field(default_factory=dict)


class Row(NamedTuple):
    phone: str
    number: int


class Plain:
    def __init__(self) -> None:
        self.phone = PHONE


class Printed:
    __slots__ = ()

    def __str__(self) -> str:
        return f"call {PHONE}"


class Stubborn:
    def __init__(self) -> None:
        self.phone = PHONE

    def __copy__(self) -> Stubborn:
        raise TypeError


class Level(enum.StrEnum):
    HIGH = "high"
    CONTACT = PHONE


class Kind(enum.Enum):
    NUMBER = 1
    CONTACT = (1, PHONE)


class Computed(BaseModel):
    """Makes its text from a private attribute."""

    number: int = 1
    _phone: str = PrivateAttr(default="")

    def __init__(self, phone: str) -> None:
        super().__init__()
        self._phone = phone

    @computed_field  # type: ignore[prop-decorator] # as pydantic documents it
    @property
    def line(self) -> str:
        """A line."""
        return f"call {self._phone}"


class Assembled(BaseModel):
    """Makes its text from numbers, which cannot be replaced."""

    last: int = 5678

    @computed_field  # type: ignore[prop-decorator] # as pydantic documents it
    @property
    def phone(self) -> str:
        """A number."""
        return f"010-1234-{self.last}"


class Opened(BaseModel):
    secret: SecretStr = SecretStr(PHONE)

    @field_serializer("secret", when_used="json")
    def _open(self, value: SecretStr) -> str:
        return value.get_secret_value()


class Swapped(BaseModel):
    number: int = 1

    @model_serializer
    def _swap(self) -> dict[str, str]:
        return {"phone": PHONE}


class Annotating(BaseModel):
    number: Annotated[int, PlainSerializer(lambda _: PHONE)] = 1


class Unserialisable(BaseModel):
    number: int = 1

    @model_serializer
    def _fail(self) -> dict[str, str]:
        raise ValueError(PHONE)


class Shouting(BaseModel):
    word: str = "clean"

    @field_serializer("word")
    def _shout(self, value: str) -> str:
        return value.upper()


def masked(value: object) -> object:
    return protect(Bench().processor(), value, Policy(Action.MASK)).value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (PHONE, "****"),
        ([PHONE, [EMAIL]], ["****", ["****"]]),
        ((PHONE, 1), ("****", 1)),
        ({PHONE, "x"}, {"****", "x"}),
        (frozenset({PHONE}), frozenset({"****"})),
        ({"a": {"b": [PHONE]}}, {"a": {"b": ["****"]}}),
        ({PHONE: 1}, {"****": 1}),
        ({("k", PHONE): 1}, {("k", "****"): 1}),
        (MappingProxyType({"a": PHONE}), {"a": "****"}),
        (collections.OrderedDict(a=PHONE), collections.OrderedDict(a="****")),
        (PHONE.encode(), b"****"),
        (f"이름: 홍길동 {PHONE}".encode("cp949"), "이름: **** ****".encode("cp949")),
        (f"tel {PHONE}".encode("utf-16"), "tel ****".encode("utf-16")),
        (bytearray(PHONE.encode()), b"****"),
        (Row(PHONE, 3), Row("****", 3)),
        (Frozen(PHONE, {"m": EMAIL}), Frozen("****", {"m": "****"})),
        (Path(f"/home/{EMAIL}/x"), "/home/****/x"),
        (AnyUrl(f"https://example.com/?q={PHONE}"), "https://example.com/?q=****"),
        (Printed(), "call ****"),
        ({"이름": "홍길동"}, {"이름": "****"}),
        (Person(name="x", phones=[PHONE], extra=EMAIL), Person(name="x", phones=["****"], extra="****")),
        (Person(name="x", **{PHONE: {EMAIL: 1}}), Person(name="x", **{"****": {"****": 1}})),
        (Level.CONTACT, "****"),
        (Kind.CONTACT, (1, "****")),
        ([Computed(PHONE)], [Computed("****")]),
        # One byte that is no text must not hide the rest.
        (b"\x89PNG\xff" + PHONE.encode() + b"\x81\xff", b"\x89PNG\xff****\x81\xff"),
    ],
)
def test_personal_data_is_reached_in(value: object, expected: object) -> None:
    result = masked(value)
    assert result == expected
    assert type(result) is type(expected)


class DateDetector:
    """Knows dates of birth by their label, as the real one does."""

    def scan_text(self, text: str) -> list[FakeMatch]:
        return [
            FakeMatch("date_of_birth", found.group(), found.start(), found.end())
            for found in re.finditer(r"(?<=birth: )[0-9-]{10}|(?<=income: )[0-9.]+", text)
        ]


class Born(BaseModel):
    birth: date
    income: Decimal


def test_dates_and_decimals_are_texts_to_whoever_reads_the_answer() -> None:
    bench = Bench(detector=DateDetector())  # type: ignore[arg-type] # the walk asks for no more
    record = Born(birth=date(1990, 5, 13), income=Decimal("73000000.50"))
    policy = Policy(Action.MASK)
    assert protect(bench.processor(), record, policy).value.model_dump(warnings=False) == {
        "birth": "****",
        "income": "****",
    }
    assert protect(bench.processor(), date(1990, 5, 13), policy).counts == {}


@pytest.mark.parametrize("model", [Assembled(), Opened(), Swapped(), Annotating()])
def test_a_model_that_shows_personal_data_only_when_serialised_is_refused(model: BaseModel) -> None:
    with pytest.raises(ProtectionUnavailable, match=f"{type(model).__name__} shows personal data only when"):
        masked({"rows": [model]})


def test_a_model_whose_serialiser_fails_is_refused_without_its_reason() -> None:
    with pytest.raises(ProtectionUnavailable, match="cannot be serialised") as refusal:
        masked(Unserialisable())
    assert PHONE not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_a_copied_model_shares_nothing_with_its_original() -> None:
    original = Person(name=PHONE, extra="x")
    clone = masked(original)
    assert isinstance(clone, Person)
    assert clone.model_extra == original.model_extra
    assert clone.model_extra is not original.model_extra


def test_plain_objects_are_copied_and_not_changed() -> None:
    original = Plain()
    clone = masked(original)
    assert isinstance(clone, Plain)
    assert clone.phone == "****"
    assert original.phone == PHONE


def test_models_are_copied_and_not_changed() -> None:
    original = Person(name="x", phones=[PHONE])
    masked(original)
    assert original.phones == [PHONE]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3,
        2.5,
        Decimal("1.5"),
        datetime(2026, 1, 1, tzinfo=UTC),
        UUID(int=1),
        Level.HIGH,
        Kind.NUMBER,
        Shouting(),
        "clean",
        b"\xff\xfe\x00\x9f\x92",
        # So short a stretch stands in compressed data by chance.
        b"\xff\x81a@b.co\x99",
        {"a": [1, ("x",)]},
        Person(name="clean"),
        Frozen("clean"),
        int,
    ],
)
def test_clean_values_come_back_identical(value: object) -> None:
    assert masked(value) is value


def test_two_keys_that_look_alike_once_masked_both_stay() -> None:
    assert masked({"010-1111-1111": 1, "010-2222-2222": 2, "010-3333-3333": 3}) == {"****": 1, "****#2": 2, "****#3": 3}


def test_content_blocks_and_embedded_resources_are_rewritten_and_stay_valid() -> None:
    blob = base64.b64encode(f"tel {PHONE}".encode()).decode()
    resource = BlobResourceContents(uri="file:///x", blob=blob, mime_type="text/plain")
    picture = ImageContent(data=base64.b64encode(b"\x89PNG\r\n\x1a\n\x00\xff").decode(), mime_type="image/png")
    answer = CallToolResult(
        content=[TextContent(text=PHONE), EmbeddedResource(resource=resource), picture],
        structured_content={"rows": [{"phone": PHONE}]},
        _meta={"note": EMAIL},
    )
    result = masked(answer)
    assert isinstance(result, CallToolResult)
    again = CallToolResult.model_validate_json(result.model_dump_json(by_alias=True))
    text, embedded, image = again.content
    assert isinstance(text, TextContent)
    assert text.text == "****"
    assert isinstance(embedded, EmbeddedResource)
    assert isinstance(embedded.resource, BlobResourceContents)
    assert base64.b64decode(embedded.resource.blob) == b"tel ****"
    assert image == picture
    assert again.structured_content == {"rows": [{"phone": "****"}]}
    assert again.meta == {"note": "****"}


def test_a_blob_that_is_no_base64_is_scanned_as_text() -> None:
    class Odd(BaseModel):
        blob: str | bytes | None

    assert masked(Odd(blob=f"!{PHONE}!")) == Odd(blob="!****!")
    assert masked(Odd(blob=PHONE.encode())) == Odd(blob=b"****")
    clean = Odd(blob=base64.b64encode(b"clean text").decode())
    assert masked(clean) is clean


@pytest.mark.parametrize("value", [iter([PHONE]), (part for part in [PHONE]), io.StringIO(PHONE)])
def test_what_cannot_be_looked_into_is_refused(value: Iterator[str]) -> None:
    with pytest.raises(ProtectionUnavailable, match="return a list instead"):
        masked(value)


def test_an_object_that_cannot_be_copied_is_refused_by_its_type() -> None:
    with pytest.raises(ProtectionUnavailable, match="Stubborn cannot be replaced"):
        masked(Stubborn())


def test_bottomless_nesting_is_refused() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(ProtectionUnavailable, match="nested too deeply"):
        masked(value)


def test_a_refusal_counts_everything_that_was_found_to_refuse() -> None:
    policy = Policy(Action.MASK, {"phone": Action.REJECT, "ssn": Action.REJECT})
    with pytest.raises(PersonalDataRefused) as refusal:
        protect(Bench().processor(), {"a": [PHONE, SSN], PHONE: EMAIL}, policy)
    assert refusal.value.counts == {"phone": 2, "ssn": 1}


def test_what_was_found_is_counted_over_the_whole_value() -> None:
    protected = protect(Bench().processor(), [PHONE, {"x": f"{PHONE} {EMAIL}"}], Policy(Action.MASK))
    assert protected.counts == {"phone": 2, "email": 1}
    assert protected.actions == {Action.MASK}


def test_only_tokens_of_the_named_types_are_revealed() -> None:
    bench = Bench()
    tokens = bench.vault.session("session-a")
    value = {"to": [bench.process(PHONE, "tokenize").text], "cc": bench.process(EMAIL, "tokenize").text}
    assert revealable(tokens, value, {"phone"}) == {"phone": 1}
    assert revealable(tokens, value, set()) == {}
    assert revealed(tokens, value, {"phone"}) == {"to": [PHONE], "cc": value["cc"]}
