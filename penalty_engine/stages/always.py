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
    if not rulebook.always:
        return result, ()
    result, steps = _without_orders_obeyed(rulebook, result, facts)
    if result.governing is None or not _punished(result):
        return result, tuple(steps)
    for item in rulebook.always:
        if not item.basis.period.covers(day) or (item.unless is not None and evaluate(item.unless, facts)):
            continue
        added = _added(rulebook, item, result, facts)
        if added is not None:
            findings = tuple(added if one.clause == added.clause else one for one in result.findings)
            result = result._replace(findings=findings)
            inputs = {"clause": added.clause, "basis": item.basis.cite}
            imposed = item.order if item.order is not None else added.confiscate
            steps.append(Step("always", item.rule, item.basis.article, item.place, inputs, imposed))
    return result, tuple(steps)


def _without_orders_obeyed(
    rulebook: Rulebook, result: ActResult, facts: Facts
) -> tuple[ActResult, list[Step]]:
    """The result without the orders of clauses that leave nothing to be done."""
    steps = []
    for item in rulebook.always:
        if item.order is None or item.lifted_when is None or not evaluate(item.lifted_when, facts):
            continue
        for one in result.findings:
            if item.order in one.orders:
                rest = one._replace(orders=tuple(order for order in one.orders if order != item.order))
                findings = tuple(rest if other is one else other for other in result.findings)
                result = result._replace(findings=findings)
                inputs = {"clause": one.clause, "order": item.order}
                steps.append(Step("order-obeyed", item.rule, item.basis.article, item.place, inputs, None))
    return result, steps


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


def _added(rulebook: Rulebook, item: Always, result: ActResult, facts: Facts) -> Finding | None:
    """The governing finding with the order or confiscation, where no applied clause has one."""
    governing = result.governing
    assert governing is not None  # the caller asks only then
    orders = {order for one in result.applied for order in one.orders}
    if any(_takes_it_all(rulebook, item, one) for one in result.applied):
        return None
    if item.order is not None:
        return None if orders else governing._replace(orders=(item.order,))
    gain = int(facts.get(item.confiscate or "", 0))
    if not gain or any(one.confiscate is not None for one in result.applied):
        return None
    return governing._replace(confiscate=yuan(gain))


def _takes_it_all(rulebook: Rulebook, item: Always, finding: Finding) -> bool:
    """Whether the clause, which looks at the sum itself, orders it to be given back: then the sum still holds what is refunded."""
    return bool(item.not_beside) and any(
        item.confiscate in clause.used_facts
        for clause in rulebook.clauses[finding.clause]
        if clause.statute.version == finding.version and set(item.not_beside).intersection(finding.orders)
    )
