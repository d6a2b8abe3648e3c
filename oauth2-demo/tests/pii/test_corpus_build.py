"""The PII corpus is reproducible, its parts share nothing, and its labels are checked."""

import random
from itertools import combinations
from pathlib import Path

import pytest
from pii_corpus import checks, generate
from pii_corpus.inventories import DEV, WORLDS
from pii_corpus.markup import CODES, CorpusError, Record, Segment, Span, join, parse_labels, tier_of
from pii_corpus.traps import OBFUSCATION, UNICODE
from pii_corpus.values.source import Source, josa_fits

pytestmark = pytest.mark.unit


def source(seed: int = 1) -> Source:
    return Source(random.Random(seed), DEV)  # noqa: S311 -- reproducible text, not secrets


@pytest.fixture(scope="module")
def parts() -> dict[str, list[Record]]:
    return {split: generate.build(split) for split in WORLDS}


def test_corpus_is_the_same_on_every_run(parts: dict[str, list[Record]]) -> None:
    assert generate.build("dev") == parts["dev"]


def test_parts_share_no_template_and_no_labelled_text(parts: dict[str, list[Record]]) -> None:
    def bodies(split: str) -> set[str]:
        paths = [path for kind in ("templates", "handwritten") for path in (generate.HERE / kind / split).glob("*.txt")]
        return {template.body for path in paths for template in generate.read_templates(path, 1)}

    for one, other in combinations(WORLDS, 2):
        assert not bodies(one) & bodies(other)
        texts, others = ({record.text for record in parts[split] if record.spans} for split in (one, other))
        assert not texts & others


def test_corpus_is_large_bilingual_and_a_third_clean(parts: dict[str, list[Record]]) -> None:
    for records in parts.values():
        assert len(records) > 900
        assert 0.25 < sum(not record.spans for record in records) / len(records) < 0.42
        assert 0.40 < sum(record.lang == "ko" for record in records) / len(records) < 0.62
        assert {span.type for record in records for span in record.spans} == set(CODES.values())


def test_every_record_has_an_identity_of_its_own(parts: dict[str, list[Record]]) -> None:
    identities = [record.id for records in parts.values() for record in records]
    assert len(set(identities)) == len(identities)


def test_every_disguise_occurs_and_changes_the_text(parts: dict[str, list[Record]]) -> None:
    made = {
        f"{family}:{make.__name__}"
        for family, kinds in (("unicode", UNICODE), ("obfuscation", OBFUSCATION))
        for make, _ in kinds
    }
    for records in parts.values():
        assert {record.trap for record in records} - {""} == made


def test_labels_are_cut_out_and_put_back_with_code_point_offsets() -> None:
    text, spans, optional = join(parse_labels("고객 ⟦N:홍길동⟧님 ⟦?P:1588-0000⟧"))
    assert text == "고객 홍길동님 1588-0000"
    assert spans == (Span("korean_name", 3, 6),)
    assert optional == (Span("phone", 8, 17),)


@pytest.mark.parametrize("marked", ["⟦ZZ:x⟧", "⟦N:홍길동", "a ⟧ b"])
def test_broken_marks_are_refused(marked: str) -> None:
    with pytest.raises(CorpusError):
        parse_labels(marked)


def test_unknown_placeholder_is_refused() -> None:
    with pytest.raises(CorpusError, match="no value is called"):
        generate.render("«nonsense»", source())


def test_reference_repeats_the_value() -> None:
    segments = generate.render("«kname#a» «kname#a» «kname»", source())
    names = [segment.text for segment in segments if segment.type]
    assert names[0] == names[1] != names[2]


@pytest.mark.parametrize(
    ("before", "pair", "fits"),
    [("홍길동", ("이", "가"), "이"), ("이소라", ("이", "가"), "가"), ("정하늘", ("으로", "로"), "로")],
)
def test_particle_fits_the_last_syllable(before: str, pair: tuple[str, str], fits: str) -> None:
    assert josa_fits(before, pair) == fits


def test_file_without_a_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_text("no header\n%% ko chat\nx\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="before the first header"):
        list(generate.read_templates(path, 1))


def test_section_with_a_bad_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_text("%% klingon chat\nx\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="bad header"):
        list(generate.read_templates(path, 1))


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("ssn", "881204-2743857", "881304-2743857"),
        ("foreign_registration", "930702-6839548", "930702-2839548"),
        ("business_registration", "220-81-66361", "220-81-66362"),
        ("credit_card", "4571-7143-2178-5377", "4571-7143-2178-5378"),
        ("iban", "DE49 8827 9671 3915 6386 96", "DE59 8827 9671 3915 6386 96"),
        ("us_ssn", "417-22-9083", "666-22-9083"),
    ],
)
def test_validators_accept_the_samples_and_refuse_their_neighbours(kind: str, right: str, wrong: str) -> None:
    assert checks.VALIDATORS[kind](right)
    assert not checks.VALIDATORS[kind](wrong)


def test_tier_follows_the_types() -> None:
    assert tier_of((Span("phone", 0, 3),)) == "core"
    assert tier_of((Span("phone", 0, 3), Span("address", 4, 9))) == "extended"
    assert join([Segment("x")]) == ("x", (), ())


def test_value_that_fails_its_validator_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "luhn_digit", lambda _body: "x")
    with pytest.raises(CorpusError, match="is no credit_card"):
        generate.build("last")


def test_optional_value_is_labelled_as_optional() -> None:
    (segment,) = generate.render("«?mobile»", source())
    assert (segment.type, segment.optional) == ("phone", True)
