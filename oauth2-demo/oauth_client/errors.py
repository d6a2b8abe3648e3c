"""What can go wrong between a tool and the OAuth2 server. No text here holds a token or a secret."""

from __future__ import annotations


class ServerUnreachableError(Exception):
    """The server did not answer, or not in time. `reason` is a short word for it, such as `timeout`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnexpectedAnswerError(Exception):
    """The server answered with something that is no answer to the question."""

    def __init__(self, what: str, status: int) -> None:
        super().__init__(f"{what} answered {status}")
        self.what = what
        self.status = status
