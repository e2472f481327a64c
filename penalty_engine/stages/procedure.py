"""Stage 7: what procedure requires, by inference over the result, and the time limits that run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import ActResult, Deadline, DefaultSurcharge, Duty, Procedure, Step
from penalty_engine.case import Case
from penalty_engine.inference import ForwardChaining
from penalty_engine.inference.rules import SCOPE_FACT, Firings
from penalty_engine.messages import Message
from penalty_engine.money import fen, times, total_yuan
from penalty_engine.rulebook.conditions import Facts, FactValue
from penalty_engine.rulebook.duty_grounds import OCCASIONAL
from penalty_engine.rulebook.words import DUTIES, ELECTION_FACTS, FIRST_DUTIES
from penalty_engine.stages.deadlines import time_limits
from penalty_engine.stages.discretion import Weighing
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.procedure_tables import DutyGround, DutyTable, Sort
from penalty_engine.stages.told import stated

_NOT_DUE, _NOT_PERMITTED = Duty(False, ()), Duty(False, (), False)
_NOT_DEALT_WITH = ("exempt", "not-available")
_NONE: frozenset[str] = frozenset()
_NO_DUTY = {name: Step("duty", name, None, None, {"reasons": []}, False) for name in DUTIES}


def procedure(
    prepared: Prepared,
    network: ForwardChaining,
    case: Case,
    acts: Sequence[ActResult],
    weighings: Sequence[Weighing | None],
) -> tuple[Procedure, Step]:
    """The duties of the case and its time limits."""
    facts = _facts(prepared, case, acts, weighings)
    matter = _matter(prepared, case, acts)
    firings = network.fire(prepared.first_duties_group, matter.shown(facts))
    duties = {name: _duty(prepared.duties[name], firings, matter) for name in FIRST_DUTIES}
    for name, duty in duties.items():
        if duty.required is not None:
            facts[f"{name}_due"] = duty.required
    firings = network.fire(prepared.procedure_group, matter.shown(facts))
    for name in DUTIES:
        if name not in duties:
            duties[name] = _duty(prepared.duties[name], firings, matter)
    sort = _sort(case, facts, duties["hearing"], duties["on_the_spot"])
    running = time_limits(prepared.limits, case.timeline, sort, lambda: _one_debtor(acts))
    if running.surcharge is not None:
        running = running._replace(remarks=(*running.remarks, *_other_debtors(acts, running.surcharge)))
    remarks = (*running.remarks, *_remarks(prepared, case, matter, duties["on_the_spot"], running.deadlines))
    result = Procedure(deadlines=running.deadlines, surcharge=running.surcharge, remarks=remarks, **duties)
    return result, Step(
        "procedure",
        prepared.procedure_group,
        None,
        prepared.authority.place,
        stated(prepared.rulebook, facts, facts),
        None,
        (*[_step(name, duties[name]) for name in DUTIES], *running.steps),
    )


def procedure_reservations(prepared: Prepared, found: Procedure) -> Iterator[Message]:
    """What is unverified about the duties that arose and the days worked out, and what there is to warn of about them."""
    cites = [reason.basis for duty in found.duties.values() for reason in duty.reasons]
    cites += [deadline.basis for deadline in found.deadlines if deadline.due is not None]
    for cite in dict.fromkeys(cites):
        if cite in prepared.basis_reservations:
            yield prepared.basis_reservations[cite]
    yield from found.remarks


def fine_warnings(prepared: Prepared, found: Procedure) -> Iterator[Message]:
    """What there is to warn of where a fine is recommended beside the duties that arose."""
    for name, duty in found.duties.items():
        for ground in prepared.duties[name].grounds if duty.reasons else ():
            if ground.fine_warning is not None and ground.reason in duty.reasons:
                params = {"warning": ground.fine_warning, "basis": ground.reason.basis}
                yield Message("fine-beside-duty", params)


class Matter(NamedTuple):
    """What limits grounds beside their conditions. ``occasional``: something was elected, or a violation is among those
    that some ground is limited to; only then the grounds of occasional cases are looked at."""

    occasional: bool
    violations: frozenset[str]
    decided_on: date | None

    def shown(self, facts: Facts) -> Facts:
        """The facts as the network is shown them."""
        return {**facts, SCOPE_FACT: OCCASIONAL} if self.occasional else facts

    def concerns(self, ground: DutyGround) -> bool:
        """Whether the ground may be looked at in this case."""
        if ground.since is not None and self.decided_on is not None and self.decided_on < ground.since:
            return False
        return not ground.violations or bool(ground.violations & self.violations)

    def before_its_law(self, ground: DutyGround) -> bool:
        """Whether the decision falls under law that the rules do not hold."""
        first = ground.undecided_before
        return first is not None and self.decided_on is not None and self.decided_on < first


def _matter(prepared: Prepared, case: Case, acts: Sequence[ActResult]) -> Matter:
    """The violations that are dealt with are those of acts that the law reaches and that are not exempt."""
    dealt_with = [act.violation for act in acts if act.status not in _NOT_DEALT_WITH]
    if True in case.elections.__dict__.values() or not prepared.limited_violations.isdisjoint(dealt_with):
        return Matter(True, frozenset(dealt_with), case.timeline.decided_on)
    return Matter(False, _NONE, case.timeline.decided_on)


def _sort(case: Case, facts: Facts, hearing: Duty, summary: Duty) -> Sort:
    """What there is in the case for a time limit to presuppose."""
    fined = bool(facts.get("unit_fine") or facts.get("person_fine"))
    penalty, owing = facts.get("penalty_imposed") is True, facts.get("payment_ordered") is True
    besides = owing or facts.get("something_confiscated") is True
    heard = hearing.required is True
    return Sort(
        penalty,
        penalty or owing,
        heard,
        heard and not _hearing_declined(case),
        fined,
        fined or besides,
        besides,
        case.on_the_spot and summary.permitted is not False,
    )


def _hearing_declined(case: Case) -> bool:
    """Whether the party does not ask for a hearing, or no longer does, as the case says; the day of one says more."""
    return case.hearing is not None and case.hearing.requested is False and case.timeline.hearing_on is None


def _one_debtor(acts: Sequence[ActResult]) -> int:
    """What the party owes, in fen; where only others are fined, the highest of what each owes."""
    party, others = _debts(acts)
    return party or max((_fen([each]) for each, _ in others), default=0)


def _remarks(
    prepared: Prepared, case: Case, matter: Matter, power: Duty, deadlines: Sequence[Deadline]
) -> Iterator[Message]:
    """What there is to warn of about the way the decision is made."""
    if case.on_the_spot and not power.permitted:
        early = [item for item in prepared.duties["on_the_spot"].grounds if matter.before_its_law(item)]
        if power.permitted is None and early:
            days = {"day": matter.decided_on, "since": early[0].undecided_before}
            yield Message("on-the-spot-earlier-law", days)
        else:
            yield Message("on-the-spot-unknown" if power.permitted is None else "on-the-spot-refused")
    decided = matter.decided_on
    if decided is not None and case.timeline.hearing_on is None:
        yield from _unheard(case, decided, deadlines)


def _unheard(case: Case, decided: date, deadlines: Sequence[Deadline]) -> Iterator[Message]:
    """A decision without the hearing that the party asked for, or could still ask for."""
    requested = case.hearing is not None and case.hearing.requested is True
    for item in deadlines:
        if item.fulfilled_by != "hearing_requested_on" or item.declined:
            continue
        if item.met or (requested and item.met is None):
            yield Message("decided-without-hearing", {"decided": decided, "basis": item.basis})
        elif item.due is not None and decided <= item.due:
            params = {"name": item.name, "due": item.due, "decided": decided, "basis": item.basis}
            yield Message("decided-within-hearing-period", params)


def _debts(acts: Sequence[ActResult]) -> tuple[int, list[tuple[Decimal, int]]]:
    """The fines recommended on the party, in fen, and those on each of other persons, with their number."""
    fines = [fine for act in acts for finding in act.applied for fine in finding.fines]
    party = _fen(times(fine.recommended, fine.persons) for fine in fines if fine.target == "unit")
    others = [(fine.recommended, fine.persons) for fine in fines if fine.target != "unit"]
    return party, [(each, number) for each, number in others if each]


def _other_debtors(acts: Sequence[ActResult], found: DefaultSurcharge) -> Iterator[Message]:
    """Everybody owes a fine, and what late payment adds to it, alone and from the service on him."""
    party, others = _debts(acts)
    if not others or (not party and sum(number for _, number in others) == 1):
        return
    told = [Message("surcharge-of-each", {"sum": each, "number": number}) for each, number in others]
    yield Message("surcharge-each", {"sum": found.fine, "others": told, "basis": found.basis})


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
    found: dict[str, bool] = {
        "fine_reaches_larger_amount": unit >= amounts[kind] or person >= amounts["individual"],
        "confiscation_reaches_larger_amount": 0 < confiscated >= amounts[kind],
        "something_confiscated": confiscated > 0,
        "licence_revoked": revoked,
        "grave_measure": any(item.grave for item in measures),
        "penalty_imposed": unit + person + confiscated > 0
        or revoked
        or any(item.penalty and not item.optional for item in measures),
        "payment_ordered": any(item.by is None for finding in applied for item in finding.payments),
        "exempted": any(act.status == "exempt" for act in acts),
        "mitigated": any(fine.mitigated for fine in fines),
        "mixed_circumstances": any(
            weighing is not None and weighing.mixed and act.status == "fined"
            for act, weighing in zip(acts, weighings, strict=True)
        ),
    }
    certain = all(act.status != "needs-facts" for act in acts)
    facts: dict[str, FactValue] = {name: value for name, value in found.items() if value or certain}
    facts["party_kind"] = kind
    elected = case.elections.__dict__
    for election, name in ELECTION_FACTS.items():
        facts[name] = elected[election]
    if certain:
        facts["unit_fine"], facts["person_fine"] = unit, person
    return facts


def _fen(amounts: Iterable[Decimal]) -> int:
    return int(fen(total_yuan(amounts)))


def _duty(table: DutyTable, firings: Firings, matter: Matter) -> Duty:
    """The grounds that hold, each code once: a verified basis goes before one that is not."""
    grounds = table.grounds if matter.occasional else table.usual
    if not grounds:
        return _NOT_PERMITTED if table.permits else _NOT_DUE
    found: dict[str, DutyGround] = {}
    decided: bool | None = False
    for ground in grounds:
        truth = firings.get(ground.rule)
        if truth is False or not matter.concerns(ground):
            continue
        if truth is None or matter.before_its_law(ground):
            decided = None
            continue
        known = found.get(ground.reason.code)
        if known is None or (ground.verified and not known.verified):
            found[ground.reason.code] = ground
    if not found and decided is False:
        return _NOT_PERMITTED if table.permits else _NOT_DUE
    if found:
        decided = True
    reasons = tuple([ground.reason for ground in found.values()])
    return Duty(False, reasons, decided) if table.permits else Duty(decided, reasons)


def _step(name: str, duty: Duty) -> Step:
    if duty is _NOT_DUE:
        return _NO_DUTY[name]
    codes: Mapping[str, object] = {"reasons": [reason.code for reason in duty.reasons]}
    return Step(
        "duty", name, None, None, codes, duty.permitted if duty.permitted is not None else duty.required
    )
