"""Encrypts text with a ring of Fernet keys."""

from oauth2_demo.security.encryption.errors import EncryptionError, KeyRingError, UndecryptableError
from oauth2_demo.security.encryption.keyring import load_or_create, retire, rotate
from oauth2_demo.security.encryption.service import EncryptionService
from oauth2_demo.security.encryption.usage import KeyUsage, count_usage

__all__ = [
    "EncryptionError",
    "EncryptionService",
    "KeyRingError",
    "KeyUsage",
    "UndecryptableError",
    "count_usage",
    "load_or_create",
    "retire",
    "rotate",
]
