"""The scenarios, in the order in which they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oauth2_demo.security.breach.scenarios.access import ACCESS
from oauth2_demo.security.breach.scenarios.evidence import EVIDENCE
from oauth2_demo.security.breach.scenarios.leaks import LEAKS

if TYPE_CHECKING:
    from oauth2_demo.security.breach.drill import Scenario

SCENARIOS: Final[tuple[Scenario, ...]] = (*LEAKS, *ACCESS, *EVIDENCE)
