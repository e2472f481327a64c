"""Numbers of circumstances, tied to each other as the engine counts them: every combination that can make a difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from penalty_engine.proof.space import Difference, Relation
from penalty_engine.rulebook.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    FactValue,
    compiled,
    evaluate,
    tests,
)

_MOST = 60_000  # combinations tried; a selection of tiers has about a thousand
NEVER: Condition = AnyOf(())
Point = dict[str, FactValue]


class Counting:
    """Counts as far as some conditions can tell them apart."""

    def __init__(self, relations: Sequence[Relation], conditions: Sequence[Condition]) -> None:
        self._relations = tuple(relations)
        self._related = {name for item in relations for name in item.facts}
        every = (test for condition in conditions for test in tests(condition))
        self._tests = list(dict.fromkeys(test for test in every if test.fact in self._related))
        # Put zero and the counts in order: where two neighbours lie further apart than the largest bound and one,
        # bringing them nearer changes no test, because each compares a count, or a difference of two, with its bound.
        # So counts up to this show whatever any counts can show.
        largest = max((abs(int(test.value)) for test in self._tests), default=0)
        self._most = len(_counted(self._relations)) * (largest + 1)

    @property
    def possible(self) -> bool:
        """Whether the combinations are few enough to be tried."""
        counts = len(_counted(self._relations))
        return bool((self._most + 1) ** counts <= _MOST)

    def points(self, prefer: Callable[[Point], bool]) -> Iterator[Point]:
        """One combination for each way the tests can come out: one that is preferred if there is, else the smallest."""
        holds = [compiled(test) for test in self._tests]
        seen: set[tuple[bool | None, ...]] = set()
        every = _combinations(self._relations, self._most)
        for point in sorted(every, key=lambda point: not prefer(point)):
            outcome = tuple(test(point) for test in holds)
            if outcome not in seen:
                seen.add(outcome)
                yield point

    def decided(self, condition: Condition, point: Point) -> Condition:
        """What a condition still asks of the other facts, once the counts are those of the point."""
        if isinstance(condition, FactTest):
            if condition.fact not in self._related:
                return condition
            return ALWAYS if evaluate(condition, point) else NEVER
        parts = tuple(self.decided(part, point) for part in condition.parts)
        return AllOf(parts) if isinstance(condition, AllOf) else AnyOf(parts)


def greatest_bound(relations: Sequence[Relation]) -> int:
    """The largest bound a condition may have for every combination to be tried."""
    counts = len(_counted(relations))
    bounds = (bound for bound in range(_MOST) if (counts * (bound + 1) + 1) ** counts > _MOST)
    return next(bounds) - 1


def _counted(relations: Sequence[Relation]) -> tuple[str, ...]:
    """The facts that are counted themselves, not worked out from others."""
    worked_out = {item.fact for item in relations if isinstance(item, Difference)}
    named = dict.fromkeys(name for item in relations for name in item.facts)
    return tuple(name for name in named if name not in worked_out)


@lru_cache(maxsize=20)
def _combinations(relations: tuple[Relation, ...], most: int) -> tuple[Point, ...]:
    """Every combination of counts up to `most`, small ones first, with what follows from them."""
    counts, found = _counted(relations), []
    for values in sorted(product(range(most + 1), repeat=len(counts)), key=sum):
        point = dict(zip(counts, values, strict=True))
        for item in relations:
            if isinstance(item, Difference):
                point[item.fact] = point[item.more] - point[item.less]
        if all(isinstance(item, Difference) or point[item.fact] <= point[item.limit] for item in relations):
            found.append(dict[str, FactValue](point))
    return tuple(found)
