"""Names in capitals behind a strong cue, and cues whose value is masked already."""

import pytest

from oauth2_demo.security.pii import PiiDetector

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def detector() -> PiiDetector:
    return PiiDetector()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MR. JOHN DOE CALLED", "JOHN DOE"),
        ("ASK DR KWAME QUINTERO, HE KNOWS", "KWAME QUINTERO"),
        ("NAME: JOHN DOE", "JOHN DOE"),
        ("CUSTOMER NAME IS JOHN VAN DIJK, POLICY 7", "JOHN VAN DIJK"),
        ("REQUESTER: JOHN D. DOE (VIP)", "JOHN D. DOE"),
    ],
)
def test_a_name_in_capitals_is_found_behind_a_title_or_a_label(detector: PiiDetector, text: str, value: str) -> None:
    assert [(match.type, match.value) for match in detector.scan_text(text)] == [("person_name", value)]


@pytest.mark.parametrize(
    "text",
    ["DEAR SIR OR MADAM", "CONTENT TYPE: TEXT PLAIN", "SERVER: NGINX PROXY", "CUSTOMER SERVICE DESK", "JOHN DOE LTD"],
)
def test_other_words_in_capitals_are_no_names(detector: PiiDetector, text: str) -> None:
    assert detector.scan_text(text) == []


def test_a_cue_does_not_reach_over_a_masked_value(detector: PiiDetector) -> None:
    assert detector.scan_text("DOB ****, policy H-831007") == []
    assert [match.value for match in detector.scan_text("**DOB:** 1990-02-11")] == ["1990-02-11"]
