"""What stands around two capitalised words: who introduces people, what goes on after them, what only things have."""

from __future__ import annotations

from oauth2_demo.security.pii.korean import is_title_tail
from oauth2_demo.security.pii.lazy import LazyPattern

HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "cllr",
        "dame",
        "mme",
        "mlle",
        "herr",
        "frau",
        "rabbi",
        "insp",
        "supt",
        "atty",
        "dr",
        "prof",
        "professor",
        "sir",
        "madam",
        "capt",
        "captain",
        "lt",
        "sgt",
        "rev",
        "hon",
        "judge",
        "senator",
        "nurse",
        "officer",
        "detective",
        "coach",
    ]
)
# Words before a name that introduce a person; the weak ones introduce things as often and need a known first name.
STRONG_WORDS = frozenset(
    [
        "named",
        "dear",
        "claimant",
        "executor",
        "decedent",
        "i'm",
        "grantor",
        "grantee",
        "payee",
        "attn",
        "patient",
        "employee",
        "applicant",
        "passenger",
        "student",
        "tenant",
        "driver",
        "spouse",
        "wife",
        "husband",
        "son",
        "daughter",
        "mother",
        "father",
        "colleague",
        "neighbor",
        "author",
        "reporter",
        "reviewer",
        "assignee",
        "beneficiary",
        "plaintiff",
        "defendant",
        "witness",
        "c/o",
        "regards",
        "sincerely",
        "cheers",
        "yours",
        "interviewed",
        "hired",
        "invited",
        "reach",
        "faithfully",
        "truly",
        "attorney",
        "professor",
        "teacher",
        "president",
        "director",
        "ceo",
        "cto",
        "cfo",
        "victim",
        "suspect",
        "resident",
        "nurse",
        "guardian",
        "mentor",
        "intern",
        "engineer",
        "analyst",
        "subscriber",
        "caller",
        "lessee",
        "buyer",
        "seller",
        "player",
        "candidate",
        "holder",
        "name",
        "roommate",
        "boss",
        "coworker",
        "co-worker",
        "sister",
        "brother",
        "uncle",
        "aunt",
        "cousin",
        "friend",
        "fiance",
        "fiancee",
        "partner",
        "heir",
        "traveler",
        "traveller",
        "trustee",
        "chairman",
        "chairwoman",
        "treasurer",
        "landlady",
        "tutor",
        "lecturer",
        "headteacher",
        "inspector",
        "constable",
        "paramedic",
        "midwife",
        "counsellor",
        "counselor",
        "therapist",
        "solicitor",
        "barrister",
        "accountant",
        "surveyor",
        "plumber",
        "electrician",
        "carer",
        "caregiver",
        "babysitter",
        "nanny",
        "nephew",
        "niece",
        "grandfather",
        "grandmother",
        "grandson",
        "granddaughter",
        "stepson",
        "stepdaughter",
        "widow",
        "widower",
        "pupil",
        "delegate",
        "juror",
        "appellant",
        "respondent",
        "deceased",
        "donor",
        "goalkeeper",
        "pastor",
        "technician",
        "volunteer",
        "librarian",
        "supervisor",
        "landlord",
        "surgeon",
        "physician",
        "pharmacist",
        "dentist",
        "groom",
        "bride",
        "registrant",
        "payer",
    ]
)
WEAK_WORDS = frozenset(
    [
        "by",
        "from",
        "to",
        "for",
        "with",
        "email",
        "call",
        "contact",
        "am",
        "i'm",
        "is",
        "best",
        "member",
        "customer",
        "client",
        "signed",
        "manager",
        "guest",
        "met",
        "hi",
        "hello",
        "thanks",
        "cc",
        "bcc",
        "and",
        "hey",
        "ping",
        "ask",
        "tell",
        "told",
        "asked",
        "saw",
        "know",
        "meet",
        "thank",
        "message",
        "contacted",
        "called",
        "emailed",
        "invite",
        "it's",
        "its",
        "between",
        "signed",
        "adjuster",
        "counsel",
        "assessor",
        "appraiser",
        "examiner",
        "contractor",
        "insured",
        "visitor",
        "hire",
        "vip",
        "pt",
        "cust",
        "lead",
        "signatory",
        "co-signer",
        "debtor",
        "creditor",
        "petitioner",
        "complainant",
        "inmate",
        "pedestrian",
        "cyclist",
        "bailiff",
        "clerk",
        "magistrate",
        "paralegal",
        "mediator",
        "arbitrator",
        "notary",
        "interpreter",
        "pilot",
        "founder",
        "co-founder",
        "secretary",
        "bookkeeper",
        "auditor",
        "broker",
        "underwriter",
        "realtor",
        "subject",
        "presiding",
        "served",
        "ring",
        "presenter",
        "translator",
        "courier",
        "roofer",
        "foreman",
        "janitor",
        "caretaker",
        "groomsman",
        "godmother",
        "godfather",
        "of",
        "regrets",
        "named",
    ]
)
INTRODUCING = HONORIFICS | STRONG_WORDS - {"i'm"}
STRONG_PHRASES = frozenset(
    (
        "my name is",
        "name is",
        "ask for",
        "spoke with",
        "spoke to",
        "met with",
        "assigned to",
        "reach out to",
        "checked in",
        "i am",
        "this is",
        "order of",
        "approved by",
        "signed by",
        "prepared by",
        "written by",
        "reviewed by",
        "requested by",
        "submitted by",
        "created by",
        "reported by",
        "owned by",
        "represented by",
        "claim of",
        "estate of",
        "refund for",
        "booking for",
        "reservation for",
        "prescription for",
        "appointment for",
        "sold to",
        "issued to",
        "speaking with",
        "i,",
        "statement of",
        "taken by",
        "escalated by",
        "passport of",
        "name of",
        "memory of",
        "care of",
    )
)
# A word may follow a quote, a bracket or a tag at once: `"Mr. …`, `<p>Dr. …`.
BEFORE_WORD = LazyPattern(r"[\s\"<>()\[\]{}|]+")
SIGNED_OFF = LazyPattern(
    r"(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]est|[Yy]ours(?: truly|"
    r" sincerely| faithfully)?|[Rr]espectfully|[Ww]armly|[Ww]ishes)"
    r"[,.!]?\s{0,3}\n\s{0,3}(?:--? ?)?$|(?:^|\n)-- ?\r?\n$"
)
_KOREAN_WORD_AFTER = LazyPattern(r" ?(?P<word>[가-힣]{1,7})")
# `Omaha, NE 68110` is a place; a company has an employer number.
THING_AFTER = LazyPattern(
    r",? [A-Z]{2},? [0-9]{5}(?![0-9])|,? \((?:EIN|NYSE|NASDAQ|KRX|KOSPI)|,? (?:Inc|Ltd|LLC|Corp|GmbH|Co)[. ,]"
)
# The first line of an address or a visiting card: the name alone, an address or a telephone in the next line.
_LINE_BELOW = LazyPattern(
    r"[ \t]{0,40}\r?\n[ \t]{0,40}(?:(?P<address>[0-9]{1,6}[A-Za-z]? [A-Z0-9]|P\.? ?O\.? ?Box )|"
    r"(?:Tel|Phone|Mobile|Cell|[TMEH])[.:]{1,2} ?|\+[0-9]|\([0-9]{3}\) |[A-Za-z0-9._+-]{1,64}@)"
)
_LINE_ABOVE = LazyPattern(r"(?:^|[:\n])[ \t]*$|[:>]\r?\n[ \t]*$")
# What only people do, and who only people are: behind two capitals they prove a name.
DOES = LazyPattern(
    r" (?:phoned|emailed|lives|lived|died|married|resigned|retired|who|whose|herself|himself|and (?:his|her)|"
    r"is on leave)"
    r"(?![A-Za-z])"
)
# What people do more than things: enough for two names of which one is also a word.
ACTS = LazyPattern(
    r" (?:knows|knew|asks|asked|thinks|says|said|booked|books|starts|started|arrives|arrived|here|never|wants|wanted|"
    r"needs|authori[sz]es?|acks?|acked|she's|he's|hasn't|haven't|didn't|doesn't|isn't|won't|can't|just|already|also|still|"
    r"(?:is|was) (?:on|out|off|away|late|here|sick|ill|my|our|his|her)|vs?\.?|rang|texted|confirmed|"
    r"complain(?:s|ed)|missed|fell|owes|owed|owns|forgot|lost|filed|withdrew|slipped|tripped|bought|moved|applied|enrolled|"
    # A verb and whom it is about.
    r"[a-z]{3,12} (?:her|his|him|me|us|my|herself|himself))"
    r"(?![A-Za-z])|  |\t"
)
ROLE_AFTER = LazyPattern(
    r"(?:,| -| –| —| \() ?(?:CEO|CFO|CTO|COO|CIO|CISO|VP|SVP|EVP|MD|M\.D\.|PhD|Ph\.D\.|Esq|RN|CPA|QC|KC|MP|"
    r"(?:[Aa]ge|[Aa]ged) [0-9]{1,3}|[1-9][0-9](?=[,)])|he/him|she/her|they/them|"
    r"(?:Vice |Deputy |Assistant |Managing |Senior )?"
    r"(?:[Pp]resident|[Dd]irector|[Mm]anager|[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer|[Pp]rofessor|"
    r"[Hh]ead of|[Ff]ounder|[Oo]wner|[Ee]ditor|[Ee]ngineer|[Nn]urse|[Tt]enant|[Ll]andlord|[Pp]lumber|[Ee]lectrician|"
    r"[Ss]olicitor|[Tt]eacher))(?![A-Za-z])"
)
# What a maker sells: two names before it are on the label.
GOODS_AFTER = LazyPattern(
    r" (?:stores?|shops?|outlets?|boutiques?|shoes|boots|sneakers|trainers|jackets?|jeans|coats?|dress(?:es)?|shirts?|"
    r"suits?|socks|belts?|wallets?|(?:hand)?bags?|purses?|watch(?:es)?|sunglasses|perfumes?|fragrances?|cologne|mascara|"
    r"lipsticks?|cosmetics|makeup|skincare|shampoo|mattress(?:es)?|furniture|paints?|guitars?|pianos?|catalogs?|"
    r"collections?|brands?|line|sale|vouchers?|gift cards?|concessions?|whiske?y|wines?|chocolates?|pizzas?|albums?|"
    r"novels?|movies?|films?|exhibits?|exhibitions?|museum|foundation|prize|award|scholarship|algorithm|theorem|methods?|"
    r"models?|distribution|syndrome|disease|test|effect|hotel|hospital|school|stadium|airport|street|road|avenue|park|bridge|hall|"
    r"building)"
    r"(?![A-Za-z])"
)
# Chat exports: `Ann Lee [3:04 PM]`, `[10:02 AM] Ann Lee: …`, `Ann Lee — Today at 4:12 PM`.
_TIME_AFTER = LazyPattern(r"\*{0,9} (?:— )?(?:\[|\()?(?:Today at |Yesterday at )?[0-9]{1,2}:[0-9]{2}")
_TIME_BEFORE = LazyPattern(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?[\])]? $")
# What goes on after a name in a sentence. A noun after two capitals (`Ralph Lauren outlet`) makes them a thing.
GOES_ON = LazyPattern(
    r"$|[,.;:!?)\"'\n<\]]|'s | (?:is|was|has|had|will|said|says|and|or|who|called|wrote|asked|"
    r"joined|to|at|from|in|on|for|with|as|by|can|could|would|did|does|told|"
    r"signed|sent|received|confirmed|replied|requested|lives|works|left|met|agreed|visited|"
    r"paid|reported|wants|needs|about|via|if|that|when|after|before|today|yesterday|tomorrow|"
    r"<|\(|\[|-|–|—|&|/)"
)
NO_PERSON_KEY = LazyPattern(
    r"(?:[Ff]ile|[Hh]ost|[Pp]roduct|[Cc]ompany|[Bb]rand|[Dd]omain|[Cc]lass|[Tt]able|[Ss]erver|"
    r"[Pp]roject|[Tt]eam|[Bb]ank|[Ss]tore|[Ii]tem|[Cc]olumn|[Pp]ackage|[Ss]ervice|[Ii]mage|"
    r"[Ff]unction|[Vv]ariable|[Ee]vent|[Cc]ountry|[Cc]ity|[Ss]tate|[Oo]rg[a-z]*|[Bb]usiness|"
    r"[Dd]evice|[Mm]odel|[Aa]pp|[Tt]ask|[Jj]ob|[Rr]ole|[Gg]roup|[Rr]epo)[_ -]?$"
)


