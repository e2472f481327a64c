"""Where a benchmark is used: an outcome of a clause with a fine to be weighed, and a case under it with sums that show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from penalty_engine.proof.prover import HOWS, How, Prover
from penalty_engine.proof.weight import numbered
from penalty_engine.rulebook.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    Facts,
    FactTest,
    fact_names,
    negate,
)
from penalty_engine.rulebook.records import Clause, Fine, Outcome, Rulebook

_AT_LEAST = {"money": (1_000_000, 100, 1), "count": (1,)}
"""How much of a quantity a case should have, the plainest first: ten thousand yuan, one yuan, one fen; one person."""


class Scene(NamedTuple):
    """An outcome that holds, with a fine to be weighed, under these conditions."""

    clause: Clause
    outcome: Outcome
    holds: tuple[Condition, ...]

    @property
    def weighed(self) -> tuple[Fine, ...]:
        """The fines of the outcome that leave a range."""
        return tuple(fine for fine in self.outcome.fines if is_weighed(fine))


def is_weighed(fine: Fine) -> bool:
    """Whether a fine leaves a range in which a benchmark can place it."""
    return not fine.unspecified and fine.low != fine.high


def scenes(clause: Clause) -> Iterator[Scene]:
    """The outcomes of a clause that leave something to weigh."""
    earlier: list[Condition] = []
    entry = () if clause.entry is None else (clause.entry,)
    for outcome in clause.outcomes:
        found = Scene(clause, outcome, (*entry, outcome.when, *earlier))
        if found.weighed:
            yield found
        if clause.hit_policy == "first":
            earlier.append(negate(outcome.when))


def anywhere(found: Sequence[Scene], asked: Iterable[Condition]) -> Condition:
    """In any of these scenes. Where what is asked looks at what a fine is counted from, there is some of it: of nothing there
    is no fine to weigh, and no table is looked at."""
    named = {name for condition in asked for name in fact_names(condition)}
    return AnyOf(tuple(AllOf((*scene.holds, _something(scene, named))) for scene in found))


def _something(scene: Scene, named: Collection[str]) -> Condition:
    """Whether some fine of a scene is counted from more than nothing, as far as the facts named can tell."""
    counted = [
        AllOf(tuple(FactTest(name, "ge", 1) for name in _counted_from(fine) if name in named))
        for fine in scene.weighed
    ]
    return AnyOf(tuple(counted)) if all(one.parts for one in counted) else ALWAYS


def _counted_from(fine: Fine) -> tuple[str, ...]:
    """The facts that must not be nothing; less than the least base is raised to it."""
    return fine.needs if fine.base_at_least is None else tuple(set(fine.needs) - set(fine.quantities))


class Stage:
    """Puts points into scenes, and remembers how sure the answers were."""

    def __init__(self, rulebook: Rulebook, prover: Prover) -> None:
        self.rulebook, self.prover = rulebook, prover
        self.how: How = "intervals"

    def point(self, scene: Scene, conditions: Sequence[Condition], facts: Sequence[str] = ()) -> Facts | None:
        """The plainest case of a scene in which the conditions hold and every fine has a sum; `facts`: others it needs."""
        asked = (*scene.holds, *conditions)
        for wanted in self._amounts(scene):
            answer = self.prover.find((*asked, *wanted))
            if answer.holds:
                self.weaken(answer.how)
                named = (*scene.clause.used_facts, *facts)
                rest = [name for name in named if name not in answer.point and not numbered(name)]
                return {**self.prover.plain(rest), **answer.point}
        return None

    def possible(self, scene: Scene, conditions: Sequence[Condition]) -> bool | None:
        """Whether the conditions can hold in a scene at all."""
        answer = self.prover.find((*scene.holds, *conditions))
        self.weaken(answer.how)
        return answer.holds

    def weaken(self, how: How) -> None:
        """Remember the weakest means used."""
        self.how = max(self.how, how, key=HOWS.index)

    def _amounts(self, scene: Scene) -> Iterator[tuple[Condition, ...]]:
        """Tests that give every quantity of the fines an amount, plainest first."""
        names = dict.fromkeys(name for fine in scene.weighed for name in fine.needs)
        types = {name: self.prover.space.domains[name].type for name in names}
        for step in range(len(_AT_LEAST["money"])):
            yield tuple(
                FactTest(name, "ge", _AT_LEAST[type_][min(step, len(_AT_LEAST[type_]) - 1)])
                for name, type_ in types.items()
            )
