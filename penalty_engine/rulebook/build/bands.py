"""Where tiers lie: shares, amounts in the clause's own form, other quantities."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from penalty_engine.rulebook.benchmark_records import BandRule
from penalty_engine.rulebook.build.context import FileContext, one_or_several
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.model_benchmark import AnyBand, BandModel, SharesModel

_NAMED = {
    "maximum": ("range", Fraction(1), Fraction(1)),
    "minimum": ("range", Fraction(0), Fraction(0)),
    "no-fine": ("no-fine", Fraction(0), Fraction(0)),
    "mitigated": ("mitigated", Fraction(0), Fraction(1)),
}


def shares(model: SharesModel, context: FileContext, path: Path) -> BandRule | None:
    """A part of the range or of the maximum; None where the model gives none."""
    low, low_open = _end(model.low, model.above)
    high, high_open = _end(model.high, model.below)
    if low is None and high is None:
        return None
    if low is None or high is None or (model.low is not None and model.above is not None):
        context.finding("shares-incomplete", path)
        return None
    if model.high is not None and model.below is not None:
        context.finding("shares-incomplete", path)
    return BandRule(model.of, low, high, low_open, high_open, None, (), context.source.place(path))


def _end(included: Fraction | None, excluded: Fraction | None) -> tuple[Fraction | None, bool]:
    return (included, False) if included is not None else (excluded, excluded is not None)


def band(model: AnyBand, context: FileContext, path: Path) -> BandRule:
    """Where a tier of a row lies."""
    place = context.source.place(path)
    if isinstance(model, str):
        kind, low, high = _NAMED[model]
        return BandRule(kind, low, high, False, False, None, (), place)
    if model.low is not None or model.high is not None or model.of is not None:
        return _share_of(model, context, path)
    per = one_or_several(model.per)
    low_bound, high_bound = _bounds(model, context, path)
    for name, types in ((model.times, ("money",)), *((one, ("count",)) for one in per)):
        if name is None or not context.known(name, context.facts, "unknown-fact", path):
            continue
        found = context.facts[name].type
        if found not in types:
            context.finding("fact-type", path, name=name, found=found, expected=types)
    if model.times is not None and per:
        context.finding("times-and-per", (*path, "per"), key=True)
    kind = "sum" if model.times or per else "rates"
    return BandRule(
        kind,
        low_bound,
        high_bound,
        model.above is not None,
        model.below is not None,
        model.times,
        per,
        place,
    )


def _share_of(model: BandModel, context: FileContext, path: Path) -> BandRule:
    amounts = (model.at_least, model.above, model.at_most, model.below, model.exactly, model.times, model.per)
    if model.low is None or model.high is None or any(item is not None for item in amounts):
        context.finding("shares-incomplete", path)
    elif model.high < model.low:
        context.finding("range-reversed", path, low=model.low, high=model.high)
    return BandRule(
        model.of or "range",
        model.low or Fraction(0),
        model.high or Fraction(0),
        False,
        False,
        None,
        (),
        context.source.place(path),
    )


def _bounds(model: BandModel, context: FileContext, path: Path) -> tuple[Fraction, Fraction]:
    """Lower and upper rate as written; fen are made of them where the clause is known."""
    if model.exactly is not None:
        if any(item is not None for item in (model.at_least, model.above, model.at_most, model.below)):
            context.finding("exactly-and-bounds", (*path, "exactly"), key=True)
        return Fraction(model.exactly), Fraction(model.exactly)
    low, high = _one(model.at_least, model.above), _one(model.at_most, model.below)
    if high is None or (model.at_least is not None and model.above is not None):
        context.finding("band-without-maximum", path)
        return Fraction(0), Fraction(0)
    if (low or 0) > high:
        context.finding("range-reversed", path, low=low, high=high)
    return Fraction(low or 0), Fraction(high)


def _one(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return first if first is not None else second
