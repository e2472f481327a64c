"""Methods that add percentages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from penalty_engine.rulebook.benchmark_records import Factor, Option, Percentages
from penalty_engine.rulebook.build.context import FileContext, names
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.model_benchmark import FactorModel, PercentagesModel


def build_percentages(model: PercentagesModel, rule: str, context: FileContext, path: Path) -> Percentages:
    """The method with its factors in order."""
    bounded = model.combine == "bounded"
    if bounded and model.at_least is None and model.at_most is None:
        context.finding("bounded-without-bounds", (*path, "combine"))
    if not bounded and not (model.at_least is None and model.at_most is None):
        context.finding("bounds-without-bounded", (*path, "combine"))
    if model.at_least is not None and model.at_most is not None and model.at_least > model.at_most:
        low, high = _per_cent(model.at_least), _per_cent(model.at_most)
        context.finding("range-reversed", (*path, "at_least"), low=low, high=high)
    if model.combine == "serial" and not model.start:
        context.finding("serial-without-start", (*path, "combine"))
    seen: set[str] = set()
    factors = []
    for index, item in enumerate(model.factors):
        if item.id in seen:
            context.finding("duplicate-id", (*path, "factors", index, "id"), name=item.id)
        seen.add(item.id)
        factors.append(_factor(item, rule, context, (*path, "factors", index)))
    return Percentages(
        model.id,
        names(model.name),
        model.base,
        model.combine,
        model.start,
        model.at_least,
        model.at_most,
        tuple(factors),
        context.source.place((*path, "id")),
    )


def _per_cent(share: Fraction) -> str:
    number = share * 100
    return f"{Decimal(number.numerator) / number.denominator}%"


def _factor(model: FactorModel, rule: str, context: FileContext, path: Path) -> Factor:
    name = f"{rule}/factor/{model.id}"
    options = tuple(
        Option(
            item.percent,
            context.condition(item.when, (*path, "options", index, "when")),
            f"{name}/option{index + 1}",
            context.source.place((*path, "options", index)),
        )
        for index, item in enumerate(model.options)
    )
    unless = context.optional_condition(model.unless, (*path, "unless"))
    return Factor(model.id, names(model.name), options, unless, f"{name}/unless", context.source.place(path))


def percentage_conditions(found: Percentages) -> Iterator[Condition]:
    """Every condition of the method."""
    for factor in found.factors:
        if factor.unless is not None:
            yield factor.unless
        yield from (option.when for option in factor.options)
