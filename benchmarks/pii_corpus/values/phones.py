"""Telephone numbers of Korea and elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pii_corpus.values.source import Source

_AREA_CODES = ("02", "031", "032", "033", "041", "042", "043", "044", "051", "052", "053", "054", "055", "061", "062", "063", "064")  # fmt: skip
_REPRESENTATIVE = ("1544", "1566", "1577", "1588", "1599", "1600", "1644", "1661", "1670", "1688", "1800", "1833", "1855", "1899")  # fmt: skip


def _mobile_groups(s: Source) -> tuple[str, str, str]:
    if s.rng.random() < 0.1:
        return s.rng.choice(("011", "016", "017", "018", "019")), str(s.rng.randint(200, 999)), s.digits(4)
    return "010", str(s.rng.randint(2000, 9999)), s.digits(4)


def mobile(s: Source) -> str:
    """A mobile number in the usual form."""
    return "-".join(_mobile_groups(s))


def mobile_bare(s: Source) -> str:
    """Without separators."""
    return "".join(_mobile_groups(s))


def mobile_any(s: Source) -> str:
    """In any of the written forms."""
    a, b, c = _mobile_groups(s)
    form = s.rng.choice(("{a}-{b}-{c}", "{a} {b} {c}", "{a}.{b}.{c}", "{a}{b}{c}", "{a} - {b} - {c}", "{a}-{b}{c}", "({a}) {b}-{c}", "{a}){b}-{c}",
                         "+82-{t}-{b}-{c}", "+82 {t} {b} {c}", "+82{t}{b}{c}", "+82 (0){t}-{b}-{c}", "0082-{t}-{b}-{c}", "82-{t}-{b}-{c}",
                         "+82 {t}-{b}-{c}", "(+82) {t}-{b}-{c}", "{a}–{b}–{c}"))  # fmt: skip
    return form.format(a=a, b=b, c=c, t=a[1:])


def landline(s: Source) -> str:
    """A landline number in any of the written forms."""
    a, b, c = s.rng.choice(_AREA_CODES), str(s.rng.randint(200, 9899)), s.digits(4)
    form = s.rng.choice(
        (
            "{a}-{b}-{c}",
            "{a}-{b}-{c}",
            "{a}){b}-{c}",
            "({a}) {b}-{c}",
            "{a} {b} {c}",
            "{a}.{b}.{c}",
            "({a}){b}-{c}",
            "+82-{t}-{b}-{c}",
            "+82 {t} {b} {c}",
        )
    )
    return form.format(a=a, b=b, c=c, t=a[1:])


def voip(s: Source) -> str:
    """Internet, safe and fax numbers."""
    prefix = s.rng.choice(("070", "070", "0502", "0503", "0504", "0505", "0507", "0508", "050", "0303"))
    middle = str(s.rng.randint(200, 999)) if prefix in {"0303", "0505"} else str(s.rng.randint(2000, 9999))
    return f"{prefix}-{middle}-{s.digits(4)}"


def phone_en(s: Source) -> str:
    """A North American number of the fictional range."""
    a, c = s.rng.choice(("206", "303", "415", "512", "617", "212", "646", "902")), f"01{s.rng.randint(0, 99):02d}"
    form = s.rng.choice(("({a}) 555-{c}", "{a}-555-{c}", "{a}.555.{c}", "{a} 555 {c}", "+1 {a} 555 {c}", "+1-{a}-555-{c}", "+1 ({a}) 555-{c}",
                         "1-{a}-555-{c}", "({a})555-{c}", "+1{a}555{c}", "+1.{a}.555.{c}", "+1 {a}-555-{c}"))  # fmt: skip
    return form.format(a=a, c=c)


def phone_world(s: Source) -> str:
    """A number of another country, in ranges kept for drama where they exist."""
    return s.rng.choice((
        f"+44 20 7946 0{s.digits(3)}", f"+44 7700 900{s.digits(3)}", f"+44 (0)20 7946 0{s.digits(3)}", f"+61 2 5550 {s.digits(4)}", f"+49 30 23125 {s.digits(3)}",
        f"+81-3-{s.rng.randint(3000, 5999)}-{s.digits(4)}", f"+81 90 {s.rng.randint(1000, 9999)} {s.digits(4)}", f"+33 1 99 00 {s.rng.randint(10, 99)} {s.rng.randint(10, 99)}",
        f"+65 6{s.digits(3)} {s.digits(4)}", f"+86 139 {s.digits(4)} {s.digits(4)}",
    ))  # fmt: skip


def representative(s: Source) -> str:
    """A company's number, or a toll-free one."""
    return s.rng.choice(
        (f"{s.rng.choice(_REPRESENTATIVE)}-{s.digits(4)}", f"080-{s.rng.randint(200, 899)}-{s.digits(4)}")
    )
