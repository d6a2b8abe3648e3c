"""A small MCP server to copy: the weather of five cities, as tools, a resource and a prompt.

Run it by path: `uv run examples/custom_mcp_server.py`. It speaks MCP on stdin and stdout. The figures are built in, so
that it needs no network and no key: they are monthly climate averages, not a forecast, and every answer says so.

To begin your own, copy this file, rename the server, and replace the functions. Where the package of this project is
installed, its server is used: a gate before every call, guarded stdout, strict errors. Elsewhere the MCP SDK alone
runs the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import BaseModel, Field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SOURCE = "built-in monthly climate averages, not a forecast"
READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

# Mean temperature in degrees Celsius and precipitation in millimetres, January to December, rounded.
CLIMATE: Mapping[str, tuple[str, tuple[int, ...], tuple[int, ...]]] = {
    "Seoul": (
        "서울",
        (-2, 1, 6, 13, 18, 23, 25, 26, 22, 15, 8, 0),
        (17, 28, 37, 73, 104, 130, 414, 348, 142, 52, 51, 23),
    ),
    "Busan": (
        "부산",
        (4, 5, 9, 14, 18, 21, 24, 26, 23, 18, 12, 6),
        (33, 49, 81, 123, 148, 182, 326, 267, 162, 74, 57, 34),
    ),
    "Jeju": (
        "제주",
        (6, 7, 10, 14, 18, 22, 26, 27, 24, 19, 13, 9),
        (65, 63, 90, 95, 98, 167, 231, 272, 233, 87, 69, 56),
    ),
    "London": ("런던", (5, 6, 8, 10, 13, 17, 19, 19, 16, 12, 8, 6), (59, 45, 39, 42, 46, 47, 46, 53, 50, 65, 67, 57)),
    "New York": (
        "뉴욕",
        (1, 2, 6, 12, 18, 23, 26, 25, 21, 15, 9, 4),
        (92, 81, 109, 104, 101, 115, 117, 116, 109, 111, 91, 111),
    ),
}

City = Annotated[
    str, Field(description="A city that list_cities names, in English or Korean", min_length=1, max_length=60)
]
Month = Annotated[int, Field(description="Month, 1 to 12", ge=1, le=12)]
Unit = Annotated[Literal["celsius", "fahrenheit"], Field(description="Unit of the temperature")]


class Cities(BaseModel):
    """The cities that this server knows."""

    cities: list[str] = Field(description="Names in English")
    cities_ko: list[str] = Field(description="The same names in Korean")


class Weather(BaseModel):
    """What the weather of a city is usually like in a month."""

    city: str
    month: int = Field(description="1 to 12")
    temperature: float = Field(description="Mean temperature, in the unit given")
    unit: Literal["celsius", "fahrenheit"]
    precipitation_mm: int = Field(description="Precipitation of the whole month, in millimetres")
    source: str = Field(description="Where the figures are from")


def list_cities() -> Cities:
    """List the cities whose weather is known. 날씨를 알 수 있는 도시 목록."""
    return Cities(cities=list(CLIMATE), cities_ko=[korean for korean, _, _ in CLIMATE.values()])


def get_weather(city: City, month: Month, unit: Unit = "celsius") -> Weather:
    """Tell the usual weather of a city in a month. 도시의 월별 평년 날씨."""
    name = find_city(city)
    _, temperatures, precipitation = CLIMATE[name]
    celsius = temperatures[month - 1]
    return Weather(
        city=name,
        month=month,
        temperature=celsius if unit == "celsius" else celsius * 9 / 5 + 32,
        unit=unit,
        precipitation_mm=precipitation[month - 1],
        source=SOURCE,
    )


def find_city(wanted: str) -> str:
    """Return the English name of `wanted`, whatever its case and language.

    Raises:
        ToolError: The city is not one of ours. Its text is what the model reads, so it says what to do next.
    """
    for english, (korean, _, _) in CLIMATE.items():
        if wanted.strip().casefold() in {english.casefold(), korean}:
            return english
    raise ToolError("This city is not known. Call list_cities and choose one of its names.")


def climate_table() -> str:
    """Return all figures as a table, for a client that wants to show or attach them."""
    head = "city,month,temperature_c,precipitation_mm"
    rows = [
        f"{city},{month},{temperatures[month - 1]},{precipitation[month - 1]}"
        for city, (_, temperatures, precipitation) in CLIMATE.items()
        for month in range(1, 13)
    ]
    return "\n".join([f"# {SOURCE}", head, *rows])


def plan_a_trip(city: str, month: str) -> str:
    """Ask for a packing list that fits the weather. 날씨에 맞는 여행 준비물."""
    return (
        f"I am travelling to {city} in month {month}. Call get_weather for it, tell me briefly what to expect, "
        "and write a short packing list. Say that the figures are climate averages."
    )


def build_server(server_class: Callable[..., MCPServer[object]] = MCPServer) -> MCPServer[object]:
    """Return the server with everything it offers."""
    server = server_class(
        "weather",
        title="Weather example 날씨 예제",
        instructions="Monthly climate averages of five cities. Call list_cities first.",
        version="1.0.0",
    )
    server.tool(title="List cities 도시 목록", annotations=READ_ONLY)(list_cities)
    server.tool(title="Usual weather 평년 날씨", annotations=READ_ONLY)(get_weather)
    server.resource("weather://climate.csv", title="Climate table 기후 표", mime_type="text/csv")(climate_table)
    server.prompt(title="Plan a trip 여행 준비")(plan_a_trip)
    return server


def main() -> None:
    """Serve on stdin and stdout."""
    try:
        from oauth2_demo.core.tool_access import guarded_server_class
        from oauth2_demo.mcp_server import run_stdio
    except ModuleNotFoundError:
        build_server().run()
    else:
        # Every call then has an identity, a rate limit, a scope, consent where the policy asks for it, and a record.
        run_stdio(build_server(guarded_server_class("weather")))


if __name__ == "__main__":
    main()
