"""Stage 4, second half: where a tier lies in the statutory range, and the point recommended in it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from penalty_engine.assessment import FineResult, Step, TierBand
from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.money import Fen, has_decimal_form, round_down, round_up, whole, yuan
from penalty_engine.rulebook.benchmark_records import BELOW_RANGE, BandRule
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.statutory_range import Range
from penalty_engine.stages.tiers import Placement

_WHOLE = BandRule("range", Fraction(0), Fraction(1), False, False, None, (), Place(""))
_BELOW = {kind: _WHOLE._replace(kind=kind) for kind in BELOW_RANGE}


class _Band(NamedTuple):
    """A band in fen before it is told: its ends, the point proposed, and how it was reached."""

    id: str
    name: Names
    low: Fen
    high: Fen
    middle: Fen
    low_open: bool
    high_open: bool
    inputs: dict[str, Any]
    steps: tuple[Step, ...] = ()


def place_in_range(
    found: Range, prepared: Prepared, placed: Placement | None, facts: Facts, mitigated: bool
) -> tuple[FineResult, Step]:
    """The fine of one target: its band and the recommended sum. A fixed sum is counted, not weighed.

    `placed` is None only where every fine of the clause is fixed and none is mitigated.
    """
    if placed is None:
        return _fixed(found)
    if mitigated and found.minimum > 0:
        band = _mitigated(found, prepared, placed, facts)
    elif found.minimum == found.maximum:
        return _fixed(found)
    else:
        mitigated = False
        band = _band(found, prepared, placed, facts)
    benchmark = placed.benchmark
    recommended = _rounded(band, found, benchmark.round_down_to, placed.share is not None)
    low = recommended if placed.share is not None and not mitigated else band.low
    tier = TierBand(band.id, band.name, yuan(low), yuan(band.high), not band.low_open, not band.high_open)
    fine = found.fine
    result = FineResult(
        fine.target,
        fine.optional,
        yuan(found.minimum),
        yuan(found.maximum),
        found.formula,
        tier,
        yuan(recommended),
        found.persons,
        benchmark.id,
        tuple(item.id for item in placed.tied),
        mitigated,
        placed.selected_by,
    )
    return result, _step(found, placed, band, result)


def _fixed(found: Range) -> tuple[FineResult, Step]:
    amount = yuan(found.minimum)
    fine = found.fine
    result = FineResult(
        fine.target, fine.optional, amount, amount, found.formula, None, amount, found.persons
    )
    return result, Step("recommended", None, None, found.fine.place, {"fixed": True}, amount)


def _mitigated(found: Range, prepared: Prepared, placed: Placement, facts: Facts) -> _Band:
    """From nothing to the statutory minimum, or what the row gives to mitigation inside that."""
    benchmark = placed.benchmark
    name, tier = benchmark.mitigated_name, benchmark.mitigated_id
    low: Fen = 0
    high: Fen = found.minimum
    for item in placed.row.tiers if placed.row is not None else ():
        rule = item.bands.get(found.fine.target)
        if item.tier.effect != "mitigated" or rule is None or rule.kind in BELOW_RANGE:
            continue
        if all(name in facts for name in rule.needs):
            ends = _ends(found, prepared, placed, rule, facts)[:2]
            low, high = (min(end, found.minimum) for end in _inward(found, *ends))
    middle = whole(Fraction(low) + Fraction(high - low) * benchmark.recommend_at)
    inputs = {"tier": tier, "mitigated": True}
    return _Band(tier, name, low, high, middle, False, False, inputs)


def _band(found: Range, prepared: Prepared, placed: Placement, facts: Facts) -> _Band:
    if placed.share is not None:
        return _by_percentages(found, placed)
    assert placed.tier is not None  # a placement without tier or share lacks facts and is not placed
    rule = _rule(found, placed)
    low, high, middle = _ends(found, prepared, placed, rule, facts)
    inner_low, inner_high = (max(min(end, found.maximum), found.minimum) for end in (low, high))
    middle = max(min(middle, inner_high), inner_low)
    inputs: dict[str, Any] = {"tier": placed.tier.id, **prepared.how(rule)}
    steps: tuple[Step, ...] = ()
    if (inner_low, inner_high) != (low, high):
        steps = (_kept(found, (low, high), (inner_low, inner_high)),)
    inner_low, inner_high = _inward(found, inner_low, inner_high)
    return _Band(
        placed.tier.id,
        placed.tier.name,
        inner_low,
        inner_high,
        middle,
        rule.low_open and inner_low == low,
        rule.high_open and inner_high == high,
        inputs,
        steps,
    )


def _rule(found: Range, placed: Placement) -> BandRule:
    """The row's own band for the target, else that of the tier; where the law has no minimum, the one for that."""
    tier = placed.tier
    assert tier is not None
    if placed.row_tier is not None and found.fine.target in placed.row_tier.bands:
        return placed.row_tier.bands[found.fine.target]
    if tier.effect is not None:
        return _BELOW[tier.effect]
    if tier.maximum_only is not None and found.fine.low == 0:
        return tier.maximum_only
    return tier.band or _WHOLE  # a table that says nothing of this target leaves its whole range


