"""Where a parameter comes from: argument, stored value, environment, built-in."""

from __future__ import annotations

import pytest

from oauth2_demo.access.parameters import environment_name, resolve_arguments
from oauth2_demo.settings import tool_parameter

pytestmark = pytest.mark.unit


def test_the_first_place_that_has_a_value_wins_and_is_named() -> None:
    resolved = resolve_arguments(
        ("city", "month", "unit", "language"),
        {"city": "Seoul"},
        stored={"city": "Busan", "month": "8"},
        environment={"city": "Jeju", "month": "1", "unit": "celsius"}.get,
        parse=lambda _name, text: int(text) if text.isdigit() else text,
    )
    assert resolved.arguments == {"city": "Seoul", "month": 8, "unit": "celsius"}
    assert resolved.origins == {"city": "argument", "month": "stored", "unit": "environment", "language": "built_in"}


def test_an_argument_that_is_given_as_null_is_still_an_argument() -> None:
    resolved = resolve_arguments(
        ("unit",),
        {"unit": None},
        stored={"unit": "celsius"},
        environment=lambda _name: None,
        parse=lambda _n, text: text,
    )
    assert resolved.arguments == {"unit": None}
    assert resolved.origins == {"unit": "argument"}


def test_arguments_that_the_tool_does_not_have_are_left_for_its_schema_to_refuse() -> None:
    resolved = resolve_arguments(
        (), {"strange": 1}, stored={}, environment=lambda _name: None, parse=lambda _n, text: text
    )
    assert resolved.arguments == {"strange": 1}
    assert resolved.origins == {}


def test_the_variable_of_a_parameter_is_its_tool_and_its_name_in_capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment_name("get.my-weather", "city") == "GET_MY_WEATHER_CITY"
    monkeypatch.setenv("GET_WEATHER_CITY", "Seoul")
    assert tool_parameter("get_weather", "city") == "Seoul"
    assert tool_parameter("get_weather", "month") is None
