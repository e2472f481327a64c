"""What does not depend on the case: worked out once for each authority, and for each fine when it is first met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from penalty_engine.assessment import Deadline, Reason
from penalty_engine.inference.rules import first_duties_group, procedure_group, tier_group
from penalty_engine.messages import Message, Names
from penalty_engine.money import Rate
from penalty_engine.rulebook.benchmark_records import Benchmark, Tier
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.procedure_records import Authority, Ground, TimeLimit
from penalty_engine.rulebook.records import Clause, Fine, Rulebook
from penalty_engine.rulebook.words import DUTIES
from penalty_engine.stages.unverified import (
    basis_reservations,
    benchmark_reservations,
    clause_reservations,
    threshold_reservations,
)


class DutyTable(NamedTuple):
    """The grounds of one duty: rule → reason. ``permits``: a power, not an obligation."""

    reasons: tuple[tuple[str, Reason], ...]
    permits: bool


class Band(NamedTuple):
    """The rates at which a tier of a fine begins and ends, and of the point recommended in it."""

    low: Rate
    high: Rate
    point: Rate


@dataclass(frozen=True)
class Prepared:
    """Tables for one authority over one rulebook. The two caches only ever hold what any thread would put there."""

    rulebook: Rulebook
    authority: Authority
    benchmark: Benchmark
    duties: Mapping[str, DutyTable]
    bases: tuple[Basis, ...]
    tier_group: str
    first_duties_group: str
    procedure_group: str
    deadlines: tuple[tuple[TimeLimit, Deadline], ...]
    basis_reservations: Mapping[Names, Message]
    threshold_reservations: tuple[Message, ...]
    benchmark_reservations: tuple[Message, ...]
    _bands: dict[tuple[str, str], Band] = field(default_factory=dict)
    _reservations: dict[str, tuple[Message, ...]] = field(default_factory=dict)

    def band(self, fine: Fine, tier: Tier) -> Band:
        """The band of a tier: for multiples and per-head fines the rate is divided."""
        key = (fine.rule, tier.id)
        band = self._bands.get(key)
        if band is None:
            span = fine.high - fine.low
            point = tier.low + (tier.high - tier.low) * self.benchmark.recommend_at
            band = Band(*(Rate.of(fine.low + share * span) for share in (tier.low, tier.high, point)))
            self._bands[key] = band
        return band

    def reservations(self, clause: Clause) -> tuple[Message, ...]:
        """What is unverified about a clause."""
        found = self._reservations.get(clause.rule)
        if found is None:
            found = self._reservations[clause.rule] = tuple(clause_reservations(clause))
        return found


def prepare(rulebook: Rulebook, authority: Authority) -> Prepared:
    """The tables of one authority."""
    benchmark = rulebook.benchmarks[authority.benchmark]
    grounds = (*rulebook.grounds, *authority.grounds)
    duties = {name: _duty_table([ground for ground in grounds if ground.duty == name]) for name in DUTIES}
    every = tuple(_every_basis(rulebook, authority))
    return Prepared(
        rulebook,
        authority,
        benchmark,
        duties,
        tuple({basis.statute.zh: basis for basis in every}.values()),
        tier_group(benchmark.id),
        first_duties_group(authority.id),
        procedure_group(authority.id),
        tuple((limit, _open_deadline(limit)) for limit in rulebook.time_limits),
        {basis.cite: message for basis in every for message in basis_reservations(basis)},
        tuple(threshold_reservations(authority)),
        tuple(benchmark_reservations(benchmark)),
    )


def _every_basis(rulebook: Rulebook, authority: Authority) -> Iterator[Basis]:
    yield from (ground.basis for ground in (*rulebook.grounds, *authority.grounds))
    yield from (limit.basis for limit in rulebook.time_limits)


def _open_deadline(limit: TimeLimit) -> Deadline:
    """A deadline whose first day is not known."""
    return Deadline(limit.id, limit.name, None, limit.start, limit.length, limit.unit, limit.basis.cite)


def _duty_table(grounds: list[Ground]) -> DutyTable:
    reasons = tuple((ground.rule, Reason(ground.code, ground.text, ground.basis.cite)) for ground in grounds)
    return DutyTable(reasons, any(ground.permits for ground in grounds))
