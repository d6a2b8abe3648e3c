"""Whatever a client sends, nothing is a server error and the next good request is served (DESIGN.md promise 13)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from oauth2_demo.tests.http.conftest import ODD_SECRET
from oauth2_demo.tests.http.http_harness import DEMO_FORM, FORM, HANG_GUARD_S, basic, encode_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.tests.http.http_harness import RawAnswer, RunningServer

pytestmark = pytest.mark.integration

# A fixed seed and no database: the suite finds the same today and tomorrow. Wider runs are for `HYPOTHESIS_PROFILE`.
fuzz = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
schema_fuzz = settings(
    max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

SPECIAL = st.sampled_from(
    ["%", "%zz", "%00", "%ff", "&", "=", ";", "\r\n", "\x00", "é", "😀", '"', "\\", "..", "a" * 999]
)
VALUE = st.one_of(st.text(max_size=30), SPECIAL, st.sampled_from([*DEMO_FORM.values(), "urn:x", "a.b.c"]))
NAME = st.one_of(
    st.sampled_from(
        [*DEMO_FORM, "resource", "client_assertion", "client_assertion_type", "token", "token_type_hint", "username"]
    ),
    st.text(max_size=10),
)
# Whatever may stand in a header field by its grammar: visible ASCII, blanks and the upper half of Latin-1.
FIELD_VALUE = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=200)
MEMBER = st.sampled_from(["alg", "typ", "kid", "crit", "jwk", "iss", "sub", "aud", "exp", "nbf", "x"])
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBER, inner, max_size=6),
    max_leaves=8,
)
SEGMENT = st.one_of(
    st.text("abcXYZ019-_=.", max_size=40), JSON.map(lambda value: encode_part(json.dumps(value).encode()))
)


@pytest.fixture(autouse=True, scope="module")
def every_secret_known(server: RunningServer) -> None:
    """Verify the chosen secret once: until then each wrong one costs the slow hash, which is not the subject."""
    answer = server.token_answer(client_id="odd", client_secret=ODD_SECRET)
    assert answer.status_code == 200


class GeneratedRequest(Protocol):
    """What is used of `schemathesis.Case`, whose own type has four parameters."""

    def call(self, *, timeout: float) -> object:
        """Send it."""

    def validate_response(self, response: object, *, checks: Sequence[object]) -> None:
        """Compare the answer with the document."""


def assert_client_error(answer: RawAnswer) -> None:
    """A refusal: never a server error, never a redirect, and no inner detail."""
    assert 400 <= answer.status < 500, answer
    assert b"Traceback" not in answer.body
    assert b"jose" not in answer.body


@given(body=st.binary(max_size=400), content_type=st.one_of(st.just(FORM), FIELD_VALUE))
@fuzz
def test_any_bytes_at_the_token_endpoint_are_refused(server: RunningServer, body: bytes, content_type: str) -> None:
    """G-02, G-28."""
    assert_client_error(server.raw_token(body, content_type=content_type))


@given(pairs=st.lists(st.tuples(NAME, VALUE), max_size=8), separator=st.sampled_from(["&", "&&", ";", "&="]))
@fuzz
def test_any_parameters_are_a_token_or_a_refusal(
    server: RunningServer, pairs: list[tuple[str, str]], separator: str
) -> None:
    """G-03, G-28: a token only when the documented credentials happen to be there, each once."""
    body = separator.join(f"{name}={value}" for name, value in pairs).encode("utf-8", "surrogatepass")
    answer = server.raw_token(body)
    if answer.status == 200:
        assert ("client_secret", "secret") in pairs
    elif answer.status != 429:
        assert_client_error(answer)


@given(authorization=st.one_of(FIELD_VALUE, FIELD_VALUE.map(lambda text: basic(text, text, encode=False))))
@fuzz
def test_any_credentials_at_the_token_endpoint_are_refused(server: RunningServer, authorization: str) -> None:
    """G-06, G-28."""
    answer = server.raw_token(b"grant_type=client_credentials", ("Authorization", authorization))
    assert_client_error(answer)


@given(authorization=st.one_of(FIELD_VALUE, FIELD_VALUE.map(lambda text: f"Bearer {text}")))
@fuzz
def test_any_authorization_at_hello_is_refused(server: RunningServer, authorization: str) -> None:
    """I-13, I-19."""
    assert_client_error(server.raw_request("GET", "/hello", [("Authorization", authorization)]))


@given(segments=st.tuples(SEGMENT, SEGMENT, SEGMENT))
@fuzz
def test_any_three_segments_are_no_token(server: RunningServer, segments: tuple[str, str, str]) -> None:
    """I-06, I-19."""
    answer = server.raw_request("GET", "/hello", [("Authorization", "Bearer " + ".".join(segments))])
    assert_client_error(answer)


CLAIM_VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10),
    st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)  # fmt: skip


@given(name=st.sampled_from(["iss", "sub", "client_id", "aud", "exp", "iat", "nbf", "jti", "scope"]), value=CLAIM_VALUE)
@fuzz
def test_any_signed_claim_is_accepted_or_refused_and_never_fails(
    server: RunningServer, name: str, value: object
) -> None:
    """I-07, I-19: the signature is right, so every check behind it is reached."""
    answer = server.hello(server.forge({name: value}))
    assert answer.status_code in {200, 401, 403}


@given(noise=st.binary(min_size=1, max_size=200))
@fuzz
def test_any_bytes_on_the_socket_are_answered_or_closed(server: RunningServer, noise: bytes) -> None:
    """G-29: the ending makes every beginning a whole, if broken, request."""
    try:
        answer = server.raw(noise + b"\r\nConnection: close\r\n\r\n")
    except AssertionError as error:
        assert "no HTTP answer: b''" in str(error)  # noqa: PT017 - closed without an answer is fine
    else:
        assert answer.status < 500
    assert server.token_answer().status_code == 200


def test_the_openapi_document_holds_for_generated_requests(server: RunningServer) -> None:
    """G-28: valid requests by the document and broken ones; no server error, no answer the document does not know."""
    schema = schemathesis.openapi.from_url(f"{server.issuer}/openapi.json")
    operations = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    assert {"/oauth2/token", "/hello"} <= {operation.path for operation in operations}
    for operation in operations:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            strategy = operation.as_strategy(generation_mode=mode)
            try:
                given(case=strategy)(schema_fuzz(lambda case: assert_conforming(case)))()
            except Unsatisfiable:
                # Nothing about this operation can be got wrong.
                assert mode is GenerationMode.NEGATIVE


def assert_conforming(case: GeneratedRequest) -> None:
    """One generated request: the answer's status, type and body are as documented."""
    case.validate_response(case.call(timeout=HANG_GUARD_S), checks=CHECKS)
