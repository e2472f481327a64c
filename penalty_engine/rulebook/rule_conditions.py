"""Every condition of a clause, circumstance or benchmark, for all that looks at conditions wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Place
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.records import Clause


def clause_conditions(clause: Clause) -> Iterator[tuple[Condition, Place]]:
    """Entry, outcomes, revocations, measures and doublings."""
    if clause.entry is not None:
        yield clause.entry, clause.place
    for outcome in clause.outcomes:
        yield outcome.when, outcome.place
        if outcome.revoke is not None and outcome.revoke.when is not None:
            yield outcome.revoke.when, outcome.revoke.place
        for measure in outcome.measures:
            if measure.when is not None:
                yield measure.when, measure.place
        for fine in outcome.fines:
            if fine.double_when is not None:
                yield fine.double_when, fine.place


def circumstance_conditions(circumstance: Circumstance) -> Iterator[Condition]:
    """What derives a circumstance, and what contradicts it."""
    if circumstance.when is not None:
        yield circumstance.when
    if circumstance.contradicted_by is not None:
        yield circumstance.contradicted_by


def benchmark_conditions(benchmark: Benchmark) -> Iterator[tuple[Condition, Place]]:
    """Selections, shifts, rows and their tiers, factors."""
    yield from ((item.when, item.place) for item in benchmark.select)
    yield from ((item.when, item.place) for item in benchmark.shift)
    for row in benchmark.rows:
        if row.where is not None:
            yield row.where, row.place
        yield from ((item.when, item.place) for item in row.tiers if item.when is not None)
    for factor in benchmark.percentages.factors if benchmark.percentages is not None else ():
        if factor.unless is not None:
            yield factor.unless, factor.place
        yield from ((option.when, option.place) for option in factor.options)
