"""The charts of a report as SVG, drawn with pygal: no script, no network, text escaped by the XML writer."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING, Final, Protocol
from xml.etree import ElementTree as ET

import pygal
from pygal.style import Style

from oauth2_demo.security.breach.rules import KOREA
from oauth2_demo.security.report.figures import top
from oauth2_demo.security.report.wording import pii_type, word

# Its import hook for plug-ins has no `find_spec`, so every later import of this process would warn. We use no plug-ins.
sys.meta_path[:] = [hook for hook in sys.meta_path if type(hook).__module__ != pygal.__name__]

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

    from oauth2_demo.security.report.assembly import Report
    from oauth2_demo.security.report.figures import Usage

    class Chart(Protocol):
        """What is used of a chart: pygal has no types."""

        def render_tree(self) -> ET.Element: ...


FONTS: Final = (
    "Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', system-ui, sans-serif"
)
_BLUE, _AMBER, _RED, _SLATE = "#2563eb", "#f59e0b", "#dc2626", "#94a3b8"
_MAX_BARS: Final = 8
_LONGEST_LABEL: Final = 28
_KEPT_OUT: Final = frozenset({"script", "title", "desc"})
# In pixels, as wide as the page shows them, so that their text has the size of the text around them.
_WIDE, _NARROW = 980, 470
_HALF_DAY_S: Final = 43_200


def trend_chart(report: Report) -> str:
    """Events over time, split into refused ones, those with personal data and the rest."""
    width = report.figures.period.bucket
    buckets = report.figures.buckets
    chart = pygal.StackedBar(
        **_options([_SLATE, _AMBER, _RED], width=_WIDE, height=280),
        show_minor_x_labels=False,
        legend_at_bottom_columns=3,
    )
    chart.x_labels = [_moment(start, width) for start in buckets]
    step = max(1, len(buckets) // 8)
    chart.x_labels_major = chart.x_labels[::step]
    language = report.language
    rest = [bucket.events - bucket.with_pii - bucket.refused for bucket in buckets.values()]
    chart.add(word("other", language), rest)
    chart.add(word("with_pii", language), [bucket.with_pii for bucket in buckets.values()])
    chart.add(word("refusals", language), [bucket.refused for bucket in buckets.values()])
    return _svg(chart)


def pii_chart(report: Report) -> str:
    """Pieces of personal data by type."""
    shares = [
        (pii_type(name, report.language), count) for name, count in report.figures.pii_types.most_common(_MAX_BARS)
    ]
    return _bars(word("pii_items", report.language), shares, _AMBER)


def tools_chart(report: Report) -> str:
    """The tools that were called most."""
    return _usage_chart(report, report.figures.tools)


def clients_chart(report: Report) -> str:
    """The clients that appear most."""
    return _usage_chart(report, report.figures.clients)


def _usage_chart(report: Report, table: Mapping[str, Usage]) -> str:
    # Drawn from the bottom upwards.
    rows = top(dict(table), _MAX_BARS)[::-1]
    labels = [f"{_short(name)} · {usage.calls:,}" for name, usage in rows]
    chart = pygal.HorizontalStackedBar(**_bar_options([_BLUE, _RED], labels), legend_at_bottom_columns=2)
    chart.x_labels = labels
    chart.add(word("calls", report.language), [usage.calls - usage.refused for _, usage in rows])
    chart.add(word("refusals", report.language), [usage.refused for _, usage in rows])
    return _svg(chart)


def _bars(title: str, rows: list[tuple[str, int]], color: str) -> str:
    labels = [f"{_short(name)} · {count:,}" for name, count in rows[::-1]]
    chart = pygal.HorizontalBar(**_bar_options([color], labels), show_legend=False)
    chart.x_labels = labels
    chart.add(title, [count for _, count in rows[::-1]])
    return _svg(chart)


def _bar_options(colors: list[str], labels: list[str]) -> dict[str, object]:
    # pygal takes every character for a Latin one when it makes room; Hangul is nearly twice as wide.
    wide = max((sum(unicodedata.east_asian_width(letter) in "WF" for letter in label) for label in labels), default=0)
    options = _options(colors, width=_NARROW, height=84 + 30 * max(1, len(labels)))
    return {**options, "margin_left": 12 + 6 * wide}


def _options(colors: list[str], *, width: int, height: int) -> dict[str, object]:
    style = Style(
        background="transparent",
        plot_background="transparent",
        foreground="#334155",
        foreground_strong="#0f172a",
        foreground_subtle="#cbd5e1",
        guide_stroke_color="#e2e8f0",
        guide_stroke_dasharray="1,0",
        major_guide_stroke_color="#e2e8f0",
        major_guide_stroke_dasharray="1,0",
        colors=colors,
        font_family=FONTS,
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
        value_font_size=13,
        no_data_font_size=14,
        opacity="1",
        opacity_hover="1",
        transition="0s",
    )
    return {
        "style": style,
        # Without this pygal loads its tooltip script from the network.
        "js": (),
        "width": width,
        "height": height,
        "disable_xml_declaration": True,
        "legend_at_bottom": True,
        "legend_box_size": 12,
        "margin": 8,
        "truncate_legend": -1,
        "x_label_rotation": 0,
        "max_scale": 6,
        "value_formatter": lambda value: f"{value:,.0f}",
        "no_data_text": "–",
    }


def _svg(chart: Chart) -> str:
    tree = chart.render_tree()
    # pygal leaves its configuration, labels and all, in a script, where text from the log has no business.
    for parent in list(tree.iter()):
        for child in list(parent):
            # A comment has a function in the place of its name.
            if str(child.tag).rpartition("}")[2] in _KEPT_OUT or callable(child.tag):
                parent.remove(child)
    return ET.tostring(tree, encoding="unicode")


def _moment(at: datetime, width: timedelta) -> str:
    local = at.astimezone(KOREA)
    return f"{local:%m-%d}" if width.total_seconds() > _HALF_DAY_S else f"{local:%m-%d %H:%M}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1]}…"
