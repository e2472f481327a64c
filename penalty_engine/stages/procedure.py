"""Stage 7: what procedure requires, by inference over the result, and the time limits that run."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from penalty_engine.assessment import ActResult, Deadline, Duty, Procedure, Reason, Step
from penalty_engine.case import Case
from penalty_engine.inference import ForwardChaining
from penalty_engine.inference.rules import Firings
from penalty_engine.messages import Message
from penalty_engine.money import fen, total_yuan
from penalty_engine.rulebook.conditions import Facts, FactValue
from penalty_engine.rulebook.procedure_records import TimeLimit
from penalty_engine.rulebook.words import DUTIES, FIRST_DUTIES
from penalty_engine.stages.discretion import Weighing
from penalty_engine.stages.prepared import DutyTable, Prepared
from penalty_engine.stages.told import stated


def procedure(
    prepared: Prepared,
    network: ForwardChaining,
    case: Case,
    acts: Sequence[ActResult],
    weighings: Sequence[Weighing | None],
) -> tuple[Procedure, Step]:
    """The duties of the case and its time limits."""
    facts = _facts(prepared, case, acts, weighings)
    tables = prepared.duties
    firings = network.fire(prepared.first_duties_group, facts)
    duties = {name: _duty(tables[name], firings) for name in FIRST_DUTIES}
    for name, duty in duties.items():
        if duty.required is not None:
            facts[f"{name}_due"] = duty.required
    firings = network.fire(prepared.procedure_group, facts)
    duties = {name: duties.get(name) or _duty(tables[name], firings) for name in DUTIES}
    hearing = duties["hearing"]
    deadlines = _deadlines(prepared, case, facts, hearing)
    steps = tuple(_step(name, duty) for name, duty in duties.items())
    result = Procedure(
        duties["collective_discussion"], hearing, duties["legal_review"], duties["on_the_spot"], deadlines
    )
    return result, Step(
        "procedure",
        prepared.procedure_group,
        None,
        prepared.authority.place,
        stated(prepared.rulebook, facts, facts),
        None,
        steps,
    )


def procedure_reservations(prepared: Prepared, found: Procedure) -> Iterator[Message]:
    """What is unverified about the duties that arose and the time limits that run."""
    cites = [reason.basis for duty in found[:4] for reason in duty.reasons]
    cites += [deadline.basis for deadline in found.deadlines]
    for cite in dict.fromkeys(cites):
        if cite in prepared.basis_reservations:
            yield prepared.basis_reservations[cite]


def _facts(
    prepared: Prepared, case: Case, acts: Sequence[ActResult], weighings: Sequence[Weighing | None]
) -> dict[str, FactValue]:
    """What the procedural rules look at. While facts are missing, only what is already certain is stated."""
    kind, amounts = case.party.kind, prepared.authority.larger_amount
    applied = [finding for act in acts for finding in act.applied]
    fines = [fine for finding in applied for fine in finding.fines]
    unit = _fen(fine.recommended for fine in fines if fine.target == "unit")
    person = _fen(fine.recommended for fine in fines if fine.target != "unit")
    confiscated = _fen(finding.confiscate for finding in applied if finding.confiscate)
    measures = [item for finding in applied for item in finding.measures if item.by is None]
    revoked = any(finding.revoke for finding in applied)
    mitigated = prepared.benchmark.mitigated_id
    found: dict[str, bool] = {
        "fine_reaches_larger_amount": unit >= amounts[kind] or person >= amounts["individual"],
        "confiscation_reaches_larger_amount": 0 < confiscated >= amounts[kind],
        "something_confiscated": confiscated > 0,
        "licence_revoked": revoked,
        "grave_measure": any(item.grave for item in measures),
        "penalty_imposed": unit + person + confiscated > 0
        or revoked
        or any(item.penalty and not item.optional for item in measures),
        "exempted": any(act.status == "exempt" for act in acts),
        "mitigated": any(fine.tier is not None and fine.tier.id == mitigated for fine in fines),
        "mixed_circumstances": any(
            weighing is not None and weighing.mixed and act.status == "fined"
            for act, weighing in zip(acts, weighings, strict=True)
        ),
    }
    certain = all(act.status != "needs-facts" for act in acts)
    facts: dict[str, FactValue] = {name: value for name, value in found.items() if value or certain}
    facts["party_kind"] = kind
    facts["complicated"] = case.elections.complicated
    facts["public_interest"] = case.elections.public_interest
    if certain:
        facts["unit_fine"], facts["person_fine"] = unit, person
    return facts


def _fen(amounts: Iterable[Decimal]) -> int:
    return int(fen(total_yuan(amounts)))


def _duty(table: DutyTable, firings: Firings) -> Duty:
    reasons: dict[str, Reason] = {}
    decided: bool | None = False
    for rule, reason in table.reasons:
        truth = firings.get(rule)
        if truth:
            reasons.setdefault(reason.code, reason)
        elif truth is None:
            decided = None
    if reasons:
        decided = True
    if table.permits:
        return Duty(False, tuple(reasons.values()), decided)
    return Duty(decided, tuple(reasons.values()))


def _step(name: str, duty: Duty) -> Step:
    codes: Mapping[str, object] = {"reasons": [reason.code for reason in duty.reasons]}
    return Step(
        "duty", name, None, None, codes, duty.permitted if duty.permitted is not None else duty.required
    )


def _deadlines(prepared: Prepared, case: Case, facts: Facts, hearing: Duty) -> tuple[Deadline, ...]:
    """The time limits that run in this case; one whose first day is not known stays open."""
    runs = {
        None: bool(facts.get("penalty_imposed")),
        "fine": bool(facts.get("unit_fine") or facts.get("person_fine")),
        "hearing": hearing.required is True,
    }
    found = []
    for limit, deadline in prepared.deadlines:
        if runs[limit.only_with]:
            start: date | None = getattr(case.timeline, limit.start)
            found.append(deadline if start is None else deadline._replace(due=_end(limit, start)))
    return tuple(found)


def _end(limit: TimeLimit, start: date) -> date | None:
    """The last day; the day it starts from is not counted. Working days need a holiday calendar and stay open."""
    if limit.unit == "days":
        return start + timedelta(days=limit.length)
    if limit.unit == "months":
        month = start.month - 1 + limit.length
        year, month = start.year + month // 12, month % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    return None
