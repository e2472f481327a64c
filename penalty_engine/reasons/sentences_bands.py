"""Where a tier lies in the statutory range, and the one rounding step, worked out in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from penalty_engine.assessment import Step
from penalty_engine.messages import Message
from penalty_engine.reasons.sentences import (
    NOTHING,
    Sentence,
    Telling,
    Text,
    figure,
    fine_at,
    joined,
    multiplier,
    number,
    rates,
    span,
)
from penalty_engine.reasons.sentences_discretion import benchmark_of, tier_name
from penalty_engine.rulebook.benchmark_records import Benchmark


def band(telling: Telling, step: Step) -> Iterator[Sentence]:
    """Where the tier lies in the statutory range, worked out."""
    found = benchmark_of(telling, step)
    if found is None:
        return
    inputs, result = step.inputs, step.result
    params: dict[str, Any] = {
        "whom": _whom(telling),
        "tier": tier_name(found, str(inputs["tier"])),
        "low": figure(inputs["minimum"]),
        "band": span(result["minimum"], result["maximum"]),
        "ends": NOTHING,
    }
    code, more = _how(telling, step)
    yield Sentence("band", Message(code, {**params, **more}), None, step.source)


def _how(telling: Telling, step: Step) -> tuple[str, dict[str, Any]]:
    """The form of sentence that fits how the band was taken, and what it needs."""
    inputs = step.inputs
    if inputs.get("mitigated"):
        return "explain-band-mitigated", {}
    if "share" in inputs:
        base = Message(f"explain-base-{inputs['base']}")
        return "explain-band-share", {"share": f"{number(Fraction(inputs['share']) * 100)}%", "base": base}
    if "rates" in inputs:
        return "explain-band-rates", {"ends": _by_rates(telling, step)}
    first, last = inputs["from"], inputs["to"]
    if (first, last) == ("0", "1"):
        return "explain-band-whole", {}
    of = Message(f"explain-of-{inputs['of']}")
    if first == last:
        at = {("0", "range"): "explain-at-minimum", ("1", "range"): "explain-at-maximum"}
        point = Message(at.get((first, inputs["of"]), "explain-at"), {"of": of, "share": first})
        return "explain-band-point", {"point": point}
    return "explain-band", {"from": first, "to": last, "of": of, "ends": _ends(telling, step)}


def _by_rates(telling: Telling, step: Step) -> Text:
    """``1–2 倍 × 10,000 = ``: the rates of the table, × what the clause, or the table itself, counts."""
    ends, found = [Fraction(item) for item in step.inputs["rates"]], telling.range
    fine = None if found is None or telling.clause is None else fine_at(telling.clause, found.source)
    names = step.inputs.get("quantity")
    if names:
        facts = joined(telling.phrases.fact(name) for name in names)
        return Message("explain-rates-of", {"rates": _rates(number, ends), "facts": facts})
    if found is None or fine is None or multiplier(found) == 1:
        return NOTHING
    say, unit = (number, "times") if fine.times else (figure, "yuan")
    params = {
        "rates": _rates(say, ends),
        "unit": Message(f"explain-unit-{unit}"),
        "quantity": figure(multiplier(found)),
    }
    return Message("explain-rates-times", params)


def _rates(say: Callable[[Fraction], str], ends: Sequence[Fraction]) -> str:
    return "–".join(dict.fromkeys(say(end) for end in ends))


def _whom(telling: Telling) -> Message:
    """On whom the fine told is."""
    step, clause = telling.range, telling.clause
    fine = None if step is None or clause is None else fine_at(clause, step.source)
    return Message(f"explain-target-{'unit' if fine is None else fine.target}")


def _ends(telling: Telling, step: Step) -> Text:
    """Both ends of a band by shares: lowest + span × share, then × the quantity."""
    inputs, found = step.inputs, telling.range
    if not {"of", "from", "to"} <= set(inputs) or found is None:
        return NOTHING
    fine = None if telling.clause is None else fine_at(telling.clause, found.source)
    say = number if fine is not None and fine.times else figure
    lowest, high = rates(found)
    low = Fraction(0) if inputs["of"] == "maximum" or lowest == high else lowest
    shares = [Fraction(inputs[name]) for name in ("from", "to")]
    reached = [low + (high - low) * share for share in shares]
    ends = [_end(say, low, high - low, share) for share in shares]
    quantity = multiplier(found)
    if quantity == 1:
        return Message("explain-ends", {"first": ends[0], "second": ends[1]})
    params = {
        "first": ends[0],
        "second": ends[1],
        "rates": _rates(say, reached),
        "unit": Message("explain-unit-times" if say is number else "explain-unit-yuan"),
        "quantity": figure(quantity),
        "amount": span(*(rate * quantity for rate in reached)),
    }
    return Message("explain-ends-times", params)


def _end(say: Callable[[Fraction], str], low: Fraction, width: Fraction, share: Fraction) -> str:
    """``10,000 + 20,000 × 1/4 = 15,000``"""
    reached = say(low + width * share)
    if share in (0, 1):
        return reached
    start = f"{say(low)} + " if low else ""
    return f"{start}{say(width)} × {share} = {reached}"


def kept_within_range(_: Telling, step: Step) -> Iterator[Sentence]:
    """A band that the table draws wider than the law."""
    ends = {
        "nominal": span(*(_exact(step.inputs[name]) for name in ("minimum", "maximum"))),
        "kept": span(*(_exact(step.result[name]) for name in ("minimum", "maximum"))),
    }
    yield Sentence("kept-within-range", Message("explain-kept-within", ends), None, step.source)


def recommended(telling: Telling, step: Step) -> Iterator[Sentence]:
    """The point proposed in the band, and its one rounding step."""
    if step.inputs.get("fixed"):
        fixed = {"whom": _whom(telling), "sum": figure(step.result)}
        yield Sentence("recommended", Message("explain-not-weighed", fixed), None, step.source)
        return
    found = benchmark_of(telling, step)
    middle, result = _exact(step.inputs["middle"]), step.result
    params = {
        "whom": _whom(telling),
        "point": _point(found, step),
        "middle": figure(middle),
        "unit": figure(step.inputs["round_down_to"]),
        "sum": figure(result),
    }
    if Fraction(middle) == Fraction(result):
        code = "explain-point"
    elif (
        Fraction(result) < Fraction(middle) and Fraction(result) % Fraction(step.inputs["round_down_to"]) == 0
    ):
        code = "explain-point-rounded"
    else:
        code = "explain-point-kept"
    basis = None if found is None else found.title
    yield Sentence("recommended", Message(code, params), basis, step.source)


def _point(found: Benchmark | None, step: Step) -> Text:
    """Which point of the band is proposed; percentages come to one point."""
    if any("share" in item.inputs for item in step.steps):
        return Message("explain-that-share")
    if found is None or found.recommend_at == Fraction(1, 2):
        return Message("explain-middle")
    return Message("explain-part", {"share": str(found.recommend_at)})


def _exact(amount: Any) -> Fraction | Decimal:
    """An amount of the trace; a text is a fraction that no decimal expresses."""
    return Fraction(amount) if isinstance(amount, str) else amount
