"""Stage 5: one act under several clauses → the governing one; several acts → sums, per case."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from penalty_engine.assessment import ActResult, Finding, Step, Total
from penalty_engine.messages import Message
from penalty_engine.money import total_yuan

_STATUS_ORDER = ("needs-facts", "exempt", "fined", "no-fine", "referred", "not-available")


def govern(findings: Sequence[Finding]) -> tuple[str | None, tuple[Finding, ...], tuple[Step, ...]]:
    """The governing clause and the findings with the others set aside: of several fines for one act, the higher.

    While facts are missing for any of them nothing is set aside.
    """
    if any(finding.status == "needs-facts" for finding in findings):
        undecided = next(finding for finding in findings if finding.status == "needs-facts")
        return undecided.clause, tuple(findings), ()
    if len(findings) == 1:
        return findings[0].clause, tuple(findings), ()
    applying = [finding for finding in findings if finding.applies]
    if not applying:
        return None, tuple(findings), ()
    best = max(applying, key=_weight)  # the first of equals
    because = Message("other-governs", {"clause": best.clause})
    kept = tuple(
        finding if finding is best or not finding.applies else _set_aside(finding, because)
        for finding in findings
    )
    inputs = {finding.clause: _weight(finding)[1] for finding in applying}
    return best.clause, kept, (Step("concurrence", None, None, None, inputs, best.clause),)


def _weight(finding: Finding) -> tuple[int, Decimal, Decimal]:
    return (
        -_STATUS_ORDER.index(finding.status),
        total_yuan(fine.maximum for fine in finding.fines),
        total_yuan(fine.recommended for fine in finding.fines),
    )


def _set_aside(finding: Finding, because: Message) -> Finding:
    return finding._replace(applies=False, reason=because, fines=(), confiscate=None, revoke=None)


def total(acts: Sequence[ActResult]) -> tuple[Total, Step]:
    """The sums over all acts and targets; None where facts are missing."""
    if any(act.status == "needs-facts" for act in acts):
        nothing = Total(None, None, None, None)
        return nothing, Step("total", None, None, None, {}, nothing._asdict())
    applied = [finding for act in acts if (finding := act.governing) is not None]
    fines = [fine for finding in applied for fine in finding.fines]
    confiscated = [finding.confiscate for finding in applied if finding.confiscate is not None]
    sums = Total(
        total_yuan(fine.minimum for fine in fines),
        total_yuan(fine.maximum for fine in fines),
        total_yuan(fine.recommended for fine in fines),
        total_yuan(confiscated) if confiscated else None,
    )
    return sums, Step("total", None, None, None, {"fines": len(fines)}, sums._asdict())
