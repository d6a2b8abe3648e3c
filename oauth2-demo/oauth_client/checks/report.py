"""Walks through all checks and reports each, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oauth2_demo.oauth_client.checks import files, resource, server, tokens
from oauth2_demo.oauth_client.checks.walk import Outcome, failed, not_checked
from oauth2_demo.oauth_client.checks.words import ADVICE, DETAILS, TITLES
from oauth2_demo.oauth_client.errors import ServerUnreachableError, UnexpectedAnswerError
from oauth2_demo.oauth_client.models import SetupCheck, SetupReport
from oauth2_demo.oauth_client.texts import say, say_why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from oauth2_demo.oauth_client.checks.walk import Check, Walk
    from oauth2_demo.oauth_client.installation import Language

# In the order in which they build on each other.
CHECKS: Final[tuple[tuple[str, Check], ...]] = (
    ("health", server.health),
    ("metadata", server.metadata),
    ("clock", server.clock),
    ("token", tokens.token),
    ("claims", tokens.claims),
    ("wrong_secret", tokens.wrong_secret),
    ("wrong_scope", tokens.wrong_scope),
    ("wrong_grant", tokens.wrong_grant),
    ("resource_token", tokens.resource_token),
    ("hello_with_token", resource.with_token),
    ("hello_without_token", resource.without_token),
    ("forged_token", resource.forged_token),
    ("expired_token", resource.expired_token),
    ("missing_scope", resource.missing_scope),
    ("revoked_token", resource.revoked_token),
)
# These need no server.
LOCAL_CHECKS: Final[tuple[tuple[str, Check], ...]] = (("key_file_mode", files.key_file_mode),)


async def check_setup(walk: Walk, language: Language) -> SetupReport:
    """Make every check, and report it in `language`."""
    outcomes = await _server_outcomes(walk)
    outcomes.update({name: await check(walk) for name, check in LOCAL_CHECKS})
    return _report([_told(name, outcome, language) for name, outcome in outcomes.items()], language)


async def _server_outcomes(walk: Walk) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    for name, check in CHECKS:
        try:
            outcomes[name] = await check(walk)
        except ServerUnreachableError as error:
            outcomes[name] = failed("unreachable", "start_server", reason=error)
            # Each further check would wait for its timeouts and say the same.
            left = [other for other, _ in CHECKS if other not in outcomes]
            return outcomes | {other: not_checked("unreachable", reason=error) for other in left}
        except UnexpectedAnswerError as error:
            outcomes[name] = failed("unexpected", "check_port", what=error.what, status=error.status)
    return outcomes


def _told(name: str, outcome: Outcome, language: Language) -> SetupCheck:
    column = 1 if language == "ko" else 0
    return SetupCheck(
        name=name,
        title=TITLES[name][column],
        status=outcome.status,
        detail=DETAILS[outcome.detail][column].format(**_spoken(outcome.values, language)),
        advice=ADVICE[outcome.advice][column],
    )


def _spoken(values: Mapping[str, object], language: Language) -> dict[str, object]:
    return {
        name: say_why(language, value) if isinstance(value, ServerUnreachableError) else value
        for name, value in values.items()
    }


def _report(checks: list[SetupCheck], language: Language) -> SetupReport:
    failures = [check.name for check in checks if check.status == "fail"]
    counts = {
        "passed": sum(check.status == "pass" for check in checks),
        "failed": len(failures),
        "not_checked": sum(check.status == "not_checked" for check in checks),
    }
    key = "report_bad" if failures else "report_good"
    summary = say(language, key, total=len(checks), names=", ".join(failures), **counts)
    return SetupReport(summary=summary, ok=not failures, checks=checks, **counts)
