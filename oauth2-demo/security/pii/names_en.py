"""English personal names: two or more capitalised words, and a cue, a record or a common first name to prove them."""

from __future__ import annotations

import re

from oauth2_demo.security.pii.engine import Candidate, Scan, TypeRules, places_of
from oauth2_demo.security.pii.korean import is_title_tail
from oauth2_demo.security.pii.lazy import LazyPattern
from oauth2_demo.security.pii.lexicon_en import english_lexicon
from oauth2_demo.security.pii.romanised import is_korean_name, may_be_korean_name

# Possessive repeats: a word that is not followed by another capitalised word must fail at once, not letter by letter.
_CAMEL = r"(?:(?<=M)a?c|(?<=[DL])e)(?=[A-Z])[A-Z][a-z]++"
_WORD = rf"[A-Z](?:{_CAMEL}|'[A-Z][a-z]++|[a-zà-öø-ÿ]++)(?:[-'’][A-Za-z][a-zà-öø-ÿ]++)?"
_LINK = r"(?: (?:de|van|von|der|den|la|del|di|da|dos|bin|al|el|ter|y)){0,3}"
_SHAPE = (
    rf"{_WORD}(?: (?:[A-Z]\.|[A-Z](?= )|{_WORD})){{0,2}}{_LINK} {_WORD}(?![A-Za-z]|['’-](?!s(?![A-Za-z]))[A-Za-z]|"
    rf"@)(?:,? (?:Jr|Sr|II|III|IV)\.?)?"
)
_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
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
_STRONG_WORDS = frozenset(
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
_WEAK_WORDS = frozenset(
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
        "regrets",
        "named",
    ]
)
_INTRODUCING = _HONORIFICS | _STRONG_WORDS - {"i'm"}
_STRONG_PHRASES = frozenset(
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
        "care of",
    )
)
# A word may follow a quote, a bracket or a tag at once: `"Mr. …`, `<p>Dr. …`.
_BEFORE_WORD = LazyPattern(r"[\s\"<>()\[\]{}|]+")
_SIGNED_OFF = LazyPattern(
    r"(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]est|[Yy]ours(?: truly|"
    r" sincerely| faithfully)?|[Rr]espectfully|[Ww]armly|[Ww]ishes)"
    r"[,.!]?\s{0,3}\n\s{0,3}(?:--? ?)?$|(?:^|\n)-- ?\r?\n$"
)
# The last words before a name, and the mark that makes them a label: `Contact: `, `"full_name": "`, `<name>`, `Dear `.
_LABEL = LazyPattern(
    r"(?P<label>[A-Za-z가-힣][A-Za-z가-힣_ .'-]{0,40}?)\"? {0,2}(?:[:=|>—–]|=>|\">) {0,3}[\"'<(\[]{0,2}$"
)
# A Korean cue with a particle, a colon or a bracket: `성명 …`, `예금주: …`, `(영문) …`, and `author는 …`.
_KOREAN_CUE = LazyPattern(r"(?P<word>[가-힣]{2,10}|[A-Za-z]{4,12})(?:은|는|이|가)?\)?(?: ?[:：] ?| )[\"'(]?$")
_KOREAN_WORD_AFTER = LazyPattern(r" ?(?P<word>[가-힣]{1,7})")
# `Omaha, NE 68110` is a place; a company has an employer number.
_THING_AFTER = LazyPattern(
    r",? [A-Z]{2},? [0-9]{5}(?![0-9])|,? \((?:EIN|NYSE|NASDAQ|KRX|KOSPI)|,? (?:Inc|Ltd|LLC|Corp|GmbH|Co)[. ,]"
)
# The first line of an address or a visiting card: the name alone, an address or a telephone in the next line.
_LINE_BELOW = LazyPattern(
    r"[ \t]*\r?\n[ \t]*(?:(?P<address>[0-9]{1,6}[A-Za-z]? [A-Z0-9]|P\.? ?O\.? ?Box )|"
    r"(?:Tel|Phone|Mobile|Cell|[TMEH])[.:]{1,2} ?|\+[0-9]|\([0-9]{3}\) |[A-Za-z0-9._+-]{1,64}@)"
)
_LINE_ABOVE = LazyPattern(r"(?:^|[:\n])[ \t]*$|[:>]\r?\n[ \t]*$")
# What only people do, and who only people are: behind two capitals they prove a name.
_DOES = LazyPattern(
    r" (?:phoned|emailed|lives|lived|died|married|resigned|retired|who|whose|herself|himself|and (?:his|her)|"
    r"is on leave)"
    r"(?![A-Za-z])"
)
_ROLE_AFTER = LazyPattern(
    r"(?:,| -| –| —| \() ?(?:CEO|CFO|CTO|COO|CIO|CISO|VP|SVP|EVP|MD|M\.D\.|PhD|Ph\.D\.|Esq|RN|CPA|QC|KC|MP|"
    r"(?:[Aa]ge|[Aa]ged) [0-9]{1,3}|[1-9][0-9](?=[,)])|he/him|she/her|they/them|"
    r"(?:Vice |Deputy |Assistant |Managing |Senior )?"
    r"(?:[Pp]resident|[Dd]irector|[Mm]anager|[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer|[Pp]rofessor|"
    r"[Hh]ead of|[Ff]ounder|[Oo]wner|[Ee]ditor|[Ee]ngineer|[Nn]urse|[Tt]enant|[Ll]andlord|[Pp]lumber|[Ee]lectrician|"
    r"[Ss]olicitor|[Tt]eacher))(?![A-Za-z])"
)
_SELF_INTRODUCTIONS = (b"name is ", b"this is ")
_SMALL_NAME = LazyPattern(r"([a-z]{2,15}) ([a-z]{2,20})(?![A-Za-z0-9_@])")
_LAST_FIRST = LazyPattern(r"(?P<last>[A-Z][A-Za-z'’-]{1,20}), (?P<first>[A-Z][a-z]{1,20})(?: [A-Z]\.?)?(?![A-Za-z'’-])")
_RECORD_AFTER = (
    r"[\"']?(?:,| -| \||:)? {0,2}[\"']?[(<\[]?(?:mailto:)?[A-Za-z0-9._+-]{1,64}@|[\"']?(?:,|"
    r":| -)? {0,3}[\"'(<]?(?:[Tt]el|[Pp]hone|[Mm]obile|[Cc]ell)?[.:]? ?(?:\+[0-9]|\([0-9]{3}\)|"
    r"[0-9]{3}[-. ][0-9]{3}[-. ]|01[016]-)"
)
# Chat exports: `Ann Lee [3:04 PM]`, `[10:02 AM] Ann Lee: …`, `Ann Lee — Today at 4:12 PM`.
_TIME_AFTER = LazyPattern(r"\** (?:— )?(?:\[|\()?(?:Today at |Yesterday at )?[0-9]{1,2}:[0-9]{2}")
_TIME_BEFORE = LazyPattern(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?[\])]? $")
# What goes on after a name in a sentence. A noun after two capitals (`Ralph Lauren outlet`) makes them a thing.
_GOES_ON = LazyPattern(
    r"$|[,.;:!?)\"'\n<\]]|'s | (?:is|was|has|had|will|said|says|and|or|who|called|wrote|asked|"
    r"joined|to|at|from|in|on|for|with|as|by|can|could|would|did|does|told|"
    r"signed|sent|received|confirmed|replied|requested|lives|works|left|met|agreed|visited|"
    r"paid|reported|wants|needs|about|via|if|that|when|after|before|today|yesterday|tomorrow|"
    r"<|\(|\[|-|–|—|&|/)"
)
_LIST_LINK = r"(?: ?\([^()\n]{1,20}\))?(?:, (?:and )?| and | & |; |\n[-*•] )$"
_ANY_CASE_VALUE = r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]{0,20}(?:,? [A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]{0,20}){1,3}"
_CAPITALS = LazyPattern(
    r"[A-Z][A-Z'’-]{1,20}(?: [A-Z]\.?)?(?: (?:VAN|VON|DER?|DEN|LA|DI|ST)){0,2} [A-Z][A-Z'’-]{1,20}(?![A-Za-z0-9_@])"
)
_CAPITAL_CUE = LazyPattern(
    r"(?<![A-Za-z])(?:(?P<title>MRS?|MS|MISS|DR|PROF|Mrs?|Ms|Dr|Prof)\.?|NAME IS|NAME|NAMED|DEAR|PATIENT|CUSTOMER|"
    r"CLIENT|THIS IS|SPOKE TO|SPOKE WITH|MET WITH|ATTN|CONTACT|[Nn]ame|[Pp]assenger|[A-Z]{2,20}ER|영문[가-힣 ]{0,4}|"
    r"성명|이름)"
    r"\)?:? $"
)
# A further word in capitals makes a heading of it.
_CAPITAL_GOES_ON = LazyPattern(r" [A-Z]{2}|[-/&_][A-Za-z]| [0-9]+(?![0-9-])")
# Cues that ask for a name and nothing else.
_NAME_CUES = (
    "이름",
    "성명",
    "성함",
    "영문",
    "영문명",
    "예금주",
    "수취인",
    "입사자",
    "한글명",
    "승객",
    "투숙객",
    "탑승자",
)
# What proves that a surname, a comma and a first name are one person and not two of a list.
_PERSONAL_AFTER = LazyPattern(
    r"(?: [A-Z]\.)? ?[,(;|\t]? ?(?:SSN|DOB|D\.O\.B|born|age|aged|ID|Employee|[0-9]|\+[0-9]|"
    r"[A-Za-z0-9._+-]{1,64}@)|\s*\t"
)
_KEY_MARK = r"\"? {0,2}(?:[:=|]|\">) {0,3}[\"']?"
_NO_PERSON_KEY = LazyPattern(
    r"(?:[Ff]ile|[Hh]ost|[Pp]roduct|[Cc]ompany|[Bb]rand|[Dd]omain|[Cc]lass|[Tt]able|[Ss]erver|"
    r"[Pp]roject|[Tt]eam|[Bb]ank|[Ss]tore|[Ii]tem|[Cc]olumn|[Pp]ackage|[Ss]ervice|[Ii]mage|"
    r"[Ff]unction|[Vv]ariable|[Ee]vent|[Cc]ountry|[Cc]ity|[Ss]tate|[Oo]rg[a-z]*|[Bb]usiness|"
    r"[Dd]evice|[Mm]odel|[Aa]pp|[Tt]ask|[Jj]ob|[Rr]ole|[Gg]roup|[Rr]epo)[_ -]?$"
)


