"""Questions about conditions: does any case satisfy these? Intervals first; then a solver; else it stays open, and that is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from penalty_engine.proof.boxes import EVERYTHING, Region, TooRichError, both, plainest, region, without
from penalty_engine.proof.counting import Counting
from penalty_engine.proof.solver import Solver
from penalty_engine.proof.space import Space
from penalty_engine.rulebook.conditions import Condition, Facts, FactValue, fact_names, negate

How = Literal["intervals", "counting", "solver", "not-proven"]
HOWS: tuple[How, ...] = ("intervals", "counting", "solver", "not-proven")
"""By what a question was decided; counting: every number of circumstances that can make a difference was tried."""


class Answer(NamedTuple):
    """Whether some case satisfies the conditions (None: not decided), the plainest such case, and how that was found."""

    holds: bool | None
    point: Facts
    how: How


class _Asked(NamedTuple):
    """One question. ``about``: conditions of which nothing is asked, but whose facts a case has to state."""

    holds: Sequence[Condition]
    fails: Sequence[Condition]
    about: Sequence[Condition] = ()

    @property
    def named(self) -> dict[str, None]:
        """The facts asked about, in the order written."""
        return dict.fromkeys(
            name for condition in (*self.holds, *self.fails) for name in fact_names(condition)
        )

    @property
    def stated(self) -> dict[str, None]:
        """The facts a case has to state."""
        return {**self.named, **dict.fromkeys(name for item in self.about for name in fact_names(item))}


class Prover:
    """Decides conditions over one space."""

    def __init__(self, space: Space, solver: Solver | None) -> None:
        self.space = space
        self._solver = solver

    def linked_by(self, links: Mapping[str, Condition]) -> Prover:
        """The same over a space in which more facts are linked to each other."""
        if not links:
            return self
        return Prover(self.space._replace(links={**self.space.links, **links}), self._solver)

    def find(
        self, holds: Sequence[Condition], fails: Sequence[Condition] = (), about: Sequence[Condition] = ()
    ) -> Answer:
        """The plainest case in which all of `holds` hold and all of `fails` fail; it states the facts of `about` too."""
        asked = _Asked([*holds, *self.space.linked([*holds, *fails, *about])], fails, about)
        try:
            found = self._region(asked)
            if not found:  # relations could only take cases away
                return Answer(False, {}, "intervals")
            if not self.space.related(asked.named):
                return Answer(True, self._whole(asked, plainest(found, self.space.domains)), "intervals")
            return self._count(asked) or self._solve(asked)
        except TooRichError:
            return self._solve(asked)

    def region(self, holds: Sequence[Condition]) -> Region | None:
        """The cases in which all of `holds` hold, relations between counts aside; None where they are too many boxes."""
        try:
            return self._region(_Asked([*holds, *self.space.linked(holds)], ()))
        except TooRichError:
            return None

    def _region(self, asked: _Asked) -> Region:
        found, domains = EVERYTHING, self.space.domains
        for condition in asked.holds:
            found = both(found, region(condition, domains))
        for condition in asked.fails:
            found = without(found, region(condition, domains), domains)
        return found

    def _solve(self, asked: _Asked) -> Answer:
        if self._solver is None:
            return Answer(None, {}, "not-proven")
        solved = self._solver.find([*asked.holds, *map(negate, asked.fails)], self.space)
        how: How = "not-proven" if solved.holds is None else "solver"
        return Answer(solved.holds, self._whole(asked, solved.point) if solved.holds else {}, how)

    def _count(self, asked: _Asked) -> Answer | None:
        """The answer by trying every number of circumstances that can make a difference; None where those are too many."""
        counting = Counting(self.space.related(asked.named), [*asked.holds, *asked.fails])
        for point in counting.points(self.space.can_be_declared) if counting.possible else ():
            left = _Asked(
                [counting.decided(condition, point) for condition in asked.holds],
                [counting.decided(condition, point) for condition in asked.fails],
            )
            found = self._region(left)
            if found:
                rest = self._whole(asked, plainest(found, self.space.domains))
                return Answer(True, {**rest, **point}, "counting")
        return Answer(False, {}, "counting") if counting.possible else None

    def _whole(self, asked: _Asked, point: Mapping[str, int]) -> dict[str, FactValue]:
        """The point with a value for every fact the conditions name."""
        return {**self.plain(asked.stated), **self._values(point)}

    def plain(self, facts: Iterable[str]) -> dict[str, FactValue]:
        """The most natural value of each fact, where nothing is asked of it."""
        domains = self.space.domains
        return {name: domains[name].value(domains[name].plainest(domains[name].whole)) for name in facts}

    def _values(self, point: Mapping[str, int]) -> dict[str, FactValue]:
        return {name: self.space.domains[name].value(code) for name, code in point.items()}
