"""`test_pii_detection` and `test_encryption`: the two guards, tried on a text."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from oauth2_demo.mcp_server.errors import unavailable
from oauth2_demo.security.policy import Action, Policy, TextProcessor
from oauth2_demo.security.tools.arguments import LanguageChoice, Text  # noqa: TC001 - schemas
from oauth2_demo.security.tools.models import EncryptionResult, PiiDetectionResult, PiiFinding
from oauth2_demo.security.tools.texts import say

if TYPE_CHECKING:
    from oauth2_demo.security.policy import ProcessedText
    from oauth2_demo.security.tools.context import ToolContext

MaskForm = Annotated[
    Literal["full", "length", "format"],
    Field(description="full: ****; length: one * a character; format: keeps separators and what many people share"),
]
_ENCODED_SEVERITY = "high"


class DetectionTools:
    """The tools, bound to one installation."""

    def __init__(self, context: ToolContext) -> None:
        self._context = context

    def test_pii_detection(
        self, text: Text, mask: MaskForm = "full", language: LanguageChoice = None
    ) -> PiiDetectionResult:
        """Find and mask personal data in a text, Korean or English, plain or encoded. 개인정보 탐지와 마스킹 시험.

        The answer holds types, places and masked forms, never the values.
        """
        from oauth2_demo.security.pii.masking import mask_value
        from oauth2_demo.security.report.wording import pii_type

        language = language or self._context.language
        masking = partial(mask_value, style=mask)
        masked = self._processor(masking).process(text, Policy(Action.MASK))
        severities = {match.type: match.severity for match in self._context.open_detector().scan_text(text)}
        findings = [
            PiiFinding(
                type=found.type,
                name=pii_type(found.type, language),
                severity=severities.get(found.type, _ENCODED_SEVERITY),
                start=found.start,
                end=found.end,
                masked=masking(found.type, text[found.start : found.end]),
                encoding=found.encoding,
            )
            for found in masked.findings
        ]
        return PiiDetectionResult(
            summary=_told(masked, language),
            contains_pii=masked.contains_pii,
            total=len(findings),
            counts=dict(masked.counts),
            findings=findings,
            masked_text=masked.text,
        )

    def test_encryption(self, text: Text, language: LanguageChoice = None) -> EncryptionResult:
        """Encrypt a text, decrypt it again, and show that a changed ciphertext is refused. 암호화 왕복 시험.

        The answer holds the ciphertext and the proof, not the text.
        """
        from oauth2_demo.security.encryption import EncryptionError, KeyRingError

        language = language or self._context.language
        started = time.perf_counter()
        try:
            service = self._context.open_encryption()
            ciphertext = service.encrypt(text)
            round_trip = service.decrypt(ciphertext) == text
        except KeyRingError as error:
            # It names a path, so the caller is told without it.
            logging.getLogger(__name__).error("the encryption key cannot be used: %s", error)
            raise unavailable(say("broken_encryption", language)) from None
        elapsed_ms = (time.perf_counter() - started) * 1000
        try:
            service.decrypt(_with_one_letter_changed(ciphertext))
        except EncryptionError:
            tampering_refused = True
        else:
            tampering_refused = False
        if not (round_trip and tampering_refused):
            raise unavailable(say("broken_encryption", language))
        return EncryptionResult(
            summary=say("round_trip", language),
            round_trip=round_trip,
            tampering_refused=tampering_refused,
            ciphertext=ciphertext,
            characters=len(text),
            elapsed_ms=round(elapsed_ms, 3),
        )

    def _processor(self, masking: partial[str]) -> TextProcessor:
        services = self._context.services
        tokens = services.vault.session(services.caller().session_id)
        return TextProcessor(self._context.open_detector(), self._context.open_encryption, masking, tokens)


def _told(masked: ProcessedText, language: Literal["ko", "en"]) -> str:
    from oauth2_demo.security.report.wording import pii_type

    if not masked.contains_pii:
        return say("pii_none", language)
    types = ", ".join(f"{pii_type(name, language)} {count}" for name, count in sorted(masked.counts.items()))
    return say("pii_found", language, count=len(masked.findings), types=types)


def _with_one_letter_changed(token: str) -> str:
    middle = len(token) // 2
    return token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]
