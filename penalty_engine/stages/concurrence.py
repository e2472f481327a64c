"""Stage 5: one act under several clauses → the governing one; several acts → sums, per case."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from decimal import Decimal

from penalty_engine.assessment import ActResult, Finding, FineResult, Step, TargetTotal, Total
from penalty_engine.messages import Message
from penalty_engine.money import times, total_yuan
from penalty_engine.rulebook.catalogue_records import Conflict
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.conflicts import cite, higher_fine, reason, together
from penalty_engine.stages.finding import without_fine

_STATUS_ORDER = ("needs-facts", "exempt", "fined", "no-fine", "referred", "not-available")


def govern(
    findings: Sequence[Finding], conflicts: Sequence[Conflict], foreign: Collection[str] = ()
) -> tuple[str | None, tuple[Finding, ...], tuple[Step, ...]]:
    """The governing clause and the findings with the others set aside: of several fines for one act, the higher.

    Clauses that the rules impose together count as one. While facts are missing for any of them nothing is set aside.
    A clause of another body governs only where no clause of this authority was in force. `foreign`: the clauses of others.
    """
    open_ones = [item for item in findings if item.set_aside_by is None]
    own = [item for item in open_ones if item.clause not in foreign]
    referred = [item for item in open_ones if item.status == "referred" and not item.applies]
    if not own and referred:
        return _referred(findings, referred)
    undecided = next((item for item in own if item.status == "needs-facts"), None)
    if undecided is not None:
        return undecided.clause, tuple(findings), ()
    applying = {item.clause: item for item in own if item.applies}
    if not applying:
        return None, tuple(findings), ()
    if len(applying) == 1:
        return next(iter(applying)), tuple(findings), ()
    groups = [[applying[key] for key in group] for group in together(conflicts, list(applying))]
    best = max(groups, key=_group_weight)  # the first of equals
    governing = max(best, key=_weight).clause
    floor, floor_step = _floor(applying[governing], best, list(applying.values()), conflicts)
    kept = tuple(
        item
        if item in best or item.clause not in applying
        else _give_way(item, applying[governing], conflicts)
        for item in findings
    )
    kept = tuple(floor if item.clause == governing else item for item in kept)
    inputs = {item.clause: _weight(item)[1] for item in applying.values()}
    return governing, kept, (Step("concurrence", None, None, None, inputs, governing, floor_step),)


def _floor(
    governing: Finding, best: Sequence[Finding], applying: Sequence[Finding], conflicts: Sequence[Conflict]
) -> tuple[Finding, tuple[Step, ...]]:
    """The governing finding with its fine on the party raised to what clauses that give way make mandatory."""
    others = [
        item
        for item in applying
        if item not in best
        and (found := higher_fine(conflicts, item.clause, governing.clause)) is not None
        and found.at_least_the_others
    ]
    least = total_yuan(
        fine.minimum for item in others for fine in item.fines if fine.target == "unit" and not fine.optional
    )
    index = next((number for number, fine in enumerate(governing.fines) if fine.target == "unit"), None)
    if index is None or not least:
        return governing, ()
    own = governing.fines[index]
    if own.recommended < own.minimum or (
        own.minimum >= least and not own.optional
    ):  # mitigated, or high enough
        return governing, ()
    fine = _raised(own, least)
    fines = (*governing.fines[:index], fine, *governing.fines[index + 1 :])
    inputs = {item.clause: _sum(item.fines) for item in others}
    result = {"minimum": fine.minimum, "recommended": fine.recommended}
    return governing._replace(fines=fines), (
        Step("not-below", None, None, None, {"at_least": least, **inputs}, result),
    )


def _raised(fine: FineResult, least: Decimal) -> FineResult:
    """The fine with every bound brought up to `least`, which is not above its maximum; no longer left to discretion."""
    least = min(least, fine.maximum)
    tier = fine.tier
    if tier is not None:
        tier = tier._replace(minimum=max(tier.minimum, least), maximum=max(tier.maximum, least))
    return fine._replace(
        optional=False,
        minimum=max(fine.minimum, least),
        tier=tier,
        recommended=max(fine.recommended, least),
    )


def _referred(
    findings: Sequence[Finding], others: Sequence[Finding]
) -> tuple[str | None, tuple[Finding, ...], tuple[Step, ...]]:
    """Every clause is another body's: the one with the highest fine names it."""
    best = max(others, key=lambda item: _sum(item.alternative))
    kept = tuple(item._replace(applies=True) if item is best else item for item in findings)
    return best.clause, kept, ()


