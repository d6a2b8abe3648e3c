"""What can keep the bridge from serving a request. Each message is one sentence for the person who runs it."""

from __future__ import annotations


class BridgeError(Exception):
    """A request cannot be served; the text says why and what to do next, and holds no secret."""


class DiscoveryError(BridgeError):
    """The authorization server cannot be found, or is not the one that the credentials belong to."""


class TokenRequestError(BridgeError):
    """The authorization server gave no token."""
