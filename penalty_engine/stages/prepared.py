"""What does not depend on the case: worked out once for each authority, and for each fine when it is first met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from penalty_engine.inference.rules import first_duties_group, procedure_group
from penalty_engine.messages import Message, Names
from penalty_engine.money import Rate
from penalty_engine.rulebook.benchmark_records import BELOW_RANGE, BandRule, Benchmark, Row
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause, Fine, Rulebook
from penalty_engine.stages.discretion import COUNTS, Counts
from penalty_engine.stages.procedure_tables import (
    DutyTable,
    LimitTable,
    duty_tables,
    every_basis,
    lasting_bases,
    limit_table,
    limited_violations,
)
from penalty_engine.stages.unverified import (
    basis_reservations,
    benchmark_reservations,
    clause_reservations,
    threshold_reservations,
)


class Band(NamedTuple):
    """The rates at which a tier of a fine begins and ends, and of the point recommended in it."""

    low: Rate
    high: Rate
    point: Rate


@dataclass(frozen=True)
class Prepared:
    """Tables for one authority over one rulebook. The caches only ever hold what any thread would put there.

    ``by_counts``: the benchmarks of which the general selection looks at nothing but counts of circumstances; what it gives
    for them is kept in ``placements``.
    """

    rulebook: Rulebook
    authority: Authority
    chain: tuple[Benchmark, ...]
    chosen: str | None
    duties: Mapping[str, DutyTable]
    limits: LimitTable
    limited_violations: frozenset[str]
    bases: tuple[Basis, ...]
    first_duties_group: str
    procedure_group: str
    basis_reservations: Mapping[Names, Message]
    threshold_reservations: tuple[Message, ...]
    benchmark_reservations: Mapping[str, tuple[Message, ...]]
    by_counts: frozenset[str]
    placements: dict[tuple[str, Counts], Any] = field(default_factory=dict)
    _bands: dict[tuple[str, int, str], Band] = field(default_factory=dict)
    _hows: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    _changes: dict[tuple[str, tuple[str, ...]], tuple[date, ...]] = field(default_factory=dict)
    _candidates: dict[str, tuple[tuple[Benchmark, tuple[Row, ...]], ...]] = field(default_factory=dict)
    _reservations: dict[str, tuple[Message, ...]] = field(default_factory=dict)

    @property
    def benchmark(self) -> Benchmark:
        """The first in order of preference."""
        return self.chain[0]

    def is_chosen(self, benchmark: Benchmark) -> bool:
        """Whether the case asks for this benchmark by name."""
        return benchmark.id == self.chosen

    def changes(self, violation: str, clauses: tuple[str, ...]) -> tuple[date, ...]:
        """The days on which the law of a violation changes: the first of a version, or the first after its end."""
        key = (violation, clauses)
        found = self._changes.get(key)
        if found is None:
            keys = {*clauses, *self.rulebook.by_violation.get(violation, ())}
            periods = [item.statute.period for name in keys for item in self.rulebook.clauses[name]]
            days = {item.first for item in periods if item.first is not None}
            days |= {item.last + timedelta(days=1) for item in periods if item.last is not None}
            found = self._changes[key] = tuple(sorted(days))
        return found

    def candidates(self, clause: str) -> tuple[tuple[Benchmark, tuple[Row, ...]], ...]:
        """The benchmarks in order of preference, each with its rows for a clause."""
        found = self._candidates.get(clause)
        if found is None:
            found = self._candidates[clause] = tuple(
                (item, tuple(row for row in item.rows if row.clause == clause)) for item in self.chain
            )
        return found

    def rates(self, fine: Fine, rule: BandRule, benchmark: Benchmark) -> Band:
        """Where a band begins and ends: for multiples and per-head fines the rate is divided."""
        # rules live as long as the rulebook; hashing one costs more than the band
        key = (fine.rule, id(rule), benchmark.id)
        band = self._bands.get(key)
        if band is None:
            if rule.kind == "rates":
                scale, start, span = (1 if fine.times else 100), Fraction(0), Fraction(1)
            else:
                start = Fraction(0 if rule.kind == "maximum" else fine.low)
                scale, span = 1, fine.high - start
            point = rule.low + (rule.high - rule.low) * benchmark.recommend_at
            band = Band(*(Rate.of((start + share * span) * scale) for share in (rule.low, rule.high, point)))
            self._bands[key] = band
        return band

    def how(self, rule: BandRule) -> Mapping[str, Any]:
        """What a band is taken from, so that it can be worked out again."""
        found = self._hows.get(id(rule))
        if found is None:
            found = self._hows[id(rule)] = _how(rule)
        return found

    def reservations(self, clause: Clause) -> tuple[Message, ...]:
        """What is unverified about a clause."""
        found = self._reservations.get(clause.rule)
        if found is None:
            found = self._reservations[clause.rule] = tuple(clause_reservations(clause))
        return found


def prepare(rulebook: Rulebook, authority: Authority, chosen: str | None = None) -> Prepared:
    """The tables of one authority; `chosen`: the benchmark the case asks for, before the authority's own."""
    order = (*(() if chosen is None else (chosen,)), *authority.benchmarks)
    chain = tuple(rulebook.benchmarks[name] for name in dict.fromkeys(order))
    return Prepared(
        rulebook,
        authority,
        chain,
        chosen,
        duty_tables(rulebook, authority),
        limit_table(rulebook, authority),
        limited_violations(rulebook, authority),
        lasting_bases(rulebook, authority),
        first_duties_group(authority.id),
        procedure_group(authority.id),
        {
            basis.cite: message
            for basis in every_basis(rulebook, authority)
            for message in basis_reservations(basis)
        },
        tuple(threshold_reservations(authority)),
        {item.id: tuple(benchmark_reservations(item, authority)) for item in chain},
        frozenset(item.id for item in chain if set(item.facts) <= set(COUNTS)),
    )


def _how(rule: BandRule) -> dict[str, Any]:
    if rule.kind in BELOW_RANGE:
        return {"of": "range", "from": "0", "to": "0"}
    if rule.kind in ("range", "maximum"):
        return {"of": rule.kind, "from": str(rule.low), "to": str(rule.high)}
    inputs: dict[str, Any] = {"rates": [_written(rule.low), _written(rule.high)]}
    if rule.kind == "sum":
        inputs["quantity"] = list(rule.needs)
    return inputs


def _written(number: Fraction) -> str:
    """A number of the rules as they write it: always a finite decimal."""
    return format(Decimal(number.numerator) / number.denominator, "f")
