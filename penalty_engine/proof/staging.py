"""Cases under a benchmark: each point of a table put into a scene of some clause, with sums to pay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from penalty_engine.proof.cases import Case, case_of
from penalty_engine.proof.scenes import Scene, Stage
from penalty_engine.proof.weight import numbered
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.conditions import Condition, Facts, FactTest


class Staging(NamedTuple):
    """Where cases of a table may be put: the scenes in order of preference, a day on which the table is in force.

    ``facts``: those every case states; ``spent``: circumstances that do not count where they only follow from facts.
    """

    stage: Stage
    benchmark: Benchmark
    scenes: tuple[Scene, ...]
    day: date | None = None
    facts: tuple[str, ...] = ()
    spent: frozenset[str] = frozenset()

    def case(self, points: Sequence[Facts]) -> Case | None:
        """All points as acts of one case, in the first scene that takes them."""
        for scene in self.scenes:
            staged = list(self._staged(scene, points))
            if len(staged) == len(points):
                made = self.of(scene, staged)
                if made is not None:
                    return made
        return None

    def of(self, scene: Scene, points: Iterable[Facts]) -> Case | None:
        """Complete points of one scene as a case."""
        return case_of(self.stage.rulebook, scene.clause, points, self.benchmark.id, self.day, self.spent)

    def _staged(self, scene: Scene, points: Sequence[Facts]) -> Iterator[Facts]:
        for point in points:
            found = self.stage.point(scene, list(_pinned(point)), self.facts)
            if found is not None:
                yield {**found, **{name: value for name, value in point.items() if numbered(name)}}


def _pinned(point: Facts) -> Iterator[Condition]:
    """Everything a case states of a point; numbers of circumstances are not stated."""
    for name, value in point.items():
        if not numbered(name):
            yield FactTest(name, "eq", value)
