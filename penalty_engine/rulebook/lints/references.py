"""What one file names must exist in another: a circumstance named in a condition."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic, Place, nearest
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import Condition, fact_names
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.rule_conditions import (
    benchmark_conditions,
    circumstance_conditions,
    clause_conditions,
)


def check_references(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Unknown circumstances, and more than one default authority."""
    defaults = [item.place for item in rulebook.authorities.values() if item.default]
    for place in defaults[1:]:
        yield Diagnostic("several-defaults", place, also=(defaults[0],))
    for condition, place in _conditions(rulebook):
        for name in fact_names(condition):
            circumstance = circumstance_of(name)
            if circumstance is not None and circumstance not in rulebook.circumstances:
                params = {"name": circumstance, "nearest": nearest(circumstance, rulebook.circumstances)}
                yield Diagnostic("unknown-circumstance", place, params=params)


def _conditions(rulebook: Rulebook) -> Iterator[tuple[Condition, Place]]:
    for circumstance in rulebook.circumstances.values():
        yield from ((condition, circumstance.place) for condition in circumstance_conditions(circumstance))
    for versions in rulebook.clauses.values():
        for clause in versions:
            yield from clause_conditions(clause)
    for benchmark in rulebook.benchmarks.values():
        yield from benchmark_conditions(benchmark)
    own = (ground for authority in rulebook.authorities.values() for ground in authority.grounds)
    yield from ((ground.when, ground.place) for ground in (*rulebook.grounds, *own))
