"""Sums with their arithmetic written out: statutory ranges, payments, totals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from penalty_engine.assessment import FineResult, Step
from penalty_engine.cli.words import share_words
from penalty_engine.messages import Message
from penalty_engine.money import times
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
    quantities,
    rates,
    span,
    yuan_words,
)
from penalty_engine.rulebook.records import Clause, Fine


def statutory_range(telling: Telling, step: Step) -> Iterator[Sentence]:
    """``5,000–10,000 元 × 8（被派遣劳动者人数）= 40,000–80,000 元``, then what keeps it within bounds."""
    clause = telling.phrases.clause(step.rule)
    fine = None if clause is None else fine_at(clause, step.source)
    if clause is None or fine is None:
        return
    whom = Message(f"explain-target-{fine.target}")
    params: dict[str, Any] = {
        "whom": whom,
        "sums": _arithmetic(telling, fine, step),
        "optional": Message("explain-optional") if fine.optional else NOTHING,
    }
    code = "explain-fixed" if _fixed(step) else "explain-range"
    if step.inputs.get("persons") is not None:
        code += "-each"
        params["persons"] = figure(step.inputs["persons"])
    yield Sentence(
        "statutory-range",
        Message(code, params),
        telling.phrases.cite(clause),
        step.source,
        tuple(_modified(telling, fine, step)),
    )


def _fixed(step: Step) -> bool:
    return bool(step.result["minimum"] == step.result["maximum"])


def _arithmetic(telling: Telling, fine: Fine, step: Step) -> Text:
    """Rate × quantities = range; the range alone where nothing is multiplied."""
    low, high = step.result["minimum"], step.result["maximum"]
    factors = [
        Message(
            "explain-factor",
            {"value": telling.phrases.value(name, value), "fact": telling.phrases.fact(name)},
        )
        for name, value in ((name, step.inputs[name]) for name in quantities(step))
    ]
    if "counted_as" in step.inputs:
        factors = [Message("explain-counted-factor", {"value": yuan_words(step.inputs["counted_as"])})]
    if "factor" in step.inputs:
        factors.append(Message("explain-times", {"count": step.inputs["factor"]}))
    if not factors:
        return _amounts(low, high)
    ends = rates(step)
    told = Message("explain-rate-times" if fine.times else "explain-rate-yuan", {"rate": _rates(fine, ends)})
    product = [rate * multiplier(step) for rate in ends]
    return Message(
        "explain-product",
        {"rate": told, "factors": _joined_factors(factors), "amount": _amounts(*product)},
    )


def _rates(fine: Fine, ends: tuple[Fraction, Fraction]) -> str:
    say = number if fine.times else figure
    return "–".join(dict.fromkeys(say(rate) for rate in ends))


def _joined_factors(factors: list[Message]) -> Message:
    """The factors with × between them."""
    found = factors[0]
    for item in factors[1:]:
        found = Message("explain-by", {"first": found, "second": item})
    return found


def _amounts(low: Any, high: Any) -> Message:
    if low == high or low:
        return Message("cli-yuan", {"amount": span(low, high)})
    return Message("explain-up-to", {"amount": figure(high)})


def _modified(telling: Telling, fine: Fine, step: Step) -> Iterator[Sentence]:
    """What else shaped the range: a sum that counts as more, doubling, a cap, a floor, nothing to count."""
    inputs, result = step.inputs, step.result
    if "counted_as" in inputs:
        name = quantities(step)[0]
        params: dict[str, Any] = {
            "fact": telling.phrases.fact(name),
            "amount": figure(inputs[name]),
            "counted": figure(inputs["counted_as"]),
        }
        yield Sentence("statutory-range", Message("explain-counted-as", params), None, fine.place)
    if "factor" in inputs and fine.double_when is not None:
        params = {"condition": telling.phrases.condition(fine.double_when)}
        yield Sentence("statutory-range", Message("explain-doubled", params), None, fine.place)
    for name in ("cap", "floor"):
        if name in inputs:
            amounts = _amounts(result["minimum"], result["maximum"])
            params = {"limit": figure(inputs[name]), "amount": amounts}
            yield Sentence("statutory-range", Message(f"explain-{name}", params), None, fine.place)
    empty = [name for name in fine.needs if not inputs.get("persons" if name == fine.each else name)]
    if empty:
        facts = joined(telling.phrases.fact(name) for name in empty)
        yield Sentence(
            "statutory-range", Message("explain-nothing-to-count", {"facts": facts}), None, fine.place
        )


def payment(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A sum that is not a fine."""
    clause = telling.phrases.clause(step.rule)
    kind = telling.rulebook.vocabulary.payments[step.result["payment"]]
    limit = step.inputs.get("not_above")
    params = {
        "name": kind.name,
        "to": kind.to,
        "sums": _paid(telling, step),
        "optional": Message("explain-payment-optional") if _is_optional(clause, step) else NOTHING,
        "limit": NOTHING if limit is None else Message("explain-payment-limit", {"limit": figure(limit)}),
        "rounded": Message("explain-payment-rounded") if "exact" in step.inputs else NOTHING,
    }
    basis = None if clause is None else telling.phrases.cite(clause)
    code = "explain-payment" if step.result["maximum"] else "explain-payment-nothing"
    yield Sentence("payment", Message(code, params), basis, step.source)


