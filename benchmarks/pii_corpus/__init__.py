"""A labelled corpus of synthetic Korean and English text for judging the PII detector."""
