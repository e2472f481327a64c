"""A decision already drafted or made, held against the rulebook: what was imposed, on what, and by which steps."""

from __future__ import annotations

from penalty_engine.checking.check import check
from penalty_engine.checking.decision import Decision
from penalty_engine.checking.file import ReadDecision, read_decision, read_decision_bytes
from penalty_engine.checking.records import SEVERITIES, CheckFinding, CheckResult

__all__ = [
    "SEVERITIES",
    "CheckFinding",
    "CheckResult",
    "Decision",
    "ReadDecision",
    "check",
    "read_decision",
    "read_decision_bytes",
]