def has_korean_title(text: str, end: int) -> bool:
    """`Angela Sullivan 이사님`, `Kevin Moore님께`."""
    found = _KOREAN_WORD_AFTER.match(text, end)
    return found is not None and is_title_tail(found["word"])


def names_a_thing(head: str) -> bool:
    """Say whether the label before is one of things: `bank: `, `Company: `."""
    label = head.rstrip(" \"'")
    return label[-1:] in (":", "=") and NO_PERSON_KEY.search(label[:-1].rstrip(" \"'")) is not None


def is_addressed(text: str, word: str, end: int, *, known: bool) -> bool:
    """`Hi Ann Lee,` and `Best, Ann Lee` greet and sign; `Contact Ann Lee at` leads to a person."""
    if word in ("hi", "hello", "hey", "dear"):
        return text[end : end + 1] in (",", "!", "\n", ":", "", '"')
    if word in ("best,", "thanks,", "cheers,", "regards,", "you,", "yours,"):
        return text[end : end + 1] in ("", "\n", ".", '"')
    return (
        known
        and word in ("contact", "call", "email", "ask", "message", "ping")
        and text.startswith((" at ", " on ", " via ", " or ", " for "), end)
    )


def is_line(text: str, head: str, end: int, *, known: bool) -> bool:
    """Say whether a name fills a line above an address or a telephone, or the last line of a letter."""
    if text[end : end + 1] not in ("", " ", "\n", "\r") or head.rstrip(" \t")[-1:] not in ("", ":", ">", "\n"):
        return False
    if head.replace("\r", "").endswith("\n\n") and end >= len(text) - 2 and text[end:].strip() == "":
        return True
    below = _LINE_BELOW.match(text, end) if _LINE_ABOVE.search(head) else None
    return below is not None and (known or below["address"] is not None)


def is_timed(text: str, head: str, end: int) -> bool:
    """Say whether a time stands beside a name, as in exported conversations."""
    if text[end : end + 1] == ":":
        return _TIME_BEFORE.search(head) is not None
    return _TIME_AFTER.match(text, end) is not None
