"""Stage 4, first half: which benchmark and row serve for a clause, and which tier the case falls into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.errors import EngineError
from penalty_engine.inference import ForwardChaining
from penalty_engine.inference.rules import Firings, row_group, tier_group
from penalty_engine.messages import Message
from penalty_engine.rulebook.benchmark_records import (
    BELOW_RANGE,
    Benchmark,
    Row,
    RowTier,
    Selection,
    Tier,
)
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import circumstance_fact, circumstance_of
from penalty_engine.rulebook.conditions import Condition, Facts, FactValue, fact_names, open_facts
from penalty_engine.rulebook.records import Clause
from penalty_engine.stages.clauses import askable
from penalty_engine.stages.discretion import COUNTS, Counts, Weighing, counted
from penalty_engine.stages.percentages import total_share
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.told import stated


class Placement(NamedTuple):
    """Where a case stands in a benchmark: a tier (of a row, where the benchmark has one for the clause) or a share.

    ``tied``: other tiers whose conditions hold too; ``missing``: facts without which none can be told.
    """

    benchmark: Benchmark
    row: Row | None
    tier: Tier | None
    row_tier: RowTier | None
    share: Fraction | None
    tied: tuple[Tier, ...]
    counts: Counts
    missing: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def selected_by(self) -> str:
        """What the tier was chosen by."""
        return "percentages" if self.share is not None else _kind_of(self._looked_at())

    def weighs(self, circumstance: str) -> bool:
        """Whether an established circumstance moves this tier or share."""
        if circumstance in self.counts.excluded:
            return False
        return not {*COUNTS, circumstance_fact(circumstance)}.isdisjoint(self._looked_at())

    def _looked_at(self) -> tuple[str, ...]:
        """The facts on which this tier or share rests."""
        if self.row is None or not self.row.by_facts:
            return self.benchmark.facts
        shifts = (name for item in self.benchmark.shift for name in fact_names(item.when))
        return (*self.row.facts, *shifts)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts at which the benchmark, and its row, looked."""
        return self.benchmark.facts if self.row is None else (*self.benchmark.facts, *self.row.facts)

    def below(self, target: str) -> str | None:
        """``no-fine`` or ``mitigated`` where the table goes below the range for this target."""
        own = None if self.row_tier is None else self.row_tier.bands.get(target)
        if own is not None and own.kind in BELOW_RANGE:
            return own.kind
        return None if self.tier is None else self.tier.effect


@lru_cache(maxsize=1_000)
def _kind_of(looked_at: tuple[str, ...]) -> str:
    """Whether a table goes by circumstances, by facts, or by both."""
    kinds = {name in COUNTS or circumstance_of(name) is not None for name in looked_at}
    return "both" if len(kinds) == 2 else "facts" if kinds == {False} else "circumstances"


