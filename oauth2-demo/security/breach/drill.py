"""Plays scenarios and says what was caught: by which rule, after how many steps, how fast, and what was missed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oauth2_demo.security.breach.arena import WORKDAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from oauth2_demo.security.breach.arena import Arena, Arenas


@dataclass(frozen=True, slots=True)
class Step:
    """One hostile act.

    Attributes:
        name: What was tried.
        was_stopped: Whether a guard kept it from working.
        was_missed: Whether it worked and left nothing that a rule could see.
        seen_by: The check that saw it, when no rule over the log has to.
    """

    name: str
    was_stopped: bool
    was_missed: bool = False
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A breach to play.

    Attributes:
        name: Its name.
        rules: The rules that should see it; none for the control, which no rule may see.
        play: Plays it, step by step.
        begins_at: The time of its arena; the real time when None, for what the OAuth2 server stamps itself.
    """

    name: str
    rules: frozenset[str]
    play: Callable[[Arena], Iterator[Step]]
    begins_at: datetime | None = WORKDAY

    @property
    def is_control(self) -> bool:
        """Whether this is ordinary work, in which nothing may be seen."""
        return not self.rules


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a scenario.

    Attributes:
        scenario: Its name.
        was_detected: Whether one of its rules raised an alert; for the control, whether any did.
        seen_by: The rules that did.
        steps: How many acts were played.
        stopped: How many of them a guard stopped.
        detected_after_steps: The act that raised the first alert, counted from 1.
        detected_after_ms: Real milliseconds from the first act to the alert, the acts included.
        missed: What worked and was not seen.
        is_control: Whether it was ordinary work, in which nothing may be seen.
    """

    scenario: str
    was_detected: bool
    seen_by: tuple[str, ...]
    steps: int
    stopped: int
    detected_after_steps: int | None
    detected_after_ms: float | None
    missed: tuple[str, ...]
    is_control: bool

    @property
    def passed(self) -> bool:
        """Whether it ended as it should."""
        return self.was_detected != self.is_control


def run(scenario: Scenario, arenas: Arenas, timer: Callable[[], float] = time.perf_counter) -> Outcome:
    """Play one scenario in an arena of its own; the log is judged after each act, as a monitor would."""
    with arenas.open(scenario.begins_at) as arena:
        started = timer()
        steps: list[Step] = []
        first: tuple[int, float] | None = None
        for step in scenario.play(arena):
            steps.append(step)
            if first is None and _seen(scenario, arena, steps):
                first = len(steps), (timer() - started) * 1000
        seen_by = _seen(scenario, arena, steps)
    return Outcome(
        scenario=scenario.name,
        was_detected=bool(seen_by),
        seen_by=seen_by,
        steps=len(steps),
        stopped=sum(step.was_stopped for step in steps),
        detected_after_steps=first[0] if first else None,
        detected_after_ms=first[1] if first else None,
        missed=tuple(step.name for step in steps if step.was_missed),
        is_control=scenario.is_control,
    )


def _seen(scenario: Scenario, arena: Arena, steps: Sequence[Step]) -> tuple[str, ...]:
    checks = {step.seen_by for step in steps if step.seen_by}
    alerts = {alert.rule for alert in arena.alerts()}
    return tuple(sorted(alerts if scenario.is_control else (alerts | checks) & scenario.rules))


def run_all(scenarios: Iterable[Scenario], arenas: Arenas) -> list[Outcome]:
    """Play them all, one after the other."""
    return [run(scenario, arenas) for scenario in scenarios]