# What every full name has in the shape of the text (see `engine`): a capitalised word, perhaps with a hyphen, and up to
# four short words between it and the next capital. Bytes that begin with one letter are searched at memory speed.
_GATE = rb"A[a?x][Aa?x]*+(?:-[a?]++)?(?:-a{1,3}){0,3}-A"


class EnglishNameDetector:
    """Finds full names in Latin letters, without title."""

    def __init__(self, owner: TypeRules) -> None:
        self._owner = owner
        self._labels = frozenset(word.lower() for word in owner.spec.context)
        self._korean_cues = tuple(word for word in owner.spec.context if not word.isascii())
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._gate = re.compile(_GATE)

    def _regex(self, source: str) -> re.Pattern[str]:
        if source not in self._compiled:
            self._compiled[source] = re.compile(source)
        return self._compiled[source]

    def _is_introduced(self, text: str, head: str, end: int, *, known: bool) -> bool:
        """Say whether the text before a name announces a person."""
        if not head:
            return False
        last = head[-1]
        if last == " ":
            before = _BEFORE_WORD.split(head.lower())[-4:-1]
            if before and _is_addressed(text, before[-1], end, known=known):
                return True
            words = [word.strip(".,:;'") for word in before]
            if words and (
                words[-1] in _HONORIFICS or words[-1] in _STRONG_WORDS or (known and words[-1] in _WEAK_WORDS)
            ):
                return True
            if any(" ".join(words[-size:]) in _STRONG_PHRASES for size in (1, 2, 3)):
                return True
        elif last == "\n" and (
            _SIGNED_OFF.search(head)
            or _is_addressed(text, head[-24:].rstrip().rpartition(" ")[2].lower(), end, known=known)
        ):
            return True
        return self._is_labelled(head) or self._is_cued_in_korean(head, known=known)

    def _is_cued_in_korean(self, head: str, *, known: bool) -> bool:
        """Say whether a Korean cue stands before; one that may introduce things as well needs a known name."""
        found = _KOREAN_CUE.search(head) if not head.isascii() else None
        if not found:
            return False
        word = found["word"]
        if word.isascii():
            # A Latin word is a Korean cue only with a Korean particle: `author는`.
            return head[found.end("word") :][:1] in "은는이가" and word.lower() in self._labels
        return word.endswith(_NAME_CUES) or (known and word.endswith(self._korean_cues))

    def _is_labelled(self, head: str) -> bool:
        """Say whether the text before a name ends with a label for people."""
        if head.rstrip(" \"'<([")[-1:] not in (":", "=", "|", ">", "—", "–"):
            return False
        found = _LABEL.search(head)
        if not found:
            return False
        words = re.split("[ _.-]+", found["label"].lower())
        if _NO_PERSON_KEY.search(" ".join(words[:-1])):
            return False
        return (
            any(
                " ".join(words[-size:]) in self._labels or "_".join(words[-size:]) in self._labels
                for size in range(1, min(4, len(words)) + 1)
            )
            or found["label"].lower() in self._labels
            or words[-1] == "by"
        )

    def find(self, scan: Scan) -> None:
        """Add every name."""
        if b"A" not in scan.shape and b"a" not in scan.shape:
            return
        names: list[tuple[int, int]] = []
        if b"-A" in scan.shape:
            self._in_prose(scan, names)
        if scan.fields or "ame" in scan.text or "AME" in scan.text:
            self._in_values(scan, names)
        if b"A-A" in scan.shape and (b"AA-AA" in scan.shape or b"A-A-" in scan.shape):
            _in_capitals(scan, names)
        _introduced_in_small(scan, names)
        if b"ax-Aa" in scan.shape:
            _surname_first(scan, names)
        spec = self._owner.spec
        for start, end in names:
            scan.found.append(Candidate(start, end, spec.name, spec.priority, 0.85))

    def _in_prose(self, scan: Scan, names: list[tuple[int, int]]) -> None:
        shape, gate = self._regex(_SHAPE), self._gate
        reached = 0
        while place := gate.search(scan.shape, reached):
            found = shape.match(scan.text, place.start())
            reached = found.end() if found else place.start() + 1
            span = _trim(found) if found else None
            if span and self._is_person(scan, *span, names):
                names.append(span)

    def _is_person(self, scan: Scan, start: int, end: int, names: list[tuple[int, int]]) -> bool:
        text = scan.text
        words = text[start:end].split()
        lexicon = english_lexicon()
        if is_korean_name(words):
            return True
        family = words[-1] in lexicon.last_names
        named = family and words[-1] not in lexicon.last_and_things
        known = named or may_be_korean_name(words) or words[0] in lexicon.first_names
        if " ".join(words) in lexicon.brands:
            known = named = False
        # `by Ray Ban`, `from Virginia Beach`: a word that is also a first name proves nothing behind a weak cue.
        sure = known and (named or words[0] not in lexicon.ambiguous)
        head = (
            text[max(0, start - 40) : start].rstrip("*_")
            if text[start - 1 : start] in ("*", "_")
            else (text[max(0, start - 40) : start])
        )
        head = head.replace("*", "")
        after = text[end : end + 1]
        if after in (",", " ") and _THING_AFTER.match(text, end):
            return False
        if self._is_introduced(text, head, end, known=sure) or self._regex(_RECORD_AFTER).match(text, end):
            return True
        if known and not scan.ascii_only and _has_korean_title(text, end):
            return True
        if _is_line(text, head, end, known=known) or _is_timed(text, head, end):
            return True
        if scan.fields and scan.field_kind(start) == "name":
            return True
        if names and names[-1][1] > start - 30 and self._regex(_LIST_LINK).fullmatch(text, names[-1][1], start):
            return True
        if known and head.endswith(("**", "*", "__")) and text.startswith(("**", "*", "__"), end):
            return True
        if _ROLE_AFTER.match(text, end) or (named and _DOES.match(text, end)):
            return True
        if words[0] not in lexicon.first_names or len(words) > 3 + family or _names_a_thing(head):
            return False
        if words[-1] in lexicon.not_last or (words[0] in lexicon.ambiguous and not family):
            return False
        return " ".join(words) not in lexicon.brands and _GOES_ON.match(text, end) is not None

    def _in_values(self, scan: Scan, names: list[tuple[int, int]]) -> None:
        """Names of any case are only believed in a field that says so."""
        text = scan.text
        for literal in ("ame", "AME"):
            if literal in text:
                for key in self._regex(literal + _KEY_MARK).finditer(text):
                    # `name` with what stands before it: `full_name`, but also `file_name`, which is no person's.
                    head = text[max(0, key.start() - 16) : key.start()]
                    value = self._regex(_ANY_CASE_VALUE).match(text, key.end())
                    if value and head[-1:] in ("n", "N") and not _NO_PERSON_KEY.search(head[:-1]):
                        self._add_value(text, value, names)
        for field in scan.fields:
            if field.kind == "name":
                value = self._regex(_ANY_CASE_VALUE).fullmatch(text, field.start, field.end)
                if value and sum(word[0].isupper() for word in value[0].split()) >= 2:
                    self._add_value(text, value, names, ends=True)

    @staticmethod
    def _add_value(text: str, value: re.Match[str], names: list[tuple[int, int]], *, ends: bool = False) -> None:
        words = [word.strip(".,").capitalize() for word in value[0].split()]
        lexicon = english_lexicon()
        if any(word in lexicon.not_last or word in lexicon.not_first for word in words):
            return
        if not value[0].istitle() and not value[0].isupper() and not {words[0], words[-1]} & lexicon.first_names:
            # `espresso grinder` in a field `name`.
            return
        if value[0].split()[-1].islower() and words[-1] not in lexicon.last_names:
            return
        after = text[value.end() : value.end() + 1]
        if (ends or after in ("", "\n", '"', "'", ",", ";", "|", "<", ")", "\r", "\t", "&")) and not any(
            start < value.end() and value.start() < end for start, end in names
        ):
            names.append(value.span())


