"""One clause applied to one act: ranges, bands, and what else it imposes."""

from __future__ import annotations

from decimal import Decimal

from penalty_engine.assessment import Finding, FineResult, PaymentResult, Step
from penalty_engine.case import Case
from penalty_engine.messages import Message
from penalty_engine.money import yuan
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.rulebook.records import Clause
from penalty_engine.stages.beside import measure_result, payment_result
from penalty_engine.stages.clauses import Match
from penalty_engine.stages.discretion import Weighing, place_in_range
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.statutory_range import statutory_range


def make_finding(
    found: Match, prepared: Prepared, case: Case, facts: Facts, weighing: Weighing, exempt: bool
) -> tuple[Finding, list[Step]]:
    """The finding of one clause and the steps that led to it."""
    clause, outcome, steps = found.clause, found.outcome, [found.step]
    if outcome is None:
        if found.missing and exempt:  # whatever they are, they cannot bring a penalty back
            return bare_finding(clause, "exempt")._replace(applies=True), steps
        status = "needs-facts" if found.missing else "not-available"
        undecided = bare_finding(clause, status)
        return undecided._replace(
            reason=found.reason, missing_facts=found.missing, revoke=found.revoke
        ), steps
    fines = _fines(found, prepared, case, facts, weighing, steps)
    payments = _payments(found, facts, prepared.rulebook.vocabulary, steps)
    confiscate = (
        yuan(int(facts[outcome.confiscate])) if outcome.confiscate and facts[outcome.confiscate] else None
    )
    finding = bare_finding(clause, _status(found, fines, confiscate))._replace(
        applies=True,
        fines=tuple(fines),
        confiscate=confiscate,
        revoke=found.revoke if fines or not outcome.fines else None,
        referred_to=outcome.refer,
        reason=_no_fine_because(found, fines),
        measures=tuple(measure_result(item, prepared.rulebook.vocabulary) for item in found.measures),
        payments=payments,
    )
    return (_without_penalty(finding) if exempt else finding), steps


def _fines(
    found: Match, prepared: Prepared, case: Case, facts: Facts, weighing: Weighing, steps: list[Step]
) -> list[FineResult]:
    assert found.outcome is not None
    mitigated = case.elections.mitigate and bool(weighing.mitigation_grounds)
    fines: list[FineResult] = []
    for fine in found.outcome.fines:
        if fine.unspecified:
            continue
        found_range = statutory_range(found.clause, fine, facts, fine.double_rule in found.doubled)
        steps.append(found_range.step)
        if found_range.quantity and found_range.persons:
            placed, step = place_in_range(found_range, prepared, weighing.tier, mitigated)
            fines.append(placed)
            steps.append(step)
    return fines


def _payments(
    found: Match, facts: Facts, vocabulary: Vocabulary, steps: list[Step]
) -> tuple[PaymentResult, ...]:
    assert found.outcome is not None
    results = []
    for item in found.outcome.payments:
        if item.if_known and not all(name in facts for name in item.needs):
            continue
        result, step = payment_result(found.clause, item, facts, vocabulary)
        steps.append(step)
        if result.maximum:
            results.append(result)
    return tuple(results)


def bare_finding(clause: Clause, status: str) -> Finding:
    """A finding that imposes nothing but the orders of the clause."""
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
        power=clause.power,
    )


def _without_penalty(finding: Finding) -> Finding:
    """What is left where no penalty is imposed: orders and payments, which are none."""
    penalties = tuple(item for item in finding.measures if item.penalty)
    if not (finding.fines or finding.confiscate is not None or finding.revoke is not None or penalties):
        return finding
    rest = tuple(item for item in finding.measures if not item.penalty)
    return finding._replace(status="exempt", fines=(), confiscate=None, revoke=None, measures=rest)


def set_aside(finding: Finding, because: Message, conflict: str, preferred: str) -> Finding:
    """A clause that is not applied because another one is; what it would give stays visible."""
    return finding._replace(
        applies=False,
        status="set-aside",
        reason=because,
        fines=(),
        confiscate=None,
        revoke=None,
        measures=(),
        payments=(),
        orders=(),
        missing_facts=(),
        alternative=finding.fines,
        set_aside_by=conflict,
        gives_way_to=preferred,
    )


def without_fine(finding: Finding, because: Message, conflict: str, governing: Finding) -> Finding:
    """A clause whose fine gives way to a higher one: only the fine does, what else it imposes stands.

    The same gain is not confiscated twice, and a licence is lost once.
    """
    confiscate = finding.confiscate if governing.confiscate is None else None
    revoke = finding.revoke if governing.revoke is None else None
    orders = tuple(order for order in finding.orders if order not in governing.orders)
    if confiscate is None and revoke is None and not orders and not finding.measures and not finding.payments:
        return set_aside(finding, because, conflict, governing.clause)
    return finding._replace(
        status="no-fine",
        reason=because,
        fines=(),
        confiscate=confiscate,
        revoke=revoke,
        orders=orders,
        alternative=finding.fines,
        set_aside_by=conflict,
        gives_way_to=governing.clause,
    )


def elsewhere(finding: Finding, vocabulary: Vocabulary) -> Finding:
    """A clause that another body applies: referred there, its fines shown but not imposed.

    Where its conditions fail there is nothing to refer.
    """
    if finding.status == "not-available" and not finding.applies:
        return finding._replace(orders=())
    return finding._replace(
        applies=False,
        status="referred",
        reason=Message("other-authority", {"bodies": [vocabulary.bodies[body] for body in finding.power]}),
        fines=(),
        confiscate=None,
        revoke=None,
        measures=(),
        payments=(),
        orders=(),
        missing_facts=(),
        referred_to=finding.power[0],
        alternative=finding.fines,
    )


def _status(found: Match, fines: list[FineResult], confiscate: Decimal | None) -> str:
    assert found.outcome is not None
    if fines:
        return "fined"
    if any(fine.unspecified for fine in found.outcome.fines):
        return "not-available"
    if found.outcome.refer is not None and found.revoke is None and confiscate is None:
        return "referred"
    return "no-fine"


def _no_fine_because(found: Match, fines: list[FineResult]) -> Message | None:
    assert found.outcome is not None
    if any(fine.unspecified for fine in found.outcome.fines):
        return Message("fine-without-amount", {"article": found.clause.article})
    if found.outcome.fines and not fines:
        return Message("quantity-zero", {"facts": list(found.outcome.fines[0].needs)})
    return None
