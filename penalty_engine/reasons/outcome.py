"""What an assessment comes to, item by item, and what moved between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from typing import Any, NamedTuple

from penalty_engine.assessment import ActResult, Assessment, Duty, Finding, FineResult
from penalty_engine.money import times, total_yuan
from penalty_engine.rendering import plain

STATUS, EXEMPTION, CLAUSE, BESIDE = "status", "exemption", "clause", "clauses_beside"
RANGE, TIER = "range", "tier"
RECOMMENDED, CONFISCATION, REVOCATION, MEASURES = "recommended", "confiscation", "revocation", "measures"
PAYMENTS, ORDERS, MISSING, OPEN = "payments", "orders", "missing_facts", "open"
DUTY, DEADLINE, GRAVE = "duty", "deadline", "grave_measures"
_OPENED = ("mitigation-open", "exemption-open")


class Item(NamedTuple):
    """Which thing an assessment says: its kind, the act (from 0; None for the case), and a name where there are several."""

    what: str
    act: int | None
    name: str


class Moved(NamedTuple):
    """One item before and after; None where there is none."""

    item: Item
    old: Any
    new: Any

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The item as plain data; acts are counted from 1."""
        act = None if self.item.act is None else self.item.act + 1
        values = {"old": plain(_data(self.old), lang), "new": plain(_data(self.new), lang)}
        return {"what": self.item.what, "act": act, "name": self.item.name or None, **values}


class Span(NamedTuple):
    """A statutory range, on so many persons each; ``optional``: the fine may be left out."""

    minimum: Decimal
    maximum: Decimal
    persons: int
    optional: bool


def items(assessment: Assessment, deadlines: bool = True) -> dict[Item, Any]:
    """Everything an officer would notice, in the order of reading; texts and traces are no part of it."""
    found: dict[Item, Any] = {}
    for number, act in enumerate(assessment.acts):
        found.update(_of_act(number, act))
    opened = tuple(sorted({item.code for item in assessment.warnings} & set(_OPENED)))
    if opened and any(_punished(act) for act in assessment.acts):
        found[Item(OPEN, None, "")] = opened
    for name, duty in duties(assessment).items():
        found[Item(DUTY, None, name)] = duty_state(duty)
    if deadlines:
        for deadline in assessment.procedure.deadlines:
            found[Item(DEADLINE, None, deadline.id)] = deadline.due
    return found


def duties(assessment: Assessment) -> dict[str, Duty]:
    """Every procedural duty and power, by name."""
    procedure = assessment.procedure._asdict()
    return {name: value for name, value in procedure.items() if isinstance(value, Duty)}


def duty_state(duty: Duty) -> bool | None:
    """Whether a duty arises or a power is given; None where the facts do not decide."""
    return duty.permitted if duty.permitted is not None else duty.required


def moved(before: Mapping[Item, Any], after: Mapping[Item, Any]) -> tuple[Moved, ...]:
    """What differs, in the order of reading. What an act comes to while facts are missing is open, which is no difference."""
    open_acts = {
        item.act
        for found in (before, after)
        for item, value in found.items()
        if item.what == STATUS and value == "needs-facts"
    }
    order = [*before, *(item for item in after if item not in before)]
    places = {kind: place for place, kind in enumerate(ORDER)}
    order.sort(key=lambda item: (item.act is None, item.act or 0, places[item.what]))
    return tuple(
        Moved(item, before.get(item), after.get(item))
        for item in order
        if before.get(item) != after.get(item) and not _open(item, open_acts, before, after)
    )


def _open(
    item: Item, open_acts: Set[int | None], before: Mapping[Item, Any], after: Mapping[Item, Any]
) -> bool:
    """Whether one side is not decided yet rather than nothing."""
    concerned = item.act in open_acts if item.act is not None else bool(open_acts) and item.what == DEADLINE
    return concerned and item.what not in (STATUS, MISSING) and not (item in before and item in after)


def _of_act(number: int, act: ActResult) -> Iterator[tuple[Item, Any]]:
    applied = act.applied
    yield Item(STATUS, number, ""), act.status
    if act.exemption is not None:
        yield Item(EXEMPTION, number, ""), act.exemption.circumstance
    if applied:
        yield Item(CLAUSE, number, ""), applied[0].clause
    if applied[1:]:
        yield Item(BESIDE, number, ""), tuple(sorted(finding.clause for finding in applied[1:]))
    for name, fine in _fines(applied):
        yield Item(RANGE, number, name), Span(fine.minimum, fine.maximum, fine.persons, fine.optional)
        if fine.tier is not None:
            yield Item(TIER, number, name), (fine.tier.id, fine.tier.name)
        yield Item(RECOMMENDED, number, name), times(fine.recommended, fine.persons)
    confiscated = [item.confiscate for item in applied if item.confiscate is not None]
    if confiscated:
        yield Item(CONFISCATION, number, ""), total_yuan(confiscated)
    yield from _beside(number, act, applied)


def _fines(applied: tuple[Finding, ...]) -> Iterator[tuple[str, FineResult]]:
    """The fines by target; a second one on the same target gets a number."""
    seen: dict[str, int] = {}
    for finding in applied:
        for fine in finding.fines:
            seen[fine.target] = seen.get(fine.target, 0) + 1
            count = seen[fine.target]
            yield fine.target if count == 1 else f"{fine.target}:{count}", fine


def _beside(number: int, act: ActResult, applied: tuple[Finding, ...]) -> Iterator[tuple[Item, Any]]:
    licences = tuple(item.revoke for item in applied if item.revoke is not None)
    measures = [item for finding in applied for item in finding.measures]
    grave = tuple(sorted(item.id for item in measures if item.grave))
    other = tuple(sorted(item.id for item in measures if not item.grave))
    orders = tuple(sorted({order for item in applied for order in item.orders}))
    found = {REVOCATION: licences, GRAVE: grave, MEASURES: other, ORDERS: orders}
    found[MISSING] = act.missing_facts
    for what, names in found.items():
        if names:
            yield Item(what, number, ""), tuple(dict.fromkeys(names))
    for payment in (item for finding in applied for item in finding.payments):
        yield Item(PAYMENTS, number, payment.id), Span(payment.minimum, payment.maximum, 1, payment.optional)


def _punished(act: ActResult) -> bool:
    """Whether a penalty is imposed or may be."""
    return act.status == "needs-facts" or any(
        item.fines or item.confiscate or item.revoke or any(one.penalty for one in item.measures)
        for item in act.applied
    )


def _data(value: Any) -> Any:
    if isinstance(value, Span):
        return value._asdict()
    if isinstance(value, tuple) and len(value) == 2 and not isinstance(value[1], str):
        return value[0]  # a tier: its id
    return value


ORDER = (
    STATUS,
    EXEMPTION,
    CLAUSE,
    BESIDE,
    RANGE,
    TIER,
    RECOMMENDED,
    CONFISCATION,
    REVOCATION,
    GRAVE,
    MEASURES,
    PAYMENTS,
    ORDERS,
    MISSING,
    OPEN,
    DUTY,
    DEADLINE,
)
