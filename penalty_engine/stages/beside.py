"""What a clause imposes beside fines: measures, and payments, which are never fines and never counted as such."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from penalty_engine.assessment import MeasureResult, PaymentResult, Step
from penalty_engine.money import has_decimal_form, round_down, round_up, whole, yuan, yuan_text
from penalty_engine.rulebook.benchmark_records import RowTier
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.rulebook.records import Clause, Measure, Outcome, Payment


def measure_result(measure: Measure, vocabulary: Vocabulary) -> MeasureResult:
    """A measure that applies."""
    kind = vocabulary.measures[measure.measure]
    return MeasureResult(
        measure.measure, kind.name, measure.words, measure.by, measure.optional, kind.penalty, kind.grave
    )


def with_tier(
    measures: Sequence[Measure], outcome: Outcome, tier: RowTier | None, vocabulary: Vocabulary
) -> tuple[MeasureResult, ...]:
    """The measures that apply. One that the tier of a table names is no longer left open; it is added if the clause has
    it for some other condition, or if it is no penalty."""
    found = [measure_result(item, vocabulary) for item in measures]
    for own in tier.measures if tier is not None else ():
        index = next((number for number, item in enumerate(found) if item.id == own.measure), None)
        provided = next((item for item in outcome.measures if item.measure == own.measure), None)
        kind = vocabulary.measures[own.measure]
        if index is not None:
            found[index] = found[index]._replace(optional=False)
        elif provided is not None:
            found.append(measure_result(provided, vocabulary)._replace(optional=False))
        elif not kind.penalty:
            found.append(MeasureResult(own.measure, kind.name, own.words, None, False, False, kind.grave))
    return tuple(found)


def payment_result(
    clause: Clause, payment: Payment, facts: Facts, vocabulary: Vocabulary
) -> tuple[PaymentResult, Step]:
    """A payment worked out; every fact it needs is in `facts`. Parts of a fen go towards the inside of the range."""
    base = int(facts[payment.times])
    count = 1
    for name in payment.per:
        count *= int(facts[name])
    limit = None if payment.not_above is None else int(facts[payment.not_above])
    low, high = payment.low * base * count, payment.high * base * count
    maximum = _limited(round_down(high, 1), limit)
    minimum = min(_limited(round_up(low, 1), limit), maximum)
    kind = vocabulary.payments[payment.payment]
    formula = " × ".join([_rate(payment), yuan_text(base), *(str(facts[name]) for name in payment.per)])
    if limit is not None:
        formula += f", ≤ {yuan_text(limit)}"
    result = PaymentResult(
        payment.payment,
        kind.name,
        kind.to,
        payment.optional,
        yuan(minimum),
        yuan(maximum),
        formula,
        payment.by,
    )
    inputs: dict[str, object] = {payment.times: yuan(base), "rate": _rate(payment)}
    inputs.update({name: facts[name] for name in payment.per})
    if limit is not None:
        inputs["not_above"] = yuan(limit)
    if (low.denominator, high.denominator) != (1, 1):
        inputs["exact"] = [_exact(low), _exact(high)]
        inputs["rounded_inward_to"] = "0.01"
    step = Step(
        "payment",
        clause.rule,
        clause.article,
        payment.place,
        inputs,
        {"payment": payment.payment, "minimum": result.minimum, "maximum": result.maximum},
    )
    return result, step


def _limited(amount: int, limit: int | None) -> int:
    return amount if limit is None else min(amount, limit)


def _exact(amount: Fraction) -> str:
    return yuan_text(whole(amount)) if has_decimal_form(amount) else str(amount / 100)


def _rate(payment: Payment) -> str:
    low, high = (_share(rate) for rate in (payment.low, payment.high))
    return low if low == high else f"{low}–{high}"


def _share(rate: Fraction) -> str:
    """A rate as written in the rules: a decimal."""
    text = yuan_text(whole(rate * 100))
    return text.rstrip("0").rstrip(".") if "." in text else text
