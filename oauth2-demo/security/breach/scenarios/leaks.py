"""Personal data on its way out: in bulk, in disguise, at night, token by token."""

from __future__ import annotations

import base64
import codecs
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from oauth2_demo.security.breach.arena import SATURDAY_NIGHT
from oauth2_demo.security.breach.drill import Scenario, Step
from oauth2_demo.security.breach.scenarios.people import people, person, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from oauth2_demo.security.breach.arena import Arena

_ENCODINGS: Final[Mapping[str, Callable[[str], str]]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64url": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text.encode())).decode(),
    "base32": lambda text: base64.b32encode(text.encode()).decode(),
    "hexadecimal": lambda text: text.encode().hex(),
    "percent-encoding": lambda text: quote(text, safe=""),
    "base64 of cp949": lambda text: base64.b64encode(text.encode("cp949")).decode(),
    # What follows is not decoded here; a scenario that hid its misses would be an advertisement.
    "compressed, then base64": lambda text: base64.b64encode(zlib.compress(text.encode())).decode(),
    "reversed": lambda text: text[::-1],
    "rot13 of the e-mail address": lambda text: codecs.encode(text.rpartition(" ")[2], "rot13"),
}


def bulk_export(arena: Arena) -> Iterator[Step]:
    """One client reads the customer table page by page."""
    lookup = arena.tool("list_customers", lambda first: people(first, 25))
    for page in range(5):
        answer, _ = arena.call(lookup, page * 25)
        readable = [record for record in people(page * 25, 25) if record["휴대폰"] in str(answer)]
        yield Step(f"page {page + 1}", was_stopped=not readable, was_missed=bool(readable))


def encoded_exfiltration(arena: Arena) -> Iterator[Step]:
    """A note that holds personal data in disguise is sent to a tool that would post it elsewhere."""
    posted: list[str] = []

    tool = arena.tool("post_note", posted.append)
    for number, (name, encode) in enumerate(_ENCODINGS.items()):
        note = encode(sentence(number))
        arena.call(tool, f"note {note}")
        escaped = note in posted[-1]
        yield Step(name, was_stopped=not escaped, was_missed=escaped)


def off_hours_burst(arena: Arena) -> Iterator[Step]:
    """Someone works through customers on a Saturday at three in the morning."""
    lookup = arena.tool("find_customer", person)
    for number in range(25):
        answer, _ = arena.call(lookup, number)
        arena.clock.advance(timedelta(seconds=7))
        yield Step(f"call {number + 1}", was_stopped=person(number)["휴대폰"] not in str(answer))


def reveal_spree(arena: Arena) -> Iterator[Step]:
    """A tool that may reveal telephone numbers is driven through a whole list."""
    dialled: list[str] = []
    lookup = arena.tool("find_phone", lambda number: person(number)["휴대폰"], "tokenize")
    dial = arena.tool("dial", dialled.append, "tokenize", reveals=("phone",))
    for number in range(25):
        token, _ = arena.call(lookup, number)
        arena.call(dial, token)
        yield Step(f"reveal {number + 1}", was_stopped=person(number)["휴대폰"] not in dialled)


def ordinary_day(arena: Arena) -> Iterator[Step]:
    """The control: a working day in which no rule may see anything."""
    lookup = arena.tool("find_customer", person)
    search = arena.tool("search_orders", lambda words: f"no result for {words}")
    for number in range(12):
        arena.call(lookup, number)
        arena.call(search, "배송 조회")
        arena.clock.advance(timedelta(minutes=4))
        yield Step(f"call {number + 1}", was_stopped=False)


LEAKS: Final = (
    Scenario("ordinary_day", frozenset(), ordinary_day),
    Scenario("bulk_pii_export", frozenset({"bulk_pii_export"}), bulk_export),
    Scenario("encoded_exfiltration", frozenset({"encoded_exfiltration"}), encoded_exfiltration),
    Scenario("off_hours_burst", frozenset({"off_hours_burst"}), off_hours_burst, SATURDAY_NIGHT),
    Scenario("reveal_spree", frozenset({"reveal_spree"}), reveal_spree),
)
