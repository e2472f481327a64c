"""One clause applied to one act: ranges, bands, and what else it imposes."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import Finding, FineResult, PaymentResult, Step
from penalty_engine.messages import Message
from penalty_engine.money import yuan
from penalty_engine.rulebook.benchmark_records import RowTier
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.rulebook.records import Clause
from penalty_engine.stages.beside import payment_result, with_tier
from penalty_engine.stages.clauses import Match
from penalty_engine.stages.placing import place_in_range
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.statutory_range import Range, statutory_range
from penalty_engine.stages.tiers import Placement, TierChoice


class Made(NamedTuple):
    """The finding of one clause, where it stands in a benchmark (if it has a fine to weigh), and the steps that led to it."""

    finding: Finding
    placement: Placement | None
    steps: list[Step]


def make_finding(
    found: Match, prepared: Prepared, choice: TierChoice, facts: Facts, mitigated: bool, exempt: bool
) -> Made:
    """Ranges, bands and what else the clause imposes. `mitigated`: elected, on a ground."""
    clause, outcome, steps = found.clause, found.outcome, [found.step]
    if outcome is None:
        if found.missing and exempt:  # whatever they are, they cannot bring a penalty back
            return Made(bare_finding(clause, "exempt")._replace(applies=True), None, steps)
        status = "needs-facts" if found.missing else "not-available"
        undecided = bare_finding(clause, status)
        lacking = undecided._replace(reason=found.reason, missing_facts=found.missing, revoke=found.revoke)
        return Made(lacking, None, steps)
    ranges = _ranges(found, facts, steps)
    weighed = [item for item in ranges if item.minimum != item.maximum]
    below = mitigated and any(item.minimum > 0 for item in ranges)
    placement = choice.place(clause) if weighed or below else None
    if placement is not None:
        missing = () if below and all(item.minimum > 0 for item in weighed) else _missing(placement, facts)
        if missing:
            undecided = bare_finding(clause, "exempt" if exempt else "needs-facts")._replace(applies=exempt)
            return Made(undecided._replace(missing_facts=() if exempt else missing), placement, steps)
        steps.extend(placement.steps)
    fines, left_out = _fines(ranges, placement, prepared, facts, mitigated, steps)
    payments = _payments(found, facts, prepared.rulebook.vocabulary, steps)
    confiscate = (
        yuan(int(facts[outcome.confiscate])) if outcome.confiscate and facts[outcome.confiscate] else None
    )
    tier = None if placement is None else placement.row_tier
    finding = bare_finding(clause, _status(found, fines, confiscate))._replace(
        applies=True,
        fines=tuple(fines),
        confiscate=confiscate,
        revoke=_revoked(found, tier, bool(fines) or not outcome.fines),
        referred_to=outcome.refer,
        reason=_no_fine_because(found, fines, left_out, placement),
        measures=with_tier(found.measures, outcome, tier, prepared.rulebook.vocabulary),
        payments=payments,
        alternative=tuple(left_out),
    )
    return Made(_without_penalty(finding) if exempt else finding, placement, steps)


def _revoked(found: Match, tier: RowTier | None, punished: bool) -> str | None:
    """The licence that the clause, or the tier of a table within it, takes away."""
    if not punished:
        return None
    return found.revoke or (tier.revoke if tier is not None else None)


def _missing(placement: Placement, facts: Facts) -> tuple[str, ...]:
    """Facts without which the tier, or the sums of its band, cannot be told."""
    bands = placement.row_tier.bands.values() if placement.row_tier is not None else ()
    needed = [name for band in bands for name in band.needs if name not in facts]
    return tuple(dict.fromkeys((*placement.missing, *needed)))


def _ranges(found: Match, facts: Facts, steps: list[Step]) -> list[Range]:
    """The statutory range of every fine that has an amount and someone to pay it."""
    assert found.outcome is not None
    ranges = []
    for fine in found.outcome.fines:
        if not fine.unspecified:
            one = statutory_range(found.clause, fine, facts, fine.double_rule in found.doubled)
            steps.append(one.step)
            if one.quantity and one.persons:
                ranges.append(one)
    return ranges


def _fines(
    ranges: list[Range],
    placement: Placement | None,
    prepared: Prepared,
    facts: Facts,
    mitigated: bool,
    steps: list[Step],
) -> tuple[list[FineResult], list[FineResult]]:
    """The fines, and those that a tier of the benchmark leaves out because the law leaves them open."""
    fines: list[FineResult] = []
    left_out: list[FineResult] = []
    for one in ranges:
        placed, step = place_in_range(one, prepared, placement, facts, mitigated)
        waived = placement is not None and placement.below(one.fine.target) == "no-fine"
        if waived and one.fine.optional:
            left_out.append(placed)
        else:
            fines.append(placed)
            steps.append(step)
    return fines, left_out


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


def _no_fine_because(
    found: Match, fines: list[FineResult], left_out: list[FineResult], placement: Placement | None
) -> Message | None:
    assert found.outcome is not None
    if left_out and placement is not None and placement.tier is not None:
        return Message(
            "tier-without-fine", {"tier": placement.tier.name, "benchmark": placement.benchmark.title}
        )
    if any(fine.unspecified for fine in found.outcome.fines):
        return Message("fine-without-amount", {"article": found.clause.article})
    if found.outcome.fines and not fines:
        return Message("quantity-zero", {"facts": list(found.outcome.fines[0].needs)})
    return None
