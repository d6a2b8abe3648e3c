"""What can go wrong between a tool and the OAuth2 server. No text here holds a token or a secret."""

from __future__ import annotations


class ServerUnreachableError(Exception):
    """The server did not answer, or not in time, or was not asked again so soon after failures.

    Attributes:
        reason: A key of `texts.REASONS`, such as `timeout`.
        wait_s: Whole seconds until it is asked again, where it was not asked now.
    """

    def __init__(self, reason: str, wait_s: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait_s = wait_s


class UnexpectedAnswerError(Exception):
    """The server answered with something that is no answer to the question."""

    def __init__(self, what: str, status: int) -> None:
        super().__init__(f"{what} answered {status}")
        self.what = what
        self.status = status
