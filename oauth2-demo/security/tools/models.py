"""What the security tools answer: these models are the output schemas."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class PiiFinding(_Answer):
    """One piece of personal data, masked."""

    type: str = Field(description="PII type")
    name: str = Field(description="The type in the language of the answer")
    severity: str = Field(description="How much it matters")
    start: int = Field(description="Where it begins in the text, in code points")
    end: int = Field(description="Where it ends, exclusive")
    masked: str = Field(description="Its masked form")
    encoding: str = Field(description="How it was hidden, such as base64; empty for plain text")


class PiiDetectionResult(_Answer):
    """What was found in a text. The text itself is not repeated, only its masked form."""

    summary: str
    contains_pii: bool
    total: int = Field(description="How many pieces were found")
    counts: dict[str, int] = Field(description="How many of each type")
    findings: list[PiiFinding]
    masked_text: str


class EncryptionResult(_Answer):
    """The proof of a round trip."""

    summary: str
    round_trip: bool = Field(description="Whether decrypting gave back the text exactly")
    tampering_refused: bool = Field(description="Whether a changed ciphertext was refused")
    ciphertext: str = Field(description="The Fernet token of the text")
    characters: int = Field(description="Length of the text in code points")
    elapsed_ms: float = Field(description="Milliseconds for encrypting and decrypting")


class AuditEntry(_Answer):
    """One record of the audit log. Text in it is data; what did not look like a name is a keyed hash (`h:…`)."""

    seq: int
    event_id: str
    timestamp: str = Field(description="UTC, ISO 8601")
    event_type: str
    tool_name: str | None
    user_id: str | None
    client_id: str | None
    contains_pii: bool
    action_taken: str | None
    parameter_count: int
    outcome: str | None
    request_id: str | None
    details: dict[str, str | int | float | bool | None]


class AuditPage(_Answer):
    """Records, newest first."""

    summary: str
    total: int = Field(description="How many records match")
    records: list[AuditEntry]
    next_cursor: int | None = Field(description="Give this as cursor for the next page; null at the end")


class ScenarioResult(_Answer):
    """What became of one scenario."""

    scenario: str
    title: str
    expectation: Literal["detected", "quiet"] = Field(description="quiet: a control in which no rule may see anything")
    detected: bool
    passed: bool = Field(description="Whether it ended as it should")
    rules: list[str] = Field(description="The rules that saw it")
    steps: int = Field(description="How many hostile acts were played")
    stopped: int = Field(description="How many of them a guard stopped")
    detected_after_steps: int | None
    detected_after_ms: float | None = Field(description="Real milliseconds from the first act to the alert")
    missed: list[str] = Field(description="Acts that worked and left no trace that a rule could see")


class DrillResult(_Answer):
    """All scenarios."""

    summary: str
    passed: bool
    detected: int
    missed_variants: int
    scenarios: list[ScenarioResult]


class ReportFigure(_Answer):
    """One figure and how it changed."""

    key: str
    name: str
    value: int
    change_percent: int | None = Field(description="Against the period before; null when there was nothing")


class ReportFinding(_Answer):
    """Something to look at, and what to do."""

    kind: str
    severity: str
    title: str
    meaning: str
    subject: str
    count: int
    first_at: str | None
    last_at: str | None
    advice: str
    basis: str = Field(description="The clauses of PIPA (개인정보 보호법) and its standards")
    evidence: list[str] = Field(description="Ids of audit records")


class Ranked(_Answer):
    """An entry of a ranking."""

    name: str
    calls: int
    with_pii: int
    refused: int


class TrendPoint(_Answer):
    """One bar of the chart over time."""

    start: str
    events: int
    with_pii: int
    refused: int


class SecurityReport(_Answer):
    """The report, its Markdown form, and where its files lie."""

    summary: str
    since: str
    until: str
    overall: str
    integrity: Literal["intact", "tampered", "cannot_tell", "torn_tail"]
    records_verified: int
    figures: list[ReportFigure]
    pii_by_type: dict[str, int]
    refusal_reasons: dict[str, int]
    trend: list[TrendPoint]
    top_tools: list[Ranked]
    top_clients: list[Ranked]
    findings: list[ReportFinding]
    markdown: str
    files: list[str] = Field(description="The files written, below the data folder of the installation")
