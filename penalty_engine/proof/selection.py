"""At load: whatever the circumstances, exactly one row of a benchmark's general selection holds. Needs no solver."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.messages import Message
from penalty_engine.proof.counting import greatest_bound
from penalty_engine.proof.prover import Prover
from penalty_engine.proof.space import COUNTED, PARTY_KIND, space_of
from penalty_engine.proof.tables import Fault, Table, TableCheck, TableRow
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import fact_names, tests
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.rule_conditions import benchmark_conditions
from penalty_engine.stages.discretion import COUNTS
from penalty_engine.stages.told import label, word

_CODES = {"gap": "tiers-gap", "overlap": "tiers-overlap", "touching": "tiers-overlap"}


def check_selection(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Gaps and overlaps, and facts that no benchmark can see because they are worked out after it."""
    prover: Prover | None = None
    for benchmark in rulebook.benchmarks.values():
        blind = list(_blind(rulebook, benchmark))
        yield from blind
        if benchmark.select and not blind and _known(rulebook, benchmark):
            prover = prover or Prover(space_of(rulebook), None)
            yield from _holes(rulebook, benchmark, prover)


def _blind(rulebook: Rulebook, benchmark: Benchmark) -> Iterator[Diagnostic]:
    facts, seen = rulebook.vocabulary.facts, (*COUNTS, PARTY_KIND)
    for condition, place in benchmark_conditions(benchmark):
        for name in fact_names(condition):
            if name in facts and facts[name].computed and name not in seen:
                yield Diagnostic("select-fact", place, params={"name": name, "known": list(seen)})


def _known(rulebook: Rulebook, benchmark: Benchmark) -> bool:
    """Whether every circumstance the selection names exists; one that does not is a finding of its own."""
    named = (circumstance_of(name) for item in benchmark.select for name in fact_names(item.when))
    return all(name is None or name in rulebook.circumstances for name in named)


def _holes(rulebook: Rulebook, benchmark: Benchmark, prover: Prover) -> Iterator[Diagnostic]:
    rows = tuple(TableRow(item.rule, item.when, item.tier.id, item.place) for item in benchmark.select)
    checked = TableCheck(Table((), rows, "unique", benchmark.place), prover).run()
    if checked.how == "not-proven" and all(fault.kind != "too-many" for fault in checked.faults):
        yield _too_high(benchmark)
    for fault in checked.faults:
        if fault.kind in _CODES:
            places = [rows[number].place for number in fault.rows]
            place, also = (benchmark.place, ()) if fault.kind == "gap" else (places[1], (places[0],))
            yield Diagnostic(_CODES[fault.kind], place, params=_situation(rulebook, fault), also=also)


def _too_high(benchmark: Benchmark) -> Diagnostic:
    """Beyond a certain bound not every number can be tried."""
    found = [
        (test, item.place) for item in benchmark.select for test in tests(item.when) if test.fact in COUNTS
    ]
    test, place = max(found, key=lambda one: abs(int(one[0].value)))
    return Diagnostic(
        "select-too-high", place, params={"name": test.fact, "limit": greatest_bound(COUNTED[:2])}
    )


def _situation(rulebook: Rulebook, fault: Fault) -> dict[str, object]:
    """The numbers of circumstances, and whatever else the selection looks at."""
    lighter, heavier, gravest, _ = (fault.point.get(name, 0) for name in COUNTS)
    others = [
        Message("tiers-fact", {"fact": label(rulebook, name), "value": word(rulebook, name, value)})
        for name, value in fault.point.items()
        if name not in COUNTS
    ]
    told = Message("tiers-others", {"facts": others}) if others else Message("nothing")
    return {"lighter": lighter, "heavier": heavier, "gravest": gravest, "others": told}
