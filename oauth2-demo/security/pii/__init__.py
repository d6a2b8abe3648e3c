"""Finds personal data in Korean and English text."""

from oauth2_demo.security.pii.detector import PiiDetector
from oauth2_demo.security.pii.masking import MaskStyle, mask_value
from oauth2_demo.security.pii.match import PiiMatch
from oauth2_demo.security.pii.patterns import PatternError, TypeSpec, load_patterns

__all__ = ["MaskStyle", "PatternError", "PiiDetector", "PiiMatch", "TypeSpec", "load_patterns", "mask_value"]
