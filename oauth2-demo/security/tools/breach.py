"""`simulate_data_breach_detection`: plays breaches and says which were caught."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from oauth2_demo.mcp_server.errors import invalid
from oauth2_demo.security.tools.arguments import LanguageChoice  # noqa: TC001 - schemas
from oauth2_demo.security.tools.models import DrillResult, ScenarioResult
from oauth2_demo.security.tools.texts import SCENARIO_TITLES, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oauth2_demo.security.breach.drill import Outcome, Scenario
    from oauth2_demo.security.tools.context import ToolContext
    from oauth2_demo.security.tools.texts import Language

ScenarioNames = Annotated[
    list[str], Field(description="Only these scenarios, such as bulk_pii_export; empty plays all", max_length=20)
]


class BreachTools:
    """The tool, bound to one installation."""

    def __init__(self, context: ToolContext) -> None:
        self._context = context

    def simulate_data_breach_detection(
        self,
        scenarios: ScenarioNames = [],  # noqa: B006 - the SDK makes a schema of it and nobody changes it
        language: LanguageChoice = None,
    ) -> DrillResult:
        """Play data breaches against the real guards in a throw-away installation. 개인정보 유출 탐지 모의 훈련.

        Says for each scenario whether it was detected, by which rule, how fast, and what was missed. No data of this
        installation is touched.
        """
        from oauth2_demo.security.breach.arena import Arenas
        from oauth2_demo.security.breach.drill import run_all

        language = language or self._context.language
        chosen = _chosen(scenarios, language)
        services = self._context.services
        outcomes = run_all(chosen, Arenas(services.open_detector(), services.masking, self._context.open_oauth))
        self._record(outcomes)
        return _result(outcomes, language)

    def _record(self, outcomes: Sequence[Outcome]) -> None:
        from oauth2_demo.security.audit import AuditEvent, EventType

        caller = self._context.services.caller()
        details = {
            "scenarios": len(outcomes),
            "failed": sum(not outcome.passed for outcome in outcomes),
            "missed": sum(len(outcome.missed) for outcome in outcomes),
        }
        self._context.services.audit().append(
            AuditEvent(
                EventType.BREACH_SIMULATION,
                client_id=caller.client_id,
                user_id=caller.user_id,
                action_taken="simulated",
                outcome="success" if all(outcome.passed for outcome in outcomes) else "error",
                details=details,
            )
        )


def _chosen(names: Sequence[str], language: Language) -> tuple[Scenario, ...]:
    from oauth2_demo.security.breach.scenarios import SCENARIOS

    known = {scenario.name: scenario for scenario in SCENARIOS}
    if not all(name in known for name in names):
        raise invalid(say("unknown_scenario", language, names=", ".join(known)))
    return tuple(known[name] for name in dict.fromkeys(names)) or SCENARIOS


def _result(outcomes: Sequence[Outcome], language: Language) -> DrillResult:
    failed = [outcome.scenario for outcome in outcomes if not outcome.passed]
    missed = sum(len(outcome.missed) for outcome in outcomes)
    if failed:
        summary = say("drill_bad", language, count=len(outcomes), failed=len(failed), names=", ".join(failed))
    else:
        summary = say("drill_good", language, count=len(outcomes), missed=missed)
    return DrillResult(
        summary=summary,
        passed=not failed,
        detected=sum(outcome.was_detected for outcome in outcomes),
        missed_variants=missed,
        scenarios=[_scenario(outcome, language) for outcome in outcomes],
    )


def _scenario(outcome: Outcome, language: Language) -> ScenarioResult:
    elapsed = outcome.detected_after_ms
    return ScenarioResult(
        scenario=outcome.scenario,
        title=SCENARIO_TITLES[outcome.scenario][language],
        expectation="quiet" if outcome.is_control else "detected",
        detected=outcome.was_detected,
        passed=outcome.passed,
        rules=list(outcome.seen_by),
        steps=outcome.steps,
        stopped=outcome.stopped,
        detected_after_steps=outcome.detected_after_steps,
        detected_after_ms=None if elapsed is None else round(elapsed, 1),
        missed=list(outcome.missed),
    )
