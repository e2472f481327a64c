"""A method that adds percentages: each factor that applies is a step, and their total a share of the maximum or range."""

from __future__ import annotations

from fractions import Fraction

from penalty_engine.assessment import Step
from penalty_engine.inference.rules import Firings
from penalty_engine.rulebook.benchmark_records import Benchmark, Factor, Option, Percentages
from penalty_engine.rulebook.conditions import Facts, open_facts


def total_share(
    benchmark: Benchmark, firings: Firings, facts: Facts
) -> tuple[Fraction | None, tuple[str, ...], tuple[Step, ...]]:
    """The share, or the facts that are missing for it; and the steps."""
    method = benchmark.percentages
    assert method is not None  # the caller asks only then
    reached, steps, missing = _bounded(method, method.start), [], list[str]()
    for factor in method.factors:
        option, needed = _option(factor, firings, facts)
        missing.extend(needed)
        if option is None:
            continue
        before, reached = reached, _combined(method, reached, option.percent)
        steps.append(
            Step(
                "percentage",
                option.rule,
                None,
                option.place,
                {
                    "factor": factor.name,
                    "percent": percent_text(option.percent),
                    "before": percent_text(before),
                },
                percent_text(reached),
            )
        )
    if missing:
        return None, tuple(missing), ()
    step = Step(
        "percentages",
        f"benchmark/{benchmark.id}",
        None,
        method.place,
        {"base": method.base, "combine": method.combine, "start": percent_text(method.start)},
        percent_text(reached),
        tuple(steps),
    )
    return reached, (), (step,)


def _option(factor: Factor, firings: Firings, facts: Facts) -> tuple[Option | None, tuple[str, ...]]:
    """The first option that holds, none where the factor is switched off; or what is missing to tell."""
    if factor.unless is not None:
        off = firings.get(factor.unless_rule)
        if off:
            return None, ()
        if off is None:
            return None, open_facts(factor.unless, facts)
    for option in factor.options:
        holds = firings.get(option.rule)
        if holds:
            return option, ()
        if holds is None:
            return None, open_facts(option.when, facts)
    return None, ()


def _combined(method: Percentages, reached: Fraction, percent: Fraction) -> Fraction:
    if method.combine == "serial":
        return reached * (1 + percent)
    return _bounded(method, reached + percent)


def _bounded(method: Percentages, share: Fraction) -> Fraction:
    """A share kept within the bounds of the method, if it has any."""
    if method.at_least is not None:
        share = max(share, method.at_least)
    if method.at_most is not None:
        share = min(share, method.at_most)
    return share


def percent_text(share: Fraction) -> str:
    """``12.5%``, or a fraction of one hundred where no decimal expresses it."""
    number = share * 100
    if number.denominator == 1:
        return f"{number.numerator}%"
    places = 1
    while (number * 10**places).denominator != 1 and places <= 8:
        places += 1
    if places > 8:
        return f"{number.numerator}/{number.denominator}%"
    whole, digits = divmod(abs((number * 10**places).numerator), 10**places)
    return f"{'-' if number < 0 else ''}{whole}.{digits:0{places}d}%"