def _give_way(finding: Finding, governing: Finding, conflicts: Sequence[Conflict]) -> Finding:
    conflict = higher_fine(conflicts, finding.clause, governing.clause)
    named = cite(governing.statute_title, governing.article, governing.clause)
    if conflict is None:
        return without_fine(finding, Message("other-governs", {"clause": named}), "", governing)
    return without_fine(finding, reason(conflict, named), conflict.id, governing)


def _group_weight(findings: Sequence[Finding]) -> tuple[int, Decimal, Decimal]:
    weights = [_weight(finding) for finding in findings]
    status = max(weight[0] for weight in weights)
    return status, total_yuan(weight[1] for weight in weights), total_yuan(weight[2] for weight in weights)


def _weight(finding: Finding) -> tuple[int, Decimal, Decimal]:
    return (
        -_STATUS_ORDER.index(finding.status),
        _sum(finding.fines),
        total_yuan(times(fine.recommended, fine.persons) for fine in finding.fines),
    )


def _sum(fines: Sequence[FineResult]) -> Decimal:
    """The most that all fines come to."""
    return total_yuan(times(fine.maximum, fine.persons) for fine in fines)


def same_acts(acts: Sequence[AdmittedAct]) -> Iterator[Message]:
    """Acts that say the same as an earlier one; whether the two are one is for the officer."""
    known: dict[Hashable, list[int]] = {}
    for number, act in enumerate(acts if len(acts) > 1 else ()):
        declared = frozenset(item.id for item in act.declared)
        alike = known.setdefault((act.violation, frozenset(act.facts.items()), declared), [])
        # the same count of other days or persons is another act
        first = next((item for item in alike if acts[item].counted == act.counted), None)
        if first is None:
            alike.append(number)
        else:
            yield Message("same-act-twice", {"number": number + 1, "first": first + 1})


def total(acts: Sequence[ActResult]) -> tuple[Total, tuple[TargetTotal, ...], Step]:
    """The sums over all acts, and for each target; None, and no target, where facts are missing."""
    if any(act.status == "needs-facts" for act in acts):
        nothing = Total(None, None, None, None)
        return nothing, (), Step("total", None, None, None, {}, nothing._asdict())
    applied = [finding for act in acts for finding in act.applied]
    fines = [fine for finding in applied for fine in finding.fines]
    confiscated = [finding.confiscate for finding in applied if finding.confiscate is not None]
    targets = tuple(_of_target(name, fines) for name in dict.fromkeys(fine.target for fine in fines))
    sums = Total(
        total_yuan(item.minimum for item in targets),
        total_yuan(item.maximum for item in targets),
        total_yuan(item.recommended for item in targets),
        total_yuan(confiscated) if confiscated else None,
    )
    inputs = {"fines": len(fines), "targets": [item._asdict() for item in targets]}
    return sums, targets, Step("total", None, None, None, inputs, sums._asdict())


def _of_target(target: str, fines: Sequence[FineResult]) -> TargetTotal:
    own = [fine for fine in fines if fine.target == target]
    return TargetTotal(
        target,
        total_yuan(times(fine.minimum, fine.persons) for fine in own),
        total_yuan(times(fine.maximum, fine.persons) for fine in own),
        total_yuan(times(fine.recommended, fine.persons) for fine in own),
    )