def _introduced_in_small(scan: Scan, names: list[tuple[int, int]]) -> None:
    """`hi, my name is john carter`: in chats without capitals; both halves have to be known."""
    lexicon = english_lexicon()
    for phrase in _SELF_INTRODUCTIONS:
        at = scan.raw.find(phrase)
        while at >= 0:
            found = _SMALL_NAME.match(scan.text, at + len(phrase))
            if found and found[1].capitalize() in lexicon.first_names and found[2].capitalize() in lexicon.last_names:
                names.append(found.span())
            at = scan.raw.find(phrase, at + 1)


def _surname_first(scan: Scan, names: list[tuple[int, int]]) -> None:
    """`Stewart, Stephanie (SSN …)`: as lists are ordered; believed of two known names, or in such a column."""
    lexicon = english_lexicon()
    for comma in places_of(scan.shape, (b"ax-Aa",)):
        start = comma + 1
        while start and comma - start < 21 and (scan.text[start - 1].isalpha() or scan.text[start - 1] in "'’-"):
            start -= 1
        found = _LAST_FIRST.match(scan.text, start)
        if not found:
            continue
        end = found.end()
        last, first = found["last"], found["first"]
        if first not in lexicon.first_names or (
            last not in lexicon.last_names and (last in lexicon.not_last or last in lexicon.not_first)
        ):
            continue
        quoted = scan.text[start - 1 : start] == '"' == scan.text[end : end + 1]
        column = bool(scan.fields) and scan.field_kind(start) == "name"
        if not (column or quoted or _PERSONAL_AFTER.match(scan.text, end)):
            continue
        if (column or last in lexicon.last_names) and not any(a < end and start < b for a, b in names):
            names.append((start, end))


