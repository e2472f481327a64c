"""After concurrence: what the law adds to every penalty that does not carry it already."""

from __future__ import annotations

from datetime import date

from penalty_engine.assessment import ActResult, Finding, Step
from penalty_engine.money import yuan
from penalty_engine.rulebook.circumstance_records import Always
from penalty_engine.rulebook.conditions import Facts, evaluate
from penalty_engine.rulebook.records import Rulebook


def with_always(
    rulebook: Rulebook, result: ActResult, facts: Facts, day: date
) -> tuple[ActResult, tuple[Step, ...]]:
    """The result with what goes with every penalty under the law of `day`, written to the governing clause."""
    if not rulebook.always or result.governing is None or not _punished(result):
        return result, ()
    steps = []
    for item in rulebook.always:
        if not item.basis.period.covers(day) or (item.unless is not None and evaluate(item.unless, facts)):
            continue
        added = _added(item, result, facts)
        if added is not None:
            findings = tuple(added if one.clause == added.clause else one for one in result.findings)
            result = result._replace(findings=findings)
            inputs = {"clause": added.clause, "basis": item.basis.cite}
            imposed = item.order if item.order is not None else added.confiscate
            steps.append(Step("always", item.rule, item.basis.article, item.place, inputs, imposed))
    return result, tuple(steps)


def _punished(result: ActResult) -> bool:
    """Whether the authority imposes a penalty for the act."""
    return any(
        item.fines
        or item.confiscate is not None
        or item.revoke is not None
        or any(one.penalty and one.by is None for one in item.measures)
        for item in result.applied
        if item.applies and item.status not in ("exempt", "needs-facts")
    )


def _added(item: Always, result: ActResult, facts: Facts) -> Finding | None:
    """The governing finding with the order or confiscation, where no applied clause has one."""
    governing = result.governing
    assert governing is not None  # the caller asks only then
    orders = {order for one in result.applied for order in one.orders}
    if orders & set(item.not_beside):
        return None
    if item.order is not None:
        return None if orders else governing._replace(orders=(item.order,))
    gain = int(facts.get(item.confiscate or "", 0))
    if not gain or any(one.confiscate is not None for one in result.applied):
        return None
    return governing._replace(confiscate=yuan(gain))
