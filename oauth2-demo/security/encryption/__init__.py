"""Encrypts text with a ring of Fernet keys."""
