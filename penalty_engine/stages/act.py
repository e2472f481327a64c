"""Stages 1 to 6 for one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from penalty_engine.assessment import (
    ActResult,
    CircumstanceResult,
    Exemption,
    Finding,
    Step,
)
from penalty_engine.case import Case
from penalty_engine.inference import ForwardChaining
from penalty_engine.messages import Message
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.words import RANKS
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.always import with_always
from penalty_engine.stages.benchmark_warnings import benchmark_warnings, not_weighed
from penalty_engine.stages.clauses import Match, match
from penalty_engine.stages.concurrence import govern
from penalty_engine.stages.conflicts import cite, overtaken, reason
from penalty_engine.stages.contradictions import contradictions, excluding_steps, settle
from penalty_engine.stages.discretion import Weighing, weigh
from penalty_engine.stages.exclusions import circumstance_warnings
from penalty_engine.stages.finding import bare_finding, elsewhere, make_finding, set_aside
from penalty_engine.stages.law_in_force import InForce, in_force
from penalty_engine.stages.limitation import no_longer_pursued
from penalty_engine.stages.missing import still_needed
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.reservations import (
    date_contradictions,
    unused_facts,
    weighing_reservations,
)
from penalty_engine.stages.tiers import Placement, TierChoice
from penalty_engine.stages.unverified import period_reservations


class ActOutcome(NamedTuple):
    """The result of one act with what later stages need of it. ``weighing``, with what counted for the governing clause, is
    None if no clause was in force."""

    result: ActResult
    weighing: Weighing | None
    warnings: tuple[Message, ...]
    step: Step


def assess_act(
    prepared: Prepared,
    network: ForwardChaining,
    case: Case,
    act: AdmittedAct,
    day: date,
    any_power: bool = False,
) -> ActOutcome:
    """Law in force on `day` → clauses → ranges → discretion → concurrence, for one act."""
    rulebook = prepared.rulebook
    laws = [in_force(rulebook, prepared.authority, key, day) for key in act.clauses]
    laws.sort(key=lambda law: RANKS.index(law.clause.statute.rank))  # the higher law first, else as named
    current = [law.clause for law in laws if law.reason is None]
    if not current:
        return _nothing_in_force(rulebook, act, laws)
    steps = [*act.counted, *(law.step for law in laws)]
    firings, act, contradicted = settle(rulebook, network, act)
    weighing = weigh(rulebook, act, firings, contradicted)
    matches = [match(clause, firings, act.facts, rulebook) for clause in current]
    exemption = _exemption(case, weighing)
    absent = [law for law in laws if not law.held]
    choice = TierChoice(prepared, network, weighing, act.facts, day)
    applied = _Applied(prepared, case, act, choice, exemption is not None, any_power)
    findings = still_needed(rulebook, act, applied.findings(matches, absent))
    findings = no_longer_pursued(findings, weighing.exempting)
    steps += [*weighing.steps, *excluding_steps(contradicted), *applied.steps]
    governing, kept, concurrence = govern(findings, rulebook.conflicts, applied.foreign)
    result = _result(rulebook, act, kept, governing, weighing, exemption, applied.placements)
    result, added = with_always(rulebook, result, act.facts, day)
    warnings = (
        *(law.reason for law in absent if law.reason is not None),
        *_warnings(prepared, case, act, matches, result, weighing, applied.looked_at),
        *benchmark_warnings(prepared, result, applied.placements, choice),
    )
    step = Step(
        "act",
        act.violation,
        None,
        None,
        {"party_kind": case.party.kind},
        result.status,
        (*steps, *concurrence, *added),
    )
    return ActOutcome(result, weighing.without(_left_out(applied, matches, governing)), warnings, step)


def _left_out(applied: _Applied, matches: list[Match], governing: str | None) -> tuple[str, ...]:
    """The circumstances that do not count for the governing clause; of a fixed sum, those that are elements of it."""
    placed = applied.placements.get(governing or "")
    if placed is not None:
        return placed.counts.excluded
    return next((item.clause.elements for item in matches if item.clause.key == governing), ())


class _Applied:
    """Every clause in force held against one act, those set aside or of another body included."""

    def __init__(
        self,
        prepared: Prepared,
        case: Case,
        act: AdmittedAct,
        choice: TierChoice,
        exempt: bool,
        any_power: bool,
    ) -> None:
        self.prepared, self.act, self.choice = prepared, act, choice
        self.exempt, self.any_power = exempt, any_power
        self.mitigated = case.elections.mitigate and bool(choice.weighing.mitigation_grounds)
        self.steps: list[Step] = []
        self.placements: dict[str, Placement] = {}
        self.foreign: set[str] = set()

    def findings(self, matches: list[Match], absent: list[InForce]) -> list[Finding]:
        """One finding for each clause; `absent` are those in force whose text is not held."""
        clauses = [item.clause for item in matches] + [law.clause for law in absent]
        named = {clause.key: cite(clause.statute.title, clause.article, clause.key) for clause in clauses}
        aside = overtaken(self.prepared.rulebook.conflicts, named)
        found = [self._finding(item) for item in matches]
        found += [self._not_held(law) for law in absent]
        for index, item in enumerate(found):
            why = aside.get(item.clause)
            if why is not None:
                because = reason(why.conflict, named[why.winner])
                found[index] = set_aside(item, because, why.conflict.id, why.winner)
        return found

    @property
    def looked_at(self) -> Iterator[str]:
        """The facts at which benchmarks looked."""
        return (name for item in self.placements.values() for name in item.facts)

    def _finding(self, found: Match) -> Finding:
        finding, placement, steps = make_finding(
            found, self.prepared, self.choice, self.act.facts, self.mitigated, self.exempt
        )
        self.steps.extend(steps)
        if placement is not None:
            self.placements[finding.clause] = placement
        if self._of_another(found.clause):
            return elsewhere(finding, self.prepared.rulebook.vocabulary)
        return finding

    def _not_held(self, law: InForce) -> Finding:
        """A clause in force whose text is not held: nothing can be imposed, but another body's case is still its own."""
        finding = bare_finding(law.clause, "not-available")._replace(reason=law.reason, orders=())
        if not self._of_another(law.clause):
            return finding
        return finding._replace(status="referred", referred_to=law.clause.power[0])

    def _of_another(self, clause: Clause) -> bool:
        """Whether the clause is another body's; remembered, because its findings govern nothing here."""
        if self.any_power or has_power(self.prepared.authority, clause):
            return False
        self.foreign.add(clause.key)
        return True


