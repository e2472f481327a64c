"""Findings about the bands of one row: out of the statutory range, across two branches of the clause, falling with severity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.messages import Message
from penalty_engine.proof.bands import Rates, band_for, band_text, falls, leaves, quantities_that_leave, rates
from penalty_engine.proof.findings import finding
from penalty_engine.proof.reaching import Reaching
from penalty_engine.proof.scenes import Scene
from penalty_engine.proof.staging import Staging
from penalty_engine.proof.tables import MOST_FAULTS, only_difference, plain_region
from penalty_engine.rulebook.benchmark_records import BandRule, Row, RowTier
from penalty_engine.rulebook.conditions import Condition, Facts, FactTest
from penalty_engine.rulebook.records import Fine


class _Use(NamedTuple):
    """A tier used for one fine in one scene, and its band there."""

    tier: RowTier
    scene: Scene
    fine: Fine
    rule: BandRule | None
    band: Rates | None


class RowBands:
    """The bands of one row within the scenes of one version of its clause."""

    def __init__(
        self,
        staging: Staging,
        row: Row,
        within: Sequence[Condition],
        reaching: Reaching,
        title: Message,
    ) -> None:
        self.staging, self.row, self.within = staging, row, tuple(within)
        self.reaching, self.title = reaching, title
        self.prover = staging.stage.prover
        self.order = {tier.id: number for number, tier in enumerate(staging.benchmark.tiers)}
        self.levels = {self.order[tier.tier.id] for tier in row.tiers}

    def findings(self) -> Iterator[Diagnostic]:
        """Every finding; a band that is used across two branches is not held against anything else."""
        uses = [use for tier in self.row.tiers for use in self._uses(tier)]
        across = [pair for pair in combinations(uses, 2) if self._across(*pair)]
        once = {(one.tier.rule, one.fine.target): (one, other) for one, other in reversed(across)}
        for one, other in reversed(once.values()):
            yield self._told("straddle", one, [other.scene.outcome.place], self._both(one, other))
        crossing = {id(use) for pair in across for use in pair}
        left = [use for use in uses if id(use) not in crossing]
        for use in left:
            yield from self._outside(use)
        falling = tuple(islice(self._falling(left), MOST_FAULTS + 1))
        yield from falling[:MOST_FAULTS]
        if len(falling) > MOST_FAULTS:
            self.staging.stage.weaken("not-proven")
            yield finding("too-many", [self.row.place], {"table": self.title}, None)

    def _reached(self, tier: RowTier) -> tuple[Condition, ...]:
        return (*self.within, self.reaching.anyway(tier))

    def _uses(self, tier: RowTier) -> Iterator[_Use]:
        for scene in self.staging.scenes:
            if self.staging.stage.possible(scene, self._reached(tier)) is not False:
                for fine in scene.weighed:
                    rule = band_for(tier, fine)
                    band = None if tier.tier.effect is not None else rates(rule, fine)
                    yield _Use(tier, scene, fine, rule, band)

    def _outside(self, use: _Use) -> Iterator[Diagnostic]:
        """The band of a tier against the range of a branch the tier is used in."""
        try:
            amounts = self._leaving(use)
        except ValueError:
            self.staging.stage.weaken("not-proven")
            yield finding("not-proven", [use.tier.place, use.fine.place], {"table": self.title}, None)
            return
        if amounts is not None:
            yield self._told("outside", use, [], self._case(use, amounts))

    def _across(self, one: _Use, other: _Use) -> bool:
        """Whether amounts of the clause's own form are used for two different fines and cannot be meant for both."""
        if one.tier is not other.tier:
            return False
        if one.fine.target != other.fine.target or one.band is None or not _in_own_form(one.rule):
            return False
        if (one.fine.times, one.fine.per) != (other.fine.times, other.fine.per):
            return True
        return any(use.band is not None and leaves(use.band, use.fine) for use in (one, other)) and (
            (one.fine.low, one.fine.high) != (other.fine.low, other.fine.high)
        )

    def _told(self, kind: str, use: _Use, also: Sequence[Place], case: Any) -> Diagnostic:
        assert use.rule is not None  # only a band of its own can leave the range
        params: dict[str, Any] = {
            "table": self.title,
            "tier": use.tier.tier.name,
            "band": band_text(use.rule),
            "range": use.fine.rate_text,
        }
        places = [use.tier.place, use.fine.place, *also]
        return finding(kind, places, params, case, warning=use.rule.kind == "sum")

    def _leaving(self, use: _Use) -> tuple[Condition, ...] | None:
        """Amounts for which the band leaves the range; no test at all where it always does; None where it never does.

        Raises ValueError where that cannot be told.
        """
        band, fine = use.band, use.fine
        if band is None:
            return None
        if band.of is None:
            return () if leaves(band, fine) else None
        found = self.prover.region((*use.scene.holds, *self._reached(use.tier)))
        if found is None:
            raise ValueError("too many boxes")
        for box in found:
            amounts = quantities_that_leave(band, fine, box, self.prover.space)
            if amounts is not None:
                return amounts
        return None

    def _case(self, use: _Use, amounts: tuple[Condition, ...]) -> Any:
        point = self._point(use, amounts)
        return None if point is None else self.staging.of(use.scene, [point])

    def _point(self, use: _Use, conditions: Sequence[Condition]) -> Facts | None:
        """The plainest case that comes to the tier under these conditions."""
        for way in self.reaching.ways(use.tier):
            asked = (*self.within, way, *conditions)
            point = self.staging.stage.point(use.scene, asked, self.staging.facts)
            if point is not None:
                return point
        return None

    def _falling(self, uses: Sequence[_Use]) -> Iterator[Diagnostic]:
        """A graver tier with a lower band, for the same fine."""
        for one, other in combinations(uses, 2):
            milder, graver = sorted((one, other), key=lambda use: self.order[use.tier.tier.id])
            if (
                one.fine is other.fine
                and falls(milder.band, graver.band)
                and self._comparable(milder, graver)
            ):
                assert milder.rule is not None  # a band has its rule
                assert graver.rule is not None
                params = {
                    "table": self.title,
                    "milder": milder.tier.tier.name,
                    "graver": graver.tier.tier.name,
                    "low": band_text(graver.rule),
                    "high": band_text(milder.rule),
                }
                places = [graver.tier.place, milder.tier.place]
                yield finding("order", places, params, self._both(milder, graver))

    def _comparable(self, milder: _Use, graver: _Use) -> bool:
        """Neighbours in severity; where a table uses a tier more than once, only where one fact tells them apart."""
        low, high = self.order[milder.tier.tier.id], self.order[graver.tier.tier.id]
        if low == high or any(low < level < high for level in self.levels):
            return False
        once = len(self.levels) == len(self.row.tiers)
        if once or milder.tier.when is None or graver.tier.when is None:
            return True
        domains = self.prover.space.domains
        one, other = plain_region(milder.tier.when, domains), plain_region(graver.tier.when, domains)
        return bool(only_difference(one, other, domains))

    def _both(self, first: _Use, second: _Use) -> Any:
        """One case with an act in each use, of the same amounts where that can be."""
        after = self._point(second, ())
        if after is None:
            return None
        names = [name for name in second.fine.needs if name in first.fine.needs]
        same = [FactTest(name, "eq", after[name]) for name in names]
        near = [FactTest(name, "ge", int(after[name]) - 1) for name in names]
        for conditions in (same, near, []):
            before = self._point(first, conditions)
            if before is not None:
                return self.staging.of(first.scene, [before, after])
        return None


def _in_own_form(rule: BandRule | None) -> bool:
    """Whether a band is written in amounts of the clause's own form, which mean something else under another fine."""
    return rule is not None and rule.kind == "rates"
