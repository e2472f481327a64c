"""penalty-engine: administrative fines computed from statute.

``Engine.load().assess(case)`` returns an `Assessment`: the statutory range, the recommended fine within it by a
discretion benchmark, what procedure requires, and the rule and article behind every step.
"""

from __future__ import annotations

from penalty_engine.assessment import Assessment
from penalty_engine.case import Case
from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.engine import Engine
from penalty_engine.errors import CaseError, EngineError, PenaltyEngineError, RulebookError
from penalty_engine.version import __version__

__all__ = [
    "Assessment",
    "Case",
    "CaseError",
    "Diagnostic",
    "Engine",
    "EngineError",
    "PenaltyEngineError",
    "Place",
    "RulebookError",
    "__version__",
]
