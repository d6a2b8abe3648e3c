"""One text under one policy: find, decide, replace."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from oauth2_demo.security.errors import PersonalDataRefused, ProtectionUnavailable, SecurityException
from oauth2_demo.security.policy.edits import Edit, edited, traced_back
from oauth2_demo.security.policy.encoded import find_encoded
from oauth2_demo.security.policy.markers import FILLER, blank_marks
from oauth2_demo.security.policy.model import Action, Finding, Policy, ProcessedText, strictest
from oauth2_demo.security.policy.spans import Span, merge, types_within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from oauth2_demo.security.policy.ports import Cipher, Detector, Masking, SessionTokens

# A label gives context to a short value (`이름` to `홍길동`); a long text brings its own.
_LONGEST_LABELLED = 256
# Base64 of base64 is as far as decoding goes; each step only gets shorter.
_DECODING_DEPTH = 2
# Each round needs a value that the one before uncovered; chains of three were never seen.
_MOST_ROUNDS = 8
_READ_AS_WRITTEN = frozenset({Action.MASK, Action.ALLOW})


class TextProcessor:
    """Applies policies to texts, fail-closed.

    Args:
        detector: Finds personal data.
        cipher: Encrypts; asked for only when something has to be encrypted or a ciphertext has to be recognised.
        masking: Makes the masked form of a value.
        tokens: The tokens of the session that the text belongs to.
    """

    def __init__(
        self, detector: Detector, cipher: Callable[[], Cipher], masking: Masking, tokens: SessionTokens
    ) -> None:
        self._detector = detector
        self._cipher = cipher
        self._masking = masking
        self._tokens = tokens

    def process(self, text: str, policy: Policy, label: str = "") -> ProcessedText:
        """Apply `policy` to `text`.

        Args:
            text: Any text.
            policy: What to do.
            label: The name the text goes by, such as a dict key: context for the detector, not part of the text.

        Raises:
            PersonalDataRefused: The policy rejects something that was found.
            ProtectionUnavailable: The detector or encryption failed.
        """
        processed = self.examine(text, policy, label)
        refused = Counter(found.type for found in processed.findings if found.action is Action.REJECT)
        if refused:
            raise PersonalDataRefused(refused)
        return processed

    def examine(self, text: str, policy: Policy, label: str = "") -> ProcessedText:
        """As `process`, but what the policy rejects is cut out and reported, so that a caller can count it all."""
        visible = self._visible(text)
        spans = self._find(visible, label)
        if not spans:
            return ProcessedText(text)
        if policy.whole_text:
            whole = Span(0, len(text), tuple(name for span in spans for name in span.types))
            return _result(text, [self._edit(text, whole, policy)])
        edits = [self._edit(text, span, policy) for span in spans]
        for _ in range(_MOST_ROUNDS):
            grown = merge(spans, self._uncovered(visible, edits, label))
            if grown == spans:
                break
            spans, edits = grown, [self._edit(text, span, policy) for span in grown]
        return _result(text, edits)

    def _uncovered(self, visible: str, edits: Sequence[Edit], label: str) -> list[Span]:
        """What is found only once other values are gone: the cue of a number that was masked stands before the next."""
        shown = edited(visible, edits, _as_seen_again)
        return [] if shown == visible else traced_back(self._find(shown, label), edits, _as_seen_again)

    def _edit(self, text: str, span: Span, policy: Policy) -> Edit:
        action = strictest(frozenset(policy.action_for(pii_type) for pii_type in span.types))
        return Edit(span, action, self._replace(action, span.label, text[span.start : span.end]))

    def _replace(self, action: Action, label: str, value: str) -> str:
        try:
            match action:
                case Action.ENCRYPT:
                    return self._cipher().encrypt_span(label, value)
                case Action.TOKENIZE:
                    return self._tokens.tokenize(label, value)
                case Action.MASK:
                    return self._masking(label, value)
                case Action.ALLOW:
                    return value
                case _:
                    return ""
        except SecurityException:
            raise
        except Exception:
            # The cause may quote the value or a key path; it stays here. Nothing unencrypted goes on.
            raise ProtectionUnavailable(
                "encryption",
                "personal data could not be protected. See that `encryption.key` is whole and has mode 0600.",
            ) from None

    def _visible(self, text: str) -> str:
        try:
            return blank_marks(text, self._tokens.knows, self._opens)
        except Exception:
            raise _unchecked() from None

    def _find(self, visible: str, label: str) -> list[Span]:
        try:
            return self._spans(visible, label, _DECODING_DEPTH)
        except Exception:
            raise _unchecked() from None

    def _opens(self, ciphertext: str) -> bool:
        try:
            self._cipher().decrypt(ciphertext)
        except Exception:  # whatever the reason, a ciphertext that does not open is scanned like any text
            return False
        return True

    def _spans(self, text: str, label: str, depth: int) -> list[Span]:
        plain = self._scan(text)
        if label and len(text) <= _LONGEST_LABELLED:
            prefix = f"{label}: "
            shifted = (_shift(span, len(prefix)) for span in self._scan(prefix + text) if span.end > len(prefix))
            plain = merge(plain, shifted)
        hidden = self._hidden(text, plain, depth) if depth else ()
        return merge(hidden, plain)

    def _scan(self, text: str) -> list[Span]:
        return merge((Span(match.start, match.end, (match.type,)) for match in self._detector.scan_text(text)), ())

    def _hidden(self, text: str, plain: Sequence[Span], depth: int) -> Iterator[Span]:
        """The encoded runs that say more than what is seen without decoding them."""
        for run in find_encoded(text):
            inner = [name for span in self._spans(run.decoded, "", depth - 1) for name in span.types]
            if not inner:
                continue
            if Counter(inner) - Counter(types_within(plain, run.start, run.end)):
                yield Span(run.start, run.end, tuple(inner), run.encoding)


def _shift(span: Span, by: int) -> Span:
    return Span(max(span.start - by, 0), span.end - by, span.types)


def _as_seen_again(edit: Edit) -> str:
    """What the next scan of the result sees of a replaced value: a mark of ours is blanked, a mask is not."""
    return edit.replacement if edit.action in _READ_AS_WRITTEN else FILLER * max(len(edit.replacement), 1)


def _result(text: str, edits: Sequence[Edit]) -> ProcessedText:
    findings = tuple(
        Finding(name, edit.span.start, edit.span.end, edit.action, edit.span.encoding)
        for edit in edits
        for name in edit.span.types
    )
    return ProcessedText(edited(text, edits, lambda edit: edit.replacement), findings)


def _unchecked() -> ProtectionUnavailable:
    return ProtectionUnavailable(
        "detector", "the text could not be checked for personal data. Check `pii_patterns.json`."
    )