class TierChoice:
    """Chooses tiers for one act."""

    def __init__(
        self, prepared: Prepared, network: ForwardChaining, weighing: Weighing, facts: Facts, day: date
    ) -> None:
        self.prepared, self.network, self.weighing = prepared, network, weighing
        self.facts, self.day = facts, day
        self._general: dict[tuple[str, Counts], Placement] = {}
        self._fired: dict[tuple[str, Counts], Firings] = {}

    def place(self, clause: Clause) -> Placement:
        """Where the act stands for one clause. Raises EngineError where a table contradicts itself or leaves a gap."""
        counts = counted(self.weighing, clause.elements)
        found = self._placed(clause, counts)
        if not counts.excluded:
            return found
        return found._replace(steps=(*self._elements(clause, counts), *found.steps))

    def _elements(self, clause: Clause, counts: Counts) -> Iterator[Step]:
        """Circumstances that are part of the violation itself."""
        for item, _ in self.weighing.established:
            if item.id in counts.excluded:
                inputs = {"circumstance": item.id, "clause": clause.key}
                yield Step("element", item.rule, clause.article, clause.place, inputs, False)

    def _placed(self, clause: Clause, counts: Counts) -> Placement:
        passed: dict[str, str] = {}
        for benchmark, rows in self.prepared.candidates(clause.key):
            if not (benchmark.period.covers(self.day) or self.prepared.is_chosen(benchmark)):
                passed[benchmark.id] = "not-in-force"
                continue
            found = self._by_row(benchmark, rows, counts) if rows else None
            if found is None and benchmark.general:
                found = self._in_general(benchmark, counts)
            if found is not None:
                return self._chosen(found, clause, passed)
            passed[benchmark.id] = "no-row"
        return self._chosen(self._in_general(self.prepared.chain[-1], counts), clause, passed)

    def _chosen(self, found: Placement, clause: Clause, passed: Mapping[str, str]) -> Placement:
        """With a step that says which benchmark and row it was, where there was a choice."""
        row = found.row
        if row is None and len(self.prepared.chain) == 1:
            return found
        rule = f"benchmark/{found.benchmark.id}" if row is None else row.rule
        place = found.benchmark.place if row is None else row.place
        inputs = {"clause": clause.key, "passed_over": passed, "row": row is not None}
        step = Step("benchmark", rule, None, place, inputs, found.benchmark.id)
        return found._replace(steps=(step, *found.steps))

    def _seen(self, counts: Counts) -> dict[str, FactValue]:
        """The facts and counts; a circumstance that is not counted is not seen either."""
        seen = {**self.facts, **counts.facts()}
        for name in counts.excluded:
            seen[circumstance_fact(name)] = False
        return seen

    def _fire(self, group: str, counts: Counts) -> Firings:
        key = (group, counts)
        found = self._fired.get(key)
        if found is None:
            found = self._fired[key] = self.network.fire(group, self._seen(counts))
        return found

    def _by_row(self, benchmark: Benchmark, rows: Sequence[Row], counts: Counts) -> Placement | None:
        """The row that covers this branch of the clause, if there is one."""
        firings = self._fire(row_group(benchmark.id), counts)
        for row in rows:
            if row.period is not None and not row.period.covers(self.day):
                continue
            holds = True if row.where is None else firings.get(row.rule)
            if holds is None and row.where is not None:
                return self._lacking(benchmark, row, counts, open_facts(row.where, self._seen(counts)))
            if holds:
                return self._in_row(benchmark, row, firings, counts)
        return None

    def _in_row(self, benchmark: Benchmark, row: Row, firings: Firings, counts: Counts) -> Placement:
        if not row.by_facts:
            general = self._in_general(benchmark, counts)
            if general.tier is None:
                return general._replace(row=row)
            own = next(item for item in row.tiers if item.tier is general.tier)
            return general._replace(row=row, row_tier=own)
        less = self._less(counts, row)
        if less is not counts:
            counts, firings = less, self._fire(row_group(benchmark.id), less)
        holding = [item for item in row.tiers if firings.get(item.rule)]
        undecided = [item for item in row.tiers if item.rule not in firings]
        if not holding and not undecided:
            raise EngineError(Message("no-tier", _where(benchmark, row.place)))
        if len(holding) > 1 and row.ties is None:
            both = {"first": str(holding[0].place), "second": str(holding[1].place)}
            raise EngineError(Message("two-tiers", {**_where(benchmark, row.place), **both}))
        chosen = _preferred(benchmark, holding, row.ties)
        if chosen is not None:  # only one that would be preferred to it can still matter
            pairs = [(item, _preferred(benchmark, [chosen, item], row.ties)) for item in undecided]
            undecided = [item for item, better in pairs if row.ties and better is item]
        if undecided:
            needed = _open([item.when for item in undecided if item.when is not None], self._seen(counts))
            return self._lacking(benchmark, row, counts, needed)
        assert chosen is not None  # something holds
        tied = tuple(item.tier for item in holding if item is not chosen)
        inputs: dict[str, Any] = {
            **stated(self.prepared.rulebook, self.facts, row.facts),
            **({"tied": [item.id for item in tied]} if tied else {}),
        }
        step = Step("tier", chosen.rule, None, chosen.place, inputs, chosen.tier.id)
        found = Placement(benchmark, row, chosen.tier, chosen, None, tied, counts, (), (step,))
        return self._shifted(found, counts)

    def _less(self, counts: Counts, row: Row) -> Counts:
        """Circumstances that follow from nothing but facts the row itself looks at have had their weight there."""
        spent = self.weighing.following_from(row.facts)
        return counts if not spent else counted(self.weighing, (*counts.excluded, *spent))

    def _shifted(self, found: Placement, counts: Counts) -> Placement:
        """So many tiers up or down as circumstances demand, never beyond the row."""
        benchmark, row = found.benchmark, found.row
        if not benchmark.shift or row is None:
            return found
        firings = self._fire(tier_group(benchmark.id), counts)
        undecided = [item for item in benchmark.shift if item.rule not in firings]
        if undecided:
            needed = _open([item.when for item in undecided], self._seen(counts))
            return self._lacking(benchmark, row, counts, needed)
        by = sum(item.by for item in benchmark.shift if firings.get(item.rule))
        if not by:
            return found
        moved = _moved(found, by)
        if moved is None:
            return found
        step = Step(
            "shift",
            f"benchmark/{benchmark.id}",
            None,
            next(item.place for item in benchmark.shift if firings.get(item.rule)),
            {"tier": found.tier.id if found.tier else None, "by": by, **counts.facts()},
            moved.tier.id,
        )
        return found._replace(tier=moved.tier, row_tier=moved, steps=(*found.steps, step))

    def outweighed(self, placed: Placement) -> tuple[Tier, tuple[Circumstance, ...]] | None:
        """Circumstances that must lighten the penalty, where the tier is graver than with none at all; and that tier."""
        benchmark = placed.benchmark
        if placed.tier is None or benchmark.id not in self.prepared.by_counts or not benchmark.select:
            return None
        must = tuple(
            item
            for item in self.weighing.lighter
            if item.force == "mandatory" and item.id not in placed.counts.excluded
        )
        if not must or (placed.row is not None and placed.row.by_facts):
            return None
        start = self._in_general(benchmark, Counts(0, 0, 0)).tier
        order = benchmark.tiers
        if start is None or order.index(placed.tier) <= order.index(start):
            return None
        return start, must

    def _in_general(self, benchmark: Benchmark, counts: Counts) -> Placement:
        """By the general selection; one that looks at nothing but counts gives the same in every case."""
        known = self.prepared.placements if benchmark.id in self.prepared.by_counts else self._general
        key = (benchmark.id, counts)
        found: Placement | None = known.get(key)
        if found is None:
            found = known[key] = self._generally(benchmark, counts)
        return found

    def _generally(self, benchmark: Benchmark, counts: Counts) -> Placement:
        """The tier that the general selection gives, or the share that percentages come to."""
        firings = self._fire(tier_group(benchmark.id), counts)
        if benchmark.percentages is not None:
            share, missing, steps = total_share(benchmark, firings, self._seen(counts))
            if missing:
                return self._lacking(benchmark, None, counts, missing)
            return Placement(benchmark, None, None, None, share, (), counts, (), steps)
        holding = [item for item in benchmark.select if firings.get(item.rule)]
        undecided = [item for item in benchmark.select if item.rule not in firings]
        if not holding and undecided:
            needed = _open([item.when for item in undecided], self._seen(counts))
            return self._lacking(benchmark, None, counts, needed)
        row = _only(benchmark, holding)
        inputs = {**counts.facts(), **stated(self.prepared.rulebook, self.facts, benchmark.facts)}
        step = Step("tier", row.rule, None, row.place, inputs, row.tier.id)
        return Placement(benchmark, None, row.tier, None, None, (), counts, (), (step,))

    def _lacking(
        self, benchmark: Benchmark, row: Row | None, counts: Counts, needed: tuple[str, ...]
    ) -> Placement:
        asked = tuple(dict.fromkeys(askable(self.prepared.rulebook, needed, self.facts)))
        return Placement(benchmark, row, None, None, None, (), counts, asked, ())


