"""Postal and network addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pii_corpus.values.source import Source


def address_ko(s: Source) -> str:
    """A road-name or lot-number address, short or long."""
    sido, sigungu, road, dong = s.rng.choice(s.world.regions)
    number = s.rng.choice((f"{s.rng.randint(1, 480)}", f"{s.rng.randint(1, 480)}-{s.rng.randint(1, 40)}"))
    home = f"{s.rng.randint(101, 130)}동 {s.rng.randint(1, 24)}{s.rng.randint(1, 8):02d}호"
    return s.rng.choice((
        f"{sido} {sigungu} {road} {number}", f"{sido} {sigungu} {road} {number}, {home}", f"{sido} {sigungu} {road} {number} {home}",
        f"{sido} {sigungu} {road} {number}, {s.rng.randint(2, 12)}층", f"{sido} {sigungu} {road} {number} ({dong}, {s.rng.choice(s.world.apartments)})",
        f"{sido} {sigungu} {road} {number}, {s.rng.randint(101, 1204)}호 ({dong})", f"{sido} {sigungu} {dong} {number}", f"{sido} {sigungu} {dong} {number}번지",
        f"{sigungu} {road} {number}", f"{sido} {sigungu} {dong} 산 {s.rng.randint(1, 90)}-{s.rng.randint(1, 9)}",
    ))  # fmt: skip


def address_road(s: Source) -> str:
    """The common long form."""
    sido, sigungu, road, _ = s.rng.choice(s.world.regions)
    return f"{sido} {sigungu} {road} {s.rng.randint(1, 480)}"


def address_en(s: Source) -> str:
    """A street address or PO box of the United States."""
    city, state, code = s.rng.choice(s.world.cities)
    street = f"{s.rng.randint(10, 9800)} {s.rng.choice(s.world.streets)}"
    unit = s.rng.choice(("", "", ", Apt 4B", " Suite 210", ", Unit 12", " #305"))
    return s.rng.choice(
        (
            f"{street}{unit}, {city}, {state} {code}",
            f"{street}{unit}, {city}, {state} {code}",
            f"{street}{unit}",
            f"PO Box {s.rng.randint(100, 9999)}, {city}, {state} {code}",
        )
    )


def ip4(s: Source) -> str:
    """A documentation, private or ordinary address."""
    return s.rng.choice(
        (
            f"203.0.113.{s.rng.randint(1, 254)}",
            f"198.51.100.{s.rng.randint(1, 254)}",
            f"192.0.2.{s.rng.randint(1, 254)}",
            f"10.{s.rng.randint(0, 255)}.{s.rng.randint(0, 255)}.{s.rng.randint(1, 254)}",
            f"192.168.{s.rng.randint(0, 255)}.{s.rng.randint(1, 254)}",
            f"172.{s.rng.randint(16, 31)}.{s.rng.randint(0, 255)}.{s.rng.randint(1, 254)}",
            f"211.{s.rng.randint(30, 250)}.{s.rng.randint(0, 255)}.{s.rng.randint(1, 254)}",
        )
    )


def ip6(s: Source) -> str:
    """An IPv6 address in several spellings."""
    h = [f"{s.rng.randint(1, 0xFFFF):x}" for _ in range(6)]
    return s.rng.choice(
        (
            f"2001:db8:{h[0]}::{h[1]}",
            f"2001:db8::{h[0]}",
            f"fe80::{h[0]}:{h[1]}:{h[2]}:{h[3]}",
            "2001:db8:" + ":".join(h),
            f"fd00:{h[0]}:{h[1]}::1",
            f"2001:DB8:{h[0].upper()}::{h[1].upper()}",
            f"::ffff:203.0.113.{s.rng.randint(1, 254)}",
        )
    )
