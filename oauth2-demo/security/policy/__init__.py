"""Policies for personal data: what happens to what the detector finds, in any value, fail-closed."""

from __future__ import annotations

from oauth2_demo.security.policy.model import Action, Finding, Policy, PolicyLike, ProcessedText, as_policy
from oauth2_demo.security.policy.ports import Cipher, Detector, Masking, SessionTokens
from oauth2_demo.security.policy.processor import TextProcessor
from oauth2_demo.security.policy.protector import Protected, protect, revealable, revealed
from oauth2_demo.security.policy.vault import SessionVault, TokenVault

__all__ = [
    "Action",
    "Cipher",
    "Detector",
    "Finding",
    "Masking",
    "Policy",
    "PolicyLike",
    "ProcessedText",
    "Protected",
    "SessionTokens",
    "SessionVault",
    "TextProcessor",
    "TokenVault",
    "as_policy",
    "protect",
    "revealable",
    "revealed",
]
