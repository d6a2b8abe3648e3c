"""Finds personal data in Korean and English text."""
