"""Selection of tiers: over every small number of circumstances exactly one row must hold, and each finding names the case.

Rows compare counts and their difference with bounds below `_MOST`; counts up to twice that reach every combination of
sides such bounds can tell apart. A row with a larger bound is refused, because then nothing would be proven.
"""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.conditions import compiled, tests
from penalty_engine.rulebook.records import Rulebook

COUNTS = ("lighter_circumstances", "heavier_circumstances", "gravest_circumstances", "heavier_over_lighter")
_MOST = 5


def check_tiers(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Gaps, overlaps, and facts that no selection can see."""
    for benchmark in rulebook.benchmarks.values():
        blind = list(_blind(benchmark))
        yield from blind
        if not blind:
            yield from _holes(benchmark)


def _blind(benchmark: Benchmark) -> Iterator[Diagnostic]:
    for row in benchmark.select:
        for test in tests(row.when):
            if test.fact not in COUNTS:
                yield Diagnostic("select-fact", row.place, params={"name": test.fact, "known": list(COUNTS)})
            elif isinstance(test.value, int) and abs(test.value) >= _MOST:
                params = {"name": test.fact, "limit": _MOST - 1}
                yield Diagnostic("select-too-high", row.place, params=params)


def _holes(benchmark: Benchmark) -> Iterator[Diagnostic]:
    rows = [(row, compiled(row.when)) for row in benchmark.select]
    told: set[tuple[str, ...]] = set()
    for facts in _situations():
        holding = [row for row, holds in rows if holds(facts)]
        key = tuple(row.rule for row in holding)
        if len(holding) == 1 or key in told:
            continue
        told.add(key)
        params = {"lighter": facts[COUNTS[0]], "heavier": facts[COUNTS[1]], "gravest": facts[COUNTS[2]]}
        if holding:
            yield Diagnostic("tiers-overlap", holding[1].place, params=params, also=(holding[0].place,))
        else:
            yield Diagnostic("tiers-gap", benchmark.place, params=params)


def _situations() -> Iterator[dict[str, int]]:
    for lighter in range(2 * _MOST + 1):
        for heavier in range(2 * _MOST + 1):
            for gravest in range(heavier + 1):
                values = (lighter, heavier, gravest, heavier - lighter)
                yield dict(zip(COUNTS, values, strict=True))