def _paid(telling: Telling, step: Step) -> Text:
    """What of, × rate, = how much; the sum alone where it is paid as it is."""
    rate = str(step.inputs["rate"])
    factors = [
        Message(
            "explain-factor",
            {"value": telling.phrases.value(name, value), "fact": telling.phrases.fact(name)},
        )
        for name, value in step.inputs.items()
        if name not in _NOT_PAID
    ]
    if rate == "1" and len(factors) == 1:
        return factors[0]
    ends = [Fraction(part) for part in rate.split("–")]
    amount = {"amount": span(step.result["minimum"], step.result["maximum"])}
    params = {
        "factors": _joined_factors(factors),
        "rate": _rate(ends[0], ends[-1]),
        "amount": Message("cli-yuan", amount),
    }
    return Message("explain-payment-product", params)


_NOT_PAID = frozenset({"rate", "not_above", "exact", "rounded_inward_to"})


def _is_optional(clause: Clause | None, step: Step) -> bool:
    """Whether the payment written at this place may be left out."""
    outcomes = () if clause is None else clause.outcomes
    return any(item.optional for one in outcomes for item in one.payments if item.place == step.source)


def _rate(low: Fraction, high: Fraction) -> str:
    if low.denominator == high.denominator == 1:
        return span(low, high)
    return share_words(low, high)


def total(telling: Telling, step: Step) -> Iterator[Sentence]:
    """The sums over all acts, for each target, added up."""
    sums = step.result
    if sums["recommended"] is None:
        yield Sentence("total", Message("explain-total-open"))
        return
    applied = [finding for act in telling.assessment.acts for finding in act.applied]
    fines = [fine for finding in applied for fine in finding.fines]
    by_target: dict[str, list[FineResult]] = {}
    for fine in fines:
        by_target.setdefault(fine.target, []).append(fine)
    told = [Sentence("total", _target_sum(target, found)) for target, found in by_target.items()]
    confiscated = [item.confiscate for item in applied if item.confiscate is not None]
    if confiscated:
        params = {"added": _added(confiscated), "sum": figure(sums["confiscate"])}
        told.append(Sentence("total", Message("explain-total-confiscated", params)))
    if not fines:
        yield Sentence("total", Message("explain-total-none"), None, None, tuple(told))
        return
    params = {"range": span(sums["minimum"], sums["maximum"]), "sum": figure(sums["recommended"])}
    code = "explain-total" if sums["minimum"] != sums["maximum"] else "explain-total-fixed"
    yield Sentence("total", Message(code, params), None, None, tuple(told))


def _target_sum(target: str, fines: list[FineResult]) -> Message:
    """Range and recommended sum of one target, with the addition."""
    lowest, highest, proposed = (
        [times(getattr(fine, name), fine.persons) for fine in fines]
        for name in ("minimum", "maximum", "recommended")
    )
    return Message(
        "explain-total-target",
        {
            "whom": Message(f"explain-target-{target}"),
            "range": span(sum(lowest, Decimal(0)), sum(highest, Decimal(0))),
            "added": _added(proposed),
            "sum": figure(sum(proposed, Decimal(0))),
        },
    )


def _added(amounts: list[Decimal]) -> Text:
    if len(amounts) == 1:
        return NOTHING
    return Message("explain-sum", {"amounts": " + ".join(figure(item) for item in amounts)})