def has_power(authority: Authority, clause: Clause) -> bool:
    """Whether the authority may impose the penalties of a clause."""
    return not clause.power or not authority.powers or any(body in authority.powers for body in clause.power)


def _nothing_in_force(rulebook: Rulebook, act: AdmittedAct, laws: list[InForce]) -> ActOutcome:
    findings = tuple(
        bare_finding(law.clause, "not-available")._replace(reason=law.reason, orders=()) for law in laws
    )
    name = rulebook.violations[act.violation].name
    result = ActResult(act.violation, name, "not-available", None, findings, (), (), None)
    warnings = [law.warning for law in laws if law.warning is not None]
    for law in laws:
        warnings.extend(period_reservations(law.clause))
    step = Step("act", act.violation, None, None, {}, result.status, tuple(law.step for law in laws))
    return ActOutcome(result, None, tuple(warnings), step)


def _exemption(case: Case, weighing: Weighing) -> Exemption | None:
    """A mandatory ground, or a permitted one that the officer elected."""
    for item in weighing.exempting:
        if item.force == "mandatory" or (
            item.election is not None and getattr(case.elections, item.election)
        ):
            return Exemption(item.id, "must" if item.force == "mandatory" else "may", item.basis.cite)
    return None


def _punishable(result: ActResult) -> bool:
    """Whether this authority imposes, or may impose, a penalty."""
    return result.status in ("fined", "needs-facts") or any(
        item.confiscate is not None or item.revoke is not None or any(one.penalty for one in item.measures)
        for item in result.applied
    )


def _to_confirm(rulebook: Rulebook, result: ActResult) -> Iterator[Message]:
    """Conflicts decided by our reading, which a lawyer has yet to confirm."""
    decided = {item.set_aside_by for item in result.findings}
    applied = {item.clause for item in result.applied}
    if decided == {None} and len(applied) < 2:
        return
    for conflict in rulebook.conflicts:
        both = conflict.kind == "together" and len(applied & set(conflict.clauses)) > 1
        if conflict.confirm and (both or conflict.id in decided):
            yield Message("conflict-to-confirm", {"reason": conflict.reason})


def _result(
    rulebook: Rulebook,
    act: AdmittedAct,
    findings: tuple[Finding, ...],
    governing: str | None,
    weighing: Weighing,
    exemption: Exemption | None,
    placements: Mapping[str, Placement],
) -> ActResult:
    chosen = next((item for item in findings if item.clause == governing), _nearest(findings))
    missing = tuple(dict.fromkeys(name for item in findings for name in item.missing_facts))
    applied = exemption if chosen.status == "exempt" else None
    moved = any(fine.tier is not None for fine in (*chosen.fines, *chosen.alternative))
    placed = placements.get(chosen.clause) if moved else None
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
            (applied is not None and applied.circumstance == item.id)
            or (placed is not None and item.effect != "exempt" and placed.weighs(item.id)),
            None
            if placed is None or item.effect == "exempt"
            else not_weighed(rulebook, placed, chosen, item.id),
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


def _nearest(findings: tuple[Finding, ...]) -> Finding:
    """Where no clause applies: the first that is neither set aside nor another body's."""
    order = {"not-available": 0, "referred": 1}
    return min(findings, key=lambda finding: order.get(finding.status, 2))


def _warnings(
    prepared: Prepared,
    case: Case,
    act: AdmittedAct,
    matches: list[Match],
    result: ActResult,
    weighing: Weighing,
    looked_at: Iterable[str],
) -> tuple[Message, ...]:
    """``looked_at``: the facts at which benchmarks looked."""
    rulebook = prepared.rulebook
    found: list[Message] = []
    aside = {
        item.clause
        for item in result.findings
        if not item.applies and (item.set_aside_by is not None or (item.power and item.status == "referred"))
    }
    matches = [item for item in matches if item.clause.key not in aside]
    found.extend(_to_confirm(rulebook, result))
    for item in matches:
        found.extend(prepared.reservations(item.clause))
        if item.outcome is not None and item.outcome.note is not None:
            found.append(Message("rule-note", {"note": item.outcome.note}))
    fines = [fine for finding in result.findings for fine in finding.fines]
    found.extend(weighing_reservations(case, weighing, fines, _punishable(result)))
    if result.exemption is not None:
        note = rulebook.circumstances[result.exemption.circumstance].note
        if note is not None:
            found.append(Message("rule-note", {"note": note}))
    found.extend(contradictions(weighing.contradicted))
    found.extend(circumstance_warnings(rulebook, weighing.established, act.facts, result))
    found.extend(date_contradictions(rulebook, case, act))
    found.extend(act.limited.warnings)
    found.extend(unused_facts(rulebook, act, [item.clause for item in matches], result, looked_at))
    return tuple(found)