def _has_korean_title(text: str, end: int) -> bool:
    """`Angela Sullivan 이사님`, `Kevin Moore님께`."""
    found = _KOREAN_WORD_AFTER.match(text, end)
    return found is not None and is_title_tail(found["word"])


def _names_a_thing(head: str) -> bool:
    """Say whether the label before is one of things: `bank: `, `Company: `."""
    label = head.rstrip(" \"'")
    return label[-1:] in (":", "=") and _NO_PERSON_KEY.search(label[:-1].rstrip(" \"'")) is not None


def _is_addressed(text: str, word: str, end: int, *, known: bool) -> bool:
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


def _is_line(text: str, head: str, end: int, *, known: bool) -> bool:
    """Say whether a name fills a line above an address or a telephone, or the last line of a letter."""
    if text[end : end + 1] not in ("", " ", "\n", "\r") or head.rstrip(" \t")[-1:] not in ("", ":", ">", "\n"):
        return False
    if head.replace("\r", "").endswith("\n\n") and end >= len(text) - 2 and text[end:].strip() == "":
        return True
    below = _LINE_BELOW.match(text, end) if _LINE_ABOVE.search(head) else None
    return below is not None and (known or below["address"] is not None)


def _is_timed(text: str, head: str, end: int) -> bool:
    """Say whether a time stands beside a name, as in exported conversations."""
    if text[end : end + 1] == ":":
        return _TIME_BEFORE.search(head) is not None
    return _TIME_AFTER.match(text, end) is not None