def _ends(
    found: Range, prepared: Prepared, placed: Placement, rule: BandRule, facts: Facts
) -> tuple[Fen, Fen, Fen]:
    """Both ends and the point between them, before they are kept within the range."""
    at = placed.benchmark.recommend_at
    if rule.kind in BELOW_RANGE:
        # the table goes below the range, which only a ground in the law opens; without one its lowest point is left
        return found.minimum, found.minimum, found.minimum
    if rule.kind == "sum":
        quantity = 1
        for name in rule.needs:
            quantity *= int(facts[name])
        scale = 1 if rule.times else 100
        low, high = (whole(end * scale * quantity) for end in (rule.low, rule.high))
        return low, high, whole(low + (high - low) * at)
    rates = prepared.rates(found.fine, rule, placed.benchmark)
    quantity = found.quantity * found.factor
    return rates.low.times(quantity), rates.high.times(quantity), rates.point.times(quantity)


def _kept(found: Range, nominal: tuple[Fen, Fen], kept: tuple[Fen, Fen]) -> Step:
    return Step(
        "kept-within-range",
        None,
        None,
        found.fine.place,
        {"minimum": _shown(nominal[0]), "maximum": _shown(nominal[1])},
        {"minimum": _shown(kept[0]), "maximum": _shown(kept[1])},
    )


def _by_percentages(found: Range, placed: Placement) -> _Band:
    """One point: a share of the maximum, or of the span above the minimum."""
    method, share = placed.benchmark.percentages, placed.share
    assert method is not None
    assert share is not None
    start: Fen = 0 if method.base == "maximum" else found.minimum
    nominal = whole(Fraction(start) + (found.maximum - start) * share)
    point = max(min(nominal, found.maximum), found.minimum)
    steps = () if point == nominal else (_kept(found, (nominal, nominal), (point, point)),)
    inputs = {"tier": method.id, "base": method.base, "share": str(share)}
    inner = point if has_decimal_form(point) else round_down(point, 1)
    return _Band(method.id, method.name, inner, inner, point, False, False, inputs, steps)


def _inward(found: Range, low: Fen, high: Fen) -> tuple[Fen, Fen]:
    """Bounds that no decimal expresses (thirds) are brought to the fen, towards the inside of the band.

    A band too narrow to hold a whole fen becomes the one nearest to it inside the statutory range.
    """
    inner_low = low if has_decimal_form(low) else round_up(low, 1)
    inner_high = high if has_decimal_form(high) else round_down(high, 1)
    if inner_low <= inner_high:
        return inner_low, inner_high
    only: Fen = max(round_down(high, 1), round_up(found.minimum, 1))
    only = min(only, found.maximum)
    return only, only


def _rounded(band: _Band, found: Range, step: int, one_point: bool) -> Fen:
    """The one rounding: down to whole steps of yuan, but never out of the band, and to whole fen where the band has one.

    A share of percentages is one point; it is rounded down within the statutory range. A sum below one step is not
    rounded to nothing: a fine of nothing would be none.
    """
    low = found.minimum if one_point and not band.inputs.get("mitigated") else band.low
    low_open = band.low_open and not one_point
    rounded: Fen = round_down(band.middle, step * 100)
    if not low and not rounded:
        return round_down(band.middle, 1)
    if band.high_open and rounded == band.high:
        rounded -= step * 100
    if rounded > low or (rounded == low and not low_open):
        return rounded
    to_fen: Fen = round_up(low, 1)
    if low_open and to_fen == low:
        to_fen += 1
    return to_fen if to_fen <= band.high else low


def _shown(amount: Fen) -> Any:
    return yuan(amount) if has_decimal_form(amount) else str(Fraction(amount, 100))


def _step(found: Range, placed: Placement, band: _Band, result: FineResult) -> Step:
    benchmark = placed.benchmark
    source = benchmark.place if placed.row_tier is None else placed.row_tier.place
    assert result.tier is not None
    where = Step(
        "band",
        f"benchmark/{benchmark.id}",
        None,
        source,
        {"minimum": result.minimum, "maximum": result.maximum, **band.inputs},
        {"minimum": result.tier.minimum, "maximum": result.tier.maximum},
        band.steps,
    )
    return Step(
        "recommended",
        f"benchmark/{benchmark.id}",
        None,
        benchmark.place,
        {"middle": _shown(band.middle), "round_down_to": benchmark.round_down_to},
        result.recommended,
        (where,),
    )
