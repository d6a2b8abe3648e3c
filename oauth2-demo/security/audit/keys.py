"""The audit key of an installation and the three keys derived from it."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oauth2_demo import key_files
from oauth2_demo.security.audit.errors import AuditKeyError

if TYPE_CHECKING:
    from pathlib import Path

CHAIN_KEY_NAME = "audit_chain.key"
_ROOT_BYTES = 32


@dataclass(frozen=True, slots=True)
class ChainKey:
    """Separate keys for the chain, the checkpoint, anchors and the hashes of what callers sent; none is printed."""

    key_id: str
    chain: bytes = field(repr=False)
    head: bytes = field(repr=False)
    anchor: bytes = field(repr=False)
    match: bytes = field(repr=False)

    @classmethod
    def derive(cls, root: bytes) -> ChainKey:
        """Derive the keys from 32 random bytes, one label each, so that none can stand in for another."""
        if len(root) != _ROOT_BYTES:
            raise AuditKeyError(f"the audit key must be {_ROOT_BYTES} bytes")
        chain, head, anchor, match, name = (
            hmac.digest(root, f"mcp-docker audit v1 {label}".encode(), "sha256")
            for label in ("chain", "head", "anchor", "match", "key id")
        )
        return cls(key_id=name.hex()[:16], chain=chain, head=head, anchor=anchor, match=match)


def load_or_create_chain_key(keys_dir: Path) -> ChainKey:
    """Read the audit key in `keys_dir`; the first process that finds none makes it.

    Raises:
        AuditKeyError: The file is unsafe, unreadable or not a key.
    """
    try:
        content = key_files.load_or_create(keys_dir / CHAIN_KEY_NAME, _new_root)
    except key_files.KeyFileError as error:
        raise AuditKeyError(str(error)) from None
    return _parse(content, keys_dir / CHAIN_KEY_NAME)


def load_chain_key(keys_dir: Path) -> ChainKey:
    """Read the audit key in `keys_dir` without ever making one, as a verifier must.

    Raises:
        AuditKeyError: There is none, or it is unsafe, unreadable or not a key.
    """
    try:
        content = key_files.load(keys_dir / CHAIN_KEY_NAME)
    except key_files.KeyFileError as error:
        raise AuditKeyError(str(error)) from None
    return _parse(content, keys_dir / CHAIN_KEY_NAME)


def _new_root() -> bytes:
    return secrets.token_hex(_ROOT_BYTES).encode() + b"\n"


def _parse(content: bytes, path: Path) -> ChainKey:
    try:
        return ChainKey.derive(bytes.fromhex(content.decode("ascii")))
    except ValueError:
        raise AuditKeyError(f"{path} is not an audit key of 64 hexadecimal digits; restore it from a backup") from None