def _in_capitals(scan: Scan, names: list[tuple[int, int]]) -> None:
    """`MR. ANN LEE`, `JOHN SMITH`, `HONG GILDONG`: forms, mainframes and passports (ICAO 9303) write in capitals."""
    text, reached = scan.text, 0
    for start in places_of(scan.shape, (b"AA-AA", b"A-A--A", b"A-A-AA")):
        while start and (text[start - 1].isalpha() or text[start - 1] in "'’-"):
            start -= 1
        found = _CAPITALS.match(text, start) if start >= reached else None
        if found and _is_capital_name(text, start, found.end()):
            reached = found.end()
            if not any(first < reached and start < last for first, last in names):
                names.append((start, reached))


def _is_capital_name(text: str, start: int, end: int) -> bool:
    """In capitals every word looks like a name: a title, a cue and a known name, or two known names prove one."""
    lexicon = english_lexicon()
    words = [word.capitalize() for word in text[start:end].split()]
    first, last = words[0] in lexicon.first_names, words[-1] in lexicon.last_names
    if not first and (words[0] in lexicon.not_first or words[0] in lexicon.not_last):
        return False
    if words[-1] in lexicon.not_last and words[-1] not in lexicon.last_and_things:
        return False
    cue = _CAPITAL_CUE.search(text, max(0, start - 24), start)
    if cue and cue["title"]:
        return True
    korean = len(words) == 2 and (is_korean_name(words) or may_be_korean_name(words))
    if cue and (first or korean):
        return True
    if _CAPITAL_GOES_ON.match(text, end):
        return False
    if " ".join(words) in lexicon.brands or words[-1] in lexicon.not_last:
        return False
    return (first and last) or (first and words[0] not in lexicon.ambiguous) or is_korean_name(words)


def _trim(found: re.Match[str]) -> tuple[int, int] | None:
    """Drop leading words that begin a sentence or address someone; None if what remains is no full name."""
    lexicon = english_lexicon()
    start, words = found.start(), found[0].split(" ")
    while len(words) > 1 and (words[0] in lexicon.not_first or words[0].lower() in _INTRODUCING):
        if len(words) == 2 and words[0] in lexicon.first_names and words[1] in lexicon.last_names:
            # `May Thompson`: a month and a verb, but also a first name.
            break
        start += len(words[0]) + 1
        words = words[1:]
    things = [word for word in words if word in lexicon.not_last]
    if things and words[-1] in things and words[-1] in lexicon.last_and_things:
        things.remove(words[-1])
    if things and words[0] in things and words[0] in lexicon.first_names:
        things.remove(words[0])
    if len(words) < 2 or any(word != "St" or word is words[-1] for word in things):
        return None
    return start, found.end()
