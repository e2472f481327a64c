"""Stages 1 to 6 for one act."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import (
    ActResult,
    CircumstanceResult,
    Exemption,
    Finding,
    FineResult,
    Step,
)
from penalty_engine.case import Case
from penalty_engine.inference import ForwardChaining
from penalty_engine.messages import Message
from penalty_engine.money import yuan
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.clauses import Match, match
from penalty_engine.stages.concurrence import govern
from penalty_engine.stages.contradictions import contradictions, settle
from penalty_engine.stages.discretion import Weighing, place_in_range, weigh
from penalty_engine.stages.law_in_force import InForce, in_force
from penalty_engine.stages.milder_law import changed_law
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.reservations import (
    date_contradictions,
    limitation,
    unused_facts,
    weighing_reservations,
)
from penalty_engine.stages.statutory_range import statutory_range
from penalty_engine.stages.unverified import period_reservations


class ActOutcome(NamedTuple):
    """The result of one act with what later stages need of it. ``weighing`` is None if no clause was in force."""

    result: ActResult
    weighing: Weighing | None
    warnings: tuple[Message, ...]
    step: Step


def assess_act(prepared: Prepared, network: ForwardChaining, case: Case, act: AdmittedAct) -> ActOutcome:
    """Law in force → clauses → ranges → discretion → concurrence, for one act."""
    rulebook = prepared.rulebook
    laws = [in_force(rulebook, prepared.authority, key, case.timeline.conduct_to) for key in act.clauses]
    current = [law.clause for law in laws if law.reason is None]
    if not current:
        return _nothing_in_force(rulebook, act, laws)
    firings, act, contradicted = settle(rulebook, network, act)
    weighing = weigh(prepared, network, act, firings, contradicted)
    matches = [match(clause, firings, act.facts, rulebook) for clause in current]
    exemption = _exemption(case, weighing)
    findings: list[Finding] = []
    steps = [law.step for law in laws]
    for found in matches:
        finding, own_steps = _finding(found, prepared, case, act, weighing, exemption is not None)
        findings.append(finding)
        steps.extend(own_steps)
    governing, kept, concurrence = govern(findings)
    result = _result(rulebook, act, kept, governing, weighing, exemption)
    warnings = _warnings(prepared, case, act, matches, result, weighing)
    step = Step(
        "act",
        act.violation,
        None,
        None,
        {"party_kind": case.party.kind},
        result.status,
        (*steps, *weighing.steps, *concurrence),
    )
    return ActOutcome(result, weighing, warnings, step)


def _nothing_in_force(rulebook: Rulebook, act: AdmittedAct, laws: list[InForce]) -> ActOutcome:
    findings = tuple(
        _base(law.clause, "not-available")._replace(reason=law.reason, orders=()) for law in laws
    )
    name = rulebook.violations[act.violation].name
    result = ActResult(act.violation, name, "not-available", None, findings, (), (), None)
    warnings = [law.warning for law in laws if law.warning is not None]
    for law in laws:
        warnings.extend(period_reservations(law.clause))
    step = Step("act", act.violation, None, None, {}, result.status, tuple(law.step for law in laws))
    return ActOutcome(result, None, tuple(warnings), step)


def _finding(
    found: Match, prepared: Prepared, case: Case, act: AdmittedAct, weighing: Weighing, exempt: bool
) -> tuple[Finding, list[Step]]:
    """One clause applied: ranges, bands, and what else it imposes."""
    clause, outcome, steps = found.clause, found.outcome, [found.step]
    if outcome is None:
        if found.missing and exempt:  # whatever they are, they cannot bring a penalty back
            return _base(clause, "exempt")._replace(applies=True), steps
        status = "needs-facts" if found.missing else "not-available"
        undecided = _base(clause, status)
        return undecided._replace(
            reason=found.reason, missing_facts=found.missing, revoke=found.revoke
        ), steps
    mitigated = case.elections.mitigate and bool(weighing.mitigation_grounds)
    fines: list[FineResult] = []
    for fine in outcome.fines:
        found_range = statutory_range(clause, fine, act.facts, fine.double_rule in found.doubled)
        steps.append(found_range.step)
        if found_range.quantity:
            placed, step = place_in_range(found_range, prepared, weighing.tier, mitigated)
            fines.append(placed)
            steps.append(step)
    confiscate = (
        yuan(int(act.facts[outcome.confiscate]))
        if outcome.confiscate and act.facts[outcome.confiscate]
        else None
    )
    finding = _base(clause, _status(found, fines, confiscate))._replace(
        applies=True,
        fines=tuple(fines),
        confiscate=confiscate,
        revoke=found.revoke if fines or not outcome.fines else None,
        referred_to=outcome.refer,
        reason=_nothing_to_count(found, fines),
    )
    if exempt and (fines or confiscate is not None or finding.revoke is not None):
        finding = finding._replace(status="exempt", fines=(), confiscate=None, revoke=None)
    return finding, steps


def _base(clause: Clause, status: str) -> Finding:
    statute = clause.statute
    return Finding(
        clause.key,
        statute.id,
        statute.title,
        statute.version,
        clause.article,
        str(clause.place),
        False,
        status,
        None,
        (),
        None,
        None,
        clause.orders,
        clause.order_words,
        None,
        (),
    )


def _status(found: Match, fines: list[FineResult], confiscate: Decimal | None) -> str:
    if fines:
        return "fined"
    if (
        found.outcome is not None
        and found.outcome.refer is not None
        and found.revoke is None
        and confiscate is None
    ):
        return "referred"
    return "no-fine"


def _nothing_to_count(found: Match, fines: list[FineResult]) -> Message | None:
    if found.outcome is not None and found.outcome.fines and not fines:
        return Message("quantity-zero", {"facts": list(found.outcome.fines[0].quantities)})
    return None


def _exemption(case: Case, weighing: Weighing) -> Exemption | None:
    """A mandatory ground, or a permitted one that the officer elected."""
    for item in weighing.exempting:
        if item.force == "mandatory" or (
            item.election is not None and getattr(case.elections, item.election)
        ):
            return Exemption(item.id, "must" if item.force == "mandatory" else "may", item.basis.cite)
    return None


def _result(
    rulebook: Rulebook,
    act: AdmittedAct,
    findings: tuple[Finding, ...],
    governing: str | None,
    weighing: Weighing,
    exemption: Exemption | None,
) -> ActResult:
    chosen = next((item for item in findings if item.clause == governing), findings[0])
    missing = tuple(dict.fromkeys(name for item in findings for name in item.missing_facts))
    applied = exemption if chosen.status == "exempt" else None
    moved = any(fine.tier is not None for fine in chosen.fines)
    circumstances = tuple(
        CircumstanceResult(
            item.id,
            item.name,
            item.effect,
            item.force,
            item.mitigates,
            item.basis.cite,
            item.basis.source.verified,
            derived,
            (applied is not None and applied.circumstance == item.id) or (moved and item.effect != "exempt"),
        )
        for item, derived in weighing.established
    )
    return ActResult(
        act.violation,
        rulebook.violations[act.violation].name,
        chosen.status,
        governing,
        findings,
        circumstances,
        missing,
        applied,
    )


def _warnings(
    prepared: Prepared,
    case: Case,
    act: AdmittedAct,
    matches: list[Match],
    result: ActResult,
    weighing: Weighing,
) -> tuple[Message, ...]:
    rulebook = prepared.rulebook
    found: list[Message] = []
    for item in matches:
        found.extend(prepared.reservations(item.clause))
        if item.outcome is not None and item.outcome.note is not None:
            found.append(Message("rule-note", {"note": item.outcome.note}))
        changed = changed_law(rulebook, item.clause, case.timeline.decided_on)
        if changed is not None:
            found.append(changed)
    fines = [fine for finding in result.findings for fine in finding.fines]
    mitigable = any(fine.minimum > 0 for fine in fines) if fines else None
    found.extend(weighing_reservations(case, weighing, mitigable))
    if result.exemption is not None:
        note = rulebook.circumstances[result.exemption.circumstance].note
        if note is not None:
            found.append(Message("rule-note", {"note": note}))
    found.extend(contradictions(rulebook, weighing.contradicted))
    found.extend(date_contradictions(rulebook, case, act))
    found.extend(limitation(rulebook, case))
    found.extend(unused_facts(rulebook, act, [item.clause for item in matches]))
    return tuple(found)
