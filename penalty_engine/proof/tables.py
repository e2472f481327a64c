"""What can be wrong with the rows of any table, whatever they stand for: gaps, overlaps, rows without effect, rows to merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from types import MappingProxyType
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.proof.boxes import Domains, Region, TooRichError, both, region
from penalty_engine.proof.prover import HOWS, Answer, How, Prover
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, FactTest, FactValue, evaluate, tests

Point = Mapping[str, FactValue]
MOST_FAULTS = 100
"""Faults told of one table: who has these to put right has to run again anyway, and pairs of rows could give thousands."""


class TableRow(NamedTuple):
    """One row: when it applies, and what follows; rows with the same consequence compare equal in it."""

    name: str
    when: Condition
    consequence: Any
    place: Place


class Table(NamedTuple):
    """Rows, the cases they are meant for, and how one of them is taken.

    ``policy``: ``unique``: exactly one row may hold; ``ties``: at a touching end two may; ``first``: the first that holds.
    ``complete``: whether some row has to hold in every case.
    """

    within: tuple[Condition, ...]
    rows: tuple[TableRow, ...]
    policy: str
    place: Place
    complete: bool = True


class Fault(NamedTuple):
    """Something wrong. ``point``: the plainest case that shows it; ``rows``: the rows concerned, by number; ``other``: a
    second case to compare with.

    ``kind``: gap, overlap, touching, never (its condition cannot hold), covered (earlier rows hold wherever it does),
    mergeable, not-proven, too-many (there are more than are told).
    """

    kind: str
    rows: tuple[int, ...]
    point: Point = MappingProxyType({})
    fact: str = ""
    value: FactValue | None = None
    other: Point = MappingProxyType({})


class Checked(NamedTuple):
    """The faults of one table and the weakest means by which the rest was proven."""

    faults: tuple[Fault, ...]
    how: How


class TableCheck:
    """Checks one table."""

    def __init__(self, table: Table, prover: Prover) -> None:
        self.table, self.prover = table, prover
        self.whens = tuple(row.when for row in table.rows)
        self._regions = tuple(plain_region(when, prover.space.domains) for when in self.whens)
        self._how: How = "intervals"

    def run(self) -> Checked:
        """The faults, gaps first."""
        faults = tuple(islice(self._all(), MOST_FAULTS + 1))
        if len(faults) > MOST_FAULTS:
            return Checked((*faults[:MOST_FAULTS], Fault("too-many", ())), "not-proven")
        return Checked(faults, self._how)

    def _all(self) -> Iterator[Fault]:
        dead = list(self._without_effect())
        yield from self._gap()
        lifeless = {fault.rows[0] for fault in dead}
        if self.table.policy != "first":
            for pair in combinations(range(len(self.whens)), 2):
                if not lifeless.intersection(pair) and not self._apart(*pair):
                    yield from self._overlap(pair)
        yield from dead
        yield from self._mergeable(lifeless)

    def _ask(self, holds: Sequence[Condition], fails: Sequence[Condition] = ()) -> Answer:
        answer = self.prover.find([*self.table.within, *holds], fails, self.whens)
        self._how = max(self._how, answer.how, key=HOWS.index)
        return answer

    def _gap(self) -> Iterator[Fault]:
        if not self.table.complete:
            return
        answer = self._ask((), self.whens)
        if answer.holds is None:
            yield Fault("not-proven", ())
        elif answer.holds:
            yield Fault("gap", self._nearest(answer.point), answer.point)

    def _nearest(self, point: Point) -> tuple[int, ...]:
        """The rows between which a gap lies: those with the fewest facts to be otherwise, by the least. At most two."""
        misses = sorted((*_missed(when, point), number) for number, when in enumerate(self.whens))
        return tuple(sorted([number for count, _, number in misses if count == misses[0][0]][:2]))

    def _apart(self, first: int, second: int) -> bool:
        """Whether two rows plainly share no case: most pairs of a long table."""
        one, other = self._regions[first], self._regions[second]
        try:
            return one is not None and other is not None and not both(one, other)
        except TooRichError:
            return False

    def _overlap(self, pair: tuple[int, int]) -> Iterator[Fault]:
        both = (self.whens[pair[0]], self.whens[pair[1]])
        answer = self._ask(both)
        if answer.holds is None:
            yield Fault("not-proven", pair)
        elif answer.holds:
            end = self._end(both, answer.point)
            if end is None:
                yield Fault("overlap", pair, answer.point)
            elif self.table.policy != "ties":
                yield Fault("touching", pair, answer.point, end.fact, end.value)

    def _end(self, both: tuple[Condition, Condition], point: Point) -> FactTest | None:
        """The value at which two rows touch, one of them reaching up to it and the other beginning with it, if they share
        nothing but such values."""
        reaching, beginning = ([_bounds(when, op) for when in both] for op in ("le", "ge"))
        ends = (reaching[0] & beginning[1]) | (reaching[1] & beginning[0])
        elsewhere = [FactTest(fact, "ne", value) for fact, value in sorted(ends)]
        if not ends or self._ask((*both, *elsewhere)).holds is not False:
            return None
        return next(FactTest(fact, "eq", value) for fact, value in sorted(ends) if point[fact] == value)

    def _without_effect(self) -> Iterator[Fault]:
        for number, when in enumerate(self.whens):
            answer = self._ask((when,))
            if answer.holds is None:
                yield Fault("not-proven", (number,))
            elif not answer.holds:
                yield self._never(number, self._closest(when))
            elif self.table.policy == "first" and number:
                yield from self._covered(number)

    def _never(self, number: int, point: Point) -> Fault:
        """A row that cannot hold, and the one that holds in the case nearest to it."""
        taking = [index for index, when in enumerate(self.whens) if evaluate(when, point)]
        return Fault("never", (number, *taking[:1]), point)

    def _covered(self, number: int) -> Iterator[Fault]:
        earlier = self.whens[:number]
        left = self._ask((self.whens[number],), earlier)
        if left.holds is None:
            yield Fault("not-proven", (number,))
        elif not left.holds:
            point = self._ask((self.whens[number],)).point
            taking = next(index for index, when in enumerate(earlier) if evaluate(when, point))
            yield Fault("covered", (number, taking), point)

    def _closest(self, when: Condition) -> Point:
        """A case that comes as near as can be to a condition that cannot hold: with one of its tests left out."""
        for test in tests(when):
            answer = self._ask((_less(when, test),))
            if answer.holds:
                return answer.point
        return self._ask(()).point

    def _mergeable(self, lifeless: set[int]) -> Iterator[Fault]:
        """Two rows with one consequence that differ in one fact only: one row would do. Of many such rows each is held
        against the nearest before it."""
        for second in range(1, len(self.whens)):
            for first in range(second - 1, -1, -1):
                fact = self._one_would_do(first, second, lifeless)
                if fact:
                    one, other = self._ask((self.whens[first],)), self._ask((self.whens[second],))
                    yield Fault("mergeable", (first, second), one.point, fact, other=other.point)
                    break

    def _one_would_do(self, first: int, second: int, lifeless: set[int]) -> str:
        rows = self.table.rows
        if rows[first].consequence != rows[second].consequence or lifeless.intersection((first, second)):
            return ""
        if self.table.policy == "first" and second != first + 1:
            return ""
        return only_difference(self._regions[first], self._regions[second], self.prover.space.domains)


def plain_region(condition: Condition, domains: Domains) -> Region | None:
    """The cases in which a condition holds; None where they are too many boxes."""
    try:
        return region(condition, domains)
    except TooRichError:
        return None


def only_difference(one: Region | None, other: Region | None, domains: Domains) -> str:
    """The one fact in which two plain regions differ; empty where they differ in more, or are not plain."""
    if one is None or other is None or len(one) != 1 or len(other) != 1:
        return ""
    facts = dict.fromkeys([*one[0], *other[0]])
    differing = [
        fact
        for fact in facts
        if one[0].get(fact, domains[fact].whole) != other[0].get(fact, domains[fact].whole)
    ]
    return differing[0] if len(differing) == 1 else ""


def _bounds(condition: Condition, op: str) -> set[tuple[str, int]]:
    """Facts and the values that tests of one kind compare them with."""
    return {(test.fact, int(test.value)) for test in tests(condition) if test.op == op}


def _missed(condition: Condition, point: Point) -> tuple[int, int]:
    """How many facts would have to be otherwise for the condition to hold, and by how much numbers would."""
    if isinstance(condition, FactTest):
        actual = point.get(condition.fact)
        if evaluate(condition, point):
            return 0, 0
        words = isinstance(condition.value, str) or actual is None
        return 1, 0 if words else abs(int(actual) - int(condition.value))  # type: ignore[arg-type]
    parts = [_missed(part, point) for part in condition.parts]
    if isinstance(condition, AllOf):
        return sum(count for count, _ in parts), sum(distance for _, distance in parts)
    return min(parts, default=(1, 0))


def _less(condition: Condition, left_out: FactTest) -> Condition:
    """The condition without one of its tests."""
    if isinstance(condition, FactTest):
        return AllOf(()) if condition == left_out else condition
    parts = tuple(_less(part, left_out) for part in condition.parts)
    return AllOf(parts) if isinstance(condition, AllOf) else AnyOf(parts)
