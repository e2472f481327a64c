"""What a benchmark says for any clause: the general selection of a tier, shifts, percentages."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.messages import Message
from penalty_engine.proof.bands import band_text, leaves, rates
from penalty_engine.proof.findings import Proven, Subject, finding, told
from penalty_engine.proof.prover import Prover
from penalty_engine.proof.scenes import Scene, Stage, scenes
from penalty_engine.proof.staging import Staging
from penalty_engine.proof.tables import Table, TableCheck, TableRow
from penalty_engine.proof.weight import facts_behind
from penalty_engine.rulebook.benchmark_records import BandRule, Benchmark, Factor, Tier
from penalty_engine.rulebook.conditions import AnyOf, negate
from penalty_engine.rulebook.records import Clause, Fine, Rulebook


class GeneralCheck:
    """One benchmark, without its rows."""

    def __init__(self, rulebook: Rulebook, benchmark: Benchmark, prover: Prover) -> None:
        self.rulebook, self.benchmark, self.prover = rulebook, benchmark, prover
        self.stage = Stage(rulebook, prover)
        facts = facts_behind(rulebook, benchmark.facts)
        self.staging = Staging(self.stage, benchmark, tuple(_scenes(rulebook, benchmark)), None, facts)

    def run(self) -> Iterator[Proven]:
        """A table for the selection, one for each factor of percentages, one for all shifts."""
        benchmark = self.benchmark
        if benchmark.select:
            rows = [TableRow(item.rule, item.when, item.tier.id, item.place) for item in benchmark.select]
            table = Table((), tuple(rows), "unique", benchmark.place)
            yield self._table(table, "proof-selection", "proof-selection-of")
        if any(tier.band is not None for tier in benchmark.tiers):
            yield self._proven(len(benchmark.tiers), tuple(self._bands()))
        method = benchmark.percentages
        for factor in () if method is None else method.factors:
            yield self._table(_options(factor), "proof-option", "proof-factor-of", factor=factor.name)
        if benchmark.shift:
            yield self._proven(len(benchmark.shift), tuple(self._shifts()))

    def _table(self, table: Table, row: str, name: str, **params: object) -> Proven:
        title = Message(name, {"title": self.benchmark.title, **params})
        subject = Subject(title, Message(row), self.staging.case)
        checked = TableCheck(table, self.prover).run()
        self.stage.weaken(checked.how)
        return self._proven(len(table.rows), tuple(told(checked.faults, table, subject, self.rulebook)))

    def _bands(self) -> Iterator[Diagnostic]:
        """Tiers that are a share of the maximum, against the clauses in which that lies below the minimum."""
        for tier in self.benchmark.tiers:
            cut = next(self._cut(tier), None)
            if cut is not None:
                scene, fine, rule = cut
                chosen = [item.when for item in self.benchmark.select if item.tier.id == tier.id]
                point = self.stage.point(scene, [AnyOf(tuple(chosen))])
                params = {
                    "table": self.benchmark.title,
                    "tier": tier.name,
                    "band": band_text(rule),
                    "range": f"{fine.rate_text} ({scene.clause.key})",
                }
                case = None if point is None else self.staging.of(scene, [point])
                yield finding("outside", [tier.place, fine.place], params, case, warning=True)

    def _cut(self, tier: Tier) -> Iterator[tuple[Scene, Fine, BandRule]]:
        for scene in self.staging.scenes if tier.effect is None else ():
            for fine in scene.weighed:
                rule = tier.maximum_only if tier.maximum_only is not None and fine.low == 0 else tier.band
                band = rates(rule, fine)
                if rule is not None and band is not None and leaves(band, fine):
                    yield scene, fine, rule

    def _shifts(self) -> Iterator[Diagnostic]:
        """Each shift can happen; they add up, so none stands in the way of another."""
        by_facts = {row.clause for row in self.benchmark.rows if row.by_facts}
        found = [
            scene
            for key in by_facts
            for clause in self.rulebook.clauses.get(key, ())
            for scene in scenes(clause)
        ]
        facts = facts_behind(self.rulebook, (*self.benchmark.facts, *self.benchmark.row_facts))
        staging = Staging(self.stage, self.benchmark, tuple(found), None, facts)
        title = Message("proof-shift-of", {"title": self.benchmark.title})
        subject = Subject(title, Message("proof-shift"), staging.case)
        for item in self.benchmark.shift:
            row = TableRow(item.rule, item.when, item.by, item.place)
            table = Table((), (row,), "first", self.benchmark.place, complete=False)
            checked = TableCheck(table, self.prover).run()
            self.stage.weaken(checked.how)
            yield from told(checked.faults, table, subject, self.rulebook)

    def _proven(self, rows: int, findings: tuple[Diagnostic, ...]) -> Proven:
        how, self.stage.how = self.stage.how, "intervals"
        return Proven("benchmark", self.benchmark.id, self.benchmark.title, rows, how, findings)


def _options(factor: Factor) -> Table:
    """The first option that holds gives the percentage; none need hold."""
    within = () if factor.unless is None else (negate(factor.unless),)
    rows = tuple(TableRow(item.rule, item.when, item.percent, item.place) for item in factor.options)
    return Table(within, rows, "first", factor.place, complete=False)


def _scenes(rulebook: Rulebook, benchmark: Benchmark) -> Iterator[Scene]:
    """Where the general part of a benchmark decides: clauses it has no rows for, else those whose rows leave it the choice."""
    rows = {row.clause for row in benchmark.rows}
    left = {row.clause for row in benchmark.rows if not row.by_facts}
    default = rulebook.default_authority
    powers = () if default is None else default.powers

    def foreign(clause: Clause) -> bool:
        return bool(clause.power and powers and not set(clause.power) & set(powers))

    every = [clause for versions in rulebook.clauses.values() for clause in versions]
    fitting = [item for item in every if (item.key not in rows if benchmark.general else item.key in left)]
    for clause in sorted(fitting, key=foreign):
        yield from scenes(clause)
