"""Builds the part from ``organisations``: one file for each of forty, with texts as it would really produce them.

``python -m pii_corpus.stranger_c.build out.jsonl`` (with ``benchmarks`` on the path) writes it as JSON lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pii_corpus.stranger_b.build import Part, write
from pii_corpus.stranger_b.near import NEAR
from pii_corpus.stranger_b.numbers import NUMBERS
from pii_corpus.stranger_b.render import Stock
from pii_corpus.stranger_b.secrets import SECRETS
from pii_corpus.stranger_c.contacts import CONTACTS
from pii_corpus.stranger_c.people import HERE, PEOPLE, own_words
from pii_corpus.wrapping import WRAPPINGS

if TYPE_CHECKING:
    from pii_corpus.markup import Record


def build() -> list[Record]:
    """Every record of this part."""
    return Part(
        name="stranger_c",
        templates=HERE / "organisations",
        seed=11092026,
        copies=3,
        stock=Stock(NUMBERS | SECRETS | NEAR | PEOPLE | CONTACTS, own_words()),
        disguised=0.06,
        wrapped=0.05,
        envelopes=(WRAPPINGS["json"], WRAPPINGS["quote"], WRAPPINGS["crlf"], WRAPPINGS["html"]),
    ).build()


if __name__ == "__main__":
    write(build(), __doc__)
