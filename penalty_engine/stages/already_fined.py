"""Stage 5: the same act already fined elsewhere brings no second fine; all else the clause imposes stands."""

from __future__ import annotations

from penalty_engine.assessment import ActResult, Finding, Step
from penalty_engine.case import AlreadyFined
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.act import ActOutcome

_PRINCIPLE = "one-fine"


def without_second_fine(rulebook: Rulebook, outcome: ActOutcome, fined: AlreadyFined) -> ActOutcome:
    """The outcome with its fines shown but not imposed."""
    result = outcome.result
    shown = [fine for finding in result.findings if finding.applies for fine in finding.fines]
    if not shown:
        return outcome
    principle = rulebook.principles.get(_PRINCIPLE)
    basis = Names("", "") if principle is None else principle.cite
    on = Message("nothing") if fined.decided_on is None else Message("fined-on", {"day": fined.decided_on})
    reason = Message("already-fined", {"by": fined.by, "on": on, "basis": basis})
    findings = tuple(_without(finding, reason) for finding in result.findings)
    kept: ActResult = result._replace(findings=findings)
    if kept.governing is not None:
        kept = kept._replace(status=kept.governing.status)
    step = Step(
        "already-fined",
        None,
        None if principle is None else principle.article,
        None,
        {"by": fined.by, "on": fined.decided_on, "amount": fined.amount},
        {"not_imposed": len(shown)},
    )
    told = outcome.step._replace(steps=(*outcome.step.steps, step), result=kept.status)
    return outcome._replace(result=kept, step=told)


def _without(finding: Finding, reason: Message) -> Finding:
    if not finding.applies or not finding.fines:
        return finding
    alternative = (
        *finding.fines,
        *finding.alternative,
    )  # those that a tier left open were not imposed anyway
    return finding._replace(status="no-fine", reason=reason, fines=(), alternative=alternative)
