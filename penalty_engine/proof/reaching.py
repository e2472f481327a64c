"""The ways in which a case can come to a tier of a row: by the tier's own condition, or shifted there from another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from penalty_engine.rulebook.benchmark_records import Benchmark, Row, RowTier
from penalty_engine.rulebook.conditions import ALWAYS, AllOf, AnyOf, Condition, negate

_MOST = 6  # shifts whose combinations are looked at one by one


class Move(NamedTuple):
    """So many tiers up or down, where the condition holds."""

    by: int
    when: Condition


class Reaching:
    """One row of a benchmark; `whens`: when each of its tiers is taken, by rule; `moves`: the shifts there are."""

    def __init__(
        self, benchmark: Benchmark, row: Row, whens: Mapping[str, Condition], moves: Sequence[Move]
    ) -> None:
        self._row, self._whens = row, whens
        self._moves = list(moves) if row.by_facts else []
        # as the engine orders them: the first of each name, and none that lies outside the range
        first = {item.tier.id: item for item in reversed(row.tiers) if item.tier.effect is None}
        self._order = [first[tier.id] for tier in benchmark.tiers if tier.id in first]

    def ways(self, tier: RowTier) -> Iterator[Condition]:
        """Conditions each of which leads to the tier, its own first."""
        yield self._whens[tier.rule]
        if not self._moves or tier not in self._order:
            return
        if len(self._moves) > _MOST:
            yield ALWAYS
            return
        names = [item.tier.id for item in self._order]
        for other in self._row.tiers:
            if other.tier.id in names and other.tier.id != tier.tier.id:
                steps = names.index(tier.tier.id) - names.index(other.tier.id)
                for moving in self._moving(steps, at_end=tier in (self._order[0], self._order[-1])):
                    yield AllOf((self._whens[other.rule], *moving))

    def anyway(self, tier: RowTier) -> Condition:
        """In any of these ways."""
        found = tuple(self.ways(tier))
        return found[0] if len(found) == 1 else AnyOf(found)

    def _moving(self, steps: int, at_end: bool) -> Iterator[tuple[Condition, ...]]:
        """Which shifts have to hold, and which not, to be moved so far; beyond the last tier there is no further."""
        for chosen in product((True, False), repeat=len(self._moves)):
            by = sum(move.by for move, taken in zip(self._moves, chosen, strict=True) if taken)
            if by == steps or (at_end and by * steps > 0 and abs(by) > abs(steps)):
                pairs = zip(self._moves, chosen, strict=True)
                yield tuple(move.when if taken else negate(move.when) for move, taken in pairs)
