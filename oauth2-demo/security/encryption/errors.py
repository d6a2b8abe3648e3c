"""What can go wrong with encryption. No text holds a key, a token or what was in it."""


class EncryptionError(Exception):
    """Nothing was encrypted or decrypted."""


class KeyRingError(EncryptionError):
    """The key file is missing, unsafe or unusable; the text says what to do."""


class UndecryptableError(EncryptionError):
    """The text is not a token of this installation: changed, cut, from elsewhere, or under a retired key."""
