"""penalty-engine: administrative fines computed from statute.

``Engine.load().assess(case)`` returns an `Assessment`: the statutory range, the recommended fine within it by a
discretion benchmark, what procedure requires, and the rule and article behind every step.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from penalty_engine.version import __version__

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.checking import Decision, check
    from penalty_engine.comparing import compare
    from penalty_engine.diagnostics import Diagnostic, Place
    from penalty_engine.engine import Engine
    from penalty_engine.errors import CaseError, EngineError, PenaltyEngineError, RulebookError
    from penalty_engine.papers import draft_paper, make_dossier
    from penalty_engine.proof.prove import prove
    from penalty_engine.reasons.explain import explain
    from penalty_engine.reasons.what_if import every_effect
    from penalty_engine.reasons.why_not import why_not

__all__ = [
    "Assessment",
    "Case",
    "CaseError",
    "Decision",
    "Diagnostic",
    "Engine",
    "EngineError",
    "PenaltyEngineError",
    "Place",
    "RulebookError",
    "__version__",
    "check",
    "compare",
    "draft_paper",
    "every_effect",
    "explain",
    "make_dossier",
    "prove",
    "why_not",
]

_HOMES = {
    "Assessment": "assessment",
    "Case": "case",
    "CaseError": "errors",
    "Decision": "checking",
    "Diagnostic": "diagnostics",
    "Engine": "engine",
    "EngineError": "errors",
    "PenaltyEngineError": "errors",
    "Place": "diagnostics",
    "RulebookError": "errors",
    "check": "checking",
    "compare": "comparing",
    "draft_paper": "papers",
    "every_effect": "reasons.what_if",
    "explain": "reasons.explain",
    "make_dossier": "papers",
    "prove": "proof.prove",
    "why_not": "reasons.why_not",
}


def __getattr__(name: str) -> Any:
    """Public names are imported when first used, so that importing the package does no work."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