def _moved(found: Placement, by: int) -> RowTier | None:
    """The tier of the row so many steps up or down, the last where it has no further; None from one outside the range."""
    if found.row is None or found.tier is None or found.tier.effect is not None:
        return None
    rows = {item.tier.id: item for item in reversed(found.row.tiers) if item.tier.effect is None}
    order = [tier.id for tier in found.benchmark.tiers if tier.id in rows]
    position = min(max(order.index(found.tier.id) + by, 0), len(order) - 1)
    return found.row_tier if order[position] == found.tier.id else rows[order[position]]


def _preferred(benchmark: Benchmark, holding: Sequence[RowTier], ties: str | None) -> RowTier | None:
    """The first by severity, or the last where the graver is taken."""
    order = {tier.id: number for number, tier in enumerate(benchmark.tiers)}
    ranked = sorted(holding, key=lambda item: order[item.tier.id])
    return (ranked[-1] if ties == "graver" else ranked[0]) if ranked else None


def _open(conditions: Iterable[Condition], facts: Mapping[str, FactValue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for condition in conditions for name in open_facts(condition, facts)))


def _only(benchmark: Benchmark, holding: Sequence[Selection]) -> Selection:
    if len(holding) == 1:
        return holding[0]
    params = _where(benchmark, benchmark.place)
    if not holding:
        raise EngineError(Message("no-tier", params))
    both = {"first": str(holding[0].place), "second": str(holding[1].place)}
    raise EngineError(Message("two-tiers", {**params, **both}))


def _where(benchmark: Benchmark, place: object) -> dict[str, Any]:
    return {"benchmark": benchmark.id, "place": str(place)}
